//! A roster of several weeks: need and people week by week, and weekends and wishes by contract.

use super::schedule::{Days, days_panel, hours, most};
use super::{Chart, Colour, Dash, Key, Mark, Panel, Side, Sign, axis};
use crate::planner::roster::{Document, Fairness, GroupRoster, PersonRoster};
use crate::report::language::Language;
use crate::report::wording::{self, Kind};

/// Most panels in one picture.
const MOST: usize = 12;
/// Days of a panel.
const WEEK: usize = 7;

/// People on the roster against people needed, a panel a group and week; none where nobody is needed.
pub(super) fn coverage(document: &Document) -> Option<Chart> {
    let span = hours(document.interval, document.groups.iter().map(|g| (g.need.as_slice(), g.staff.as_slice())))?;
    let weeks = 0..document.days.len() / WEEK;
    let all: Vec<(&GroupRoster, usize)> =
        document.groups.iter().flat_map(|group| weeks.clone().map(move |week| (group, week))).collect();
    let mut panels: Vec<Panel> =
        all.iter().take(MOST).map(|(group, week)| of_week(document, group, *week, span)).collect();
    if let Some((_, others)) = panels.split_last_mut() {
        others.iter_mut().for_each(|panel| panel.x.name.clear());
    }
    let left =
        if all.len() > MOST { format!("; {} more weeks are in coverage.csv", all.len() - MOST) } else { String::new() };
    Some(Chart {
        name: "coverage",
        title: covered(document),
        subtitle: format!(
            "{}: people on the roster, breaks taken out, against people needed (with those who will not come) in intervals \
             of {} min{left}",
            document.name,
            document.interval / 60.0
        ),
        height: 210 + 215 * panels.len() as u32,
        keys: vec![
            Key { sign: Sign::Line(Dash::Solid), colour: Colour::Main, text: "on the roster".into() },
            Key { sign: Sign::Band, colour: Colour::Quiet, text: "needed".into() },
        ],
        columns: 1,
        panels,
    })
}

fn of_week(document: &Document, group: &GroupRoster, week: usize, span: (f64, f64)) -> Panel {
    let per_week = group.need.len() / (document.days.len() / WEEK);
    let part = week * per_week..(week + 1) * per_week;
    let days = Days {
        dates: &document.days[week * WEEK..(week + 1) * WEEK],
        first: week * WEEK,
        interval: document.interval,
        need: &group.need[part.clone()],
        staff: &group.staff[part],
        most: most(&group.need, &group.staff),
    };
    let missing = group.gaps.iter().filter(|gap| (gap.day - 1) / WEEK == week).count();
    let note = match missing {
        0 => "every interval is covered".to_owned(),
        1 => "1 interval is not covered".to_owned(),
        missing => format!("{missing} intervals are not covered"),
    };
    days_panel(&days, format!("{}, week {}", group.name, week + 1), note, span)
}

fn covered(document: &Document) -> String {
    let people: usize = document.groups.iter().map(|group| group.people.len()).sum();
    let gaps: usize = document.groups.iter().map(|group| group.gaps.len()).sum();
    let weeks = document.days.len() / WEEK;
    let span = if weeks == 1 { "the week".to_owned() } else { format!("{weeks} weeks") };
    if gaps > 0 {
        return format!("{people} people leave {gaps} intervals of {span} short of the need");
    }
    match document.gap {
        Some(gap) => format!(
            "{people} people cover the need of {span} at a cost within {} of the least possible",
            wording::percent(gap)
        ),
        None => format!("{people} people cover the need of {span}"),
    }
}

/// How many people work how many weekends, a panel a contract; none without weekends or people.
pub(super) fn fairness(document: &Document) -> Option<Chart> {
    let all: Vec<(&GroupRoster, &Fairness)> =
        document.groups.iter().flat_map(|group| group.fairness.iter().map(move |fairness| (group, fairness))).collect();
    let weekends = document.groups.iter().flat_map(|group| &group.people).map(|person| person.weekends_open).max()?;
    if weekends == 0 {
        return None;
    }
    let panels: Vec<Panel> =
        all.iter().take(MOST).map(|(group, fairness)| of_contract(group, fairness, weekends)).collect();
    let columns = panels.len().min(2);
    Some(Chart {
        name: "fairness",
        title: fair(&all),
        subtitle: format!(
            "{}: people of each contract by the weekends that they work in {} weeks; a weekend counts when its Saturday or \
             Sunday is worked",
            document.name,
            document.days.len() / WEEK
        ),
        height: (230 + 250 * panels.len().div_ceil(2) as u32).max(600),
        keys: keys(&all, weekends),
        columns,
        panels,
    })
}

/// What colours mean: the second one only where somebody is away on a weekend.
fn keys(all: &[(&GroupRoster, &Fairness)], weekends: usize) -> Vec<Key> {
    let bar = |colour, text: &str| Key { sign: Sign::Bar, colour, text: text.into() };
    let away = all.iter().flat_map(|(group, _)| &group.people).any(|person| person.weekends_open < weekends);
    let keys = [bar(Colour::Main, "could work every weekend"), bar(AWAY, "away on some (leave, days off)")];
    keys.into_iter().take(1 + usize::from(away)).collect()
}

/// The colour of people who are away on some weekends.
const AWAY: Colour = Colour::Series(4);

fn of_contract(group: &GroupRoster, fairness: &Fairness, weekends: usize) -> Panel {
    let own: Vec<&PersonRoster> = group.people.iter().filter(|person| person.contract == fairness.contract).collect();
    let count = |worked: usize, all: bool| {
        own.iter().filter(|person| person.weekends == worked && (person.weekends_open == weekends) == all).count()
            as f64
    };
    let most = (0..=weekends).map(|worked| count(worked, true) + count(worked, false)).fold(1.0, f64::max);
    let mut marks = Vec::new();
    for worked in 0..=weekends {
        let (x, whole, part) = (worked as f64, count(worked, true), count(worked, false));
        marks.push(Mark::Bar([(x - 0.35, 0.0), (x + 0.35, whole)], Colour::Main, String::new()));
        if part > 0.0 {
            marks.push(Mark::Bar([(x - 0.35, whole), (x + 0.35, whole + part)], AWAY, String::new()));
        }
        if whole + part > 0.0 {
            marks.push(Mark::Text((x, whole + part), Colour::Ink, Side::Middle, wording::number(whole + part, 0)));
        }
    }
    let granted = fairness.wishes_granted.map_or_else(
        || "no wishes".into(),
        |share| format!("{} of wishes granted, by weight", wording::percent(share)),
    );
    Panel {
        heading: fairness.contract.clone(),
        note: format!("{} people; {granted}", fairness.people),
        x: super::Axis {
            name: "weekends worked".into(),
            from: -0.5,
            to: weekends as f64 + 0.5,
            ticks: (0..=weekends).map(|worked| (worked as f64, worked.to_string())).collect(),
        },
        y: axis::quantity(Language::English, Kind::Count, "people", (0.0, most * 1.2), 5),
        marks,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

fn fair(all: &[(&GroupRoster, &Fairness)]) -> String {
    let widest = all.iter().map(|(_, fairness)| fairness).max_by_key(|f| f.weekends.1 - f.weekends.0);
    let spread = widest.map_or(0, |fairness| fairness.weekends.1 - fairness.weekends.0);
    let people = || all.iter().flat_map(|(group, _)| &group.people);
    let (granted, wishes) = people().fold((0.0, 0.0), |sum, p| (sum.0 + p.wishes_granted, sum.1 + p.wishes));
    let shares = match (spread, widest) {
        (0, _) => "Within each contract everybody works as many weekends".to_owned(),
        (1, _) => "Within each contract nobody works more than one weekend more than anybody else".to_owned(),
        (n, Some(widest)) => format!("Weekends differ by up to {n} among people of {}", widest.contract),
        (_, None) => "Nobody works".to_owned(),
    };
    let wished = if wishes > 0.0 {
        format!("; {} of wishes are granted, by weight", wording::percent(granted / wishes))
    } else {
        String::new()
    };
    shares + &wished
}
