//! What one replication leaves behind.

use super::distribution::{Recorded, Recording};
use super::feedback::Feedback;
use super::figures::ContactSample;
use super::journeys::JourneySample;
use super::layout::Layout;
use super::tally::{AgentTime, Counts, Origins, Tally};
use crate::scenario::Scenario;
use crate::workforce::Week;

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
    pub(super) people: Vec<Week>,
    pub(super) agent_weeks: Vec<AgentTime>,
}

impl Sample {
    /// Counts of the contacts of a type that arrived in an interval of the layout.
    ///
    /// # Panics
    /// Where the layout has no such type or interval.
    #[must_use]
    pub fn counts(&self, layout: &Layout, kind: usize, interval: usize) -> &Counts {
        &self.cells[kind * layout.intervals + interval]
    }

    /// A group's time in an interval of the layout.
    ///
    /// # Panics
    /// Where the layout has no such group or interval.
    #[must_use]
    pub fn time(&self, layout: &Layout, group: usize, interval: usize) -> AgentTime {
        self.agents[group * layout.intervals + interval]
    }

    /// What the contacts of a type that arrived in an interval of the layout leave customers with; nobody was asked
    /// where the scenario has no model of satisfaction.
    ///
    /// # Panics
    /// Where customers are followed and the layout has no such type or interval.
    #[must_use]
    pub fn feedback(&self, layout: &Layout, kind: usize, interval: usize) -> Feedback {
        let cell = |journeys: &JourneySample| journeys.contacts[kind * layout.intervals + interval];
        self.journeys.as_ref().map(cell).unwrap_or_default()
    }

    /// What the contacts of a type that arrived on a day leave customers with; none where days share their intervals, as
    /// feedback is kept by interval alone.
    ///
    /// # Panics
    /// Where customers are followed and the layout has no such type or day.
    #[must_use]
    pub fn feedback_of_day(&self, layout: &Layout, kind: usize, day: usize) -> Option<Feedback> {
        let sum = |mut sum: Feedback, interval| {
            sum.add(&self.feedback(layout, kind, interval));
            sum
        };
        (layout.separate_days() == 0).then(|| layout.intervals_of(day).fold(Feedback::default(), sum))
    }

    /// What the contacts of a type leave customers with, over all intervals.
    pub(super) fn feedback_of(&self, layout: &Layout, kind: usize) -> Feedback {
        let mut total = Feedback::default();
        if let Some(journeys) = &self.journeys {
            let cells = &journeys.contacts[kind * layout.intervals..(kind + 1) * layout.intervals];
            cells.iter().for_each(|cell| total.add(cell));
        }
        total
    }

    /// Counts of the contacts of a type that arrived on a day, the first of which is 0.
    ///
    /// # Panics
    /// Where the layout has no such type or day.
    #[must_use]
    pub fn counts_of_day(&self, layout: &Layout, kind: usize, day: usize) -> Counts {
        if layout.separate_days() > 0 {
            return self.days[kind * layout.days + day];
        }
        let mut sum = Counts::default();
        layout.intervals_of(day).for_each(|interval| sum.add(self.counts(layout, kind, interval)));
        sum
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
            people: handed_over(&mut self.people),
            agent_weeks: handed_over(&mut self.agent_weeks),
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
