//! Simulating what was scheduled, and scheduling again what it misses.

use super::instance::Instance;
use super::programme::Unsolved;
use super::raise::Work;
use super::setting::Setting;
use super::solve::{Effort, Solved};
use crate::planner::{Evidence, Interrupted, Promise, Trials};
use crate::scenario::Scenario;

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
    /// Intervals, over all groups, in which more is covered than was needed at first.
    pub raised: usize,
    /// Why the last raise that could not be covered was given up.
    pub stopped: Option<Trouble>,
}

/// Why there is no schedule.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Trouble {
    /// The user wanted to stop.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
    /// The programme could not be solved.
    #[error("no roster for {group}: {reason}")]
    Programme {
        /// The agent group.
        group: String,
        /// Why.
        reason: Unsolved,
    },
    /// Need that nobody can cover.
    #[error("the need of {} cannot be covered", shortage.group)]
    Short {
        /// What is missing.
        shortage: Shortage,
    },
}

/// Need that the shifts and contracts of a group do not cover.
#[derive(Clone, Debug)]
pub struct Shortage {
    /// The agent group.
    pub group: String,
    /// Intervals with people missing: interval of the horizon, people scheduled, people needed on the schedule.
    pub gaps: Vec<(usize, u32, u32)>,
    /// How sure it is that no roster could do it.
    pub lack: Lack,
}

/// Why a need is not covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// No roster could do it, which the relaxation proves.
    Proven,
    /// None was found.
    NotFound,
    /// None was found before the time was over.
    Time,
}

/// People needed, absence not counted.
#[derive(Clone, Debug)]
pub struct Need {
    /// By group and interval of the horizon.
    pub staff: Vec<Vec<u32>>,
    /// Whether all of it must be covered; otherwise it is where to begin, and other groups may do what one cannot.
    pub firm: bool,
}

/// What happens in the search for the roster of a group.
#[derive(Clone, Copy, Debug)]
pub enum Step<'a> {
    /// A search begins, with time of its own.
    Begins,
    /// A roster was looked at.
    Seen(&'a Solved),
}

/// Is told of every step for a group, and says whether to go on.
pub type Watcher<'a> = dyn FnMut(&str, Step<'_>) -> bool + 'a;

/// Schedules what is needed, simulates it, and raises the need until every promise holds on fresh days, or as far as the
/// groups that could do more can be raised.
///
/// # Errors
/// Where the first need cannot be covered, the programme fails, or the user stops.
pub fn schedule(
    setting: &Setting<'_>,
    trials: &Trials<'_>,
    need: Need,
    effort: Effort,
    goal: Goal,
    watch: &mut Watcher<'_>,
) -> Result<Schedule, Trouble> {
    let mut work = Work::begin(setting, trials, effort, need, watch)?;
    let (mut size, mut round) = (goal.replications, 1);
    loop {
        let (evidence, errors) = look(trials, &work.staffed(), goal.confidence, size, round)?;
        let unproven = unproven(trials, &evidence, errors);
        let missed = unproven.iter().any(|number| slack(trials, &evidence, *number) < 0.0);
        let raises = missed || size >= goal.most_replications;
        let over = unproven.is_empty() || round == goal.rounds;
        if over || (raises && !work.raise(&evidence, &unproven, goal.rounds - round, watch)?) {
            return Ok(work.schedule(evidence, errors, unproven, round));
        }
        size = if raises { size } else { size.saturating_mul(4).min(goal.most_replications) };
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

/// A look at fresh days, and the standard errors by which promises must be kept in its round.
fn look(
    trials: &Trials<'_>,
    staffed: &Scenario,
    confidence: f64,
    size: u32,
    round: u32,
) -> Result<(Evidence, f64), Interrupted> {
    let first = FRESH + APART * round;
    let evidence = trials.judge(staffed, first..first + size.min(APART))?;
    let errors = evidence.proof_errors(&trials.promises, confidence, round);
    Ok((evidence, errors))
}

fn unproven(trials: &Trials<'_>, evidence: &Evidence, errors: f64) -> Vec<usize> {
    let holds = |(number, promise): &(usize, &Promise)| {
        evidence.standing(*number, promise).is_none_or(|standing| standing.holds(errors))
    };
    trials.promises.iter().enumerate().filter(|one| !holds(one)).map(|(number, _)| number).collect()
}

pub(super) fn slack(trials: &Trials<'_>, evidence: &Evidence, number: usize) -> f64 {
    evidence.standing(number, &trials.promises[number]).map_or(0.0, |standing| standing.slack)
}
