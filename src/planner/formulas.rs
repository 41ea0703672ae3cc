//! Plans by formula: what a spreadsheet would ask for, and where the search begins.

use super::demand;
use super::reach::Reach;
use super::search::{Options, Search};
use super::{Periods, Plan, Trials};
use crate::analytic::{Goal, Queue};
use crate::scenario::{Channel, Scenario};
use crate::units::HOUR;

/// How a formula for steady demand is applied to a day on which demand changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Each period as if its arrival rate had lasted for ever (stationary independent period by period, SIPP).
    Stationary,
    /// The arrival rate of one handling time earlier (Green, Kolesar and Soares, Operations Research 49, 2001).
    Lagged,
    /// The load of agents without number: what would be in handling if nobody ever waited (modified offered load;
    /// Jennings, Mandelbaum, Massey and Whitt, Management Science 42, 1996).
    OfferedLoad,
}

impl Method {
    /// All methods.
    pub const ALL: [Self; 3] = [Self::Stationary, Self::Lagged, Self::OfferedLoad];

    /// The rates by which it staffs where so many contacts an hour come, each handled for so many seconds.
    pub(super) fn rates(self, coming: Vec<f64>, handle: f64, periods: &Periods) -> Vec<f64> {
        match self {
            _ if coming.len() == 1 => coming,
            Self::Stationary => coming,
            Self::Lagged => lagged(&coming, handle / periods.seconds, periods.repeats()),
            Self::OfferedLoad => offered_load(&coming, handle / periods.seconds, periods.repeats()),
        }
    }

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Stationary => "stationary",
            Self::Lagged => "lagged",
            Self::OfferedLoad => "offered-load",
        }
    }
}

/// Arrival rates by which a method staffs, by type and period, contacts an hour: as many of the usual handling time as are the
/// same work.
pub(super) fn rates(scenario: &Scenario, periods: &Periods, method: Method) -> Vec<Vec<f64>> {
    let one = |kind: usize| {
        let coming = (0..periods.count).map(|period| demand::work(scenario, periods, kind, period)).collect();
        method.rates(coming, scenario.contacts[kind].mean_handle(), periods)
    };
    (0..scenario.contacts.len()).map(one).collect()
}

/// Rates so many periods earlier, averaged over each period.
fn lagged(rates: &[f64], lag: f64, repeats: bool) -> Vec<f64> {
    let before = |period: usize, back: usize| match period.checked_sub(back) {
        Some(earlier) => rates[earlier],
        None if repeats => rates[(period + rates.len() * (1 + back / rates.len()) - back) % rates.len()],
        None => 0.0,
    };
    let (whole, part) = (lag.floor() as usize, lag.fract());
    (0..rates.len()).map(|p| (1.0 - part) * before(p, whole) + part * before(p, whole + 1)).collect()
}

/// Mean number in handling over each period if nobody waited, as a rate: `m' = rate - m / handle` (Eick, Massey and
/// Whitt, Management Science 39, 1993, for exponential handling), solved piece by piece. `handle` is in periods.
fn offered_load(rates: &[f64], handle: f64, repeats: bool) -> Vec<f64> {
    let decay = libm::exp(-1.0 / handle);
    let mut at_start = 0.0;
    let mut means = vec![0.0; rates.len()];
    for _ in 0..if repeats { 3 } else { 1 } {
        for (mean, rate) in means.iter_mut().zip(rates) {
            *mean = rate + (at_start - rate) * handle * (1.0 - decay);
            at_start = rate + (at_start - rate) * decay;
        }
    }
    means
}

/// What a formula would staff, without any simulation: the cheapest agents that have, for every set of contact types,
/// as many who can handle one of them as the formula asks for if they stood together.
#[must_use]
pub fn by_formula(trials: &Trials<'_>, method: Method) -> Plan {
    Search::new(trials, Options::default()).begin(method)
}

impl Search<'_> {
    /// The cheapest plan that has, for every set of contact types, the agents that a formula asks for if all who can
    /// handle one of them stood together. One type with one group gets just what the formula says.
    pub(super) fn begin(&mut self, method: Method) -> Plan {
        let rates = rates(self.trials.scenario, &self.trials.periods, method);
        let mut plan = Plan::empty(self.trials.scenario.groups.len(), &self.trials.periods);
        for period in 0..self.trials.periods.count {
            self.forget(period);
            for set in sets(self.trials.scenario, &self.reach) {
                let of_period: Vec<f64> = rates.iter().map(|by_period| by_period[period]).collect();
                let groups: Vec<usize> = groups_of(self.trials.scenario, &set);
                let pace = |kind| demand::pace(self.trials.scenario, &self.trials.periods, kind, period);
                let needed = needed(self.trials.scenario, &set, &of_period, pace);
                self.add_cut(period, &groups, f64::from(needed));
            }
            let agents = self.covered(period).unwrap_or_else(|| self.most().to_vec());
            plan.staff.iter_mut().zip(agents).for_each(|(staff, agents)| staff[period] = agents);
        }
        plan
    }
}

impl Search<'_> {
    /// A plan in which each type has agents of its own, from the cheapest group that handles it (of those that cost the
    /// same, the one with the fewest skills); none where no small circle has more than one group.
    pub(super) fn begin_apart(&mut self) -> Option<Plan> {
        let scenario = self.trials.scenario;
        self.has_choices().then_some(())?;
        let rates = rates(scenario, &self.trials.periods, Method::OfferedLoad);
        let mut plan = Plan::empty(scenario.groups.len(), &self.trials.periods);
        for (kind, by_period) in rates.iter().enumerate() {
            let able = groups_of(scenario, &[kind]);
            let skills = |group: &usize| scenario.groups[*group].skills.len();
            let prices = &self.trials.prices;
            let order = |a: &usize, b: &usize| prices.of(*a).total_cmp(&prices.of(*b)).then(skills(a).cmp(&skills(b)));
            let Some(group) = able.into_iter().min_by(order) else { continue };
            for period in 0..by_period.len() {
                let of_period: Vec<f64> = rates.iter().map(|by_period| by_period[period]).collect();
                let pace = |kind| demand::pace(scenario, &self.trials.periods, kind, period);
                let more = needed(scenario, &[kind], &of_period, pace);
                let staff = &mut plan.staff[group][period];
                *staff = staff.saturating_add(more).min(self.most()[group]);
            }
        }
        (0..self.trials.periods.count).for_each(|period| self.forget(period));
        Some(plan)
    }
}

/// Circles with more types than this are covered by some of their sets only.
const FEW_TYPES: usize = 8;

/// Sets of types that share groups: all of a small circle; of a large one each type, each pair, what each group
/// handles, and all together.
pub(super) fn sets(scenario: &Scenario, reach: &Reach) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = Vec::new();
    for circle in reach.circles() {
        let kinds: Vec<usize> =
            (0..scenario.contacts.len()).filter(|kind| circle.iter().any(|g| handles(scenario, *g, *kind))).collect();
        if kinds.len() <= FEW_TYPES {
            let chosen = |mask: u32| kinds.iter().enumerate().filter(move |(i, _)| mask >> i & 1 == 1).map(|(_, k)| *k);
            sets.extend((1..1_u32 << kinds.len()).map(|mask| chosen(mask).collect::<Vec<_>>()));
            continue;
        }
        sets.extend(kinds.iter().map(|kind| vec![*kind]));
        sets.extend(kinds.iter().enumerate().flat_map(|(i, a)| kinds[i + 1..].iter().map(move |b| vec![*a, *b])));
        sets.extend(circle.iter().map(|g| scenario.groups[*g].skills.iter().map(|s| s.contact).collect::<Vec<_>>()));
        sets.push(kinds);
    }
    sets
}

fn handles(scenario: &Scenario, group: usize, kind: usize) -> bool {
    scenario.groups[group].skills.iter().any(|skill| skill.contact == kind)
}

/// The groups that handle one of these types.
pub(super) fn groups_of(scenario: &Scenario, kinds: &[usize]) -> Vec<usize> {
    (0..scenario.groups.len()).filter(|group| kinds.iter().any(|kind| handles(scenario, *group, *kind))).collect()
}

/// The least agents for some types together, at their loosest goals, by formula.
fn needed(scenario: &Scenario, kinds: &[usize], rates: &[f64], pace: impl Fn(usize) -> f64) -> u32 {
    let Some((queue, goal)) = together(scenario, kinds, rates, pace) else { return 0 };
    let enough = enough(&queue);
    queue.least_agents(&goal, enough).unwrap_or(enough)
}

/// So many agents that more are of no use to what a formula knows.
pub(super) fn enough(queue: &Queue) -> u32 {
    (queue.load() + 10.0 * queue.load().sqrt() + 10.0) as u32
}

/// Some types as one queue, and their loosest goals; none where nobody comes of those that promise something. Rates are
/// those of contacts with the usual handling time of their type; `pace` tells how many times as long it takes now, so that
/// fewer come who take longer.
pub(super) fn together(
    scenario: &Scenario,
    kinds: &[usize],
    rates: &[f64],
    pace: impl Fn(usize) -> f64,
) -> Option<(Queue, Goal)> {
    let promised: Vec<usize> = kinds.iter().copied().filter(|kind| scenario.contacts[*kind].target.is_some()).collect();
    let arrivals: f64 = promised.iter().map(|kind| rates[*kind] / pace(*kind)).sum::<f64>() / HOUR;
    if arrivals <= 0.0 {
        return None;
    }
    let handle = promised.iter().map(|kind| rates[*kind] / HOUR * effort(scenario, *kind)).sum::<f64>() / arrivals;
    // The most patient type of all: who leaves early needs no agent.
    let patience = match promised.as_slice() {
        [kind] => scenario.contacts[*kind].patience.clone(),
        kinds => most_patient(scenario, kinds),
    };
    let queue = Queue { arrivals, handle, patience, lines: None };
    let goal = promised.iter().map(|kind| goal(scenario, *kind)).reduce(loosest).unwrap_or_default();
    Some((queue, goal))
}

fn most_patient(scenario: &Scenario, kinds: &[usize]) -> Option<crate::scenario::Law> {
    let laws: Option<Vec<_>> = kinds.iter().map(|kind| scenario.contacts[*kind].patience.clone()).collect();
    laws?.into_iter().max_by(|a, b| a.mean().total_cmp(&b.mean()))
}

/// Agent seconds that a contact of a type takes, with as many chats at once as its groups hold.
fn effort(scenario: &Scenario, kind: usize) -> f64 {
    let contact = &scenario.contacts[kind];
    let held = scenario.groups.iter().filter(|g| g.skills.iter().any(|s| s.contact == kind)).map(|g| g.chats).max();
    let chats = if contact.channel == Channel::Chat { held.unwrap_or(1).max(1) } else { 1 };
    let slowed = contact.slowdown.get(chats as usize - 1).or(contact.slowdown.last()).copied().unwrap_or(1.0);
    contact.handle.mean() * slowed / f64::from(chats)
}

/// The occupancy from which to begin where nothing else is known.
const BUSY: f64 = 0.9;

/// A type's goals as the formulas know them.
fn goal(scenario: &Scenario, kind: usize) -> Goal {
    let caps = scenario.groups.iter().filter(|g| g.skills.iter().any(|s| s.contact == kind)).map(|g| g.max_occupancy);
    let occupancy = caps.collect::<Option<Vec<f64>>>().map(|caps| caps.into_iter().fold(0.0, f64::max));
    let target = scenario.contacts[kind].target.unwrap_or_default();
    // No formula knows satisfaction: where it is all that is asked, the search begins with a busy centre.
    let busy = target.answer.is_none() && target.abandon.is_none() && target.asa.is_none();
    let occupancy = occupancy.or(busy.then_some(BUSY));
    Goal {
        answer: target.answer.map(|share| (share, target.within.get())),
        abandon: target.abandon.filter(|_| scenario.contacts[kind].patience.is_some()),
        asa: target.asa.map(|asa| asa.get()),
        occupancy,
    }
}

/// What satisfies neither of two goals more than it must.
fn loosest(a: Goal, b: Goal) -> Goal {
    let both = |x: Option<f64>, y: Option<f64>| x.zip(y).map(|(x, y)| x.max(y));
    Goal {
        answer: a.answer.zip(b.answer).map(|(x, y)| (x.0.min(y.0), x.1.max(y.1))),
        abandon: both(a.abandon, b.abandon),
        asa: both(a.asa, b.asa),
        occupancy: both(a.occupancy, b.occupancy),
    }
}

/// Agent hours over the horizon if each type had agents of its own in each period, by Erlang C or, `with_patience`, by
/// the formula that knows who gives up; none where a formula knows no answer.
pub(super) fn separately(trials: &Trials<'_>, rates: &[Vec<f64>], with_patience: bool) -> Option<f64> {
    let scenario = trials.scenario;
    let of = |kind: usize, period: usize| -> Option<f64> {
        let contact = &scenario.contacts[kind];
        let patience = contact.patience.clone().filter(|_| with_patience);
        let pace = demand::pace(scenario, &trials.periods, kind, period);
        let (arrivals, handle) = (rates[kind][period] / pace / HOUR, contact.handle.mean() * pace);
        let queue = Queue { arrivals, handle, patience, lines: None };
        let enough = (2.0 * queue.load() + 100.0 * queue.load().sqrt() + 100.0) as u32;
        let agents = queue.least_agents(&goal(scenario, kind), enough).ok()?;
        Some(f64::from(agents) * trials.periods.hours_of(period))
    };
    let promised = (0..rates.len()).filter(|kind| scenario.contacts[*kind].target.is_some());
    promised.flat_map(|kind| (0..trials.periods.count).map(move |period| (kind, period))).map(|(k, p)| of(k, p)).sum()
}
