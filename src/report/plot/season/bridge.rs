//! Heads by week: who is on their own, nesting and in training, who begins and who leaves.

use super::weeks;
use crate::report::language::Language;
use crate::report::plot::{Chart, Colour, Key, Mark, Panel, Sign, axis};
use crate::report::wording::{Kind, number};
use crate::season::{Band, GroupFigures, SeasonDocument, SeasonWeek};

/// A figure of a group in a week.
type Figure = fn(&GroupFigures) -> Option<Band>;

/// The stages, from the bottom of the stack to its top.
const STAGES: [(&str, Figure, Colour); 3] = [
    ("on their own", |group| group.productive, Colour::Main),
    ("nesting", |group| group.nesting, Colour::Series(4)),
    ("in training", |group| group.in_training, Colour::Series(3)),
];
const STARTERS: Colour = Colour::Series(2);
const LEAVERS: Colour = Colour::Alarm;
/// Half the width of a bar.
const HALF: f64 = 0.38;

/// The mean of a figure over all groups.
fn mean(week: &SeasonWeek, figure: Figure) -> f64 {
    week.groups.values().filter_map(figure).map(|band| band.mean.value).sum()
}

/// The chart; none without weeks.
pub(super) fn chart(document: &SeasonDocument) -> Option<Chart> {
    let (first, last) = (document.weeks.first()?, document.weeks.last()?);
    let bar = |colour, text: &str| Key { sign: Sign::Bar, colour, text: text.into() };
    let mut keys: Vec<Key> = STAGES.iter().map(|(name, _, colour)| bar(*colour, name)).collect();
    keys.extend([bar(STARTERS, "begin"), bar(LEAVERS, "leave")]);
    let sum = |figure: Figure| document.weeks.iter().map(|week| mean(week, figure)).sum::<f64>();
    let (starters, leavers) = (sum(|group| group.starters), sum(|group| group.leavers));
    let before = mean(first, |group| group.headcount) - mean(first, |group| group.starters);
    let after = mean(last, |group| group.headcount) - mean(last, |group| group.leavers);
    Some(Chart {
        name: "season-heads",
        title: format!(
            "{} people at the start, {} begin and {} leave: {} are there at the end",
            number(before, 0),
            number(starters, 0),
            number(leavers, 1),
            number(after, 1)
        ),
        subtitle: format!("{}: heads at the start of each week, means of {} seasons", document.name, document.seasons),
        height: 760,
        keys,
        columns: 1,
        panels: vec![heads(document), movements(document)],
    })
}

fn bar(x: f64, from: f64, to: f64, colour: Colour) -> Mark {
    Mark::Bar([(x - HALF, from), (x + HALF, to)], colour, String::new())
}

fn heads(document: &SeasonDocument) -> Panel {
    let (mut marks, mut most) = (Vec::new(), 1.0_f64);
    for (place, week) in document.weeks.iter().enumerate() {
        let mut from = 0.0;
        for (_, figure, colour) in STAGES {
            let heads = mean(week, figure);
            marks.extend((heads > 0.0).then(|| bar(place as f64, from, from + heads, colour)));
            from += heads;
        }
        most = most.max(from);
    }
    Panel {
        heading: "who is employed".into(),
        x: weeks(document),
        y: axis::quantity(Language::English, Kind::Count, "people", (0.0, most), 6),
        marks,
        weight: 2.0,
        ..Panel::default()
    }
}

fn movements(document: &SeasonDocument) -> Panel {
    let (mut marks, mut high, mut low) = (Vec::new(), 1.0_f64, 1.0_f64);
    for (place, week) in document.weeks.iter().enumerate() {
        let (starters, leavers) = (mean(week, |group| group.starters), mean(week, |group| group.leavers));
        let x = place as f64;
        marks.extend((starters > 0.0).then(|| bar(x, 0.0, starters, STARTERS)));
        marks.extend((leavers > 0.0).then(|| bar(x, -leavers, 0.0, LEAVERS)));
        (high, low) = (high.max(starters), low.max(leavers));
    }
    Panel {
        heading: "who begins, and who leaves at the end of the week".into(),
        x: weeks(document),
        y: axis::quantity(Language::English, Kind::Count, "people", (-low, high), 5),
        marks,
        weight: 1.2,
        ..Panel::default()
    }
}
