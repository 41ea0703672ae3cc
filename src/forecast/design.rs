//! Of which states a day's log-rate is the sum.

use crate::fit::DayCounts;
use crate::history::date_of;

use super::counted::{is_open, weekday_of};
use super::factors::{Effect, Factors};
use super::filter::{LEVEL, MOVING, Row, SHORT};

/// A yearly season is estimated from so many days on: two years.
pub(super) const SEASON_DAYS: i32 = 730;
/// Waves of the season: the year and its half (Harvey 1989, section 2.3.4).
const WAVES: usize = 2;
/// Days of a year.
pub(super) const YEAR: f64 = 365.25;
/// Weekday factors may drift by a tenth in a year.
const WEEKDAY_DRIFT: f64 = 0.01 / YEAR;
/// How unsure the states are to begin with, as standard deviations of the log-rate.
const LEVEL_UNSURE: f64 = 1.0;
const HOURS_UNSURE: f64 = 1.0;
const WAVE_UNSURE: f64 = 0.3;
const HOLIDAY_UNSURE: f64 = 0.7;

/// The states of one subject. Weekdays with the same opening hours are a group with a level of its own, and each of its
/// weekdays deviates from that.
#[derive(Clone, Debug)]
pub(super) struct Design {
    /// Where the difference of the hours to the first group stands, by weekday.
    hours: [Option<usize>; 7],
    /// Where the weekday's deviation stands.
    weekday: [Option<usize>; 7],
    /// Where the first wave of the season stands.
    season: Option<usize>,
    /// Holidays that are estimated, and where.
    holidays: Vec<(String, usize)>,
    /// What is expected of each state before the first day.
    pub(super) start: Vec<f64>,
    /// How unsure that is.
    pub(super) unsure: Vec<f64>,
    /// What the variance of each state gains a day.
    pub(super) drift: Vec<f64>,
}

impl Design {
    /// The states that some days (those that are learned from) call for.
    pub(super) fn new(days: &[&DayCounts], factors: &Factors) -> Self {
        let groups = groups(days);
        let level = libm::log(groups.first().map_or(0.0, |group| group.mean).max(0.1));
        let mut design = Self {
            hours: [None; 7],
            weekday: [None; 7],
            season: None,
            holidays: Vec::new(),
            start: vec![0.0; MOVING],
            unsure: vec![0.0; MOVING],
            drift: vec![0.0; MOVING],
        };
        design.start[LEVEL] = level;
        design.unsure[LEVEL] = LEVEL_UNSURE * LEVEL_UNSURE;
        for (number, group) in groups.iter().enumerate() {
            let own = (number > 0)
                .then(|| design.state(libm::log(group.mean.max(0.1)) - level, HOURS_UNSURE * HOURS_UNSURE, 0.0));
            for weekday in &group.weekdays {
                design.hours[usize::from(*weekday)] = own;
                // A lone weekday has nothing to deviate from.
                design.weekday[usize::from(*weekday)] =
                    (group.weekdays.len() > 1).then(|| design.state(0.0, 0.0, WEEKDAY_DRIFT));
            }
        }
        let span = days.first().zip(days.last()).map_or(0, |(first, last)| last.number - first.number);
        if span >= SEASON_DAYS {
            let states: Vec<usize> =
                (0..2 * WAVES).map(|_| design.state(0.0, WAVE_UNSURE * WAVE_UNSURE, 0.0)).collect();
            design.season = states.first().copied();
        }
        for holiday in factors.holidays.iter().filter(|holiday| holiday.effect == Effect::Estimated) {
            if !design.holidays.iter().any(|(name, _)| *name == holiday.name) {
                let state = design.state(0.0, HOLIDAY_UNSURE * HOLIDAY_UNSURE, 0.0);
                design.holidays.push((holiday.name.clone(), state));
            }
        }
        design
    }

    fn state(&mut self, start: f64, unsure: f64, drift: f64) -> usize {
        self.start.push(start);
        self.unsure.push(unsure);
        self.drift.push(drift);
        self.start.len() - 1
    }

    /// Where the deviations of the weekdays stand.
    pub(super) fn weekday_states(&self) -> impl Iterator<Item = usize> {
        self.weekday.into_iter().flatten()
    }

    /// Whether there is a yearly season.
    pub(super) fn has_season(&self) -> bool {
        self.season.is_some()
    }

    /// The holidays that are estimated, each with its state.
    pub(super) fn holidays(&self) -> &[(String, usize)] {
        &self.holidays
    }

    /// The states of a weekday, without level.
    pub(super) fn weekday_row(&self, weekday: u8) -> Row {
        let states = [self.hours[usize::from(weekday)], self.weekday[usize::from(weekday)]];
        states.into_iter().flatten().map(|state| (state, 1.0)).collect()
    }

    /// The states that a day adds up.
    pub(super) fn row(&self, number: i32, factors: &Factors) -> Row {
        let mut row = vec![(LEVEL, 1.0), (SHORT, 1.0)];
        row.extend(self.weekday_row(weekday_of(number)));
        if let Some(first) = self.season {
            row.extend((0..WAVES).flat_map(|wave| {
                let angle = std::f64::consts::TAU * (wave + 1) as f64 * f64::from(number) / YEAR;
                [(first + 2 * wave, libm::sin(angle)), (first + 2 * wave + 1, libm::cos(angle))]
            }));
        }
        let named = factors.holiday(date_of(number)).and_then(|holiday| {
            self.holidays.iter().find(|(name, _)| *name == holiday.name && holiday.effect == Effect::Estimated)
        });
        row.extend(named.map(|(_, state)| (*state, 1.0)));
        row
    }
}

/// Weekdays with the same opening hours.
struct Group {
    open: Vec<bool>,
    weekdays: Vec<u8>,
    days: f64,
    total: f64,
    mean: f64,
}

/// The group with most contacts first.
fn groups(days: &[&DayCounts]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for day in days.iter().filter(|day| is_open(day)) {
        let open: Vec<bool> = day.counts.iter().map(Option::is_some).collect();
        let place = groups.iter().position(|group| group.open == open).unwrap_or_else(|| {
            groups.push(Group { open, weekdays: Vec::new(), days: 0.0, total: 0.0, mean: 0.0 });
            groups.len() - 1
        });
        let group = &mut groups[place];
        group.days += 1.0;
        group.total += day.total();
        if !group.weekdays.contains(&day.weekday) {
            group.weekdays.push(day.weekday);
        }
    }
    for group in &mut groups {
        group.weekdays.sort_unstable();
        group.mean = group.total / group.days;
    }
    groups.sort_by(|a, b| b.total.total_cmp(&a.total));
    groups
}
