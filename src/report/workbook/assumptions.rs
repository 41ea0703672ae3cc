//! What the scenarios assume of contact types and agent groups.

use super::sheet::{Cell, Shown, Table};
use crate::kpi::ScenarioResult;
use crate::scenario::{
    AgentAssumptions, Assumptions, Channel, ContactAssumptions, HandlingAssumptions, LawAssumptions,
    OpeningAssumptions, Per, StaffingForm, Target,
};

fn contact_headings() -> Vec<String> {
    [
        "scenario",
        "contact type",
        "channel",
        "contacts a day",
        "contacts an hour",
        "spread of busy days (cv)",
        "open (all days, or each from Monday)",
        "handling: law",
        "handling: mean",
        "handling: spread (cv)",
        "after-contact work: law",
        "after-contact work: mean",
        "after-contact work: spread (cv)",
        "patience: law",
        "patience: mean",
        "leave at once if not answered at once",
        "priority",
        "most waiting",
        "target: answered",
        "target: within",
        "target: abandonment",
        "target: time to answer",
        "target: satisfied",
        "target: holds over",
        "target: share of days",
        "redial after abandonment",
        "redial when busy",
        "resolved at first attempt",
        "contact again if not resolved",
        "call-back accepted",
        "also at work",
    ]
    .map(String::from)
    .into()
}

fn agent_headings() -> Vec<String> {
    [
        "scenario",
        "agent group",
        "skills and levels",
        "staffing",
        "most at once",
        "hours a day",
        "cost per hour",
        "shrinkage",
        "absence",
        "highest occupancy",
        "chats at once",
        "also at work",
    ]
    .map(String::from)
    .into()
}

/// A row a contact type.
pub(super) fn contacts(scenarios: &[ScenarioResult]) -> Table {
    let of = |(scenario, assumptions): (&str, &Assumptions)| -> Vec<Vec<Cell>> {
        assumptions.contacts.iter().map(|(name, contact)| of_contact(scenario, name, contact)).collect()
    };
    let rows = told(scenarios).flat_map(of).collect();
    Table { name: "contact assumptions", keys: 2, headings: contact_headings(), rows }
}

/// A row an agent group.
pub(super) fn agents(scenarios: &[ScenarioResult]) -> Table {
    let of = |(scenario, assumptions): (&str, &Assumptions)| -> Vec<Vec<Cell>> {
        assumptions.agents.iter().map(|(name, group)| of_group(scenario, name, group)).collect()
    };
    let rows = told(scenarios).flat_map(of).collect();
    Table { name: "agent assumptions", keys: 2, headings: agent_headings(), rows }
}

fn told(scenarios: &[ScenarioResult]) -> impl Iterator<Item = (&str, &Assumptions)> {
    scenarios.iter().filter_map(|scenario| Some((scenario.name.as_str(), scenario.assumptions.as_ref()?)))
}

fn of_contact(scenario: &str, name: &str, contact: &ContactAssumptions) -> Vec<Cell> {
    let (talk, wrap) = match &contact.handle {
        HandlingAssumptions::Whole(whole) => (whole, None),
        HandlingAssumptions::TalkWrap { talk, wrap } => (talk, Some(wrap)),
    };
    let whole = |number: Option<u32>| Cell::number(number.map(f64::from), Shown::Whole);
    let share = |share: Option<f64>| Cell::number(share, Shown::Share);
    let redial = contact.redial.as_ref();
    let mut row = vec![
        Cell::text(scenario),
        Cell::text(name),
        Cell::text(channel(contact.channel)),
        Cell::number(contact.per_day, Shown::Count),
        Cell::number(contact.per_hour, Shown::Count),
        Cell::number(contact.busy_factor, Shown::Mean),
        contact.open.as_ref().map_or(Cell::Empty, |open| Cell::text(opening(open))),
    ];
    row.extend(law(Some(talk)));
    row.extend(law(wrap));
    row.extend(law(contact.patience.as_ref()).into_iter().take(2));
    row.extend([share(contact.balk), whole(Some(contact.priority)), whole(contact.queue_limit)]);
    row.extend(of_target(contact.target.as_ref()));
    row.extend([
        share(redial.map(|redial| redial.abandoned)),
        share(redial.map(|redial| redial.blocked)),
        share(contact.resolution.first().copied()),
        share(contact.repeat.as_ref().map(|repeat| repeat.probability)),
        share(contact.callback.as_ref().map(|callback| callback.accept)),
        list(&contact.further),
    ]);
    row
}

fn of_target(target: Option<&Target>) -> [Cell; 7] {
    let share = |of: fn(&Target) -> Option<f64>| Cell::number(target.and_then(of), Shown::Share);
    let seconds = |of: fn(&Target) -> Option<f64>| Cell::number(target.and_then(of), Shown::Seconds);
    [
        share(|target| target.answer),
        seconds(|target| target.answer.map(|_| target.within.get())),
        share(|target| target.abandon),
        seconds(|target| target.asa.map(|asa| asa.get())),
        share(|target| target.csat),
        target.map_or(Cell::Empty, |target| {
            Cell::text(match target.per {
                Per::Interval => "interval",
                Per::Day => "day",
            })
        }),
        share(|target| target.days),
    ]
}

/// The law, its mean and its spread.
fn law(law: Option<&LawAssumptions>) -> [Cell; 3] {
    [
        law.map_or(Cell::Empty, |law| Cell::text(&law.law)),
        Cell::number(law.and_then(|law| law.mean), Shown::Seconds),
        Cell::number(law.and_then(|law| law.cv), Shown::Mean),
    ]
}

fn opening(open: &OpeningAssumptions) -> String {
    match open {
        OpeningAssumptions::Daily(hours) => hours.clone(),
        OpeningAssumptions::Weekly(week) => {
            week.iter().map(|hours| hours.as_deref().unwrap_or("–")).collect::<Vec<_>>().join(", ")
        }
    }
}

fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Voice => "voice",
        Channel::Chat => "chat",
        Channel::Email => "e-mail",
        Channel::Social => "social network",
        Channel::SelfService => "self-service",
        Channel::Chatbot => "chatbot",
    }
}

fn of_group(scenario: &str, name: &str, group: &AgentAssumptions) -> Vec<Cell> {
    let skills: Vec<String> = group.skills.iter().map(|(kind, level)| format!("{kind} {level}")).collect();
    vec![
        Cell::text(scenario),
        Cell::text(name),
        list(&skills),
        Cell::text(match group.staffing {
            StaffingForm::Constant => "always the same",
            StaffingForm::PerInterval => "by interval",
            StaffingForm::Shifts => "shifts",
        }),
        Cell::number(f64::from(group.most), Shown::Whole),
        Cell::number(group.hours_per_day, Shown::Hours),
        Cell::number(group.cost_per_hour, Shown::Money),
        Cell::number(group.shrinkage, Shown::Share),
        Cell::number(group.absence, Shown::Share),
        Cell::number(group.max_occupancy, Shown::Share),
        Cell::number(group.chats.map(f64::from), Shown::Whole),
        list(&group.further),
    ]
}

fn list(words: &[String]) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::text(words.join(", ")) }
}
