//! Files that are no result documents are refused with their place and the remedy.

use holdline::kpi::ResultDocument;
use holdline::report::{json, read_results};

use super::folder;
use crate::report_examples::single;

/// What is said of a file with this text.
fn refused(name: &str, text: &str) -> String {
    let path = folder(name).join("result.json");
    std::fs::write(&path, text).unwrap();
    let message = read_results(&path).unwrap_err().to_string();
    let place = path.to_string_lossy().replace('\\', "/");
    assert!(message.starts_with("error: ") && message.contains(&place) && message.contains("help: "), "{message}");
    message
}

fn written() -> String {
    json(&single()).unwrap()
}

#[test]
fn no_file_and_a_folder() {
    let place = folder("none");
    for path in [place.join("nothing.json"), place.clone()] {
        let message = read_results(&path).unwrap_err().to_string();
        assert!(message.contains(&path.display().to_string()) && message.contains("holdline run"), "{message}");
    }
}

#[test]
fn a_file_cut_off() {
    let text = written();
    let message = refused("cut", &text[..text.len() / 2]);
    let line = text[..text.len() / 2].lines().count();
    assert!(message.contains(&format!("result.json:{line}:")) && message.contains("EOF"), "{message}");
}

#[test]
fn no_json_at_all() {
    let message = refused("toml", "# a scenario\nname = \"Small team\"\n");
    assert!(message.contains("result.json:1:1") && message.contains("# a scenario"), "{message}");
}

#[test]
fn another_kind_of_document() {
    let text = "{\n  \"version\": \"0.1.0\",\n  \"schema\": \"holdline/staffing/1\"\n}\n";
    let message = refused("kind", text);
    for part in ["result.json:3:3", "`holdline/staffing/1`", ResultDocument::SCHEMA, "holdline run"] {
        assert!(message.contains(part), "{part}: {message}");
    }
    assert!(refused("nothing", "{}").contains("no `schema`"));
}

#[test]
fn a_document_of_another_time() {
    let later = written().replacen(ResultDocument::SCHEMA, "holdline/result/2", 1).replacen("0.1.0", "9.8.7", 1);
    let message = refused("later", &later);
    assert!(message.contains("holdline 9.8.7 wrote it") && message.contains("run the scenarios again"), "{message}");
    // The same schema, but a field is gone.
    let older = written().replacen("\"seed\"", "\"sed\"", 1).replacen("0.1.0", "0.0.9", 1);
    let message = refused("older", &older);
    assert!(message.contains("missing field `seed`") && message.contains("holdline 0.0.9 wrote it"), "{message}");
}

#[test]
fn a_wrong_value_is_shown_where_it_is() {
    let text = written();
    let line = text.lines().position(|line| line.contains("\"replications\"")).unwrap() + 1;
    let message = refused("value", &text.replacen("\"replications\": ", "\"replications\": -", 1));
    assert!(message.contains(&format!("result.json:{line}:")) && message.contains("\"replications\": -"), "{message}");
}

/// What else a later version of the same schema may add is no mistake.
#[test]
fn what_is_not_known_is_left_alone() {
    let path = folder("more").join("result.json");
    std::fs::write(&path, written().replacen("\"seed\"", "\"weather\": \"rain\",\n \"seed\"", 1)).unwrap();
    assert!(read_results(&path).unwrap() == single());
}
