//! What the days before tell beside the scenario: how much days differ beyond chance, and patience as Erlang A needs it.

use std::collections::BTreeMap;

use statrs::distribution::{ContinuousCDF, Normal};

use super::given::Given;
use crate::fit::agent_differences;
use crate::history::{Contact, Log, Outcome};
use crate::stats::{Durations, KaplanMeier};

/// Days of each kind that are simulated: each with its own handling times and its own patience.
pub(super) const BATCHES: u32 = 25;
/// Days with fewer handlings say nothing about the mean of the day.
const LEAST: usize = 20;

/// What other days of the log tell.
#[derive(Clone, Debug)]
pub(super) struct Training {
    /// Coefficient of variation of the factor of a day on handling times.
    pub(super) handle: f64,
    /// The same on patience.
    pub(super) patience: f64,
    /// Mean patience if it were exponential, s: time waited by all over the number who left. None where nobody left.
    pub(super) exponential_patience: Option<f64>,
    /// Handling times of an agent over those of all, as far as this is not chance.
    paces: BTreeMap<u32, f64>,
    /// The cumulated hazard of leaving, by contact type of the scenario.
    hazards: Vec<KaplanMeier>,
}

impl Training {
    /// How much the days of a log differ. Handling times: the days' means of handling times over the means of their
    /// types and their agents' paces, their variance less that of chance (Paule and Mandel, as for agents). Patience: abandonments of a day over
    /// those that the cumulated hazard of all days lets expect at its waits, their variance less Poisson's.
    pub(super) fn of_days(log: &Log, given: &Given<'_>) -> Self {
        let hazard = |kind: &u16| {
            let own =
                log.contacts.iter().filter(|contact| tells_patience(contact)).filter(|contact| contact.kind == *kind);
            KaplanMeier::new(&Durations::new(own.map(|contact| (contact.wait(), contact.is_abandoned()))))
        };
        let known = log
            .contacts
            .iter()
            .filter(|contact| tells_patience(contact))
            .filter(|one| given.contact_type(one.kind).is_some());
        let (left, waited) = known.fold((0.0, 0.0), |(left, waited), contact| {
            (left + f64::from(u8::from(contact.is_abandoned())), waited + contact.wait())
        });
        let relative = relative(log, given);
        let mut training = Self {
            handle: of_handling(&relative),
            paces: paces(&relative),
            patience: 0.0,
            exponential_patience: (left > 0.0).then(|| waited / left),
            hazards: given.kinds.iter().map(hazard).collect(),
        };
        training.patience = training.of_patience(log, given);
        training
    }

    /// How long an agent takes, over all agents; 1 for who was not there before.
    pub(super) fn pace(&self, agent: u32) -> f64 {
        self.paces.get(&agent).copied().unwrap_or(1.0)
    }

    /// Factors on handling times and patience in a batch of replications: quantiles of lognormal laws of mean 1, those
    /// of patience in another order.
    pub(super) fn factors(&self, batch: u32) -> (f64, f64) {
        // Seven and the number of batches have no common divisor: every quantile comes once.
        let other = (batch * 7 + 3) % BATCHES;
        (factor(self.handle, batch), factor(self.patience, other))
    }

    /// How many left of these contacts, and how many were to be expected at their waits.
    fn left(&self, contacts: &[Contact], given: &Given<'_>) -> (f64, f64) {
        let (mut seen, mut expected) = (0.0, 0.0);
        for contact in contacts.iter().filter(|contact| tells_patience(contact)) {
            let Some(kind) = given.contact_type(contact.kind) else { continue };
            seen += f64::from(u8::from(contact.is_abandoned()));
            expected += self.hazards[kind].step_at(contact.wait()).map_or(0.0, |step| step.hazard);
        }
        (seen, expected)
    }

    fn of_patience(&self, log: &Log, given: &Given<'_>) -> f64 {
        let (mut squares, mut poisson, mut means) = (0.0, 0.0, 0.0);
        for day in &log.days {
            let (seen, expected) = self.left(log.of_day(day), given);
            squares += (seen - expected) * (seen - expected);
            poisson += expected;
            means += expected * expected;
        }
        if means > 0.0 { ((squares - poisson).max(0.0) / means).sqrt() } else { 0.0 }
    }
}

/// Whether a contact tells something about patience.
pub(super) fn tells_patience(contact: &Contact) -> bool {
    contact.wait() > 0.0 && !matches!(contact.outcome, Outcome::Blocked | Outcome::Closed)
}

fn factor(cv: f64, batch: u32) -> f64 {
    let variance = libm::log1p(cv * cv);
    let share = (f64::from(batch) + 0.5) / f64::from(BATCHES);
    // The standard normal law exists.
    let quantile = Normal::new(0.0, 1.0).map_or(0.0, |law| law.inverse_cdf(share));
    libm::exp(variance.sqrt() * quantile - variance / 2.0)
}

/// A handling: its day, its agent, and its length over the mean of its type at that time of the day.
struct Relative {
    day: u32,
    agent: Option<u32>,
    length: f64,
}

fn relative(log: &Log, given: &Given<'_>) -> Vec<Relative> {
    let mut sums = vec![(0.0, 0.0); given.kinds.len()];
    let answered = || {
        let of = |contact: &Contact| {
            let kind = given.contact_type(contact.kind)?;
            let usual = given.usual_handle(kind, contact);
            Some((kind, contact.handle()? / if usual > 0.0 { usual } else { 1.0 }, *contact))
        };
        log.contacts.iter().filter(|contact| contact.is_answered()).filter_map(of)
    };
    answered().for_each(|(kind, handle, _)| sums[kind] = (sums[kind].0 + handle, sums[kind].1 + 1.0));
    let of = |(kind, handle, contact): (usize, f64, Contact)| {
        let mean = sums[kind].0 / sums[kind].1;
        let day = u32::try_from(contact.day()).ok().filter(|_| mean > 0.0)?;
        Some(Relative { day, agent: contact.agent(), length: handle / mean })
    };
    answered().filter_map(of).collect()
}

/// Agents' paces: means drawn towards that of all (Morris, as in a fit), and 1 over all handlings.
fn paces(relative: &[Relative]) -> BTreeMap<u32, f64> {
    let pairs: Vec<(u32, f64)> = relative.iter().filter_map(|one| Some((one.agent?, one.length))).collect();
    let found = agent_differences(pairs, LEAST).map_or_else(Vec::new, |found| found.agents);
    let all: f64 = found.iter().map(|agent| agent.expected.n as f64).sum();
    let mean = found.iter().map(|agent| agent.expected.value() * agent.expected.n as f64).sum::<f64>() / all;
    found.iter().map(|agent| (agent.agent, agent.expected.value() / mean)).collect()
}

/// How much the means of days differ when each handling is taken over its agent's pace on the other days: a pace that
/// knew the day would explain too much of it.
fn of_handling(relative: &[Relative]) -> f64 {
    let mut sums: BTreeMap<(u32, u32), (f64, f64)> = BTreeMap::new();
    let mut all: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    let add = |sum: &mut (f64, f64), length: f64| *sum = (sum.0 + length, sum.1 + 1.0);
    for (agent, one) in relative.iter().filter_map(|one| Some((one.agent?, one))) {
        add(sums.entry((agent, one.day)).or_default(), one.length);
        add(all.entry(agent).or_default(), one.length);
    }
    let weight = prior_weight(relative);
    let pace = |one: &Relative| {
        let (agent, none) = (one.agent?, (0.0, 0.0));
        let (all, day) = (all.get(&agent).unwrap_or(&none), sums.get(&(agent, one.day)).unwrap_or(&none));
        Some((all.0 - day.0 + weight) / (all.1 - day.1 + weight))
    };
    let by_day: Vec<(u32, f64)> = relative.iter().map(|one| (one.day, one.length / pace(one).unwrap_or(1.0))).collect();
    agent_differences(by_day, LEAST).map_or(0.0, |days| days.cv.value())
}

/// With so many handlings an agent's mean is half the agent's own: variance of a handling over that between agents.
fn prior_weight(relative: &[Relative]) -> f64 {
    let pairs: Vec<(u32, f64)> = relative.iter().filter_map(|one| Some((one.agent?, one.length))).collect();
    let n = pairs.len() as f64;
    let mean = pairs.iter().map(|(_, length)| length).sum::<f64>() / n;
    let variance = pairs.iter().map(|(_, length)| (length - mean) * (length - mean)).sum::<f64>() / n;
    let between = agent_differences(pairs, LEAST).map_or(0.0, |found| found.cv.value() * found.mean.value());
    // Without a difference every agent has the mean of all.
    if between > 0.0 { variance / (between * between) } else { 1e9 }
}
