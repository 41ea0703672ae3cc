//! What a replication leaves behind on customers: counts and sums, folded as contacts and issues end.

use super::distribution::{Recorded, Recording};
use super::feedback::Feedback;
use super::issue_weeks::IssueWeek;
use super::layout::Layout;
use super::wait_bins::{self, WaitCell};
use crate::engine::{Contact, Ending, GroupId, Journey, Outcome};
use crate::experience::{Experience, SatisfactionModel};
use crate::scenario::{Channel, QualityProgramme, Scenario, Story};
use crate::units::Seconds;

/// What a tally needs to know to follow customers.
#[derive(Clone, Debug)]
pub(super) struct JourneyLayout {
    /// The model of satisfaction, where it is asked for.
    pub(super) model: Option<SatisfactionModel>,
    /// The wait that customers of each type expect, s; none where there is no queue.
    pub(super) expected: Vec<Option<f64>>,
    /// What who begins with each type expects of a queue, of the answer to an e-mail or a message, and of a call-back,
    /// s.
    expected_of_issue: Vec<[f64; 3]>,
    pub(super) story: Option<Story>,
    /// Money for each evaluation, by group.
    evaluation: Vec<f64>,
    /// Money for the training of all agents.
    training: f64,
}

impl JourneyLayout {
    /// Of a scenario; none where it does not follow customers.
    pub(super) fn new(scenario: &Scenario) -> Option<Self> {
        let expected = |channel| scenario.satisfaction.as_ref()?.expected.of(channel).map(|wait| wait.get());
        let evaluation = |quality: Option<QualityProgramme>| quality.map_or(0.0, |quality| quality.cost);
        scenario.keeps_journeys().then(|| Self {
            model: scenario.satisfaction.as_ref().map(SatisfactionModel::new),
            expected: scenario.contacts.iter().map(|kind| expected(kind.channel)).collect(),
            expected_of_issue: scenario.contacts.iter().map(|kind| expected_of_issue(scenario, kind.channel)).collect(),
            story: scenario.report.story,
            evaluation: scenario.groups.iter().map(|group| evaluation(group.quality)).collect(),
            training: scenario.groups.iter().filter_map(|g| Some(g.training?.cost * f64::from(g.staff.most()))).sum(),
        })
    }
}

/// What customers whose issue begins on a channel expect of a queue, and of a reply: where that channel has none, what
/// callers and writers of e-mails expect.
fn expected_of_issue(scenario: &Scenario, first: Channel) -> [f64; 3] {
    let expected = scenario.satisfaction.as_ref().map(|model| model.expected).unwrap_or_default();
    let of_first = expected.of(first).unwrap_or(expected.voice);
    let (queue, reply) = if first.is_deferred() { (expected.voice, of_first) } else { (of_first, expected.email) };
    [queue, reply, expected.callback].map(Seconds::get)
}

/// Counts and sums over the issues that began in the measured window.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct IssueSums {
    /// All of them.
    pub issues: u32,
    /// Resolved without having been escalated.
    pub resolved: u32,
    /// Given up by the customer.
    pub gave_up: u32,
    /// Taken to a public channel or a regulator.
    pub escalated: u32,
    /// Still open at the end of the horizon.
    pub open: u32,
    /// Resolved in the first contact.
    pub resolved_at_first: u32,
    /// Contacts made.
    pub contacts: u64,
    /// Sum of the times to resolution, s.
    pub time_to_resolution: f64,
    /// Time waiting, in self-service and talking, s.
    pub time_on_contact: f64,
    /// Different agents met.
    pub agents_met: u64,
    /// Sum of the longest waits, s.
    pub longest_wait: f64,
    /// Times that the story had to be told again.
    pub repetitions: u64,
    /// Promises that were broken.
    pub broken_promises: u64,
    /// At least as bad as the story.
    pub like_story: u32,
    /// Expected number of customers who leave.
    pub leaving: f64,
    /// Money spent on them: escalation, compensation, evaluations, training.
    pub cost: f64,
    /// How satisfied they end.
    pub feedback: Feedback,
}

/// Distributions over issues, by their place in a tally.
pub(super) mod of {
    pub(in crate::kpi) const CONTACTS: usize = 0;
    pub(in crate::kpi) const TIME_TO_RESOLUTION: usize = 1;
    pub(in crate::kpi) const TIME_ON_CONTACT: usize = 2;
    pub(in crate::kpi) const AGENTS_MET: usize = 3;
    pub(in crate::kpi) const LONGEST_WAIT: usize = 4;
    /// How many there are.
    pub(in crate::kpi) const ALL: usize = 5;
}

/// What one replication says about customers.
#[derive(Clone, Debug)]
pub(super) struct JourneySample {
    pub(super) issues: IssueSums,
    /// By type and interval: `[type * intervals + interval]`.
    pub(super) contacts: Vec<Feedback>,
    /// By type and cell: `[type * wait_bins::CELLS + cell]`.
    pub(super) waits: Vec<WaitCell>,
    pub(super) recorded: [Recorded; of::ALL],
    /// By week.
    pub(super) weeks: Vec<IssueWeek>,
}

/// Follows customers through one replication.
#[derive(Clone, Debug)]
pub(super) struct JourneyTally<'a> {
    layout: &'a Layout,
    customers: &'a JourneyLayout,
    issues: IssueSums,
    contacts: Vec<Feedback>,
    waits: Vec<WaitCell>,
    weeks: Vec<IssueWeek>,
    pub(super) recordings: [Recording; of::ALL],
}

impl<'a> JourneyTally<'a> {
    /// An empty one; none where the scenario does not follow customers.
    pub(super) fn new(layout: &'a Layout) -> Option<Self> {
        layout.journeys.as_ref().map(|customers| Self {
            layout,
            customers,
            issues: IssueSums::default(),
            contacts: vec![Feedback::default(); layout.types * layout.intervals],
            waits: vec![WaitCell::default(); layout.types * wait_bins::CELLS],
            weeks: vec![IssueWeek::default(); layout.weeks.len()],
            recordings: Default::default(),
        })
    }

    /// Hands over what the replication left behind; distributions stay and add up.
    pub(super) fn take(&mut self) -> JourneySample {
        let fresh = vec![Feedback::default(); self.contacts.len()];
        let unwaited = vec![WaitCell::default(); self.waits.len()];
        let mut issues = std::mem::take(&mut self.issues);
        issues.cost += self.customers.training;
        JourneySample {
            issues,
            contacts: std::mem::replace(&mut self.contacts, fresh),
            waits: std::mem::replace(&mut self.waits, unwaited),
            recorded: self.recordings.each_mut().map(Recording::take),
            weeks: std::mem::replace(&mut self.weeks, vec![IssueWeek::default(); self.layout.weeks.len()]),
        }
    }

    pub(super) fn contact_ended(&mut self, contact: &Contact, journey: &Journey, ending: Ending) {
        let Some(model) = self.customers.model.as_ref().filter(|_| self.layout.measures(contact)) else { return };
        let expected = if journey.awaits_call {
            Some(model.coefficients().expected.callback.get())
        } else {
            self.customers.expected[contact.kind.index()]
        };
        let lived = Experience::of_contact(journey, ending, expected);
        let answers = model.answers(model.score(&lived));
        self.contacts[self.layout.cell(contact)].push(&answers, model.effort(&lived));
        let cell = wait_bins::cell(lived.wait, ending).filter(|_| expected.is_some() && !journey.called_back);
        if let Some(cell) = cell {
            let place = contact.kind.index() * wait_bins::CELLS + cell;
            self.waits[place].push(journey.wait, answers.satisfied);
        }
    }

    pub(super) fn issue_ended(&mut self, journey: &Journey, outcome: Outcome, now: f64) {
        if journey.opened < self.layout.window.0 {
            return;
        }
        self.count(journey, outcome);
        self.measure(journey, now);
        let story = self.customers.story.as_ref();
        self.issues.like_story += u32::from(story.is_some_and(|story| is_as_bad(journey, story, now)));
        if let Some(model) = &self.customers.model {
            let expected = self.customers.expected_of_issue[journey.first.index()];
            let lived = Experience::of_issue(journey, outcome, expected);
            let (answers, effort, leaves) =
                (model.answers(model.score(&lived)), model.effort(&lived), model.leaves(&lived));
            self.issues.feedback.push(&answers, effort);
            self.issues.leaving += leaves;
            if let Some(week) = self.layout.week_of_moment(journey.opened) {
                self.weeks[week].feedback.push(&answers, effort);
                self.weeks[week].leaving += leaves;
            }
        }
    }

    fn count(&mut self, journey: &Journey, outcome: Outcome) {
        let issues = &mut self.issues;
        issues.issues += 1;
        *match outcome {
            Outcome::Resolved => &mut issues.resolved,
            Outcome::GaveUp => &mut issues.gave_up,
            Outcome::Escalated => &mut issues.escalated,
            Outcome::Open => &mut issues.open,
        } += 1;
        issues.resolved_at_first += u32::from(outcome == Outcome::Resolved && journey.contacts == 1);
        issues.repetitions += u64::from(journey.repetitions);
        issues.broken_promises += u64::from(journey.broken_promises);
        issues.cost += journey.cost;
    }

    fn measure(&mut self, journey: &Journey, now: f64) {
        self.issues.contacts += u64::from(journey.contacts);
        self.issues.time_on_contact += journey.time_on_contact;
        self.issues.agents_met += u64::from(journey.agents_met);
        self.issues.longest_wait += journey.longest_wait;
        self.recordings[of::CONTACTS].record(f64::from(journey.contacts));
        self.recordings[of::TIME_ON_CONTACT].record(journey.time_on_contact);
        self.recordings[of::AGENTS_MET].record(f64::from(journey.agents_met));
        self.recordings[of::LONGEST_WAIT].record(journey.longest_wait);
        if journey.resolved {
            let time = now - journey.opened;
            self.issues.time_to_resolution += time;
            self.recordings[of::TIME_TO_RESOLUTION].record(time);
        }
    }

    pub(super) fn evaluated(&mut self, group: GroupId, now: f64) {
        let (from, to) = self.layout.window;
        if (from..to).contains(&now) {
            self.issues.cost += self.customers.evaluation[group.index()];
        }
    }
}

/// Whether an issue that ended at `now` was at least as bad as the story in everything that the story names.
fn is_as_bad(journey: &Journey, story: &Story, now: f64) -> bool {
    story.contacts.is_none_or(|least| journey.contacts >= least)
        && story.agents_met.is_none_or(|least| journey.agents_met >= least)
        && story.time_on_contact.is_none_or(|least| journey.time_on_contact >= least.get())
        && story.duration.is_none_or(|least| now - journey.opened >= least.get())
        && story.longest_wait.is_none_or(|least| journey.longest_wait >= least.get())
        && story.broken_promises.is_none_or(|least| journey.broken_promises >= least)
}
