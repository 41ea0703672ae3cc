//! Who should be at work and what should be open, read from the scenario alone and not from the engine's timetable.

use holdline::scenario::{AgentGroup, AtClose, ContactType, Scenario, Shift, Staffing};
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
        let contact = &self.scenario.contacts[kind];
        // Doors close at the horizon itself, too.
        contact.open.and_then(|open| open.daily()).is_none_or(|hours| {
            let closes = (time >= self.horizon) && (self.horizon - hours.to.get()).rem_euclid(DAY) == 0.0;
            self.within(hours.from.get(), hours.to.get(), time) && (!closes || hours.to.get() - hours.from.get() == DAY)
        })
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
        let contact: &ContactType = &self.scenario.contacts[kind];
        let closes = |hours: holdline::scenario::OpeningHours| (time - hours.to.get()).rem_euclid(DAY) == 0.0;
        contact.open.and_then(|open| open.daily()).is_some_and(closes)
    }

    /// Moments at which staffing may change or a type may open or close, up to the horizon.
    pub(crate) fn changes(&self) -> Vec<f64> {
        let mut times: Vec<f64> = (0..=(self.horizon / 600.0) as usize).map(|i| i as f64 * 600.0).collect();
        times.push(self.horizon);
        times
    }
}
