//! The distribution of waiting as charts draw it: no more points than a line needs.

use serde::{Deserialize, Serialize};

/// The distribution of waiting of a contact type, for the chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WaitCurve {
    /// (wait in s, share of answered contacts that waited at most so long), ascending; the first point is at 0 s. Points
    /// that a line between their neighbours on a [`WaitScale`] passes through are left out. Empty where nobody was
    /// answered.
    pub answered_within: Vec<(f64, f64)>,
}

/// Where waits stand on an axis: spread like a logarithm, but with zero on the paper.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaitScale {
    /// Waits much shorter than this are drawn linearly, s.
    knee: f64,
}

impl WaitScale {
    /// A scale on which `threshold` (s) stands well away from zero: half of the attention goes to what is shorter.
    #[must_use]
    pub fn around(threshold: f64) -> Self {
        Self { knee: (threshold / 4.0).max(1.0) }
    }

    /// Where a wait (s) stands.
    #[must_use]
    pub fn place(&self, seconds: f64) -> f64 {
        libm::log1p(seconds / self.knee)
    }

    /// Which wait (s) stands at a place.
    #[must_use]
    pub fn seconds(&self, place: f64) -> f64 {
        libm::expm1(place) * self.knee
    }
}

/// A point this near to the line between its neighbours (as a share) is not seen to be missing.
const UNSEEN: f64 = 0.0005;
/// Most points of a curve.
const MOST: usize = 120;

impl WaitCurve {
    /// The curve through these points as it is drawn on a scale: its ends, and again and again the point that lies
    /// farthest from the line so far (Ramer 1972; Douglas and Peucker 1973), until none is seen to be missing.
    pub(super) fn drawn(points: &[(f64, f64)], scale: &WaitScale) -> Self {
        let placed: Vec<(f64, f64)> = points.iter().map(|(wait, share)| (scale.place(*wait), *share)).collect();
        let last = placed.len().saturating_sub(1);
        let mut kept = vec![0, last];
        kept.truncate(placed.len());
        let mut spans: Vec<Span> = farthest(&placed, 0, last).into_iter().collect();
        while kept.len() < MOST {
            let next = spans.iter().enumerate().max_by(|a, b| a.1.off.total_cmp(&b.1.off));
            let Some(place) = next.filter(|(_, span)| span.off > UNSEEN).map(|(place, _)| place) else { break };
            let Span { from, at, to, .. } = spans.swap_remove(place);
            kept.push(at);
            spans.extend(farthest(&placed, from, at));
            spans.extend(farthest(&placed, at, to));
        }
        kept.sort_unstable();
        kept.dedup();
        Self { answered_within: kept.into_iter().map(|place| points[place]).collect() }
    }
}

/// The point between two others that lies farthest from the line through them, and how far, as a share.
struct Span {
    from: usize,
    at: usize,
    to: usize,
    off: f64,
}

fn farthest(points: &[(f64, f64)], from: usize, to: usize) -> Option<Span> {
    let (x0, y0) = *points.get(from)?;
    let (x1, y1) = *points.get(to)?;
    let off = |at: usize| (points[at].1 - (y0 + (y1 - y0) * (points[at].0 - x0) / (x1 - x0))).abs();
    let spans = (from + 1..to).map(|at| Span { from, at, to, off: off(at) });
    spans.max_by(|a, b| a.off.total_cmp(&b.off))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a line through the kept points shows at a wait.
    fn shown(curve: &WaitCurve, scale: &WaitScale, wait: f64) -> f64 {
        let points = &curve.answered_within;
        let next = points.iter().position(|point| point.0 >= wait).unwrap_or(0).max(1);
        let ((x0, y0), (x1, y1)) = (points[next - 1], points[next]);
        let [x0, x1, x] = [x0, x1, wait].map(|wait| scale.place(wait));
        y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    }

    #[test]
    fn what_is_left_out_is_not_missed() {
        let scale = WaitScale::around(20.0);
        // Most are answered at once, some within minutes, a few only when the centre opens again.
        let share = |wait: f64| 0.7 + 0.28 * (1.0 - libm::exp(-wait / 40.0)) + if wait > 30_000.0 { 0.02 } else { 0.0 };
        let points: Vec<(f64, f64)> =
            (0..4000).map(|i| libm::expm1(f64::from(i) / 350.0)).map(|wait| (wait, share(wait))).collect();
        let curve = WaitCurve::drawn(&points, &scale);
        assert!((10..=MOST).contains(&curve.answered_within.len()), "{}", curve.answered_within.len());
        assert!(curve.answered_within.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (wait, share) in &points {
            assert!((shown(&curve, &scale, *wait) - share).abs() <= UNSEEN + 1e-12, "{wait}");
        }
    }

    #[test]
    fn many_steps_keep_the_highest() {
        let scale = WaitScale::around(20.0);
        let points: Vec<(f64, f64)> = (0..1000).map(|i| (f64::from(i), f64::from(i / 2) / 500.0)).collect();
        assert_eq!(WaitCurve::drawn(&points, &scale).answered_within.len(), MOST);
        for few in 0..3 {
            assert_eq!(WaitCurve::drawn(&points[..few], &scale).answered_within, points[..few]);
        }
    }
}
