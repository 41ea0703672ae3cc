//! The maximum of a log-likelihood of a few parameters.

/// The step of the difference quotients. Parameters are logarithms, logits or means of logarithms: their scale is one.
/// The error of the place found is some `STEP^2`.
const STEP: f64 = 3e-4;
/// Steps below the first end the search; those above the second need a new Hessian.
const NEAR_ENOUGH: f64 = 1e-8;
const SHORT: f64 = 0.02;
/// Newton's steps at most; a handful is usual.
const MOST_STEPS: usize = 100;

/// Where a function is largest.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Maximum {
    /// The place.
    pub(super) at: Vec<f64>,
    /// The value there.
    pub(super) value: f64,
    /// The inverse of the observed information (minus the second derivatives there); none where that is singular.
    pub(super) covariance: Option<Vec<Vec<f64>>>,
}

impl Maximum {
    /// The standard error of a smooth function of the parameters, by the delta method.
    pub(super) fn error_of(&self, function: impl Fn(&[f64]) -> f64) -> Option<f64> {
        let slope: Vec<f64> = (0..self.at.len()).map(|i| slope(&function, &self.at, i)).collect();
        let covariance = self.covariance.as_ref()?;
        let rows = covariance.iter().zip(&slope);
        let variance: f64 = rows.map(|(row, s)| s * row.iter().zip(&slope).map(|(c, t)| c * t).sum::<f64>()).sum();
        (variance >= 0.0 && variance.is_finite()).then(|| variance.sqrt())
    }
}

/// Newton's method from a start, with the Hessian made definite where it is not (Levenberg) and steps halved until they
/// climb (Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, section 3.4). Once steps are short the Hessian is
/// kept. `scale` is about the size of the function's second derivatives: the number of observations.
pub(super) fn maximise(function: impl Fn(&[f64]) -> f64, start: Vec<f64>, scale: f64) -> Maximum {
    let scaled = |at: &[f64]| function(at) / scale;
    let (mut at, mut value) = (start.clone(), scaled(&start));
    let mut information = curvature(&scaled, &at);
    for _ in 0..MOST_STEPS {
        let gradient: Vec<f64> = (0..at.len()).map(|i| slope(&scaled, &at, i)).collect();
        let step = ascent(&information, &gradient);
        let Some((next, higher)) = climb(&scaled, &at, value, &step) else { break };
        let moved = next.iter().zip(&at).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        (at, value) = (next, higher);
        if moved < NEAR_ENOUGH {
            break;
        }
        if moved > SHORT {
            information = curvature(&scaled, &at);
        }
    }
    let covariance = inverse(&curvature(&scaled, &at), 1.0 / scale);
    Maximum { value: value * scale, at, covariance }
}

fn moved(at: &[f64], changes: &[(usize, f64)]) -> Vec<f64> {
    let mut to = at.to_vec();
    changes.iter().for_each(|(i, by)| to[*i] += by);
    to
}

fn slope(function: &impl Fn(&[f64]) -> f64, at: &[f64], i: usize) -> f64 {
    (function(&moved(at, &[(i, STEP)])) - function(&moved(at, &[(i, -STEP)]))) / (2.0 * STEP)
}

/// Minus the second derivatives, the lower triangle.
fn curvature(function: &impl Fn(&[f64]) -> f64, at: &[f64]) -> Vec<Vec<f64>> {
    let here = function(at);
    let entry = |i: usize, j: usize| {
        if i == j {
            let both = function(&moved(at, &[(i, STEP)])) + function(&moved(at, &[(i, -STEP)]));
            return (2.0 * here - both) / (STEP * STEP);
        }
        let corner = |a: f64, b: f64| function(&moved(at, &[(i, a * STEP), (j, b * STEP)]));
        let mixed = corner(1.0, 1.0) - corner(1.0, -1.0) - corner(-1.0, 1.0) + corner(-1.0, -1.0);
        -mixed / (4.0 * STEP * STEP)
    };
    (0..at.len()).map(|i| (0..=i).map(|j| entry(i, j)).collect()).collect()
}

/// A direction that climbs: Newton's where the curvature is definite, else one turned towards the slope. At most one
/// unit long in any parameter.
fn ascent(curvature: &[Vec<f64>], gradient: &[f64]) -> Vec<f64> {
    let mut damping = 0.0;
    for _ in 0..40 {
        let mut damped = curvature.to_vec();
        (0..damped.len()).for_each(|i| damped[i][i] += damping);
        if let Some(factor) = cholesky(&damped) {
            let step = solve(&factor, gradient);
            let longest = step.iter().fold(1.0_f64, |m, s| m.max(s.abs()));
            return step.iter().map(|s| s / longest).collect();
        }
        damping = if damping == 0.0 { 1e-4 } else { damping * 3.0 };
    }
    gradient.to_vec()
}

/// The first of ever shorter steps that does not go down.
fn climb(function: &impl Fn(&[f64]) -> f64, at: &[f64], value: f64, step: &[f64]) -> Option<(Vec<f64>, f64)> {
    let shorter = (0..30).map(|halvings| libm::ldexp(1.0, -halvings));
    let reached = shorter.map(|part| at.iter().zip(step).map(|(a, s)| a + part * s).collect::<Vec<f64>>());
    reached.map(|to| (function(&to), to)).find(|(there, _)| *there > value).map(|(there, to)| (to, there))
}

/// The lower triangle L with `L L' = matrix`, of which only the lower triangle is read; none where it is not definite.
fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let n = matrix.len();
    let mut lower = vec![vec![0.0; n]; n];
    for i in 0..n {
        for j in 0..=i {
            let rest = matrix[i][j] - (0..j).map(|k| lower[i][k] * lower[j][k]).sum::<f64>();
            if i == j {
                // Written so that NaN is not definite either.
                if !(rest > 1e-9 * matrix[i][i].abs() && rest > 1e-12) {
                    return None;
                }
                lower[i][i] = rest.sqrt();
            } else {
                lower[i][j] = rest / lower[j][j];
            }
        }
    }
    Some(lower)
}

fn solve(lower: &[Vec<f64>], right: &[f64]) -> Vec<f64> {
    let n = right.len();
    let mut x = right.to_vec();
    for i in 0..n {
        let known: f64 = (0..i).map(|k| lower[i][k] * x[k]).sum();
        x[i] = (x[i] - known) / lower[i][i];
    }
    for i in (0..n).rev() {
        let known: f64 = (i + 1..n).map(|k| lower[k][i] * x[k]).sum();
        x[i] = (x[i] - known) / lower[i][i];
    }
    x
}

fn inverse(matrix: &[Vec<f64>], factor: f64) -> Option<Vec<Vec<f64>>> {
    let lower = cholesky(matrix)?;
    let n = matrix.len();
    let column = |i: usize| {
        let unit: Vec<f64> = (0..n).map(|k| if k == i { factor } else { 0.0 }).collect();
        solve(&lower, &unit)
    };
    Some((0..n).map(column).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paraboloid_is_climbed_in_its_own_metric() {
        // -(a^2 + 2 a b / 2 + 3 b^2) / 2 around (1, -2), a hundred times: the information is 100 [[1, 0.5], [0.5, 3]].
        let function = |x: &[f64]| {
            let (a, b) = (x[0] - 1.0, x[1] + 2.0);
            -50.0 * (a * a + a * b + 3.0 * b * b)
        };
        let top = maximise(function, vec![30.0, 9.0], 100.0);
        assert!((top.at[0] - 1.0).abs() < 1e-6 && (top.at[1] + 2.0).abs() < 1e-6, "{:?}", top.at);
        let error = top.error_of(|x| x[0]).unwrap_or(f64::NAN);
        assert!((error - (3.0_f64 / 2.75 / 100.0).sqrt()).abs() < 1e-6, "{error}");
    }

    #[test]
    fn what_cannot_be_told_has_no_error() {
        let top = maximise(|x| -(x[0] + x[1]) * (x[0] + x[1]), vec![1.0, 1.0], 1.0);
        assert!((top.at[0] + top.at[1]).abs() < 1e-4 && top.covariance.is_none(), "{top:?}");
    }
}
