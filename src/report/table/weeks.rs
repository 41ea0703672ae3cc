//! The weeks of a scenario in a terminal: a row a week.

use super::grid::{Entry, Grid, Page};
use crate::kpi::{ScenarioResult, WeekFigures};
use crate::report::wording::{self, Kind, UNDEFINED};

/// Types beyond these are left to the files: three columns each.
const FEW: usize = 3;
/// Longest name of a type in a head.
const NAME: usize = 16;

/// The table; empty where weeks are not told apart.
pub(super) fn block(scenario: &ScenarioResult, page: &Page) -> String {
    let Some(weeks) = &scenario.weeks else { return String::new() };
    let names: Vec<&String> = scenario.contacts.keys().collect();
    for shown in (1..=names.len().min(FEW)).rev() {
        let grid = grid(weeks, &names[..shown]);
        if grid.width() <= page.width || shown == 1 {
            let left_out = names.len() - shown;
            let note = match left_out {
                0 => String::new(),
                1 => wording::wrapped("weeks of one more type: weeks.csv", " ", page.width),
                _ => wording::wrapped(&format!("weeks of {left_out} more types: weeks.csv"), " ", page.width),
            };
            return grid.squeezed(page.width).draw(page) + &note;
        }
    }
    String::new()
}

fn grid(weeks: &[WeekFigures], names: &[&String]) -> Grid {
    let column = |head: String, cell: &dyn Fn(&WeekFigures) -> String| -> Vec<Entry> {
        std::iter::once(Entry::from(head)).chain(weeks.iter().map(|week| cell(week).into())).collect()
    };
    let mut columns = vec![column("week".into(), &|week| week.week.clone())];
    for name in names {
        let of = |head: &str| match names.len() {
            1 => head.to_owned(),
            _ => format!("{} {head}", wording::shorten(name, NAME)),
        };
        let show = |week: &WeekFigures, kind: Kind, figure: &str| {
            let Some(contacts) = week.contacts.get(*name) else { return UNDEFINED.to_owned() };
            match figure {
                "offered" => kind.show(contacts.offered.as_ref()),
                "level" => kind.show(contacts.service_level.as_ref()),
                _ => wording::share_between(contacts.days_met.as_ref()),
            }
        };
        columns.push(column(of("offered"), &|week| show(week, Kind::Count, "offered")));
        columns.push(column(of("service level"), &|week| show(week, Kind::Share, "level")));
        if weeks.iter().any(|week| week.contacts.get(*name).is_some_and(|c| c.days_met.is_some())) {
            columns.push(column(of("days met"), &|week| show(week, Kind::Share, "met")));
        }
    }
    Grid::new(columns)
}
