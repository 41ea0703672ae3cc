//! Handling times that differ over the day.

use holdline::kpi::ContactRow;
use holdline::scenario::{AgentGroup, Arrivals, ContactType, Handling, Law, Length, Loaded, Scenario, Staffing, load};
use holdline::units::{DAY, HOUR, Seconds};

use crate::centre::{agents, calls, centre, contacts, figures};
use crate::determinism::json;
use crate::tolerance::ROUNDING;
use crate::validation::refused;

/// A number for each hour of the day, all different.
fn of_day() -> Vec<f64> {
    (0..24).map(|hour| 0.5 + f64::from(hour) / 16.0).collect()
}

/// Two days in hours.
fn two_days(contact: ContactType, staff: u32) -> Scenario {
    let mut scenario = centre(1.0, vec![contact], vec![agents("team", &[0], Staffing::Constant(staff))]);
    (scenario.horizon.length, scenario.horizon.interval) = (Length::Days(2), Seconds(HOUR));
    scenario.run.replications = 3;
    scenario
}

fn with_law(law: Law) -> Scenario {
    let contact = calls("calls", Arrivals::PerHour(100.0), law);
    two_days(ContactType { patience: Some(Law::Exponential { mean: 80.0 }), ..contact }, 6)
}

fn twice(scenario: &Scenario) -> Scenario {
    let mut twice = scenario.clone();
    twice.contacts[0].handle_profile = vec![2.0; 24];
    twice
}

/// Twice is exact in binary wherever a law is its mean (or its scale) times something: all the bytes are the same.
#[test]
fn twice_all_day_is_twice_as_long() {
    for (law, double) in [
        (Law::Constant { value: 130.0 }, Law::Constant { value: 260.0 }),
        (Law::Exponential { mean: 130.0 }, Law::Exponential { mean: 260.0 }),
        (Law::Gamma { mean: 130.0, cv: 0.7 }, Law::Gamma { mean: 260.0, cv: 0.7 }),
        (Law::Uniform { min: 31.0, max: 199.0 }, Law::Uniform { min: 62.0, max: 398.0 }),
    ] {
        let (by_profile, by_law) = (twice(&with_law(law.clone())), with_law(double));
        assert_eq!(contacts(&by_profile, 0), contacts(&by_law, 0), "{law:?}");
        let [by_profile, by_law] = [by_profile, by_law].map(|scenario| {
            let mut result = figures(&scenario);
            // What was assumed is said in other words.
            assert!(result.assumptions.take().is_some());
            json(&result)
        });
        assert_eq!(by_profile, by_law, "{law:?}");
    }
}

/// A lognormal time is the exponential of a normal number beside the logarithm of the mean: of that the double differs in
/// the last digits.
#[test]
fn twice_all_day_is_twice_as_long_but_for_rounding_where_a_law_takes_logarithms() {
    let by_profile = contacts(&twice(&with_law(Law::Lognormal { mean: 130.0, cv: 1.1 })), 0);
    let by_law = contacts(&with_law(Law::Lognormal { mean: 260.0, cv: 1.1 }), 0);
    assert_eq!(by_profile.len(), by_law.len());
    let mut seen = 0;
    for (a, b) in by_profile.iter().zip(&by_law) {
        assert_eq!((a.arrived, a.ending), (b.arrived, b.ending));
        assert!((a.wait - b.wait).abs() < ROUNDING * DAY, "{a:?} {b:?}");
        if let (Some((_, one, until)), Some((_, other, then))) = (a.handled, b.handled) {
            assert!(one == other && (until - then).abs() < ROUNDING * DAY, "{a:?} {b:?}");
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen}");
}

fn begun(row: &ContactRow) -> f64 {
    row.arrived + row.wait
}

/// Holds how long every contact was handled against a calculation by hand.
fn each_takes(scenario: &Scenario, by_hand: impl Fn(f64) -> f64) {
    let rows = contacts(scenario, 0);
    let mut hours = std::collections::BTreeSet::new();
    for row in &rows {
        let Some((_, _, until)) = row.handled else { continue };
        let (took, expected) = (until - begun(row), by_hand(begun(row)));
        assert!((took - expected).abs() < 1e-6, "{row:?} took {took}, by hand {expected}");
        hours.insert((begun(row) % DAY / HOUR) as u32);
    }
    assert!(hours.len() >= 8 && rows.len() > 100, "{hours:?}");
}

fn hour(time: f64) -> usize {
    (time % DAY / HOUR) as usize
}

fn constant(value: f64) -> ContactType {
    let contact = calls("calls", Arrivals::PerHour(40.0), Law::Constant { value });
    ContactType { handle_profile: of_day(), ..contact }
}

#[test]
fn a_contact_takes_what_the_interval_says_in_which_it_begins() {
    // Few agents, so that many begin in another interval than the one in which they came.
    each_takes(&two_days(constant(100.0), 2), |begun| 100.0 * of_day()[hour(begun)]);
    let own = AgentGroup {
        handle: vec![(0, Handling::Whole(Law::Constant { value: 50.0 }))],
        ..agents("own", &[0], Staffing::Constant(1))
    };
    let mut scenario = two_days(constant(100.0), 0);
    scenario.groups = vec![own];
    each_takes(&scenario, |begun| 50.0 * of_day()[hour(begun)]);
}

#[test]
fn after_contact_work_is_always_as_long() {
    let (talk, wrap) = (Law::Constant { value: 100.0 }, Law::Constant { value: 40.0 });
    let contact = ContactType { handle: Handling::TalkWrap { talk, wrap }, ..constant(1.0) };
    each_takes(&two_days(contact.clone(), 3), |begun| 100.0 * of_day()[hour(begun)] + 40.0);
    assert!((contact.mean_handle_in(8) - 140.0).abs() < 1e-9, "factor 1 at eight");
    assert!((contact.mean_handle() - (100.0 * of_day().iter().sum::<f64>() / 24.0 + 40.0)).abs() < 1e-9);
}

/// One long run knows no intervals of the day in its results, but the day goes on in it.
#[test]
fn a_study_by_duration_goes_by_the_clock() {
    let mut scenario = two_days(constant(100.0), 3);
    scenario.horizon.length = Length::Duration(Seconds(3.0 * DAY + 4321.0));
    each_takes(&scenario, |begun| 100.0 * of_day()[hour(begun)]);
}

/// What is left over at the end of the horizon is handled by the hours of the next day.
#[test]
fn the_clock_goes_on_beyond_the_horizon() {
    let mut scenario = two_days(constant(300.0), 2);
    scenario.contacts[0].arrivals = Arrivals::PerHour(35.0);
    let beyond = contacts(&scenario, 0).iter().filter(|row| begun(row) > 2.0 * DAY + HOUR).count();
    assert!(beyond > 10, "{beyond}");
    each_takes(&scenario, |begun| 300.0 * of_day()[hour(begun)]);
}

/// The busy time of an hour, by hand: in it begin as many as were logged, and each takes as long as the hour says.
#[test]
fn busy_time_by_interval_is_the_sum_by_hand() {
    let scenario = two_days(constant(100.0), 40);
    let rows: Vec<ContactRow> = (0..3).flat_map(|replication| contacts(&scenario, replication)).collect();
    let mut busy = [0.0; 24];
    for row in &rows {
        let (from, to) = (begun(row), begun(row) + 100.0 * of_day()[hour(begun(row))]);
        for day_hour in 0..48 {
            let start = f64::from(day_hour) * HOUR;
            busy[day_hour as usize % 24] += (to.min(start + HOUR) - from.max(start)).max(0.0);
        }
    }
    let intervals = figures(&scenario).intervals.unwrap();
    for (hour, interval) in intervals.iter().enumerate() {
        let occupancy = interval.agents["team"].occupancy.unwrap().value;
        let by_hand = busy[hour] / (3.0 * 2.0 * 40.0 * HOUR);
        assert!((occupancy - by_hand).abs() < ROUNDING, "hour {hour}: {occupancy}, by hand {by_hand}");
    }
}

/// A scenario file with something else for the profile, `open` and the horizon.
fn text(horizon: &str, contact: &str) -> String {
    format!(
        "name = \"By the hour\"\n[horizon]\n{horizon}\ninterval = \"1h\"\n[contacts.calls]\nchannel = \"voice\"\narrivals = {{ per_hour = 40 }}\n\
         handle = {{ constant = {{ value = 100 }} }}\n{contact}\n[agents.team]\nskills = [\"calls\"]\nstaff = 3\n"
    )
}

fn read(name: &str, text: &str) -> Loaded {
    let path = crate::workplace::empty("handle profile", name).join("case.toml");
    std::fs::write(&path, text).unwrap();
    std::fs::write(path.with_file_name("times.csv"), table(of_day())).unwrap();
    load(&path).unwrap_or_else(|problems| panic!("{problems}"))
}

fn table(factors: Vec<f64>) -> String {
    let rows = factors.iter().enumerate().map(|(hour, factor)| format!("{hour:02}:00,{factor}\n"));
    format!("hour,calls\n{}", rows.collect::<String>())
}

fn list(factors: &[f64]) -> String {
    format!("handle_profile = {{ per_interval = {factors:?} }}")
}

#[test]
fn a_list_and_a_column_say_the_same() {
    let listed = read("listed", &text("days = 1", &list(&of_day()))).scenario;
    let column = "handle_profile = { file = \"times.csv\", column = \"calls\" }";
    let column = read("column", &text("days = 1", column)).scenario;
    assert_eq!(listed.contacts[0].handle_profile, of_day());
    assert_eq!(listed.contacts, column.contacts);
    each_takes(&column, |begun| 100.0 * of_day()[hour(begun)]);
}

#[test]
fn numbers_for_the_opening_hold_beside_it_too() {
    let mut factors = of_day()[8..20].to_vec();
    let contact = format!("open = \"08:00-20:00\"\n{}", list(&factors));
    let scenario = read("open", &text("days = 2", &contact)).scenario;
    let all = &scenario.contacts[0].handle_profile;
    factors.splice(0..0, [of_day()[8]; 8]);
    factors.extend([of_day()[19]; 4]);
    assert_eq!(all, &factors);
    each_takes(&scenario, |begun| 100.0 * factors[hour(begun)]);
    // Closed hours count for nothing in the mean.
    let mean = of_day()[8..20].iter().sum::<f64>() / 12.0;
    assert!((scenario.contacts[0].mean_handle() - 100.0 * mean).abs() < 1e-9);
}

#[test]
fn scale_multiplies_both() {
    let contact = format!("{}\nscale = {{ handle = 1.5 }}", list(&of_day()));
    let scenario = read("scaled", &text("days = 1", &contact)).scenario;
    each_takes(&scenario, |begun| 150.0 * of_day()[hour(begun)]);
}

#[test]
fn days_of_23_and_25_hours_go_by_the_clock_on_the_wall() {
    for (name, start, change) in [("spring", "2027-03-28", 1.0), ("autumn", "2026-10-25", -1.0)] {
        let horizon = format!("start = {start}\ndays = 1\ntime_zone = \"Europe/Berlin\"");
        let scenario = read(name, &text(&horizon, &list(&of_day()))).scenario;
        // At two the clock is put forward to three; at three it is put back to two.
        let at = if change > 0.0 { 2.0 } else { 3.0 } * HOUR;
        let wall = |time: f64| if time < at { time } else { time + change * HOUR };
        each_takes(&scenario, |begun| 100.0 * of_day()[((wall(begun) / HOUR) as usize).min(23)]);
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let all = vec!["1"; 24].join(", ");
    let wrong = |name: &str, horizon: &str, contact: &str, words: &[&str]| {
        refused(name, &text(horizon, contact), words);
    };
    wrong(
        "a profile of three",
        "days = 1",
        "handle_profile = { per_interval = «[1, 1, 1] }",
        &["3 numbers where a day of 60 min intervals has 24"],
    );
    let contact = format!("handle_profile = {{ per_interval = «[{all}, {all}] }}");
    wrong("a profile of two days", "days = 2", &contact, &["48 numbers for all days", "it holds on every day"]);
    let contact = format!("open = \"08:00-20:00\"\nhandle_profile = {{ per_interval = «[{}] }}", ["1"; 11].join(", "));
    wrong("a profile beside the opening", "days = 1", &contact, &["11 numbers", "12 for 08:00-20:00"]);
    let contact = format!("handle_profile = {{ per_interval = [«0, {}] }}", ["1"; 23].join(", "));
    wrong("no time at all", "days = 1", &contact, &["an entry of `per_interval`"]);
    let contact = format!("handle_profile = {{ per_interval = [{}, «-1] }}", ["1"; 23].join(", "));
    wrong("a negative time", "days = 1", &contact, &["an entry of `per_interval`"]);
    wrong("nothing said", "days = 1", "«handle_profile = { }", &["per_interval"]);
    wrong("a column without a file", "days = 1", "«handle_profile = { column = \"calls\" }", &["file"]);
}
