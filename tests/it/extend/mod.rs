//! Parts given in code: held against the built-in ones and against exact results.

mod examples;
mod naming;
mod observers;
mod patience;
mod routing;
mod story;

use std::sync::atomic::AtomicBool;

use holdline::engine::Model;
use holdline::experiment::{Options, Sinks, run};
use holdline::kpi::{Layout, ScenarioResult};
use holdline::scenario::Scenario;
use holdline::stats::{Estimate, student_quantile};

use crate::tolerance::{FALSE_ALARM, error_with_power};

/// The figures of a scenario whose model may have parts given in code.
fn figures_of(scenario: &Scenario, model: &Model) -> ScenarioResult {
    let layouts = [Layout::new(scenario)];
    let (scenarios, models) = (std::slice::from_ref(scenario), std::slice::from_ref(model));
    let mut sinks = Sinks { progress: &|_, _| {}, contacts: &mut |_, _, _| {} };
    let outcomes = run(scenarios, models, &layouts, Options::default(), &AtomicBool::new(false), &mut sinks);
    outcomes[0].statistics.result("in code", outcomes[0].seed, outcomes[0].stop)
}

fn on_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(work)
}

/// Figures of so many replications against exact ones: a right engine fails in any of them with chance [`FALSE_ALARM`],
/// and an error of 1 % would be seen with chance [`crate::tolerance::POWER`].
fn assert_near(figures: &[(&str, Option<Estimate>, f64)], replications: u32) {
    let allowed = student_quantile(1.0 - FALSE_ALARM / 2.0 / figures.len() as f64, replications - 1);
    for (name, figure, exact) in figures {
        let Estimate { value, std_error, .. } = figure.unwrap();
        let error = std_error.unwrap();
        assert!((value - exact).abs() < allowed * error, "{name}: {value} ± {error}, exactly {exact}");
        assert!(error < exact * error_with_power(figures.len()), "{name}: {error} is too rough for {exact}");
    }
}
