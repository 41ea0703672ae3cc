//! What a scenario promises, and whether it keeps it.

use crate::kpi::{AgentFigures, ContactFigures, ScenarioResult, TargetLine};
use crate::report::Verdict;
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::stats::{Estimate, student_quantile};

/// What can be promised of a contact type, or of an agent group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Matter {
    /// A share answered in time.
    Answer,
    /// No more than a share who abandon.
    Abandon,
    /// A mean time to answer.
    Speed,
    /// A share of satisfied customers.
    Satisfaction,
    /// All of these on a share of days, in place of the means.
    Days,
    /// Agents no busier than this.
    Occupancy,
}

impl Matter {
    /// What is promised of means of a contact type.
    pub(crate) const MEANS: [Self; 4] = [Self::Answer, Self::Abandon, Self::Speed, Self::Satisfaction];

    /// The figure's name in the result document.
    pub(crate) fn figure(self) -> &'static str {
        match self {
            Self::Answer => "service_level",
            Self::Abandon => "p_abandon",
            Self::Speed => "mean_wait_answered",
            Self::Satisfaction => "csat",
            Self::Days => "days_met",
            Self::Occupancy => "occupancy",
        }
    }

    pub(crate) fn kind(self) -> Kind {
        if self == Self::Speed { Kind::Duration } else { Kind::Share }
    }

    /// The figure of a contact type.
    pub(crate) fn estimate(self, contact: &ContactFigures) -> Option<Estimate> {
        match self {
            Self::Answer => contact.service_level,
            Self::Abandon => contact.p_abandon,
            Self::Speed => contact.mean_wait_answered,
            Self::Satisfaction => contact.satisfaction.as_ref()?.csat,
            Self::Days => contact.days_met,
            Self::Occupancy => None,
        }
    }

    /// What a contact type promises of it.
    pub(crate) fn target(self, target: &TargetLine) -> Option<f64> {
        match self {
            Self::Answer => target.answer,
            Self::Abandon => target.abandon,
            Self::Speed => target.asa,
            Self::Satisfaction => target.csat,
            Self::Days => target.days,
            Self::Occupancy => None,
        }
    }

    fn is_floor(self) -> bool {
        matches!(self, Self::Answer | Self::Satisfaction | Self::Days)
    }

    /// The verdict on a figure.
    pub(crate) fn verdict(self, figure: &Estimate, target: f64) -> Verdict {
        if self.is_floor() { Verdict::at_least(figure, target) } else { Verdict::at_most(figure, target) }
    }

    /// What was promised, in words: `80 % in 20 s`, `at most 5 %`.
    pub(crate) fn promised(self, language: Language, target: f64, within: f64) -> String {
        let (share, time) = (|| language.percent(target), || language.duration(target));
        match self {
            Self::Answer => say!(language, "chart-promise", share = share(), time = language.duration(within)),
            Self::Abandon | Self::Occupancy => say!(language, "page-at-most", value = share()),
            Self::Speed => say!(language, "page-at-most", value = time()),
            Self::Satisfaction | Self::Days => say!(language, "page-at-least", value = share()),
        }
    }
}

/// One promise with what became of it.
#[derive(Clone, Debug)]
pub(crate) struct Promise<'a> {
    /// The contact type or agent group.
    pub(crate) subject: &'a str,
    pub(crate) matter: Matter,
    /// None where nothing happened that it could be told from.
    pub(crate) figure: Option<Estimate>,
    pub(crate) target: f64,
    /// The threshold (s) of what is answered in time.
    pub(crate) within: f64,
    /// Open without a figure.
    pub(crate) verdict: Verdict,
    /// Share of days that keep all that is promised for the type.
    pub(crate) days: Option<Estimate>,
}

impl Promise<'_> {
    /// How far the figure is on the bad side: of shares in units of the spread of a single contact (of 80 %, 5 points
    /// are less than of 5 %), of times as a share of the target. Nothing is worse than a promise without a figure.
    pub(crate) fn shortfall(&self) -> f64 {
        let Some(figure) = self.figure else { return f64::INFINITY };
        let spread = (self.target * (1.0 - self.target)).max(0.0).sqrt().max(0.01);
        match self.matter {
            Matter::Speed => figure.value / self.target - 1.0,
            floor if floor.is_floor() => (self.target - figure.value) / spread,
            _ => (figure.value - self.target) / spread,
        }
    }

    /// Whether it is missed at a level that makes so many verdicts together right with 95 % confidence (Bonferroni): of
    /// many promises that lie on their target, one looks missed by chance.
    pub(crate) fn is_missed_among(&self, promises: usize, replications: u32) -> bool {
        let Some((figure, error)) = self.figure.and_then(|figure| Some((figure, figure.std_error?))) else {
            return false;
        };
        let beyond = if self.matter.is_floor() { self.target - figure.value } else { figure.value - self.target };
        let level = 1.0 - 0.025 / promises.max(1) as f64;
        self.verdict == Verdict::Missed
            && beyond > error * student_quantile(level, replications.saturating_sub(1).max(1))
    }

    /// `sales, 78.1 % ± 0.4 answered within 20 s (80 % promised)`.
    pub(crate) fn words(&self, language: Language) -> String {
        let (name, share) = (self.subject, language.percent(self.target));
        if self.figure.is_none() {
            return say!(language, "finding-undefined", name = name);
        }
        let figure = match self.matter {
            Matter::Days => language.share_between(self.figure.as_ref()),
            matter => language.show(matter.kind(), self.figure.as_ref()),
        };
        let key = match self.matter {
            Matter::Answer => {
                let time = language.duration(self.within);
                return say!(language, "finding-answer", name = name, figure = figure, time = time, target = share);
            }
            Matter::Speed => {
                let time = language.duration(self.target);
                return say!(language, "finding-speed", name = name, figure = figure, target = time);
            }
            Matter::Abandon => "finding-abandon",
            Matter::Satisfaction => "finding-satisfaction",
            Matter::Days => "finding-days",
            Matter::Occupancy => "finding-occupancy",
        };
        say!(language, key, name = name, figure = figure, target = share)
    }
}

/// All promises of a scenario, in its own order: those of contact types, then the caps on the occupancy of groups. A
/// promise for a share of days takes the place of the means.
pub(crate) fn promises(scenario: &ScenarioResult) -> Vec<Promise<'_>> {
    let of_contacts = scenario.contacts.iter().flat_map(|(name, contact)| of_contact(name, contact));
    of_contacts.chain(scenario.agents.iter().filter_map(|(name, group)| of_group(name, group))).collect()
}

fn of_contact<'a>(subject: &'a str, contact: &ContactFigures) -> Vec<Promise<'a>> {
    let Some(target) = contact.target else { return Vec::new() };
    let matters: &[Matter] = if target.days.is_some() { &[Matter::Days] } else { &Matter::MEANS };
    let promise = |matter: &Matter| {
        let (bound, figure) = (matter.target(&target)?, matter.estimate(contact));
        let verdict = figure.map_or(Verdict::Open, |figure| matter.verdict(&figure, bound));
        let days = contact.days_met.filter(|_| *matter != Matter::Days);
        Some(Promise { subject, matter: *matter, figure, target: bound, within: target.within, verdict, days })
    };
    matters.iter().filter_map(promise).collect()
}

fn of_group<'a>(subject: &'a str, group: &AgentFigures) -> Option<Promise<'a>> {
    let (matter, target, figure) = (Matter::Occupancy, group.max_occupancy?, group.occupancy);
    let verdict = figure.map_or(Verdict::Open, |figure| matter.verdict(&figure, target));
    Some(Promise { subject, matter, figure, target, within: 0.0, verdict, days: None })
}

/// How a scenario stands to all that it promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Everything is kept.
    Kept,
    /// Nothing is missed for certain, but something may be.
    Open,
    /// Something is missed.
    Missed,
    /// Nothing is promised.
    Unpromised,
}

impl Standing {
    pub(crate) fn of(promises: &[Promise]) -> Self {
        let any = |verdict| promises.iter().any(|promise| promise.verdict == verdict);
        match () {
            () if promises.is_empty() => Self::Unpromised,
            () if any(Verdict::Missed) => Self::Missed,
            () if any(Verdict::Open) => Self::Open,
            () => Self::Kept,
        }
    }
}
