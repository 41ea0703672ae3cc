//! The printed schema accepts what the reader accepts, and refuses what is wrong in structure.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use holdline::scenario::{schema, starter};
use serde_json::{Value, json};

use super::accepted::sound_files;
use super::{SOUND, with_line};

/// A TOML text as an editor hands it to a schema; dates become texts.
fn as_json(text: &str) -> Value {
    fn convert(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(date) => json!(date.to_string()),
            toml::Value::Float(x) if x.is_infinite() => json!("inf"),
            toml::Value::Array(items) => items.into_iter().map(convert).collect(),
            toml::Value::Table(table) => {
                Value::Object(table.into_iter().map(|(key, value)| (key, convert(value))).collect())
            }
            toml::Value::String(text) => json!(text),
            toml::Value::Integer(number) => json!(number),
            toml::Value::Float(number) => json!(number),
            toml::Value::Boolean(flag) => json!(flag),
        }
    }
    convert(toml::Value::Table(text.parse().unwrap()))
}

#[test]
fn accepts_what_is_sound() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let mut texts: Vec<String> = sound_files().iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
    texts.extend([SOUND.to_owned(), starter("Ours"), "extends = \"x.toml\"\n[agents.a]\nstaff = 3\n".to_owned()]);
    for text in texts {
        let errors: Vec<String> =
            validator.iter_errors(&as_json(&text)).map(|error| format!("{} {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}\n{text}");
    }
}

#[test]
fn accepts_both_forms_of_a_key() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let lines = [
        (14, "resolution = 0.5"),
        (14, "resolution = [\"50%\", 0.4]"),
        (14, "transfer = { probability = 0.5, to = \"service\" }"),
        (14, "transfer = { probability = 0.5, to = { service = 2 }, only_open = true }"),
        (14, "target = { asa = \"30s\", per = \"day\", days = \"90%\" }"),
        (28, "max_agents = 0"),
        (28, "max_occupancy = 1"),
        (10, "open = \"08:00-20:00\""),
        (10, "open = { weekdays = \"08:00-20:00\", weekend = \"08:00-20:00\" }"),
    ];
    for (line, text) in lines {
        assert!(validator.is_valid(&as_json(&with_line(line, text))), "line {line}: {text}");
        assert!(super::read("accepted form", &with_line(line, text)).is_ok(), "line {line}: {text}");
    }
}

#[test]
fn refuses_wrong_structure() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let lines = [
        (2, "colour = 3"),
        (4, "days = \"two\""),
        (4, "days = 0"),
        (4, ""),
        (5, "duration = \"2h\""),
        (8, "channel = \"fax\""),
        (8, ""),
        (9, "arrivals = { per_hour = -1 }"),
        (9, "arrivals = { per_hour = 1, per_interval = [1] }"),
        (9, "arrivals = { per_day = 1 }"),
        (11, "handle = { exponential = { mean = \"4 parsecs\" } }"),
        (11, "handle = { lognormal = { mean = 4 } }"),
        (11, "handle = { exponential = { mean = 4 }, constant = { value = 4 } }"),
        (11, "handle = { }"),
        (11, ""),
        (12, "talk = { constant = { value = 4 } }"),
        (14, "target = { answer = 1.2 }"),
        (14, "target = { within = 20 }"),
        (14, "redial = { abandoned = 0.5 }"),
        (14, "resolution = \"good\""),
        (14, "resolution = [0.5, 2]"),
        (14, "transfer = { probability = 0.5 }"),
        (14, "transfer = { probability = 0.5, to = 3 }"),
        (14, "owner = \"yes\""),
        (10, "open = { monday = \"8\" }"),
        (10, "open = { mo = \"08:00-20:00\" }"),
        (14, "target = { answer = 0.8, clock = \"own\" }"),
        (14, "target = { asa = 0 }"),
        (14, "target = { csat = 1 }"),
        (14, "target = { answer = 0.8, per = \"week\" }"),
        (14, "target = { answer = 0.8, days = 1 }"),
        (14, "target = { days = 0.9 }"),
        (28, "max_occupancy = 0"),
        (28, "max_agents = -1"),
        (22, "skills = \"sales\""),
        (23, "staff = -1"),
        (23, "staff = { shifts = [ { from = \"08:00\" } ] }"),
        (23, ""),
    ];
    for (line, text) in lines {
        assert!(!validator.is_valid(&as_json(&with_line(line, text))), "line {line}: {text}");
        assert!(super::read("refused structure", &with_line(line, text)).is_err(), "line {line}: {text}");
    }
    assert!(!validator.is_valid(&json!({})));
}
