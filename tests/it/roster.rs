//! Who should be at work and what should be open, read from the scenario alone and not from the engine's timetable.

use holdline::scenario::{AgentGroup, AtClose, Channel, Opening, Scenario, Shift, Staffing};
use holdline::units::DAY;

/// The clock's side of a scenario.
pub(crate) struct Roster<'a> {
    scenario: &'a Scenario,
    horizon: f64,
    /// The group of each agent, its place in the group.
    people: Vec<(usize, u32)>,
}

impl<'a> Roster<'a> {
    pub(crate) fn new(scenario: &'a Scenario) -> Self {
        let size = |group: &AgentGroup| match &group.staff {
            Staffing::Constant(agents) => *agents,
            Staffing::PerInterval(agents) => *agents.iter().max().unwrap(),
            Staffing::Shifts(shifts) => shifts.iter().map(|shift| shift.agents).sum(),
        };
        let people = scenario.groups.iter().enumerate().flat_map(|(g, group)| (0..size(group)).map(move |n| (g, n)));
        Self { scenario, horizon: scenario.horizon.seconds(), people: people.collect() }
    }

    pub(crate) fn people(&self) -> usize {
        self.people.len()
    }

    pub(crate) fn group_of(&self, agent: usize) -> usize {
        self.people[agent].0
    }

    /// Whether `time` lies in `[from, to)` of some day; after the horizon, whether its last moment did.
    fn within(&self, from: f64, to: f64, time: f64) -> bool {
        let day = (time.min(self.horizon) / DAY).floor();
        [day - 1.0, day].iter().any(|day| {
            let (from, to) = (day * DAY + from, day * DAY + to);
            if time < self.horizon { from <= time && time < to } else { from < self.horizon && self.horizon <= to }
        })
    }

    /// How many of a group are scheduled.
    pub(crate) fn scheduled(&self, group: usize, time: f64) -> u32 {
        match &self.scenario.groups[group].staff {
            Staffing::Constant(agents) => *agents,
            Staffing::PerInterval(agents) => {
                let step = self.scenario.horizon.interval.get();
                let i = if time < self.horizon { (time / step).floor() } else { (self.horizon / step).ceil() - 1.0 };
                agents[i as usize % agents.len()]
            }
            Staffing::Shifts(shifts) => {
                shifts.iter().filter(|shift| self.on_shift(shift, time)).map(|shift| shift.agents).sum()
            }
        }
    }

    fn on_shift(&self, shift: &Shift, time: f64) -> bool {
        let ends: Vec<f64> = shift.breaks.iter().map(|(start, _)| start.get()).chain([shift.to.get()]).collect();
        let starts = [shift.from.get()].into_iter().chain(shift.breaks.iter().map(|(_, end)| end.get()));
        starts.zip(ends).any(|(from, to)| self.within(from, to, time))
    }

    /// Whether an agent is on duty; none where staffing is a number and knows no persons.
    pub(crate) fn on_duty(&self, agent: usize, time: f64) -> Option<bool> {
        let (group, mut place) = self.people[agent];
        let Staffing::Shifts(shifts) = &self.scenario.groups[group].staff else { return None };
        let shift = shifts.iter().find(|shift| {
            let found = place < shift.agents;
            place = place.wrapping_sub(if found { 0 } else { shift.agents });
            found
        });
        Some(self.on_shift(shift.unwrap(), time))
    }

    pub(crate) fn is_open(&self, kind: usize, time: f64) -> bool {
        if time < self.horizon {
            let day = (time / DAY).floor();
            return self.hours(kind, day).is_some_and(|(from, to)| from <= time - day * DAY && time - day * DAY < to);
        }
        // The last moment counts, and doors close at the horizon itself, too.
        let day = (self.horizon / DAY).ceil() - 1.0;
        let moment = self.horizon - day * DAY;
        let opens_again = self.hours(kind, day + 1.0).is_some_and(|(from, _)| from == 0.0);
        self.hours(kind, day)
            .is_some_and(|(from, to)| from < moment && (moment < to || (moment == to && to == DAY && opens_again)))
    }

    /// First and last moment open on a day, in seconds from its midnight.
    fn hours(&self, kind: usize, day: f64) -> Option<(f64, f64)> {
        let hours = match self.scenario.contacts[kind].open {
            None => return Some((0.0, DAY)),
            Some(Opening::Daily(hours)) => hours,
            Some(Opening::Weekly(week)) => {
                let monday = self.scenario.horizon.start.unwrap().weekday().to_monday_zero_offset();
                week[(day as usize + monday as usize) % 7]?
            }
        };
        Some((hours.from.get(), hours.to.get()))
    }

    /// The first moment after `time` at which the type opens; beyond the horizon, too.
    pub(crate) fn next_opening(&self, kind: usize, time: f64) -> f64 {
        let today = (time / DAY).floor();
        let opening = |day: f64| self.hours(kind, day).map(|(from, _)| day * DAY + from);
        let openings = (0..9).filter_map(|ahead| opening(today + f64::from(ahead)));
        openings.filter(|opens| *opens > time).fold(f64::INFINITY, f64::min)
    }

    /// Whether waiting contacts of the type may be worked on: not while it is closed and keeps its backlog for the next
    /// opening. Beyond the horizon it opens once more.
    pub(crate) fn is_workable(&self, kind: usize, time: f64) -> bool {
        let opens_later = || self.next_opening(kind, self.horizon - 1e-6) <= time;
        let open = self.is_open(kind, time) || (time >= self.horizon && opens_later());
        open || self.scenario.contacts[kind].at_close != AtClose::Keep
    }

    /// Whether who comes while the type is closed waits for the next opening.
    pub(crate) fn keeps(&self, kind: usize, time: f64) -> bool {
        let contact = &self.scenario.contacts[kind];
        let deferred = matches!(contact.channel, Channel::Email | Channel::Social);
        deferred && contact.at_close == AtClose::Keep && !self.is_open(kind, time)
    }

    /// Whether the type closes and turns away who waits, as nobody is left who could serve them out.
    pub(crate) fn leaves_nobody_waiting(&self, kind: usize, time: f64) -> bool {
        self.scenario.contacts[kind].at_close == AtClose::Serve && self.closes(kind, time)
    }

    /// Whether the type is closed and the last agents serve out who waits.
    pub(crate) fn serves_out(&self, kind: usize, time: f64) -> bool {
        self.scenario.contacts[kind].at_close == AtClose::Serve && !self.is_open(kind, time)
    }

    /// Whether the type closes and dismisses who waits, just then.
    pub(crate) fn dismisses(&self, kind: usize, time: f64) -> bool {
        self.scenario.contacts[kind].at_close == AtClose::Dismiss && self.closes(kind, time)
    }

    /// Whether the type closes just then.
    pub(crate) fn closes(&self, kind: usize, time: f64) -> bool {
        let day = (time / DAY).floor();
        let ends = |day: f64| self.hours(kind, day).is_some_and(|(_, to)| day * DAY + to == time);
        self.scenario.contacts[kind].open.is_some() && (ends(day) || ends(day - 1.0))
    }

    /// Whether people and doors may go on by the timetable beyond the horizon: nobody is there in the end for a type of
    /// which deferred contacts are kept or call-backs may wait.
    pub(crate) fn works_on(&self) -> bool {
        self.scenario.contacts.iter().enumerate().any(|(kind, contact)| {
            let able = |group: &AgentGroup| group.skills.iter().any(|skill| skill.contact == kind);
            let there = |(place, group)| able(group) && self.scheduled(place, self.horizon) > 0;
            let kept = contact.channel.is_deferred() && contact.at_close == AtClose::Keep;
            let called = contact.customers.callback.is_some() || contact.customers.promise.is_some();
            (kept || called) && !self.scenario.groups.iter().enumerate().any(there)
        })
    }

    /// Moments at which staffing may change or a type may open or close, up to the horizon.
    pub(crate) fn changes(&self) -> Vec<f64> {
        let mut times: Vec<f64> = (0..=(self.horizon / 600.0) as usize).map(|i| i as f64 * 600.0).collect();
        times.push(self.horizon);
        times
    }
}
