//! The risk of missing the promises, week by week.

use super::{called, weeks};
use crate::report::language::Language;
use crate::report::plot::{Chart, Colour, Dash, Key, Mark, Panel, Shape, Sign, axis};
use crate::report::wording::number;
use crate::season::SeasonDocument;
use crate::stats::Estimate;

/// The chart; none without weeks.
pub(super) fn chart(document: &SeasonDocument) -> Option<Chart> {
    let plan: Vec<Option<Estimate>> = document.weeks.iter().map(|week| risk(week.kept)).collect();
    let by_hand: Vec<Option<Estimate>> =
        document.by_hand.iter().flat_map(|by_hand| by_hand.kept.iter().map(|kept| risk(*kept))).collect();
    let allowed = 1.0 - document.probability;
    let ends = plan.iter().chain(&by_hand).flatten().filter_map(|risk| risk.ci95.map(|[_, high]| high));
    let most = ends.fold(1.5 * allowed, f64::max);
    let mut marks =
        vec![Mark::Line(vec![(-0.5, allowed), (plan.len() as f64 - 0.5, allowed)], Colour::Ink, Dash::Long)];
    marks.extend(dots(&by_hand, Colour::Alarm, Shape::Square, 0.14));
    marks.extend(dots(&plan, Colour::Main, Shape::Circle, if by_hand.is_empty() { 0.0 } else { -0.14 }));
    let dot = |shape, colour, text: String| Key { sign: Sign::Dot(shape, true), colour, text };
    let mut keys = vec![
        Key { sign: Sign::Line(Dash::Long), colour: Colour::Ink, text: format!("allowed: {}", percent(allowed)) },
        dot(Shape::Circle, Colour::Main, "the plan, with 95 % intervals".into()),
    ];
    keys.extend(document.by_hand.as_ref().map(|by_hand| dot(Shape::Square, Colour::Alarm, by_hand.file.clone())));
    Some(Chart {
        name: "season-risk",
        title: title(document)?,
        subtitle: format!(
            "{}: share of {} fresh seasons in which a week misses one of its promises",
            document.name, document.seasons
        ),
        height: 640,
        keys,
        columns: 1,
        panels: vec![Panel {
            x: weeks(document),
            y: axis::share(Language::English, "risk of missing a promise", (0.0, most), 6),
            marks,
            weight: 1.0,
            ..Panel::default()
        }],
    })
}

fn risk(kept: Option<Estimate>) -> Option<Estimate> {
    let kept = kept?;
    let ci95 = kept.ci95.map(|[low, high]| [1.0 - high, 1.0 - low]);
    Some(Estimate { value: 1.0 - kept.value, ci95, ..kept })
}

fn dots(risks: &[Option<Estimate>], colour: Colour, shape: Shape, aside: f64) -> Vec<Mark> {
    let known = || risks.iter().enumerate().filter_map(|(place, risk)| Some((place as f64 + aside, (*risk)?)));
    let whisker =
        |(x, risk): (f64, Estimate)| risk.ci95.map(|[low, high]| Mark::Whisker([(x, low), (x, high)], colour));
    let mut marks: Vec<Mark> = known().filter_map(whisker).collect();
    marks.push(Mark::Dots(known().map(|(x, risk)| (x, risk.value)).collect(), colour, shape, true));
    marks
}

fn percent(share: f64) -> String {
    format!("{} %", number(100.0 * share, 1))
}

fn title(document: &SeasonDocument) -> Option<String> {
    let kept = |week: &&crate::season::SeasonWeek| week.kept.map_or(1.0, |kept| kept.value);
    let worst = document.weeks.iter().min_by(|a, b| kept(a).total_cmp(&kept(b)))?;
    let risk = percent(1.0 - kept(&worst));
    let plan = if document.confirmed {
        format!("No week misses its promises more often than allowed: at most {risk}, in {}", called(worst))
    } else {
        format!("Some weeks may miss their promises more often than allowed: {risk} in {}", called(worst))
    };
    let missed = document.by_hand.as_ref().map(|by_hand| by_hand.missed.len());
    Some(match missed {
        Some(0) => format!("{plan}; by hand none for certain"),
        Some(weeks) => format!("{plan}; by hand {weeks} weeks do"),
        None => plan,
    })
}
