//! `people` of an agent group, and what stands in it.

use super::hiring::HIRING;
use super::laws::LAW;
use super::{DURATION, FACTOR, Kind, MONEY, MOST_AGENTS, POSITIVE, SHARE, TableSpec, as_one, by_key, key, required};

const PEOPLE: Kind = Kind::Whole { min: 0, max: MOST_AGENTS };
/// A share that leaves something.
const PART: Kind = Kind::Share { zero: true, one: false };
const WEEK: Kind = Kind::Whole { min: 1, max: 106 };
/// Names of the learning curves.
pub(crate) const LEARNING_FORMS: &[&str] = &["exponential", "linear"];

/// `people` of an agent group.
pub(crate) static PEOPLE_OF_GROUP: TableSpec = TableSpec::new(
    "people_of_group",
    "`people` of a group",
    "The people of a group over the weeks of the horizon; `staff` is then the plan that they fill.",
    &[
        required(
            "team",
            Kind::Any(&[PEOPLE, Kind::List(&as_one(&TEAM_PART))]),
            "40",
            "Who is there when the horizon begins.",
        ),
        key(
            "classes",
            Kind::Any(&[Kind::List(&as_one(&HIRING_CLASS)), as_one(&CLASSES_FILE)]),
            "[ { start = 2026-10-05, people = 12 } ]",
            "Who is hired later.",
        ),
        key(
            "contracts",
            Kind::Map { of: &by_key(&TERMS), merge: true },
            "{ part-time = { hours_per_week = \"20h\" } }",
            "What people are employed on, by name; the first holds for who names none. 40 h a week unless said.",
        ),
        key("training", by_key(&INITIAL_TRAINING), "{ over = \"3w\" }", "Paid training before the first contact."),
        key("nesting", by_key(&NESTING), "{ over = \"2w\", presence = 0.5 }", "The first weeks with contacts."),
        key(
            "learning",
            by_key(&LEARNING),
            "{ handle = { start = 1.4, over = \"12w\" } }",
            "How beginners come to be experienced.",
        ),
        key(
            "leave",
            Kind::Any(&[PART, Kind::List(&PART)]),
            "0.1",
            "Share of hours on planned leave, or one for each week of the horizon; none unless said.",
        ),
        key("sickness", by_key(&SICKNESS), "{ share = 0.05, spell = \"4d\" }", "Who falls ill."),
        key("coaching", PART, "0.05", "Share of hours in training, coaching and meetings; none unless said."),
        key(
            "adherence",
            Kind::Share { zero: false, one: true },
            "0.93",
            "Share of rostered time in which people are logged in; all of it unless said.",
        ),
        key("attrition", by_key(&ATTRITION), "{ weekly = 0.006 }", "Why people leave; nobody does unless said."),
        key("hire_cost", MONEY, "2500.0", "Money for each person hired; 0 unless said."),
        key("hiring", by_key(&HIRING), "{ lead = \"3w\", least = 4 }", "How more people can be hired."),
    ],
);

static TEAM_PART: TableSpec = TableSpec::new(
    "team_part",
    "a part of the team",
    "Some people who are there when the horizon begins.",
    &[
        required("people", PEOPLE, "25", "How many."),
        key(
            "tenure",
            Kind::Any(&[DURATION, as_one(&LAW)]),
            "\"30w\"",
            "Since when each is employed, or the law of that; long since unless said.",
        ),
        key("contract", Kind::Text, "\"part-time\"", "Their contract; the first unless said."),
    ],
);

static HIRING_CLASS: TableSpec = TableSpec::new(
    "hiring_class",
    "a hiring class",
    "People who begin together, with the first week that begins then or later.",
    &[
        key("start", Kind::Date, "2026-10-05", "The date from which on they begin."),
        key("week", WEEK, "2", "Or the week of the horizon, from 1."),
        required("people", PEOPLE, "12", "How many."),
        key("contract", Kind::Text, "\"temporary\"", "Their contract; the first unless said."),
    ],
)
.either(&[&["start"], &["week"]]);

static CLASSES_FILE: TableSpec = TableSpec::new(
    "classes_file",
    "`classes`",
    "A table of hiring classes.",
    &[required(
        "file",
        Kind::File,
        "\"classes.csv\"",
        "A CSV file with the columns `week` or `start`, `people` (or `hires`, as `holdline season` writes them) and, if there \
         are several, `contract` and `group`.",
    )],
);

static TERMS: TableSpec = TableSpec::new(
    "terms",
    "a contract of people",
    "What people are employed on.",
    &[
        required("hours_per_week", POSITIVE, "\"38h\"", "Hours of a week."),
        key("cost_per_hour", MONEY, "22.0", "Money for each hour of the contract; the group's own unless said."),
        key("price_per_hour", MONEY, "31.0", "Outsourced: money for each hour logged in."),
        key("price_per_contact", MONEY, "4.5", "Outsourced: money for each contact taken."),
        key(
            "overtime",
            by_key(&EXTRA_HOURS),
            "{ hours = \"4h\", factor = 1.5 }",
            "Hours beyond, where the plan needs them.",
        ),
        key(
            "time_off",
            DURATION,
            "\"4h\"",
            "Most hours of a week given up unpaid where the plan does not need them; none unless said.",
        ),
        key("until", Kind::Date, "2027-01-31", "The last day; who is temporary goes with the week in which it lies."),
    ],
);

static EXTRA_HOURS: TableSpec = TableSpec::new(
    "extra_hours",
    "`overtime`",
    "Hours beyond those of the contract.",
    &[
        required("hours", POSITIVE, "\"4h\"", "Most of a person in a week."),
        key(
            "factor",
            Kind::Number { min: 1.0, max: 100.0, zero: false },
            "1.5",
            "Factor on their pay; 1.5 unless said.",
        ),
    ],
);

static INITIAL_TRAINING: TableSpec = TableSpec::new(
    "initial_training",
    "`training` of people",
    "Paid training before the first contact.",
    &[
        required("over", POSITIVE, "\"3w\"", "From the first day on."),
        key("cost", MONEY, "900.0", "Money for each person beside pay; 0 unless said."),
        key("trainer_cost", MONEY, "1200.0", "Money for a trainer's week; 0 unless said."),
        key(
            "trainees",
            Kind::Whole { min: 1, max: MOST_AGENTS },
            "12",
            "People whom one trainer can have; 12 unless said.",
        ),
    ],
);

static NESTING: TableSpec = TableSpec::new(
    "nesting",
    "`nesting`",
    "The first weeks with contacts, under guidance.",
    &[
        required("over", POSITIVE, "\"2w\"", "From the end of training on."),
        key(
            "presence",
            Kind::Share { zero: false, one: true },
            "0.5",
            "Share of the usual time that goes to contacts; all unless said.",
        ),
    ],
);

static LEARNING: TableSpec = TableSpec::new(
    "learning",
    "`learning`",
    "How beginners come to be experienced.",
    &[
        key("handle", by_key(&CURVE), "{ start = 1.4, over = \"12w\" }", "Their handling time, as a factor."),
        key(
            "resolution",
            by_key(&CURVE),
            "{ start = 0.8, over = \"12w\" }",
            "Their chance of resolution, as a factor.",
        ),
    ],
)
.some_of(&["handle", "resolution"]);

static CURVE: TableSpec = TableSpec::new(
    "learning_curve",
    "a learning curve",
    "How a factor of beginners comes to 1.",
    &[
        required("start", FACTOR, "1.4", "The factor at the end of training."),
        required("over", POSITIVE, "\"12w\"", "Time to full proficiency from there."),
        key("form", Kind::Choice(LEARNING_FORMS), "\"exponential\"", "The way there; exponential unless said."),
    ],
);

static SICKNESS: TableSpec = TableSpec::new(
    "sickness",
    "`sickness`",
    "Who falls ill, day by day and person by person.",
    &[
        required(
            "share",
            Kind::Share { zero: true, one: false },
            "0.05",
            "Share of days on which a person is ill; at most a half.",
        ),
        key("spell", POSITIVE, "\"4d\"", "Mean length of an illness, at least 1 d; every day by itself unless said."),
    ],
);

static ATTRITION: TableSpec = TableSpec::new(
    "attrition",
    "`attrition`",
    "Why people leave.",
    &[
        required(
            "weekly",
            Kind::Any(&[SHARE, Kind::List(&as_one(&ATTRITION_STEP))]),
            "0.006",
            "Chance to leave in a week, or by time since the first day.",
        ),
        key(
            "occupancy",
            by_key(&PRESSURE),
            "{ above = 0.85, ten_points = 1.5 }",
            "What the occupancy of the week does to it.",
        ),
        key(
            "anger",
            by_key(&PRESSURE),
            "{ above = 0.1, ten_points = 1.4 }",
            "What the share of angry contacts does to it.",
        ),
        key(
            "angry_wait",
            DURATION,
            "\"10min\"",
            "Who waited longer is angry, as is whose issue has failed before; 10 min unless said.",
        ),
    ],
);

static ATTRITION_STEP: TableSpec = TableSpec::new(
    "attrition_step",
    "a step of `weekly`",
    "The chance to leave up to some time since the first day.",
    &[
        key("until", POSITIVE, "\"13w\"", "Up to when; the last step has no end."),
        required("chance", SHARE, "0.02", "Chance to leave in a week."),
    ],
);

static PRESSURE: TableSpec = TableSpec::new(
    "pressure",
    "a pressure",
    "A share that drives people away.",
    &[
        required("above", SHARE, "0.85", "Up to this share nothing happens."),
        required("ten_points", FACTOR, "1.5", "Factor on the hazard of leaving for each ten points beyond."),
    ],
);
