//! The laws of durations.

use super::{DURATION, Key, Kind, POSITIVE, TableSpec, WEIGHT, as_one, key, required};

const VARIATION: Kind = Kind::Number { min: 0.0, max: 100.0, zero: false };
const SHAPE: Kind = Kind::Number { min: 0.05, max: 50.0, zero: true };
const PHASES: Kind = Kind::Whole { min: 1, max: 10_000 };

/// A law: a table with one key.
pub(crate) static LAW: TableSpec = TableSpec::new(
    "law",
    "a law",
    "The probability law of a duration, named by its one key.",
    &[
        key("constant", as_one(&CONSTANT), "{ value = \"30s\" }", "Always the same."),
        key(
            "exponential",
            as_one(&EXPONENTIAL),
            "{ mean = \"4min\" }",
            "Without memory; the law of the Erlang formulas.",
        ),
        key("lognormal", as_one(&LOGNORMAL), "{ mean = \"4min\", cv = 1.1 }", "What handling times mostly look like."),
        key("gamma", as_one(&GAMMA), "{ mean = \"4min\", cv = 0.8 }", "Gamma, by mean and coefficient of variation."),
        key("erlang", as_one(&ERLANG), "{ mean = \"4min\", k = 3 }", "Sum of k exponentials."),
        key(
            "weibull",
            as_one(&WEIBULL),
            "{ mean = \"3min\", shape = 0.8 }",
            "Weibull; below shape 1 the hazard falls.",
        ),
        key("uniform", as_one(&UNIFORM), "{ min = \"1min\", max = \"5min\" }", "Anything between two durations."),
        key(
            "hyperexponential",
            as_one(&HYPEREXPONENTIAL),
            "{ weights = [0.9, 0.1], means = [\"3min\", \"20min\"] }",
            "A mixture of exponentials.",
        ),
        key("empirical", as_one(&EMPIRICAL), "{ values = [\"2min\", \"5min\"] }", "Values seen, drawn at random."),
    ],
)
.either(&[
    &["constant"],
    &["exponential"],
    &["lognormal"],
    &["gamma"],
    &["erlang"],
    &["weibull"],
    &["uniform"],
    &["hyperexponential"],
    &["empirical"],
]);

static CONSTANT: TableSpec = TableSpec::new(
    "constant",
    "`constant`",
    "Always the same duration.",
    &[required("value", DURATION, "\"30s\"", "The duration.")],
);

const MEAN: Key = required("mean", POSITIVE, "\"4min\"", "Mean.");
const CV: Key = required("cv", VARIATION, "1.1", "Standard deviation / mean.");

static EXPONENTIAL: TableSpec = TableSpec::new("exponential", "`exponential`", "An exponential law.", &[MEAN]);
static LOGNORMAL: TableSpec = TableSpec::new("lognormal", "`lognormal`", "A lognormal law.", &[MEAN, CV]);
static GAMMA: TableSpec = TableSpec::new("gamma", "`gamma`", "A gamma law.", &[MEAN, CV]);
static ERLANG: TableSpec =
    TableSpec::new("erlang", "`erlang`", "An Erlang law.", &[MEAN, required("k", PHASES, "3", "Number of phases.")]);
static WEIBULL: TableSpec = TableSpec::new(
    "weibull",
    "`weibull`",
    "A Weibull law.",
    &[MEAN, required("shape", SHAPE, "0.8", "Shape; 1 is the exponential law.")],
);
static UNIFORM: TableSpec = TableSpec::new(
    "uniform",
    "`uniform`",
    "A uniform law.",
    &[required("min", DURATION, "\"1min\"", "Least."), required("max", POSITIVE, "\"5min\"", "Most.")],
);
static HYPEREXPONENTIAL: TableSpec = TableSpec::new(
    "hyperexponential",
    "`hyperexponential`",
    "A mixture of exponentials.",
    &[
        required("weights", Kind::List(&WEIGHT), "[0.9, 0.1]", "Chance of each, scaled to add to 1."),
        required("means", Kind::List(&POSITIVE), "[\"3min\", \"20min\"]", "Mean of each."),
    ],
);
static EMPIRICAL: TableSpec = TableSpec::new(
    "empirical",
    "`empirical`",
    "Values seen, drawn at random.",
    &[
        key("values", Kind::List(&Kind::DurationOrInf), "[\"2min\", \"5min\"]", "The values; a patience may be inf."),
        key("weights", Kind::List(&WEIGHT), "[3, 1]", "Weight of each value; all the same unless said."),
        key("file", Kind::File, "\"times.csv\"", "A CSV file with the columns `value` and, if wanted, `weight`."),
    ],
)
.either(&[&["values"], &["file"]]);
