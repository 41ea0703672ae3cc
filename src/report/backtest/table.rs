//! A back-test as a planner reads it.

use crate::backtest::{Agents, BacktestDocument, Errors, Figure, Level, Method, Volumes};
use crate::report::table::{Entry, Grid, Page, drawn};
use crate::report::wording::{number, wrapped};
use crate::stats::Estimate;

/// The tables of a back-test; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn backtest_table(document: &BacktestDocument, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let parts = [
        heading(document, &page),
        days(document, &page),
        errors(document, &page),
        coverage(document, &page),
        attribution(document, &page),
        notes(document, &page),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn heading(document: &BacktestDocument, page: &Page) -> String {
    let volumes = match document.volumes {
        Volumes::Actual => "the contacts that came",
        Volumes::Forecast => "the contacts that the scenario expects",
    };
    let agents = match document.agents {
        Agents::Actual => "the agents who were there",
        Agents::Scenario => "the scenario's agents",
    };
    let words = format!(
        "{}: {} days simulated {} times each, given {volumes} and {agents}",
        document.name,
        document.days.len(),
        document.replications
    );
    wrapped(&words, "", page.width)
}

/// Days that are shown; the files have all.
const MOST_DAYS: usize = 40;

fn column(head: &str, entries: impl Iterator<Item = String>) -> Vec<Entry> {
    std::iter::once(head.to_owned()).chain(entries).map(Entry::from).collect()
}

fn figure(figure: Figure, value: f64) -> String {
    match figure {
        Figure::PAbandon | Figure::ServiceLevel => format!("{} %", number(value * 100.0, 1)),
        Figure::MeanWait => format!("{} s", number(value, 1)),
        Figure::Busy => number(value, 2),
    }
}

/// Each day: what happened, what was predicted, and the range of nine in ten.
fn days(document: &BacktestDocument, page: &Page) -> String {
    let shown = || document.days.iter().take(MOST_DAYS);
    let name = |date: jiff::civil::Date| date.strftime("%a %F").to_string();
    let mut columns = vec![
        column("day", shown().map(|day| name(day.date))),
        column("contacts", shown().map(|day| day.contacts.to_string())),
    ];
    for (of, head) in [(Figure::PAbandon, "abandon"), (Figure::MeanWait, "mean wait")] {
        let outcome = |day: &crate::backtest::DayResult| day.day.iter().find(|one| one.figure == of).copied();
        let text = |day, text: &dyn Fn(&crate::backtest::Outcome) -> String| {
            outcome(day).as_ref().map_or_else(String::new, text)
        };
        columns.push(column(head, shown().map(|day| text(day, &|one| figure(of, one.actual)))));
        columns.push(column("simulated", shown().map(|day| text(day, &|one| figure(of, one.simulated.mean)))));
        let range = |one: &crate::backtest::Outcome| {
            let [low, high] = one.simulated.range90;
            let mark = if low <= one.actual && one.actual <= high { " " } else { "!" };
            let scale = if of == Figure::PAbandon { 100.0 } else { 1.0 };
            format!("{}–{}{mark}", number(low * scale, 1), number(high * scale, 1))
        };
        columns.push(column("90 % range", shown().map(|day| text(day, &range))));
    }
    let more = document.days.len().saturating_sub(MOST_DAYS);
    let more = if more > 0 { format!(" and {more} more: days.csv has all\n") } else { String::new() };
    format!("{}{more}", drawn(Grid::new(columns), page))
}

/// Mean absolute errors of the methods.
fn errors(document: &BacktestDocument, page: &Page) -> String {
    let find = |of: Figure, level: Level, method: Method, stable: bool| {
        let is_it = |one: &&Errors| {
            one.figure == of && one.level == level && one.method == method && one.where_erlang_c == stable
        };
        document.errors.iter().find(is_it)
    };
    let mut rows = Vec::new();
    for level in [Level::Days, Level::Intervals] {
        for of in Figure::ALL {
            for stable in [false, true] {
                let what = if level == Level::Days { "of a day" } else { "of an interval" };
                let mark = if stable { ", Erlang C finite" } else { "" };
                let Some(own) = find(of, level, Method::Simulation, stable) else { continue };
                // Where Erlang C always has an answer both rows would be the same.
                if stable && find(of, level, Method::Simulation, false).is_some_and(|all| all.n == own.n) {
                    continue;
                }
                let text = |method: Method| match find(of, level, method, stable).filter(|one| one.n == own.n) {
                    Some(one) => format!("{} ({})", figure(of, one.mean_absolute), signed(of, one.bias)),
                    None => "–".to_owned(),
                };
                rows.push((format!("{} {what}{mark}", of.name()), own.n, Method::ALL.map(text)));
            }
        }
    }
    let mut columns = vec![
        column("mean absolute error (bias)", rows.iter().map(|row| row.0.clone())),
        column("n", rows.iter().map(|row| row.1.to_string())),
    ];
    for (place, method) in Method::ALL.iter().enumerate() {
        columns.push(column(method.name(), rows.iter().map(|row| row.2[place].clone())));
    }
    drawn(Grid::new(columns), page)
}

fn signed(of: Figure, value: f64) -> String {
    let sign = if value > 0.0 { "+" } else { "" };
    format!("{sign}{}", figure(of, value))
}

fn coverage(document: &BacktestDocument, page: &Page) -> String {
    let share = |share: &Estimate| {
        let [low, high] = share.ci95.unwrap_or([share.value; 2]);
        format!("{} % ({}–{})", number(share.value * 100.0, 0), number(low * 100.0, 0), number(high * 100.0, 0))
    };
    let rows = || document.coverage.iter();
    let level = |level: Level| if level == Level::Days { "of a day" } else { "of an interval" };
    let columns = vec![
        column("happened within the range of", rows().map(|row| format!("{} {}", row.figure.name(), level(row.level)))),
        column("n", rows().map(|row| row.n.to_string())),
        column("50 %", rows().map(|row| share(&row.within50))),
        column("90 %", rows().map(|row| share(&row.within90))),
    ];
    drawn(Grid::new(columns), page)
}

fn attribution(document: &BacktestDocument, page: &Page) -> String {
    let of = |figure: Figure| document.attribution.iter().filter(move |row| row.figure == figure);
    let text = |row: &crate::backtest::Missed| {
        format!("{} ({})", figure(row.figure, row.mean_absolute), signed(row.figure, row.bias))
    };
    let columns = vec![
        column("of the fit, replaced by what happened", of(Figure::PAbandon).map(|row| row.replaced.name().to_owned())),
        column("abandonment of a day off by", of(Figure::PAbandon).map(&text)),
        column("mean wait off by", of(Figure::MeanWait).map(&text)),
    ];
    drawn(Grid::new(columns), page)
}

fn notes(document: &BacktestDocument, page: &Page) -> String {
    let note = |day: &crate::backtest::LeftOut| {
        wrapped(&format!("note: {} is left out: {}", day.date, day.because), " ", page.width)
    };
    document.left_out.iter().map(note).collect()
}
