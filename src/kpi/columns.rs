//! All figures of a scenario in one replication, each as a sum over a sum, in an order that follows from the scenario.

use serde::{Deserialize, Serialize};

use super::figures::{CONTACT_FIGURES, service_level_of};
use super::journey_statistics::ISSUE_FIGURES;
use super::layout::Layout;
use super::parts::{Parts, Subject, of_centre, pair};
use super::sample::{Sample, contact_sample};
use super::statistics::meets;
use crate::scenario::Scenario;

/// What a figure is called in results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// `contacts`, `agents`, `centre` or `journeys`.
    pub kind: String,
    /// The contact type or agent group; `all` of the centre, `issues` of journeys.
    pub subject: String,
    /// Its name in the result document.
    pub figure: String,
}

/// How a column is counted.
#[derive(Clone, Debug)]
enum Count {
    /// As one of the comparable figures.
    Part(Parts),
    /// Service level of a contact type within a further threshold, by their indices.
    Within(usize, usize),
    /// Days on which a contact type's whole promise was kept, over days that tell.
    DaysMet(usize),
}

/// The names of all figures of a scenario.
#[must_use]
pub fn columns(scenario: &Scenario) -> Vec<Column> {
    counted(scenario).into_iter().map(|(column, _)| column).collect()
}

/// Numerator and denominator of each figure of [`columns`] in one replication.
#[must_use]
pub fn column_pairs(scenario: &Scenario, layout: &Layout, sample: &Sample) -> Vec<(f64, f64)> {
    counted(scenario).iter().map(|(_, count)| counted_pair(scenario, layout, sample, count)).collect()
}

fn counted(scenario: &Scenario) -> Vec<(Column, Count)> {
    let mut all = Vec::new();
    let mut add = |kind: &str, subject: &str, figure: String, count| {
        all.push((Column { kind: kind.into(), subject: subject.into(), figure }, count));
    };
    let part = |subject, figure| Count::Part(Parts { subject, figure, pairs: Vec::new() });
    for (kind, contact) in scenario.contacts.iter().enumerate() {
        for figure in CONTACT_FIGURES {
            add("contacts", &contact.name, figure.name.into(), part(Subject::Contact(kind), figure.name));
        }
        for (band, seconds) in scenario.report.within.iter().enumerate() {
            add(
                "contacts",
                &contact.name,
                format!("within.{}.service_level", seconds.get()),
                Count::Within(kind, band),
            );
        }
        if contact.target.is_some() {
            add("contacts", &contact.name, "days_met".into(), Count::DaysMet(kind));
        }
        if scenario.satisfaction.is_some() {
            add("contacts", &contact.name, "satisfaction.csat".into(), part(Subject::Contact(kind), "csat"));
        }
    }
    for (index, group) in scenario.groups.iter().enumerate() {
        for figure in ["occupancy", "logged_in_hours"].into_iter().chain(group.cost_per_hour.map(|_| "cost")) {
            add("agents", &group.name, figure.into(), part(Subject::Group(index), figure));
        }
    }
    for figure in of_centre(scenario) {
        add("centre", "all", figure.figure.into(), Count::Part(figure));
    }
    if scenario.keeps_journeys() {
        let asked = scenario.satisfaction.is_some();
        let told = |name: &str| match name {
            "csat" | "churned" | "churn_share" | "money_at_risk" => asked,
            "story" => scenario.report.story.is_some(),
            // With all pay known it is that of the centre.
            "cost" => false,
            _ => true,
        };
        for figure in ISSUE_FIGURES.iter().filter(|figure| told(figure.name)) {
            add("journeys", "issues", figure.name.into(), part(Subject::Centre, figure.name));
        }
    }
    all
}

fn counted_pair(scenario: &Scenario, layout: &Layout, sample: &Sample, count: &Count) -> (f64, f64) {
    match count {
        Count::Part(part) => pair(scenario, layout, sample, part),
        Count::Within(kind, band) => {
            let counts = contact_sample(scenario, layout, sample, *kind).counts;
            let bands = layout.thresholds.len();
            let up_to = |list: &[u32]| list[kind * bands..=kind * bands + band].iter().sum::<u32>();
            let answered = counts.at_once + up_to(&sample.answered_by);
            let abandoned = counts.left_at_once + up_to(&sample.abandoned_by);
            service_level_of(scenario.report.service_level, &counts, answered, abandoned)
        }
        Count::DaysMet(kind) => days_met(scenario, layout, sample, *kind),
    }
}

fn days_met(scenario: &Scenario, layout: &Layout, sample: &Sample, kind: usize) -> (f64, f64) {
    let Some(target) = &scenario.contacts[kind].target else { return (0.0, 0.0) };
    let rule = scenario.report.service_level;
    let day = |day| {
        let counts = sample.counts_of_day(layout, kind, day);
        meets(rule, target, &counts, sample.feedback_of_day(layout, kind, day))
    };
    let told = (0..layout.days).filter_map(day);
    told.fold((0.0, 0.0), |(met, days), kept| (met + f64::from(u8::from(kept)), days + 1.0))
}
