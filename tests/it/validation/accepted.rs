//! What is accepted, and what it is taken to mean.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use holdline::scenario::{
    Arrivals, AtClose, Channel, Handling, Law, Length, Loaded, NotReady, Opening, OpeningHours, ServiceLevel, Staffing,
    load, starter,
};
use holdline::units::{HOUR, Seconds};

use super::{SOUND, folder, read, with_line};

fn sound(path: &Path) -> Loaded {
    load(path).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The scenarios that are shipped, and the samples of these tests.
pub(super) fn sound_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = vec!["tests/it/samples/every-key.toml".into()];
    let shipped = fs::read_dir("scenarios").unwrap().map(|entry| entry.unwrap().path());
    files.extend(shipped.filter(|path| path.extension().is_some_and(|ext| ext == "toml")));
    files.sort();
    files
}

#[test]
fn shipped_scenarios_have_neither_problems_nor_warnings_and_read_the_same_twice() {
    for path in sound_files() {
        let loaded = sound(&path);
        assert_eq!(loaded.warnings, Vec::<String>::new(), "{}", path.display());
        assert_eq!(loaded, sound(&path));
    }
}

#[test]
fn the_starter_loads_whatever_its_name() {
    for name in ["Our centre", "with \"quotes\" and \\", "O'Neill's", "'''\"\"\"", "", "café\nbar", "@NAME@"] {
        let loaded = read("starter", &starter(name)).unwrap_or_else(|problems| panic!("{problems}"));
        assert!(loaded.warnings.is_empty());
        if !name.is_empty() && !name.contains('\n') {
            assert_eq!(loaded.scenario.name, name);
        }
    }
}

#[test]
fn defaults() {
    let text = "[horizon]\ndays = 1\n[contacts.a]\nchannel = \"voice\"\narrivals = { per_hour = 1 }\nhandle = { constant = { value = 1 } }\ntarget = { answer = 1 }\n\
                [contacts.b]\nchannel = \"email\"\narrivals = { per_hour = 1 }\nhandle = { constant = { value = 1 } }\n[agents.g]\nskills = [\"a\", \"b\"]\nstaff = 1\n";
    let scenario = read("defaults", text).unwrap().scenario;
    assert_eq!(scenario.name, "case");
    assert_eq!(
        (scenario.horizon.interval, scenario.horizon.warm_up, scenario.horizon.start),
        (Seconds(1800.0), Seconds(0.0), None)
    );
    assert_eq!((scenario.run.replications, scenario.run.seed, scenario.centre.lines), (100, 1, None));
    assert_eq!((scenario.report.within.len(), scenario.report.service_level), (0, ServiceLevel::Default));
    let (a, b) = (&scenario.contacts[0], &scenario.contacts[1]);
    assert_eq!((a.at_close, b.at_close), (AtClose::Serve, AtClose::Keep));
    assert_eq!(
        (a.priority, a.balk, a.queue_limit, &a.route, &a.patience, a.open, a.busy_factor),
        (1, 0.0, None, &None, &None, None, None)
    );
    assert_eq!(a.target.unwrap().within, Seconds(20.0));
    let group = &scenario.groups[0];
    assert_eq!(
        (group.shrinkage, group.cost_per_hour, group.skills[0].level, group.skills[0].after),
        (0.0, None, 1, Seconds(0.0))
    );
}

#[test]
fn a_file_replaces_the_values_of_its_base_key_by_key() {
    let loaded = sound(Path::new("tests/it/samples/every-key.toml"));
    let scenario = &loaded.scenario;
    assert_eq!(scenario.horizon.length, Length::Days(2));
    assert_eq!(scenario.horizon.interval, Seconds(6.0 * HOUR));
    assert_eq!((scenario.run.replications, scenario.run.seed), (12, 3));
    let calls = &scenario.contacts[0];
    assert_eq!((calls.name.as_str(), calls.channel, calls.priority), ("calls", Channel::Voice, 4));
    assert!(matches!(calls.handle, Handling::TalkWrap { .. }));
    assert!(matches!(&calls.arrivals, Arrivals::Modulated(states) if states.len() == 2));
    let target = calls.target.unwrap();
    assert_eq!((target.answer, target.within, target.abandon), (Some(0.85), Seconds(5.0), Some(0.05)));
    let night = &scenario.groups[0];
    assert_eq!(
        night.skills.iter().map(|skill| (skill.contact, skill.level, skill.after.get())).collect::<Vec<_>>(),
        [(0, 1, 0.0), (2, 2, 45.0), (5, 1, 10.0)]
    );
    assert_eq!(night.handle[0], (0, Handling::Whole(Law::Exponential { mean: 240.0 })));
    assert_eq!(night.handle[1], (2, Handling::Whole(Law::Exponential { mean: 6.0 })));
    let names: Vec<String> = loaded.inputs.iter().map(|input| input.path.display().to_string()).collect();
    let expected = ["every-key.toml", "base.toml", "times.csv", "arrivals.csv", "staff.csv", "classes.csv"]
        .map(|name| format!("tests/it/samples/{name}"));
    assert_eq!(names.len(), 7, "{names:?}");
    assert_eq!(names[0], expected[0]);
    assert!(expected.iter().all(|name| names.contains(name)), "{names:?}");
    assert_eq!(loaded.inputs[0].bytes, fs::read(&expected[0]).unwrap());
}

#[test]
fn every_key_says_what_it_means() {
    let scenario = sound(Path::new("tests/it/samples/every-key.toml")).scenario;
    assert_eq!(scenario.report.within, [Seconds(10.0), Seconds(60.0)]);
    assert_eq!(scenario.report.service_level, ServiceLevel::IgnoreShortAbandons);
    let of = |name: &str| scenario.contacts.iter().find(|contact| contact.name == name).unwrap();
    assert_eq!(
        of("calls").patience,
        Some(Law::Empirical { values: vec![60.0, f64::INFINITY, 30.0], weights: vec![0.5, 0.25, 0.25] })
    );
    assert_eq!((of("calls").balk, of("calls").route.clone()), (0.02, Some(vec![0, 1])));
    assert_eq!(of("chats").arrivals, Arrivals::PerInterval(vec![0.0, 75.0, 25.0, 0.0]));
    assert_eq!(
        of("chats").open,
        Some(Opening::Daily(OpeningHours { from: Seconds(6.0 * HOUR), to: Seconds(18.0 * HOUR) }))
    );
    assert_eq!(of("letters").arrivals, Arrivals::PerInterval(vec![0.0, 12.5, 20.0, 4.0]));
    assert_eq!(of("calls").handle_profile, [1.1, 1.0, 0.9, 1.05]);
    assert_eq!(of("letters").handle_profile, [1.0, 0.9, 1.1, 1.2]);
    assert_eq!(scenario.groups[0].not_ready, Some(NotReady { share: 0.35, mean: Seconds(60.0) }));
    assert_eq!(of("tweets").arrivals, Arrivals::PerInterval(vec![1.0, 2.0, 3.0, 0.0]));
    assert!(matches!(&of("orders").arrivals, Arrivals::PerInterval(counts) if counts.len() == 8));
    assert_eq!(
        of("orders").handle,
        Handling::Whole(Law::Hyperexponential { weights: vec![0.9, 0.1], means: vec![120.0, 1200.0] })
    );
    assert_eq!(
        of("rest").handle,
        Handling::Whole(Law::Empirical {
            values: vec![20.0, 90.0, 400.0],
            weights: vec![1.0 / 3.5, 2.0 / 3.5, 0.5 / 3.5]
        })
    );
    assert_eq!(scenario.groups[0].staff, Staffing::PerInterval(vec![2, 0, 0, 1]));
    let Staffing::Shifts(shifts) = &scenario.groups[1].staff else { panic!("shifts") };
    let night = &shifts[1];
    assert_eq!((night.from.hours(), night.to.hours()), (22.0, 30.0));
    assert_eq!(
        night.breaks,
        [(Seconds(23.75 * HOUR), Seconds(24.25 * HOUR)), (Seconds(26.0 * HOUR), Seconds(26.5 * HOUR))]
    );
    assert_eq!(shifts[2].to.hours(), 24.0);
}

#[test]
fn a_week_long_profile_gives_the_average_day() {
    let profile: Vec<String> = (0..96).map(|i| if i < 48 { "3" } else { "1" }.to_owned()).collect();
    let text = with_line(18, &format!("arrivals = {{ per_day = 100, profile = [{}] }}", profile.join(", ")));
    let scenario = read("week profile", &text).unwrap().scenario;
    let Arrivals::PerInterval(counts) = &scenario.contacts[1].arrivals else { panic!("a list") };
    let day = |range: std::ops::Range<usize>| counts[range].iter().sum::<f64>();
    assert!((day(0..48) - 150.0).abs() < 1e-9 && (day(48..96) - 50.0).abs() < 1e-9);
}

#[test]
fn warnings_name_their_place() {
    let counts = vec!["1"; 48].join(", ");
    let loaded = read("closed demand", &with_line(9, &format!("arrivals = {{ per_interval = [{counts}] }}"))).unwrap();
    assert_eq!(loaded.warnings.len(), 1);
    assert!(
        loaded.warnings[0].contains("case.toml:9:1: 24.0 expected contacts come outside 08:00-20:00"),
        "{:?}",
        loaded.warnings
    );
    let loaded = read("short route", &with_line(13, "route = [\"back\"]")).unwrap();
    assert!(loaded.warnings[0].contains("case.toml:13:9: `route` leaves out `front`"), "{:?}", loaded.warnings);
}

#[test]
fn line_ends_marks_and_quotes_of_other_systems_are_accepted() {
    assert_eq!(read("crlf", &SOUND.replace('\n', "\r\n")).unwrap().scenario, read("lf", SOUND).unwrap().scenario);
    assert_eq!(read("bom", &format!("\u{feff}{SOUND}")).unwrap().scenario, read("no bom", SOUND).unwrap().scenario);
    let folder = folder("excel");
    let rows: String = (0..48).map(|i| format!("x;{i}\r\n")).collect();
    fs::write(folder.join("staff.csv"), format!("\u{feff}front;back\r\n{}", rows.replace('x', "7"))).unwrap();
    fs::write(folder.join("case.toml"), with_line(23, "staff = { file = \"staff.csv\", column = \"front\" }")).unwrap();
    assert_eq!(sound(&folder.join("case.toml")).scenario.groups[0].staff, Staffing::PerInterval(vec![7; 48]));
}

#[test]
fn whole_numbers_may_be_written_with_a_point() {
    assert_eq!(
        read("point", &with_line(23, "staff = 12.0")).unwrap().scenario,
        read("no point", SOUND).unwrap().scenario
    );
}

#[test]
fn the_busy_monday_is_busy_and_staffed_while_open() {
    let loaded = sound(Path::new("scenarios/peak-monday.toml"));
    let calls: f64 = loaded.scenario.contacts.iter().map(|contact| demand(&contact.arrivals)).sum();
    assert!((6000.0..9000.0).contains(&calls), "{calls}");
    for group in &loaded.scenario.groups {
        let Staffing::PerInterval(staff) = &group.staff else { panic!("a list") };
        assert!(staff[16..41].iter().all(|&agents| agents > 0), "{staff:?}");
    }
}

fn demand(arrivals: &Arrivals) -> f64 {
    match arrivals {
        Arrivals::PerInterval(counts) => counts.iter().sum(),
        _ => panic!("a list"),
    }
}
