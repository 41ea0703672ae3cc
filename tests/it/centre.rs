//! Small centres built by hand, and their figures.

use std::sync::atomic::AtomicBool;

use holdline::engine::{Model, simulate};
use holdline::experiment::{self, Options, Sinks};
use holdline::kpi::{ContactLog, ContactRow, Layout, ScenarioResult};
use holdline::scenario::{
    AgentGroup, Arrivals, Channel, CivilDays, ContactType, Handling, Horizon, Law, Length, Scenario, Staffing,
};
use holdline::units::Seconds;

/// A centre over so many seconds, without a calendar.
pub(crate) fn centre(duration: f64, contacts: Vec<ContactType>, groups: Vec<AgentGroup>) -> Scenario {
    let horizon = Horizon {
        start: None,
        length: Length::Duration(Seconds(duration)),
        interval: Seconds(1800.0),
        warm_up: Seconds(0.0),
        civil: CivilDays::default(),
    };
    Scenario::new("a centre", horizon, contacts, groups)
}

/// Voice contacts that never abandon, with a handling in one piece.
pub(crate) fn calls(name: &str, arrivals: Arrivals, handle: Law) -> ContactType {
    ContactType::new(name, Channel::Voice, arrivals, Handling::Whole(handle))
}

/// A group with these skills at level 1.
pub(crate) fn agents(name: &str, skills: &[usize], staff: Staffing) -> AgentGroup {
    AgentGroup::new(name, skills, staff)
}

/// One type, one group.
pub(crate) fn one_queue(duration: f64, contact: ContactType, agents_at_work: u32) -> Scenario {
    centre(duration, vec![contact], vec![agents("team", &[0], Staffing::Constant(agents_at_work))])
}

/// Every contact of a replication, in the order in which handling started or they left.
pub(crate) fn contacts(scenario: &Scenario, replication: u32) -> Vec<ContactRow> {
    let model = Model::new(scenario);
    let mut log = ContactLog::new(&model);
    simulate(&model, scenario.run.seed, replication, &mut log);
    log.into_rows()
}

/// The figures over all replications.
pub(crate) fn figures(scenario: &Scenario) -> ScenarioResult {
    let scenarios = std::slice::from_ref(scenario);
    let (models, layouts) = ([Model::new(scenario)], [Layout::new(scenario)]);
    let mut sinks = Sinks { progress: &|_, _| {}, contacts: &mut |_, _, _| {} };
    let never = AtomicBool::new(false);
    let outcomes = experiment::run(scenarios, &models, &layouts, Options::default(), &never, &mut sinks);
    outcomes[0].statistics.result("by hand", outcomes[0].seed, outcomes[0].stop)
}
