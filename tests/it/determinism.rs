//! The same scenario and seed give the same bytes on any number of threads, and what a planner changes in one place
//! changes no customer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use assert_cmd::Command;
use holdline::engine::{Contact, Model, Observer, simulate};
use holdline::experiment::Growing;
use holdline::kpi::{ContactRow, Ending, Layout};
use holdline::sampling::{Key, Purpose};
use holdline::scenario::{Arrivals, BusyFactor, ContactType, Law, Scenario, Skill, Staffing};
use holdline::units::Seconds;

use crate::centre::{agents, calls, centre, contacts, figures};
use crate::workplace;

fn folder(name: &str) -> PathBuf {
    workplace::empty("determinism", name)
}

/// Every file under a folder.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_path_buf(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// Runs the binary and gives standard output and everything it wrote.
fn run(name: &str, threads: u32, arguments: &[&str]) -> BTreeMap<PathBuf, Vec<u8>> {
    let out = folder(&format!("{name}-{threads}"));
    let mut command = Command::cargo_bin("holdline").unwrap();
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios")).arg("run").args(arguments);
    command.args(["--json", "--quiet", "--threads", &threads.to_string()]);
    command.arg("--out").arg(&out).arg("--contacts").arg(out.join("every-contact.csv"));
    let stdout = command.assert().success().get_output().stdout.clone();
    let mut files = files(&out);
    files.insert("standard output".into(), stdout);
    files
}

pub(crate) fn same_on_any_number_of_threads(name: &str, arguments: &[&str]) -> BTreeMap<PathBuf, Vec<u8>> {
    let one = run(name, 1, arguments);
    for threads in [2, 7] {
        let many = run(name, threads, arguments);
        assert_eq!(one.keys().collect::<Vec<_>>(), many.keys().collect::<Vec<_>>());
        for (name, bytes) in &one {
            assert!(bytes == &many[name], "{} differs between 1 and {threads} threads", name.display());
        }
    }
    one
}

#[test]
fn every_file_has_the_same_bytes_on_1_2_and_7_threads() {
    let files = same_on_any_number_of_threads("two", &["small-team.toml", "two-sites.toml", "--replications", "37"]);
    let endings = |ending: &str| files.keys().filter(|name| name.extension().is_some_and(|e| e == ending)).count();
    assert!(["json", "csv", "svg", "png", "toml"].iter().all(|ending| endings(ending) > 0), "{:?}", files.keys());
    assert!(files[Path::new("every-contact.csv")].len() > 10_000);
}

#[test]
fn the_stop_by_precision_does_not_depend_on_threads() {
    let arguments = ["small-team.toml", "--replications", "10", "--precision", "1.5%", "--max-replications", "3000"];
    let files = same_on_any_number_of_threads("precision", &arguments);
    let result: serde_json::Value = serde_json::from_slice(&files[Path::new("standard output")]).unwrap();
    let scenario = &result["scenarios"][0];
    assert_eq!(scenario["stop"], "PrecisionReached");
    assert!(scenario["replications"].as_u64().unwrap() > 10, "it stopped at the first look: {scenario}");
}

/// Sales and service with a group each and one for both.
fn two_types() -> Scenario {
    let sales = calls("sales", Arrivals::PerHour(110.0), Law::Lognormal { mean: 240.0, cv: 1.1 });
    let sales = ContactType {
        patience: Some(Law::Exponential { mean: 90.0 }),
        balk: 0.1,
        busy_factor: Some(BusyFactor::of_single_days(0.2)),
        ..sales
    };
    let service = calls("service", Arrivals::PerInterval(vec![20.0; 48]), Law::Gamma { mean: 300.0, cv: 0.8 });
    let service = ContactType { patience: Some(Law::Weibull { mean: 200.0, shape: 0.7 }), ..service };
    let teams = vec![
        agents("first", &[0], Staffing::Constant(4)),
        agents("second", &[1], Staffing::Constant(2)),
        agents("both", &[0, 1], Staffing::Constant(3)),
    ];
    let mut scenario = centre(200_000.0, vec![sales, service], teams);
    scenario.run.replications = 5;
    scenario
}

pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

#[test]
fn replications_that_grow_in_steps_say_the_same_and_stop_when_told() {
    let scenario = two_types();
    let (model, layout) = (Model::new(&scenario), Layout::new(&scenario));
    let mut growing = Growing::new(&scenario, &model, &layout);
    let (go_on, stop) = (AtomicBool::new(false), AtomicBool::new(true));
    assert!(growing.grow(2, &go_on) && !growing.grow(5, &stop));
    assert_eq!(growing.statistics().replications(), 2);
    assert!(growing.grow(3, &go_on) && growing.grow(5, &go_on) && growing.grow(4, &go_on));
    assert_eq!(json(&growing.result("by hand")), json(&figures(&scenario)));
}

#[test]
fn seeds_and_replications_bring_other_customers() {
    let scenario = two_types();
    let other = Scenario { run: holdline::scenario::Run { seed: 2, ..scenario.run }, ..scenario.clone() };
    let arrived = |scenario: &Scenario, replication| -> Vec<u64> {
        contacts(scenario, replication).iter().map(|row| row.arrived.to_bits()).collect()
    };
    let runs = [arrived(&scenario, 0), arrived(&scenario, 1), arrived(&other, 0), arrived(&other, 1)];
    for (i, run) in runs.iter().enumerate() {
        assert!(runs[..i].iter().all(|earlier| earlier.iter().all(|time| !run.contains(time))), "run {i}");
    }
    assert_eq!(runs[0], arrived(&scenario, 0));
    assert_eq!(json(&figures(&scenario)), json(&figures(&scenario)));
    assert_ne!(json(&figures(&scenario).contacts), json(&figures(&other).contacts));
}

#[test]
fn a_new_type_with_its_own_group_disturbs_no_other() {
    let (alone, mut with_chat) = (two_types(), two_types());
    // The newcomer stands first in the file: nobody's number may come from a place in it.
    let chat = calls("chat", Arrivals::PerHour(300.0), Law::Exponential { mean: 100.0 });
    with_chat.contacts.insert(0, ContactType { busy_factor: Some(BusyFactor::of_single_days(0.5)), ..chat });
    with_chat.groups.iter_mut().flat_map(|group| &mut group.skills).for_each(|skill| skill.contact += 1);
    with_chat.groups.insert(0, agents("chatters", &[0], Staffing::Constant(6)));
    let (alone, with_chat) = (figures(&alone), figures(&with_chat));
    for name in ["sales", "service"] {
        assert_eq!(json(&alone.contacts[name]), json(&with_chat.contacts[name]), "{name}");
        assert_eq!(json(&alone.waits[name].answered_within), json(&with_chat.waits[name].answered_within));
    }
    for name in ["first", "second", "both"] {
        assert_eq!(json(&alone.agents[name]), json(&with_chat.agents[name]), "{name}");
    }
}

/// What the customers bring, by the name of their type.
#[derive(Default)]
struct Customers(BTreeMap<usize, Vec<(u64, Key, [u64; 4])>>);

impl Observer for Customers {
    fn arrived(&mut self, contact: &Contact) {
        let first = |purpose| contact.key.stream(purpose).bits();
        let draws = [Purpose::Handle, Purpose::Wrap, Purpose::Patience, Purpose::Balk].map(first);
        self.0.entry(contact.kind.index()).or_default().push((contact.arrived.to_bits(), contact.key, draws));
    }
}

fn customers(scenario: &Scenario) -> BTreeMap<String, Vec<(u64, Key, [u64; 4])>> {
    let mut customers = Customers::default();
    simulate(&Model::new(scenario), scenario.run.seed, 3, &mut customers);
    customers.0.into_iter().map(|(kind, those)| (scenario.contacts[kind].name.clone(), those)).collect()
}

#[test]
fn the_order_of_types_in_the_file_changes_no_customer() {
    let (scenario, mut turned) = (two_types(), two_types());
    turned.contacts.reverse();
    turned.groups.reverse();
    turned.groups.iter_mut().flat_map(|group| &mut group.skills).for_each(|skill| skill.contact = 1 - skill.contact);
    assert_eq!(customers(&scenario), customers(&turned));
    let mut renamed = scenario.clone();
    renamed.contacts[0].name = "purchase".into();
    assert_ne!(customers(&scenario)["sales"], customers(&renamed)["purchase"], "a name keys its own numbers");
    assert_eq!(customers(&scenario)["service"], customers(&renamed)["service"]);
}

#[test]
fn staffing_and_routing_leave_every_customer_as_they_were() {
    let plain = two_types();
    let mut changed = plain.clone();
    changed.groups[0].staff = Staffing::PerInterval((0..48).map(|i| i % 7).collect());
    changed.groups[1].skills = vec![Skill { contact: 1, level: 2, after: Seconds(20.0) }];
    changed.contacts[1].priority = 2;
    changed.contacts[0].queue_limit = Some(3);
    changed.centre.lines = Some(12);
    assert_eq!(customers(&plain), customers(&changed));
    let by_arrival = |scenario: &Scenario| -> BTreeMap<(u16, u64), ContactRow> {
        contacts(scenario, 3).into_iter().map(|row| ((row.kind.0, row.arrived.to_bits()), row)).collect()
    };
    let (plain, changed) = (by_arrival(&plain), by_arrival(&changed));
    let (mut left, mut handled) = (0, 0);
    for (row, other) in plain.iter().map(|(id, row)| (row, &changed[id])) {
        if let (Some((_, _, until)), Some((_, _, other_until))) = (row.handled, other.handled) {
            let difference = (until - row.arrived - row.wait) - (other_until - other.arrived - other.wait);
            assert!(difference.abs() < 1e-6, "the work changed: {row:?} {other:?}");
            handled += 1;
        } else if (row.ending, other.ending) == (Ending::Abandoned, Ending::Abandoned) && row.wait * other.wait > 0.0 {
            assert_eq!(row.wait.to_bits(), other.wait.to_bits(), "the patience changed: {row:?} {other:?}");
            left += 1;
        }
    }
    assert!(handled > 1000 && left > 50, "{handled} handled and {left} left in both: this compares nothing");
}
