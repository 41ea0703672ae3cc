//! Changes, what they make of the figures, and the way back.

use holdline::experiment::{Options, Sinks, compare, run};
use holdline::kpi::Layout;
use holdline::report::wording::Kind;
use holdline::scenario::{Arrivals, Staffing, load};
use serde_json::{Value, json};

use super::client::Served;
use super::{CENTRE, STAFF, VOLUME, change, workplace};

fn text<'a>(view: &'a Value, field: &str) -> &'a str {
    view["fields"][field]["text"].as_str().unwrap_or_else(|| panic!("no field {field}"))
}

#[test]
fn the_figures_are_those_of_a_run_of_the_saved_file() {
    let folder = workplace("figures");
    let served = Served::start(&folder, "centre.toml");
    change(&served, STAFF, "7");
    change(&served, VOLUME, "1.2");
    let view = served.settled();
    let saved = served.post("/save", &json!({ "name": "more.toml" })).json();
    assert!(saved["problem"].is_null(), "{saved}");
    let scenarios = ["centre.toml", "more.toml"].map(|file| load(&folder.join(file)).unwrap().scenario);
    let (models, layouts) =
        (scenarios.each_ref().map(holdline::engine::Model::new), scenarios.each_ref().map(Layout::new));
    let mut sinks = Sinks { progress: &|_, _| (), contacts: &mut |_, _, _| () };
    let cancel = std::sync::atomic::AtomicBool::new(false);
    let outcomes = run(&scenarios, &models, &layouts, Options::default(), &cancel, &mut sinks);
    let results: String = view["results"].as_str().unwrap().split(['<', '>']).step_by(2).collect();
    for outcome in &outcomes {
        let figures = outcome.statistics.result("", outcome.seed, outcome.stop);
        let calls = &figures.contacts["calls"];
        for (kind, figure) in [
            (Kind::Share, calls.service_level),
            (Kind::Share, calls.p_abandon),
            (Kind::Duration, calls.mean_wait_answered),
            (Kind::Share, figures.agents["team"].occupancy),
            (Kind::Money, figures.agents["team"].cost),
        ] {
            let shown = kind.show(figure.as_ref());
            assert!(results.contains(&shown), "no `{shown}` in {results}");
        }
    }
    for row in compare(&scenarios, &outcomes, &[None, Some(0)])[0].rows.iter().filter(|row| {
        ["service_level", "p_abandon", "occupancy", "cost"].contains(&row.figure.as_str()) && row.difference.is_some()
    }) {
        let shown = holdline::report::figures::kind(&row.figure).difference(row.difference.as_ref());
        assert!(results.contains(&shown), "no `{shown}` for {} in {results}", row.figure);
    }
    assert!(view["sentence"].as_str().unwrap().starts_with("2 changes. "), "{}", view["sentence"]);
}

#[test]
fn a_wrong_value_is_refused_beside_its_field() {
    let served = Served::start(&workplace("wrong"), "centre.toml");
    let before = served.settled()["results"].clone();
    let cases = [
        (STAFF, "-1", "“-1” is no number of agents; write a whole number from 0 to 100 000"),
        (STAFF, "7.5", "“7.5” is no number of agents"),
        (STAFF, "many", "“many” is no number of agents"),
        (STAFF, "1e300", "is no number of agents"),
        (STAFF, "7\n[run]\nreplications = 1", "“7 [run] replications = 1” is no number"),
        (STAFF, "100001", "from 0 to 100 000"),
        (VOLUME, "0", "a number above 0"),
        (VOLUME, "nan", "is no factor"),
        (VOLUME, "1,1", "“1,1” is no factor; write a number above 0 and at most 100: 1.1 for"),
        (VOLUME, "\" \\ ' # ]", "is no factor"),
        ("contact.0.scale.patience", "101", "at most 100"),
        ("contact.0.target.answer", "120 %", "“120 %” is no share; write 80 % or 0.8"),
        ("contact.0.target.within", "soon", "“soon” is no duration; write one such as 4 min 30 s"),
        ("contact.1.target.abandon", "-0.1", "is no share"),
        ("group.1.shift.1", "x", "“x” is no number of agents"),
    ];
    for (field, text, words) in cases {
        let answer = change(&served, field, text);
        let view = answer.json();
        assert!(answer.problem(field).contains(words), "{field} = {text}: {}", answer.problem(field));
        for (other, shown) in view["fields"].as_object().unwrap() {
            let problem = &shown["problem"];
            assert_eq!(problem["words"] != "", other == field, "{field} = {text}: {other} says {problem}");
        }
        assert_eq!(view["results"], before, "the figures stay as they were");
        assert!(view["general"][0]["words"].as_str().unwrap().contains("before the change"), "{}", view["general"]);
        assert_eq!(served.post("/undo", &json!({})).problem(field), "");
        // Undone, the base may be simulated anew: the next case begins when that is done.
        assert_eq!(served.settled()["results"], before);
    }
    change(&served, STAFF, "none");
    let both = change(&served, VOLUME, "none");
    assert!(!both.problem(STAFF).is_empty() && !both.problem(VOLUME).is_empty(), "all problems at once");
    // A threshold alone is no promise, and is said where it was written.
    let within = served.post("/reset", &json!({}));
    assert!(within.problem(STAFF).is_empty());
    let within = change(&served, "contact.1.target.within", "4h");
    assert!(within.problem("contact.1.target.within").contains("no share is promised"), "{}", within.body);
}

#[test]
fn changes_outlive_a_reload_and_are_undone_and_redone() {
    let served = Served::start(&workplace("undo"), "centre.toml");
    change(&served, STAFF, "6");
    change(&served, VOLUME, "0.9");
    let page = served.get("/").body;
    assert!(page.contains("value=\"6\"") && page.contains("value=\"0.9\""), "a reload shows what is tried");
    let act = |path: &str| served.post(path, &json!({})).json();
    let view = act("/undo");
    assert_eq!((text(&view, STAFF), text(&view, VOLUME)), ("6", "1"));
    let view = act("/undo");
    assert_eq!((text(&view, STAFF), &view["undo"], &view["redo"]), ("5", &json!(false), &json!(true)));
    assert_eq!(act("/undo")["changes"], 0, "there is nothing left to undo");
    let (_, view) = (act("/redo"), act("/redo"));
    assert_eq!((text(&view, STAFF), text(&view, VOLUME), &view["redo"]), ("6", "0.9", &json!(false)));
    let view = act("/reset");
    assert_eq!((text(&view, STAFF), &view["changes"]), ("5", &json!(0)));
    assert_eq!(act("/undo")["changes"], 2);
    // What the file says is no change, however it got there.
    change(&served, STAFF, " 5 ");
    assert_eq!(change(&served, VOLUME, "").json()["changes"], 0);
    // A slider on its way is one step.
    for step in 6..30 {
        served.post("/change", &json!({ "field": STAFF, "text": step.to_string(), "moving": true }));
    }
    served.post("/change", &json!({ "field": STAFF, "text": "30" }));
    assert_eq!(text(&act("/undo"), STAFF), "5");
}

#[test]
fn every_way_of_staffing_is_changed_as_it_is_written() {
    let folder = workplace("staffing");
    let csv: String = std::iter::once("team\n".to_owned()).chain((0..24).map(|h| format!("{}\n", h / 8 * 3))).collect();
    std::fs::write(folder.join("staff.csv"), csv).unwrap();
    let listed = CENTRE.replace("staff = 5\n", "staff = { file = \"staff.csv\", column = \"team\" }\n");
    std::fs::write(folder.join("listed.toml"), listed).unwrap();
    let served = Served::start(&folder, "listed.toml");
    let view = change(&served, "group.0.plus", "-1").json();
    let shown = [0, 8, 16].map(|hour| text(&view, &format!("group.0.interval.{hour}")).to_owned());
    assert_eq!(shown, ["0", "2", "5"], "nobody is added where nobody is");
    change(&served, "group.0.interval.12", "9");
    change(&served, "group.1.shift.1", "4");
    assert!(change(&served, "group.0.interval.3", "x").problem("group.0.interval.3").contains("no number of agents"));
    served.post("/undo", &json!({}));
    assert!(change(&served, "group.0.plus", "a few").problem("group.0.plus").contains("cannot be added"));
    served.post("/undo", &json!({}));
    let saved = served.post("/save", &json!({ "name": "tried.toml" })).json();
    assert!(saved["problem"].is_null(), "{saved}");
    let before = load(&folder.join("listed.toml")).unwrap().scenario;
    let after = load(&folder.join("tried.toml")).unwrap().scenario;
    let mut expected = before.clone();
    expected.name = "tried".into();
    let lowered = |hour: usize| [0, 2, 5][hour / 8];
    let mut agents: Vec<u32> = (0..24).map(lowered).collect();
    agents[12] = 9;
    expected.groups[0].staff = Staffing::PerInterval(agents);
    let Staffing::Shifts(shifts) = &mut expected.groups[1].staff else { panic!("shifts") };
    shifts[1].agents = 4;
    assert_eq!(after, expected, "all else stays as it was");
}

#[test]
fn a_saved_file_is_the_next_base_with_its_factors() {
    let folder = workplace("base");
    let served = Served::start(&folder, "centre.toml");
    change(&served, VOLUME, "1.5");
    assert!(served.post("/save", &json!({ "name": "busy.toml" })).json()["problem"].is_null());
    assert_eq!(served.get("/view").json()["saved"], "busy.toml");
    let opened = served.post("/open", &json!({ "name": "busy.toml" })).json();
    assert!(opened["problem"].is_null(), "{opened}");
    let view = served.settled();
    assert_eq!((text(&view, VOLUME), &view["changes"], &view["undo"]), ("1.5", &json!(0), &json!(false)));
    change(&served, VOLUME, "2");
    change(&served, STAFF, "9");
    assert!(served.post("/save", &json!({ "name": "busier.toml" })).json()["problem"].is_null());
    let scenario = load(&folder.join("busier.toml")).unwrap().scenario;
    assert_eq!(scenario.contacts[0].arrivals, Arrivals::PerHour(120.0), "factors do not pile up");
    assert_eq!(scenario.groups[0].staff, Staffing::Constant(9));
}

#[test]
fn shipped_scenarios_can_be_tried() {
    let scenarios = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    for file in ["two-sites.toml", "erlang-c.toml", "weekly-roster.toml", "stories/peak-season-remedy.toml"] {
        let served = Served::start(&scenarios, file);
        let answer = change(&served, VOLUME, "1.05");
        assert_eq!(answer.json()["general"], json!([]), "{file}");
        assert_eq!(answer.problem(VOLUME), "", "{file}");
        // The page has been made, and the first figures come.
        assert!(served.get("/").body.contains("</html>"), "{file}");
        let mut view = answer.json();
        while view["answered"] != view["number"] {
            view = served.get(&format!("/view?after={}", view["version"])).json();
        }
        assert!(view["results"].as_str().unwrap().contains("service level"), "{file}: {view}");
    }
}

#[test]
fn names_are_words_to_the_page_whatever_they_look_like() {
    let folder = workplace("names-as-words");
    let odd = "<img src=x onerror=alert(1)>&\\\"'</script>";
    std::fs::write(
        folder.join("odd.toml"),
        CENTRE.replace("calls", "\"@\"").replace("[\"\"@\"\"]", "[\"@\"]").replace('@', odd),
    )
    .unwrap();
    let served = Served::start(&folder, "odd.toml");
    let answer = change(&served, VOLUME, "1.1");
    assert_eq!((answer.problem(VOLUME), &answer.json()["general"]), (String::new(), &json!([])));
    let results = served.settled()["results"].as_str().unwrap().to_owned();
    for text in [&served.get("/").body, &results] {
        assert!(text.contains("&lt;img src=x onerror=alert(1)&gt;&amp;"), "{text}");
        assert!(!text.contains("<img"), "{text}");
    }
    assert!(served.post("/save", &json!({ "name": "odd-tried.toml" })).json()["problem"].is_null());
    let scenario = load(&folder.join("odd-tried.toml")).unwrap().scenario;
    assert_eq!(scenario.contacts[0].name, "<img src=x onerror=alert(1)>&\"'</script>");
}
