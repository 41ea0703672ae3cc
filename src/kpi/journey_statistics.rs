//! What all replications say about customers together.

use super::customer_curves::CustomerCurves;
use super::distribution::{Distribution, Recording};
use super::feedback::FeedbackStatistics;
use super::journey_results::{DistributionFigures, JourneyFigures, SatisfactionFigures, StoryFigures};
use super::journeys::{IssueSums, JourneyLayout, JourneySample, of};
use super::layout::Layout;
use super::sample::Sample;
use super::wait_bins::{CELLS, WaitStatistics};
use crate::experience::SatisfactionModel;
use crate::scenario::Scenario;
use crate::stats::{Estimate, RatioMoments};

/// What a replication says about issues.
#[derive(Clone, Copy, Debug)]
pub struct IssueSample {
    /// Counts and sums.
    pub sums: IssueSums,
    /// 1 where satisfaction is asked for, so that its figures are undefined where it is not; else 0.
    pub asked: f64,
    /// What a customer is worth.
    pub value: f64,
}

impl IssueSample {
    pub(super) fn new(scenario: &Scenario, sample: &JourneySample) -> Self {
        let value = scenario.satisfaction.as_ref().map(|satisfaction| satisfaction.value);
        let asked = f64::from(u8::from(value.is_some()));
        Self { sums: sample.issues, asked, value: value.unwrap_or(0.0) }
    }

    /// A sum over all issues.
    fn per_issue(&self, sum: f64) -> (f64, f64) {
        (sum, f64::from(self.sums.issues))
    }
}

/// A figure of the issues.
#[derive(Clone, Copy, Debug)]
pub struct IssueFigure {
    /// Its name in the result document; of a distribution it is the mean.
    pub name: &'static str,
    /// Numerator and denominator in one replication; counts are over 1 replication.
    pub parts: fn(&IssueSample) -> (f64, f64),
}

/// The figures of the issues, in the order of the result document.
pub const ISSUE_FIGURES: &[IssueFigure] = &[
    IssueFigure { name: "issues", parts: |s| (f64::from(s.sums.issues), 1.0) },
    IssueFigure { name: "resolved", parts: |s| (f64::from(s.sums.resolved), 1.0) },
    IssueFigure { name: "gave_up", parts: |s| (f64::from(s.sums.gave_up), 1.0) },
    IssueFigure { name: "escalated", parts: |s| (f64::from(s.sums.escalated), 1.0) },
    IssueFigure { name: "open", parts: |s| (f64::from(s.sums.open), 1.0) },
    IssueFigure { name: "resolved_at_first", parts: |s| s.per_issue(f64::from(s.sums.resolved_at_first)) },
    IssueFigure { name: "contacts_per_issue", parts: |s| s.per_issue(s.sums.contacts as f64) },
    IssueFigure {
        name: "time_to_resolution",
        parts: |s| (s.sums.time_to_resolution, f64::from(s.sums.resolved + s.sums.escalated)),
    },
    IssueFigure { name: "time_on_contact", parts: |s| s.per_issue(s.sums.time_on_contact) },
    IssueFigure { name: "agents_met", parts: |s| s.per_issue(s.sums.agents_met as f64) },
    IssueFigure { name: "longest_wait", parts: |s| s.per_issue(s.sums.longest_wait) },
    IssueFigure { name: "repetitions", parts: |s| s.per_issue(s.sums.repetitions as f64) },
    IssueFigure { name: "broken_promises", parts: |s| s.per_issue(s.sums.broken_promises as f64) },
    IssueFigure { name: "csat", parts: |s| s.sums.feedback.csat() },
    IssueFigure { name: "churned", parts: |s| (s.sums.leaving, s.asked) },
    IssueFigure { name: "churn_share", parts: |s| (s.sums.leaving, f64::from(s.sums.feedback.asked)) },
    IssueFigure { name: "money_at_risk", parts: |s| (s.sums.leaving * s.value, s.asked) },
    IssueFigure { name: "cost", parts: |s| (s.sums.cost, 1.0) },
    IssueFigure { name: "story", parts: |s| s.per_issue(f64::from(s.sums.like_story)) },
];

/// Percentiles of the distributions that are reported: stories are told from the far end.
const PERCENTILES: [f64; 5] = [50.0, 90.0, 95.0, 99.0, 99.9];

/// The statistics of customers over the replications so far.
#[derive(Clone, Debug)]
pub(super) struct JourneyStatistics {
    figures: Vec<RatioMoments>,
    feedback: FeedbackStatistics,
    distributions: [Distribution; of::ALL],
    /// Of the contacts of each type, and in each interval: `[type]`, `[type * intervals + interval]`.
    contacts: Vec<FeedbackStatistics>,
    cells: Vec<RatioMoments>,
    /// By type.
    waits: Vec<WaitStatistics>,
    has_story: bool,
    has_satisfaction: bool,
}

impl JourneyStatistics {
    /// Nothing yet; none where the scenario does not follow customers.
    pub(super) fn new(layout: &Layout) -> Option<Self> {
        let customers = layout.journeys.as_ref()?;
        let whole = |place| [of::CONTACTS, of::AGENTS_MET].contains(&place);
        Some(Self {
            figures: vec![RatioMoments::default(); ISSUE_FIGURES.len()],
            feedback: FeedbackStatistics::default(),
            distributions: std::array::from_fn(|place| Distribution::new(whole(place))),
            contacts: vec![FeedbackStatistics::default(); layout.types],
            cells: vec![RatioMoments::default(); layout.types * layout.intervals],
            waits: vec![WaitStatistics::default(); layout.types],
            has_story: customers.story.is_some(),
            has_satisfaction: customers.model.is_some(),
        })
    }

    /// Takes a replication in. Its distributions are taken by [`JourneyStatistics::merge`].
    pub(super) fn push(&mut self, scenario: &Scenario, layout: &Layout, sample: &Sample) {
        let Some(journeys) = &sample.journeys else { return };
        let issues = IssueSample::new(scenario, journeys);
        for (moments, figure) in self.figures.iter_mut().zip(ISSUE_FIGURES) {
            moments.push((figure.parts)(&issues));
        }
        self.feedback.push(&issues.sums.feedback);
        for (place, recorded) in journeys.recorded.iter().enumerate() {
            let count = match place {
                of::TIME_TO_RESOLUTION => issues.sums.resolved + issues.sums.escalated,
                _ => issues.sums.issues,
            };
            self.distributions[place].push(recorded, 0, count);
        }
        for (kind, statistics) in self.contacts.iter_mut().enumerate() {
            statistics.push(&sample.feedback_of(layout, kind));
        }
        self.cells.iter_mut().zip(&journeys.contacts).for_each(|(moments, cell)| moments.push(cell.csat()));
        self.waits.iter_mut().zip(journeys.waits.chunks(CELLS)).for_each(|(waits, cells)| waits.push(cells));
    }

    /// Takes the distributions of some replications in.
    pub(super) fn merge(&mut self, recordings: &[Recording]) {
        self.distributions.iter_mut().zip(recordings).for_each(|(mine, theirs)| mine.merge(theirs));
    }

    /// How satisfied contacts of a type leave customers; none without a model of satisfaction.
    pub(super) fn of_contacts(&self, kind: usize) -> Option<SatisfactionFigures> {
        self.has_satisfaction.then(|| self.contacts[kind].figures())
    }

    /// Share of satisfied customers in a cell (type and interval).
    pub(super) fn csat(&self, cell: usize) -> Option<Estimate> {
        self.cells[cell].ratio()
    }

    /// What charts of customers are drawn from.
    pub(super) fn curves(&self, scenario: &Scenario, customers: &JourneyLayout) -> CustomerCurves {
        let by_wait = |model: &SatisfactionModel| {
            let kinds = scenario.contacts.iter().zip(&customers.expected).zip(&self.waits);
            kinds
                .filter_map(|((kind, expected), waits)| Some((kind.name.clone(), waits.curve(model, (*expected)?)?)))
                .collect()
        };
        CustomerCurves {
            contacts_per_issue: self.distributions[of::CONTACTS].counts(),
            story_contacts: customers.story.and_then(|story| story.contacts),
            flawless: customers.model.as_ref().map(|model| model.coefficients().base),
            by_wait: customers.model.as_ref().map(by_wait).unwrap_or_default(),
        }
    }

    /// The figures as they stand.
    pub(super) fn figures(&self) -> JourneyFigures {
        let SatisfactionFigures { csat, nps, effort, grades } = self.feedback.figures();
        JourneyFigures {
            issues: self.figure("issues"),
            resolved: self.figure("resolved"),
            gave_up: self.figure("gave_up"),
            escalated: self.figure("escalated"),
            open: self.figure("open"),
            resolved_at_first: self.figure("resolved_at_first"),
            contacts_per_issue: self.distribution("contacts_per_issue", of::CONTACTS),
            time_to_resolution: self.distribution("time_to_resolution", of::TIME_TO_RESOLUTION),
            time_on_contact: self.distribution("time_on_contact", of::TIME_ON_CONTACT),
            agents_met: self.distribution("agents_met", of::AGENTS_MET),
            longest_wait: self.distribution("longest_wait", of::LONGEST_WAIT),
            repetitions: self.figure("repetitions"),
            broken_promises: self.figure("broken_promises"),
            csat,
            nps,
            effort,
            grades,
            churned: self.figure("churned"),
            churn_share: self.figure("churn_share"),
            money_at_risk: self.figure("money_at_risk"),
            cost: self.figure("cost"),
            story: self.has_story.then(|| self.story()),
        }
    }

    fn moments(&self, name: &str) -> Option<&RatioMoments> {
        self.figures.get(ISSUE_FIGURES.iter().position(|figure| figure.name == name)?)
    }

    fn figure(&self, name: &str) -> Option<Estimate> {
        self.moments(name)?.ratio()
    }

    fn distribution(&self, name: &str, place: usize) -> DistributionFigures {
        let percentiles = self.distributions[place].percentiles(&PERCENTILES);
        DistributionFigures {
            mean: self.figure(name),
            percentiles: percentiles.values,
            percentiles_ci95: percentiles.ci95,
            max: self.distributions[place].most(),
        }
    }

    fn story(&self) -> StoryFigures {
        let share = self.moments("story").and_then(RatioMoments::share);
        StoryFigures { share, percentile: share.map(|share| 1.0 - share.value) }
    }
}
