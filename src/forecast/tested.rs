//! Forecasts of days that the log has, each from the days before it.

use jiff::civil::Date;

use super::ForecastError;
use super::ahead::{expected, history, left_out};
use super::counted::{Counted, Subject, is_open};
use super::document::{BackTest, Errors, Expected, Misses, TestedDay, TypeTest};
use super::factors::Factors;
use super::reconciled::reconciled;
use super::subject::{DayLaws, Taught};
use crate::fit::DayCounts;
use crate::history::{Log, date_of, day_number};

/// Tests forecasts of the days from `first` to `last`: each is forecast from all days before it, by the interval too, and
/// held against what came and against the seasonal naive forecast, the same weekday of the week before (or the last one
/// before that the log has). Opening hours are taken as known.
///
/// # Errors
/// None of the days is in the log with a day of its weekday before it.
pub fn back_test(
    log: &Log,
    interval: f64,
    factors: &Factors,
    first: Date,
    last: Date,
) -> Result<BackTest, ForecastError> {
    let counted = Counted::new(log, interval);
    let origins = origins(&counted, first, last)?;
    let all = Taught::by(before(&counted.all, origins[0].number), "", &counted, factors);
    let all = all.ok_or(ForecastError::NothingToLearn)?;
    let known =
        |subject| Some((subject, Taught::by(before(subject, origins[0].number), &subject.name, &counted, factors)?));
    let known: Vec<(&Subject, Taught)> = counted.types.iter().filter_map(known).collect();
    let mut tests: Vec<Test> = counted.types.iter().map(Test::new).collect();
    let mut together = Test::new(&counted.all);
    for origin in &origins {
        let of = |subject: &Subject, name: &str| vec![ahead(subject, name, origin.number, &counted, factors)];
        let laws = counted.types.iter().map(|subject| of(subject, &subject.name)).collect();
        let (laws, total) = reconciled(laws, of(&counted.all, ""), factors.treat_types_alike());
        for (test, law) in tests.iter_mut().zip(laws.iter().flatten()) {
            test.add(origin, law);
        }
        total.iter().for_each(|law| together.add(origin, law));
    }
    if tests.len() > 1 {
        tests.push(together);
    }
    Ok(BackTest {
        schema: "holdline/forecast-test/1".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        first,
        last,
        interval,
        types: tests.into_iter().map(|test| test.result(&all)).collect(),
        notes: left_out(&counted, &all, &known),
    })
}

/// A day to be tested, and the one that the naive forecast repeats.
struct Origin {
    number: i32,
    naive: i32,
}

fn origins(counted: &Counted, first: Date, last: Date) -> Result<Vec<Origin>, ForecastError> {
    let days = &counted.all.days;
    let asked = day_number(first)..=day_number(last);
    let tested = days.iter().filter(|day| asked.contains(&day.number) && is_open(day) && day.total() > 0.0);
    let origin = |day: &DayCounts| {
        let same =
            |other: &&DayCounts| other.number < day.number && other.weekday == day.weekday && other.total() > 0.0;
        Some(Origin { number: day.number, naive: days.iter().rfind(same)?.number })
    };
    let origins: Vec<Origin> = tested.filter_map(origin).collect();
    if origins.is_empty() {
        let covered = days.first().zip(days.last()).map_or_else(
            || "no day".to_owned(),
            |(first, last)| format!("{} to {}", date_of(first.number), date_of(last.number)),
        );
        return Err(ForecastError::NothingToTest { first, last, covered });
    }
    Ok(origins)
}

fn before(subject: &Subject, number: i32) -> &[DayCounts] {
    &subject.days[..subject.days.partition_point(|day| day.number < number)]
}

/// The laws of one day, from the days before it. What nothing is known of is forecast to be nothing.
fn ahead(subject: &Subject, name: &str, number: i32, counted: &Counted, factors: &Factors) -> DayLaws {
    let taught = Taught::by(before(subject, number), name, counted, factors);
    let laws = taught.and_then(|taught| taught.forecast(&[number], name, counted, factors).pop());
    laws.unwrap_or_else(|| DayLaws::nothing(number, counted))
}

/// The test of one subject as it goes on.
struct Test<'a> {
    subject: &'a Subject,
    by_day: Sums,
    by_interval: Sums,
    days: Vec<TestedDay>,
}

impl<'a> Test<'a> {
    fn new(subject: &'a Subject) -> Self {
        Self { subject, by_day: Sums::default(), by_interval: Sums::default(), days: Vec::new() }
    }

    fn day(&self, number: i32) -> Option<&'a DayCounts> {
        let found = self.subject.days.binary_search_by_key(&number, |day| day.number).ok()?;
        self.subject.days.get(found)
    }

    fn add(&mut self, origin: &Origin, law: &DayLaws) {
        let Some((day, naive)) = self.day(origin.number).zip(self.day(origin.naive)) else { return };
        let whole = expected(law.day);
        self.by_day.add(day.total(), whole, naive.total());
        for (place, count) in day.counts.iter().enumerate() {
            let Some(count) = count else { continue };
            let naive = naive.counts.get(place).copied().flatten().unwrap_or(0);
            let law = law.intervals.get(place).map_or(Expected::NOTHING, |law| expected(*law));
            self.by_interval.add(f64::from(*count), law, f64::from(naive));
        }
        let (actual, naive) = (day.total(), naive.total());
        self.days.push(TestedDay { date: date_of(origin.number), actual, expected: whole, naive });
    }

    fn result(self, taught: &Taught) -> TypeTest {
        let first = self.days.first().map(|day| day.date);
        let mut history = history(self.subject, taught);
        history.retain(|day| first.is_some_and(|first| day.date < first));
        TypeTest {
            name: self.subject.name.clone(),
            by_day: self.by_day.errors(),
            by_interval: self.by_interval.errors(),
            days: self.days,
            history,
        }
    }
}

/// Sums over counts.
#[derive(Default)]
struct Sums {
    count: f64,
    actual: f64,
    forecast: Gaps,
    naive: Gaps,
    inside50: f64,
    inside90: f64,
}

#[derive(Default)]
struct Gaps {
    gaps: f64,
    sizes: f64,
    squares: f64,
    of_median: f64,
}

impl Gaps {
    fn add(&mut self, gap: f64, of_median: f64) {
        self.gaps += gap;
        self.sizes += gap.abs();
        self.squares += gap * gap;
        self.of_median += of_median.abs();
    }

    fn misses(&self, sums: &Sums) -> Misses {
        let n = sums.count;
        let wape = if sums.actual > 0.0 { self.of_median / sums.actual } else { 0.0 };
        let (mae, mae_of_mean) = (self.of_median / n, self.sizes / n);
        Misses { mae, mae_of_mean, wape, rmse: (self.squares / n).sqrt(), bias: self.gaps / n }
    }
}

impl Sums {
    fn add(&mut self, actual: f64, expected: Expected, naive: f64) {
        self.count += 1.0;
        self.actual += actual;
        self.forecast.add(expected.mean - actual, expected.median - actual);
        self.naive.add(naive - actual, naive - actual);
        let inside = |[low, high]: [f64; 2]| f64::from(u8::from((low..=high).contains(&actual)));
        self.inside50 += inside(expected.range50);
        self.inside90 += inside(expected.range90);
    }

    fn errors(&self) -> Errors {
        if self.count == 0.0 {
            return Errors::default();
        }
        Errors {
            count: self.count as usize,
            mean: self.actual / self.count,
            forecast: self.forecast.misses(self),
            naive: self.naive.misses(self),
            coverage50: self.inside50 / self.count,
            coverage90: self.inside90 / self.count,
        }
    }
}
