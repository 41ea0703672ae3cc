//! A plan through the day: agents by group, the load that they carry, and what the stationary formula would have
//! staffed; one panel a day.

use super::day::{MOST, columns, height, name_last, vertical_ticks};
use super::{Axis, Chart, Colour, Dash, Key, Mark, Panel, Sign, axis};
use crate::planner::{FormulaFigure, PeriodPlan, StaffingDocument};
use crate::report::language::Language;
use crate::report::plan::every_day;
use crate::report::wording::{self, Kind};
use crate::units::{DAY, time_of_day};

/// More groups than this are drawn together but for the largest.
const LAYERS: usize = 6;

/// Some groups that are drawn together.
struct Layer<'a> {
    name: String,
    groups: Vec<&'a str>,
}

/// The chart; `None` for a study without periods, or where nobody is needed.
pub(super) fn chart(document: &StaffingDocument) -> Option<Chart> {
    let days = worked_days(document);
    let first = days.iter().flatten().map(|period| period.from % DAY).reduce(f64::min)?;
    let last = days.iter().flatten().map(|period| period.from % DAY + period.seconds).reduce(f64::max)?;
    if document.periods.len() < 2 || document.total.most == 0 {
        return None;
    }
    let layers = layers(document);
    let columns = columns(days.len());
    let x = Axis { name: "time of day".into(), ..axis::time(Language::English, first, last, 16 / columns) };
    let y =
        axis::quantity(Language::English, Kind::Count, "agents", (0.0, highest(document)), vertical_ticks(days.len()));
    let panels = days.iter().map(|day| panel(document, &layers, day, (&x, &y))).collect();
    Some(Chart {
        name: "staffing",
        title: title(document),
        subtitle: format!(
            "{}: agents on duty, those of all groups on top of each other{}{}; the load is what expected contacts would \
             keep busy if they came evenly",
            document.name,
            absent(document),
            if document.periods.last().is_some_and(|last| last.day >= days.len()) { ", the first days" } else { "" },
        ),
        height: height(days.len()),
        keys: keys(document, &layers),
        columns,
        panels: name_last(panels, columns),
    })
}

/// The periods of each day from the first to the last in which somebody comes or is there.
fn worked_days(document: &StaffingDocument) -> Vec<Vec<&PeriodPlan>> {
    let days = document.periods.last().map_or(0, |last| last.day + 1);
    let busy = |period: &PeriodPlan| period.load > 0.0 || agents(period) > 0;
    let worked = |day: usize| {
        let periods: Vec<&PeriodPlan> = document.periods.iter().filter(|period| period.day == day).collect();
        let first = periods.iter().position(|period| busy(period))?;
        let last = periods.iter().rposition(|period| busy(period))?;
        Some(periods[first..=last].to_vec())
    };
    (0..days).filter_map(worked).take(MOST).collect()
}

fn agents(period: &PeriodPlan) -> u32 {
    period.agents.values().sum()
}

fn layers(document: &StaffingDocument) -> Vec<Layer<'_>> {
    let there = document.groups.iter().filter(|(_, effort)| effort.most > 0);
    let mut groups: Vec<(&str, f64)> = there.map(|(name, e)| (name.as_str(), e.hours)).collect();
    let own = |(name, _): &(&'_ str, f64)| (*name).to_owned();
    if groups.len() <= LAYERS {
        return groups.iter().map(|group| Layer { name: own(group), groups: vec![group.0] }).collect();
    }
    groups.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (large, small) = groups.split_at(LAYERS - 1);
    let mut layers: Vec<Layer> = large.iter().map(|g| Layer { name: own(g), groups: vec![g.0] }).collect();
    layers.push(Layer { name: format!("{} other groups", small.len()), groups: small.iter().map(|g| g.0).collect() });
    layers
}

/// Groups that the plan does not use.
fn absent(document: &StaffingDocument) -> String {
    let names = document.groups.iter().filter(|(_, effort)| effort.most == 0).map(|(name, _)| name.as_str());
    let names: Vec<&str> = names.collect();
    if names.is_empty() { String::new() } else { format!(" (nobody of {})", wording::list(&names)) }
}

fn highest(document: &StaffingDocument) -> f64 {
    let by_formula = |period: usize| stationary(document).map_or(0, |formula| in_all(formula, period));
    let at =
        |(number, period): (usize, &PeriodPlan)| period.load.max(f64::from(agents(period).max(by_formula(number))));
    document.periods.iter().enumerate().map(at).fold(1.0, f64::max)
}

fn stationary(document: &StaffingDocument) -> Option<&FormulaFigure> {
    document.formulas.iter().find(|formula| formula.method == "stationary")
}

fn in_all(formula: &FormulaFigure, period: usize) -> u32 {
    formula.agents.values().filter_map(|staff| staff.get(period)).sum()
}

fn panel(document: &StaffingDocument, layers: &[Layer], day: &[&PeriodPlan], axes: (&Axis, &Axis)) -> Panel {
    let mut marks = Vec::new();
    let mut floor = vec![0.0; day.len()];
    for (number, layer) in layers.iter().enumerate() {
        let of = |period: &PeriodPlan| -> u32 { layer.groups.iter().filter_map(|g| period.agents.get(*g)).sum() };
        let top: Vec<f64> = day.iter().zip(&floor).map(|(period, floor)| floor + f64::from(of(period))).collect();
        let ends = steps(day, &floor).into_iter().zip(steps(day, &top)).map(|((x, low), (_, high))| (x, low, high));
        marks.push(Mark::Band(ends.collect(), Colour::Series(number)));
        marks.push(Mark::Line(steps(day, &top), Colour::Series(number), Dash::Solid));
        floor = top;
    }
    if let Some(formula) = stationary(document) {
        let step = |period: &&PeriodPlan| f64::from(in_all(formula, place(period)));
        let asked: Vec<f64> = day.iter().map(step).collect();
        marks.push(Mark::Line(steps(day, &asked), Colour::Ink, Dash::Short));
    }
    let load: Vec<f64> = day.iter().map(|period| period.load).collect();
    marks.push(Mark::Line(steps(day, &load), Colour::Ink, Dash::Long));
    let hours: f64 = day.iter().map(|p| f64::from(agents(p)) * p.seconds).sum::<f64>() / crate::units::HOUR;
    let several = document.periods.last().is_some_and(|last| last.day > 0);
    let number = day.first().map_or(1, |period| period.day + 1);
    Panel {
        heading: if several { format!("day {number}") } else { "agents on duty".into() },
        note: format!("{} agent hours", wording::number(hours, 0)),
        x: axes.0.clone(),
        y: axes.1.clone(),
        marks,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// The place of a period among all: they are equally long.
fn place(period: &PeriodPlan) -> usize {
    (period.from / period.seconds).round() as usize
}

/// Level stretches, one a period.
fn steps(day: &[&PeriodPlan], heights: &[f64]) -> Vec<(f64, f64)> {
    let ends = |(period, height): (&&PeriodPlan, &f64)| {
        let from = period.from % DAY;
        [(from, *height), (from + period.seconds, *height)]
    };
    day.iter().zip(heights).flat_map(ends).collect()
}

fn keys(document: &StaffingDocument, layers: &[Layer]) -> Vec<Key> {
    let layer = |(number, layer): (usize, &Layer)| Key {
        sign: Sign::Band,
        colour: Colour::Series(number),
        text: wording::shorten(&layer.name, 32),
    };
    // From the top of the picture down.
    let mut keys: Vec<Key> = layers.iter().enumerate().rev().map(layer).collect();
    if stationary(document).is_some() {
        let text = "by the Erlang formulas, each period alone".into();
        keys.push(Key { sign: Sign::Line(Dash::Short), colour: Colour::Ink, text });
    }
    keys.push(Key { sign: Sign::Line(Dash::Long), colour: Colour::Ink, text: "load (erlangs)".into() });
    keys
}

fn title(document: &StaffingDocument) -> String {
    let Some(peak) = document.periods.iter().rev().max_by_key(|period| agents(period)) else { return String::new() };
    let when = match document.periods.last() {
        Some(last) if last.day > 0 => format!("on day {} at {}", peak.day + 1, time_of_day(peak.from % DAY)),
        _ => format!("at {}", time_of_day(peak.from)),
    };
    let people = crate::report::erlang::agents(agents(peak));
    if document.budget.is_some() {
        return within_budget(document, &people);
    }
    let own = format!("{people} are needed {when}, {}", all_hours(document));
    let own = if agents(peak) == 1 { own.replacen("are", "is", 1) } else { own };
    match stationary(document) {
        Some(formula) if formula.effort.hours > 0.0 => format!("{own}; {}", against(document, formula)),
        _ => own,
    }
}

/// Hours over the horizon, of how many days where the picture shows one for all.
fn all_hours(document: &StaffingDocument) -> String {
    let hours = wording::number(document.total.hours, 0);
    match document.days {
        Some(days) if every_day(document) => format!("{hours} hours in {days} days"),
        _ => format!("{hours} hours in all"),
    }
}

/// With a budget nothing is needed: what there is, and where it is less than the load.
fn within_budget(document: &StaffingDocument, people: &str) -> String {
    let own = format!("At most {people} are on duty, {}", all_hours(document));
    let over = document.periods.iter().filter(|period| period.load > f64::from(agents(period)));
    let Some(worst) = over.max_by(|a, b| a.load.total_cmp(&b.load)) else { return own };
    let day = if worst.day > 0 { format!("on day {} ", worst.day + 1) } else { String::new() };
    format!("{own}; {day}at {} the load is {}", time_of_day(worst.from % DAY), wording::number(worst.load, 1))
}

/// What the formulas would have done instead.
fn against(document: &StaffingDocument, formula: &FormulaFigure) -> String {
    let change = formula.effort.hours / document.total.hours - 1.0;
    let percent = wording::number(change.abs() * 100.0, usize::from(change.abs() < 0.0995));
    let hours = match percent.as_str() {
        "0.0" => "as many hours".into(),
        _ if change > 0.0 => format!("{percent} % more"),
        _ => format!("{percent} % fewer"),
    };
    match formula.missed {
        (0, _) => format!("the Erlang formulas ask for {hours}"),
        (missed, of) => format!("the Erlang formulas ask for {hours} and miss {missed} of {of} promises"),
    }
}
