//! Laws by maximum likelihood: closed forms, known parameters, and what is recommended.

use holdline::fit::{Family, Reason, choose, fit_law, goodness};
use holdline::scenario::Law;
use holdline::stats::Durations;

use super::{assert_coverages, censored, draws, stream};

/// A law of each family, with its name.
fn truths() -> [(Family, Law); 5] {
    let hyper = Law::Hyperexponential { weights: vec![0.6, 0.4], means: vec![40.0, 400.0] };
    [
        (Family::Exponential, Law::Exponential { mean: 180.0 }),
        (Family::Lognormal, Law::Lognormal { mean: 180.0, cv: 1.2 }),
        (Family::Gamma, Law::Gamma { mean: 180.0, cv: 0.8 }),
        (Family::Weibull, Law::Weibull { mean: 180.0, shape: 0.8 }),
        (Family::Hyperexponential, hyper),
    ]
}

#[test]
fn closed_forms() {
    let values = draws(&Law::Lognormal { mean: 100.0, cv: 0.9 }, 500, &mut stream("closed forms", 0));
    let n = values.len() as f64;
    let seen = Durations::complete(values.iter().copied());
    let exponential = fit_law(Family::Exponential, &seen).unwrap();
    let mean = values.iter().sum::<f64>() / n;
    assert!((exponential.mean.value() - mean).abs() < 1e-6 * mean);
    assert!((exponential.log_likelihood + n * (libm::log(mean) + 1.0)).abs() < 1e-6);
    // The error of the logarithm of the mean is 1 / sqrt(n).
    assert!((exponential.mean.estimate.std_error.unwrap() - mean / n.sqrt()).abs() < 1e-5 * mean);

    let logs: Vec<f64> = values.iter().map(|x| libm::log(*x)).collect();
    let mu = logs.iter().sum::<f64>() / n;
    let variance = logs.iter().map(|l| (l - mu) * (l - mu)).sum::<f64>() / n;
    let lognormal = fit_law(Family::Lognormal, &seen).unwrap();
    assert!((lognormal.mean.value() / libm::exp(mu + variance / 2.0) - 1.0).abs() < 1e-6);
    assert!((lognormal.cv.value() - libm::expm1(variance).sqrt()).abs() < 1e-6);
    // The logarithm of the mean, mu + s^2 / 2, has variance (s^2 + s^4 / 2) / n.
    let error = ((variance + variance * variance / 2.0) / n).sqrt() * lognormal.mean.value();
    assert!((lognormal.mean.estimate.std_error.unwrap() / error - 1.0).abs() < 1e-5);
    assert!((lognormal.aic() - lognormal.bic() - 4.0 - 12.0 / 497.0 + 2.0 * libm::log(n)).abs() < 1e-9);
    // A gamma law's mean is the mean seen.
    assert!((fit_law(Family::Gamma, &seen).unwrap().mean.value() / mean - 1.0).abs() < 1e-6);
}

#[test]
fn censored_closed_forms() {
    // Remission under 6-MP: nine events in 359 weeks. Weibull by R's survreg: shape 1.3537, scale 33.765.
    let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map(|week| (f64::from(week), true));
    let on = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(|week| (f64::from(week), false));
    let seen = Durations::new(ended.into_iter().chain(on));
    let exponential = fit_law(Family::Exponential, &seen).unwrap();
    assert!((exponential.mean.value() - 359.0 / 9.0).abs() < 1e-5);
    let Law::Weibull { mean, shape } = fit_law(Family::Weibull, &seen).unwrap().law else { panic!() };
    let scale = mean / libm::tgamma(1.0 + 1.0 / shape);
    assert!((shape - 1.3537).abs() < 5e-4 && (scale - 33.765).abs() < 0.02, "{shape} {scale}");
}

#[test]
fn complete_durations_give_the_law_back() {
    for (family, law) in truths() {
        let truth = [law.mean(), law.cv().unwrap()];
        let figures = if family == Family::Exponential { 1 } else { 2 };
        let names = [format!("{family:?} mean"), format!("{family:?} cv")];
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        assert_coverages(&names[..figures], &truth[..figures], |repetition| {
            let seen = draws(&law, 400, &mut stream(names[0], repetition));
            let fit = fit_law(family, &Durations::complete(seen)).unwrap();
            vec![fit.mean, fit.cv]
        });
    }
}

#[test]
fn censored_durations_give_the_law_back() {
    for (family, law) in truths() {
        let truth = [law.mean(), law.cv().unwrap()];
        let figures = if family == Family::Exponential { 1 } else { 2 };
        let names = [format!("{family:?} censored mean"), format!("{family:?} censored cv")];
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        // About half are seen to their end.
        let until = Law::Exponential { mean: 180.0 };
        assert_coverages(&names[..figures], &truth[..figures], |repetition| {
            let seen = censored(&law, &until, 800, &mut stream(names[0], repetition));
            let fit = fit_law(family, &Durations::new(seen)).unwrap();
            vec![fit.mean, fit.cv]
        });
    }
}

#[test]
fn the_right_family_wins() {
    for (number, (family, law)) in truths().into_iter().enumerate() {
        let seen = Durations::complete(draws(&law, 4_000, &mut stream("families", number as u32)));
        let choice = choose(&seen).unwrap();
        // An exponential law is also a gamma, a Weibull and a hyperexponential one: the criterion sees little difference.
        let best = choice.fits.iter().find(|fit| fit.family == family).unwrap();
        let behind = best.aic() - choice.fits[0].aic();
        assert!(behind < if family == Family::Exponential { 4.0 } else { 1e-9 }, "{family:?}: {behind} behind");
        assert_eq!(choice.recommended.reason, Reason::Fits, "{:?}", choice.goodness);
        assert!((choice.recommended.law.mean() / law.mean() - 1.0).abs() < 0.1);
    }
}

#[test]
fn the_p_value_is_honest_and_sees_a_wrong_law() {
    // Under the right law p <= 0.1 in 10 % of cases: 10 of 100, from 2 to 21 with a chance of 0.999.
    let few = 100;
    let p = |law: &Law, family, n, name, r| {
        let seen = censored(law, &Law::Exponential { mean: 400.0 }, n, &mut stream(name, r));
        let seen = Durations::new(seen);
        goodness(&fit_law(family, &seen).unwrap(), &seen).p_value
    };
    let law = Law::Weibull { mean: 180.0, shape: 0.8 };
    let small = (0..few).filter(|r| p(&law, Family::Weibull, 100, "honest p", *r) <= 0.1).count();
    assert!((2..=21).contains(&small), "{small} of {few} p-values are 0.1 or less");
    let uniform = Law::Uniform { min: 100.0, max: 300.0 };
    assert!((0..10).all(|r| p(&uniform, Family::Lognormal, 400, "wrong law", r) <= 0.05));
}

#[test]
fn what_no_law_fits_stays_as_it_was_seen() {
    let mut numbers = stream("two lumps", 0);
    let mut seen = draws(&Law::Uniform { min: 10.0, max: 20.0 }, 3_000, &mut numbers);
    seen.extend(draws(&Law::Uniform { min: 500.0, max: 600.0 }, 3_000, &mut numbers));
    let mean = seen.iter().sum::<f64>() / 6_000.0;
    let choice = choose(&Durations::complete(seen)).unwrap();
    assert_eq!(choice.recommended.reason, Reason::NoneFits);
    assert!(choice.goodness.unwrap().distance > 0.1);
    let Law::Empirical { values, .. } = &choice.recommended.law else { panic!() };
    assert!(values.len() <= 250 && (choice.recommended.law.mean() - mean).abs() < 1e-6 * mean);

    let constant = choose(&Durations::complete([30.0; 50])).unwrap();
    assert_eq!(constant.recommended.law, Law::Constant { value: 30.0 });
    assert_eq!(choose(&Durations::new([(30.0, false)])), None);
    let two = choose(&Durations::complete([30.0, 50.0])).unwrap();
    assert_eq!(two.recommended.law.mean(), 40.0);
}

#[test]
fn very_many_durations_are_put_together_without_a_trace() {
    let law = Law::Lognormal { mean: 200.0, cv: 1.0 };
    let values = draws(&law, 60_000, &mut stream("many", 0));
    let logs = values.iter().map(|x| libm::log(*x));
    let mu = logs.clone().sum::<f64>() / 60_000.0;
    let variance = logs.map(|l| (l - mu) * (l - mu)).sum::<f64>() / 60_000.0;
    let seen = Durations::complete(values.iter().copied());
    let coarse = seen.coarse(0.001);
    assert!(coarse.points().len() < 10_000 && (coarse.n() - 60_000.0).abs() < 1e-6);
    assert!((coarse.mean_of_ended().unwrap() / seen.mean_of_ended().unwrap() - 1.0).abs() < 1e-12);
    let found = fit_law(Family::Lognormal, &seen).unwrap().mean.value();
    assert!((found / libm::exp(mu + variance / 2.0) - 1.0).abs() < 1e-6, "{found}");
}
