//! Through the day: a row an interval, with charts of service level and of staff against need.

use rust_xlsxwriter::{Chart, ChartFont, ChartLegendPosition, ChartLine, ChartLineDashType, ChartType, Color};

use super::heads::{error_heads, heads};
use super::sheet::{CLOCK, Cell, Shown, Table, number_format};
use crate::kpi::{Interval, ScenarioResult};
use crate::report::figures::{kind, label, of_interval_contacts};
use crate::report::language::{Language, say};
use crate::report::plot::Colour;
use crate::report::wording::Unit;
use crate::units::DAY;

/// The lines behind a chart.
const GRID: u32 = 0xD9_D9_D9;
/// Lines of a chart that can be told apart.
const MOST: usize = 7;

fn type_headings(language: Language) -> Vec<String> {
    let figures =
        ["offered", "p_abandon", "p_wait", "service_level", "mean_wait", "csat"].map(|figure| label(language, figure));
    let mut headings = heads(language, &["page-scenario", "book-contact-type", "book-time"]);
    headings.extend(figures.iter().cloned());
    headings.extend(figures.iter().flat_map(|figure| error_heads(language, figure)));
    headings
}

fn group_headings(language: Language) -> Vec<String> {
    let occupancy = label(language, "occupancy");
    let mut headings = heads(language, &["page-scenario", "book-agent-group", "book-time", "book-staff", "book-need"]);
    headings.push(occupancy.clone());
    headings.extend(error_heads(language, &occupancy));
    headings
}

/// The columns of service level, staff and need.
const LEVEL: u16 = 6;
const STAFF: [u16; 2] = [3, 4];

/// A row an interval of a contact type.
pub(super) fn by_type(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let row = |scenario: &ScenarioResult, name: &str, interval: &Interval| {
        let figures = of_interval_contacts(interval.contacts.get(name)?);
        let shown: Vec<_> = figures.iter().map(|(name, figure)| (figure.as_ref(), Shown::of(kind(name)))).collect();
        let mut row = vec![Cell::text(&scenario.name), Cell::text(name), clock(interval)];
        row.extend(shown.iter().map(|(figure, shown)| Cell::value(*figure, *shown)));
        row.extend(shown.iter().flat_map(|(figure, shown)| Cell::errors(*figure, *shown)));
        Some(row)
    };
    let rows = rows(scenarios, |scenario| scenario.contacts.keys().collect(), row);
    Table { name: say!(language, "book-sheet-types"), keys: 3, headings: type_headings(language), rows }
}

/// A row an interval of an agent group.
pub(super) fn by_group(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let row = |scenario: &ScenarioResult, name: &str, interval: &Interval| {
        let agents = interval.agents.get(name)?;
        let mut row = vec![Cell::text(&scenario.name), Cell::text(name), clock(interval)];
        row.extend([Cell::number(agents.staff, Shown::Count), Cell::number(agents.need, Shown::Count)]);
        row.push(Cell::value(agents.occupancy.as_ref(), Shown::Share));
        row.extend(Cell::errors(agents.occupancy.as_ref(), Shown::Share));
        Some(row)
    };
    let rows = rows(scenarios, |scenario| scenario.agents.keys().collect(), row);
    Table { name: say!(language, "book-sheet-groups"), keys: 3, headings: group_headings(language), rows }
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

/// Of each scenario with intervals two charts: the service level of its contact types; its agents and, with dashes, those
/// who are needed.
pub(super) fn charts(language: Language, scenarios: &[ScenarioResult]) -> Vec<Vec<Chart>> {
    let sheets = ["book-sheet-types", "book-sheet-groups"].map(|key| say!(language, key));
    // The first row of the scenario on either sheet.
    let (mut types, mut groups) = (1, 1);
    let mut charts = Vec::new();
    for scenario in scenarios {
        let intervals = scenario.intervals.as_deref().unwrap_or_default();
        let rows = intervals.len() as u32;
        let told =
            |figure: &dyn Fn(&Interval) -> Option<f64>| intervals.iter().any(|interval| figure(interval).is_some());
        let levels = scenario.contacts.keys().map(|name| {
            let level = told(&|interval| interval.contacts.get(name)?.service_level.map(|level| level.value));
            (name.as_str(), if level { vec![LEVEL] } else { Vec::new() })
        });
        let staff = scenario.agents.keys().map(|name| {
            let need = told(&|interval| interval.agents.get(name)?.need);
            (name.as_str(), if need { STAFF.to_vec() } else { STAFF[..1].to_vec() })
        });
        if rows > 0 {
            let (name, figure) = (&scenario.name, label(language, "service_level"));
            let title = say!(language, "named", name = name, value = figure);
            let mut level = chart(language, &title, (&sheets[0], types, rows), levels);
            let share = number_format(language, "0", Unit::Percent);
            level.iter_mut().for_each(|level| _ = level.y_axis().set_max(1).set_num_format(&share));
            let title = say!(language, "book-staff-title", scenario = name);
            charts.push(level.into_iter().chain(chart(language, &title, (&sheets[1], groups, rows), staff)).collect());
        }
        types += scenario.contacts.len() as u32 * rows;
        groups += scenario.agents.len() as u32 * rows;
    }
    charts
}

/// Lines of these columns for each name: on the sheet the rows begin at the first, and each name has so many. None where
/// there is nothing to draw.
fn chart<'a>(
    language: Language,
    title: &str,
    (sheet, first, rows): (&str, u32, u32),
    names: impl Iterator<Item = (&'a str, Vec<u16>)>,
) -> Option<Chart> {
    let mut chart = Chart::new(ChartType::Line);
    let mut drawn = names.enumerate().filter(|(_, (_, columns))| !columns.is_empty()).take(MOST).peekable();
    drawn.peek()?;
    for (colour, (place, (name, columns))) in drawn.enumerate() {
        let from = first + place as u32 * rows;
        let names = [name.to_owned(), say!(language, "book-staff-needed", name = name)];
        add_lines(&mut chart, (sheet, from, from + rows - 1), &columns, &names, Colour::Series(colour).hex());
    }
    chart.title().set_name(title).set_font(ChartFont::new().set_bold().set_size(12));
    chart
        .x_axis()
        .set_num_format(CLOCK)
        .set_font(ChartFont::new().set_rotation(-45))
        .set_label_interval((rows / 12).max(1) as u16)
        .set_tick_interval((rows / 12).max(1) as u16);
    chart.y_axis().set_min(0).set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(GRID)).set_width(0.75));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    Some(chart)
}

/// A line for each column of some rows: the first solid, a second one with dashes.
fn add_lines(chart: &mut Chart, rows: (&str, u32, u32), columns: &[u16], names: &[String; 2], colour: u32) {
    let (sheet, from, to) = rows;
    for (place, (column, name)) in columns.iter().zip(names).enumerate() {
        let dash = if place > 0 { ChartLineDashType::Dash } else { ChartLineDashType::Solid };
        chart
            .add_series()
            .set_categories((sheet, from, 2, to, 2))
            .set_values((sheet, from, *column, to, *column))
            .set_name(name.as_str())
            .set_format(ChartLine::new().set_color(Color::RGB(colour)).set_width(1.75).set_dash_type(dash));
    }
}
