//! Every key of the scenario file, declared once: its kind, its bounds, what it means, an example.
//!
//! The reader takes bounds and wording from here, finds unknown and missing keys with it, and merges a file into its
//! base by it; the JSON Schema is printed from it. A key that is not here does not exist.

/// A table of the file.
#[derive(Debug)]
pub(super) struct TableSpec {
    /// Its name in the schema.
    pub(super) name: &'static str,
    /// What it is, as messages call it.
    pub(super) noun: &'static str,
    /// One sentence for the schema.
    pub(super) doc: &'static str,
    /// Its keys.
    pub(super) keys: &'static [Key],
    /// Exactly one of these sets of keys is given.
    pub(super) either: &'static [&'static [&'static str]],
    /// At least one of these keys is given.
    pub(super) some_of: &'static [&'static str],
}

/// A key of a table.
#[derive(Debug)]
pub(super) struct Key {
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) kind: Kind,
    /// What it means, in one line.
    pub(super) doc: &'static str,
    /// A value as it would stand in the file.
    pub(super) example: &'static str,
}

/// Whether a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Required,
    Optional,
    /// Part of the file's language, but this version cannot simulate it yet.
    Later,
}

/// What a value must be.
#[derive(Debug)]
pub(super) enum Kind {
    Text,
    /// The path of a file, relative to the file that names it.
    File,
    Date,
    /// `08:00-20:00`.
    Hours,
    TimeOfDay,
    /// A duration of at least 0 s, or above 0 s.
    Duration { zero: bool },
    /// A duration, or `inf` for a patience without end.
    DurationOrInf,
    /// A share; `zero` and `one` say whether the ends are allowed.
    Share { zero: bool, one: bool },
    /// A number between bounds; `zero` says whether a least of 0 is itself allowed.
    Number { min: f64, max: f64, zero: bool },
    Whole { min: u64, max: u64 },
    Choice(&'static [&'static str]),
    List(&'static Kind),
    /// A table whose keys are declared; `merge`: a file that extends another replaces it key by key.
    Table { spec: &'static TableSpec, merge: bool },
    /// A table whose keys are names that the user chooses.
    Map { of: &'static Kind, merge: bool },
    /// One of several kinds, told apart by their type.
    Any(&'static [Kind]),
}

impl TableSpec {
    const fn new(name: &'static str, noun: &'static str, doc: &'static str, keys: &'static [Key]) -> Self {
        Self { name, noun, doc, keys, either: &[], some_of: &[] }
    }

    const fn either(mut self, sets: &'static [&'static [&'static str]]) -> Self {
        self.either = sets;
        self
    }

    const fn some_of(mut self, keys: &'static [&'static str]) -> Self {
        self.some_of = keys;
        self
    }

    /// The declaration of a key.
    pub(super) fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }

    /// The keys that must be there.
    pub(super) fn required(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().filter(|key| key.need == Need::Required)
    }

    /// The keys that this version reads.
    pub(super) fn readable(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().filter(|key| key.need != Need::Later)
    }
}

impl Key {
    /// How to add the key, and what it means.
    pub(super) fn remedy(&self) -> String {
        let doc = self.doc.trim_end_matches('.');
        let mut letters = doc.chars();
        let doc = letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>()).unwrap_or_default();
        if self.example.starts_with(['[']) && !matches!(self.kind, Kind::List(_)) {
            format!("add a table {}: {doc}", self.example)
        } else {
            format!("add `{} = {}`: {doc}", self.name, self.example)
        }
    }
}

const fn key(name: &'static str, kind: Kind, example: &'static str, doc: &'static str) -> Key {
    Key { name, need: Need::Optional, kind, doc, example }
}

const fn required(name: &'static str, kind: Kind, example: &'static str, doc: &'static str) -> Key {
    Key { name, need: Need::Required, kind, doc, example }
}

const fn later(name: &'static str, doc: &'static str) -> Key {
    Key { name, need: Need::Later, kind: Kind::Text, doc, example: "" }
}

const fn by_key(spec: &'static TableSpec) -> Kind {
    Kind::Table { spec, merge: true }
}

const fn as_one(spec: &'static TableSpec) -> Kind {
    Kind::Table { spec, merge: false }
}

/// Most agents of a group, and of a centre.
pub(super) const MOST_AGENTS: u64 = 100_000;
/// Longest duration, in seconds: thirty years.
pub(super) const LONGEST: f64 = 1e9;

const DURATION: Kind = Kind::Duration { zero: true };
const POSITIVE: Kind = Kind::Duration { zero: false };
const SHARE: Kind = Kind::Share { zero: true, one: true };
const AGENTS: Kind = Kind::Whole { min: 0, max: MOST_AGENTS };
const WEIGHT: Kind = Kind::Number { min: 0.0, max: 1e12, zero: true };
const CONTACTS: Kind = Kind::Number { min: 0.0, max: 1e7, zero: true };
const PER_DAY: Kind = Kind::Number { min: 0.0, max: 1e8, zero: true };
const VARIATION: Kind = Kind::Number { min: 0.0, max: 100.0, zero: false };
const BUSY: Kind = Kind::Number { min: 0.0, max: 10.0, zero: false };
const SHAPE: Kind = Kind::Number { min: 0.05, max: 50.0, zero: true };
const PHASES: Kind = Kind::Whole { min: 1, max: 10_000 };
const LEVEL: Kind = Kind::Whole { min: 1, max: 1000 };
const MONEY: Kind = Kind::Number { min: 0.0, max: 1e9, zero: true };
const A_LAW: Kind = as_one(&LAW);

/// The whole file.
pub(super) static ROOT: TableSpec = TableSpec::new("scenario", "a scenario", "One contact centre over one horizon.", &[
    key("name", Kind::Text, "\"Peak Monday\"", "What tables and charts call the scenario; without it, the file's name."),
    key("extends", Kind::File, "\"base.toml\"", "A scenario file whose values this file replaces, key by key."),
    required("horizon", by_key(&HORIZON), "[horizon]", "When the scenario starts and how long it runs."),
    key("run", by_key(&RUN), "[run]", "How many replications, from which seed."),
    key("centre", by_key(&CENTRE), "[centre]", "What all contact types share."),
    key("report", by_key(&REPORT), "[report]", "What is reported beyond the usual."),
    required("contacts", Kind::Map { of: &by_key(&CONTACT), merge: true }, "[contacts.<name>]", "The contact types, by name."),
    required("agents", Kind::Map { of: &by_key(&GROUP), merge: true }, "[agents.<name>]", "The agent groups, by name; their order settles ties in routing."),
]);

/// `[horizon]`.
pub(super) static HORIZON: TableSpec = TableSpec::new("horizon", "the horizon", "When the scenario starts and how long it runs.", &[
    key("start", Kind::Date, "2026-11-30", "Local date of the first day; a study without a calendar has none."),
    key("days", Kind::Whole { min: 1, max: 731 }, "1", "Whole days from midnight, reported by interval of the day."),
    key("duration", POSITIVE, "\"2000h\"", "One long run from an empty centre, reported as a whole."),
    key("interval", POSITIVE, "\"30min\"", "The step of staffing and reporting; it divides 24 h. 30 min unless said."),
    key("warm_up", DURATION, "\"2h\"", "The first part of the horizon, whose contacts are not counted. None unless said."),
])
.either(&[&["days"], &["duration"]]);

/// `[run]`.
pub(super) static RUN: TableSpec = TableSpec::new("run", "the run", "How many replications, from which seed.", &[
    key("replications", Kind::Whole { min: 1, max: 10_000_000 }, "400", "Independent simulated runs; 100 unless said."),
    key("seed", Kind::Whole { min: 0, max: i64::MAX as u64 }, "7", "Seed of all random numbers; 1 unless said."),
]);

/// `[centre]`.
pub(super) static CENTRE: TableSpec = TableSpec::new("centre", "the centre", "What all contact types share.", &[
    key("lines", Kind::Whole { min: 1, max: 10_000_000 }, "200", "Most voice contacts queued and in handling at once."),
]);

/// Names of the definitions of service level.
pub(super) const SERVICE_LEVELS: &[&str] = &["default", "offered", "answered-only", "ignore-short-abandons", "credit-short-abandons"];

/// `[report]`.
pub(super) static REPORT: TableSpec = TableSpec::new("report", "the report", "What is reported beyond the usual.", &[
    key("within", Kind::List(&DURATION), "[\"10s\", \"60s\"]", "Extra thresholds at which the service level is reported."),
    key("service_level", Kind::Choice(SERVICE_LEVELS), "\"default\"", "Which contacts the service level counts."),
]);

/// Names of the channels.
pub(super) const CHANNELS: &[&str] = &["voice", "chat", "email", "social"];
/// Names of what happens at closing time.
pub(super) const AT_CLOSE: &[&str] = &["serve", "dismiss", "keep"];

/// `[contacts.<name>]`.
pub(super) static CONTACT: TableSpec = TableSpec::new("contact", "a contact type", "A kind of contact with its own demand, handling and promise.", &[
    required("channel", Kind::Choice(CHANNELS), "\"voice\"", "How it reaches the centre."),
    required("arrivals", as_one(&ARRIVALS), "{ per_hour = 100 }", "When contacts arrive."),
    key("busy_factor", as_one(&BUSY_FACTOR), "{ cv = 0.1 }", "A random factor on the arrivals, one draw a day."),
    key("open", Kind::Hours, "\"08:00-20:00\"", "Opening hours of every day; always open unless said."),
    key("at_close", Kind::Choice(AT_CLOSE), "\"serve\"", "What happens to contacts that wait at closing time."),
    key("handle", A_LAW, "{ exponential = { mean = \"4min\" } }", "How long an agent is occupied."),
    key("talk", A_LAW, "{ exponential = { mean = \"3min\" } }", "Time with the customer, in place of `handle`."),
    key("wrap", A_LAW, "{ constant = { value = \"30s\" } }", "After-contact work, beside `talk`."),
    key("patience", A_LAW, "{ exponential = { mean = \"3min\" } }", "How long a contact is ready to wait; without it, for ever."),
    key("balk", SHARE, "0.05", "Chance that a contact which cannot be handled at once leaves at once."),
    key("priority", Kind::Whole { min: 1, max: 1000 }, "1", "1 is the most urgent, and what holds unless said."),
    key("queue_limit", Kind::Whole { min: 0, max: 10_000_000 }, "50", "More than this many waiting are blocked."),
    key("route", Kind::List(&Kind::Text), "[\"front-line\"]", "The order in which groups with an idle agent are tried."),
    key("target", by_key(&TARGET), "{ answer = 0.80, within = \"20s\" }", "The promise."),
    later("redial", "Trying again after an abandonment or a busy signal."),
    later("resolution", "Chance that handling resolves the customer's issue."),
    later("repeat", "Contacting again over an unresolved issue."),
    later("slowdown", "How chats held at once slow each other down."),
    later("callback", "An offer to be called back."),
])
.either(&[&["handle"], &["talk", "wrap"]]);

static BUSY_FACTOR: TableSpec = TableSpec::new("busy_factor", "a busy factor", "A gamma variate with mean 1, one draw a day.", &[
    required("cv", BUSY, "0.1", "Standard deviation / mean."),
]);

/// `target`.
pub(super) static TARGET: TableSpec = TableSpec::new("target", "a target", "The promise of a contact type.", &[
    key("answer", Kind::Share { zero: false, one: true }, "0.80", "Share to be answered in time."),
    key("within", DURATION, "\"20s\"", "In time means within so long; 20 s unless said."),
    key("abandon", SHARE, "0.05", "Highest share that may abandon."),
])
.some_of(&["answer", "abandon"]);

/// `arrivals`.
pub(super) static ARRIVALS: TableSpec = TableSpec::new("arrivals", "arrivals", "When contacts of a type arrive.", &[
    key("per_hour", CONTACTS, "100", "Expected contacts an hour, always."),
    key("per_interval", Kind::List(&CONTACTS), "[12, 30, …]", "Expected contacts of each interval."),
    key("per_day", PER_DAY, "9000", "Expected contacts of a day, beside `profile`."),
    key("profile", Kind::List(&WEIGHT), "[1, 2, …]", "Weight of each interval in the day."),
    key("file", Kind::File, "\"arrivals.csv\"", "A CSV file with one row an interval, beside `column`."),
    key("column", Kind::Text, "\"sales\"", "The column with the expected contacts."),
    key("modulated", Kind::List(&as_one(&STATE)), "[ { per_hour = 110, stay = \"10min\" } ]", "States of a Markov-modulated Poisson process, visited in turn."),
])
.either(&[&["per_hour"], &["per_interval"], &["per_day", "profile"], &["file", "column"], &["modulated"]]);

static STATE: TableSpec = TableSpec::new("state", "a state", "A state of a Markov-modulated Poisson process.", &[
    required("per_hour", CONTACTS, "110", "Expected contacts an hour while in the state."),
    required("stay", POSITIVE, "\"10min\"", "Mean of the exponential stay in the state."),
]);

/// A law: a table with one key.
pub(super) static LAW: TableSpec = TableSpec::new("law", "a law", "The probability law of a duration, named by its one key.", &[
    key("constant", as_one(&CONSTANT), "{ value = \"30s\" }", "Always the same."),
    key("exponential", as_one(&EXPONENTIAL), "{ mean = \"4min\" }", "Without memory; the law of the Erlang formulas."),
    key("lognormal", as_one(&LOGNORMAL), "{ mean = \"4min\", cv = 1.1 }", "What handling times mostly look like."),
    key("gamma", as_one(&GAMMA), "{ mean = \"4min\", cv = 0.8 }", "Gamma, by mean and coefficient of variation."),
    key("erlang", as_one(&ERLANG), "{ mean = \"4min\", k = 3 }", "Sum of k exponentials."),
    key("weibull", as_one(&WEIBULL), "{ mean = \"3min\", shape = 0.8 }", "Weibull; below shape 1 the hazard falls."),
    key("uniform", as_one(&UNIFORM), "{ min = \"1min\", max = \"5min\" }", "Anything between two durations."),
    key("hyperexponential", as_one(&HYPEREXPONENTIAL), "{ weights = [0.9, 0.1], means = [\"3min\", \"20min\"] }", "A mixture of exponentials."),
    key("empirical", as_one(&EMPIRICAL), "{ values = [\"2min\", \"5min\"] }", "Values seen, drawn at random."),
])
.either(&[
    &["constant"], &["exponential"], &["lognormal"], &["gamma"], &["erlang"], &["weibull"], &["uniform"], &["hyperexponential"], &["empirical"],
]);

static CONSTANT: TableSpec = TableSpec::new("constant", "`constant`", "Always the same duration.", &[
    required("value", DURATION, "\"30s\"", "The duration."),
]);

const MEAN: Key = required("mean", POSITIVE, "\"4min\"", "Mean.");
const CV: Key = required("cv", VARIATION, "1.1", "Standard deviation / mean.");

static EXPONENTIAL: TableSpec = TableSpec::new("exponential", "`exponential`", "An exponential law.", &[MEAN]);
static LOGNORMAL: TableSpec = TableSpec::new("lognormal", "`lognormal`", "A lognormal law.", &[MEAN, CV]);
static GAMMA: TableSpec = TableSpec::new("gamma", "`gamma`", "A gamma law.", &[MEAN, CV]);
static ERLANG: TableSpec = TableSpec::new("erlang", "`erlang`", "An Erlang law.", &[MEAN, required("k", PHASES, "3", "Number of phases.")]);
static WEIBULL: TableSpec = TableSpec::new("weibull", "`weibull`", "A Weibull law.", &[MEAN, required("shape", SHAPE, "0.8", "Shape; 1 is the exponential law.")]);
static UNIFORM: TableSpec = TableSpec::new("uniform", "`uniform`", "A uniform law.", &[
    required("min", DURATION, "\"1min\"", "Least."),
    required("max", POSITIVE, "\"5min\"", "Most."),
]);
static HYPEREXPONENTIAL: TableSpec = TableSpec::new("hyperexponential", "`hyperexponential`", "A mixture of exponentials.", &[
    required("weights", Kind::List(&WEIGHT), "[0.9, 0.1]", "Chance of each, scaled to add to 1."),
    required("means", Kind::List(&POSITIVE), "[\"3min\", \"20min\"]", "Mean of each."),
]);
static EMPIRICAL: TableSpec = TableSpec::new("empirical", "`empirical`", "Values seen, drawn at random.", &[
    key("values", Kind::List(&Kind::DurationOrInf), "[\"2min\", \"5min\"]", "The values; a patience may be inf."),
    key("weights", Kind::List(&WEIGHT), "[3, 1]", "Weight of each value; all the same unless said."),
    key("file", Kind::File, "\"times.csv\"", "A CSV file with the columns `value` and, if wanted, `weight`."),
])
.either(&[&["values"], &["file"]]);

/// `[agents.<name>]`.
pub(super) static GROUP: TableSpec = TableSpec::new("agent_group", "an agent group", "Agents with the same skills.", &[
    required("skills", Kind::Any(&[Kind::List(&Kind::Text), Kind::Map { of: &Kind::Any(&[LEVEL, as_one(&SKILL)]), merge: false }]), "[\"sales\"]", "The contact types that its agents handle, with a level each where wanted."),
    required("staff", Kind::Any(&[AGENTS, as_one(&STAFF)]), "12", "How many agents are there, and when."),
    key("handle", Kind::Map { of: &A_LAW, merge: true }, "{ sales = { exponential = { mean = \"4min\" } } }", "Handling times of this group's own, by contact type."),
    key("cost_per_hour", MONEY, "24.0", "Money for each paid hour."),
    key("shrinkage", Kind::Share { zero: true, one: false }, "0.3", "Share of paid time away from the work: leave, sickness, training."),
    later("concurrency", "Chats held at once."),
    later("chat_to", "Who gets a new chat."),
    later("reserve", "Idle agents kept back from deferred work."),
]);

/// A skill with its level and overflow time.
pub(super) static SKILL: TableSpec = TableSpec::new("skill", "a skill", "That a group handles a contact type, and how readily.", &[
    key("level", LEVEL, "2", "1 is taken first, and what holds unless said."),
    key("after", DURATION, "\"45s\"", "Taken only once the contact has waited so long."),
]);

/// `staff` as a table.
pub(super) static STAFF: TableSpec = TableSpec::new("staff", "staffing", "How many agents are there, and when.", &[
    key("per_interval", Kind::List(&AGENTS), "[0, 4, …]", "A number for each interval of a day, or of the whole horizon."),
    key("file", Kind::File, "\"staff.csv\"", "A CSV file with one row an interval, beside `column`."),
    key("column", Kind::Text, "\"front-line\"", "The column with the numbers of agents."),
    key("shifts", Kind::List(&as_one(&SHIFT)), "[ { from = \"08:00\", to = \"16:30\", agents = 20 } ]", "People who come and go each day."),
])
.either(&[&["per_interval"], &["file", "column"], &["shifts"]]);

static SHIFT: TableSpec = TableSpec::new("shift", "a shift", "Some people with the same working day.", &[
    required("from", Kind::TimeOfDay, "\"08:00\"", "Start of work."),
    required("to", Kind::TimeOfDay, "\"16:30\"", "End of work; on the next day where it is not after `from`."),
    required("agents", AGENTS, "20", "How many people."),
    key("breaks", Kind::List(&Kind::Hours), "[ \"12:00-12:30\" ]", "Breaks inside the shift, ascending and apart."),
]);

/// The table in which a key would be at home, for a key that stands in the wrong one.
pub(super) fn home_of(name: &str) -> Option<&'static str> {
    let homes: [(&TableSpec, &str); 8] = [
        (&ROOT, "the top of the file"),
        (&HORIZON, "[horizon]"),
        (&RUN, "[run]"),
        (&CENTRE, "[centre]"),
        (&REPORT, "[report]"),
        (&CONTACT, "a contact type, [contacts.<name>]"),
        (&GROUP, "an agent group, [agents.<name>]"),
        (&TARGET, "the `target` of a contact type"),
    ];
    homes.iter().find(|(spec, _)| spec.key(name).is_some()).map(|(_, home)| *home)
}
