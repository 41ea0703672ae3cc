//! One scenario: its contact types, its agent groups.

use super::grid::{Entry, Grid, Page};
use super::{journeys, people, weeks};
use crate::kpi::{AgentFigures, ContactFigures, ScenarioResult, Stop};
use crate::report::Verdict;
use crate::report::wording::{self, Kind, UNDEFINED};
use crate::stats::Estimate;

/// Up to so many types, figures may be rows and types columns; beyond, a row a type is easier to compare.
const FEW: usize = 4;
/// Longest name shown in full as a row and as a column.
const NAME: usize = 48;

/// The heading and the tables.
pub(super) fn section(scenario: &ScenarioResult, page: &Page) -> String {
    let mut text = heading(scenario, page) + "\n\n";
    if !scenario.contacts.is_empty() {
        text += &contacts(scenario, page);
    }
    if !scenario.agents.is_empty() {
        text += "\n";
        text += &agents(scenario, page);
    }
    if scenario.weeks.is_some() {
        text += "\n";
        text += &weeks::block(scenario, page);
    }
    for (name, weeks) in &scenario.people {
        text += "\n";
        text += &people::block(name, weeks, page);
    }
    if let Some(journeys) = &scenario.journeys {
        text += "\n";
        text += &journeys::block(journeys, page);
    }
    text
}

fn heading(scenario: &ScenarioResult, page: &Page) -> String {
    let replications = match scenario.replications {
        1 => "1 replication".into(),
        n => format!("{} replications", wording::number(f64::from(n), 0)),
    };
    let stop = match scenario.stop {
        Stop::Replications => "",
        Stop::PrecisionReached => ", precision reached",
        Stop::MaxReplications => ", precision not reached",
        Stop::Interrupted => ", interrupted",
    };
    let facts = format!(": {replications}, seed {}{stop}", scenario.seed);
    let name = wording::shorten(&scenario.name, page.width.saturating_sub(facts.chars().count()).max(8));
    if page.color { format!("\u{1b}[1m{name}\u{1b}[0m{facts}") } else { name + &facts }
}

/// A column of a table: its head and how a subject's figures fill it.
type Column<T> = (&'static str, fn(&T) -> Entry);

const CONTACTS: &[Column<ContactFigures>] = &[
    ("offered", |c| count(c.offered)),
    ("answered", |c| count(c.answered)),
    ("abandoned", |c| count(c.abandoned)),
    ("abandon", |c| Kind::Share.show(c.p_abandon.as_ref()).into()),
    ("", |c| Verdict::on_abandonment(c).into()),
    ("blocked", |c| count(c.blocked)),
    ("closed", |c| count(c.closed)),
    ("called back", |c| count(c.called_back)),
    ("service level", |c| Kind::Share.show(c.service_level.as_ref()).into()),
    ("target", |c| target(c).into()),
    (" ", |c| Verdict::on_answer(c).into()),
    ("ASA", |c| Kind::Duration.show(c.mean_wait_answered.as_ref()).into()),
    (ASA_TARGET, |c| limit(c.target.and_then(|t| t.asa), wording::duration)),
    ("  ", |c| Verdict::on_speed(c).into()),
    ("90 % within", |c| percentile(c).into()),
    ("satisfied", |c| Kind::Share.show(c.satisfaction.as_ref().and_then(|s| s.csat.as_ref())).into()),
    (CSAT_TARGET, |c| limit(c.target.and_then(|t| t.csat), wording::percent)),
    ("   ", |c| Verdict::on_satisfaction(c).into()),
    ("days met", |c| wording::share_between(c.days_met.as_ref()).into()),
];

const ASA_TARGET: &str = "at most";
const CSAT_TARGET: &str = "at least";

/// Left out, in this order, while a row a type does not fit; a figure goes with its target and its verdict.
const LESS: [&[&str]; 10] = [
    &["answered"],
    &["called back"],
    &["closed"],
    &["abandoned"],
    &["90 % within"],
    &["days met"],
    &["blocked"],
    &["ASA", ASA_TARGET, "  "],
    &["satisfied", CSAT_TARGET, "   "],
    &[""],
];

const CAP: &str = "cap";

const AGENTS: &[Column<AgentFigures>] = &[
    ("occupancy", |a| Kind::Share.show(a.occupancy.as_ref()).into()),
    (CAP, |a| limit(a.max_occupancy, wording::percent)),
    (" ", |a| Verdict::on_occupancy(a).into()),
    ("hours", |a| Kind::Count.show(a.logged_in_hours.as_ref()).into()),
    ("cost", |a| Kind::Money.show(a.cost.as_ref()).into()),
];

fn count(figure: Option<Estimate>) -> Entry {
    Kind::Count.show(figure.as_ref()).into()
}

/// A target in words; nothing where there is none.
fn limit(target: Option<f64>, words: fn(f64) -> String) -> Entry {
    target.map_or(UNDEFINED.into(), words).into()
}

fn target(figures: &ContactFigures) -> String {
    match figures.target.and_then(|t| Some((t.answer?, t.within))) {
        Some((answer, within)) => format!("{} in {}", wording::percent(answer), wording::duration(within)),
        None => UNDEFINED.into(),
    }
}

fn percentile(figures: &ContactFigures) -> String {
    let ci95 = figures.wait_percentiles_ci95.get("90").copied().flatten();
    let value = figures.wait_percentiles.get("90").copied().flatten();
    value.map_or(UNDEFINED.into(), |seconds| wording::duration_between(seconds, ci95))
}

/// A row a type with every column, or, for few types, a column a type, or else a row a type with what fits.
fn contacts(scenario: &ScenarioResult, page: &Page) -> String {
    let subjects: Vec<(&String, &ContactFigures)> = scenario.contacts.iter().collect();
    let columns: Vec<Column<ContactFigures>> =
        CONTACTS.iter().copied().filter(|column| worth_showing(column, &subjects)).collect();
    let full = grid(&columns, &subjects, "contacts");
    if full.width() <= page.width {
        return full.draw(page) + &note(&subjects, &[], page);
    }
    if subjects.len() <= FEW {
        let turned = grid(&columns, &subjects, "contacts").turned();
        let pieces: Vec<String> = turned.cut(page.width).iter().map(|g| g.draw(page)).collect();
        return pieces.join("\n") + &note(&subjects, &[], page);
    }
    let (kept, left_out) = what_fits(columns, &subjects, page.width);
    grid(&kept, &subjects, "contacts").squeezed(page.width).draw(page) + &note(&subjects, &left_out, page)
}

/// A row a group; the cap only where a group has one.
fn agents(scenario: &ScenarioResult, page: &Page) -> String {
    let groups: Vec<(&String, &AgentFigures)> = scenario.agents.iter().collect();
    let capped = groups.iter().any(|(_, a)| a.max_occupancy.is_some());
    let columns: Vec<Column<AgentFigures>> =
        AGENTS.iter().copied().filter(|(head, _)| capped || ![CAP, " "].contains(head)).collect();
    let open = groups.iter().any(|(_, a)| Verdict::on_occupancy(a) == Some(Verdict::Open));
    grid(&columns, &groups, "agents").squeezed(page.width).draw(page) + if open { OPEN } else { "" }
}

/// Blocked, closed and called back are nothing in most centres, and verdicts need a target.
fn worth_showing(column: &Column<ContactFigures>, subjects: &[(&String, &ContactFigures)]) -> bool {
    let any = |figure: fn(&ContactFigures) -> Option<Estimate>| {
        subjects.iter().any(|(_, c)| figure(c).is_some_and(|f| f.value > 0.0))
    };
    match column.0 {
        "blocked" => any(|c| c.blocked),
        "closed" => any(|c| c.closed),
        "called back" => any(|c| c.called_back),
        "satisfied" => subjects.iter().any(|(_, c)| c.satisfaction.is_some()),
        "target" => subjects.iter().any(|(_, c)| c.target.is_some_and(|t| t.answer.is_some())),
        ASA_TARGET => subjects.iter().any(|(_, c)| c.target.is_some_and(|t| t.asa.is_some())),
        CSAT_TARGET => subjects.iter().any(|(_, c)| c.target.is_some_and(|t| t.csat.is_some())),
        head if head.trim().is_empty() => subjects.iter().any(|(_, c)| !column.1(c).text.is_empty()),
        _ => true,
    }
}

/// Drops the less important columns until names keep at least twenty characters.
fn what_fits(
    mut columns: Vec<Column<ContactFigures>>,
    subjects: &[(&String, &ContactFigures)],
    width: usize,
) -> (Vec<Column<ContactFigures>>, Vec<&'static str>) {
    let longest = subjects.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0).min(NAME);
    let spare = longest.saturating_sub(20);
    let mut left_out = Vec::new();
    for together in LESS {
        if grid(&columns, subjects, "contacts").width().saturating_sub(spare) <= width {
            break;
        }
        left_out.extend(columns.iter().map(|(head, _)| *head).find(|head| *head == together[0]));
        columns.retain(|(head, _)| !together.contains(head));
    }
    (columns, left_out)
}

fn grid<T>(columns: &[Column<T>], subjects: &[(&String, &T)], corner: &str) -> Grid {
    let head = std::iter::once(Entry::from(corner.to_owned()));
    let names = head.chain(subjects.iter().map(|(name, _)| wording::shorten(name, NAME).into())).collect();
    let column = |(head, fill): &Column<T>| {
        std::iter::once(Entry::from((*head).to_owned())).chain(subjects.iter().map(|(_, s)| fill(s))).collect()
    };
    Grid::new(std::iter::once(names).chain(columns.iter().map(column)).collect())
}

const OPEN: &str = " ? open: these replications cannot tell the figure from its target\n";

/// What the signs and omissions mean.
fn note(subjects: &[(&String, &ContactFigures)], left_out: &[&str], page: &Page) -> String {
    let verdicts = [Verdict::on_answer, Verdict::on_abandonment, Verdict::on_speed, Verdict::on_satisfaction];
    let open = |(_, c): &(&String, &ContactFigures)| verdicts.iter().any(|on| on(c) == Some(Verdict::Open));
    let mut text = if subjects.iter().any(open) { OPEN.to_owned() } else { String::new() };
    let named: Vec<&str> = left_out.iter().copied().filter(|name| !name.is_empty()).collect();
    if !named.is_empty() {
        let names = named.join(", ");
        text += &wording::wrapped(&format!("not shown at this width: {names}"), " ", page.width);
    }
    text
}
