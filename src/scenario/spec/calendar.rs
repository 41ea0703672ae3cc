//! `[calendar]`, and `volume` of a contact type.

use super::{FACTOR, Kind, TableSpec, WEEKDAYS, as_one, by_key, key, required};

/// A factor on a volume; nobody may come.
const OF_VOLUME: Kind = Kind::Number { min: 0.0, max: 1000.0, zero: true };
const WEEKDAY: &str = "0.4";
const A_HOLIDAY: Kind = as_one(&HOLIDAY);
const TYPES: Kind = Kind::Any(&[Kind::Text, Kind::List(&Kind::Text)]);
const FACTORS: Kind = Kind::List(&OF_VOLUME);

const OF_WEEKS: &str = "Factor on the volume of each week of the horizon, seven days each from the first day on.";
const OF_YEAR: &str = "Factor on the volume of each week of the year by ISO 8601: 52 or 53 numbers.";
const GROWTH: &str = "By how much volumes grow in a year, counted from the first day.";

/// `[calendar]`.
pub(crate) static CALENDAR: TableSpec = TableSpec::new(
    "calendar",
    "the calendar",
    "How volumes and opening hours differ from day to day; factors multiply the typical day of `arrivals`.",
    &[
        key(
            "weekdays",
            by_key(&WEEKDAY_FACTORS),
            "{ saturday = 0.4, sunday = 0 }",
            "Factors on the volume by weekday.",
        ),
        key("weeks", FACTORS, "[1.0, 1.1, …]", OF_WEEKS),
        key("weeks_of_year", FACTORS, "[0.9, 1.0, …]", OF_YEAR),
        key("growth", Kind::Text, "\"3%\"", GROWTH),
        key(
            "holidays",
            Kind::Any(&[Kind::File, Kind::List(&A_HOLIDAY)]),
            "[{ date = 2026-12-25, name = \"Christmas\", closed = true }]",
            "Days with a name: a list, or a CSV file with these keys as columns.",
        ),
        key(
            "campaigns",
            Kind::List(&as_one(&CAMPAIGN)),
            "[{ from = 2026-12-01, to = 2026-12-07, types = \"sales\", change = \"+20%\" }]",
            "Days with more or fewer contacts.",
        ),
    ],
);

/// `volume` of a contact type.
pub(crate) static VOLUME: TableSpec = TableSpec::new(
    "volume",
    "`volume`",
    "A contact type's own factors, in place of those of [calendar].",
    &[
        key(
            "weekdays",
            by_key(&WEEKDAY_FACTORS),
            "{ saturday = 0.4, sunday = 0 }",
            "Factors on the volume by weekday.",
        ),
        key("weeks", FACTORS, "[1.0, 1.1, …]", OF_WEEKS),
        key("weeks_of_year", FACTORS, "[0.9, 1.0, …]", OF_YEAR),
        key("growth", Kind::Text, "\"3%\"", GROWTH),
    ],
);

/// `weekdays`.
pub(crate) static WEEKDAY_FACTORS: TableSpec = TableSpec::new(
    "weekday_factors",
    "`weekdays`",
    "Factors by weekday, 1 unless said.",
    &[
        key("monday", OF_VOLUME, WEEKDAY, "Factor of Monday."),
        key("tuesday", OF_VOLUME, WEEKDAY, "Factor of Tuesday."),
        key("wednesday", OF_VOLUME, WEEKDAY, "Factor of Wednesday."),
        key("thursday", OF_VOLUME, WEEKDAY, "Factor of Thursday."),
        key("friday", OF_VOLUME, WEEKDAY, "Factor of Friday."),
        key("saturday", OF_VOLUME, WEEKDAY, "Factor of Saturday."),
        key("sunday", OF_VOLUME, WEEKDAY, "Factor of Sunday."),
        key("weekdays", OF_VOLUME, "1.2", "Factor of Monday to Friday, where a day has none of its own."),
        key("weekend", OF_VOLUME, "0.3", "Factor of Saturday and Sunday, where a day has none of its own."),
    ],
);

/// An entry of `holidays`.
pub(crate) static HOLIDAY: TableSpec = TableSpec::new(
    "holiday",
    "a holiday",
    "A day with a name, on which volume or opening hours are not as usual.",
    &[
        required("date", Kind::Date, "2026-12-25", "When it is."),
        required("name", Kind::Text, "\"Christmas\"", "What it is called."),
        key("closed", Kind::Flag, "true", "Nobody comes, and the door is shut."),
        key("open", Kind::Hours, "\"10:00-14:00\"", "Opening hours of the day; nobody comes outside of them."),
        key("factor", FACTOR, "0.4", "What the usual volume is multiplied by."),
        key("like", Kind::Choice(&WEEKDAYS), "\"sunday\"", "The weekday whose volume and opening hours it has."),
        key("types", TYPES, "\"sales\"", "The contact types meant; all without it."),
    ],
)
.some_of(&["closed", "open", "factor", "like"]);

/// An entry of `campaigns`.
pub(crate) static CAMPAIGN: TableSpec = TableSpec::new(
    "campaign",
    "a campaign",
    "Days with more or fewer contacts than usual.",
    &[
        required("from", Kind::Date, "2026-12-01", "The first day."),
        required("to", Kind::Date, "2026-12-07", "The last day."),
        key("hours", Kind::Hours, "\"18:00-22:00\"", "The hours of these days; all day without it."),
        key("types", TYPES, "\"sales\"", "The contact types meant; all without it."),
        required("change", Kind::Text, "\"+20%\"", "By how much the volume is changed."),
    ],
);
