//! Days after a log.

use jiff::civil::Date;

use super::ForecastError;
use super::counted::{Counted, Subject, is_open};
use super::design::SEASON_DAYS;
use super::document::{Expected, Forecast, ForecastDay, HolidayFactor, Learned, PastDay, TypeForecast, WeekdayFactor};
use super::factors::Factors;
use super::rate::CountLaw;
use super::reconciled::reconciled;
use super::subject::{DayLaws, Taught};
use crate::history::{Log, date_of, day_number};
use crate::stats::NORMAL_975;

/// Nobody plans further ahead from a log of calls.
const FURTHEST: i32 = 731;

/// The contacts of each day from `from` (the day after the log without it) until `until`, by intervals of so many seconds.
///
/// # Errors
/// A horizon that is not ahead of the log, or too far; a log with nothing to learn from.
pub fn forecast(
    log: &Log,
    interval: f64,
    factors: &Factors,
    from: Option<Date>,
    until: Date,
) -> Result<Forecast, ForecastError> {
    let counted = Counted::new(log, interval);
    let last = counted.last().ok_or(ForecastError::NothingToLearn)?;
    let from = from.unwrap_or_else(|| date_of(day_number(last) + 1));
    let numbers = horizon(from, until, last)?;
    let taught = |subject: &Subject, name: &str| Taught::by(&subject.days, name, &counted, factors);
    let all = taught(&counted.all, "").ok_or(ForecastError::NothingToLearn)?;
    let known: Vec<(&Subject, Taught)> =
        counted.types.iter().filter_map(|subject| Some((subject, taught(subject, &subject.name)?))).collect();
    let ahead = |(subject, taught): &(&Subject, Taught)| taught.forecast(&numbers, &subject.name, &counted, factors);
    let own = all.forecast(&numbers, "", &counted, factors);
    let (laws, total) = reconciled(known.iter().map(ahead).collect(), own, factors.treat_types_alike());
    let types: Vec<TypeForecast> =
        known.iter().zip(&laws).map(|((subject, taught), laws)| of_type(subject, taught, laws, factors)).collect();
    let together = (types.len() > 1).then(|| of_type(&counted.all, &all, &total, factors));
    Ok(Forecast {
        schema: "holdline/forecast/1".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        start: from,
        days: numbers.len(),
        interval,
        types,
        all: together,
        notes: notes(&counted, &all, &known, factors),
    })
}

fn horizon(from: Date, until: Date, last: Date) -> Result<Vec<i32>, ForecastError> {
    if from <= last {
        return Err(ForecastError::NotAhead { from, last });
    }
    if until < from {
        return Err(ForecastError::Backwards { from, until });
    }
    if day_number(until) - day_number(last) > FURTHEST {
        return Err(ForecastError::TooFar { until, last });
    }
    Ok((day_number(from)..=day_number(until)).collect())
}

/// A count to come, with its ranges.
pub(super) fn expected(law: CountLaw) -> Expected {
    if law.mean <= 0.0 {
        return Expected::NOTHING;
    }
    Expected { mean: law.mean, median: law.quantile(0.5), range50: law.range(0.5), range90: law.range(0.9) }
}

fn of_type(subject: &Subject, taught: &Taught, laws: &[DayLaws], factors: &Factors) -> TypeForecast {
    let day = |laws: &DayLaws| ForecastDay {
        date: date_of(laws.number),
        day: expected(laws.day),
        intervals: laws.intervals.iter().map(|law| expected(*law)).collect(),
    };
    // Busy days count more: their spread is what makes queues.
    let weight = |laws: &&DayLaws| laws.day.mean * laws.day.mean;
    let all: f64 = laws.iter().map(|laws| weight(&laws)).sum();
    let square: f64 = laws.iter().map(|laws| weight(&laws) * laws.day.square).sum();
    TypeForecast {
        name: subject.name.clone(),
        learned: learned(taught, factors),
        days: laws.iter().map(day).collect(),
        busy_factor: if all > 0.0 { (square / all).sqrt() } else { 0.0 },
        history: history(subject, taught),
    }
}

/// The open days of the log.
pub(super) fn history(subject: &Subject, taught: &Taught) -> Vec<PastDay> {
    let used = |number: i32| taught.used.binary_search(&number).is_ok();
    let open = subject.days.iter().filter(|day| is_open(day));
    open.map(|day| PastDay { date: date_of(day.number), count: day.total(), used: used(day.number) }).collect()
}

fn learned(taught: &Taught, factors: &Factors) -> Learned {
    let level = &taught.level;
    let design = &level.design;
    let open: Vec<u8> = taught.weekdays();
    let factor = |weekday: &u8| libm::exp(level.learned(|filter| filter.sum(&design.weekday_row(*weekday))).0);
    let weekdays: Vec<f64> = open.iter().map(factor).collect();
    let mean = weekdays.iter().sum::<f64>() / weekdays.len().max(1) as f64;
    let of_weekday = |(weekday, factor): (&u8, &f64)| WeekdayFactor { weekday: *weekday, factor: factor / mean };
    let holiday = |(name, state): &(String, usize)| {
        let (log, error) = level.learned(|filter| filter.sum(&vec![(*state, 1.0)]));
        let range95 = [-1.0, 1.0].map(|side| libm::exp(log + side * NORMAL_975 * error));
        HolidayFactor { name: name.clone(), factor: libm::exp(log), range95 }
    };
    let ((log, level_error), (trend, trend_error)) = (level.level(), level.trend());
    Learned {
        days: taught.used.len(),
        level: libm::exp(log) * mean,
        level_error,
        trend: if factors.growth.is_some() { 0.0 } else { libm::expm1(7.0 * trend) },
        trend_error: 7.0 * trend_error,
        day_cv: level.spread(),
        interval_cv: taught.within.sqrt(),
        weekdays: open.iter().zip(&weekdays).map(of_weekday).collect(),
        holidays: design.holidays().iter().map(holiday).collect(),
    }
}

/// What was left out, and what the log is too short for.
fn notes(counted: &Counted, all: &Taught, types: &[(&Subject, Taught)], factors: &Factors) -> Vec<String> {
    let mut notes = left_out(counted, all, types);
    if !all.level.design.has_season() {
        notes.push(format!(
            "no yearly season: the log covers {} days, and a season needs {SEASON_DAYS}",
            counted.all.days.len()
        ));
    }
    if factors.growth.is_none() && all.level.design.has_season() {
        notes
            .push("the trend of the log dies away over a year or so; `growth` in a file of factors replaces it".into());
    }
    notes
}

/// Days and contacts that nothing was learned from; of each type those that were not strange over all.
pub(super) fn left_out(counted: &Counted, all: &Taught, types: &[(&Subject, Taught)]) -> Vec<String> {
    let mut notes = Vec::new();
    if counted.outside > 0 {
        notes.push(format!("contacts outside the opening hours, which are not counted: {}", counted.outside));
    }
    let dates = |numbers: &[i32]| {
        let shown: Vec<String> = numbers.iter().take(5).map(|number| date_of(*number).to_string()).collect();
        let more = if numbers.len() > 5 { ", …" } else { "" };
        format!("{}{more}", shown.join(", "))
    };
    let doubted = (counted.doubtful.clone(), "nothing is learned of days that the log may not have all of".to_owned());
    let strange = |taught: &Taught, of: &str, told: &dyn Fn(&i32) -> bool| {
        let others = |numbers: &[i32]| numbers.iter().copied().filter(|number| !told(number)).collect::<Vec<_>>();
        let whole = format!("nothing is learned of days with a surge or a gap{of}");
        let in_part = format!("a surge or a gap{of} is left out of what is learned of days");
        [(others(&taught.strange), whole), (others(&taught.in_part), in_part)]
    };
    let mut reasons = vec![doubted];
    reasons.extend(strange(all, "", &|_| false));
    let told = |number: &i32| all.strange.contains(number) || all.in_part.contains(number);
    reasons.extend(types.iter().flat_map(|(subject, taught)| strange(taught, &format!(" of {}", subject.name), &told)));
    for (numbers, reason) in reasons.into_iter().filter(|(numbers, _)| !numbers.is_empty()) {
        notes.push(format!("{reason} ({}): {}", numbers.len(), dates(&numbers)));
    }
    notes
}
