//! `[shifts.<name>]` and `[contracts.<name>]`: what a schedule is made of.

use super::contacts::DAYS;
use super::{FACTOR, Kind, MONEY, MOST_AGENTS, POSITIVE, TableSpec, as_one, by_key, key, required};

const PEOPLE: Kind = Kind::Whole { min: 0, max: MOST_AGENTS };
const DAYS_A_WEEK: Kind = Kind::Whole { min: 1, max: 7 };
const OFFSET: Kind = Kind::Duration { zero: true };

/// `[shifts.<name>]`.
pub(crate) static SHIFT_TYPE: TableSpec = TableSpec::new(
    "shift_type",
    "a shift type",
    "A kind of working day from which a schedule is made.",
    &[
        required(
            "start",
            Kind::Any(&[Kind::Hours, Kind::List(&Kind::TimeOfDay)]),
            "\"07:00-10:00\"",
            "First and last time of day at which it may start, or each of them in a list.",
        ),
        key("step", POSITIVE, "\"30min\"", "The step from one start to the next; 30 min unless said."),
        required(
            "length",
            Kind::Any(&[POSITIVE, Kind::List(&POSITIVE)]),
            "\"8h\"",
            "From start to end with all breaks, or a list of lengths to choose from.",
        ),
        key(
            "breaks",
            Kind::List(&as_one(&BREAK)),
            "[ { length = \"30min\", between = [\"3h\", \"5h\"] } ]",
            "The breaks, in the order of the shift.",
        ),
        key("groups", Kind::List(&Kind::Text), "[\"front-line\"]", "Agent groups that work it; all unless said."),
        key("days", DAYS, "[\"weekdays\"]", "Days on which it is worked; all unless said."),
        key("most", PEOPLE, "20", "Most people of a group on it on any day; no limit unless said."),
        key("premium", FACTOR, "1.2", "Factor on the pay; 1 unless said."),
    ],
);

static BREAK: TableSpec = TableSpec::new(
    "break",
    "a break",
    "Time away from the work inside a shift.",
    &[
        required("length", POSITIVE, "\"30min\"", "How long it takes."),
        required(
            "between",
            Kind::List(&OFFSET),
            "[\"3h\", \"5h\"]",
            "Earliest and latest beginning, counted from the start of the shift.",
        ),
        key("paid", Kind::Flag, "true", "Whether it is paid; not unless said."),
    ],
);

/// `[contracts.<name>]`.
pub(crate) static CONTRACT: TableSpec = TableSpec::new(
    "contract",
    "a contract",
    "How much the people of a group work in a week, and on which shifts.",
    &[
        required("group", Kind::Text, "\"front-line\"", "The agent group of its people."),
        key(
            "shifts",
            Kind::List(&Kind::Text),
            "[\"early\"]",
            "Shift types that they work; all of the group unless said.",
        ),
        key(
            "days_per_week",
            Kind::Any(&[DAYS_A_WEEK, as_one(&DAYS_RANGE)]),
            "5",
            "Days at work in a week, or the fewest and most; 5 unless said.",
        ),
        key(
            "hours_per_week",
            as_one(&HOURS_RANGE),
            "{ min = \"15h\", max = \"20h\" }",
            "Fewest and most paid hours a week.",
        ),
        key("people", by_key(&PEOPLE_RANGE), "{ max = 40 }", "Fewest and most people under this contract."),
        key("cost_per_hour", MONEY, "24.0", "Money for each paid hour; the group's own unless said."),
        key("overtime", as_one(&OVERTIME), "{ hours = \"4h\", factor = 1.5 }", "Hours a week beyond `hours_per_week`."),
        key(
            "rest",
            OFFSET,
            "\"11h\"",
            "Least rest between two shifts of a person; 11 h unless said, the daily rest of the EU working time directive.",
        ),
        key(
            "days_in_a_row",
            Kind::Whole { min: 1, max: 31 },
            "5",
            "Most days at work in a row in a roster of several weeks; 6 unless said, for the weekly rest of the same directive.",
        ),
    ],
);

static DAYS_RANGE: TableSpec = TableSpec::new(
    "days_per_week",
    "`days_per_week`",
    "Fewest and most days at work in a week.",
    &[required("min", DAYS_A_WEEK, "3", "The fewest."), required("max", DAYS_A_WEEK, "5", "The most.")],
);

static HOURS_RANGE: TableSpec = TableSpec::new(
    "hours_per_week",
    "`hours_per_week`",
    "Fewest and most paid hours in a week.",
    &[
        key("min", OFFSET, "\"15h\"", "The fewest; none unless said."),
        key("max", POSITIVE, "\"20h\"", "The most; no limit unless said."),
    ],
)
.some_of(&["min", "max"]);

static PEOPLE_RANGE: TableSpec = TableSpec::new(
    "people",
    "`people`",
    "Fewest and most people.",
    &[
        key("min", PEOPLE, "10", "The fewest; none unless said."),
        key("max", PEOPLE, "40", "The most; no limit unless said."),
    ],
)
.some_of(&["min", "max"]);

static OVERTIME: TableSpec = TableSpec::new(
    "overtime",
    "`overtime`",
    "Paid hours beyond the most of `hours_per_week`.",
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
