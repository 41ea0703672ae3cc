//! A scenario on top of another: the values of the base hold where the file itself gives none.

use std::path::{Path, PathBuf};

use crate::scenario::problem::{Problem, quoted};
use crate::scenario::spec::{Kind, ROOT, TableSpec};
use crate::scenario::tree::{self, Node, Place, Table, Value};

use super::reader::Reader;

/// Longest chain of bases; a longer one is a mistake.
const LONGEST_CHAIN: usize = 16;

/// Reads a file and all that it extends into one tree.
pub(super) fn assemble(
    reader: &Reader,
    path: &Path,
    named_at: Option<Place>,
    chain: &mut Vec<PathBuf>,
) -> Option<Table> {
    let source = reader.open(path, named_at)?;
    chain.push(path.to_owned());
    let text = reader.source(source)?;
    let own = match tree::parse(source, &text.text) {
        Ok(table) => table,
        Err(problems) => {
            problems.into_iter().for_each(|problem| reader.report(problem));
            return None;
        }
    };
    let Some(extends) = own.get("extends") else { return Some(own) };
    let base = base_path(reader, extends, chain)?;
    let base = assemble(reader, &base, Some(extends.at), chain)?;
    Some(merge_tables(&ROOT, base, own))
}

/// The path of the base, unless it is already in the chain.
fn base_path(reader: &Reader, extends: &Node, chain: &[PathBuf]) -> Option<PathBuf> {
    let Value::Text(name) = &extends.value else {
        let title = format!("`extends` cannot be {}", extends.value.kind());
        reader.wrong(extends.at, title, "write the path of a scenario file, such as \"base.toml\"");
        return None;
    };
    let path = reader.beside(extends.at, name);
    if chain.iter().any(|before| same_file(before, &path)) {
        let names: Vec<String> = chain.iter().chain([&path]).map(|path| path.display().to_string()).collect();
        let title = format!("these files extend each other in a circle: {}", names.join(" -> "));
        reader.wrong(extends.at, title, "one of them must stand on its own, without `extends`");
        return None;
    }
    if chain.len() >= LONGEST_CHAIN {
        let problem =
            Problem::new(format!("{} is the end of a chain of more than {LONGEST_CHAIN} bases", quoted(name)));
        reader.report(problem.at(extends.at).help("extend a base directly"));
        return None;
    }
    Some(path)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// The base's table with the values of the file that extends it.
pub(super) fn merge_tables(spec: &TableSpec, mut base: Table, over: Table) -> Table {
    drop_alternatives(spec, &mut base, &over);
    for (name, mut entry) in over.entries {
        if let (Some(before), Some(key)) = (base.entries.get_mut(&name), spec.key(&name)) {
            let old = std::mem::replace(&mut before.node.value, Value::Flag(false));
            entry.node.value = merge(&key.kind, old, entry.node.value);
        }
        base.entries.insert(name, entry);
    }
    base
}

/// Where the file gives `talk` and `wrap`, the base's `handle` no longer holds, and so on.
pub(super) fn drop_alternatives(spec: &TableSpec, base: &mut Table, over: &Table) {
    let chosen = |set: &&&[&str]| set.iter().any(|name| over.get(name).is_some());
    if let Some(chosen) = spec.either.iter().find(chosen) {
        let others = spec.either.iter().filter(|set| *set != chosen).flat_map(|set| set.iter());
        others.for_each(|name| {
            base.entries.shift_remove(*name);
        });
    }
}

/// The value that holds where a file says one and its base another.
pub(super) fn merge(kind: &Kind, base: Value, over: Value) -> Value {
    match (kind, base, over) {
        (Kind::Table { spec, merge: true }, Value::Table(base), Value::Table(over)) => {
            Value::Table(merge_tables(spec, base, over))
        }
        (Kind::Map { of, merge: true }, Value::Table(base), Value::Table(over)) => {
            Value::Table(merge_map(of, base, over))
        }
        (_, _, over) => over,
    }
}

fn merge_map(of: &Kind, mut base: Table, over: Table) -> Table {
    for (name, mut entry) in over.entries {
        if let Some(before) = base.entries.get_mut(&name) {
            let old = std::mem::replace(&mut before.node.value, Value::Flag(false));
            entry.node.value = merge(of, old, entry.node.value);
        }
        base.entries.insert(name, entry);
    }
    base
}
