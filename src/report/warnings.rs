//! What a reader should know before believing the figures: what was seen, why it matters, what to try.

use std::fmt;

use crate::kpi::{AgentFigures, ContactFigures, ScenarioResult, Stop};
use crate::report::Verdict;
use crate::report::wording::{self, Kind};

/// One thing to know before believing the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// What was seen.
    pub seen: String,
    /// Why it matters.
    pub matters: &'static str,
    /// What to try.
    pub remedy: &'static str,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {} {}", self.seen, self.matters, self.remedy)
    }
}

/// Fewer replications than this make Student's t so wide that the intervals say little.
const FEW: u32 = 10;
/// A wider service level than ± this share is of little use for staffing.
const WIDE: f64 = 0.02;
/// Agents this busy have no slack; small surprises become long queues.
const BUSY: f64 = 0.9;
/// A mean above target that still fails on more days than this deserves a word.
const BAD_DAYS: f64 = 0.2;

/// More issues than this still open make all figures of issues depend on the horizon.
const OPEN: f64 = 0.05;

/// All warnings about one scenario, the ones about trust first.
#[must_use]
pub fn warnings(scenario: &ScenarioResult) -> Vec<Warning> {
    let mut all: Vec<Warning> = stopped(scenario).into_iter().chain(few(scenario)).collect();
    all.extend(contact_warnings(scenario));
    all.extend(busy(scenario));
    all.extend(beyond_cap(scenario));
    all.extend(open(scenario));
    all
}

fn stopped(scenario: &ScenarioResult) -> Option<Warning> {
    match scenario.stop {
        Stop::Interrupted => Some(Warning {
            seen: match scenario.replications {
                1 => "Interrupted after one replication".into(),
                n => format!("Interrupted after {} replications", wording::number(f64::from(n), 0)),
            },
            matters: "The figures are right but less precise than planned.",
            remedy: "Run again to the end for the intervals you asked for.",
        }),
        Stop::MaxReplications => Some(Warning {
            seen: format!(
                "The precision asked for was not reached in {} replications",
                wording::number(f64::from(scenario.replications), 0)
            ),
            matters: "The intervals are still wider than you wanted.",
            remedy: "Allow more replications, or ask for less precision.",
        }),
        Stop::Replications | Stop::PrecisionReached => None,
    }
}

fn few(scenario: &ScenarioResult) -> Option<Warning> {
    match scenario.replications {
        0 | 1 => Some(Warning {
            seen: "A single replication".into(),
            matters: "It cannot tell how far chance moved the figures.",
            remedy: "Run at least 10, better 100: `--replications 100`.",
        }),
        n if n < FEW => Some(Warning {
            seen: format!("Only {n} replications"),
            matters: "The intervals are wide and themselves uncertain.",
            remedy: "Run at least 10, better 100: `--replications 100`.",
        }),
        _ => None,
    }
}

/// A condition on a contact type, with the words that go with it.
struct Check {
    seen: &'static str,
    matters: &'static str,
    remedy: &'static str,
    /// The text to show beside the name when the condition holds.
    holds: fn(&ContactFigures) -> Option<String>,
}

const CHECKS: [Check; 5] = [
    Check {
        seen: "No contact arrived",
        matters: "Its figures are undefined.",
        remedy: "Check its arrivals and opening hours.",
        holds: |c| c.offered.is_none_or(|o| o.value == 0.0).then(String::new),
    },
    Check {
        seen: "The service level is known only roughly",
        matters: "More than 2 points either way hides a good agent's worth of difference.",
        remedy: "Run more replications; four times as many halve the interval.",
        holds: |c| {
            c.service_level?.half_width().filter(|h| *h > WIDE).map(|_| Kind::Share.show(c.service_level.as_ref()))
        },
    },
    Check {
        seen: "The mean meets the target but many days do not",
        matters: "Customers live through days, not through the mean.",
        remedy: "Staff for the busier days, or promise less.",
        holds: |c| {
            c.days_met
                .filter(|d| meets_on_average(c) == Some(true) && d.value < 1.0 - BAD_DAYS)
                .map(|d| format!("{} of days", wording::share_between(Some(&d))))
        },
    },
    Check {
        seen: "Many contacts found all lines busy or the queue full",
        matters: "They are not in the service level, which looks better than the service was.",
        remedy: "Add lines or raise `queue_limit`, or report the service level as `offered`.",
        holds: |c| c.p_blocked.filter(|p| p.value > 0.01).map(|p| Kind::Share.show(Some(&p))),
    },
    Check {
        seen: "Contacts were turned away at closing time",
        matters: "They count as closed and are not in the service level.",
        remedy: "Keep agents on after closing, or set `at_close = \"serve\"`.",
        holds: |c| c.closed.filter(|n| n.value > 0.0).map(|n| format!("{} a replication", Kind::Count.show(Some(&n)))),
    },
];

/// Whether the service level, or without a target for it the speed of answer, keeps its promise.
fn meets_on_average(contact: &ContactFigures) -> Option<bool> {
    let target = contact.target?;
    match target.answer {
        Some(least) => Some(contact.service_level?.value >= least),
        None => Some(contact.mean_wait_answered?.value <= target.asa?),
    }
}

fn contact_warnings(scenario: &ScenarioResult) -> impl Iterator<Item = Warning> {
    CHECKS.iter().filter_map(|check| {
        let subjects: Vec<String> =
            scenario.contacts.iter().filter_map(|(name, c)| Some(subject(name, &(check.holds)(c)?))).collect();
        warning(check.seen, &subjects, check.matters, check.remedy)
    })
}

fn busy(scenario: &ScenarioResult) -> Option<Warning> {
    let over = |a: &AgentFigures| a.occupancy.filter(|o| o.value > BUSY);
    let subjects: Vec<String> = scenario
        .agents
        .iter()
        .filter_map(|(name, a)| Some(subject(name, &Kind::Share.show(Some(&over(a)?)))))
        .collect();
    warning(
        "Agents are busy more than 90 % of the time",
        &subjects,
        "Waits grow steeply from here, and people tire.",
        "Add agents, or move contacts to a group with room.",
    )
}

/// Groups whose occupancy is beyond what a plan may ask of them, with 95 % confidence.
fn beyond_cap(scenario: &ScenarioResult) -> Option<Warning> {
    let beyond = |a: &AgentFigures| (Verdict::on_occupancy(a) == Some(Verdict::Missed)).then_some(a.max_occupancy)?;
    let words = |a: &AgentFigures| {
        let cap = wording::percent(beyond(a)?);
        Some(format!("{}, cap {cap}", Kind::Share.show(a.occupancy.as_ref())))
    };
    let subjects: Vec<String> =
        scenario.agents.iter().filter_map(|(name, a)| Some(subject(name, &words(a)?))).collect();
    warning(
        "Agents are busier than `max_occupancy` allows",
        &subjects,
        "They work harder than the plan promised them.",
        "Add agents, or raise `max_occupancy`.",
    )
}

fn open(scenario: &ScenarioResult) -> Option<Warning> {
    let journeys = scenario.journeys.as_ref()?;
    let share = journeys.open?.value / journeys.issues?.value;
    (share > OPEN).then(|| Warning {
        seen: format!("{} % of the issues were still open when the horizon ended", wording::number(share * 100.0, 0)),
        matters: "They count as unresolved, with fewer contacts than they would have needed.",
        remedy: "Simulate more days; what is left open then weighs less.",
    })
}

fn subject(name: &str, detail: &str) -> String {
    if detail.is_empty() { name.to_owned() } else { format!("{name} ({detail})") }
}

/// One warning for all subjects of a kind: twelve contact types must not make twelve lines.
fn warning(seen: &str, subjects: &[String], matters: &'static str, remedy: &'static str) -> Option<Warning> {
    let names: Vec<&str> = subjects.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| Warning { seen: format!("{seen}: {}", wording::list(&names)), matters, remedy })
}
