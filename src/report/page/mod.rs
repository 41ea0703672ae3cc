//! The page that an executive reads: one HTML file that opens anywhere, says what was found, and asks for nothing else.
//!
//! The finding in two sentences, scenarios against targets, warnings, charts, journeys, assumptions, and how to get it
//! again. With scripts the charts show one scenario at a time and tell their figures; without, and on paper, all of it
//! stands there.

mod assumptions;
mod charts;
mod contrast;
mod family;
pub(super) mod figure;
mod finding;
mod notes;
pub(crate) mod picture;
mod reproduction;
pub(super) mod table;
mod targets;
pub(super) mod template;

use serde::Serialize;

use crate::kpi::ResultDocument;
use crate::report::ReportError;
use crate::report::language::{Language, say};
use contrast::Contrasts;

/// What the template fills in.
#[derive(Serialize)]
struct Page {
    title: String,
    subtitle: String,
    finding: finding::Sentences,
    /// What was found in each family, where there are several.
    families: Vec<Family>,
    targets: table::Table,
    notes: Vec<notes::Note>,
    sections: Vec<charts::Section>,
    journeys: Option<table::Table>,
    assumptions: Vec<assumptions::Assumed>,
    again: reproduction::Again,
    /// Names of the scenarios, by which charts are chosen.
    scenarios: Vec<String>,
}

/// A family's name and finding.
#[derive(Serialize)]
struct Family {
    name: String,
    finding: finding::Sentences,
}

/// Results as one self-contained HTML file.
///
/// # Errors
/// When the template cannot be filled, which a test rules out.
pub fn page(document: &ResultDocument, language: Language) -> Result<String, ReportError> {
    let document = &family::in_order(document);
    let names = family::names(document);
    let edges = family::edges(document);
    let families = family::families(document, &edges);
    let contrasts = Contrasts { document, edges: &edges };
    let found = |family: &family::Family| Family {
        name: family.first().and_then(|first| names.get(*first)).cloned().unwrap_or_default(),
        finding: finding::of_family(language, &contrasts, &names, family),
    };
    let page = Page {
        title: title(language, &names, &families),
        subtitle: subtitle(language, document),
        finding: finding::finding(language, &contrasts, &names, &families),
        families: if families.len() > 1 { families.iter().map(found).collect() } else { Vec::new() },
        targets: targets::table(language, &contrasts, &names),
        notes: notes::notes(language, document, &names),
        sections: charts::sections(language, document, &names, &families, &edges),
        journeys: targets::journeys(language, &contrasts, &names),
        assumptions: assumptions::assumed(language, &document.scenarios, &names),
        again: reproduction::again(language, document, &names),
        scenarios: names,
    };
    template::filled(&template::REPORT, &page, language)
}

/// The names of the scenarios; of several families the name of the first in each, with which the others are compared.
fn title(language: Language, names: &[String], families: &[family::Family]) -> String {
    let first = |family: &family::Family| names.get(*family.first()?).cloned();
    let names: Vec<String> =
        if families.len() > 1 { families.iter().filter_map(first).collect() } else { names.to_vec() };
    match names.as_slice() {
        [only] => only.clone(),
        _ => {
            let named: Vec<String> = names.iter().map(|name| say!(language, "page-named", name = name)).collect();
            language.list(&named.iter().map(String::as_str).collect::<Vec<_>>())
        }
    }
}

/// How many replications stand behind the figures, and which version made them.
fn subtitle(language: Language, document: &ResultDocument) -> String {
    let replications = || document.scenarios.iter().map(|scenario| scenario.replications);
    let (least, most) = (replications().min().unwrap_or(0), replications().max().unwrap_or(0));
    let count = if least == most {
        say!(language, "replications", count = most)
    } else {
        say!(language, "replications-between", least = least, most = most)
    };
    say!(language, "page-subtitle", replications = count, version = &document.version)
}
