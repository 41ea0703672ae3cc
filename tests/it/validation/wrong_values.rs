//! One line of a sound scenario is wrong: the message marks the place and says what would be right.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{refused, with_line};

/// (name, line of the sound scenario, what stands there instead with a mark at each fault, words of the message)
type Case = (&'static str, usize, &'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
    for (name, line, text, words) in cases {
        refused(name, &with_line(*line, text), words);
    }
}

#[test]
fn keys() {
    check(&[
        ("unknown key", 2, "«colour = 3", &["`colour` is not a key of a scenario", "the keys here are"]),
        ("misspelt key", 12, "«patince = { exponential = { mean = \"3min\" } }", &["did you mean `patience`?"]),
        ("key of another table", 28, "«replications = 20", &["belongs to [run]"]),
        ("underscore for hyphen", 5, "«warm-up = \"2h\"", &["did you mean `warm_up`?"]),
    ]);
}

#[test]
fn durations() {
    check(&[
        (
            "wrong unit",
            12,
            "patience = { exponential = { mean = «\"3 parsecs\" } }",
            &["`parsecs` is not a unit of time", "use ms, s, min, h, d or w"],
        ),
        ("negative mean", 11, "handle = { exponential = { mean = «-4 } }", &["`mean` is negative"]),
        ("negative mean as text", 11, "handle = { exponential = { mean = «\"-4\" } }", &["`mean` is negative"]),
        ("mean of nothing", 11, "handle = { exponential = { mean = «0 } }", &["`mean` must be above 0 s"]),
        ("not a number", 12, "patience = { exponential = { mean = «nan } }", &["`mean` is not a number"]),
        ("not a number as text", 12, "patience = { exponential = { mean = «\"nan\" } }", &["`mean` is not a number"]),
        ("infinite", 12, "patience = { exponential = { mean = «inf } }", &["`mean` is infinite"]),
        ("infinite as text", 12, "patience = { exponential = { mean = «\"inf\" } }", &["`mean` is infinite"]),
        ("huge", 12, "patience = { exponential = { mean = «1e308 } }", &["longer than thirty years", "check the unit"]),
        ("beyond floats", 12, "patience = { exponential = { mean = «1e999 } }", &["too large"]),
        (
            "endless handling",
            11,
            "handle = { empirical = { values = [20, «inf] } }",
            &["only the `values` of an empirical patience may be inf"],
        ),
        (
            "list for a duration",
            11,
            "handle = { exponential = { mean = «[4] } }",
            &["`mean` cannot be a list", "\"4min 30s\""],
        ),
        ("empty duration", 11, "handle = { exponential = { mean = «\"\" } }", &["an empty text is not a duration"]),
        ("target in words", 14, "target = { answer = 0.8, within = «\"soon\" }", &["does not begin with a number"]),
    ]);
}

#[test]
fn laws() {
    check(&[
        ("cv of 0", 11, "handle = { lognormal = { mean = \"4min\", cv = «0 } }", &["`cv` is 0", "constant = { value"]),
        (
            "two laws",
            11,
            "handle = { exponential = { mean = 4 }, «constant = { value = 4 } }",
            &["cannot have both `exponential` and `constant`"],
        ),
        (
            "no mean",
            11,
            "handle = { «lognormal = { cv = 1.1 } }",
            &["`lognormal` needs `mean`", "add `mean = \"4min\"`"],
        ),
        (
            "unknown law",
            11,
            "handle = { «pareto = { mean = 4 } }",
            &["`pareto` is not a key of a law", "`hyperexponential`"],
        ),
        ("misspelt law", 11, "handle = { «exponetial = { mean = 4 } }", &["did you mean `exponential`?"]),
        ("no law", 11, "handle = «\"4min\"", &["`handle` cannot be a text", "constant = { value ="]),
        ("empty law", 11, "«handle = { }", &["a law needs"]),
        ("parameters without law", 11, "handle = { «mean = \"4min\", «cv = 1.1 }", &["`mean` is not a key of a law"]),
        (
            "uniform upside down",
            11,
            "handle = { uniform = { min = 5, «max = 4 } }",
            &["`max` must be greater than `min`"],
        ),
        ("phases", 11, "handle = { erlang = { mean = 4, k = «0 } }", &["a whole number from 1 to 10,000"]),
        ("half a phase", 11, "handle = { erlang = { mean = 4, k = «1.5 } }", &["write it without decimals"]),
        ("shape", 12, "patience = { weibull = { mean = 4, shape = «0 } }", &["a number from 0.05 to 50"]),
        (
            "weights and means",
            11,
            "handle = { hyperexponential = { «weights = [1], means = [3, 4] } }",
            &["1 weights for 2 means"],
        ),
        (
            "weights of nothing",
            11,
            "handle = { hyperexponential = { weights = «[0, 0], means = [3, 4] } }",
            &["the weights add to 0"],
        ),
        (
            "weights and values",
            12,
            "patience = { empirical = { values = [3, 4], «weights = [1] } }",
            &["1 weights for 2 values"],
        ),
        ("no values", 12, "patience = { empirical = { values = «[] } }", &["`values` is empty"]),
        ("handle and talk", 12, "«talk = { constant = { value = 3 } }", &["cannot have both `handle` and `talk`"]),
    ]);
}

#[test]
fn horizon_and_run() {
    check(&[
        ("days and duration", 5, "«duration = \"2h\"", &["cannot have both `days` and `duration`"]),
        ("interval", 5, "«interval = \"7min\"", &["an interval of 7 min does not divide 24 h"]),
        ("interval beyond a day", 5, "«interval = \"48h\"", &["does not divide 24 h"]),
        ("tiny interval", 5, "«interval = 0.001", &["of at least 1 s"]),
        ("warm-up", 5, "«warm_up = \"3d\"", &["leaves nothing of a horizon"]),
        ("no days", 4, "days = «0", &["a whole number from 1 to 731"]),
        ("many days", 4, "days = «732", &["the most is 731"]),
        ("days in words", 4, "days = «\"two\"", &["`days` cannot be a text"]),
        ("date", 5, "start = «\"30.11.2026\"", &["is not a date", "2026-11-30"]),
        ("date and time", 5, "start = «2026-11-30T08:00:00", &["year, month and day alone"]),
        ("no such date", 5, "start = «\"2026-02-30\"", &["is not a date"]),
        ("end of the calendar", 5, "«start = 9999-12-31", &["check the year"]),
        ("replications", 2, "run = { replications = «0 }", &["a whole number from 1 to 10,000,000"]),
        ("seed", 2, "run = { seed = «-1 }", &["the least is 0"]),
        ("large seed", 2, "run = { seed = «9223372036854775808 }", &["9,223,372,036,854,775,807"]),
        ("lines", 2, "centre = { lines = «0 }", &["`lines` is 0"]),
        ("service level", 2, "report = { service_level = «\"answered\" }", &["cannot be `answered`"]),
        ("empty name", 1, "name = «\"\"", &["`name` is empty"]),
    ]);
}

#[test]
fn contacts() {
    check(&[
        ("target of 120 %", 14, "target = { answer = «1.2 }", &["a share is between 0 and 1; write 0.8 for 80 %"]),
        ("target of 120 % as text", 14, "target = { answer = «\"120%\" }", &["`120%`"]),
        ("target below 0", 14, "target = { answer = «-0.1 }", &["a share is between 0 and 1"]),
        ("share of a word", 14, "target = { answer = «\"most\" }", &["write 0.8 for 80 %"]),
        ("empty target", 14, "«target = { within = 20 }", &["at least one of `answer`, `abandon`, `asa` and `csat`"]),
        ("balk", 14, "balk = «-0.1", &["`balk` is `-0.1`"]),
        ("channel", 8, "channel = «\"voise\"", &["did you mean \"voice\"?"]),
        ("hours", 10, "open = «\"8 to 20\"", &["is not a pair of times"]),
        ("hours beyond", 10, "open = «\"08:00-25:00\"", &["`25:00` is not a time of day"]),
        ("hours over midnight", 10, "«open = \"20:00-08:00\"", &["ends before it begins"]),
        ("route of strangers", 13, "route = [«\"frnt\"]", &["there is no agent group `frnt`", "did you mean `front`?"]),
        ("route twice", 13, "route = [\"front\", «\"front\"]", &["stands twice in this route"]),
        (
            "route without skill",
            20,
            "route = [\"front\", «\"back\"]",
            &["does not have this contact type among its skills"],
        ),
        ("priority", 14, "priority = «0", &["a whole number from 1 to 1,000"]),
        ("busy factor", 14, "busy_factor = { cv = «0 }", &["`cv` is 0, but it must be a number above 0"]),
    ]);
}

#[test]
fn arrivals() {
    check(&[
        (
            "profile of three",
            9,
            "arrivals = { per_day = 10, profile = «[1, 2, 3] }",
            &["3 numbers where a day of 30 min intervals has 48 (or 24 for 08:00-20:00, or 96 for all 2 days)"],
        ),
        (
            "profile of nothing",
            18,
            "arrivals = { per_day = 10, «profile = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }",
            &["the profile adds to 0"],
        ),
        ("per day without profile", 9, "«arrivals = { per_day = 10 }", &["`arrivals` needs `profile`"]),
        ("negative demand", 9, "arrivals = { per_hour = «-1 }", &["`per_hour` is -1"]),
        ("demand without bounds", 9, "arrivals = { per_hour = «1e9 }", &["a number from 0 to 10,000,000"]),
        ("demand that is not a number", 9, "arrivals = { per_hour = «nan }", &["`per_hour` is NaN"]),
        (
            "two demands",
            9,
            "arrivals = { per_hour = 3, «per_interval = [4] }",
            &["cannot have both `per_hour` and `per_interval`"],
        ),
        ("demand as number", 9, "arrivals = «100", &["`arrivals` cannot be a number", "per_hour = 100"]),
        (
            "words in a list",
            9,
            "arrivals = { per_interval = [1, «\"x\", «\"y\"] }",
            &["an entry of `per_interval` cannot be a text"],
        ),
        ("state without stay", 9, "arrivals = { modulated = [«{ per_hour = 3 }] }", &["a state needs `stay`"]),
        ("no file", 9, "arrivals = { file = «\"none.csv\", column = \"x\" }", &["there is no file", "none.csv"]),
    ]);
}

#[test]
fn agents() {
    check(&[
        (
            "unknown skill",
            22,
            "skills = [«\"sale\", \"service\"]",
            &["there is no contact type `sale`", "did you mean `sales`?"],
        ),
        ("no skills", 22, "skills = «[]", &["this group has no skills"]),
        ("skill twice", 22, "skills = [\"sales\", \"service\", «\"sales\"]", &["`sales` stands twice"]),
        ("level", 26, "skills = { sales = «0 }", &["the level of `sales` is 0"]),
        ("skills in a word", 26, "skills = «\"sales\"", &["`skills` cannot be a text", "[\"sales\"]"]),
        ("ten million agents", 23, "staff = «10_000_000", &["`staff` is 10000000", "the most is 100,000"]),
        ("half an agent", 23, "staff = «1.5", &["write it without decimals"]),
        ("staff in words", 23, "staff = «\"twelve\"", &["`staff` cannot be a text"]),
        (
            "staffing of three",
            23,
            "staff = { per_interval = «[1, 2, 3] }",
            &["3 numbers where a day of 30 min intervals has 48"],
        ),
        (
            "own handling without skill",
            28,
            "handle = { «service = { constant = { value = 3 } } }",
            &["`service` is not among the skills of this group"],
        ),
        ("cost", 28, "cost_per_hour = «-3", &["a number from 0 to"]),
        ("shrinkage", 28, "shrinkage = «1.0", &["at least 0 and below 1"]),
    ]);
}

#[test]
fn shifts() {
    check(&[
        (
            "break outside shift",
            27,
            "staff = { shifts = [ { from = \"08:00\", to = \"16:30\", agents = 5, breaks = [«\"17:00-17:30\"] } ] }",
            &["not inside its shift 08:00-16:30"],
        ),
        (
            "break before shift",
            27,
            "staff = { shifts = [ { from = \"08:00\", to = \"16:30\", agents = 5, breaks = [«\"07:00-07:30\"] } ] }",
            &["not inside its shift"],
        ),
        (
            "breaks overlap",
            27,
            "staff = { shifts = [ { from = \"08:00\", to = \"16:30\", agents = 5, breaks = [\"12:00-12:30\", «\"12:15-12:45\"] } ] }",
            &["before the one before it has ended"],
        ),
        (
            "break of no length",
            27,
            "staff = { shifts = [ { from = \"08:00\", to = \"16:30\", agents = 5, breaks = [«\"12:00-12:00\"] } ] }",
            &["no length"],
        ),
        (
            "shift without end",
            27,
            "staff = { shifts = [ «{ from = \"08:00\", agents = 5 } ] }",
            &["a shift needs `to`"],
        ),
    ]);
}
