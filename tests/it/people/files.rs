//! What files of people are taken to mean, and what wrong ones say.

use holdline::scenario::{
    Attrition, Hiring, HiringClass, InitialTraining, Law, LearningCurve, LearningForm, Nesting, Pay, People, Pressure,
    Sickness, TeamPart, Terms, load,
};
use holdline::units::{DAY, HOUR, Seconds};

use crate::validation::refused;
use crate::workplace::{self, holdline};

const WEEK: f64 = 7.0 * DAY;

/// A scenario without a fault but for what follows `[agents.team.people]`.
fn scenario(people: &str) -> String {
    format!(
        "[horizon]\nstart = 2026-10-01\ndays = 20\n[contacts.calls]\nchannel = \"voice\"\narrivals = {{ per_hour = 30 }}\n\
         handle = {{ constant = {{ value = 60 }} }}\n[agents.team]\nskills = [\"calls\"]\nstaff = 3\ncost_per_hour = 20\n\
         [agents.team.people]\n{people}\n"
    )
}

fn sound(people: &str) -> People {
    let path = workplace::with_file("people", "sound", "case.toml", &scenario(people)).join("case.toml");
    load(&path).unwrap_or_else(|problems| panic!("{problems}")).scenario.groups[0].people.clone().unwrap()
}

#[test]
fn every_key_is_taken_as_it_stands() {
    let loaded = load(std::path::Path::new("tests/it/samples/every-key.toml")).unwrap();
    let of = |name: &str| loaded.scenario.groups.iter().find(|group| group.name == name).unwrap().people.clone();
    let part = |people, tenure, terms| TeamPart { people, tenure, terms };
    let terms = |name: &str, hours: f64, pay| Terms {
        name: name.to_owned(),
        hours_per_week: Seconds(hours * HOUR),
        pay,
        overtime: None,
        time_off: Seconds(0.0),
        until: None,
    };
    let curve = |start, weeks: f64, form| Some(LearningCurve { start, over: Seconds(weeks * WEEK), form });
    let pressure = |above, ten_points| Some(Pressure { above, ten_points });
    let crew = People {
        team: vec![
            part(4, None, 0),
            part(2, Some(Law::Constant { value: 8.0 * WEEK }), 1),
            part(1, Some(Law::Exponential { mean: 30.0 * WEEK }), 0),
        ],
        classes: vec![HiringClass { day: 0, people: 3, terms: 2 }, HiringClass { day: 0, people: 1, terms: 0 }],
        terms: vec![
            Terms {
                overtime: Some((Seconds(4.0 * HOUR), 1.25)),
                time_off: Seconds(2.0 * HOUR),
                ..terms("full-time", 38.0, Pay::Wage(22.0))
            },
            Terms { until: Some(62), ..terms("part-time", 20.0, Pay::Wage(0.0)) }, // 2026-11-30 is the first day.
            terms("helpers", 30.0, Pay::PerHour(31.0)),
            terms("contractors", 30.0, Pay::PerContact(4.5)),
        ],
        training: Some(InitialTraining { over: Seconds(3.0 * WEEK), cost: 900.0, trainer_cost: 1200.0, trainees: 10 }),
        nesting: Some(Nesting { over: Seconds(2.0 * WEEK), presence: 0.5 }),
        handle: curve(1.4, 12.0, LearningForm::Linear),
        resolution: curve(0.8, 10.0, LearningForm::Exponential),
        leave: vec![0.1, 0.05],
        sickness: Some(Sickness { share: 0.05, spell: Some(4.0) }),
        coaching: 0.04,
        adherence: 0.93,
        attrition: Some(Attrition {
            weekly: vec![(13.0 * WEEK, 0.02), (f64::INFINITY, 0.006)],
            occupancy: pressure(0.85, 1.5),
            anger: pressure(0.1, 1.4),
            angry_wait: 300.0,
        }),
        hire_cost: 2500.0,
        hiring: Some(Hiring {
            lead: Seconds(2.0 * WEEK),
            least: 4,
            most: 12,
            classes: 2,
            trainers: Some(3),
            terms: vec![0, 2],
        }),
    };
    assert_eq!(of("crew"), Some(crew));
    let students = of("students").unwrap();
    let classes = vec![HiringClass { day: 0, people: 2, terms: 0 }];
    assert_eq!((students.classes, students.leave, &students.terms[0].pay), (classes, vec![0.1], &Pay::Wage(0.0)));
}

#[test]
fn a_team_alone_is_enough() {
    let people = sound("team = 5");
    let steady = People::steady(5, Seconds(40.0 * HOUR));
    let terms = vec![Terms { pay: Pay::Wage(20.0), ..steady.terms[0].clone() }];
    assert_eq!(people, People { terms, ..steady });
    // 2026-10-01 is a Thursday: the second week begins on the 5th, the fourth and last on the 19th.
    let classes = sound("team = 5\nclasses = [{ week = 2, people = 3 }, { start = 2026-10-19, people = 4 }]").classes;
    assert_eq!(classes.iter().map(|class| (class.day, class.people)).collect::<Vec<_>>(), [(4, 3), (18, 4)]);
}

#[test]
fn wrong_people_are_refused_with_their_places() {
    for (name, people, words) in [
        ("no team", "leave = 0.1", "needs `team`"),
        ("half a person", "team = «2.5", "without decimals"),
        ("no contract", "team = [{ people = 3, contract = «\"part\" }]", "there is no contract `part`"),
        ("tenure", "team = [{ people = 3, tenure = «-1 }]", "tenure"),
        ("early class", "team = 3\nclasses = [{ «start = 2026-09-30, people = 2 }]", "no week of the horizon begins"),
        ("late class", "team = 3\nclasses = [{ «start = 2026-10-20, people = 2 }]", "its last Monday"),
        ("no such week", "team = 3\nclasses = [{ «week = 5, people = 2 }]", "counted from 1 to 4"),
        ("twice", "team = 3\nclasses = [{ start = 2026-10-05, «week = 2, people = 2 }]", "cannot have both"),
        ("no beginning", "team = 3\nclasses = [«{ people = 2 }]", "needs `start` or `week`"),
        ("a number", "team = 3\nclasses = «4", "`classes` cannot be"),
        ("all on leave", "team = 3\nleave = «1", "at least 0 and below 1"),
        ("no leave", "team = 3\nleave = «[]", "`leave` is empty"),
        ("always ill", "team = 3\nsickness = { «share = 0.6 }", "more than half"),
        ("an hour ill", "team = 3\nsickness = { share = 0.1, «spell = \"1h\" }", "at least a day"),
        ("never there", "team = 3\nadherence = «0", "above 0"),
        ("curve", "team = 3\nlearning = { handle = { start = «0, over = \"3w\" } }", "above 0"),
        ("no curve", "team = 3\n«learning = {}", "handle"),
        ("form", "team = 3\nlearning = { handle = { start = 2, over = \"3w\", form = «\"linaer\" } }", "linear"),
        ("last step", "team = 3\nattrition = { weekly = [«{ until = \"3w\", chance = 0.1 }] }", "has no end"),
        (
            "first step",
            "team = 3\nattrition = { weekly = [«{ chance = 0.2 }, { chance = 0.1 }] }",
            "this step needs `until`",
        ),
        (
            "order",
            "team = 3\nattrition = { weekly = «[{ until = \"3w\", chance = 0.1 }, { until = \"2w\", chance = 0.1 }, { chance = 0 }] }",
            "must ascend",
        ),
        ("pressure", "team = 3\nattrition = { weekly = 0.01, anger = { above = 0.1, ten_points = «0 } }", "above 0"),
        (
            "two prices",
            "team = 3\ncontracts = { a = { hours_per_week = \"38h\", cost_per_hour = 3, «price_per_hour = 4 } }",
            "cannot have both `cost_per_hour` and `price_per_hour`",
        ),
        ("long week", "team = 3\ncontracts = { a = { «hours_per_week = \"200h\" } }", "168 hours"),
        ("all off", "team = 3\ncontracts = { a = { hours_per_week = \"20h\", «time_off = \"21h\" } }", "give up more"),
        (
            "ended",
            "team = 3\ncontracts = { a = { hours_per_week = \"20h\", «until = 2026-09-01 } }",
            "before the horizon",
        ),
        ("no contracts", "team = 3\ncontracts = «{}", "is empty"),
        ("misspelt", "team = 3\n«atrition = { weekly = 0.1 }", "did you mean `attrition`?"),
    ] {
        let text = scenario(people);
        let text =
            if name == "no team" { text.replace("[agents.team.people]", "[agents.team.«people]") } else { text };
        refused(&format!("people {name}"), &text, &[words]);
    }
}

#[test]
fn people_go_with_days_and_plans_in_numbers() {
    let text = scenario("team = 3");
    for (name, from, to, words) in [
        ("shares", "staff = 3", "staff = 3\n«shrinkage = 0.3\n«absence = 0.1", "say it in parts"),
        ("duration", "days = 20", "duration = \"400h\"", "need a horizon in days"),
        (
            "shifts",
            "staff = 3",
            "«staff = { shifts = [{ from = \"08:00\", to = \"16:00\", agents = 3 }] }",
            "name people of their own",
        ),
    ] {
        let text = text.replace(from, to);
        let text =
            if name == "duration" { text.replace("[agents.team.people]", "[agents.team.«people]") } else { text };
        refused(&format!("people with {name}"), &text, &[words]);
    }
}

#[test]
fn nobody_employs_more_than_can_be_simulated() {
    let people = "team = 60000\nclasses = [{ week = 2, people = 50000 }]";
    let text = scenario(people).replace("staff = 3", "«staff = 3");
    refused("people in crowds", &text, &["110,000 agents", "the most is 100,000"]);
}

#[test]
fn classes_come_from_a_table_too() {
    let folder = workplace::with_file(
        "people",
        "table",
        "case.toml",
        &scenario(
            "team = 3\nclasses = { file = \"classes.csv\" }\ncontracts = { a = { hours_per_week = \"38h\" }, b = { hours_per_week = \"20h\" } }",
        ),
    );
    let write = |text: &str| std::fs::write(folder.join("classes.csv"), text).unwrap();
    write("week,people,contract\n2,6,b\n3,4,\n");
    let people = load(&folder.join("case.toml")).unwrap().scenario.groups[0].people.clone().unwrap();
    let class = |day, people, terms| HiringClass { day, people, terms };
    assert_eq!(people.classes, [class(4, 6, 1), class(11, 4, 0)]);
    write("start;people\n2026-10-05;6\n");
    let people = load(&folder.join("case.toml")).unwrap().scenario.groups[0].people.clone().unwrap();
    assert_eq!(people.classes, [class(4, 6, 0)]);
    write("week,people,contract\n9,6,b\n2,many,a\n2,3,c\n");
    let said = load(&folder.join("case.toml")).unwrap_err().to_string();
    for words in ["classes.csv:2:1", "classes.csv:3:3", "classes.csv:4:5", "`9`", "`many`", "`c`"] {
        assert!(said.contains(words), "no {words} in\n{said}");
    }
}

#[test]
fn a_table_may_have_classes_of_several_groups() {
    let own = "team = 3\nclasses = { file = \"classes.csv\" }\ncontracts = { b = { hours_per_week = \"20h\" } }";
    let text = scenario(own) + "[agents.second]\nskills = [\"calls\"]\nstaff = 1\n";
    let folder = workplace::with_file("people", "groups", "case.toml", &text);
    let loaded = |table: &str| {
        std::fs::write(folder.join("classes.csv"), table).unwrap();
        load(&folder.join("case.toml")).map(|loaded| loaded.scenario.groups[0].people.clone().unwrap().classes)
    };
    // As `holdline season` writes them: rows of other groups are not this one's.
    let table = "start,group,contract,hires\n2026-10-05,second,c,6\n2026-10-12,team,b,5\n";
    assert_eq!(loaded(table).unwrap(), [HiringClass { day: 11, people: 5, terms: 0 }]);
    for (table, words) in [
        ("start,group,hires\n2026-10-05,second,6\n", ["no class of this table is of the group `team`", "case.toml"]),
        ("start,group,hires\n2026-10-05,team,6\n2026-10-12,taem,6\n", ["did you mean `team`?", "classes.csv:3:12"]),
        ("start,group,hires\n2026-10-05,elsewhere,6\n", ["there are `team` and `second`", "classes.csv:2:12"]),
        ("start,people,hires\n2026-10-05,4,6\n", ["cannot have both `hires` and `people`", "classes.csv:1:7"]),
    ] {
        let said = loaded(table).unwrap_err().to_string();
        assert!(words.iter().all(|words| said.contains(words)), "not {words:?} in\n{said}");
        assert_eq!(said.matches("error").count(), 1, "{said}");
    }
}

#[test]
fn the_command_tells_of_the_people() {
    let people =
        "team = 12\nclasses = [{ week = 2, people = 3 }]\ntraining = { over = \"1w\" }\nattrition = { weekly = 0.05 }";
    let folder = workplace::with_file("people", "command", "case.toml", &scenario(people));
    let run = holdline(&folder, "run case.toml --replications 4 --quiet --out out").output().unwrap();
    let (table, errors) = (String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap());
    assert!(run.status.success(), "{errors}");
    for words in ["people", "leave", "2026-10-05", "worked, h"] {
        assert!(table.contains(words), "no {words} in\n{table}");
    }
    let rows = std::fs::read_to_string(folder.join("out/case/people.csv")).unwrap();
    assert!(rows.starts_with("scenario,group,week,start,days,figure,value,std_error,ci95_low,ci95_high\n"), "{rows}");
    assert!(rows.contains("\ncase,team,2,2026-10-05,7,starters,3,0,3,3\n"), "{rows}");
    let threads = |n: &str| {
        holdline(&folder, &format!("run case.toml --replications 9 --json --quiet --threads {n}"))
            .output()
            .unwrap()
            .stdout
    };
    assert_eq!(threads("1"), threads("3"));
    let document: serde_json::Value = serde_json::from_slice(&threads("2")).unwrap();
    let weeks = document["scenarios"][0]["people"]["team"].as_array().unwrap();
    assert_eq!((weeks.len(), weeks[1]["in_training"]["value"].as_f64()), (4, Some(3.0)));
}
