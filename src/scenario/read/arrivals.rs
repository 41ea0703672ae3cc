//! When contacts arrive.

use crate::scenario::problem::quoted;
use crate::scenario::spec::Kind;
use crate::scenario::tree::Node;
use crate::scenario::{Arrivals, ModulatedState, Opening, OpeningHours};
use crate::units::Seconds;

use super::fields::Fields;
use super::horizon::{Frame, opening_name};
use super::law::normalised;
use super::series::Series;

/// Reads `arrivals`. Without a frame (the horizon itself is wrong) lists are looked at but not counted.
pub(super) fn read(fields: &Fields<'_>, frame: Option<Frame>, open: Option<Opening>) -> Option<Arrivals> {
    let open = open.and_then(|open| open.daily());
    if fields.has("per_hour") {
        return fields.number("per_hour").map(Arrivals::PerHour);
    }
    if fields.has("modulated") {
        return modulated(fields).map(Arrivals::Modulated);
    }
    let counts = if fields.has("per_interval") {
        Series::listed(fields, "per_interval")?.spread(fields, frame?, open)?
    } else if fields.has("profile") || fields.has("per_day") {
        profile(fields, frame, open)?
    } else {
        Series::column(fields, column_kind(fields)?)?.spread(fields, frame?, open)?
    };
    Some(Arrivals::PerInterval(counts))
}

/// A column holds what `per_interval` would hold.
pub(super) fn column_kind(fields: &Fields<'_>) -> Option<&'static Kind> {
    match fields.kind("per_interval")? {
        Kind::List(of) => Some(of),
        _ => None,
    }
}

/// A day's contacts over its profile. A profile of the whole horizon gives `per_day` on the average day.
fn profile(fields: &Fields<'_>, frame: Option<Frame>, open: Option<OpeningHours>) -> Option<Vec<f64>> {
    let per_day = fields.number("per_day");
    let weights = Series::listed(fields, "profile");
    let (per_day, weights, frame) = (per_day?, weights?, frame?);
    let weights = weights.spread(fields, frame, open)?;
    let days = (weights.len() / frame.per_day) as f64;
    let Some(shares) = normalised(weights) else {
        fields.reader.wrong(
            fields.place("profile"),
            "the profile adds to 0",
            "at least one interval must have a weight above 0",
        );
        return None;
    };
    Some(shares.into_iter().map(|share| share * per_day * days).collect())
}

fn modulated(fields: &Fields<'_>) -> Option<Vec<ModulatedState>> {
    let (items, kind, _) = fields.list("modulated")?;
    let states: Vec<Option<ModulatedState>> = items.iter().map(|node| state(fields, node, kind)).collect();
    states.into_iter().collect()
}

fn state(fields: &Fields<'_>, node: &Node, kind: &Kind) -> Option<ModulatedState> {
    let Kind::Table { spec, .. } = kind else { return None };
    let state = Fields::of_node(fields.reader, node, spec, &format!("an entry of {}", quoted("modulated")), node.at)?;
    let (per_hour, stay) = (state.number("per_hour"), state.duration("stay"));
    Some(ModulatedState { per_hour: per_hour?, stay: Seconds(stay?) })
}

/// Demand in intervals that are wholly closed is turned away; that is seldom what is meant.
pub(super) fn warn_of_closed_demand(fields: &Fields<'_>, arrivals: &Arrivals, frame: Frame, open: Option<Opening>) {
    let (Arrivals::PerInterval(counts), Some(open)) = (arrivals, open) else { return };
    let each_day = frame.per_horizon() != Some(counts.len());
    let outside = counts.iter().enumerate().filter(|(index, _)| closed(*index, frame, open, each_day));
    let demand: f64 = outside.map(|(_, count)| count).sum();
    if demand > 0.0 {
        let hours = open.daily().map_or_else(|| "the opening hours".to_owned(), opening_name);
        let sentence = format!("{demand:.1} expected contacts come outside {hours} and will be counted as closed");
        fields.reader.warn(fields.at, &sentence);
    }
}

/// Whether an interval of a list is wholly closed. What holds each day stands for an open one, so there it must be
/// closed on every weekday.
fn closed(index: usize, frame: Frame, open: Opening, each_day: bool) -> bool {
    let start = (index % frame.per_day) as f64 * frame.interval;
    let meets = |hours: OpeningHours| start + frame.interval > hours.from.get() + 1e-6 && start < hours.to.get() - 1e-6;
    match open {
        Opening::Daily(hours) => !meets(hours),
        Opening::Weekly(week) if each_day => !week.into_iter().flatten().any(meets),
        Opening::Weekly(week) => {
            let weekday = (frame.first_weekday.unwrap_or_default() + index / frame.per_day) % week.len();
            !week[weekday].is_some_and(meets)
        }
    }
}
