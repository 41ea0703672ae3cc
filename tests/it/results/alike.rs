//! Only what two scenarios measure alike has a difference.

use holdline::engine::Model;
use holdline::experiment::{self, Options, Sinks, compare};
use holdline::kpi::{Comparison, Layout};
use holdline::scenario::{Scenario, load_text};

/// A small centre with these lines for its horizon, its run and its target.
fn centre(horizon: &str, report: &str, target: &str, pay: &str) -> Scenario {
    let text = format!(
        "name = \"Small\"\n[horizon]\n{horizon}\n[run]\nreplications = 4\n{report}\n\
         [contacts.calls]\nchannel = \"voice\"\narrivals = {{ per_hour = 60 }}\nhandle = {{ exponential = {{ mean = \"3min\" }} }}\n\
         patience = {{ exponential = {{ mean = \"3min\" }} }}\ntarget = {{ {target} }}\n\
         [agents.team]\nskills = [\"calls\"]\nstaff = 4\n{pay}"
    );
    load_text(std::path::Path::new("small.toml"), &text, &[]).unwrap().scenario
}

fn compared(scenarios: &[Scenario]) -> Comparison {
    let models: Vec<Model> = scenarios.iter().map(Model::new).collect();
    let layouts: Vec<Layout> = scenarios.iter().map(Layout::new).collect();
    let mut sinks = Sinks { progress: &|_, _| {}, contacts: &mut |_, _, _| {} };
    let never = std::sync::atomic::AtomicBool::new(false);
    let outcomes = experiment::run(scenarios, &models, &layouts, Options::default(), &never, &mut sinks);
    compare(scenarios, &outcomes, &[None, Some(0)]).remove(0)
}

fn differs(comparison: &Comparison, figure: &str) -> bool {
    comparison.rows.iter().find(|row| row.figure == figure).unwrap().difference.is_some()
}

const DAY: &str = "duration = \"10h\"";
const PAID: &str = "cost_per_hour = 20\n";

#[test]
fn a_weaker_promise_is_no_better_service() {
    let strict = || centre(DAY, "", "answer = \"80%\", within = \"20s\"", PAID);
    let weak = centre(DAY, "", "answer = \"80%\", within = \"60s\"", PAID);
    let comparison = compared(&[strict(), weak]);
    assert!(!differs(&comparison, "service_level"));
    assert!(differs(&comparison, "p_abandon") && differs(&comparison, "cost"));
    assert!(comparison.rows.iter().any(|row| row.figure == "service_level" && row.first != row.this));
    let offered = centre(DAY, "[report]\nservice_level = \"offered\"", "answer = \"80%\", within = \"20s\"", PAID);
    assert!(!differs(&compared(&[strict(), offered]), "service_level"));
    let other = centre(DAY, "", "answer = \"90%\", within = \"20s\"", PAID);
    assert!(differs(&compared(&[strict(), other]), "service_level"), "the target itself changes no figure");
}

#[test]
fn sums_over_longer_studies_are_no_dearer() {
    let target = "answer = \"80%\", within = \"20s\"";
    let comparison = compared(&[centre(DAY, "", target, PAID), centre("duration = \"20h\"", "", target, PAID)]);
    assert!(["cost", "offered", "logged_in_hours"].iter().all(|sum| !differs(&comparison, sum)));
    assert!(differs(&comparison, "p_abandon"));
    let as_long = centre("duration = \"12h\"\nwarm_up = \"2h\"", "", target, PAID);
    assert!(differs(&compared(&[centre(DAY, "", target, PAID), as_long]), "cost"));
}

#[test]
fn a_cost_that_leaves_somebody_out_is_none() {
    let unpaid = centre(DAY, "", "answer = \"80%\", within = \"20s\"", "");
    let paid = centre(DAY, "", "answer = \"80%\", within = \"20s\"", PAID);
    let result = |scenario: &Scenario| crate::centre::figures(scenario).centre.cost;
    assert_eq!(result(&unpaid), None);
    assert!(result(&paid).is_some());
    let mut partly = paid.clone();
    partly.groups.push(unpaid.groups[0].clone());
    partly.groups[1].name = "helpers".into();
    assert_eq!(result(&partly), None);
}
