//! Horizons of weeks: days of 23 and 25 hours, days with a name, busy days, weeks.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod clocks;
mod common;
mod volumes;
mod weeks;

use std::path::Path;

use holdline::scenario::{Scenario, load_text};

/// A scenario from the parts that a test is about: keys of the horizon, further tables, keys of the contact type, staff.
fn scenario(horizon: &str, tables: &str, contact: &str, staff: &str) -> Scenario {
    let text = format!(
        "name = \"A calendar\"\n[horizon]\n{horizon}\n[run]\nreplications = 20\nseed = 3\n{tables}\n[contacts.calls]\nchannel = \"voice\"\n\
         handle = {{ exponential = {{ mean = \"3min\" }} }}\n{contact}\n[agents.team]\nskills = [\"calls\"]\nstaff = {staff}\n"
    );
    let loaded = load_text(Path::new("calendar.toml"), &text, &[]);
    loaded.unwrap_or_else(|problems| panic!("{text}\n{problems}")).scenario
}

/// Three days in Berlin, on the second of which the clock is put forward, or back.
const SPRING: &str = "start = 2026-03-28\ndays = 3\ntime_zone = \"Europe/Berlin\"";
const AUTUMN: &str = "start = 2026-10-24\ndays = 3\ntime_zone = \"Europe/Berlin\"";
