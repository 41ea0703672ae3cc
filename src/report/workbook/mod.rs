//! Results as a workbook for planners: a sheet a table, real numbers with formats, charts that the spreadsheet draws.
//!
//! Every module here makes some tables from the result document; [`sheet`] writes them. Sheet names, heads and
//! words come from the catalogue, numbers are the same in all languages. A table without rows has no sheet.

mod assumptions;
mod comparisons;
mod days;
mod figures;
mod heads;
mod intervals;
mod overview;
mod sheet;
mod waits;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::kpi::ResultDocument;
use crate::report::ReportError;
use crate::report::language::{Language, say};
pub(super) use sheet::{Cell, Shown, Table, Writer};

/// The workbook as bytes; the same results in the same language give the same ones.
///
/// # Errors
/// When the workbook library refuses, as it does beyond a million rows.
pub fn workbook(document: &ResultDocument, language: Language) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = document.scenarios.first().map_or("", |scenario| scenario.name.as_str());
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let mut writer = Writer::new(&mut book, language);
    let scenarios = &document.scenarios;
    writer.table(&overview::scenarios(language, scenarios))?;
    writer.table(&overview::targets(language, scenarios))?;
    writer.charts(&say!(language, "book-sheet-charts"), intervals::charts(language, scenarios))?;
    writer.table(&figures::contacts(language, scenarios))?;
    writer.table(&figures::agents(language, scenarios))?;
    writer.table(&figures::journeys(language, scenarios))?;
    writer.table(&intervals::by_type(language, scenarios))?;
    writer.table(&intervals::by_group(language, scenarios))?;
    writer.table(&comparisons::comparisons(language, &document.comparisons))?;
    writer.table(&days::days(language, scenarios))?;
    writer.table(&assumptions::contacts(language, scenarios))?;
    writer.table(&assumptions::agents(language, scenarios))?;
    writer.table(&waits::waits(language, scenarios))?;
    writer.table(&waits::satisfaction(language, scenarios))?;
    writer.table(&waits::contacts_per_issue(language, scenarios))?;
    writer.table(&overview::reproduction(language, document))?;
    Ok(book.save_to_buffer()?)
}
