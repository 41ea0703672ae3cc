//! Days of 23 and 25 hours.

use holdline::engine::Model;
use holdline::kpi::Ending;
use holdline::sampling::Rates;
use holdline::units::{DAY, HOUR};

use super::{AUTUMN, SPRING, scenario};
use crate::centre::{contacts, figures};
use crate::tolerance::allowed;

/// One to 48 contacts in the half hours of a day.
fn rising() -> String {
    let counts: Vec<String> = (1..=48).map(|count| count.to_string()).collect();
    format!("arrivals = {{ per_interval = [{}] }}", counts.join(", "))
}

#[test]
fn days_of_23_and_25_hours_have_46_and_50_half_hours_with_the_right_volume_each() {
    let whole: f64 = (1..=48).map(f64::from).sum();
    // The half hours at 02:00 and 02:30, with 5 and 6 contacts, are missing or come twice.
    for (horizon, half_hours, volume) in [(SPRING, 46, whole - 11.0), (AUTUMN, 50, whole + 11.0)] {
        let centre = scenario(horizon, "", &rising(), "1");
        let model = Model::new(&centre);
        let Rates::Pieces { step, rates } = &model.types[0].arrivals.rates else { panic!("{:?}", model.types[0]) };
        assert_eq!((*step, rates.len()), (1800.0, 48 + half_hours + 48));
        let expected: Vec<f64> = rates.iter().map(|rate| rate * step).collect();
        let of = |from: usize, to: usize| expected[from..to].iter().sum::<f64>();
        let days = [of(0, 48), of(48, 48 + half_hours), of(48 + half_hours, expected.len())];
        assert!(days.iter().zip([whole, volume, whole]).all(|(day, right)| (day - right).abs() < 1e-9), "{days:?}");
        assert_eq!(model.horizon, (96 + half_hours) as f64 * 1800.0);
        assert!((centre.contacts[0].arrivals.expected(&centre.horizon) - 2.0 * whole - volume).abs() < 1e-9);
    }
}

#[test]
fn contacts_come_by_the_clock_on_the_wall() {
    for (horizon, twice) in [(SPRING, 0.0), (AUTUMN, 2.0)] {
        let centre = scenario(horizon, "", &rising(), "40");
        let civil = &centre.horizon.civil;
        let replications = 300;
        let mut counts = vec![0.0; 48];
        for row in (0..replications).flat_map(|replication| contacts(&centre, replication)) {
            if civil.day(row.arrived) == 1 {
                counts[(civil.clock(row.arrived) / 1800.0) as usize] += 1.0;
            }
        }
        for (interval, count) in counts.iter().enumerate() {
            let times = if [4, 5].contains(&interval) { twice } else { 1.0 };
            let mean = f64::from(replications) * times * (interval + 1) as f64;
            assert!((count - mean).abs() <= allowed(96) * mean.sqrt(), "{interval}: {count}, not {mean}");
        }
        // What is reported by interval of the day is every contact, and as many a day as an ordinary one has.
        let result = figures(&centre);
        let intervals = result.intervals.unwrap();
        let offered = |interval: usize| intervals[interval].contacts["calls"].offered.unwrap().value;
        let times = |interval: usize| if [4, 5].contains(&interval) { 2.0 + twice } else { 3.0 };
        let sum: f64 = (0..48).map(|interval| offered(interval) * times(interval)).sum();
        assert!((sum - result.contacts["calls"].offered.unwrap().value).abs() < 1e-6);
    }
}

#[test]
fn doors_open_and_close_by_the_clock_on_the_wall() {
    for horizon in [SPRING, AUTUMN] {
        let text = "arrivals = { per_hour = 60 }\nopen = \"08:00-20:00\"";
        let centre = scenario(horizon, "", text, "20");
        let rows: Vec<_> = (0..5).flat_map(|replication| contacts(&centre, replication)).collect();
        for row in &rows {
            let clock = centre.horizon.civil.clock(row.arrived);
            let open = (8.0 * HOUR..20.0 * HOUR).contains(&clock);
            assert_eq!(row.ending == Ending::Closed, !open, "at {clock} s of day {}", row.arrived / DAY);
        }
        assert!(rows.len() > 15_000, "{} contacts test nothing", rows.len());
    }
}

/// Who works from 22:00 to 06:00 works an hour less, or more, in the night of the change, also on the books. Who is
/// wanted at a time that the clock skips is not there at all.
#[test]
fn a_night_shift_is_an_hour_shorter_or_longer() {
    let hours = |horizon: &str, staff: &str| {
        let centre = scenario(horizon, "", "arrivals = { per_hour = 0 }", staff);
        figures(&centre).agents["team"].logged_in_hours.unwrap().value
    };
    let night = "{ shifts = [{ from = \"22:00\", to = \"06:00\", agents = 2 }] }";
    for (horizon, nights) in [(SPRING, 23.0), (AUTUMN, 25.0), ("start = 2026-11-28\ndays = 3", 24.0)] {
        assert!((hours(horizon, night) - 2.0 * nights).abs() < 1e-9, "{horizon}: {}", hours(horizon, night));
    }
    let skipped = "{ shifts = [{ from = \"02:10\", to = \"02:50\", agents = 3 }] }";
    assert!((hours(SPRING, skipped) - 3.0 * 2.0 * 2.0 / 3.0).abs() < 1e-9);
    let by_interval =
        format!("{{ per_interval = [{}] }}", [["1"; 5], ["3"; 5]].concat().join(", ") + &", 0".repeat(38));
    for (horizon, half_hours) in [(SPRING, 3.0 * 20.0 - 4.0), (AUTUMN, 3.0 * 20.0 + 4.0)] {
        assert!((hours(horizon, &by_interval) - half_hours / 2.0).abs() < 1e-9, "{horizon}");
    }
}

/// Where no clock is changed, a zone changes nothing; and no day knows of the length of a later one.
#[test]
fn a_zone_changes_only_what_its_clocks_change() {
    let contact = "arrivals = { per_hour = 40 }\nbusy_factor = { cv = 0.2, carry = 0.5 }\nopen = \"06:00-22:00\"";
    let rows = |horizon: &str| contacts(&scenario(horizon, "", contact, "3"), 0);
    let winter = "start = 2026-11-28\ndays = 3";
    assert_eq!(rows(winter), rows(&format!("{winter}\ntime_zone = \"Europe/Berlin\"")));
    let first_day =
        |horizon: &str| rows(horizon).into_iter().filter(|row| row.arrived < 20.0 * HOUR).collect::<Vec<_>>();
    let plain = SPRING.replace("\ntime_zone = \"Europe/Berlin\"", "");
    assert_eq!(first_day(SPRING), first_day(&plain));
    assert_ne!(rows(SPRING), rows(&plain));
}
