//! How many agents are there, and when: by number, by shifts, or as a schedule is to find out.

use crate::units::Seconds;

/// How many agents of a group are there, and when.
#[derive(Clone, Debug, PartialEq)]
pub enum Staffing {
    /// The same number always.
    Constant(u32),
    /// A number for each interval: of one day from midnight, or of the whole horizon.
    PerInterval(Vec<u32>),
    /// People who come and go.
    Shifts(Vec<Shift>),
}

impl Staffing {
    /// The most agents that are ever there: everybody with a shift, or the highest number.
    #[must_use]
    pub fn most(&self) -> u32 {
        match self {
            Self::Constant(agents) => *agents,
            Self::PerInterval(agents) => agents.iter().copied().max().unwrap_or(0),
            Self::Shifts(shifts) => {
                unnamed(shifts).map(|shift| shift.agents).fold(named_people(shifts), u32::saturating_add)
            }
        }
    }
}

/// People who are known by their number: as many as the highest says.
pub(crate) fn named_people(shifts: &[Shift]) -> u32 {
    shifts.iter().filter_map(|shift| shift.person).map(|person| person.saturating_add(1)).max().unwrap_or(0)
}

fn unnamed(shifts: &[Shift]) -> impl Iterator<Item = &Shift> {
    shifts.iter().filter(|shift| shift.person.is_none())
}

/// Some people with the same working day, as seconds since the midnight on which the shift starts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shift {
    /// Start of work.
    pub from: Seconds,
    /// End of work; beyond 24 h where the shift crosses midnight.
    pub to: Seconds,
    /// How many people.
    pub agents: u32,
    /// Breaks inside the shift, ascending and apart: (from, to).
    pub breaks: Vec<(Seconds, Seconds)>,
    /// Days of the horizon on which it is worked, from 0; none: every day.
    pub days: Option<Vec<u32>>,
    /// The number in the group, from 0, of the one person who works it and may work other shifts too; none: people who
    /// work this shift alone.
    pub person: Option<u32>,
}

impl Shift {
    /// Whether it is worked on a day of the horizon.
    #[must_use]
    pub fn on(&self, day: u32) -> bool {
        self.days.as_ref().is_none_or(|days| days.contains(&day))
    }

    /// The parts between its breaks: (from, to), s since the midnight on which it starts.
    pub(crate) fn stretches(&self) -> Vec<(f64, f64)> {
        let mut from = self.from.get();
        let mut parts = Vec::new();
        for &(start, end) in &self.breaks {
            parts.push((from, start.get()));
            from = end.get();
        }
        parts.push((from, self.to.get()));
        parts.retain(|(from, to)| to > from);
        parts
    }
}

/// The people of a group and their shifts, as a schedule lists them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Roster {
    /// Everybody, by number.
    pub people: Vec<RosterPerson>,
    /// Their shifts, one a row, each of a person by number.
    pub shifts: Vec<Shift>,
}

/// Somebody on a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RosterPerson {
    /// The name.
    pub name: String,
    /// The contract, if the roster names one.
    pub contract: Option<String>,
}

/// A kind of working day from which a schedule is made.
#[derive(Clone, Debug, PartialEq)]
pub struct ShiftType {
    /// Its name.
    pub name: String,
    /// Times of day at which it may start, ascending.
    pub starts: Vec<Seconds>,
    /// From start to end, each possible one.
    pub lengths: Vec<Seconds>,
    /// The breaks, in the order of the shift. A shift too short for the last moment of a break has none of it.
    pub breaks: Vec<Break>,
    /// Groups that work it, by index; none: all.
    pub groups: Option<Vec<usize>>,
    /// Days of the horizon on which it is worked, from 0; none: all.
    pub days: Option<Vec<u32>>,
    /// Most people of a group on it on any day; none: no limit.
    pub most: Option<u32>,
    /// Factor on the pay.
    pub premium: f64,
}

/// A break of a shift type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Break {
    /// How long it takes.
    pub length: Seconds,
    /// Earliest beginning, from the start of the shift.
    pub from: Seconds,
    /// Latest beginning.
    pub to: Seconds,
    /// Whether it is paid.
    pub paid: bool,
}

impl ShiftType {
    /// The breaks of a shift of some length: those that it is long enough for.
    pub fn breaks_of(&self, length: Seconds) -> impl Iterator<Item = &Break> {
        self.breaks.iter().filter(move |pause| pause.to.get() + pause.length.get() <= length.get())
    }
}

/// How much the people of a group work in a week, and on which shifts.
#[derive(Clone, Debug, PartialEq)]
pub struct Contract {
    /// Its name.
    pub name: String,
    /// Index of the agent group.
    pub group: usize,
    /// Shift types that its people work, by index.
    pub shifts: Vec<usize>,
    /// Fewest and most days at work in a week.
    pub days: (u32, u32),
    /// Fewest and most paid time in a week; the most may be infinite.
    pub hours: (Seconds, Seconds),
    /// Fewest and most people.
    pub people: (u32, u32),
    /// Money for a paid hour; none: the group's.
    pub cost_per_hour: Option<f64>,
    /// Most overtime of a person in a week, and the factor on its pay.
    pub overtime: Option<(Seconds, f64)>,
    /// Least rest from the end of a shift to the start of the person's next one.
    pub rest: Seconds,
    /// Most days at work in a row, in a roster of several weeks.
    pub days_in_a_row: u32,
}
