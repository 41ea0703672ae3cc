//! Contacts of every day by interval, with the profile fitted to them, one panel a class of weekdays.

use super::super::{Axis, Chart, Colour, Dash, Mark, Panel, Side, Sign, axis, interval_name};
use super::{LANGUAGE, key};
use crate::fit::{DayCounts, FittedCentre, FittedType, Outlier, WeekdayClass, Which, day_counts};
use crate::history::{Log, date_of};
use crate::report::fit::words::weekdays;
use crate::report::wording::{Kind, number};
use crate::units::{DAY, time_of_day};

/// More days than this are drawn as a range.
const MOST_DAYS: usize = 60;
/// The part of many days that the range leaves out at each end.
const ASIDE: f64 = 0.05;

/// The chart; none where nothing is open.
pub(super) fn chart(centre: &FittedCentre, one: &FittedType, log: &Log) -> Option<Chart> {
    let (days, _) = day_counts(log, Which::Kind(one.kind), centre.interval, &one.hours);
    let open = one.arrivals.classes.iter().flat_map(|class| {
        class.profile.iter().enumerate().filter(|(_, mean)| mean.is_some()).map(|(place, _)| place as f64)
    });
    let (first, last) = open.fold((f64::INFINITY, 0.0_f64), |(a, b), place| (a.min(place), b.max(place + 1.0)));
    let count = one.arrivals.classes.len();
    let columns = count.min(if count == 4 { 2 } else { 3 });
    let x = Axis {
        name: "time of arrival".into(),
        ..axis::time(LANGUAGE, first * centre.interval, (last * centre.interval).min(DAY), 14 / columns.max(1) + 2)
    };
    let most = days.iter().flat_map(|day| day.counts.iter().flatten()).max().copied().unwrap_or(1);
    let y = axis::quantity(LANGUAGE, Kind::Count, &per_interval(centre), (0.0, f64::from(most.max(1))), 5);
    let panel = |class: &WeekdayClass| panel(one, class, &days, centre.interval, (&x, &y));
    let panels: Vec<Panel> = one.arrivals.classes.iter().map(panel).collect();
    panels.first()?;
    let rows = panels.len().div_ceil(columns);
    Some(Chart {
        name: "arrivals",
        title: title(centre, one),
        subtitle: format!(
            "{}: {} on each day of the log, and their mean by class of weekdays with its 95 % band. Single days vary more \
             than their mean is uncertain{}",
            one.name,
            per_interval(centre),
            if one.redialled.iter().any(|share| *share > 0.0) { "; who tries again is among them here" } else { "" },
        ),
        height: 380 + 320 * rows as u32,
        keys: keys(one, days.len()),
        columns,
        panels,
    })
}

fn per_interval(centre: &FittedCentre) -> String {
    format!("contacts in {} min", number(centre.interval / 60.0, 0))
}

/// `812 contacts a day (Sun–Thu), 340 (Fri); busiest at 10:00 with 61 a half-hour; ...`.
fn title(centre: &FittedCentre, one: &FittedType) -> String {
    let mut classes: Vec<&WeekdayClass> = one.arrivals.classes.iter().collect();
    classes.sort_by(|a, b| b.per_day.value().total_cmp(&a.per_day.value()));
    let all = classes.len() == 1;
    let name = |(place, class): (usize, &&WeekdayClass)| {
        let unit = if place == 0 { " contacts a day" } else { "" };
        let days = if all { String::new() } else { format!(" ({})", weekdays(&class.weekdays)) };
        format!("{}{unit}{days}", number(class.per_day.value(), 0))
    };
    let more = if classes.len() > 4 { ", …" } else { "" };
    let per_day = classes.iter().enumerate().take(4).map(name).collect::<Vec<_>>().join(", ");
    let means = classes.iter().flat_map(|class| class.profile.iter().enumerate());
    let peak =
        means.filter_map(|(place, mean)| Some((place, mean.as_ref()?.value()))).max_by(|a, b| a.1.total_cmp(&b.1));
    let peak = peak.map_or_else(String::new, |(place, mean)| {
        let digits = usize::from(mean < 10.0);
        let at = time_of_day(place as f64 * centre.interval);
        format!("; at most {} a {}, at {at}", number(mean, digits), interval_name(centre.interval))
    });
    let cv = one.arrivals.busy_cv.value();
    let busy = match cv {
        cv if cv < 0.005 => "; whole days vary as chance alone has them".to_owned(),
        cv => format!("; whole days vary by {} % beyond chance", number(cv * 100.0, 0)),
    };
    format!("{per_day}{more}{peak}{busy}")
}

fn keys(one: &FittedType, days: usize) -> Vec<super::Key> {
    let mut keys = vec![key(Sign::Band, Colour::Main, "mean, with its 95 % band")];
    keys.push(match days > MOST_DAYS {
        true => key(Sign::Line(Dash::Hair), Colour::Series(5), "nine in ten days lie between"),
        false => key(Sign::Line(Dash::Hair), Colour::Series(5), "a day"),
    });
    if !one.arrivals.outliers.is_empty() {
        let what = if one.arrivals.outliers_left_out {
            "a day unlike the others, left out"
        } else {
            "a day unlike the others"
        };
        keys.push(key(Sign::Line(Dash::Short), Colour::Alarm, what));
    }
    keys
}

fn panel(one: &FittedType, class: &WeekdayClass, days: &[DayCounts], interval: f64, axes: (&Axis, &Axis)) -> Panel {
    let middle = |place: usize| (place as f64 + 0.5) * interval;
    let outlier = |day: &DayCounts| one.arrivals.outliers.iter().find(|outlier| outlier.day == day.number);
    let of_class: Vec<&DayCounts> = days.iter().filter(|day| class.weekdays.contains(&day.weekday)).collect();
    let usual: Vec<&DayCounts> = of_class.iter().copied().filter(|day| outlier(day).is_none()).collect();
    let line = |day: &DayCounts| -> Vec<(f64, f64)> {
        let open = day.counts.iter().enumerate();
        open.filter_map(|(place, count)| Some((middle(place), f64::from((*count)?)))).collect()
    };
    let mut marks: Vec<Mark> = match days.len() > MOST_DAYS {
        true => range(&usual)
            .into_iter()
            .map(|ends| hair(ends.into_iter().map(|(p, y)| (middle(p), y)).collect()))
            .collect(),
        false => usual.iter().map(|day| hair(line(day))).collect(),
    };
    let means = || class.profile.iter().enumerate().filter_map(|(place, mean)| Some((middle(place), mean.as_ref()?)));
    let ends = |(x, mean): (f64, &crate::fit::Fitted)| {
        let [low, high] = mean.estimate.ci95?;
        Some((x, low, high.min(axes.1.to)))
    };
    marks.push(Mark::Band(means().filter_map(ends).collect(), Colour::Main));
    marks.push(Mark::Line(means().map(|(x, mean)| (x, mean.value())).collect(), Colour::Main, Dash::Solid));
    for day in of_class {
        let Some(outlier) = outlier(day) else { continue };
        marks.push(Mark::Line(line(day), Colour::Alarm, Dash::Short));
        marks.push(named(day, outlier, interval, axes.0));
    }
    let several = one.arrivals.classes.len() > 1;
    Panel {
        heading: if several { weekdays(&class.weekdays) } else { "all open days".into() },
        note: format!("{} a day, {} days", Kind::Count.show(Some(&class.per_day.estimate)), class.days),
        x: axes.0.clone(),
        y: axes.1.clone(),
        marks,
        weight: 1.0,
        ..Panel::default()
    }
}

fn hair(points: Vec<(f64, f64)>) -> Mark {
    Mark::Line(points, Colour::Series(5), Dash::Hair)
}

/// The date of a day unlike the others, where it is least like them.
fn named(day: &DayCounts, outlier: &Outlier, interval: f64, x: &Axis) -> Mark {
    let stretch = outlier.from..outlier.to.min(day.counts.len());
    let count = |place: usize| day.counts[place].unwrap_or(0);
    let place = stretch.max_by_key(|place| count(*place)).unwrap_or(outlier.from);
    let at = ((place as f64 + 0.5) * interval, f64::from(day.counts.get(place).copied().flatten().unwrap_or(0)));
    let side = if at.0 > f64::midpoint(x.from, x.to) { Side::Left } else { Side::Right };
    Mark::Text(at, Colour::Alarm, side, date_of(outlier.day).strftime("%-d %b").to_string())
}

/// The low and the high end of most days, by interval.
fn range(days: &[&DayCounts]) -> Vec<Vec<(usize, f64)>> {
    let places = days.iter().map(|day| day.counts.len()).max().unwrap_or(0);
    let sorted = |place: usize| {
        let mut counts: Vec<u32> = days.iter().filter_map(|day| day.counts.get(place).copied().flatten()).collect();
        counts.sort_unstable();
        counts
    };
    let end = |share: f64| {
        let at = |place: usize| {
            let counts = sorted(place);
            let last = counts.len().checked_sub(1)?;
            Some((place, f64::from(counts[(share * last as f64).round() as usize])))
        };
        (0..places).filter_map(at).collect()
    };
    vec![end(ASIDE), end(1.0 - ASIDE)]
}
