//! What happens by the clock: intervals begin, people come and go, types open and close.

use super::agents::State;
use super::ids::{GroupId, Set, TypeId};
use super::observer::Observer;
use super::simulation::Simulation;
use super::timetable::{Action, Crew};
use crate::scenario::AtClose;

impl<O: Observer, const PLAIN: bool> Simulation<'_, O, PLAIN> {
    /// Tells who was logged in since the last change of it.
    #[inline(never)]
    pub(super) fn note_logged_in(&mut self, id: GroupId) {
        let group = self.agents.group(id);
        let (agents, since) = (group.scheduled + group.surplus, group.since);
        group.since = self.now;
        if agents > 0 && self.now > since {
            self.observer.logged_in(id, agents, since, self.now);
        }
    }

    pub(super) fn await_timetable(&mut self) {
        let due = self.cursor.due(&self.model.timetable, self.model.horizon);
        self.calendar.schedule_timetable(due.map_or_else(|| self.next_reopening(), |(time, _)| time));
    }

    /// Does the timetable's next entry; false when the observer wants to end.
    #[inline(never)]
    pub(super) fn timetable(&mut self) -> bool {
        if let Some((_, action)) = self.cursor.due(&self.model.timetable, self.model.horizon) {
            self.cursor.pass();
            self.act(action);
            self.await_timetable();
            return action != Action::Interval(0) || self.observer.goes_on();
        }
        self.reopen();
        self.await_timetable();
        true
    }

    #[inline(never)]
    pub(super) fn act(&mut self, action: Action) {
        match action {
            Action::Interval(interval) => self.interval = interval,
            Action::Staff(group, agents) => self.set_staff(group, agents),
            Action::Leave(crew) => self.crew_leaves(crew),
            Action::Join(crew) => self.crew_joins(crew),
            Action::Close(kind) => self.close_type(kind),
            Action::Open(kind) => self.open_type(kind),
        }
    }

    /// Staffing by number: idle agents leave first, who is busy finishes, and who still finishes counts when the
    /// number rises again.
    #[inline(never)]
    fn set_staff(&mut self, id: GroupId, agents: u32) {
        self.note_logged_in(id);
        while self.agents.group(id).idle > 0 && self.agents.group(id).present > agents {
            self.agents.go(self.agents.longest_idle(id));
        }
        let group = self.agents.group(id);
        group.scheduled = agents;
        group.surplus = group.busy().saturating_sub(agents);
        while self.agents.group(id).present < agents && self.agents.call_in(id) {}
        self.offer_work(id);
    }

    #[inline(never)]
    fn crew_leaves(&mut self, crew: Crew) {
        self.note_logged_in(crew.group);
        self.agents.group(crew.group).scheduled -= crew.size;
        for id in crew.agents() {
            match self.agents.agent(id).state {
                State::Gone => {}
                State::Idle => self.agents.go(id),
                State::Whole | State::Talk | State::Wrap | State::Chats => {
                    self.agents.agent(id).late = true;
                    self.agents.group(crew.group).surplus += 1;
                    self.sort_by_load(id);
                }
            }
        }
    }

    #[inline(never)]
    fn crew_joins(&mut self, crew: Crew) {
        self.note_logged_in(crew.group);
        self.agents.group(crew.group).scheduled += crew.size;
        for id in crew.agents() {
            if self.agents.agent(id).state == State::Gone {
                self.agents.come(id);
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
    fn able(&self, kind: usize) -> impl Iterator<Item = GroupId> {
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

    #[inline(never)]
    fn open_type(&mut self, kind: TypeId) {
        self.open[kind.index()] = true;
        self.serve_out.remove(kind.index());
        self.workable.insert(kind.index());
        if self.queues.waiting.contains(kind.index()) || self.call_backs.wait(kind) {
            let able: Vec<GroupId> = self.able(kind.index()).collect();
            able.into_iter().for_each(|group| self.offer_work(group));
        }
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

    /// Nothing is due: whether a door opens later behind which something waits.
    pub(super) fn reopens(&mut self) -> bool {
        self.await_timetable();
        self.next_reopening().is_finite()
    }
}
