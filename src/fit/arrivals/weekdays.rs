//! Which weekdays are alike, and the profile of those that are.

use statrs::distribution::{ContinuousCDF, FisherSnedecor, StudentsT};

use super::DayCounts;
use crate::fit::{Fitted, Source};
use crate::stats::{Estimate, student_quantile};

/// Weekdays are told apart when chance alone would part two of them so rarely (level and shape together). Five that are
/// alike are parted in some way by chance in about one of six logs: that costs a little precision, while joining what
/// differs would be an error.
const DIFFERENT: f64 = 0.02;
/// Parts of a day, of equal volume, in which shapes are compared. Within such long parts what is busy stays busy, so
/// that finer ones would not be independent.
const PARTS: usize = 8;

/// Weekdays that cannot be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekdayClass {
    /// 0 for Monday to 6 for Sunday, ascending.
    pub weekdays: Vec<u8>,
    /// How many days they were seen.
    pub days: usize,
    /// Mean contacts in each interval; none where closed.
    pub profile: Vec<Option<Fitted>>,
    /// Mean contacts on a day.
    pub per_day: Fitted,
}

impl WeekdayClass {
    /// The means; errors come with [`WeekdayClass::add_errors`].
    pub(super) fn new(days: &[&DayCounts]) -> Self {
        let bare = |value, n| Fitted::new(Estimate { value, std_error: None, ci95: None }, n, Source::Mean);
        let sum = |counts: Vec<f64>| {
            let n = counts.len() as f64;
            (n > 0.0).then(|| bare(counts.iter().sum::<f64>() / n, n))
        };
        let profile: Vec<Option<Fitted>> = (0..intervals(days)).map(|place| sum(column(days, place))).collect();
        let total = profile.iter().flatten().map(|mean| mean.value()).sum();
        let mut weekdays: Vec<u8> = days.iter().map(|day| day.weekday).collect();
        weekdays.sort_unstable();
        weekdays.dedup();
        Self { weekdays, days: days.len(), profile, per_day: bare(total, days.len() as f64) }
    }

    /// The errors of the means: a count with mean m has variance `m + (busy^2 + within^2) m^2`; Student's t with as many
    /// degrees as the busy factor was estimated with. None where it was not (no weekday was seen twice).
    pub(super) fn add_errors(&mut self, busy: f64, within: f64, degrees: u32) {
        let with_error = |fitted: &mut Fitted, square: f64| {
            let mean = fitted.value();
            let error = ((mean + square * mean * mean) / fitted.n as f64).sqrt();
            let half = student_quantile(0.975, degrees) * error;
            fitted.estimate.std_error = Some(error);
            fitted.estimate.ci95 = Some([(mean - half).max(0.0), mean + half]);
        };
        if degrees > 0 {
            self.profile.iter_mut().flatten().for_each(|mean| with_error(mean, busy * busy + within * within));
            with_error(&mut self.per_day, busy * busy);
        }
    }
}

fn intervals(days: &[&DayCounts]) -> usize {
    days.iter().map(|day| day.counts.len()).max().unwrap_or(0)
}

/// The counts of one interval over the days on which it was open.
fn column(days: &[&DayCounts], place: usize) -> Vec<f64> {
    days.iter().filter_map(|day| day.counts.get(place).copied().flatten()).map(f64::from).collect()
}

/// The days by weekday, those weekdays together that cannot be told apart: the two that differ least are joined until
/// all that are left differ. Weekdays with other opening hours always do. Where no weekday was seen twice nothing says
/// how much days differ anyway, and all with the same hours are one.
pub(super) fn pool<'a>(days: &[&'a DayCounts]) -> Vec<Vec<&'a DayCounts>> {
    let of = |weekday: u8| days.iter().copied().filter(|day| day.weekday == weekday).collect::<Vec<_>>();
    let mut groups: Vec<Vec<&DayCounts>> = (0..7).map(of).filter(|group| !group.is_empty()).collect();
    let scatter = Scatter::new(&groups, days);
    while let Some((chance, one, other)) = most_alike(&groups, &scatter) {
        if chance <= DIFFERENT {
            break;
        }
        let joined = groups.remove(other);
        groups[one].extend(joined);
    }
    groups
}

fn most_alike(groups: &[Vec<&DayCounts>], scatter: &Scatter) -> Option<(f64, usize, usize)> {
    let pairs = (0..groups.len()).flat_map(|one| (one + 1..groups.len()).map(move |other| (one, other)));
    let alike = pairs.map(|(one, other)| (scatter.alike(&groups[one], &groups[other]), one, other));
    alike.max_by(|a, b| a.0.total_cmp(&b.0))
}

/// How much days of the same weekday differ.
struct Scatter {
    /// The part of the day to which each interval belongs.
    parts: Vec<usize>,
    /// Variance of the day's total over its mean squared, and its degrees of freedom.
    level: f64,
    level_degrees: f64,
    /// Variance over mean of the counts in the parts, given the total.
    shape: f64,
    shape_degrees: f64,
}

impl Scatter {
    fn new(groups: &[Vec<&DayCounts>], days: &[&DayCounts]) -> Self {
        let parts = parts(days);
        let mut scatter = Self { parts, level: 0.0, level_degrees: 0.0, shape: 0.0, shape_degrees: 0.0 };
        for group in groups {
            let mean = scatter.sums(group).map(|sum| sum / group.len() as f64);
            let total: f64 = mean.iter().sum();
            let used = mean.iter().filter(|part| **part > 0.0).count() as f64;
            for day in group.iter().filter(|_| total > 0.0) {
                let (own, all) = (scatter.sums(&[*day]), day.total());
                scatter.level += (all / total - 1.0) * (all / total - 1.0);
                let expected = mean.map(|part| part * all / total);
                let parts = own.iter().zip(&expected).filter(|(_, expected)| **expected > 0.0);
                scatter.shape +=
                    parts.map(|(own, expected)| (own - expected) * (own - expected) / expected).sum::<f64>();
            }
            scatter.level_degrees += group.len() as f64 - 1.0;
            scatter.shape_degrees += (group.len() as f64 - 1.0) * (used - 1.0).max(0.0);
        }
        scatter.level /= scatter.level_degrees.max(1.0);
        // Counts cannot scatter less than Poisson's.
        scatter.shape = (scatter.shape / scatter.shape_degrees.max(1.0)).max(1.0);
        scatter
    }

    fn sums(&self, days: &[&DayCounts]) -> [f64; PARTS] {
        let mut sums = [0.0; PARTS];
        for (place, count) in days.iter().flat_map(|day| day.open()) {
            sums[self.parts[place]] += count;
        }
        sums
    }

    /// The chance that two groups of days with the same law differ as much: t for the level, F for the shape, the
    /// smaller of both twice (Bonferroni). Nothing where the opening hours differ.
    fn alike(&self, one: &[&DayCounts], other: &[&DayCounts]) -> f64 {
        if hours(one) != hours(other) {
            return 0.0;
        }
        (2.0 * self.same_level(one, other).min(self.same_shape(one, other))).min(1.0)
    }

    fn same_level(&self, one: &[&DayCounts], other: &[&DayCounts]) -> f64 {
        let mean = |days: &[&DayCounts]| days.iter().map(|day| day.total()).sum::<f64>() / days.len() as f64;
        let ratio = libm::log(mean(one) / mean(other));
        let error = (self.level * (1.0 / one.len() as f64 + 1.0 / other.len() as f64)).sqrt();
        let law = StudentsT::new(0.0, 1.0, self.level_degrees).ok().filter(|_| error > 0.0 && ratio.is_finite());
        law.map_or(1.0, |law| 2.0 * law.sf((ratio / error).abs()))
    }

    fn same_shape(&self, one: &[&DayCounts], other: &[&DayCounts]) -> f64 {
        let (a, b) = (self.sums(one), self.sums(other));
        let (all_a, all_b) = (a.iter().sum::<f64>(), b.iter().sum::<f64>());
        let term = |(a, b): (&f64, &f64)| {
            let (share, gap) = ((a + b) / (all_a + all_b), a / all_a - b / all_b);
            (share > 0.0).then(|| gap * gap / (share * (1.0 / all_a + 1.0 / all_b)))
        };
        let terms: Vec<f64> = a.iter().zip(&b).filter_map(term).collect();
        let degrees = terms.len() as f64 - 1.0;
        let ratio = terms.iter().sum::<f64>() / degrees / self.shape;
        let law = FisherSnedecor::new(degrees, self.shape_degrees).ok().filter(|_| ratio.is_finite());
        law.map_or(1.0, |law| law.sf(ratio))
    }
}

/// The intervals that are open on one of the days.
fn hours(days: &[&DayCounts]) -> Vec<bool> {
    (0..intervals(days)).map(|place| !column(days, place).is_empty()).collect()
}

/// Parts of equal volume.
fn parts(days: &[&DayCounts]) -> Vec<usize> {
    let volume: Vec<f64> = (0..intervals(days)).map(|place| column(days, place).iter().sum()).collect();
    let all: f64 = volume.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let mut passed = 0.0;
    let part = |own: &f64| {
        let middle = (passed + own / 2.0) / all;
        passed += own;
        ((middle * PARTS as f64) as usize).min(PARTS - 1)
    };
    volume.iter().map(part).collect()
}
