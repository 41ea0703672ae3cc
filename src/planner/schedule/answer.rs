//! What the programme says: how many start when, and when their breaks begin.

/// What the programme says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    /// No roster costs less.
    pub(super) bound: f64,
    /// Steps that nobody covers in this answer, summed over people.
    pub(super) missing: f64,
    /// People of each contract.
    pub(super) people: Vec<f64>,
    /// Starts: contract, day, shape, step from midnight, how many.
    pub(super) starts: Vec<Start>,
    /// Breaks: contract, day, shape, which break, step from midnight, how many.
    pub(super) pauses: Vec<Pause>,
    /// Whether the search came to its end, so that nothing whole is cheaper.
    pub(super) proven: bool,
}

/// People of a contract who start a shape at a step of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Start {
    /// Contract.
    pub(super) terms: usize,
    /// Day.
    pub(super) day: usize,
    /// Shape.
    pub(super) shape: usize,
    /// Steps from midnight.
    pub(super) step: usize,
    /// How many people.
    pub(super) people: f64,
}

/// People of a contract and shape who begin a break at a step of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pause {
    /// Contract.
    pub(super) terms: usize,
    /// Day on which the shift starts.
    pub(super) day: usize,
    /// Shape.
    pub(super) shape: usize,
    /// Which of its breaks.
    pub(super) place: usize,
    /// Steps from midnight.
    pub(super) step: usize,
    /// How many people.
    pub(super) people: f64,
}
