//! The least staff that keeps every promise, or why there is none.

use super::budget::Budget;
use super::demand;
use super::formulas::Method;
use super::search::{Confirmation, Options, Refused, Search};
use super::{Evidence, Interrupted, Plan, Prices, Standing, Trials};
use crate::scenario::AgentGroup;

/// What a staffing search finds.
#[derive(Clone, Debug)]
pub enum Staffing {
    /// A plan, confirmed.
    Found(Box<Staffed>),
    /// The best plan for a budget.
    Affordable(Box<Affordable>),
    /// No plan keeps every promise.
    Infeasible(Infeasible),
}

/// The best plan that a budget allows.
#[derive(Clone, Debug)]
pub struct Affordable {
    /// What it may take.
    pub budget: Budget,
    /// Agents by group and period.
    pub plan: Plan,
    /// What it gives on fresh days.
    pub evidence: Evidence,
}

/// A plan that keeps every promise.
#[derive(Clone, Debug)]
pub struct Staffed {
    /// Agents by group and period.
    pub plan: Plan,
    /// How it stood the test on fresh days.
    pub confirmation: Confirmation,
    /// Whether the search ended because it had simulated as much as it may, not because it found nothing cheaper.
    pub tired: bool,
    /// What formulas would have staffed.
    pub formulas: Vec<Formula>,
}

/// A plan by formula, on the days of the search.
#[derive(Clone, Debug)]
pub struct Formula {
    /// How the formula was applied.
    pub method: Method,
    /// What it asks for.
    pub plan: Plan,
    /// What simulation says of it.
    pub evidence: Evidence,
}

/// Promises that no number of agents keeps.
#[derive(Clone, Debug)]
pub struct Infeasible {
    /// Numbers of the promises, and where they stand with the most agents that are of use and allowed.
    pub missed: Vec<(usize, Standing)>,
    /// The most agents that were tried.
    pub plan: Plan,
    /// What simulation says with them.
    pub evidence: Evidence,
    /// Whether all would be kept without the groups' own limits.
    pub limited: bool,
}

/// Rounds of raising and taking away before the plan is taken as it is.
const ROUNDS: u32 = 6;

/// Searches for the least staff that keeps every promise of a scenario, and confirms it.
///
/// # Errors
/// When the user wants to stop.
pub fn staff(trials: &Trials<'_>, options: Options) -> Result<Staffing, Interrupted> {
    let (mut search, mut plan, formulas) = match sought(trials, options)? {
        Sought::Found(search, plan, formulas) => (search, plan, formulas),
        Sought::Infeasible(infeasible) => return Ok(Staffing::Infeasible(infeasible)),
    };
    let tired = trials.exhausted(options.effort);
    let confirmation = search.confirm(&mut plan)?;
    if !confirmation.unproven.is_empty() {
        let missed = confirmation.unproven.clone();
        return Ok(Staffing::Infeasible(search.stuck(&plan, &confirmation.evidence, missed, false)));
    }
    Ok(Staffing::Found(Box::new(Staffed { plan, confirmation, tired, formulas })))
}

/// The plan that a search finds, without a confirmation: for comparisons, or to be proven in another way; never a
/// promise in itself.
///
/// # Errors
/// When the user wants to stop; inside, what cannot be kept.
pub fn sketch(trials: &Trials<'_>, options: Options) -> Result<Result<Plan, Infeasible>, Interrupted> {
    Ok(match sought(trials, options)? {
        Sought::Found(_, plan, _) => Ok(plan),
        Sought::Infeasible(infeasible) => Err(infeasible),
    })
}

/// What comes out before the confirmation.
enum Sought<'a> {
    Found(Search<'a>, Plan, Vec<Formula>),
    Infeasible(Infeasible),
}

fn sought<'a>(trials: &'a Trials<'a>, options: Options) -> Result<Sought<'a>, Interrupted> {
    trials.begin("looking whether the promises can be kept at all");
    let mut search = Search::new(trials, options);
    if let Some(infeasible) = infeasible(&search)? {
        return Ok(Sought::Infeasible(infeasible));
    }
    trials.begin("trying what formulas say");
    let near = search.begin(Method::OfferedLoad);
    search.learn_sizes(&near)?;
    let formulas = formulas(&mut search)?;
    // Where several groups share work there are several valleys: the one in which each type has agents of its own is
    // the safer one to begin with, the one that formulas lead to is looked at too unless it takes too long.
    let apart = search.begin_apart();
    let alone = apart.is_none();
    let first = apart.unwrap_or_else(|| search.begin(Method::OfferedLoad));
    let mut best = match descend(&mut search, first)? {
        Ok(plan) => plan,
        Err(infeasible) => return Ok(Sought::Infeasible(infeasible)),
    };
    if !alone && !trials.exhausted(options.effort / 2.0) {
        let second = search.begin(Method::OfferedLoad);
        if let Ok(plan) = descend(&mut search, second)? {
            let cost = |plan: &Plan| trials.prices.plan(plan, &trials.periods);
            best = if cost(&plan) < cost(&best) - 1e-9 { plan } else { best };
        }
    }
    Ok(Sought::Found(search, best, formulas))
}

/// Raises a plan until it keeps its promises and makes it as cheap as small changes can; or says what it cannot keep.
fn descend(search: &mut Search<'_>, mut plan: Plan) -> Result<Result<Plan, Infeasible>, Interrupted> {
    let mut refused = Refused::default();
    for _ in 0..ROUNDS {
        let before = plan.clone();
        let evidence = search.raise(&mut plan)?;
        // What is neither clearly kept nor clearly missed is for the confirmation to decide.
        let missed = search.failed(&evidence);
        if !missed.is_empty() {
            return Ok(Err(search.stuck(&plan, &evidence, missed, false)));
        }
        let improved = search.improve(&mut plan, &mut refused)? | search.trade(&mut plan)?;
        if !improved || plan == before {
            break;
        }
    }
    Ok(Ok(plan))
}

/// Agents with which a search for the limits of what can be kept begins, within the groups' limits if they are to
/// count: twice the load on a busy day, and some.
fn ample(trials: &Trials<'_>, limited: bool) -> Plan {
    let scenario = trials.scenario;
    let mut plan = Plan::empty(scenario.groups.len(), &trials.periods);
    for (group, agents) in scenario.groups.iter().enumerate() {
        let most = most(agents, limited);
        for period in 0..trials.periods.count {
            // The busiest of the hours around.
            let near = period.saturating_sub(NEAR)..(period + NEAR + 1).min(trials.periods.count);
            let load = |p: usize| -> f64 {
                let kinds = agents.skills.iter().map(|skill| skill.contact);
                kinds
                    .map(|kind| {
                        demand::work(scenario, &trials.periods, kind, p) * scenario.contacts[kind].handle.mean()
                    })
                    .sum()
            };
            let load = near.map(load).fold(0.0, f64::max) / crate::units::HOUR;
            plan.staff[group][period] = most.min((2.0 * load + 10.0 * load.sqrt() + 10.0) as u32);
        }
    }
    plan
}

/// Most agents of a group.
fn most(agents: &AgentGroup, limited: bool) -> u32 {
    agents.max_agents.filter(|_| limited).unwrap_or(super::search::MOST_AGENTS)
}

/// Periods around one from which its ample staff is taken.
const NEAR: usize = 2;
/// Most doublings of ample staff.
const DOUBLINGS: u32 = 8;

/// So many agents that more are of no use to a promise that is missed, or not allowed; and what they give.
fn plenty(search: &Search<'_>, limited: bool) -> Result<(Plan, Evidence), Interrupted> {
    let mut plan = ample(search.trials, limited);
    let mut evidence = search.survey(&plan)?;
    for _ in 0..DOUBLINGS {
        let missed = search.failed(&evidence);
        let more = doubled(&plan, search.trials, limited);
        if missed.is_empty() || more == plan {
            break;
        }
        let seen = search.survey(&more)?;
        let of_use = missed.iter().any(|number| {
            let standing = |evidence: &Evidence| evidence.standing(*number, &search.trials.promises[*number]);
            // By more than chance.
            matches!((standing(&evidence), standing(&seen)),
                (Some(before), Some(after)) if after.slack > before.slack + after.error.min(before.error))
        });
        if !of_use {
            break;
        }
        (plan, evidence) = (more, seen);
    }
    Ok((plan, evidence))
}

fn doubled(plan: &Plan, trials: &Trials<'_>, limited: bool) -> Plan {
    let mut more = plan.clone();
    for (staff, agents) in more.staff.iter_mut().zip(&trials.scenario.groups) {
        let most = most(agents, limited);
        staff.iter_mut().for_each(|agents| *agents = agents.saturating_mul(2).min(most));
    }
    more
}

/// The promises that even plenty of agents clearly miss.
fn infeasible(search: &Search<'_>) -> Result<Option<Infeasible>, Interrupted> {
    let (plan, evidence) = plenty(search, true)?;
    let missed = search.failed(&evidence);
    if missed.is_empty() {
        return Ok(None);
    }
    let limited = search.trials.scenario.groups.iter().any(|group| group.max_agents.is_some())
        && search.failed(&plenty(search, false)?.1).is_empty();
    Ok(Some(search.stuck(&plan, &evidence, missed, limited)))
}

impl Search<'_> {
    fn stuck(&self, plan: &Plan, evidence: &Evidence, missed: Vec<usize>, limited: bool) -> Infeasible {
        let standing = |number: usize| Some((number, evidence.standing(number, &self.trials.promises[number])?));
        Infeasible {
            missed: missed.into_iter().filter_map(standing).collect(),
            plan: plan.clone(),
            evidence: evidence.clone(),
            limited,
        }
    }
}

/// What each formula asks for, simulated.
fn formulas(search: &mut Search<'_>) -> Result<Vec<Formula>, Interrupted> {
    let methods = if search.trials.periods.count == 1 { &Method::ALL[..1] } else { &Method::ALL[..] };
    let try_one = |method: &Method| {
        let plan = search.begin(*method);
        let evidence = search.first_look(&plan)?;
        Ok(Formula { method: *method, plan, evidence })
    };
    methods.iter().map(try_one).collect()
}

impl Staffed {
    /// Cost of the plan over the horizon, in the scenario's money or, where it names none, in agent hours.
    #[must_use]
    pub fn cost(&self, trials: &Trials<'_>) -> f64 {
        let prices: &Prices = &trials.prices;
        prices.plan(&self.plan, &trials.periods)
    }
}
