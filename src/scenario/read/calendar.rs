//! `[calendar]`, and `volume` of a contact type, laid over the contact types.

use jiff::civil::Date;

use crate::scenario::problem::quoted;
use crate::scenario::spec::{HOLIDAY, Kind, WEEKDAYS};
use crate::scenario::tree::{Node, Place, Value};
use crate::scenario::{
    Arrivals, Calendar, CampaignDays, ContactType, Horizon, OpeningHours, Rhythm, SpecialDay, SpecialHours, Unchanged,
};

use super::fields::Fields;
use super::scale::MOST_CONTACTS;
use super::types::Types;
use super::{holidays, value};

/// Lays `[calendar]` and each type's `volume` over the contact types, whose tables these are.
pub(super) fn lay(
    root: &Fields<'_>,
    tables: &[Fields<'_>],
    types: &Types<'_>,
    horizon: &Horizon,
    contacts: &mut [ContactType],
) {
    let own: Vec<Option<Fields<'_>>> = tables.iter().map(|table| table.table("volume")).collect();
    let fields = root.table("calendar");
    let Some(named) = fields.as_ref().or_else(|| own.iter().flatten().next()) else { return };
    if horizon.start.is_none() || horizon.days().is_none() {
        let remedy = "give [horizon] both `start = 2026-11-30` and `days` or `weeks`";
        root.reader.wrong(named.at, "what differs from day to day needs the dates of the days", remedy);
        return;
    }
    let calendar = fields.as_ref().map(|fields| read(fields, types, horizon)).unwrap_or_default();
    for (kind, (contact, table)) in contacts.iter_mut().zip(tables).enumerate() {
        let rhythm = own[kind].as_ref().map(|fields| rhythm(fields, horizon)).unwrap_or_default();
        let unchanged = calendar.lay(&rhythm, contact, kind, horizon);
        let at = own[kind].map_or(table.at, |fields| fields.at);
        match unchanged {
            Ok(()) => check_size(table, contact),
            Err(Unchanged::Modulated) => {
                let title = format!("the calendar cannot change the modulated arrivals of {}", types.quoted(kind));
                let remedy =
                    "they have no typical day; give `per_hour` or `per_interval`, or leave this type out by `types`";
                table.reader.wrong(at, title, remedy);
            }
            Err(Unchanged::WholeHorizon) => {
                let sentence = format!(
                    "the calendar does not change the arrivals of {}: they are given for every day of the horizon",
                    types.quoted(kind)
                );
                table.reader.warn(at, &sentence);
            }
        }
    }
}

fn read(fields: &Fields<'_>, types: &Types<'_>, horizon: &Horizon) -> Calendar {
    let campaigns = fields.has_entries("campaigns").then(|| fields.list("campaigns")).flatten();
    let campaigns = campaigns
        .map(|(items, kind, _)| items.iter().filter_map(|node| campaign(fields, node, kind, types, horizon)).collect());
    Calendar {
        rhythm: rhythm(fields, horizon),
        holidays: holidays::read(fields, types, horizon),
        campaigns: campaigns.unwrap_or_default(),
    }
}

fn rhythm(fields: &Fields<'_>, horizon: &Horizon) -> Rhythm {
    let weeks = horizon.days().map_or(0, |days| days.div_ceil(7)) as usize;
    let growth = fields.has("growth").then(|| fields.change("growth")).flatten();
    Rhythm {
        weekdays: fields.table("weekdays").map(|table| weekdays(&table)),
        weeks: factors(fields, "weeks", &[weeks], &format!("the horizon asks for {weeks}")),
        weeks_of_year: factors(fields, "weeks_of_year", &[52, 53], "a year asks for 52 or 53"),
        growth: growth.map(|factor| factor - 1.0),
    }
}

/// A factor for each weekday; a day has its own, or else that of its part of the week, or else 1.
fn weekdays(fields: &Fields<'_>) -> [f64; 7] {
    let [working_days, weekend] = ["weekdays", "weekend"].map(|part| fields.number(part));
    let mut factors = WEEKDAYS.map(|name| fields.number(name));
    factors.iter_mut().enumerate().for_each(|(day, own)| *own = own.or(if day < 5 { working_days } else { weekend }));
    factors.map(|factor| factor.unwrap_or(1.0))
}

fn factors(fields: &Fields<'_>, name: &'static str, counts: &[usize], why: &str) -> Option<Vec<f64>> {
    if !fields.has(name) {
        return None;
    }
    let (items, kind, at) = fields.list(name)?;
    let what = format!("an entry of {}", quoted(name));
    let factors: Vec<Option<f64>> = items.iter().map(|node| value::number(fields.reader, node, kind, &what)).collect();
    if !counts.contains(&factors.len()) {
        let title = format!("{} has {} numbers where {why}", quoted(name), factors.len());
        fields.reader.wrong(at, title, "give one factor for each week, the first for the first");
        return None;
    }
    factors.into_iter().collect()
}

fn campaign(
    calendar: &Fields<'_>,
    node: &Node,
    kind: &Kind,
    types: &Types<'_>,
    horizon: &Horizon,
) -> Option<CampaignDays> {
    let Kind::Table { spec, .. } = kind else { return None };
    let fields = Fields::of_node(calendar.reader, node, spec, "an entry of `campaigns`", node.at)?;
    let (from, to, factor) = (fields.date("from"), fields.date("to"), fields.change("change"));
    let (hours, meant) = (hours(&fields, "hours"), kinds(&fields, types));
    let (from, to) = (from?, to?);
    if to < from {
        let title = format!("a campaign cannot end on {to} when it begins on {from}");
        fields.reader.wrong(fields.place("to"), title, "write the first day as `from` and the last one as `to`");
    } else if let Some((first, last)) = span(horizon).filter(|(first, last)| to < *first || from > *last) {
        let title = format!("this campaign lies outside of the horizon, {first} to {last}");
        fields.reader.wrong(node.at, title, "check the dates, or leave the campaign out");
    }
    Some(CampaignDays { from, to, hours, types: meant, factor: factor? })
}

/// The first and the last day of a horizon.
pub(super) fn span(horizon: &Horizon) -> Option<(Date, Date)> {
    let (first, days) = (horizon.start?, horizon.days()?);
    Some((first, first.checked_add(jiff::Span::new().days(i64::from(days) - 1)).ok()?))
}

/// Reads hours that end after they begin.
fn hours(fields: &Fields<'_>, name: &'static str) -> Option<OpeningHours> {
    let (node, kind) = fields.get(name)?;
    let (from, to) = value::hours(fields.reader, node, kind, &quoted(name))?;
    if from >= to {
        let remedy = "hours lie inside one day and end after they begin";
        fields.reader.wrong(node.at, format!("{} ends before it begins", quoted(name)), remedy);
        return None;
    }
    Some(OpeningHours { from, to })
}

/// The contact types of `types`; empty for all.
fn kinds(fields: &Fields<'_>, types: &Types<'_>) -> Vec<usize> {
    let Some((node, kind)) = fields.get("types") else { return Vec::new() };
    let nodes = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let named = |node: &Node| {
        let name = value::text(fields.reader, node, kind, "`types`")?;
        types.named(fields.reader, name, node.at)
    };
    nodes.iter().filter_map(named).collect()
}

/// Reads one entry of `holidays`.
pub(super) fn holiday(calendar: &Fields<'_>, node: &Node, types: &Types<'_>) -> Option<(SpecialDay, Place)> {
    let fields = Fields::of_node(calendar.reader, node, &HOLIDAY, "an entry of `holidays`", node.at)?;
    let closed = fields.flag("closed").unwrap_or(false);
    let (date, name, factor) = (fields.date("date"), fields.text("name"), fields.number("factor"));
    let like = fields.choice("like").and_then(|name| WEEKDAYS.iter().position(|known| *known == name));
    let (open, types) = (hours(&fields, "open"), kinds(&fields, types));
    if let Some(other) = ["open", "factor", "like"].into_iter().find(|key| closed && fields.has(key)) {
        let title = format!("a holiday cannot be closed and have {}", quoted(other));
        fields.reader.wrong(fields.place(other), title, "keep the one that is meant");
    }
    let open = if closed { Some(SpecialHours::Closed) } else { open.map(SpecialHours::Open) };
    let day = SpecialDay { date: date?, name: name?, types, like, factor: factor.unwrap_or(1.0), open };
    Some((day, node.at))
}

/// What factors make of volumes stays within what a file may say itself.
fn check_size(table: &Fields<'_>, contact: &ContactType) {
    let Arrivals::PerInterval(expected) = &contact.arrivals else { return };
    if expected.iter().any(|count| *count > MOST_CONTACTS) {
        let title = "the calendar makes this more than ten million contacts an interval";
        table.reader.wrong(table.at, title, "take smaller factors");
    }
}
