//! Where a miss comes from: what was fitted replaced, one part at a time, by what really happened.

use std::sync::atomic::AtomicBool;

use serde::{Deserialize, Serialize};

use super::actual::Actual;
use super::given::Given;
use super::simulated::{keep_pace, vary, with};
use super::spread::{Training, tells_patience};
use super::{Agents, Figure, Figures, Volumes};
use crate::analytic::survival;
use crate::history::{Contact, Day};
use crate::scenario::Scenario;

/// A part of what was fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Nothing is replaced: the scenario as it is.
    Nothing,
    /// The contacts that came.
    Volumes,
    /// Mean handling times of the day, by type.
    Handling,
    /// The agents who were on duty, with their paces.
    Agents,
    /// Patience, by a factor that makes as many leave as did at the day's waits.
    Patience,
    /// All of these together: what is left is what the model does not know.
    Everything,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Nothing, Self::Volumes, Self::Handling, Self::Agents, Self::Patience, Self::Everything];

    /// Its name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Volumes => "volumes",
            Self::Handling => "handling times",
            Self::Agents => "agents on duty",
            Self::Patience => "patience",
            Self::Everything => "all four",
        }
    }
}

/// What is predicted for a day with one part replaced.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Attributed {
    /// The part.
    pub replaced: Part,
    /// The share that abandons.
    pub p_abandon: Option<f64>,
    /// The mean wait, s.
    pub mean_wait: Option<f64>,
}

impl Attributed {
    /// The figure, where it is one of the two.
    #[must_use]
    pub fn get(&self, figure: Figure) -> Option<f64> {
        match figure {
            Figure::PAbandon => self.p_abandon,
            Figure::MeanWait => self.mean_wait,
            Figure::ServiceLevel | Figure::Busy => None,
        }
    }
}

/// Handlings or abandonments of a day by which a part is replaced, at least.
const ENOUGH: f64 = 5.0;
/// Factors beyond these would be those of a fault in the log.
const FACTORS: std::ops::RangeInclusive<f64> = 0.1..=10.0;

pub(super) fn of_day(
    given: &Given<'_>,
    day: &Day,
    actual: &Actual,
    training: &Training,
    cancel: &AtomicBool,
) -> Option<Vec<Attributed>> {
    let agents_known = given.log.of_day(day).iter().any(|contact| contact.agent().is_some());
    let parts = Part::ALL.iter().filter(|part| agents_known || **part != Part::Agents);
    let predicted = |part: &Part| {
        let replaces = |one: Part| *part == one || *part == Part::Everything;
        let volumes = if replaces(Part::Volumes) { Volumes::Actual } else { Volumes::Forecast };
        let agents = if replaces(Part::Agents) && agents_known { Agents::Actual } else { Agents::Scenario };
        let change = |scenario: &mut Scenario| {
            let handle = |kind| if replaces(Part::Handling) { handle_factor(actual, kind) } else { 1.0 };
            let patience = if replaces(Part::Patience) { patience_factor(given, day) } else { 1.0 };
            // The day's own handling times are those of its agents already.
            if agents == Agents::Actual && !replaces(Part::Handling) {
                keep_pace(scenario, &given.paces(day, training).0);
            }
            vary(scenario, handle, |_| patience);
        };
        let figures: Figures = with(given, day, (volumes, agents), change, cancel)?.day();
        Some(Attributed {
            replaced: *part,
            p_abandon: figures.get(Figure::PAbandon),
            mean_wait: figures.get(Figure::MeanWait),
        })
    };
    parts.map(predicted).collect()
}

/// How many times as long handling took as the scenario has it; 1 where that is not told.
fn handle_factor(actual: &Actual, kind: usize) -> f64 {
    actual.handle[kind].filter(|factor| FACTORS.contains(factor)).unwrap_or(1.0)
}

/// The factor on the scenario's patience with which as many leave at the day's waits as did.
fn patience_factor(given: &Given<'_>, day: &Day) -> f64 {
    let contacts: Vec<(usize, &Contact)> = given
        .log
        .of_day(day)
        .iter()
        .filter(|contact| tells_patience(contact))
        .filter_map(|contact| Some((given.contact_type(contact.kind)?, contact)))
        .collect();
    let seen = contacts.iter().filter(|(_, contact)| contact.is_abandoned()).count() as f64;
    let expected =
        |factor: f64| contacts.iter().map(|(kind, one)| hazard(given, *kind, one.wait() / factor)).sum::<f64>();
    let (mut low, mut high) = (libm::log(*FACTORS.start()), libm::log(*FACTORS.end()));
    if seen < ENOUGH || expected(*FACTORS.start()) < seen || expected(*FACTORS.end()) > seen {
        return 1.0;
    }
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        // More patience lets fewer leave.
        if expected(libm::exp(middle)) > seen { low = middle } else { high = middle }
    }
    libm::exp(low)
}

/// The cumulated hazard of leaving by a wait, s.
fn hazard(given: &Given<'_>, kind: usize, wait: f64) -> f64 {
    let law = given.scenario.contacts[kind].patience.as_ref();
    law.map_or(0.0, |law| -libm::log(survival(law, wait).max(f64::MIN_POSITIVE)))
}
