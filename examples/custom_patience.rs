//! A law of patience that no scenario file can say: `cargo run --release --example custom_patience`.
//!
//! Callers of a bank hang up when they are told how long it will take: the hazard of abandonment has a peak after each
//! announcement, near 10 s and near 60 s (Mandelbaum, Sakov and Zeltyn, "Empirical analysis of a call center", 2000). Here
//! the peaks are the higher the longer the queue that is announced. The same centre with the exponential law that has the
//! hazard between the peaks stands beside it, with the same customers.
#![allow(clippy::print_stdout)] // what an example says, it prints

use std::error::Error;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use holdline::engine::{CentreState, Contact, Model, Patience};
use holdline::experiment::{Options, Sinks, compare, run};
use holdline::kpi::{Layout, ResultDocument};
use holdline::report::{Language, tables, warnings};
use holdline::sampling::{Sampler, Stream};
use holdline::scenario::{Scenario, load_text};

const CENTRE: &str = r#"
name = "exponential"
horizon = { duration = "24h", warm_up = "2h" }
run = { replications = 100, seed = 1 }

[contacts.calls]
channel = "voice"
arrivals = { per_hour = 300 }
handle = { lognormal = { mean = "3min", cv = 1.2 } }
patience = { exponential = { mean = "5min" } }

[agents.team]
skills = ["calls"]
staff = 15
"#;

/// A constant hazard, and for five seconds after each announcement some more for every caller who is ahead.
struct Announcements {
    /// Hazard at any time, 1/s.
    base: f64,
    /// Added after an announcement, 1/s for each caller ahead.
    per_place: f64,
}

impl Patience for Announcements {
    fn name(&self) -> String {
        "peaks at 10 s and 60 s, higher with the announced place".into()
    }

    /// The time at which the hazard adds up to a standard exponential variate.
    fn draw(&self, contact: &Contact, centre: &CentreState<'_>, stream: &mut Stream) -> f64 {
        let told = self.base + self.per_place * f64::from(centre.queue_length(contact.kind));
        let mut left = Sampler::Exponential(1.0).draw(stream);
        let mut from = 0.0;
        for (to, hazard) in [(10.0, self.base), (15.0, told), (60.0, self.base), (65.0, told)] {
            if left < (to - from) * hazard {
                return from + left / hazard;
            }
            left -= (to - from) * hazard;
            from = to;
        }
        from + left / self.base
    }
}

/// The centre with the exponential law and with the other, with the same customers.
pub(crate) fn compared() -> Result<ResultDocument, Box<dyn Error>> {
    let plain = load_text(Path::new("bank.toml"), CENTRE, &[]).map_err(|wrong| wrong.render(false))?.scenario;
    let announced = Scenario { name: "announcements".into(), ..plain.clone() };
    let law = Announcements { base: 1.0 / 300.0, per_place: 0.002 };
    let scenarios = [plain, announced];
    let models = [Model::new(&scenarios[0]), Model::new(&scenarios[1]).with_patience("calls", law)?];
    let layouts = [Layout::new(&scenarios[0]), Layout::new(&scenarios[1])];
    let mut sinks = Sinks { progress: &|_, _| (), contacts: &mut |_, _, _| () };
    let outcomes = run(&scenarios, &models, &layouts, Options::default(), &AtomicBool::new(false), &mut sinks);
    let results = outcomes.iter().map(|outcome| outcome.statistics.result("in code", outcome.seed, outcome.stop));
    Ok(ResultDocument::new(results.collect(), compare(&scenarios, &outcomes, &[None, Some(0)])))
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let document = compared()?;
    println!("{}", tables(&document, 100, false));
    // What was given in code is the first thing that the results say of themselves.
    for scenario in &document.scenarios {
        warnings(scenario, Language::English).iter().for_each(|warning| println!("{}: {warning}", scenario.name));
    }
    Ok(())
}
