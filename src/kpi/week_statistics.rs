//! What all replications say of each week.

use super::figures;
use super::layout::Layout;
use super::parts::{has_cost, paid};
use super::sample::Sample;
use super::tally::Counts;
use super::week_results::{WeekAgents, WeekContacts, WeekFigures};
use super::weeks::Week;
use crate::scenario::{Scenario, ServiceLevel};
use crate::stats::{Estimate, RatioMoments, wilson};
use crate::units::HOUR;

/// The statistics of the weeks over the replications so far.
#[derive(Clone, Debug)]
pub(super) struct WeekStatistics {
    weeks: Vec<OneWeek>,
}

#[derive(Clone, Debug)]
struct OneWeek {
    /// By contact type, in the order of [`parts`].
    contacts: Vec<[RatioMoments; 8]>,
    /// By contact type: days that met the target, days that could tell.
    days_met: Vec<(u64, u64)>,
    /// By group: occupancy, hours, cost.
    agents: Vec<[RatioMoments; 3]>,
}

/// Numerators and denominators of a week's figures.
fn parts(rule: ServiceLevel, counts: &Counts) -> [(f64, f64); 8] {
    let count = |n: u32| (f64::from(n), 1.0);
    [
        count(counts.offered()),
        count(counts.answered()),
        count(counts.abandoned()),
        figures::abandoned(counts),
        figures::waited(counts),
        figures::service_level(rule, counts),
        figures::wait(counts),
        figures::speed_of_answer(counts),
    ]
}

impl WeekStatistics {
    /// Nothing yet.
    pub(super) fn new(layout: &Layout) -> Self {
        let week = OneWeek {
            contacts: vec![[RatioMoments::default(); 8]; layout.types],
            days_met: vec![(0, 0); layout.types],
            agents: vec![[RatioMoments::default(); 3]; layout.groups],
        };
        Self { weeks: vec![week; layout.weeks.len()] }
    }

    /// Takes a replication in, but for its days.
    pub(super) fn push(&mut self, scenario: &Scenario, layout: &Layout, sample: &Sample) {
        let rule = scenario.report.service_level;
        for (place, (own, week)) in self.weeks.iter_mut().zip(&layout.weeks).enumerate() {
            for (kind, moments) in own.contacts.iter_mut().enumerate() {
                let mut counts = Counts::default();
                week.days.clone().for_each(|day| counts.add(&sample.counts_of_day(layout, kind, day)));
                moments.iter_mut().zip(parts(rule, &counts)).for_each(|(moments, pair)| moments.push(pair));
            }
            for (group, moments) in own.agents.iter_mut().enumerate() {
                let time = &sample.agent_weeks[group * layout.weeks.len() + place];
                moments[0].push(figures::occupancy(time));
                moments[1].push((time.logged_in / HOUR, 1.0));
                let people = sample.people(layout, group).get(place).map_or(&[][..], std::slice::from_ref);
                moments[2].push((paid(&scenario.groups[group], time, people).cost, 1.0));
            }
        }
    }

    /// Takes a day of a contact type in, and whether it met the target.
    pub(super) fn push_day(&mut self, layout: &Layout, kind: usize, day: usize, met: bool) {
        let place = layout.weeks.partition_point(|week| week.days.end <= day);
        if let Some(week) = self.weeks.get_mut(place) {
            let (kept, all) = &mut week.days_met[kind];
            *kept += u64::from(met);
            *all += 1;
        }
    }

    /// The figures as they stand; none where weeks are not told apart.
    pub(super) fn figures(&self, scenario: &Scenario, layout: &Layout) -> Option<Vec<WeekFigures>> {
        let weeks = self.weeks.iter().zip(&layout.weeks);
        (!self.weeks.is_empty()).then(|| weeks.map(|(own, week)| own.figures(scenario, week)).collect())
    }
}

impl OneWeek {
    fn figures(&self, scenario: &Scenario, week: &Week) -> WeekFigures {
        let contacts = scenario.contacts.iter().enumerate().map(|(kind, of)| (of.name.clone(), self.contacts(kind)));
        let agents = scenario.groups.iter().enumerate();
        let agents = agents.map(|(group, of)| (of.name.clone(), self.agents(group, has_cost(of))));
        WeekFigures {
            week: week.name.clone(),
            start: week.start.map(|date| date.to_string()),
            days: week.days.len() as u32,
            contacts: contacts.collect(),
            agents: agents.collect(),
        }
    }

    fn contacts(&self, kind: usize) -> WeekContacts {
        let [offered, answered, abandoned, p_abandon, p_wait, service_level, mean_wait, mean_wait_answered] =
            self.contacts[kind].map(|moments| moments.ratio());
        let (met, days) = self.days_met[kind];
        // One replication tells no uncertainty, as everywhere in the result document.
        let alone = self.contacts[kind][0].replications() < 2;
        let plain = |met: Estimate| if alone { Estimate { std_error: None, ci95: None, ..met } } else { met };
        WeekContacts {
            offered,
            answered,
            abandoned,
            p_abandon,
            p_wait,
            service_level,
            mean_wait,
            mean_wait_answered,
            days_met: wilson(met, days).map(plain),
        }
    }

    fn agents(&self, group: usize, priced: bool) -> WeekAgents {
        let [occupancy, logged_in_hours, cost] = self.agents[group].map(|moments| moments.ratio());
        WeekAgents { occupancy, logged_in_hours, cost: cost.filter(|_| priced) }
    }
}
