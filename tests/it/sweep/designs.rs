//! Designs, and what they make of a scenario.

use std::path::Path;

use holdline::scenario::{Arrivals, Law, Staffing};
use holdline::sweep::Design;

use super::workplace;

fn design(name: &str, text: &str) -> Design {
    let folder = workplace(name, text);
    Design::load(&folder.join("design.toml"), None).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The texts of all levels, point by point.
fn levels(design: &Design) -> Vec<Vec<&str>> {
    design.plan.points.iter().map(|point| point.iter().map(|level| level.text.as_str()).collect()).collect()
}

#[test]
fn a_grid_has_all_combinations_and_a_list_goes_in_step() {
    let text = "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1, 2]\n\
                [factors.b]\nkey = \"contacts.calls.balk\"\nfrom = 0\nto = \"50%\"\nsteps = 2\n";
    let grid = design("grid", text);
    assert_eq!(levels(&grid), [["1", "0"], ["1", "0.5"], ["2", "0"], ["2", "0.5"]]);
    let list = design("list", &format!("design = \"list\"\n{text}"));
    assert_eq!(levels(&list), [["1", "0"], ["2", "0.5"]]);
    let scenario = list.scenario(1).unwrap();
    assert_eq!((scenario.contacts[0].balk, &scenario.groups[0].staff), (0.5, &Staffing::Constant(2)));
}

#[test]
fn values_land_where_a_file_that_extends_the_base_would_put_them() {
    let text = r#"base = "tiny.toml"
[factors.law]
key = "contacts.calls.handle"
values = [{ lognormal = { mean = "5min", cv = 1 } }]
[factors.split]
levels = [{ name = "talk and wrap", set.contacts.calls = { talk = { constant = { value = 60 } }, wrap = { constant = { value = 30 } } } }]
[factors.target]
key = ["contacts.calls.target.within", "horizon.interval"]
values = ["30min"]
"#;
    // `talk` and `wrap` take the place of `handle`, which came first.
    let scenario = design("landing", text).scenario(0).unwrap();
    let constant = |value| Law::Constant { value };
    let handle = holdline::scenario::Handling::TalkWrap { talk: constant(60.0), wrap: constant(30.0) };
    assert_eq!(scenario.contacts[0].handle, handle);
    let target = scenario.contacts[0].target.unwrap();
    assert_eq!((target.within.get(), target.answer, scenario.horizon.interval.get()), (1800.0, Some(0.8), 1800.0));
}

#[test]
fn random_and_even_designs_stay_inside_and_take_whole_numbers_where_they_must() {
    for kind in ["random", "latin-hypercube", "sobol"] {
        let text = format!(
            "base = \"tiny.toml\"\ndesign = \"{kind}\"\npoints = 64\n[factors.agents]\nkey = \"agents.team.staff\"\nfrom = 1\nto = 4\n\
             [factors.mean]\nkey = \"contacts.calls.handle.exponential.mean\"\nfrom = \"2min\"\nto = \"5min\"\n\
             [factors.word]\nkey = \"contacts.calls.channel\"\nvalues = [\"voice\", \"chat\"]\n"
        );
        let design = design(&format!("kind-{kind}"), &text);
        let (mut agents, mut chats) = ([0; 5], 0);
        for point in 0..64 {
            let scenario = design.scenario(point).unwrap();
            let Staffing::Constant(staff) = scenario.groups[0].staff else { panic!("staff is a number") };
            agents[staff as usize] += 1;
            let holdline::scenario::Handling::Whole(Law::Exponential { mean }) = scenario.contacts[0].handle else {
                panic!("the law stays")
            };
            assert!((120.0..=300.0).contains(&mean), "{kind}: {mean}");
            chats += u32::from(design.plan.points[point][2].text == "chat");
            assert_eq!(design.plan.points[point][1].number, Some(mean));
        }
        // Even designs have a quarter each; at random, 16 ± 4.5 standard deviations of 3.5.
        let slack = if kind == "random" { 15 } else { 0 };
        assert!(agents[1..].iter().all(|many: &i32| (many - 16).abs() <= slack), "{kind}: {agents:?}");
        assert!((chats as i32 - 32).abs() <= slack, "{kind}: {chats}");
        let again = Design::load(&folder_of(&design, kind), None).unwrap();
        assert_eq!(again.plan, design.plan, "the same file gives the same points");
    }
}

fn folder_of(design: &Design, kind: &str) -> std::path::PathBuf {
    let path = Path::new(&design.plan.file).to_owned();
    assert!(path.to_string_lossy().contains(kind));
    path
}

#[test]
fn a_range_of_times_says_its_unit() {
    let text = "base = \"tiny.toml\"\n[factors.mean]\nkey = \"contacts.calls.handle.exponential.mean\"\nfrom = \"2min\"\n\
                to = \"5min\"\nsteps = 3\n[factors.promise]\nkey = \"contacts.calls.balk\"\nfrom = \"10%\"\nto = \"20%\"\n\
                steps = 2\n[factors.agents]\nkey = \"agents.team.staff\"\nfrom = 1\nto = 2\nsteps = 2\n";
    let plan = design("times", text).plan;
    let mut said: Vec<&str> = plan.points.iter().map(|point| point[0].text.as_str()).collect();
    said.dedup();
    assert_eq!(said, ["120 s", "210 s", "300 s"]);
    assert_eq!([0, 1, 2].map(|factor| plan.is_duration(factor)), [true, false, false]);
}

#[test]
fn the_seed_of_the_base_the_design_or_the_command_line_is_taken_in_this_order() {
    let text = "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1]\n";
    assert_eq!(design("seed-base", text).plan.seed, 3);
    assert_eq!(design("seed-design", &format!("seed = 5\n{text}")).plan.seed, 5);
    let folder = workplace("seed-line", &format!("seed = 5\n{text}"));
    let design = Design::load(&folder.join("design.toml"), Some(8)).unwrap();
    assert_eq!((design.plan.seed, design.scenario(0).unwrap().run.seed), (8, 8));
    assert_eq!(design.scenario(0).unwrap().contacts[0].arrivals, Arrivals::PerHour(20.0));
}

#[test]
fn the_designs_of_the_project_are_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/sweeps");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "toml") {
            Design::load(&path, None).unwrap_or_else(|problems| panic!("{problems}"));
            seen += 1;
        }
    }
    assert!(seen >= 2);
}
