//! Rates of counted events.

use statrs::distribution::{ContinuousCDF, Gamma};

use super::Estimate;

/// Events over the time in which they were watched for, with the exact 95 % interval of a Poisson count (Garwood,
/// Biometrika 1936): `gamma(0.025; k) .. gamma(0.975; k + 1)` over the exposure. None without exposure.
#[must_use]
pub fn poisson_rate(events: f64, exposure: f64) -> Option<Estimate> {
    (exposure > 0.0).then(|| {
        let low = if events > 0.0 { gamma_quantile(events, 0.025) } else { 0.0 };
        let ci95 = Some([low / exposure, gamma_quantile(events + 1.0, 0.975) / exposure]);
        Estimate { value: events / exposure, std_error: Some(events.sqrt() / exposure), ci95 }
    })
}

/// The quantile of the gamma law of scale 1.
fn gamma_quantile(shape: f64, p: f64) -> f64 {
    Gamma::new(shape, 1.0).map_or(f64::NAN, |law| law.inverse_cdf(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_garwoods() {
        // Garwood's table: 0 events 0 to 3.689, 1 event 0.0253 to 5.572, 10 events 4.795 to 18.39, 50 events 37.11 to 65.92.
        for (events, low, high) in
            [(0.0, 0.0, 3.6889), (1.0, 0.0253, 5.5716), (10.0, 4.7954, 18.3904), (50.0, 37.1110, 65.9188)]
        {
            let [l, h] = poisson_rate(events, 1.0).and_then(|e| e.ci95).unwrap_or([f64::NAN; 2]);
            assert!((l - low).abs() < 2e-4 && (h - high).abs() < 2e-4, "{events}: {l} {h}");
        }
        // Many events: the square root's rule.
        let [l, h] = poisson_rate(1e6, 1e6).and_then(|e| e.ci95).unwrap_or([f64::NAN; 2]);
        assert!((l - 0.998_041).abs() < 5e-6 && (h - 1.001_962).abs() < 5e-6, "{l} {h}");
        assert_eq!(poisson_rate(3.0, 0.0), None);
    }
}
