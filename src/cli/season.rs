//! `holdline season`: who is hired when, so that the promises of each week are kept.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use holdline::planner::Watch;
use holdline::report::{self, season as shown_season};
use holdline::scenario::{Staffing, load_hires};
use holdline::season::{
    Asked, Found, HiringPlan, Options, Outcome, SeasonDocument, SeasonRefusal, Setting, Simulator, frontier,
    season as search, values,
};

use super::common::Common;
use super::share::confidence;
use super::watch::{interrupted, spinner};
use super::{Failure, load_all, manifest, print, shown, tell, width};

/// Find whom to hire when, so that the promises of each week of a season are kept with a stated probability
#[derive(Debug, Args)]
pub(crate) struct SeasonArgs {
    /// Scenario file whose groups have `people` with `hiring`; their classes and staffing are not used
    file: PathBuf,
    /// The chance with which the promises of a week are to be kept, in each week
    #[arg(long, value_name = "SHARE", default_value = "90%", value_parser = confidence)]
    probability: f64,
    /// How sure that must be of all weeks together
    #[arg(long, value_name = "SHARE", default_value = "95%", value_parser = confidence)]
    confidence: f64,
    /// Fresh seasons of the confirmation; the search takes a quarter of them for each plan
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(40..=1_000_000))]
    seasons: u32,
    /// Simulate this hiring plan too and compare it: a CSV file or a workbook with the columns `start` (or `week`), `group`,
    /// `hires` and, where there are several, `contract`
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,
    /// The plan alone: not what its parts and other changes are worth, nor what other probabilities cost
    #[arg(long)]
    brief: bool,
    #[command(flatten)]
    common: Common,
}

pub(crate) fn season(args: &SeasonArgs) -> Result<(), Failure> {
    let mut loaded = load_all(std::slice::from_ref(&args.file), args.common.work.quiet)?;
    let Some(loaded) = loaded.pop() else { return Ok(()) };
    args.common.work.use_threads()?;
    let scenario = &loaded.scenario;
    let by_hand = args.plan.as_ref().map(|plan| load_hires(plan, scenario));
    let by_hand =
        by_hand.transpose().map_err(|problems| Failure::Input(problems.render(std::io::stderr().is_terminal())))?;
    let wrong = |sentence: String| Failure::Input(format!("error: {}: {sentence}", shown(&args.file)));
    let setting = Setting::new(scenario).map_err(wrong)?;
    let bar = spinner(args.common.work.quiet);
    let progress = |stage: &str, done: u64| bar.set_message(format!("{stage}: {done} seasons"));
    let watch = Watch { cancel: interrupted()?, progress: &progress };
    let simulator = Simulator::new(&setting, args.common.work.seed_of(scenario), watch);
    let options = Options { probability: args.probability, confidence: args.confidence, seasons: args.seasons };
    let found = match search(&simulator, options)? {
        Outcome::Found(found) => found,
        Outcome::Missing(missing) => return Err(refused(args, &SeasonRefusal::new(&setting, &missing))?),
    };
    let document = document(args, &simulator, options, &found, by_hand)?;
    bar.finish_and_clear();
    write(args, &loaded, &setting, &found, &document)
}

fn refused(args: &SeasonArgs, refusal: &SeasonRefusal) -> Result<Failure, Failure> {
    if args.common.json {
        print(&report::json(refusal)?)?;
    }
    Ok(Failure::Infeasible(shown_season::refusal(refusal, width())))
}

fn document(
    args: &SeasonArgs,
    simulator: &Simulator<'_>,
    options: Options,
    found: &Found,
    by_hand: Option<Vec<Vec<holdline::scenario::HiringClass>>>,
) -> Result<SeasonDocument, Failure> {
    let setting = simulator.setting;
    let few = options.trial();
    let changes = if args.brief { Vec::new() } else { values(simulator, found, few)? };
    let others = if args.brief { Vec::new() } else { frontier(simulator, options, found, few)? };
    let asked = Asked { file: shown(&args.file), seed: simulator.seed, options };
    let document = SeasonDocument::new(setting, &asked, found, &changes, &others);
    let (Some(classes), Some(file)) = (by_hand, &args.plan) else { return Ok(document) };
    let plan = HiringPlan { classes, level: found.candidate.plan.level.clone() };
    let first = found.confirmation.first;
    let seasons = simulator.seasons(&plan.staffed(setting, setting.scenario), first..first + options.seasons)?;
    Ok(document.against(setting, found, &shown(file), &plan, &seasons))
}

fn write(
    args: &SeasonArgs,
    loaded: &holdline::scenario::Loaded,
    setting: &Setting<'_>,
    found: &Found,
    document: &SeasonDocument,
) -> Result<(), Failure> {
    let folder = args.common.out.join("season");
    let staffed = found.candidate.plan.staffed(setting, setting.scenario);
    let staff = |group: &holdline::scenario::AgentGroup| match &group.staff {
        Staffing::PerInterval(agents) => Some((group.name.clone(), agents.clone())),
        Staffing::Constant(_) | Staffing::Shifts(_) => None,
    };
    let staff: Vec<_> = setting.hired.iter().filter_map(|hired| staff(&staffed.groups[hired.group])).collect();
    shown_season::write_all(document, &staff, &args.file, &folder)?;
    let json = report::json(document)?;
    let manifest = manifest::of_season(&command(args), loaded, document, &json);
    report::write_atomically(&folder.join("run.toml"), manifest.as_bytes())?;
    let table = || shown_season::table(document, width(), std::io::stdout().is_terminal());
    print(&if args.common.json { json } else { table() })?;
    if !args.common.work.quiet && !args.common.json {
        let planned = shown(&folder.join("planned.toml"));
        tell(&format!(
            "tables, workbook and charts are in {}; `holdline run {planned}` simulates the plan",
            shown(&folder)
        ));
    }
    if document.confirmed {
        return Ok(());
    }
    Err(Failure::Infeasible(format!(
        "the best plan that was found is not proven to keep its promises with a chance of {} in every week",
        args.probability
    )))
}

/// The part of the command line on which the plan depends.
fn command(args: &SeasonArgs) -> String {
    let mut words = vec![format!("holdline season {}", manifest::quoted(&args.file))];
    let (probability, confidence, seasons) = (args.probability, args.confidence, args.seasons);
    words.push(format!("--probability {probability} --confidence {confidence} --seasons {seasons}"));
    words.extend(args.plan.as_ref().map(|plan| format!("--plan {}", manifest::quoted(plan))));
    words.extend(args.common.work.seed.map(|seed| format!("--seed {seed}")));
    words.extend(args.brief.then(|| "--brief".to_owned()));
    words.join(" ")
}
