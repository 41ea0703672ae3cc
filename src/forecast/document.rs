//! What a forecast and its test are, as documents.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many contacts come, by day and interval, until a date.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// `holdline/forecast/1`.
    pub schema: String,
    /// The version of holdline that made it.
    pub version: String,
    /// The first day of the horizon.
    pub start: Date,
    /// How many days it has.
    pub days: usize,
    /// Length of an interval, s.
    pub interval: f64,
    /// Each contact type.
    pub types: Vec<TypeForecast>,
    /// All together, where there are several: the sum of the types, with the spread of their sum.
    pub all: Option<TypeForecast>,
    /// What was left out, and what the log is too short for.
    pub notes: Vec<String>,
}

/// The forecast of one contact type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypeForecast {
    /// Its name.
    pub name: String,
    /// What was learned from the log.
    pub learned: Learned,
    /// Each day of the horizon.
    pub days: Vec<ForecastDay>,
    /// Coefficient of variation of the gamma factor of a day that gives the ranges of the days, over the horizon.
    pub busy_factor: f64,
    /// The days of the log: what came.
    pub history: Vec<PastDay>,
}

/// What the log says of one contact type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// How many days were learned from.
    pub days: usize,
    /// Contacts on an open day at the end of the log, without the season.
    pub level: f64,
    /// Standard error of the logarithm of the level.
    pub level_error: f64,
    /// By how much the level changes in a week, at the end of the log, as a share.
    pub trend: f64,
    /// Its standard error.
    pub trend_error: f64,
    /// By how much a day varies by itself beyond Poisson, as a coefficient of variation.
    pub day_cv: f64,
    /// The same for an interval beside its day.
    pub interval_cv: f64,
    /// What each open weekday is of the mean of the open weekdays.
    pub weekdays: Vec<WeekdayFactor>,
    /// What each holiday that is estimated is of an ordinary day.
    pub holidays: Vec<HolidayFactor>,
}

/// A weekday's factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeekdayFactor {
    /// 0 for Monday to 6 for Sunday.
    pub weekday: u8,
    /// The factor on the mean of the open weekdays.
    pub factor: f64,
}

/// A holiday's factor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HolidayFactor {
    /// Its name.
    pub name: String,
    /// The factor on an ordinary day of its weekday.
    pub factor: f64,
    /// A range that holds it with a chance of 95 %.
    pub range95: [f64; 2],
}

/// A day that was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastDay {
    /// The date.
    pub date: Date,
    /// How many came.
    pub count: f64,
    /// Whether it was learned from.
    pub used: bool,
}

/// A day to come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ForecastDay {
    /// The date.
    pub date: Date,
    /// The whole day.
    #[serde(flatten)]
    pub day: Expected,
    /// Each interval from midnight on.
    pub intervals: Vec<Expected>,
}

/// A count to come.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Expected {
    /// Its mean.
    pub mean: f64,
    /// Its median: as many are expected to lie below as above.
    pub median: f64,
    /// A range that holds it with a chance of at least 50 %.
    pub range50: [f64; 2],
    /// A range that holds it with a chance of at least 90 %.
    pub range90: [f64; 2],
}

impl Expected {
    /// Where nobody comes.
    pub const NOTHING: Self = Self { mean: 0.0, median: 0.0, range50: [0.0; 2], range90: [0.0; 2] };
}

/// How wrong forecasts were: each day of a stretch of the log forecast from all days before it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BackTest {
    /// `holdline/forecast-test/1`.
    pub schema: String,
    /// The version of holdline that made it.
    pub version: String,
    /// The first day of the stretch.
    pub first: Date,
    /// The last day of the stretch.
    pub last: Date,
    /// Length of an interval, s.
    pub interval: f64,
    /// Each contact type, and all together last where there are several.
    pub types: Vec<TypeTest>,
    /// What was left out.
    pub notes: Vec<String>,
}

/// The test of one contact type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TypeTest {
    /// Its name.
    pub name: String,
    /// By day.
    pub by_day: Errors,
    /// By open interval.
    pub by_interval: Errors,
    /// Each day that was tested.
    pub days: Vec<TestedDay>,
    /// The days of the log before the test: what came.
    pub history: Vec<PastDay>,
}

/// Errors over days or intervals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Errors {
    /// How many counts were forecast.
    pub count: usize,
    /// Their mean.
    pub mean: f64,
    /// Of the forecast.
    pub forecast: Misses,
    /// Of the seasonal naive forecast: what came on the same weekday of the week before.
    pub naive: Misses,
    /// The share of counts inside the ranges of 50 %.
    pub coverage50: f64,
    /// The share of counts inside the ranges of 90 %.
    pub coverage90: f64,
}

/// How far forecasts were from what came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Misses {
    /// Mean absolute error of the median, contacts. No forecast has a smaller one than the median, and where few come the
    /// mean has a larger one than a forecast of nothing (Gneiting, JASA 2011).
    pub mae: f64,
    /// Mean absolute error of the mean, contacts.
    pub mae_of_mean: f64,
    /// The sum of the absolute errors of the median over the sum of what came.
    pub wape: f64,
    /// Root of the mean squared error of the mean, contacts.
    pub rmse: f64,
    /// The average of the means less what came, contacts.
    pub bias: f64,
}

/// One day of a test.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestedDay {
    /// The date.
    pub date: Date,
    /// What came.
    pub actual: f64,
    /// What was forecast.
    #[serde(flatten)]
    pub expected: Expected,
    /// The seasonal naive forecast.
    pub naive: f64,
}
