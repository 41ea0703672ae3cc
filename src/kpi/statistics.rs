//! What all replications of a scenario say together: folded one by one, in order, so that the sums do not depend on
//! who computed them.

use indexmap::IndexMap;

use super::custom::{CustomPart, Part};
use super::customer_curves::CustomerCurves;
use super::day_spread::DayFigures;
use super::distribution::Distribution;
use super::feedback::Feedback;
use super::figures::{self, CONTACT_FIGURES};
use super::journey_results::OriginFigures;
use super::journey_statistics::JourneyStatistics;
use super::layout::{DEFAULT_WITHIN, Layout};
use super::parts::{Parts, has_cost, of_centre, paid_in_all, pair, parts};
use super::people::PeopleStatistics;
use super::results::{
    AgentFigures, CentreFigures, ContactFigures, Interval, IntervalAgents, IntervalContacts, ScenarioResult, Stop,
    TargetLine, Within,
};
use super::sample::{Recordings, Sample, agent_total, contact_sample};
use super::tally::Counts;
use super::wait_curve::{WaitCurve, WaitScale};
use super::week_statistics::WeekStatistics;
use crate::engine::Model;
use crate::scenario::{Assumptions, ContactType, LawAssumptions, Scenario, ServiceLevel, Target};
use crate::stats::{Estimate, RatioMoments, wilson};
use crate::units::{HOUR, time_of_day_to_the_second};

/// The statistics of a scenario over its replications so far.
#[derive(Clone, Debug)]
pub struct Statistics<'a> {
    scenario: &'a Scenario,
    layout: &'a Layout,
    replications: u32,
    contacts: Vec<ContactStatistics>,
    groups: Vec<GroupStatistics>,
    weeks: WeekStatistics,
    journeys: Option<JourneyStatistics>,
    centre: Vec<(Parts, RatioMoments)>,
    parts: Vec<Parts>,
    people: Vec<PeopleStatistics>,
    custom: Vec<CustomPart>,
}

#[derive(Clone, Debug)]
struct ContactStatistics {
    figures: Vec<RatioMoments>,
    within: Vec<RatioMoments>,
    intervals: Vec<[RatioMoments; 5]>,
    days_met: (u64, u64),
    days: Option<DayFigures>,
    /// Of the answered.
    waits: Distribution,
}

impl ContactStatistics {
    /// The same, ready for what a contact type promises.
    fn for_promise(&self, scenario: &Scenario, kind: &ContactType) -> Self {
        let days = DayFigures::new(scenario.report.service_level, kind.target.as_ref());
        Self { days, ..self.clone() }
    }
}

#[derive(Clone, Debug)]
struct GroupStatistics {
    occupancy: RatioMoments,
    hours: RatioMoments,
    paid_hours: RatioMoments,
    cost: RatioMoments,
    /// (staff, occupancy)
    intervals: Vec<[RatioMoments; 2]>,
}

/// Percentiles of the wait that are reported.
const PERCENTILES: [f64; 4] = [50.0, 90.0, 95.0, 99.0];

impl<'a> Statistics<'a> {
    /// Nothing yet. `model` and `layout` are the scenario's; results name what the model was given in code. What is
    /// `compared` keeps its figures of every replication.
    #[must_use]
    pub fn new(scenario: &'a Scenario, model: &Model, layout: &'a Layout, compared: bool) -> Self {
        let contact = ContactStatistics {
            figures: vec![RatioMoments::default(); CONTACT_FIGURES.len()],
            within: vec![RatioMoments::default(); layout.thresholds.len()],
            intervals: vec![[RatioMoments::default(); 5]; if layout.days > 0 { layout.intervals } else { 0 }],
            days_met: (0, 0),
            days: None,
            waits: Distribution::new(false),
        };
        let group = GroupStatistics {
            occupancy: RatioMoments::default(),
            hours: RatioMoments::default(),
            paid_hours: RatioMoments::default(),
            cost: RatioMoments::default(),
            intervals: vec![[RatioMoments::default(); 2]; contact.intervals.len()],
        };
        Self {
            scenario,
            layout,
            replications: 0,
            contacts: scenario.contacts.iter().map(|kind| contact.for_promise(scenario, kind)).collect(),
            groups: vec![group; layout.groups],
            weeks: WeekStatistics::new(layout),
            journeys: JourneyStatistics::new(layout),
            centre: of_centre(scenario).into_iter().map(|part| (part, RatioMoments::default())).collect(),
            parts: if compared { parts(scenario) } else { Vec::new() },
            people: PeopleStatistics::of_groups(scenario, layout),
            custom: CustomPart::of(model),
        }
    }

    /// Replications folded so far.
    #[must_use]
    pub fn replications(&self) -> u32 {
        self.replications
    }

    /// Every figure that can be compared, with its parts in each replication.
    #[must_use]
    pub fn parts(&self) -> &[Parts] {
        &self.parts
    }

    /// Half the width of the widest 95 % interval of a contact type's service level or abandonment; none while one of
    /// them is undefined.
    #[must_use]
    pub fn widest(&self) -> Option<f64> {
        let watched =
            CONTACT_FIGURES.iter().enumerate().filter(|(_, f)| ["service_level", "p_abandon"].contains(&f.name));
        let columns: Vec<usize> = watched.map(|(column, _)| column).collect();
        let widths = self.contacts.iter().flat_map(|c| columns.iter().map(|&k| c.figures[k].half_width_of_share()));
        widths.reduce(|a, b| Some(a?.max(b?)))?
    }

    /// Takes a replication in. Its distributions are taken by [`Statistics::merge`].
    pub fn push(&mut self, sample: &Sample) {
        self.replications += 1;
        for kind in 0..self.contacts.len() {
            self.push_contact(sample, kind);
        }
        for group in 0..self.groups.len() {
            self.push_group(sample, group);
        }
        self.weeks.push(self.scenario, self.layout, sample);
        self.journeys.iter_mut().for_each(|journeys| journeys.push(self.scenario, self.layout, sample));
        self.people.iter_mut().for_each(|people| people.push(self.layout, sample));
        for (part, moments) in &mut self.centre {
            moments.push(pair(self.scenario, self.layout, sample, part));
        }
        for part in &mut self.parts {
            let pair = pair(self.scenario, self.layout, sample, part);
            part.pairs.push(pair);
        }
    }

    /// Takes the distributions of some replications in.
    pub fn merge(&mut self, recordings: &Recordings) {
        self.contacts.iter_mut().zip(&recordings.waits).for_each(|(contact, waits)| contact.waits.merge(waits));
        self.journeys.iter_mut().for_each(|journeys| journeys.merge(&recordings.issues));
    }

    fn push_contact(&mut self, sample: &Sample, kind: usize) {
        let rule = self.scenario.report.service_level;
        let statistics = &mut self.contacts[kind];
        let total = contact_sample(self.scenario, self.layout, sample, kind);
        for (moments, figure) in statistics.figures.iter_mut().zip(CONTACT_FIGURES) {
            moments.push((figure.parts)(&total));
        }
        let bands = self.layout.thresholds.len();
        let (mut answered, mut abandoned) = (total.counts.at_once, total.counts.left_at_once);
        for (band, moments) in statistics.within.iter_mut().enumerate() {
            answered += sample.answered_by[kind * bands + band];
            abandoned += sample.abandoned_by[kind * bands + band];
            moments.push(figures::service_level_of(rule, &total.counts, answered, abandoned));
        }
        for (i, moments) in statistics.intervals.iter_mut().enumerate() {
            let counts = &sample.cells[kind * self.layout.intervals + i];
            let days = self.layout.measured_days(i);
            moments[0].push((f64::from(counts.offered()), days));
            moments[1].push(figures::abandoned(counts));
            moments[2].push(figures::waited(counts));
            moments[3].push(figures::service_level(rule, counts));
            moments[4].push(figures::wait(counts));
        }
        statistics.waits.push(&sample.waits[kind], total.counts.at_once, total.counts.answered());
        let Some(target) = &self.scenario.contacts[kind].target else { return };
        for day in 0..self.layout.days {
            let counts = sample.counts_of_day(self.layout, kind, day);
            let feedback = sample.feedback_of_day(self.layout, kind, day);
            if let Some(met) = meets(rule, target, &counts, feedback) {
                statistics.days.iter_mut().for_each(|days| days.push(&counts, met));
                statistics.days_met.0 += u64::from(met);
                statistics.days_met.1 += 1;
                self.weeks.push_day(self.layout, kind, day, met);
            }
        }
    }

    fn push_group(&mut self, sample: &Sample, group: usize) {
        let statistics = &mut self.groups[group];
        let total = agent_total(self.layout, sample, group);
        statistics.occupancy.push(figures::occupancy(&total));
        statistics.hours.push((total.logged_in / HOUR, 1.0));
        let paid = paid_in_all(self.scenario, self.layout, sample, group);
        statistics.paid_hours.push((paid.hours, 1.0));
        statistics.cost.push((paid.cost, 1.0));
        for (i, moments) in statistics.intervals.iter_mut().enumerate() {
            let time = &sample.agents[group * self.layout.intervals + i];
            moments[0].push((time.logged_in, self.layout.measured_days(i) * self.layout.interval));
            moments[1].push(figures::occupancy(time));
        }
    }

    /// The figures as they stand.
    #[must_use]
    pub fn result(&self, file: &str, seed: u64, stop: Stop) -> ScenarioResult {
        let names = self.scenario.contacts.iter().map(|c| c.name.clone());
        ScenarioResult {
            name: self.scenario.name.clone(),
            file: file.to_owned(),
            seed,
            replications: self.replications,
            stop,
            custom: self.custom.clone(),
            contacts: names.clone().zip((0..self.contacts.len()).map(|kind| self.contact_figures(kind))).collect(),
            agents: self.group_names().zip((0..self.groups.len()).map(|group| self.agent_figures(group))).collect(),
            centre: CentreFigures {
                service_level: self.centre_figure("service_level"),
                cost: self.centre_figure("cost"),
            },
            journeys: self.journeys.as_ref().map(JourneyStatistics::figures),
            customers: self.curves(),
            intervals: (self.layout.days > 0).then(|| (0..self.layout.intervals).map(|i| self.interval(i)).collect()),
            people: self.people.iter().map(|people| people.figures(self.scenario)).collect(),
            weeks: self.weeks.figures(self.scenario, self.layout),
            waits: names.zip(self.wait_curves()).collect(),
            assumptions: Some(self.assumptions()),
        }
    }

    /// Those of the scenario, but for what was given in code.
    fn assumptions(&self) -> Assumptions {
        let mut assumptions = Assumptions::new(self.scenario);
        for part in self.custom.iter().filter(|part| part.part == Part::Patience) {
            let contact = part.contact.as_ref().and_then(|name| assumptions.contacts.get_mut(name));
            contact.into_iter().for_each(|contact| contact.patience = Some(LawAssumptions::custom()));
        }
        assumptions
    }

    fn centre_figure(&self, name: &str) -> Option<Estimate> {
        self.centre.iter().find(|(part, _)| part.figure == name)?.1.ratio()
    }

    /// Thinned for a chart of all types, on which the shortest threshold stands well away from zero.
    fn wait_curves(&self) -> Vec<WaitCurve> {
        let curves: Vec<Vec<(f64, f64)>> = self.contacts.iter().map(|contact| contact.waits.curve()).collect();
        let drawn = curves.iter().zip(&self.layout.within).filter(|(curve, _)| curve.len() > 1);
        let shortest = drawn.map(|(_, within)| *within).reduce(f64::min).unwrap_or(DEFAULT_WITHIN);
        curves.iter().map(|curve| WaitCurve::drawn(curve, &WaitScale::around(shortest))).collect()
    }

    fn curves(&self) -> Option<CustomerCurves> {
        Some(self.journeys.as_ref()?.curves(self.scenario, self.layout.journeys.as_ref()?))
    }

    fn group_names(&self) -> impl Iterator<Item = String> {
        self.scenario.groups.iter().map(|g| g.name.clone())
    }

    fn contact_figures(&self, kind: usize) -> ContactFigures {
        let statistics = &self.contacts[kind];
        let target = self.scenario.contacts[kind].target;
        let figure = |name| {
            let column = CONTACT_FIGURES.iter().position(|f| f.name == name);
            column.and_then(|column| statistics.figures[column].ratio())
        };
        let percentiles = statistics.waits.percentiles(&PERCENTILES);
        let within =
            |(seconds, moments): (&f64, &RatioMoments)| Within { seconds: *seconds, service_level: moments.ratio() };
        ContactFigures {
            offered: figure("offered"),
            offered_by_origin: OriginFigures {
                fresh: figure("offered_by_origin.fresh"),
                redial: figure("offered_by_origin.redial"),
                repeat: figure("offered_by_origin.repeat"),
                transfer: figure("offered_by_origin.transfer"),
            },
            answered: figure("answered"),
            abandoned: figure("abandoned"),
            blocked: figure("blocked"),
            closed: figure("closed"),
            called_back: figure("called_back"),
            mean_wait_called_back: figure("mean_wait_called_back"),
            p_wait: figure("p_wait"),
            p_abandon: figure("p_abandon"),
            p_blocked: figure("p_blocked"),
            service_level: figure("service_level"),
            within: self.layout.thresholds.iter().zip(&statistics.within).map(within).collect(),
            mean_wait: figure("mean_wait"),
            mean_wait_answered: figure("mean_wait_answered"),
            mean_wait_abandoned: figure("mean_wait_abandoned"),
            mean_queue: figure("mean_queue"),
            wait_percentiles: percentiles.values,
            wait_percentiles_ci95: percentiles.ci95,
            days_met: wilson(statistics.days_met.0, statistics.days_met.1).map(|met| self.if_replicated(met)),
            satisfaction: self.journeys.as_ref().and_then(|journeys| journeys.of_contacts(kind)),
            target: target.as_ref().map(TargetLine::of),
            days: statistics.days.as_ref().and_then(DayFigures::spread),
        }
    }

    /// One replication tells no uncertainty, as everywhere in the result document.
    fn if_replicated(&self, estimate: Estimate) -> Estimate {
        if self.replications > 1 { estimate } else { Estimate { std_error: None, ci95: None, ..estimate } }
    }

    fn agent_figures(&self, group: usize) -> AgentFigures {
        let statistics = &self.groups[group];
        let priced = has_cost(&self.scenario.groups[group]);
        AgentFigures {
            occupancy: statistics.occupancy.ratio(),
            logged_in_hours: statistics.hours.ratio(),
            paid_hours: statistics.paid_hours.ratio(),
            cost: statistics.cost.ratio().filter(|_| priced),
            max_occupancy: self.scenario.groups[group].max_occupancy,
        }
    }

    fn interval(&self, i: usize) -> Interval {
        let seconds = i as f64 * self.layout.interval;
        let contact = |(kind, statistics): (usize, &ContactStatistics)| {
            let [offered, p_abandon, p_wait, service_level, mean_wait] =
                statistics.intervals[i].map(|moments| moments.ratio());
            let csat = self.journeys.as_ref().and_then(|journeys| journeys.csat(kind * self.layout.intervals + i));
            IntervalContacts { offered, p_abandon, p_wait, service_level, mean_wait, csat }
        };
        let agents = |statistics: &GroupStatistics| {
            let [staff, occupancy] = statistics.intervals[i].map(|moments| moments.ratio());
            IntervalAgents { staff: staff.map_or(0.0, |e| e.value), need: None, occupancy }
        };
        let names = self.scenario.contacts.iter().map(|c| c.name.clone());
        Interval {
            start: self.scenario.horizon.start.map(|date| format!("{date}T{}", time_of_day_to_the_second(seconds))),
            seconds,
            contacts: names.zip(self.contacts.iter().enumerate().map(contact)).collect(),
            agents: self.group_names().zip(self.groups.iter().map(agents)).collect::<IndexMap<_, _>>(),
        }
    }
}

/// Whether a day meets the target; none for a day on which nobody came while the type was open, and where nothing of the
/// target can be told by day.
pub(super) fn meets(rule: ServiceLevel, target: &Target, day: &Counts, feedback: Option<Feedback>) -> Option<bool> {
    // A share of nothing is no number, and no number is at least or at most another: such a day is missed.
    let ratio = |(part, whole): (f64, f64)| part / whole;
    let kept = [
        target.answer.map(|least| ratio(figures::service_level(rule, day)) >= least),
        target.abandon.map(|most| ratio(figures::abandoned(day)) <= most),
        target.asa.map(|most| ratio(figures::speed_of_answer(day)) <= most.get()),
        target.csat.zip(feedback).map(|(least, feedback)| ratio(feedback.csat()) >= least),
    ];
    let at_the_door = day.closed - day.closed_waiting;
    let told = day.offered() > at_the_door && kept.iter().any(Option::is_some);
    told.then(|| kept.iter().flatten().all(|kept| *kept))
}
