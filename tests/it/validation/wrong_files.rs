//! Files that cannot be read at all, that refer to each other wrongly, or that have several faults at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;

use holdline::scenario::load;

use super::{SOUND, folder, refused, unmarked, with_line};

#[test]
fn all_faults_are_reported_at_once() {
    let text = r#"«nam = "x"
[horizon]
days = 1
interval = "7min"
[run]
replications = «"many"
seed = «-1
[contacts.sales]
«chanel = "voice"
arrivals = { per_hour = «"3" }
handle = { lognormal = { mean = «"-4min", cv = «0 } }
target = { answer = «1.2, within = «"20 parsecs" }
[contacts.unheard]
channel = "voice"
arrivals = { per_hour = 3 }
handle = { constant = { value = 3 } }
[agents.a]
skills = [«"sale"]
staff = «10000000
"#
    .replace("interval", "«interval");
    refused("all at once", &text, &["did you mean `name`?", "did you mean `channel`?"]);
}

#[test]
fn what_toml_objects_to() {
    let cases: [(&str, usize, &str, &[&str]); 5] = [
        ("duplicate key", 5, "«days = 3", &["duplicate key"]),
        ("no value", 4, "days =«", &["this is not valid TOML"]),
        ("open text", 1, "name = \"Sound«", &["this is not valid TOML"]),
        ("duplicate table", 16, "[contacts.«sales]", &["duplicate key"]),
        ("bad escape", 1, "name = \"So\\u«nd\"", &["this is not valid TOML"]),
    ];
    for (name, line, text, words) in cases {
        refused(name, &with_line(line, text), words);
    }
}

#[test]
fn several_slips_of_the_pen() {
    let problems = super::read("slips", "a = \nb = 3\nc = [1,,2]\n[horizon\n").expect_err("refused");
    let shown = problems.to_string();
    assert!(problems.len() >= 2, "{shown}");
    assert!(shown.contains("case.toml:1:5") && shown.contains("case.toml:3:8"), "{shown}");
}

#[test]
fn missing_parts() {
    let words = [
        "a scenario needs `horizon`",
        "add a table [horizon]",
        "a scenario needs `contacts`",
        "a scenario needs `agents`",
    ];
    refused("only a name", "«««name = \"x\"\n", &words);
    let agents_only = "«[horizon]\ndays = 1\n[agents.a]\nskills = [\"x\"]\nstaff = «-1\nhandle = { x = { constant = { value = 3 } } }\n";
    refused("only agents", agents_only, &["a scenario needs `contacts`"]);
    let contacts_only = SOUND.split("[agents.front]").next().unwrap();
    refused("only contacts", &format!("«{contacts_only}"), &["a scenario needs `agents`"]);
    let text = with_line(8, "").replace("[contacts.sales]", "[contacts.«sales]");
    refused(
        "no channel",
        &text,
        &["a contact type needs `channel`", "add `channel = \"voice\"`: how it reaches the centre"],
    );
    let text = with_line(11, "").replace("[contacts.sales]", "[contacts.«sales]");
    refused("no handling time", &text, &["a contact type needs `handle` or `talk` with `wrap`"]);
    let text = with_line(4, "").replace("[horizon]", "[«horizon]");
    refused("no length", &text, &["the horizon needs `days` or `weeks` or `duration`"]);
    refused(
        "empty contacts",
        &SOUND
            .replace("[contacts.sales]", "[«contacts]\n[x.sales]")
            .replace("[contacts.service]", "[x.service]")
            .replace("[x.sales]", "[«x.sales]"),
        &["`contacts` is empty", "`x` is not a key"],
    );
}

#[test]
fn nothing_to_read() {
    for (name, text) in [("empty", ""), ("comment only", "# soon\n"), ("blank", "\n\n  \n")] {
        let problems = super::read(name, text).expect_err("refused");
        assert_eq!(problems.len(), 1);
        let shown = problems.to_string();
        assert!(
            shown.contains("this file is empty") && shown.contains("holdline init") && shown.contains("case.toml:1:1"),
            "{shown}"
        );
    }
    let folder = folder("nothing");
    let shown = load(&folder).expect_err("refused").to_string();
    assert!(shown.contains("is a folder, not a file"), "{shown}");
    let shown = load(&folder.join("none.toml")).expect_err("refused").to_string();
    assert!(shown.contains("there is no file") && shown.contains("none.toml"), "{shown}");
}

#[test]
fn not_utf8() {
    let path = folder("latin-1").join("case.toml");
    fs::write(&path, b"# ol\xe9\nname = \"caf\xe9\"\n").unwrap();
    let shown = load(&path).expect_err("refused").to_string();
    for word in ["not UTF-8", "offset 4", "case.toml:1:5", "save the file with the encoding UTF-8"] {
        assert!(shown.contains(word), "{shown}");
    }
}

#[test]
fn too_large() {
    let path = folder("large").join("case.toml");
    fs::File::create(&path).unwrap().set_len(50_000_001).unwrap();
    let shown = load(&path).expect_err("refused").to_string();
    assert!(shown.contains("is larger than 50 MB"), "{shown}");
}

#[test]
fn deep_nesting_is_refused() {
    for (name, text) in [
        ("deep list", format!("a = {}{}", "[".repeat(100_000), "]".repeat(100_000))),
        ("deep key", format!("a{} = 1", ".a".repeat(100_000))),
    ] {
        assert!(super::read(name, &text).is_err());
    }
    let level = format!("{{ a{} = ", ".a".repeat(70));
    assert!(super::read("deep tables", &format!("a = {}1{}", level.repeat(70), " }".repeat(70))).is_err());
}

#[test]
fn bases() {
    let folder = folder("bases");
    let check = |name: &str, text: &str, words: &[&str]| {
        fs::write(folder.join(name), text).unwrap();
        let problems = load(&folder.join(name)).expect_err("refused");
        let shown = problems.to_string();
        assert_eq!(problems.len(), 1, "{shown}");
        words.iter().for_each(|word| assert!(shown.contains(word), "{name}: no `{word}` in\n{shown}"));
    };
    check("self.toml", "extends = \"self.toml\"\n", &["self.toml:1:11", "in a circle"]);
    fs::write(folder.join("one.toml"), "extends = \"two.toml\"\n").unwrap();
    check("two.toml", "extends = \"one.toml\"\n", &["one.toml:1:11", "two.toml -> ", "one.toml -> "]);
    check("missing.toml", "name = \"x\"\nextends = \"nowhere.toml\"\n", &["missing.toml:2:11", "there is no file"]);
    check("number.toml", "extends = 3\n", &["number.toml:1:11", "`extends` cannot be a number"]);
    fs::write(folder.join("faulty.toml"), with_line(8, "channel = \"fax\"")).unwrap();
    check("heir.toml", "extends = \"faulty.toml\"\n", &["faulty.toml:8:11", "cannot be `fax`"]);
    fs::write(folder.join("sound.toml"), SOUND).unwrap();
    check("heir2.toml", "extends = \"sound.toml\"\n[agents.front]\nstaff = -1\n", &["heir2.toml:3:9", "`staff` is -1"]);
}

#[test]
fn tables() {
    let folder = folder("tables");
    let staffing =
        |file: &str, column: &str| with_line(23, &format!("staff = {{ file = \"{file}\", column = \"{column}\" }}"));
    let check = |name: &str, table: &[u8], places: &[&str], words: &[&str]| {
        fs::write(folder.join("staff.csv"), table).unwrap();
        fs::write(folder.join("case.toml"), staffing("staff.csv", "front")).unwrap();
        let problems = load(&folder.join("case.toml")).expect_err("refused");
        let shown = problems.to_string();
        assert_eq!(problems.len(), places.len(), "{name}\n{shown}");
        places.iter().chain(words).for_each(|word| assert!(shown.contains(word), "{name}: no `{word}` in\n{shown}"));
    };
    let rows =
        |header: &str, bad: &str| format!("{header}\n{}{bad}\n{}", "a,1\n".repeat(10), "a,1\n".repeat(37)).into_bytes();
    check(
        "missing column",
        &rows("time,Frnt", "a,1"),
        &["case.toml:23:40"],
        &["no column `front`", "did you mean `Frnt`? its columns are `time` and `Frnt`"],
    );
    check(
        "bad number",
        &rows("time,front", "a,x1"),
        &["staff.csv:12:3"],
        &["`x1` in the column `front` cannot be used"],
    );
    check("half an agent", &rows("time,front", "a,1.5"), &["staff.csv:12:3"], &["a whole number from 0 to 100,000"]);
    check("not a number", &rows("time,front", "a,nan"), &["staff.csv:12:3"], &["`nan`"]);
    check("empty cell", &rows("time,front", "a,"), &["staff.csv:12:3"], &["is empty"]);
    check(
        "decimal comma",
        &rows("time,front", "a,1,0"),
        &["staff.csv:12:1"],
        &["this row has 3 cells where the header has 2"],
    );
    check("quoted comma", &rows("time,front", "\"a, b\",x"), &["staff.csv:12:8"], &["`x`"]);
    check("too few rows", b"front\n1\n2\n", &["case.toml:23:11"], &["2 rows where a day of 30 min intervals has 48"]);
    check("no rows", b"front\n", &["staff.csv:1:1"], &["no rows below its header"]);
    check("no header", b"", &["staff.csv:1:1"], &["this table is empty"]);
    check("not UTF-8", b"front\n\xff\n", &["staff.csv:2:1"], &["not UTF-8"]);
}

#[test]
fn too_many_agents_together_and_too_many_names() {
    let groups: String = (0..3).map(|i| format!("[agents.g{i}]\nskills = [\"sales\"]\nstaff = 40_000\n")).collect();
    let (text, _) = unmarked(&format!("{SOUND}{groups}"));
    let shown = super::read("crowd", &text).expect_err("refused").to_string();
    assert!(shown.contains("the groups have 120,017 agents together") && shown.contains("case.toml:37:1"), "{shown}");
    let groups: String = (0..127).map(|i| format!("[agents.g{i}]\nskills = [\"sales\"]\nstaff = 1\n")).collect();
    let shown = super::read("names", &format!("{SOUND}{groups}")).expect_err("refused").to_string();
    assert!(shown.contains("`agents` has 129 tables, but at most 128"), "{shown}");
}

#[test]
fn a_contact_type_that_nobody_takes() {
    let text = with_line(22, "skills = [\"sales\"]").replace("[contacts.service]", "[contacts.«service]");
    refused("nobody takes", &text, &["no agent group can take `service`", "add `service` to the `skills` of a group"]);
}

#[test]
fn opening_hours_across_the_intervals_fit_no_list() {
    let text = with_line(9, "arrivals = { per_interval = «[1, 2] }").replace("08:00-20:00", "08:10-20:00");
    refused("across", &text, &["2 numbers where a day of 30 min intervals has 48", "08:10-20:00 do not begin and end"]);
}

#[test]
fn colours_are_only_there_when_asked_for() {
    let problems = super::read("colour", &with_line(4, "days = 0")).expect_err("refused");
    assert!(problems.render(true).contains('\u{1b}'));
    assert!(!problems.to_string().contains('\u{1b}'));
    assert!(problems.to_string().contains("error: ") && problems.to_string().contains(" --> "));
    assert!(!problems.is_empty());
}
