//! `people` of an agent group: who they are, on which terms, and what the weeks do to them.

use crate::scenario::problem::quoted;
use crate::scenario::spec::{Kind, LEARNING_FORMS};
use crate::scenario::tree::{Node, Value};
use crate::scenario::{
    Attrition, InitialTraining, LearningCurve, LearningForm, Nesting, Pay, People, Pressure, Sickness, Terms,
};
use crate::units::{DAY, HOUR, Seconds};

use super::fields::Fields;
use super::hired::{Whose, classes, team};
use super::hiring;
use super::horizon::Frame;
use super::value;

/// Reads `people` of a group.
pub(super) fn read(group: &Fields<'_>, whose: Whose<'_>, frame: Option<Frame>) -> Option<People> {
    let fields = group.table("people")?;
    goes_with(group, &fields, frame);
    let terms = terms(group, &fields, frame);
    let names: Option<Vec<&str>> = terms.as_ref().map(|terms| terms.iter().map(|terms| terms.name.as_str()).collect());
    let team = team(&fields, names.as_deref());
    let classes =
        if fields.has("classes") { classes(&fields, whose, names.as_deref(), frame) } else { Some(Vec::new()) };
    let training = fields.table("training").and_then(|fields| initial_training(&fields));
    let nesting = fields.table("nesting").and_then(|fields| nesting(&fields));
    let learning = fields.table("learning");
    let curve = |of| learning.and_then(|fields| fields.table(of)).and_then(|fields| curve(&fields));
    let (handle, resolution) = (curve("handle"), curve("resolution"));
    let leave = if fields.has("leave") { leave(&fields) } else { Some(vec![0.0]) };
    let sickness = fields.table("sickness").and_then(|fields| sickness(&fields));
    let coaching = fields.share("coaching").unwrap_or(0.0);
    let adherence = fields.share("adherence").unwrap_or(1.0);
    let attrition = fields.table("attrition").and_then(|fields| attrition(&fields));
    let hire_cost = fields.number("hire_cost").unwrap_or(0.0);
    let hiring =
        if fields.has("hiring") { Some(hiring::read(&fields, names.as_deref(), training.as_ref())?) } else { None };
    Some(People {
        team: team?,
        classes: classes?,
        terms: terms?,
        training,
        nesting,
        handle,
        resolution,
        leave: leave?,
        sickness,
        coaching,
        adherence,
        attrition,
        hire_cost,
        hiring,
    })
}

/// What a group with people cannot have beside, and what it needs.
fn goes_with(group: &Fields<'_>, fields: &Fields<'_>, frame: Option<Frame>) {
    if frame.is_some_and(|frame| frame.days.is_none()) {
        let remedy = "give [horizon] `days` in place of `duration`";
        group.reader.wrong(fields.at, "people who come and go need a horizon in days", remedy);
    }
    for (name, instead) in [("shrinkage", "`leave`, `sickness`, `coaching` and `adherence`"), ("absence", "`sickness`")]
    {
        if group.has(name) {
            let title = format!("a group with `people` cannot have {} too", quoted(name));
            group.reader.wrong(group.place(name), title, format!("remove it; {instead} of `people` say it in parts"));
        }
    }
    let by_person = |name: &str| group.get("staff").is_some_and(|(node, _)| has_key(node, name));
    if let Some(name) = ["shifts", "roster"].into_iter().find(|name| by_person(name)) {
        let title = format!("the `{name}` of `staff` name people of their own, beside `people`");
        let remedy = "write the plan that the people fill in numbers: `staff = 12`, `per_interval` or a file";
        group.reader.wrong(group.place("staff"), title, remedy);
    }
}

fn has_key(node: &Node, name: &str) -> bool {
    matches!(&node.value, Value::Table(table) if table.get(name).is_some())
}

/// A full-time week, where no contract says anything else, s.
const USUAL_WEEK: f64 = 40.0 * HOUR;

fn terms(group: &Fields<'_>, fields: &Fields<'_>, frame: Option<Frame>) -> Option<Vec<Terms>> {
    let wage = Pay::Wage(group.number("cost_per_hour").unwrap_or(0.0));
    let Some((node, Kind::Map { of: Kind::Table { spec, .. }, .. })) = fields.get("contracts") else {
        return Some(vec![Terms { pay: wage, ..People::steady(0, Seconds(USUAL_WEEK)).terms.remove(0) }]);
    };
    let Value::Table(table) = &node.value else {
        let remedy = "write `contracts = { part-time = { hours_per_week = \"20h\" } }`";
        fields.reader.wrong(node.at, format!("`contracts` cannot be {}", node.value.kind()), remedy);
        return None;
    };
    if table.entries.is_empty() {
        fields.reader.wrong(node.at, "`contracts` is empty", "name a contract, or leave `contracts` out");
        return None;
    }
    let read = |(name, entry): (&String, &crate::scenario::tree::Entry)| {
        let what = format!("the contract {}", quoted(name));
        terms_of(&Fields::of_node(fields.reader, &entry.node, spec, &what, entry.key)?, name, wage, frame)
    };
    let terms: Vec<Option<Terms>> = table.entries.iter().map(read).collect();
    terms.into_iter().collect()
}

fn terms_of(fields: &Fields<'_>, name: &str, wage: Pay, frame: Option<Frame>) -> Option<Terms> {
    let hours = fields.duration("hours_per_week").map(Seconds);
    let prices = [
        ("cost_per_hour", fields.number("cost_per_hour").map(Pay::Wage)),
        ("price_per_hour", fields.number("price_per_hour").map(Pay::PerHour)),
        ("price_per_contact", fields.number("price_per_contact").map(Pay::PerContact)),
    ];
    let mut named = prices.iter().filter(|(name, _)| fields.has(name));
    if let (Some((first, _)), Some((second, _))) = (named.next(), named.next()) {
        let title = format!("a contract cannot have both {} and {}", quoted(first), quoted(second));
        fields.reader.wrong(fields.place(second), title, "keep the one that is meant");
    }
    let pay = prices.into_iter().find_map(|(_, pay)| pay).unwrap_or(wage);
    let overtime = fields.table("overtime").and_then(|overtime| {
        let (hours, factor) = (overtime.duration("hours"), overtime.number("factor").unwrap_or(1.5));
        Some((Seconds(hours?), factor))
    });
    let time_off = Seconds(fields.duration("time_off").unwrap_or(0.0));
    let hours = hours?;
    if hours.get() > 7.0 * DAY {
        fields.reader.wrong(
            fields.place("hours_per_week"),
            "a week has 168 hours",
            "write the hours of one person's week",
        );
    }
    if time_off > hours {
        fields.reader.wrong(
            fields.place("time_off"),
            "nobody can give up more hours than the week has",
            "write fewer hours",
        );
    }
    let until = fields.has("until").then(|| until(fields, frame));
    Some(Terms { name: name.to_owned(), hours_per_week: hours, pay, overtime, time_off, until: until.flatten() })
}

/// The last day, as a day of the horizon.
fn until(fields: &Fields<'_>, frame: Option<Frame>) -> Option<u32> {
    let date = fields.date("until")?;
    let Some(start) = frame?.start else {
        fields.reader.wrong(fields.place("until"), "a date needs a calendar", "give [horizon] `start = 2026-11-30`");
        return None;
    };
    let day = start.until(date).map_or(0, |span| span.get_days());
    let day = u32::try_from(day).ok();
    if day.is_none() {
        fields.reader.wrong(
            fields.place("until"),
            "this contract ends before the horizon begins",
            "write a later date",
        );
    }
    day
}

/// Trainees of one trainer, unless the file says how many.
const USUAL_TRAINEES: u32 = 12;

fn initial_training(fields: &Fields<'_>) -> Option<InitialTraining> {
    let over = fields.duration("over").map(Seconds);
    let (cost, trainer_cost) = (fields.number("cost").unwrap_or(0.0), fields.number("trainer_cost").unwrap_or(0.0));
    let trainees = fields.count("trainees").unwrap_or(USUAL_TRAINEES);
    Some(InitialTraining { over: over?, cost, trainer_cost, trainees })
}

fn nesting(fields: &Fields<'_>) -> Option<Nesting> {
    let (over, presence) = (fields.duration("over").map(Seconds), fields.share("presence").unwrap_or(1.0));
    Some(Nesting { over: over?, presence })
}

fn curve(fields: &Fields<'_>) -> Option<LearningCurve> {
    let (start, over) = (fields.number("start"), fields.duration("over").map(Seconds));
    let form = match fields.choice("form") {
        Some(name) if LEARNING_FORMS.last() == Some(&name) => LearningForm::Linear,
        _ => LearningForm::Exponential,
    };
    Some(LearningCurve { start: start?, over: over?, form })
}

fn leave(fields: &Fields<'_>) -> Option<Vec<f64>> {
    let (node, Kind::Any([one, Kind::List(of)])) = fields.get("leave")? else { return None };
    let Value::List(items) = &node.value else {
        return value::share(fields.reader, node, one, &quoted("leave")).map(|share| vec![share]);
    };
    if items.is_empty() {
        fields.reader.wrong(node.at, "`leave` is empty", "write one share such as 0.1, or one for each week");
    }
    let shares: Vec<Option<f64>> =
        items.iter().map(|item| value::share(fields.reader, item, of, "an entry of `leave`")).collect();
    shares.into_iter().collect()
}

fn sickness(fields: &Fields<'_>) -> Option<Sickness> {
    let share = fields.share("share");
    let spell = fields.duration("spell").map(|spell| spell / DAY);
    if spell.is_some_and(|days| days < 1.0) {
        fields.reader.wrong(fields.place("spell"), "an illness lasts at least a day", "write \"1d\" or more");
    }
    if share.is_some_and(|share| share > 0.5) {
        fields.reader.wrong(
            fields.place("share"),
            "more than half of all days are days of illness",
            "write a share up to 0.5",
        );
    }
    Some(Sickness { share: share?, spell })
}

/// A wait after which customers are angry when answered, unless the file says one, s: "callers tire of waiting after 5 or
/// 10 minutes".
const USUAL_ANGRY_WAIT: f64 = 600.0;

fn attrition(fields: &Fields<'_>) -> Option<Attrition> {
    let weekly = weekly(fields);
    let pressure = |name| {
        let fields = fields.table(name)?;
        let (above, ten_points) = (fields.share("above"), fields.number("ten_points"));
        Some(Pressure { above: above?, ten_points: ten_points? })
    };
    let (occupancy, anger) = (pressure("occupancy"), pressure("anger"));
    let angry_wait = fields.duration("angry_wait").unwrap_or(USUAL_ANGRY_WAIT);
    Some(Attrition { weekly: weekly?, occupancy, anger, angry_wait })
}

/// Chances to leave by tenure, ascending; the last without an end.
fn weekly(fields: &Fields<'_>) -> Option<Vec<(f64, f64)>> {
    let (node, Kind::Any([one, Kind::List(Kind::Table { spec, .. })])) = fields.get("weekly")? else { return None };
    let Value::List(items) = &node.value else {
        return value::share(fields.reader, node, one, &quoted("weekly")).map(|chance| vec![(f64::INFINITY, chance)]);
    };
    let read = |(place, item): (usize, &Node)| {
        let step = Fields::of_node(fields.reader, item, spec, "a step of `weekly`", item.at)?;
        let (until, chance) = (step.duration("until"), step.share("chance"));
        let last = place + 1 == items.len();
        if last == step.has("until") {
            let (title, remedy) = match last {
                true => {
                    ("the last step of `weekly` has no end", "remove its `until`, or add a step for who stays longer")
                }
                false => ("this step needs `until`", "say up to which time since the first day it holds"),
            };
            fields.reader.wrong(item.at, title, remedy);
        }
        Some((until.unwrap_or(f64::INFINITY), chance?))
    };
    let steps: Vec<Option<(f64, f64)>> = items.iter().enumerate().map(read).collect();
    let steps: Vec<(f64, f64)> = steps.into_iter().collect::<Option<_>>()?;
    // A step without an end before the last one has been reported.
    let falls = |pair: &[(f64, f64)]| pair[0].0 >= pair[1].0 && pair[0].0.is_finite();
    if steps.is_empty() || steps.windows(2).any(falls) {
        fields.reader.wrong(
            node.at,
            "the steps of `weekly` must ascend",
            "write them by `until`, the last without one",
        );
        return None;
    }
    Some(steps)
}
