//! Staffings of one queue by the formulas, a row each.

use super::grid::{Entry, Grid, Page};
use crate::analytic::{Promise, Shortfall};
use crate::report::Verdict;
use crate::report::erlang::StaffingFigures;
use crate::report::wording::{self, Kind};

/// A table of staffings that a person reads in a terminal; no line is wider than `width` (from 60 columns on). The row
/// of `answer` is marked as the least staffing that reaches the goal.
#[must_use]
pub fn erlang_table(rows: &[StaffingFigures], answer: Option<u32>, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let mut columns: Vec<Column> = COLUMNS.iter().copied().filter(|column| worth_showing(column, rows)).collect();
    for name in LESS {
        if grid(&columns, rows, answer).width() > page.width {
            columns.retain(|(head, _)| *head != name);
        }
    }
    grid(&columns, rows, answer).draw(&page)
}

/// A column: its head and how a staffing fills it.
type Column = (&'static str, fn(&StaffingFigures) -> String);

const COLUMNS: &[Column] = &[
    ("agents", |row| wording::number(f64::from(row.agents), 0)),
    ("scheduled", |row| wording::number(f64::from(row.scheduled), 0)),
    (IN_TIME, |row| Kind::Share.plain(row.service_level)),
    ("ASA", |row| duration(row.mean_wait_answered)),
    ("90 % within", |row| duration(row.wait_percentiles["90"])),
    ("wait", |row| Kind::Share.plain(row.p_wait)),
    ("abandon", |row| Kind::Share.plain(row.p_abandon)),
    ("blocked", |row| Kind::Share.plain(row.p_blocked)),
    ("occupancy", |row| Kind::Share.plain(row.occupancy)),
];
/// Stands for the service level, whose head names its threshold.
const IN_TIME: &str = "within";
/// Left out, in this order, while a row does not fit.
const LESS: [&str; 7] = ["90 % within", "wait", "blocked", "ASA", "abandon", "occupancy", "scheduled"];

fn worth_showing(column: &Column, rows: &[StaffingFigures]) -> bool {
    let any = |of: fn(&StaffingFigures) -> bool| rows.iter().any(of);
    match column.0 {
        "scheduled" => any(|row| row.scheduled != row.agents),
        "abandon" => any(|row| row.p_abandon > 0.0),
        "blocked" => any(|row| row.p_blocked > 0.0),
        _ => true,
    }
}

fn duration(seconds: f64) -> String {
    if seconds.is_infinite() { "∞".into() } else { Kind::Duration.plain(seconds) }
}

fn grid(columns: &[Column], rows: &[StaffingFigures], answer: Option<u32>) -> Grid {
    let within = rows.first().map_or(String::new(), |row| format!("in {}", wording::duration(row.within)));
    let head = |name: &str| Entry::from(if name == IN_TIME { within.clone() } else { name.to_owned() });
    let column = |(name, fill): &Column| {
        std::iter::once(head(name)).chain(rows.iter().map(|row| Entry::from(fill(row)))).collect()
    };
    let mut columns: Vec<Vec<Entry>> = columns.iter().map(column).collect();
    if rows.iter().any(|row| row.goal_met.is_some()) {
        columns.push(verdicts(rows, answer));
    }
    Grid::new(columns)
}

/// Whether the goal is reached, or which promises are not; padded to one length, since entries stand to the right.
fn verdicts(rows: &[StaffingFigures], answer: Option<u32>) -> Vec<Entry> {
    let text = |row: &StaffingFigures| match row.missed.as_slice() {
        [] if answer == Some(row.agents) => format!("{}: the least", Verdict::Met.mark()),
        [] => Verdict::Met.mark().to_owned(),
        missed => format!("✗ {}", missed.iter().map(short).collect::<Vec<_>>().join(", ")),
    };
    let texts: Vec<String> = rows.iter().map(text).collect();
    let widest = texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
    let verdict = |row: &StaffingFigures| if row.missed.is_empty() { Verdict::Met } else { Verdict::Missed };
    let padded = texts
        .iter()
        .zip(rows)
        .map(|(text, row)| Entry { text: format!("{text:widest$}"), verdict: Some(verdict(row)) });
    std::iter::once(Entry::from(String::new())).chain(padded).collect()
}

fn short(missed: &Shortfall) -> &'static str {
    match missed.promise {
        Promise::Answer { .. } => "answer",
        Promise::Abandon => "abandon",
        Promise::SpeedOfAnswer => "ASA",
        Promise::Occupancy => "occupancy",
    }
}
