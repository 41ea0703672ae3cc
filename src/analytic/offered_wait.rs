//! The offered wait V: how long a contact of endless patience would wait. All figures are integrals over its law.
//!
//! With `r` contacts per second, `n` agents of rate `mu`, survival of patience `S`, `H(x)` the integral of `S` up to x,
//! and j contacts waiting on arrival, the offered wait has the density
//!
//! ```text
//! r exp(-n mu x) (r H(x))^j / j!    for every j >= 0,    beside    P(V = 0) = 1 / B(n - 1, load),
//! ```
//!
//! up to one factor. Summed over all j this is Baccelli and Hebuterne (1981) in the form of Zeltyn and Mandelbaum
//! (2005), "Call centers with impatient customers", equation 3.1; by j it is Movaghar (1998), "On queueing with customer
//! impatience until the beginning of service", theorem 1, whose arrival rates may depend on the number present. So with
//! room for q waiting contacts, j < q are let in, and j = q finds all lines busy.

use std::sync::Arc;

use super::gamma::log_exponential_sum;
use super::patience::{Patience, Point};
use super::quadrature::{Piece, integrate, piece, total};

/// Beyond a density of exp(-DEEP) of its peak, nothing is counted.
const DEEP: f64 = 120.0;
/// Beyond exp(-NEGLIGIBLE), pieces may be as long as they like.
const NEGLIGIBLE: f64 = 40.0;
/// The logarithm by which the density may fall over one piece of the mesh: what the quadrature settles at once.
const STEEP: f64 = 5.0;

/// The integrals over the law of the offered wait, each up to the same factor.
pub(super) type Parts = [f64; 5];
/// Answered: `P(V < R)`.
pub(super) const ANSWERED: usize = 0;
/// Abandoned: `P(R <= V)`.
pub(super) const ABANDONED: usize = 1;
/// `E[V; V < R]`.
pub(super) const WAIT_ANSWERED: usize = 2;
/// `E[R; R <= V]`.
pub(super) const WAIT_ABANDONED: usize = 3;
/// All lines busy.
pub(super) const BLOCKED: usize = 4;

/// What the law follows from.
#[derive(Clone, Debug)]
pub(super) struct Race {
    /// Contacts per second.
    pub(super) arrivals: f64,
    /// Contacts per second that all agents together finish.
    pub(super) service: f64,
    /// How many may wait, at least one; none: any number.
    pub(super) room: Option<f64>,
    /// Patience.
    pub(super) patience: Arc<Patience>,
}

impl Race {
    /// The logarithms of the densities of those let in and those blocked, over `arrivals`.
    fn log_densities(&self, x: f64, point: &Point) -> (f64, f64) {
        let met = self.arrivals * point.integrated(x);
        match self.room {
            None => (met - self.service * x, f64::NEG_INFINITY),
            Some(room) => {
                let (waiting, full) = log_exponential_sum(room - 1.0, met);
                (waiting - self.service * x, full - self.service * x)
            }
        }
    }

    fn log_density(&self, x: f64) -> f64 {
        self.log_densities(x, &self.patience.at(x)).0
    }

    /// The sign of the density's slope, which falls with x: the logarithm is concave.
    fn rises(&self, x: f64) -> bool {
        let point = self.patience.at(x);
        let admitted = match self.room {
            None => 1.0,
            Some(1.0) => 0.0,
            Some(room) => {
                let met = self.arrivals * point.integrated(x);
                libm::exp(log_exponential_sum(room - 2.0, met).0 - log_exponential_sum(room - 1.0, met).0)
            }
        };
        self.arrivals * point.survival * admitted > self.service
    }

    /// Where the density is highest, nearly.
    fn peak(&self) -> f64 {
        if !self.rises(0.0) {
            return 0.0;
        }
        let (mut low, mut high) = (0.0, 1.0 / self.service);
        while self.rises(high) {
            (low, high) = (high, 2.0 * high);
        }
        for _ in 0..40 {
            let middle = (low + high) / 2.0;
            if self.rises(middle) { low = middle } else { high = middle }
        }
        (low + high) / 2.0
    }

    /// Points of a mesh on one side of the peak, farther and farther from it, until the density is negligible.
    fn flank(&self, peak: f64, top: f64, side: f64) -> Vec<f64> {
        let fall = |step: f64| top - self.log_density((peak + side * step).max(0.0));
        let mut step = if side < 0.0 { peak.min(1.0 / self.service) } else { 1.0 / self.service };
        while fall(step) > 4.0 {
            step /= 2.0;
        }
        while fall(step) < 1.0 && (side > 0.0 || step < peak) {
            step *= 2.0;
        }
        let (mut points, mut offset, mut fallen) = (Vec::new(), 0.0, 0.0);
        while peak + side * (offset + step) > 0.0 && fallen < DEEP {
            let next = fall(offset + step);
            // A piece over which the density falls by much would only be halved again, unless it is negligible.
            if next - fallen > STEEP && fallen < NEGLIGIBLE && step > offset / 64.0 {
                step /= 2.0;
                continue;
            }
            offset += step;
            points.push(peak + side * offset);
            if next - fallen < STEEP / 3.0 || next > NEGLIGIBLE {
                step *= 2.0;
            }
            fallen = next;
        }
        points
    }

    /// The mesh of the quadrature: 0, both flanks of the peak, and where the law of patience jumps or bends.
    fn mesh(&self, peak: f64, top: f64) -> Vec<f64> {
        let mut mesh = vec![0.0, peak];
        mesh.extend(self.flank(peak, top, 1.0));
        if peak > 0.0 {
            mesh.extend(self.flank(peak, top, -1.0));
        }
        let end = mesh.iter().copied().fold(0.0, f64::max);
        let bends = self.patience.breaks().iter().copied().chain(self.patience.corners());
        mesh.extend(bends.filter(|at| *at < end));
        mesh.sort_by(f64::total_cmp);
        mesh.dedup();
        mesh
    }

    /// The densities of all parts at x, scaled so that the peak is near 1.
    fn parts(&self, x: f64, top: f64) -> Parts {
        let point = self.patience.at(x);
        let (log_let_in, log_blocked) = self.log_densities(x, &point);
        let let_in = libm::exp(log_let_in - top);
        let answered = let_in * point.survival;
        let blocked = if self.room.is_some() { libm::exp(log_blocked - top) } else { 0.0 };
        [answered, let_in * point.cumulative, x * answered, let_in * point.partial_mean, blocked]
    }
}

/// The law of the offered wait of those who wait.
#[derive(Clone, Debug)]
pub(super) struct OfferedWait {
    race: Race,
    /// The logarithm by which all parts are too small.
    top: f64,
    pieces: Vec<Piece<5>>,
    /// Parts up to the beginning of each piece.
    before: Vec<Parts>,
    total: Parts,
}

impl OfferedWait {
    /// Works the law out. The queue must be stable.
    pub(super) fn new(race: Race) -> Self {
        let peak = race.peak();
        let top = race.log_density(peak);
        let pieces = integrate(&|x| race.parts(x, top), &race.mesh(peak, top));
        let mut sum = [0.0; 5];
        let mut before = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            before.push(sum);
            sum.iter_mut().zip(piece.values).for_each(|(sum, value)| *sum += value);
        }
        Self { total: total(&pieces), race, top, pieces, before }
    }

    /// Sums over all waits, up to [`Self::log_weight`].
    pub(super) fn total(&self) -> &Parts {
        &self.total
    }

    /// The logarithm of what a part must be multiplied with to stand beside `1 / B(n - 1, load)`.
    pub(super) fn log_weight(&self) -> f64 {
        libm::log(self.race.arrivals) + self.top
    }

    /// The parts of offered waits up to `x` seconds.
    pub(super) fn up_to(&self, x: f64) -> Parts {
        let place = self.pieces.partition_point(|piece| piece.to <= x);
        match self.pieces.get(place) {
            None => self.total,
            Some(piece) => self.within(place, x.max(piece.from)),
        }
    }

    fn within(&self, place: usize, x: f64) -> Parts {
        let part = piece(&|x| self.race.parts(x, self.top), self.pieces[place].from, x);
        let mut sum = self.before[place];
        sum.iter_mut().zip(part.values).for_each(|(sum, value)| *sum += value);
        sum
    }

    /// Of those let in, the share of the parts with `R <= x` and `R < V`: abandoned by x seconds.
    pub(super) fn abandoned_by(&self, x: f64) -> f64 {
        let parts = self.up_to(x);
        let longer = (self.total[ANSWERED] + self.total[ABANDONED] - parts[ANSWERED] - parts[ABANDONED]).max(0.0);
        parts[ABANDONED] + longer * self.race.patience.at(x).cumulative
    }

    /// The wait that `answered` of the answered part do not exceed, in seconds: Newton's steps within a piece, kept
    /// between bounds.
    pub(super) fn quantile(&self, answered: f64) -> f64 {
        let place = self.before.partition_point(|sum| sum[ANSWERED] < answered).saturating_sub(1);
        let Some(piece) = self.pieces.get(place) else { return 0.0 };
        let (mut low, mut high) = (piece.from, piece.to);
        let mut x = (low + high) / 2.0;
        for _ in 0..60 {
            let off = self.within(place, x)[ANSWERED] - answered;
            if off < 0.0 {
                low = x
            } else {
                high = x
            }
            let step = off / self.race.parts(x, self.top)[ANSWERED];
            let next = if (low..=high).contains(&(x - step)) { x - step } else { (low + high) / 2.0 };
            if (next - x).abs() <= 1e-14 * x {
                return next;
            }
            x = next;
        }
        x
    }
}
