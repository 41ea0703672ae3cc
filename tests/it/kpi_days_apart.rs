//! Every interval of every day in its own cell says the same as the intervals of a day that the days share.

use holdline::engine::{Contact, JourneyId, Model, Observer, TypeId, simulate};
use holdline::kpi::{AgentTime, Counts, Feedback, Layout, Sample, Tally};
use holdline::sampling::Key;
use holdline::scenario::{Length, Scenario};
use holdline::units::{DAY, HOUR, Seconds};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::random_journeys::any_journeys;

/// One replication, and what it leaves behind where it is laid out so.
fn sample(scenario: &Scenario, layout: &Layout) -> Sample {
    let mut tally = Tally::new(layout);
    simulate(&Model::new(scenario), scenario.run.seed, 0, &mut tally);
    tally.take()
}

/// The counts, without the sums of times.
fn numbers(counts: &Counts) -> Counts {
    Counts { wait_answered: 0.0, wait_abandoned: 0.0, wait_closed: 0.0, wait_called_back: 0.0, ..*counts }
}

/// Sums in another order differ by rounding alone.
fn assert_close(one: f64, other: f64, what: &str) {
    assert!((one - other).abs() <= 1e-9 * one.abs().max(1.0), "{what}: {one} and {other}");
}

/// The cells of an interval of the day, over the days.
fn over_days(layout: &Layout, interval: usize) -> impl Iterator<Item = usize> {
    (interval..layout.intervals).step_by(layout.per_day)
}

fn assert_same_contacts(kind: usize, (folded, together): (&Layout, &Sample), (apart, days): (&Layout, &Sample)) {
    for interval in 0..folded.intervals {
        let (mut counts, mut feedback) = (Counts::default(), Feedback::default());
        over_days(apart, interval).for_each(|cell| counts.add(days.counts(apart, kind, cell)));
        over_days(apart, interval).for_each(|cell| feedback.add(&days.feedback(apart, kind, cell)));
        let (all, asked) = (together.counts(folded, kind, interval), together.feedback(folded, kind, interval));
        assert_eq!(numbers(&counts), numbers(all), "type {kind}, interval {interval}");
        assert_close(counts.wait_answered, all.wait_answered, "waits of the answered");
        assert_close(counts.wait_abandoned, all.wait_abandoned, "waits of the abandoned");
        assert_eq!(feedback.asked, asked.asked, "type {kind}, interval {interval}");
        assert_close(feedback.satisfied, asked.satisfied, "satisfied");
    }
    for day in 0..folded.days {
        let (sum, own) = (days.counts_of_day(apart, kind, day), together.counts_of_day(folded, kind, day));
        assert_eq!(numbers(&sum), numbers(&own), "type {kind}, day {day}");
        assert_close(sum.wait_answered, own.wait_answered, "waits of the answered of a day");
    }
}

fn assert_same_agents(group: usize, (folded, together): (&Layout, &Sample), (apart, days): (&Layout, &Sample)) {
    for interval in 0..folded.intervals {
        let sum = over_days(apart, interval).map(|cell| days.time(apart, group, cell)).fold(
            AgentTime::default(),
            |sum, time| AgentTime { busy: sum.busy + time.busy, logged_in: sum.logged_in + time.logged_in },
        );
        let all = together.time(folded, group, interval);
        assert_close(sum.busy, all.busy, "handling");
        assert_close(sum.logged_in, all.logged_in, "logged in");
    }
}

/// Compares the two layouts of a scenario of several days; how many contacts each day saw.
fn compared(scenario: &Scenario) -> Vec<u32> {
    let (folded, apart) = (Layout::new(scenario), Layout::day_by_day(scenario));
    assert_eq!(apart.intervals, folded.intervals * folded.days);
    let (together, days) = (sample(scenario, &folded), sample(scenario, &apart));
    for kind in 0..folded.types {
        assert_same_contacts(kind, (&folded, &together), (&apart, &days));
    }
    for group in 0..folded.groups {
        assert_same_agents(group, (&folded, &together), (&apart, &days));
    }
    let offered = |day| (0..folded.types).map(|kind| days.counts_of_day(&apart, kind, day).offered()).sum();
    (0..folded.days).map(offered).collect()
}

/// Draws the same centres each time.
fn runner() -> TestRunner {
    TestRunner::new(Config { rng_seed: RngSeed::Fixed(9), failure_persistence: None, ..Config::default() })
}

#[test]
fn days_apart_add_up_to_days_together() {
    let mut runner = runner();
    let several = any_journeys().prop_filter("several days", |scenario| Layout::new(scenario).days > 1);
    let (mut days, mut busy) = (0, 0);
    for _ in 0..60 {
        let offered = compared(&several.new_tree(&mut runner).unwrap().current());
        days += offered.len();
        busy += offered.iter().filter(|contacts| **contacts > 20).count();
    }
    assert!(days > 120 && busy > days / 2, "{busy} of {days} days say nothing");
}

#[test]
fn a_single_day_and_a_duration_are_laid_out_as_ever() {
    let mut runner = runner();
    let mut scenario = any_journeys().new_tree(&mut runner).unwrap().current();
    for length in [Length::Days(1), Length::Duration(Seconds(30.0 * HOUR))] {
        scenario.horizon.length = length;
        let (folded, apart) = (Layout::new(&scenario), Layout::day_by_day(&scenario));
        assert_eq!((apart.intervals, apart.per_day, apart.days), (folded.intervals, 0, folded.days));
    }
}

/// Which of the two intervals that meet at midnight has begun is the engine's to say; the day must agree with it.
#[test]
fn midnight_belongs_to_the_interval_that_the_engine_says() {
    let mut runner = runner();
    let mut scenario = any_journeys().new_tree(&mut runner).unwrap().current();
    scenario.horizon.length = Length::Days(3);
    scenario.horizon.warm_up = Seconds(0.0);
    let layout = Layout::day_by_day(&scenario);
    for (interval, cell) in [(layout.per_day - 1, layout.per_day - 1), (0, layout.per_day)] {
        let mut tally = Tally::new(&layout);
        let (kind, journey, key) = (TypeId(0), JourneyId::NONE, Key::new(0, 0));
        tally.blocked(&Contact { arrived: DAY, key, handling: 0.0, kind, interval: interval as u16, journey });
        let counted: Vec<usize> = (0..layout.intervals).filter(|cell| tally.cells[*cell].blocked > 0).collect();
        assert_eq!(counted, [cell]);
    }
}
