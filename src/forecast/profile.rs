//! How a day's contacts spread over its intervals.
//!
//! Weekdays with the same opening hours share a profile as far as the log does not tell them apart: credibility
//! (Bühlmann and Straub, 1970) weighs a weekday's own profile against that of all by how many contacts it has seen, how
//! much profiles vary from day to day anyway, and how much weekdays really differ.

use crate::fit::DayCounts;

/// The shares of the intervals of one weekday.
#[derive(Clone, Debug)]
pub(super) struct Profile {
    /// Of a day's contacts; 0 where closed.
    pub(super) shares: Vec<f64>,
    /// Squared coefficient of variation of the estimate of each share.
    pub(super) squares: Vec<f64>,
}

/// Counts of an interval over days that are alike.
struct Pooled {
    counts: Vec<f64>,
    total: f64,
}

impl Pooled {
    fn of(days: &[&DayCounts], intervals: usize) -> Self {
        let mut counts = vec![0.0; intervals];
        for (place, count) in days.iter().flat_map(|day| day.counts.iter().enumerate()) {
            counts[place] += f64::from(count.unwrap_or(0));
        }
        let total = counts.iter().sum();
        Self { counts, total }
    }

    fn share(&self, place: usize) -> f64 {
        if self.total > 0.0 { self.counts[place] / self.total } else { 0.0 }
    }

    /// Pearson's sum of how far counts are from these shares of their total, with the cells that it has.
    fn distance(&self, counts: impl Fn(usize) -> f64, total: f64) -> (f64, f64) {
        let term = |(sum, cells): (f64, f64), place: usize| {
            let expected = self.share(place) * total;
            if expected <= 0.0 {
                return (sum, cells);
            }
            let gap = counts(place) - expected;
            (sum + gap * gap / expected, cells + 1.0)
        };
        (0..self.counts.len()).fold((0.0, 0.0), term)
    }
}

/// The profile of each weekday that days were seen of, and for one with the same hours but without days the pooled one.
/// `open` says which intervals of each weekday are open.
pub(super) fn profiles(days: &[&DayCounts], open: &[Vec<bool>; 7]) -> Vec<Option<Profile>> {
    let of = |weekday: usize| {
        let own = &open[weekday];
        own.contains(&true).then(|| {
            let alike: Vec<&DayCounts> =
                days.iter().filter(|day| open[usize::from(day.weekday)] == *own).copied().collect();
            profile(&alike, weekday as u8, own)
        })
    };
    (0..7).map(of).collect()
}

fn profile(days: &[&DayCounts], weekday: u8, open: &[bool]) -> Profile {
    let all = Pooled::of(days, open.len());
    if all.total == 0.0 {
        return even(open);
    }
    let weekdays: Vec<Pooled> = (0..7)
        .map(|weekday| days.iter().filter(|day| day.weekday == weekday).copied().collect::<Vec<_>>())
        .filter(|days| !days.is_empty())
        .map(|days| Pooled::of(&days, open.len()))
        .collect();
    let scatter = scatter(days, open.len());
    let difference = difference(&all, &weekdays, scatter);
    let own: Vec<&DayCounts> = days.iter().filter(|day| day.weekday == weekday).copied().collect();
    let own = Pooled::of(&own, open.len());
    let credibility =
        if own.total > 0.0 && difference > 0.0 { own.total / (own.total + scatter / difference) } else { 0.0 };
    let mixed = |place: usize| credibility * own.share(place) + (1.0 - credibility) * all.share(place);
    let square = |place: usize| {
        let share = mixed(place);
        if share <= 0.0 {
            return 0.0;
        }
        let pooled = (1.0 - credibility) * (1.0 - credibility) * scatter / all.total;
        (difference * (1.0 - credibility) + pooled) / share
    };
    Profile { shares: (0..open.len()).map(mixed).collect(), squares: (0..open.len()).map(square).collect() }
}

/// Where nothing has come yet, every open interval is alike.
fn even(open: &[bool]) -> Profile {
    let count = open.iter().filter(|open| **open).count() as f64;
    let share = |open: &bool| if *open { 1.0 / count } else { 0.0 };
    Profile { shares: open.iter().map(share).collect(), squares: open.iter().map(|_| 1.0).collect() }
}

/// How much profiles vary from day to day, about those of their weekday, as a multiple of chance.
fn scatter(days: &[&DayCounts], intervals: usize) -> f64 {
    let (mut sum, mut degrees) = (0.0, 0.0);
    for weekday in 0..7 {
        let own: Vec<&DayCounts> = days.iter().filter(|day| day.weekday == weekday).copied().collect();
        let pooled = Pooled::of(&own, intervals);
        for day in own.iter().filter(|day| day.total() > 0.0) {
            let (distance, cells) = pooled.distance(|place| f64::from(day.counts[place].unwrap_or(0)), day.total());
            sum += distance;
            degrees += (cells - 1.0) * (1.0 - 1.0 / own.len() as f64);
        }
    }
    if degrees > 0.0 { (sum / degrees).max(1.0) } else { 1.0 }
}

/// The variance of the shares among weekdays, over the share: what is left of their distance after scatter.
fn difference(all: &Pooled, weekdays: &[Pooled], scatter: f64) -> f64 {
    let (mut sum, mut cells) = (0.0, 0.0_f64);
    for weekday in weekdays {
        let (distance, used) = all.distance(|place| weekday.counts[place], weekday.total);
        sum += distance;
        cells = cells.max(used);
    }
    let squares: f64 = weekdays.iter().map(|weekday| weekday.total * weekday.total).sum();
    let free = all.total - squares / all.total;
    if cells <= 1.0 || free <= 0.0 {
        return 0.0;
    }
    ((sum / (cells - 1.0) - scatter * (weekdays.len() as f64 - 1.0)) / free).max(0.0)
}
