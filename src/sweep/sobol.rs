//! Sobol's sequence: points that fill a cube more evenly than chance does.
//!
//! Primitive polynomials and initial direction numbers are those of Joe and Kuo, "Constructing Sobol sequences with
//! better two-dimensional projections", SIAM Journal on Scientific Computing 30 (2008), 2635-2654 (their table for
//! property A_6). Points come in the order of Gray's code (Antonov and Saleev, USSR Computational Mathematics 19, 1979),
//! which changes nothing about each first 2^k of them.

/// Degree of the polynomial, its inner coefficients as bits, and the first direction numbers m, from dimension 2 on.
const POLYNOMIALS: [(u32, u32, &[u32]); 20] = [
    (1, 0, &[1]),
    (2, 1, &[1, 3]),
    (3, 1, &[1, 3, 1]),
    (3, 2, &[1, 1, 1]),
    (4, 1, &[1, 1, 3, 3]),
    (4, 4, &[1, 3, 5, 13]),
    (5, 2, &[1, 1, 5, 5, 17]),
    (5, 4, &[1, 1, 5, 5, 5]),
    (5, 7, &[1, 1, 7, 11, 19]),
    (5, 11, &[1, 1, 5, 1, 1]),
    (5, 13, &[1, 1, 1, 3, 11]),
    (5, 14, &[1, 3, 5, 5, 31]),
    (6, 1, &[1, 3, 3, 9, 7, 49]),
    (6, 13, &[1, 1, 1, 15, 21, 21]),
    (6, 16, &[1, 3, 1, 13, 27, 49]),
    (6, 19, &[1, 1, 1, 15, 7, 5]),
    (6, 22, &[1, 3, 1, 15, 13, 25]),
    (6, 25, &[1, 1, 5, 5, 19, 61]),
    (7, 1, &[1, 3, 7, 11, 23, 15, 103]),
    (7, 4, &[1, 3, 7, 13, 13, 15, 69]),
];

/// Most dimensions.
pub(super) const MOST_DIMENSIONS: usize = POLYNOMIALS.len() + 1;
const BITS: usize = 32;

/// The first points of the sequence, from the origin on, as 32 bits a coordinate.
pub(super) fn sobol(dimensions: usize, points: usize) -> Vec<Vec<u32>> {
    let directions: Vec<[u32; BITS]> = (0..dimensions).map(directions).collect();
    let mut point = vec![0_u32; dimensions];
    let mut all = Vec::with_capacity(points);
    for index in 1..=points {
        all.push(point.clone());
        let changed = (index.trailing_zeros() as usize).min(BITS - 1);
        point.iter_mut().zip(&directions).for_each(|(x, v)| *x ^= v[changed]);
    }
    all
}

/// The direction numbers of a dimension, counted from 0.
fn directions(dimension: usize) -> [u32; BITS] {
    let mut v = [0_u32; BITS];
    let Some((degree, coefficients, first)) = dimension.checked_sub(1).map(|place| POLYNOMIALS[place]) else {
        // The first dimension is van der Corput's sequence.
        v.iter_mut().enumerate().for_each(|(i, v)| *v = 1 << (BITS - 1 - i));
        return v;
    };
    let s = degree as usize;
    for i in 0..BITS {
        v[i] = if i < s {
            first[i] << (BITS - 1 - i)
        } else {
            let inner = (1..s).filter(|k| coefficients >> (s - 1 - k) & 1 == 1).map(|k| v[i - k]);
            inner.fold(v[i - s] ^ (v[i - s] >> s), |sum, term| sum ^ term)
        };
    }
    v
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_of_the_first_powers_of_two_holds_one_point() {
        for bits in [1, 4, 8] {
            let points = sobol(MOST_DIMENSIONS, 1 << bits);
            for dimension in 0..MOST_DIMENSIONS {
                let mut cells: Vec<u32> = points.iter().map(|point| point[dimension] >> (32 - bits)).collect();
                cells.sort_unstable();
                assert!(cells.iter().copied().eq(0..1 << bits), "dimension {dimension}, 2^{bits} points");
            }
        }
    }

    #[test]
    fn dimensions_together_have_sobols_property_a() {
        // One point of the first 2^d in each of the 2^d corners of the cube of d dimensions (Sobol' 1976); the numbers of
        // Joe and Kuo have it.
        for dimensions in 1..=12 {
            let corner = |point: &Vec<u32>| point.iter().fold(0_u32, |corner, x| corner << 1 | x >> 31);
            let mut corners: Vec<u32> = sobol(dimensions, 1 << dimensions).iter().map(corner).collect();
            corners.sort_unstable();
            assert!(corners.iter().copied().eq(0..1 << dimensions), "{dimensions} dimensions");
        }
    }

    #[test]
    fn the_first_points_are_those_that_one_finds_by_hand() {
        let points = sobol(3, 4);
        let shares: Vec<Vec<f64>> =
            points.iter().map(|point| point.iter().map(|x| f64::from(*x) / 2f64.powi(32)).collect()).collect();
        assert_eq!(shares, [[0.0, 0.0, 0.0], [0.5, 0.5, 0.5], [0.75, 0.25, 0.25], [0.25, 0.75, 0.75]]);
    }
}
