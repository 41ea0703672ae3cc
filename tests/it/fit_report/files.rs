//! What a fit writes beside the scenario.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use holdline::report::write_fit;

use super::{FITTED, Fitted, text};
use crate::workplace::{holdline, with_file};

fn relative(folder: &Path, files: &[PathBuf]) -> Vec<String> {
    let name = |file: &PathBuf| file.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    files.iter().map(name).collect()
}

#[test]
fn odd_names_make_sound_file_names_of_their_own() {
    let Fitted { log, centre, scenario } = &*FITTED;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fit-report/written");
    let _ = fs::remove_dir_all(&folder);
    let written = write_fit(centre, log, scenario, &folder).unwrap();
    assert!(written.iter().all(|file| file.is_file()));
    let names = relative(&folder, &written);
    assert_eq!(names[0], "report.html");
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "no file is written twice");
    let folders: BTreeSet<&str> = names
        .iter()
        .filter_map(|name| name.strip_prefix("charts/")?.split_once('/'))
        .map(|(folder, _)| folder)
        .collect();
    let wanted = ["sales", "script-alert-1-script-sales-new", "script-alert-1-script-sales-new-2"];
    assert_eq!(folders, wanted.into_iter().collect());
    let sound = |name: &String| {
        name.chars().all(|sign| sign.is_ascii_alphanumeric() || "-./".contains(sign)) && !name.contains("..")
    };
    assert!(names.iter().all(sound), "{names:?}");
    assert!(names.contains(&"charts/agents.svg".to_owned()) && names.contains(&"charts/sales/patience.png".to_owned()));
    let svg = fs::read_to_string(folder.join("charts/script-alert-1-script-sales-new/arrivals.svg")).unwrap();
    assert!(!svg.contains("<script"), "a name is only text in a picture");
}

#[test]
fn the_command_writes_the_report_and_prints_the_table() {
    let folder = with_file("fit-report", "command", "calls.csv", &text());
    let run = holdline(&folder, "fit calls.csv --out centre.toml --quiet").assert().success();
    let printed = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(printed.contains("sales") && printed.contains("agents on duty"), "{printed}");
    // The agents of this log overlap, of which there is a warning; notes are not told.
    assert!(!String::from_utf8_lossy(&run.get_output().stderr).contains("note:"));
    for name in ["report.html", "arrivals.csv", "charts/sales/arrivals.svg", "charts/agents.png"] {
        assert!(folder.join("centre").join(name).is_file(), "{name}");
    }
}
