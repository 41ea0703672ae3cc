//! What `[calendar]` makes of a typical day.

use holdline::kpi::Ending;
use holdline::scenario::Arrivals;
use holdline::units::HOUR;

use super::scenario;
use crate::centre::contacts;
use crate::workplace;

const TWO_WEEKS: &str = "start = 2026-12-21\nweeks = 2\ninterval = \"6h\"";

fn days(horizon: &str, calendar: &str, contact: &str) -> Vec<f64> {
    let centre = scenario(horizon, calendar, contact, "5");
    match &centre.contacts[0].arrivals {
        Arrivals::PerInterval(expected) => expected.chunks(4).map(|day| day.iter().sum()).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_factor_multiplies_the_typical_day() {
    let calendar = "[calendar]\nweekdays = { monday = 1.5, weekend = 0.5, sunday = 0 }\nweeks = [1, 2]\n\
                    holidays = [{ date = 2026-12-25, name = \"Christmas\", closed = true }, \
                    { date = 2026-12-28, name = \"Return\", factor = 2 }, \
                    { date = 2026-12-31, name = \"Old year\", like = \"saturday\" }]\n\
                    campaigns = [{ from = 2026-12-20, to = 2026-12-22, hours = \"12:00-18:00\", change = \"+100%\" }]";
    let per_day = "arrivals = { per_day = 100, profile = [0, 40, 40, 20] }";
    let expected =
        [150.0 * 1.4, 100.0 * 1.4, 100.0, 100.0, 0.0, 50.0, 0.0, 600.0, 200.0, 200.0, 100.0, 200.0, 100.0, 0.0];
    let found = days(TWO_WEEKS, calendar, per_day);
    assert!(found.iter().zip(expected).all(|(day, right)| (day - right).abs() < 1e-9), "{found:?}");
    // `scale` multiplies all of it; a type's own factors replace the calendar's.
    let scaled = days(TWO_WEEKS, calendar, &format!("{per_day}\nscale = {{ arrivals = 3 }}"));
    assert!(scaled.iter().zip(expected).all(|(day, right)| (day - 3.0 * right).abs() < 1e-9), "{scaled:?}");
    let own =
        days(TWO_WEEKS, calendar, &format!("{per_day}\nvolume = {{ weeks = [1, 1], weekdays = {{ monday = 2 }} }}"));
    assert_eq!((own[6], own[7], own[13]), (100.0, 400.0, 100.0));
}

#[test]
fn growth_and_weeks_of_the_year() {
    let year: Vec<String> = (1..=52).map(|week| week.to_string()).collect();
    let calendar = format!("[calendar]\ngrowth = \"10%\"\nweeks_of_year = [{}]", year.join(", "));
    let found = days("start = 2026-01-05\nweeks = 104\ninterval = \"6h\"", &calendar, "arrivals = { per_hour = 1 }");
    // The 53rd week of 2026 is like the 52nd.
    for (day, week) in [(0, 2.0), (180, 27.0), (361, 52.0), (364, 1.0), (727, 52.0)] {
        let right = 24.0 * week * libm::pow(1.1, day as f64 / 365.25);
        assert!((found[day] / right - 1.0).abs() < 1e-12, "day {day}: {} and not {right}", found[day]);
    }
    assert_eq!(found.len(), 728);
}

#[test]
fn doors_are_shut_on_days_with_a_name() {
    let calendar = "[calendar]\nholidays = [{ date = 2026-12-25, name = \"Christmas\", closed = true }, \
                    { date = 2026-12-24, name = \"Eve\", open = \"09:00-13:00\" }]";
    let contact = "arrivals = { per_hour = 60 }\nopen = { weekdays = \"08:00-20:00\", saturday = \"10:00-14:00\" }";
    let centre = scenario("start = 2026-12-21\nweeks = 2", calendar, contact, "10");
    for row in contacts(&centre, 0) {
        let (day, clock) = ((row.arrived / 86_400.0) as usize, row.arrived % 86_400.0 / HOUR);
        let open = match day {
            3 => (9.0..13.0).contains(&clock),
            4 => panic!("nobody comes at Christmas"),
            5 | 12 => (10.0..14.0).contains(&clock),
            6 | 13 => false,
            _ => (8.0..20.0).contains(&clock),
        };
        assert_eq!(row.ending == Ending::Closed, !open, "day {day}, {clock} h");
        assert!(day != 3 || open, "nobody comes while an exception keeps the door shut: {clock} h");
    }
}

/// A file of holidays says what a list says; days of other years in it are passed over.
#[test]
fn holidays_may_stand_in_a_file() {
    let folder = workplace::empty("calendar", "file");
    let rows = "date,name,closed,open,factor,like,types\n2025-12-25,Christmas,true,,,,\n2026-12-25,Christmas,yes,,,,\n\
                2026-12-24,Eve,,09:00-13:00,0.5,saturday,calls|calls\n";
    std::fs::write(folder.join("days.csv"), rows).unwrap();
    let text = |holidays: &str| {
        format!(
            "name = \"x\"\n[horizon]\nstart = 2026-12-21\nweeks = 1\n[calendar]\nweekdays = {{ saturday = 0.5 }}\nholidays = {holidays}\n\
             [contacts.calls]\nchannel = \"voice\"\narrivals = {{ per_hour = 2 }}\nhandle = {{ constant = {{ value = 60 }} }}\n\
             [agents.team]\nskills = [\"calls\"]\nstaff = 3\n"
        )
    };
    let read = |name: &str, holidays: &str| {
        std::fs::write(folder.join(name), text(holidays)).unwrap();
        holdline::scenario::load(&folder.join(name)).unwrap_or_else(|problems| panic!("{problems}")).scenario
    };
    let listed = "[{ date = 2026-12-25, name = \"Christmas\", closed = true }, { date = 2026-12-24, name = \"Eve\", \
                  open = \"09:00-13:00\", factor = 0.5, like = \"saturday\", types = \"calls\" }]";
    let scenario = read("file.toml", "\"days.csv\"");
    assert_eq!(scenario, read("list.toml", listed));
    assert_eq!(scenario.contacts[0].exceptions.len(), 2);
}

/// A weekday's factor alone changes nothing of what comes on the other days.
#[test]
fn other_days_keep_their_customers() {
    let contact = "arrivals = { per_hour = 20 }\nbusy_factor = { cv = 0.3, carry = 0.6 }";
    let rows = |calendar: &str| contacts(&scenario("start = 2026-12-21\nweeks = 1", calendar, contact, "9"), 0);
    let of = |calendar: &str, day: f64| {
        let rows = rows(calendar).into_iter().map(|row| row.arrived);
        rows.filter(|time| (time / 86_400.0).floor() == day).collect::<Vec<f64>>()
    };
    let busy_tuesday = "[calendar]\nweekdays = { tuesday = 2 }";
    assert_eq!((of("", 0.0), of("", 2.0)), (of(busy_tuesday, 0.0), of(busy_tuesday, 2.0)));
    assert!(of(busy_tuesday, 1.0).len() > of("", 1.0).len());
}
