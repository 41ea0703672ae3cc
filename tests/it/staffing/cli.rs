//! `holdline staff` as its user meets it.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use serde_json::Value;

use super::{SMALL, STEADY, holdline, workplace};

fn json(text: &[u8]) -> Value {
    serde_json::from_slice(text).unwrap()
}

fn stderr(assert: &assert_cmd::assert::Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

/// The rows of a CSV file below its head, as texts.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let mut table = csv::Reader::from_path(path).unwrap();
    table.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_document_and_the_files_say_the_same() {
    let folder = workplace("files", SMALL);
    let printed = holdline(&folder, "staff small.toml --error 3% --json --out plan --threads 1").assert().success();
    let out = folder.join("plan");
    assert_eq!(printed.get_output().stdout, fs::read(out.join("staffing.json")).unwrap());
    let document = json(&printed.get_output().stdout);
    let keys =
        ["schema", "version", "name", "file", "seed", "feasible", "confidence", "error", "replications", "total"];
    for key in keys.iter().chain(&["groups", "periods", "promises", "formulas", "days", "rounds"]) {
        assert!(document.get(key).is_some(), "{key}");
    }
    assert_eq!(document["schema"], "holdline/staffing/1");
    assert_eq!((&document["feasible"], document["promises"].as_array().unwrap().len()), (&Value::Bool(true), 8));
    let read: holdline::planner::StaffingDocument = serde_json::from_slice(&printed.get_output().stdout).unwrap();
    assert_eq!(holdline::report::json(&read).unwrap().as_bytes(), printed.get_output().stdout);
    let repeat: toml::Value = toml::from_str(&fs::read_to_string(out.join("run.toml")).unwrap()).unwrap();
    assert_eq!(
        repeat["command"].as_str().unwrap(),
        "holdline staff small.toml --confidence 0.95 --error 0.03",
        "where the files go and how many threads there are changes nothing"
    );
    let scenario = &repeat["scenario"][0];
    assert_eq!((scenario["seed"].as_integer(), scenario["error"].as_float()), (Some(3), Some(0.03)));
    assert_eq!(scenario["input"][0]["path"].as_str().unwrap(), "small.toml");
    assert_eq!(scenario["input"][0]["sha256"].as_str().unwrap().len(), 64);
    for name in ["promises.csv", "formulas.csv", "staffing.svg", "staffing.png", "service.svg", "service.png"] {
        assert!(fs::metadata(out.join(name)).unwrap().len() > 100, "{name}");
    }
    assert!(!out.join("frontier.svg").exists(), "no budget was asked for");
    assert!(fs::read_dir(&out).unwrap().all(|f| !f.unwrap().file_name().to_string_lossy().contains("partial")));
    let staffing = rows(&out.join("staffing.csv"));
    assert_eq!(staffing.len(), 24, "all periods from midnight");
    for (row, period) in staffing.iter().zip(document["periods"].as_array().unwrap()) {
        assert_eq!(row[1], period["agents"]["team"].to_string());
        assert_eq!(row[2], period["scheduled"]["team"].to_string());
    }
    let promises = rows(&out.join("promises.csv"));
    assert_eq!(promises.len(), 8);
    assert!(promises.iter().all(|row| row.last().unwrap() == "true"));
    assert_eq!(rows(&out.join("formulas.csv")).len(), 4);
    let again = holdline(&folder, "staff small.toml --error 3% --json --out plan --threads 2").assert().success();
    assert_eq!(again.get_output().stdout, printed.get_output().stdout, "threads change nothing");
}

#[test]
fn the_plan_can_be_simulated_and_does_what_was_promised() {
    // A name that needs quotes, and a folder beside the scenario's.
    let folder = workplace("round-trip", &SMALL.replace("agents.team", "agents.\"team, \\\"early\\\"\""));
    fs::create_dir_all(folder.join("scenarios")).unwrap();
    fs::rename(folder.join("small.toml"), folder.join("scenarios/small.toml")).unwrap();
    let line = "staff scenarios/small.toml --error 3% --replications 2000 --json --out plans/one";
    let document = json(&holdline(&folder, line).assert().success().get_output().stdout);
    let line = "run plans/one/staffed.toml --replications 2000 --json --quiet";
    let result = json(&holdline(&folder, line).assert().success().get_output().stdout);
    let scenario = &result["scenarios"][0];
    assert_eq!(scenario["name"], "Small, staffed");
    let mut seen = 0;
    for promise in document["promises"].as_array().unwrap() {
        let figure = if promise["measure"] == "answer" { "service_level" } else { "p_abandon" };
        let period = promise["period"].as_u64().unwrap() as usize;
        let run = &scenario["intervals"][period]["contacts"]["calls"][figure];
        let number = |of: &Value, key: &str| of[key].as_f64().unwrap();
        let difference = number(run, "value") - number(&promise["value"], "value");
        let error = number(run, "std_error").hypot(number(&promise["value"], "std_error"));
        assert!(difference.abs() < 4.0 * error, "{promise} against {run}");
        seen += 1;
    }
    assert_eq!(seen, 8);
}

#[test]
fn a_study_by_duration_has_one_number_for_each_group() {
    let folder = workplace("steady", STEADY);
    let said = holdline(&folder, "staff small.toml --error 3% --out plan").assert().success();
    let said = String::from_utf8(said.get_output().stdout.clone()).unwrap();
    assert!(said.contains("throughout") && said.contains("The promise holds with 95 % confidence"), "{said}");
    let text = fs::read_to_string(folder.join("plan/staffed.toml")).unwrap();
    // 4 erlangs; Erlang C has an ASA of 133 s with 5 agents, of 34 s with 6 and of 11 s with 7.
    assert!(text.contains("staff = 7"), "{text}");
    assert_eq!(rows(&folder.join("plan/staffing.csv")).len(), 1);
    assert!(!folder.join("plan/staffing.svg").exists() && folder.join("plan/service.svg").exists());
    holdline(&folder, "run plan/staffed.toml --quiet").assert().success();
}

#[test]
fn a_share_of_days_is_held_against_the_mean() {
    let days = SMALL
        .replace("abandon = 0.05", "days = 0.9")
        .replace("[40, 60, 80, 50] }", "[40, 0, 0, 0] }\nbusy_factor = { cv = 0.3 }");
    let folder = workplace("days", &days);
    let said = holdline(&folder, "staff small.toml --error 3% --json").assert().success();
    let document = json(&said.get_output().stdout);
    let (days, mean) = (&document["total"]["hours"], &document["on_average"]["hours"]);
    assert!(days.as_f64().unwrap() > mean.as_f64().unwrap(), "{days} {mean}");
    assert_eq!(document["promises"][0]["days"], 0.9);
}

#[test]
fn a_cost_without_pay_is_refused() {
    let unpaid: String = SMALL.lines().filter(|line| !line.starts_with("cost")).map(|l| format!("{l}\n")).collect();
    let folder = workplace("unpaid", &unpaid);
    let said = stderr(&holdline(&folder, "staff small.toml --max-cost 500 --quiet").assert().code(2).stdout(""));
    assert!(said.contains("names no pay") && said.contains("`cost_per_hour`"), "{said}");
    assert!(said.contains("`--max-agents`"), "{said}");
}

#[test]
fn so_many_agents_at_once_are_put_where_they_are_needed() {
    let folder = workplace("at-once", SMALL);
    let said = holdline(&folder, "staff small.toml --max-agents 5 --frontier --error 3% --json").assert().success();
    let document = json(&said.get_output().stdout);
    // The promises take more than five in every period but perhaps the first, which gets five only if it needs them.
    let staff: Vec<u64> =
        (9..13).map(|period| document["periods"][period]["agents"]["team"].as_u64().unwrap()).collect();
    assert_eq!(staff[1..], [5, 5, 5], "{staff:?}");
    for promise in document["promises"].as_array().unwrap() {
        let period = promise["period"].as_u64().unwrap() as usize - 9;
        assert!(promise["proven"] == true || staff[period] == 5, "room is left and a promise is not kept: {promise}");
    }
    let points = document["frontier"].as_array().unwrap();
    let chosen: Vec<&Value> = points.iter().filter(|point| point["chosen"] == true).collect();
    assert_eq!((chosen.len(), &chosen[0]["promised"], &chosen[0]["depth"]), (1, &Value::Bool(false), &Value::Null));
    assert!(chosen[0]["missed"].as_u64().unwrap() > 0);
    let asked: Vec<&Value> = points.iter().filter(|point| point["depth"] == 0.0).collect();
    assert!(asked.len() == 1 && asked[0]["promised"] == false, "what the promises take is shown beside it");
    let svg = fs::read_to_string(folder.join("output/frontier.svg")).unwrap();
    assert!(!svg.contains("keeping every promise"), "the budget keeps none");
}

#[test]
fn what_promises_nothing_cannot_be_staffed() {
    let without: String = SMALL.lines().filter(|line| !line.starts_with("target")).map(|l| format!("{l}\n")).collect();
    let folder = workplace("without", &without);
    let said = stderr(&holdline(&folder, "staff small.toml").assert().code(2).stdout(""));
    assert!(said.contains("promises nothing") && said.contains("target = { answer"), "{said}");
    for line in ["--confidence 40%", "--confidence 100%", "--error 0", "--error 60%", "--replications 1", "--threads 0"]
    {
        holdline(&folder, &format!("staff small.toml {line}")).assert().code(2).stdout("");
    }
    assert!(!folder.join("output").exists());
}

#[test]
fn the_impossible_is_an_answer_of_its_own() {
    let folder = workplace("impossible", &format!("{SMALL}max_agents = 5\n"));
    let said = stderr(&holdline(&folder, "staff small.toml --error 3%").assert().code(3).stdout(""));
    assert!(said.contains("calls, abandonment at 11:00") && said.contains("team 5"), "{said}");
    assert!(said.contains("points too high") && said.contains("Without `max_agents` all promises could be"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
    let printed = holdline(&folder, "staff small.toml --error 3% --json").assert().code(3);
    let document = json(&printed.get_output().stdout);
    assert_eq!((&document["feasible"], &document["limited"]), (&Value::Bool(false), &Value::Bool(true)));
    assert!(!document["promises"].as_array().unwrap().is_empty());
    assert!(!folder.join("output").exists(), "nothing is written");
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_nothing_half_done() {
    let folder = workplace("interrupt", SMALL);
    let child = std::process::Command::new(env!("CARGO_BIN_EXE_holdline"))
        .current_dir(&folder)
        .args(["staff", "small.toml", "--replications", "10000000"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(1500));
    assert!(std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "error: interrupted\n");
    assert!(output.stdout.is_empty() && !folder.join("output").exists());
}
