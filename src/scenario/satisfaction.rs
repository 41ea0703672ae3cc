//! The model of satisfaction, as a scenario sets it.

/// Coefficients of the model of satisfaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Satisfaction {
    /// Share of satisfied customers when nothing goes wrong, 0..1.
    pub base: f64,
}
