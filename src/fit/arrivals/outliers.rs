//! Days that are not like the others: a surge, a gap in the log.

use super::DayCounts;

/// Standard errors beyond which a stretch is strange.
const STRANGE: f64 = 6.0;
/// A surge brings so many times what is usual, a gap leaves so little of it.
const SURGE: f64 = 2.0;
const GAP: f64 = 0.3;
/// Lengths of the stretches looked at, in intervals; the whole day besides.
const STRETCHES: [usize; 4] = [1, 2, 4, 8];
/// Other days to compare with at least.
const ENOUGH: usize = 5;

/// What is strange about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlierKind {
    /// Far more contacts than usual.
    Surge,
    /// Far fewer: a fault of the log, a strike, a holiday.
    Gap,
}

/// A day that is not like the others, and the stretch that says so most clearly.
///
/// The rule: in a stretch of one, two, four or eight intervals, or over the day, the count is more than twice or
/// less than 0.3 times the median of the other days, and more than six standard errors away from it. The error is the
/// largest of 1.4826 times the median deviation, of twice Poisson's variance, and of 10 %. Where the same weekday was
/// seen twice more, its median must be as far away: what happens every week is no outlier. Only days with the same
/// opening hours are compared, and five or more of them are needed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlier {
    /// The day's number.
    pub day: i32,
    /// More or fewer.
    pub kind: OutlierKind,
    /// The first interval of the stretch.
    pub from: usize,
    /// The interval after its last.
    pub to: usize,
    /// How many came.
    pub seen: f64,
    /// The median of the other days.
    pub expected: f64,
    /// How far apart those are, in standard errors.
    pub errors: f64,
}

pub(super) fn find(days: &[&DayCounts]) -> Vec<Outlier> {
    days.iter().filter_map(|day| strangest(day, days)).collect()
}

/// The stretch of a day that stands out most, if one does.
fn strangest(day: &DayCounts, days: &[&DayCounts]) -> Option<Outlier> {
    let same = |other: &&&DayCounts| other.number != day.number && hours(other) == hours(day);
    let others: Vec<&DayCounts> = days.iter().filter(same).copied().collect();
    if others.len() < ENOUGH {
        return None;
    }
    let n = day.counts.len();
    let starts = |length: usize| (0..n.saturating_sub(length - 1)).map(move |from| (from, from + length));
    let stretches = STRETCHES.into_iter().filter(|length| *length < n).flat_map(starts).chain([(0, n)]);
    let strange = stretches.filter_map(|(from, to)| judged(day, &others, from, to));
    strange.max_by(|a, b| a.errors.total_cmp(&b.errors))
}

fn judged(day: &DayCounts, others: &[&DayCounts], from: usize, to: usize) -> Option<Outlier> {
    let seen = sum(day, from, to);
    let all: Vec<f64> = others.iter().map(|other| sum(other, from, to)).collect();
    let usual = median(&all);
    let deviations: Vec<f64> = all.iter().map(|count| (count - usual).abs()).collect();
    let error = (1.4826 * median(&deviations)).max((2.0 * usual + 1.0).sqrt()).max(0.1 * usual);
    let weekday: Vec<f64> =
        others.iter().zip(&all).filter(|(other, _)| other.weekday == day.weekday).map(|(_, count)| *count).collect();
    let expected = [Some(usual), (weekday.len() >= 2).then(|| median(&weekday))];
    let surge = expected.iter().flatten().all(|e| seen > SURGE * e && seen - e > STRANGE * error);
    let gap = expected.iter().flatten().all(|e| seen < GAP * e && e - seen > STRANGE * error);
    let kind = if surge { OutlierKind::Surge } else { OutlierKind::Gap };
    let errors = (seen - usual).abs() / error;
    (surge || gap).then_some(Outlier { day: day.number, kind, from, to, seen, expected: usual, errors })
}

fn sum(day: &DayCounts, from: usize, to: usize) -> f64 {
    day.counts[from..to].iter().flatten().map(|count| f64::from(*count)).sum()
}

fn hours(day: &DayCounts) -> Vec<bool> {
    day.counts.iter().map(Option::is_some).collect()
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    if sorted.len() % 2 == 1 { sorted[middle] } else { f64::midpoint(sorted[middle - 1], sorted[middle]) }
}
