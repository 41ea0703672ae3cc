//! Families that have nothing in common: what can be said of all of them without comparing apples with pears.

use super::Sentences;
use crate::report::language::{Language, say};
use crate::report::page::contrast::{COST, Contrasts, Figure};
use crate::report::page::family::{Edge, Family};
use crate::report::promise::{Standing, promises};

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
    let known = |figure: Figure| contrasts.edges.iter().any(|e| contrasts.of(e.this, e.against, figure).is_some());
    if !known(SATISFACTION) && !known(COST) {
        return say!(language, "finding-many-inside");
    }
    let found = [
        ("finding-many-happier", really(contrasts, SATISFACTION, true)),
        ("finding-many-sadder", really(contrasts, SATISFACTION, false)),
        ("finding-many-cheaper", really(contrasts, COST, false)),
        ("finding-many-dearer", really(contrasts, COST, true)),
    ];
    let said = found.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| say!(language, key, count = count));
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        return say!(language, "finding-many-nothing");
    }
    say!(language, "finding-many-changes", pairs = pairs, changes = enumerated(language, said))
}

/// All clauses as an enumeration; a list of names would shorten four.
fn enumerated(language: Language, mut clauses: Vec<String>) -> String {
    if clauses.len() > 3 {
        let first = clauses.remove(0);
        clauses[0] = format!("{first}, {}", clauses[0]);
    }
    language.list(&clauses.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Comparisons in which a figure really rises, or falls.
fn really(contrasts: &Contrasts, figure: Figure, rises: bool) -> usize {
    let changes = |edge: &&Edge| {
        let contrast = contrasts.of(edge.this, edge.against, figure);
        contrast.is_some_and(|c| c.real && (c.difference.value > 0.0) == rises)
    };
    contrasts.edges.iter().filter(changes).count()
}
