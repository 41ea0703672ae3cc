//! What each scenario assumes, in words.

use serde::Serialize;

use super::table::{Cell, Column, Line, Table};
use crate::kpi::ScenarioResult;
use crate::report::assumed;
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::scenario::{
    AgentAssumptions, Assumptions, ContactAssumptions, HandlingAssumptions, HorizonAssumptions, LawAssumptions,
    NotReady, OpeningAssumptions,
};
use crate::units::DAY;

/// A scenario's assumptions as the template has them.
#[derive(Serialize)]
pub(super) struct Assumed {
    /// Its name.
    name: String,
    /// Index of the scenario, with which it is shown.
    of: String,
    /// What holds for all of it.
    facts: Vec<String>,
    tables: Vec<Table>,
}

/// Of all scenarios that say what they assume.
pub(super) fn assumed(language: Language, scenarios: &[ScenarioResult], names: &[String]) -> Vec<Assumed> {
    let of = |(index, scenario): (usize, &ScenarioResult)| {
        let assumptions = scenario.assumptions.as_ref()?;
        Some(Assumed {
            name: if names.len() > 1 { names[index].clone() } else { String::new() },
            of: index.to_string(),
            facts: facts(language, assumptions),
            tables: vec![contacts(language, assumptions), agents(language, assumptions)],
        })
    };
    scenarios.iter().enumerate().filter_map(of).collect()
}

/// How long what is simulated lasts: `42 days`.
pub(super) fn length(language: Language, horizon: &HorizonAssumptions) -> String {
    match (horizon.days, horizon.duration) {
        (Some(days), _) => say!(language, "assumed-days", count = days),
        (None, duration) => language.duration(duration.unwrap_or(0.0)),
    }
}

/// How long contacts are counted, and agents paid: what a warm-up leaves.
pub(super) fn counted(language: Language, horizon: &HorizonAssumptions) -> String {
    if horizon.warm_up == 0.0 {
        return length(language, horizon);
    }
    let all = horizon.days.map(|days| f64::from(days) * DAY).or(horizon.duration).unwrap_or(0.0);
    language.duration(all - horizon.warm_up)
}

fn facts(language: Language, assumptions: &Assumptions) -> Vec<String> {
    let horizon = &assumptions.horizon;
    let (time, step) = (length(language, horizon), language.duration(horizon.interval));
    let mut facts = vec![match &horizon.start {
        Some(start) => say!(language, "assumed-horizon-from", time = time, start = start, step = step),
        None => say!(language, "assumed-horizon", time = time, step = step),
    }];
    if horizon.warm_up > 0.0 {
        facts.push(say!(language, "assumed-warm-up", time = language.duration(horizon.warm_up)));
    }
    let rule = serde_json::to_value(assumptions.service_level).ok();
    let rule = rule.as_ref().and_then(serde_json::Value::as_str).unwrap_or("default");
    facts.push(say!(language, &format!("assumed-service-level-{rule}")));
    facts.extend(assumptions.lines.map(|lines| say!(language, "assumed-lines", count = lines)));
    facts.extend(assumptions.satisfaction.then(|| say!(language, "assumed-satisfaction")));
    facts
}

fn cell(figure: String, lines: Vec<String>) -> Cell {
    let lines = lines.into_iter().map(|words| Line::new("", words)).collect();
    Cell { figure, lines, rows: 1, ..Cell::default() }
}

fn named(name: &str, lines: Vec<String>) -> Cell {
    Cell { names: true, ..cell(name.to_owned(), lines) }
}

fn column<'a, T: 'a>(heading: String, rows: impl Iterator<Item = &'a T>, of: impl Fn(&T) -> Cell) -> Column {
    Column { heading, cells: rows.map(|row| vec![of(row)]).collect() }
}

fn contacts(language: Language, assumptions: &Assumptions) -> Table {
    let say = |key: &str| say!(language, key);
    let all = || assumptions.contacts.values();
    let columns = vec![
        column(say("assumed-demand"), all(), |c| demand(language, c)),
        column(say("assumed-open"), all(), |c| open(language, c)),
        column(say("assumed-handling"), all(), |c| handling(language, c)),
        column(say("assumed-patience"), all(), |c| patience(language, c)),
        column(say("assumed-customers"), all(), |c| customers(language, c)),
    ];
    let channel = |c: &ContactAssumptions| assumed::channel(language, c.channel);
    let first = assumptions.contacts.iter().map(|(name, c)| named(name, vec![channel(c)])).collect();
    Table::of(say("assumed-contacts-caption"), say("page-contact-type"), first, columns)
}

fn demand(language: Language, contact: &ContactAssumptions) -> Cell {
    let number = |value: f64| language.plain(Kind::Count, if value < 10.0 { value } else { value.round() });
    let expected = match (contact.per_day, contact.per_hour) {
        (Some(a_day), _) => say!(language, "assumed-per-day", number = number(a_day)),
        (None, an_hour) => say!(language, "assumed-per-hour", number = number(an_hour.unwrap_or(0.0))),
    };
    let busy = contact.busy_factor.map(|cv| say!(language, "assumed-busy-factor", share = language.percent(cv)));
    let random = contact.further.iter().any(|key| key == "modulated").then(|| say!(language, "further-modulated"));
    cell(expected, busy.into_iter().chain(random).collect())
}

fn open(language: Language, contact: &ContactAssumptions) -> Cell {
    let hours = |text: &str| text.replace('-', "–");
    match &contact.open {
        None => cell(say!(language, "assumed-always"), Vec::new()),
        Some(OpeningAssumptions::Daily(text)) => cell(hours(text), Vec::new()),
        Some(OpeningAssumptions::Weekly(days)) => cell(String::new(), week(language, days, &hours)),
    }
}

/// The hours of a week, days that are alike in one line.
fn week(language: Language, days: &[Option<String>; 7], hours: &dyn Fn(&str) -> String) -> Vec<String> {
    const DAYS: [&str; 7] = ["day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7"];
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in 0..7 {
        match runs.last_mut() {
            Some((_, last)) if days[*last] == days[day] => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let line = |&(first, last): &(usize, usize)| {
        let name = |day: usize| say!(language, DAYS[day]);
        let span = if first == last { name(first) } else { format!("{}–{}", name(first), name(last)) };
        let closed = || say!(language, "assumed-closed");
        format!("{span} {}", days[first].as_deref().map_or_else(closed, hours))
    };
    runs.iter().map(line).collect()
}

/// A law: its mean, and below it its name and spread.
fn law(language: Language, law: &LawAssumptions) -> (String, String) {
    let unknown = if law.law == LawAssumptions::CUSTOM { "–" } else { "∞" };
    let mean = law.mean.map_or_else(|| unknown.to_owned(), |mean| language.duration(mean));
    let name = assumed::law(language, law);
    let spread = law.cv.filter(|_| !["constant", "exponential"].contains(&law.law.as_str()));
    let spread = spread.map(|cv| say!(language, "assumed-law-spread", law = &name, share = language.percent(cv)));
    (mean, spread.unwrap_or(name))
}

fn handling(language: Language, contact: &ContactAssumptions) -> Cell {
    let through_the_day = pace(language, &contact.handle_profile);
    match &contact.handle {
        HandlingAssumptions::Whole(whole) => {
            let (mean, spread) = law(language, whole);
            cell(mean, std::iter::once(spread).chain(through_the_day).collect())
        }
        HandlingAssumptions::TalkWrap { talk, wrap } => {
            let (talk, wrap) = (law(language, talk), law(language, wrap));
            let line = |key: &str, (mean, spread): (String, String)| say!(language, key, mean = mean, law = spread);
            let talk = std::iter::once(line("assumed-talk", talk)).chain(through_the_day);
            cell(String::new(), talk.chain([line("assumed-wrap", wrap)]).collect())
        }
    }
}

/// Between which factors handling times lie through the day.
fn pace(language: Language, profile: &[f64]) -> Option<String> {
    let [least, most] = assumed::range(profile)?.map(|factor| language.number(factor, 2));
    Some(say!(language, "assumed-handle-profile", least = least, most = most))
}

fn patience(language: Language, contact: &ContactAssumptions) -> Cell {
    let balk = contact.balk.map(|share| say!(language, "assumed-balk", share = language.percent(share)));
    let (mean, spread) = match &contact.patience {
        None => (say!(language, "assumed-patient"), None),
        Some(patience) => {
            let (mean, spread) = law(language, patience);
            (mean, Some(spread))
        }
    };
    cell(mean, spread.into_iter().chain(balk).collect())
}

/// What customers do after a contact, and what else is at work.
fn customers(language: Language, contact: &ContactAssumptions) -> Cell {
    let percent = |share: f64| language.percent(share);
    let mut lines = Vec::new();
    if let Some(redial) = &contact.redial {
        lines.push(say!(language, "assumed-redial", share = percent(redial.abandoned)));
    }
    if let [first, ..] = contact.resolution.as_slice() {
        lines.push(say!(language, "assumed-resolution", share = percent(*first)));
    }
    if let Some(repeat) = &contact.repeat {
        lines.push(say!(language, "assumed-repeat", share = percent(repeat.probability)));
    }
    if let Some(callback) = &contact.callback {
        lines.push(say!(language, "assumed-callback", share = percent(callback.accept)));
    }
    lines.extend(contact.queue_limit.map(|count| say!(language, "assumed-queue-limit", count = count)));
    let further = contact.further.iter().filter(|key| *key != "modulated");
    lines.extend(further.map(|key| assumed::further(language, key)));
    cell(String::new(), lines)
}

fn agents(language: Language, assumptions: &Assumptions) -> Table {
    let say = |key: &str| say!(language, key);
    let all = || assumptions.agents.values();
    let columns = vec![
        column(say("assumed-skills"), all(), |a| skills(language, a)),
        column(say("assumed-most"), all(), |a| {
            cell(language.number(f64::from(a.most), 0), vec![assumed::staffing(language, a.staffing)])
        }),
        column(say("assumed-hours"), all(), |a| cell(language.plain(Kind::Hours, a.hours_per_day), Vec::new())),
        column(say("assumed-pay"), all(), |a| {
            cell(a.cost_per_hour.map_or(String::new(), |pay| language.plain(Kind::Money, pay)), Vec::new())
        }),
        column(say("assumed-away"), all(), |a| away(language, a)),
        column(say("assumed-more"), all(), |a| more(language, a)),
    ];
    let first = assumptions.agents.keys().map(|name| named(name, Vec::new())).collect();
    Table::of(say("assumed-agents-caption"), say("assumed-group"), first, columns)
}

fn skills(language: Language, group: &AgentAssumptions) -> Cell {
    let skill = |(name, level): (&String, &u32)| match level {
        1 => name.clone(),
        level => say!(language, "assumed-level", name = name, level = *level),
    };
    cell(String::new(), group.skills.iter().map(skill).collect())
}

fn away(language: Language, group: &AgentAssumptions) -> Cell {
    let absence = group.absence.map(|share| say!(language, "assumed-absence", share = language.percent(share)));
    let not_ready = group.not_ready.map(|NotReady { share, mean }| {
        say!(language, "assumed-not-ready", share = language.percent(share), time = language.duration(mean.get()))
    });
    cell(language.percent(group.shrinkage), absence.into_iter().chain(not_ready).collect())
}

fn more(language: Language, group: &AgentAssumptions) -> Cell {
    let cap = group.max_occupancy.map(|share| say!(language, "assumed-cap", share = language.percent(share)));
    let chats = group.chats.map(|count| say!(language, "assumed-chats", count = count));
    let further = group.further.iter().map(|key| assumed::further(language, key));
    cell(String::new(), cap.into_iter().chain(chats).chain(further).collect())
}
