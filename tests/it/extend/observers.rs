//! Custom observers: the time average of the queue is Little's law and the results' own figure, to rounding; its
//! distribution is the birth-death process's; replications come in order, whoever computed them.

use std::sync::atomic::{AtomicBool, Ordering};

use holdline::engine::{AgentId, Contact, GroupId, Model, Observer};
use holdline::experiment::observe;
use holdline::scenario::{Arrivals, Law, Scenario};
use holdline::stats::RatioMoments;

use super::examples::custom_observer::QueueLength;
use super::{assert_near, figures_of, on_threads};
use crate::centre::{calls, one_queue};
use crate::tolerance::ROUNDING;

/// A queue of callers who lose patience.
fn erlang_a(duration: f64, replications: u32) -> Scenario {
    let mut contact = calls("calls", Arrivals::PerHour(360.0), Law::Exponential { mean: 100.0 });
    contact.patience = Some(Law::Exponential { mean: 150.0 });
    let mut scenario = one_queue(duration, contact, 9);
    scenario.run.replications = replications;
    scenario
}

/// The integral of the queue over the clock, up to a time.
struct Area {
    end: f64,
    since: f64,
    waiting: f64,
    area: f64,
    /// Times were told in their order.
    in_order: bool,
}

impl Area {
    fn until(end: f64) -> Self {
        Self { end, since: 0.0, waiting: 0.0, area: 0.0, in_order: true }
    }

    fn change(&mut self, now: f64, by: f64) {
        self.in_order &= now >= self.since || now > self.end;
        let now = now.min(self.end);
        self.area += self.waiting * (now - self.since);
        self.since = now;
        self.waiting += by;
    }
}

impl Observer for Area {
    fn arrived(&mut self, contact: &Contact) {
        self.change(contact.arrived, 1.0);
    }
    fn answered(&mut self, _contact: &Contact, _agent: AgentId, _group: GroupId, now: f64) {
        self.change(now, -1.0);
    }
    fn abandoned(&mut self, _contact: &Contact, now: f64) {
        self.change(now, -1.0);
    }
}

/// The integral over all replications, and whether all was told in order.
fn area(model: &Model, scenario: &Scenario, end: f64) -> (f64, bool) {
    let (mut area, mut in_order) = (0.0, true);
    let range = 0..scenario.run.replications;
    observe(
        model,
        scenario.run.seed,
        range,
        &AtomicBool::new(false),
        || Area::until(end),
        |_, mut seen| {
            seen.change(end, 0.0);
            area += seen.area;
            in_order &= seen.in_order;
        },
    );
    (area, in_order)
}

fn assert_close(one: f64, other: f64, what: &str) {
    assert!((one - other).abs() <= ROUNDING * one.abs(), "{what}: {one} and {other}");
}

#[test]
fn the_time_average_of_the_queue_is_littles_law() {
    let scenario = erlang_a(40_000.0, 12);
    let model = Model::new(&scenario).in_order();
    let result = figures_of(&scenario, &model).contacts["calls"].clone();
    let replications = f64::from(scenario.run.replications);
    // Inside the horizon it is the results' own time average.
    let (inside, in_order) = area(&model, &scenario, model.horizon);
    assert!(in_order);
    assert_close(inside, result.mean_queue.unwrap().value * model.horizon * replications, "mean queue");
    // To the end of all waits it is the sum of the waits: L = lambda W, on every path.
    let (all, _) = area(&model, &scenario, 1e9);
    let contacts = (result.answered.unwrap().value + result.abandoned.unwrap().value) * replications;
    assert_close(all, result.mean_wait.unwrap().value * contacts, "Little");
}

#[test]
fn in_order_changes_when_it_is_told_and_nothing_else() {
    let scenario = erlang_a(40_000.0, 12);
    let plain = Model::new(&scenario);
    assert!(!area(&plain, &scenario, plain.horizon).1, "abandonments are told late without it");
    let late = figures_of(&scenario, &plain).contacts["calls"].clone();
    let prompt = figures_of(&scenario, &plain.in_order()).contacts["calls"].clone();
    assert_eq!(late.answered, prompt.answered);
    assert_eq!(late.abandoned, prompt.abandoned);
    assert_eq!(late.wait_percentiles, prompt.wait_percentiles);
    assert_close(late.mean_wait.unwrap().value, prompt.mean_wait.unwrap().value, "mean wait");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_queue_has_its_exact_distribution() {
    // M/M/2+M: births of rate lambda, deaths of rate min(j, 2) mu + (j - 2)+ theta (Garnett, Mandelbaum and Reiman, MSOM
    // 4, 2002).
    let (lambda, mu, theta) = (0.1, 1.0 / 20.0, 1.0 / 30.0);
    let mut weights = vec![1.0];
    for j in 1..400_u32 {
        let deaths = f64::from(j.min(2)) * mu + f64::from(j.saturating_sub(2)) * theta;
        weights.push(weights[j as usize - 1] * lambda / deaths);
    }
    let all: f64 = weights.iter().sum();
    let exact = |k: usize| if k == 0 { weights[..=2].iter().sum::<f64>() / all } else { weights[2 + k] / all };
    let mut contact = calls("calls", Arrivals::PerHour(360.0), Law::Exponential { mean: 20.0 });
    contact.patience = Some(Law::Exponential { mean: 30.0 });
    let mut scenario = one_queue(1_000_000.0, contact, 2);
    scenario.horizon.warm_up.0 = 3000.0;
    let model = Model::new(&scenario).in_order();
    let mut shares = [RatioMoments::default(); 4];
    let window = (model.warm_up, model.horizon);
    let begin = || QueueLength::new(window);
    observe(&model, 3, 0..100, &AtomicBool::new(false), begin, |_, mut seen| {
        seen.until(window.1);
        shares.iter_mut().zip(seen.seconds).for_each(|(share, s)| share.push((s, window.1 - window.0)));
    });
    let figures: Vec<_> =
        shares.iter().enumerate().map(|(k, share)| ("share of the time", share.ratio(), exact(k))).collect();
    assert_near(&figures, 100);
}

/// The first contact's time.
#[derive(Default)]
struct First(Option<f64>);

impl Observer for First {
    fn arrived(&mut self, contact: &Contact) {
        self.0.get_or_insert(contact.arrived);
    }
}

#[test]
fn replications_are_handed_over_in_order_on_any_number_of_threads() {
    let scenario = erlang_a(5_000.0, 1);
    let model = Model::new(&scenario);
    let seen = |threads| {
        on_threads(threads, || {
            let mut seen = Vec::new();
            let all =
                observe(&model, 1, 3..90, &AtomicBool::new(false), First::default, |n, first| seen.push((n, first.0)));
            assert!(all);
            seen
        })
    };
    let one = seen(1);
    assert_eq!(one.iter().map(|(n, _)| *n).collect::<Vec<_>>(), (3..90).collect::<Vec<_>>());
    assert_eq!(one, seen(2));
    assert_eq!(one, seen(7));
}

#[test]
fn who_cancels_keeps_a_prefix() {
    let scenario = erlang_a(5_000.0, 1);
    let model = Model::new(&scenario);
    let (cancel, mut seen) = (AtomicBool::new(false), Vec::new());
    let all = observe(&model, 1, 0..1000, &cancel, First::default, |n, _| {
        seen.push(n);
        cancel.store(n >= 20, Ordering::Relaxed);
    });
    assert!(!all && seen.len() > 20 && seen.len() < 1000, "{}", seen.len());
    assert!(seen.iter().enumerate().all(|(place, n)| place as u32 == *n));
}
