//! The JSON Schema of the scenario file, printed from the declared keys, for editors and for other programs.

use serde_json::{Map, Value, json};

use super::spec::{Kind, LONGEST, ROOT, TableSpec};

/// The JSON Schema (draft 2020-12) of the scenario file, with dates as texts.
///
/// It holds the structure: keys, types, words, bounds. What needs more than one value to judge (the count of a profile,
/// a skill that no contact type has) only [`super::load`] finds.
#[must_use]
pub fn schema() -> Value {
    let mut definitions = Map::new();
    let mut root = table(&ROOT, &mut definitions);
    if let Some(root) = root.as_object_mut() {
        root.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
        root.insert("title".into(), json!("holdline scenario"));
        // What a file leaves out, its base may give; so what must be there is asked of files without a base alone.
        root.insert("if".into(), json!({ "not": { "required": ["extends"] } }));
        root.insert("then".into(), demands(&ROOT));
        root.insert("$defs".into(), Value::Object(definitions));
    }
    root
}

/// The keys of a table and their kinds, without what must be there.
fn table(spec: &TableSpec, definitions: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for key in spec.keys {
        let mut schema = of_kind(&key.kind, definitions);
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("description".into(), json!(key.doc));
        }
        properties.insert(key.name.to_owned(), schema);
    }
    json!({ "description": spec.doc, "type": "object", "properties": properties, "additionalProperties": false })
}

/// What must be in a table and in the tables under it that a base may fill.
fn demands(spec: &TableSpec) -> Value {
    let mut demands = Map::new();
    let required: Vec<&str> = spec.required().map(|key| key.name).collect();
    if !required.is_empty() {
        demands.insert("required".into(), json!(required));
    }
    if !spec.either.is_empty() {
        demands.insert("oneOf".into(), spec.either.iter().map(|set| alternative(set, spec.either)).collect());
    }
    if !spec.some_of.is_empty() {
        demands.insert("anyOf".into(), spec.some_of.iter().map(|name| json!({ "required": [name] })).collect());
    }
    let below: Map<String, Value> =
        spec.keys.iter().filter_map(|key| Some((key.name.to_owned(), demands_below(&key.kind)?))).collect();
    if !below.is_empty() {
        demands.insert("properties".into(), Value::Object(below));
    }
    Value::Object(demands)
}

fn demands_below(kind: &Kind) -> Option<Value> {
    match kind {
        Kind::Table { spec, merge: true } => Some(demands(spec)),
        Kind::Map { of, merge: true } => Some(match demands_below(of) {
            Some(below) => json!({ "minProperties": 1, "additionalProperties": below }),
            None => json!({}),
        }),
        _ => None,
    }
}

/// One set of keys, whole, and none of the others.
fn alternative(set: &[&str], all: &[&[&str]]) -> Value {
    let others = all.iter().filter(|other| **other != set).flat_map(|other| other.iter());
    let others: Vec<Value> = others.map(|name| json!({ "required": [name] })).collect();
    json!({ "required": set, "not": { "anyOf": others } })
}

/// A table that stands as one value: a base cannot fill it, so its demands are always made.
fn defined(spec: &TableSpec, merge: bool, definitions: &mut Map<String, Value>) -> Value {
    if !definitions.contains_key(spec.name) {
        let mut schema = table(spec, definitions);
        if let (false, Some(schema), Value::Object(demands)) = (merge, schema.as_object_mut(), demands(spec)) {
            schema.extend(demands.into_iter().filter(|(name, _)| name != "properties"));
        }
        definitions.insert(spec.name.to_owned(), schema);
    }
    json!({ "$ref": format!("#/$defs/{}", spec.name) })
}

const TIME: &str = r"\d{1,2}:\d{2}(:\d{2})?";
const DURATION: &str =
    r"^\s*(\d+(\.\d*)?\s*(ms|s|sec|seconds?|min|minutes?|h|hours?|d|days?|w|weeks?)\s*)+$|^\s*\d+(\.\d*)?\s*$";

fn of_kind(kind: &Kind, definitions: &mut Map<String, Value>) -> Value {
    match kind {
        Kind::Text | Kind::File => json!({ "type": "string", "minLength": 1 }),
        Kind::Date => json!({ "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$" }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::HoursOrClosed => {
            json!({ "type": "string", "pattern": format!(r"^\s*{TIME}\s*[-–]\s*{TIME}\s*$|^\s*closed\s*$") })
        }
        Kind::Hours => json!({ "type": "string", "pattern": format!(r"^\s*{TIME}\s*[-–]\s*{TIME}\s*$") }),
        Kind::TimeOfDay => json!({ "type": "string", "pattern": format!(r"^\s*{TIME}\s*$") }),
        Kind::Duration { zero } => {
            json!({ "anyOf": [{ "type": "string", "pattern": DURATION }, bounds(0.0, LONGEST, *zero)] })
        }
        Kind::DurationOrInf => {
            json!({ "anyOf": [{ "type": "string", "pattern": DURATION }, { "const": "inf" }, bounds(0.0, LONGEST, true)] })
        }
        Kind::Share { zero, one } => share(*zero, *one),
        Kind::Number { min, max, zero } => bounds(*min, *max, *zero || *min > 0.0),
        Kind::Whole { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Choice(names) => json!({ "enum": names }),
        Kind::List(of) => json!({ "type": "array", "items": of_kind(of, definitions) }),
        Kind::Table { spec, merge } => defined(spec, *merge, definitions),
        Kind::Map { of, .. } => json!({ "type": "object", "additionalProperties": of_kind(of, definitions) }),
        Kind::Any(kinds) => json!({ "anyOf": kinds.iter().map(|kind| of_kind(kind, definitions)).collect::<Vec<_>>() }),
    }
}

fn bounds(min: f64, max: f64, closed: bool) -> Value {
    let least = if closed { "minimum" } else { "exclusiveMinimum" };
    json!({ "type": "number", least: min, "maximum": max })
}

fn share(zero: bool, one: bool) -> Value {
    let least = if zero { "minimum" } else { "exclusiveMinimum" };
    let most = if one { "maximum" } else { "exclusiveMaximum" };
    json!({ "anyOf": [{ "type": "number", least: 0, most: 1 }, { "type": "string", "pattern": r"^\s*\d+(\.\d*)?\s*%\s*$" }] })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_is_defined() {
        let schema = schema();
        let text = schema.to_string();
        for reference in text.split("#/$defs/").skip(1) {
            let name = reference.split('"').next().unwrap_or_default();
            assert!(schema["$defs"].get(name).is_some(), "{name}");
        }
    }
}
