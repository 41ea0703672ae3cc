//! What a scenario promises, and whether it keeps it.

use crate::kpi::{ContactFigures, ScenarioResult, TargetLine};
use crate::report::Verdict;
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::stats::Estimate;

/// What can be promised of a contact type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// A share answered in time.
    Answer,
    /// No more than a share who abandon.
    Abandon,
    /// A mean time to answer.
    Speed,
    /// A share of satisfied customers.
    Satisfaction,
}

impl Matter {
    pub(super) const ALL: [Self; 4] = [Self::Answer, Self::Abandon, Self::Speed, Self::Satisfaction];

    /// The figure's name in comparisons.
    pub(super) fn figure(self) -> &'static str {
        match self {
            Self::Answer => "service_level",
            Self::Abandon => "p_abandon",
            Self::Speed => "mean_wait_answered",
            Self::Satisfaction => "csat",
        }
    }

    pub(super) fn kind(self) -> Kind {
        if self == Self::Speed { Kind::Duration } else { Kind::Share }
    }

    pub(super) fn estimate(self, contact: &ContactFigures) -> Option<Estimate> {
        match self {
            Self::Answer => contact.service_level,
            Self::Abandon => contact.p_abandon,
            Self::Speed => contact.mean_wait_answered,
            Self::Satisfaction => contact.satisfaction.as_ref()?.csat,
        }
    }

    pub(super) fn target(self, target: &TargetLine) -> Option<f64> {
        match self {
            Self::Answer => target.answer,
            Self::Abandon => target.abandon,
            Self::Speed => target.asa,
            Self::Satisfaction => target.csat,
        }
    }

    fn is_floor(self) -> bool {
        matches!(self, Self::Answer | Self::Satisfaction)
    }

    /// The verdict on a figure.
    pub(super) fn verdict(self, figure: &Estimate, target: f64) -> Verdict {
        if self.is_floor() { Verdict::at_least(figure, target) } else { Verdict::at_most(figure, target) }
    }

    /// What was promised, in words: `80 % in 20 s`, `at most 5 %`.
    pub(super) fn promised(self, language: Language, target: f64, within: f64) -> String {
        let (share, time) = (|| language.percent(target), || language.duration(target));
        match self {
            Self::Answer => say!(language, "chart-promise", share = share(), time = language.duration(within)),
            Self::Abandon => say!(language, "page-at-most", value = share()),
            Self::Speed => say!(language, "page-at-most", value = time()),
            Self::Satisfaction => say!(language, "page-at-least", value = share()),
        }
    }
}

/// One promise with what became of it.
#[derive(Clone, Debug)]
pub(super) struct Promise<'a> {
    pub(super) contact: &'a str,
    pub(super) matter: Matter,
    pub(super) figure: Estimate,
    target: f64,
    within: f64,
    pub(super) verdict: Verdict,
    /// Share of days that keep all that is promised for the type.
    pub(super) days: Option<Estimate>,
}

impl Promise<'_> {
    /// How far the figure is on the bad side: of shares in units of the spread of a single contact (of 80 %, 5 points
    /// are less than of 5 %), of times as a share of the target.
    pub(super) fn shortfall(&self) -> f64 {
        let spread = (self.target * (1.0 - self.target)).max(0.0).sqrt().max(0.01);
        match self.matter {
            Matter::Answer | Matter::Satisfaction => (self.target - self.figure.value) / spread,
            Matter::Abandon => (self.figure.value - self.target) / spread,
            Matter::Speed => self.figure.value / self.target - 1.0,
        }
    }

    /// `sales, 78.1 % ± 0.4 answered within 20 s (80 % promised)`.
    pub(super) fn words(&self, language: Language) -> String {
        let figure = language.show(self.matter.kind(), Some(&self.figure));
        let (name, share) = (self.contact, language.percent(self.target));
        match self.matter {
            Matter::Answer => {
                let time = language.duration(self.within);
                say!(language, "finding-answer", name = name, figure = figure, time = time, target = share)
            }
            Matter::Abandon => say!(language, "finding-abandon", name = name, figure = figure, target = share),
            Matter::Speed => {
                let time = language.duration(self.target);
                say!(language, "finding-speed", name = name, figure = figure, target = time)
            }
            Matter::Satisfaction => {
                say!(language, "finding-satisfaction", name = name, figure = figure, target = share)
            }
        }
    }
}

/// All promises of a scenario whose figure is defined, in its own order.
pub(super) fn promises(scenario: &ScenarioResult) -> Vec<Promise<'_>> {
    let mut all = Vec::new();
    for (name, contact) in &scenario.contacts {
        let Some(target) = contact.target else { continue };
        let (within, days) = (target.within, contact.days_met);
        for matter in Matter::ALL {
            let (Some(figure), Some(bound)) = (matter.estimate(contact), matter.target(&target)) else { continue };
            let verdict = matter.verdict(&figure, bound);
            all.push(Promise { contact: name, matter, figure, target: bound, within, verdict, days });
        }
    }
    all
}

/// How a scenario stands to all that it promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
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
    pub(super) fn of(promises: &[Promise]) -> Self {
        let any = |verdict| promises.iter().any(|promise| promise.verdict == verdict);
        match () {
            () if promises.is_empty() => Self::Unpromised,
            () if any(Verdict::Missed) => Self::Missed,
            () if any(Verdict::Open) => Self::Open,
            () => Self::Kept,
        }
    }
}
