//! Least squares as weights: each quantity of interest is a weighted sum of the points' figures, with weights that follow
//! from the design alone.

/// The normal equations of a model matrix, solved.
pub(super) struct LeastSquares {
    rows: Vec<Vec<f64>>,
    inverse: Vec<Vec<f64>>,
}

/// Pivots below this share of the largest say that columns depend on each other.
const SINGULAR: f64 = 1e-9;

impl LeastSquares {
    /// Of a model with these rows, one a point. None where the points cannot tell its columns apart.
    pub(super) fn new(rows: Vec<Vec<f64>>) -> Option<Self> {
        let width = rows.first()?.len();
        let mut gram = vec![vec![0.0; width]; width];
        for row in &rows {
            for (i, x) in row.iter().enumerate() {
                row.iter().enumerate().for_each(|(j, y)| gram[i][j] += x * y);
            }
        }
        Some(Self { inverse: inverse(gram)?, rows })
    }

    /// What each point's figure counts in a weighted sum of coefficients.
    pub(super) fn weights(&self, of: &[f64]) -> Vec<f64> {
        let column = |j: usize| of.iter().zip(&self.inverse).map(|(a, row)| a * row[j]).sum::<f64>();
        let along: Vec<f64> = (0..self.inverse.len()).map(column).collect();
        self.rows.iter().map(|row| row.iter().zip(&along).map(|(x, a)| x * a).sum()).collect()
    }

    /// Share of the variation of figures between points that the model explains, 0..1; none where they do not vary.
    pub(super) fn explained(&self, figures: &[f64]) -> Option<f64> {
        let width = self.inverse.len();
        let moment = |j: usize| self.rows.iter().zip(figures).map(|(row, y)| row[j] * y).sum::<f64>();
        let moments: Vec<f64> = (0..width).map(moment).collect();
        let coefficient = |row: &Vec<f64>| row.iter().zip(&moments).map(|(a, m)| a * m).sum::<f64>();
        let coefficients: Vec<f64> = self.inverse.iter().map(coefficient).collect();
        let mean = figures.iter().sum::<f64>() / figures.len() as f64;
        let fitted = |row: &Vec<f64>| row.iter().zip(&coefficients).map(|(x, b)| x * b).sum::<f64>();
        let left: f64 = self.rows.iter().zip(figures).map(|(row, y)| (y - fitted(row)) * (y - fitted(row))).sum();
        let all: f64 = figures.iter().map(|y| (y - mean) * (y - mean)).sum();
        (all > 1e-12 * mean * mean * figures.len() as f64).then(|| (1.0 - left / all).clamp(0.0, 1.0))
    }
}

/// The inverse of a symmetric matrix, by Gauss and Jordan with the largest pivot; none where it is singular.
fn inverse(mut a: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let n = a.len();
    let largest = (0..n).map(|i| a[i][i].abs()).fold(0.0, f64::max);
    let mut inverse: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for column in 0..n {
        let pivot = (column..n).max_by(|i, j| a[*i][column].abs().total_cmp(&a[*j][column].abs()))?;
        if a[pivot][column].abs() <= SINGULAR * largest {
            return None;
        }
        a.swap(column, pivot);
        inverse.swap(column, pivot);
        let scale = a[column][column];
        a[column].iter_mut().chain(&mut inverse[column]).for_each(|x| *x /= scale);
        for row in (0..n).filter(|row| *row != column) {
            let factor = a[row][column];
            let (own, other) = (a[column].clone(), inverse[column].clone());
            a[row].iter_mut().zip(own).for_each(|(x, y)| *x -= factor * y);
            inverse[row].iter_mut().zip(other).for_each(|(x, y)| *x -= factor * y);
        }
    }
    Some(inverse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_three_points_is_the_one_worked_out_by_hand() {
        // y = 1, 2, 4 at x = 0, 1, 2: slope 3/2, intercept 5/6; the residuals' squares sum to 1/6 of 14/3.
        let model = LeastSquares::new(vec![vec![1.0, 0.0], vec![1.0, 1.0], vec![1.0, 2.0]]);
        let figures = [1.0, 2.0, 4.0];
        let of = |what: &[f64]| {
            let weights = model.as_ref().map(|model| model.weights(what)).unwrap_or_default();
            weights.iter().zip(figures).map(|(w, y)| w * y).sum::<f64>()
        };
        assert!((of(&[0.0, 1.0]) - 1.5).abs() < 1e-12 && (of(&[1.0, 0.0]) - 5.0 / 6.0).abs() < 1e-12);
        let explained = model.and_then(|model| model.explained(&figures)).unwrap_or_default();
        assert!((explained - (1.0 - 1.0 / 28.0)).abs() < 1e-12, "{explained}");
    }

    #[test]
    fn what_always_goes_together_cannot_be_told_apart() {
        assert!(LeastSquares::new(vec![vec![1.0, 0.0, 0.0], vec![1.0, 1.0, 1.0], vec![1.0, 2.0, 2.0]]).is_none());
    }
}
