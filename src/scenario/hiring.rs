//! How people can be hired: what a hiring plan may choose from.

use crate::units::Seconds;

/// How people can be hired for a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Hiring {
    /// From the start of the horizon, when the plan is made, to the earliest first day.
    pub lead: Seconds,
    /// Fewest people of a class.
    pub least: u32,
    /// Most people of a class.
    pub most: u32,
    /// Most classes that begin in one week.
    pub classes: u32,
    /// Trainers there are, each for as many as initial training says; none: as many as it takes.
    pub trainers: Option<u32>,
    /// Terms on which people are hired, by index.
    pub terms: Vec<usize>,
}
