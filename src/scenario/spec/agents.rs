//! `[agents.<name>]` and what stands in it.

use super::contacts::DAYS;
use super::people::PEOPLE_OF_GROUP;
use super::{
    A_LAW, DURATION, FACTOR, Kind, MONEY, MOST_AGENTS, POSITIVE, RESOLUTION, SHARE, TableSpec, as_one, by_key, key,
    required,
};

const AGENTS: Kind = Kind::Whole { min: 0, max: MOST_AGENTS };
const LEVEL: Kind = Kind::Whole { min: 1, max: 1000 };
/// Names of who gets a new chat.
const CHAT_TO: &[&str] = &["least-loaded", "most-loaded"];

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
        key(
            "absence",
            Kind::Share { zero: true, one: false },
            "0.06",
            "Chance that a person scheduled for a day does not come; counts where staffing is by shifts.",
        ),
        key(
            "not_ready",
            by_key(&NOT_READY),
            "{ share = 0.35, mean = \"1min\" }",
            "How agents with nothing in hand step away and come back; always ready unless said.",
        ),
        key(
            "max_occupancy",
            Kind::Share { zero: false, one: true },
            "0.85",
            "Highest occupancy that a plan may ask of its agents; no cap unless said.",
        ),
        key(
            "max_agents",
            AGENTS,
            "40",
            "Most agents that a plan may give it at once, 0 for none; no limit unless said.",
        ),
        key("concurrency", by_key(&CONCURRENCY), "{ chat = 3 }", "Contacts held at once; one unless said."),
        key(
            "chat_to",
            Kind::Choice(CHAT_TO),
            "\"least-loaded\"",
            "Who gets a new chat among those with room for one; least-loaded unless said.",
        ),
        key(
            "reserve",
            Kind::Whole { min: 0, max: MOST_AGENTS },
            "1",
            "Idle agents kept back from e-mail and social messages.",
        ),
        key(
            "resolution",
            Kind::Map { of: &RESOLUTION, merge: true },
            "{ sales = 0.9 }",
            "Chances of resolution of this group's own, by contact type.",
        ),
        key("conduct", by_key(&CONDUCT), "{ poor = 0.05 }", "How its agents treat customers; never badly unless said."),
        key("quality", by_key(&QUALITY), "{ evaluated = 0.05, effect = 0.5 }", "Quality management, beside `conduct`."),
        key("training", by_key(&TRAINING), "{ over = \"6w\", resolution = 1.3 }", "A training of all its agents."),
        key("people", by_key(&PEOPLE_OF_GROUP), "{ team = 40 }", "Its people over the weeks of the horizon."),
    ],
);

static CONCURRENCY: TableSpec = TableSpec::new(
    "concurrency",
    "`concurrency`",
    "Contacts that an agent holds at once.",
    &[required("chat", Kind::Whole { min: 1, max: 20 }, "3", "Most chats at once.")],
);

static NOT_READY: TableSpec = TableSpec::new(
    "not_ready",
    "`not_ready`",
    "How agents with nothing in hand step away and come back.",
    &[
        required(
            "share",
            Kind::Share { zero: false, one: false },
            "0.35",
            "Chance to be away, of an agent left alone.",
        ),
        required("mean", POSITIVE, "\"1min\"", "How long each time on average; exponential."),
    ],
);

static CONDUCT: TableSpec = TableSpec::new(
    "conduct",
    "`conduct`",
    "How a group's agents treat customers.",
    &[
        required("poor", SHARE, "0.05", "Share of contacts handled badly; such a contact resolves nothing."),
        key(
            "cv",
            Kind::Number { min: 0.0, max: 10.0, zero: true },
            "0.5",
            "Standard deviation / mean of that share between agents; 0 unless said.",
        ),
        key("public", SHARE, "0.02", "Share of badly handled contacts that escalate at once; 0 unless said."),
    ],
);

static QUALITY: TableSpec = TableSpec::new(
    "quality",
    "`quality`",
    "Quality management: contacts are evaluated, and who handled one badly is coached.",
    &[
        required("evaluated", SHARE, "0.05", "Share of contacts evaluated."),
        required("effect", SHARE, "0.5", "The part of an agent's poor contacts that one coaching takes away."),
        key("cost", MONEY, "6.0", "Money for each evaluation; 0 unless said."),
    ],
);

static TRAINING: TableSpec = TableSpec::new(
    "training",
    "`training`",
    "A training that all agents of a group go through from the start of the horizon.",
    &[
        required("over", POSITIVE, "\"6w\"", "How long until it has its full effect, which grows evenly."),
        key("resolution", FACTOR, "1.3", "Full factor on the chance of resolution; 1 unless said."),
        key("handle", FACTOR, "1.05", "Full factor on the handling or talk time; 1 unless said."),
        key(
            "poor",
            Kind::Number { min: 0.0, max: 100.0, zero: true },
            "0.5",
            "Full factor on the share handled badly; 1 unless said.",
        ),
        key("cost", MONEY, "900.0", "Money for each agent; 0 unless said."),
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
        key(
            "roster",
            Kind::File,
            "\"schedule.csv\"",
            "A schedule, as a CSV file or a workbook: one row a person and day.",
        ),
    ],
)
.either(&[&["per_interval"], &["file", "column"], &["shifts"], &["roster"]]);

static SHIFT: TableSpec = TableSpec::new(
    "shift",
    "a shift",
    "Some people with the same working day.",
    &[
        required("from", Kind::TimeOfDay, "\"08:00\"", "Start of work."),
        required("to", Kind::TimeOfDay, "\"16:30\"", "End of work; on the next day where it is not after `from`."),
        required("agents", AGENTS, "20", "How many people."),
        key("breaks", Kind::List(&Kind::Hours), "[ \"12:00-12:30\" ]", "Breaks inside the shift, ascending and apart."),
        key("days", DAYS, "[\"weekdays\"]", "Days on which it is worked; all unless said."),
    ],
);
