//! The whole file, `[horizon]`, `[run]`, `[centre]` and `[report]`.

use super::{
    BUSY_FACTOR, CALENDAR, CONTACT, CONTRACT, DURATION, GROUP, Kind, POSITIVE, SATISFACTION, SHIFT_TYPE, TIMES,
    TableSpec, as_one, by_key, key, required,
};

/// The whole file.
pub(crate) static ROOT: TableSpec = TableSpec::new(
    "scenario",
    "a scenario",
    "One contact centre over one horizon.",
    &[
        key(
            "name",
            Kind::Text,
            "\"Peak Monday\"",
            "What tables and charts call the scenario; without it, the file's name.",
        ),
        key("extends", Kind::File, "\"base.toml\"", "A scenario file whose values this file replaces, key by key."),
        required("horizon", by_key(&HORIZON), "[horizon]", "When the scenario starts and how long it runs."),
        key("calendar", by_key(&CALENDAR), "[calendar]", "How volumes and opening hours differ from day to day."),
        key("run", by_key(&RUN), "[run]", "How many replications, from which seed."),
        key("centre", by_key(&CENTRE), "[centre]", "What all contact types share."),
        key("report", by_key(&REPORT), "[report]", "What is reported beyond the usual."),
        key("satisfaction", by_key(&SATISFACTION), "[satisfaction]", "The model of satisfaction; it may be empty."),
        required(
            "contacts",
            Kind::Map { of: &by_key(&CONTACT), merge: true },
            "[contacts.<name>]",
            "The contact types, by name.",
        ),
        required(
            "agents",
            Kind::Map { of: &by_key(&GROUP), merge: true },
            "[agents.<name>]",
            "The agent groups, by name; their order settles ties in routing.",
        ),
        key(
            "shifts",
            Kind::Map { of: &by_key(&SHIFT_TYPE), merge: true },
            "[shifts.<name>]",
            "Shift types from which a schedule is made, by name.",
        ),
        key(
            "contracts",
            Kind::Map { of: &by_key(&CONTRACT), merge: true },
            "[contracts.<name>]",
            "Contracts of the people of a schedule, by name.",
        ),
    ],
);

/// `[horizon]`.
pub(crate) static HORIZON: TableSpec = TableSpec::new(
    "horizon",
    "the horizon",
    "When the scenario starts and how long it runs.",
    &[
        key("start", Kind::Date, "2026-11-30", "Local date of the first day; a study without a calendar has none."),
        key(
            "days",
            Kind::Whole { min: 1, max: 731 },
            "1",
            "Whole days from midnight, reported by interval of the day.",
        ),
        key("weeks", Kind::Whole { min: 1, max: 104 }, "16", "As many weeks, in place of `days`."),
        key(
            "time_zone",
            Kind::Text,
            "\"Europe/Berlin\"",
            "Whose summer time makes days of 23 and 25 hours; every day has 24 unless said.",
        ),
        key("duration", POSITIVE, "\"2000h\"", "One long run from an empty centre, reported as a whole."),
        key(
            "interval",
            POSITIVE,
            "\"30min\"",
            "The step of staffing and reporting; it divides 24 h. 30 min unless said.",
        ),
        key(
            "warm_up",
            DURATION,
            "\"2h\"",
            "The first part of the horizon, whose contacts are not counted. None unless said.",
        ),
    ],
)
.either(&[&["days"], &["weeks"], &["duration"]]);

/// `[run]`.
pub(crate) static RUN: TableSpec = TableSpec::new(
    "run",
    "the run",
    "How many replications, from which seed.",
    &[
        key(
            "replications",
            Kind::Whole { min: 1, max: 10_000_000 },
            "400",
            "Independent simulated runs; 100 unless said.",
        ),
        key("seed", Kind::Whole { min: 0, max: i64::MAX as u64 }, "7", "Seed of all random numbers; 1 unless said."),
    ],
);

/// `[centre]`.
pub(crate) static CENTRE: TableSpec = TableSpec::new(
    "centre",
    "the centre",
    "What all contact types share.",
    &[
        key(
            "lines",
            Kind::Whole { min: 1, max: 10_000_000 },
            "200",
            "Most voice contacts queued and in handling at once.",
        ),
        key(
            "busy_factor",
            as_one(&BUSY_FACTOR),
            "{ cv = 0.1, carry = 0.5 }",
            "A random factor on the arrivals of all types, one draw a day, beside their own.",
        ),
    ],
);

/// Names of the definitions of service level.
pub(crate) const SERVICE_LEVELS: &[&str] =
    &["default", "offered", "answered-only", "ignore-short-abandons", "credit-short-abandons"];

/// `[report]`.
pub(crate) static REPORT: TableSpec = TableSpec::new(
    "report",
    "the report",
    "What is reported beyond the usual.",
    &[
        key(
            "within",
            Kind::List(&DURATION),
            "[\"10s\", \"60s\"]",
            "Extra thresholds at which the service level is reported.",
        ),
        key("service_level", Kind::Choice(SERVICE_LEVELS), "\"default\"", "Which contacts the service level counts."),
        key("story", by_key(&STORY), "{ contacts = 22 }", "A customer's story: how common is one at least as bad?"),
    ],
);

/// `story`.
static STORY: TableSpec = TableSpec::new(
    "story",
    "a story",
    "What one customer lived through; the share of issues at least as bad in everything named is reported.",
    &[
        key("contacts", TIMES, "22", "Contacts made."),
        key("agents_met", TIMES, "50", "Different agents met."),
        key("time_on_contact", DURATION, "\"12h\"", "Time waiting, in self-service and talking."),
        key("duration", DURATION, "\"5d\"", "From the first contact to the end of the issue."),
        key("longest_wait", DURATION, "\"15min\"", "The longest single wait."),
        key("broken_promises", TIMES, "3", "Promises broken."),
    ],
)
.some_of(&["contacts", "agents_met", "time_on_contact", "duration", "longest_wait", "broken_promises"]);
