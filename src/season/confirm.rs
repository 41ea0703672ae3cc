//! The confirmation: a plan on seasons that the search has not seen.

use super::hiring::HiringPlan;
use super::level::{Levels, depth_of};
use super::missing::Missing;
use super::programme::Solved;
use super::search::{Candidate, Options, Search, mean_cost};
use super::seasons::{Season, Simulator, Standing, standings};
use crate::planner::Interrupted;

/// What came out.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// A plan, with its confirmation.
    Found(Box<Found>),
    /// No plan keeps the promises.
    Missing(Missing),
}

/// A plan, with its confirmation.
#[derive(Clone, Debug)]
pub struct Found {
    /// The plan.
    pub candidate: Candidate,
    /// What the search knows of the need of each week.
    pub levels: Levels,
    /// Rounds of the search.
    pub rounds: u32,
    /// How it stood the test.
    pub confirmation: Confirmation,
}

/// A plan on fresh seasons.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// The number of the first of these seasons.
    pub first: u32,
    /// The seasons.
    pub seasons: Vec<Season>,
    /// Rounds of fresh seasons until here.
    pub rounds: u32,
    /// Where each week stands.
    pub standings: Vec<Standing>,
    /// What the chance to keep the promises of each week exceeds.
    pub bounds: Vec<f64>,
    /// Weeks that are not proven.
    pub unproven: Vec<usize>,
}

/// The first fresh season; the search uses those below.
const FRESH: u32 = 1 << 26;
/// Most rounds, each on seasons of its own.
const ROUNDS: u32 = 8;

/// The hiring plan of least cost that keeps the promises of each week with the probability that is asked for.
///
/// # Errors
/// When the user wants to stop.
pub fn season(simulator: &Simulator<'_>, options: Options) -> Result<Outcome, Interrupted> {
    let levels = Levels::explore(simulator, options.look())?;
    let search = Search::new(simulator, &levels, options);
    let (mut candidate, rounds) = match search.run()? {
        Ok(found) => found,
        Err(missing) => return Ok(Outcome::Missing(missing)),
    };
    let mut confirmation = confirm(&search, &candidate.plan, options, 1)?;
    while !confirmation.unproven.is_empty() && confirmation.rounds < ROUNDS {
        candidate.standings.clone_from(&confirmation.standings);
        let Some((plan, solved)) = raised(&search, &candidate, &confirmation) else { break };
        (candidate.plan, candidate.solved) = (plan, solved);
        confirmation = confirm(&search, &candidate.plan, options, confirmation.rounds + 1)?;
    }
    candidate.standings.clone_from(&confirmation.standings);
    candidate.cost = mean_cost(&confirmation.seasons);
    Ok(Outcome::Found(Box::new(Found { candidate, levels, rounds, confirmation })))
}

/// The plan for a higher need in all weeks that may well not be proven the next time: those that were not, and those that
/// were by little. Where there is no such plan, those alone that were not, one after the other: a week for which nobody can be
/// found does not keep others from what they need.
fn raised(search: &Search<'_>, seen: &Candidate, confirmation: &Confirmation) -> Option<(HiringPlan, Vec<Solved>)> {
    let next = |errors: f64| search.proof.above_aim_in(confirmation.rounds + 1, errors);
    let doubtful = |week: &usize| seen.standings[*week].share() < next(DOUBT);
    let doubtful: Vec<usize> = (0..seen.standings.len()).filter(doubtful).collect();
    let more = |level: &[f64], weeks: &[usize]| {
        let mut level = level.to_vec();
        search.raise(&mut level, seen, weeks, next(SPARE));
        search.plan(&level).ok()
    };
    more(&seen.plan.level, &doubtful).or_else(|| {
        let one = |found: Option<(HiringPlan, Vec<Solved>)>, week: &usize| {
            let level = found.as_ref().map_or(&seen.plan.level, |(plan, _)| &plan.level);
            more(level, &[*week]).or(found)
        };
        confirmation.unproven.iter().fold(None, one)
    })
}

/// Standard errors of a share above what proves a week, below which it may well not be proven the next time.
const DOUBT: f64 = 1.0;
/// The same to which such a week is raised, so that it nearly always is.
const SPARE: f64 = 2.0;

fn confirm(search: &Search<'_>, plan: &HiringPlan, options: Options, round: u32) -> Result<Confirmation, Interrupted> {
    search.simulator.begin("confirming on fresh seasons");
    let setting = search.simulator.setting;
    let first = FRESH * round;
    let staffed = plan.staffed(setting, setting.scenario);
    let seasons = search.simulator.seasons(&staffed, first..first + options.seasons)?;
    let standings = standings(setting, &seasons);
    let bounds = standings.iter().map(|standing| search.proof.bound(standing, round)).collect();
    let unproven = (0..standings.len()).filter(|week| !search.proof.holds(&standings[*week], round)).collect();
    Ok(Confirmation { first, seasons, rounds: round, standings, bounds, unproven })
}

/// What another probability would cost.
#[derive(Clone, Debug)]
pub struct FrontierPoint {
    /// The probability that the plan was made for.
    pub probability: f64,
    /// Its people.
    pub hired: u32,
    /// Fresh seasons of it.
    pub seasons: Vec<Season>,
    /// Where each week stands on these.
    pub standings: Vec<Standing>,
}

/// Probabilities beside the one that is asked for.
const OTHERS: [f64; 5] = [0.5, 0.7, 0.8, 0.9, 0.97];

/// Plans for other probabilities: each week's need is that of its level, as much higher or lower as the search found for
/// the plan that was asked for. They are simulated, not corrected: points of a picture, not promises.
///
/// # Errors
/// When the user wants to stop.
pub fn frontier(
    simulator: &Simulator<'_>,
    options: Options,
    found: &Found,
    seasons: u32,
) -> Result<Vec<FrontierPoint>, Interrupted> {
    let search = Search::new(simulator, &found.levels, options);
    let asked = depth_of(search.proof.aim);
    let mut points: Vec<FrontierPoint> = Vec::new();
    for probability in OTHERS.into_iter().filter(|other| (other - options.probability).abs() > 0.01) {
        let depth = depth_of(probability);
        let level = |(week, own): (usize, &f64)| {
            let (here, there) = (found.levels.at(week, asked), found.levels.at(week, depth));
            own + there.zip(here).map_or(0.0, |(there, here)| there - here)
        };
        let level: Vec<f64> = found.candidate.plan.level.iter().enumerate().map(level).collect();
        let Ok((plan, _)) = search.plan(&level) else { continue };
        if points.last().is_some_and(|last| last.hired == plan.people() && probability < last.probability) {
            continue;
        }
        simulator.begin("what other probabilities cost");
        let setting = simulator.setting;
        let first = found.confirmation.first;
        let seen = simulator.seasons(&plan.staffed(setting, setting.scenario), first..first + seasons)?;
        points.push(FrontierPoint {
            probability,
            hired: plan.people(),
            standings: standings(setting, &seen),
            seasons: seen,
        });
    }
    points.sort_by(|a, b| mean_cost(&a.seasons).total_cmp(&mean_cost(&b.seasons)));
    Ok(points)
}
