//! Charts, page and table of a fit, and the charts of a back-test: they say what the data say.

mod backtest;
mod charts;
mod files;
mod page;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use holdline::fit::{FittedCentre, FittedType, Request, fit, scenario};
use holdline::history::{Log, read};
use holdline::sampling::{Key, Purpose, Sampler, Stream};
use holdline::scenario::{Law, Scenario};

/// A type whose name is no more than text.
const HOSTILE: &str = "../<script>alert('1')</script> & \"sales, new\"";
/// Another that would be the same file.
const ALIKE: &str = "script-alert-1-script-sales-new";

/// A log and what was fitted to it.
struct Fitted {
    log: Log,
    centre: FittedCentre,
    scenario: Scenario,
}

/// Three weeks from Monday, 2026-03-02, with a surge on the second Wednesday at noon; fitted once.
static FITTED: LazyLock<Fitted> = LazyLock::new(|| fitted("log.csv"));

fn fitted(name: &str) -> Fitted {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fit-report");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, text()).unwrap();
    let log = read(&[file], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    let centre = fit(&log, Request::default(), &mut |_| ()).unwrap();
    let scenario = scenario(&centre, "A centre & <b>its</b> log");
    Fitted { log, centre, scenario }
}

fn of_type<'a>(fitted: &'a Fitted, name: &str) -> &'a FittedType {
    fitted.centre.types.iter().find(|one| one.name == name).unwrap()
}

/// Rows in the order of a switch, with dirt.
fn text() -> String {
    let mut out = "queue,arrived,wait,outcome,handle time,agent,caller\n".to_owned();
    let mut numbers = Key::new(7, 0).named("fit report").stream(Purpose::Handle);
    let quoted = HOSTILE.replace('"', "\"\"");
    for day in (0..19).filter(|day| day % 7 < 5) {
        for half_hour in 16..36 {
            let surge = if day == 9 && half_hour == 24 { 90 } else { 0 };
            for _ in 0..12 + surge + (numbers.uniform() * 8.0) as u32 {
                row(&mut out, "sales", day, half_hour, &mut numbers);
            }
            (0..2).for_each(|_| row(&mut out, &format!("\"{quoted}\""), day, half_hour, &mut numbers));
            row(&mut out, ALIKE, day, half_hour, &mut numbers);
            if half_hour % 8 == 0 {
                row(&mut out, "rare", day, half_hour, &mut numbers);
            }
        }
    }
    out.push_str("\n# the end\nsales,2026-03-31 12:00:00,5,transferred & <lost>,,,\nsales,,5,answered,60,a1,\n");
    out
}

/// A contact: one in eight meets agents who are busy for long; of those who leave many do so after ten seconds.
fn row(out: &mut String, kind: &str, day: u32, half_hour: u32, numbers: &mut Stream) {
    let draw = |law: &Law, numbers: &mut Stream| Sampler::new(law).draw(numbers).round();
    let second = (numbers.uniform() * 1800.0) as u32 + half_hour * 1800;
    let arrived = format!("2026-03-{:02} {:02}:{:02}:{:02}", day + 2, second / 3600, second / 60 % 60, second % 60);
    let handle = match numbers.uniform() < 0.07 {
        true => draw(&Law::Exponential { mean: 3.0 }, numbers),
        false => draw(&Law::Lognormal { mean: 190.0, cv: 1.0 }, numbers),
    };
    let offered = if numbers.uniform() < 0.4 { 0.0 } else { draw(&Law::Exponential { mean: 90.0 }, numbers) };
    let patience = match numbers.uniform() < 0.25 {
        true => draw(&Law::Uniform { min: 9.0, max: 12.0 }, numbers),
        false => draw(&Law::Exponential { mean: 400.0 }, numbers),
    };
    let (agent, caller) = ((numbers.uniform() * 9.0) as u32, (numbers.uniform() * 1500.0) as u32);
    // Writing to a string cannot fail.
    let _ = match offered <= patience {
        true => writeln!(out, "{kind},{arrived},{offered},answered,{handle},a{agent},c{caller}"),
        false => writeln!(out, "{kind},{arrived},{patience},abandoned,,,c{caller}"),
    };
}
