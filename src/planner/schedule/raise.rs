//! Covering more than was needed, where promises are not kept.

use super::correct::{Lack, Need, Schedule, Shortage, Step, Trouble, Watcher, slack};
use super::instance::{Instance, Person};
use super::setting::Setting;
use super::solve::{Effort, End, Solved, solve_from};
use crate::kpi::Subject;
use crate::planner::{Evidence, Promise, Trials};
use crate::scenario::{AgentGroup, Hours, Scenario, Shift};

/// The need and the rosters that cover it.
pub(super) struct Work<'a> {
    setting: &'a Setting<'a>,
    trials: &'a Trials<'a>,
    effort: Effort,
    /// As it was at first.
    first: Vec<Vec<u32>>,
    need: Vec<Vec<u32>>,
    instances: Vec<Option<Instance>>,
    solved: Vec<Option<Solved>>,
    /// Groups that cannot do more for a promise: group, number of the promise, whether only where nobody is.
    spent: Vec<(usize, usize, bool)>,
    /// How far each promise was kept when more was last done for it, and by whom.
    before: Vec<Option<(usize, f64)>>,
    stopped: Option<Trouble>,
}

/// One more person for a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Raise {
    group: usize,
    promise: usize,
    /// Whether it is for an interval in which nobody is there at all.
    bare: bool,
    interval: usize,
}

impl<'a> Work<'a> {
    /// Covers the need for the first time.
    pub(super) fn begin(
        setting: &'a Setting<'a>,
        trials: &'a Trials<'a>,
        effort: Effort,
        need: Need,
        watch: &mut Watcher<'_>,
    ) -> Result<Self, Trouble> {
        let groups = need.staff.len();
        let mut work = Self {
            setting,
            trials,
            effort,
            first: need.staff.clone(),
            need: need.staff,
            instances: vec![None; groups],
            solved: vec![None; groups],
            spent: Vec::new(),
            before: vec![None; trials.promises.len()],
            stopped: None,
        };
        for group in 0..groups {
            match work.solve(group, watch) {
                Err(Trouble::Short { shortage }) if !need.firm => {
                    work.lower(group, &shortage);
                    work.stopped = Some(Trouble::Short { shortage });
                    work.solve(group, watch)?;
                }
                other => other?,
            }
        }
        Ok(work)
    }

    /// Needs no more of a group than it can do; others may do the rest.
    fn lower(&mut self, group: usize, shortage: &Shortage) {
        let there = 1.0 - self.setting.scenario.groups[group].absence;
        for (interval, scheduled, _) in &shortage.gaps {
            self.need[group][*interval] = (f64::from(*scheduled) * there + 1e-9).floor() as u32;
        }
    }

    /// The schedule as it stands.
    pub(super) fn schedule(self, evidence: Evidence, errors: f64, unproven: Vec<usize>, rounds: u32) -> Schedule {
        let pairs = self.need.iter().flatten().zip(self.first.iter().flatten());
        let raised = pairs.filter(|(now, first)| now > first).count();
        let Self { need, instances, solved, stopped, .. } = self;
        Schedule { need, instances, solved, evidence, errors, unproven, rounds, raised, stopped }
    }

    fn solve(&mut self, group: usize, watch: &mut Watcher<'_>) -> Result<(), Trouble> {
        let name = &self.setting.scenario.groups[group].name;
        let instance = self.setting.instance(group, &self.need[group]);
        if instance.terms.is_empty() {
            let short = self.need[group].iter().any(|need| *need > 0);
            return if short { Err(self.shortage(group, &instance, &[], Lack::Proven)) } else { Ok(()) };
        }
        let before: Option<Vec<Person>> = self.solved[group].as_ref().map(|solved| solved.people.clone());
        // A corrected roster begins near its end.
        let rounds = if before.is_some() { self.effort.rounds.div_ceil(4) } else { self.effort.rounds };
        let effort = Effort { rounds, ..self.effort };
        watch(name, Step::Begins);
        let solved = solve_from(&instance, before, effort, &mut |solved| watch(name, Step::Seen(solved)));
        let solved = solved.map_err(|reason| Trouble::Programme { group: name.clone(), reason })?;
        if solved.missing > 0 || !instance.faults(&solved.people).is_empty() {
            let lack = match solved.end {
                End::Infeasible => Lack::Proven,
                End::Time => Lack::Time,
                _ => Lack::NotFound,
            };
            return Err(self.shortage(group, &instance, &solved.people, lack));
        }
        self.instances[group] = Some(instance);
        self.solved[group] = Some(solved);
        Ok(())
    }

    fn shortage(&self, group: usize, instance: &Instance, people: &[Person], lack: Lack) -> Trouble {
        let presence = instance.presence(people);
        let per_interval = instance.horizon() / self.need[group].len().max(1);
        let intervals = instance.need.chunks(per_interval).zip(presence.chunks(per_interval)).enumerate();
        let gap = |(interval, (need, there)): (usize, (&[u32], &[u32]))| {
            let worst = need.iter().zip(there).max_by_key(|(need, there)| need.saturating_sub(**there))?;
            (worst.0 > worst.1).then_some((interval, *worst.1, *worst.0))
        };
        let gaps = intervals.filter_map(gap).collect();
        Trouble::Short { shortage: Shortage { group: self.setting.scenario.groups[group].name.clone(), gaps, lack } }
    }

    /// The scenario with the rosters as its staffing.
    pub(super) fn staffed(&self) -> Scenario {
        let shifts = self.instances.iter().zip(&self.solved).map(|(instance, solved)| match (instance, solved) {
            (Some(instance), Some(solved)) => self.setting.shifts(instance, &solved.people),
            _ => Vec::new(),
        });
        self.setting.staffed(&shifts.collect::<Vec<Vec<Shift>>>())
    }

    /// Where what was done last for a promise has gained so little that the rounds left would not do at that pace, the
    /// group is at its end: more people where enough are, perhaps, while nobody is there at other times.
    fn give_up(&mut self, evidence: &Evidence, unproven: &[usize], rounds: u32) {
        for &number in unproven {
            let Some(standing) = evidence.standing(number, &self.trials.promises[number]) else { continue };
            let Some((group, slack)) = self.before[number] else { continue };
            let gained = standing.slack - slack + NOISE * standing.error;
            if standing.slack < 0.0 && gained * f64::from(rounds) < -standing.slack {
                self.spent.push((group, number, false));
            }
        }
    }

    /// Raises the need where promises are not kept, and covers it anew; a group that cannot do more for a promise is
    /// followed by the next one that takes its contacts. False when nobody is left who could.
    pub(super) fn raise(
        &mut self,
        evidence: &Evidence,
        unproven: &[usize],
        rounds: u32,
        watch: &mut Watcher<'_>,
    ) -> Result<bool, Trouble> {
        self.give_up(evidence, unproven, rounds);
        loop {
            let raises = self.raises(evidence, unproven);
            if raises.is_empty() {
                return Ok(false);
            }
            let mut raised = false;
            for own in raises.chunk_by(|one, next| one.group == next.group) {
                // All promises at once if that can be done, or else each one that can.
                let whole = self.covers(own, watch)?;
                let singly = own.chunk_by(|one, next| one.promise == next.promise);
                let several = own[0].promise != own[own.len() - 1].promise;
                raised |= whole;
                for part in singly.filter(|_| !whole) {
                    if several && self.covers(part, watch)? {
                        raised = true;
                    } else {
                        self.spent.push((part[0].group, part[0].promise, part[0].bare));
                    }
                }
                for raise in own.iter().filter(|_| raised) {
                    let now = slack(self.trials, evidence, raise.promise);
                    self.before[raise.promise] = Some((raise.group, now)).filter(|_| !raise.bare);
                }
            }
            if raised {
                return Ok(true);
            }
        }
    }

    /// Raises the need of one group and covers it; where that cannot be done, all stays as it was.
    fn covers(&mut self, raises: &[Raise], watch: &mut Watcher<'_>) -> Result<bool, Trouble> {
        let group = raises[0].group;
        let present = self.present(group);
        let before = self.need[group].clone();
        let there = 1.0 - self.setting.scenario.groups[group].absence;
        let mut intervals: Vec<usize> = raises.iter().map(|raise| raise.interval).collect();
        intervals.sort_unstable();
        intervals.dedup();
        for interval in intervals {
            // What is there already did not do: the need is above it.
            let enough = (f64::from(present[interval]) * there + 1e-9).floor() as u32;
            self.need[group][interval] = before[interval].max(enough) + 1;
        }
        match self.solve(group, watch) {
            Ok(()) => Ok(true),
            Err(Trouble::Interrupted(interrupted)) => Err(interrupted.into()),
            Err(trouble) => {
                self.need[group] = before;
                self.stopped = Some(trouble);
                Ok(false)
            }
        }
    }

    /// Fewest people scheduled within each interval.
    fn present(&self, group: usize) -> Vec<u32> {
        let (Some(instance), Some(solved)) = (&self.instances[group], &self.solved[group]) else {
            return vec![0; self.need[group].len()];
        };
        let presence = instance.presence(&solved.people);
        let per_interval = presence.len() / self.need[group].len().max(1);
        presence.chunks(per_interval).map(|steps| steps.iter().copied().min().unwrap_or(0)).collect()
    }

    /// Where one more is needed: for each promise the intervals that it speaks of; of a whole day, the part of it that
    /// needs most people.
    fn raises(&self, evidence: &Evidence, unproven: &[usize]) -> Vec<Raise> {
        let missed = |number: &usize| slack(self.trials, evidence, *number) < 0.0;
        // Only what is missed, or nearly so, is raised while something is missed.
        let any = unproven.iter().any(missed);
        let meant = unproven.iter().filter(|number| !any || slack(self.trials, evidence, **number) <= 0.0);
        let present: Vec<Vec<u32>> = (0..self.need.len()).map(|group| self.present(group)).collect();
        let mut raises: Vec<Raise> = meant.flat_map(|promise| self.raises_for(*promise, &present)).collect();
        raises.sort_unstable();
        raises
    }

    /// First where nobody is there at all: more people at other times do nothing for those who come then.
    fn raises_for(&self, promise: usize, present: &[Vec<u32>]) -> Vec<Raise> {
        let meant = &self.trials.promises[promise];
        let open = self.open(meant);
        let takers = self.takers(meant);
        let nobody = |interval: &usize| takers.iter().all(|group| present[*group][*interval] == 0);
        let empty: Vec<usize> = open.iter().copied().filter(nobody).collect();
        let able = |bare: bool| {
            takers
                .iter()
                .find(|group| self.solved[**group].is_some() && !self.spent.contains(&(**group, promise, bare)))
        };
        let (bare, group, intervals) = match (able(true).filter(|_| !empty.is_empty()), able(false)) {
            (Some(group), _) => (true, *group, empty),
            (None, Some(group)) => (false, *group, self.busy(&takers, open)),
            (None, None) => return Vec::new(),
        };
        intervals.into_iter().map(|interval| Raise { group, promise, bare, interval }).collect()
    }

    /// The intervals of a promise in which its contacts can come.
    fn open(&self, promise: &Promise) -> Vec<usize> {
        let periods = promise.periods(&self.trials.periods);
        let mut intervals: Vec<usize> = periods.flat_map(|period| self.trials.periods.intervals_of(period)).collect();
        if let Subject::Contact(kind) = promise.subject {
            let hours = Hours::new(&self.setting.scenario.contacts[kind], &self.setting.scenario.horizon);
            let length = self.setting.scenario.horizon.interval.get();
            intervals.retain(|interval| {
                let from = *interval as f64 * length;
                hours.open_time(from, from + length) > 0.0
            });
        }
        intervals
    }

    /// Those intervals in which, over all groups that can do anything, more than half as many people are needed as ever.
    fn busy(&self, takers: &[usize], mut intervals: Vec<usize>) -> Vec<usize> {
        let needed = |interval: usize| takers.iter().map(|group| self.need[*group][interval]).sum::<u32>();
        let busiest = intervals.iter().map(|interval| needed(*interval)).max().unwrap_or(0);
        intervals.retain(|interval| busiest == 0 || 2 * needed(*interval) > busiest);
        intervals
    }

    /// Groups with contracts that a promise speaks of or that take its contacts: who takes them first, then who is paid
    /// least, comes first.
    fn takers(&self, promise: &Promise) -> Vec<usize> {
        let kind = match promise.subject {
            Subject::Group(group) => return vec![group],
            Subject::Contact(kind) => kind,
            Subject::Centre => return Vec::new(),
        };
        let level = |group: &AgentGroup| group.skills.iter().find(|s| s.contact == kind).map(|s| s.level);
        let groups = self.setting.scenario.groups.iter().enumerate();
        let mut takers: Vec<_> = groups
            .filter_map(|(index, group)| {
                let instance = self.instances[index].as_ref()?;
                let pay = instance.terms.iter().map(|terms| terms.pay).fold(f64::INFINITY, f64::min);
                Some((level(group)?, pay, index))
            })
            .collect();
        takers.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        takers.into_iter().map(|(.., group)| group).collect()
    }
}

/// Standard errors by which a gain may look smaller than it is.
const NOISE: f64 = 4.0;
