//! `holdline schedule`: from required staff to shifts of people over a week.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use holdline::planner::schedule::{
    Asked, Document, Effort, Goal, Need, Promised, Refusal, Setting, Step, Trouble, Wages, check, judge_roster,
    promised, promised_by, schedule as solve,
};
use holdline::planner::{self, Trials, Watch};
use holdline::report::schedule::{self as report, Judgement};
use holdline::scenario::{Scenario, Staffing, load_need, load_roster};
use holdline::units::Seconds;
use indicatif::ProgressBar;

use super::common::Common;
use super::share::share;
use super::watch::{interrupted, spinner};
use super::{Failure, load_for_plan, print, shown, tell};

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
    let loaded = load_for_plan(&args.file, args.common.work.quiet)?;
    let scenario = &loaded[0].scenario;
    args.common.work.use_threads()?;
    let bar = spinner(args.common.work.quiet);
    let told = |stage: &str, tried: u64| bar.set_message(format!("{stage}: {tried} plans"));
    let watch = Watch { cancel: interrupted()?, progress: &told };
    let trials = Trials::new(scenario, args.common.work.seed_of(scenario), watch);
    if let Some(roster) = &args.roster {
        return judge(args, scenario, &trials, roster);
    }
    if trials.promises.is_empty() && args.need.is_none() {
        return Err(Failure::Input(without_targets(&args.file)));
    }
    let setting = Setting::new(scenario).map_err(|sentence| wrong(&args.file, &sentence))?;
    let need = need(args, &setting, &trials)?;
    let document = find(args, &setting, &trials, need, &bar)?;
    bar.finish_and_clear();
    let folder = args.common.out.join("schedule");
    report::write_all(&document, &folder)?;
    print(&if args.common.json { report::json(&document)? } else { report::schedule_table(&document) })?;
    if !args.common.work.quiet && !args.common.json {
        tell(&format!("schedule, workbook and chart are in {}", shown(&folder)));
    }
    if document.confirmed { Ok(()) } else { Err(unconfirmed(&document)) }
}

fn without_targets(file: &Path) -> String {
    format!(
        "error: {} promises nothing, so that nobody would be needed\n  = help: give a contact type a target that the \
         schedule is to keep, such as `target = {{ answer = 0.8, within = \"20s\" }}`, or required staff with `--need`",
        shown(file)
    )
}

fn wrong(file: &Path, sentence: &str) -> Failure {
    Failure::Input(format!("error: {}: {sentence}", shown(file)))
}

/// Error that is accepted in the required staff.
const ROUGH: f64 = 0.02;

/// Required staff by group and interval of the horizon.
fn need(args: &ScheduleArgs, setting: &Setting<'_>, trials: &Trials<'_>) -> Result<Need, Failure> {
    if let Some(file) = &args.need {
        let staff = load_need(file, setting.scenario).map_err(|problems| Failure::Input(problems.to_string()))?;
        return Ok(Need { staff, firm: true });
    }
    // Rough is enough: the schedule is simulated and corrected.
    match planner::sketch(trials, planner::Options { error: ROUGH, ..planner::Options::default() })? {
        Ok(plan) => {
            let all = trials.periods.intervals;
            let staff = plan.staff.iter().map(|staff| (0..all).map(|i| staff[i % staff.len()]).collect()).collect();
            Ok(Need { staff, firm: false })
        }
        Err(infeasible) => {
            let missed = promised(trials, |number| infeasible.missed.iter().any(|(missed, _)| *missed == number));
            let names = missed.iter().take(SHOWN).map(name_of).collect::<Vec<_>>().join(", ");
            if args.common.json {
                print(&report::refusal_json(&Refusal::of_targets(setting, missed))?)?;
            }
            Err(Failure::Infeasible(format!("no staffing keeps every target, whatever the shifts: {names}")))
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
    need: Need,
    bar: &ProgressBar,
) -> Result<Document, Failure> {
    let seed = args.common.work.seed_of(setting.scenario);
    let effort = Effort { gap: args.gap, time: args.time_limit, seed, ..Effort::default() };
    let goal = Goal::default();
    let mut watch = |group: &str, step: Step<'_>| {
        let Step::Seen(solved) = step else {
            bar.reset_elapsed();
            return true;
        };
        let (cost, missing) = (solved.cost.round(), solved.missing);
        bar.set_message(format!("{group}: {} people, cost {cost}, {missing} missing", solved.people.len()));
        bar.elapsed() < args.time_limit
    };
    let asked = Asked {
        file: shown(&args.file),
        need: args.need.as_deref().map(shown),
        seed,
        confidence: goal.confidence,
        gap: args.gap,
        time_limit: args.time_limit.as_secs_f64(),
    };
    match solve(setting, trials, need, effort, goal, &mut watch) {
        Ok(found) => Ok(Document::new(setting, trials, &found, asked)),
        Err(Trouble::Interrupted(_)) => Err(Failure::Work(anyhow::anyhow!("interrupted before a schedule was found"))),
        Err(trouble) => Err(refused(args, setting, trouble)?),
    }
}

/// What to say where there is no schedule.
fn refused(args: &ScheduleArgs, setting: &Setting<'_>, trouble: Trouble) -> Result<Failure, Failure> {
    let Some(refusal) = Refusal::new(setting, &trouble) else { return Ok(Failure::Work(trouble.into())) };
    if args.common.json {
        print(&report::refusal_json(&refusal)?)?;
    }
    Ok(Failure::Infeasible(report::refusal(&refusal)))
}

fn unconfirmed(document: &Document) -> Failure {
    let missed = document.promises.iter().filter(|promise| !promise.confirmed).count();
    let mut lines = vec![format!(
        "the best schedule that was found does not keep {missed} of {} promises for certain:",
        document.promises.len()
    )];
    lines.push(report::missed(document));
    if let Some(stopped) = &document.stopped {
        lines.push(format!("one more person for them: {}", report::refusal(stopped)));
    }
    Failure::Infeasible(lines.join("\n"))
}

/// Simulates an edited schedule, says what it misses, what it costs and where it goes beyond the contracts.
fn judge(args: &ScheduleArgs, scenario: &Scenario, trials: &Trials<'_>, roster: &Path) -> Result<(), Failure> {
    let rosters = load_roster(roster, scenario).map_err(|problems| Failure::Input(problems.to_string()))?;
    let mut staffed = scenario.clone();
    for (group, roster) in staffed.groups.iter_mut().zip(&rosters) {
        group.staff = Staffing::Shifts(roster.shifts.clone());
    }
    let (evidence, _, unproven) = judge_roster(trials, &staffed, Goal::default())?;
    let judgement = Judgement {
        name: scenario.name.clone(),
        roster: shown(roster),
        people: rosters.iter().map(|roster| roster.people.len()).sum(),
        money: Wages::new(scenario).money,
        checked: check(scenario, &rosters),
        confirmed: unproven.is_empty(),
        replications: evidence.replications,
        promises: promised_by(trials, &evidence, &unproven),
    };
    let table = || report::judgement_table(&judgement, trials.periods.seconds);
    print(&if args.common.json { report::judgement_json(&judgement)? } else { table() })?;
    if unproven.is_empty() {
        return Ok(());
    }
    Err(Failure::Infeasible(format!(
        "this schedule does not keep {} of {} promises for certain",
        unproven.len(),
        judgement.promises.len()
    )))
}
