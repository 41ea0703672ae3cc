//! Ten million contacts are fitted in less than 1 GB.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use holdline::sampling::{Sampler, Stream};
use holdline::scenario::Law;
use jiff::ToSpan;
use jiff::civil::{DateTime, date};

use super::stream;
use crate::workplace::empty;

/// Working days of a year, Monday to Saturday, of twelve hours each.
const DAYS: u64 = 313;
const DAY: f64 = 12.0 * 3_600.0;
/// Customers call three times in the year.
const CALLS_EACH: u64 = 3;

/// Writes a log of a year: three types, two groups of agents who are just enough, customers with numbers, moments and
/// durations to the millisecond, which no other contact has.
fn write_log(path: &Path, rows: u64) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(out, "arrived,contact type,wait,talk,wrap,outcome,agent,customer,call id")?;
    let mut numbers = stream("long log", 0);
    let mut written = 0;
    let mut today = date(2025, 1, 1);
    for working in 1..=DAYS {
        while today.weekday() == jiff::civil::Weekday::Sunday {
            today = today.saturating_add(1.day());
        }
        let calls = rows * working / DAYS - written;
        let mut day = Day::new(calls, working);
        for id in written..written + calls {
            day.write_call(&mut out, today.at(8, 0, 0, 0), id, rows / CALLS_EACH, &mut numbers)?;
        }
        written += calls;
        today = today.saturating_add(1.day());
    }
    out.flush()
}

/// A day under way.
struct Day {
    /// Seconds between two calls on average, and since eight o'clock.
    gap: f64,
    now: f64,
    /// When the agents of each group are free, in milliseconds, and their numbers.
    free: [BinaryHeap<Reverse<(u64, u64)>>; 2],
    talk: Sampler,
    wrap: Sampler,
    patience: Sampler,
}

impl Day {
    /// Every other day the other half of the agents works.
    fn new(calls: u64, number: u64) -> Self {
        let agents = |share: f64| (share * calls as f64 * 235.0 / DAY * 1.03).ceil() as u64;
        let group = |first: u64, share: f64| {
            (0..agents(share)).map(|agent| Reverse((0, first + 2 * agent + number % 2))).collect()
        };
        Self {
            gap: DAY / calls as f64,
            now: 0.0,
            free: [group(1, 0.7), group(100_001, 0.3)],
            talk: Sampler::new(&Law::Lognormal { mean: 215.0, cv: 0.9 }),
            wrap: Sampler::new(&Law::Exponential { mean: 20.0 }),
            patience: Sampler::new(&Law::Exponential { mean: 180.0 }),
        }
    }

    fn write_call(
        &mut self,
        out: &mut impl Write,
        opening: DateTime,
        id: u64,
        customers: u64,
        numbers: &mut Stream,
    ) -> io::Result<()> {
        self.now -= self.gap * libm::log(numbers.uniform());
        let came = (self.now * 1_000.0) as u64;
        let (kind, group) = match numbers.uniform() {
            ..0.4 => ("sales", 0),
            ..0.7 => ("service", 0),
            _ => ("claims", 1),
        };
        let customer = (numbers.uniform() * customers as f64) as u64;
        let moment = opening.saturating_add((came as i64).milliseconds());
        write!(out, "{moment:.3},{kind},")?;
        let mut next = self.free[group].peek_mut().unwrap();
        let Reverse((free, agent)) = *next;
        let seconds = |milliseconds: u64| milliseconds as f64 / 1_000.0;
        let (wait, patience) = (free.saturating_sub(came), (self.patience.draw(numbers) * 1_000.0) as u64);
        if wait > patience {
            return writeln!(out, "{:.3},,,abandoned,,+49{customer:010},c{id:08}", seconds(patience));
        }
        let mut drawn = |law: &Sampler| (law.draw(numbers) * 1_000.0) as u64;
        let (talk, wrap) = (drawn(&self.talk), drawn(&self.wrap));
        *next = Reverse((came + wait + talk + wrap, agent));
        let [wait, talk, wrap] = [wait, talk, wrap].map(seconds);
        writeln!(out, "{wait:.3},{talk:.3},{wrap:.3},answered,agent {agent},+49{customer:010},c{id:08}")
    }
}

/// The most memory, in bytes, that a fit to a log of so many contacts held at once; none where the system does not tell.
fn most_memory(folder: &Path, rows: u64) -> Option<f64> {
    let log = folder.join(format!("{rows}.csv"));
    write_log(&log, rows).unwrap();
    let mut fit = Command::new(env!("CARGO_BIN_EXE_holdline"));
    fit.current_dir(folder).arg("fit").arg(&log).args(["--out", "fitted.toml", "--quiet", "--threads", "2"]);
    let mut fit = fit.stdout(Stdio::null()).spawn().unwrap();
    let mut most = None;
    // The high-water mark never falls: the last that is seen before the end is that of the whole run, for the peak is long
    // before.
    let status = loop {
        most = high_water(fit.id()).or(most);
        match fit.try_wait().unwrap() {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    assert!(status.success());
    fs::remove_file(log).unwrap();
    most
}

/// `VmHWM` of a process, bytes.
fn high_water(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? * 1_024.0)
}

/// Bytes of a row, and beside the rows. Ten million rows and these are 0.85 GB.
const A_ROW: f64 = 75.0;
const BESIDE: f64 = 100e6;

#[test]
#[cfg_attr(debug_assertions, ignore = "a million rows: cargo test --profile tests")]
fn ten_million_rows_need_less_than_a_gigabyte_as_a_million_tells() {
    let folder = empty("long_log", "memory");
    let [few, many] = [250_000, 1_000_000];
    let Some((least, most)) = most_memory(&folder, few).zip(most_memory(&folder, many)) else {
        writeln!(io::stderr(), "skipped: this system does not tell how much memory a process holds").unwrap();
        return;
    };
    let a_row = (most - least) / (many - few) as f64;
    let beside = least - a_row * few as f64;
    assert!(a_row < A_ROW, "{a_row} bytes a row");
    assert!(beside < BESIDE, "{beside} bytes beside the rows");
}

#[test]
#[ignore = "ten million rows, some minutes: cargo test --profile tests ten_million -- --ignored"]
fn ten_million_rows() {
    let most = most_memory(&empty("long_log", "ten_million"), 10_000_000).unwrap();
    assert!(most < 1e9, "{most} bytes");
}
