//! Simulating what was scheduled, and scheduling again what it misses.

use super::instance::{Instance, Person};
use super::setting::Setting;
use super::solve::{Effort, End, Solved, solve_from};
use crate::kpi::Subject;
use crate::planner::{Evidence, Interrupted, Promise, Trials};
use crate::scenario::{Scenario, Shift};
use crate::stats::student_quantile;

/// How sure the promises must be.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// Confidence that all promises hold at once.
    pub confidence: f64,
    /// Replications of the first look.
    pub replications: u32,
    /// Most replications of a look.
    pub most_replications: u32,
    /// Most looks.
    pub rounds: u32,
}

impl Default for Goal {
    fn default() -> Self {
        Self { confidence: 0.95, replications: 400, most_replications: 12_800, rounds: 25 }
    }
}

/// A schedule, and what simulation says of it.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// What is covered: people needed by group and interval of the horizon, absence not counted.
    pub need: Vec<Vec<u32>>,
    /// The instance of each group that has contracts.
    pub instances: Vec<Option<Instance>>,
    /// Its roster.
    pub solved: Vec<Option<Solved>>,
    /// The last look, on days that no other look has seen.
    pub evidence: Evidence,
    /// Standard errors by which every promise has to be kept.
    pub errors: f64,
    /// Numbers of the promises that could not be shown to hold.
    pub unproven: Vec<usize>,
    /// Looks taken.
    pub rounds: u32,
}

/// Why there is no schedule.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Trouble {
    /// The user wanted to stop.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
    /// The programme could not be solved.
    #[error("the programme of {group} cannot be solved: {reason}")]
    Programme {
        /// The agent group.
        group: String,
        /// What the solver said.
        reason: String,
    },
    /// Need that nobody can cover.
    #[error("the need of {} cannot be covered", shortage.group)]
    Short {
        /// What is missing.
        shortage: Shortage,
    },
}

/// Need that the shifts and contracts of a group cannot cover.
#[derive(Clone, Debug)]
pub struct Shortage {
    /// The agent group.
    pub group: String,
    /// Intervals with people missing: interval of the horizon, people scheduled, people needed on the schedule.
    pub gaps: Vec<(usize, u32, u32)>,
    /// Whether no roster could do it, which the relaxation proves; otherwise none was found.
    pub proven: bool,
}

/// Schedules what is needed, simulates it, and raises the need until every promise holds on fresh days.
///
/// # Errors
/// Where the need cannot be covered, the programme fails, or the user stops.
pub fn schedule(
    setting: &Setting<'_>,
    trials: &Trials<'_>,
    need: Vec<Vec<u32>>,
    effort: Effort,
    goal: Goal,
    watch: &mut dyn FnMut(&str, &Solved) -> bool,
) -> Result<Schedule, Trouble> {
    let groups = need.len();
    let mut work = Work { setting, trials, effort, need, instances: vec![None; groups], solved: vec![None; groups] };
    (0..groups).try_for_each(|group| work.solve(group, watch))?;
    let (mut size, mut round) = (goal.replications, 1);
    loop {
        let (evidence, errors) = look(trials, &work.staffed(), goal.confidence, size, round)?;
        let unproven = unproven(trials, &evidence, errors);
        let missed = unproven.iter().any(|number| slack(trials, &evidence, *number) < 0.0);
        let raises = missed || size >= goal.most_replications;
        let stuck = raises && work.places(&evidence, &unproven).is_empty();
        if unproven.is_empty() || stuck || round == goal.rounds {
            let Work { need, instances, solved, .. } = work;
            return Ok(Schedule { need, instances, solved, evidence, errors, unproven, rounds: round });
        }
        if raises {
            work.raise(&evidence, &unproven, watch)?;
        } else {
            size = size.saturating_mul(4).min(goal.most_replications);
        }
        round += 1;
    }
}

/// Holds a roster against the promises: the evidence, the standard errors that count, and what is not kept.
///
/// # Errors
/// When the user wants to stop.
pub fn judge_roster(
    trials: &Trials<'_>,
    staffed: &Scenario,
    goal: Goal,
) -> Result<(Evidence, f64, Vec<usize>), Interrupted> {
    let (evidence, errors) =
        look(trials, staffed, goal.confidence, goal.replications.max(goal.most_replications / 8), 1)?;
    let unproven = unproven(trials, &evidence, errors);
    Ok((evidence, errors, unproven))
}

/// The first replication of looks at schedules: searches for staff use those below.
const FRESH: u32 = 7 << 29;
/// Replications set apart for each look.
const APART: u32 = 1 << 20;

/// A look at fresh days, and the standard errors by which promises must be kept so that all together are wrongly
/// confirmed with at most the probability left to the round (Bonferroni over promises, halving over rounds).
fn look(
    trials: &Trials<'_>,
    staffed: &Scenario,
    confidence: f64,
    size: u32,
    round: u32,
) -> Result<(Evidence, f64), Interrupted> {
    let first = FRESH + APART * round;
    let evidence = trials.judge(staffed, first..first + size.min(APART))?;
    let alpha = (1.0 - confidence) / f64::from(1_u32 << round.min(30)) / trials.promises.len().max(1) as f64;
    let errors = student_quantile(1.0 - alpha, size.saturating_sub(1).max(1));
    Ok((evidence, errors))
}

fn unproven(trials: &Trials<'_>, evidence: &Evidence, errors: f64) -> Vec<usize> {
    let holds = |(number, promise): &(usize, &Promise)| {
        evidence.standing(*number, promise).is_none_or(|standing| standing.holds(errors))
    };
    trials.promises.iter().enumerate().filter(|one| !holds(one)).map(|(number, _)| number).collect()
}

fn slack(trials: &Trials<'_>, evidence: &Evidence, number: usize) -> f64 {
    evidence.standing(number, &trials.promises[number]).map_or(0.0, |standing| standing.slack)
}

/// The need and the rosters that cover it.
struct Work<'a> {
    setting: &'a Setting<'a>,
    trials: &'a Trials<'a>,
    effort: Effort,
    need: Vec<Vec<u32>>,
    instances: Vec<Option<Instance>>,
    solved: Vec<Option<Solved>>,
}

impl Work<'_> {
    fn solve(&mut self, group: usize, watch: &mut dyn FnMut(&str, &Solved) -> bool) -> Result<(), Trouble> {
        let name = &self.setting.scenario.groups[group].name;
        let instance = self.setting.instance(group, &self.need[group]);
        if instance.terms.is_empty() {
            let short = self.need[group].iter().any(|need| *need > 0);
            return if short { Err(self.shortage(group, &instance, &[], true)) } else { Ok(()) };
        }
        let before: Option<Vec<Person>> = self.solved[group].take().map(|solved| solved.people);
        // A corrected roster begins near its end.
        let rounds = if before.is_some() { self.effort.rounds.div_ceil(4) } else { self.effort.rounds };
        let effort = Effort { rounds, ..self.effort };
        let solved = solve_from(&instance, before, effort, &mut |solved| watch(name, solved));
        let solved = solved.map_err(|reason| Trouble::Programme { group: name.clone(), reason })?;
        if solved.missing > 0 {
            return Err(self.shortage(group, &instance, &solved.people, solved.end == End::Infeasible));
        }
        self.instances[group] = Some(instance);
        self.solved[group] = Some(solved);
        Ok(())
    }

    fn shortage(&self, group: usize, instance: &Instance, people: &[Person], proven: bool) -> Trouble {
        let presence = instance.presence(people);
        let per_interval = instance.horizon() / self.need[group].len().max(1);
        let intervals = instance.need.chunks(per_interval).zip(presence.chunks(per_interval)).enumerate();
        let gap = |(interval, (need, there)): (usize, (&[u32], &[u32]))| {
            let worst = need.iter().zip(there).max_by_key(|(need, there)| need.saturating_sub(**there))?;
            (worst.0 > worst.1).then_some((interval, *worst.1, *worst.0))
        };
        let gaps = intervals.filter_map(gap).collect();
        Trouble::Short { shortage: Shortage { group: self.setting.scenario.groups[group].name.clone(), gaps, proven } }
    }

    fn staffed(&self) -> Scenario {
        let shifts = self.instances.iter().zip(&self.solved).map(|(instance, solved)| match (instance, solved) {
            (Some(instance), Some(solved)) => self.setting.shifts(instance, &solved.people),
            _ => Vec::new(),
        });
        self.setting.staffed(&shifts.collect::<Vec<Vec<Shift>>>())
    }

    /// Raises the need where promises are not kept, and covers it anew.
    fn raise(
        &mut self,
        evidence: &Evidence,
        unproven: &[usize],
        watch: &mut dyn FnMut(&str, &Solved) -> bool,
    ) -> Result<(), Trouble> {
        let present = self.present();
        let mut raised = vec![false; self.need.len()];
        for place in self.places(evidence, unproven) {
            let need = &mut self.need[place.0][place.1];
            // What is there already did not do: the need is above it.
            let enough =
                (present[place.0][place.1] * (1.0 - self.setting.scenario.groups[place.0].absence)).floor() as u32;
            *need = (*need).max(enough) + 1;
            raised[place.0] = true;
        }
        let groups: Vec<usize> = (0..raised.len()).filter(|group| raised[*group]).collect();
        groups.into_iter().try_for_each(|group| self.solve(group, watch))
    }

    /// Fewest people scheduled within each interval, by group.
    fn present(&self) -> Vec<Vec<f64>> {
        let least = |(group, instance): (usize, &Option<Instance>)| match (instance, &self.solved[group]) {
            (Some(instance), Some(solved)) => {
                let presence = instance.presence(&solved.people);
                let per_interval = presence.len() / self.need[group].len().max(1);
                presence.chunks(per_interval).map(|steps| f64::from(steps.iter().copied().min().unwrap_or(0))).collect()
            }
            _ => vec![0.0; self.need[group].len()],
        };
        self.instances.iter().enumerate().map(least).collect()
    }

    /// Groups and intervals of the horizon in which one more is needed: for each promise those it speaks of; of a
    /// whole day, the half of it that needs most people.
    fn places(&self, evidence: &Evidence, unproven: &[usize]) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for &number in unproven {
            let promise = &self.trials.promises[number];
            // Only what is missed, or nearly so, is raised while something is missed.
            let Some(group) = self.able(promise) else { continue };
            if slack(self.trials, evidence, number) > 0.0
                && unproven.iter().any(|n| slack(self.trials, evidence, *n) < 0.0)
            {
                continue;
            }
            let periods = promise.periods(&self.trials.periods);
            let intervals: Vec<usize> = periods.flat_map(|period| self.trials.periods.intervals_of(period)).collect();
            let busiest = intervals.iter().map(|interval| self.need[group][*interval]).max().unwrap_or(0);
            let busy = |interval: &&usize| intervals.len() == 1 || 2 * self.need[group][**interval] > busiest;
            places.extend(intervals.iter().filter(busy).map(|interval| (group, *interval)));
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The group that is to have one more: the one itself, or of those that take a type the one that takes it first.
    fn able(&self, promise: &Promise) -> Option<usize> {
        let kind = match promise.subject {
            Subject::Group(group) => return Some(group),
            Subject::Contact(kind) => kind,
            Subject::Centre => return None,
        };
        let groups = self.setting.scenario.groups.iter().enumerate();
        let level =
            |group: &crate::scenario::AgentGroup| group.skills.iter().find(|s| s.contact == kind).map(|s| s.level);
        let able =
            groups.filter_map(|(index, group)| Some((level(group)?, index))).filter(|(_, g)| self.solved[*g].is_some());
        able.min().map(|(_, group)| group)
    }
}
