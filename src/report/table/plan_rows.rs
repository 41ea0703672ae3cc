//! A plan period by period: who is expected, who is there, and which promise is the tightest.

use super::grid::{Entry, Grid, Page};
use crate::planner::{PeriodPlan, PromiseFigure, StaffingDocument};
use crate::report::plan::{figure, goal, measure, tightest};
use crate::report::wording::{self, Kind, UNDEFINED};
use crate::units::{DAY, time_of_day};

/// More rows than this over several days become a row a day.
const MOST_ROWS: usize = 60;
/// More types than this are shown in total.
const FEW: usize = 4;
/// Longest name in a head.
const NAME: usize = 14;

/// Some periods in one row.
struct Row<'a> {
    label: String,
    periods: Vec<&'a PeriodPlan>,
    tightest: Option<&'a PromiseFigure>,
}

/// The table with as much detail as the page has room for; it leaves out periods in which nobody comes or is there.
pub(super) fn periods(document: &StaffingDocument, page: &Page) -> String {
    let rows = rows(document);
    let fits = |detail: &Detail| grid(document, &rows, *detail).width() <= page.width;
    let detail = DETAILS.iter().find(|detail| fits(detail)).or(DETAILS.last()).copied().unwrap_or_default();
    let mut text = grid(document, &rows, detail).squeezed(page.width).draw(page);
    if !detail.groups && document.groups.len() > 1 {
        text += " agents of all groups together: staffing.csv has each group\n";
    }
    text
}

fn rows(document: &StaffingDocument) -> Vec<Row<'_>> {
    let busy = |period: &&PeriodPlan| all_expected(period) > 0.0 || all_agents(period) > 0;
    let worked: Vec<&PeriodPlan> = document.periods.iter().filter(busy).collect();
    let days = document.periods.last().map_or(0, |last| last.day + 1);
    let several = days > 1;
    if !several || worked.len() <= MOST_ROWS {
        return worked.into_iter().map(|period| of_period(document, period, several)).collect();
    }
    let day = |day: usize| {
        let periods: Vec<&PeriodPlan> = worked.iter().copied().filter(|period| period.day == day).collect();
        let on_day = |p: &&PromiseFigure| p.day == Some(day) || period_of(document, p).is_some_and(|p| p.day == day);
        let tightest = tightest(document.promises.iter().filter(on_day));
        (!periods.is_empty()).then(|| Row { label: format!("day {}", day + 1), periods, tightest })
    };
    (0..days).filter_map(day).collect()
}

fn of_period<'a>(document: &'a StaffingDocument, period: &'a PeriodPlan, several: bool) -> Row<'a> {
    let clock = time_of_day(period.from % DAY);
    let label = match document.days {
        None => "throughout".into(),
        Some(_) if several => format!("day {} {clock}", period.day + 1),
        Some(_) => clock,
    };
    let here = |p: &&PromiseFigure| period_of(document, p).is_some_and(|of| of.from == period.from);
    Row { label, periods: vec![period], tightest: tightest(document.promises.iter().filter(here)) }
}

fn period_of<'a>(document: &'a StaffingDocument, promise: &PromiseFigure) -> Option<&'a PeriodPlan> {
    document.periods.get(promise.period?)
}

fn all_expected(period: &PeriodPlan) -> f64 {
    period.expected.values().sum()
}

fn all_agents(period: &PeriodPlan) -> u32 {
    period.agents.values().sum()
}

/// What a table goes into.
#[derive(Clone, Copy, Default)]
struct Detail {
    types: bool,
    groups: bool,
    promises: bool,
    goals: bool,
}

/// From the most detail to the least.
const DETAILS: [Detail; 6] = [
    Detail { types: true, groups: true, promises: true, goals: true },
    Detail { types: false, groups: true, promises: true, goals: true },
    Detail { types: false, groups: true, promises: true, goals: false },
    Detail { types: false, groups: false, promises: true, goals: true },
    Detail { types: false, groups: false, promises: true, goals: false },
    Detail { types: false, groups: false, promises: false, goals: false },
];

fn grid(document: &StaffingDocument, rows: &[Row<'_>], detail: Detail) -> Grid {
    let mut columns = vec![column("", rows, |row| row.label.clone())];
    columns.extend(expected(document, rows, detail.types));
    columns.extend(agents(document, rows, detail.groups));
    if document.total.paid_hours > document.total.hours {
        columns.push(column("to\nschedule", rows, |row| most(row, |p| p.scheduled.values().sum())));
    }
    if detail.promises && rows.iter().any(|row| row.tightest.is_some()) {
        let tight =
            |words: fn(&PromiseFigure) -> String| move |row: &Row<'_>| row.tightest.map_or(UNDEFINED.into(), words);
        let whose: fn(&PromiseFigure) -> String = |p| format!("{} {}", wording::shorten(&p.of, NAME), measure(p));
        columns.push(column("tightest\npromise", rows, tight(whose)));
        columns.push(column("\nstands at", rows, tight(figure)));
        if detail.goals {
            columns.push(column("\ngoal", rows, tight(goal)));
        }
    }
    Grid::new(columns)
}

fn expected(document: &StaffingDocument, rows: &[Row<'_>], apart: bool) -> Vec<Vec<Entry>> {
    let sum = |row: &Row<'_>, of: &dyn Fn(&PeriodPlan) -> f64| {
        let contacts: f64 = row.periods.iter().map(|period| of(period)).sum();
        wording::number(contacts, usize::from(contacts < 9.95))
    };
    let types: Vec<&String> = document.periods.first().map_or_else(Vec::new, |p| p.expected.keys().collect());
    if !apart || types.len() > FEW {
        return vec![column("expected\ncontacts", rows, |row| sum(row, &all_expected))];
    }
    let of_type = |name: &&String| {
        let head = format!("expected\n{}", wording::shorten(name, NAME));
        column(&head, rows, |row| sum(row, &|p| p.expected.get(*name).copied().unwrap_or(0.0)))
    };
    types.iter().map(of_type).collect()
}

fn agents(document: &StaffingDocument, rows: &[Row<'_>], apart: bool) -> Vec<Vec<Entry>> {
    let single = rows.iter().all(|row| row.periods.len() == 1);
    let words = if single { "agents" } else { "most agents" };
    if !apart {
        return vec![column(&format!("{words}\nin all"), rows, |row| most(row, all_agents))];
    }
    let of_group = |name: &String| {
        let head = format!("{words}\n{}", wording::shorten(name, NAME));
        column(&head, rows, |row| most(row, |p| p.agents.get(name).copied().unwrap_or(0)))
    };
    document.groups.keys().map(of_group).collect()
}

fn most(row: &Row<'_>, of: impl Fn(&PeriodPlan) -> u32) -> String {
    let most = row.periods.iter().map(|period| of(period)).max().unwrap_or(0);
    Kind::Count.plain(f64::from(most))
}

fn column(head: &str, rows: &[Row<'_>], fill: impl Fn(&Row<'_>) -> String) -> Vec<Entry> {
    std::iter::once(head.to_owned()).chain(rows.iter().map(fill)).map(Entry::from).collect()
}
