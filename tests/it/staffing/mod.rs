//! What people see of a staffing search: the command line, tables, files and charts.

mod charts;
mod cli;
mod table;

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use holdline::planner::{Options, StaffingDocument, Trials, Watch, staff};
use holdline::scenario::load;

use crate::workplace::{holdline, with_file};

/// Four hours of calls.
const SMALL: &str = r#"name = "Small"
[horizon]
days = 1
interval = "1h"
[run]
replications = 400
seed = 3
[contacts.calls]
channel = "voice"
open = "09:00-13:00"
arrivals = { per_interval = [40, 60, 80, 50] }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "2min" } }
target = { answer = 0.8, within = "20s", abandon = 0.05 }
[agents.team]
skills = ["calls"]
staff = 5
cost_per_hour = 20
shrinkage = 0.3
"#;

/// The same calls as one long study.
const STEADY: &str = r#"name = "Steady"
[horizon]
duration = "200h"
warm_up = "1h"
[run]
replications = 20
seed = 3
[contacts.calls]
channel = "voice"
arrivals = { per_hour = 60 }
handle = { exponential = { mean = "4min" } }
target = { asa = "20s" }
[agents.team]
skills = ["calls"]
staff = 5
"#;

/// An empty folder of a test's own, with a scenario in `small.toml`.
fn workplace(name: &str, scenario: &str) -> PathBuf {
    with_file("staffing", name, "small.toml", scenario)
}

/// The document of the small centre's plan, searched for once.
fn document() -> StaffingDocument {
    static DOCUMENT: OnceLock<StaffingDocument> = OnceLock::new();
    let search = || {
        let folder = workplace("library", SMALL);
        let scenario = load(&folder.join("small.toml")).unwrap().scenario;
        let watch = Watch { cancel: &AtomicBool::new(false), progress: &|_, _| {} };
        let trials = Trials::new(&scenario, 3, watch);
        let options = Options { error: 0.03, ..Options::default() };
        StaffingDocument::new(&trials, &staff(&trials, options).unwrap(), options, "small.toml", 3)
    };
    DOCUMENT.get_or_init(search).clone()
}
