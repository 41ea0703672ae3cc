//! `[contacts.<name>]` and what stands in it.

use super::customers::{CALLBACK, ESCALATE, HISTORY, OUT_OF_HOURS, PROMISE, RECOVERY, REDIAL, REPEAT, TRANSFER};
use super::{
    A_LAW, DURATION, FACTOR, Kind, POSITIVE, RESOLUTION, SHARE, TableSpec, VOLUME, WEIGHT, as_one, by_key, key,
    required,
};

const CONTACTS: Kind = Kind::Number { min: 0.0, max: 1e7, zero: true };
const PER_DAY: Kind = Kind::Number { min: 0.0, max: 1e8, zero: true };
const BUSY: Kind = Kind::Number { min: 0.0, max: 10.0, zero: false };

/// Names of the channels.
const CHANNELS: &[&str] = &["voice", "chat", "email", "social", "self-service", "chatbot"];
/// Names of what happens at closing time.
const AT_CLOSE: &[&str] = &["serve", "dismiss", "keep"];
/// Over what a plan keeps a target.
const PERS: &[&str] = &["interval", "day"];
/// Names of the clocks of a target.
const CLOCKS: &[&str] = &["wall", "open"];
/// The days of the week.
pub(crate) const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The days of the week one by one, and by parts of the week.
const DAY_NAMES: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekdays", "weekend"];
/// Days of a horizon: by name, or by number from 1.
pub(crate) const DAYS: Kind = Kind::List(&Kind::Any(&[Kind::Choice(DAY_NAMES), Kind::Whole { min: 1, max: 731 }]));

/// `[contacts.<name>]`.
pub(crate) static CONTACT: TableSpec = TableSpec::new(
    "contact",
    "a contact type",
    "A kind of contact with its own demand, handling and promise.",
    &[
        required("channel", Kind::Choice(CHANNELS), "\"voice\"", "How it reaches the centre."),
        required("arrivals", as_one(&ARRIVALS), "{ per_hour = 100 }", "When contacts arrive."),
        key("busy_factor", as_one(&BUSY_FACTOR), "{ cv = 0.1 }", "A random factor on the arrivals, one draw a day."),
        key(
            "volume",
            by_key(&VOLUME),
            "{ weekdays = { sunday = 0.3 } }",
            "The type's own factors on its typical day, in place of those of [calendar].",
        ),
        key(
            "open",
            Kind::Any(&[Kind::Hours, as_one(&WEEK)]),
            "\"08:00-20:00\"",
            "Opening hours of every day, or by weekday; always open unless said.",
        ),
        key("at_close", Kind::Choice(AT_CLOSE), "\"serve\"", "What happens to contacts that wait at closing time."),
        key("handle", A_LAW, "{ exponential = { mean = \"4min\" } }", "How long an agent is occupied."),
        key("talk", A_LAW, "{ exponential = { mean = \"3min\" } }", "Time with the customer, in place of `handle`."),
        key("wrap", A_LAW, "{ constant = { value = \"30s\" } }", "After-contact work, beside `talk`."),
        key(
            "handle_profile",
            as_one(&HANDLE_PROFILE),
            "{ file = \"handle.csv\", column = \"sales\" }",
            "Factors on `handle` or `talk` by the interval of the day in which an agent begins; 1 unless said.",
        ),
        key(
            "patience",
            A_LAW,
            "{ exponential = { mean = \"3min\" } }",
            "How long a contact is ready to wait; without it, for ever.",
        ),
        key("balk", SHARE, "0.05", "Chance that a contact which cannot be handled at once leaves at once."),
        key(
            "scale",
            by_key(&SCALE),
            "{ arrivals = 1.1, handle = 0.95 }",
            "Factors on what the file says of this type, for trying what if.",
        ),
        key("priority", Kind::Whole { min: 1, max: 1000 }, "1", "1 is the most urgent, and what holds unless said."),
        key(
            "head_start",
            DURATION,
            "\"90s\"",
            "Among contacts of equal priority and level it counts as having waited so much longer.",
        ),
        key("queue_limit", Kind::Whole { min: 0, max: 10_000_000 }, "50", "More than this many waiting are blocked."),
        key(
            "route",
            Kind::List(&Kind::Text),
            "[\"front-line\"]",
            "The order in which groups with an idle agent are tried.",
        ),
        key("target", by_key(&TARGET), "{ answer = 0.80, within = \"20s\" }", "The promise."),
        key(
            "slowdown",
            Kind::List(&FACTOR),
            "[1.0, 1.3, 1.6]",
            "Factors on the time of a chat while the agent holds one, two, three, … at once; the last holds for more.",
        ),
        key(
            "redial",
            by_key(&REDIAL),
            "{ abandoned = 0.4, after = { exponential = { mean = \"10min\" } } }",
            "Trying again after an abandonment or a busy signal.",
        ),
        key(
            "resolution",
            RESOLUTION,
            "0.85",
            "Chance that handling resolves the issue, or one for each attempt, of which the last holds for all further ones.",
        ),
        key(
            "repeat",
            by_key(&REPEAT),
            "{ probability = 0.9, after = { exponential = { mean = \"1d\" } } }",
            "Contacting again over an unresolved issue; who does not gives up.",
        ),
        key(
            "transfer",
            by_key(&TRANSFER),
            "{ probability = 0.2, to = \"billing\" }",
            "Being passed on to another type when handled.",
        ),
        key("history", by_key(&HISTORY), "{ handle = 1.3 }", "What telling the story again costs."),
        key("owner", Kind::Flag, "true", "Whether the first agent who handled an issue takes its further contacts when idle."),
        key(
            "escalate",
            by_key(&ESCALATE),
            "{ contacts = 6, probability = 0.5 }",
            "Taking the issue to a public channel or a regulator.",
        ),
        key(
            "promise",
            by_key(&PROMISE),
            "{ probability = 0.5, kept = 0.9, after = { constant = { value = \"1d\" } } }",
            "Promises to call back, made when handling has not resolved the issue.",
        ),
        key("out_of_hours", by_key(&OUT_OF_HOURS), "{ try_again = 0.6 }", "What those do who find the type closed."),
        key("recovery", by_key(&RECOVERY), "{ share = 0.8, cost = 15.0 }", "Apology and compensation after a failure."),
        key(
            "callback",
            by_key(&CALLBACK),
            "{ when_waiting = 2, accept = 0.6 }",
            "The offer to be called back instead of waiting.",
        ),
    ],
)
.either(&[&["handle"], &["talk", "wrap"]]);

/// `handle_profile`.
static HANDLE_PROFILE: TableSpec = TableSpec::new(
    "handle_profile",
    "`handle_profile`",
    "Factors on handling times by the interval of the day.",
    &[
        key("per_interval", Kind::List(&FACTOR), "[0.8, 1.1, …]", "The factor of each interval."),
        key("file", Kind::File, "\"handle.csv\"", "A CSV file with one row an interval, beside `column`."),
        key("column", Kind::Text, "\"sales\"", "The column with the factors."),
    ],
)
.either(&[&["per_interval"], &["file", "column"]]);

/// `scale`.
static SCALE: TableSpec = TableSpec::new(
    "scale",
    "`scale`",
    "Factors on a contact type's demand and times, 1 unless said.",
    &[
        key("arrivals", FACTOR, "1.1", "Factor on the expected contacts, in whatever way they are given."),
        key("handle", FACTOR, "0.95", "Factor on handling, or talk and wrap, and on the groups' own handling times."),
        key("patience", FACTOR, "1.2", "Factor on how long a contact is ready to wait."),
    ],
);

pub(super) static BUSY_FACTOR: TableSpec = TableSpec::new(
    "busy_factor",
    "a busy factor",
    "A gamma variate with mean 1, one draw a day.",
    &[
        required("cv", BUSY, "0.1", "Standard deviation / mean."),
        key(
            "carry",
            Kind::Share { zero: true, one: false },
            "0.7",
            "Correlation with the factor of the day before, 0 unless said: busy days follow busy days.",
        ),
    ],
);

/// `open` as a table.
static WEEK: TableSpec = TableSpec::new(
    "week",
    "`open`",
    "Opening hours by weekday; a day that is not named is closed.",
    &[
        key("monday", Kind::HoursOrClosed, "\"08:00-20:00\"", "Hours of Monday."),
        key("tuesday", Kind::HoursOrClosed, "\"08:00-20:00\"", "Hours of Tuesday."),
        key("wednesday", Kind::HoursOrClosed, "\"08:00-20:00\"", "Hours of Wednesday."),
        key("thursday", Kind::HoursOrClosed, "\"08:00-20:00\"", "Hours of Thursday."),
        key("friday", Kind::HoursOrClosed, "\"08:00-20:00\"", "Hours of Friday."),
        key("saturday", Kind::HoursOrClosed, "\"closed\"", "Hours of Saturday."),
        key("sunday", Kind::HoursOrClosed, "\"closed\"", "Hours of Sunday."),
        key(
            "weekdays",
            Kind::HoursOrClosed,
            "\"08:00-18:00\"",
            "Hours of Monday to Friday, where a day has none of its own.",
        ),
        key(
            "weekend",
            Kind::HoursOrClosed,
            "\"closed\"",
            "Hours of Saturday and Sunday, where a day has none of its own.",
        ),
    ],
);

/// `target`.
pub(crate) static TARGET: TableSpec = TableSpec::new(
    "target",
    "a target",
    "The promise of a contact type.",
    &[
        key("answer", SHARE, "0.80", "Share to be answered in time; 0 switches a base's promise off."),
        key("within", DURATION, "\"20s\"", "In time means within so long; 20 s unless said."),
        key("abandon", SHARE, "0.05", "Highest share that may abandon; 1 switches a base's promise off."),
        key("asa", POSITIVE, "\"30s\"", "Longest mean wait of answered contacts (average speed of answer)."),
        key(
            "csat",
            Kind::Share { zero: false, one: false },
            "0.75",
            "Least share of satisfied customers; needs a table [satisfaction].",
        ),
        key("clock", Kind::Choice(CLOCKS), "\"open\"", "Whether `within` counts opening time alone; wall unless said."),
        key(
            "per",
            Kind::Choice(PERS),
            "\"interval\"",
            "Whether a plan keeps it in every interval or over the day; interval unless said, day beside `days`.",
        ),
        key(
            "days",
            Kind::Share { zero: false, one: false },
            "0.9",
            "Share of days on which a plan must keep it; on average over the days unless said.",
        ),
    ],
)
.some_of(&["answer", "abandon", "asa", "csat"]);

/// `arrivals`.
pub(crate) static ARRIVALS: TableSpec = TableSpec::new(
    "arrivals",
    "`arrivals`",
    "When contacts of a type arrive.",
    &[
        key("per_hour", CONTACTS, "100", "Expected contacts an hour, always."),
        key("per_interval", Kind::List(&CONTACTS), "[12, 30, …]", "Expected contacts of each interval."),
        key("per_day", PER_DAY, "9000", "Expected contacts of a day, beside `profile`."),
        key("profile", Kind::List(&WEIGHT), "[1, 2, …]", "Weight of each interval in the day."),
        key("file", Kind::File, "\"arrivals.csv\"", "A CSV file with one row an interval, beside `column`."),
        key("column", Kind::Text, "\"sales\"", "The column with the expected contacts."),
        key(
            "modulated",
            Kind::List(&as_one(&STATE)),
            "[ { per_hour = 110, stay = \"10min\" } ]",
            "States of a Markov-modulated Poisson process, visited in turn.",
        ),
    ],
)
.either(&[&["per_hour"], &["per_interval"], &["per_day", "profile"], &["file", "column"], &["modulated"]]);

static STATE: TableSpec = TableSpec::new(
    "state",
    "a state",
    "A state of a Markov-modulated Poisson process.",
    &[
        required("per_hour", CONTACTS, "110", "Expected contacts an hour while in the state."),
        required("stay", POSITIVE, "\"10min\"", "Mean of the exponential stay in the state."),
    ],
);
