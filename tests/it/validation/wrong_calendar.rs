//! Weeks, time zones, calendars and busy factors that are wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use holdline::scenario::load;

use super::{SOUND, folder, refused};

/// (name, horizon, the rest of what is added, words of the message)
type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

const WEEK: &str = "start = 2026-11-30\nweeks = 1\ninterval = \"30min\"";

fn check(cases: &[Case]) {
    for (name, horizon, tables, words) in cases {
        let text = SOUND.replace("days = 2\ninterval = \"30min\"", horizon) + tables;
        refused(name, &text, words);
    }
}

#[test]
fn horizons() {
    check(&[
        ("days and weeks", "days = 2\n«weeks = 3", "", &["cannot have both `days` and `weeks`"]),
        ("many weeks", "weeks = «105", "", &["`weeks` is 105", "104"]),
        (
            "unknown zone",
            "start = 2026-11-30\nweeks = 1\ntime_zone = «\"Europe/Berlim\"",
            "",
            &["there is no time zone `Europe/Berlim`", "did you mean \"Europe/Berlin\"?"],
        ),
        ("zone without dates", "weeks = 1\n«time_zone = \"Europe/Berlin\"", "", &["a time zone needs a calendar"]),
        (
            "zone without days",
            "start = 2026-11-30\nduration = \"9d\"\n«time_zone = \"Europe/Berlin\"",
            "",
            &["a time zone needs a calendar", "`days` or `weeks`"],
        ),
        (
            "coarse intervals",
            "start = 2026-03-28\nweeks = 1\ntime_zone = \"Europe/Berlin\"\n«interval = \"2h\"",
            "",
            &["intervals of 2 h 00 min do not fit", "change by 1 h 00 min at 02:00"],
        ),
        (
            "half an hour",
            "start = 2026-10-01\nweeks = 1\ntime_zone = \"Australia/Lord_Howe\"\n«interval = \"1h\"",
            "",
            &["change by 30 min 00 s"],
        ),
        (
            "a day lost",
            "start = 2011-12-26\nweeks = 1\n«time_zone = \"Pacific/Apia\"",
            "",
            &["the clocks of `Pacific/Apia` are changed by days on 2011-12-30"],
        ),
    ]);
}

#[test]
fn factors() {
    check(&[
        ("carry of one", WEEK, "[centre]\nbusy_factor = { cv = 0.1, carry = «1 }", &["`carry`"]),
        ("carry below zero", WEEK, "[centre]\nbusy_factor = { cv = 0.1, carry = «-0.1 }", &["`carry`"]),
        ("carry alone", WEEK, "[centre]\n«busy_factor = { carry = 0.1 }", &["a busy factor needs `cv`"]),
        (
            "no dates",
            "days = 2\ninterval = \"30min\"",
            "[«calendar]\ngrowth = \"3%\"",
            &["needs the dates of the days", "start = 2026-11-30"],
        ),
        ("below nothing", WEEK, "[calendar]\nweekdays = { monday = «-1 }", &["`monday` is -1"]),
        ("unknown weekday", WEEK, "[calendar]\nweekdays = { «munday = 1 }", &["did you mean `monday`?"]),
        (
            "too many weeks",
            WEEK,
            "[calendar]\nweeks = «[1, 2]",
            &["`weeks` has 2 numbers where the horizon asks for 1"],
        ),
        ("few weeks of the year", WEEK, "[calendar]\nweeks_of_year = «[1, 2]", &["a year asks for 52 or 53"]),
        ("growth", WEEK, "[calendar]\ngrowth = «\"3\"", &["is not a change of volume", "\"+20%\""]),
    ]);
}

#[test]
fn holidays() {
    let one = |entry: &str| format!("[calendar]\nholidays = [{entry}]");
    let cases: [(&str, &str, &[&str]); 9] = [
        (
            "outside",
            "«{ date = 2026-12-25, name = \"Christmas\", closed = true }",
            &["2026-12-25 lies outside of the horizon, 2026-11-30 to 2026-12-06"],
        ),
        (
            "twice",
            "{ date = 2026-12-01, name = \"A\", closed = true }, «{ date = 2026-12-01, name = \"B\", factor = 2, types = \"sales\" }",
            &["2026-12-01 is both `A` and `B`"],
        ),
        (
            "closed with a factor",
            "{ date = 2026-12-01, name = \"A\", closed = true, «factor = 2 }",
            &["a holiday cannot be closed and have `factor`"],
        ),
        ("nothing said", "«{ date = 2026-12-01, name = \"A\" }", &["needs at least one of"]),
        ("no name", "«{ date = 2026-12-01, factor = 2 }", &["a holiday needs `name`"]),
        (
            "unknown type",
            "{ date = 2026-12-01, name = \"A\", factor = 2, types = [«\"sail\"] }",
            &["there is no contact type `sail`", "did you mean `sales`?"],
        ),
        ("hours backwards", "{ date = 2026-12-01, name = \"A\", open = «\"14:00-10:00\" }", &["`open` ends before"]),
        ("like", "{ date = 2026-12-01, name = \"A\", like = «\"sundae\" }", &["did you mean \"sunday\"?"]),
        ("no date", "{ date = «\"1 December\", name = \"A\", factor = 2 }", &["`date` is not a date"]),
    ];
    for (name, entry, words) in cases {
        let text = SOUND.replace("days = 2\ninterval = \"30min\"", WEEK) + &one(entry);
        refused(name, &text, words);
    }
}

#[test]
fn campaigns() {
    let cases: [(&str, &str, &[&str]); 5] = [
        (
            "backwards",
            "{ from = 2026-12-02, «to = 2026-12-01, change = \"+20%\" }",
            &["a campaign cannot end on 2026-12-01 when it begins on 2026-12-02"],
        ),
        (
            "outside",
            "«{ from = 2027-12-02, to = 2027-12-03, change = \"+20%\" }",
            &["this campaign lies outside of the horizon, 2026-11-30 to 2026-12-06"],
        ),
        ("no change", "{ from = 2026-12-01, to = 2026-12-01, change = «\"lots\" }", &["is not a change of volume"]),
        (
            "hours",
            "{ from = 2026-12-01, to = 2026-12-01, change = \"5%\", hours = «\"12:00-12:00\" }",
            &["`hours` ends before it begins"],
        ),
        ("types", "{ from = 2026-12-01, to = 2026-12-01, change = \"5%\", types = «\"x\" }", &["no contact type `x`"]),
    ];
    for (name, entry, words) in cases {
        let campaigns = format!("[calendar]\ncampaigns = [{entry}]");
        refused(name, &(SOUND.replace("days = 2\ninterval = \"30min\"", WEEK) + &campaigns), words);
    }
}

#[test]
fn arrivals_that_have_no_typical_day() {
    let modulated = "arrivals = { modulated = [{ per_hour = 9, stay = \"1h\" }] }";
    let text = SOUND.replace("days = 2\ninterval = \"30min\"", WEEK).replace("arrivals = { per_hour = 50 }", modulated);
    let text = text.replace("[contacts.service]", "[contacts.«service]");
    let words = ["cannot change the modulated arrivals of `service`", "by `types`"];
    refused("modulated", &(text + "[calendar]\ngrowth = \"3%\""), &words);
    let mut counts = vec!["1"; 336].join(", ");
    counts = format!("arrivals = {{ per_interval = [{counts}] }}");
    let whole = SOUND.replace("days = 2\ninterval = \"30min\"", WEEK).replace("arrivals = { per_hour = 50 }", &counts);
    let loaded = super::read("whole", &(whole + "[calendar]\ngrowth = \"3%\"")).unwrap();
    assert_eq!(loaded.warnings.len(), 1, "{:?}", loaded.warnings);
    assert!(loaded.warnings[0].contains("the calendar does not change the arrivals of `service`"));
}

#[test]
fn files_of_holidays() {
    let folder = folder("holidays");
    let rows = "date,name,factor,colour\n2026-12-01,A,much,red\nsoon,B,2,red\n";
    std::fs::write(folder.join("days.csv"), rows).unwrap();
    let text = SOUND.replace("days = 2\ninterval = \"30min\"", WEEK) + "[calendar]\nholidays = \"days.csv\"\n";
    std::fs::write(folder.join("case.toml"), &text).unwrap();
    let problems = load(&folder.join("case.toml")).unwrap_err();
    let shown = problems.to_string();
    assert_eq!(problems.len(), 3, "{shown}");
    for words in ["days.csv:2:14", "days.csv:3:1", "a file of holidays has no column `colour`", "`date` is not a date"]
    {
        assert!(shown.contains(words), "no {words} in\n{shown}");
    }
    std::fs::write(folder.join("case.toml"), text.replace("days.csv", "none.csv")).unwrap();
    assert!(load(&folder.join("case.toml")).unwrap_err().to_string().contains("none.csv"));
}
