//! Forecasts of logs that were made from known levels, trends, weekdays, seasons and holidays.

mod command;
mod factors;
mod learned;
mod ranges;
mod totals;

use holdline::fit::weekday;
use holdline::history::{Contact, Day, Faults, Log, Outcome};
use holdline::sampling::{Key, Purpose, Sampler, Stream};
use holdline::scenario::Law;
use holdline::units::{DAY, HOUR};
use jiff::Span;
use jiff::civil::{Date, date};

/// Half an hour.
const INTERVAL: f64 = 1800.0;
/// A Monday.
const FIRST: Date = date(2024, 1, 1);

/// Shares of the hours from 8 to 18.
const PROFILE: [f64; 10] = [0.05, 0.10, 0.15, 0.14, 0.11, 0.09, 0.10, 0.11, 0.09, 0.06];

/// How contacts come in a made-up centre, Monday to Friday.
struct World<'a> {
    /// Contacts on an ordinary day.
    level: f64,
    /// What a day of the log is of that: by its number from 0.
    shape: &'a dyn Fn(usize, Date) -> f64,
    /// Spread of the gamma factor of each day.
    cv: f64,
    /// Spread of the step of the level's logarithm from day to day.
    step: f64,
}

impl World<'_> {
    /// The log of so many days from [`FIRST`] on, of one contact type.
    fn log(&self, days: usize, numbers: &mut Stream) -> Log {
        let busy = Sampler::new(&Law::Gamma { mean: 1.0, cv: self.cv.max(1e-6) });
        let (mut contacts, mut covered, mut drift) = (Vec::new(), Vec::new(), 0.0);
        for number in 0..days {
            drift += self.step * normal(numbers);
            let date = day(number);
            let from = contacts.len();
            let mean = self.level * (self.shape)(number, date) * libm::exp(drift) * busy.draw(numbers);
            if date.weekday().to_monday_zero_offset() < 5 {
                let midnight = f64::from(number_of(date)) * DAY;
                for (hour, share) in PROFILE.iter().enumerate() {
                    let start = midnight + (8.0 + hour as f64) * HOUR;
                    contacts.extend(arrivals(mean * share, start, numbers));
                }
            }
            covered.push(Day { date, contacts: from..contacts.len(), doubt: None });
        }
        let kinds = vec!["calls".to_owned()];
        Log {
            kinds,
            channels: Vec::new(),
            wholes: Vec::new(),
            agents: Vec::new(),
            contacts,
            days: covered,
            faults: Faults::default(),
            files: Vec::new(),
        }
    }
}

/// Poisson arrivals of an hour.
fn arrivals(mean: f64, start: f64, numbers: &mut Stream) -> Vec<Contact> {
    let (mut passed, mut contacts) = (0.0, Vec::new());
    loop {
        passed -= libm::log(numbers.uniform()) / mean;
        if passed >= 1.0 {
            return contacts;
        }
        contacts.push(Contact::new(0, start + passed * HOUR, 0.0, Outcome::Answered));
    }
}

fn normal(numbers: &mut Stream) -> f64 {
    let (radius, angle) = ((-2.0 * libm::log(numbers.uniform())).sqrt(), numbers.uniform());
    radius * libm::cos(std::f64::consts::TAU * angle)
}

fn number_of(date: Date) -> i32 {
    date.since((jiff::Unit::Day, date_of_epoch())).unwrap().get_days()
}

fn date_of_epoch() -> Date {
    date(1970, 1, 1)
}

/// The date of a day of the log.
fn day(number: usize) -> Date {
    FIRST.checked_add(Span::new().days(number as i64)).unwrap()
}

/// What came on a day of a log.
fn count(log: &Log, date: Date) -> f64 {
    log.day(date).unwrap().contacts.len() as f64
}

/// The same log without the days from a number on.
fn before(log: &Log, days: usize) -> Log {
    let kept = log.days[..days].to_vec();
    let contacts = log.contacts[..kept.last().unwrap().contacts.end].to_vec();
    Log { contacts, days: kept, ..log.clone() }
}

/// The random numbers of one repetition of a named test.
fn stream(test: &str, repetition: u32) -> Stream {
    Key::new(20_261, repetition).named(test).stream(Purpose::Handle)
}

/// A busy Monday, a quiet Friday.
fn by_weekday(_: usize, date: Date) -> f64 {
    let covered = Day { date, contacts: 0..0, doubt: None };
    [1.25, 1.0, 0.95, 0.95, 0.85, 0.0, 0.0][usize::from(weekday(&covered))]
}
