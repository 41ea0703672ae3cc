//! The agents that formulas ask for through the day, to stand beside those who are there.

mod coming;
mod mix;

use rayon::prelude::*;

use super::demand;
use super::formulas::{enough, groups_of, sets, together};
use super::reach::Reach;
use super::{Method, Periods};
use crate::kpi::{Interval, ScenarioResult};
use crate::scenario::{Length, Scenario, Target};
use coming::coming;
use mix::{Condition, fewest};

/// Writes down beside the staff of each interval how many agents the offered load and queueing formulas ask for to keep
/// the targets, averaged over the days as far as they are measured. Nothing more is simulated, and no limit of a group
/// counts. Formulas know no customers who call again or are passed on: those are added as they came in the simulation.
///
/// A group that shares no work needs what the formula says. Of groups that do, for every set of contact types as many
/// must be able to handle one of them as the formula asks for if they stood together: the fewest agents are taken with
/// which that is so, in nearly the mix in which they are there.
///
/// Where formulas know no answer there is no need: in a study by duration, and for groups that handle, or share work with
/// one that handles, a type that promises neither a service level nor abandonment nor speed of answer, or work that can
/// wait (e-mail and the like), which needs nobody in the very interval in which it comes.
pub fn add_need(result: &mut ScenarioResult, scenario: &Scenario) {
    if !matches!(scenario.horizon.length, Length::Days(_)) {
        return;
    }
    // Figures by interval of the day are means over days, of whose hours one more or less is no matter.
    let even = Scenario { horizon: scenario.horizon.with_even_days(), ..scenario.clone() };
    let scenario = &even;
    let circles = circles(scenario, result);
    let Some(intervals) = &mut result.intervals else { return };
    for circle in circles {
        let mixes = mixes(scenario, &circle, intervals);
        for (place, interval) in intervals.iter_mut().enumerate() {
            let Some(agents) = circle.agents(&mixes, place) else { continue };
            for (group, need) in circle.groups.iter().zip(agents) {
                let there = interval.agents.get_mut(&scenario.groups[*group].name);
                there.into_iter().for_each(|there| there.need = Some(need));
            }
        }
    }
}

/// Groups that share work, directly or through others.
struct Circle {
    groups: Vec<usize>,
    asked: Vec<Asked>,
}

/// What a formula asks for a set of contact types.
struct Asked {
    /// The groups that have it, by their place in the circle.
    groups: Vec<usize>,
    /// How many agents of them, by interval of the day.
    agents: Vec<f64>,
}

/// The circles of whose work formulas know enough.
fn circles(scenario: &Scenario, result: &ScenarioResult) -> Vec<Circle> {
    let periods = Periods::new(scenario);
    let reach = Reach::new(scenario, &periods);
    let known = |group: &usize| scenario.groups[*group].skills.iter().all(|skill| is_known(scenario, skill.contact));
    let told: Vec<Vec<usize>> = reach.circles().into_iter().filter(|groups| groups.iter().all(known)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let coming: Vec<Vec<f64>> =
        (0..scenario.contacts.len()).map(|kind| coming(scenario, &periods, result, kind)).collect();
    let sets = sets(scenario, &reach);
    let circle = |groups: Vec<usize>| {
        let asked = |kinds: &Vec<usize>| {
            let able = groups_of(scenario, kinds);
            let able: Vec<usize> = (0..groups.len()).filter(|place| able.contains(&groups[*place])).collect();
            (!able.is_empty()).then(|| Asked { groups: able, agents: of_day(scenario, &periods, kinds, &coming) })
        };
        Circle { asked: sets.par_iter().filter_map(asked).collect(), groups }
    };
    told.into_iter().map(circle).collect()
}

/// Whether formulas know enough of a contact type.
fn is_known(scenario: &Scenario, kind: usize) -> bool {
    let contact = &scenario.contacts[kind];
    let promised = |target: Target| target.answer.is_some() || target.abandon.is_some() || target.asa.is_some();
    contact.target.is_some_and(promised) && !contact.channel.is_deferred()
}

/// What the formula asks for some types by interval of the day: the mean over the days, as far as they are measured.
fn of_day(scenario: &Scenario, periods: &Periods, kinds: &[usize], coming: &[Vec<f64>]) -> Vec<f64> {
    let by_period = of_periods(scenario, periods, kinds, coming);
    let mean = |place: usize| {
        let days = || (place..periods.intervals).step_by(periods.per_day);
        let all: f64 = days().map(|interval| measured(scenario, periods, interval)).sum();
        let agents = days().map(|i| measured(scenario, periods, i) * f64::from(by_period[i % periods.count]));
        if all > 0.0 { agents.sum::<f64>() / all } else { 0.0 }
    };
    (0..periods.per_day).map(mean).collect()
}

/// The part of an interval of the horizon that is measured.
fn measured(scenario: &Scenario, periods: &Periods, interval: usize) -> f64 {
    let end = (interval + 1) as f64 * periods.seconds;
    ((end - scenario.horizon.warm_up.get()) / periods.seconds).clamp(0.0, 1.0)
}

/// What the formula asks for some types in each period. Nobody is needed where nobody comes: what was begun before is
/// finished all the same.
fn of_periods(scenario: &Scenario, periods: &Periods, kinds: &[usize], coming: &[Vec<f64>]) -> Vec<u32> {
    let rates: Vec<Vec<f64>> = coming
        .iter()
        .enumerate()
        .map(|(kind, of_kind)| {
            let contact = &scenario.contacts[kind];
            let of_period = |(p, rate): (usize, &f64)| rate * demand::pace(scenario, periods, kind, p);
            let work = of_kind.iter().enumerate().map(of_period).collect();
            Method::OfferedLoad.rates(work, contact.mean_handle(), periods)
        })
        .collect();
    // The square-root law: from one period to the next the margin over the load is nearly in the same proportion.
    let mut margin = 1.0;
    let of_period = |period: usize| {
        let now: Vec<f64> =
            rates.iter().zip(coming).map(|(r, c)| if c[period] > 0.0 { r[period] } else { 0.0 }).collect();
        let pace = |kind| demand::pace(scenario, periods, kind, period);
        let Some((queue, goal)) = together(scenario, kinds, &now, pace) else { return 0 };
        let (load, enough) = (queue.load(), enough(&queue));
        let agents = queue.least_agents_near(load + margin * load.sqrt(), &goal, enough).unwrap_or(enough);
        margin = (f64::from(agents) - load) / load.sqrt();
        agents
    };
    (0..periods.count).map(of_period).collect()
}

/// Who is there of a circle's groups, by interval of the day.
fn mixes(scenario: &Scenario, circle: &Circle, intervals: &[Interval]) -> Vec<Vec<f64>> {
    let staff = |interval: &Interval| {
        let of = |group: &usize| interval.agents.get(&scenario.groups[*group].name).map_or(0.0, |agents| agents.staff);
        circle.groups.iter().map(of).collect()
    };
    intervals.iter().map(staff).collect()
}

impl Circle {
    /// Agents by group in an interval of the day.
    fn agents(&self, mixes: &[Vec<f64>], place: usize) -> Option<Vec<f64>> {
        let conditions: Vec<Condition> = self.asked.iter().map(|asked| asked.condition(place)).collect();
        if let [_] = self.groups[..] {
            return Some(vec![conditions.iter().map(|condition| condition.least).fold(0.0, f64::max)]);
        }
        let over_the_day = (0..self.groups.len()).map(|group| mixes.iter().map(|mix| mix[group]).sum()).collect();
        let alike = vec![1.0; self.groups.len()];
        let somebody = |mix: &&Vec<f64>| mix.iter().sum::<f64>() > 0.0;
        let mix = [&mixes[place], &over_the_day, &alike].into_iter().find(somebody)?;
        fewest(mix, &conditions)
    }
}

impl Asked {
    fn condition(&self, place: usize) -> Condition {
        Condition { groups: self.groups.clone(), least: self.agents[place] }
    }
}
