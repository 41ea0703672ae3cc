//! What a plan must keep: every target taken apart by what it measures and over what.

use statrs::distribution::ContinuousCDF;

use super::Periods;
use crate::kpi::{self, Counts, Layout, Sample, Subject};
use crate::scenario::{Arrivals, ContactType, Customers, Hours, Per, Scenario, ServiceLevel};

/// What is measured against a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Service level: share answered in time; at least the goal.
    Answer,
    /// Share that abandons; at most the goal.
    Abandon,
    /// Mean wait of answered contacts, s; at most the goal.
    Asa,
    /// Share of satisfied customers; at least the goal.
    Csat,
    /// Occupancy of a group; at most the goal.
    Occupancy,
}

impl Measure {
    /// Whether more is better.
    #[must_use]
    pub fn at_least(self) -> bool {
        matches!(self, Self::Answer | Self::Csat)
    }

    /// Numerator and denominator of an answer, an abandonment or a mean wait; nothing of what is not counted by contact.
    ///
    /// Who was let in and is sent away in the end has not been answered, whatever the figures of a report leave out: a plan
    /// must not keep its promises by letting people wait until it closes.
    #[must_use]
    pub fn of_counts(self, rule: ServiceLevel, counts: &Counts) -> (f64, f64) {
        let sent_away = f64::from(counts.closed_waiting);
        let (sum, of) = match self {
            Self::Answer => kpi::service_level(rule, counts),
            Self::Abandon => with(kpi::abandoned(counts), sent_away),
            Self::Asa => with(kpi::speed_of_answer(counts), counts.wait_closed),
            Self::Csat | Self::Occupancy => return (0.0, 0.0),
        };
        let counted = self == Self::Answer && rule == ServiceLevel::Offered;
        (sum, if counted { of } else { of + sent_away })
    }

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Abandon => "abandon",
            Self::Asa => "asa",
            Self::Csat => "csat",
            Self::Occupancy => "occupancy",
        }
    }
}

/// Over what a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// One period.
    Period(usize),
    /// All periods of a day of the plan; a plan whose days are alike has one day.
    Day(usize),
}

/// One goal that a plan must keep.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Promise {
    /// The contact type, or the group.
    pub subject: Subject,
    /// What is measured.
    pub measure: Measure,
    /// The goal: a share, or s.
    pub goal: f64,
    /// Over what.
    pub scope: Scope,
    /// Share of days on which it must be kept; none: on average over the days.
    pub days: Option<f64>,
}

impl Promise {
    /// How far above (or, for what is to be small, below) the goal `of` such contacts or hours with this sum are:
    /// negative where the goal is missed.
    #[must_use]
    pub fn surplus(&self, (sum, of): (f64, f64)) -> f64 {
        let above = sum - self.goal * of;
        if self.measure.at_least() { above } else { -above }
    }

    /// What one contact can weigh in the figure: 1 of a share, the goal itself of a mean wait.
    pub(super) fn unit(&self) -> f64 {
        if self.measure == Measure::Asa { self.goal } else { 1.0 }
    }

    /// Numerator and denominator in one interval of a replication.
    #[must_use]
    pub fn part(&self, scenario: &Scenario, layout: &Layout, sample: &Sample, interval: usize) -> (f64, f64) {
        match (self.subject, self.measure) {
            (Subject::Group(group), _) => kpi::occupancy(&sample.time(layout, group, interval)),
            (Subject::Contact(kind), Measure::Csat) => sample.feedback(layout, kind, interval).csat(),
            (Subject::Contact(kind), measure) => {
                measure.of_counts(scenario.report.service_level, sample.counts(layout, kind, interval))
            }
            (Subject::Centre, _) => (0.0, 0.0),
        }
    }

    /// What the value of its standing should reach: the goal, or the share of days.
    pub(super) fn wanted(&self) -> f64 {
        self.days.unwrap_or(self.goal)
    }

    /// The value of its standing that nothing betters.
    pub(super) fn best(&self) -> f64 {
        match self.measure {
            _ if self.days.is_some() => 1.0,
            Measure::Answer | Measure::Csat => 1.0,
            Measure::Abandon | Measure::Asa | Measure::Occupancy => 0.0,
        }
    }

    /// A figure on a scale on which agents count about evenly: shares by their normal quantile, waits by their
    /// logarithm, more being better.
    pub(super) fn depth(&self, value: f64) -> f64 {
        match self.measure {
            _ if self.days.is_some() => probit(value),
            Measure::Asa => -libm::log(value.max(1e-3)),
            Measure::Answer | Measure::Csat => probit(value),
            Measure::Abandon | Measure::Occupancy => -probit(value),
        }
    }

    /// The periods that it speaks of.
    #[must_use]
    pub fn periods(&self, periods: &Periods) -> std::ops::Range<usize> {
        match self.scope {
            Scope::Period(period) => period..period + 1,
            Scope::Day(day) => day * periods.per_day..(day + 1) * periods.per_day,
        }
    }
}

fn with((sum, of): (f64, f64), more: f64) -> (f64, f64) {
    (sum + more, of)
}

/// All promises of a scenario, in the order of the file.
#[must_use]
pub fn promises(scenario: &Scenario, periods: &Periods) -> Vec<Promise> {
    let contacts = scenario.contacts.iter().enumerate().flat_map(|(kind, c)| of_contact(scenario, periods, kind, c));
    let groups = scenario.groups.iter().enumerate().flat_map(|(group, agents)| {
        let cap = agents.max_occupancy.into_iter();
        cap.flat_map(move |goal| {
            let promise = Promise {
                subject: Subject::Group(group),
                measure: Measure::Occupancy,
                goal,
                scope: Scope::Period(0),
                days: None,
            };
            (0..periods.count).map(move |period| Promise { scope: Scope::Period(period), ..promise })
        })
    });
    contacts.chain(groups).collect()
}

fn of_contact(scenario: &Scenario, periods: &Periods, kind: usize, contact: &ContactType) -> Vec<Promise> {
    let Some(target) = contact.target else { return Vec::new() };
    let goals = [
        (Measure::Answer, target.answer),
        (Measure::Abandon, target.abandon),
        (Measure::Asa, target.asa.map(crate::units::Seconds::get)),
        (Measure::Csat, target.csat),
    ];
    let demanded = demanded(scenario, periods, contact);
    let scopes: Vec<Scope> = match target.per {
        Per::Day if periods.per_day > 1 => {
            let mut days: Vec<usize> = demanded.iter().map(|period| period / periods.per_day).collect();
            days.dedup();
            days.into_iter().map(Scope::Day).collect()
        }
        _ => demanded.into_iter().map(Scope::Period).collect(),
    };
    let promise = |scope, (measure, goal): (Measure, Option<f64>)| {
        let subject = Subject::Contact(kind);
        goal.map(|goal| Promise { subject, measure, goal, scope, days: target.days })
    };
    scopes.iter().flat_map(|scope| goals.iter().filter_map(move |goal| promise(*scope, *goal))).collect()
}

/// The periods in which a type is open and contacts may come: nothing is promised in the others. Where customers do
/// more than contact the centre once, a type may be used whenever it is open.
fn demanded(scenario: &Scenario, periods: &Periods, contact: &ContactType) -> Vec<usize> {
    let hours = Hours::new(contact, &scenario.horizon);
    let only_fresh = scenario.contacts.iter().all(|contact| contact.customers == Customers::default());
    let expected = |period: usize| match &contact.arrivals {
        _ if !only_fresh => true,
        Arrivals::PerInterval(expected) => expected[period % expected.len()] > 0.0,
        Arrivals::PerHour(rate) => *rate > 0.0,
        Arrivals::Modulated(states) => states.iter().any(|state| state.per_hour > 0.0),
    };
    let open = |period: usize| {
        let from = period as f64 * periods.seconds;
        hours.open_time(from, from + periods.seconds) > 0.0
    };
    let measured = |period: &usize| periods.is_measured(*period);
    (0..periods.count).filter(measured).filter(|period| expected(*period) && open(*period)).collect()
}

/// The quantile of the standard normal law, for shares kept away from 0 and 1.
fn probit(share: f64) -> f64 {
    statrs::distribution::Normal::standard().inverse_cdf(share.clamp(1e-4, 1.0 - 1e-4))
}
