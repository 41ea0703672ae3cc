//! `hiring` of the people of a group.

use super::{DURATION, Kind, MOST_AGENTS, TableSpec, key};

const CLASS: Kind = Kind::Whole { min: 1, max: MOST_AGENTS };

/// `hiring` of the people of a group.
pub(crate) static HIRING: TableSpec = TableSpec::new(
    "hiring",
    "`hiring`",
    "How people can be hired: what `holdline season` chooses from.",
    &[
        key(
            "lead",
            DURATION,
            "\"3w\"",
            "From the start of the horizon, when the plan is made, to the earliest first day; none unless said.",
        ),
        key("least", CLASS, "4", "Fewest people of a class; 1 unless said."),
        key("most", CLASS, "12", "Most people of a class; as many as one trainer can have unless said."),
        key("classes", Kind::Whole { min: 1, max: 100 }, "1", "Most classes that begin in one week; 1 unless said."),
        key(
            "trainers",
            Kind::Whole { min: 1, max: MOST_AGENTS },
            "2",
            "Trainers there are, each for `trainees` of `training`; as many as it takes unless said.",
        ),
        key(
            "contracts",
            Kind::List(&Kind::Text),
            "[\"temporary\"]",
            "Contracts on which people are hired, by name; the first unless said.",
        ),
    ],
);
