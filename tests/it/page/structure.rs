//! How the page is built: self-contained, in order, and safe whatever a scenario is called.

use holdline::report::{Language, page};

use super::{between, english};
use crate::report_examples as examples;

/// Addresses in attributes and styles that a browser would follow.
pub(crate) fn requests(html: &str) -> Vec<&str> {
    let marks = ["src=", "href=", "url(", "@import", "srcset=", "action="];
    let found = marks.iter().flat_map(|mark| html.match_indices(mark).map(|(at, mark)| &html[at + mark.len()..]));
    let inside = |rest: &&str| rest.starts_with("\"#") || rest.starts_with("\"data:,\"");
    found.filter(|rest| !inside(rest)).map(|rest| &rest[..rest.len().min(60)]).collect()
}

#[test]
fn the_page_asks_for_nothing_outside_itself() {
    for (name, document) in examples::all() {
        let html = english(&document);
        assert_eq!(requests(&html), Vec::<&str>::new(), "{name}");
        assert!(html.contains("default-src 'none'"), "{name}");
        assert_eq!(html.matches("<script").count(), 1, "{name}");
        // In a policy with hashes a style attribute would be refused, and said so on the console.
        assert!(!html.contains(" style=\""), "{name}");
    }
}

#[test]
fn the_same_results_give_the_same_bytes() {
    for language in Language::ALL {
        let document = examples::variants();
        assert_eq!(page(&document, language).unwrap(), page(&document, language).unwrap());
    }
}

#[test]
fn a_hostile_name_is_only_text() {
    let hostile = "<script>alert('1')</script> & \"'><img src=x onerror=alert(2)>";
    let mut document = examples::variants();
    let first = document.scenarios[0].name.clone();
    document.scenarios[0].name = hostile.into();
    for comparison in document.comparisons.iter_mut().filter(|comparison| comparison.against == first) {
        comparison.against = hostile.into();
    }
    for scenario in &mut document.scenarios {
        let contacts = std::mem::take(&mut scenario.contacts);
        scenario.contacts =
            contacts.into_iter().map(|(name, figures)| (format!("{name} {hostile}"), figures)).collect();
    }
    let html = english(&document);
    assert_eq!(html.matches("<script").count(), 1);
    assert!(!html.contains("<img"));
    // In no attribute does a quotation mark of the name end the value.
    assert!(!html.contains("\"'>"));
    assert_eq!(between(&html, "<option value=\"0\">", "</option>"), hostile);
}

#[test]
fn sections_come_in_the_order_of_a_readers_questions() {
    let html = english(&examples::variants());
    let order =
        ["finding", "targets", "waiting", "abandonment", "satisfaction", "staffing", "money", "journeys", "again"];
    let places: Vec<usize> =
        order.iter().map(|key| html.find(&format!("<h2 id=\"{key}\"")).unwrap_or_else(|| panic!("no {key}"))).collect();
    assert!(places.is_sorted(), "{places:?}");
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(html.matches("<main").count(), 1);
}

#[test]
fn every_chart_of_every_scenario_is_a_figure_with_its_finding() {
    let document = examples::variants();
    let html = english(&document);
    let charts: Vec<_> =
        document.scenarios.iter().flat_map(|s| holdline::report::plot::charts(s, Language::English)).collect();
    assert!(charts.len() > 20);
    for chart in &charts {
        let title = html.split("<h3").any(|part| {
            let head = part.split("</h3>").next().unwrap_or_default();
            super::read(head).ends_with(&format!(">{}", chart.title))
        });
        assert!(title, "{}", chart.title);
    }
    let figures = html.matches("<figure role=\"figure\" aria-labelledby=\"").count();
    assert!(figures >= charts.len(), "{figures} figures for {} charts", charts.len());
}

#[test]
fn differences_are_marked_real_or_not() {
    let html = english(&examples::variants());
    let table = between(&html, "<h2 id=\"targets\">", "</table>");
    assert!(table.contains("class=\"line real\"") && table.contains(" real<"), "{table}");
    assert!(table.contains("not distinguishable"), "{table}");
    assert!(table.contains("✓ met"), "{table}");
}

#[test]
fn documents_at_the_edges_have_a_page_in_every_language() {
    for (name, document) in examples::all() {
        for language in Language::ALL {
            let html = page(&document, language).unwrap();
            assert!(html.contains(&format!("<html lang=\"{}\">", language.code())), "{name}");
            for empty in ["{ $", "{$", "NaN", "inf "] {
                let text = html.split("<body").nth(1).unwrap_or_default();
                assert!(!text.contains(empty), "{name}, {language:?}: {empty}");
            }
        }
    }
}
