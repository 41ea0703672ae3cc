//! Why so many: what binds, what one agent more or fewer does, and the way from Erlang C.

use serde::{Deserialize, Serialize};

use super::causes::{Way, causes};
use super::document::subject_name;
use super::reach::Reach;
use super::{Evidence, Interrupted, Options, Place, Plan, Promise, Scope, Trials};
use crate::stats::Estimate;

/// Why a plan has so many agents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// What binds in each period and group, and what one agent more or fewer does there.
    pub bindings: Vec<Binding>,
    /// From Erlang C to the plan, agent hours by cause.
    pub causes: Way,
}

/// The promise for which an agent in a place is there: of those of the place's own period the one that one agent fewer
/// hurts most, unless he is needed only in another period and breaks the promise there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    /// The period, by its place in the plan.
    pub period: usize,
    /// The group.
    pub group: String,
    /// Its agents in the plan.
    pub agents: u32,
    /// The contact type or group of the promise.
    pub of: String,
    /// `answer`, `abandon`, `asa`, `csat` or `occupancy`.
    pub measure: String,
    /// The period of the promise; none: over the day.
    pub promise_period: Option<usize>,
    /// Its goal (where a share of days is asked, the goal of each day).
    pub goal: f64,
    /// Its figure with the plan, on average over the days.
    pub value: Estimate,
    /// The figure's paired change with one agent more.
    pub one_more: Option<Estimate>,
    /// The figure's paired change with one agent fewer.
    pub one_fewer: Option<Estimate>,
    /// Whether one fewer breaks a promise, as far as these days tell.
    pub breaks: bool,
}

/// Explains a plan, on days that neither the search nor the confirmation has seen.
///
/// # Errors
/// When the user wants to stop.
pub fn explain(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<Explanation, Interrupted> {
    Ok(Explanation { bindings: bindings(trials, plan)?, causes: causes(trials, options, plan)? })
}

/// The first replication of the explanation.
const FIRST: u32 = 3 << 29;
/// Contacts on which one agent more or fewer is tried, and most of all trials together.
const CONTACTS: (f64, f64) = (1e7, 1e9);

fn bindings(trials: &Trials<'_>, plan: &Plan) -> Result<Vec<Binding>, Interrupted> {
    trials.begin("trying one agent more and one fewer everywhere");
    let reach = Reach::new(trials.scenario, &trials.periods);
    let batches = batches(trials, &reach, plan);
    let each = CONTACTS.0.min(CONTACTS.1 / (1 + 2 * batches.len()) as f64);
    let days = FIRST..FIRST + (each / trials.contacts()).clamp(30.0, 5000.0) as u32;
    let base = trials.run_in_pairs(plan, days.clone())?;
    let mut bindings = Vec::new();
    for places in batches {
        let changed = |by: i32| {
            let mut changed = plan.clone();
            places.iter().for_each(|place| changed.change(*place, by));
            trials.run_in_pairs(&changed, days.clone())
        };
        let (more, fewer) = (changed(1)?, changed(-1)?);
        bindings
            .extend(places.iter().filter_map(|place| binding(trials, &reach, plan, *place, [&base, &more, &fewer])));
    }
    bindings.sort_by_key(|binding| binding.period);
    Ok(bindings)
}

/// Staffed places, in batches of places that do not show in each other.
fn batches(trials: &Trials<'_>, reach: &Reach, plan: &Plan) -> Vec<Vec<Place>> {
    let circles = reach.circles();
    // In a promise over a day all places of that day show.
    let over_days = trials.promises.iter().any(|promise| matches!(promise.scope, Scope::Day(_)));
    let stride = if over_days { reach.stride().max(trials.periods.per_day) } else { reach.stride() };
    let widest = circles.iter().map(Vec::len).max().unwrap_or(0);
    let batch = |class: usize, rank: usize| -> Vec<Place> {
        let groups = circles.iter().filter_map(|circle| circle.get(rank).copied());
        let periods = (class..trials.periods.count).step_by(stride);
        let places = groups.flat_map(|group| periods.clone().map(move |period| Place { group, period }));
        places.filter(|place| plan.get(*place) > 0).collect()
    };
    let batches = (0..stride).flat_map(|class| (0..widest).map(move |rank| (class, rank)));
    batches.map(|(class, rank)| batch(class, rank)).filter(|places| !places.is_empty()).collect()
}

fn binding(trials: &Trials<'_>, reach: &Reach, plan: &Plan, place: Place, seen: [&Evidence; 3]) -> Option<Binding> {
    let [base, more, fewer] = seen;
    let shown = |promise: &Promise| {
        reach.circle(promise) == Some(reach.circle_of(place.group))
            && match promise.scope {
                Scope::Period(_) => reach.shows(place, promise),
                Scope::Day(_) => promise.periods(&trials.periods).contains(&place.period),
            }
    };
    let shown = trials.promises.iter().enumerate().filter(|(_, promise)| shown(promise));
    let losses = shown.filter_map(|(number, _)| loss(trials, place, number, base, fewer));
    let worse = |a: &Loss, b: &Loss| a.rank().cmp(&b.rank()).then(a.change.total_cmp(&b.change));
    let Loss { number, breaks, .. } = losses.min_by(worse)?;
    let promise = &trials.promises[number];
    Some(Binding {
        period: place.period,
        group: trials.scenario.groups[place.group].name.clone(),
        agents: plan.get(place),
        of: subject_name(trials, promise),
        measure: promise.measure.name().into(),
        promise_period: match promise.scope {
            Scope::Period(period) => Some(period),
            Scope::Day(_) => None,
        },
        goal: promise.goal,
        value: base.mean(number)?,
        one_more: base.difference(more, number),
        one_fewer: base.difference(fewer, number),
        breaks,
    })
}

/// What one agent fewer takes from a promise.
struct Loss {
    number: usize,
    /// Change of its depth.
    change: f64,
    /// Whether it was kept, and is not any more.
    breaks: bool,
    /// Whether it speaks of the agent's own period.
    own: bool,
}

impl Loss {
    /// What the agent is needed for comes first, and his own period's promises before others.
    fn rank(&self) -> u8 {
        match (self.own, self.breaks) {
            (true, true) => 0,
            (false, true) => 1,
            (true, false) => 2,
            (false, false) => 3,
        }
    }
}

fn loss(trials: &Trials<'_>, place: Place, number: usize, base: &Evidence, fewer: &Evidence) -> Option<Loss> {
    let promise = &trials.promises[number];
    let (with, without) = (base.standing(number, promise)?, fewer.standing(number, promise)?);
    Some(Loss {
        number,
        change: promise.depth(without.value) - promise.depth(with.value),
        breaks: with.slack >= 0.0 && without.slack < 0.0,
        own: promise.periods(&trials.periods).contains(&place.period),
    })
}
