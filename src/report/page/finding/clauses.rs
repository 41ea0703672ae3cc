//! The parts that several sentences share: what costs more, and how a scenario stands.

use super::{Case, Told};
use crate::report::Verdict;
use crate::report::language::say;
use crate::report::page::contrast::{COST, Contrast};
use crate::report::promise::Standing;
use crate::report::wording::Kind;
use crate::stats::Estimate;

/// A difference without its sign, for words that say which way it goes.
pub(super) fn size(difference: &Estimate) -> Estimate {
    let Estimate { value, std_error, ci95 } = *difference;
    let ci95 = ci95.map(|[low, high]| if value < 0.0 { [-high, -low] } else { [low, high] });
    Estimate { value: value.abs(), std_error, ci95 }
}

impl Told<'_> {
    pub(super) fn contrast(&self, this: &Case, other: &Case) -> Option<Contrast> {
        self.contrasts.of(this.index, other.index, COST)
    }

    /// Which of two costs more, and whether that is more than noise; none where costs are not known.
    pub(super) fn relation(&self, this: &Case, other: &Case) -> Option<String> {
        let (name, against) = (this.name, other.name);
        let contrast = self.contrast(this, other)?;
        let difference = &contrast.difference;
        Some(match contrast {
            same if same.is_none() => say!(self.language, "finding-cost-same", name = name, other = against),
            noise if !noise.real => {
                let size = self.language.difference(Kind::Money, Some(difference));
                say!(self.language, "finding-cost-noise", name = name, other = against, difference = size)
            }
            _ => {
                let key = if difference.value < 0.0 { "finding-cost-less" } else { "finding-cost-more" };
                say!(self.language, key, name = name, other = against, size = self.money(size(difference)))
            }
        })
    }

    /// How a scenario stands to its promises.
    pub(super) fn standing(&self, case: &Case) -> String {
        let (name, count) = (case.name, case.promises.len());
        let worst = |verdict| case.worst(verdict).map_or(String::new(), |promise| promise.words(self.language));
        match case.standing {
            Standing::Kept => say!(self.language, "finding-stands-kept", name = name),
            Standing::Open => say!(self.language, "finding-stands-open", name = name, promise = worst(Verdict::Open)),
            Standing::Missed => {
                let (missed, promise) = (case.with(Verdict::Missed).count(), worst(Verdict::Missed));
                let key = if missed == 1 { "finding-stands-missed" } else { "finding-stands-missed-more" };
                say!(self.language, key, name = name, missed = missed, count = count, promise = promise)
            }
            Standing::Unpromised => say!(self.language, "finding-stands-unpromised", name = name),
        }
    }

    /// Two clauses as one sentence.
    pub(super) fn joined(&self, first: String, second: String) -> String {
        say!(self.language, "finding-joined", first = first, second = second)
    }
}
