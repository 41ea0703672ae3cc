//! The moments and durations of one row, read by the rules, with what is wrong noted.

use super::durations::duration;
use super::fault::Fault;
use super::moments::{Format, Stamp, Wrong, date_of, day_number, stamp};
use super::notes::Notes;
use super::row::Row;
use super::rules::{Rules, Span, When};
use crate::units::DAY;

/// Times of day that are earlier than the one before by more than this are after midnight.
const HALF_A_DAY: f64 = DAY / 2.0;

/// Reads times out of one row.
pub(super) struct Times<'r> {
    pub(super) rules: &'r Rules,
    pub(super) row: &'r Row,
    pub(super) notes: Notes,
    /// Minutes ahead of UTC, where a moment of the row tells.
    pub(super) offset: Option<i32>,
}

impl<'r> Times<'r> {
    pub(super) fn new(rules: &'r Rules, row: &'r Row) -> Self {
        Self { rules, row, notes: Notes::default(), offset: None }
    }

    /// The text of a column; none where it is empty or stands for nothing.
    pub(super) fn text(&self, column: usize) -> Option<&'r str> {
        let text = self.row.field(column);
        (!text.is_empty() && !self.is_none(text)).then_some(text)
    }

    fn is_none(&self, text: &str) -> bool {
        self.rules.none.iter().any(|none| same(text, none))
    }

    /// When the contact arrived, s since 1970, or the fault for which it is left out.
    pub(super) fn arrival(&mut self) -> Result<f64, Fault> {
        let rules = self.rules;
        let read = match self.stamp_of(&rules.arrived) {
            Some(read) => read.map_err(arrival_fault)?,
            None => return self.elapsed().map(|moment| moment + rules.shift),
        };
        let moment = read.moment().ok_or(Fault::UnreadableArrival)?;
        if read.other_format {
            self.notes.add(Fault::OtherDateFormat);
        }
        self.offset = read.offset;
        if read.offset == Some(0) {
            self.notes.add(Fault::UtcTimes);
        }
        Ok(self.past_midnight(moment) + rules.shift)
    }

    /// The arrival, a day later where it is earlier in the day than the time that the date belongs to.
    fn past_midnight(&mut self, moment: f64) -> f64 {
        let before = self.rules.after.and_then(|column| Some((self.text(column)?, self.format(column))));
        let before = before.and_then(|(text, format)| time_stamp(text, format, true).ok()?.time);
        match before {
            Some(before) if before - moment.rem_euclid(DAY) > HALF_A_DAY => {
                self.notes.add(Fault::OverMidnight);
                moment + DAY
            }
            _ => moment,
        }
    }

    fn elapsed(&mut self) -> Result<f64, Fault> {
        let column = self.rules.elapsed.ok_or(Fault::MissingArrival)?;
        let text = self.text(column).ok_or(Fault::MissingArrival)?;
        let seconds = duration(text, 1.0, self.rules.decimal, &mut self.notes).ok_or(Fault::UnreadableArrival)?;
        Ok(f64::from(day_number(self.rules.start)) * DAY + seconds)
    }

    /// A later moment of the contact, s since 1970; where it has no date, on the day of `before` or the next.
    pub(super) fn later(&mut self, when: Option<&When>, before: f64) -> Option<f64> {
        let read = match self.stamp_of(when?)? {
            Ok(read) => read,
            Err(_) => {
                self.notes.add(Fault::UnreadableTime);
                return None;
            }
        };
        if read.day.is_some() && when?.date.is_none() {
            return read.moment().map(|moment| moment + self.rules.shift);
        }
        let time = read.time?;
        let midnight = (before / DAY).floor() * DAY;
        // `shift` moves the arrival, so that the time of day is moved before it is held against it.
        let moment = midnight + (time + self.rules.shift).rem_euclid(DAY);
        if before - moment <= HALF_A_DAY {
            return Some(moment);
        }
        self.notes.add(Fault::OverMidnight);
        Some(moment + DAY)
    }

    /// The date and time that the columns tell; none where they are empty.
    fn stamp_of(&self, when: &When) -> Option<Result<Stamp, Wrong>> {
        let (column, text) = when.times.iter().find_map(|column| Some((*column, self.text(*column)?)))?;
        let read = time_stamp(text, self.format(column), when.date.is_some());
        let Some(date_column) = when.date else { return Some(read) };
        Some(read.and_then(|read| {
            // A column of times that has dates after all needs no other.
            if read.day.is_some() {
                return Ok(read);
            }
            let Some(text) = self.text(date_column) else { return Ok(read) };
            let date = stamp(text, self.format(date_column))?;
            Ok(Stamp { day: date.day, other_format: date.other_format, ..read })
        }))
    }

    fn format(&self, column: usize) -> Format {
        self.rules.formats.get(column).copied().unwrap_or_default()
    }

    /// A duration, s; none where there is none or it cannot be read. A fault is one for which the row is left out.
    pub(super) fn span(&mut self, span: Option<Span>) -> Result<Option<f64>, Fault> {
        let Some(span) = span else { return Ok(None) };
        let Some(text) = self.text(span.column) else { return Ok(None) };
        match duration(text, span.scale, self.rules.decimal, &mut self.notes) {
            None => {
                self.notes.add(Fault::UnreadableDuration);
                Ok(None)
            }
            Some(seconds) if seconds < 0.0 => Err(Fault::NegativeDuration),
            Some(seconds) if seconds > self.rules.longest => Err(Fault::EndlessDuration),
            Some(seconds) => Ok(Some(seconds)),
        }
    }
}

/// Whether a value is a word of the rules, which are in lower case.
pub(super) fn same(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word) || (!text.is_ascii() && text.to_lowercase() == word)
}

/// A time; where the date stands elsewhere, digits alone are a time and no date.
fn time_stamp(text: &str, format: Format, dated_elsewhere: bool) -> Result<Stamp, Wrong> {
    if dated_elsewhere && is_digits_of_a_clock(text) {
        let clock = super::clocks::clock(text, "")?;
        return Ok(Stamp { time: clock.seconds, ..Stamp::default() });
    }
    stamp(text, format)
}

fn arrival_fault(wrong: Wrong) -> Fault {
    match wrong {
        Wrong::Unreadable => Fault::UnreadableArrival,
        Wrong::NoSuchDate => Fault::ImpossibleDate,
        Wrong::NoSuchTime => Fault::ImpossibleTime,
    }
}

/// Whether a text may be a time of day as 090530 or 0905.
pub(super) fn is_digits_of_a_clock(text: &str) -> bool {
    (3..=6).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A moment as it is shown in examples.
pub(super) fn shown(moment: f64) -> String {
    let day = (moment / DAY).floor();
    format!("{} {}", date_of(day as i32), crate::units::time_of_day_to_the_second(moment - day * DAY))
}
