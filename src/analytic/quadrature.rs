//! Integrals of several positive functions at once over pieces of an axis, kept so that integrals up to any point
//! follow from them.

/// How far two rules may differ on a piece, as a share of the piece. The better rule is then right to some 1e-13 where
/// the functions are smooth; beside a singularity, where halving never ends, the next constant ends it.
const RELATIVE: f64 = 1e-8;
/// A piece with less than this share of the whole needs no digits of its own.
const NEGLIGIBLE: f64 = 1e-17;
/// Halvings of a piece at most.
const DEEPEST: u32 = 70;

/// Nodes of Kronrod's rule of 15 points on 0..1 (the negative ones follow), from the outermost to 0; every second one,
/// beginning with the second, belongs to Gauss's rule of 7 points. Piessens et al. (1983), QUADPACK.
const NODES: [f64; 8] = [
    0.991_455_371_120_812_6,
    0.949_107_912_342_758_5,
    0.864_864_423_359_769_1,
    0.741_531_185_599_394_4,
    0.586_087_235_467_691_1,
    0.405_845_151_377_397_2,
    0.207_784_955_007_898_47,
    0.0,
];
const KRONROD: [f64; 8] = [
    0.022_935_322_010_529_224,
    0.063_092_092_629_978_55,
    0.104_790_010_322_250_18,
    0.140_653_259_715_525_92,
    0.169_004_726_639_267_9,
    0.190_350_578_064_785_4,
    0.204_432_940_075_298_9,
    0.209_482_141_084_727_82,
];
const GAUSS: [f64; 4] =
    [0.129_484_966_168_869_7, 0.279_705_391_489_276_64, 0.381_830_050_505_118_9, 0.417_959_183_673_469_4];

/// Integrals of `N` functions over one piece of the axis.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<const N: usize> {
    pub(super) from: f64,
    pub(super) to: f64,
    pub(super) values: [f64; N],
    /// How far the two rules differ.
    doubt: [f64; N],
}

/// Integrates over one piece by Kronrod's and by Gauss's rule.
pub(super) fn piece<const N: usize>(integrand: &impl Fn(f64) -> [f64; N], from: f64, to: f64) -> Piece<N> {
    let (middle, half) = ((from + to) / 2.0, (to - from) / 2.0);
    let (mut values, mut gauss) = ([0.0; N], [0.0; N]);
    for place in 0..8 {
        let mut pair = integrand(middle + half * NODES[place]);
        if place < 7 {
            let left = integrand(middle - half * NODES[place]);
            pair.iter_mut().zip(left).for_each(|(sum, left)| *sum += left);
        }
        for which in 0..N {
            values[which] += half * KRONROD[place] * pair[which];
            if place % 2 == 1 {
                gauss[which] += half * GAUSS[place / 2] * pair[which];
            }
        }
    }
    let mut doubt = [0.0; N];
    (0..N).for_each(|which| doubt[which] = (values[which] - gauss[which]).abs());
    Piece { from, to, values, doubt }
}

/// Sums over pieces.
pub(super) fn total<const N: usize>(pieces: &[Piece<N>]) -> [f64; N] {
    let mut sum = [0.0; N];
    for piece in pieces {
        sum.iter_mut().zip(piece.values).for_each(|(sum, value)| *sum += value);
    }
    sum
}

/// Integrates between the points of a mesh, halving what is not yet exact. The pieces come in order.
pub(super) fn integrate<const N: usize>(integrand: &impl Fn(f64) -> [f64; N], mesh: &[f64]) -> Vec<Piece<N>> {
    let coarse: Vec<Piece<N>> = mesh.windows(2).map(|ends| piece(integrand, ends[0], ends[1])).collect();
    let whole = total(&coarse);
    let mut done = Vec::with_capacity(2 * coarse.len());
    let mut waiting: Vec<(Piece<N>, u32)> = coarse.into_iter().rev().map(|piece| (piece, 0)).collect();
    while let Some((this, depth)) = waiting.pop() {
        let middle = (this.from + this.to) / 2.0;
        if depth == DEEPEST || middle <= this.from || middle >= this.to || settled(&this, &whole) {
            done.push(this);
        } else {
            waiting.push((piece(integrand, middle, this.to), depth + 1));
            waiting.push((piece(integrand, this.from, middle), depth + 1));
        }
    }
    done
}

fn settled<const N: usize>(piece: &Piece<N>, whole: &[f64; N]) -> bool {
    (0..N).all(|which| piece.doubt[which] <= RELATIVE * piece.values[which] + NEGLIGIBLE * whole[which])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kronrod's rule of 15 points is exact up to degree 22, Gauss's of 7 up to 13.
    #[test]
    fn the_rules_integrate_polynomials() {
        for degree in 0..=23 {
            let power = |x: f64| [(0..degree).fold(1.0, |product, _| product * x)];
            let piece = piece(&power, 0.0, 1.0);
            let exact = 1.0 / f64::from(degree + 1);
            assert!((piece.values[0] - exact).abs() < 2e-16 * 20.0, "degree {degree}: {}", piece.values[0] - exact);
            assert!((piece.doubt[0] < 1e-15) == (degree <= 13), "degree {degree}: {}", piece.doubt[0]);
        }
    }

    #[test]
    fn singular_beginnings_and_steep_falls_are_met() {
        let found = total(&integrate(&|x: f64| [libm::sqrt(x), libm::exp(-300.0 * x)], &[0.0, 0.5, 1.0]));
        assert!((found[0] - 2.0 / 3.0).abs() < 1e-10, "{}", found[0]);
        assert!((found[1] * 300.0 - 1.0).abs() < 1e-13, "{}", found[1]);
    }
}
