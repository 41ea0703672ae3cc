//! How the days differ: the share of simulated days by their service level (or abandonment), one panel a contact type.

use super::day::{MOST, columns, height, name_last, some_of, vertical_ticks};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Point, Sign, axis};
use crate::kpi::{ContactFigures, DaySpread, ScenarioResult};
use crate::report::figures;
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};

/// A promise that is kept on so many days is kept on nearly all.
const NEARLY_ALL: f64 = 0.95;

/// One day in twenty is not told from fewer.
const TWENTY: u64 = 20;

/// Days whose figures lie between two shares.
struct Bin {
    from: f64,
    to: f64,
    /// Share of all days.
    share: f64,
    /// Share of all days, of those here that keep everything that is promised.
    kept: f64,
}

/// A contact type with a promise, and how its days came out.
struct Days<'a> {
    name: &'a str,
    contacts: &'a ContactFigures,
    spread: &'a DaySpread,
}

/// The chart; `None` where nothing is promised or there is a single day.
pub(super) fn chart(scenario: &ScenarioResult, language: Language) -> Option<Chart> {
    let all: Vec<Days> = scenario.contacts.iter().filter_map(days).collect();
    let shown = &all[..all.len().min(MOST)];
    let count = shown.iter().map(|days| days.spread.days).max()?;
    let columns = columns(shown.len());
    let axes = axes(language, shown);
    let panels = shown.iter().map(|days| panel(language, days, &axes)).collect();
    Some(Chart {
        name: "days",
        title: title(language, &all),
        subtitle: say!(
            language,
            "chart-days",
            scenario = &scenario.name,
            some = some_of(language, "chart-first-types", all.len()),
            days = language.number(count as f64, 0),
        ),
        height: height(shown.len()),
        keys: keys(language),
        columns,
        panels: name_last(panels, columns),
    })
}

fn days<'a>((name, contacts): (&'a String, &'a ContactFigures)) -> Option<Days<'a>> {
    let spread = contacts.days.as_ref().filter(|spread| spread.days > 1)?;
    Some(Days { name, contacts, spread })
}

impl Days<'_> {
    /// Whether the figure is to be low.
    fn is_limit(&self) -> bool {
        self.spread.figure == "p_abandon"
    }

    fn target(&self) -> Option<f64> {
        let target = self.contacts.target?;
        if self.is_limit() { target.abandon } else { target.answer }
    }

    /// The bins that hold any day.
    fn bins(&self) -> impl Iterator<Item = Bin> {
        let width = 1.0 / self.spread.shares.len() as f64;
        let both = self.spread.shares.iter().zip(&self.spread.kept).enumerate();
        both.filter(|(_, (share, _))| **share > 0.0).map(move |(bin, (share, kept))| Bin {
            from: bin as f64 * width,
            to: (bin + 1) as f64 * width,
            share: *share,
            kept: *kept,
        })
    }

    /// The figure on the day that is worse than nineteen in twenty; none where there are too few days to tell, or where
    /// even that day keeps the target, so that other promises are missed.
    fn bad_day(&self) -> Option<f64> {
        let bad = self.spread.percentiles.get(if self.is_limit() { "95" } else { "5" }).copied()?;
        let misses = self.target().is_some_and(|target| if self.is_limit() { bad > target } else { bad < target });
        (misses && self.spread.days >= TWENTY).then_some(bad)
    }
}

/// One pair of axes for all panels, so that they can be compared: all bins with days, and the target.
fn axes(language: Language, shown: &[Days]) -> (Axis, Axis) {
    let filled = || shown.iter().flat_map(Days::bins);
    let targets = || shown.iter().filter_map(Days::target);
    let from = filled().map(|bin| bin.from).chain(targets()).fold(0.95, f64::min);
    let to = filled().map(|bin| bin.to).chain(targets()).fold(from + 0.05, f64::max);
    let most = filled().map(|bin| bin.share).fold(0.05, f64::max);
    let figure = shown.first().map_or(String::new(), |days| figures::label(language, &days.spread.figure));
    let x = axis::share(language, &say!(language, "chart-axis-of-day", figure = figure), (from, to), 6);
    (x, axis::share(language, &say!(language, "chart-axis-days"), (0.0, most), vertical_ticks(shown.len())))
}

fn panel(language: Language, days: &Days, (x, y): &(Axis, Axis)) -> Panel {
    // Days that keep everything below, those that miss something on top of them.
    let part = |bin: &Bin, (from, to): (f64, f64), colour| {
        Mark::Bar([(bin.from + 0.003, from), (bin.to - 0.003, to)], colour, String::new())
    };
    let bars = days
        .bins()
        .flat_map(|bin| [part(&bin, (0.0, bin.kept), Colour::Main), part(&bin, (bin.kept, bin.share), Colour::Alarm)]);
    let bars = bars.filter(|mark| matches!(mark, Mark::Bar([(_, from), (_, to)], ..) if to > from));
    let target = days.target().map(|at| Mark::Line(vec![(at, y.from), (at, y.to)], Colour::Ink, Dash::Long));
    let met = days.contacts.days_met;
    Panel {
        heading: days.name.to_owned(),
        note: met
            .map_or(String::new(), |met| say!(language, "chart-days-note", share = language.share_between(Some(&met)))),
        x: x.clone(),
        y: y.clone(),
        marks: bars.chain(target).collect(),
        points: days.bins().map(|bin| point(language, &bin)).collect(),
        weight: 1.0,
        ..Panel::default()
    }
}

fn point(language: Language, bin: &Bin) -> Point {
    let percent = |share: f64| language.number(share * 100.0, 0);
    let words = say!(
        language,
        if bin.kept < bin.share { "chart-days-point-missed" } else { "chart-days-point" },
        from = percent(bin.from),
        to = language.percent((bin.to * 100.0).round() / 100.0),
        share = language.plain(Kind::Share, bin.share),
        missed = language.plain(Kind::Share, bin.share - bin.kept)
    );
    Point { at: ((bin.from + bin.to) / 2.0, bin.share), words, value: bin.share }
}

fn keys(language: Language) -> Vec<Key> {
    let key = |sign, colour, text: &str| Key { sign, colour, text: say!(language, text) };
    vec![
        key(Sign::Bar, Colour::Main, "chart-days-key-days"),
        key(Sign::Bar, Colour::Alarm, "chart-days-key-missed"),
        key(Sign::Line(Dash::Long), Colour::Ink, "chart-target"),
    ]
}

/// The type that keeps its promise on the fewest days, and its bad days.
fn title(language: Language, all: &[Days]) -> String {
    let met = |days: &&Days| days.contacts.days_met.map_or(1.0, |met| met.value);
    let Some(worst) = all.iter().min_by(|a, b| met(a).total_cmp(&met(b))) else { return String::new() };
    let Some(share) = worst.contacts.days_met else { return String::new() };
    let share = language.share_between(Some(&share));
    if met(&worst) >= NEARLY_ALL && all.len() > 1 {
        return say!(language, "chart-days-all", share = share);
    }
    let key = if worst.is_limit() { "chart-days-worst-abandonment" } else { "chart-days-worst-level" };
    let name = wording::shorten(worst.name, 32);
    match worst.bad_day() {
        Some(low) => say!(language, key, name = name, share = share, low = language.plain(Kind::Share, low)),
        None => say!(language, "chart-days-worst", name = name, share = share),
    }
}
