//! Families that have nothing in common: what can be said of all of them without comparing apples with pears.

use super::Sentences;
use crate::report::language::{Language, say};
use crate::report::page::contrast::{COST, Contrasts, Figure};
use crate::report::page::family::Family;
use crate::report::page::promise::{Standing, promises};

/// The satisfaction of whole issues.
const SATISFACTION: Figure<'static> = Figure { subject: None, name: "csat" };

pub(super) fn sentences(language: Language, contrasts: &Contrasts, families: &[Family]) -> Sentences {
    let scenarios = contrasts.document.scenarios.len();
    let keeps = |index: &usize| contrasts.document.scenarios.get(*index).map(|s| Standing::of(&promises(s)));
    let kept = families.iter().filter(|family| family.iter().any(|i| keeps(i) == Some(Standing::Kept))).count();
    let first = say!(language, "finding-many", scenarios = scenarios, families = families.len(), kept = kept);
    [first, changes(language, contrasts)]
}

/// How many comparisons find a real change of satisfaction and of cost, and which way.
fn changes(language: Language, contrasts: &Contrasts) -> String {
    let pairs = contrasts.edges.len();
    if pairs == 0 {
        return say!(language, "finding-many-apart");
    }
    let count = |figure: Figure, rises: bool| {
        let really = |edge: &&super::super::family::Edge| {
            let contrast = contrasts.of(edge.this, edge.against, figure);
            contrast.is_some_and(|c| c.real && (c.difference.value > 0.0) == rises)
        };
        contrasts.edges.iter().filter(really).count()
    };
    let known = |figure: Figure| contrasts.edges.iter().any(|e| contrasts.of(e.this, e.against, figure).is_some());
    let key = match (known(SATISFACTION), known(COST)) {
        (true, true) => "finding-many-both",
        (true, false) => "finding-many-satisfaction",
        (false, true) => "finding-many-cost",
        (false, false) => return say!(language, "finding-many-inside"),
    };
    say!(
        language,
        key,
        pairs = pairs,
        happier = count(SATISFACTION, true),
        sadder = count(SATISFACTION, false),
        cheaper = count(COST, false),
        dearer = count(COST, true),
    )
}
