//! How volume and opening differ from day to day: factors on the typical day of a contact type, days with a name,
//! campaigns.

use jiff::civil::Date;

use super::{Arrivals, AtClose, ContactType, Horizon, Opening, OpeningHours};
use crate::units::HOUR;

/// How volumes and opening hours differ from day to day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    /// Factors on the volume of each day.
    pub rhythm: Rhythm,
    /// Days with a name.
    pub holidays: Vec<SpecialDay>,
    /// Days with more or fewer contacts.
    pub campaigns: Vec<CampaignDays>,
}

/// Factors on the volume of each day; what is not said changes nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rhythm {
    /// By weekday, from Monday on.
    pub weekdays: Option<[f64; 7]>,
    /// By week of the horizon, seven days each from the first day on; the last one holds for the weeks after it.
    pub weeks: Option<Vec<f64>>,
    /// By week of the year (ISO 8601); a missing 53rd week is like the 52nd.
    pub weeks_of_year: Option<Vec<f64>>,
    /// Growth in a year, as a share.
    pub growth: Option<f64>,
}

/// A day with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct SpecialDay {
    /// When it is.
    pub date: Date,
    /// What it is called.
    pub name: String,
    /// The contact types meant, by index; empty: all.
    pub types: Vec<usize>,
    /// The weekday, from 0 for Monday, whose volume and hours it has.
    pub like: Option<usize>,
    /// Factor on the usual volume.
    pub factor: f64,
    /// Opening hours; none: as usual.
    pub open: Option<SpecialHours>,
}

/// Opening hours of a day with a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SpecialHours {
    /// Closed all day; nobody comes.
    Closed,
    /// Open so long; nobody comes outside of it but by channels that wait for the next opening.
    Open(OpeningHours),
}

/// Some days with more or fewer contacts than usual.
#[derive(Clone, Debug, PartialEq)]
pub struct CampaignDays {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Hours of these days; none: all day.
    pub hours: Option<OpeningHours>,
    /// The contact types meant, by index; empty: all.
    pub types: Vec<usize>,
    /// What the volume is multiplied by.
    pub factor: f64,
}

/// Why a calendar does not change a contact type's volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// Its arrivals say every interval of the horizon already.
    WholeHorizon,
    /// Its arrivals are modulated, without a typical day.
    Modulated,
}

impl Rhythm {
    /// These factors, and those of another where nothing is said.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        Self {
            weekdays: self.weekdays.or(other.weekdays),
            weeks: self.weeks.clone().or_else(|| other.weeks.clone()),
            weeks_of_year: self.weeks_of_year.clone().or_else(|| other.weeks_of_year.clone()),
            growth: self.growth.or(other.growth),
        }
    }

    /// The factor of a day of the horizon that has the volume of some weekday.
    fn factor(&self, day: usize, date: Date, weekday: usize) -> f64 {
        let in_list = |factors: &Option<Vec<f64>>, place: usize| {
            let factors = factors.as_deref().unwrap_or_default();
            factors.get(place.min(factors.len().saturating_sub(1))).copied().unwrap_or(1.0)
        };
        let of_year = date.iso_week_date().week() as usize - 1;
        self.weekdays.map_or(1.0, |factors| factors[weekday])
            * in_list(&self.weeks, day / 7)
            * in_list(&self.weeks_of_year, of_year)
            * self.growth.map_or(1.0, |growth| libm::pow(1.0 + growth, day as f64 / YEAR))
    }
}

/// Days of a year on average.
const YEAR: f64 = 365.25;

impl Calendar {
    /// Lays the calendar over a contact type, whose own rhythm goes before that of the calendar: its opening hours get
    /// their exceptions, and its typical day becomes the days of the horizon. Needs a start and days.
    ///
    /// # Errors
    /// Why the volume stays as it is where the calendar would change it; the opening hours have their exceptions all the
    /// same.
    pub fn lay(
        &self,
        own: &Rhythm,
        contact: &mut ContactType,
        kind: usize,
        horizon: &Horizon,
    ) -> Result<(), Unchanged> {
        let (Some(start), Some(days)) = (horizon.start, horizon.days()) else { return Ok(()) };
        let rhythm = own.or(&self.rhythm);
        let dates: Vec<Date> = start.series(jiff::Span::new().days(1)).take(days as usize).collect();
        let day = |(day, date): (usize, &Date)| self.day(&rhythm, contact, kind, day, *date);
        let factors: Vec<DayFactors> = dates.iter().enumerate().map(day).collect();
        let exception = |(day, factors): (usize, &DayFactors)| Some((day, factors.exception?));
        contact.exceptions = factors.iter().enumerate().filter_map(exception).collect();
        let waits = contact.at_close == AtClose::Keep && contact.channel.is_deferred();
        let interval = horizon.interval.get();
        let spread = |factors: &DayFactors| -> Vec<f64> {
            let of = |place: usize| factors.of(place as f64 * interval, interval, waits);
            (0..horizon.intervals_per_day()).map(of).collect()
        };
        let spread: Vec<f64> = factors.iter().flat_map(spread).collect();
        if spread.iter().all(|factor| *factor == 1.0) {
            return Ok(());
        }
        let typical = match &contact.arrivals {
            Arrivals::Modulated(_) => return Err(Unchanged::Modulated),
            Arrivals::PerInterval(expected) if expected.len() == horizon.intervals_per_day() => expected.clone(),
            Arrivals::PerInterval(_) => return Err(Unchanged::WholeHorizon),
            Arrivals::PerHour(per_hour) => vec![per_hour * interval / HOUR],
        };
        let expected = spread.iter().enumerate().map(|(place, factor)| typical[place % typical.len()] * factor);
        contact.arrivals = Arrivals::PerInterval(expected.collect());
        Ok(())
    }

    fn day(&self, rhythm: &Rhythm, contact: &ContactType, kind: usize, day: usize, date: Date) -> DayFactors {
        let meant = |types: &[usize]| types.is_empty() || types.contains(&kind);
        let special = self.holidays.iter().find(|holiday| holiday.date == date && meant(&holiday.types));
        let like = special.and_then(|special| special.like);
        let weekday = like.unwrap_or_else(|| date.weekday().to_monday_zero_offset() as usize);
        let usual = match (contact.open, like) {
            (Some(Opening::Weekly(week)), Some(like)) => Some(week[like]),
            _ => None,
        };
        let exception = match special.and_then(|special| special.open) {
            Some(SpecialHours::Closed) => Some(None),
            Some(SpecialHours::Open(hours)) => Some(Some(hours)),
            None => usual,
        };
        let running =
            |campaign: &&CampaignDays| (campaign.from..=campaign.to).contains(&date) && meant(&campaign.types);
        let campaigns = self.campaigns.iter().filter(running);
        DayFactors {
            whole: rhythm.factor(day, date, weekday) * special.map_or(1.0, |special| special.factor),
            hours: campaigns.map(|campaign| (campaign.hours, campaign.factor)).collect(),
            exception,
            shut: special.and_then(|special| special.open),
        }
    }
}

/// What a calendar makes of one day.
struct DayFactors {
    whole: f64,
    /// Campaigns: their hours and their factor.
    hours: Vec<(Option<OpeningHours>, f64)>,
    /// Hours in place of the usual ones.
    exception: Option<Option<OpeningHours>>,
    /// Hours outside of which nobody comes.
    shut: Option<SpecialHours>,
}

impl DayFactors {
    /// The factor on an interval of the day. `waits`: contacts may come while it is closed, and wait.
    fn of(&self, from: f64, length: f64, waits: bool) -> f64 {
        let part =
            |hours: OpeningHours| ((from + length).min(hours.to.get()) - from.max(hours.from.get())).max(0.0) / length;
        let comes = match self.shut {
            Some(SpecialHours::Closed) => false,
            Some(SpecialHours::Open(hours)) => waits || part(hours) > 0.0,
            None => true,
        };
        let campaign = |(hours, factor): &(Option<OpeningHours>, f64)| 1.0 + hours.map_or(1.0, part) * (factor - 1.0);
        if comes { self.whole * self.hours.iter().map(campaign).product::<f64>() } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Channel, CivilDays, Handling, Law, Length};
    use crate::units::Seconds;

    fn horizon(days: u32) -> Horizon {
        // A Thursday; Christmas is the Friday of the first week.
        let start = Some(jiff::civil::date(2026, 12, 24));
        let (interval, civil) = (Seconds(6.0 * HOUR), CivilDays::default());
        Horizon { start, length: Length::Days(days), interval, warm_up: Seconds(0.0), civil }
    }

    fn laid(calendar: &Calendar, own: &Rhythm, arrivals: Arrivals, days: u32) -> (ContactType, Result<(), Unchanged>) {
        let handle = Handling::Whole(Law::Constant { value: 60.0 });
        let mut calls = ContactType::new("calls", Channel::Voice, arrivals, handle);
        let mut week = [Some(hours(8.0, 20.0)); 7];
        week[6] = None;
        calls.open = Some(Opening::Weekly(week));
        let unchanged = calendar.lay(own, &mut calls, 0, &horizon(days));
        (calls, unchanged)
    }

    fn hours(from: f64, to: f64) -> OpeningHours {
        OpeningHours { from: Seconds(from * HOUR), to: Seconds(to * HOUR) }
    }

    fn day(contact: &ContactType, day: usize) -> &[f64] {
        match &contact.arrivals {
            Arrivals::PerInterval(expected) => &expected[4 * day..4 * day + 4],
            other => unreachable!("{other:?}"),
        }
    }

    fn special(day: i8, open: Option<SpecialHours>, factor: f64, like: Option<usize>) -> SpecialDay {
        let date = jiff::civil::date(2026, 12, day);
        SpecialDay { date, name: "a day".into(), types: Vec::new(), like, factor, open }
    }

    #[test]
    fn factors_multiply_the_typical_day() {
        let rhythm = Rhythm {
            weekdays: Some([1.0, 1.0, 1.0, 2.0, 1.0, 1.0, 0.5]),
            weeks: Some(vec![1.0, 3.0]),
            weeks_of_year: Some([vec![10.0], vec![1.0; 51]].concat()),
            growth: Some(0.1),
        };
        let calendar = Calendar { rhythm, ..Calendar::default() };
        let (calls, unchanged) = laid(&calendar, &Rhythm::default(), Arrivals::PerHour(1.0), 15);
        assert_eq!(unchanged, Ok(()));
        let grown = |day: i32| libm::pow(1.1, f64::from(day) / 365.25);
        assert_eq!(day(&calls, 0), [12.0; 4], "Thursday");
        assert!((day(&calls, 3)[0] - 3.0 * grown(3)).abs() < 1e-12, "Sunday");
        assert!((day(&calls, 7)[0] - 36.0 * grown(7)).abs() < 1e-12, "2026-12-31 is in the 53rd week, like the 52nd");
        // Monday 2027-01-04 begins the first week of the year.
        assert!((day(&calls, 11)[0] - 180.0 * grown(11)).abs() < 1e-12);
        // A type's own factors go before, one by one.
        let own = Rhythm { growth: Some(0.0), weekdays: Some([1.0; 7]), ..Rhythm::default() };
        let (calls, _) = laid(&calendar, &own, Arrivals::PerHour(1.0), 15);
        assert_eq!([0, 3, 7, 11].map(|place| day(&calls, place)[0]), [6.0, 6.0, 18.0, 180.0]);
    }

    #[test]
    fn days_with_a_name_change_volume_and_doors() {
        let open = Some(SpecialHours::Open(hours(7.0, 13.0)));
        let holidays = vec![
            special(24, open, 0.5, None),
            special(25, Some(SpecialHours::Closed), 1.0, None),
            special(28, None, 1.0, Some(6)),
        ];
        let rhythm = Rhythm { weekdays: Some([1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.25]), ..Rhythm::default() };
        let calendar = Calendar { rhythm, holidays, ..Calendar::default() };
        let (calls, _) = laid(&calendar, &Rhythm::default(), Arrivals::PerInterval(vec![0.0, 8.0, 4.0, 2.0]), 7);
        assert_eq!(day(&calls, 0), [0.0, 4.0, 2.0, 0.0], "nobody comes after 13:00 but in its interval");
        assert_eq!((day(&calls, 1), day(&calls, 2)), (&[0.0; 4][..], &[0.0, 8.0, 4.0, 2.0][..]));
        assert_eq!(day(&calls, 4), [0.0, 2.0, 1.0, 0.5], "a Monday like a Sunday");
        assert_eq!(calls.exceptions, [(0, Some(hours(7.0, 13.0))), (1, None), (4, None)]);
        let laid_hours = crate::scenario::Hours::new(&calls, &horizon(7));
        let on: Vec<bool> = (0..9).map(|day| laid_hours.on(day).is_some()).collect();
        assert_eq!(on, [true, false, true, false, false, true, true, true, false], "the next week begins as this one");
    }

    #[test]
    fn a_campaign_counts_for_its_days_hours_and_types() {
        let campaign = |hours, types: &[usize], factor| CampaignDays {
            from: jiff::civil::date(2026, 12, 25),
            to: jiff::civil::date(2026, 12, 26),
            hours,
            types: types.into(),
            factor,
        };
        let campaigns = vec![campaign(Some(hours(12.0, 21.0)), &[], 3.0), campaign(None, &[1], 9.0)];
        let calendar = Calendar { campaigns, ..Calendar::default() };
        let (calls, _) = laid(&calendar, &Rhythm::default(), Arrivals::PerInterval(vec![1.0; 4]), 4);
        assert_eq!((day(&calls, 0), day(&calls, 3)), (&[1.0; 4][..], &[1.0; 4][..]));
        assert_eq!((day(&calls, 1), day(&calls, 2)), (&[1.0, 1.0, 3.0, 2.0][..], &[1.0, 1.0, 3.0, 2.0][..]));
    }

    #[test]
    fn arrivals_without_a_typical_day_stay() {
        let calendar =
            Calendar { holidays: vec![special(25, Some(SpecialHours::Closed), 1.0, None)], ..Calendar::default() };
        let whole = Arrivals::PerInterval(vec![5.0; 28]);
        let (calls, unchanged) = laid(&calendar, &Rhythm::default(), whole.clone(), 7);
        assert_eq!((calls.arrivals, calls.exceptions.len(), unchanged), (whole, 1, Err(Unchanged::WholeHorizon)));
        let none = Calendar::default();
        let (calls, unchanged) = laid(&none, &Rhythm::default(), Arrivals::PerHour(3.0), 7);
        assert_eq!((calls.arrivals, unchanged), (Arrivals::PerHour(3.0), Ok(())), "nothing to change changes nothing");
    }
}
