//! Figures by week, against every single contact.

use holdline::kpi::{Ending, ResultDocument, ScenarioResult, WeekContacts, WeekFigures};
use holdline::report::{self, Language, plot};
use holdline::scenario::Scenario;
use holdline::units::DAY;

use super::scenario;
use crate::centre::{contacts, figures};
use crate::tolerance::ROUNDING;
use crate::workplace;

/// From a Thursday over the new year: a part of a week, two whole ones, a day.
fn centre(start: &str) -> Scenario {
    let contact = "arrivals = { per_hour = 12 }\npatience = { exponential = { mean = \"2min\" } }\n\
                   busy_factor = { cv = 0.5, carry = 0.5 }\ntarget = { answer = 0.7, within = \"20s\" }";
    let horizon = format!("{start}days = 19\nwarm_up = \"12h\"");
    let mut centre = scenario(&horizon, "", contact, "1\ncost_per_hour = 20");
    centre.run.replications = 6;
    centre
}

fn week(result: &ScenarioResult, place: usize) -> &WeekContacts {
    &result.weeks.as_ref().unwrap()[place].contacts["calls"]
}

#[test]
fn weeks_are_what_their_contacts_say() {
    let centre = centre("start = 2026-12-24\n");
    let result = figures(&centre);
    let weeks = result.weeks.as_ref().unwrap();
    let names: Vec<_> = weeks.iter().map(|w| (w.week.as_str(), w.start.as_deref().unwrap(), w.days)).collect();
    let expected = [
        ("2026-W52", "2026-12-24", 4),
        ("2026-W53", "2026-12-28", 7),
        ("2027-W01", "2027-01-04", 7),
        ("2027-W02", "2027-01-11", 1),
    ];
    assert_eq!(names, expected);
    let ends = [4.0, 11.0, 18.0, 19.0];
    let rows: Vec<_> = (0..centre.run.replications).flat_map(|r| contacts(&centre, r)).collect();
    let measured: Vec<_> = rows.iter().filter(|row| row.measured).collect();
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    for place in 0..4 {
        let first = if place == 0 { 0.0 } else { ends[place - 1] };
        let own: Vec<_> = measured.iter().filter(|r| (first..ends[place]).contains(&(r.arrived / DAY))).collect();
        let answered = own.iter().filter(|row| row.ending == Ending::Answered).count();
        let in_time = own.iter().filter(|row| row.ending == Ending::Answered && row.wait <= 20.0).count();
        let found = week(&result, place);
        let replications = centre.run.replications as usize;
        let pairs = [
            (found.offered, share(own.len(), replications)),
            (found.answered, share(answered, replications)),
            (found.abandoned, share(own.len() - answered, replications)),
            (found.p_abandon, share(own.len() - answered, own.len())),
            (found.service_level, share(in_time, own.len())),
            (found.mean_wait, own.iter().map(|row| row.wait).sum::<f64>() / own.len() as f64),
        ];
        for (figure, right) in pairs {
            assert!((figure.unwrap().value / right - 1.0).abs() < ROUNDING, "week {place}: {figure:?}, not {right}");
            assert!(figure.unwrap().std_error.is_some());
        }
    }
}

#[test]
fn weeks_add_up_to_the_whole() {
    for start in ["start = 2026-12-24\n", "", "start = 2026-10-15\ntime_zone = \"Europe/Berlin\"\n"] {
        let centre = centre(start);
        let result = figures(&centre);
        let weeks = result.weeks.as_ref().unwrap();
        let whole = &result.contacts["calls"];
        let sum = |figure: fn(&WeekContacts) -> f64| weeks.iter().map(|w| figure(&w.contacts["calls"])).sum::<f64>();
        let close = |sum: f64, whole: f64| assert!((sum / whole - 1.0).abs() < ROUNDING, "{start}: {sum} {whole}");
        close(sum(|w| w.offered.unwrap().value), whole.offered.unwrap().value);
        close(sum(|w| w.abandoned.unwrap().value), whole.abandoned.unwrap().value);
        let waits = weeks.iter().map(|w| &w.contacts["calls"]);
        let waits: f64 = waits.map(|w| w.mean_wait.unwrap().value * w.offered.unwrap().value).sum();
        close(waits, whole.mean_wait.unwrap().value * whole.offered.unwrap().value);
        let met: f64 = weeks.iter().map(|w| w.contacts["calls"].days_met.unwrap().value * f64::from(w.days)).sum();
        close(met / 19.0, whole.days_met.unwrap().value);
        let (team, agents) = (&result.agents["team"], || weeks.iter().map(|w| &w.agents["team"]));
        close(agents().map(|a| a.logged_in_hours.unwrap().value).sum(), team.logged_in_hours.unwrap().value);
        close(agents().map(|a| a.cost.unwrap().value).sum(), team.cost.unwrap().value);
        let busy = agents().map(|a| a.occupancy.unwrap().value * a.logged_in_hours.unwrap().value).sum::<f64>();
        close(busy, team.occupancy.unwrap().value * team.logged_in_hours.unwrap().value);
        let summer_time = if start.contains("Berlin") { 1.0 } else { 0.0 };
        close(team.logged_in_hours.unwrap().value, 19.0 * 24.0 - 12.0 + summer_time);
    }
}

#[test]
fn without_a_calendar_weeks_are_seven_days_each_and_one_week_is_none() {
    let mut centre = centre("");
    let names: Vec<_> = figures(&centre).weeks.unwrap().into_iter().map(|w| (w.week, w.start, w.days)).collect();
    let number = |number: &str, days| (number.to_owned(), None, days);
    assert_eq!(names, [number("1", 7), number("2", 7), number("3", 5)]);
    centre.horizon.length = holdline::scenario::Length::Days(7);
    assert_eq!(figures(&centre).weeks, None);
}

/// What comes later changes no day: the first day of a season is that day alone, to the bit.
#[test]
fn a_season_begins_with_its_first_day() {
    let contact =
        "arrivals = { per_hour = 40 }\nopen = \"08:00-18:00\"\npatience = { exponential = { mean = \"1min\" } }";
    let season = scenario("weeks = 2", "", contact, "3");
    let rows = contacts(&season, 2);
    let (ends, days) = (rows.last().unwrap().arrived / DAY, 14.0);
    assert!(ends > days - 1.0);
    let first = scenario("days = 1", "", contact, "3");
    let of_first: Vec<_> = rows.iter().filter(|row| row.arrived < DAY).collect();
    assert_eq!(of_first, contacts(&first, 2).iter().collect::<Vec<_>>());
}

/// The table has a row a week, the chart says which week is worst, the CSV has every figure of every week, and the
/// document comes back as it went.
#[test]
fn weeks_are_told_in_tables_charts_and_files() {
    let centre = centre("start = 2026-12-24\n");
    let result = figures(&centre);
    let weeks = result.weeks.clone().unwrap();
    let chart = plot::charts(&result, Language::English).into_iter().find(|chart| chart.name == "weeks").unwrap();
    let lowest = |week: &&WeekFigures| (week.contacts["calls"].service_level.unwrap().value * 1e9) as i64;
    assert!(chart.title.contains(&weeks.iter().min_by_key(lowest).unwrap().week), "{}", chart.title);
    assert!(chart.svg().unwrap().contains("W53"));
    let folder = workplace::empty("calendar", "weeks");
    let document = ResultDocument::new(vec![result], Vec::new());
    let table = report::tables(&document, 100, false);
    assert!(weeks.iter().all(|week| table.contains(&week.week)), "{table}");
    report::write_all(&document, &folder).unwrap();
    let rows = std::fs::read_to_string(folder.join("a-calendar/weeks.csv")).unwrap();
    // Nine figures of the type and three of the group in each week, below one head.
    assert_eq!(
        (rows.lines().count(), rows.matches("2026-W53,2026-12-28,7,agents,team,cost").count()),
        (49, 1),
        "{rows}"
    );
    let read: ResultDocument = serde_json::from_str(&report::json(&document).unwrap()).unwrap();
    assert_eq!(read.scenarios[0].weeks, Some(weeks));
}
