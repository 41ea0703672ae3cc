//! Right-censored durations, counted by value.

use crate::stats::Estimate;

/// Those whose duration has one value. Weights need not be whole: an observation may belong to a group in part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The duration, s.
    pub time: f64,
    /// How many ended then (an abandonment, the end of a call).
    pub events: f64,
    /// How many were last seen then and had not ended (answered before they left).
    pub censored: f64,
}

impl Point {
    /// Both together.
    #[must_use]
    pub fn all(&self) -> f64 {
        self.events + self.censored
    }

    fn join(&mut self, other: &Self) {
        let all = self.all() + other.all();
        self.time = (self.time * self.all() + other.time * other.all()) / all;
        self.events += other.events;
        self.censored += other.censored;
    }
}

/// Right-censored durations: distinct values, ascending, each with its counts. What millions of calls in whole seconds
/// say fits into a few thousand points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Durations {
    points: Vec<Point>,
    resolution: f64,
}

/// So many values are gathered before they are counted: memory is that of the distinct ones, however many come.
const AT_ONCE: usize = 1 << 16;

/// Sorts points and joins those of the same value.
fn count(points: &mut Vec<Point>) {
    points.sort_unstable_by(|a, b| a.time.total_cmp(&b.time));
    points.dedup_by(|next, kept| {
        let same = next.time == kept.time;
        if same {
            kept.events += next.events;
            kept.censored += next.censored;
        }
        same
    });
}

impl Durations {
    /// Durations one by one: (seconds, whether it ended then). Takes n log n steps. Values that are negative or not
    /// finite are no durations and are left out.
    #[must_use]
    pub fn new(observations: impl IntoIterator<Item = (f64, bool)>) -> Self {
        let point = |(time, ended): (f64, bool)| Point {
            time,
            events: f64::from(u8::from(ended)),
            censored: f64::from(u8::from(!ended)),
        };
        Self::counted(observations.into_iter().map(point))
    }

    /// Durations that were all seen to their end.
    #[must_use]
    pub fn complete(values: impl IntoIterator<Item = f64>) -> Self {
        Self::new(values.into_iter().map(|time| (time, true)))
    }

    /// Durations that are counted by value already, in any order; the same value may come several times. Points
    /// without weight, and values that are negative or not finite, are left out.
    #[must_use]
    pub fn counted(points: impl IntoIterator<Item = Point>) -> Self {
        let valid = |p: &Point| p.time >= 0.0 && p.time.is_finite() && p.all() > 0.0;
        let (mut counted, mut room): (Vec<Point>, usize) = (Vec::new(), AT_ONCE);
        for point in points.into_iter().filter(valid) {
            counted.push(point);
            if counted.len() == room {
                count(&mut counted);
                room = 2 * counted.len() + AT_ONCE;
            }
        }
        count(&mut counted);
        counted.shrink_to_fit();
        Self { points: counted, resolution: 0.0 }
    }

    /// The same, with values known only to the nearest multiple of so many seconds (1 where a log has whole seconds).
    #[must_use]
    pub fn with_resolution(self, seconds: f64) -> Self {
        Self { resolution: seconds, ..self }
    }

    /// To what the values were rounded, s; 0: exact.
    #[must_use]
    pub fn resolution(&self) -> f64 {
        self.resolution
    }

    /// The distinct values, ascending.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// How many there are.
    #[must_use]
    pub fn n(&self) -> f64 {
        self.points.iter().map(Point::all).sum()
    }

    /// How many were seen to their end.
    #[must_use]
    pub fn events(&self) -> f64 {
        self.points.iter().map(|p| p.events).sum()
    }

    /// How many were not.
    #[must_use]
    pub fn censored(&self) -> f64 {
        self.points.iter().map(|p| p.censored).sum()
    }

    /// The time for which all together were watched, s.
    #[must_use]
    pub fn exposure(&self) -> f64 {
        self.exposure_between(0.0, f64::INFINITY)
    }

    /// The time for which all together were watched at ages from one to the other, s.
    #[must_use]
    pub fn exposure_between(&self, from: f64, to: f64) -> f64 {
        self.points.iter().map(|p| (p.time.min(to) - from).max(0.0) * p.all()).sum()
    }

    /// How many ended at an age of at least `from` and below `to`, s.
    #[must_use]
    pub fn events_between(&self, from: f64, to: f64) -> f64 {
        self.points.iter().filter(|p| from <= p.time && p.time < to).map(|p| p.events).sum()
    }

    /// The longest seen, s; 0 where there is none.
    #[must_use]
    pub fn longest(&self) -> f64 {
        self.points.last().map_or(0.0, |p| p.time)
    }

    /// The mean of those that were seen to their end, s.
    #[must_use]
    pub fn mean_of_ended(&self) -> Option<f64> {
        let events = self.events();
        (events > 0.0).then(|| self.points.iter().map(|p| p.time * p.events).sum::<f64>() / events)
    }

    /// The variance (n - 1) of those that were seen to their end, s^2. None for fewer than two.
    #[must_use]
    pub fn variance_of_ended(&self) -> Option<f64> {
        let (mean, events) = (self.mean_of_ended()?, self.events());
        let squares: f64 = self.points.iter().map(|p| p.events * (p.time - mean) * (p.time - mean)).sum();
        (events > 1.0).then(|| squares / (events - 1.0))
    }

    /// The mean of those that were seen to their end with its 95 % interval, s. None for fewer than two.
    #[must_use]
    pub fn mean_estimate(&self) -> Option<Estimate> {
        Some(Estimate::normal(self.mean_of_ended()?, self.variance_of_ended()? / self.events()))
    }

    /// The same with every point changed; a point without weight is gone.
    #[must_use]
    pub fn map(&self, change: impl Fn(Point) -> Point) -> Self {
        Self::counted(self.points.iter().copied().map(change)).with_resolution(self.resolution)
    }

    /// The same with fewer points: values that differ by less than a share of the smallest of them are put together, at
    /// their mean.
    #[must_use]
    pub fn coarse(&self, share: f64) -> Self {
        let mut groups: Vec<(f64, Point)> = Vec::new();
        for point in &self.points {
            match groups.last_mut().filter(|(least, _)| point.time <= least * (1.0 + share)) {
                Some((_, group)) => group.join(point),
                None => groups.push((point.time, *point)),
            }
        }
        Self { points: groups.into_iter().map(|(_, group)| group).collect(), resolution: self.resolution }
    }

    /// The same with those who were censored as events and the other way round: the law of being censored.
    #[must_use]
    pub fn reversed(&self) -> Self {
        self.map(|p| Point { time: p.time, events: p.censored, censored: p.events })
    }
}
