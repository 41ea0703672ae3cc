//! Figures taken apart by replication, so that scenarios can be compared in pairs.

use super::figures::{self, CONTACT_FIGURES};
use super::layout::Layout;
use super::sample::{Sample, agent_total, contact_sample};
use crate::scenario::Scenario;
use crate::units::HOUR;

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
    /// Its name in the result document.
    pub figure: &'static str,
    /// One pair a replication.
    pub pairs: Vec<(f64, f64)>,
}

/// Money for each logged-in hour: paid hours are logged-in hours divided by (1 - shrinkage).
pub(super) fn price(scenario: &Scenario, group: usize) -> Option<f64> {
    let group = &scenario.groups[group];
    group.cost_per_hour.map(|rate| rate / (1.0 - group.shrinkage))
}

/// The comparable figures of a scenario, without a replication yet.
pub(super) fn parts(scenario: &Scenario) -> Vec<Parts> {
    const COMPARED: [&str; 6] =
        ["offered", "service_level", "p_abandon", "mean_wait", "mean_wait_answered", "p_blocked"];
    let new = |subject, figure| Parts { subject, figure, pairs: Vec::new() };
    let mut parts = Vec::new();
    for kind in 0..scenario.contacts.len() {
        parts.extend(COMPARED.map(|figure| new(Subject::Contact(kind), figure)));
    }
    for group in 0..scenario.groups.len() {
        parts.push(new(Subject::Group(group), "occupancy"));
        parts.push(new(Subject::Group(group), "logged_in_hours"));
        if scenario.groups[group].cost_per_hour.is_some() {
            parts.push(new(Subject::Group(group), "cost"));
        }
    }
    if scenario.groups.iter().any(|g| g.cost_per_hour.is_some()) {
        parts.push(new(Subject::Centre, "cost"));
    }
    parts
}

/// A comparable figure in one replication.
pub(super) fn pair(scenario: &Scenario, layout: &Layout, sample: &Sample, part: &Parts) -> (f64, f64) {
    match part.subject {
        Subject::Contact(kind) => {
            let total = contact_sample(scenario, layout, sample, kind);
            let figure = CONTACT_FIGURES.iter().find(|f| f.name == part.figure);
            figure.map_or((0.0, 0.0), |f| (f.parts)(&total))
        }
        Subject::Group(group) => {
            let total = agent_total(layout, sample, group);
            match part.figure {
                "occupancy" => figures::occupancy(&total),
                "cost" => (price(scenario, group).unwrap_or(0.0) * total.logged_in / HOUR, 1.0),
                _ => (total.logged_in / HOUR, 1.0),
            }
        }
        Subject::Centre => {
            let cost = |g| price(scenario, g).unwrap_or(0.0) * agent_total(layout, sample, g).logged_in / HOUR;
            ((0..layout.groups).map(cost).sum(), 1.0)
        }
    }
}
