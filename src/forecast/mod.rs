//! How many contacts will come: each day and interval after a log, with ranges, and how wrong such forecasts were.
//!
//! [`forecast`] looks ahead of a log, [`back_test`] forecasts days that the log has, each from the days before it, and
//! holds them against the seasonal naive forecast. Reading order: `filter` (what one day teaches), `level` (all
//! parameters side by side), `profile` (the intervals of a day), `subject` (a contact type as a whole),
//! `reconciled` (types that add up).

mod ahead;
mod counted;
mod design;
mod document;
mod factors;
mod filter;
mod level;
mod profile;
mod rate;
mod reconciled;
mod subject;
mod tested;

use jiff::civil::Date;

pub use ahead::forecast;
pub use document::{
    BackTest, Errors, Expected, Forecast, ForecastDay, HolidayFactor, Learned, Misses, PastDay, TestedDay,
    TypeForecast, TypeTest, WeekdayFactor,
};
pub use factors::{Campaign, Effect, Factors, Holiday};
pub use tested::back_test;

/// Why there is no forecast.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForecastError {
    /// The log has nothing to learn from.
    #[error("the log has no whole day with a contact")]
    NothingToLearn,
    /// The horizon begins before the log ends.
    #[error("a forecast cannot begin on {from}: the log covers days until {last}")]
    NotAhead {
        /// The first day asked for.
        from: Date,
        /// The last day of the log.
        last: Date,
    },
    /// The horizon ends before it begins.
    #[error("a forecast cannot end on {until} when it begins on {from}")]
    Backwards {
        /// The first day.
        from: Date,
        /// The last day asked for.
        until: Date,
    },
    /// The horizon ends more than two years after the log.
    #[error("a forecast until {until} looks further ahead than two years from the end of the log, {last}")]
    TooFar {
        /// The last day asked for.
        until: Date,
        /// The last day of the log.
        last: Date,
    },
    /// None of the days to be tested is in the log with a day of its weekday before it.
    #[error("no day from {first} to {last} can be tested: the log covers {covered}")]
    NothingToTest {
        /// The first day asked for.
        first: Date,
        /// The last day asked for.
        last: Date,
        /// The days of the log.
        covered: String,
    },
}
