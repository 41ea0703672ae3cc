//! Every key of a design file, declared once, in the manner of the scenario file.

use crate::scenario::spec::{Key, Kind, ROOT, TableSpec, as_one, key, required};

/// How the points of a design are chosen.
pub(super) const DESIGNS: &[&str] = &["grid", "list", "random", "latin-hypercube", "sobol"];
/// Most points of a design.
pub(super) const MOST_POINTS: u64 = 100_000;

const TEXTS: Kind = Kind::Any(&[Kind::Text, Kind::List(&Kind::Text)]);
const NUMBER: Kind = Kind::Number { min: -1e15, max: 1e15, zero: true };
const REPLICATIONS: Kind = Kind::Whole { min: 1, max: 10_000_000 };
/// A number, a duration or a share.
const END: Kind = Kind::Any(&[NUMBER, Kind::Duration { zero: true }]);
/// Whatever the scenario takes at the path.
const ANYTHING: Kind = Kind::Any(&[NUMBER, Kind::Text, Kind::Flag]);
const A_FACTOR: Kind = as_one(&FACTOR);
const A_LEVEL: Kind = as_one(&LEVEL);
const A_SCENARIO: Kind = as_one(&ROOT);

const KEYS: &[Key] = &[
    key("name", Kind::Text, "\"Staff and volume\"", "What charts call the sweep; without it, the file's name."),
    required("base", Kind::File, "\"small-team.toml\"", "The scenario that every point changes."),
    key("design", Kind::Choice(DESIGNS), "\"grid\"", "How points are chosen; a grid of all combinations unless said."),
    key(
        "points",
        Kind::Whole { min: 1, max: MOST_POINTS },
        "64",
        "How many points a random or space-filling design has.",
    ),
    key(
        "design_seed",
        Kind::Whole { min: 0, max: i64::MAX as u64 },
        "1",
        "Seed of the points of a random or space-filling design; 1 unless said.",
    ),
    key("replications", REPLICATIONS, "100", "Replications of each point; the base's unless said."),
    key(
        "precision",
        Kind::Share { zero: false, one: false },
        "\"1%\"",
        "Each point goes on until every service level and abandonment is known to ± this share.",
    ),
    key(
        "max_replications",
        REPLICATIONS,
        "10000",
        "Most replications of a point under a precision; 10,000 unless said.",
    ),
    key(
        "seed",
        Kind::Whole { min: 0, max: i64::MAX as u64 },
        "7",
        "Seed of all random numbers; the base's unless said.",
    ),
    key(
        "block",
        Kind::Whole { min: 1, max: 10_000 },
        "25",
        "Replications that are simulated and kept together; 25 unless said.",
    ),
    key(
        "figures",
        Kind::List(&Kind::Text),
        "[\"service_level\", \"cost\"]",
        "The figures that are kept; all unless said.",
    ),
    required(
        "factors",
        Kind::Map { of: &A_FACTOR, merge: false },
        "[factors.<name>]",
        "What is varied, each with a name that is a column of the results.",
    ),
];

/// The whole file.
pub(super) static DESIGN: TableSpec =
    TableSpec::new("design", "a design", "A base scenario, what is varied, and how.", KEYS);

/// `[factors.<name>]`.
pub(super) static FACTOR: TableSpec = TableSpec::new(
    "factor",
    "a factor",
    "One thing that is varied.",
    &[
        key(
            "key",
            TEXTS,
            "\"agents.office.staff\"",
            "The key of the scenario that is varied, by its path, or several alike.",
        ),
        key("values", Kind::List(&ANYTHING), "[5, 6, 7]", "The values that it takes."),
        key("from", END, "0.8", "The least value of a range."),
        key("to", END, "1.2", "The largest value of a range."),
        key("steps", Kind::Whole { min: 2, max: MOST_POINTS }, "5", "How many values of a range a grid or list takes."),
        key(
            "levels",
            Kind::List(&A_LEVEL),
            "[{ name = \"lean\", set.agents.office.staff = 5 }]",
            "Changes that go together, each set with a name.",
        ),
    ],
)
.either(&[&["values"], &["from", "to"], &["levels"]]);

/// One entry of `levels`.
pub(super) static LEVEL: TableSpec = TableSpec::new(
    "level",
    "a level",
    "Changes that go together.",
    &[
        required("name", Kind::Text, "\"lean\"", "What results call it."),
        required("set", A_SCENARIO, "{ agents.office.staff = 5 }", "What a file that extends the base would say."),
    ],
);
