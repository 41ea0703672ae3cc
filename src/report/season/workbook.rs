//! A season plan as a workbook: a list of classes to edit and feed back, weeks, costs, what changes are worth.

use rust_xlsxwriter::{Chart, ChartLine, ChartType, Color, DocProperties, ExcelDateTime, Workbook};

use super::csv::{begins, figures_of};
use crate::report::language::Language;
use crate::report::plot::Colour;
use crate::report::workbook::{Cell, Shown, Table, Writer};
use crate::report::{ReportError, wording::Kind};
use crate::season::{CostFigures, SeasonDocument, SeasonWeek};
use crate::stats::Estimate;

/// The workbook as bytes; the same plan gives the same ones.
///
/// # Errors
/// When the workbook library refuses.
pub fn workbook(document: &SeasonDocument) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(document.name.as_str()).set_creation_datetime(&made));
    let mut writer = Writer::new(&mut book, Language::English);
    writer.table(&hires(document))?;
    let weeks = weeks(document);
    let charts = charts(document, &weeks);
    for table in [weeks, figures(document), costs(document), changes(document)] {
        writer.table(&table)?;
    }
    writer.charts("charts", vec![charts])?;
    Ok(book.save_to_buffer()?)
}

fn headings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// The classes: `--plan` reads this sheet.
fn hires(document: &SeasonDocument) -> Table {
    let calendar = document.weeks.iter().all(|week| week.start.is_some());
    let row = |hire: &crate::season::Hire| {
        let begins = if calendar { Cell::text(begins(hire)) } else { Cell::number(f64::from(hire.week), Shown::Whole) };
        let people = Cell::number(f64::from(hire.people), Shown::Whole);
        vec![begins, Cell::text(&*hire.group), Cell::text(&*hire.contract), people]
    };
    Table {
        name: "hires".into(),
        keys: 1,
        headings: headings(&[if calendar { "start" } else { "week" }, "group", "contract", "hires"]),
        rows: document.hires.iter().map(row).collect(),
    }
}

/// One row a week, what a planner looks at first.
fn weeks(document: &SeasonDocument) -> Table {
    let mut names: Vec<String> = headings(&["week", "start", "days", "promises kept", "at least", "proven"]);
    for promise in &document.promises {
        names.push(format!("{}: {}", promise.contact, promise.measure));
    }
    let groups: Vec<&String> = document.weeks.first().map(|week| week.groups.keys().collect()).unwrap_or_default();
    for group in &groups {
        names.extend(
            ["need, people", "at work, people", "at work, 5 %", "at work, 95 %"].map(|head| format!("{group}: {head}")),
        );
        let heads = ["heads", "starters", "leavers", "in training", "nesting", "on their own", "overtime, hours"];
        names.extend(heads.map(|head| format!("{group}: {head}")));
    }
    names.push("cost".into());
    Table {
        name: "weeks".into(),
        keys: 2,
        headings: names,
        rows: document.weeks.iter().map(|week| week_row(document, week)).collect(),
    }
}

fn week_row(document: &SeasonDocument, week: &SeasonWeek) -> Vec<Cell> {
    let mean = |band: Option<crate::season::Band>, shown| Cell::number(band.map(|band| band.mean.value), shown);
    let mut row = vec![
        Cell::number(f64::from(week.week), Shown::Whole),
        week.start.as_ref().map_or(Cell::Empty, |start| Cell::text(&**start)),
        Cell::number(f64::from(week.days), Shown::Whole),
        Cell::value(week.kept.as_ref(), Shown::Share),
        Cell::number(week.kept_at_least, Shown::Share),
        Cell::text(if week.proven { "yes" } else { "no" }),
    ];
    for (name, promise) in document.promises.iter().zip(&week.promises) {
        row.push(mean(*promise, if name.measure == "asa" { Shown::Seconds } else { Shown::Share }));
    }
    for of in week.groups.values() {
        row.push(Cell::number(of.need, Shown::Count));
        row.push(mean(of.at_work, Shown::Count));
        row.extend((0..2).map(|end| Cell::number(of.at_work.map(|band| band.range90[end]), Shown::Count)));
        let heads = [of.headcount, of.starters, of.leavers, of.in_training, of.nesting, of.productive];
        row.extend(heads.map(|band| mean(band, Shown::Count)));
        row.push(mean(of.overtime_hours, Shown::Hours));
    }
    row.push(mean(week.cost, Shown::Money));
    row
}

/// Every figure of every week with its error and its range.
fn figures(document: &SeasonDocument) -> Table {
    let mut rows = Vec::new();
    for week in &document.weeks {
        for (subject, figure, band) in figures_of(document, week) {
            let Some(band) = band else { continue };
            let shown = shown(&figure);
            let mut row = vec![
                Cell::number(f64::from(week.week), Shown::Whole),
                week.start.as_ref().map_or(Cell::Empty, |start| Cell::text(&**start)),
                if subject.is_empty() { Cell::text("all") } else { Cell::text(subject) },
                Cell::text(figure.replace('_', " ")),
                Cell::value(Some(&band.mean), shown),
            ];
            row.extend(Cell::errors(Some(&band.mean), shown));
            row.extend(band.range90.map(|end| Cell::number(end, shown)));
            rows.push(row);
        }
    }
    let names = [
        "week",
        "start",
        "subject",
        "figure",
        "mean",
        "standard error",
        "95 % low",
        "95 % high",
        "season, 5 %",
        "season, 95 %",
    ];
    Table { name: "figures".into(), keys: 4, headings: headings(&names), rows }
}

fn shown(figure: &str) -> Shown {
    match figure {
        "answer" | "abandon" | "occupancy" | "satisfied" | "churn" => Shown::Share,
        "asa" => Shown::Seconds,
        "overtime_hours" => Shown::Hours,
        "cost" => Shown::Money,
        _ => Shown::Count,
    }
}

fn costs(document: &SeasonDocument) -> Table {
    let parts = |cost: &CostFigures| -> [(&str, Estimate); 6] {
        [
            ("wages", cost.wages),
            ("overtime", cost.overtime),
            ("outsourcing", cost.outsourcing),
            ("hiring", cost.hiring),
            ("training", cost.training),
            ("all", cost.total),
        ]
    };
    let mut rows = Vec::new();
    let plans = [("plan", Some(&document.cost)), ("by hand", document.by_hand.as_ref().map(|by_hand| &by_hand.cost))];
    for (name, cost) in plans.into_iter().filter_map(|(name, cost)| Some((name, cost?))) {
        for (part, figure) in parts(cost) {
            let mut row = vec![Cell::text(name), Cell::text(part), Cell::value(Some(&figure), Shown::Money)];
            row.extend(Cell::errors(Some(&figure), Shown::Money));
            rows.push(row);
        }
    }
    let names = ["plan", "for", "a season", "standard error", "95 % low", "95 % high"];
    Table { name: "costs".into(), keys: 2, headings: headings(&names), rows }
}

fn changes(document: &SeasonDocument) -> Table {
    let by_hand = document.by_hand.iter().map(|by_hand| (by_hand.file.as_str(), &by_hand.effects));
    let all = document.changes.iter().map(|change| (change.words.as_str(), &change.effects)).chain(by_hand);
    let mut rows = Vec::new();
    for (words, effects) in all {
        for effect in effects {
            let kind = match effect.figure.as_str() {
                "weeks_kept" => Kind::Mean,
                "churned" => Kind::Count,
                _ => Kind::Money,
            };
            let shown = Shown::of(kind);
            let difference = effect.difference.as_ref();
            let mut row =
                vec![Cell::text(words), Cell::text(effect.figure.replace('_', " ")), Cell::value(difference, shown)];
            row.extend(Cell::errors(difference, shown));
            row.push(Cell::text(if effect.real { "yes" } else { "no" }));
            rows.push(row);
        }
    }
    let names = ["change", "figure", "difference", "standard error", "95 % low", "95 % high", "for certain"];
    Table { name: "changes".into(), keys: 2, headings: headings(&names), rows }
}

/// Need and people at work by week, a chart a group.
fn charts(document: &SeasonDocument, weeks: &Table) -> Vec<Chart> {
    let last = document.weeks.len() as u32;
    let column = |head: String| weeks.headings.iter().position(|heading| *heading == head).map(|place| place as u16);
    let groups = document.weeks.first().map(|week| week.groups.keys()).into_iter().flatten();
    let one = |group: &String| {
        let mut chart = Chart::new(ChartType::Line);
        for (head, colour) in [
            ("need, people", Colour::Ink),
            ("at work, people", Colour::Main),
            ("at work, 5 %", Colour::Quiet),
            ("at work, 95 %", Colour::Quiet),
        ] {
            let column = column(format!("{group}: {head}"))?;
            chart
                .add_series()
                .set_categories(("weeks", 1, 1, last, 1))
                .set_values(("weeks", 1, column, last, column))
                .set_name(("weeks", 0, column))
                .set_format(ChartLine::new().set_color(Color::RGB(colour.hex())).set_width(1.75));
        }
        let title = format!("{group}: people at work against need, by week");
        chart.title().set_name(&title);
        chart.x_axis().set_name("week");
        chart.y_axis().set_name("experienced people");
        Some(chart)
    };
    groups.filter_map(one).collect()
}
