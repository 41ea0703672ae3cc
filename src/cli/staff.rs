//! `holdline staff`: the least staff that keeps every promise.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use holdline::planner::{Budget, Options, Question, StaffingDocument, Unanswered, Watch, answer};
use holdline::report;
use holdline::scenario::Scenario;

use super::common::Common;
use super::share::{confidence, precision};
use super::watch::{interrupted, spinner};
use super::{Failure, load_for_plan, make_folder, manifest, print, shown, tell, width};

/// Find the least staff per interval and group that keeps every target, and confirm it on fresh days
#[derive(Debug, Args)]
pub(crate) struct StaffArgs {
    /// Scenario file; its own staffing is not used
    file: PathBuf,
    /// How sure it must be that all targets hold at once
    #[arg(long, value_name = "SHARE", default_value = "95%", value_parser = confidence)]
    confidence: f64,
    /// A target that is kept, or missed, by more than this is to be recognised as such
    #[arg(long, value_name = "SHARE", default_value = "1%", value_parser = precision)]
    error: f64,
    /// Replications of the first round of the confirmation, which goes on where they leave it undecided [default: as
    /// many as the error asks for]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(2..=10_000_000))]
    replications: Option<u32>,
    /// Say why: what binds, what one agent more or fewer does, and the way from Erlang C to the plan
    #[arg(long)]
    explain: bool,
    /// Show what less and more money would buy
    #[arg(long)]
    frontier: bool,
    /// Find the best service for at most this cost over the horizon, in place of keeping the targets; needs
    /// `cost_per_hour`
    #[arg(long, value_name = "MONEY", conflicts_with = "max_agents", value_parser = budget)]
    max_cost: Option<f64>,
    /// Find the best service with at most so many agents on duty at once, in place of keeping the targets
    #[arg(long, value_name = "N")]
    max_agents: Option<u32>,
    #[command(flatten)]
    common: Common,
}

fn budget(text: &str) -> Result<f64, String> {
    let money = text.trim().parse::<f64>().map_err(|_| "write an amount of money such as 12500".to_owned())?;
    if money > 0.0 && money.is_finite() { Ok(money) } else { Err("a budget is more than 0".into()) }
}

impl StaffArgs {
    fn budget(&self) -> Option<Budget> {
        self.max_cost.map(Budget::Cost).or(self.max_agents.map(Budget::Agents))
    }
}

pub(crate) fn staff(args: &StaffArgs) -> Result<(), Failure> {
    let loaded = load_for_plan(&args.file, args.common.work.quiet)?;
    let [loaded] = loaded.as_slice() else { return Ok(()) };
    args.common.work.use_threads()?;
    let document = plan(args, &loaded.scenario)?;
    if args.common.json && !document.feasible {
        print(&report::json(&document)?)?;
    }
    if !document.feasible {
        return Err(Failure::Infeasible(report::refusal(&document, width())));
    }
    make_folder(&args.common.out)?;
    report::write_plan(&document, &args.file, &args.common.out)?;
    let manifest = manifest::of_plan(&command(args), loaded, &document, args.replications, &report::json(&document)?);
    report::write_atomically(&args.common.out.join("run.toml"), manifest.as_bytes())?;
    let table = || report::plan_table(&document, width(), std::io::stdout().is_terminal());
    print(&if args.common.json { report::json(&document)? } else { table() })?;
    if !args.common.work.quiet && !args.common.json {
        let staffed = shown(&args.common.out.join("staffed.toml"));
        tell(&format!(
            "tables and charts are in {}; `holdline run {staffed}` simulates the plan",
            shown(&args.common.out)
        ));
    }
    Ok(())
}

/// The answer of the planner, with a sign of life on a terminal.
fn plan(args: &StaffArgs, scenario: &Scenario) -> Result<StaffingDocument, Failure> {
    let bar = spinner(args.common.work.quiet);
    let progress = |stage: &str, tried: u64| bar.set_message(format!("{stage}: {tried} plans tried"));
    let watch = Watch { cancel: interrupted()?, progress: &progress };
    let options = Options {
        confidence: args.confidence,
        error: args.error,
        confirmation: args.replications,
        ..Options::default()
    };
    let (explain, frontier) = (args.explain, args.frontier);
    let question = Question { options, budget: args.budget(), explain, frontier };
    let answer = answer(scenario, &shown(&args.file), args.common.work.seed_of(scenario), question, watch);
    bar.finish_and_clear();
    answer.map_err(|why| match why {
        Unanswered::Interrupted(why) => why.into(),
        Unanswered::TooLittle(_) => Failure::Infeasible(format!("error: {why}")),
        Unanswered::NoTargets(_) | Unanswered::NoPay(_) => Failure::Input(format!("error: {why}")),
    })
}

/// The part of the command line on which the plan depends.
fn command(args: &StaffArgs) -> String {
    let mut words = vec![format!("holdline staff {}", manifest::quoted(&args.file))];
    words.push(format!("--confidence {} --error {}", args.confidence, args.error));
    words.extend(args.replications.map(|n| format!("--replications {n}")));
    words.extend(args.common.work.seed.map(|seed| format!("--seed {seed}")));
    words.extend(args.max_cost.map(|most| format!("--max-cost {most}")));
    words.extend(args.max_agents.map(|most| format!("--max-agents {most}")));
    words.extend(args.explain.then(|| "--explain".to_owned()));
    words.extend(args.frontier.then(|| "--frontier".to_owned()));
    words.join(" ")
}
