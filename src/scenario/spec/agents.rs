//! `[agents.<name>]` and what stands in it.

use super::{A_LAW, DURATION, Kind, MOST_AGENTS, TableSpec, as_one, key, later, required};

const AGENTS: Kind = Kind::Whole { min: 0, max: MOST_AGENTS };
const LEVEL: Kind = Kind::Whole { min: 1, max: 1000 };
const MONEY: Kind = Kind::Number { min: 0.0, max: 1e9, zero: true };

/// `[agents.<name>]`.
pub(crate) static GROUP: TableSpec = TableSpec::new(
    "agent_group",
    "an agent group",
    "Agents with the same skills.",
    &[
        required(
            "skills",
            Kind::Any(&[Kind::List(&Kind::Text), Kind::Map { of: &Kind::Any(&[LEVEL, as_one(&SKILL)]), merge: false }]),
            "[\"sales\"]",
            "The contact types that its agents handle, with a level each where wanted.",
        ),
        required("staff", Kind::Any(&[AGENTS, as_one(&STAFF)]), "12", "How many agents are there, and when."),
        key(
            "handle",
            Kind::Map { of: &A_LAW, merge: true },
            "{ sales = { exponential = { mean = \"4min\" } } }",
            "Handling times of this group's own, by contact type.",
        ),
        key("cost_per_hour", MONEY, "24.0", "Money for each paid hour."),
        key(
            "shrinkage",
            Kind::Share { zero: true, one: false },
            "0.3",
            "Share of paid time away from the work: leave, sickness, training.",
        ),
        later("concurrency", "Chats held at once."),
        later("chat_to", "Who gets a new chat."),
        later("reserve", "Idle agents kept back from deferred work."),
    ],
);

/// A skill with its level and overflow time.
pub(crate) static SKILL: TableSpec = TableSpec::new(
    "skill",
    "a skill",
    "That a group handles a contact type, and how readily.",
    &[
        key("level", LEVEL, "2", "1 is taken first, and what holds unless said."),
        key("after", DURATION, "\"45s\"", "Taken only once the contact has waited so long."),
    ],
);

/// `staff` as a table.
pub(crate) static STAFF: TableSpec = TableSpec::new(
    "staff",
    "`staff`",
    "How many agents are there, and when.",
    &[
        key(
            "per_interval",
            Kind::List(&AGENTS),
            "[0, 4, …]",
            "A number for each interval of a day, or of the whole horizon.",
        ),
        key("file", Kind::File, "\"staff.csv\"", "A CSV file with one row an interval, beside `column`."),
        key("column", Kind::Text, "\"front-line\"", "The column with the numbers of agents."),
        key(
            "shifts",
            Kind::List(&as_one(&SHIFT)),
            "[ { from = \"08:00\", to = \"16:30\", agents = 20 } ]",
            "People who come and go each day.",
        ),
    ],
)
.either(&[&["per_interval"], &["file", "column"], &["shifts"]]);

static SHIFT: TableSpec = TableSpec::new(
    "shift",
    "a shift",
    "Some people with the same working day.",
    &[
        required("from", Kind::TimeOfDay, "\"08:00\"", "Start of work."),
        required("to", Kind::TimeOfDay, "\"16:30\"", "End of work; on the next day where it is not after `from`."),
        required("agents", AGENTS, "20", "How many people."),
        key("breaks", Kind::List(&Kind::Hours), "[ \"12:00-12:30\" ]", "Breaks inside the shift, ascending and apart."),
    ],
);
