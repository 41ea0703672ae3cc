//! What is known of the logarithm of a day's rate, carried from day to day.
//!
//! A dynamic generalised linear model (West, Harrison and Migon, JASA 1985) with a random effect of the day (Berry and
//! West, JBES 2020): the log-rate is a sum of states; each day its mean and variance are matched by a gamma law, the
//! count teaches that law exactly, and what it learned is passed to the states linearly. Counts of 0 need no special
//! case, and forecasts are negative binomial. With a level alone this is exponential smoothing whose weight adapts to how
//! much is known (Muth, JASA 1960).

use super::rate::GammaRate;

/// Where the moving states stand; further ones follow.
pub(super) const LEVEL: usize = 0;
pub(super) const TREND: usize = 1;
pub(super) const SHORT: usize = 2;
pub(super) const MOVING: usize = 3;

/// How states move from one day to the next.
#[derive(Clone, Debug)]
pub(super) struct Motion {
    /// The share of the trend that is left a day later (Gardner and McKenzie, Management Science 1985).
    pub(super) damping: f64,
    /// The share of a short-lived deviation that is left a day later.
    pub(super) memory: f64,
    /// What each state's variance gains a day.
    pub(super) noise: Vec<f64>,
}

/// Means and covariances of the states.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    pub(super) mean: Vec<f64>,
    /// Row by row.
    covariance: Vec<f64>,
}

/// Which states a day's log-rate adds up, each with its weight.
pub(super) type Row = Vec<(usize, f64)>;

/// What is known of one day's log-rate.
pub(super) struct LogRate {
    pub(super) mean: f64,
    pub(super) variance: f64,
    /// Its covariance with each state.
    with_states: Vec<f64>,
}

impl LogRate {
    pub(super) fn gamma(&self) -> GammaRate {
        GammaRate::of_log(self.mean, self.variance)
    }
}

impl Filter {
    /// States that are not yet related to each other.
    pub(super) fn new(mean: Vec<f64>, variance: &[f64]) -> Self {
        let n = mean.len();
        let mut covariance = vec![0.0; n * n];
        variance.iter().enumerate().for_each(|(i, variance)| covariance[i * n + i] = *variance);
        Self { mean, covariance }
    }

    /// A day passes.
    pub(super) fn pass(&mut self, motion: &Motion) {
        let n = self.mean.len();
        let (damping, memory) = (motion.damping, motion.memory);
        self.mean[LEVEL] += damping * self.mean[TREND];
        self.mean[TREND] *= damping;
        self.mean[SHORT] *= memory;
        let covariance = &mut self.covariance;
        for j in 0..n {
            covariance[LEVEL * n + j] += damping * covariance[TREND * n + j];
            covariance[TREND * n + j] *= damping;
            covariance[SHORT * n + j] *= memory;
        }
        for i in 0..n {
            covariance[i * n + LEVEL] += damping * covariance[i * n + TREND];
            covariance[i * n + TREND] *= damping;
            covariance[i * n + SHORT] *= memory;
            covariance[i * n + i] += motion.noise[i];
        }
    }

    /// The log-rate of a day: the states of its row, a known offset, and a random effect of its own with this variance.
    pub(super) fn log_rate(&self, row: &Row, offset: f64, own: f64) -> LogRate {
        let n = self.mean.len();
        let with = |state: usize| row.iter().map(|(i, weight)| weight * self.covariance[state * n + i]).sum::<f64>();
        let with_states: Vec<f64> = (0..n).map(with).collect();
        let mean = offset + row.iter().map(|(i, weight)| weight * self.mean[*i]).sum::<f64>();
        let variance = own + row.iter().map(|(i, weight)| weight * with_states[*i]).sum::<f64>();
        LogRate { mean, variance, with_states }
    }

    /// The states after a count; gives the logarithm of the chance that it had.
    pub(super) fn learn(&mut self, rate: &LogRate, count: f64) -> f64 {
        let (n, gamma) = (self.mean.len(), rate.gamma());
        let (mean, variance) = gamma.log_after(count);
        let shift = (mean - rate.mean) / rate.variance;
        let shrink = (1.0 - variance / rate.variance) / rate.variance;
        for i in 0..n {
            self.mean[i] += rate.with_states[i] * shift;
            for j in 0..n {
                self.covariance[i * n + j] -= rate.with_states[i] * rate.with_states[j] * shrink;
            }
        }
        gamma.log_chance(count)
    }

    /// Mean and variance of a weighted sum of states.
    pub(super) fn sum(&self, row: &Row) -> (f64, f64) {
        let rate = self.log_rate(row, 0.0, 0.0);
        (rate.mean, rate.variance.max(0.0))
    }
}
