//! Every key of a file of factors, declared once, in the manner of the scenario file.

use crate::scenario::spec::{Key, Kind, TableSpec, as_one, key, required};

const TEXTS: Kind = Kind::Any(&[Kind::Text, Kind::List(&Kind::Text)]);
const FACTOR: Kind = Kind::Number { min: 0.0, max: 100.0, zero: false };

const A_HOLIDAY: Kind = as_one(&HOLIDAY);
const A_CAMPAIGN: Kind = as_one(&CAMPAIGN);

const KEYS: &[Key] = &[
    key(
        "growth",
        Kind::Text,
        "\"3%\"",
        "By how much volumes grow in a year, counted from the end of the log; in place of the log's own trend.",
    ),
    key(
        "holidays",
        Kind::List(&A_HOLIDAY),
        "[{ date = 2026-12-25, name = \"Christmas\", closed = true }]",
        "Days with a name, to come and in the log.",
    ),
    key(
        "campaigns",
        Kind::List(&A_CAMPAIGN),
        "[{ from = 2026-12-01, to = 2026-12-07, types = \"sales\", change = \"+20%\" }]",
        "Days with more or fewer contacts, to come and in the log.",
    ),
];

/// The whole file.
pub(super) static FACTORS: TableSpec =
    TableSpec::new("factors", "a file of factors", "Holidays, growth and campaigns for a forecast.", KEYS);

/// One entry of `holidays`.
pub(super) static HOLIDAY: TableSpec = TableSpec::new(
    "holiday",
    "a holiday",
    "A day with a name.",
    &[
        required("date", Kind::Date, "2026-12-25", "When it is, or was."),
        required("name", Kind::Text, "\"Christmas\"", "Days of the same name are taken to be alike."),
        key("factor", FACTOR, "0.4", "What its weekday's volume is multiplied by; else it is estimated from the log."),
        key("closed", Kind::Flag, "true", "Nobody comes."),
    ],
);

/// One entry of `campaigns`.
pub(super) static CAMPAIGN: TableSpec = TableSpec::new(
    "campaign",
    "a campaign",
    "Days with more or fewer contacts.",
    &[
        required("from", Kind::Date, "2026-12-01", "The first day."),
        required("to", Kind::Date, "2026-12-07", "The last day."),
        key("types", TEXTS, "\"sales\"", "The contact types meant; all without it."),
        required("change", Kind::Text, "\"+20%\"", "By how much the volume is changed."),
    ],
);
