//! `holdline forecast` as its user meets it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use holdline::history::Log;
use holdline::scenario::{Arrivals, load};
use serde_json::Value;

use super::{World, by_weekday, stream};
use crate::workplace::{holdline, with_file};

/// A folder with the log of six weeks and two types in `log.csv`.
fn workplace(name: &str) -> PathBuf {
    let world = World { level: 120.0, shape: &by_weekday, cv: 0.1, step: 0.01 };
    let logs = ["sales", "service"].map(|kind| (kind, world.log(42, &mut stream(kind, 0))));
    let mut rows: Vec<(f64, String)> = logs.iter().flat_map(|(kind, log)| rows(kind, log)).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut text = "Arrived,Skill,Wait,Talk time,Status\n".to_owned();
    rows.iter().for_each(|(_, row)| text += row);
    with_file("forecast", name, "log.csv", &text)
}

fn rows(kind: &str, log: &Log) -> Vec<(f64, String)> {
    let row = |contact: &holdline::history::Contact| {
        let time = contact.time_of_day();
        let (hour, minute, second) = ((time / 3600.0) as u32, (time / 60.0) as u32 % 60, time % 60.0);
        let date = super::day(((contact.arrived - time) / 86_400.0) as usize - super::number_of(super::FIRST) as usize);
        let mut row = String::new();
        writeln!(row, "{date} {hour:02}:{minute:02}:{second:06.3},{kind},5,120,answered").unwrap();
        (contact.arrived, row)
    };
    log.contacts.iter().map(row).collect()
}

fn table(path: &Path) -> Vec<Vec<String>> {
    let mut table = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
    table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_scenario_reads_what_is_written_and_printed() {
    let folder = workplace("scenario");
    let printed = holdline(&folder, "forecast log.csv --until 2024-02-25 --out ahead").assert().success();
    let printed = String::from_utf8(printed.get_output().stdout.clone()).unwrap();
    let lines = printed.split("for a scenario:").nth(1).unwrap();
    let mut scenario = lines.to_owned();
    for kind in ["sales", "service"] {
        let more =
            format!("[contacts.{kind}]\nchannel = \"voice\"\nhandle = {{ constant = {{ value = \"2min\" }} }}\n");
        scenario = scenario.replace(&format!("[contacts.{kind}]\n"), &more);
    }
    scenario += "[agents.team]\nskills = [\"sales\", \"service\"]\nstaff = 5\n";
    fs::write(folder.join("next.toml"), format!("name = \"Next\"\n{scenario}")).unwrap();
    let loaded = load(&folder.join("next.toml")).unwrap_or_else(|problems| panic!("{scenario}\n{problems}"));
    let document: Value = serde_json::from_slice(&fs::read(folder.join("ahead/forecast.json")).unwrap()).unwrap();
    for (kind, contact) in loaded.scenario.contacts.iter().enumerate() {
        let Arrivals::PerInterval(counts) = &contact.arrivals else { panic!("{:?}", contact.arrivals) };
        let forecast = &document["types"][kind];
        let days = forecast["days"].as_array().unwrap();
        assert_eq!((counts.len(), days.len()), (days.len() * 48, 16), "the log ends on a Friday");
        let all: f64 = days.iter().map(|day| day["mean"].as_f64().unwrap()).sum();
        assert!((counts.iter().sum::<f64>() / all - 1.0).abs() < 1e-9);
        let cv = contact.busy_factor.unwrap().cv;
        assert!((cv / forecast["busy_factor"].as_f64().unwrap() - 1.0).abs() < 0.01, "{cv}");
    }
}

#[test]
fn the_same_log_gives_the_same_bytes_and_all_files() {
    let folder = workplace("bytes");
    let files = ["arrivals.csv", "forecast.csv", "intervals.csv", "forecast.json", "forecast.svg", "forecast.png"];
    let run = |threads: &str, out: &str| {
        let mut command = holdline(&folder, &format!("forecast log.csv --until 2024-02-18 --json --out {out}"));
        let printed = command.env("RAYON_NUM_THREADS", threads).assert().success();
        let read = |name: &&str| fs::read(folder.join(out).join(name)).unwrap();
        (printed.get_output().stdout.clone(), files.iter().map(read).collect::<Vec<_>>())
    };
    let (one, other) = (run("1", "one"), run("3", "other"));
    assert!(one == other);
    assert_eq!(one.0, one.1[3], "--json prints the document");
    let days = table(&folder.join("one/forecast.csv"));
    assert_eq!(days.len(), 1 + 9 * 3, "two types and all");
    let number = |row: &[String], place: usize| row[place].parse::<f64>().unwrap();
    let (sales, service) = (number(&days[3], 2), number(&days[9 + 3], 2));
    assert!((number(&days[18 + 3], 2) - sales - service).abs() < 1e-9, "means add up");
    assert_eq!(table(&folder.join("one/arrivals.csv"))[0], ["sales", "service"]);
}

#[test]
fn a_test_says_how_wrong_it_was() {
    let folder = workplace("test");
    let shown = holdline(&folder, "forecast log.csv --test 2024-02-05..2024-02-09 --out tested").assert().success();
    let shown = String::from_utf8(shown.get_output().stdout.clone()).unwrap();
    for words in ["by day", "by 30 min", "MAE", "naive", "in 90 %", "sales", "service", "all"] {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    let test: Value = serde_json::from_slice(&fs::read(folder.join("tested/test.json")).unwrap()).unwrap();
    assert_eq!(test["types"].as_array().unwrap().len(), 3);
    assert_eq!(test["types"][2]["by_interval"]["count"], 100);
    assert_eq!(table(&folder.join("tested/test.csv")).len(), 1 + 5 * 3);
    assert!(fs::metadata(folder.join("tested/forecast-test.png")).unwrap().len() > 1000);
}

#[test]
fn what_cannot_be_asked_is_refused() {
    let folder = workplace("refused");
    fs::write(folder.join("wrong.toml"), "growth = 3\n").unwrap();
    let refused = [
        ("forecast log.csv", "--until"),
        ("forecast log.csv --until soon", "a date such as"),
        ("forecast log.csv --until 2024-01-20", "cannot end"),
        ("forecast log.csv --from 2024-02-01 --until 2024-03-01", "the log covers days until 2024-02-09"),
        ("forecast log.csv --until 2034-03-01", "further ahead than two years"),
        ("forecast log.csv --test 2025-01-01..2025-01-07", "the log covers 2024-01-01 to 2024-02-09"),
        ("forecast log.csv --test 2024-01-01..2024-01-03", "can be tested"),
        ("forecast log.csv --test 2024-02-03..2024-02-01", "comes before"),
        ("forecast log.csv --until 2024-02-18 --test 2024-02-01..2024-02-03", "cannot be used with"),
        ("forecast log.csv --until 2024-02-18 --interval 7min", "divides a day"),
        ("forecast log.csv --until 2024-02-18 --factors wrong.toml", "wrong.toml:1:10"),
        ("forecast log.csv --until 2024-02-18 --factors none.toml", "no file `none.toml`"),
        ("forecast none.csv --until 2024-02-18", "none.csv"),
    ];
    for (line, words) in refused {
        let output = holdline(&folder, line).assert().code(2);
        let message = String::from_utf8(output.get_output().stderr.clone()).unwrap();
        assert!(message.contains(words), "{line}:\n{message}");
    }
    assert!(!folder.join("output").exists(), "nothing was written");
}
