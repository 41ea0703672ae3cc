//! `[horizon]`, `[run]`, `[centre]` and `[report]`.

use jiff::civil::Date;

use crate::scenario::problem::quoted;
use crate::scenario::spec::SERVICE_LEVELS;
use crate::scenario::{
    BusyFactor, Centre, CivilDays, Horizon, Length, OpeningHours, ReportOptions, Run, ServiceLevel, Story,
};
use crate::units::{DAY, Seconds, time_of_day};

use super::fields::Fields;
use super::{value, zone};

/// The intervals of a day and of the horizon, against which lists are counted.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) interval: f64,
    pub(super) per_day: usize,
    /// Days of the horizon; none in a study by duration, whose lists repeat daily.
    pub(super) days: Option<u32>,
    /// The first day; none without a calendar.
    pub(super) start: Option<Date>,
    /// The weekday of the first day, counted from Monday; none without a calendar.
    pub(super) first_weekday: Option<usize>,
}

impl Frame {
    pub(super) fn of(horizon: &Horizon) -> Self {
        let days = match horizon.length {
            Length::Days(days) => Some(days),
            Length::Duration(_) => None,
        };
        let weekday = |date: Date| date.weekday().to_monday_zero_offset() as usize;
        Self {
            interval: horizon.interval.get(),
            per_day: horizon.intervals_per_day(),
            days,
            start: horizon.start,
            first_weekday: horizon.start.map(weekday),
        }
    }

    /// Intervals of the whole horizon.
    pub(super) fn per_horizon(&self) -> Option<usize> {
        self.days.and_then(|days| self.per_day.checked_mul(days as usize))
    }

    /// First interval of the opening hours and the first after them, where both lie on boundaries.
    pub(super) fn opening(&self, open: OpeningHours) -> Option<(usize, usize)> {
        let index = |time: Seconds| {
            let intervals = time.get() / self.interval;
            ((intervals - intervals.round()).abs() < 1e-6).then(|| intervals.round() as usize)
        };
        Some((index(open.from)?, index(open.to)?))
    }

    /// The interval's length as a planner says it.
    pub(super) fn interval_name(&self) -> String {
        interval_name(self.interval)
    }
}

fn interval_name(seconds: f64) -> String {
    if seconds % 60.0 == 0.0 { format!("{} min", seconds / 60.0) } else { format!("{seconds} s") }
}

/// Opening hours as they stand in the file.
pub(super) fn opening_name(open: OpeningHours) -> String {
    format!("{}-{}", time_of_day(open.from.get()), time_of_day(open.to.get()))
}

/// Shortest interval: below a second there is nothing to staff or to report.
const SHORTEST_INTERVAL: f64 = 2.0;
const USUAL_INTERVAL: f64 = 1800.0;

/// Reads `[horizon]`.
pub(super) fn horizon(fields: &Fields<'_>) -> Option<Horizon> {
    let start = fields.date("start");
    let weeks = fields.count("weeks").map(|weeks| 7 * weeks);
    let days = fields.count("days").or(weeks).map(Length::Days);
    let duration = fields.duration("duration").map(|seconds| Length::Duration(Seconds(seconds)));
    let interval = interval(fields);
    let warm_up = Seconds(fields.duration("warm_up").unwrap_or(0.0));
    let zone = zone::read(fields, start);
    let (length, interval) = (days.or(duration)?, Seconds(interval?));
    let mut horizon = Horizon { start, length, interval, warm_up, civil: CivilDays::default() };
    fits_calendar(fields, &horizon);
    horizon.civil = zone::civil_days(fields, zone, &horizon).unwrap_or_default();
    if warm_up.get() >= horizon.seconds() {
        let title = format!("the warm-up of {warm_up} leaves nothing of a horizon of {}", Seconds(horizon.seconds()));
        fields.reader.wrong(
            fields.place("warm_up"),
            title,
            "the warm-up lies inside the horizon; shorten it or lengthen the horizon",
        );
    }
    Some(horizon)
}

fn interval(fields: &Fields<'_>) -> Option<f64> {
    if !fields.has("interval") {
        return Some(USUAL_INTERVAL);
    }
    let seconds = fields.duration("interval")?;
    let per_day = (DAY / seconds).round();
    let divides = per_day >= 1.0 && (per_day * seconds - DAY).abs() < 1e-6;
    if divides && seconds >= SHORTEST_INTERVAL {
        return Some(DAY / per_day);
    }
    let title = format!("an interval of {} does not divide 24 h", interval_name(seconds));
    fields.reader.wrong(
        fields.place("interval"),
        title,
        "write an interval such as \"15min\", \"30min\" or \"1h\", of at least 1 s",
    );
    None
}

/// A calendar ends with the year 9999.
fn fits_calendar(fields: &Fields<'_>, horizon: &Horizon) {
    let Some(start) = horizon.start else { return };
    let days = (horizon.seconds() / DAY).ceil() as i64 + 1;
    let last = start.checked_add(jiff::Span::new().try_days(days).unwrap_or_default());
    if last.is_err() || start.year() < 1 {
        fields.reader.wrong(
            fields.place("start"),
            format!("the calendar does not hold {start} and the days after it"),
            "check the year",
        );
    }
}

/// Reads `[run]`.
pub(super) fn run(fields: Option<&Fields<'_>>) -> Run {
    let replications = fields.and_then(|fields| fields.count("replications"));
    let seed = fields.and_then(|fields| fields.whole("seed"));
    Run { replications: replications.unwrap_or(100), seed: seed.unwrap_or(1) }
}

/// Reads `[centre]`.
pub(super) fn centre(fields: Option<&Fields<'_>>) -> Centre {
    Centre { lines: fields.and_then(|fields| fields.count("lines")), busy_factor: fields.and_then(busy_factor) }
}

/// Reads `busy_factor` of the centre or of a contact type.
pub(super) fn busy_factor(fields: &Fields<'_>) -> Option<BusyFactor> {
    let table = fields.table("busy_factor")?;
    let (cv, carry) = (table.number("cv"), table.share("carry"));
    Some(BusyFactor { cv: cv?, carry: carry.unwrap_or(0.0) })
}

/// Reads `[report]`.
pub(super) fn report(fields: Option<&Fields<'_>>) -> ReportOptions {
    let within = fields.map(thresholds).unwrap_or_default();
    let service_level = fields.and_then(|fields| fields.choice("service_level"));
    let story = fields.and_then(|fields| fields.table("story")).map(|fields| story(&fields));
    ReportOptions { within, service_level: service_level.map(service_level_named).unwrap_or_default(), story }
}

fn story(fields: &Fields<'_>) -> Story {
    let duration = |name| fields.duration(name).map(Seconds);
    Story {
        contacts: fields.count("contacts"),
        agents_met: fields.count("agents_met"),
        time_on_contact: duration("time_on_contact"),
        duration: duration("duration"),
        longest_wait: duration("longest_wait"),
        broken_promises: fields.count("broken_promises"),
    }
}

/// The extra thresholds, ascending, each once.
fn thresholds(fields: &Fields<'_>) -> Vec<Seconds> {
    let listed = fields.has_entries("within").then(|| fields.list("within")).flatten();
    let Some((items, kind, _)) = listed else { return Vec::new() };
    let read = |node| value::duration(fields.reader, node, kind, &format!("a threshold of {}", quoted("within")));
    let mut seconds: Vec<f64> = items.iter().filter_map(read).collect();
    seconds.sort_by(f64::total_cmp);
    seconds.dedup();
    seconds.into_iter().map(Seconds).collect()
}

fn service_level_named(name: &str) -> ServiceLevel {
    let meanings = [
        ServiceLevel::Default,
        ServiceLevel::Offered,
        ServiceLevel::AnsweredOnly,
        ServiceLevel::IgnoreShortAbandons,
        ServiceLevel::CreditShortAbandons,
    ];
    let place = SERVICE_LEVELS.iter().position(|known| *known == name);
    place.and_then(|place| meanings.get(place).copied()).unwrap_or_default()
}
