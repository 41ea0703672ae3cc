//! Where the points of a design lie.

use super::factor::{Factor, Standing};
use super::sobol::sobol;
use crate::sampling::{Key, Purpose};

/// How points are chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// All combinations; the last factor changes fastest.
    Grid,
    /// The first values of all factors, the second ones, and so on.
    List,
    /// Independent uniform points.
    Random,
    /// Each factor's range cut into as many strata as there are points, one point in each (McKay, Beckman and Conover,
    /// Technometrics 21, 1979).
    LatinHypercube,
    /// Sobol's sequence with a random digital shift.
    Sobol,
}

/// The points: where each factor stands at each of them.
pub(super) fn points(kind: Kind, factors: &[Factor], many: usize, seed: u64) -> Vec<Vec<Standing>> {
    match kind {
        Kind::Grid => grid(factors),
        Kind::List => list(factors),
        Kind::Random | Kind::LatinHypercube | Kind::Sobol => {
            let shares = match kind {
                Kind::LatinHypercube => latin_hypercube(factors.len(), many, seed),
                Kind::Sobol => shifted_sobol(factors.len(), many, seed),
                _ => random(factors.len(), many, seed),
            };
            let standing =
                |point: Vec<f64>| factors.iter().zip(point).map(|(factor, share)| factor.at_share(share)).collect();
            shares.into_iter().map(standing).collect()
        }
    }
}

fn grid(factors: &[Factor]) -> Vec<Vec<Standing>> {
    let longer = |points: Vec<Vec<Standing>>, factor: &Factor| {
        let with = |point: &Vec<Standing>, n| point.iter().copied().chain([factor.nth(n)]).collect();
        let each =
            |point: Vec<Standing>| (0..factor.values().unwrap_or(0)).map(move |n| with(&point, n)).collect::<Vec<_>>();
        points.into_iter().flat_map(each).collect()
    };
    factors.iter().fold(vec![Vec::new()], longer)
}

fn list(factors: &[Factor]) -> Vec<Vec<Standing>> {
    let many = factors.iter().filter_map(Factor::values).min().unwrap_or(0);
    (0..many).map(|n| factors.iter().map(|factor| factor.nth(n)).collect()).collect()
}

/// The key of a factor's random numbers.
fn key(seed: u64, factor: usize) -> Key {
    Key::new(seed, 0).child(factor as u64)
}

fn random(factors: usize, many: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut streams: Vec<_> = (0..factors).map(|factor| key(seed, factor).stream(Purpose::Design)).collect();
    (0..many).map(|_| streams.iter_mut().map(|stream| stream.uniform()).collect()).collect()
}

fn latin_hypercube(factors: usize, many: usize, seed: u64) -> Vec<Vec<f64>> {
    let column = |factor| {
        let mut stream = key(seed, factor).stream(Purpose::Design);
        let mut strata: Vec<usize> = (0..many).collect();
        for last in (1..many).rev() {
            // A place among those not yet settled (Fisher and Yates).
            strata.swap(last, ((stream.uniform() * (last + 1) as f64) as usize).min(last));
        }
        let within = |stratum| ((stratum as f64 + stream.uniform()) / many as f64).min(BELOW_ONE);
        strata.into_iter().map(within).collect::<Vec<f64>>()
    };
    let columns: Vec<Vec<f64>> = (0..factors).map(column).collect();
    (0..many).map(|point| columns.iter().map(|column| column[point]).collect()).collect()
}

/// The largest share below one.
const BELOW_ONE: f64 = 1.0 - f64::EPSILON / 2.0;

/// A random shift of the binary digits, the same for all points, keeps the evenness and takes the origin away (Cranley and
/// Patterson's idea in base 2; Owen, "Monte Carlo theory, methods and examples", chapter 17).
fn shifted_sobol(factors: usize, many: usize, seed: u64) -> Vec<Vec<f64>> {
    let shifts: Vec<u32> =
        (0..factors).map(|factor| (key(seed, factor).stream(Purpose::Design).bits() >> 32) as u32).collect();
    // The middle of the cell that 32 digits leave.
    let share = |(x, shift): (u32, &u32)| (f64::from(x ^ shift) + 0.5) / 4_294_967_296.0;
    sobol(factors, many).into_iter().map(|point| point.into_iter().zip(&shifts).map(share).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_latin_hypercube_has_a_point_in_every_stratum() {
        for many in [1, 7, 100] {
            let points = latin_hypercube(5, many, 3);
            for factor in 0..5 {
                let mut strata: Vec<usize> =
                    points.iter().map(|point| (point[factor] * many as f64) as usize).collect();
                strata.sort_unstable();
                assert!(strata.into_iter().eq(0..many), "{many} points, factor {factor}");
            }
        }
    }

    #[test]
    fn a_shift_keeps_sobols_points_even() {
        let points = shifted_sobol(6, 64, 9);
        for factor in 0..6 {
            let mut cells: Vec<usize> = points.iter().map(|point| (point[factor] * 64.0) as usize).collect();
            cells.sort_unstable();
            assert!(cells.into_iter().eq(0..64), "factor {factor}");
        }
        assert_ne!(points, shifted_sobol(6, 64, 10));
    }
}
