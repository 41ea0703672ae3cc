//! With journeys on, too: the same bytes on any number of threads, and what a planner changes in one place changes no
//! fresh customer.

use std::collections::BTreeMap;
use std::path::Path;

use holdline::engine::{Contact, Model, Observer, Origin, simulate};
use holdline::sampling::Purpose;
use holdline::scenario::{Arrivals, Handling, Law, Scenario, Skill, Staffing, load};
use holdline::units::{HOUR, Seconds};

use crate::centre::{agents, calls, figures};
use crate::determinism::{json, same_on_any_number_of_threads};

/// Every mechanism at once, as a user writes it.
const EVERYTHING: &str = r#"
name = "everything at once"
horizon = { start = 2026-11-30, days = 3, interval = "30min" }
run = { replications = 24, seed = 5 }
centre = { lines = 30 }
satisfaction = {}
[report.story]
contacts = 3
[contacts.calls]
channel = "voice"
arrivals = { per_hour = 60 }
busy_factor = { cv = 0.2 }
open = { weekdays = "08:00-20:00" }
talk = { lognormal = { mean = "4min", cv = 1.1 } }
wrap = { exponential = { mean = "30s" } }
patience = { exponential = { mean = "90s" } }
redial = { abandoned = 0.6, blocked = 0.8, after = { exponential = { mean = "10min" } }, attempts = 4 }
resolution = [0.6, 0.5]
repeat = { probability = 0.8, after = { exponential = { mean = "2h" } }, to = { mail = 0.2, chats = 0.2 } }
transfer = { probability = 0.1, to = { chats = 1, mail = 2 }, briefing = "45s" }
history = { handle = 1.3, resolution = 0.7 }
owner = true
escalate = { contacts = 4, probability = 0.5, to = "mail", cost = 2000 }
promise = { probability = 0.3, kept = 0.5, after = { exponential = { mean = "1h" } } }
out_of_hours = { try_again = 0.5, voice_mail = 0.2, to = "mail" }
recovery = { share = 0.5, cost = 15.0 }
callback = { when_waiting = 2, accept = 0.6 }
[contacts.chats]
channel = "chat"
arrivals = { per_hour = 40 }
handle = { exponential = { mean = "7min" } }
patience = { exponential = { mean = "3min" } }
slowdown = [1.0, 1.3, 1.6]
priority = 2
[contacts.mail]
channel = "email"
arrivals = { per_hour = 10 }
open = "07:00-19:00"
handle = { exponential = { mean = "6min" } }
priority = 3
[contacts.bot]
channel = "chatbot"
arrivals = { per_hour = 50 }
handle = { exponential = { mean = "2min" } }
resolution = 0.4
transfer = { probability = 0.5, to = "chats" }
repeat = { probability = 0.7, after = { exponential = { mean = "30min" } }, to = { calls = 1.0 } }
[agents.front]
skills = ["calls", "mail"]
staff = 6
reserve = 1
conduct = { poor = 0.05, cv = 0.5, public = 0.2 }
quality = { evaluated = 0.2, effect = 0.5, cost = 6.0 }
[agents.screen]
skills = { chats = 1, mail = 2 }
staff = 5
concurrency = { chat = 3 }
training = { over = "2d", resolution = 1.3, handle = 0.95, poor = 0.5 }
"#;

fn everything() -> (std::path::PathBuf, Scenario) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("journeys");
    let path = folder.join("everything.toml");
    // Several tests want the file: who writes it again would empty it under the eyes of another.
    static WRITTEN: std::sync::Once = std::sync::Once::new();
    WRITTEN.call_once(|| {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, EVERYTHING).unwrap();
    });
    let scenario = load(&path).unwrap_or_else(|problems| panic!("{}", problems.render(false))).scenario;
    (path, scenario)
}

#[test]
fn every_file_has_the_same_bytes_with_journeys() {
    let (path, _) = everything();
    let files = same_on_any_number_of_threads("journeys", &[path.to_str().unwrap()]);
    let result: serde_json::Value = serde_json::from_slice(&files[Path::new("standard output")]).unwrap();
    let journeys = &result["scenarios"][0]["journeys"];
    for share in ["resolved", "gave_up", "escalated", "churn_share", "repetitions"] {
        assert!(journeys[share]["value"].as_f64().unwrap() > 0.0, "{share}: {journeys}");
    }
}

/// What fresh customers bring, by the name of their type.
#[derive(Default)]
struct FreshCustomers {
    next_is_fresh: Option<Origin>,
    those: BTreeMap<usize, Vec<(u64, u64, [u64; 6])>>,
    others: usize,
}

impl Observer for FreshCustomers {
    fn came_again(&mut self, _: &Contact, origin: Origin) {
        self.next_is_fresh = Some(origin);
    }
    fn arrived(&mut self, contact: &Contact) {
        if self.next_is_fresh.take().is_some() {
            self.others += 1;
            return;
        }
        let first = |purpose| contact.key.stream(purpose).bits();
        let draws =
            [Purpose::Handle, Purpose::Wrap, Purpose::Patience, Purpose::Balk, Purpose::Redial, Purpose::Repeat];
        let fresh = (contact.arrived.to_bits(), contact.handling.to_bits(), draws.map(first));
        self.those.entry(contact.kind.index()).or_default().push(fresh);
    }
}

/// Fresh contacts by type: arrival, handling and the numbers of their own; and how many others came.
type Customers = (BTreeMap<String, Vec<(u64, u64, [u64; 6])>>, usize);

fn fresh_customers(scenario: &Scenario) -> Customers {
    let mut customers = FreshCustomers::default();
    simulate(&Model::new(scenario), scenario.run.seed, 2, &mut customers);
    let name = |kind: usize| scenario.contacts[kind].name.clone();
    (customers.those.into_iter().map(|(kind, those)| (name(kind), those)).collect(), customers.others)
}

#[test]
fn staffing_and_routing_leave_every_fresh_customer_as_they_were() {
    let (_, plain) = everything();
    let mut changed = plain.clone();
    changed.groups[0].staff = Staffing::PerInterval((0..48).map(|i| i % 9).collect());
    changed.groups[1].chats = 1;
    changed.groups[0].reserve = 0;
    changed.groups[1].skills.push(Skill { contact: 0, level: 2, after: Seconds(20.0) });
    changed.contacts[1].priority = 1;
    changed.contacts[0].customers.callback = None;
    changed.contacts[0].customers.redial = None;
    changed.centre.lines = None;
    let ((before, again), (after, other)) = (fresh_customers(&plain), fresh_customers(&changed));
    assert_eq!(before, after);
    assert!(again > 500 && other > 500 && again != other, "nobody comes again: {again}, {other}");
}

#[test]
fn a_new_type_disturbs_no_journey() {
    let (_, alone) = everything();
    let mut besides = alone.clone();
    let news = calls("news", Arrivals::PerHour(80.0), Law::Exponential { mean: 200.0 });
    let news = holdline::scenario::ContactType { channel: holdline::scenario::Channel::Chat, ..news };
    assert!(matches!(news.handle, Handling::Whole(_)) && besides.horizon.seconds() == 72.0 * HOUR);
    let mut customers = alone.contacts[0].customers.clone();
    (customers.transfer, customers.out_of_hours, customers.escalate) = (None, None, None);
    customers.repeat.as_mut().unwrap().to.clear();
    besides.contacts.push(holdline::scenario::ContactType { customers, ..news });
    besides.groups.push(agents("readers", &[4], Staffing::Constant(4)));
    besides.groups[2].chats = 2;
    let (alone, besides) = (figures(&alone), figures(&besides));
    for name in alone.contacts.keys() {
        assert_eq!(json(&alone.contacts[name]), json(&besides.contacts[name]), "{name}");
    }
    for name in alone.agents.keys() {
        assert_eq!(json(&alone.agents[name]), json(&besides.agents[name]), "{name}");
    }
    assert!(besides.contacts["news"].offered_by_origin.repeat.unwrap().value > 10.0);
}
