//! The roster in a few lines: people, hours, cost, weekends and wishes by contract, and how near to the least cost.

use crate::planner::roster::{Document, Fairness, GroupRoster};
use crate::report::schedule::aligned;
use crate::report::wording;

/// Violations that are listed up to this many.
const SHOWN: usize = 20;

/// The table for people.
#[must_use]
pub fn table(document: &Document) -> String {
    let head = ["group", "contract", "people", "paid hours", "overtime", "cost", "weekends each", "wishes granted"];
    let rows: Vec<Vec<String>> = std::iter::once(head.map(String::from).to_vec())
        .chain(document.groups.iter().flat_map(|group| group.fairness.iter().map(move |fairness| row(group, fairness))))
        .collect();
    let weeks = document.asked.weeks;
    let mut text = format!("{}: a roster of {weeks} week{}\n\n", document.name, if weeks == 1 { "" } else { "s" });
    text.push_str(&aligned(&rows));
    text.push_str(&format!("\n{}\n{}\n", gap(document), coverage(document)));
    text.push_str(&short_weeks(document));
    text.push_str(&violations(document));
    text
}

fn row(group: &GroupRoster, fairness: &Fairness) -> Vec<String> {
    let own = || group.people.iter().filter(|person| person.contract == fairness.contract);
    let figures = [own().map(|p| p.hours).sum(), own().map(|p| p.overtime).sum(), own().map(|p| p.cost).sum::<f64>()];
    let (least, most) = fairness.weekends;
    let weekends = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let granted = fairness.wishes_granted.map_or_else(|| "–".into(), wording::percent);
    [group.name.clone(), fairness.contract.clone(), fairness.people.to_string()]
        .into_iter()
        .chain(figures.map(|figure| wording::number(figure, 0)))
        .chain([weekends, granted])
        .collect()
}

fn gap(document: &Document) -> String {
    let unit = if document.money { "" } else { " paid hours" };
    let cost = wording::number(document.cost, 0);
    match (document.bound, document.gap) {
        (Some(bound), Some(gap)) => format!(
            "cost {cost}{unit}; no roster of these people that covers the need costs less than {}{unit}: gap {}",
            wording::number(bound, 0),
            wording::percent(gap)
        ),
        _ => format!("cost {cost}{unit}"),
    }
}

fn coverage(document: &Document) -> String {
    let need: u32 = document.groups.iter().flat_map(|group| &group.need).sum();
    let staff: f64 = document.groups.iter().flat_map(|group| &group.staff).sum();
    let spare = if need > 0 { staff / f64::from(need) - 1.0 } else { 0.0 };
    let gaps: usize = document.groups.iter().map(|group| group.gaps.len()).sum();
    let hours: f64 = document.groups.iter().map(|group| group.missing_hours).sum();
    match gaps {
        0 => format!("the need is covered, with {} to spare", wording::percent(spare)),
        _ => format!("{} hours of the need are not covered, in {gaps} intervals", wording::number(hours, 1)),
    }
}

/// Weeks in which people work less than their contract asks for.
fn short_weeks(document: &Document) -> String {
    let people = document.groups.iter().flat_map(|group| &group.people);
    let short: Vec<String> = people
        .filter(|person| !person.short_weeks.is_empty())
        .map(|person| format!("{} (week {})", person.person, numbers(&person.short_weeks)))
        .collect();
    if short.is_empty() {
        return String::new();
    }
    let shown = short.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    let more = if short.len() > SHOWN { format!(" and {} more", short.len() - SHOWN) } else { String::new() };
    format!("no room for the least that the contract asks for, for days off, leave, rest or limits: {shown}{more}\n")
}

fn numbers(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn violations(document: &Document) -> String {
    if document.asked.roster.is_none() {
        return String::new();
    }
    let all = document.violations.len();
    if all == 0 {
        return "every rule is kept\n".into();
    }
    let mut text = format!("warning: against the rules in {all} point{}\n", if all == 1 { "" } else { "s" });
    document.violations.iter().take(SHOWN).for_each(|sentence| text.push_str(&format!("  {sentence}\n")));
    if all > SHOWN {
        text.push_str(&format!("  and {} more\n", all - SHOWN));
    }
    text
}
