//! Where tests that touch the disk work: folders of their own, a small centre, and the binary.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// A small centre over one day.
pub(crate) const SMALL: &str = r#"name = "Small"
[horizon]
days = 1
interval = "1h"
[run]
replications = 12
seed = 3
[contacts.calls]
channel = "voice"
open = "09:00-17:00"
arrivals = { per_hour = 60 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "2min" } }
target = { answer = 0.8, within = "20s", abandon = 0.05 }
[agents.team]
skills = ["calls"]
staff = 5
cost_per_hour = 20
"#;

/// An empty folder of a test's own, by the module that it is in and its name there.
pub(crate) fn empty(module: &str, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(module).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Such a folder with a text in a file.
pub(crate) fn with_file(module: &str, name: &str, file: &str, text: &str) -> PathBuf {
    let folder = empty(module, name);
    fs::write(folder.join(file), text).unwrap();
    folder
}

/// The binary in a folder, with arguments given as one line.
pub(crate) fn holdline(folder: &Path, line: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_holdline"));
    command.current_dir(folder).env_remove("COLUMNS").args(line.split_whitespace());
    command
}
