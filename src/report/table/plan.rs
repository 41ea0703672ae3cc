//! A staffing plan as a planner reads it.

use super::grid::{Entry, Grid, Page};
use super::{explanation, plan_rows};
use crate::planner::{Effort, PromiseFigure, StaffingDocument};
use crate::report::plan::{figure, goal, margin, measure, moment, plan_warnings};
use crate::report::wording::{self, Kind};

/// The tables and sentences of a plan; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn plan_table(document: &StaffingDocument, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let parts = [
        heading(document, &page),
        plan_rows::periods(document, &page),
        over_days(document, &page),
        groups(document, &page),
        formulas(document, &page),
        wording::wrapped(&proof(document), " ", page.width),
        on_average(document, &page),
        warnings(document, &page),
        explanation::explanation(document, &page),
        explanation::frontier(document, &page),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn heading(document: &StaffingDocument, page: &Page) -> String {
    let what = match document.budget {
        None => "the least staff that keeps every promise",
        Some(_) => "the best service for the budget",
    };
    let facts = format!(": {what}, seed {}", document.seed);
    let name = wording::shorten(&document.name, page.width.saturating_sub(facts.chars().count()).max(8));
    if page.color { format!("\u{1b}[1m{name}\u{1b}[0m{facts}\n") } else { name + &facts + "\n" }
}

/// Promises over days that are shown; the tightest.
const MOST: usize = 12;

/// The promises that are not of one period.
fn over_days(document: &StaffingDocument, page: &Page) -> String {
    let mut promises: Vec<&PromiseFigure> = document.promises.iter().filter(|p| p.period.is_none()).collect();
    let left_out = promises.len().saturating_sub(MOST);
    if left_out > 0 {
        let margin = |p: &PromiseFigure| margin(p).unwrap_or(f64::INFINITY);
        promises.sort_by(|a, b| margin(a).total_cmp(&margin(b)));
        promises.truncate(MOST);
    }
    if promises.is_empty() {
        return String::new();
    }
    let column = |head: &str, fill: &dyn Fn(&PromiseFigure) -> String| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(promises.iter().map(|p| fill(p))).map(Entry::from).collect()
    };
    let whose = |p: &PromiseFigure| format!("{} {} {}", p.of, measure(p), moment(document, p)).trim().to_owned();
    let mut columns = vec![column("over the day", &whose), column("stands at", &figure), column("goal", &goal)];
    if promises.iter().any(|p| p.days.is_some()) {
        columns.push(column("mean", &|p| figure(&PromiseFigure { days: None, value: p.mean, ..p.clone() })));
    }
    let mut text = drawn(Grid::new(columns), page);
    if left_out > 0 {
        text += &format!(" and {left_out} with more to spare: promises.csv has all\n");
    }
    text
}

/// What the plan takes, by group and in all.
fn groups(document: &StaffingDocument, page: &Page) -> String {
    let mut rows: Vec<(&str, &Effort)> = document.groups.iter().map(|(name, effort)| (name.as_str(), effort)).collect();
    if rows.len() > 1 {
        rows.push(("in all", &document.total));
    }
    let names = names("agents", rows.iter().map(|(name, _)| (*name).to_owned()));
    let efforts: Vec<&Effort> = rows.iter().map(|(_, effort)| *effort).collect();
    let mut text = drawn(amounts(names, document, &efforts), page);
    if let Some(days) = document.days.filter(|days| *days > 1) {
        text += &format!(" hours{} of {days} days\n", if document.total.cost.is_some() { " and cost" } else { "" });
    }
    text
}

/// With names over two lines where that is enough, else in pieces below each other.
pub(in crate::report) fn drawn(grid: Grid, page: &Page) -> String {
    let pieces = grid.squeezed(page.width).cut(page.width);
    pieces.iter().map(|piece| piece.draw(page)).collect::<Vec<_>>().join("\n")
}

pub(super) fn names(head: &str, names: impl Iterator<Item = String>) -> Vec<Entry> {
    std::iter::once(head.to_owned()).chain(names).map(Entry::from).collect()
}

fn amounts(names: Vec<Entry>, document: &StaffingDocument, efforts: &[&Effort]) -> Grid {
    let column = |head: &str, fill: &dyn Fn(&Effort) -> String| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(efforts.iter().map(|e| fill(e))).map(Entry::from).collect()
    };
    let mut columns = vec![names, column("most at once", &|e| wording::number(f64::from(e.most), 0))];
    let shrinkage = document.total.paid_hours > document.total.hours;
    if shrinkage {
        columns.push(column("to schedule", &|e| wording::number(f64::from(e.most_scheduled), 0)));
    }
    columns.push(column("hours", &|e| wording::number(e.hours, 1)));
    if shrinkage {
        columns.push(column("paid hours", &|e| wording::number(e.paid_hours, 1)));
    }
    if document.total.cost.is_some() {
        columns.push(column("cost", &|e| e.cost.map_or(wording::UNDEFINED.into(), |c| Kind::Money.plain(c))));
    }
    Grid::new(columns)
}

/// What formulas would have staffed, and what simulation says of it.
fn formulas(document: &StaffingDocument, page: &Page) -> String {
    if document.formulas.is_empty() {
        return String::new();
    }
    let steady = document.periods.len() == 1;
    let name = |method: &str| match method {
        "stationary" if steady => "by the formulas",
        "stationary" => "Erlang by the period",
        "lagged" => "Erlang, lagged",
        _ => "Erlang, offered load",
    };
    let own = std::iter::once("this plan".to_owned());
    let names = names("staffed", own.chain(document.formulas.iter().map(|formula| name(&formula.method).to_owned())));
    let efforts: Vec<&Effort> =
        std::iter::once(&document.total).chain(document.formulas.iter().map(|formula| &formula.effort)).collect();
    let mut grid = amounts(names, document, &efforts);
    let unproven = document.promises.iter().filter(|promise| !promise.proven).count();
    let missed = std::iter::once((unproven, document.promises.len())).chain(document.formulas.iter().map(|f| f.missed));
    let words = missed.map(|(missed, of)| Entry::from(format!("{missed} of {of}")));
    grid.columns.push(std::iter::once(Entry::from("promises missed".to_owned())).chain(words).collect());
    drawn(grid, page)
}

/// How sure the plan is.
fn proof(document: &StaffingDocument) -> String {
    let proven = document.promises.iter().filter(|promise| promise.proven).count();
    let promises = match document.promises.len() {
        n if document.budget.is_some() => format!("{proven} of {n} promises hold at once"),
        1 => "The promise holds".into(),
        2 => "Both promises hold at once".into(),
        n => format!("All {} promises hold at once", wording::number(n as f64, 0)),
    };
    let replications = wording::number(f64::from(document.replications), 0);
    let fresh = match document.days {
        Some(1) => format!("{replications} fresh days"),
        Some(days) => format!("{replications} fresh runs of {days} days"),
        None => format!("{replications} fresh runs"),
    };
    let confidence = wording::percent(document.confidence);
    let mut words =
        format!("{promises} with {confidence} confidence, simulated on {fresh} that the search had not seen.");
    if document.days_before > 0 {
        words += " Work is left from day to day, so that each was simulated as one of many such days in a row; \
                  `holdline run` begins with an empty desk unless the horizon has a `warm_up`.";
    }
    if document.tired {
        words +=
            " The search ended because it had simulated as much as it may: a longer one might find a cheaper plan.";
    }
    words
}

/// What the share of days costs beyond the mean.
fn on_average(document: &StaffingDocument, page: &Page) -> String {
    let Some(mean) = document.on_average.as_ref().filter(|mean| **mean != document.total) else { return String::new() };
    let (more, people) = (document.total.hours - mean.hours, i64::from(document.total.most) - i64::from(mean.most));
    let share = if mean.hours > 0.0 { format!(" ({})", wording::percent(more / mean.hours)) } else { String::new() };
    let words = format!(
        "To keep the promises on average would take {} hours and {} people at once. To keep them on the stated share \
         of days takes {} hours{share} and {people} people more.",
        wording::number(mean.hours, 1),
        wording::number(f64::from(mean.most), 0),
        wording::number(more, 1),
    );
    wording::wrapped(&words, " ", page.width)
}

/// What should be known before the plan is trusted.
fn warnings(document: &StaffingDocument, page: &Page) -> String {
    plan_warnings(document).iter().map(|w| wording::wrapped(&format!("warning: {w}"), " ", page.width)).collect()
}
