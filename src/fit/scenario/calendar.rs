//! The days of a fitted scenario.

use jiff::civil::Date;

use super::super::{FittedCentre, FittedType};
use super::opening;
use crate::scenario::{Opening, OpeningHours};
use crate::units::{DAY, Seconds};

/// The days that the scenario has.
pub(super) struct Calendar {
    /// The first, where the days differ.
    pub(super) start: Option<Date>,
    /// The weekday of each, 0 for Monday; of a scenario of one day the first weekday that is open.
    pub(super) weekdays: Vec<u8>,
}

impl Calendar {
    pub(super) fn new(centre: &FittedCentre) -> Self {
        let first_open = centre.together.classes.first().and_then(|class| class.weekdays.first()).copied().unwrap_or(0);
        if is_one_day(centre) {
            return Self { start: None, weekdays: vec![first_open] };
        }
        let start = centre.dates.1.tomorrow().unwrap_or(centre.dates.1);
        let first = start.weekday().to_monday_zero_offset() as u8;
        Self { start: Some(start), weekdays: (0..7).map(|day| (first + day) % 7).collect() }
    }

    /// Expected first contacts of a type in each interval of all days.
    pub(super) fn arrivals(&self, one: &FittedType, interval: f64) -> Vec<f64> {
        let of_day = |weekday: &u8| arrivals_of(one, *weekday, interval);
        self.weekdays.iter().flat_map(of_day).collect()
    }

    pub(super) fn opening(&self, one: &FittedType) -> Option<Opening> {
        let hours = |weekday: u8| {
            let own = one.hours.iter().find(|hours| hours.weekday == weekday).and_then(|hours| hours.open);
            own.map(|(from, to)| OpeningHours { from: Seconds(from), to: Seconds(to) })
        };
        match self.start {
            None => opening([self.weekdays.first().copied().and_then(hours); 7]),
            Some(_) => opening([0, 1, 2, 3, 4, 5, 6].map(hours)),
        }
    }
}

/// Whether one day says all: nothing is left for the next day, no type has weekdays that differ, and all types that are open on a weekday are on all
/// others that any type is open on, at the same hours.
fn is_one_day(centre: &FittedCentre) -> bool {
    let open = |one: &FittedType| {
        let mut hours: Vec<(u8, (f64, f64))> =
            one.hours.iter().filter_map(|hours| Some((hours.weekday, hours.open?))).collect();
        hours.sort_by_key(|(weekday, _)| *weekday);
        hours
    };
    let weekdays = |one: &FittedType| open(one).into_iter().map(|(weekday, _)| weekday).collect::<Vec<_>>();
    let alike = |one: &FittedType| {
        let hours = open(one);
        one.arrivals.classes.len() == 1
            && hours.iter().all(|(_, own)| Some(own) == hours.first().map(|(_, first)| first))
    };
    let shared = centre.types.first().map(weekdays);
    let goes_over = centre.types.iter().any(|one| one.channel.is_deferred());
    !goes_over
        && centre.together.classes.len() == 1
        && centre.types.iter().all(|one| alike(one) && Some(weekdays(one)) == shared)
}

/// Expected first contacts of a type in each interval of a weekday.
pub(in crate::fit) fn arrivals_of(one: &FittedType, weekday: u8, interval: f64) -> Vec<f64> {
    let count = libm::round(DAY / interval) as usize;
    let class = one.arrivals.classes.iter().find(|class| class.weekdays.contains(&weekday));
    let mean = |place: usize| class?.profile.get(place).copied().flatten().map(|mean| mean.value());
    let again = |place: usize| one.redialled.get(place).copied().unwrap_or(0.0);
    (0..count).map(|place| mean(place).unwrap_or(0.0) * (1.0 - again(place))).collect()
}
