//! Which scenarios may be compared with each other at all.

use crate::kpi::{Comparison, ResultDocument};

/// A scenario against another, by index, with the figures that both have.
pub(super) struct Edge<'a> {
    pub(super) this: usize,
    pub(super) against: usize,
    pub(super) comparison: &'a Comparison,
}

/// The comparisons of a document that have something to say: two centres without anything in common have none.
pub(super) fn edges(document: &ResultDocument) -> Vec<Edge<'_>> {
    let scenarios = &document.scenarios;
    let named = |name: &str, fits: &dyn Fn(usize) -> bool| {
        (0..scenarios.len()).find(|index| scenarios[*index].name == name && fits(*index))
    };
    let mut edges: Vec<Edge> = Vec::new();
    for comparison in document.comparisons.iter().filter(|comparison| !comparison.rows.is_empty()) {
        // Comparisons come in the order of the scenarios, which tells those of the same name apart.
        let last = edges.last().map(|edge| edge.this);
        let this = named(&comparison.scenario, &|index| last.is_none_or(|last| index > last));
        let against = named(&comparison.against, &|index| Some(index) != this);
        edges.extend(this.zip(against).map(|(this, against)| Edge { this, against, comparison }));
    }
    edges
}

/// Scenarios that are comparable with each other, the one that the others are compared with first.
pub(super) type Family = Vec<usize>;

/// All scenarios by family, in the order of the document.
pub(super) fn families(document: &ResultDocument, edges: &[Edge]) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for index in 0..document.scenarios.len() {
        let root = root(index, edges);
        match families.iter_mut().find(|family| self::root(family[0], edges) == root) {
            Some(family) => family.push(index),
            None => families.push(vec![index]),
        }
    }
    for family in &mut families {
        // A file may be named before the one that it extends.
        family.sort_by_key(|member| ancestors(*member, edges).len());
    }
    families
}

/// The document with the scenarios of a family together, each after the one that it is compared with.
pub(super) fn in_order(document: &ResultDocument) -> ResultDocument {
    let edges = edges(document);
    let order = families(document, &edges).concat();
    let comparisons = order.iter().filter_map(|index| edges.iter().find(|edge| edge.this == *index));
    ResultDocument {
        scenarios: order.iter().filter_map(|index| document.scenarios.get(*index)).cloned().collect(),
        comparisons: comparisons.map(|edge| edge.comparison.clone()).collect(),
        ..document.clone()
    }
}

/// The scenario itself and those that it is compared with, directly and through others.
pub(super) fn ancestors<'e, 'a>(index: usize, edges: &'e [Edge<'a>]) -> Vec<(usize, Option<&'e Edge<'a>>)> {
    let mut line: Vec<(usize, Option<&Edge>)> = Vec::new();
    let mut here = Some(index);
    while let Some(index) = here.filter(|index| line.iter().all(|(known, _)| known != index)) {
        let edge = edges.iter().find(|edge| edge.this == index);
        line.push((index, edge));
        here = edge.map(|edge| edge.against);
    }
    line
}

fn root(index: usize, edges: &[Edge]) -> usize {
    ancestors(index, edges).last().map_or(index, |(root, _)| *root)
}

/// What each scenario is called: its name, and its file where others have the same.
pub(super) fn names(document: &ResultDocument) -> Vec<String> {
    let scenarios = &document.scenarios;
    let alone = |name: &str| scenarios.iter().filter(|other| other.name == name).count() == 1;
    scenarios.iter().map(|s| if alone(&s.name) { s.name.clone() } else { format!("{} ({})", s.name, s.file) }).collect()
}
