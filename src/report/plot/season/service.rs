//! Service, satisfaction and churn by week, with the range of nine seasons in ten.

use super::{called, steps, weeks};
use crate::report::language::Language;
use crate::report::plot::{Chart, Colour, Dash, Key, Mark, Panel, Sign, axis};
use crate::report::wording::Kind;
use crate::season::{Band, PromiseName, SeasonDocument};

/// What one panel shows.
struct Course {
    heading: String,
    kind: Kind,
    goal: Option<f64>,
    bands: Vec<(f64, Band)>,
}

/// More panels than this are too small to read.
const MOST: usize = 6;

/// The chart; none without figures.
pub(super) fn chart(document: &SeasonDocument) -> Option<Chart> {
    let promises = document.promises.iter().enumerate().map(|(place, name)| Course {
        heading: format!("{}: {}", name.contact, measure(name)),
        kind: kind(name),
        goal: Some(name.goal),
        bands: steps(document.weeks.iter().map(|week| week.promises[place])),
    });
    let customers = [
        ("satisfied customers", steps(document.weeks.iter().map(|week| week.satisfied))),
        ("customers who leave", steps(document.weeks.iter().map(|week| week.churn))),
    ];
    let customers =
        customers.map(|(heading, bands)| Course { heading: heading.into(), kind: Kind::Share, goal: None, bands });
    let courses: Vec<Course> = promises.chain(customers).filter(|course| !course.bands.is_empty()).take(MOST).collect();
    let panels: Vec<Panel> = courses.iter().map(|course| panel(document, course)).collect();
    let first = courses.first()?;
    let better =
        |value: f64| if first.goal.is_some() && document.promises[0].measure == "answer" { value } else { -value };
    let worst = first.bands.iter().min_by(|a, b| better(a.1.mean.value).total_cmp(&better(b.1.mean.value)))?;
    Some(Chart {
        name: "season-service",
        title: format!(
            "{} is {} on average in {}, the worst, and between {} and {} in nine seasons of ten",
            first.heading,
            first.kind.plain(worst.1.mean.value),
            called(&document.weeks[worst.0 as usize]),
            first.kind.plain(worst.1.range90[0]),
            first.kind.plain(worst.1.range90[1])
        ),
        subtitle: format!("{}: figures of each week, mean and range of nine seasons in ten", document.name),
        height: (240 + 190 * panels.len() as u32).max(640),
        keys: vec![
            Key { sign: Sign::Band, colour: Colour::Main, text: "mean and range of nine seasons in ten".into() },
            Key { sign: Sign::Line(Dash::Long), colour: Colour::Ink, text: "promised".into() },
        ],
        columns: 1,
        panels,
    })
}

fn kind(name: &PromiseName) -> Kind {
    if name.measure == "asa" { Kind::Duration } else { Kind::Share }
}

fn measure(name: &PromiseName) -> &'static str {
    match name.measure.as_str() {
        "answer" => "answered in time",
        "abandon" => "hang up",
        _ => "mean wait of the answered",
    }
}

fn panel(document: &SeasonDocument, course: &Course) -> Panel {
    let ends = || course.bands.iter().flat_map(|(_, band)| band.range90).chain(course.goal);
    let (low, high) = ends().fold((f64::INFINITY, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
    let air = 0.08 * (high - low).max(0.01);
    let range = ((low - air).max(0.0), high + air);
    let y = match course.kind {
        Kind::Share => axis::share(Language::English, "", (range.0, range.1.min(1.0)), 5),
        kind => axis::quantity(Language::English, kind, "", range, 5),
    };
    let band = course.bands.iter().map(|(x, band)| (*x, band.range90[0], band.range90[1])).collect();
    let mut marks = vec![
        Mark::Band(band, Colour::Main),
        Mark::Line(course.bands.iter().map(|(x, band)| (*x, band.mean.value)).collect(), Colour::Main, Dash::Solid),
    ];
    let end = document.weeks.len() as f64 - 0.5;
    marks.extend(course.goal.map(|goal| Mark::Line(vec![(-0.5, goal), (end, goal)], Colour::Ink, Dash::Long)));
    Panel { heading: course.heading.clone(), x: weeks(document), y, marks, weight: 1.0, ..Panel::default() }
}
