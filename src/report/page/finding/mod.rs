//! What was found, in two sentences made from the figures.
//!
//! A claim stands only on what carries it: a promise is kept or missed when the whole 95 % interval is on its side of the
//! target, and a difference is named when it is real among all that the document compares.

mod clauses;
mod many;
mod one;
mod remarks;
mod several;
mod unpromised;

use super::assumptions::counted;
use super::contrast::Contrasts;
use super::family::Family;
use crate::kpi::ScenarioResult;
use crate::report::Verdict;
use crate::report::language::{Language, say};
use crate::report::promise::{Promise, Standing, promises};
use crate::report::wording::Kind;
use crate::stats::Estimate;

/// Two sentences.
pub(super) type Sentences = [String; 2];

/// What is known of a scenario.
struct Case<'a> {
    index: usize,
    name: &'a str,
    scenario: &'a ScenarioResult,
    promises: Vec<Promise<'a>>,
    standing: Standing,
    cost: Option<Estimate>,
}

impl Case<'_> {
    fn with(&self, verdict: Verdict) -> impl Iterator<Item = &Promise<'_>> {
        self.promises.iter().filter(move |promise| promise.verdict == verdict)
    }

    /// The promise of this verdict that is farthest on the bad side, or nearest to it.
    fn worst(&self, verdict: Verdict) -> Option<&Promise<'_>> {
        self.with(verdict).max_by(|a, b| a.shortfall().total_cmp(&b.shortfall()))
    }
}

/// What sentences are made from.
struct Told<'a> {
    language: Language,
    contrasts: &'a Contrasts<'a>,
    cases: Vec<Case<'a>>,
}

impl Told<'_> {
    fn money(&self, figure: Estimate) -> String {
        self.language.show(Kind::Money, Some(&figure))
    }

    /// What a scenario costs, and in which time.
    fn cost(&self, case: &Case, cost: Estimate) -> String {
        let cost = self.money(cost);
        match &case.scenario.assumptions {
            Some(assumed) if assumed.horizon.days == Some(1) && assumed.horizon.warm_up == 0.0 => {
                say!(self.language, "assumed-cost-day", cost = cost)
            }
            Some(assumed) => {
                say!(self.language, "assumed-cost", cost = cost, time = counted(self.language, &assumed.horizon))
            }
            None => cost,
        }
    }
}

/// The finding of the whole document: that of its family, or what its families have in common.
pub(super) fn finding(language: Language, contrasts: &Contrasts, names: &[String], families: &[Family]) -> Sentences {
    match families {
        [only] => of_family(language, contrasts, names, only),
        many => many::sentences(language, contrasts, many),
    }
}

/// The finding of one family.
pub(super) fn of_family(language: Language, contrasts: &Contrasts, names: &[String], family: &[usize]) -> Sentences {
    let told = Told { language, contrasts, cases: cases(contrasts, names, family) };
    match told.cases.as_slice() {
        [only] => one::sentences(&told, only),
        cases if cases.iter().all(|case| case.standing == Standing::Unpromised) => unpromised::sentences(&told),
        _ => several::sentences(&told),
    }
}

fn cases<'a>(contrasts: &'a Contrasts<'a>, names: &'a [String], family: &[usize]) -> Vec<Case<'a>> {
    let case = |index: &usize| {
        let scenario = contrasts.document.scenarios.get(*index)?;
        let promises = promises(scenario);
        let standing = Standing::of(&promises);
        Some(Case { index: *index, name: names.get(*index)?, scenario, promises, standing, cost: scenario.centre.cost })
    };
    family.iter().filter_map(case).collect()
}
