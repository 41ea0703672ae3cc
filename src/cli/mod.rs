//! One command a file, glue only.

mod backtest;
mod best;
mod check;
mod common;
mod contacts_file;
mod erlang;
mod explain;
mod failure;
mod fit;
mod forecast;
mod init;
mod logs;
mod manifest;
mod merge;
mod names;
mod report;
mod reproduce;
mod results;
mod roster;
mod run;
mod schedule;
mod schema;
mod season;
mod serve;
mod share;
mod simulation;
mod slurm;
mod staff;
mod sweep;
mod watch;

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use holdline::planner::even_days;
use holdline::scenario::{Loaded, load};
use holdline::study::shown;

pub(crate) use failure::Failure;

/// Simulates contact centres and says how sure it is.
#[derive(Debug, Parser)]
#[command(version, about, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::RunArgs),
    Report(report::ReportArgs),
    Staff(staff::StaffArgs),
    Serve(serve::ServeArgs),
    Check(check::CheckArgs),
    /// Print the JSON Schema of scenario files, for editors that complete and validate
    Schema,
    Init(init::InitArgs),
    Schedule(schedule::ScheduleArgs),
    Roster(roster::RosterArgs),
    Season(season::SeasonArgs),
    Fit(fit::FitArgs),
    Backtest(backtest::BacktestArgs),
    Explain(explain::ExplainArgs),
    Forecast(forecast::ForecastArgs),
    Erlang(erlang::ErlangArgs),
    Sweep(sweep::SweepArgs),
    Merge(merge::MergeArgs),
    Reproduce(reproduce::ReproduceArgs),
}

impl Cli {
    /// Does what was asked.
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Run(args) => run::run(&args),
            Command::Report(args) => report::report(&args),
            Command::Staff(args) => staff::staff(&args),
            Command::Serve(args) => serve::serve(&args),
            Command::Check(args) => check::check(&args),
            Command::Schema => schema::schema(),
            Command::Init(args) => init::init(&args),
            Command::Schedule(args) => schedule::schedule(&args),
            Command::Roster(args) => roster::roster(&args),
            Command::Season(args) => season::season(&args),
            Command::Fit(args) => fit::fit(&args),
            Command::Backtest(args) => backtest::backtest(&args),
            Command::Explain(args) => explain::explain(&args),
            Command::Forecast(args) => forecast::forecast(&args),
            Command::Erlang(args) => erlang::erlang(&args),
            Command::Sweep(args) => sweep::sweep(&args),
            Command::Merge(args) => merge::merge(&args),
            Command::Reproduce(args) => reproduce::reproduce(&args),
        }
    }
}

/// Reads scenario files, reports the problems of all of them, and passes warnings on.
fn load_all(files: &[std::path::PathBuf], quiet: bool) -> Result<Vec<Loaded>, Failure> {
    let mut problems = Vec::new();
    let mut loaded = Vec::new();
    for file in files {
        match load(file) {
            Ok(scenario) => loaded.push(scenario),
            Err(found) => problems.push(found.render(io::stderr().is_terminal())),
        }
    }
    if !problems.is_empty() {
        return Err(Failure::Input(problems.join("\n\n")));
    }
    for warning in loaded.iter().flat_map(|l| &l.warnings).filter(|_| !quiet) {
        tell(&format!("warning: {warning}"));
    }
    Ok(loaded)
}

/// Reads the scenario file of a plan. Plans staff days of 24 hours.
fn load_for_plan(file: &std::path::PathBuf, quiet: bool) -> Result<Vec<Loaded>, Failure> {
    let mut loaded = load_all(std::slice::from_ref(file), quiet)?;
    for warning in loaded.iter_mut().filter_map(|loaded| even_days(&mut loaded.scenario)).filter(|_| !quiet) {
        tell(&format!("warning: {warning}"));
    }
    Ok(loaded)
}

/// Makes a folder for results and those above it.
fn make_folder(folder: &Path) -> Result<(), Failure> {
    Ok(std::fs::create_dir_all(folder).with_context(|| format!("cannot create the folder {}", folder.display()))?)
}

/// Writes to standard output; a reader who has had enough is no failure.
fn print(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Work(anyhow::Error::new(error).context("cannot write to standard output")))
        }
        _ => Ok(()),
    }
}

/// Characters in a line of standard output: what `COLUMNS` says, what the terminal says, or 100.
fn width() -> u16 {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let terminal = io::stdout().is_terminal();
    let measured = terminal_size::terminal_size().map(|(width, _)| width.0).filter(|_| terminal);
    columns.or(measured).unwrap_or(100).clamp(60, 400)
}

/// Writes a line to standard error.
fn tell(line: &str) {
    // Where standard error is closed there is nobody left to tell.
    let _ = writeln!(anstream::stderr(), "{line}");
}
