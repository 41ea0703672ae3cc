//! Kaplan and Meier's curve and the hazard, against a textbook and by simulation.

use holdline::scenario::Law;
use holdline::stats::{Durations, KaplanMeier, Point, peaks};

use super::{assert_coverage, censored, draws, stream};

/// Weeks of remission under 6-MP (Freireich et al. 1963), as in Klein and Moeschberger, Survival Analysis, table 1.2.
fn remission() -> Durations {
    let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|week| (f64::from(week), true));
    let on = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|week| (f64::from(week), false));
    Durations::new(ended.into_iter().chain(on))
}

#[test]
fn the_textbook_curve_with_greenwoods_errors() {
    let curve = KaplanMeier::new(&remission());
    // Klein and Moeschberger, tables 4.1A and 4.2: time, at risk, survival, its error, cumulative hazard, its error.
    let table = [
        (6.0, 21.0, 0.857, 0.0764, 0.1428, 0.0825),
        (7.0, 17.0, 0.807, 0.0869, 0.2017, 0.1015),
        (10.0, 15.0, 0.753, 0.0963, 0.2683, 0.1214),
        (13.0, 12.0, 0.690, 0.1068, 0.3517, 0.1473),
        (16.0, 11.0, 0.627, 0.1141, 0.4426, 0.1730),
        (22.0, 7.0, 0.538, 0.1282, 0.5854, 0.2244),
        (23.0, 6.0, 0.448, 0.1346, 0.7521, 0.2795),
    ];
    assert_eq!(curve.steps().len(), table.len());
    for (step, (time, at_risk, survival, error, hazard, hazard_error)) in curve.steps().iter().zip(table) {
        assert_eq!((step.time, step.at_risk), (time, at_risk));
        assert!((step.survival - survival).abs() < 6e-4, "{step:?}");
        assert!((step.survival * step.greenwood.sqrt() - error).abs() < 1e-4, "{step:?}");
        assert!((step.hazard - hazard).abs() < 2e-4, "{step:?}");
        assert!((step.hazard_variance.sqrt() - hazard_error).abs() < 2e-4, "{step:?}");
    }
    // Section 4.5: a mean of 23.29 weeks up to 35, with an error of 2.83.
    let mean = curve.restricted_mean(35.0);
    assert!((mean.value - 23.288).abs() < 1e-3 && (mean.std_error.unwrap() - 2.83).abs() < 5e-3, "{mean:?}");
    assert_eq!(curve.quantile(0.5).map(|q| q.value), Some(23.0));
    assert_eq!(curve.quantile(0.5).and_then(|q| q.ci95), Some([13.0, f64::INFINITY]));
    assert_eq!(curve.quantile(0.6), None);
    assert_eq!(curve.survival(5.9), 1.0);
    assert_eq!(curve.at(35.5), None);
}

#[test]
fn the_interval_of_a_share_is_the_textbooks() {
    // R's survfit(conf.type = "log-log") of the same data at 10 weeks: 0.7529, 0.503 to 0.889.
    let at = KaplanMeier::new(&remission()).at(10.0).unwrap();
    let [low, high] = at.ci95.unwrap();
    assert!((low - 0.5032).abs() < 5e-4 && (high - 0.8894).abs() < 5e-4, "{low} {high}");
}

#[test]
fn counted_and_single_durations_agree_and_rubbish_is_no_duration() {
    let single =
        [(3.0, true), (3.0, false), (1.0, true), (3.0, true), (-1.0, true), (f64::NAN, false), (f64::INFINITY, true)];
    let counted = [Point { time: 3.0, events: 2.0, censored: 1.0 }, Point { time: 1.0, events: 1.0, censored: 0.0 }];
    assert_eq!(Durations::new(single), Durations::counted(counted));
    let curve = KaplanMeier::new(&Durations::new(single));
    assert!((curve.survival(1.0) - 0.75).abs() < 1e-15 && (curve.survival(3.0) - 0.25).abs() < 1e-15);
}

#[test]
fn when_all_have_ended_nobody_is_left() {
    let curve = KaplanMeier::new(&Durations::complete([1.0, 2.0, 4.0]));
    assert_eq!((curve.survival(4.0), curve.at(9.0).map(|e| e.value)), (0.0, Some(0.0)));
    let mean = curve.restricted_mean(100.0);
    assert!((mean.value - 7.0 / 3.0).abs() < 1e-12, "the mean of what ended: {mean:?}");
    let empty = KaplanMeier::new(&Durations::default());
    assert_eq!((empty.survival(1.0), empty.restricted_mean(5.0).value, empty.band(1.0).len()), (1.0, 0.0, 0));
}

#[test]
fn the_band_holds_the_whole_curve_and_the_intervals_a_place() {
    let (patience, wait) = (Law::Weibull { mean: 200.0, shape: 1.5 }, Law::Exponential { mean: 250.0 });
    let truth = |t: f64| holdline::analytic::survival(&patience, t);
    let curve =
        |name: &str, r| KaplanMeier::new(&Durations::new(censored(&patience, &wait, 150, &mut stream(name, r))));
    assert_coverage("band", |repetition| {
        let band = curve("band", repetition).band(15.0);
        // Between steps the curve stands still and the truth falls: both ends of each step count.
        let ends = band.iter().zip(band.iter().skip(1));
        assert!(band.len() > 20);
        ends.into_iter().all(|(a, b)| truth(a.time) <= a.high && truth(a.time) >= a.low && truth(b.time) >= a.low)
    });
    assert_coverage("survival", |repetition| {
        let [low, high] = curve("share", repetition).at(150.0).unwrap().ci95.unwrap();
        (low..=high).contains(&truth(150.0))
    });
    let median = holdline_median(truth);
    assert_coverage("median", |repetition| {
        let [low, high] = curve("median", repetition).quantile(0.5).unwrap().ci95.unwrap();
        (low..=high).contains(&median)
    });
    let area = (0..2_500).map(|i| truth(f64::from(i) * 0.1 + 0.05) * 0.1).sum::<f64>();
    assert_coverage("restricted mean", |repetition| {
        let [low, high] = curve("restricted", repetition).restricted_mean(250.0).ci95.unwrap();
        (low..=high).contains(&area)
    });
}

fn holdline_median(survival: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (0.0, 1e4);
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if survival(middle) > 0.5 { low = middle } else { high = middle }
    }
    low
}

#[test]
fn hazard_bins_hold_a_constant_hazard() {
    let (patience, wait) = (Law::Exponential { mean: 100.0 }, Law::Exponential { mean: 40.0 });
    assert_coverage("hazard", |repetition| {
        let seen = Durations::new(censored(&patience, &wait, 300, &mut stream("hazard", repetition)));
        let bins = seen.hazard(&[10.0, 30.0]);
        let [low, high] = bins[0].rate.ci95.unwrap();
        (low..=high).contains(&0.01)
    });
    let seen = Durations::new(censored(&patience, &wait, 20_000, &mut stream("edges", 0)));
    let bins = seen.hazard(&seen.hazard_edges(50.0, 5.0));
    assert!(bins.iter().all(|bin| bin.events >= 50.0 && bin.to - bin.from >= 5.0), "{bins:?}");
    let (events, exposure) = bins.iter().fold((0.0, 0.0), |(e, x), bin| (e + bin.events, x + bin.exposure));
    assert!((events - seen.events()).abs() < 1e-9 && (exposure - seen.exposure()).abs() < 1e-6 * exposure);
}

#[test]
fn two_peaks_are_found_and_none_where_there_is_none() {
    // A third leaves around 10 s, a third around 60 s, the others at any time.
    let bumps = |repetition, share: f64| {
        let mut numbers = stream("peaks", repetition);
        let at = |centre: f64| Law::Gamma { mean: centre, cv: 3.0 / centre };
        let waits = draws(&Law::Exponential { mean: 120.0 }, 6_000, &mut numbers);
        let patience = waits.iter().map(|_| {
            let which = numbers.uniform();
            let law = if which < share {
                at(10.0)
            } else if which < 2.0 * share {
                at(60.0)
            } else {
                Law::Exponential { mean: 400.0 }
            };
            draws(&law, 1, &mut numbers)[0]
        });
        let patience: Vec<f64> = patience.collect();
        let seen = patience.iter().zip(&waits).map(|(p, w)| (p.min(*w), p <= w));
        peaks(&KaplanMeier::new(&Durations::new(seen)).smooth_hazard(4.0, 1.0, 120.0), 4.0)
    };
    let found: Vec<f64> = bumps(0, 0.08).iter().map(|peak| peak.time).collect();
    assert!(found.len() == 2 && (found[0] - 10.0).abs() < 2.5 && (found[1] - 60.0).abs() < 2.5, "{found:?}");
    // Without bumps: the chance of a false peak in one curve of 120 places is some 1 % at four errors.
    let false_alarms = (1..101).filter(|repetition| !bumps(*repetition, 0.0).is_empty()).count();
    assert!(false_alarms <= 5, "{false_alarms} of 100 flat hazards have a peak");
}
