//! What the user says of days to come, and what is wrong with how it is said.

use std::fs;
use std::path::Path;

use holdline::forecast::{Campaign, Effect, Factors, Forecast, Holiday, forecast};
use holdline::scenario::Problems;
use jiff::civil::{Date, date};

use super::{INTERVAL, World, by_weekday, day, stream};

fn ahead(world: &World, factors: &Factors) -> Forecast {
    let log = world.log(56, &mut stream("factors", 0));
    forecast(&log, INTERVAL, factors, None, day(56 + 13)).unwrap()
}

fn mean(document: &Forecast, number: usize) -> f64 {
    document.types[0].days[number].day.mean
}

#[test]
fn known_factors_multiply_and_closed_days_are_closed() {
    let world = World { level: 300.0, shape: &by_weekday, cv: 0.05, step: 0.0 };
    let plain = ahead(&world, &Factors { growth: Some(0.0), ..Factors::default() });
    let holiday = |number: usize, effect| Holiday { date: day(number), name: number.to_string(), effect };
    let campaign = |from, to, types: &[&str], factor| Campaign {
        from: day(from),
        to: day(to),
        types: types.iter().map(|name| (*name).to_owned()).collect(),
        factor,
    };
    let factors = Factors {
        growth: Some(0.2),
        holidays: vec![holiday(57, Effect::Known(0.5)), holiday(58, Effect::Closed)],
        campaigns: vec![
            campaign(59, 60, &["calls"], 1.5),
            campaign(60, 60, &[], 2.0),
            campaign(63, 64, &["other"], 9.0),
        ],
    };
    let changed = ahead(&world, &factors);
    let expected = [(0, 1.0), (1, 0.5), (2, 0.0), (3, 1.5), (4, 3.0), (7, 1.0), (8, 1.0)];
    for (number, factor) in expected {
        let growth = libm::pow(1.2, (number as f64 + 3.0) / 365.25);
        let (seen, usual) = (mean(&changed, number), mean(&plain, number));
        // The log ends on a Friday: growth is counted from the last day that was learned from.
        assert!((seen / usual - factor * growth).abs() < 1e-9, "day {number}: {seen} of {usual}");
    }
    assert_eq!(changed.types[0].days[2].intervals.iter().map(|interval| interval.mean).sum::<f64>(), 0.0);
    assert_eq!(changed.types[0].days[2].day.range90, [0.0, 0.0]);
}

#[test]
fn a_campaign_in_the_log_is_not_taken_for_the_level() {
    let shape = |number: usize, date: Date| by_weekday(number, date) * if number >= 49 { 1.5 } else { 1.0 };
    let world = World { level: 300.0, shape: &shape, cv: 0.05, step: 0.0 };
    let campaign = Campaign { from: day(49), to: day(55), types: Vec::new(), factor: 1.5 };
    let told = ahead(&world, &Factors { campaigns: vec![campaign], ..Factors::default() });
    assert!((mean(&told, 1) / 300.0 - 1.0).abs() < 0.1, "{}", mean(&told, 1));
    let untold = ahead(&world, &Factors::default());
    assert!(mean(&untold, 1) > 1.1 * mean(&told, 1), "{}", mean(&untold, 1));
}

fn parse(text: &str) -> Result<Factors, Problems> {
    let kinds = ["sales".to_owned(), "service".to_owned()];
    Factors::parse(Path::new("factors.toml"), text, &kinds, &[date(2025, 12, 24), date(2026, 1, 31)])
}

#[test]
fn every_key_is_read() {
    let factors = parse(
        r#"growth = "3%"
        holidays = [
            { date = 2025-12-24, name = "Eve" },
            { date = 2026-12-24, name = "Eve" },
            { date = 2026-12-25, name = "Day", closed = true },
            { date = 2026-12-31, name = "End", factor = 0.4 },
        ]
        campaigns = [
            { from = 2026-12-01, to = 2026-12-07, types = ["sales", "service"], change = "+20%" },
            { from = 2026-12-01, to = 2026-12-07, types = "sales", change = "-5%" },
        ]"#,
    )
    .unwrap();
    assert!((factors.growth.unwrap() - 0.03).abs() < 1e-12);
    let effects: Vec<Effect> = factors.holidays.iter().map(|holiday| holiday.effect).collect();
    assert_eq!(effects, [Effect::Estimated, Effect::Estimated, Effect::Closed, Effect::Known(0.4)]);
    assert_eq!(factors.campaigns[0].types, ["sales", "service"]);
    assert!((factors.campaigns[0].factor - 1.2).abs() < 1e-12 && (factors.campaigns[1].factor - 0.95).abs() < 1e-12);
    assert_eq!(parse("").unwrap(), Factors::default());
}

#[test]
fn everything_wrong_is_told_at_once_with_its_line() {
    let problems = parse(
        r#"growth = "three"
holidays = [
    { date = 2026-12-24, name = "Eve" },
    { date = 2026-12-25, name = "Day", closed = true, factor = 0.5 },
    { date = 2026-12-25, name = "Other day", factor = 0.5 },
    { date = "soon", name = "Feast" },
]
campaigns = [
    { from = 2026-12-07, to = 2026-12-01, change = "+20%" },
    { from = 2026-12-01, to = 2026-12-07, types = "sale", change = "+20" },
]
holiday = []
"#,
    )
    .unwrap_err();
    let mut found: Vec<(usize, String)> =
        problems.faults().map(|fault| (fault.place.unwrap().1, fault.title)).collect();
    found.sort();
    let expected = [
        (1, "is not a change of volume"),
        (3, "nothing says what `Eve` does"),
        (4, "closed and have a factor"),
        (5, "both `Day` and `Other day`"),
        (6, "`date`"),
        (9, "cannot end on 2026-12-01"),
        (10, "is not a change of volume"),
        (10, "no contact type `sale`"),
        (12, "`holiday` is not a key"),
    ];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for ((line, title), (at, words)) in found.iter().zip(expected) {
        assert!(*line == at && title.contains(words), "{line}: {title}; expected {at}: {words}");
    }
}

#[test]
fn the_file_of_factors_in_the_readme_is_right() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let block = readme.split("```text\n# factors.toml").nth(1).unwrap().split("```").next().unwrap();
    let factors = parse(block).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(factors.growth.is_some() && factors.holidays.len() > 1 && !factors.campaigns.is_empty());
}
