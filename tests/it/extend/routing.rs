//! Custom routing rules: the built-in one written once more gives the same story; last come, first served gives the exact
//! moments; a rule that remembers is the same on any number of threads; nonsense harms nobody.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use holdline::engine::{
    AgentId, CentreState, Contact, CustomError, GroupId, IdleAgents, Model, Observer, Routing, TypeId, WaitingContact,
    WaitingContacts,
};
use holdline::experiment::observe;
use holdline::sampling::Purpose;
use holdline::scenario::{Arrivals, Callback, Channel, Law, Scenario, Staffing};
use holdline::stats::RatioMoments;
use proptest::prelude::*;

use super::story::{parting, told};
use super::{assert_near, figures_of, on_threads};
use crate::centre::{agents, calls, centre, one_queue};
use crate::random_centres::{any_centre, restless};
use crate::random_journeys::any_journeys;

/// The scenario's own rule, from its defaults.
#[derive(Clone)]
struct Usual;

impl Routing for Usual {
    fn name(&self) -> String {
        "the scenario's own".into()
    }
}

/// The scenario's own rule, from the definitions: priority, then level, then the longest wait; on arrival the route, or the
/// lowest level, or the order of the groups.
#[derive(Clone)]
struct ByTheBook(Arc<Scenario>);

impl ByTheBook {
    fn level(&self, group: GroupId, kind: TypeId) -> u32 {
        let skills = &self.0.groups[group.index()].skills;
        skills.iter().find(|skill| skill.contact == kind.index()).unwrap().level
    }
}

impl Routing for ByTheBook {
    fn name(&self) -> String {
        "first come, first served".into()
    }

    fn agent(&mut self, idle: &IdleAgents<'_>) -> Option<AgentId> {
        let kind = idle.contact().kind;
        let route = &self.0.contacts[kind.index()].route;
        let place = |group: &GroupId| match route {
            Some(route) => route.iter().position(|named| *named == group.index()).unwrap() as u32,
            None => self.level(*group, kind),
        };
        let group = idle.groups().min_by_key(place)?;
        idle.of(group).next()
    }

    fn contact<'a>(&mut self, waiting: &WaitingContacts<'a>) -> Option<WaitingContact<'a>> {
        let urgency = |chosen: &WaitingContact<'a>| {
            let kind = chosen.contact().kind;
            (self.0.contacts[kind.index()].priority, self.level(waiting.group(), kind))
        };
        let joined = |chosen: &WaitingContact<'a>| {
            let contact = chosen.contact();
            contact.arrived - self.0.contacts[contact.kind.index()].head_start.get()
        };
        waiting.all().min_by(|a, b| urgency(a).cmp(&urgency(b)).then(joined(a).total_cmp(&joined(b))))
    }
}

/// The same centre without agents who hold several chats.
fn one_at_a_time(mut scenario: Scenario) -> Scenario {
    scenario.groups.iter_mut().for_each(|group| group.chats = 1);
    scenario
}

fn same_story(scenario: &Scenario) -> Result<(), TestCaseError> {
    let seed = scenario.run.seed;
    let built_in = told(&Model::new(scenario).in_order(), seed);
    let usual = told(&Model::new(scenario).with_routing(Usual).unwrap(), seed);
    prop_assert_eq!(parting(&built_in, &usual), None, "the defaults");
    let book = ByTheBook(Arc::new(scenario.clone()));
    let by_the_book = told(&Model::new(scenario).with_routing(book).unwrap(), seed);
    prop_assert_eq!(parting(&built_in, &by_the_book), None, "by the book");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 40 } else { 100 },
        failure_persistence: None, max_shrink_iters: 400, rng_seed: proptest::test_runner::RngSeed::Fixed(11),
        ..ProptestConfig::default() })]

    #[test]
    fn the_built_in_rule_written_again_tells_the_same_story(scenario in any_centre()) {
        same_story(&one_at_a_time(scenario))?;
    }

    #[test]
    fn so_it_does_where_customers_come_again(scenario in any_journeys()) {
        same_story(&one_at_a_time(scenario))?;
    }

    #[test]
    fn so_it_does_where_agents_are_away_now_and_then(scenario in restless(any_journeys())) {
        same_story(&one_at_a_time(scenario))?;
    }
}

/// The latest to come is served first.
#[derive(Clone)]
pub(super) struct LastCome;

impl Routing for LastCome {
    fn name(&self) -> String {
        "last come, first served".into()
    }

    fn contact<'a>(&mut self, waiting: &WaitingContacts<'a>) -> Option<WaitingContact<'a>> {
        waiting.all().last()
    }
}

/// How many were answered, how many after a wait, and the sum of the transforms `exp(-s W)` of their waits.
struct Waits {
    s: f64,
    answered: f64,
    waited: f64,
    transforms: f64,
}

impl Observer for Waits {
    fn answered(&mut self, contact: &Contact, _agent: AgentId, _group: GroupId, now: f64) {
        let wait = now - contact.arrived;
        self.answered += 1.0;
        if wait > 0.0 {
            self.waited += 1.0;
            self.transforms += libm::exp(-self.s * wait);
        }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn last_come_first_served_has_its_exact_transform() {
    // M/M/2 at half its load. Who waits, waits for a busy period of an M/M/1 queue of rates lambda and 2 mu, whose
    // transform solves lambda b^2 - (lambda + 2 mu + s) b + 2 mu = 0 (Cooper, Introduction to Queueing Theory, 2nd ed.
    // 1981, sec. 5.11). At s = 2 mu - lambda = lambda that is 2 - sqrt(2); first come, first served has 1/2. Erlang C of 2
    // agents and 1 erlang is 1/3.
    let lambda = 1.0 / 60.0;
    let contact = calls("calls", Arrivals::PerHour(60.0), Law::Exponential { mean: 60.0 });
    let model = Model::new(&one_queue(60.0 * 50_000.0, contact, 2)).with_routing(LastCome).unwrap();
    let begin = || Waits { s: lambda, answered: 0.0, waited: 0.0, transforms: 0.0 };
    let (mut waited, mut transform) = (RatioMoments::default(), RatioMoments::default());
    let done = observe(&model, 5, 0..200, &AtomicBool::new(false), begin, |_, waits| {
        waited.push((waits.waited, waits.answered));
        transform.push((waits.transforms, waits.waited));
    });
    assert!(done);
    // Each run of 50,000 contacts begins empty: some ten contacts too few wait, far below what is seen.
    let figures =
        [("share that waits", waited.ratio(), 1.0 / 3.0), ("transform", transform.ratio(), 2.0 - 2.0_f64.sqrt())];
    assert_near(&figures, 200);
}

/// Contacts go round: to the group after the last one, or, by a coin of their own, to the usual one.
#[derive(Clone, Default)]
struct RoundRobin(usize);

impl Routing for RoundRobin {
    fn name(&self) -> String {
        "round robin".into()
    }

    fn agent(&mut self, idle: &IdleAgents<'_>) -> Option<AgentId> {
        if idle.contact().key.stream(Purpose::Routing).uniform() < 0.2 {
            return idle.usual();
        }
        let next = idle.groups().find(|group| group.index() > self.0).or(idle.groups().next())?;
        self.0 = next.index();
        idle.of(next).next()
    }
}

fn three_teams() -> Scenario {
    let handle = Law::Exponential { mean: 200.0 };
    let mut contact = calls("calls", Arrivals::PerHour(300.0), handle);
    contact.patience = Some(Law::Exponential { mean: 120.0 });
    let team = |name: &str, size| agents(name, &[0], Staffing::Constant(size));
    let mut scenario = centre(20_000.0, vec![contact], vec![team("a", 5), team("b", 6), team("c", 6)]);
    scenario.run.replications = 40;
    scenario
}

#[test]
fn a_rule_that_remembers_is_the_same_on_any_number_of_threads() {
    let scenario = three_teams();
    let model = Model::new(&scenario).with_routing(RoundRobin::default()).unwrap();
    let result = |threads| on_threads(threads, || serde_json::to_string(&figures_of(&scenario, &model)).unwrap());
    let one = result(1);
    assert!(one.contains("round robin"));
    assert_eq!(one, result(2));
    assert_eq!(one, result(7));
    // And it is another rule: the last team is as busy as the first.
    let occupancy = |model: &Model| figures_of(&scenario, model).agents["c"].occupancy.unwrap().value;
    assert!(occupancy(&model) > occupancy(&Model::new(&scenario)) + 0.01);
}

/// Answers what was never offered, and asks for what is not there.
#[derive(Clone)]
struct Nonsense;

/// There are no such types and groups: they are empty.
fn ask_for_what_is_not_there(centre: &CentreState<'_>) {
    for number in [2, 127, 128, u16::MAX] {
        let (kind, group) = (TypeId(number), GroupId(number));
        assert_eq!((centre.queue_length(kind), centre.places_kept(kind), centre.longest_wait(kind)), (0, 0, 0.0));
        assert_eq!((centre.idle(group), centre.present(group), centre.queue(kind).count()), (0, 0, 0));
    }
}

impl Routing for Nonsense {
    fn name(&self) -> String {
        "nonsense".into()
    }

    fn agent(&mut self, idle: &IdleAgents<'_>) -> Option<AgentId> {
        ask_for_what_is_not_there(idle.centre());
        assert_eq!(idle.of(GroupId(2)).chain(idle.of(GroupId(128))).count(), 0);
        Some(AgentId(u32::MAX))
    }

    /// Of the other type, which the group cannot take.
    fn contact<'a>(&mut self, waiting: &WaitingContacts<'a>) -> Option<WaitingContact<'a>> {
        ask_for_what_is_not_there(waiting.centre());
        assert_eq!(waiting.of(TypeId(2)).chain(waiting.of(TypeId(128))).count(), 0);
        waiting.centre().queue(TypeId(1)).next()
    }
}

#[test]
fn nonsense_counts_as_no_answer() {
    let kind = |name: &str| {
        let mut kind = calls(name, Arrivals::PerHour(100.0), Law::Exponential { mean: 60.0 });
        kind.patience = Some(Law::Exponential { mean: 60.0 });
        kind
    };
    let teams = vec![agents("a", &[0], Staffing::Constant(3)), agents("b", &[1], Staffing::Constant(3))];
    let scenario = centre(20_000.0, vec![kind("x"), kind("y")], teams);
    let result = figures_of(&scenario, &Model::new(&scenario).with_routing(Nonsense).unwrap());
    let [x, y] = ["x", "y"].map(|name| &result.contacts[name]);
    assert_eq!(x.answered.unwrap().value, 0.0);
    assert_eq!(x.abandoned.unwrap().value, x.offered.unwrap().value);
    // What it says of its own type is no nonsense.
    assert!(y.answered.unwrap().value > 0.0);
}

/// The scenario's own rule, which looks at who waits: the longest queue, and the most on the line in it.
#[derive(Clone, Default)]
struct Looks(Arc<[AtomicU32; 2]>);

impl Routing for Looks {
    fn name(&self) -> String {
        "the scenario's own".into()
    }

    fn contact<'a>(&mut self, waiting: &WaitingContacts<'a>) -> Option<WaitingContact<'a>> {
        let (centre, kind) = (waiting.centre(), TypeId(0));
        let queue = centre.queue_length(kind);
        assert_eq!(centre.queue(kind).count() as u32, queue);
        self.0[0].fetch_max(queue, Ordering::Relaxed);
        self.0[1].fetch_max(queue - centre.places_kept(kind), Ordering::Relaxed);
        waiting.usual()
    }
}

#[test]
fn kept_places_stand_in_the_queue_and_not_in_the_limits() {
    let mut contact = calls("calls", Arrivals::PerHour(100.0), Law::Exponential { mean: 60.0 });
    contact.queue_limit = Some(3);
    contact.customers.callback = Some(Callback { when_waiting: 2, accept: 0.5, handle: None, keep_place: true });
    let scenario = one_queue(100_000.0, contact, 1);
    let looks = Looks::default();
    figures_of(&scenario, &Model::new(&scenario).with_routing(looks.clone()).unwrap());
    let [queue, on_the_line] = [0, 1].map(|place: usize| looks.0[place].load(Ordering::Relaxed));
    assert_eq!(on_the_line, 3, "the limit of the queue");
    assert!(queue > 3, "{queue}");
}

#[test]
fn several_chats_at_once_are_refused() {
    let mut scenario = three_teams();
    scenario.contacts[0].channel = Channel::Chat;
    scenario.groups[1].chats = 3;
    let refused = Model::new(&scenario).with_routing(Usual).unwrap_err();
    assert_eq!(refused, CustomError::SeveralChats { group: "b".into() });
    assert!(refused.to_string().contains("agents of `b` hold several chats at once"), "{refused}");
}
