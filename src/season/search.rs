//! The search: hires of least expected cost, simulated, and corrected until the promises hold as often as stated.

use super::hiring::HiringPlan;
use super::level::{Levels, depth_of, for_search};
use super::missing::{Missing, missing};
use super::programme::{Effort, Solved, Unsolved, solve};
use super::proof::Proof;
use super::seasons::{Season, Simulator, Standing, standings};
use super::setting::Hired;
use crate::planner::Interrupted;
use crate::scenario::HiringClass;

/// What is asked of a season plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Options {
    /// The chance with which every promise of a week is to be kept, in each week.
    pub probability: f64,
    /// How sure that must be of all weeks together.
    pub confidence: f64,
    /// Fresh seasons of the confirmation.
    pub seasons: u32,
}

impl Options {
    /// Seasons on which a plan is tried in the search.
    #[must_use]
    pub fn trial(&self) -> u32 {
        (self.seasons / 4).max(FEWEST)
    }

    /// Seasons on which changes and other probabilities are tried.
    #[must_use]
    pub fn compared(&self) -> u32 {
        (self.seasons / 4).max(ENOUGH).min(self.seasons)
    }

    /// Seasons on which a level of staffing is tried.
    #[must_use]
    pub fn look(&self) -> u32 {
        (self.seasons / 16).max(FEWEST)
    }
}

/// Fewest seasons that say anything.
const FEWEST: u32 = 20;
/// Seasons that tell changes apart.
const ENOUGH: u32 = 100;

/// A plan, with what it rests on.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who is hired when.
    pub plan: HiringPlan,
    /// The solution of each group that can hire.
    pub solved: Vec<Solved>,
    /// Where each week stands on the seasons on which it was tried last.
    pub standings: Vec<Standing>,
    /// Its mean cost on these.
    pub cost: f64,
}

/// Rounds of solving, simulating and correcting.
const ROUNDS: u32 = 10;
/// Further rounds where nothing has held yet.
const LATE: u32 = 8;
/// Nodes of the search tree, and the gap that ends it.
const EFFORT: Effort = Effort { nodes: 4000, gap: 1e-3 };
/// Least and largest step of a week's level in one round.
const STEPS: (f64, f64) = (0.01, 0.3);
/// Standard deviations more than asked from which a week's need is lowered.
const ROOM: f64 = 0.25;
/// A week whose people at work exceed its need by no more than this share is bound by it.
const BOUND: f64 = 0.02;

/// Solves and simulates plans.
pub struct Search<'a> {
    pub(super) simulator: &'a Simulator<'a>,
    pub(super) levels: &'a Levels,
    pub(super) proof: Proof,
    trial: u32,
}

impl<'a> Search<'a> {
    /// A search that rests on these levels.
    #[must_use]
    pub fn new(simulator: &'a Simulator<'a>, levels: &'a Levels, options: Options) -> Self {
        Self { simulator, levels, proof: Proof::new(options, simulator.setting.weeks.len()), trial: options.trial() }
    }

    /// The cheapest plan that was found to keep every week's promises as often as it takes to prove them.
    ///
    /// # Errors
    /// When the user wants to stop; inside, what is missing.
    pub fn run(&self) -> Result<Result<(Candidate, u32), Missing>, Interrupted> {
        let mut level = match self.first_levels() {
            Ok(level) => level,
            Err(missing) => return Ok(Err(*missing)),
        };
        let mut best: Option<Candidate> = None;
        let mut rounds = 0;
        while rounds < if best.is_some() { ROUNDS } else { ROUNDS + LATE } {
            rounds += 1;
            let candidate = match self.candidate(&level)? {
                Ok(candidate) => candidate,
                Err(missing) if best.is_none() => return Ok(Err(missing)),
                Err(_) => break,
            };
            let missed = self.missed(&candidate.standings);
            let before = level.clone();
            if missed.is_empty() {
                self.lower(&mut level, &candidate);
                if best.as_ref().is_none_or(|best| candidate.cost < best.cost) {
                    best = Some(candidate);
                }
            } else {
                self.raise(&mut level, &candidate, &missed, self.proof.aim);
            }
            if level == before {
                break;
            }
        }
        Ok(match best {
            Some(best) => Ok((best, rounds)),
            None => self.candidate(&level)?.map(|last| (last, rounds)),
        })
    }

    /// What the levels say, before anything is known of people.
    fn first_levels(&self) -> Result<Vec<f64>, Box<Missing>> {
        let depth = depth_of(self.proof.aim);
        let weeks = self.simulator.setting.weeks.len();
        let level: Vec<Option<f64>> = (0..weeks).map(|week| self.levels.at(week, depth)).collect();
        let never: Vec<usize> = (0..weeks).filter(|week| level[*week].is_none()).collect();
        if never.is_empty() {
            Ok(level.into_iter().flatten().collect())
        } else {
            Err(Box::new(Missing::of_promises(never)))
        }
    }

    /// The cheapest plan for some levels, simulated; or what is missing.
    ///
    /// # Errors
    /// When the user wants to stop.
    fn candidate(&self, level: &[f64]) -> Result<Result<Candidate, Missing>, Interrupted> {
        let (plan, solved) = match self.plan(level) {
            Ok(found) => found,
            Err(missing) => return Ok(Err(*missing)),
        };
        self.simulator.begin("hiring plans");
        let setting = self.simulator.setting;
        let seasons = self.simulator.seasons(&plan.staffed(setting, &for_search(setting.scenario)), 0..self.trial)?;
        let cost = mean_cost(&seasons);
        Ok(Ok(Candidate { standings: standings(setting, &seasons), plan, solved, cost }))
    }

    /// The cheapest plan for some levels, by the programme.
    ///
    /// # Errors
    /// What is missing.
    pub(super) fn plan(&self, level: &[f64]) -> Result<(HiringPlan, Vec<Solved>), Box<Missing>> {
        let setting = self.simulator.setting;
        let mut plan = HiringPlan::nobody(setting, level.to_vec());
        let mut all = Vec::new();
        for hired in &setting.hired {
            let instance = hired.instance(setting, level);
            match solve(&instance, EFFORT) {
                Ok(solved) => {
                    plan.classes[hired.group] = classes(setting, hired, &solved);
                    all.push(solved);
                }
                Err(Unsolved::Missing(hours)) => return Err(Box::new(missing(setting, hired, level, hours))),
                Err(Unsolved::Solver(sentence)) => return Err(Box::new(Missing::of_solver(sentence))),
            }
        }
        Ok((plan, all))
    }

    /// The weeks whose promises are kept too seldom to be proven.
    fn missed(&self, standings: &[Standing]) -> Vec<usize> {
        (0..standings.len()).filter(|week| standings[*week].share() < self.proof.aim).collect()
    }

    /// Asks for more in some weeks, so that so large a share of seasons keeps their promises: as much as their depth lacks, and
    /// beyond what was there.
    pub(super) fn raise(&self, level: &mut [f64], candidate: &Candidate, weeks: &[usize], aim: f64) {
        for week in weeks {
            let lacks = depth_of(aim) - seen(&candidate.standings[*week]);
            let step = (lacks / self.levels.slope(*week, level[*week])).clamp(STEPS.0, STEPS.1);
            level[*week] = level[*week].max(self.there(candidate, *week)) + step;
        }
    }

    /// Asks for less in weeks that bind and have room: half of the room, since weeks hang together.
    fn lower(&self, level: &mut [f64], candidate: &Candidate) {
        for (week, own) in level.iter_mut().enumerate() {
            let room = seen(&candidate.standings[week]) - depth_of(self.proof.aim);
            if room > ROOM && self.there(candidate, week) < *own * (1.0 + BOUND) {
                *own -= (0.5 * room / self.levels.slope(week, *own)).clamp(STEPS.0, STEPS.1);
            }
        }
    }

    /// Hours that are expected at work in a week over those that the formula asks for.
    fn there(&self, candidate: &Candidate, week: usize) -> f64 {
        let setting = self.simulator.setting;
        let (mut there, mut asked) = (0.0, 0.0);
        for (hired, solved) in setting.hired.iter().zip(&candidate.solved) {
            let instance = hired.instance(setting, &candidate.plan.level);
            there += instance.hours(solved, week);
            asked += hired.hours[week];
        }
        if asked > 0.0 { there / asked } else { 0.0 }
    }
}

/// How deep a week's promises are kept, by its figures or by the seasons that keep them, whichever is less.
fn seen(standing: &Standing) -> f64 {
    let n = f64::from(standing.seasons.max(1));
    standing.depth.min(depth_of(standing.share().clamp(0.5 / n, 1.0 - 0.5 / n)))
}

/// The mean cost of some seasons.
#[must_use]
pub(super) fn mean_cost(seasons: &[Season]) -> f64 {
    seasons.iter().map(|season| season.cost().total()).sum::<f64>() / seasons.len() as f64
}

fn classes(setting: &super::Setting<'_>, hired: &Hired, solved: &Solved) -> Vec<HiringClass> {
    let chosen = hired.choices.iter().zip(&solved.people).filter(|(_, people)| **people > 0);
    let class = |((choice, _), people): (&(super::Choice, super::Cohort), &u32)| HiringClass {
        day: setting.weeks[choice.week].start,
        people: *people,
        terms: choice.terms,
    };
    chosen.map(class).collect()
}
