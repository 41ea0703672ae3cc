//! The page about a fit.

use holdline::report::{fit_page, fit_table};

use super::{FITTED, Fitted, HOSTILE, fitted};
use crate::page::requests;

fn html() -> String {
    let Fitted { log, centre, scenario } = &*FITTED;
    fit_page(centre, log, scenario).unwrap()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#x27;")
}

#[test]
fn the_page_asks_for_nothing_and_runs_nothing() {
    let html = html();
    assert_eq!(requests(&html), Vec::<&str>::new());
    assert!(html.contains("default-src 'none'") && !html.contains("script-src"));
    assert!(!html.contains("<script") && !html.contains("<b>its</b>") && !html.contains(" style=\""));
    assert!(html.contains("<title>A centre &amp; &lt;b&gt;its&lt;&#x2f;b&gt; log</title>"));
    assert!(html.matches("<svg viewBox").count() >= 10, "the charts stand in the page");
}

#[test]
fn every_fault_is_counted_with_its_rule_and_its_first_line() {
    let (html, faults) = (html().replace('\u{a0}', " "), &FITTED.log.faults);
    assert!(faults.found().count() >= 5, "the log has dirt of many kinds");
    let rows: Vec<&str> = html.split("<tbody").collect();
    for (fault, found) in faults.found() {
        let title = format!("<b>{}</b>", escaped(fault.title()).replace('/', "&#x2f;"));
        let row = rows.iter().find(|row| row.contains(&title)).unwrap_or_else(|| panic!("{title} is shown"));
        let bare: String = row.chars().filter(|sign| !sign.is_whitespace()).collect();
        assert!(bare.contains(&format!("data-column=\"Howmany\"><b>{}</b>", found.count)), "{title}: {row}");
        let rule = escaped(fault.rule()).replace('/', "&#x2f;");
        assert!(row.contains(&rule), "{title}: {rule} in {row}");
        let line = found.example.as_ref().unwrap().line;
        assert!(line == 0 || row.contains(&format!("log.csv:{line}: ")), "{title}: {row}");
    }
    let (all, left_out) = (faults.rows(), faults.left_out());
    let lead = format!("Of {all} rows {} are contacts; {left_out} were left out.", all - left_out);
    let bare: String = html.chars().filter(|sign| !sign.is_whitespace()).collect();
    assert!(bare.contains(&lead.replace(' ', "")), "{lead}");
}

#[test]
fn every_type_has_its_figures_and_types_without_charts_are_named() {
    let html = html();
    for one in &FITTED.centre.types {
        let name = escaped(&one.name).replace('/', "&#x2f;");
        assert!(html.contains(&format!("<b>{name}</b>")), "{name}");
    }
    assert!(FITTED.centre.types.iter().any(|one| one.name == HOSTILE));
    assert!(html.contains("Without charts, for they have fewer than 100 contacts: rare."));
    for assumed in [
        "A shorter gap than a rest in which nobody waited counts as duty",
        "Arrivals of sales leave out 2026-03-11",
        "Not simulated: ",
    ] {
        assert!(html.contains(assumed), "{assumed}");
    }
}

#[test]
fn the_same_log_gives_the_same_bytes() {
    let again = fitted("log.csv");
    assert_eq!(html(), fit_page(&again.centre, &again.log, &again.scenario).unwrap());
    assert_eq!(fit_table(&FITTED.centre, 100, false), fit_table(&again.centre, 100, false));
}

#[test]
fn the_table_has_a_row_for_each_type_and_fits_its_width() {
    for width in [60, 80, 120] {
        let table = fit_table(&FITTED.centre, width, false);
        assert!(table.lines().all(|line| line.chars().count() <= usize::from(width)), "{width}\n{table}");
        for name in ["sales", "rare", "agents on duty", "of all types together"] {
            assert!(table.contains(name), "{name}\n{table}");
        }
    }
    let table = fit_table(&FITTED.centre, 120, false);
    let sales = &super::of_type(&FITTED, "sales");
    let share = 100.0 * sales.abandoned as f64 / (sales.answered + sales.abandoned) as f64;
    let row = table.lines().find(|line| line.trim_start().starts_with("sales")).unwrap();
    assert!(row.contains(&format!("{share:.1} %")), "{share}\n{row}");
}
