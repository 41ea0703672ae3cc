//! What happens by the clock: intervals, staffing, opening and closing. Read by a cursor, in order, over and over.

use super::ids::{AgentId, GroupId, TypeId};

/// The entries of a day (or of the whole horizon), repeated until the horizon ends.
#[derive(Clone, Debug, Default)]
pub struct Timetable {
    /// Done at time 0, before any entry.
    pub initial: Vec<Action>,
    /// Entries by time since the cycle's start, ascending; see [`Action`] for the order of simultaneous ones.
    pub entries: Vec<(f64, Action)>,
    /// Length of the cycle, s.
    pub cycle: f64,
}

/// One thing that happens by the clock, in the order in which simultaneous ones happen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Action {
    /// An interval of the day begins; the first one begins a day.
    Interval(u16),
    /// A group's staff becomes this number.
    Staff(GroupId, u32),
    /// The people of a group may come and go.
    People {
        /// Which group.
        group: GroupId,
        /// Whether a day begins for them.
        new_day: bool,
    },
    /// The shift, or the stretch before a break, of these people ends.
    Leave(Crew),
    /// These people start.
    Join(Crew),
    /// A type closes.
    Close(TypeId),
    /// A type opens.
    Open(TypeId),
}

/// People who come and go together: agents from `first` on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crew {
    /// Their group.
    pub group: GroupId,
    /// The first of them.
    pub first: AgentId,
    /// How many.
    pub size: u32,
    /// Seconds from the midnight on which the shift starts to this coming or going.
    pub clock: f64,
}

impl Crew {
    pub(super) fn agents(self) -> impl Iterator<Item = AgentId> {
        (self.first.0..self.first.0 + self.size).map(AgentId)
    }
}

impl Action {
    fn order(self) -> u8 {
        match self {
            Self::Interval(_) => 0,
            Self::Staff(..) | Self::People { .. } => 1,
            Self::Leave(_) => 2,
            Self::Join(_) => 3,
            Self::Close(_) => 4,
            Self::Open(_) => 5,
        }
    }
}

impl Timetable {
    /// Puts the entries in order.
    pub(super) fn sort(&mut self) {
        self.entries.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.order().cmp(&b.1.order())));
    }
}

/// A place in the timetable.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor {
    next: usize,
    cycle_start: f64,
}

impl Cursor {
    pub(super) fn new() -> Self {
        Self { next: 0, cycle_start: 0.0 }
    }

    /// Before the first entry that is not due before a time, be it the last of a cycle or the first of the next.
    pub(super) fn at(table: &Timetable, time: f64) -> Self {
        let cycle_start = ((time / table.cycle).ceil() - 1.0) * table.cycle;
        let passed = |(offset, _): &&(f64, Action)| cycle_start + offset < time;
        Self { next: table.entries.iter().take_while(passed).count(), cycle_start }
    }

    /// The entry that is due next and when; none once the horizon is reached. The last staffing stays beyond it, so
    /// at the horizon itself only doors still close.
    pub(super) fn due(&mut self, table: &Timetable, horizon: f64) -> Option<(f64, Action)> {
        loop {
            if table.entries.is_empty() {
                return None;
            }
            if self.next == table.entries.len() {
                self.next = 0;
                self.cycle_start += table.cycle;
            }
            let (offset, action) = table.entries[self.next];
            let time = self.cycle_start + offset;
            if time < horizon || (time == horizon && matches!(action, Action::Close(_))) {
                return Some((time, action));
            }
            if time > horizon {
                return None;
            }
            self.next += 1;
        }
    }

    pub(super) fn pass(&mut self) {
        self.next += 1;
    }
}
