//! `holdline forecast`: how many contacts will come after a log, and how wrong such forecasts were.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{ArgGroup, Args};
use holdline::forecast::{Factors, ForecastError, back_test, forecast as look_ahead};
use holdline::history::Log;
use holdline::report;
use holdline::units::{DAY, Seconds};
use jiff::civil::Date;

use super::logs::LogArgs;
use super::watch::spinner;
use super::{Failure, print, shown, tell, width};

/// Forecast how many contacts come by day and interval, with ranges, as arrivals that a scenario reads
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("what").required(true).args(["until", "test"])))]
pub(crate) struct ForecastArgs {
    #[command(flatten)]
    logs: LogArgs,
    /// Last day of the forecast
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Date>,
    /// First day of the forecast [default: the day after the log]
    #[arg(long, value_name = "DATE", value_parser = date, requires = "until")]
    from: Option<Date>,
    /// Forecast each of these days of the log from the days before it, and say how wrong that was
    #[arg(long, value_name = "FROM..TO", value_parser = stretch)]
    test: Option<(Date, Date)>,
    /// Holidays, growth and campaigns
    #[arg(long, value_name = "FILE.toml")]
    factors: Option<PathBuf>,
    /// Length of an interval; it divides a day
    #[arg(long, value_name = "DURATION", default_value = "30min", value_parser = interval)]
    interval: Seconds,
    /// Folder for tables and charts
    #[arg(long, value_name = "DIR", default_value = "output/forecast")]
    out: PathBuf,
    /// Print the forecast as JSON, alone
    #[arg(long)]
    json: bool,
    /// No progress, no notes on the log
    #[arg(long)]
    quiet: bool,
}

fn date(text: &str) -> Result<Date, String> {
    text.trim().parse().map_err(|_| "write a date such as 2026-12-31".to_owned())
}

fn stretch(text: &str) -> Result<(Date, Date), String> {
    let (first, last) = text.split_once("..").ok_or("write two dates such as 2026-11-16..2026-11-22")?;
    let (first, last) = (date(first)?, date(last)?);
    if first <= last { Ok((first, last)) } else { Err("the first date comes before the last one".into()) }
}

/// The shortest interval that is forecast: shorter ones are nearly all empty.
const SHORTEST: f64 = 60.0;

fn interval(text: &str) -> Result<Seconds, String> {
    let seconds = Seconds::parse(text)?.get();
    let divides = seconds >= SHORTEST && (DAY / seconds).fract() == 0.0;
    if divides { Ok(Seconds(seconds)) } else { Err("an interval divides a day, and is at least a minute long".into()) }
}

pub(crate) fn forecast(args: &ForecastArgs) -> Result<(), Failure> {
    let log = args.logs.read(args.quiet)?;
    let factors = factors(args, &log)?;
    let bar = spinner(args.quiet);
    bar.set_message("forecasting");
    let interval = args.interval.get();
    let color = std::io::stdout().is_terminal();
    let text = if let Some((first, last)) = args.test {
        let test = back_test(&log, interval, &factors, first, last).map_err(refused)?;
        report::forecast::write_test(&test, &args.out)?;
        if args.json { report::json(&test)? } else { report::forecast::test_table(&test, width(), color) }
    } else if let Some(until) = args.until {
        let document = look_ahead(&log, interval, &factors, args.from, until).map_err(refused)?;
        report::forecast::write_all(&document, &args.out)?;
        let table = || report::forecast::table(&document, &shown(&args.out.join("arrivals.csv")), width(), color);
        if args.json { report::json(&document)? } else { table() }
    } else {
        return Ok(());
    };
    bar.finish_and_clear();
    print(&text)?;
    if !args.quiet && !args.json {
        tell(&format!("tables and charts are in {}", shown(&args.out)));
    }
    Ok(())
}

fn factors(args: &ForecastArgs, log: &Log) -> Result<Factors, Failure> {
    let Some(path) = &args.factors else { return Ok(Factors::default()) };
    let covered: Vec<Date> = log.days.iter().map(|day| day.date).collect();
    let color = std::io::stderr().is_terminal();
    Factors::load(path, &log.kinds, &covered).map_err(|problems| Failure::Input(problems.render(color)))
}

/// What is asked of the log cannot be had: the remedy is another date.
fn refused(error: ForecastError) -> Failure {
    let help = match error {
        ForecastError::NothingToLearn => "the log needs at least a few whole days",
        ForecastError::NotAhead { .. } | ForecastError::Backwards { .. } => {
            "`--from` and `--until` are after the log; `--test FROM..TO` forecasts days that the log has"
        }
        ForecastError::TooFar { .. } => "check the year of `--until`",
        ForecastError::NothingToTest { .. } => {
            "name days of the log, at least a week after its first day, such as its last week"
        }
    };
    Failure::Input(format!("error: {error}\n  = help: {help}"))
}
