//! What happens by the clock: intervals begin, people come and go, types open and close.

use super::agents::State;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::observer::Observer;
use super::simulation::Simulation;
use super::timetable::{Action, Crew, Cursor};
use crate::sampling::Purpose;
use crate::scenario::AtClose;
use crate::units::DAY;

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// Tells who was logged in since the last change of it.
    #[inline(never)]
    pub(super) fn note_logged_in(&mut self, id: GroupId) {
        let group = self.agents.group(id);
        let (agents, since) = (group.scheduled + group.surplus, group.since);
        group.since = self.now;
        if agents > 0 && self.now > since {
            self.observer.logged_in(id, agents, since, self.now);
            if !PLAIN && let Some(workforce) = self.workforces.of(id) {
                workforce.logged_in(agents, since, self.now);
            }
        }
    }

    pub(super) fn await_timetable(&mut self) {
        let due = self.cursor.due(&self.model.timetable, self.until);
        let time = due.map_or_else(|| self.after_the_last_entry(), |(time, _)| time.max(self.now));
        self.calendar.schedule_timetable(time);
    }

    /// Does the timetable's next entry; false when the observer wants to end.
    #[inline(never)]
    pub(super) fn timetable(&mut self) -> bool {
        if let Some((_, action)) = self.cursor.due(&self.model.timetable, self.until) {
            self.cursor.pass();
            self.act(action);
            if !PLAIN && !self.draws.is_empty() {
                self.turn_away_the_forsaken();
            }
            self.stop_when_worked_off();
            self.await_timetable();
            return action != Action::Interval(0) || self.observer.goes_on();
        }
        if !self.works_on() {
            self.reopen();
        }
        self.await_timetable();
        true
    }

    /// When to look again once the timetable is over: at the horizon, and when doors open again.
    fn after_the_last_entry(&self) -> f64 {
        if !PLAIN && self.now < self.model.horizon { self.model.horizon } else { self.next_reopening() }
    }

    #[inline(never)]
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Interval(interval) => self.interval = interval,
            Action::Staff(group, agents) => self.set_staff(group, agents),
            Action::People { group, new_day } => self.people_change(group, new_day),
            Action::Leave(crew) => self.crew_leaves(crew),
            Action::Join(crew) => self.crew_joins(crew),
            Action::Close(kind) => self.close_type(kind),
            Action::Open(kind) => self.open_type(kind),
        }
    }

    /// Staffing by number: those with nothing in hand leave first, in proportion who is ready and who is not; who is busy
    /// finishes, and who still finishes counts when the number rises again.
    #[inline(never)]
    pub(super) fn set_staff(&mut self, id: GroupId, agents: u32) {
        self.note_logged_in(id);
        if !PLAIN && self.agents.group(id).not_ready > 0 {
            self.send_away_home(id, agents);
        }
        while self.agents.group(id).idle > 0 && self.agents.group(id).present > agents {
            self.go(self.agents.longest_idle(id));
        }
        let group = self.agents.group(id);
        group.scheduled = agents;
        group.surplus = group.busy().saturating_sub(agents);
        while self.agents.group(id).present < agents {
            let Some(someone) = self.agents.call_in(id) else { break };
            self.await_absence(someone, id);
        }
        self.offer_work(id);
    }

    #[inline(never)]
    fn crew_leaves(&mut self, crew: Crew) {
        self.note_logged_in(crew.group);
        for id in crew.agents() {
            if self.is_absent(crew, id) {
                continue;
            }
            self.agents.group(crew.group).scheduled -= 1;
            match self.agents.agent(id).state {
                State::Gone => {}
                State::Idle | State::NotReady => self.go(id),
                State::Whole | State::Talk | State::Wrap | State::Chats => {
                    self.agents.agent(id).late = true;
                    self.agents.group(crew.group).surplus += 1;
                    self.sort_by_load(id);
                }
            }
        }
    }

    /// Whether a person does not come on the day of a shift: a number of the person's and the day's own, so that who is
    /// absent does not depend on who else works, and all parts of a shift have the same answer.
    fn is_absent(&self, crew: Crew, id: AgentId) -> bool {
        let group = &self.model.groups[crew.group.index()];
        if group.absence == 0.0 {
            return false;
        }
        // To the nearest day: of summer and winter time midnights lie an hour beside whole days.
        let day = ((self.now - crew.clock) / DAY).round() as i64;
        let person = self.key.named(&group.name).nth(u64::from(id.0 - group.first.0));
        person.child(day as u64).stream(Purpose::Absence).uniform() < group.absence
    }

    #[inline(never)]
    fn crew_joins(&mut self, crew: Crew) {
        self.note_logged_in(crew.group);
        for id in crew.agents() {
            if self.is_absent(crew, id) {
                continue;
            }
            self.agents.group(crew.group).scheduled += 1;
            if self.agents.agent(id).state == State::Gone {
                self.agents.come(id);
                self.await_absence(id, crew.group);
            } else {
                self.agents.agent(id).late = false;
                self.agents.group(crew.group).surplus -= 1;
                self.sort_by_load(id);
            }
        }
        self.offer_work(crew.group);
    }

    /// Closed types whose waiting contacts nobody on duty can take: the last agents serve them out.
    pub(super) fn left_to_the_last(&self) -> Set {
        let on_duty = |kind: usize| self.able(kind).any(|group| self.agents.scheduled(group) > 0);
        self.serve_out.filter(|&kind| !on_duty(kind)).collect()
    }

    /// Whether an agent who can take the type is there.
    fn somebody_present(&self, kind: usize) -> bool {
        self.able(kind).any(|group| self.agents.present(group) > 0)
    }

    /// Groups that can take a type.
    pub(super) fn able(&self, kind: usize) -> impl Iterator<Item = GroupId> {
        let groups = self.model.groups.iter().enumerate();
        let able = groups.filter(move |(_, group)| group.classes.iter().any(|class| class.types.contains(kind)));
        able.map(|(group, _)| GroupId(group as u16))
    }

    #[inline(never)]
    fn close_type(&mut self, kind: TypeId) {
        self.open[kind.index()] = false;
        match self.model.types[kind.index()].at_close {
            AtClose::Serve if self.somebody_present(kind.index()) => self.serve_out.insert(kind.index()),
            AtClose::Serve | AtClose::Dismiss => self.turn_away(kind.index()),
            AtClose::Keep => self.workable.remove(kind.index()),
        }
    }

    /// Behind a closed door, where the last agents went home while they were away, contacts wait for nobody: they are
    /// turned away, once all that happens at the moment has happened.
    #[inline(never)]
    fn turn_away_the_forsaken(&mut self) {
        if self.cursor.due(&self.model.timetable, self.until).is_some_and(|(time, _)| time <= self.now) {
            return;
        }
        let forsaken: Set = self.serve_out.filter(|&kind| !self.somebody_present(kind)).collect();
        for kind in forsaken {
            self.serve_out.remove(kind);
            self.turn_away(kind);
        }
    }

    #[inline(never)]
    fn open_type(&mut self, kind: TypeId) {
        self.open[kind.index()] = true;
        self.serve_out.remove(kind.index());
        self.workable.insert(kind.index());
        if self.queues.waiting.contains(kind.index()) || self.call_backs.wait(kind) {
            self.offer_to_able(kind);
        }
    }

    /// All idle agents who can take a type look for work.
    pub(super) fn offer_to_able(&mut self, kind: TypeId) {
        let able: Vec<GroupId> = self.able(kind.index()).filter(|group| self.agents.idle(*group) > 0).collect();
        able.into_iter().for_each(|group| self.offer_work(group));
    }

    /// Beyond the horizon nothing happens by the clock but that doors open once more behind which a backlog or a
    /// call-back may wait. When the next one does; infinite: none.
    fn next_reopening(&self) -> f64 {
        (0..self.open.len()).map(|kind| self.reopening(kind)).fold(f64::INFINITY, f64::min)
    }

    fn reopening(&self, kind: usize) -> f64 {
        let waits = self.model.types[kind].keeps || self.call_backs.wait(TypeId(kind as u16));
        if PLAIN || self.open[kind] || !waits {
            return f64::INFINITY;
        }
        self.model.rules[kind].hours.next_opening(self.model.horizon.next_down()).max(self.now)
    }

    /// Opens what is due to open beyond the horizon.
    fn reopen(&mut self) {
        for kind in 0..self.open.len() {
            if self.reopening(kind) <= self.now {
                self.open_type(TypeId(kind as u16));
            }
        }
    }

    /// Nothing is due: whether a door opens later behind which something waits, or people come who can work off what
    /// is left.
    pub(super) fn reopens(&mut self) -> bool {
        self.await_timetable();
        self.next_reopening().is_finite() || self.works_on()
    }

    /// Types of which deferred contacts or call-backs still wait.
    fn left_over(&self) -> impl Iterator<Item = usize> {
        let kept = |kind: usize| self.model.types[kind].keeps && self.model.types[kind].deferred;
        let waits = move |kind: usize| kept(kind) && self.queues.waiting.contains(kind);
        (0..self.open.len()).filter(move |&kind| waits(kind) || self.call_backs.wait(TypeId(kind as u16)))
    }

    /// Deferred contacts and call-backs that still wait.
    fn backlog(&self) -> u32 {
        let waiting = |kind: usize| self.queues.length(TypeId(kind as u16)) + self.call_backs.number(kind);
        self.left_over().map(waiting).sum()
    }

    /// The last staffing stays beyond the horizon. Where it has nobody for what is left over (an evening's e-mails, when
    /// the last shift has gone), people and doors go on by the timetable until that is worked off. False when there is
    /// nothing of the kind, or this has been tried.
    fn works_on(&mut self) -> bool {
        let horizon = self.model.horizon;
        if PLAIN || self.until > horizon || self.standstill.0 > 0 {
            return false;
        }
        let unattended = |kind: usize| self.able(kind).all(|group| self.agents.scheduled(group) == 0);
        if !self.left_over().any(unattended) {
            return false;
        }
        self.until = f64::INFINITY;
        self.standstill = (0, self.backlog());
        self.cursor = Cursor::at(&self.model.timetable, horizon);
        self.await_timetable();
        true
    }

    /// Beyond the horizon the timetable goes on as long as the backlog becomes smaller from cycle to cycle.
    fn stop_when_worked_off(&mut self) {
        if PLAIN || self.until == self.model.horizon {
            return;
        }
        let (entries, least) = self.standstill;
        let backlog = self.backlog();
        self.standstill = if backlog < least { (1, backlog) } else { (entries + 1, least) };
        if backlog == 0 || self.standstill.0 > 2 * self.model.timetable.entries.len() {
            self.until = self.model.horizon;
        }
    }
}
