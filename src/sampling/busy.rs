//! Busy and quiet days: a factor for each day, gamma with mean 1, of which a part is carried over to the next day.
//!
//! The beta-gamma autoregression of Lewis, McKenzie and Hugus, "Gamma processes", Communications in Statistics:
//! Stochastic Models 5 (1989) 1-30: of the day before a beta share stays, which has a gamma law of its own, and gamma
//! news make it up to the whole again. Every day has exactly the same gamma law, and the correlation over n days is the
//! n-th power of the carry.

use super::sampler::gamma;
use super::{Key, Purpose};
use crate::scenario::BusyFactor;

/// The factors of successive days.
#[derive(Clone, Debug)]
pub(super) struct BusyDays {
    /// Each day's numbers lie below.
    root: Key,
    /// Of the gamma law.
    shape: f64,
    carry: f64,
    /// The last day's, times the shape.
    last: Option<f64>,
}

impl BusyDays {
    pub(super) fn new(busy: BusyFactor, root: Key) -> Self {
        Self { root, shape: 1.0 / (busy.cv * busy.cv), carry: busy.carry, last: None }
    }

    /// The factor of a day; days are asked for one after the other.
    pub(super) fn factor(&mut self, day: u64) -> f64 {
        let numbers = &mut self.root.child(day).stream(Purpose::BusyFactor);
        let now = match self.last.filter(|_| self.carry > 0.0) {
            None => gamma(self.shape, numbers),
            Some(last) => {
                let (kept, lost) = (self.shape * self.carry, self.shape * (1.0 - self.carry));
                let news = gamma(lost, numbers);
                let (stays, goes) = (gamma(kept, numbers), gamma(lost, numbers));
                // Of shapes so small that both are 0 to the computer, nothing is left to divide.
                let share = if stays + goes > 0.0 { stays / (stays + goes) } else { self.carry };
                share * last + news
            }
        };
        self.last = Some(now);
        now / self.shape
    }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{ContinuousCDF, Gamma};

    use super::*;

    const SEQUENCES: u32 = 40_000;
    /// False alarm of a figure below: two-sided 4.9 standard errors, 1e-6.
    const ERRORS: f64 = 4.9;

    fn mean_and_error(values: impl Iterator<Item = f64>) -> (f64, f64) {
        let values: Vec<f64> = values.collect();
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        (mean, (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n / n).sqrt())
    }

    /// Three days in a row of many unrelated sequences: the first is gamma, and so must the third be, with the same mean
    /// and variance; a day and the next are correlated by the carry, and with the one after by its square.
    #[test]
    fn every_day_has_the_same_gamma_law_and_correlation_fades_as_powers_of_the_carry() {
        for (cv, carry) in [(0.15, 0.7), (0.5, 0.3), (1.5, 0.9)] {
            let three_days = |replication| {
                let mut days = BusyDays::new(BusyFactor { cv, carry }, Key::new(5, replication).named("calls"));
                [0, 1, 2].map(|day| days.factor(day))
            };
            let all: Vec<[f64; 3]> = (0..SEQUENCES).map(three_days).collect();
            let check = |what: &str, right: f64, value: &dyn Fn(&[f64; 3]) -> f64| {
                let (mean, error) = mean_and_error(all.iter().map(value));
                assert!((mean - right).abs() < ERRORS * error, "cv {cv}, carry {carry}, {what}: {mean}, not {right}");
            };
            for day in 0..3 {
                check("mean", 1.0, &|x| x[day]);
                check("variance", cv * cv, &|x| (x[day] - 1.0).powi(2));
            }
            check("next day", carry * cv * cv, &|x| (x[0] - 1.0) * (x[1] - 1.0));
            check("day after", carry * carry * cv * cv, &|x| (x[0] - 1.0) * (x[2] - 1.0));
            // Kolmogorov and Smirnov: 2 exp(-2 n d^2) is 1e-6 for this distance.
            let law = Gamma::new(1.0 / cv / cv, 1.0 / cv / cv).unwrap_or_else(|_| unreachable!("a gamma law"));
            let mut third: Vec<f64> = all.iter().map(|days| days[2]).collect();
            third.sort_by(f64::total_cmp);
            let n = f64::from(SEQUENCES);
            let off = third.iter().enumerate().map(|(rank, x)| (law.cdf(*x) - (rank as f64 + 0.5) / n).abs());
            let distance = off.fold(0.0, f64::max);
            assert!(distance < (libm::log(2e6) / 2.0 / n).sqrt(), "cv {cv}, carry {carry}: {distance}");
        }
    }

    #[test]
    fn without_carry_a_day_is_drawn_as_if_it_were_the_first() {
        let key = Key::new(1, 0).named("calls");
        let factors = |carry| {
            let mut days = BusyDays::new(BusyFactor { cv: 0.4, carry }, key);
            [0, 1, 2].map(|day| days.factor(day))
        };
        let alone = |day| BusyDays::new(BusyFactor { cv: 0.4, carry: 0.0 }, key).factor(day);
        assert_eq!(factors(0.0), [alone(0), alone(1), alone(2)]);
        assert_eq!(factors(0.5)[0], alone(0));
        // Of laws so wide that nearly all days are 0 to the computer, every day still has a number.
        let mut wide = BusyDays::new(BusyFactor { cv: 10.0, carry: 0.5 }, key);
        assert!((0..2000).map(|day| wide.factor(day)).all(|factor| factor.is_finite() && factor >= 0.0));
    }
}
