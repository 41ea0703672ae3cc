//! The days that a log covers, and which of them are not to be trusted.

use std::ops::Range;

use jiff::civil::Date;

use super::contact::Contact;
use super::fault::Fault;
use super::finish::Findings;
use super::moments::date_of;
use crate::units::DAY;

/// A day that a log covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Its date.
    pub date: Date,
    /// Which contacts of the log arrived on it; none on a day on which the centre is usually closed.
    pub contacts: Range<usize>,
    /// Why it may not be whole: [`Fault::ThinDay`], [`Fault::SilentHours`], [`Fault::SkippedHour`] or
    /// [`Fault::DoubledHour`].
    pub doubt: Option<Fault>,
}

impl Day {
    /// Whether hours of it seem to be missing from the log, so that neither what came nor who was there is known.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.doubt == Some(Fault::SilentHours)
    }
}

/// A stretch without contacts that is so long, s, is no accident ...
const SILENCE: f64 = 3_600.0;
/// ... when so many contacts usually come in it: where fifteen are expected chance leaves all of them out once in three
/// million times, on a day with half of the usual contacts once in two thousand times.
const SILENCED: usize = 15;
/// So many days of the weekday on each side tell what is usual in a stretch.
const NEAREST: usize = 4;
/// So many days of a weekday tell what is usual for it.
const ENOUGH_DAYS: usize = 3;
/// Days with fewer contacts vary too much for a quarter of them to mean anything.
const ENOUGH_CONTACTS: u32 = 20;
/// An hour with so many contacts is busy.
const BUSY: u32 = 5;
/// Clocks are changed before this hour.
const CHANGED_BEFORE: usize = 5;

/// A day under consideration.
struct Counted {
    number: i32,
    contacts: Range<usize>,
    hours: [u32; 24],
}

impl Counted {
    fn count(&self) -> u32 {
        self.contacts.len() as u32
    }

    /// 0 is Monday.
    fn weekday(&self) -> usize {
        (self.number + 3).rem_euclid(7) as usize
    }

    fn day(&self, doubt: Option<Fault>) -> Day {
        Day { date: date_of(self.number), contacts: self.contacts.clone(), doubt }
    }
}

/// The days between the first and the last contact, without those that are missing.
pub(super) fn covered(contacts: &[Contact], findings: &mut Findings<'_>) -> Vec<Day> {
    let (Some(first), Some(last)) = (contacts.first(), contacts.last()) else { return Vec::new() };
    let counted = counted(contacts, first.day(), last.day());
    let usual: Vec<Option<u32>> = (0..7).map(|weekday| usual_count(&counted, weekday)).collect();
    let thin =
        |day: &Counted| usual[day.weekday()].is_some_and(|usual| usual >= ENOUGH_CONTACTS && day.count() * 4 < usual);
    let whole: [Vec<&Counted>; 7] = std::array::from_fn(|weekday| {
        counted.iter().filter(|day| day.weekday() == weekday && !thin(day) && day.count() > 0).collect()
    });
    let hours: [Option<[u32; 24]>; 7] = std::array::from_fn(|weekday| usual_hours(&whole[weekday]));
    let of = |day: &Counted| contacts.get(day.contacts.clone()).unwrap_or_default();
    let mut days = Vec::new();
    for day in &counted {
        if day.count() == 0 && usual[day.weekday()].is_some_and(|usual| usual > 0) {
            findings.of_no_line(Fault::MissingDay, &date_of(day.number).to_string());
            continue;
        }
        let doubt = match hours[day.weekday()] {
            _ if thin(day) && day.count() > 0 => Some((Fault::ThinDay, format!("{} contacts", day.count()))),
            Some(usual) if day.count() > 0 => {
                let near: Vec<&[Contact]> = nearest(&whole[day.weekday()], day).map(of).collect();
                doubtful_hours(day, &usual, (of(day), &near))
            }
            _ => None,
        };
        if let Some((fault, text)) = &doubt {
            findings.of_no_line(*fault, &format!("{}: {text}", date_of(day.number)));
        }
        days.push(day.day(doubt.map(|(fault, _)| fault)));
    }
    days
}

/// The days of replications, each with its first and last one.
pub(super) fn of_replications(contacts: &[Contact], spans: &[(i32, i32)]) -> Vec<Day> {
    let mut days = Vec::new();
    for (first, last) in spans {
        let start = contacts.partition_point(|contact| contact.day() < *first);
        let of_span = contacts.get(start..).unwrap_or_default();
        let count = of_span.partition_point(|contact| contact.day() <= *last);
        let shifted = |day: Counted| Day {
            contacts: day.contacts.start + start..day.contacts.end + start,
            date: date_of(day.number),
            doubt: None,
        };
        days.extend(counted(of_span.get(..count).unwrap_or_default(), *first, *last).into_iter().map(shifted));
    }
    days
}

fn counted(contacts: &[Contact], first: i32, last: i32) -> Vec<Counted> {
    let mut start = 0;
    let day = |number: i32| {
        let rest = contacts.get(start..).unwrap_or_default();
        let count = rest.partition_point(|contact| contact.day() <= number);
        let mut hours = [0; 24];
        for contact in rest.iter().take(count) {
            hours[((contact.time_of_day() / 3600.0) as usize).min(23)] += 1;
        }
        let contacts = start..start + count;
        start += count;
        Counted { number, contacts, hours }
    };
    (first..=last).map(day).collect()
}

fn median(mut counts: Vec<u32>) -> u32 {
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// How many contacts a weekday usually has, where there are enough of it to tell.
fn usual_count(days: &[Counted], weekday: usize) -> Option<u32> {
    let counts: Vec<u32> = days.iter().filter(|day| day.weekday() == weekday).map(Counted::count).collect();
    (counts.len() >= ENOUGH_DAYS).then(|| median(counts))
}

fn usual_hours(days: &[&Counted]) -> Option<[u32; 24]> {
    let usual = |hour: usize| median(days.iter().map(|day| day.hours[hour]).collect());
    (days.len() >= ENOUGH_DAYS).then(|| std::array::from_fn(usual))
}

/// The days of the weekday nearest to one, on both sides of it: hours may change in a long log.
fn nearest<'d>(whole: &[&'d Counted], day: &Counted) -> impl Iterator<Item = &'d Counted> {
    let place = whole.partition_point(|other| other.number < day.number);
    let after = whole[place..].iter().filter(|other| other.number > day.number).take(NEAREST);
    whole[..place].iter().rev().take(NEAREST).chain(after).copied().collect::<Vec<_>>().into_iter()
}

/// The first stretch of a day, from and until s, without any contact, when on three quarters of the days around many came
/// in it, over an hour or more: doors that are closed, or open somewhat later, are no silence.
fn silence(own: &[Contact], others: &[&[Contact]]) -> Option<(f64, f64)> {
    let times = || own.iter().map(Contact::time_of_day);
    let gaps = std::iter::once(0.0).chain(times()).zip(times().chain([DAY]));
    let is_busy = |from: f64, until: f64, day: &[Contact]| {
        let place = |moment: f64| day.partition_point(|contact| contact.time_of_day() <= moment);
        let inside = day.get(place(from)..place(until)).unwrap_or_default();
        let span = inside.first().zip(inside.last()).map_or(0.0, |(a, b)| b.time_of_day() - a.time_of_day());
        inside.len() >= SILENCED && span >= SILENCE
    };
    let is_usual = |from: f64, until: f64| {
        let busy = others.iter().filter(|day| is_busy(from, until, day)).count();
        busy > 0 && busy * 4 >= others.len() * 3
    };
    gaps.filter(|(from, until)| until - from >= SILENCE).find(|(from, until)| is_usual(*from, *until))
}

/// A time of the day as people write it.
fn clock(seconds: f64) -> String {
    let minutes = (seconds / 60.0) as u32;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Hours without contacts that usually have some, or with twice as many.
fn doubtful_hours(
    day: &Counted,
    usual: &[u32; 24],
    (own, others): (&[Contact], &[&[Contact]]),
) -> Option<(Fault, String)> {
    let silent = |hour: usize| day.hours[hour] == 0 && usual[hour] >= BUSY;
    let skipped = |hour: &usize| silent(*hour) && !silent(hour + 1) && (*hour == 0 || !silent(hour - 1));
    if let Some(hour) = (0..CHANGED_BEFORE).find(skipped) {
        return Some((Fault::SkippedHour, format!("none from {hour}:00 to {}:00", hour + 1)));
    }
    if let Some((from, until)) = silence(own, others) {
        return Some((Fault::SilentHours, format!("none from {} to {}", clock(from), clock(until))));
    }
    let doubled = |hour: usize| {
        let (count, usual) = (f64::from(day.hours[hour]), f64::from(usual[hour]));
        // Chance alone reaches five standard deviations of a Poisson count hardly ever.
        usual >= 2.0 * f64::from(BUSY) && count >= 1.7 * usual && count - usual >= 5.0 * usual.sqrt()
    };
    // A busy night is no change of clocks: the hours around are as usual.
    let alone = |hour: usize| doubled(hour) && !doubled(hour + 1) && (hour == 0 || !doubled(hour - 1));
    let hour = (0..CHANGED_BEFORE).find(|hour| alone(*hour))?;
    Some((
        Fault::DoubledHour,
        format!("{} from {hour}:00 to {}:00, usually {}", day.hours[hour], hour + 1, usual[hour]),
    ))
}
