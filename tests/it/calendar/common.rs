//! Busy factors that types share.

use std::path::Path;

use holdline::scenario::load_text;

use crate::centre::contacts;
use crate::tolerance::allowed;

const DEBUG: bool = cfg!(debug_assertions);

/// Contacts of two types on each of two days.
fn counts(centre: &str, own: &str, replication: u32) -> [[f64; 2]; 2] {
    let contact = |name: &str| {
        format!(
            "[contacts.{name}]\nchannel = \"voice\"\narrivals = {{ per_hour = 5 }}\n{own}\nhandle = {{ constant = {{ value = 1 }} }}\n"
        )
    };
    let text = format!(
        "[horizon]\ndays = 2\n{centre}\n{}{}[agents.team]\nskills = [\"a\", \"b\"]\nstaff = 9\n",
        contact("a"),
        contact("b")
    );
    let loaded = load_text(Path::new("common.toml"), &text, &[]).unwrap_or_else(|problems| panic!("{problems}"));
    let mut counts = [[0.0; 2]; 2];
    for row in contacts(&loaded.scenario, replication) {
        counts[row.kind.index()][usize::from(row.arrived >= 86_400.0)] += 1.0;
    }
    counts
}

/// With a common factor C and own factors, E[X Y] - E[X] E[Y] of two types' counts is Var(C) times both means; over a
/// day it fades by the carry. Five figures, each with its own error from the sample.
#[test]
fn a_common_factor_ties_types_and_days() {
    let (cv, carry, own, mean) = (0.5_f64, 0.6, 0.2_f64, 120.0);
    let replications = if DEBUG { 2_000 } else { 20_000 };
    let centre = format!("[centre]\nbusy_factor = {{ cv = {cv}, carry = {carry} }}");
    let all: Vec<_> =
        (0..replications).map(|r| counts(&centre, &format!("busy_factor = {{ cv = {own} }}"), r)).collect();
    let check = |what: &str, right: f64, value: &dyn Fn(&[[f64; 2]; 2]) -> f64| {
        let values: Vec<f64> = all.iter().map(value).collect();
        let n = values.len() as f64;
        let average = values.iter().sum::<f64>() / n;
        let error = (values.iter().map(|v| (v - average).powi(2)).sum::<f64>() / n / n).sqrt();
        assert!((average - right).abs() < allowed(5) * error, "{what}: {average} ± {error}, not {right}");
    };
    check("mean", mean, &|c| c[0][0]);
    check("mean of the second day", mean, &|c| c[1][1]);
    check("types", (cv * mean).powi(2), &|c| (c[0][0] - mean) * (c[1][0] - mean));
    check("days", carry * (cv * mean).powi(2), &|c| (c[0][0] - mean) * (c[1][1] - mean));
    let variance = mean + mean * mean * ((1.0 + cv * cv) * (1.0 + own * own) - 1.0);
    check("variance", variance, &|c| (c[0][0] - mean).powi(2));
}

#[test]
fn what_is_not_shared_changes_nothing() {
    let plain = counts("", "", 4);
    assert_ne!(plain, counts("[centre]\nbusy_factor = { cv = 0.5 }", "", 4));
    assert_eq!(plain, counts("[centre]\nlines = 100", "", 4));
}
