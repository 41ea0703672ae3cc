//! `holdline fit`: from a contact log to a scenario.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use clap::Args;
use holdline::fit::{self, DutyRule, FittedCentre, PriorityParts, Request};
use holdline::history::{Day, Log};
use holdline::report;
use holdline::scenario::Scenario;
use jiff::civil::Date;

use super::logs::LogArgs;
use super::watch::spinner;
use super::{Failure, manifest, print, shown, tell, width};

/// Make a scenario of a contact log: what came, how long it took, who left, who was there
#[derive(Debug, Args)]
pub(crate) struct FitArgs {
    #[command(flatten)]
    log: LogArgs,
    /// The scenario file to write; its tables, charts and report.html go to a folder of the same name beside it
    #[arg(long, value_name = "FILE.toml")]
    out: PathBuf,
    /// Fit to these days alone, such as 2026-02-01..2026-02-14
    #[arg(long, value_name = "FROM..TO", value_parser = Days::parse)]
    days: Option<Days>,
    /// Step of arrivals and staff; it divides a day
    #[arg(long, value_name = "MINUTES", default_value = "30", value_parser = ["5", "10", "15", "20", "30", "60"])]
    interval: String,
    /// What the scenario is called [default: the name of the first log]
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Threads to use; the results do not depend on it [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// No progress, no notes
    #[arg(long)]
    quiet: bool,
}

/// Days from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    first: Date,
    last: Date,
}

impl Days {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let date = |text: &str| text.parse::<Date>().map_err(|_| format!("`{text}` is no date such as 2026-02-14"));
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let (first, last) = (date(first)?, date(last)?);
        if last < first {
            return Err(format!("{last} is before {first}"));
        }
        Ok(Self { first, last })
    }

    pub(crate) fn has(self, date: Date) -> bool {
        self.first <= date && date <= self.last
    }
}

impl std::fmt::Display for Days {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.first, self.last)
    }
}

pub(crate) fn fit(args: &FitArgs) -> Result<(), Failure> {
    if let Some(threads) = args.threads {
        rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global()?;
    }
    // Told before a long log is read.
    check_name(&args.out)?;
    let mut log = args.log.read(args.quiet)?;
    let silent = silent_days(&log, args);
    log.keep_days(|date| args.days.is_none_or(|days| days.has(date)) && !silent.contains(&date));
    PriorityParts::of(&log, DutyRule::default()).part(&mut log);
    let request = Request { interval: args.interval.parse::<f64>()? * 60.0, ..Request::default() };
    let bar = spinner(args.quiet);
    let fitted = fit::fit(&log, request, &mut |what| bar.set_message(what.to_owned()));
    bar.finish_and_clear();
    let mut centre = fitted.map_err(|why| Failure::Input(format!("error: {why}")))?;
    centre.silent = silent;
    let scenario = fit::scenario(&centre, &name(args));
    write(args, &log, &centre, &scenario)?;
    if let Some(silent) = centre.silent_days().filter(|_| !args.quiet) {
        tell(&format!("note: {silent}"));
    }
    // Figures that are wrong are told of even where nothing else is.
    fit::doubts(&log, &centre).iter().for_each(|doubt| tell(&format!("warning: {doubt}")));
    let color = std::io::IsTerminal::is_terminal(&std::io::stdout());
    print(&report::fit_table(&centre, width(), color))
}

/// Days asked for to which nothing is fitted, for hours of them are missing; none where no other is left.
fn silent_days(log: &Log, args: &FitArgs) -> Vec<Date> {
    let asked = log.days.iter().filter(|day| args.days.is_none_or(|days| days.has(day.date)));
    let (silent, whole): (Vec<&Day>, Vec<&Day>) = asked.partition(|day| day.is_silent());
    let others = whole.iter().any(|day| !day.contacts.is_empty());
    silent.into_iter().filter(|_| others).map(|day| day.date).collect()
}

fn name(args: &FitArgs) -> String {
    let of_file =
        || args.log.logs.first().and_then(|log| log.file_stem()).map(|stem| stem.to_string_lossy().into_owned());
    args.name.clone().or_else(of_file).unwrap_or_default()
}

fn write(args: &FitArgs, log: &Log, centre: &FittedCentre, scenario: &Scenario) -> Result<(), Failure> {
    let folder = report::write_fitted(&args.out, &command(args), log, centre, scenario)?;
    // What was written must be a scenario: a name that cannot be a key, say, is found out here and not by its user.
    holdline::scenario::load(&args.out).map_err(|problems| {
        Failure::Work(anyhow!("the scenario that was written cannot be read:\n{}", problems.render(false)))
    })?;
    if !args.quiet {
        let (out, folder) = (shown(&args.out), shown(&folder));
        tell(&format!(
            "{out} and its tables in {folder} are written; {folder}/report.html shows the log against the fit"
        ));
    }
    Ok(())
}

/// Refuses a name that is none of a scenario file.
fn check_name(out: &Path) -> Result<(), Failure> {
    if out.extension().is_none_or(|extension| extension != "toml") {
        return Err(Failure::Input(format!("error: --out {}: a scenario file ends in .toml", shown(out))));
    }
    Ok(())
}

/// The part of the command line on which the scenario depends.
fn command(args: &FitArgs) -> String {
    let files: Vec<String> = args.log.logs.iter().map(|file| manifest::quoted(file)).collect();
    let mut command = format!("holdline fit {}", files.join(" "));
    if let Some(mapping) = &args.log.mapping {
        command.push_str(&format!(" --mapping {}", manifest::quoted(mapping)));
    }
    if let Some(days) = args.days {
        command.push_str(&format!(" --days {days}"));
    }
    if args.interval != "30" {
        command.push_str(&format!(" --interval {}", args.interval));
    }
    command
}
