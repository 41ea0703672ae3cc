//! What the charts of a fit claim.

use holdline::fit::{Attempt, Ending, REDIAL_WITHIN, ReturnWindow, returns};
use holdline::report::plot::{Chart, Colour, Mark, Panel, fit_agents, fit_charts};
use holdline::units::DAY;

use super::{FITTED, Fitted, of_type};

fn charts() -> Vec<Chart> {
    fit_charts(&FITTED.centre, of_type(&FITTED, "sales"), &FITTED.log)
}

fn chart(name: &str) -> Chart {
    charts().into_iter().find(|chart| chart.name == name).unwrap_or_else(|| panic!("there is a chart {name}"))
}

fn texts(panel: &Panel) -> Vec<&str> {
    let mut texts = Vec::new();
    for mark in &panel.marks {
        if let Mark::Text(_, _, _, words) = mark {
            texts.push(words.as_str());
        }
    }
    texts
}

fn lines(panel: &Panel, of: Colour) -> Vec<&Vec<(f64, f64)>> {
    let mut lines = Vec::new();
    for mark in &panel.marks {
        if let Mark::Line(points, colour, _) = mark
            && *colour == of
        {
            lines.push(points);
        }
    }
    lines
}

#[test]
fn a_type_has_its_charts_and_they_can_be_drawn() {
    let names: Vec<&str> = charts().iter().map(|chart| chart.name).collect();
    assert_eq!(names[..4], ["arrivals", "handling", "patience", "hazard"]);
    for chart in charts().iter().chain(&fit_agents(&FITTED.centre, &FITTED.scenario)) {
        assert!(chart.svg().unwrap().contains("</svg>") && chart.png().unwrap().starts_with(b"\x89PNG"));
        assert!(chart.panels.iter().all(|panel| !panel.x.name.is_empty()), "{}: axes are named", chart.name);
    }
}

#[test]
fn every_day_is_drawn_and_the_surge_stands_out() {
    let chart = chart("arrivals");
    assert_eq!(chart.panels.len(), 1, "all weekdays are alike");
    let panel = &chart.panels[0];
    let surge = lines(panel, Colour::Alarm);
    assert_eq!((surge.len(), lines(panel, Colour::Series(5)).len()), (1, 14));
    assert_eq!(texts(panel), ["11 Mar"]);
    let top = surge[0].iter().copied().max_by(|a, b| a.1.total_cmp(&b.1)).unwrap();
    assert_eq!(top.0, 24.5 * 1800.0, "the middle of the half-hour from noon");
    assert!(chart.keys.iter().any(|key| key.text == "a day unlike the others, left out"));
    // The mean is that of the fourteen other days.
    let counted = |day: &holdline::history::Day| {
        FITTED.log.of_day(day).iter().filter(|contact| contact.kind == 0 && contact.time_of_day() < DAY).count()
    };
    let others = FITTED.log.days.iter().filter(|day| day.date.day() != 11);
    let mean = others.map(counted).sum::<usize>() as f64 / 14.0;
    assert!(chart.title.starts_with(&format!("{mean:.0} contacts a day; at most ")), "{mean}: {}", chart.title);
    assert!(panel.note.ends_with("a day, 14 days"), "{}", panel.note);
}

#[test]
fn bars_are_shares_and_the_spike_has_its_colour() {
    let chart = chart("handling");
    let bar = |mark: &Mark| if let Mark::Bar(ends, colour, _) = mark { Some((*ends, *colour)) } else { None };
    let bars: Vec<_> = chart.panels[0].marks.iter().filter_map(bar).collect();
    let area: f64 = bars.iter().map(|([from, to], _)| (to.0 - from.0) * (to.1 - from.1)).sum();
    // Zeros and the one in a thousand beyond the axis are missing.
    assert!((0.96..=1.0).contains(&area), "{area}");
    let spike = of_type(&FITTED, "sales").handling.talk.own.spike.as_ref().unwrap();
    for ([from, to], colour) in &bars {
        let middle = f64::exp2(f64::midpoint(from.0, to.0));
        assert_eq!(*colour == Colour::Series(4), middle < spike.cut_off, "{middle} s");
    }
    assert!(chart.title.ends_with("are a spike of very short ones"), "{}", chart.title);
    assert!(texts(&chart.panels[0])[0].starts_with("spike: below "));
    let best = lines(&chart.panels[0], Colour::Alarm);
    assert_eq!(best.len(), 1, "the best parametric law stands beside what was seen");
    let law: f64 = best[0].chunks(2).map(|ends| (ends[1].0 - ends[0].0) * ends[0].1).sum();
    assert!((law - (1.0 - spike.share.value())).abs() < 0.02, "{law}: the law is that of the others");
}

#[test]
fn patience_ends_where_it_was_seen() {
    let chart = chart("patience");
    let own = &of_type(&FITTED, "sales").patience.as_ref().unwrap().own;
    let panel = &chart.panels[0];
    let end = lines(panel, Colour::Quiet)[0][0].0;
    let seen = lines(panel, Colour::Main);
    assert!(seen[0].iter().all(|(x, y)| *x <= end && (0.0..=1.0).contains(y)));
    assert!(panel.x.to > end, "the law goes on beyond");
    assert!(seen[0][0].0 == 0.0 && seen[0][0].1 > 0.99, "hardly anybody leaves at once: {:?}", seen[0][0]);
    assert!((seen[0].last().unwrap().1 - own.unobserved).abs() < 0.02);
    assert_eq!(texts(panel).len(), 1);
    assert!(texts(panel)[0].starts_with("seen up to "));
    let naive = format!("not the {:.1} s that those who left had waited", own.naive_mean.value());
    assert!(chart.title.contains(&naive), "{naive}: {}", chart.title);
    assert!(chart.title.contains(" would wait longer than "), "a tenth or more was not seen: {}", chart.title);
    // The law of the scenario is near what was seen.
    let law = lines(panel, Colour::Ink)[0];
    for (seen, law) in seen[0].iter().zip(law) {
        assert!((seen.1 - law.1).abs() < 0.03, "{seen:?} {law:?}");
    }
}

#[test]
fn the_peak_after_ten_seconds_is_named() {
    let chart = chart("hazard");
    let named = texts(&chart.panels[0]);
    assert_eq!(named.len(), 1, "{named:?}");
    let seconds: f64 = named[0].trim().trim_end_matches(" s").parse().unwrap();
    assert!((9.0..=12.0).contains(&seconds), "{seconds}");
    assert_eq!(chart.title, format!("Customers leave most readily after {seconds} s of waiting"));
    let whiskers = chart.panels[0].marks.iter().filter(|mark| matches!(mark, Mark::Whisker(..))).count();
    assert_eq!(whiskers, lines(&chart.panels[0], Colour::Main).len(), "each bin has its interval");
}

#[test]
fn layers_of_agents_reach_the_mean_of_all_and_lie_between_the_days() {
    let Fitted { centre, scenario, .. } = &*FITTED;
    let chart = fit_agents(centre, scenario).unwrap();
    let staff = centre.staff.as_ref().unwrap();
    let panel = &chart.panels[0];
    let top = lines(panel, Colour::Series(staff.groups.len() - 1))[0];
    let ends = lines(panel, Colour::Ink);
    assert_eq!(ends.len(), 2);
    for (place, (x, mean)) in top.iter().enumerate() {
        let all: f64 =
            staff.groups.iter().map(|group| group.staff[0][((x - 1.0).max(0.0) / 1800.0) as usize].value()).sum();
        if place % 2 == 1 {
            assert!((all - mean).abs() < 1e-9, "{all} {mean}");
        }
        assert!(ends[0][place].1 <= mean + 1e-9 && *mean <= ends[1][place].1 + 1e-9);
    }
    let hours = staff.hours[0].value();
    assert!(
        panel.note.starts_with(&format!("{hours:.1} h")) || panel.note.starts_with(&format!("{hours:.0} h")),
        "{}",
        panel.note
    );
}

#[test]
fn redials_rise_to_the_share_of_those_who_try_again() {
    // Two of five come again, five minutes after they left; nobody comes for another reason.
    let attempt = |customer: u64, came: f64, ending| Attempt { customer, came, ended: came + 30.0, ending };
    let attempts = (0..500_u64).flat_map(|customer| {
        let first = attempt(customer, 40.0 * customer as f64, Ending::Abandoned);
        let again = (customer % 5 < 2).then(|| attempt(customer, first.ended + 300.0, Ending::Served));
        [Some(first), again].into_iter().flatten()
    });
    let window = ReturnWindow { within: REDIAL_WITHIN, background_days: 3, log_ends: 10.0 * DAY };
    let mut one = of_type(&FITTED, "sales").clone();
    one.redial = returns(&attempts.collect::<Vec<_>>(), Ending::Abandoned, window);
    let charts = fit_charts(&FITTED.centre, &one, &FITTED.log);
    let chart = charts.iter().find(|chart| chart.name == "redial").unwrap();
    assert!(
        chart.title.starts_with("40 % ± 4 of those who leave try again because of it, after 5.0 min"),
        "{}",
        chart.title
    );
    let panel = &chart.panels[0];
    let (again, end) = (lines(panel, Colour::Main)[0], lines(panel, Colour::Quiet)[1][0].0);
    let at_end = again.iter().rev().find(|(x, _)| *x <= end).unwrap();
    assert!((at_end.1 - 0.4).abs() < 1e-9 && again[0] == (0.0, 0.0), "{at_end:?}");
    assert_eq!(texts(panel), ["counted up to 2 h"]);
    one.redial = None;
    let without = fit_charts(&FITTED.centre, &one, &FITTED.log);
    assert!(without.iter().all(|chart| chart.name != "redial"));
}
