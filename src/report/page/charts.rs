//! The charts in the order of a reader's questions, by scenario where they are a scenario's.

use rayon::prelude::*;
use serde::Serialize;

use super::family::{Edge, Family};
use super::figure::Figure;
use crate::kpi::ResultDocument;
use crate::report::language::{Language, say};
use crate::report::plot::{self, Chart};

/// Sections by key, with the names of the charts that stand in them.
const SECTIONS: [(&str, &[&str]); 7] = [
    ("waiting", &["waiting", "service-level"]),
    ("abandonment", &["abandonment"]),
    ("satisfaction", &["satisfaction", "satisfaction-by-wait", "grades"]),
    ("staffing", &["agents"]),
    ("days", &["days"]),
    ("money", &["tradeoff", "comparison"]),
    ("journeys", &["contacts-per-issue", "comparison-customers"]),
];

/// Charts under a heading.
#[derive(Serialize)]
pub(super) struct Section {
    /// Its name in the page.
    key: &'static str,
    heading: String,
    groups: Vec<Group>,
}

/// The charts of one scenario, or of scenarios that are compared.
#[derive(Serialize)]
pub(super) struct Group {
    /// Whose charts they are; empty where there is only one scenario.
    name: String,
    /// Indices of the scenarios, with which it is shown.
    of: String,
    /// Whether it is shown at first.
    first: bool,
    figures: Vec<Figure>,
}

/// Charts with the scenarios that they are about.
struct Drawn {
    of: Vec<usize>,
    charts: Vec<Chart>,
}

/// All sections that have a chart.
pub(super) fn sections(
    language: Language,
    document: &ResultDocument,
    names: &[String],
    families: &[Family],
    edges: &[Edge],
) -> Vec<Section> {
    let own = |(index, scenario)| Drawn { of: vec![index], charts: plot::charts(scenario, language) };
    let mut drawn: Vec<Drawn> = document.scenarios.par_iter().enumerate().map(own).collect();
    drawn.extend(
        families
            .iter()
            .map(|family| Drawn { of: family.clone(), charts: shared(language, &part(document, family, edges)) }),
    );
    let section = |(key, charts): &(&'static str, &[&str])| {
        let groups = drawn.iter().filter_map(|drawn| group(language, drawn, charts, names)).collect();
        Section { key, heading: say!(language, &format!("section-{key}")), groups }
    };
    SECTIONS.iter().map(section).filter(|section| !section.groups.is_empty()).collect()
}

fn group(language: Language, drawn: &Drawn, section: &[&str], names: &[String]) -> Option<Group> {
    let of: Vec<String> = drawn.of.iter().map(usize::to_string).collect();
    let chart = |name: &&str| drawn.charts.iter().find(|chart| chart.name == *name);
    let figure = |chart: &Chart| Figure::new(language, chart, format!("{}-{}", chart.name, of.join("-")));
    let figures: Vec<Figure> = section.iter().filter_map(chart).map(figure).collect();
    let whose: Vec<&str> = drawn.of.iter().filter_map(|index| Some(names.get(*index)?.as_str())).collect();
    (!figures.is_empty()).then(|| Group {
        name: if names.len() > 1 { language.list(&whose) } else { String::new() },
        first: drawn.of.contains(&0),
        of: of.join(","),
        figures,
    })
}

/// Charts of several scenarios.
fn shared(language: Language, document: &ResultDocument) -> Vec<Chart> {
    let charts = [
        plot::tradeoff(document, language),
        plot::comparison(document, language),
        plot::customers_compared(document, language),
    ];
    charts.into_iter().flatten().collect()
}

/// The part of the document that is about one family.
fn part(document: &ResultDocument, family: &[usize], edges: &[Edge]) -> ResultDocument {
    let inside = edges.iter().filter(|edge| family.contains(&edge.this));
    ResultDocument {
        scenarios: family.iter().filter_map(|index| document.scenarios.get(*index)).cloned().collect(),
        comparisons: inside.map(|edge| edge.comparison.clone()).collect(),
        ..document.clone()
    }
}
