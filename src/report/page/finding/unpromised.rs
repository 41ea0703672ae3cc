//! Scenarios that promise nothing: what they cost, and what differs most.

use super::clauses::size;
use super::{Case, Sentences, Told};
use crate::kpi::Difference;
use crate::report::figures;
use crate::report::language::say;

/// What brings outcomes about; all else that is compared is met by customers.
const CAUSES: [&str; 4] = ["offered", "occupancy", "logged_in_hours", "cost"];

pub(super) fn sentences(told: &Told) -> Sentences {
    let priced: Vec<&Case> = told.cases.iter().filter(|case| case.cost.is_some()).collect();
    let value = |case: &Case| case.cost.map_or(f64::INFINITY, |cost| cost.value);
    let cheapest = priced.iter().copied().reduce(|best, next| if value(next) < value(best) { next } else { best });
    let Some((best, cost)) = cheapest.filter(|_| priced.len() == told.cases.len()).and_then(|c| Some((c, c.cost?)))
    else {
        return [say!(told.language, "finding-unpromised-costless"), told.outcome()];
    };
    let mut others = priced.iter().filter(|case| case.index != best.index);
    let clear = others.all(|other| told.contrast(best, other).is_some_and(|contrast| contrast.is_less()));
    let key = if clear { "finding-unpromised-cheapest" } else { "finding-unpromised" };
    [say!(told.language, key, name = best.name, cost = told.cost(best, cost)), told.outcome()]
}

impl Told<'_> {
    /// The largest real difference in what customers meet, in standard errors.
    pub(super) fn outcome(&self) -> String {
        let member = |index: usize| self.cases.iter().any(|case| case.index == index);
        let edges = self.contrasts.edges.iter().filter(|edge| member(edge.this));
        let rows = edges.flat_map(|edge| edge.comparison.rows.iter().map(move |row| (edge, row)));
        let real = rows.filter(|(_, row)| row.real && !CAUSES.contains(&row.figure.as_str()));
        let strongest = real.max_by(|a, b| strength(a.1).total_cmp(&strength(b.1)));
        let Some((edge, row)) = strongest else { return say!(self.language, "finding-noise") };
        let name = self.cases.iter().find(|case| case.index == edge.this).map_or("", |case| case.name);
        let Some(difference) = row.difference else { return String::new() };
        let kind = figures::kind(&row.figure);
        let figure = figures::label(self.language, &row.figure);
        let subject = row.subject.clone().unwrap_or_else(|| say!(self.language, "the-centre"));
        let size = self.language.difference(kind, Some(&size(&difference)));
        let size = size.trim_start_matches('+').to_owned();
        let key = if difference.value < 0.0 { "finding-outcome-falls" } else { "finding-outcome-rises" };
        say!(self.language, key, name = name, figure = figure, subject = subject, size = size)
    }
}

/// Figures by which managers judge a centre, first those that they ask for first.
const ASKED: [&str; 3] = ["service_level", "csat", "p_abandon"];

impl Told<'_> {
    /// What one scenario has over another that it is compared with: the real difference in the figure that is asked for
    /// first, of the whole centre before its parts.
    pub(super) fn bought(&self, this: &Case, other: &Case) -> Option<String> {
        let edge = self.contrasts.edges.iter().find(|edge| edge.this == this.index && edge.against == other.index)?;
        let real = || edge.comparison.rows.iter().filter(|row| row.real && ASKED.contains(&row.figure.as_str()));
        let rank = |row: &&Difference| {
            let asked = ASKED.iter().position(|figure| *figure == row.figure);
            (asked, row.subject.is_some())
        };
        let first = real().map(|row| rank(&row)).min()?;
        let row = real().filter(|row| rank(row) == first).max_by(|a, b| strength(a).total_cmp(&strength(b)))?;
        let difference = row.difference?;
        let size = self.language.difference(figures::kind(&row.figure), Some(&size(&difference)));
        let key = if difference.value < 0.0 { "finding-bought-falls" } else { "finding-bought-rises" };
        let subject = row.subject.clone().unwrap_or_else(|| say!(self.language, "the-centre"));
        let figure = figures::label(self.language, &row.figure);
        Some(say!(self.language, key, figure = figure, subject = subject, size = size.trim_start_matches('+')))
    }
}

fn strength(row: &Difference) -> f64 {
    let strength = |d: crate::stats::Estimate| Some(d.value.abs() / d.std_error?);
    row.difference.and_then(strength).filter(|strength| !strength.is_nan()).unwrap_or(0.0)
}
