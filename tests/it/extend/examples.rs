//! The examples run, and say what they are there to say.

use std::sync::atomic::AtomicBool;

use holdline::engine::{AgentId, Contact, CustomError, GroupId, Model, Observer};
use holdline::experiment::observe;
use holdline::kpi::{Part, ResultDocument};

use super::routing::LastCome;

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

/// How many were answered, how many of them before one of their type that had come earlier and was answered later.
#[derive(Default)]
struct Order {
    latest: Vec<f64>,
    answered: u32,
    overtaken: u32,
}

impl Observer for Order {
    fn answered(&mut self, contact: &Contact, _agent: AgentId, _group: GroupId, _now: f64) {
        let kind = contact.kind.index();
        self.latest.resize(self.latest.len().max(kind + 1), 0.0);
        self.answered += 1;
        self.overtaken += u32::from(contact.arrived < self.latest[kind]);
        self.latest[kind] = self.latest[kind].max(contact.arrived);
    }
}

/// How many were answered and overtaken in ten days.
fn order(model: &Model) -> (u32, u32) {
    let (mut answered, mut overtaken) = (0, 0);
    observe(model, 1, 0..10, &AtomicBool::new(false), Order::default, |_, order| {
        answered += order.answered;
        overtaken += order.overtaken;
    });
    (answered, overtaken)
}

#[test]
fn with_the_threshold_nobody_is_overtaken_by_one_of_the_same_type() {
    let [scenario, _] = custom_routing::scenarios().unwrap();
    for most in [0, 1, 2, 5] {
        let (answered, overtaken) = order(&custom_routing::with_threshold(&scenario, most).unwrap());
        assert!(answered > 40_000, "{answered}");
        assert_eq!(overtaken, 0, "threshold {most}");
    }
    // The count is able to see it.
    let (_, overtaken) = order(&Model::new(&scenario).with_routing(LastCome).unwrap());
    assert!(overtaken > 100, "{overtaken}");
}

#[test]
fn types_and_groups_are_found_by_name_and_who_errs_is_told_the_names() {
    let [scenario, _] = custom_routing::scenarios().unwrap();
    let model = Model::new(&scenario);
    assert_eq!(model.type_called("service").unwrap().index(), 1);
    assert_eq!(model.group_called("generalists").unwrap().index(), 1);
    let known = String::from("`sales`, `service`");
    assert_eq!(model.type_called("sale").unwrap_err(), CustomError::UnknownType { name: "sale".into(), known });
    let wrong = model.group_called("sales").unwrap_err().to_string();
    assert_eq!(wrong, "no agent group is called `sales`; the scenario has `specialists`, `generalists`");
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
