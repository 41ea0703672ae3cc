//! Which charts there are, and why some types have none.

use rayon::prelude::*;

use crate::fit::{FittedCentre, FittedType};
use crate::history::Log;
use crate::report::plot::{self, Chart};
use crate::scenario::Scenario;

/// Types with fewer contacts have nothing to be seen in a chart.
const ENOUGH: u64 = 100;
/// More types than this are too many to look at.
const MOST: usize = 12;

/// The charts of a fit.
pub(super) struct Drawn<'a> {
    /// Those of each type that has some, in the order of the scenario.
    pub(super) types: Vec<(&'a FittedType, Vec<Chart>)>,
    /// That of the agents on duty.
    pub(super) agents: Option<Chart>,
    /// Which types have none, and why.
    pub(super) without: Vec<String>,
}

impl<'a> Drawn<'a> {
    pub(super) fn new(centre: &'a FittedCentre, log: &Log, scenario: &Scenario) -> Self {
        let mut large: Vec<&FittedType> = centre.types.iter().filter(|one| one.contacts >= ENOUGH).collect();
        large.sort_by_key(|one| std::cmp::Reverse(one.contacts));
        let chosen = |one: &FittedType| large.iter().take(MOST).any(|large| large.kind == one.kind);
        let (drawn, others): (Vec<&FittedType>, Vec<&FittedType>) = centre.types.iter().partition(|one| chosen(one));
        let (small, many): (Vec<&FittedType>, Vec<&FittedType>) =
            others.into_iter().partition(|one| one.contacts < ENOUGH);
        let because = |types: &[&FittedType], why: &str| {
            let names: Vec<&str> = types.iter().map(|one| one.name.as_str()).collect();
            (!names.is_empty()).then(|| format!("Without charts, {why}: {}.", names.join(", ")))
        };
        let without = [
            because(&small, &format!("for they have fewer than {ENOUGH} contacts")),
            because(&many, &format!("for only the {MOST} largest types have some")),
        ];
        Self {
            types: drawn.into_par_iter().map(|one| (one, plot::fit_charts(centre, one, log))).collect(),
            agents: plot::fit_agents(centre, scenario),
            without: without.into_iter().flatten().collect(),
        }
    }
}
