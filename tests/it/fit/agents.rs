//! Agents on duty, differences between them, and opening hours.

use holdline::fit::{DaySpan, Duty, DutyRule, Handled, Waited, agent_differences, opening_hours};
use holdline::sampling::Sampler;
use holdline::scenario::Law;

use super::{REPETITIONS, assert_coverages, stream};

fn handled(agent: u32, kind: usize, from: f64, until: f64) -> Handled {
    Handled { agent, kind, from, until }
}

fn waited(kind: usize, from: f64, until: f64) -> Waited {
    Waited { kind, from, until, deferred: false }
}

/// The duty of all that is handled.
fn duty(handled: &[Handled], waits: &[Waited]) -> Duty {
    holdline::fit::duty(handled, waits, DutyRule::default(), (f64::NEG_INFINITY, f64::INFINITY))
}

#[test]
fn a_gap_is_an_absence_only_while_somebody_waits() {
    let own = [handled(1, 0, 0.0, 100.0), handled(1, 0, 200.0, 300.0), handled(1, 0, 900.0, 1_000.0)];
    let spans = |waits: &[Waited]| {
        let found = duty(&own, waits);
        found.stretches.iter().map(|stretch| (stretch.from, stretch.until)).collect::<Vec<_>>()
    };
    assert_eq!(spans(&[]), [(0.0, 1_000.0)], "nobody waited");
    assert_eq!(spans(&[waited(0, 500.0, 520.0)]), [(0.0, 1_000.0)], "twenty seconds are nothing");
    assert_eq!(spans(&[waited(0, 500.0, 520.0), waited(0, 600.0, 615.0)]), [(0.0, 300.0), (900.0, 1_000.0)]);
    assert_eq!(spans(&[waited(0, 500.0, 520.0), waited(0, 505.0, 522.0)]), [(0.0, 1_000.0)], "two at once count once");
    assert_eq!(spans(&[waited(1, 500.0, 800.0)]), [(0.0, 1_000.0)], "a type that this agent does not take");
    assert_eq!(spans(&[waited(0, 100.0, 200.0)]), [(0.0, 1_000.0)], "a short gap");
}

#[test]
fn staff_counts_in_part_and_by_skills() {
    let mut own = vec![handled(1, 0, 0.0, 100.0), handled(1, 0, 800.0, 900.0)];
    own.extend([handled(2, 1, 300.0, 400.0), handled(2, 0, 1_000.0, 1_100.0), handled(2, 0, 1_200.0, 1_500.0)]);
    own.push(handled(2, 1, 1_550.0, 1_600.0));
    let found = duty(&own, &[]);
    assert_eq!(found.groups(), [0b01, 0b11]);
    let value =
        |group| found.staff(group, &[0, 1], &[0.0, 600.0, 1_200.0]).iter().map(|on| on.value()).collect::<Vec<_>>();
    // Agent 1 for 0..1250 (the last contact ended at 900, the day at 1600), agent 2 for 150..1600 (the first contact came at 300 and did not wait, the day began at 0); two
    // days, on one of which nobody was there.
    assert_eq!(value(Some(0b01)), [0.5, 0.5]);
    assert_eq!(value(Some(0b11)), [0.375, 0.5]);
    assert_eq!(value(None), [0.875, 1.0]);
    let [low, high] = found.staff(None, &[0, 1], &[0.0, 600.0])[0].estimate.ci95.unwrap();
    assert!(low == 0.0 && high > 5.0, "two days tell little: {low} {high}");
}

#[test]
fn turns_are_told_by_rests_and_not_by_the_calendar() {
    const HOUR: f64 = 3_600.0;
    // Two nights from ten to six, a contact every half hour, and somebody else all the time.
    let night = |day: f64| {
        (0..16).map(move |half| {
            let from = day * 24.0 * HOUR + 22.0 * HOUR + f64::from(half) * 0.5 * HOUR;
            handled(1, 0, from, from + 600.0)
        })
    };
    let always = (0..150).map(|half| handled(2, 0, f64::from(half) * 0.5 * HOUR, f64::from(half) * 0.5 * HOUR + 60.0));
    let own: Vec<Handled> = night(0.0).chain(night(1.0)).chain(always).collect();
    let hours = |found: &Duty| -> Vec<(f64, f64)> {
        let first = found.stretches.iter().filter(|stretch| stretch.agent == 1);
        first.map(|stretch| (stretch.from / HOUR, stretch.until / HOUR)).collect()
    };
    // Half of half an hour before the first contact, which nobody waited for, and after the last, which ended at 5:40.
    let (ready, end) = (0.25, 7.5 + 1.0 / 6.0 + 0.25);
    let close = |seen: &[(f64, f64)], wanted: &[(f64, f64)]| {
        assert_eq!(seen.len(), wanted.len(), "{seen:?}");
        let off = seen.iter().zip(wanted).map(|(a, b)| (a.0 - b.0).abs().max((a.1 - b.1).abs()));
        assert!(off.fold(0.0, f64::max) < 1e-9, "{seen:?}");
    };
    let whole = duty(&own, &[]);
    close(&hours(&whole), &[(22.0 - ready, 22.0 + end), (46.0 - ready, 46.0 + end)]);
    // The second day alone: the first night from midnight on, the second to its end.
    let of_day = holdline::fit::duty(&own, &[], DutyRule::default(), (24.0 * HOUR, 48.0 * HOUR));
    close(&hours(&of_day), &[(24.0, 22.0 + end), (46.0 - ready, 46.0 + end)]);
    let staff = whole.staff(None, &[1], &[0.0, 4.0 * HOUR, 12.0 * HOUR, 20.0 * HOUR]);
    let seen: Vec<f64> = staff.iter().map(|on| on.value()).collect();
    assert!((seen[0] - 2.0).abs() < 1e-9 && (seen[2] - 1.0).abs() < 1e-9, "{seen:?}");
}

#[test]
fn after_contact_work_is_seen_while_somebody_waits() {
    let own = [handled(1, 0, 0.0, 100.0), handled(1, 0, 112.0, 200.0), handled(1, 0, 290.0, 300.0)];
    let found = duty(&own, &[waited(0, 50.0, 112.0), waited(0, 150.0, 230.0)]);
    let points: Vec<_> = found.after_contact.points().iter().map(|p| (p.time, p.events, p.censored)).collect();
    assert_eq!(points, [(12.0, 1.0, 0.0), (30.0, 0.0, 1.0)]);
}

#[test]
fn the_intervals_hold_the_differences_between_agents() {
    let mut hits = 0.0;
    assert_coverages(&["cv of agents", "mean"], &[0.2, 180.0], |repetition| {
        let mut numbers = stream("agents", repetition);
        let (skill, work) = (Law::Gamma { mean: 180.0, cv: 0.2 }, Law::Lognormal { mean: 1.0, cv: 1.0 });
        let (skill, work) = (Sampler::new(&skill), Sampler::new(&work));
        let true_means: Vec<f64> = (0..25).map(|_| skill.draw(&mut numbers)).collect();
        let times = true_means.iter().enumerate().flat_map(|(agent, mean)| {
            let number = 60 + 10 * agent;
            (0..number).map(|_| (agent as u32, mean * work.draw(&mut numbers))).collect::<Vec<_>>()
        });
        let found = agent_differences(times, 30).unwrap();
        let inside = found.agents.iter().zip(&true_means).filter(|(agent, truth)| agent.expected.covers(**truth));
        hits += inside.count() as f64 / 25.0 / f64::from(REPETITIONS);
        vec![found.cv, found.mean]
    });
    // The agents' own intervals: 5,000 that share a mean and a variance.
    assert!((0.91..0.98).contains(&hits), "{hits}");
}

#[test]
fn agents_who_do_not_differ_are_all_the_same() {
    let found = (0..100).filter_map(|repetition| {
        let mut numbers = stream("same agents", repetition);
        let work = Sampler::new(&Law::Exponential { mean: 100.0 });
        let times: Vec<(u32, f64)> = (0..2_000).map(|call| (call % 20, work.draw(&mut numbers))).collect();
        agent_differences(times, 50)
    });
    let (sum, zero) = found.fold((0.0, 0), |(sum, zero), found| {
        (sum + found.cv.value(), zero + u32::from(found.cv.estimate.ci95.is_some_and(|ci| ci[0] == 0.0)))
    });
    // The lower end is 0 in 97.5 % of cases: 92 or more of 100 with a chance of 0.998.
    assert!(sum / 100.0 < 0.05 && zero >= 92, "{sum} {zero}");
    assert_eq!(agent_differences([(1, 3.0), (1, 4.0)], 2), None);
    assert_eq!(agent_differences([], 2), None);
}

#[test]
fn opening_hours_survive_stray_calls() {
    let hour = 3_600.0;
    let day = |weekday, first: f64, last: f64| DaySpan { weekday, span: Some((first * hour, last * hour)) };
    let mut days =
        vec![day(0, 7.01, 23.9), day(0, 6.98, 24.01), day(0, 3.4, 23.7), day(0, 7.05, 23.95), day(0, 7.1, 23.8)];
    days.extend([None, None, Some((50_000.0, 50_100.0))].map(|span| DaySpan { weekday: 5, span }));
    let found = opening_hours(&days, 1_800.0);
    assert_eq!(found.iter().map(|hours| (hours.weekday, hours.days)).collect::<Vec<_>>(), [(0, 5), (5, 3)]);
    assert_eq!(found[0].open, Some((7.0 * hour, 24.0 * hour)));
    assert_eq!(found[1].open, None);
    assert_eq!(found.iter().map(|hours| hours.agreeing.value()).collect::<Vec<_>>(), [0.8, 2.0 / 3.0]);
    assert_eq!(opening_hours(&[], 1_800.0), []);
    // A day with one contact, at a point of the grid.
    assert_eq!(opening_hours(&[day(2, 8.0, 8.0)], 1_800.0)[0].open, Some((8.0 * hour, 8.5 * hour)));
}

#[test]
fn hours_go_on_over_midnight_where_the_night_is_hardly_silent() {
    let hour = 3_600.0;
    let day = |weekday, first: f64, last: f64| DaySpan { weekday, span: Some((first * hour, last * hour)) };
    // Monday from eight, Tuesday all day, Wednesday until six; night hours with a contact an hour.
    let days: Vec<DaySpan> = (0..4).flat_map(|_| [day(0, 8.05, 23.2), day(1, 0.7, 23.4), day(2, 0.6, 17.9)]).collect();
    let open: Vec<_> = opening_hours(&days, 1_800.0).iter().map(|hours| hours.open.unwrap()).collect();
    assert_eq!(open, [(8.0 * hour, 24.0 * hour), (0.0, 24.0 * hour), (0.0, 18.0 * hour)]);
}
