//! How contacts arrive: the profile of each weekday, how much days and intervals differ beyond Poisson, and days that
//! are not like the others.

mod blocks;
mod busy;
mod dispersion;
mod outliers;
mod weekdays;

use super::Fitted;

pub use blocks::{PoissonBlocks, poisson_blocks};
pub use outliers::{Outlier, OutlierKind};
pub use weekdays::WeekdayClass;

/// What was counted on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayCounts {
    /// The day's number: days that follow each other differ by one.
    pub number: i32,
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// Contacts in each interval; none where it was closed or not observed. Every day has the same intervals.
    pub counts: Vec<Option<u32>>,
}

impl DayCounts {
    /// All contacts of the day.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.counts.iter().flatten().map(|count| f64::from(*count)).sum()
    }

    /// The open intervals with their counts.
    fn open(&self) -> impl Iterator<Item = (usize, f64)> {
        self.counts.iter().enumerate().filter_map(|(place, count)| Some((place, f64::from((*count)?))))
    }

    fn is_open(&self) -> bool {
        self.counts.iter().any(Option::is_some)
    }
}

/// How contacts of one type arrive.
#[derive(Clone, Debug, PartialEq)]
pub struct ArrivalPattern {
    /// Weekdays that cannot be told apart, together, each class with its profile.
    pub classes: Vec<WeekdayClass>,
    /// Coefficient of variation of the day's busy factor.
    pub busy_cv: Fitted,
    /// Coefficient of variation of the rate of an interval given the total of its day: what differs within the day.
    pub interval_cv: Option<Fitted>,
    /// Variance over mean of the counts in an interval, about the profile of their class; 1 for a Poisson process.
    pub dispersion: Option<Fitted>,
    /// Correlation of the rates of the first and the second half of the day (by volume), Poisson noise taken off.
    pub halves_correlation: Option<Fitted>,
    /// Correlation of counts in neighbouring intervals, about the profile.
    pub adjacent_correlation: Option<Fitted>,
    /// Correlation of the totals of a day and the day before (at most three days earlier), about the profile.
    pub day_correlation: Option<Fitted>,
    /// Days with a surge or a gap.
    pub outliers: Vec<Outlier>,
    /// Whether those days were left out of all figures above.
    pub outliers_left_out: bool,
    /// How many days the figures rest on.
    pub days: usize,
}

/// A day with the mean counts that its weekday's class lets expect.
#[derive(Clone, Copy)]
struct Expected<'a> {
    day: &'a DayCounts,
    class: &'a WeekdayClass,
    class_number: usize,
}

impl Expected<'_> {
    /// Count and expectation in each open interval that the class knows.
    fn intervals(&self) -> impl Iterator<Item = (f64, f64)> {
        let mean = |place: usize| self.class.profile.get(place).copied().flatten().map(|mean| mean.value());
        self.day.open().filter_map(move |(place, count)| Some((count, mean(place)?)))
    }

    fn total(&self) -> f64 {
        self.intervals().map(|(_, mean)| mean).sum()
    }

    /// The day's total over what was expected.
    fn factor(&self) -> f64 {
        self.day.total() / self.total()
    }
}

/// The pattern of some days. Days on which nothing is open are left out; so are outliers (see [`Outlier`]), unless more
/// than one day in five is one, for then they belong to the centre. None without a day on which something arrived.
#[must_use]
pub fn arrival_pattern(days: &[DayCounts]) -> Option<ArrivalPattern> {
    let open: Vec<&DayCounts> = days.iter().filter(|day| day.is_open()).collect();
    let outliers = outliers::find(&open);
    let outliers_left_out = !outliers.is_empty() && 5 * outliers.len() <= open.len();
    let strange = |day: &DayCounts| outliers_left_out && outliers.iter().any(|outlier| outlier.day == day.number);
    let kept: Vec<&DayCounts> = open.into_iter().filter(|day| !strange(day)).collect();
    let groups = weekdays::pool(&kept);
    let mut classes: Vec<WeekdayClass> = groups.iter().map(|group| WeekdayClass::new(group)).collect();
    let expected = expectations(&kept, &classes);
    let busy_cv = busy::busy_cv(&expected)?;
    let interval_cv = dispersion::interval_cv(&expected);
    let dispersion = dispersion::dispersion(&expected);
    let halves_correlation = dispersion::halves(&expected);
    let adjacent_correlation = dispersion::adjacent(&expected);
    let day_correlation = dispersion::days(&expected);
    let (within, degrees) = (interval_cv.map_or(0.0, |cv| cv.value()), (kept.len() - classes.len()) as u32);
    classes.iter_mut().for_each(|class| class.add_errors(busy_cv.value(), within, degrees));
    Some(ArrivalPattern {
        classes,
        busy_cv,
        interval_cv,
        dispersion,
        halves_correlation,
        adjacent_correlation,
        day_correlation,
        outliers,
        outliers_left_out,
        days: kept.len(),
    })
}

fn expectations<'a>(days: &[&'a DayCounts], classes: &'a [WeekdayClass]) -> Vec<Expected<'a>> {
    let of = |day: &&'a DayCounts| {
        let class_number = classes.iter().position(|class| class.weekdays.contains(&day.weekday))?;
        Some(Expected { day, class: &classes[class_number], class_number })
    };
    days.iter().filter_map(of).filter(|expected| expected.total() > 0.0).collect()
}
