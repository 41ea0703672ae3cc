//! People of a group over weeks: exact limits, hand calculations, means, and what wrong files say.

mod by_hand;
mod chain;
mod chance;
mod files;
mod limits;

use holdline::sampling::Key;
use holdline::scenario::{
    AgentGroup, Arrivals, CivilDays, ContactType, Horizon, Law, Length, People, Scenario, Staffing,
};
use holdline::units::Seconds;
use holdline::workforce::{Plan, Week, Workforce};

use crate::centre::{agents, calls};

/// A centre over days of hours, with this plan of a day and these people.
fn team(days: u32, plan: Vec<u32>, people: People, contact: ContactType) -> Scenario {
    let horizon = Horizon {
        start: None,
        length: Length::Days(days),
        interval: Seconds(3600.0),
        warm_up: Seconds(0.0),
        civil: CivilDays::default(),
    };
    let group = AgentGroup { people: Some(people), ..agents("team", &[0], Staffing::PerInterval(plan)) };
    Scenario::new("people", horizon, vec![contact], vec![group])
}

/// Nobody calls.
fn silence() -> ContactType {
    calls("calls", Arrivals::PerHour(0.0), Law::Exponential { mean: 100.0 })
}

/// So many agents from 09:00 to 17:00.
fn office_hours(agents: u32) -> Vec<u32> {
    (0..24).map(|hour| if (9..17).contains(&hour) { agents } else { 0 }).collect()
}

/// The weeks of a replication in which a group is busy for a share of the time that it is logged in, and answers angry
/// customers in another share of contacts.
fn weeks_under(scenario: &Scenario, replication: u32, busy: f64, angry: f64) -> Vec<Week> {
    let Length::Days(days) = scenario.horizon.length else { panic!("people need days") };
    let plan = Plan::new(scenario, 0).unwrap();
    let mut workforce = Workforce::new(&plan, Key::new(scenario.run.seed, replication));
    let mut weeks = Vec::new();
    for day in 0..days {
        weeks.extend(workforce.begin_day().map(|(_, week)| week));
        let morning = f64::from(day) * 86_400.0 + 9.0 * 3600.0;
        workforce.logged_in(1, morning, morning + 1000.0);
        workforce.worked(morning, morning + 1000.0 * busy);
        for contact in 0..100 {
            workforce.took(0, 0.0, f64::from(contact) < 100.0 * angry);
        }
    }
    weeks.push(workforce.end_week().1);
    weeks
}

/// The weeks of a quiet replication.
fn weeks_of(scenario: &Scenario, replication: u32) -> Vec<Week> {
    weeks_under(scenario, replication, 0.0, 0.0)
}
