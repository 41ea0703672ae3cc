//! Results as a workbook for planners: a sheet a table, real numbers with formats, charts that the spreadsheet draws.
//!
//! Every module here makes some tables from the result document; [`sheet`] writes them. The words of a sheet's head come
//! from one function in its module. A table without rows has no sheet.

mod assumptions;
mod comparisons;
mod days;
mod figures;
mod intervals;
mod overview;
mod sheet;
mod waits;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

use crate::kpi::ResultDocument;
use crate::report::ReportError;
use sheet::Writer;

/// The workbook as bytes; the same results give the same ones.
///
/// # Errors
/// When the workbook library refuses, as it does beyond a million rows.
pub fn workbook(document: &ResultDocument) -> Result<Vec<u8>, ReportError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let title = document.scenarios.first().map_or("", |scenario| scenario.name.as_str());
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    let mut writer = Writer::new(&mut book);
    let scenarios = &document.scenarios;
    writer.table(&overview::scenarios(scenarios))?;
    writer.table(&overview::targets(scenarios))?;
    writer.charts("charts", intervals::charts(scenarios))?;
    writer.table(&figures::contacts(scenarios))?;
    writer.table(&figures::agents(scenarios))?;
    writer.table(&figures::journeys(scenarios))?;
    writer.table(&intervals::by_type(scenarios))?;
    writer.table(&intervals::by_group(scenarios))?;
    writer.table(&comparisons::comparisons(&document.comparisons))?;
    writer.table(&days::days(scenarios))?;
    writer.table(&assumptions::contacts(scenarios))?;
    writer.table(&assumptions::agents(scenarios))?;
    writer.table(&waits::waits(scenarios))?;
    writer.table(&waits::satisfaction(scenarios))?;
    writer.table(&waits::contacts_per_issue(scenarios))?;
    writer.table(&overview::reproduction(document))?;
    Ok(book.save_to_buffer()?)
}
