//! A day simulated, many times.

use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::calendar::opening;
use super::given::Given;
use super::spread::{BATCHES, Training};
use super::{Agents, Figures, Volumes};
use crate::engine::Model;
use crate::experiment::samples;
use crate::fit::interval_of;
use crate::history::Day;
use crate::kpi::{Layout, Sample};
use crate::sampling::{ArrivalPlan, Rates};
use crate::scenario::Scenario;

/// A day simulated: figures by replication and interval.
#[derive(Clone, Debug, Default)]
pub(super) struct Simulated {
    pub(super) replications: Vec<Vec<Figures>>,
}

impl Simulated {
    /// Figures of an interval over all replications.
    pub(super) fn interval(&self, place: usize) -> Figures {
        Figures::sum(self.replications.iter().map(|one| &one[place]))
    }

    /// Figures of the day over all replications.
    pub(super) fn day(&self) -> Figures {
        Figures::sum(self.replications.iter().flatten())
    }
}

/// The day with what the options say is given, handling times and patience varying from day to day as the days of the training do.
pub(super) fn of_day(given: &Given<'_>, day: &Day, training: &Training, cancel: &AtomicBool) -> Option<Simulated> {
    let (volumes, agents) = (given.options.volumes, given.options.agents);
    let replications = given.options.replications;
    let mut scenario = given.day(day, volumes, agents);
    if agents == Agents::Actual {
        keep_pace(&mut scenario, &given.paces(day, training).0);
    }
    let of_batch = |batch: u32| {
        let mut changed = scenario.clone();
        let (handle, patience) = training.factors(batch);
        vary(&mut changed, |_| handle, |_| patience);
        replicate(
            given,
            day,
            &changed,
            volumes,
            batch * replications / BATCHES..(batch + 1) * replications / BATCHES,
            cancel,
        )
    };
    let batches: Vec<Option<Simulated>> = (0..BATCHES).into_par_iter().map(of_batch).collect();
    let batches: Option<Vec<Simulated>> = batches.into_iter().collect();
    Some(Simulated { replications: batches?.into_iter().flat_map(|batch| batch.replications).collect() })
}

/// The day as a scenario has it, without any change of laws.
pub(super) fn with(
    given: &Given<'_>,
    day: &Day,
    (volumes, agents): (Volumes, Agents),
    change: impl Fn(&mut Scenario),
    cancel: &AtomicBool,
) -> Option<Simulated> {
    let mut scenario = given.day(day, volumes, agents);
    change(&mut scenario);
    replicate(given, day, &scenario, volumes, 0..given.options.replications, cancel)
}

/// Gives every group the handling times of the agents who were there.
pub(super) fn keep_pace(scenario: &mut Scenario, paces: &[f64]) {
    for (group, pace) in scenario.groups.iter_mut().zip(paces) {
        let own = |kind: usize| group.handle.iter().find(|(of, _)| *of == kind).map(|(_, handle)| handle);
        let usual = |kind: usize| own(kind).unwrap_or(&scenario.contacts[kind].handle);
        group.handle = group.skills.iter().map(|skill| (skill.contact, usual(skill.contact).scaled(*pace))).collect();
    }
}

/// Multiplies handling times and patience, by type.
pub(super) fn vary(scenario: &mut Scenario, handle: impl Fn(usize) -> f64, patience: impl Fn(usize) -> f64) {
    for (place, contact) in scenario.contacts.iter_mut().enumerate() {
        contact.handle = contact.handle.scaled(handle(place));
        contact.patience = contact.patience.as_ref().map(|law| law.scaled(patience(place)));
    }
    for group in &mut scenario.groups {
        group.handle.iter_mut().for_each(|(kind, own)| *own = own.scaled(handle(*kind)));
    }
}

fn replicate(
    given: &Given<'_>,
    day: &Day,
    scenario: &Scenario,
    volumes: Volumes,
    range: std::ops::Range<u32>,
    cancel: &AtomicBool,
) -> Option<Simulated> {
    let mut model = Model::new(scenario);
    if volumes == Volumes::Actual {
        let end = model.horizon;
        for (of_type, counts) in model.types.iter_mut().zip(given.counts(day)) {
            let rates = Rates::Counts { step: given.interval(), counts };
            of_type.arrivals = ArrivalPlan::new(rates, end);
        }
    }
    let layout = Layout::new(scenario);
    // A day of the log has random numbers of its own.
    let seed =
        given.options.seed.wrapping_add((crate::fit::day_number(day) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let mut simulated = Simulated::default();
    let whole = samples(&model, &layout, seed, range, cancel, &mut |sample| {
        simulated.replications.push(figures(given, day, &layout, sample));
    });
    whole.then_some(simulated)
}

/// Figures of a replication by interval. Who comes outside the hours is closed out here and is not predicted there.
fn figures(given: &Given<'_>, day: &Day, layout: &Layout, sample: &Sample) -> Vec<Figures> {
    let interval = given.interval();
    let of_interval = |place: usize| {
        let mut figures = Figures { seconds: interval, ..Figures::default() };
        for (kind, contact) in given.scenario.contacts.iter().enumerate() {
            let middle = (place as f64 + 0.5) * interval;
            if interval_of(middle, interval, opening(contact, day)).is_some() {
                let counts = sample.counts(layout, kind, place);
                figures.contacts += f64::from(counts.answered() + counts.abandoned());
                figures.abandoned += f64::from(counts.abandoned());
                figures.in_time += f64::from(counts.at_once + counts.after_wait_in_time);
                figures.wait += counts.wait_answered + counts.wait_abandoned;
            }
        }
        figures.busy = (0..layout.groups).map(|group| sample.time(layout, group, place).busy).sum();
        figures
    };
    (0..layout.intervals).map(of_interval).collect()
}
