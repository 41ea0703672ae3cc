//! What is put into a log comes out of it.

use holdline::forecast::{Effect, Factors, Forecast, Holiday, forecast};
use jiff::civil::Date;

use super::{INTERVAL, World, by_weekday, day, stream};

fn ahead(world: &World, name: &str, days: usize, more: usize, factors: &Factors) -> Forecast {
    let log = world.log(days, &mut stream(name, 0));
    forecast(&log, INTERVAL, factors, None, day(days + more - 1)).unwrap()
}

#[test]
fn weekdays_and_the_profile_of_the_day() {
    let world = World { level: 1000.0, shape: &by_weekday, cv: 0.03, step: 0.0 };
    let document = ahead(&world, "weekdays", 84, 7, &Factors::default());
    let learned = &document.types[0].learned;
    for (weekday, factor) in learned.weekdays.iter().zip([1.25, 1.0, 0.95, 0.95, 0.85]) {
        // Twelve days with an error of 0.03 and Poisson's 0.03 each: 0.012; four of those.
        assert!((weekday.factor - factor).abs() < 0.05 * factor, "{weekday:?} for {factor}");
    }
    assert!((learned.level - 1000.0).abs() < 40.0 && learned.trend.abs() < 0.01, "{learned:?}");
    let monday = &document.types[0].days[0];
    // From 10 to 11: 15 % of the day in two intervals; 12,000 contacts make an error of 2.5 %.
    let hour = monday.intervals[20].mean + monday.intervals[21].mean;
    assert!((hour / monday.day.mean - 0.15).abs() < 0.015, "{hour}");
    assert_eq!(monday.intervals[15].mean, 0.0, "closed before 8");
}

#[test]
fn a_trend_goes_on_and_dies_away() {
    let shape = |number: usize, date: Date| by_weekday(number, date) * libm::exp(0.004 * number as f64);
    let world = World { level: 500.0, shape: &shape, cv: 0.04, step: 0.0 };
    let document = ahead(&world, "trend", 112, 28, &Factors::default());
    let learned = &document.types[0].learned;
    assert!((0.01..0.045).contains(&learned.trend), "2.8 % a week is in the log: {}", learned.trend);
    let days = &document.types[0].days;
    let (first, last) = (days[0].day.mean, days[21].day.mean);
    assert!(last > 1.01 * first && last < 1.1 * first, "{first} {last}");
    let growing = Factors { growth: Some(0.0), ..Factors::default() };
    let flat = ahead(&world, "trend", 112, 28, &growing);
    let (first, last) = (flat.types[0].days[0].day.mean, flat.types[0].days[21].day.mean);
    assert!((last / first - 1.0).abs() < 0.01, "growth of 0 takes the place of the trend: {first} {last}");
}

#[test]
fn holidays_are_estimated_from_days_of_their_name() {
    let feasts = [40, 85, 128];
    let shape = |number: usize, date: Date| by_weekday(number, date) * if feasts.contains(&number) { 0.4 } else { 1.0 };
    let world = World { level: 500.0, shape: &shape, cv: 0.05, step: 0.0 };
    let holiday = |number: usize| Holiday { date: day(number), name: "Feast".into(), effect: Effect::Estimated };
    let holidays = feasts.into_iter().chain([148]).map(holiday).collect();
    let factors = Factors { holidays, ..Factors::default() };
    let document = ahead(&world, "feasts", 147, 14, &factors);
    let found = &document.types[0].learned.holidays[0];
    assert!(found.range95[0] < 0.4 && 0.4 < found.range95[1] && found.range95[1] < 0.6, "{found:?}");
    let days = &document.types[0].days;
    assert!((days[1].day.mean / days[8].day.mean - 0.4).abs() < 0.08, "{} {}", days[1].day.mean, days[8].day.mean);
}

#[test]
fn a_season_is_found_in_two_years_and_not_in_one() {
    let wave = |number: usize, date: Date| {
        by_weekday(number, date) * (1.0 + 0.3 * libm::cos(std::f64::consts::TAU * number as f64 / 365.25))
    };
    let world = World { level: 300.0, shape: &wave, cv: 0.05, step: 0.0 };
    let document = ahead(&world, "season", 2 * 365 + 8, 190, &Factors::default());
    assert!(!document.notes.iter().any(|note| note.contains("yearly season")), "{:?}", document.notes);
    let days = &document.types[0].days;
    let mean = |from: usize| days[from..from + 14].iter().map(|day| day.day.mean).sum::<f64>() / 10.0;
    // From the peak at the turn of the year to the trough: 0.7 / 1.3.
    let ratio = mean(175) / mean(0);
    assert!((ratio - 0.54).abs() < 0.1, "{ratio}");
    let short = ahead(&world, "season", 365, 14, &Factors::default());
    assert!(short.notes.iter().any(|note| note.contains("yearly season")), "{:?}", short.notes);
}

#[test]
fn a_day_with_a_surge_is_not_learned_from_whole() {
    let usual = World { level: 400.0, shape: &by_weekday, cv: 0.05, step: 0.0 };
    let shape = |number: usize, date: Date| by_weekday(number, date) * if number == 24 { 4.0 } else { 1.0 };
    let surge = World { shape: &shape, ..usual };
    let document = ahead(&surge, "surge", 28, 7, &Factors::default());
    let thursday = &document.types[0].days[3].day;
    assert!((thursday.mean / 380.0 - 1.0).abs() < 0.15, "{thursday:?}");
    assert!(document.notes.iter().any(|note| note.contains("2024-01-25")), "{:?}", document.notes);
    let past = document.types[0].history.iter().find(|past| past.date == day(24)).unwrap();
    assert!(!past.used);
}
