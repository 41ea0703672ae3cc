//! Arrival processes: Poisson with a rate that is constant on pieces, with a busy factor of the day, or modulated; or
//! exactly so many contacts in each piece, as they came on a day of the past.

use super::busy::BusyDays;
use super::sampler::exponential;
use super::{Key, Purpose, Stream};
use crate::scenario::{BusyFactor, CivilDays};

/// What an arrival process follows.
#[derive(Clone, Debug)]
pub struct ArrivalPlan {
    /// The rate over time.
    pub rates: Rates,
    /// The busy factor of its days; none: no factor.
    pub busy: Option<BusyFactor>,
    /// A busy factor that other types of the replication have too.
    pub common: Option<BusyFactor>,
    /// Where the days lie.
    pub civil: CivilDays,
    /// No contact arrives at or after this moment, s.
    pub end: f64,
}

impl ArrivalPlan {
    /// Days of 24 hours, none of them busier than its rates say.
    #[must_use]
    pub fn new(rates: Rates, end: f64) -> Self {
        Self { rates, busy: None, common: None, civil: CivilDays::default(), end }
    }
}

/// The rate over time, in contacts a second.
#[derive(Clone, Debug)]
pub enum Rates {
    /// Pieces of equal length, repeated when they end (a day's profile over several days).
    Pieces {
        /// Length of a piece, s; it divides a day.
        step: f64,
        /// Rate in each.
        rates: Vec<f64>,
    },
    /// Exactly so many in each piece, repeated when they end, at independent moments spread evenly over it: a Poisson
    /// process given its counts. No busy factor applies.
    Counts {
        /// Length of a piece, s; it divides a day.
        step: f64,
        /// Contacts in each.
        counts: Vec<u32>,
    },
    /// States visited in turn, each for an exponential time: (rate, mean stay in s).
    Modulated(Vec<(f64, f64)>),
}

/// A share of a piece in which nobody comes before its end, against rounding.
const CLOSE: f64 = 1e-8;

/// A contact that arrives for the first time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fresh {
    /// When, s.
    pub time: f64,
    /// Opens the contact's own random numbers.
    pub key: Key,
}

/// One run of an arrival process.
///
/// Each day starts its own stream (a Poisson process forgets, so this changes nothing in law): what happens on a day
/// depends on no other.
#[derive(Clone, Debug)]
pub struct ArrivalProcess<'a> {
    plan: &'a ArrivalPlan,
    root: Key,
    gaps: Stream,
    stays: Stream,
    contacts: Key,
    count: u64,
    day: u64,
    /// The end of the day, s.
    midnight: f64,
    busy: Option<BusyDays>,
    common: Option<BusyDays>,
    factor: f64,
    time: f64,
    piece: usize,
    stay_end: f64,
    rate: f64,
    mean_gap: f64,
    piece_end: f64,
}

impl<'a> ArrivalProcess<'a> {
    /// Starts at time 0; `root` is the key of the contact type in the replication, `centre` that of the replication.
    #[must_use]
    pub fn new(plan: &'a ArrivalPlan, root: Key, centre: Key) -> Self {
        let stays = root.stream(Purpose::Modulation);
        let gaps = root.stream(Purpose::Arrivals);
        let mut process = Self {
            plan,
            root,
            gaps,
            stays,
            contacts: root,
            count: 0,
            day: 0,
            midnight: 0.0,
            busy: plan.busy.map(|busy| BusyDays::new(busy, root)),
            common: plan.common.map(|busy| BusyDays::new(busy, centre)),
            factor: 1.0,
            time: 0.0,
            piece: 0,
            stay_end: 0.0,
            rate: 0.0,
            mean_gap: f64::INFINITY,
            piece_end: 0.0,
        };
        process.open_day(0);
        process.open_piece();
        process
    }

    /// The next contact, or none before the end of the horizon.
    #[inline(always)]
    pub fn next_contact(&mut self) -> Option<Fresh> {
        let mut gap = exponential(&mut self.gaps);
        loop {
            let time = self.time + gap * self.mean_gap;
            if time < self.piece_end {
                self.time = time;
                let key = self.contacts.nth(self.count);
                self.count += 1;
                return Some(Fresh { time, key });
            }
            if self.piece_end >= self.plan.end {
                return None;
            }
            gap = self.pass_piece(gap);
        }
    }

    /// Moves to the next piece and says how much of the unit-rate gap is left there.
    fn pass_piece(&mut self, gap: f64) -> f64 {
        let mut left = gap - (self.piece_end - self.time) * self.rate;
        self.time = self.piece_end;
        self.piece += usize::from(self.is_piece_over());
        if self.time >= self.midnight {
            self.open_day(self.day + 1);
            left = exponential(&mut self.gaps);
        }
        self.open_piece();
        if matches!(self.plan.rates, Rates::Counts { .. }) {
            left = exponential(&mut self.gaps);
        }
        left.max(f64::MIN_POSITIVE)
    }

    /// A modulated state may go on over midnight; every other piece ends where it ends.
    fn is_piece_over(&self) -> bool {
        !matches!(self.plan.rates, Rates::Modulated(_)) || self.time >= self.stay_end
    }

    fn open_day(&mut self, day: u64) {
        let key = self.root.child(day);
        self.day = day;
        self.gaps = key.stream(Purpose::Arrivals);
        self.contacts = key.child(Purpose::Contacts as u64);
        self.count = 0;
        self.midnight = self.plan.civil.start(day as usize + 1);
        let factors = [&mut self.busy, &mut self.common];
        self.factor = factors.into_iter().flatten().map(|busy| busy.factor(day)).product();
    }

    fn open_piece(&mut self) {
        let (rate, end) = match &self.plan.rates {
            Rates::Pieces { step, rates } => (rates[self.piece % rates.len()], (self.piece + 1) as f64 * step),
            Rates::Counts { step, counts } => {
                self.piece_end = ((self.piece + 1) as f64 * step).min(self.plan.end);
                self.mean_gap = self.gap_of(counts[self.piece % counts.len()]);
                self.rate = 1.0 / self.mean_gap;
                return;
            }
            Rates::Modulated(states) => {
                let (rate, stay) = states[self.piece % states.len()];
                if self.time >= self.stay_end {
                    self.stay_end = self.time + stay * exponential(&mut self.stays);
                }
                (rate, self.stay_end)
            }
        };
        self.rate = rate * self.factor;
        self.mean_gap = 1.0 / self.rate;
        self.piece_end = end.min(self.midnight).min(self.plan.end);
    }

    /// The mean gap with which the coming exponential gaps put exactly so many contacts into the piece: n points spread
    /// evenly over a length are the first n of n + 1 sums of such gaps, over the last of these (Devroye, Non-Uniform
    /// Random Variate Generation, 1986, theorem V.2.2).
    fn gap_of(&mut self, count: u32) -> f64 {
        if count == 0 {
            return f64::INFINITY;
        }
        let length = self.piece_end - self.time;
        loop {
            let mut ahead = self.gaps.clone();
            let inside: f64 = (0..count).map(|_| exponential(&mut ahead)).sum();
            let gap = length / (inside + exponential(&mut ahead));
            // So close to the end that rounding could push the last one over it: other gaps are taken.
            if inside * gap < length * (1.0 - CLOSE) {
                return gap * (1.0 + CLOSE / 2.0);
            }
            exponential(&mut self.gaps);
        }
    }
}
