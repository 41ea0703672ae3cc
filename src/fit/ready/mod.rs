//! Whether agents who seem free answer: the share of the time for which they are not ready, and how long each time.
//!
//! No log tells who is ready. It tells that a contact comes to `k` agents who have nothing in hand, and waits all the
//! same; and whoever is away for long looks like someone who has gone, by any rule of presence. So the parameters are
//! not read off, but found by indirect inference (Gourieroux, Monfort and Renault, Journal of Applied Econometrics
//! 1993): those with which the simulated centre, looked at as the log is, gives the statistics of the log.

mod answering;
mod watch;

use super::centre::{DailyDuty, FittedStaff, FittedWrap, type_bit};
use super::{DutyRule, Fitted, FittedCentre, Source, day_number, scenario};
use crate::history::{Contact, Day, Log};
use crate::scenario::{Channel, NotReady};
use crate::stats::Estimate;
use crate::units::{DAY, Seconds};
use answering::{Answering, Asked, Seen};

/// How agents with nothing in hand are not ready.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Readiness {
    /// The share of the time.
    pub share: Fitted,
    /// How long each time on average, s.
    pub mean: Fitted,
}

impl Readiness {
    /// As a scenario has it.
    #[must_use]
    pub fn not_ready(&self) -> NotReady {
        NotReady { share: self.share.value(), mean: Seconds(self.mean.value()) }
    }
}

/// Who lets people wait for longer in one gap, s, is gone by the lenient rule: under it long times away are seen too.
const LENIENT: f64 = 240.0;
/// A smaller share, beyond what a centre whose agents are always ready shows, is not told.
const LEAST: f64 = 0.05;
/// A greater one is no absence: that telephone rings before it is answered.
const MOST: f64 = 0.9;
/// Late answers by one of the free agents, at least.
const ENOUGH: f64 = 30.0;
/// So many contacts of the log, and of each simulation, are enough.
const CONTACTS: f64 = 60_000.0;
/// Steps of the search.
const STEPS: usize = 5;

/// A share as its logit, a mean as its logarithm: the scale of the search.
type Point = [f64; 2];

fn point(share: f64, mean: f64) -> Point {
    let share = share.clamp(1e-4, 1.0 - 1e-4);
    [libm::log(share / (1.0 - share)), libm::log(mean.max(1.0))]
}

fn not_ready(at: Point) -> NotReady {
    let share = (1.0 / (1.0 + libm::exp(-at[0]))).clamp(0.01, 0.9);
    NotReady { share, mean: Seconds(libm::exp(at[1]).clamp(5.0, 3600.0)) }
}

/// The statistics: the chance by the strict rule, the mean by the lenient one.
fn statistics(answering: &[Answering; 2]) -> Point {
    point(answering[0].share(), answering[1].mean())
}

/// A log and the centre that was fitted to it with agents who are always ready.
pub(super) struct Question<'a> {
    pub(super) log: &'a Log,
    pub(super) centre: &'a FittedCentre,
    pub(super) rule: DutyRule,
    /// The agents on duty by another rule.
    pub(super) staff: &'a dyn Fn(DutyRule) -> Option<FittedStaff>,
}

impl Question<'_> {
    /// How agents are not ready, and who was on duty then; none where they are ready, or nothing tells.
    pub(super) fn answer(&self) -> Option<(Readiness, FittedStaff)> {
        let has_chats = self.centre.types.iter().any(|one| one.channel == Channel::Chat);
        self.centre.staff.as_ref().filter(|_| !has_chats)?;
        let days = self.days();
        let seen: [Answering; 2] = sum(&days);
        let share = seen[0].share();
        if !(LEAST..MOST).contains(&share) || seen[1].returned() < ENOUGH {
            return None;
        }
        let usual = self.simulated(None)?;
        if share - usual[0].share() < LEAST {
            return None;
        }
        let wanted = statistics(&seen);
        let (at, slopes) = self.search(wanted)?;
        let covariance = transformed(&jackknife(&days, &seen), &slopes)?;
        let found = not_ready(at);
        let readiness = Readiness {
            share: share_of(found, covariance[0][0], seen[0].n()),
            mean: mean_of(found, covariance[1][1], seen[1].returned()),
        };
        Some((readiness, (self.staff)(DutyRule::with(Some(found)))?))
    }

    /// Newton's method with slopes by differences at the start.
    fn search(&self, wanted: Point) -> Option<(Point, [Point; 2])> {
        const ACROSS: f64 = 0.4;
        let mut at = wanted;
        let mut here = statistics(&self.simulated(Some(at))?);
        let mut slopes = [[0.0; 2]; 2];
        for of in 0..2 {
            let mut beside = at;
            beside[of] += ACROSS;
            let there = statistics(&self.simulated(Some(beside))?);
            (0..2).for_each(|row| slopes[row][of] = (there[row] - here[row]) / ACROSS);
        }
        let inverse = inverse(&slopes)?;
        for _ in 0..STEPS {
            let off = [wanted[0] - here[0], wanted[1] - here[1]];
            let step = |row: usize| (inverse[row][0] * off[0] + inverse[row][1] * off[1]).clamp(-0.7, 0.7);
            at = [at[0] + step(0), at[1] + step(1)];
            here = statistics(&self.simulated(Some(at))?);
        }
        Some((at, slopes))
    }

    /// The centre with agents who are not ready so, simulated.
    fn simulated(&self, at: Option<Point>) -> Option<[Answering; 2]> {
        let found = at.map(not_ready);
        let centre = match found {
            Some(_) => FittedCentre { staff: Some((self.staff)(DutyRule::with(found))?), ..self.centre.clone() },
            None => self.centre.clone(),
        };
        let mut scenario = scenario(&centre, "");
        scenario.groups.iter_mut().for_each(|group| group.not_ready = found);
        let bits: Vec<usize> = centre.types.iter().map(|one| type_bit(self.log, one.kind)).collect();
        let told = |one: &super::FittedType| matches!(one.handling.wrap, Some(FittedWrap::Told(_)));
        let days = scenario.horizon.seconds() / DAY;
        let a_day = centre.contacts as f64 / (centre.days as f64).max(1.0);
        let replications = (CONTACTS / (a_day * days).max(1.0)).ceil().clamp(1.0, 200.0) as u32;
        let talk_alone = !centre.types.iter().any(told);
        Some(watch::answering(&scenario, (&bits, talk_alone), self.rules(), replications))
    }

    fn rules(&self) -> [DutyRule; 2] {
        [self.rule, DutyRule { waited: self.rule.waited.max(LENIENT), ..self.rule }]
    }

    /// The statistics of each day of the log; of a long log only of so many days that they are enough.
    fn days(&self) -> Vec<[Answering; 2]> {
        let each = (self.log.contacts.len() as f64 / CONTACTS).ceil().max(1.0) as usize;
        let duty = DailyDuty::new(self.log, self.rule);
        let of = |day: &Day| {
            let seen = self.seen(&duty, day);
            self.rules().map(|rule| Answering::new(&seen, rule))
        };
        self.log.days.iter().filter(|day| !day.contacts.is_empty()).step_by(each).map(of).collect()
    }

    fn seen(&self, duty: &DailyDuty<'_>, day: &Day) -> Seen {
        let midnight = f64::from(day_number(day)) * DAY;
        let (handled, waits) = duty.around(day);
        let tells = |contact: &&Contact| {
            (contact.is_answered() || contact.is_abandoned()) && !self.log.is_deferred(contact.kind)
        };
        let asked = |contact: &Contact| Asked {
            kind: type_bit(self.log, contact.kind),
            at: contact.arrived,
            wait: contact.wait(),
            agent: contact.agent(),
        };
        let asked = self.log.of_day(day).iter().filter(tells).map(asked).collect();
        Seen { handled, waits, asked, between: (midnight, midnight + DAY) }
    }
}

fn sum(days: &[[Answering; 2]]) -> [Answering; 2] {
    let mut all = [Answering::default(); 2];
    days.iter().for_each(|day| all.iter_mut().zip(day).for_each(|(all, own)| all.add(own)));
    all
}

/// The covariance of the statistics over days, each left out once (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993, section 11.5).
fn jackknife(days: &[[Answering; 2]], all: &[Answering; 2]) -> [Point; 2] {
    let n = days.len() as f64;
    let without = |day: &[Answering; 2]| statistics(&[all[0].without(&day[0]), all[1].without(&day[1])]);
    let rest: Vec<Point> = days.iter().map(without).collect();
    let mean = [0, 1].map(|i| rest.iter().map(|one| one[i]).sum::<f64>() / n);
    let of = |i: usize, j: usize| {
        rest.iter().map(|one| (one[i] - mean[i]) * (one[j] - mean[j])).sum::<f64>() * (n - 1.0) / n
    };
    [[of(0, 0), of(0, 1)], [of(1, 0), of(1, 1)]]
}

fn inverse(m: &[Point; 2]) -> Option<[Point; 2]> {
    let det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    (det.abs() > 1e-3).then(|| [[m[1][1] / det, -m[0][1] / det], [-m[1][0] / det, m[0][0] / det]])
}

/// The covariance of the parameters from that of the statistics, which change with the parameters by these slopes.
fn transformed(covariance: &[Point; 2], slopes: &[Point; 2]) -> Option<[Point; 2]> {
    let back = inverse(slopes)?;
    let of = |i: usize, j: usize| {
        (0..2).flat_map(|k| (0..2).map(move |l| (k, l))).map(|(k, l)| back[i][k] * covariance[k][l] * back[j][l]).sum()
    };
    Some([[of(0, 0), of(0, 1)], [of(1, 0), of(1, 1)]])
}

/// The interval is symmetric on the scale of the logit.
fn share_of(found: NotReady, variance: f64, n: f64) -> Fitted {
    let error = variance.max(0.0).sqrt();
    let centre = point(found.share, 1.0)[0];
    let back = |logit: f64| 1.0 / (1.0 + libm::exp(-logit));
    let ends = [-1.0, 1.0].map(|side| back(centre + side * crate::stats::NORMAL_975 * error));
    let estimate =
        Estimate { value: found.share, std_error: Some(error * found.share * (1.0 - found.share)), ci95: Some(ends) };
    Fitted::new(estimate, n, Source::Matched)
}

fn mean_of(found: NotReady, variance: f64, n: f64) -> Fitted {
    Fitted::positive(found.mean.get(), Some(variance.max(0.0).sqrt()), n, Source::Matched)
}
