//! What one replication leaves behind.

use super::distribution::{Recorded, Recording};
use super::figures::ContactSample;
use super::journeys::JourneySample;
use super::layout::Layout;
use super::tally::{AgentTime, Counts, Origins, Tally};
use crate::scenario::Scenario;

/// What one replication leaves behind, apart from the distributions.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Waits of those answered after a wait, by type.
    pub(super) waits: Vec<Recorded>,
    pub(super) origins: Vec<Origins>,
    pub(super) journeys: Option<JourneySample>,
    pub(super) cells: Vec<Counts>,
    pub(super) days: Vec<Counts>,
    pub(super) answered_by: Vec<u32>,
    pub(super) abandoned_by: Vec<u32>,
    pub(super) queued_besides: Vec<f64>,
    pub(super) agents: Vec<AgentTime>,
}

impl Sample {
    /// Counts of a type by day.
    pub(super) fn days_of(&self, layout: &Layout, kind: usize) -> &[Counts] {
        &self.days[kind * layout.days..(kind + 1) * layout.days]
    }
}

/// Distributions of some replications together.
#[derive(Clone, Debug)]
pub struct Recordings {
    /// Waits of those answered after a wait, by type.
    pub(super) waits: Vec<Recording>,
    /// Of the issues; empty where customers are not followed.
    pub(super) issues: Vec<Recording>,
}

impl Tally<'_> {
    /// Hands over what the replication left behind and is ready for the next one; distributions stay and add up.
    pub fn take(&mut self) -> Sample {
        Sample {
            waits: self.waits.iter_mut().map(Recording::take).collect(),
            origins: handed_over(&mut self.origins),
            journeys: self.journeys.as_mut().map(|journeys| journeys.take()),
            cells: handed_over(&mut self.cells),
            days: handed_over(&mut self.days),
            answered_by: handed_over(&mut self.answered_by),
            abandoned_by: handed_over(&mut self.abandoned_by),
            queued_besides: handed_over(&mut self.queued_besides),
            agents: handed_over(&mut self.agents),
        }
    }
}

impl From<Tally<'_>> for Recordings {
    fn from(tally: Tally<'_>) -> Self {
        let issues = tally.journeys.map_or_else(Vec::new, |journeys| journeys.recordings.into());
        Self { waits: tally.waits, issues }
    }
}

/// All that a replication says about a contact type.
pub(super) fn contact_sample(scenario: &Scenario, layout: &Layout, sample: &Sample, kind: usize) -> ContactSample {
    let mut counts = Counts::default();
    sample.cells[kind * layout.intervals..(kind + 1) * layout.intervals].iter().for_each(|cell| counts.add(cell));
    ContactSample {
        counts,
        queued: counts.wait_answered + counts.wait_abandoned + counts.wait_closed + sample.queued_besides[kind],
        origins: sample.origins[kind],
        window: layout.window.1 - layout.window.0,
        rule: scenario.report.service_level,
    }
}

/// A group's time over all intervals.
pub(super) fn agent_total(layout: &Layout, sample: &Sample, group: usize) -> AgentTime {
    let cells = &sample.agents[group * layout.intervals..(group + 1) * layout.intervals];
    cells.iter().fold(AgentTime::default(), |sum, cell| AgentTime {
        busy: sum.busy + cell.busy,
        logged_in: sum.logged_in + cell.logged_in,
    })
}

/// The values, with as many fresh ones in their place.
fn handed_over<T: Clone + Default>(values: &mut Vec<T>) -> Vec<T> {
    let fresh = vec![T::default(); values.len()];
    std::mem::replace(values, fresh)
}
