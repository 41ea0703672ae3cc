//! The forecast of one contact type: what its days teach, and the days to come.

use crate::fit::{DayCounts, Outlier, arrival_pattern};
use crate::history::date_of;

use super::counted::{Counted, is_open, weekday_of};
use super::factors::{Effect, Factors};
use super::level::{Level, Seen};
use super::profile::{Profile, profiles};
use super::rate::CountLaw;

/// Profiles, and which days are strange, are told from so many days at a time: half a year.
const WINDOW: usize = 182;

impl DayLaws {
    /// A day on which nobody comes.
    pub(super) fn nothing(number: i32, counted: &Counted) -> Self {
        let intervals = counted.open_intervals(0).len();
        Self { number, day: CountLaw::NOTHING, intervals: vec![CountLaw::NOTHING; intervals] }
    }
}

/// What the days before the forecast have taught of one subject.
pub(super) struct Taught {
    pub(super) level: Level,
    profiles: Vec<Option<Profile>>,
    /// Squared coefficient of variation of an interval's rate beside that of its day.
    pub(super) within: f64,
    /// Days that are not like the others, and were left out.
    pub(super) strange: Vec<i32>,
    /// Days of which a stretch is not like the others, and was left out.
    pub(super) in_part: Vec<i32>,
    /// The days that were learned from, in order.
    pub(super) used: Vec<i32>,
}

/// The law of a day's count, and of each interval's.
pub(super) struct DayLaws {
    pub(super) number: i32,
    pub(super) day: CountLaw,
    pub(super) intervals: Vec<CountLaw>,
}

impl Taught {
    /// Learns from days in order; none where nothing can be.
    pub(super) fn by(days: &[DayCounts], name: &str, counted: &Counted, factors: &Factors) -> Option<Self> {
        let whole: Vec<&DayCounts> = days.iter().filter(|day| is_usable(day, counted, factors)).collect();
        // A day with a name is expected to be unlike the others.
        let plain: Vec<DayCounts> =
            whole.iter().filter(|day| factors.holiday(date_of(day.number)).is_none()).copied().cloned().collect();
        let (outliers, within) = outliers(&plain);
        let is_strange = |day: &DayCounts| outliers.iter().any(|outlier| outlier.day == day.number);
        let recent = plain.iter().rev().filter(|day| !is_strange(day)).take(WINDOW);
        let open = std::array::from_fn(|weekday| counted.open_intervals(weekday as u8));
        let profiles = profiles(&recent.collect::<Vec<_>>(), &open);
        let (mut strange, mut in_part, mut kept) = (Vec::new(), Vec::new(), Vec::new());
        for day in whole {
            let outlier = outliers.iter().find(|outlier| outlier.day == day.number);
            let seen = outlier.map_or_else(|| Some(Seen::whole(day)), |o| Seen::without(day, o, &profiles));
            match (outlier, &seen) {
                (Some(_), Some(_)) => in_part.push(day.number),
                (Some(_), None) => strange.push(day.number),
                (None, _) => {}
            }
            kept.extend(seen);
        }
        let level = Level::learn(&kept, factors, name)?;
        let used = kept.iter().map(|seen| seen.day.number).collect();
        Some(Self { level, profiles, within, strange, in_part, used })
    }

    /// The weekdays that are open.
    pub(super) fn weekdays(&self) -> Vec<u8> {
        (0..7).filter(|weekday| self.profiles[usize::from(*weekday)].is_some()).collect()
    }

    /// The laws of some days, ascending, all after those that were learned from.
    pub(super) fn forecast(&self, numbers: &[i32], name: &str, counted: &Counted, factors: &Factors) -> Vec<DayLaws> {
        let days = self.level.forecast(numbers, factors, name);
        let of = |(number, day): (&i32, CountLaw)| {
            let profile = self.profiles[usize::from(weekday_of(*number))].as_ref();
            let Some(profile) = profile.filter(|_| !factors.is_closed(date_of(*number))) else {
                return DayLaws::nothing(*number, counted);
            };
            let interval = |(share, square): (&f64, &f64)| CountLaw {
                mean: day.mean * share,
                square: (1.0 + day.square) * (1.0 + self.within) * (1.0 + square) - 1.0,
            };
            let intervals = profile.shares.iter().zip(&profile.squares).map(interval).collect();
            DayLaws { number: *number, day, intervals }
        };
        numbers.iter().zip(days).map(of).collect()
    }
}

/// What is strange on more than such a share of days is what the type is like: it comes in bursts, say. It will do so
/// again, and ranges must hold it.
const RARE: f64 = 0.1;

/// Days that are not like the others, and the squared coefficient of variation of an interval's rate beside its day's, in
/// the last half year.
fn outliers(days: &[DayCounts]) -> (Vec<Outlier>, f64) {
    let (mut outliers, mut within) = (Vec::new(), 0.0);
    for window in days.rchunks(WINDOW).rev() {
        let Some(pattern) = arrival_pattern(window) else { continue };
        if pattern.outliers_left_out && pattern.outliers.len() as f64 <= (RARE * window.len() as f64).max(1.0) {
            outliers.extend(pattern.outliers);
        }
        within = pattern.interval_cv.map_or(0.0, |cv| cv.value() * cv.value());
    }
    (outliers, within)
}

/// A strange stretch is cut out of its day where that leaves so much of it.
const ENOUGH_LEFT: f64 = 0.5;
/// And where what is left is so many times what it usually is.
const AS_USUAL: std::ops::RangeInclusive<f64> = 0.5..=2.0;

impl<'a> Seen<'a> {
    fn whole(day: &'a DayCounts) -> Self {
        Self { day, count: day.total(), share: 1.0 }
    }

    /// A day without its strange stretch; none where too little is left, or where that is strange too.
    fn without(day: &'a DayCounts, outlier: &Outlier, profiles: &[Option<Profile>]) -> Option<Self> {
        let shares = &profiles.get(usize::from(day.weekday))?.as_ref()?.shares;
        let inside: f64 = shares.get(outlier.from..outlier.to)?.iter().sum();
        let share = 1.0 - inside;
        let count = day.total() - outlier.seen;
        let usual = count / (outlier.expected * share / inside);
        (share >= ENOUGH_LEFT && AS_USUAL.contains(&usual)).then_some(Self { day, count, share })
    }
}

/// Whether a day can be learned from: open, whole, and with an effect that is told or can be.
fn is_usable(day: &DayCounts, counted: &Counted, factors: &Factors) -> bool {
    let closed = factors.holiday(date_of(day.number)).is_some_and(|holiday| holiday.effect == Effect::Closed);
    is_open(day) && !closed && counted.doubtful.binary_search(&day.number).is_err()
}
