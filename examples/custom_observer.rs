//! A figure that the results do not have, by an observer: how long the queue is, and for what share of the time.
//! `cargo run --release --example custom_observer`
//!
//! The mean queue hides that it is nothing most of the time and a crowd for the rest. The observer keeps the time spent with
//! each number of contacts waiting; every replication is a pair (time so, time in all), and the ratio of their sums has the
//! error that all figures have.
#![allow(clippy::print_stdout)] // what an example says, it prints

use std::error::Error;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use holdline::engine::{AgentId, Contact, GroupId, Model, Observer};
use holdline::experiment::observe;
use holdline::scenario::load_text;
use holdline::stats::{Estimate, RatioMoments};

const CENTRE: &str = r#"
name = "one queue"
horizon = { duration = "24h", warm_up = "2h" }
run = { replications = 200, seed = 1 }

[contacts.calls]
channel = "voice"
arrivals = { per_hour = 300 }
handle = { exponential = { mean = "3min" } }
patience = { exponential = { mean = "5min" } }

[agents.team]
skills = ["calls"]
staff = 16
"#;

/// Queues of this length and longer are one.
pub(crate) const MANY: usize = 20;

/// The time spent with each number of contacts waiting, inside a window.
pub(crate) struct QueueLength {
    window: (f64, f64),
    since: f64,
    waiting: usize,
    /// Seconds with so many waiting; the last entry holds all above.
    pub(crate) seconds: [f64; MANY + 1],
}

impl QueueLength {
    pub(crate) fn new(window: (f64, f64)) -> Self {
        Self { window, since: window.0, waiting: 0, seconds: [0.0; MANY + 1] }
    }

    /// Accounts for the time since the last change.
    pub(crate) fn until(&mut self, now: f64) {
        let now = now.clamp(self.window.0, self.window.1);
        self.seconds[self.waiting.min(MANY)] += now - self.since;
        self.since = now;
    }

    fn leaves(&mut self, now: f64) {
        self.until(now);
        self.waiting -= 1;
    }
}

/// Who arrives waits, if only for no time at all, until answered or gone.
impl Observer for QueueLength {
    fn arrived(&mut self, contact: &Contact) {
        self.until(contact.arrived);
        self.waiting += 1;
    }
    fn answered(&mut self, _contact: &Contact, _agent: AgentId, _group: GroupId, now: f64) {
        self.leaves(now);
    }
    fn abandoned(&mut self, _contact: &Contact, now: f64) {
        self.leaves(now);
    }
}

/// The shares of the time with 0, 1, 2, ... contacts waiting, the last for all above.
pub(crate) fn shares() -> Result<Vec<Option<Estimate>>, Box<dyn Error>> {
    let scenario = load_text(Path::new("one-queue.toml"), CENTRE, &[]).map_err(|wrong| wrong.render(false))?.scenario;
    // In order: otherwise an abandonment may be told after later events, and this observer counts by the clock.
    let model = Model::new(&scenario).in_order();
    let (window, run) = ((model.warm_up, model.horizon), scenario.run);
    let mut shares = vec![RatioMoments::default(); MANY + 1];
    let fold = |_, mut observer: QueueLength| {
        observer.until(window.1);
        let parts = observer.seconds.iter().map(|seconds| (*seconds, window.1 - window.0));
        shares.iter_mut().zip(parts).for_each(|(share, part)| share.push(part));
    };
    let never = AtomicBool::new(false);
    observe(&model, run.seed, 0..run.replications, &never, || QueueLength::new(window), fold);
    Ok(shares.iter().map(RatioMoments::share).collect())
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    println!("waiting   share of the time");
    for (waiting, share) in shares()?.iter().enumerate() {
        let Some(Estimate { value, ci95: Some([low, high]), .. }) = share else { continue };
        println!("{waiting:>7}   {:6.2} %  ({:.2} to {:.2})", 100.0 * value, 100.0 * low, 100.0 * high);
    }
    Ok(())
}
