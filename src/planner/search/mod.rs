//! From a first guess to the cheapest plan that keeps every promise, by simulation under common random numbers.
//!
//! Staffing is raised where promises are missed (where several groups can help, by cuts from measured gains and an
//! integer programme, after Cezik and L'Ecuyer, Management Science 54, 2008), then taken away and exchanged wherever
//! the promises allow, and the result is confirmed on days that the search has not seen.

mod confirm;
mod cover;
mod moves;
mod raise;
mod trade;

pub use confirm::Confirmation;
pub(super) use moves::Refused;

use super::reach::Reach;
use super::{Evidence, Interrupted, Plan, Promise, Standing, Trials};
use cover::Cut;

/// What a search aims at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// Confidence that all promises hold at once, 0..1.
    pub confidence: f64,
    /// A promise that is kept by more than this (of a share; relative for a wait) is recognised as kept, and one that
    /// is missed by more as missed.
    pub error: f64,
    /// Replications of the confirmation; none: as many as the error asks for.
    pub confirmation: Option<u32>,
    /// Simulated contacts after which a plan that keeps its promises is improved no further.
    pub effort: f64,
}

impl Default for Options {
    /// 95 % confidence, an error of one point, some minutes of effort.
    fn default() -> Self {
        Self { confidence: 0.95, error: 0.01, confirmation: None, effort: 1e9 }
    }
}

/// Standard errors by which a promise must be kept, or missed, to count as clear.
const CLEAR: f64 = 3.0;
/// Fewest replications of a look, of short ones and of long ones.
const LEAST_LOOK: (f64, f64) = (16.0, 6.0);
/// Contacts that make a first look of long replications.
const SMALLEST_LOOK: f64 = 1e6;
/// Most contacts of one look.
const LARGEST_LOOK: f64 = 2e7;

/// Fewest replications of a look at a scenario with so many contacts in each.
fn least_look(contacts: f64) -> u32 {
    (SMALLEST_LOOK / contacts.max(1.0)).clamp(LEAST_LOOK.1, LEAST_LOOK.0) as u32
}

/// A search under way.
pub(super) struct Search<'a> {
    pub(super) trials: &'a Trials<'a>,
    pub(super) reach: Reach,
    options: Options,
    /// Replications of a first look at a plan, and of the closest.
    looks: (u32, u32),
    /// Most agents by group.
    most: Vec<u32>,
    /// What is known of each period where several groups can help.
    cuts: Vec<Vec<Cut>>,
}

impl<'a> Search<'a> {
    /// A search that knows nothing yet.
    pub(super) fn new(trials: &'a Trials<'a>, options: Options) -> Self {
        let reach = Reach::new(trials.scenario, &trials.periods);
        let most = trials.scenario.groups.iter().map(|group| group.max_agents.unwrap_or(MOST_AGENTS)).collect();
        let cuts = vec![Vec::new(); trials.periods.count];
        let least = least_look(trials.contacts());
        Self { trials, reach, options, looks: (least, 16 * least), most, cuts }
    }

    /// Learns from a plan near the goal after how many replications every promise is known to the error asked for;
    /// a first look takes a sixteenth of them.
    pub(super) fn learn_sizes(&mut self, near: &Plan) -> Result<(), Interrupted> {
        let contacts = self.trials.contacts();
        let least = least_look(contacts);
        let largest = (LARGEST_LOOK / contacts).clamp(f64::from(least), 1e6);
        let pilot = self.first_look(near)?;
        let needed = self.trials.promises.iter().enumerate().filter_map(|(number, promise)| {
            let error = pilot.standing(number, promise)?.error / self.tolerance(promise);
            Some((2.0 * CLEAR * error).powi(2) * f64::from(pilot.replications))
        });
        let close = needed.fold(f64::from(least), f64::max).min(largest).ceil() as u32;
        self.looks = ((close / 16).max(least), close);
        Ok(())
    }

    /// The error that is accepted in the figure of a promise: twice as much in a share of days, of which there are few.
    fn tolerance(&self, promise: &Promise) -> f64 {
        let doubled = if promise.days.is_some() { 2.0 } else { 1.0 };
        self.options.error * doubled * if promise.days.is_some() { 1.0 } else { promise.unit() }
    }

    /// A plan on the replications of a first look.
    pub(super) fn first_look(&self, plan: &Plan) -> Result<Evidence, Interrupted> {
        self.trials.run(plan, 0..self.looks.0)
    }

    /// Most agents by group.
    pub(super) fn most(&self) -> &[u32] {
        &self.most
    }

    /// Forgets what is known of a period.
    pub(super) fn forget(&mut self, period: usize) {
        self.cuts[period].clear();
    }

    fn standing(&self, evidence: &Evidence, number: usize) -> Option<Standing> {
        evidence.standing(number, &self.trials.promises[number])
    }

    /// Whether a promise is clearly kept, or speaks of nothing.
    fn keeps(&self, evidence: &Evidence, number: usize) -> bool {
        self.standing(evidence, number).is_none_or(|standing| standing.holds(CLEAR))
    }

    fn fails(&self, evidence: &Evidence, number: usize) -> bool {
        self.standing(evidence, number).is_some_and(|standing| standing.fails(CLEAR))
    }

    /// Looks at a plan closer and closer as long as the answer is open.
    fn settle(&self, plan: &Plan, open: &dyn Fn(&Evidence) -> bool) -> Result<Evidence, Interrupted> {
        let (first, closest) = self.looks;
        let mut evidence = self.trials.run(plan, 0..first)?;
        while evidence.replications < closest && open(&evidence) {
            let done = evidence.replications;
            self.trials.more(plan, &mut evidence, done..closest.min(2 * done))?;
        }
        Ok(evidence)
    }

    /// Whether so much has been simulated that no further improvement is sought.
    fn is_tired(&self) -> bool {
        self.trials.exhausted(self.options.effort)
    }

    fn numbers(&self) -> std::ops::Range<usize> {
        0..self.trials.promises.len()
    }
}

/// Most agents of a group that names no limit.
pub(super) const MOST_AGENTS: u32 = 100_000;
