//! `time_zone` of `[horizon]`.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::scenario::problem::{nearest, quoted};
use crate::scenario::{CivilDays, ClockChange, Horizon, Length};
use crate::units::{Seconds, time_of_day};

use super::fields::Fields;

/// A time zone and what it is called.
pub(super) type Zone = (TimeZone, String);

/// Reads the name of the zone, which needs a calendar.
pub(super) fn read(fields: &Fields<'_>, start: Option<Date>) -> Option<Zone> {
    let name = fields.text("time_zone")?;
    let (node, _) = fields.get("time_zone")?;
    let Ok(zone) = TimeZone::get(&name) else {
        let known: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
        let help = match nearest(&name, known.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean \"{meant}\"?"),
            None => "write the name of a zone of the IANA database, such as \"Europe/Berlin\"".into(),
        };
        fields.reader.wrong(node.at, format!("there is no time zone {}", quoted(&name)), help);
        return None;
    };
    if (start.is_none() && !fields.has("start")) || fields.has("duration") {
        let remedy = "give [horizon] both `start = 2026-11-30` and `days` or `weeks`";
        fields.reader.wrong(fields.place("time_zone"), "a time zone needs a calendar", remedy);
        return None;
    }
    Some((zone, name))
}

/// The days of the horizon in the zone, whose changes of the clock must lie between intervals.
pub(super) fn civil_days(fields: &Fields<'_>, zone: Option<Zone>, horizon: &Horizon) -> Option<CivilDays> {
    let ((zone, name), Length::Days(days), Some(start)) = (zone?, horizon.length, horizon.start) else { return None };
    let civil = match CivilDays::new(&zone, &name, start, days as usize) {
        Ok(civil) => civil,
        Err(date) => {
            let title = format!("the clocks of {} are changed by days on {date}", quoted(&name));
            fields.reader.wrong(fields.place("time_zone"), title, "choose a horizon without that day, or no time zone");
            return None;
        }
    };
    let interval = horizon.interval.get();
    let between = |change: &&ClockChange| change.at % interval == 0.0 && change.by % interval == 0.0;
    if let Some(change) = civil.changes().iter().find(|change| !between(change)) {
        let title = format!(
            "intervals of {} do not fit the clocks of {}, which change by {} at {}",
            horizon.interval,
            quoted(&name),
            Seconds(change.by.abs()),
            time_of_day(change.at)
        );
        let remedy = "take an interval that divides the change, such as \"30min\"";
        let place = if fields.has("interval") { "interval" } else { "time_zone" };
        fields.reader.wrong(fields.place(place), title, remedy);
        return None;
    }
    Some(civil)
}
