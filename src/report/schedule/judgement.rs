//! What there is to say of an edited roster.

use serde::Serialize;

use super::table::promises;
use crate::planner::schedule::{Checked, Promised};
use crate::report::ReportError;
use crate::report::wording;

/// An edited roster, simulated and held against its contracts.
#[derive(Clone, Debug)]
pub struct Judgement {
    /// The scenario's name.
    pub name: String,
    /// The file of the roster.
    pub roster: String,
    /// People on it.
    pub people: usize,
    /// Whether costs are money; otherwise they are paid hours.
    pub money: bool,
    /// What it costs and where it goes beyond its contracts; none where there are no contracts.
    pub checked: Option<Checked>,
    /// Whether simulation confirms every promise.
    pub confirmed: bool,
    /// Replications of the simulation.
    pub replications: u32,
    /// What was promised, and how it stands.
    pub promises: Vec<Promised>,
}

/// The judgement as a document.
#[derive(Serialize)]
struct JudgementDocument<'a> {
    schema: &'static str,
    version: &'static str,
    name: &'a str,
    roster: &'a str,
    people: usize,
    money: bool,
    cost: Option<f64>,
    hours: Option<f64>,
    overtime: Option<f64>,
    violations: &'a [String],
    confirmed: bool,
    replications: u32,
    promises: &'a [Promised],
}

/// The judgement as JSON.
///
/// # Errors
/// When a figure cannot be serialised.
pub fn judgement_json(judgement: &Judgement) -> Result<String, ReportError> {
    let Judgement { name, roster, people, money, checked, confirmed, replications, promises } = judgement;
    let document = JudgementDocument {
        schema: "holdline/roster/1",
        version: env!("CARGO_PKG_VERSION"),
        name,
        roster,
        people: *people,
        money: *money,
        cost: checked.as_ref().map(|checked| checked.cost),
        hours: checked.as_ref().map(|checked| checked.hours),
        overtime: checked.as_ref().map(|checked| checked.overtime),
        violations: checked.as_ref().map_or(&[], |checked| checked.violations.as_slice()),
        confirmed: *confirmed,
        replications: *replications,
        promises,
    };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

/// The judgement in a few lines.
#[must_use]
pub fn judgement_table(judgement: &Judgement, interval: f64) -> String {
    let mut text = format!("{}: {} people as in {}\n", judgement.name, judgement.people, judgement.roster);
    match &judgement.checked {
        None => text.push_str("no contracts for a week to hold it against\n"),
        Some(checked) => text.push_str(&against_contracts(checked, judgement.money)),
    }
    text + &promises(&judgement.promises, interval, judgement.replications)
}

/// Violations that are listed, at most.
const SHOWN: usize = 20;

fn against_contracts(checked: &Checked, money: bool) -> String {
    let unit = if money { "" } else { " paid hours" };
    let [cost, hours, overtime] = [checked.cost, checked.hours, checked.overtime].map(|x| wording::number(x, 0));
    let mut text = format!("cost {cost}{unit}; {hours} paid hours, {overtime} of them overtime\n");
    let all = checked.violations.len();
    if all == 0 {
        text.push_str("every contract is kept\n");
        return text;
    }
    text.push_str(&format!("warning: beyond the contracts in {all} point{}\n", if all == 1 { "" } else { "s" }));
    checked.violations.iter().take(SHOWN).for_each(|sentence| text.push_str(&format!("  {sentence}\n")));
    if all > SHOWN {
        text.push_str(&format!("  and {} more\n", all - SHOWN));
    }
    text
}
