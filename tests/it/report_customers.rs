//! What the charts of customers say and draw, checked on result documents made by hand.

use crate::report_examples::{self as examples, Type, estimate};
use holdline::kpi::*;
use holdline::report::Language;
use holdline::report::plot::{self, Chart, Mark};
use holdline::stats::Estimate;

/// Curves of such types: issues of up to 20 contacts, each number half as frequent as the one before.
pub(crate) fn curves(types: &[Type]) -> CustomerCurves {
    let types = || types.iter().filter(|t| t.per_day > 0.0);
    let halves = (1..=20).map(|n| (f64::from(n), 0.5_f64.powi(n.min(19)))).filter(|_| types().next().is_some());
    CustomerCurves {
        contacts_per_issue: halves.collect(),
        story_contacts: Some(12),
        flawless: Some(0.8),
        by_wait: types().map(|t| (t.name.clone(), by_wait(t.within * 6.0))).collect(),
    }
}

fn by_wait(expected: f64) -> SatisfactionByWait {
    let csat = |wait: f64| 0.8 - 0.05 * libm::log2(1.0 + wait / expected);
    let points = |less: f64, contacts: u64| {
        [0.01, 0.1, 0.5, 1.5, 3.0]
            .map(|wait| WaitPoint {
                wait: wait * expected,
                contacts,
                csat: estimate(csat(wait * expected) - less, 0.01).unwrap(),
            })
            .into()
    };
    SatisfactionByWait {
        expected,
        answered: points(0.05, 500),
        abandoned: points(0.3, 40),
        shares: vec![(0.0, 0.0, 0.7), (0.0, expected, 0.25), (expected, 4.0 * expected, 0.05)],
        model: (0..40).map(|i| f64::from(i) * expected / 8.0).map(|wait| (wait, csat(wait))).collect(),
        too_long: estimate(0.05, 0.002),
        csat_in_time: estimate(0.74, 0.002),
        csat_too_long: estimate(0.61, 0.004),
    }
}

fn chart(document: &ResultDocument, name: &str) -> Option<Chart> {
    plot::charts(&document.scenarios[0], Language::English).into_iter().find(|c| c.name == name)
}

fn title(document: &ResultDocument, name: &str) -> String {
    chart(document, name).unwrap().title
}

/// Sets the satisfaction of each interval from its hour.
fn through_the_day(document: &mut ResultDocument, csat: impl Fn(f64) -> Option<Estimate>) {
    for interval in document.scenarios[0].intervals.iter_mut().flatten() {
        for contacts in interval.contacts.values_mut() {
            contacts.csat = csat(interval.seconds / 3600.0).filter(|_| contacts.offered.unwrap().value > 0.0);
        }
    }
}

#[test]
fn the_day_says_until_when_customers_are_content() {
    let mut document = examples::single();
    through_the_day(&mut document, |hour| estimate(if hour < 12.0 { 0.79 } else { 0.9 - hour * 0.02 }, 0.002));
    assert_eq!(
        title(&document, "satisfaction"),
        "Customers are content until 12:00: CSAT falls to 51.0 % ± 0.4 at 19:30"
    );
    through_the_day(&mut document, |_| estimate(0.78, 0.001));
    assert!(title(&document, "satisfaction").starts_with("Satisfaction hardly changes through the day"));
    through_the_day(&mut document, |_| estimate(1.0, 0.0));
    assert_eq!(title(&document, "satisfaction"), "Nearly every customer is satisfied at any time of the day");
    through_the_day(&mut document, |hour| Some(Estimate { value: hour / 24.0, std_error: None, ci95: None }));
    assert!(title(&document, "satisfaction").starts_with("One replication cannot tell a fall from chance"));
    through_the_day(&mut document, |_| None);
    assert_eq!(chart(&document, "satisfaction"), None);
}

#[test]
fn an_interval_with_hardly_any_contact_is_no_finding() {
    let mut document = examples::single();
    through_the_day(&mut document, |hour| estimate(if hour == 19.5 { 0.1 } else { 0.79 }, 0.001));
    let last = document.scenarios[0].intervals.as_mut().unwrap().iter_mut().find(|i| i.seconds == 19.5 * 3600.0);
    last.unwrap().contacts[0].offered = estimate(0.2, 0.1);
    assert!(title(&document, "satisfaction").starts_with("Satisfaction hardly changes"));
}

#[test]
fn grades_fill_their_bars() {
    let document = examples::twelve();
    let grades = chart(&document, "grades").unwrap();
    let widths = grades.panels[0].marks.iter().filter_map(|mark| match mark {
        Mark::Bar([(left, _), (right, _)], _, _) => Some(right - left),
        _ => None,
    });
    // Twelve types and whole issues.
    assert!((widths.sum::<f64>() - 13.0).abs() < 1e-9);
    assert!(grades.title.contains("of issues end bad or ugly, 20 % if nothing went wrong"), "{}", grades.title);
    let mut silent = examples::monday();
    silent.scenarios[0].journeys = None;
    silent.scenarios[0].contacts.values_mut().for_each(|c| c.satisfaction = None);
    assert_eq!(chart(&silent, "grades"), None, "without a model of satisfaction");
}

#[test]
fn the_tail_of_issues_says_how_common_the_story_is() {
    let mut document = examples::single();
    let issues = chart(&document, "contacts-per-issue").unwrap();
    assert_eq!(issues.title, "One in 2 500 issues is as bad as the story");
    assert!(
        issues.keys.iter().any(|key| key.text == "the story's 12 contacts or more: 1 in 2 048"),
        "{:?}",
        issues.keys
    );
    let story = document.scenarios[0].journeys.as_mut().unwrap().story.as_mut().unwrap();
    story.share = Some(Estimate { value: 0.0, std_error: Some(0.0), ci95: Some([0.0, 1.0 / 102_661.0]) });
    assert_eq!(title(&document, "contacts-per-issue"), "No issue is as bad as the story: fewer than 1 in 100 000");
    document.scenarios[0].journeys.as_mut().unwrap().story = None;
    assert!(title(&document, "contacts-per-issue").starts_with("50 % of issues take more than one contact"));
    document.scenarios[0].customers.as_mut().unwrap().contacts_per_issue = vec![(1.0, 1.0)];
    assert_eq!(chart(&document, "contacts-per-issue"), None, "nobody contacts again");
}

#[test]
fn waiting_is_drawn_against_what_customers_expect() {
    let mut document = examples::single();
    let wait = chart(&document, "satisfaction-by-wait").unwrap();
    assert_eq!(
        wait.title,
        "5.0 % of sales wait longer than expected (2 min): their CSAT is 61.0 % ± 0.8, of the others 74.0 % ± 0.4"
    );
    let named = |mark: &Mark| matches!(mark, Mark::Text(_, _, _, words) if words.trim() == "expected: 2 min");
    assert!(wait.panels[0].marks.iter().any(named));
    let dots = |chart: &Chart| chart.panels[0].marks.iter().filter(|mark| matches!(mark, Mark::Dots(..))).count();
    assert_eq!(dots(&wait), 2, "answered and abandoned");
    let curve = &mut document.scenarios[0].customers.as_mut().unwrap().by_wait[0];
    curve.abandoned.iter_mut().for_each(|point| point.contacts = 3);
    assert_eq!(dots(&chart(&document, "satisfaction-by-wait").unwrap()), 1, "a few contacts say nothing");
}

#[test]
fn scenarios_are_compared_for_customers_in_pairs() {
    let mut document = examples::variants();
    assert_eq!(plot::customers_compared(&document, Language::English), None, "no such figure was compared");
    for (comparison, points) in document.comparisons.iter_mut().zip([0.031, 0.001]) {
        let real = points > 0.01;
        let (first, this) = (estimate(0.7, 0.004), estimate(0.7 + points, 0.004));
        let difference = estimate(points, 0.001);
        comparison.rows.push(Difference { subject: None, figure: "csat".into(), first, this, difference, real });
    }
    let compared = plot::customers_compared(&document, Language::English).unwrap();
    assert_eq!(compared.title, "With “Five more agents”, CSAT of issues rises by 3.1 pt ± 0.2");
    let hollow = |mark: &&Mark| matches!(mark, Mark::Dots(_, _, _, false));
    assert_eq!(compared.panels[0].marks.iter().filter(hollow).count(), 1);
    assert!(!compared.svg().unwrap().contains("NaN"));
    document.comparisons.iter_mut().flat_map(|c| &mut c.rows).for_each(|row| row.real = false);
    let title = plot::customers_compared(&document, Language::English).unwrap().title;
    assert_eq!(title, "No difference for customers can be told from noise");
}
