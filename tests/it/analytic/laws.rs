//! Laws of patience by their survival functions, and the same law under several names.

use holdline::analytic::{Queue, integrated_survival, survival};
use holdline::scenario::Law;

use super::{close, queue};

pub(super) fn laws() -> Vec<Law> {
    vec![
        Law::Constant { value: 100.0 },
        Law::Exponential { mean: 100.0 },
        Law::Lognormal { mean: 100.0, cv: 1.3 },
        Law::Lognormal { mean: 100.0, cv: 0.2 },
        Law::Gamma { mean: 100.0, cv: 0.4 },
        Law::Gamma { mean: 100.0, cv: 2.5 },
        Law::Erlang { mean: 100.0, k: 3 },
        Law::Weibull { mean: 100.0, shape: 0.6 },
        Law::Weibull { mean: 100.0, shape: 4.0 },
        Law::Uniform { min: 40.0, max: 160.0 },
        Law::Hyperexponential { weights: vec![0.3, 0.7], means: vec![10.0, 970.0 / 7.0] },
        Law::Empirical { values: vec![250.0, 0.0, 50.0, 100.0], weights: vec![0.25; 4] },
    ]
}

/// The integral of the survival function by the midpoint rule.
fn added_up(law: &Law, t: f64) -> f64 {
    let steps = 20_000;
    let width = t / f64::from(steps);
    (0..steps).map(|i| width * survival(law, (f64::from(i) + 0.5) * width)).sum()
}

#[test]
fn every_law_has_its_mean_and_its_integral() {
    for law in laws() {
        close(&format!("mean of {law:?}"), law.mean(), 100.0, 1e-12);
        assert!(survival(&law, -1.0) == 1.0 && survival(&law, 1e9) < 1e-6, "{law:?}");
        for t in [1.0, 60.0, 100.0, 400.0] {
            close(&format!("{law:?} up to {t}"), integrated_survival(&law, t), added_up(&law, t), 2e-4);
        }
    }
    let endless = Law::Empirical { values: vec![10.0, f64::INFINITY], weights: vec![0.75, 0.25] };
    assert_eq!((endless.mean(), survival(&endless, 10.0), survival(&endless, 9.9)), (f64::INFINITY, 0.25, 1.0));
    assert_eq!(integrated_survival(&endless, 20.0), 12.5);
}

/// Medians and quantiles that everybody can work out.
#[test]
fn survival_functions_have_known_values() {
    let half = |law: Law, t: f64| close(&format!("{law:?}"), survival(&law, t), 0.5, 1e-12);
    half(Law::Exponential { mean: 100.0 }, 100.0 * std::f64::consts::LN_2);
    half(Law::Lognormal { mean: 100.0, cv: 1.0 }, 100.0 / std::f64::consts::SQRT_2);
    half(Law::Weibull { mean: 50.0 * std::f64::consts::PI.sqrt(), shape: 2.0 }, 100.0 * std::f64::consts::LN_2.sqrt());
    half(Law::Uniform { min: 40.0, max: 160.0 }, 100.0);
    // Chi squared with one degree of freedom.
    half(Law::Gamma { mean: 1.0, cv: std::f64::consts::SQRT_2 }, 0.454_936_423_119_572_8);
}

/// Exponential patience under five names gives the same figures by five ways of computing them.
#[test]
fn one_law_under_several_names_is_one_queue() {
    let names = [
        Law::Gamma { mean: 100.0, cv: 1.0 },
        Law::Erlang { mean: 100.0, k: 1 },
        Law::Weibull { mean: 100.0, shape: 1.0 },
        Law::Hyperexponential { weights: vec![0.3, 0.7], means: vec![100.0, 100.0] },
    ];
    for lines in [None, Some(25)] {
        for agents in [5, 18, 24] {
            let of = |law| Queue { lines, ..queue(0.1, 180.0, Some(law)) }.performance(agents);
            let first = of(Law::Exponential { mean: 100.0 });
            for law in &names {
                let this = of(law.clone());
                let name = format!("{law:?}, {agents} agents");
                close(&name, this.service_level(20.0), first.service_level(20.0), 1e-10);
                close(&name, this.p_abandon, first.p_abandon, 1e-10);
                close(&name, this.p_blocked, first.p_blocked, 1e-10);
                close(&name, this.mean_wait_answered, first.mean_wait_answered, 1e-10);
                close(&name, this.wait_percentile(0.95), first.wait_percentile(0.95), 1e-9);
            }
        }
    }
}

/// Values close together are nearly the uniform law, constant steps and all.
#[test]
fn many_values_near_a_smooth_law() {
    let values: Vec<f64> = (0..600).map(|i| 40.0 + (f64::from(i) + 0.5) / 5.0).collect();
    let steps = Law::Empirical { weights: vec![1.0 / 600.0; 600], values };
    let smooth = queue(0.1, 180.0, Some(Law::Uniform { min: 40.0, max: 160.0 })).performance(17);
    let steps = queue(0.1, 180.0, Some(steps)).performance(17);
    close("P(abandon)", steps.p_abandon, smooth.p_abandon, 1e-4);
    close("E[W]", steps.mean_wait, smooth.mean_wait, 1e-4);
    close("service level", steps.service_level(90.0), smooth.service_level(90.0), 1e-4);
}
