//! `holdline roster`: from required staff to the days of named people over several weeks.

use std::path::{Path, PathBuf};

use clap::Args;
use holdline::planner::roster::{Asked, Document, Effort, Plan, Required, Solved, check, over_weeks, solve};
use holdline::report::roster as report;
use holdline::scenario::{Member, Scenario, load_crew, load_need, load_roster};

use super::common::Common;
use super::watch::spinner;
use super::{Failure, load_all, print, shown, tell};

/// Give named people their shifts over several weeks: contracts, days off, leave, rest, fair weekends, wishes
#[derive(Debug, Args)]
pub(crate) struct RosterArgs {
    /// Scenario file with [shifts] and [contracts]
    file: PathBuf,
    /// Required staff, a CSV file with a column a group and a row an interval, or required shifts, as `schedule` writes
    /// them [default: the scenario's own `staff`]
    #[arg(long, value_name = "FILE")]
    need: Option<PathBuf>,
    /// The people, a row each: person, contract, off, leave, wishes [default: as many as contracts allow, numbered]
    #[arg(long, value_name = "FILE")]
    people: Option<PathBuf>,
    /// Weeks, where the scenario is one week that repeats [default: 4]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=53))]
    weeks: Option<u32>,
    /// Hold this roster, as it was written and edited, against the rules and the need instead
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// Moves of the search, a person and week; the same number finds the same roster on every machine
    #[arg(long, value_name = "MOVES", default_value_t = Effort::default().moves, value_parser = clap::value_parser!(u64).range(..=100_000_000))]
    effort: u64,
    #[command(flatten)]
    common: Common,
}

pub(crate) fn roster(args: &RosterArgs) -> Result<(), Failure> {
    let loaded = load_all(std::slice::from_ref(&args.file), args.common.work.quiet)?;
    args.common.work.use_threads()?;
    let scenario = over_weeks(&loaded[0].scenario, args.weeks).map_err(|sentence| wrong(&args.file, &sentence))?;
    let members = members(args, &scenario)?;
    let plan = Plan::new(&scenario, &members).map_err(|sentence| wrong(&args.file, &sentence))?;
    let required = required(args, &plan)?;
    let (solved, violations) = match &args.roster {
        Some(file) => {
            check(&plan, &required, &load_roster(file, &scenario).map_err(|p| Failure::Input(p.to_string()))?)
        }
        None => (search(args, &plan, &required), Vec::new()),
    };
    let document = Document::new(&plan, &required, &solved, asked(args, &scenario, plan.setting.days), violations);
    let folder = args.common.out.join("roster");
    if args.roster.is_none() {
        report::write_all(&document, &folder)?;
    }
    print(&if args.common.json { report::json(&document)? } else { report::roster_table(&document) })?;
    if args.roster.is_none() && !args.common.work.quiet && !args.common.json {
        tell(&format!("the roster, its workbook, charts and calendars are in {}", shown(&folder)));
    }
    if document.feasible { Ok(()) } else { Err(Failure::Infeasible(report::shortage(&document))) }
}

fn wrong(file: &Path, sentence: &str) -> Failure {
    Failure::Input(format!("error: {}: {sentence}", shown(file)))
}

fn members(args: &RosterArgs, scenario: &Scenario) -> Result<Vec<Member>, Failure> {
    match &args.people {
        Some(file) => load_crew(file, scenario).map_err(|problems| Failure::Input(problems.to_string())),
        None => Member::numbered(scenario).map_err(|contract| {
            let sentence = format!(
                "nobody says how many people work under [contracts.{contract}]\n  = help: give it `people = {{ max = 40 }}`, \
                 or name the people in a file with `--people`"
            );
            wrong(&args.file, &sentence)
        }),
    }
}

/// What must be covered: a table of numbers or a list of shifts, whichever the file is; or the scenario's own staffing.
fn required(args: &RosterArgs, plan: &Plan<'_>) -> Result<Required, Failure> {
    let Some(file) = &args.need else { return Ok(plan.own_need()) };
    let list = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx")) || names_people(file);
    let read = if list {
        load_roster(file, plan.setting.scenario).map(Required::Shifts)
    } else {
        load_need(file, plan.setting.scenario).map(Required::Staff)
    };
    read.map_err(|problems| Failure::Input(problems.to_string()))
}

/// Whether a table is a list of shifts: its rows are of persons.
fn names_people(file: &Path) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let head = text.lines().next().unwrap_or_default();
    head.split([',', ';', '\t']).any(|name| name.trim_matches(['"', ' ', '\u{feff}']) == "person")
}

fn search(args: &RosterArgs, plan: &Plan<'_>, required: &Required) -> Vec<(usize, Solved)> {
    let bar = spinner(args.common.work.quiet);
    let effort = Effort { moves: args.effort, seed: args.common.work.seed_of(plan.setting.scenario) };
    let groups = plan.groups().into_iter().map(|group| {
        let name = &plan.setting.scenario.groups[group].name;
        bar.set_message(format!("{name}: a roster of {} people", plan.members_of(group).len()));
        (group, solve(plan.task(group, required), effort))
    });
    let solved = groups.collect();
    bar.finish_and_clear();
    solved
}

fn asked(args: &RosterArgs, scenario: &Scenario, days: usize) -> Asked {
    Asked {
        file: shown(&args.file),
        need: args.need.as_deref().map(shown),
        people: args.people.as_deref().map(shown),
        roster: args.roster.as_deref().map(shown),
        weeks: days / 7,
        seed: args.common.work.seed_of(scenario),
        effort: args.effort,
    }
}
