//! Whether agents who seem free answer: the share of the time for which they are not ready, and how long each time.
//!
//! No log tells who is ready. It tells that a contact comes to `k` agents who have nothing in hand, and waits all the
//! same; and whoever is away for long looks like someone who has gone, by any rule of presence. So the parameters are
//! not read off, but found by indirect inference (Gourieroux, Monfort and Renault, Journal of Applied Econometrics
//! 1993): those with which the simulated centre, looked at as the log is, gives the statistics of the log.

mod always;
mod answering;
mod search;
mod watch;

use rayon::prelude::*;

use super::centre::{DailyDuty, FittedWrap, staff_on, type_bit};
use super::{DutyRule, Fitted, FittedCentre, Source, day_number, scenario, set_not_ready, weekday};
use crate::history::{Contact, Day, Log};
use crate::scenario::NotReady;
use crate::stats::{Estimate, student_quantile};
use crate::units::{DAY, Seconds};
pub use always::AlwaysReady;
use answering::{Answering, Asked, Seen};
use search::{Point, not_ready, point, statistics};

/// How agents with nothing in hand are not ready.
#[derive(Clone, Debug, PartialEq)]
pub struct Readiness {
    /// The share of the time. The intervals take the rest of the centre as known, and days as alike.
    pub share: Fitted,
    /// How long each time on average, s.
    pub mean: Fitted,
    /// How often contacts to free agents waited, by how many these were, in the log and in the simulated centre.
    pub answers: Vec<Answers>,
}

/// Contacts that came to so many agents who seemed free.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answers {
    /// So many agents.
    pub free: usize,
    /// How many contacts of the log.
    pub contacts: u64,
    /// The share of them that was not answered at once.
    pub late: f64,
    /// The same in the simulated centre.
    pub simulated: f64,
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
const TOO_LARGE: f64 = 0.9;
/// Answered contacts that name no agent, as a share: more of them leave too many agents seemingly free.
const UNNAMED: f64 = 0.05;
/// Late answers by one of the free agents, at least.
const ENOUGH: f64 = 30.0;
/// So many contacts of the log, and of each simulation, are enough, ...
const CONTACTS: f64 = 60_000.0;
/// ... and so many days.
const DAYS: usize = 60;
/// With so many free agents, or more, lateness twice as frequent as simulated, and more, is no absence of single agents.
const MANY: usize = 3;
/// Errors of the statistics that are never taken to be smaller; those of a log of one day, which tells none.
const LEAST_ERROR: f64 = 0.02;
const ONE_DAY_ERROR: f64 = 0.05;

/// A log and the centre that was fitted to it with agents who are always ready. Its staff changes with the answer.
pub(super) struct Question<'a> {
    pub(super) log: &'a Log,
    pub(super) centre: &'a mut FittedCentre,
    pub(super) rule: DutyRule,
    /// The days that are looked at.
    days: Vec<Day>,
}

impl<'a> Question<'a> {
    pub(super) fn new(log: &'a Log, centre: &'a mut FittedCentre, rule: DutyRule) -> Self {
        let days = sample(log, centre);
        Self { log, centre, rule, days }
    }

    /// How agents are not ready.
    ///
    /// # Errors
    /// Why they are taken to be always ready.
    pub(super) fn answer(&mut self) -> Result<Readiness, AlwaysReady> {
        if self.centre.staff.is_none() {
            return Err(AlwaysReady::NoAgents);
        }
        if self.centre.types.iter().any(|one| one.chats.as_ref().is_some_and(|chats| chats.at_once > 1)) {
            return Err(AlwaysReady::SeveralChats);
        }
        if self.unnamed() > UNNAMED {
            return Err(AlwaysReady::Unnamed);
        }
        let days = self.seen_by_day();
        let seen: [Answering; 2] = sum(&days);
        let share = seen[0].share();
        if seen[1].returned() < ENOUGH {
            return Err(AlwaysReady::FewLateAnswers);
        }
        if share >= TOO_LARGE {
            return Err(AlwaysReady::NearlyAllWait);
        }
        let usual = self.simulated(None).ok_or(AlwaysReady::NoAgents)?;
        if share < LEAST || share - usual[0].share() < LEAST {
            return Err(AlwaysReady::AsSimulated);
        }
        let covariance = search::jackknife(&days, &seen);
        let errors = covariance.map_or([ONE_DAY_ERROR; 2], |own| [own[0][0], own[1][1]].map(f64::sqrt));
        let errors = errors.map(|error| error.max(LEAST_ERROR));
        let found = search::search(statistics(&seen), errors, |at| self.simulated(Some(at)));
        let found = found.ok_or(AlwaysReady::NoMatch)?;
        let [log, simulated] = [&seen, &found.shown].map(|of| of[0].late(MANY..));
        if log.late() > 2.0 * simulated.late() + LEAST {
            return Err(AlwaysReady::ManyFreeAgents);
        }
        let errors = covariance.and_then(|covariance| found.errors(&covariance, &seen));
        let told = not_ready(found.at);
        Ok(Readiness {
            share: share_of(told, errors.map(|errors| errors[0]), &days, seen[0].n()),
            mean: mean_of(told, errors.map(|errors| errors[1]), &days, seen[1].returned()),
            answers: answers(&seen[0], &found.shown[0]),
        })
    }

    /// The share of answered contacts that name no agent.
    fn unnamed(&self) -> f64 {
        let answered = || self.log.contacts.iter().filter(|contact| contact.is_answered());
        answered().filter(|contact| contact.agent().is_none()).count() as f64 / (answered().count() as f64).max(1.0)
    }

    /// The centre with agents who are not ready so, simulated.
    fn simulated(&mut self, at: Option<Point>) -> Option<[Answering; 2]> {
        let found = at.map(not_ready);
        self.centre.staff = Some(staff_on(self.log, &self.days, self.rule.for_absences(found), self.centre)?);
        let mut scenario = scenario(self.centre, "");
        set_not_ready(&mut scenario, found);
        let days = scenario.horizon.seconds() / DAY;
        let a_day = self.centre.contacts as f64 / (self.centre.days as f64).max(1.0);
        let replications = (CONTACTS / (a_day * days).max(1.0)).ceil().clamp(1.0, 200.0);
        let each = (a_day * days * replications / (2.0 * CONTACTS)).floor().max(1.0) as usize;
        let types = &self.centre.types;
        let seen_as = watch::SeenAs {
            bits: types.iter().map(|one| type_bit(self.log, one.kind)).collect(),
            with_wrap: types.iter().map(|one| matches!(one.handling.wrap, Some(FittedWrap::Told(_)))).collect(),
            each,
        };
        Some(watch::answering(&scenario, &seen_as, self.rules(), replications as u32))
    }

    fn rules(&self) -> [DutyRule; 2] {
        [self.rule, DutyRule { waited: self.rule.waited.max(LENIENT), ..self.rule }]
    }

    /// The statistics of each day; of very many contacts each so many-th is asked.
    fn seen_by_day(&self) -> Vec<[Answering; 2]> {
        let all: usize = self.days.iter().map(|day| day.contacts.len()).sum();
        let each = (all as f64 / (2.0 * CONTACTS)).floor().max(1.0) as usize;
        let (duty, rules) = (DailyDuty::new(self.log, self.rule), self.rules());
        let of = |day: &Day| {
            let seen = seen(self.log, &duty, day, each);
            rules.map(|rule| Answering::new(&seen, rule))
        };
        self.days.par_iter().map(of).collect()
    }
}

/// Open days that are looked at: so many of each weekday as it has of all; all of them where a class of weekdays would
/// have none.
fn sample(log: &Log, centre: &FittedCentre) -> Vec<Day> {
    let mut open: Vec<Day> = log.days.iter().filter(|day| !day.contacts.is_empty()).cloned().collect();
    open.sort_by_key(|day| (weekday(day), day.date));
    let chosen: Vec<Day> = open.iter().step_by((open.len() / DAYS).max(1)).cloned().collect();
    let is_chosen = |number: &i32| chosen.iter().any(|day| day_number(day) == *number);
    let has_all = centre.staff.iter().flat_map(|staff| &staff.days).all(|class| class.iter().any(is_chosen));
    if has_all { chosen } else { open }
}

/// What the log says of a day. Who was answered by nobody knows whom tells nothing.
fn seen(log: &Log, duty: &DailyDuty<'_>, day: &Day, each: usize) -> Seen {
    let midnight = f64::from(day_number(day)) * DAY;
    let (handled, waits) = duty.around(day);
    let tells = |contact: &&Contact| {
        let is_known = contact.is_abandoned() || contact.is_answered() && contact.agent().is_some();
        is_known && !log.is_deferred(contact.kind)
    };
    let asked = |contact: &Contact| Asked {
        kind: type_bit(log, contact.kind),
        at: contact.arrived,
        wait: contact.wait(),
        agent: contact.agent().filter(|_| contact.is_answered()),
    };
    let asked = log.of_day(day).iter().filter(tells).step_by(each).map(asked).collect();
    Seen { handled, waits, asked, between: (midnight, midnight + DAY) }
}

fn sum(days: &[[Answering; 2]]) -> [Answering; 2] {
    let mut all = [Answering::default(); 2];
    days.iter().for_each(|day| all.iter_mut().zip(day).for_each(|(all, own)| all.add(own)));
    all
}

fn answers(log: &Answering, simulated: &Answering) -> Vec<Answers> {
    let of = |free: usize| {
        let (own, simulated) = (log.late(free..=free), simulated.late(free..=free));
        (own.came >= ENOUGH && simulated.came >= ENOUGH).then(|| Answers {
            free,
            contacts: libm::round(own.came) as u64,
            late: own.late(),
            simulated: simulated.late(),
        })
    };
    (1..=answering::MOST_FREE).filter_map(of).collect()
}

/// Student's quantile for so many days.
fn quantile(days: &[[Answering; 2]]) -> f64 {
    student_quantile(0.975, (days.len() as u32).saturating_sub(1))
}

/// The interval is symmetric on the scale of the logit.
fn share_of(found: NotReady, error: Option<f64>, days: &[[Answering; 2]], n: f64) -> Fitted {
    let centre = point(found.share, 1.0)[0];
    let back = |logit: f64| 1.0 / (1.0 + libm::exp(-logit));
    let ends = |error: f64| [-1.0, 1.0].map(|side| back(centre + side * quantile(days) * error));
    let estimate = Estimate {
        value: found.share,
        std_error: error.map(|error| error * found.share * (1.0 - found.share)),
        ci95: error.map(ends),
    };
    Fitted::new(estimate, n, Source::Matched)
}

/// The interval is symmetric on the scale of the logarithm.
fn mean_of(found: NotReady, error: Option<f64>, days: &[[Answering; 2]], n: f64) -> Fitted {
    let mean = found.mean.get();
    let ends = |error: f64| [-1.0, 1.0].map(|side| mean * libm::exp(side * quantile(days) * error));
    let estimate = Estimate { value: mean, std_error: error.map(|error| error * mean), ci95: error.map(ends) };
    Fitted::new(estimate, n, Source::Matched)
}
