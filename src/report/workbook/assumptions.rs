//! What the scenarios assume of contact types and agent groups.

use super::heads::{heads, parts};
use super::sheet::{Cell, Shown, Table};
use crate::kpi::ScenarioResult;
use crate::report::assumed;
use crate::report::language::{Language, say};
use crate::scenario::{
    AgentAssumptions, Assumptions, ContactAssumptions, HandlingAssumptions, LawAssumptions, OpeningAssumptions, Per,
    Target,
};

const CONTACT: [&str; 7] = [
    "page-scenario",
    "book-contact-type",
    "book-channel",
    "book-per-day",
    "book-per-hour",
    "book-busy-factor",
    "book-open",
];
const LAW: [&str; 3] = ["book-law", "part-mean", "book-cv"];
const PACE: [&str; 2] = ["book-pace-least", "book-pace-most"];
const QUEUE: [&str; 3] = ["book-balk", "book-priority", "book-queue-limit"];
const TARGET: [&str; 7] = [
    "figure-service_level",
    "book-within",
    "figure-p_abandon",
    "figure-mean_wait_answered",
    "figure-csat",
    "book-per",
    "figure-days_met",
];
const CUSTOMERS: [&str; 6] =
    ["book-redial", "book-redial-blocked", "book-resolution", "book-repeat", "book-callback", "assumed-more"];
const AGENTS: [&str; 14] = [
    "page-scenario",
    "book-agent-group",
    "book-skills",
    "book-staffing",
    "assumed-most",
    "assumed-hours",
    "book-cost-per-hour",
    "assumed-away",
    "book-absence",
    "book-not-ready",
    "book-not-ready-mean",
    "book-max-occupancy",
    "book-chats",
    "assumed-more",
];

fn contact_headings(language: Language) -> Vec<String> {
    [
        heads(language, &CONTACT),
        parts(language, "assumed-handling", &LAW),
        parts(language, "book-wrap", &LAW),
        parts(language, "book-pace", &PACE),
        parts(language, "assumed-patience", &LAW[..2]),
        heads(language, &QUEUE),
        parts(language, "book-target", &TARGET),
        heads(language, &CUSTOMERS),
    ]
    .concat()
}

/// A row a contact type.
pub(super) fn contacts(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let of = |(scenario, assumptions): (&str, &Assumptions)| -> Vec<Vec<Cell>> {
        assumptions.contacts.iter().map(|(name, contact)| of_contact(language, scenario, name, contact)).collect()
    };
    let rows = told(scenarios).flat_map(of).collect();
    Table { name: say!(language, "book-sheet-contacts-assumed"), keys: 2, headings: contact_headings(language), rows }
}

/// A row an agent group.
pub(super) fn agents(language: Language, scenarios: &[ScenarioResult]) -> Table {
    let of = |(scenario, assumptions): (&str, &Assumptions)| -> Vec<Vec<Cell>> {
        assumptions.agents.iter().map(|(name, group)| of_group(language, scenario, name, group)).collect()
    };
    let rows = told(scenarios).flat_map(of).collect();
    Table { name: say!(language, "book-sheet-agents-assumed"), keys: 2, headings: heads(language, &AGENTS), rows }
}

fn told(scenarios: &[ScenarioResult]) -> impl Iterator<Item = (&str, &Assumptions)> {
    scenarios.iter().filter_map(|scenario| Some((scenario.name.as_str(), scenario.assumptions.as_ref()?)))
}

fn of_contact(language: Language, scenario: &str, name: &str, contact: &ContactAssumptions) -> Vec<Cell> {
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
        Cell::text(assumed::channel(language, contact.channel)),
        Cell::number(contact.per_day, Shown::Count),
        Cell::number(contact.per_hour, Shown::Count),
        Cell::number(contact.busy_factor, Shown::Mean),
        Cell::text(opening(language, contact.open.as_ref())),
    ];
    row.extend(law(language, Some(talk)));
    row.extend(law(language, wrap));
    let pace = assumed::range(&contact.handle_profile);
    row.extend([0, 1].map(|end| Cell::number(pace.map(|range| range[end]), Shown::Mean)));
    row.extend(law(language, contact.patience.as_ref()).into_iter().take(2));
    row.extend([share(contact.balk), whole(Some(contact.priority)), whole(contact.queue_limit)]);
    row.extend(of_target(language, contact.target.as_ref()));
    row.extend([
        share(redial.map(|redial| redial.abandoned)),
        share(redial.map(|redial| redial.blocked)),
        share(contact.resolution.first().copied()),
        share(contact.repeat.as_ref().map(|repeat| repeat.probability)),
        share(contact.callback.as_ref().map(|callback| callback.accept)),
        further(language, &contact.further),
    ]);
    row
}

fn of_target(language: Language, target: Option<&Target>) -> [Cell; 7] {
    let share = |of: fn(&Target) -> Option<f64>| Cell::number(target.and_then(of), Shown::Share);
    let seconds = |of: fn(&Target) -> Option<f64>| Cell::number(target.and_then(of), Shown::Seconds);
    [
        share(|target| target.answer),
        seconds(|target| target.answer.map(|_| target.within.get())),
        share(|target| target.abandon),
        seconds(|target| target.asa.map(|asa| asa.get())),
        share(|target| target.csat),
        target.map_or(Cell::Empty, |target| {
            let key = match target.per {
                Per::Interval => "book-interval",
                Per::Day => "book-day",
            };
            Cell::text(say!(language, key))
        }),
        share(|target| target.days),
    ]
}

/// The law, its mean and its spread.
fn law(language: Language, law: Option<&LawAssumptions>) -> [Cell; 3] {
    [
        law.map_or(Cell::Empty, |law| Cell::text(assumed::law(language, law))),
        Cell::number(law.and_then(|law| law.mean), Shown::Seconds),
        Cell::number(law.and_then(|law| law.cv), Shown::Mean),
    ]
}

fn opening(language: Language, open: Option<&OpeningAssumptions>) -> String {
    match open {
        None => say!(language, "assumed-always"),
        Some(OpeningAssumptions::Daily(hours)) => hours.clone(),
        Some(OpeningAssumptions::Weekly(week)) => {
            week.iter().map(|hours| hours.as_deref().unwrap_or("–")).collect::<Vec<_>>().join(", ")
        }
    }
}

fn of_group(language: Language, scenario: &str, name: &str, group: &AgentAssumptions) -> Vec<Cell> {
    let skills: Vec<String> = group.skills.iter().map(|(kind, level)| format!("{kind} {level}")).collect();
    vec![
        Cell::text(scenario),
        Cell::text(name),
        list(&skills, ", "),
        Cell::text(assumed::staffing(language, group.staffing)),
        Cell::number(f64::from(group.most), Shown::Whole),
        Cell::number(group.hours_per_day, Shown::Hours),
        Cell::number(group.cost_per_hour, Shown::Money),
        Cell::number(group.shrinkage, Shown::Share),
        Cell::number(group.absence, Shown::Share),
        Cell::number(group.not_ready.map(|not_ready| not_ready.share), Shown::Share),
        Cell::number(group.not_ready.map(|not_ready| not_ready.mean.get()), Shown::Seconds),
        Cell::number(group.max_occupancy, Shown::Share),
        Cell::number(group.chats.map(f64::from), Shown::Whole),
        further(language, &group.further),
    ]
}

/// What else is at work; some of the words have commas of their own.
fn further(language: Language, keys: &[String]) -> Cell {
    let words: Vec<String> = keys.iter().map(|key| assumed::further(language, key)).collect();
    list(&words, &say!(language, "book-between"))
}

fn list(words: &[String], between: &str) -> Cell {
    if words.is_empty() { Cell::Empty } else { Cell::text(words.join(between)) }
}
