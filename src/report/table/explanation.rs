//! Why a plan has so many agents, and what more or less money would buy.

use super::grid::{Entry, Grid, Page};
use super::plan::{drawn, names};
use crate::planner::{Binding, FrontierPoint, StaffingDocument, Way};
use crate::report::plan::measured;
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;
use crate::units::{DAY, time_of_day};

/// What binds, what one agent does, and the way from Erlang C; empty where nobody asked.
pub(super) fn explanation(document: &StaffingDocument, page: &Page) -> String {
    let Some(explanation) = &document.explanation else { return String::new() };
    let bindings: Vec<&Binding> = explanation.bindings.iter().collect();
    // Where all changes are points, the head says so once.
    let alike = bindings.iter().all(|binding| kind(binding) == Kind::Share);
    let head = |words: &str| if alike { format!("{words},\npoints") } else { words.to_owned() };
    let mut columns = vec![
        names("period", bindings.iter().map(|b| moment(document, b.period))),
        names("group", bindings.iter().map(|b| b.group.clone())),
        names("agents", bindings.iter().map(|b| b.agents.to_string())),
        names("what binds", bindings.iter().map(|b| binds(document, b))),
        names("stands at", bindings.iter().map(|b| kind(b).show(Some(&b.value)))),
        names(&head("one more"), bindings.iter().map(|b| change(b, b.one_more, alike))),
        names(&head("one fewer"), bindings.iter().map(|b| change(b, b.one_fewer, alike))),
        names("breaks it", bindings.iter().map(|b| if b.breaks { "yes" } else { "no" }.to_owned())),
    ];
    if document.groups.len() == 1 {
        columns.remove(1);
    }
    format!("{}\n{}", drawn(Grid::new(columns), page), causes(document, page))
}

fn moment(document: &StaffingDocument, period: usize) -> String {
    match document.periods.get(period) {
        Some(_) if document.days.is_none() => "always".into(),
        Some(place) if document.periods.last().is_some_and(|last| last.day > 0) => {
            format!("day {} {}", place.day + 1, time_of_day(place.from % DAY))
        }
        Some(place) => time_of_day(place.from),
        None => wording::UNDEFINED.into(),
    }
}

/// The promise, and when it is to be kept if not in the row's own period.
fn binds(document: &StaffingDocument, binding: &Binding) -> String {
    let when = match binding.promise_period {
        Some(period) if period != binding.period => format!(" at {}", moment(document, period)),
        Some(_) => String::new(),
        None if document.days.is_some() => " over the day".into(),
        None => String::new(),
    };
    format!("{}, {}{when}", binding.of, measured(&binding.measure))
}

fn kind(binding: &Binding) -> Kind {
    if binding.measure == "asa" { Kind::Duration } else { Kind::Share }
}

/// A paired change with its sign: `-4.1 points ± 0.2`, or without its unit where the head has it.
fn change(binding: &Binding, change: Option<Estimate>, bare: bool) -> String {
    let Some(change) = change else { return wording::UNDEFINED.into() };
    let half = change.half_width().unwrap_or(0.0);
    let unit = if bare { "" } else { " points" };
    match kind(binding) {
        Kind::Duration => format!("{:+.1} s ± {half:.1}", change.value),
        // Less than the figure shows is nothing, whatever its sign.
        _ if change.value.abs() < 5e-4 => format!("0.0{unit} ± {:.1}", 100.0 * half),
        _ => format!("{:+.1}{unit} ± {:.1}", 100.0 * change.value, 100.0 * half),
    }
}

/// From Erlang C to the plan: hours by cause.
fn causes(document: &StaffingDocument, page: &Page) -> String {
    let Some(explanation) = &document.explanation else { return String::new() };
    let causes = match &explanation.causes {
        Way::Steps(causes) => causes,
        Way::Unknown(why) => {
            return wording::wrapped(&format!("The way from Erlang C is not known: {why}."), " ", page.width);
        }
    };
    let signed = |place: usize| if place == 0 { String::new() } else { format!("{:+.1}", causes[place].change) };
    let columns = vec![
        names("from Erlang C to this plan", causes.iter().map(|cause| cause.cause.to_owned())),
        names("change, h", (0..causes.len()).map(signed)),
        names("hours", causes.iter().map(|cause| wording::number(cause.hours, 1))),
    ];
    drawn(Grid::new(columns), page)
}

/// What budgets around the plan's buy; empty where nobody asked.
pub(super) fn frontier(document: &StaffingDocument, page: &Page) -> String {
    let points: Vec<&FrontierPoint> = document.frontier.iter().collect();
    if points.is_empty() {
        return String::new();
    }
    let share = |figure: fn(&FrontierPoint) -> Option<Estimate>| -> Vec<String> {
        points.iter().map(|point| Kind::Share.show(figure(point).as_ref())).collect()
    };
    let mark = |point: &&FrontierPoint| {
        let kept = match point.missed {
            0 => "all".to_owned(),
            missed => format!(
                "{} of {}",
                document.promises.len() - missed.min(document.promises.len()),
                document.promises.len()
            ),
        };
        if point.chosen { kept + ", this plan" } else { kept }
    };
    let mut columns: Vec<Vec<Entry>> = vec![
        names("most at once", points.iter().map(|point| point.effort.most.to_string())),
        names("paid hours", points.iter().map(|point| wording::number(point.effort.paid_hours, 1))),
    ];
    if document.total.cost.is_some() {
        let cost =
            |point: &&FrontierPoint| point.effort.cost.map_or(wording::UNDEFINED.into(), |c| Kind::Money.plain(c));
        columns.push(names("cost", points.iter().map(cost)));
    }
    columns.push(names("service level", share(|point| point.service_level).into_iter()));
    columns.push(names("abandoned", share(|point| point.p_abandon).into_iter()));
    if points.iter().any(|point| point.csat.is_some()) {
        columns.push(names("satisfied", share(|point| point.csat).into_iter()));
    }
    columns.push(names("promises kept", points.iter().map(mark)));
    drawn(Grid::new(columns), page)
}
