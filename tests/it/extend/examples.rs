//! The examples run, and say what they are there to say.

use holdline::kpi::{Part, ResultDocument};

#[path = "../../../examples/custom_observer.rs"]
pub(crate) mod custom_observer;
#[path = "../../../examples/custom_patience.rs"]
mod custom_patience;
#[path = "../../../examples/custom_routing.rs"]
mod custom_routing;

/// Whether a difference of the second scenario from the first is real, and its value.
fn real(document: &ResultDocument, contact: &str, figure: &str) -> f64 {
    let rows = &document.comparisons[0].rows;
    let row = rows.iter().find(|row| row.subject.as_deref() == Some(contact) && row.figure == figure).unwrap();
    assert!(row.real, "{contact} {figure}: {:?}", row.difference);
    row.difference.unwrap().value
}

#[test]
fn the_threshold_rule_serves_service_better_and_names_itself() {
    custom_routing::main().unwrap();
    let document = custom_routing::compared().unwrap();
    assert!(real(&document, "service", "mean_wait") < 0.0);
    assert!(document.scenarios[0].custom.is_empty());
    let [part] = &document.scenarios[1].custom[..] else { panic!("{:?}", document.scenarios[1].custom) };
    assert_eq!((part.part, part.name.as_str()), (Part::Routing, "threshold 1, after Bell and Williams 2001"));
}

#[test]
fn announcements_drive_callers_away() {
    custom_patience::main().unwrap();
    let document = custom_patience::compared().unwrap();
    assert!(real(&document, "calls", "p_abandon") > 0.0);
    assert!(real(&document, "calls", "mean_wait_answered") < 0.0);
    let part = &document.scenarios[1].custom[0];
    assert_eq!((part.part, part.contact.as_deref()), (Part::Patience, Some("calls")));
}

#[test]
fn the_shares_of_the_queue_are_all_of_the_time() {
    custom_observer::main().unwrap();
    let shares = custom_observer::shares().unwrap();
    let all: f64 = shares.iter().map(|share| share.unwrap().value).sum();
    assert!((all - 1.0).abs() < 1e-12, "{all}");
    assert!(shares.iter().all(|share| share.unwrap().ci95.unwrap()[0] < share.unwrap().ci95.unwrap()[1]));
}
