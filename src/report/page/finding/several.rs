//! Several scenarios of one family: who keeps the promises at the least cost, and against the first.

use super::{Case, Sentences, Told};
use crate::report::Verdict;
use crate::report::language::say;
use crate::report::page::contrast::Figure;
use crate::report::promise::{Promise, Standing};

pub(super) fn sentences(told: &Told) -> Sentences {
    if told.cases.iter().any(|case| case.scenario.replications < 2) {
        return [say!(told.language, "finding-several-once"), say!(told.language, "finding-once-so")];
    }
    let standing = |standing: Standing| told.cases.iter().filter(move |case| case.standing == standing);
    let kept: Vec<&Case> = standing(Standing::Kept).collect();
    let (chosen, first) = match kept.as_slice() {
        [] => match told.most_hopeful() {
            Some(case) => (case, undecided(told, case)),
            None => return nobody(told),
        },
        [only] => (*only, alone(told, only)),
        [one, ..] => cheapest(told, &kept).unwrap_or_else(|| (one, kept_by(told, "finding-kept-costless", &kept))),
    };
    [first, second(told, chosen)]
}

/// The second sentence: the chosen one against the first, or the best of the others against it.
fn second(told: &Told, chosen: &Case) -> String {
    let Some(first) = told.cases.first() else { return String::new() };
    let cost = |case: &&Case| case.cost.map_or(f64::INFINITY, |cost| cost.value);
    let other = || told.cases.iter().skip(1).min_by(|a, b| cost(a).total_cmp(&cost(b)));
    let (this, told_of) = if chosen.index == first.index { (other(), other()) } else { (Some(chosen), Some(first)) };
    let sentence = |(this, told_of): (&Case, &Case)| {
        let bought = told.bought(this, first).filter(|_| told_of.standing == Standing::Kept);
        Some(told.joined(told.relation(this, first)?, bought.unwrap_or_else(|| told.standing(told_of))))
    };
    this.zip(told_of).and_then(sentence).unwrap_or_else(|| told.outcome())
}

/// Only one keeps its promises.
fn alone(told: &Told, case: &Case) -> String {
    // Of the others one may keep them, too, as far as anybody can tell.
    let unsure = told.cases.iter().any(|case| case.standing == Standing::Open);
    let [bare, priced] =
        if unsure { ["finding-sure", "finding-sure-cost"] } else { ["finding-only", "finding-only-cost"] };
    let remarks = told.remarks(&[case]);
    match case.cost {
        Some(cost) => {
            say!(told.language, priced, name = case.name, cost = told.cost(case, cost), remarks = remarks)
        }
        None => say!(told.language, bare, name = case.name, remarks = remarks),
    }
}

/// Several keep their promises: the cheapest, where that can be told. `None` where costs are not known, or not
/// over as long a time.
fn cheapest<'t, 'a>(told: &'t Told<'a>, kept: &[&'t Case<'a>]) -> Option<(&'t Case<'a>, String)> {
    let priced: Option<Vec<(f64, &Case)>> = kept.iter().map(|case| Some((case.cost?.value, *case))).collect();
    let (_, best) = priced?.into_iter().reduce(|best, next| if next.0 < best.0 { next } else { best })?;
    let others = || kept.iter().filter(|case| case.index != best.index);
    let contrasts: Option<Vec<_>> = others().map(|other| told.contrast(best, other)).collect();
    let contrasts = contrasts?;
    let cost = told.cost(best, best.cost?);
    let names: Vec<&str> = kept.iter().map(|case| case.name).collect();
    let said = match () {
        () if contrasts.iter().all(|contrast| contrast.is_less()) => {
            say!(told.language, "finding-cheapest", name = best.name, cost = cost, remarks = told.beside(kept))
        }
        () if contrasts.iter().all(|contrast| contrast.is_none()) => {
            let names = told.language.list(&names);
            say!(told.language, "finding-same-cost", names = names, cost = cost, remarks = told.beside(kept))
        }
        () => {
            // The ones that chance alone may have made dearer.
            let rivals = others().zip(&contrasts).filter(|(_, contrast)| !contrast.is_less());
            let rivals: Vec<&str> = rivals.map(|(case, _)| case.name).collect();
            let rivals = told.language.list(&rivals);
            let remarks = told.beside(kept);
            say!(told.language, "finding-not-clearly", name = best.name, cost = cost, names = rivals, remarks = remarks)
        }
    };
    Some((best, said))
}

fn kept_by(told: &Told, key: &str, kept: &[&Case]) -> String {
    let names: Vec<&str> = kept.iter().map(|case| case.name).collect();
    say!(told.language, key, names = told.language.list(&names), remarks = told.beside(kept))
}

fn undecided(told: &Told, case: &Case) -> String {
    let promise = case.worst(Verdict::Open).map_or(String::new(), |promise| promise.words(told.language));
    say!(told.language, "finding-undecided", name = case.name, promise = promise)
}

/// Everybody misses something.
fn nobody(told: &Told) -> Sentences {
    let missing = |case: &&Case| case.standing == Standing::Missed;
    let nearest = told.cases.iter().filter(missing).reduce(|best, next| if nearer(next, best) { next } else { best });
    let Some((nearest, worst)) = nearest.and_then(|case| Some((case, case.worst(Verdict::Missed)?))) else {
        return Sentences::default();
    };
    let others = told.cases.iter().filter(missing).filter(|case| case.index != nearest.index);
    let clear = others.clone().all(|other| told.is_clearly_nearer(nearest, worst, other));
    let (missed, count) = (nearest.with(Verdict::Missed).count(), nearest.promises.len());
    let key = match clear {
        true if others.count() == 0 => "finding-nobody-else",
        true => "finding-nobody-nearest",
        false => "finding-nobody",
    };
    let words = worst.words(told.language);
    let first = say!(told.language, key, name = nearest.name, missed = missed, count = count, promise = words);
    [first, second(told, nearest)]
}

/// Fewer missed promises, or as many and missed by less.
fn nearer(a: &Case, b: &Case) -> bool {
    let missed = |case: &Case| case.with(Verdict::Missed).count();
    let short = |case: &Case| case.worst(Verdict::Missed).map_or(0.0, Promise::shortfall);
    (missed(a), short(a)) < (missed(b), short(b))
}

impl<'a> Told<'a> {
    /// Of those that may keep their promises the one with fewest in doubt.
    fn most_hopeful(&self) -> Option<&Case<'a>> {
        let doubts = |case: &Case| case.with(Verdict::Open).count();
        self.cases.iter().filter(|case| case.standing == Standing::Open).min_by_key(|case| doubts(case))
    }

    /// Whether a scenario misses less than another for certain: what the other misses it keeps, or the promise that it
    /// misses most is missed by really more there.
    fn is_clearly_nearer(&self, case: &Case, worst: &Promise, other: &Case) -> bool {
        let same = |a: &Promise, b: &Promise| a.subject == b.subject && a.matter == b.matter;
        let kept = |missed: &Promise| case.with(Verdict::Met).any(|promise| same(promise, missed));
        let missed = |case: &Case| case.with(Verdict::Missed).count();
        if missed(case) < missed(other) {
            return other.with(Verdict::Missed).any(kept);
        }
        let figure = Figure { subject: Some(worst.subject), name: worst.matter.figure() };
        let counterpart = other.with(Verdict::Missed).find(|promise| same(promise, worst));
        let farther = counterpart.is_some_and(|promise| promise.shortfall() > worst.shortfall());
        farther && self.contrasts.of(case.index, other.index, figure).is_some_and(|contrast| contrast.real)
    }
}
