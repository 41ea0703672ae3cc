//! The path of an SVG, written short: steps from point to point, in tenths of a unit.

use std::fmt;

/// A path with one decimal.
#[derive(Default)]
pub(super) struct Path {
    written: String,
}

impl Path {
    pub(super) fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// An open line through points.
    pub(super) fn line(&mut self, points: &[(f64, f64)]) {
        let mut pen: Option<(i64, i64)> = None;
        for (x, y) in thinned(points) {
            match pen {
                None => self.written += &format!("M{}{}", tenths(x), joined(y)),
                Some((before_x, before_y)) => match (x - before_x, y - before_y) {
                    (dx, 0) => self.written += &format!("h{}", tenths(dx)),
                    (0, dy) => self.written += &format!("v{}", tenths(dy)),
                    (dx, dy) => self.written += &format!("l{}{}", tenths(dx), joined(dy)),
                },
            }
            pen = Some((x, y));
        }
    }

    /// A closed outline.
    pub(super) fn outline(&mut self, points: &[(f64, f64)]) {
        self.line(points);
        self.written.push('z');
    }

    /// A disc.
    pub(super) fn disc(&mut self, (x, y): (f64, f64), radius: f64) {
        let (left, across) = (tenth(x - radius), tenth(2.0 * radius));
        let r = tenths(tenth(radius));
        let (go, back) = (tenths(across), tenths(-across));
        self.written += &format!("M{}{}a{r} {r} 0 1 0 {go} 0a{r} {r} 0 1 0{back} 0", tenths(left), joined(tenth(y)));
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

fn tenth(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// Tenths as a decimal number, as short as SVG reads it: `.5`, `-3`, `12.1`.
fn tenths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    match (value.abs() / 10, value.abs() % 10) {
        (whole, 0) => format!("{}{whole}", if whole == 0 { "" } else { sign }),
        (0, part) => format!("{sign}.{part}"),
        (whole, part) => format!("{sign}{whole}.{part}"),
    }
}

/// A second number: a minus parts it from the first, anything else needs a space.
fn joined(value: i64) -> String {
    let text = tenths(value);
    if text.starts_with('-') { text } else { format!(" {text}") }
}

/// Points in tenths, without those that do not change what is seen: nearer than a unit to the line between their
/// neighbours' ends, or where the last one was.
fn thinned(points: &[(f64, f64)]) -> Vec<(i64, i64)> {
    let mut kept: Vec<(i64, i64)> = Vec::with_capacity(points.len());
    for point in points.iter().map(|(x, y)| (tenth(*x), tenth(*y))) {
        if let [.., a, b] = kept.as_slice()
            && between(*a, *b, point)
        {
            kept.pop();
        }
        if kept.last() != Some(&point) {
            kept.push(point);
        }
    }
    kept
}

/// Whether the middle one lies on the way from the first to the last, to a tenth of a unit.
fn between(a: (i64, i64), b: (i64, i64), c: (i64, i64)) -> bool {
    let (ab, ac) = ((b.0 - a.0, b.1 - a.1), (c.0 - a.0, c.1 - a.1));
    let ahead = ab.0 * (c.0 - b.0) + ab.1 * (c.1 - b.1) >= 0;
    let area = (ab.0 * ac.1 - ab.1 * ac.0) as f64;
    let length = (ac.0 as f64).hypot(ac.1 as f64);
    ahead && area.abs() <= length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(points: &[(f64, f64)]) -> String {
        let mut path = Path::default();
        path.line(points);
        path.to_string()
    }

    #[test]
    fn steps_are_short() {
        assert_eq!(written(&[(10.04, 20.0), (10.54, 19.5), (12.0, 19.5), (12.0, 30.0)]), "M10 20l.5-.5h1.5v10.5");
    }

    #[test]
    fn points_on_the_way_are_left_out_and_corners_stay() {
        assert_eq!(written(&[(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 0.0)]), "M0 0l2 2l1-2");
        assert_eq!(written(&[(0.0, 0.0), (5.0, 0.0), (2.0, 0.0)]), "M0 0h5h-3");
    }
}
