//! The procedure: rounds of one block for every point that is still in the race.
//!
//! Two kinds of sums are watched, each a walk that ends when it leaves a triangle. Two points are compared by the sum of
//! their paired differences (Kim and Nelson, "A fully sequential procedure for indifference-zone selection in simulation",
//! ACM TOMACS 11 (2001), 251-273, with c = 1). A limit `x / y >= q` is judged by the sum of `x - q y` (Andradóttir and Kim,
//! "Fully sequential procedures for comparing constrained systems via simulation", Naval Research Logistics 57 (2010),
//! 403-421, procedure F_B). A point leaves when a limit is judged missed, or when a point whose limits are all judged kept
//! is judged better (their simultaneous running). Each of at most k - 1 + s judgements (k points, s limits) may be wrong
//! with probability (1 - confidence) / (k - 1 + s): together (Bonferroni, which common random numbers do not disturb) the
//! best point is chosen with at least the confidence, where it is better than any other by `indifference` and no limit is
//! nearer than `tolerance`.
//!
//! A figure that is a ratio of sums is compared by its linearised residuals; the guarantee is then one for many
//! replications, as for all that is not normal.

use crate::stats::{Estimate, RatioMoments, student_quantile};

/// Numerators and denominators of a replication: of the goal first, then of each limit.
pub type Observation = Vec<(f64, f64)>;

/// What is asked, in numbers.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Whether the most of the goal is best.
    pub most: bool,
    /// The limits: whether at least, how much, and how near to it does not matter.
    pub limits: Vec<(bool, f64, f64)>,
    /// Differences of the goal below this do not matter.
    pub indifference: f64,
    /// The least probability of choosing right.
    pub confidence: f64,
    /// Replications before the first judgement.
    pub first: u32,
    /// Replications of each further round.
    pub block: u32,
    /// The most replications of a point.
    pub most_replications: u32,
}

/// How the race ended for a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is the best.
    Chosen,
    /// Another one that keeps the limits is better.
    Worse,
    /// A limit is missed: which, from 0.
    Missed(usize),
    /// The replications ran out before it was judged.
    Open,
}

/// A point after the race.
#[derive(Clone, Debug)]
pub struct Runner {
    /// How it ended.
    pub fate: Fate,
    /// Replications spent on it.
    pub replications: u32,
    /// The goal, then the figure of each limit, over these.
    pub figures: Vec<Option<Estimate>>,
}

/// What came out.
#[derive(Clone, Debug)]
pub struct Race {
    /// The points, in order.
    pub runners: Vec<Runner>,
    /// The best; none where no point keeps the limits, or where the replications ran out.
    pub chosen: Option<usize>,
    /// Replications in all.
    pub spent: u64,
    /// What the same guarantee takes when every point gets equally many: the two-stage rule with paired Student quantiles
    /// (Clark and Yang, Proceedings of the 1986 Winter Simulation Conference, 228-235) and the same for the limits, with
    /// the variances of the first replications.
    pub equal: u64,
}

/// Gives further replications of points: one list a point.
pub type More<'a, E> = dyn FnMut(&[usize], std::ops::Range<u32>) -> Result<Vec<Vec<Observation>>, E> + 'a;

/// A point in the race.
struct Racer {
    fate: Option<Fate>,
    /// Of each limit: whether it is judged kept.
    kept: Vec<bool>,
    first: Vec<Observation>,
    sums: Vec<(f64, f64)>,
    moments: Vec<RatioMoments>,
}

/// Runs the race. `more` gives the next replications of these points; the same numbers of all of them have common luck.
///
/// # Errors
/// Where `more` fails.
pub fn race<E>(points: usize, terms: &Terms, more: &mut More<'_, E>) -> Result<Race, E> {
    let figures = 1 + terms.limits.len();
    let new = || Racer {
        fate: None,
        kept: vec![false; terms.limits.len()],
        first: Vec::new(),
        sums: vec![(0.0, 0.0); figures],
        moments: vec![RatioMoments::default(); figures],
    };
    let mut racers: Vec<Racer> = (0..points).map(|_| new()).collect();
    let mut done = 0;
    while done < terms.most_replications {
        let end = if done == 0 { terms.first } else { done.saturating_add(terms.block) }.min(terms.most_replications);
        let alive: Vec<usize> = (0..points).filter(|point| racers[*point].fate.is_none()).collect();
        for (point, observations) in alive.iter().zip(more(&alive, done..end)?) {
            racers[*point].take(observations, done == 0);
        }
        done = end;
        judge(&mut racers, terms, done);
        let left = racers.iter().filter(|racer| racer.fate.is_none()).collect::<Vec<_>>();
        match left.as_slice() {
            [] => break,
            [only] if only.keeps_all() => break,
            _ => {}
        }
    }
    Ok(finish(racers, terms))
}

impl Racer {
    fn take(&mut self, observations: Vec<Observation>, is_first: bool) {
        for observation in &observations {
            for ((sum, moments), pair) in self.sums.iter_mut().zip(&mut self.moments).zip(observation) {
                *sum = (sum.0 + pair.0, sum.1 + pair.1);
                moments.push(*pair);
            }
        }
        if is_first {
            self.first = observations;
        }
    }

    fn keeps_all(&self) -> bool {
        self.kept.iter().all(|kept| *kept)
    }

    fn goal(&self) -> f64 {
        self.sums[0].0 / self.sums[0].1
    }

    /// The goal's linearised residuals in the first replications.
    fn residuals(&self) -> Vec<f64> {
        let (x, y) = self.first.iter().fold((0.0, 0.0), |(x, y), pairs| (x + pairs[0].0, y + pairs[0].1));
        let (ratio, mean) = (x / y, y / self.first.len() as f64);
        self.first.iter().map(|pairs| (pairs[0].0 - ratio * pairs[0].1) / mean).collect()
    }

    /// Of a limit: the variance of `x - q y` in the first replications, and what the tolerance is in its units.
    fn spread(&self, (limit, (_, value, tolerance)): (usize, (bool, f64, f64))) -> (f64, f64) {
        let excess: Vec<f64> = self.first.iter().map(|pairs| pairs[1 + limit].0 - value * pairs[1 + limit].1).collect();
        let mean = self.first.iter().map(|pairs| pairs[1 + limit].1).sum::<f64>() / self.first.len() as f64;
        (variance(&excess), tolerance * mean)
    }
}

/// The sample variance.
fn variance(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (values.len() as f64 - 1.0)
}

/// The chance that a single judgement may be wrong with.
fn share_of_error(points: usize, terms: &Terms) -> f64 {
    (1.0 - terms.confidence) / (points - 1 + terms.limits.len()).max(1) as f64
}

/// How far a walk may be from zero after so many replications before it is judged: the triangle's side (Kim and Nelson
/// 2001, with c = 1), for steps of this variance and a drift of at least `least`.
fn boundary(racers: usize, terms: &Terms, variance: f64, least: f64, replications: u32) -> f64 {
    let degrees = f64::from(terms.first - 1);
    let eta = 0.5 * (libm::pow(2.0 * share_of_error(racers, terms), -2.0 / degrees) - 1.0);
    (eta * degrees * variance / least - least * f64::from(replications) / 2.0).max(0.0)
}

fn judge(racers: &mut [Racer], terms: &Terms, done: u32) {
    let points = racers.len();
    for racer in racers.iter_mut().filter(|racer| racer.fate.is_none()) {
        for (limit, (at_least, value, tolerance)) in terms.limits.iter().copied().enumerate() {
            if racer.kept[limit] {
                continue;
            }
            let (x, y) = racer.sums[1 + limit];
            let over = if at_least { x - value * y } else { value * y - x };
            let (variance, least) = racer.spread((limit, (at_least, value, tolerance)));
            let side = boundary(points, terms, variance, least, done);
            if over >= side {
                racer.kept[limit] = true;
            } else if over < -side || over.is_nan() {
                racer.fate = Some(Fate::Missed(limit));
                break;
            }
        }
    }
    let rivals: Vec<usize> = (0..points).filter(|p| racers[*p].fate.is_none() && racers[*p].keeps_all()).collect();
    let residuals: Vec<Vec<f64>> = racers.iter().map(Racer::residuals).collect();
    let loses = |point: usize, rival: usize| {
        let worse = racers[point].goal() - racers[rival].goal();
        let worse = f64::from(done) * if terms.most { -worse } else { worse };
        let steps: Vec<f64> = residuals[point].iter().zip(&residuals[rival]).map(|(a, b)| a - b).collect();
        let side = boundary(points, terms, variance(&steps), terms.indifference, done);
        // Points that are equal in everything are one; the first stands for them.
        worse > side || (side == 0.0 && worse == 0.0 && rival < point) || worse.is_nan()
    };
    let open = |point: &usize| racers[*point].fate.is_none();
    let lost: Vec<usize> =
        (0..points).filter(open).filter(|p| rivals.iter().any(|rival| rival != p && loses(*p, *rival))).collect();
    lost.into_iter().for_each(|point| racers[point].fate = Some(Fate::Worse));
}

fn finish(mut racers: Vec<Racer>, terms: &Terms) -> Race {
    let equal = equal_allocation(&racers, terms);
    let left: Vec<usize> = (0..racers.len()).filter(|point| racers[*point].fate.is_none()).collect();
    let chosen = match left.as_slice() {
        [only] if racers[*only].keeps_all() => Some(*only),
        _ => None,
    };
    for point in left {
        racers[point].fate = Some(if chosen == Some(point) { Fate::Chosen } else { Fate::Open });
    }
    let runner = |racer: &Racer| Runner {
        fate: racer.fate.unwrap_or(Fate::Open),
        replications: racer.moments[0].replications(),
        figures: racer.moments.iter().map(RatioMoments::ratio).collect(),
    };
    let runners: Vec<Runner> = racers.iter().map(runner).collect();
    let spent = runners.iter().map(|runner| u64::from(runner.replications)).sum();
    Race { runners, chosen, spent, equal }
}

/// Replications in all when every point gets as many as the hardest judgement needs.
fn equal_allocation(racers: &[Racer], terms: &Terms) -> u64 {
    let quantile = student_quantile(1.0 - share_of_error(racers.len(), terms), terms.first - 1);
    let needed = |variance: f64, least: f64| (quantile * quantile * variance / (least * least)).ceil();
    let limits = |racer: &Racer| {
        let each = terms.limits.iter().copied().enumerate().map(|limit| racer.spread(limit));
        each.map(|(variance, least)| needed(variance, least)).fold(0.0, f64::max)
    };
    let residuals: Vec<Vec<f64>> = racers.iter().map(Racer::residuals).collect();
    let mut most = racers.iter().map(limits).fold(f64::from(terms.first), f64::max);
    for (place, one) in residuals.iter().enumerate() {
        for other in &residuals[..place] {
            let steps: Vec<f64> = one.iter().zip(other).map(|(a, b)| a - b).collect();
            most = most.max(needed(variance(&steps), terms.indifference));
        }
    }
    (most * racers.len() as f64) as u64
}
