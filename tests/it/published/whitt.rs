//! Whitt, "Engineering solution of a basic call-center model", Management Science 51 (2005), tables 1 to 7: Poisson
//! arrivals at rate 102, a hundred agents, mean service 1, two hundred waiting places (300 in table 4), patience of
//! several laws. Simulated there in 10 runs of 5 million arrivals; ± is half a 95 % interval.

use holdline::kpi::ScenarioResult;
use holdline::scenario::{Arrivals, Centre, ContactType, Law, ServiceLevel};
use holdline::units::{HOUR, Seconds};

use super::{Published, Row, hold, other_share, scaled};
use crate::centre::{calls, figures, one_queue};

/// Seconds in the paper's unit of time, the mean service.
const UNIT: f64 = 100.0;
const REPLICATIONS: u32 = 100;
/// Contacts in all, about: a fifth of the paper's.
const CONTACTS: f64 = 10_000_000.0;

#[derive(Clone, Copy)]
enum Kind {
    D,
    E2,
    M,
    /// Lognormal, by its squared coefficient of variation.
    Ln(f64),
}

fn law(kind: Kind, mean: f64) -> Law {
    let mean = mean * UNIT;
    match kind {
        Kind::D => Law::Constant { value: mean },
        Kind::E2 => Law::Erlang { mean, k: 2 },
        Kind::M => Law::Exponential { mean },
        Kind::Ln(scv) => Law::Lognormal { mean, cv: scv.sqrt() },
    }
}

fn simulate(column: &Column, seed: u64) -> ScenarioResult {
    let (service, patience, mean_patience, places) = column.centre;
    let rate = 102.0 / UNIT;
    let contact = ContactType {
        patience: Some(law(patience, mean_patience)),
        ..calls("calls", Arrivals::PerHour(rate * HOUR), law(service, 1.0))
    };
    let warm_up = 40.0 * UNIT * mean_patience.max(1.0);
    let mut scenario = one_queue(warm_up + CONTACTS / f64::from(REPLICATIONS) / rate, contact, 100);
    scenario.centre = Centre { lines: Some(100 + places), ..Centre::default() };
    scenario.horizon.warm_up = Seconds(warm_up);
    scenario.report.within = [0.1, 0.2, 0.4].map(|t| Seconds(t * UNIT)).to_vec();
    scenario.report.service_level = ServiceLevel::AnsweredOnly;
    scenario.run = holdline::scenario::Run { replications: REPLICATIONS, seed };
    figures(&scenario)
}

/// A figure of the paper and its ±; where none is printed, that of a neighbouring column is taken.
fn simulated(value: f64, half: f64, rounding: f64) -> Published {
    Published { value, rounding, error: half / 2.262, degrees: 9 }
}

/// A figure that the paper, or the M/M/n+G integral evaluated by us, gives exactly.
fn exact(value: f64) -> Published {
    let digits = format!("{value}").split_once('.').map_or(0, |(_, decimals)| decimals.len() as i32);
    Published { value, rounding: 0.5 * 10f64.powi(-digits), error: 0.0, degrees: REPLICATIONS - 1 }
}

/// One column: its name, its centre, and the figures by name.
struct Column {
    name: &'static str,
    centre: (Kind, Kind, f64, u32),
    figures: Vec<(&'static str, Published)>,
}

/// All columns against ours; each with customers of its own, so that no accident of one is repeated in the next.
fn rows(columns: Vec<Column>, first_seed: u64) -> Vec<Row> {
    (first_seed..).zip(columns).flat_map(|(seed, column)| rows_of(column, seed)).collect()
}

fn rows_of(column: Column, seed: u64) -> Vec<Row> {
    let result = simulate(&column, seed);
    let (contact, team) = (&result.contacts["calls"], &result.agents["team"]);
    let within = |i: usize| contact.within[i].service_level;
    let ours = |figure: &str| match figure {
        "P(W=0)" => other_share(contact.p_wait),
        "P(A)" => contact.p_abandon,
        "E[Q]" => contact.mean_queue,
        "occupancy" => team.occupancy,
        "E[W|S]" => scaled(contact.mean_wait_answered, 1.0 / UNIT),
        "E[W|A]" => scaled(contact.mean_wait_abandoned, 1.0 / UNIT),
        "P(W<=.1|S)" => within(0),
        "P(W<=.2|S)" => within(1),
        "P(W<=.4|S)" => within(2),
        other => panic!("no figure {other}"),
    };
    let row = |(figure, theirs): (&str, Published)| Row::new(format!("{} {figure}", column.name), ours(figure), theirs);
    column.figures.into_iter().map(row).collect()
}

/// The six figures that tables 1, 2, 6 and 7 share, with the half-widths printed.
fn six(values: [f64; 6], halves: [f64; 6]) -> Vec<(&'static str, Published)> {
    let names = ["P(W=0)", "P(A)", "E[Q]", "E[W|S]", "P(W<=.1|S)", "P(W<=.2|S)"];
    let roundings = [5e-4, 5e-5, 5e-3, 5e-5, 5e-4, 5e-4];
    names.into_iter().zip(0..6).map(|(name, i)| (name, simulated(values[i], halves[i], roundings[i]))).collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn tables_1_to_7_are_reproduced() {
    use Kind::{D, E2, Ln, M};
    let usual = [0.0021, 0.00029, 0.075, 0.0007, 0.003, 0.0023];
    let mut columns = vec![
        Column {
            name: "E2 service, E2 patience",
            centre: (E2, E2, 1.0, 200),
            figures: six([0.217, 0.0351, 11.52, 0.1115, 0.510, 0.795], usual),
        },
        Column {
            name: "M service, E2 patience",
            centre: (M, E2, 1.0, 200),
            figures: six([0.246, 0.0378, 11.75, 0.1133, 0.520, 0.775], [0.002, 0.00032, 0.075, 0.0007, 0.0026, 0.0023]),
        },
        Column {
            name: "M service, LN(1,1) patience",
            centre: (M, Ln(1.0), 1.0, 200),
            figures: six(
                [0.242, 0.0376, 11.42, 0.1094, 0.518, 0.792],
                [0.0026, 0.00032, 0.071, 0.0007, 0.0028, 0.0018],
            ),
        },
    ];
    let table_6 = [
        ("E2 service, LN(1,1) patience", E2, [0.211, 0.0348, 11.40, 0.1097, 0.502, 0.807]),
        ("LN(1,1) service, LN(1,1) patience", Ln(1.0), [0.229, 0.0366, 11.44, 0.1098, 0.511, 0.797]),
        ("LN(1,4) service, LN(1,1) patience", Ln(4.0), [0.286, 0.0425, 11.55, 0.1096, 0.542, 0.773]),
    ];
    let halves_6 = [
        [0.0013, 0.0002, 0.04, 0.0005, 0.0016, 0.0011],
        [0.0015, 0.0002, 0.05, 0.0005, 0.0021, 0.0016],
        [0.0020, 0.0002, 0.05, 0.0005, 0.0020, 0.0011],
    ];
    for ((name, service, values), halves) in table_6.into_iter().zip(halves_6) {
        columns.push(Column { name, centre: (service, Ln(1.0), 1.0, 200), figures: six(values, halves) });
    }
    let table_7 = [
        ("D service, E2 patience", D, [0.180, 0.0309, 11.08, 0.1078, 0.501, 0.833]),
        ("LN(1,1) service, E2 patience", Ln(1.0), [0.233, 0.0370, 11.74, 0.1133, 0.514, 0.780]),
    ];
    for (name, service, values) in table_7 {
        let halves = [0.0021, 0.0003, 0.06, 0.0007, 0.003, 0.0023];
        columns.push(Column { name, centre: (service, E2, 1.0, 200), figures: six(values, halves) });
    }
    columns.extend(patience_four());
    hold(&rows(columns, 2005));
}

/// Tables 3 to 5: patience of mean 4.
fn patience_four() -> Vec<Column> {
    use Kind::{E2, Ln, M};
    vec![
        Column {
            name: "M service, LN(4,4) patience",
            centre: (M, Ln(4.0), 4.0, 200),
            figures: vec![
                ("P(W=0)", simulated(0.210, 0.0019, 5e-4)),
                ("P(A)", simulated(0.0349, 0.0003, 5e-5)),
                ("E[Q]", simulated(14.90, 0.095, 5e-3)),
                ("E[W|S]", simulated(0.1446, 0.0009, 5e-5)),
            ],
        },
        Column {
            name: "M service, LN(4,1/4) patience",
            centre: (M, Ln(0.25), 4.0, 300),
            figures: vec![
                ("P(W=0)", simulated(0.0096, 0.0008, 5e-5)),
                ("P(A)", simulated(0.0206, 0.0003, 5e-5)),
                ("E[Q]", simulated(118.1, 0.75, 0.05)),
                ("E[W|S]", simulated(1.154, 0.007, 5e-4)),
            ],
        },
        Column {
            name: "E2 service, E2 patience of mean 4",
            centre: (E2, E2, 4.0, 200),
            figures: vec![
                ("P(W=0)", simulated(0.056, 0.0016, 5e-4)),
                ("P(A)", simulated(0.0236, 0.0004, 5e-5)),
                ("E[Q]", simulated(41.6, 0.44, 0.05)),
                ("E[W|S]", simulated(0.407, 0.004, 5e-4)),
                ("P(W<=.1|S)", simulated(0.133, 0.003, 5e-4)),
                ("P(W<=.2|S)", simulated(0.234, 0.005, 5e-4)),
            ],
        },
    ]
}

/// The columns with exponential service have exact figures: these tell more than the simulated ones.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_exact_columns_are_reproduced() {
    use Kind::{E2, Ln, M};
    let names = ["P(W=0)", "P(A)", "E[Q]", "E[W|S]", "E[W|A]", "P(W<=.1|S)", "P(W<=.2|S)"];
    let column = |name, patience, mean, values: [f64; 7]| Column {
        name,
        centre: (M, patience, mean, 200),
        figures: names.into_iter().zip(values.map(exact)).collect(),
    };
    let mut columns = vec![
        column("M/M+M", M, 1.0, [0.4083, 0.0499, 5.092, 0.0490, 0.0666, 0.7986, 0.9644]),
        column("M/M+E2", E2, 1.0, [0.24549, 0.03783, 11.759, 0.11342, 0.16270, 0.51942, 0.77536]),
        column("M/M+LN(1,1)", Ln(1.0), 1.0, [0.24300, 0.03765, 11.427, 0.10941, 0.17900, 0.51842, 0.79218]),
        column("M/M+LN(4,4)", Ln(4.0), 4.0, [0.20833, 0.03507, 14.972, 0.14528, 0.18804, 0.44183, 0.67774]),
        column("M/M+M of mean 4", M, 4.0, [0.226, 0.0364, 14.84, 0.1455, 0.1429, 0.469, 0.687]),
    ];
    let seven = [0.01025, 0.02037, 117.56, 1.1489, 1.3261, 0.0718].map(exact);
    let names = ["P(W=0)", "P(A)", "E[Q]", "E[W|S]", "E[W|A]", "P(W<=.4|S)"];
    columns.push(Column {
        name: "M/M+LN(4,1/4)",
        centre: (M, Ln(0.25), 4.0, 300),
        figures: names.into_iter().zip(seven).collect(),
    });
    hold(&rows(columns, 3005));
}
