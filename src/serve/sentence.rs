//! What was found, in a sentence.

use super::desk::Answer;
use super::results::shown;
use crate::kpi::ScenarioResult;
use crate::report::language::say;
use crate::report::promise::promises;
use crate::report::wording::Kind;
use crate::report::{Judgement, Language, Verdict};

/// How many promises are met, missed, and open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Kept {
    met: usize,
    missed: usize,
    open: usize,
}

impl Kept {
    fn of(result: &ScenarioResult) -> Self {
        let mut kept = Self::default();
        for promise in promises(result) {
            match promise.verdict {
                Verdict::Met => kept.met += 1,
                Verdict::Missed => kept.missed += 1,
                Verdict::Open => kept.open += 1,
            }
        }
        kept
    }

    fn all(self) -> usize {
        self.met + self.missed + self.open
    }

    /// Without a full stop.
    fn words(self, language: Language) -> String {
        let Self { met, missed, open } = self;
        if met == self.all() {
            return say!(language, "serve-kept-all", count = met);
        }
        say!(language, "serve-kept-some", met = met, count = self.all(), missed = missed, open = open)
    }
}

/// How the promises stand and what they cost; `changes` is how many fields differ from the saved scenario.
pub(super) fn sentence(language: Language, answer: &Answer, changes: usize) -> String {
    let (saved, now) = (Kept::of(&answer.saved), Kept::of(shown(answer)));
    let kept = match &answer.tried {
        _ if now.all() == 0 => say!(language, "serve-kept-none"),
        None => say!(language, "serve-kept-alone", kept = now.words(language)),
        Some(_) => {
            let kept = now.words(language);
            say!(language, "serve-kept-saved", kept = kept, met = saved.met, count = saved.all())
        }
    };
    let changed = answer.tried.as_ref().map(|_| say!(language, "serve-changes", count = changes));
    [changed, Some(kept), cost(language, answer)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The difference in cost of the whole centre, where there is one.
fn cost(language: Language, answer: &Answer) -> Option<String> {
    let row = answer.comparison.rows.iter().find(|row| row.subject.is_none() && row.figure == "cost")?;
    let judgement = Judgement::on(row).filter(|judgement| *judgement != Judgement::Same)?;
    let difference = language.difference(Kind::Money, row.difference.as_ref());
    let judgement = judgement.words(language);
    Some(say!(language, "serve-cost-changed", difference = difference, judgement = judgement))
}
