//! Through the day: a row an interval, with charts of service level and of staff against need.

use rust_xlsxwriter::{Chart, ChartLine, ChartLineDashType, ChartType, Color};

use super::sheet::{Cell, Shown, Table, error_headings};
use crate::kpi::{Interval, ScenarioResult};
use crate::report::Language;
use crate::report::figures::{kind, label, of_interval_contacts};
use crate::report::plot::Colour;
use crate::units::DAY;

const BY_TYPE: &str = "by contact type";
const BY_GROUP: &str = "by agent group";
/// Lines of a chart that can be told apart.
const MOST: usize = 7;

fn type_headings() -> Vec<String> {
    let figures = ["offered", "p_abandon", "p_wait", "service_level", "mean_wait", "csat"]
        .map(|figure| label(Language::English, figure));
    let mut headings = ["scenario", "contact type", "from"].map(String::from).to_vec();
    headings.extend(figures.iter().cloned());
    headings.extend(figures.iter().flat_map(|figure| error_headings(figure)));
    headings
}

fn group_headings() -> Vec<String> {
    let mut headings =
        ["scenario", "agent group", "from", "agents there", "agents needed", "occupancy"].map(String::from).to_vec();
    headings.extend(error_headings("occupancy"));
    headings
}

/// The columns of service level, staff and need.
const LEVEL: u16 = 6;
const STAFF: [u16; 2] = [3, 4];

/// A row an interval of a contact type.
pub(super) fn by_type(scenarios: &[ScenarioResult]) -> Table {
    let row = |scenario: &ScenarioResult, name: &str, interval: &Interval| {
        let figures = of_interval_contacts(interval.contacts.get(name)?);
        let shown: Vec<_> = figures.iter().map(|(name, figure)| (figure.as_ref(), Shown::of(kind(name)))).collect();
        let mut row = vec![Cell::text(&scenario.name), Cell::text(name), clock(interval)];
        row.extend(shown.iter().map(|(figure, shown)| Cell::value(*figure, *shown)));
        row.extend(shown.iter().flat_map(|(figure, shown)| Cell::errors(*figure, *shown)));
        Some(row)
    };
    let rows = rows(scenarios, |scenario| scenario.contacts.keys().collect(), row);
    Table { name: BY_TYPE, keys: 3, headings: type_headings(), rows }
}

/// A row an interval of an agent group.
pub(super) fn by_group(scenarios: &[ScenarioResult]) -> Table {
    let row = |scenario: &ScenarioResult, name: &str, interval: &Interval| {
        let agents = interval.agents.get(name)?;
        let mut row = vec![Cell::text(&scenario.name), Cell::text(name), clock(interval)];
        row.extend([Cell::number(agents.staff, Shown::Count), Cell::number(agents.need, Shown::Count)]);
        row.push(Cell::value(agents.occupancy.as_ref(), Shown::Share));
        row.extend(Cell::errors(agents.occupancy.as_ref(), Shown::Share));
        Some(row)
    };
    let rows = rows(scenarios, |scenario| scenario.agents.keys().collect(), row);
    Table { name: BY_GROUP, keys: 3, headings: group_headings(), rows }
}

fn clock(interval: &Interval) -> Cell {
    Cell::number(interval.seconds / DAY, Shown::Clock)
}

/// Scenario by scenario, subject by subject, interval by interval: the rows of a line stand together.
fn rows(
    scenarios: &[ScenarioResult],
    subjects: impl Fn(&ScenarioResult) -> Vec<&String>,
    row: impl Fn(&ScenarioResult, &str, &Interval) -> Option<Vec<Cell>>,
) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for scenario in scenarios {
        for name in subjects(scenario) {
            rows.extend(scenario.intervals.iter().flatten().filter_map(|interval| row(scenario, name, interval)));
        }
    }
    rows
}

/// A chart a scenario: the service level of its contact types.
pub(super) fn service_level(scenarios: &[ScenarioResult]) -> Vec<Chart> {
    let title = |scenario: &ScenarioResult| format!("{}: {}", scenario.name, label(Language::English, "service_level"));
    charts(scenarios, BY_TYPE, &|scenario| scenario.contacts.keys().collect(), &[LEVEL], &title)
}

/// A chart a scenario: the agents who are there, and with dashes those who are needed.
pub(super) fn staff(scenarios: &[ScenarioResult]) -> Vec<Chart> {
    let title = |scenario: &ScenarioResult| format!("{}: agents there, and needed (dashes)", scenario.name);
    charts(scenarios, BY_GROUP, &|scenario| scenario.agents.keys().collect(), &STAFF, &title)
}

type Names<'a> = &'a dyn Fn(&ScenarioResult) -> Vec<&String>;

fn charts(
    scenarios: &[ScenarioResult],
    sheet: &'static str,
    names: Names<'_>,
    columns: &[u16],
    title: &dyn Fn(&ScenarioResult) -> String,
) -> Vec<Chart> {
    let mut first = 1;
    let mut charts = Vec::new();
    for scenario in scenarios {
        let intervals = scenario.intervals.as_ref().map_or(0, Vec::len) as u32;
        let names = names(scenario);
        if intervals > 0 {
            let mut chart = Chart::new(ChartType::Line);
            for (place, name) in names.iter().enumerate().take(MOST) {
                let from = first + place as u32 * intervals;
                add_lines(&mut chart, (sheet, from, from + intervals - 1), columns, name, Colour::Series(place).hex());
            }
            chart.title().set_name(title(scenario).as_str());
            charts.push(chart);
        }
        first += names.len() as u32 * intervals;
    }
    charts
}

/// A line for each column of some rows: the first solid, further ones with dashes.
fn add_lines(chart: &mut Chart, rows: (&'static str, u32, u32), columns: &[u16], name: &str, colour: u32) {
    let (sheet, from, to) = rows;
    for (place, column) in columns.iter().enumerate() {
        let dash = if place > 0 { ChartLineDashType::Dash } else { ChartLineDashType::Solid };
        chart
            .add_series()
            .set_categories((sheet, from, 2, to, 2))
            .set_values((sheet, from, *column, to, *column))
            .set_name(name)
            .set_format(ChartLine::new().set_color(Color::RGB(colour)).set_width(1.75).set_dash_type(dash));
    }
}
