//! `holdline roster` from the outside: the same bytes, shortages, edited rosters, shifts as the need, the way to `run`.

use std::fs;

use serde_json::Value;

use super::{folder, run, text};
use crate::workplace::holdline;

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn the_same_bytes_on_any_number_of_threads() {
    let folder = folder("threads", 2);
    let files = [
        "roster.csv",
        "calendar.csv",
        "people.csv",
        "coverage.csv",
        "roster.xlsx",
        "roster.json",
        "coverage.svg",
        "fairness.png",
        "calendars/ada.ics",
    ];
    let made = |threads: u32| -> Vec<Vec<u8>> {
        let told = run(&folder, &format!("--threads {threads}"));
        assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
        let read = |file: &&str| fs::read(folder.join("out/roster").join(file)).unwrap();
        files.iter().map(read).chain([told.stdout]).collect()
    };
    assert!(made(1) == made(3));
}

#[test]
fn a_roster_is_simulated_over_its_weeks() {
    let folder = folder("simulated", 2);
    assert_eq!(run(&folder, "").status.code(), Some(0));
    let scenario = fs::read_to_string(folder.join("team.toml")).unwrap();
    let staffed =
        scenario.replace("{ file = \"need.csv\", column = \"team\" }", "{ roster = \"out/roster/roster.csv\" }");
    fs::write(folder.join("staffed.toml"), staffed).unwrap();
    let told = holdline(&folder, "run staffed.toml --json --quiet").output().unwrap();
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let hours = json(&told.stdout)["scenarios"][0]["agents"]["team"]["logged_in_hours"]["value"].as_f64().unwrap();
    let duty: f64 = json(&fs::read(folder.join("out/roster/roster.json")).unwrap())["groups"][0]["people"]
        .as_array()
        .unwrap()
        .iter()
        .map(|person| person["hours"].as_f64().unwrap())
        .sum();
    // Paid hours are those without the one unpaid break; whoever finishes a call stays a little longer.
    assert!((0.0..0.02 * duty).contains(&(hours - duty)), "{hours} for {duty}");
}

#[test]
fn need_that_nobody_can_cover_is_an_answer() {
    let folder = folder("short", 6);
    let told = run(&folder, "--json");
    assert_eq!(told.status.code(), Some(3), "{}", text(&told.stderr));
    let document = json(&told.stdout);
    let group = &document["groups"][0];
    let number = |value: &Value| value.as_f64().unwrap();
    let proven: f64 = group["least_missing_hours"].as_array().unwrap().iter().map(number).sum();
    assert!(proven > 0.0 && proven <= number(&group["missing_hours"]) + 1e-6, "{group}");
    assert_eq!((&document["feasible"], &document["gap"]), (&false.into(), &Value::Null));
    let message = text(&told.stderr);
    for words in ["infeasible: no roster of these people covers the need of team", "needed on the roster", "help: "] {
        assert!(message.contains(words), "{words} in {message}");
    }
    assert!(folder.join("out/roster/roster.csv").is_file(), "the best roster is there nevertheless");
}

#[test]
fn an_edited_roster_is_held_against_the_rules() {
    let folder = folder("edited", 0);
    let mut rows = "person,group,contract,day,start,end,breaks\n".to_owned();
    (1..=6).for_each(|day| rows.push_str(&format!("Ada,team,full,{day},08:00,16:00,11:00-11:30\n")));
    (1..=3).for_each(|day| rows.push_str(&format!("Cy,team,full,{day},08:00,16:00,11:00-11:30\n")));
    rows.push_str("Ed,team,full,1,12:00,20:00,15:00-15:30\nEd,team,full,2,08:00,16:00,11:00-11:30\n");
    rows.push_str("Ed,team,full,3,08:00,16:00,14:00-14:30\nZoe,team,full,1,08:00,16:00,11:00-11:30\n");
    (3..=5).for_each(|day| rows.push_str(&format!("Gus,team,full,{day},08:00,16:00,11:00-11:30\n")));
    (8..=10).for_each(|day| rows.push_str(&format!("Gus,team,full,{day},09:00,17:00,12:00-12:30\n")));
    fs::write(folder.join("edited.csv"), rows).unwrap();
    let told = run(&folder, "--roster edited.csv --json");
    let document = json(&told.stdout);
    let said: Vec<&str> = document["violations"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
    for sentence in [
        "Zoe: nobody of that name is on the staff",
        "Ada: 6 days at work in week 1, where 3 to 5 are right",
        "Ada: 45.00 h in week 1, where 0.00 to 37.50 h are right",
        "Cy: at work on 2026-11-30, a day off or of leave",
        "Ed, 2026-12-02 08:00: no shift of the contract has this start, length and breaks",
        "Ed: 12.00 h of rest between the shifts of 2026-11-30 and 2026-12-01, where 11.00 h are asked for",
    ] {
        let meant = !sentence.contains("12.00 h of rest");
        assert_eq!(said.contains(&sentence), meant, "{sentence} in {said:#?}");
    }
    assert!(said.iter().all(|sentence| !sentence.starts_with("Gus")), "{said:#?}");
    // 6 + 3 + 2 + 6 shifts of seven and a half hours; nobody has overtime in the contract.
    assert_eq!(document["cost"].as_f64().unwrap(), 17.0 * 7.5 * 20.0);
    assert!(text(&run(&folder, "--roster edited.csv").stdout).contains("warning: against the rules"));
}

#[test]
fn shifts_can_be_the_need_and_a_week_repeats() {
    let folder = folder("shifts", 0);
    let scenario = fs::read_to_string(folder.join("team.toml")).unwrap();
    let week = scenario.replace("days = 14", "days = 7").replace("{ file = \"need.csv\", column = \"team\" }", "1");
    fs::write(folder.join("team.toml"), week).unwrap();
    let mut rows = "person,group,day,start,end,breaks\n".to_owned();
    (1..=5).for_each(|day| rows.push_str(&format!("one,team,{day},08:00,16:00,11:00-11:30\n")));
    (1..=5).for_each(|day| rows.push_str(&format!("two,team,{day},12:00,20:00,15:00-15:30\n")));
    fs::write(folder.join("shifts.csv"), rows).unwrap();
    let told = run(&folder, "--need shifts.csv --weeks 3 --json");
    assert_eq!(told.status.code(), Some(0), "{}", text(&told.stderr));
    let document = json(&told.stdout);
    let need = document["groups"][0]["need"].as_array().unwrap();
    let at = |day: usize, half: usize| need[day * 48 + half].as_u64().unwrap();
    assert_eq!(need.len(), 21 * 48);
    for monday in [0, 7, 14] {
        // From 08:00 one, from 12:00 two, at their breaks one, from 16:00 one, none at night and on Saturdays.
        assert_eq!([16, 22, 24, 30, 33, 40].map(|half| at(monday, half)), [1, 0, 2, 1, 1, 0]);
        assert_eq!(at(monday + 5, 24), 0);
    }
}

#[test]
fn wrong_use_is_told() {
    let folder = folder("wrong-use", 1);
    let told = |line: &str, words: &str| {
        let told = holdline(&folder, line).output().unwrap();
        assert_eq!(told.status.code(), Some(2), "{line}: {}", text(&told.stderr));
        assert!(text(&told.stderr).contains(words), "{line}: {}", text(&told.stderr));
    };
    told("roster team.toml --people people.csv --weeks 3", "the horizon has 2 weeks and the roster 3");
    let scenario = fs::read_to_string(folder.join("team.toml")).unwrap();
    fs::write(
        folder.join("days.toml"),
        scenario.replace("days = 14", "days = 10").replace("{ file = \"need.csv\", column = \"team\" }", "1"),
    )
    .unwrap();
    told("roster days.toml", "a roster is for whole weeks");
    fs::write(folder.join("many.toml"), scenario.replace("people = { max = 8 }\n", "")).unwrap();
    told("roster many.toml", "nobody says how many people work under [contracts.full]");
    let help = text(&holdline(&folder, "roster --help").output().unwrap().stdout);
    ["--need", "--people", "--weeks", "--roster", "--effort"].iter().for_each(|option| assert!(help.contains(option)));
}
