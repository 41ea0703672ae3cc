//! The page about a fit: one HTML file without a script, which opens anywhere and asks for nothing else.

mod assumed;
mod faults;
mod figures;

use serde::Serialize;

use super::shown::Drawn;
use crate::fit::FittedCentre;
use crate::history::{Log, LogFile};
use crate::report::page::figure::Figure;
use crate::report::page::table::Table;
use crate::report::page::template;
use crate::report::wording::{Kind, percent};
use crate::report::{Language, ReportError};
use crate::scenario::Scenario;

/// What the template fills in.
#[derive(Serialize)]
struct Page {
    title: String,
    subtitle: String,
    lead: String,
    /// Files, and what their columns were taken for.
    read: Vec<String>,
    faults: Option<Table>,
    types: Table,
    sections: Vec<Section>,
    without: Vec<String>,
    assumptions: Vec<String>,
}

/// The charts of a type, or of the agents.
#[derive(Serialize)]
struct Section {
    id: String,
    name: String,
    note: String,
    figures: Vec<Figure>,
}

/// The page of a fit: what was read, what was left out and why, the figures of each type, and the log against the fit.
///
/// # Errors
/// When the template cannot be filled, which a test rules out.
pub fn fit_page(centre: &FittedCentre, log: &Log, scenario: &Scenario) -> Result<String, ReportError> {
    of_drawn(centre, log, scenario, &Drawn::new(centre, log, scenario))
}

/// The same with charts that are there already.
pub(super) fn of_drawn(
    centre: &FittedCentre,
    log: &Log,
    scenario: &Scenario,
    drawn: &Drawn,
) -> Result<String, ReportError> {
    let page = Page {
        title: scenario.name.clone(),
        subtitle: format!(
            "A scenario fitted to {} contacts on {} days from {} to {}, by holdline {}.",
            Kind::Count.plain(centre.contacts as f64),
            centre.days,
            centre.dates.0,
            centre.dates.1,
            env!("CARGO_PKG_VERSION")
        ),
        lead: lead(centre, log),
        read: log.files.iter().flat_map(file).collect(),
        faults: faults::table(log),
        types: figures::table(centre),
        sections: sections(drawn),
        without: drawn.without.clone(),
        assumptions: assumed::facts(centre, log),
    };
    template::filled(&template::FIT, &page, Language::English)
}

/// How much was read, and the busiest type in a sentence.
fn lead(centre: &FittedCentre, log: &Log) -> String {
    let count = |number: u64| Kind::Count.plain(number as f64);
    let (rows, left_out) = (log.faults.rows(), log.faults.left_out());
    let read = match left_out {
        0 => format!("All {} rows are contacts.", count(rows)),
        _ => format!(
            "Of {} rows {} are contacts; {} were left out.",
            count(rows),
            count(rows - left_out),
            count(left_out)
        ),
    };
    let (answered, abandoned) = centre.types.iter().fold((0, 0), |(a, b), one| (a + one.answered, b + one.abandoned));
    let share = abandoned as f64 / (answered + abandoned).max(1) as f64;
    match rows - left_out == centre.contacts {
        true => format!("{read} {} of the contacts left while they waited.", percent(share)),
        false => {
            let fitted = count(centre.contacts);
            format!("{read} Of the {fitted} on the days fitted to, {} left while they waited.", percent(share))
        }
    }
}

/// A file, its layout, and its columns.
fn file(file: &LogFile) -> Vec<String> {
    let layout = file.layout.map_or_else(String::new, |layout| format!(", read by the layout `{layout}`"));
    let used = file.columns.iter().filter(|taken| !taken.roles.is_empty());
    let used: Vec<String> = used.map(|taken| format!("`{}` as {}", taken.column, taken.roles.join(", "))).collect();
    let unused = file.columns.iter().filter(|taken| taken.roles.is_empty());
    let unused: Vec<String> = unused.map(|taken| format!("`{}`", taken.column)).collect();
    let mut facts = vec![format!("{}{layout}. Columns: {}.", file.path.display(), used.join("; "))];
    if !unused.is_empty() {
        facts.push(format!("Columns that are not used: {}.", unused.join(", ")));
    }
    facts
}

fn sections(drawn: &Drawn) -> Vec<Section> {
    let of_type = |(number, (one, charts)): (usize, &(&crate::fit::FittedType, Vec<crate::report::plot::Chart>))| {
        let figure = |chart: &crate::report::plot::Chart| {
            Figure::new(Language::English, chart, format!("{}-{number}", chart.name))
        };
        Section {
            id: format!("type-{number}"),
            name: one.name.clone(),
            note: figures::borrowed(one),
            figures: charts.iter().map(figure).collect(),
        }
    };
    let mut sections: Vec<Section> = drawn.types.iter().enumerate().map(of_type).collect();
    sections.extend(drawn.agents.as_ref().map(|chart| Section {
        id: "agents".into(),
        name: "Agents on duty".into(),
        note: String::new(),
        figures: vec![Figure::new(Language::English, chart, "agents-chart".into())],
    }));
    sections
}
