//! Need against people at work, week by week, a panel a group.

use super::{called, steps, weeks};
use crate::report::language::Language;
use crate::report::plot::{Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, axis};
use crate::report::wording::{Kind, number};
use crate::season::{Band, SeasonDocument};

/// More panels than this are too small to read.
const MOST: usize = 4;

/// The chart; none without weeks.
pub(super) fn chart(document: &SeasonDocument) -> Option<Chart> {
    let groups: Vec<&String> = document.weeks.first()?.groups.keys().take(MOST).collect();
    let panels: Vec<Panel> = groups.iter().map(|group| panel(document, group, groups.len() == 1)).collect();
    let line = |dash, colour, text: &str| Key { sign: Sign::Line(dash), colour, text: text.into() };
    let mut keys = vec![
        line(Dash::Long, Colour::Ink, "need"),
        Key { sign: Sign::Band, colour: Colour::Main, text: "at work: mean and range of nine seasons in ten".into() },
    ];
    keys.extend(
        document
            .by_hand
            .as_ref()
            .filter(|_| groups.len() == 1)
            .map(|by_hand| line(Dash::Short, Colour::Alarm, &format!("at work by {}", by_hand.file))),
    );
    keys.push(Key { sign: Sign::Dot(Shape::Triangle, true), colour: Colour::Series(2), text: "a class begins".into() });
    Some(Chart {
        name: "season-need",
        title: title(document)?,
        subtitle: format!(
            "{}: experienced people at work; overtime counts, beginners count by what they do, {} seasons",
            document.name, document.seasons
        ),
        height: (260 + 330 * panels.len() as u32).max(640),
        keys,
        columns: 1,
        panels,
    })
}

fn panel(document: &SeasonDocument, group: &str, alone: bool) -> Panel {
    let of = || document.weeks.iter().map(|week| &week.groups[group]);
    let at_work = steps(of().map(|week| week.at_work));
    let need: Vec<(f64, f64)> = of().enumerate().map(|(place, week)| (place as f64, week.need)).collect();
    let by_hand: Vec<(f64, Band)> = match &document.by_hand {
        Some(by_hand) if alone => steps(by_hand.at_work.iter().copied()),
        _ => Vec::new(),
    };
    let highs = at_work.iter().map(|(_, band)| band.range90[1]).chain(need.iter().map(|(_, need)| *need));
    let most = highs.chain(by_hand.iter().map(|(_, band)| band.mean.value)).fold(1.0, f64::max);
    let means = |bands: &[(f64, Band)]| bands.iter().map(|(x, band)| (*x, band.mean.value)).collect::<Vec<_>>();
    let band = at_work.iter().map(|(x, band)| (*x, band.range90[0], band.range90[1])).collect();
    let mut marks = vec![
        Mark::Band(band, Colour::Main),
        Mark::Line(means(&at_work), Colour::Main, Dash::Solid),
        Mark::Line(means(&by_hand), Colour::Alarm, Dash::Short),
        Mark::Line(need, Colour::Ink, Dash::Long),
    ];
    let classes = document.hires.iter().filter(|hire| hire.group == group);
    for hire in classes {
        let x = f64::from(hire.week) - 1.0;
        marks.push(Mark::Dots(vec![(x, 0.03 * most)], Colour::Series(2), Shape::Triangle, true));
        marks.push(Mark::Text(
            (x, 0.06 * most),
            Colour::Ink,
            crate::report::plot::Side::Middle,
            format!("+{}", hire.people),
        ));
    }
    Panel {
        heading: group.to_owned(),
        note: String::new(),
        x: weeks(document),
        y: axis::quantity(Language::English, Kind::Count, "experienced people", (0.0, most), 6),
        marks,
        points: Vec::new(),
        labels: Vec::new(),
        weight: 1.0,
    }
}

/// How many are hired, and where it is tightest.
fn title(document: &SeasonDocument) -> Option<String> {
    let hired: u32 = document.hires.iter().map(|hire| hire.people).sum();
    let classes = document.hires.len();
    let spare = |week: &&crate::season::SeasonWeek| {
        let of = |figure: &dyn Fn(&crate::season::GroupFigures) -> f64| week.groups.values().map(figure).sum::<f64>();
        of(&|group| group.at_work.map_or(0.0, |band| band.mean.value)) - of(&|group| group.need)
    };
    let tightest = document.weeks.iter().min_by(|a, b| spare(a).total_cmp(&spare(b)))?;
    let (gap, when) = (spare(&tightest), called(tightest));
    let who = match (hired, classes) {
        (0, _) => "Without a hire".to_owned(),
        (people, 1) => format!("With {people} people hired in one class"),
        (people, classes) => format!("With {people} people hired in {classes} classes"),
    };
    Some(if gap >= 0.05 {
        format!("{who} every week has the people that it needs; {when} is tightest, with {} to spare", number(gap, 1))
    } else if gap > -0.05 {
        format!("{who} every week has the people that it needs, {when} just so many")
    } else {
        format!("{who} {when} is {} people short of its need on average", number(-gap, 1))
    })
}
