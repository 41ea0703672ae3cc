//! `holdline schedule`: from required staff to shifts of people over a week.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context;
use clap::Args;
use holdline::planner::schedule::{
    Document, Effort, Goal, Promised, Setting, Shortage, Solved, Trouble, judge_roster, promised, read_need,
    schedule as solve,
};
use holdline::planner::{self, Trials, Watch};
use holdline::report::schedule as report;
use holdline::scenario::{Scenario, load_roster};
use holdline::units::{Seconds, time_of_day};
use indicatif::ProgressBar;

use super::common::Common;
use super::share::share;
use super::watch::{interrupted, spinner};
use super::{Failure, load_all, print, shown, tell};

/// Make shifts of people from required staff, simulate them, and correct them until every target holds
#[derive(Debug, Args)]
pub(crate) struct ScheduleArgs {
    /// Scenario file with [shifts] and [contracts]
    file: PathBuf,
    /// Required staff: a CSV file with a column a group and a row an interval [default: found as `staff` does]
    #[arg(long, value_name = "FILE.csv", conflicts_with = "roster")]
    need: Option<PathBuf>,
    /// Simulate this schedule instead, as it was written and edited, and say what it misses
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// Good enough: how far the cost may be above the least that is possible
    #[arg(long, value_name = "SHARE", default_value = "1%", value_parser = gap)]
    gap: f64,
    /// Longest search for the roster of a group; where it ends a search, results can differ from machine to machine
    #[arg(long, value_name = "TIME", default_value = "2min", value_parser = duration)]
    time_limit: Duration,
    #[command(flatten)]
    common: Common,
}

fn gap(text: &str) -> Result<f64, String> {
    let gap = share(text)?;
    if (0.0..1.0).contains(&gap) { Ok(gap) } else { Err("a gap is at least 0 % and below 100 %".into()) }
}

fn duration(text: &str) -> Result<Duration, String> {
    let seconds = Seconds::parse(text)?.get();
    Duration::try_from_secs_f64(seconds).map_err(|_| "write a time such as 2min".into())
}

pub(crate) fn schedule(args: &ScheduleArgs) -> Result<(), Failure> {
    let loaded = load_all(std::slice::from_ref(&args.file), args.common.quiet)?;
    let scenario = &loaded[0].scenario;
    args.common.use_threads()?;
    let bar = spinner(args.common.quiet);
    let told = |stage: &str, tried: u64| bar.set_message(format!("{stage}: {tried} plans"));
    let watch = Watch { cancel: interrupted()?, progress: &told };
    let trials = Trials::new(scenario, args.common.seed_of(scenario), watch);
    if let Some(roster) = &args.roster {
        return judge(args, scenario, &trials, roster);
    }
    let setting = Setting::new(scenario).map_err(|sentence| wrong(&args.file, &sentence))?;
    let need = need(args, &setting, &trials)?;
    let document = find(args, &setting, &trials, need, &bar)?;
    bar.finish_and_clear();
    let folder = args.common.out.join("schedule");
    report::write_all(&document, &folder)?;
    print(&if args.common.json { report::json(&document)? } else { report::schedule_table(&document) })?;
    if !args.common.quiet && !args.common.json {
        tell(&format!("schedule, workbook and chart are in {}", shown(&folder)));
    }
    if document.confirmed { Ok(()) } else { Err(unconfirmed(&document)) }
}

fn wrong(file: &Path, sentence: &str) -> Failure {
    Failure::Input(format!("error: {}: {sentence}", shown(file)))
}

/// Error that is accepted in the required staff.
const ROUGH: f64 = 0.02;

/// Required staff by group and interval of the horizon.
fn need(args: &ScheduleArgs, setting: &Setting<'_>, trials: &Trials<'_>) -> Result<Vec<Vec<u32>>, Failure> {
    if let Some(file) = &args.need {
        let text = std::fs::read_to_string(file).map_err(|error| wrong(file, &error.to_string()))?;
        return read_need(&text, setting).map_err(|sentence| wrong(file, &sentence));
    }
    // Rough is enough: the schedule is simulated and corrected.
    match planner::sketch(trials, planner::Options { error: ROUGH, ..planner::Options::default() })? {
        Ok(plan) => {
            let all = trials.periods.intervals;
            Ok(plan.staff.iter().map(|staff| (0..all).map(|i| staff[i % staff.len()]).collect()).collect())
        }
        Err(infeasible) => {
            let missed = promised(trials, |number| infeasible.missed.iter().any(|(missed, _)| *missed == number));
            Err(Failure::Infeasible(format!(
                "no staffing keeps every target, whatever the shifts: {}",
                missed.iter().take(SHOWN).map(name_of).collect::<Vec<_>>().join(", ")
            )))
        }
    }
}

/// Things that are listed up to this many.
const SHOWN: usize = 8;

fn name_of(promise: &Promised) -> String {
    format!("{} of {} (interval {})", promise.measure, promise.subject, promise.interval + 1)
}

fn find(
    args: &ScheduleArgs,
    setting: &Setting<'_>,
    trials: &Trials<'_>,
    need: Vec<Vec<u32>>,
    bar: &ProgressBar,
) -> Result<Document, Failure> {
    let seed = args.common.seed_of(setting.scenario);
    let effort = Effort { gap: args.gap, time: args.time_limit, seed, ..Effort::default() };
    let mut current = String::new();
    let mut watch = |group: &str, solved: &Solved| {
        if current != group {
            group.clone_into(&mut current);
            bar.reset_elapsed();
        }
        let (cost, missing) = (solved.cost.round(), solved.missing);
        bar.set_message(format!("{group}: {} people, cost {cost}, {missing} missing", solved.people.len()));
        bar.elapsed() < args.time_limit
    };
    match solve(setting, trials, need, effort, Goal::default(), &mut watch) {
        Ok(found) => Ok(Document::new(setting, trials, &found)),
        Err(Trouble::Short { shortage }) => Err(Failure::Infeasible(short(setting, &shortage))),
        Err(Trouble::Interrupted(_)) => Err(Failure::Work(anyhow::anyhow!("interrupted before a schedule was found"))),
        Err(trouble) => Err(Failure::Work(trouble.into())),
    }
}

/// Which need cannot be covered, by how much, and what would be needed.
fn short(setting: &Setting<'_>, shortage: &Shortage) -> String {
    let how = if shortage.proven { "no roster can cover" } else { "no roster was found that covers" };
    let mut lines = vec![format!("infeasible: {how} the need of {}", shortage.group)];
    let per_day = setting.scenario.horizon.intervals_per_day();
    let interval = setting.scenario.horizon.interval.get();
    for (place, there, need) in shortage.gaps.iter().take(SHOWN) {
        let (day, time) = (place / per_day + 1, time_of_day((place % per_day) as f64 * interval));
        lines.push(format!("  day {day} {time}: {need} people needed on the schedule, {there} there"));
    }
    if shortage.gaps.len() > SHOWN {
        lines.push(format!("  and {} more intervals", shortage.gaps.len() - SHOWN));
    }
    let most = shortage.gaps.iter().map(|(_, there, need)| need - there).max().unwrap_or(0);
    lines.push(format!(
        "help: {most} more people at the worst moment: raise `people` or `most`, or give shifts more starts, lengths or days"
    ));
    lines.join("\n")
}

fn unconfirmed(document: &Document) -> Failure {
    let missed: Vec<&Promised> = document.promises.iter().filter(|promise| !promise.confirmed).collect();
    let names = missed.iter().take(SHOWN).map(|promise| name_of(promise)).collect::<Vec<_>>().join(", ");
    Failure::Infeasible(format!(
        "the best schedule that was found does not keep {} of {} promises for certain: {names}",
        missed.len(),
        document.promises.len()
    ))
}

/// Simulates an edited schedule and says what it misses.
fn judge(args: &ScheduleArgs, scenario: &Scenario, trials: &Trials<'_>, roster: &Path) -> Result<(), Failure> {
    let shifts = load_roster(roster, scenario).map_err(|problems| Failure::Input(problems.to_string()))?;
    let mut staffed = scenario.clone();
    let people = RefCell::new(0);
    for (group, shifts) in staffed.groups.iter_mut().zip(shifts) {
        group.staff = holdline::scenario::Staffing::Shifts(shifts);
        *people.borrow_mut() += group.staff.most();
    }
    let (evidence, _, unproven) = judge_roster(trials, &staffed, Goal::default())?;
    let promises = holdline::planner::schedule::promised_by(trials, &evidence, &unproven);
    if args.common.json {
        let text = serde_json::to_string_pretty(&promises).context("cannot write the promises as JSON")?;
        print(&(text + "\n"))?;
    } else {
        let head = format!("{}: {} people as in {}\n", scenario.name, people.borrow(), shown(roster));
        print(&(head + &report::promises(&promises, trials.periods.seconds, evidence.replications)))?;
    }
    if unproven.is_empty() {
        return Ok(());
    }
    Err(Failure::Infeasible(format!(
        "this schedule does not keep {} of {} promises for certain",
        unproven.len(),
        promises.len()
    )))
}
