//! `holdline backtest`: how wrong the model is on days that it has not seen.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use holdline::backtest::{self, Agents, BacktestDocument, DayResult, Fold, LeftOut, Options, Volumes};
use holdline::fit::{self, DutyRule, PriorityParts, Request};
use holdline::history::{Day, Log};
use holdline::report;
use holdline::scenario::Scenario;
use jiff::civil::{Date, Weekday};

use super::common::Work;
use super::fit::Days;
use super::logs::LogArgs;
use super::watch::{interrupted, progress_bar};
use super::{Failure, load_all, manifest, print, shown, tell, width};

/// Simulate days of a log and say how wrong that is, beside Erlang C and Erlang A
#[derive(Debug, Args)]
pub(crate) struct BacktestArgs {
    /// A scenario (FILE.toml), then contact logs; without a scenario one is fitted to the other days of the log
    #[command(flatten)]
    files: LogArgs,
    /// Days to which to fit, or which tell how much days differ [default: those before the days of --test]
    #[arg(long, value_name = "FROM..TO", value_parser = Days::parse)]
    train: Option<Days>,
    /// Days to simulate
    #[arg(long, value_name = "FROM..TO", value_parser = Days::parse, required_unless_present = "folds")]
    test: Option<Days>,
    /// Part the days into so many stretches, and simulate each with a fit to all others
    #[arg(long, value_name = "K", conflicts_with_all = ["test", "train"], value_parser = clap::value_parser!(u16).range(2..=366))]
    folds: Option<u16>,
    /// Only these weekdays, such as sunday,monday
    #[arg(long, value_name = "DAYS", value_delimiter = ',', value_parser = weekday)]
    weekdays: Vec<Weekday>,
    /// Contacts: those that came, or those that the scenario expects
    #[arg(long, value_enum, default_value_t = From::Actual)]
    volumes: From,
    /// Agents: those who were there, or those that the scenario has
    #[arg(long, value_enum, default_value_t = Whose::Actual)]
    agents: Whose,
    /// Simulated runs of each day
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u32).range(20..=100_000))]
    replications: u32,
    /// Folder for tables and charts
    #[arg(long, value_name = "DIR", default_value = "output/backtest")]
    out: PathBuf,
    /// Print the results as JSON, alone
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    work: Work,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum From {
    Actual,
    Forecast,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Whose {
    Actual,
    Scenario,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

fn weekday(text: &str) -> Result<Weekday, String> {
    let found = WEEKDAYS.iter().find(|(name, _)| *name == text).map(|(_, weekday)| *weekday);
    found.ok_or_else(|| {
        format!("`{text}` is no weekday: monday, tuesday, wednesday, thursday, friday, saturday, sunday")
    })
}

pub(crate) fn backtest(args: &BacktestArgs) -> Result<(), Failure> {
    args.work.use_threads()?;
    let (scenarios, logs): (Vec<PathBuf>, Vec<PathBuf>) =
        args.files.logs.iter().cloned().partition(|file| file.extension().is_some_and(|ending| ending == "toml"));
    if scenarios.len() > 1 || logs.is_empty() || (args.folds.is_some() && !scenarios.is_empty()) {
        return Err(Failure::Input(
            "error: name one scenario (FILE.toml) and its logs, or logs alone; with --folds logs alone, for every fold is \
             fitted anew"
                .to_owned(),
        ));
    }
    let scenario = load_all(&scenarios, args.work.quiet)?.pop().map(|loaded| loaded.scenario);
    let log = LogArgs { logs, mapping: args.files.mapping.clone() }.read(args.work.quiet)?;
    let known = scenario.as_ref().map(|scenario| &scenario.contacts);
    let is_of = |own: &str, name: &str| own == name || PriorityParts::is_part(own, name);
    let is_left_out = |name: &&String| known.is_some_and(|known| !known.iter().any(|one| is_of(&one.name, name)));
    let left_out: Vec<&str> = log.kinds.iter().filter(is_left_out).map(String::as_str).collect();
    if !left_out.is_empty() && !args.work.quiet {
        tell(&format!("note: the scenario has no contact type for {} of the log: left out", left_out.join(", ")));
    }
    let document = tested(args, scenario, &log)?;
    report::write_backtest(&document, &args.out)?;
    print(&if args.json {
        report::json(&document)?
    } else {
        report::backtest_table(&document, width(), is_terminal())
    })?;
    if !args.json && !args.work.quiet {
        tell(&format!("tables and charts are in {}", shown(&args.out)));
    }
    Ok(())
}

fn is_terminal() -> bool {
    std::io::IsTerminal::is_terminal(&std::io::stdout())
}

fn tested(args: &BacktestArgs, scenario: Option<Scenario>, log: &Log) -> Result<BacktestDocument, Failure> {
    let (parts, left_out) = parts(args, log)?;
    let seed = args.work.seed.or(scenario.as_ref().map(|scenario| scenario.run.seed)).unwrap_or(1);
    let options = Options {
        volumes: if matches!(args.volumes, From::Actual) { Volumes::Actual } else { Volumes::Forecast },
        agents: if matches!(args.agents, Whose::Actual) { Agents::Actual } else { Agents::Scenario },
        replications: args.replications,
        seed,
        duty: DutyRule::default(),
    };
    let all: usize = parts.iter().map(|(_, test)| test.len()).sum();
    let (bar, cancel) = (progress_bar(args.work.quiet), interrupted()?);
    bar.set_length(all as u64);
    let (mut days, mut folds): (Vec<DayResult>, Vec<Fold>) = (Vec::new(), Vec::new());
    let mut used = None;
    for (train, test) in parts {
        let (mut log, mut trained) = (log.clone(), log.clone());
        trained.keep_days(|date| train.contains(&date));
        // Types are parted by what the days of the fit tell: in the scenario that is given as its names say.
        let parts = match &scenario {
            Some(scenario) => PriorityParts::named(&trained, scenario.contacts.iter().map(|one| one.name.as_str())),
            None => PriorityParts::of(&trained, DutyRule::default()),
        };
        parts.part(&mut trained);
        parts.part(&mut log);
        let scenario = match &scenario {
            Some(scenario) => scenario.clone(),
            None => fitted(&trained)?,
        };
        let before = days.len();
        let options = Options { duty: DutyRule::of(&scenario), ..options };
        let found = backtest::backtest(&scenario, &log, &trained, &test, options, cancel, &mut |done, _| {
            bar.set_position((before + done) as u64);
        });
        days.extend(found.map_err(|why| Failure::Input(format!("error: {why}")))?);
        folds.push(Fold { train, test: test.iter().map(|day| day.date).collect() });
        used = Some(scenario);
    }
    bar.finish_and_clear();
    if days.len() < all {
        tell(&format!("interrupted: {} of {all} days were finished", days.len()));
    }
    let (name, interval) = used.map_or((String::new(), 0.0), |used| (used.name, used.horizon.interval.get()));
    Ok(BacktestDocument::new((&name, &command(args)), interval, options, folds, left_out, days))
}

fn fitted(train: &Log) -> Result<Scenario, Failure> {
    let centre = fit::fit(train, Request::default(), &mut |_| ());
    Ok(fit::scenario(&centre.map_err(|why| Failure::Input(format!("error: {why}")))?, "fitted to the other days"))
}

/// Days to fit to and days to simulate, of each fold; and the days that are not simulated, with the reason.
type Parts = (Vec<(Vec<Date>, Vec<Day>)>, Vec<LeftOut>);

fn parts(args: &BacktestArgs, log: &Log) -> Result<Parts, Failure> {
    let wanted = |day: &&Day| {
        let weekday = args.weekdays.is_empty() || args.weekdays.contains(&day.date.weekday());
        weekday && !day.contacts.is_empty() && args.test.is_none_or(|days| days.has(day.date))
    };
    let (doubtful, tests): (Vec<&Day>, Vec<&Day>) = log.days.iter().filter(wanted).partition(|day| day.doubt.is_some());
    let because = |day: &&Day| {
        let doubt = day.doubt.map_or("", |doubt| doubt.title());
        LeftOut { date: day.date, because: format!("one of the {doubt}") }
    };
    let left_out = doubtful.iter().map(because).collect();
    let (first, last) = (tests.first().map(|day| day.date), tests.last().map(|day| day.date));
    let others = |test: &[&Day]| {
        let is_test = |date: Date| test.iter().any(|day| day.date == date);
        let before = |date: Date| args.folds.is_some() || first.is_some_and(|first| date < first);
        let is_train = |date: Date| args.train.map_or_else(|| before(date), |days| days.has(date));
        let dates = log.days.iter().filter(|day| !day.is_silent()).map(|day| day.date);
        dates.filter(|date| is_train(*date) && !is_test(*date)).collect::<Vec<_>>()
    };
    let size = tests.len().div_ceil(args.folds.map_or(1, usize::from)).max(1);
    let parts: Vec<(Vec<Date>, Vec<Day>)> =
        tests.chunks(size).map(|test| (others(test), test.iter().copied().cloned().collect())).collect();
    if parts.is_empty() || parts.iter().any(|(train, _)| train.is_empty()) {
        let days = match (first, last) {
            (Some(first), Some(last)) => {
                format!("none is left to fit to beside {first} to {last}; name some with --train")
            }
            _ => "none of them is left to simulate".to_owned(),
        };
        let (from, to) = (log.days.first().map(|day| day.date), log.days.last().map(|day| day.date));
        let covers = from.zip(to).map_or_else(String::new, |(from, to)| format!("the log covers {from} to {to}; "));
        return Err(Failure::Input(format!("error: {covers}{days}")));
    }
    Ok((parts, left_out))
}

/// The part of the command line on which the figures depend.
fn command(args: &BacktestArgs) -> String {
    let mut words = vec!["holdline backtest".to_owned()];
    words.extend(args.files.logs.iter().map(|file| manifest::quoted(file)));
    words.extend(args.files.mapping.iter().map(|file| format!("--mapping {}", manifest::quoted(file))));
    words.extend(args.train.map(|days| format!("--train {days}")));
    words.extend(args.test.map(|days| format!("--test {days}")));
    words.extend(args.folds.map(|folds| format!("--folds {folds}")));
    if !args.weekdays.is_empty() {
        let name = |day: &Weekday| WEEKDAYS.iter().find(|(_, own)| own == day).map_or("", |(name, _)| *name);
        words.push(format!("--weekdays {}", args.weekdays.iter().map(name).collect::<Vec<_>>().join(",")));
    }
    if matches!(args.volumes, From::Forecast) {
        words.push("--volumes forecast".to_owned());
    }
    if matches!(args.agents, Whose::Scenario) {
        words.push("--agents scenario".to_owned());
    }
    words.push(format!("--replications {}", args.replications));
    words.extend(args.work.seed.map(|seed| format!("--seed {seed}")));
    words.join(" ")
}
