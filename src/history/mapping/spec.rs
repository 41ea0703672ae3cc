//! Every key of a mapping file, declared once, in the manner of the scenario file.

use crate::scenario::spec::{Key, Kind, TableSpec, key, required};

const COLUMN: Kind = Kind::Text;
/// One text or several.
const TEXTS: Kind = Kind::Any(&[Kind::Text, Kind::List(&Kind::Text)]);
const WHEN: Kind = Kind::Any(&[Kind::Text, Kind::List(&Kind::Text), Kind::Table { spec: &MOMENT, merge: false }]);
const SPAN: Kind = Kind::Any(&[Kind::Text, Kind::Table { spec: &DURATION, merge: false }]);
const ENDING: Kind = Kind::Any(&[Kind::Text, Kind::Table { spec: &OUTCOME, merge: false }]);
const ROWS: Kind =
    Kind::Any(&[Kind::Map { of: &TEXTS, merge: false }, Kind::List(&Kind::Map { of: &TEXTS, merge: false })]);

/// Names of the orders of a date.
pub(super) const ORDERS: &[&str] = &["d/m/y", "m/d/y", "y/m/d"];
/// Channels of contacts that people handle.
pub(super) const CHANNELS: &[&str] = &["voice", "chat", "email", "social"];
/// What may separate decimals.
pub(super) const DECIMALS: &[&str] = &[".", ","];

const KEYS: &[Key] = &[
    required("arrived", WHEN, "{ date = \"Date\", time = \"Queue start\" }", "When a contact asked for an agent."),
    key("after", COLUMN, "\"Call start\"", "A time of day before the arrival, to which the date belongs."),
    key("elapsed", COLUMN, "\"seconds\"", "Seconds since `start`, where `arrived` is empty."),
    key("start", Kind::Date, "2026-01-05", "The date from which `elapsed` counts; 1970-01-01 unless said."),
    key("replication", COLUMN, "\"replication\"", "Numbers of replications; each is put on other days."),
    key("answered", WHEN, "\"Answered at\"", "When handling began."),
    key("left", WHEN, "\"Queue end\"", "When a contact left the queue, answered or not."),
    key("ended", WHEN, "\"Ended at\"", "When a contact was over."),
    key("wait", SPAN, "\"Wait\"", "How long it waited; without it, from `arrived` to `answered`, `left` or `ended`."),
    key("handle", SPAN, "\"Handle time\"", "How long an agent was busy with it, after-contact work included."),
    key("talk", SPAN, "\"Talk time\"", "Part of the handling time: talk."),
    key("hold", SPAN, "\"Hold time\"", "Part of the handling time: hold, where it is not part of the talk."),
    key("wrap", SPAN, "{ column = \"ACW\", unit = \"min\" }", "Part of the handling time: after-contact work."),
    key("type", COLUMN, "\"Skill\"", "The contact type; without it, all are of one type."),
    key(
        "types",
        Kind::Map { of: &Kind::Text, merge: false },
        "{ PS = \"banking\" }",
        "Values of `type` and the names of the types that they mean; the same name twice merges.",
    ),
    key(
        "channel",
        COLUMN,
        "\"Media\"",
        "The column that tells the channel: voice, chat, email or social, or usual words.",
    ),
    key(
        "channels",
        Kind::Map { of: &Kind::Choice(CHANNELS), merge: false },
        "{ mails = \"email\" }",
        "The channels of types, where no column tells them; voice unless said.",
    ),
    key(
        "outcome",
        ENDING,
        "{ column = \"Status\", answered = [\"OK\"], abandoned = [\"LOST\"] }",
        "How a contact ended; without it, by whether an agent handled it.",
    ),
    key("agent", TEXTS, "\"Agent\"", "Who handled it; several columns are joined."),
    key("customer", TEXTS, "\"Caller\"", "Whose contact it is."),
    key("id", TEXTS, "\"Call ID\"", "The number that only this contact has; several columns make it together."),
    key("priority", COLUMN, "\"Priority\"", "A number; it is kept as it is."),
    key("none", TEXTS, "[\"NO_SERVER\", \"0:00:00\"]", "Values that stand for nothing, in any column that is used."),
    key(
        "drop",
        ROWS,
        "[{ because = \"test calls\", Skill = \"TEST\" }]",
        "Rows to leave out: those in which every column named has one of its values.",
    ),
    key("only", ROWS, "{ Site = \"Leeds\" }", "Rows to keep; all others are left out."),
    key("longest", Kind::Duration { zero: false }, "\"24h\"", "Longer durations are not believed; 24 h unless said."),
    key("shift", Kind::Text, "\"-5h\"", "Added to every date and time, for logs that are not in local time."),
    key("decimal", Kind::Choice(DECIMALS), "\",\"", "What separates decimals."),
    key("date_format", Kind::Choice(ORDERS), "\"d/m/y\"", "The order of day, month and year."),
    key(
        "header",
        Kind::List(&Kind::Text),
        "[\"date\", \"time\", \"wait\"]",
        "Names of the columns of a file without a header.",
    ),
];

/// The whole file.
pub(super) static MAPPING: TableSpec =
    TableSpec::new("mapping", "a mapping", "What the columns of a contact log mean.", KEYS);

/// A moment out of two columns.
pub(super) static MOMENT: TableSpec = TableSpec::new(
    "moment",
    "a moment",
    "A date in one column and a time of day in another.",
    &[
        key("date", COLUMN, "\"Date\"", "The date."),
        required("time", TEXTS, "\"Time\"", "The time of day; of several columns, the first that is not empty."),
    ],
);

/// A duration with the unit of its numbers.
pub(super) static DURATION: TableSpec = TableSpec::new(
    "span",
    "a duration",
    "A column of durations.",
    &[
        required("column", COLUMN, "\"Talk\"", "The column."),
        key("unit", Kind::Choice(UNITS), "\"min\"", "What a bare number counts; seconds unless the header says."),
    ],
);

/// Units of a bare number.
pub(super) const UNITS: &[&str] = &["ms", "s", "min", "h", "day"];

/// How a contact ended, in words of the log.
pub(super) static OUTCOME: TableSpec = TableSpec::new(
    "outcome",
    "an outcome",
    "The column that tells how a contact ended, and what its words mean.",
    &[
        required("column", COLUMN, "\"Status\"", "The column."),
        key("answered", TEXTS, "[\"OK\"]", "An agent handled it."),
        key("abandoned", TEXTS, "[\"LOST\"]", "It left while waiting."),
        key("blocked", TEXTS, "[\"BUSY\"]", "It found all lines busy or the queue full."),
        key("closed", TEXTS, "[\"CLOSED\"]", "It was turned away because the centre was closed."),
        key("called_back", TEXTS, "[\"CALLBACK\"]", "It left the queue for a call-back."),
        key("other", TEXTS, "[\"VOICEMAIL\"]", "It ended in another way."),
    ],
);
