//! `holdline staff`: the least staff that keeps every promise.

use std::path::PathBuf;

use clap::Args;
use holdline::planner::{Options, Staffing, Trials, Watch, staff as search};

use super::watch::interrupted;
use super::{Failure, load_all, tell};

/// Find the least staff per interval and group that keeps every target, and confirm it on fresh days
#[derive(Debug, Args)]
pub(crate) struct StaffArgs {
    /// Scenario file
    file: PathBuf,
    /// No progress, no warnings
    #[arg(long)]
    quiet: bool,
}

pub(crate) fn staff(args: &StaffArgs) -> Result<(), Failure> {
    let loaded = load_all(std::slice::from_ref(&args.file), args.quiet)?;
    let scenario = &loaded[0].scenario;
    let watch = Watch {
        cancel: interrupted()?,
        progress: &|stage, tried| {
            if tried % 20 == 0 {
                tell(&format!("{stage} {tried}"))
            }
        },
    };
    let trials = Trials::new(scenario, scenario.run.seed, watch);
    match search(&trials, Options::default())? {
        Staffing::Found(found) => {
            for formula in &found.formulas {
                let missed = trials
                    .promises
                    .iter()
                    .enumerate()
                    .filter(|(n, p)| formula.evidence.standing(*n, p).is_some_and(|s| s.slack < 0.0))
                    .count();
                tell(&format!(
                    "{:?} {} hours, cost {} missed {missed}",
                    formula.method,
                    formula.plan.all_hours(&trials.periods),
                    trials.prices.plan(&formula.plan, &trials.periods)
                ));
            }
            tell(&format!("{:?}", found.plan.staff));
            tell(&format!("hours {} cost {}", found.plan.all_hours(&trials.periods), found.cost(&trials)));
            tell(&format!(
                "rounds {} z {} reps {} ",
                found.confirmation.rounds, found.confirmation.errors, found.confirmation.evidence.replications
            ));
            let mut slacks: Vec<f64> = trials
                .promises
                .iter()
                .enumerate()
                .filter_map(|(n, p)| found.confirmation.evidence.standing(n, p))
                .map(|s| s.slack)
                .collect();
            slacks.sort_by(f64::total_cmp);
            tell(&format!("{:?}", &slacks[..slacks.len().min(8)]));
        }
        Staffing::Infeasible(infeasible) => tell(&format!("{infeasible:?}")),
    }
    Ok(())
}
