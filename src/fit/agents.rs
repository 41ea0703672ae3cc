//! Whether agents differ in how long they take.

use std::collections::BTreeMap;

use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::{Fitted, Source};
use crate::stats::Estimate;

/// One agent's handling time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgentMean {
    /// The agent's number.
    pub agent: u32,
    /// The mean of what was seen, s.
    pub seen: f64,
    /// The mean to expect, s: what was seen, drawn towards the mean of all by as much as chance explains.
    pub expected: Fitted,
}

/// How agents differ.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentDifferences {
    /// Each agent with enough handlings, by number.
    pub agents: Vec<AgentMean>,
    /// The mean of an agent's mean, s.
    pub mean: Fitted,
    /// Coefficient of variation of the agents' true means, beyond what chance explains.
    pub cv: Fitted,
}

struct Own {
    agent: u32,
    n: f64,
    mean: f64,
    /// Sum of squares about the mean.
    squares: f64,
}

/// Differences between agents from pairs (agent, handling time in s) of one contact type (types mixed would look like
/// differences), of agents with at least `least` handlings (and two).
///
/// Agents' means are normal about their true means, with the pooled variance of one handling over their number; the true
/// means have variance `t`. `t` is Paule and Mandel's (J. Res. NBS 1982): it makes `Q(t) = sum (y - m)^2 / (v + t)` equal to
/// its degrees of freedom; the interval holds the `t` at which Q lies between the quantiles of chi-squared (Viechtbauer,
/// Statistics in Medicine 2007). Each mean is drawn to that of all by `v / (v + t)` (Morris, JASA 1983). None for fewer
/// than two agents.
#[must_use]
pub fn agent_differences(handled: impl IntoIterator<Item = (u32, f64)>, least: usize) -> Option<AgentDifferences> {
    let own: Vec<Own> = by_agent(handled).into_iter().filter(|own| own.n >= least.max(2) as f64).collect();
    let k = own.len() as f64;
    let spare: f64 = own.iter().map(|own| own.n - 1.0).sum();
    let variance = own.iter().map(|own| own.squares).sum::<f64>() / spare;
    let law = ChiSquared::new(k - 1.0).ok().filter(|_| variance > 0.0)?;
    let between = solve(&own, variance, k - 1.0);
    let mean = centre(&own, variance, between);
    let weights: f64 = own.iter().map(|own| 1.0 / (variance / own.n + between)).sum();
    let ends = [0.975, 0.025].map(|p| solve(&own, variance, law.inverse_cdf(p)).sqrt() / mean);
    let expected = |own: &Own| {
        let noise = variance / own.n;
        let keep = between / (between + noise);
        let estimate =
            Estimate::normal(mean + keep * (own.mean - mean), keep * noise + (1.0 - keep) * (1.0 - keep) / weights);
        AgentMean { agent: own.agent, seen: own.mean, expected: Fitted::new(estimate, own.n, Source::Moments) }
    };
    let cv = Estimate { value: between.sqrt() / mean, std_error: None, ci95: Some(ends) };
    Some(AgentDifferences {
        agents: own.iter().map(expected).collect(),
        mean: Fitted::new(Estimate::normal(mean, 1.0 / weights), k, Source::Moments),
        cv: Fitted::new(cv, k, Source::Moments),
    })
}

fn by_agent(handled: impl IntoIterator<Item = (u32, f64)>) -> Vec<Own> {
    let mut sums: BTreeMap<u32, Own> = BTreeMap::new();
    for (agent, time) in handled {
        // Welford's recurrence.
        let own = sums.entry(agent).or_insert(Own { agent, n: 0.0, mean: 0.0, squares: 0.0 });
        own.n += 1.0;
        let off = time - own.mean;
        own.mean += off / own.n;
        own.squares += off * (time - own.mean);
    }
    sums.into_values().collect()
}

fn centre(own: &[Own], variance: f64, between: f64) -> f64 {
    let sums = own.iter().fold((0.0, 0.0), |(sum, weights), own| {
        let weight = 1.0 / (variance / own.n + between);
        (sum + weight * own.mean, weights + weight)
    });
    sums.0 / sums.1
}

/// The variance between agents at which Q has a value; 0 where it is smaller even then.
fn solve(own: &[Own], variance: f64, wanted: f64) -> f64 {
    let q = |between: f64| {
        let mean = centre(own, variance, between);
        own.iter().map(|own| (own.mean - mean) * (own.mean - mean) / (variance / own.n + between)).sum::<f64>()
    };
    if q(0.0) <= wanted {
        return 0.0;
    }
    let (mut low, mut high) = (0.0, variance);
    while q(high) > wanted {
        high *= 2.0;
    }
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if q(middle) > wanted { low = middle } else { high = middle }
    }
    high
}
