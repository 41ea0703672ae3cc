//! What `holdline schedule` answers where a schedule is not simply there.

use serde_json::Value;

use super::whole::{SCENARIO, folder, run, text};

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

#[test]
fn a_need_that_is_too_low_is_raised_until_fresh_days_keep_the_promise() {
    // Three people and no spare for who does not come: simulation shows what formulas without absence and breaks hide.
    let folder = folder("raised", &SCENARIO.replace("absence = 0.04", "absence = 0.1"), 3);
    let made = run(&folder, &["--need", "need.csv", "--json", "--gap", "10%"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let document = json(&made.stdout);
    assert!(document["rounds"].as_u64() > Some(1) && document["raised"].as_u64() > Some(0), "{document}");
    assert_eq!(document["confirmed"], true);
    // Days that neither the search nor its confirmation has seen.
    let fresh = run(&folder, &["--roster", "out/schedule/schedule.csv", "--json", "--seed", "4711"]);
    assert_eq!(fresh.status.code(), Some(0), "{}", text(&fresh.stderr));
    assert_eq!(json(&fresh.stdout)["confirmed"], true);
}

#[test]
fn a_document_says_how_to_repeat_it() {
    let folder = folder("repeat", SCENARIO, 4);
    let made = run(&folder, &["--need", "need.csv", "--json", "--gap", "10%", "--seed", "5", "--time-limit", "90s"]);
    let document = json(&made.stdout);
    let asked = serde_json::json!({
        "file": "week.toml", "need": "need.csv", "seed": 5, "confidence": 0.95, "gap": 0.1, "time_limit": 90.0
    });
    assert_eq!(document["asked"], asked);
    assert_eq!(document["version"], env!("CARGO_PKG_VERSION"));
    // Full days have eight hours with half an hour unpaid, short days four without a break.
    let group = &document["groups"][0];
    let hours = |name: &str| group[name].as_f64().unwrap();
    assert!(hours("rostered_hours") >= hours("hours") && hours("hours") == hours("on_duty_hours"), "{group}");
}

#[test]
fn the_last_schedule_stays_where_no_more_people_can_be_had() {
    let few = SCENARIO
        .replace("answer = 0.8", "answer = 0.97")
        .replace("shifts = [\"day\"]", "shifts = [\"day\"]\npeople = { max = 4 }")
        .replace("max = 6", "max = 1");
    let folder = folder("capped", &few, 3);
    let told = run(&folder, &["--need", "need.csv", "--gap", "10%"]);
    assert_eq!(told.status.code(), Some(3), "{}", text(&told.stderr));
    let message = text(&told.stderr);
    assert!(message.contains("does not keep") && message.contains("answer of calls"), "{message}");
    assert!(message.contains("against 97") && message.contains("one more person for them"), "{message}");
    assert!(folder.join("out/schedule/schedule.csv").is_file());
    let document = json(&std::fs::read(folder.join("out/schedule/schedule.json")).unwrap());
    assert_eq!((&document["confirmed"], &document["stopped"]["group"]), (&false.into(), &"team".into()));
}

#[test]
fn where_the_first_group_is_at_its_end_the_next_one_does_more() {
    let two = SCENARIO
        .replace("[agents.team]\nskills = [\"calls\"]", "[agents.team]\nskills = { calls = 1 }")
        .replace("[shifts.day]", "[agents.others]\nskills = { calls = 2 }\nstaff = 0\ncost_per_hour = 20\n[shifts.day]")
        .replace("[contracts.full]", "[contracts.others]\ngroup = \"others\"\nshifts = [\"day\"]\n[contracts.full]")
        .replace("group = \"team\"\nshifts = [\"day\"]", "group = \"team\"\nshifts = [\"day\"]\npeople = { max = 2 }")
        .replace("max = 6", "max = 0");
    let folder = folder("levels", &two.replace("absence = 0.04\n", ""), 1);
    let need = std::fs::read_to_string(folder.join("need.csv")).unwrap();
    let both: String =
        need.lines().map(|line| format!("{line},{}\n", if line == "team" { "others" } else { "0" })).collect();
    std::fs::write(folder.join("need.csv"), both).unwrap();
    let made = run(&folder, &["--need", "need.csv", "--json", "--gap", "10%"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let document = json(&made.stdout);
    let people = |group: usize| document["groups"][group]["people"].as_array().unwrap().len();
    assert!(people(0) == 2 && people(1) > 0, "{} and {}", people(0), people(1));
}

#[test]
fn nights_are_scheduled_and_read_back() {
    let nights = SCENARIO
        .split("[shifts.day]")
        .next()
        .unwrap()
        .replace("open = { weekdays = \"09:00-17:00\" }\n", "")
        .replace("answer = 0.8", "answer = 0.1");
    let nights = nights
        + "[shifts.turn]\nstart = [\"06:00\", \"14:00\", \"22:00\"]\nlength = \"10h\"\n[contracts.full]\ngroup = \"team\"\n";
    let folder = folder("nights", &nights, 0);
    std::fs::write(folder.join("need.csv"), "team\n".to_owned() + &"3\n".repeat(48)).unwrap();
    let made = run(&folder, &["--need", "need.csv", "--gap", "10%"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let read = run(&folder, &["--roster", "out/schedule/schedule.csv"]);
    assert_eq!(read.status.code(), Some(0), "{}", text(&read.stderr));
    assert!(text(&read.stdout).contains("every contract is kept"), "{}", text(&read.stdout));
}

#[test]
fn short_horizons_hire_nobody_for_nothing() {
    for days in [1, 5] {
        let short = SCENARIO.replace("days = 7", &format!("days = {days}"));
        let folder = folder(&format!("short-{days}"), &short, 0);
        let row = |interval: usize| if (18..34).contains(&(interval % 48)) { "5\n" } else { "0\n" };
        std::fs::write(folder.join("need.csv"), "team\n".to_owned() + &(0..48).map(row).collect::<String>()).unwrap();
        let made = run(&folder, &["--need", "need.csv", "--json", "--gap", "10%"]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        let people = json(&made.stdout)["groups"][0]["people"].as_array().unwrap().clone();
        assert!((5..30).contains(&people.len()), "{} people", people.len());
        assert!(people.iter().all(|person| !person["days"].as_array().unwrap().is_empty()));
    }
}

#[test]
fn without_targets_there_is_nothing_to_schedule_for() {
    let target = "target = { answer = 0.8, within = \"30s\", per = \"day\" }\n";
    let folder = folder("no-target", &SCENARIO.replace(target, ""), 4);
    let told = run(&folder, &[]);
    assert_eq!(told.status.code(), Some(2));
    assert!(text(&told.stderr).contains("promises nothing"), "{}", text(&told.stderr));
    let made = run(&folder, &["--need", "need.csv", "--gap", "10%"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    assert!(text(&made.stdout).contains("nothing was promised"), "{}", text(&made.stdout));
}

#[test]
fn a_contract_that_nobody_can_keep_is_named() {
    for (more, sentence) in [
        ("hours_per_week = { min = \"60h\" }", "asks for at least 60 h of paid work,"),
        ("hours_per_week = { min = \"38h\", max = \"39h\" }\ndays_per_week = 4", "its shifts come to 30 h"),
        ("days_per_week = 6", "asks for 6 days at work, but its shifts are worked on 5 days"),
    ] {
        let much = SCENARIO.replace("shifts = [\"day\"]", &format!("shifts = [\"day\"]\n{more}"));
        let told = run(&folder("much", &much, 4), &["--need", "need.csv"]);
        assert_eq!(told.status.code(), Some(2), "{}", text(&told.stdout));
        let message = text(&told.stderr);
        assert!(message.contains("[contracts.full]") && message.contains(sentence), "{message}");
    }
    // Each could keep his own, but there are not as many shifts as people who must work.
    let crowd = SCENARIO
        .replace("shifts = [\"day\"]", "shifts = [\"day\"]\npeople = { min = 3 }")
        .replace("length = \"8h\"", "length = \"8h\"\nmost = 2");
    let told = run(&folder("crowd", &crowd, 1), &["--need", "need.csv", "--json"]);
    assert_eq!(told.status.code(), Some(3), "{}", text(&told.stderr));
    assert!(text(&told.stderr).contains("the contracts of team ask for more work"), "{}", text(&told.stderr));
    assert_eq!(json(&told.stdout)["reason"], "contracts");
}

#[test]
fn a_shortage_is_an_answer_in_json_too() {
    let few = SCENARIO
        .replace("shifts = [\"day\"]", "shifts = [\"day\"]\npeople = { max = 3 }")
        .replace("max = 6", "max = 1");
    let told = run(&folder("short-json", &few, 12), &["--need", "need.csv", "--json"]);
    assert_eq!(told.status.code(), Some(3));
    let answer = json(&told.stdout);
    assert_eq!(
        (&answer["feasible"], &answer["reason"], &answer["group"]),
        (&false.into(), &"need".into(), &"team".into())
    );
    // Twelve at work are thirteen on the roster where one in twenty-five does not come; four people there are.
    let first = &answer["missing"][0];
    assert!(first["needed"] == 13 && first["scheduled"].as_u64() <= Some(4), "{first}");
}

#[test]
fn time_that_is_over_proves_nothing() {
    let told = run(&folder("hurry", SCENARIO, 40), &["--need", "need.csv", "--json", "--time-limit", "0.000001s"]);
    assert_eq!(told.status.code(), Some(3), "{}", text(&told.stderr));
    let answer = json(&told.stdout);
    assert_eq!((&answer["feasible"], &answer["reason"]), (&Value::Null, &"time".into()));
    assert!(text(&told.stderr).contains("the time was over") && !text(&told.stderr).contains("infeasible"));
}

#[test]
fn pay_of_contracts_alone_is_money() {
    let paid = SCENARIO.replace("cost_per_hour = 20\n", "shrinkage = 0.2\n");
    let paid = paid.replace("shifts = [\"day\"]", "shifts = [\"day\"]\ncost_per_hour = 25");
    let folder = folder("paid", &paid, 4);
    let made = run(&folder, &["--need", "need.csv", "--gap", "10%"]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let table = text(&made.stdout);
    assert!(!table.contains("paid hours; no schedule"), "{table}");
    assert!(table.contains("each paid hour counts 1.25 times, for shrinkage of 20 %"), "{table}");
    assert!(table.contains("absence of 4 % is planned for on the roster"), "{table}");
    // Whoever has no pay beside others who have one costs a trifle, not one unit of money.
    let document = json(&std::fs::read(folder.join("out/schedule/schedule.json")).unwrap());
    assert_eq!(document["money"], true);
    let people = document["groups"][0]["people"].as_array().unwrap();
    for person in people {
        let pay = if person["contract"] == "full" { 25.0 } else { 0.025 };
        let cost = person["hours"].as_f64().unwrap() * pay / 0.8;
        assert!((person["cost"].as_f64().unwrap() - cost).abs() < 1e-9, "{person}");
    }
}

#[test]
fn an_edited_roster_is_held_against_the_contracts() {
    let ruled = SCENARIO
        .replace("shifts = [\"day\"]", "shifts = [\"day\"]\nhours_per_week = { max = \"37h\" }\npeople = { max = 1 }")
        .replace("length = \"4h\"", "length = \"4h\"\nmost = 1");
    let folder = folder("edited", &ruled, 4);
    let mut rows = "person,group,contract,day,start,end,breaks\n".to_owned();
    (1..=5).for_each(|day| rows.push_str(&format!("Ada,team,full,{day},09:00,17:00,12:00-12:30\n")));
    (1..=5).for_each(|day| rows.push_str(&format!("Bob,team,full,{day},09:00,17:00,15:00-15:30\n")));
    (1..=2).for_each(|day| rows.push_str(&format!("Cy,team,part,{day},10:00,14:00,\n")));
    rows.push_str("Di,team,part,1,11:00,15:00,\nDi,team,part,1,22:00,23:59,\nDi,team,part,2,02:00,06:00,\n");
    std::fs::write(folder.join("edited.csv"), rows).unwrap();
    let told = run(&folder, &["--roster", "edited.csv", "--json"]);
    let judgement = json(&told.stdout);
    let said: Vec<&str> = judgement["violations"].as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
    for sentence in [
        "Ada: 37.5 h at work, where `full` allows 37 h",
        "Bob, day 1 09:00: the breaks are not those of the shift",
        "Cy: 2 days at work, where `part` asks for at least 3",
        "Di: two shifts on one day",
        "Di, day 2 02:00: no shift of the contract has this start, length and day",
        "Di: 2.02 h of rest between the shifts of day 1 22:00 and day 2 02:00, where 11.00 h are asked for",
        "2 people under `full`, which has at most 1",
        "day 1: 2 people on the shift `short`, at most 1",
    ] {
        assert!(said.contains(&sentence), "{sentence} in {said:#?}");
    }
    // Ten days of 7.5 h, three of 4 h, and Di's two other stretches, at 20 an hour.
    let hours = 75.0 + 12.0 + 119.0 / 60.0 + 4.0;
    assert!((judgement["cost"].as_f64().unwrap() - 20.0 * hours).abs() < 1e-6, "{judgement}");
    let table = text(&run(&folder, &["--roster", "edited.csv"]).stdout);
    assert!(table.contains("cost 1 860") && table.contains("warning: beyond the contracts"), "{table}");
}
