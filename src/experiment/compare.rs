//! Scenarios against others.

use super::Outcome;
use super::measure::alike;
use crate::kpi::{Comparison, Difference, Parts, Statistics, Subject};
use crate::scenario::Scenario;
use crate::stats::{Estimate, RatioMoments, paired_difference, student_quantile};

/// Scenarios against others, figure by figure, replication by replication: `against` names by index which one each is
/// compared with, if any.
///
/// A difference is called real when its interval excludes zero at a level that makes all rows of all comparisons
/// together right with 95 % confidence (Bonferroni).
#[must_use]
pub fn compare(scenarios: &[Scenario], outcomes: &[Outcome<'_>], against: &[Option<usize>]) -> Vec<Comparison> {
    let comparison = |(this, other): (usize, &Option<usize>)| {
        let side = |index: usize| (&scenarios[index], &outcomes[index].statistics);
        Some(unmarked(side((*other)?), side(this), usize::MAX))
    };
    let mut comparisons: Vec<Comparison> = against.iter().enumerate().filter_map(comparison).collect();
    mark_real(&mut comparisons);
    comparisons
}

/// One scenario against another: all figures are those of the replications that both have. Who looks at them so many
/// times on the way, as replications grow, is right with 95 % confidence in all rows at all looks together.
#[must_use]
pub fn compare_two(first: Side<'_>, this: Side<'_>, looks: usize) -> Comparison {
    let both = first.1.replications().min(this.1.replications());
    let mut comparison = unmarked(first, this, both as usize);
    mark(std::slice::from_mut(&mut comparison), looks);
    comparison
}

/// A scenario and its statistics, with the figures of every replication.
pub type Side<'a> = (&'a Scenario, &'a Statistics<'a>);

/// The comparison before anything in it is called real; each scenario's own figures are those of so many replications.
fn unmarked(first: Side<'_>, this: Side<'_>, most: usize) -> Comparison {
    Comparison {
        scenario: this.0.name.clone(),
        against: first.0.name.clone(),
        replications: first.1.replications().min(this.1.replications()),
        rows: rows(first, this, most),
    }
}

/// The figures that both scenarios have, by name; those of the whole centre only where a contact type is the same. What
/// the two measure differently has no difference.
fn rows(first: Side<'_>, this: Side<'_>, most: usize) -> Vec<Difference> {
    let known = |name: &str| first.0.contacts.iter().any(|contact| contact.name == name);
    let akin = this.0.contacts.iter().any(|contact| known(&contact.name));
    let row = |part: &Parts| {
        let subject = name(this.0, part.subject);
        let twin = first.1.parts().iter().find(|p| {
            p.figure == part.figure && same_kind(p.subject, part.subject) && name(first.0, p.subject) == subject
        })?;
        Some(Difference {
            subject,
            figure: part.figure.to_owned(),
            first: estimate(&twin.pairs, most),
            this: estimate(&part.pairs, most),
            difference: paired_difference(&twin.pairs, &part.pairs).filter(|_| alike(first.0, twin, this.0, part)),
            real: false,
        })
    };
    let comparable = |part: &&Parts| akin || part.subject != Subject::Centre;
    this.1.parts().iter().filter(comparable).filter_map(row).collect()
}

fn same_kind(a: Subject, b: Subject) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

fn name(scenario: &Scenario, subject: Subject) -> Option<String> {
    match subject {
        Subject::Contact(kind) => Some(scenario.contacts[kind].name.clone()),
        Subject::Group(group) => Some(scenario.groups[group].name.clone()),
        Subject::Centre => None,
    }
}

fn estimate(pairs: &[(f64, f64)], most: usize) -> Option<Estimate> {
    let mut moments = RatioMoments::default();
    pairs.iter().take(most).for_each(|pair| moments.push(*pair));
    moments.ratio()
}

/// Calls a difference real where its interval excludes zero at a level that makes all rows of all these comparisons
/// together right with 95 % confidence (Bonferroni).
pub fn mark_real(comparisons: &mut [Comparison]) {
    mark(comparisons, 1);
}

/// The same where each row is looked at several times, at each of which it could be wrong.
fn mark(comparisons: &mut [Comparison], looks: usize) {
    // Scenarios that have nothing in common have no rows.
    let rows = comparisons.iter().flat_map(|c| &c.rows).filter(|row| row.difference.is_some()).count().max(1);
    for comparison in comparisons {
        let quantile = match comparison.replications {
            0 | 1 => f64::INFINITY,
            n => student_quantile(1.0 - 0.025 / (rows * looks.max(1)) as f64, n - 1),
        };
        for row in &mut comparison.rows {
            row.real = row.difference.is_some_and(|d| is_real(&d, quantile));
        }
    }
}

fn is_real(difference: &Estimate, quantile: f64) -> bool {
    difference.std_error.is_some_and(|error| difference.value.abs() > quantile * error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: f64) -> Comparison {
        let difference = Some(Estimate { value, std_error: Some(1.0), ci95: None });
        let figure = "cost".to_owned();
        let row = Difference { subject: None, figure, first: None, this: None, difference, real: false };
        Comparison { scenario: "b".into(), against: "a".into(), replications: 200, rows: vec![row] }
    }

    #[test]
    fn who_looks_often_needs_more_to_call_it_real() {
        let is_real = |value, looks| {
            let mut comparison = [of(value)];
            mark(&mut comparison, looks);
            comparison[0].rows[0].real
        };
        // 1.97 standard errors are 95 % at one look; a tenth of the 5 % at each of ten looks takes 2.84.
        assert!(is_real(2.0, 1) && !is_real(2.0, 10) && !is_real(2.8, 10) && is_real(2.9, 10));
    }
}
