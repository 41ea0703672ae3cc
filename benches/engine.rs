//! The engine on four centres, per contact: a busy single queue, a small one, a whole day, many skills. Then what
//! following customers adds to the first of them, and agents who hold three chats at once. Last what it costs to give
//! parts in code: the same rule and the same law as the scenario's, asked through [`Routing`] and [`Patience`].
//!
//! `cargo bench --bench engine`, or `cargo bench --bench engine -- W4` for one of them.
#![allow(missing_docs)]

use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use holdline::engine::{CentreState, Contact, Model, Patience, Routing, simulate};
use holdline::kpi::{Layout, Tally};
use holdline::sampling::{Sampler, Stream};
use holdline::scenario::{
    AgentGroup, Arrivals, Channel, CivilDays, ContactType, Customers, Handling, Horizon, Law, Length, Redial, Repeat,
    Satisfaction, Scenario, Skill, Staffing, Target,
};
use holdline::units::{HOUR, Seconds};

/// Contacts simulated in one go.
const CONTACTS: f64 = 20_000.0;

fn calls(name: &str, arrivals: Arrivals, handle: Law, patience: Option<f64>) -> ContactType {
    let target = Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() };
    ContactType {
        patience: patience.map(|mean| Law::Exponential { mean }),
        target: Some(target),
        ..ContactType::new(name, Channel::Voice, arrivals, Handling::Whole(handle))
    }
}

/// Agents who take these types, the first one before the second.
fn group(name: &str, skills: &[usize], staff: Staffing) -> AgentGroup {
    let skill =
        |(place, contact): (usize, &usize)| Skill { contact: *contact, level: place as u32 + 1, after: Seconds(0.0) };
    AgentGroup { skills: skills.iter().enumerate().map(skill).collect(), ..AgentGroup::new(name, skills, staff) }
}

fn scenario(name: &str, length: Length, contacts: Vec<ContactType>, groups: Vec<AgentGroup>) -> Scenario {
    let horizon =
        Horizon { start: None, length, interval: Seconds(1800.0), warm_up: Seconds(0.0), civil: CivilDays::default() };
    Scenario::new(name, horizon, contacts, groups)
}

/// Long enough for [`CONTACTS`] at so many an hour.
fn length(per_hour: f64) -> Length {
    Length::Duration(Seconds(CONTACTS / per_hour * HOUR))
}

/// One queue, exponential everything.
fn single(name: &str, per_hour: f64, agents: u32, patience: Option<f64>) -> Scenario {
    let calls = calls("calls", Arrivals::PerHour(per_hour), Law::Exponential { mean: 300.0 }, patience);
    scenario(name, length(per_hour), vec![calls], vec![group("team", &[0], Staffing::Constant(agents))])
}

/// A day of 10,000 calls with a peak at noon, staffed by half hours for the load and a little more.
fn day() -> Scenario {
    let wave = |i: u32| 1.0 - 0.8 * libm::cos(std::f64::consts::TAU * (f64::from(i) + 0.5) / 48.0);
    let expected: Vec<f64> = (0..48).map(|i| 10_000.0 / 48.0 * wave(i)).collect();
    let staff = expected.iter().map(|calls| calls / 6.0).map(|load| (load + 0.5 * load.sqrt()).ceil() as u32).collect();
    let law = Law::Lognormal { mean: 300.0, cv: 1.2 };
    let calls = calls("calls", Arrivals::PerInterval(expected), law, Some(180.0));
    scenario("W3 day", Length::Days(1), vec![calls], vec![group("team", &[0], Staffing::PerInterval(staff))])
}

/// 500 agents in four groups for three types, with skills that overlap and a route for each type.
fn skills() -> Scenario {
    let rates = [2160.0, 2250.0, 160.0 / 420.0 * HOUR];
    let kind = |i: usize, mean: f64, patience: f64, route: &[usize]| {
        let mut kind =
            calls(["a", "b", "c"][i], Arrivals::PerHour(rates[i]), Law::Exponential { mean }, Some(patience));
        kind.route = Some(route.to_vec());
        kind
    };
    let contacts =
        vec![kind(0, 300.0, 120.0, &[0, 1, 3]), kind(1, 240.0, 180.0, &[1, 2, 3]), kind(2, 420.0, 300.0, &[2, 3])];
    let groups = vec![
        group("one", &[0], Staffing::Constant(120)),
        group("two", &[1, 0], Staffing::Constant(130)),
        group("three", &[2, 1], Staffing::Constant(130)),
        group("four", &[2, 1, 0], Staffing::Constant(120)),
    ];
    scenario("W4 skills", length(rates.iter().sum()), contacts, groups)
}

/// The busy single queue with its satisfaction measured.
fn measured() -> Scenario {
    let plain = single("W1 with satisfaction", 1200.0, 100, Some(300.0));
    Scenario { satisfaction: Some(Satisfaction::default()), ..plain }
}

/// The busy single queue whose customers redial and come back; as many contacts, fewer of them new.
fn customers() -> Scenario {
    let mut scenario = single("W1 with redials and repeats", 1000.0, 100, Some(300.0));
    let after = Law::Exponential { mean: 1200.0 };
    scenario.contacts[0].customers = Customers {
        redial: Some(Redial { abandoned: 0.5, blocked: 0.5, after: after.clone(), attempts: None }),
        resolution: vec![0.85],
        repeat: Some(Repeat { probability: 0.9, after, to: Vec::new(), attempts: None }),
        ..Customers::default()
    };
    scenario
}

/// 40 agents with up to three chats each, which slow each other down.
fn chats() -> Scenario {
    let mut scenario = single("three chats at once", 720.0, 40, Some(120.0));
    scenario.contacts[0].channel = Channel::Chat;
    scenario.contacts[0].slowdown = vec![1.0, 1.2, 1.5];
    scenario.groups[0].chats = 3;
    scenario
}

/// The scenario's own rule, asked as one given in code.
#[derive(Clone)]
struct Usual;

impl Routing for Usual {
    fn name(&self) -> String {
        "the scenario's own".into()
    }
}

/// An exponential law, asked as one given in code.
struct Same(Sampler);

impl Patience for Same {
    fn name(&self) -> String {
        "exponential".into()
    }

    fn draw(&self, _contact: &Contact, _centre: &CentreState<'_>, stream: &mut Stream) -> f64 {
        self.0.draw(stream)
    }
}

/// A model that may be refused, which none of these is.
type Given = Result<Model, holdline::engine::CustomError>;

/// The first and the last of the plain centres with parts given in code, and the first told in order.
fn given_in_code(busy: &Scenario, skills: &Scenario) -> [(&'static str, Scenario, Given); 4] {
    let model = || Model::new(busy);
    let law = Same(Sampler::Exponential(300.0));
    [
        ("W1 told in order", busy.clone(), Ok(model().in_order())),
        ("W1 with custom routing", busy.clone(), model().with_routing(Usual)),
        ("W1 with custom patience", busy.clone(), model().with_patience("calls", law)),
        ("W4 with custom routing", skills.clone(), Model::new(skills).with_routing(Usual)),
    ]
}

fn engine(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("engine");
    let plain =
        [single("W1 M/M/100+M", 1200.0, 100, Some(300.0)), single("W2 M/M/10", 108.0, 10, None), day(), skills()];
    let given = given_in_code(&plain[0], &plain[3]);
    for scenario in plain.into_iter().chain([measured(), customers(), chats()]) {
        measure(&mut group, &scenario.name, &scenario, &Model::new(&scenario));
    }
    for (name, scenario, model) in &given {
        if let Ok(model) = model {
            measure(&mut group, name, scenario, model);
        }
    }
    group.finish();
}

fn measure(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, scenario: &Scenario, model: &Model) {
    let layout = Layout::new(scenario);
    let mut first = Tally::new(&layout);
    simulate(model, 1, 0, &mut first);
    let contacts: u32 = first.cells.iter().map(|cell| cell.offered()).sum();
    group.throughput(Throughput::Elements(u64::from(contacts)));
    // Another replication each time: the processor must not learn one by heart. They are about equally long.
    let mut replication = 0;
    group.bench_function(name, |bench| {
        bench.iter(|| {
            replication += 1;
            let mut tally = Tally::new(&layout);
            simulate(model, 1, replication, &mut tally);
            tally
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(2));
    targets = engine
}
criterion_main!(benches);
