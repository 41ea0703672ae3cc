//! `[satisfaction]`: empty, in part, and wrong.

use holdline::scenario::{ExpectedWaits, Leaving, Satisfaction};
use holdline::units::Seconds;

use super::{MARK, SOUND, read, refused};

fn model(name: &str, table: &str) -> Satisfaction {
    let loaded = read(name, &format!("{SOUND}\n[satisfaction]\n{table}\n")).unwrap_or_else(|p| panic!("{p}"));
    assert!(loaded.warnings.is_empty() && loaded.scenario.keeps_journeys());
    loaded.scenario.satisfaction.unwrap()
}

#[test]
fn an_empty_table_asks_for_the_default_model() {
    assert_eq!(model("satisfaction empty", ""), Satisfaction::default());
    let without = read("satisfaction none", SOUND).unwrap().scenario;
    assert!(without.satisfaction.is_none() && !without.keeps_journeys());
}

#[test]
fn what_is_left_out_keeps_its_default() {
    let usual = Satisfaction::default();
    let set = model("satisfaction part", "poor = 4\nexpected = { chat = \"2min\" }\nleave = { later = \"7%\" }");
    let expected = ExpectedWaits { chat: Seconds(120.0), ..usual.expected };
    let leave = Leaving { later: 0.07, ..usual.leave };
    assert_eq!(set, Satisfaction { poor: 4.0, expected, leave, ..usual });
}

#[test]
fn wrong_values_are_refused_where_they_stand() {
    let table = format!(
        "{SOUND}\n[satisfaction]\nbase = {MARK}1\ntransfer = {MARK}-0.5\nexpected = {{ voice = {MARK}0, {MARK}fax = 3 }}\n\
         leave = {{ first = {MARK}2 }}\n{MARK}transfers = 1\nvalue = {MARK}\"much\"\n"
    );
    refused("satisfaction wrong", &table, &["did you mean `transfer`?", "a share is"]);
}
