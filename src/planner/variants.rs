//! The scenario with parts of it made plainer, or its promises deeper.

use statrs::distribution::{ContinuousCDF, Normal};

use crate::scenario::{
    AgentGroup, Arrivals, Channel, ContactType, Customers, Handling, Law, ModulatedState, Scenario, Staffing, Target,
};
use crate::units::Seconds;

/// Contact types that need agents each with a group of their own, nothing but single contacts, exponential handling,
/// no busy days: the day of Erlang's formulas, but simulated. Who gives up still does.
pub(super) fn plain(scenario: &Scenario) -> Scenario {
    let contacts: Vec<ContactType> = scenario
        .contacts
        .iter()
        .map(|contact| ContactType {
            busy_factor: None,
            arrivals: steady(&contact.arrivals),
            handle: Handling::Whole(Law::Exponential { mean: contact.handle.mean() }),
            // By the formulas too, a contact takes as long as the interval says.
            handle_profile: contact.whole_handle_profile(),
            balk: 0.0,
            priority: 1,
            head_start: Seconds(0.0),
            queue_limit: None,
            route: None,
            slowdown: Vec::new(),
            target: contact.target.map(|target| Target { days: None, csat: None, ..target }),
            customers: Customers::default(),
            ..contact.clone()
        })
        .collect();
    Scenario {
        groups: apart(scenario),
        centre: crate::scenario::Centre::default(),
        satisfaction: None,
        contacts,
        ..scenario.clone()
    }
}

/// The scenario made up again from its plain form, one cause at a time; the last is `mean`, which has everything but
/// shares of days.
pub(super) fn towards(scenario: &Scenario, mean: &Scenario) -> [Scenario; 7] {
    let plain = plain(scenario);
    let handled = changed(&plain, scenario, |to, from| {
        to.handle = from.handle.clone();
        to.handle_profile.clone_from(&from.handle_profile);
    });
    let mut busy = changed(&handled, scenario, |to, from| {
        to.busy_factor = from.busy_factor;
        to.arrivals = from.arrivals.clone();
    });
    busy.centre.busy_factor = scenario.centre.busy_factor;
    let again = changed(&busy, scenario, |to, from| to.customers = contacting_again(&from.customers));
    let mut pooled = changed(&again, scenario, |to, from| {
        to.priority = from.priority;
        to.head_start = from.head_start;
        to.route.clone_from(&from.route);
        to.slowdown.clone_from(&from.slowdown);
    });
    let ready = |group: &AgentGroup| AgentGroup { not_ready: None, ..group.clone() };
    pooled.groups = scenario.groups.iter().map(ready).collect();
    let away = Scenario { groups: scenario.groups.clone(), ..pooled.clone() };
    [plain, handled, busy, again, pooled, away, mean.clone()]
}

/// Of what customers do, what brings further contacts.
fn contacting_again(customers: &Customers) -> Customers {
    Customers {
        redial: customers.redial.clone(),
        resolution: customers.resolution.clone(),
        repeat: customers.repeat.clone(),
        transfer: customers.transfer.clone(),
        history: customers.history,
        ..Customers::default()
    }
}

/// A scenario whose promises are to be kept on average where a share of days is asked.
#[must_use]
pub fn on_average(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.contacts.iter_mut().filter_map(|contact| contact.target.as_mut()).for_each(|target| target.days = None);
    scenario
}

/// Promises that are so much deeper than asked: shares moved by so much on the scale of normal quantiles, waits by that
/// power of e. Caps on occupancy, which protect agents, stay.
pub(super) fn deeper(scenario: &Scenario, by: f64) -> Scenario {
    let moved = |share: f64, by: f64| normal().cdf(normal().inverse_cdf(share.clamp(1e-6, 1.0 - 1e-6)) + by);
    let mut deeper = scenario.clone();
    for target in deeper.contacts.iter_mut().filter_map(|contact| contact.target.as_mut()) {
        target.answer = target.answer.map(|share| moved(share, by));
        target.abandon = target.abandon.map(|share| moved(share, -by));
        target.asa = target.asa.map(|asa| Seconds(asa.get() * libm::exp(-by)));
        target.csat = target.csat.map(|share| moved(share, by));
    }
    deeper
}

fn normal() -> Normal {
    Normal::standard()
}

fn changed(plain: &Scenario, scenario: &Scenario, change: impl Fn(&mut ContactType, &ContactType)) -> Scenario {
    let mut changed = plain.clone();
    changed.contacts.iter_mut().zip(&scenario.contacts).for_each(|(to, from)| change(to, from));
    changed
}

fn steady(arrivals: &Arrivals) -> Arrivals {
    match arrivals {
        Arrivals::Modulated(states) => Arrivals::PerHour(ModulatedState::mean_per_hour(states)),
        other => other.clone(),
    }
}

/// A group for each contact type that needs agents.
fn apart(scenario: &Scenario) -> Vec<AgentGroup> {
    let needs = |contact: &ContactType| !matches!(contact.channel, Channel::SelfService | Channel::Chatbot);
    let of = |(kind, contact): (usize, &ContactType)| {
        let cap =
            scenario.groups.iter().filter(|g| g.skills.iter().any(|s| s.contact == kind)).map(|g| g.max_occupancy);
        AgentGroup {
            max_occupancy: cap.collect::<Option<Vec<f64>>>().and_then(|caps| caps.into_iter().reduce(f64::max)),
            ..AgentGroup::new(&contact.name, &[kind], Staffing::Constant(0))
        }
    };
    scenario.contacts.iter().enumerate().filter(|(_, contact)| needs(contact)).map(of).collect()
}
