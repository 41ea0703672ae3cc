//! Figures taken apart by replication, so that scenarios can be compared in pairs.

use super::figures::{self, CONTACT_FIGURES};
use super::journey_statistics::{ISSUE_FIGURES, IssueSample};
use super::layout::Layout;
use super::sample::{Sample, agent_total, contact_sample};
use super::tally::AgentTime;
use crate::scenario::{AgentGroup, ContactType, Scenario};
use crate::units::HOUR;
use crate::workforce::{Hours, Week};

/// Who a figure is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A contact type, by index.
    Contact(usize),
    /// An agent group, by index.
    Group(usize),
    /// The whole centre.
    Centre,
}

/// One figure's numerator and denominator in each replication, for paired comparison.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Who it is about.
    pub subject: Subject,
    /// Its name in the result document; of a distribution it is the mean. The `cost` of the centre is agents' pay and,
    /// where customers are followed, what is spent on them.
    pub figure: &'static str,
    /// One pair a replication.
    pub pairs: Vec<(f64, f64)>,
}

/// Whether it is known what a group costs.
pub(super) fn has_cost(group: &AgentGroup) -> bool {
    group.cost_per_hour.is_some() || group.people.is_some()
}

/// What a group costs in some time, and the hours of it that are paid: by its people's account of these weeks, or by the
/// time that its agents are logged in.
pub(super) fn paid(group: &AgentGroup, time: &AgentTime, weeks: &[Week]) -> Paid {
    if group.people.is_some() {
        let sum = |of: fn(&Week) -> f64| weeks.iter().map(of).sum();
        return Paid { hours: sum(|week| week.hours.paid), cost: sum(|week| week.cost.total()) };
    }
    let hours = Hours::of_presence(time.logged_in / HOUR, group.shrinkage).paid;
    Paid { hours, cost: hours * group.cost_per_hour.unwrap_or(0.0) }
}

/// What is paid to a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paid {
    pub(super) hours: f64,
    pub(super) cost: f64,
}

/// What a group costs in a replication.
pub(super) fn paid_in_all(scenario: &Scenario, layout: &Layout, sample: &Sample, group: usize) -> Paid {
    paid(&scenario.groups[group], &agent_total(layout, sample, group), sample.people(layout, group))
}

/// The comparable figures of a scenario, without a replication yet.
pub(super) fn parts(scenario: &Scenario) -> Vec<Parts> {
    const COMPARED: [&str; 6] =
        ["offered", "service_level", "p_abandon", "mean_wait", "mean_wait_answered", "p_blocked"];
    const OF_ISSUES: [&str; 2] = ["contacts_per_issue", "resolved_at_first"];
    const OF_SATISFACTION: [&str; 3] = ["csat", "churn_share", "money_at_risk"];
    let new = |subject, figure| Parts { subject, figure, pairs: Vec::new() };
    let (followed, satisfaction) = (scenario.keeps_journeys(), scenario.satisfaction.is_some());
    let mut parts = Vec::new();
    for kind in 0..scenario.contacts.len() {
        parts.extend(COMPARED.map(|figure| new(Subject::Contact(kind), figure)));
        parts.extend(satisfaction.then(|| new(Subject::Contact(kind), "csat")));
    }
    for group in 0..scenario.groups.len() {
        parts.push(new(Subject::Group(group), "occupancy"));
        parts.push(new(Subject::Group(group), "logged_in_hours"));
        if has_cost(&scenario.groups[group]) {
            parts.push(new(Subject::Group(group), "cost"));
        }
    }
    parts.extend(OF_ISSUES.iter().filter(|_| followed).map(|figure| new(Subject::Centre, figure)));
    parts.extend(OF_SATISFACTION.iter().filter(|_| satisfaction).map(|figure| new(Subject::Centre, figure)));
    // With one promise its row would say what that of its type says.
    let several = scenario.contacts.iter().filter(|contact| has_promise(contact)).count() > 1;
    parts.extend(of_centre(scenario).into_iter().filter(|part| several || part.figure != "service_level"));
    parts
}

/// Figures of the whole centre beside those of the issues: the service level over all types that promise one, each at its
/// own threshold, and the cost, where the pay of everybody is known.
pub(super) fn of_centre(scenario: &Scenario) -> Vec<Parts> {
    let promised = scenario.contacts.iter().any(has_promise);
    let paid = !scenario.groups.is_empty() && scenario.groups.iter().all(has_cost);
    let figures = promised.then_some("service_level").into_iter().chain(paid.then_some("cost"));
    figures.map(|figure| Parts { subject: Subject::Centre, figure, pairs: Vec::new() }).collect()
}

/// Whether a contact type promises a service level.
fn has_promise(contact: &ContactType) -> bool {
    contact.target.is_some_and(|target| target.answer.is_some())
}

/// A comparable figure in one replication.
pub(super) fn pair(scenario: &Scenario, layout: &Layout, sample: &Sample, part: &Parts) -> (f64, f64) {
    match part.subject {
        Subject::Contact(kind) if part.figure == "csat" => sample.feedback_of(layout, kind).csat(),
        Subject::Contact(kind) => {
            let total = contact_sample(scenario, layout, sample, kind);
            let figure = CONTACT_FIGURES.iter().find(|f| f.name == part.figure);
            figure.map_or((0.0, 0.0), |f| (f.parts)(&total))
        }
        Subject::Group(group) => {
            let total = agent_total(layout, sample, group);
            match part.figure {
                "occupancy" => figures::occupancy(&total),
                "cost" => (paid_in_all(scenario, layout, sample, group).cost, 1.0),
                _ => (total.logged_in / HOUR, 1.0),
            }
        }
        Subject::Centre => {
            let issues = sample.journeys.as_ref().map(|journeys| IssueSample::new(scenario, journeys));
            if part.figure == "cost" {
                let pay: f64 = (0..layout.groups).map(|group| paid_in_all(scenario, layout, sample, group).cost).sum();
                return (pay + issues.map_or(0.0, |issues| issues.sums.cost), 1.0);
            }
            if part.figure == "service_level" {
                return promised_level(scenario, layout, sample);
            }
            let figure = ISSUE_FIGURES.iter().find(|f| f.name == part.figure);
            issues.zip(figure).map_or((0.0, 0.0), |(issues, figure)| (figure.parts)(&issues))
        }
    }
}

/// Contacts answered in time over those that count, of all types that promise a service level.
fn promised_level(scenario: &Scenario, layout: &Layout, sample: &Sample) -> (f64, f64) {
    let promised = (0..layout.types).filter(|kind| has_promise(&scenario.contacts[*kind]));
    let level = |kind| {
        let total = contact_sample(scenario, layout, sample, kind);
        figures::service_level(total.rule, &total.counts)
    };
    promised.map(level).fold((0.0, 0.0), |sum, level| (sum.0 + level.0, sum.1 + level.1))
}
