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

/// Calls of four weeks, one every two minutes from nine to five, but none from 13:00 to 15:00 of one day.
fn with_a_silence() -> String {
    let rows = (0..28).flat_map(|day| (540..1020_u32).step_by(2).map(move |minute| (day, minute)));
    let lost = |day: u32, minute: u32| day == 16 && (780..900).contains(&minute);
    let row = |(day, minute): (u32, u32)| {
        let (hour, minute) = (minute / 60, minute % 60);
        format!("2024-01-{:02} {hour:02}:{minute:02}:11,0,{},answered,Ann\n", day + 1, 60 + day)
    };
    let rows: String = rows.filter(|(day, minute)| !lost(*day, *minute)).map(row).collect();
    format!("arrived,wait,handle,outcome,agent\n{rows}")
}

#[test]
fn days_with_missing_hours_are_left_out_and_named() {
    let folder = with_file("fit-report", "silence", "calls.csv", &with_a_silence());
    let run = holdline(&folder, "fit calls.csv --out centre.toml").assert().success();
    let told = String::from_utf8_lossy(&run.get_output().stderr).into_owned();
    assert!(told.contains("note: not used for the fit") && told.contains("2024-01-17"), "{told}");
    let scenario = fs::read_to_string(folder.join("centre.toml")).unwrap().replace("\n# ", " ");
    assert!(scenario.contains(" Days not used for the fit") && scenario.contains("come: 2024-01-17."), "{scenario}");
    let page = fs::read_to_string(folder.join("centre/report.html")).unwrap();
    assert!(page.contains("2024-01-17"), "the page names the day");
    let rows = fs::read_to_string(folder.join("centre/arrivals.csv")).unwrap();
    // 240 calls a day: with the day of 180 among them it would be 237.9.
    let calls: f64 = rows.lines().skip(1).filter_map(|row| row.split(',').next_back()?.parse::<f64>().ok()).sum();
    assert!((calls - 240.0).abs() < 0.1, "{calls} calls a day: {rows}");
    let tested = holdline(&folder, "backtest calls.csv --folds 4 --replications 20 --quiet --json --out bt").output();
    let tested = tested.unwrap();
    assert!(tested.status.success(), "{}", String::from_utf8_lossy(&tested.stderr));
    let document: serde_json::Value = serde_json::from_slice(&tested.stdout).unwrap();
    assert_eq!(document["left_out"][0]["date"], "2024-01-17");
    for fold in document["folds"].as_array().unwrap() {
        assert!(fold["train"].as_array().unwrap().iter().all(|date| date != "2024-01-17"), "{fold}");
    }
}
