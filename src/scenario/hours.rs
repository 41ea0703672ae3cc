//! Opening hours laid over the days of a horizon.

use super::{CivilDays, ContactType, Horizon, Opening, OpeningHours};
use crate::units::DAY;

/// When a contact type is open, by the day of the horizon.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// Repeated from the first day on; empty: always open.
    days: Vec<Option<(f64, f64)>>,
    civil: CivilDays,
}

impl Hours {
    /// The hours of a contact type over a horizon.
    #[must_use]
    pub fn new(contact: &ContactType, horizon: &Horizon) -> Self {
        let span = |hours: OpeningHours| (hours.from.get(), hours.to.get());
        let mut days = match contact.open {
            None => Vec::new(),
            Some(Opening::Daily(hours)) => vec![Some(span(hours))],
            Some(Opening::Weekly(week)) => {
                let first = horizon.start.map_or(0, |date| date.weekday().to_monday_zero_offset() as usize);
                (0..7).map(|day| week[(first + day) % 7].map(span)).collect()
            }
        };
        if let (Some((last, _)), Some(length)) = (contact.exceptions.last(), horizon.days()) {
            // Whole weeks, so that the days after the horizon begin with the right one.
            let count = (last + 1).max(length as usize).next_multiple_of(7);
            let usual = |day: usize| if days.is_empty() { Some((0.0, DAY)) } else { days[day % days.len()] };
            days = (0..count).map(usual).collect();
            contact.exceptions.iter().for_each(|(day, hours)| days[*day] = hours.map(span));
        }
        let always = days.iter().all(|day| *day == Some((0.0, DAY)));
        Self { days: if always { Vec::new() } else { days }, civil: horizon.civil.clone() }
    }

    /// Whether it never closes.
    #[must_use]
    pub fn always(&self) -> bool {
        self.days.is_empty()
    }

    /// After how many days the hours repeat: 1, 7, or the whole weeks of the horizon.
    #[must_use]
    pub fn cycle(&self) -> usize {
        self.days.len().max(1)
    }

    /// First and last moment open on a day of the horizon, s since its midnight by the clock on the wall; none: closed
    /// all day.
    #[must_use]
    pub fn on(&self, day: usize) -> Option<(f64, f64)> {
        if self.days.is_empty() { Some((0.0, DAY)) } else { self.days[day % self.days.len()] }
    }

    /// The first opening after `now`, s since the start of the horizon; infinite where there is none.
    #[must_use]
    pub fn next_opening(&self, now: f64) -> f64 {
        let today = self.civil.day(now);
        let opening = |day: usize| {
            let (from, _) = self.on(day)?;
            Some(self.civil.moment(day, from)).filter(|time| *time > now)
        };
        (today..=today + self.cycle()).find_map(opening).unwrap_or(f64::INFINITY)
    }

    /// How much of the time between two moments is opening time, s.
    #[must_use]
    pub fn open_time(&self, from: f64, to: f64) -> f64 {
        if self.always() {
            return to - from;
        }
        let part = |day: usize| {
            let (opens, closes) = self.on(day)?;
            let [opens, closes] = [opens, closes].map(|clock| self.civil.moment(day, clock));
            Some((to.min(closes) - from.max(opens)).max(0.0))
        };
        (self.civil.day(from)..=self.civil.day(to)).filter_map(part).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Arrivals, Channel, Handling, Law, Length};
    use crate::units::{HOUR, Seconds};

    fn open(opening: Opening) -> Hours {
        let handle = Handling::Whole(Law::Constant { value: 60.0 });
        let plain = ContactType::new("calls", Channel::Voice, Arrivals::PerHour(1.0), handle);
        // From a Saturday on.
        let horizon = Horizon {
            start: Some(jiff::civil::date(2026, 11, 28)),
            length: Length::Days(10),
            interval: Seconds(1800.0),
            warm_up: Seconds(0.0),
            civil: CivilDays::default(),
        };
        Hours::new(&ContactType { open: Some(opening), ..plain }, &horizon)
    }

    #[test]
    fn a_week_begins_with_the_day_of_the_calendar() {
        let hours = OpeningHours { from: Seconds(8.0 * HOUR), to: Seconds(18.0 * HOUR) };
        let mut week = [Some(hours); 7];
        week[5] = None;
        week[6] = None;
        let hours = open(Opening::Weekly(week));
        assert_eq!((hours.on(0), hours.on(1), hours.on(2)), (None, None, Some((8.0 * HOUR, 18.0 * HOUR))));
        assert_eq!(hours.next_opening(0.0), 2.0 * DAY + 8.0 * HOUR);
        assert_eq!(hours.next_opening(6.0 * DAY + 9.0 * HOUR), 9.0 * DAY + 8.0 * HOUR);
        assert_eq!(hours.open_time(0.0, 3.0 * DAY), 10.0 * HOUR);
    }

    #[test]
    fn only_the_hours_in_which_the_door_is_open_count() {
        let hours = open(Opening::Daily(OpeningHours { from: Seconds(9.0 * HOUR), to: Seconds(17.0 * HOUR) }));
        assert_eq!(hours.open_time(16.0 * HOUR, DAY + 10.0 * HOUR), 2.0 * HOUR);
        assert_eq!(hours.open_time(10.0 * HOUR, 11.0 * HOUR), HOUR);
        assert_eq!(hours.open_time(18.0 * HOUR, 20.0 * HOUR), 0.0);
        assert_eq!(hours.next_opening(9.0 * HOUR), DAY + 9.0 * HOUR);
    }
}
