//! A scenario with some of its values replaced, each named by its path: what a sweep varies.
//!
//! A value lands where a file that extends the scenario would put it, by the same rules; and every problem points at
//! the file that asked for the change.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::extends::{assemble, drop_alternatives, merge, merge_tables};
use super::reader::Reader;
use super::scenario;
use crate::scenario::Scenario;
use crate::scenario::problem::{Problem, listed, nearest, quoted};
use crate::scenario::source::Source;
use crate::scenario::spec::{Kind, ROOT, TableSpec};
use crate::scenario::tree::{Entry, Node, Place, Table, Value, parse};

/// One change of a scenario.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    /// A value for the key at this path, which is written at this place.
    Value(Vec<String>, Place, Node),
    /// All that a file that extends the scenario could say.
    Tables(Table),
}

/// A scenario file and what it extends, on which changes are laid.
#[derive(Clone, Debug)]
pub(crate) struct Ground {
    table: Table,
    path: PathBuf,
    top: Place,
    sources: Vec<Arc<Source>>,
}

impl Ground {
    /// Reads a scenario that is named at a place of another file, and says all that is wrong with it.
    pub(crate) fn read(reader: &Reader, path: &Path, named_at: Place) -> Option<(Self, Scenario)> {
        let table = assemble(reader, path, Some(named_at), &mut Vec::new())?;
        let top = Place { source: reader.open(path, None)?, start: 0, end: 0 };
        let scenario = scenario(reader, &table, path, top)?;
        Some((Self { table, path: path.to_owned(), top, sources: Vec::new() }, scenario))
    }

    /// Keeps the files that were read, so that none of them is opened again.
    pub(crate) fn keep_files(&mut self, reader: &Reader) {
        self.sources = reader.sources();
    }

    /// The scenario after these changes, read by a reader of its own, which has the problems.
    pub(crate) fn changed<'a>(&self, changes: impl Iterator<Item = &'a Change>) -> (Option<Scenario>, Reader) {
        let reader = Reader::sharing(self.sources.clone());
        let mut table = self.table.clone();
        for change in changes {
            let laid = match change {
                Change::Value(path, at, node) => self::at(Some(&ROOT), None, &mut table, (path, *at), node),
                Change::Tables(over) => {
                    table = merge_tables(&ROOT, table, over.clone());
                    Ok(())
                }
            };
            laid.unwrap_or_else(|problem| reader.report(problem));
        }
        let scenario = scenario(&reader, &table, &self.path, self.top).filter(|_| reader.problems_so_far() == 0);
        (scenario, reader)
    }
}

/// The steps of a path such as `contacts."late calls".handle.lognormal.mean`, as TOML reads dotted keys; none where it
/// is no such thing.
pub(crate) fn steps(path: &str) -> Option<Vec<String>> {
    let mut table = parse(0, &format!("{path} = 0")).ok().filter(|_| !path.contains(['=', '\n', '#']))?;
    let mut steps = Vec::new();
    loop {
        let (name, entry) = table.entries.into_iter().next()?;
        steps.push(name);
        match entry.node.value {
            Value::Table(inner) => table = inner,
            _ => return Some(steps),
        }
    }
}

/// Whether only whole numbers can stand at a path.
pub(crate) fn is_whole(path: &[String]) -> bool {
    fn whole(kind: &Kind, path: &[String]) -> bool {
        match (kind, path.split_first()) {
            (Kind::Any(kinds), _) => {
                let fits = kinds
                    .iter()
                    .filter(|kind| !path.is_empty() || matches!(kind, Kind::Whole { .. } | Kind::Number { .. }));
                fits.into_iter().any(|kind| whole(kind, path))
            }
            (Kind::Whole { .. }, None) => true,
            (Kind::Table { spec, .. }, Some((name, rest))) => spec.key(name).is_some_and(|key| whole(&key.kind, rest)),
            (Kind::Map { of, .. } | Kind::List(of), Some((_, rest))) => whole(of, rest),
            _ => false,
        }
    }
    whole(&Kind::Table { spec: &ROOT, merge: true }, path)
}

/// What is left of a path, and where the path is written.
type Way<'p> = (&'p [String], Place);

/// Puts a value at a path of a table, which is declared by `spec`, or is a map `of` something.
fn at(
    spec: Option<&'static TableSpec>,
    of: Option<&'static Kind>,
    table: &mut Table,
    (path, written): Way<'_>,
    node: &Node,
) -> Result<(), Problem> {
    let Some((name, rest)) = path.split_first() else { return Ok(()) };
    if of.is_some() && table.get(name).is_none() {
        return Err(no_such_name(table, name, written));
    }
    let kind = of.or_else(|| spec.and_then(|spec| spec.key(name)).map(|key| &key.kind));
    if let Some(spec) = spec {
        let mut only = Table::default();
        only.entries.insert(name.clone(), Entry { key: written, node: node.clone() });
        drop_alternatives(spec, table, &only);
    }
    let fresh = || Entry { key: written, node: Node { value: Value::Table(Table::default()), at: written } };
    let entry = table.entries.entry(name.clone()).or_insert_with(fresh);
    if rest.is_empty() {
        entry.key = written;
    }
    within(kind, &mut entry.node, (name, rest, written), node)
}

/// Puts a value where the rest of a path leads from a node.
fn within(
    kind: Option<&'static Kind>,
    here: &mut Node,
    (name, rest, written): (&str, &[String], Place),
    node: &Node,
) -> Result<(), Problem> {
    let Some(next) = rest.first() else {
        let old = std::mem::replace(&mut here.value, Value::Flag(false));
        here.value = match kind {
            Some(kind) => merge(kind, old, node.value.clone()),
            None => node.value.clone(),
        };
        here.at = node.at;
        return Ok(());
    };
    match &mut here.value {
        Value::Table(table) => {
            let (spec, of) = inside(kind, next);
            at(spec, of, table, (rest, written), node)
        }
        Value::List(items) => {
            let many = items.len();
            let place = next.parse::<usize>().ok().and_then(|place| items.get_mut(place));
            let of = match kind {
                Some(Kind::List(of)) => Some(*of),
                _ => None,
            };
            match place {
                Some(item) => within(of, item, (next, &rest[1..], written), node),
                None => Err(no_such_entry(name, next, many, written)),
            }
        }
        other => {
            let title =
                format!("{} is {} in the base, so that it has no key {}", quoted(name), other.kind(), quoted(next));
            Err(Problem::new(title)
                .at(written)
                .help(format!("end the path at {} and give it whole values", quoted(name))))
        }
    }
}

/// How the keys of a table are declared: by a table, or by what a map is of.
fn inside(kind: Option<&'static Kind>, next: &str) -> (Option<&'static TableSpec>, Option<&'static Kind>) {
    match kind {
        Some(Kind::Table { spec, .. }) => (Some(spec), None),
        Some(Kind::Map { of, .. }) => (None, Some(of)),
        Some(Kind::Any(kinds)) => {
            let tables = kinds.iter().filter_map(|kind| match kind {
                Kind::Table { spec, .. } => Some(*spec),
                _ => None,
            });
            let known = tables.clone().find(|spec| spec.key(next).is_some());
            (known.or_else(|| tables.clone().next()), None)
        }
        _ => (None, None),
    }
}

fn no_such_name(table: &Table, name: &str, written: Place) -> Problem {
    let names: Vec<&str> = table.entries.keys().map(String::as_str).collect();
    let help = match nearest(name, names.iter().copied()) {
        Some(meant) => format!("did you mean {}?", quoted(meant)),
        None => format!("the names here are {}", listed(&names, "and")),
    };
    Problem::new(format!("the base has no {} to be varied", quoted(name))).at(written).help(help)
}

fn no_such_entry(name: &str, next: &str, many: usize, written: Place) -> Problem {
    Problem::new(format!("the list {} of the base has no entry {}", quoted(name), quoted(next)))
        .at(written)
        .help(format!("its entries are counted from 0; there are {many}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_dotted_keys() {
        assert_eq!(steps("a.b"), Some(vec!["a".into(), "b".into()]));
        assert_eq!(steps("contacts.\"late calls\".0"), Some(vec!["contacts".into(), "late calls".into(), "0".into()]));
        for wrong in ["", "a..b", "a b", "a = 1\nb", "a.", "a#b"] {
            assert_eq!(steps(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn whole_numbers_are_known_by_their_declaration() {
        let whole = |path| is_whole(&steps(path).unwrap_or_default());
        assert!(whole("agents.office.staff") && whole("centre.lines") && whole("contacts.x.priority"));
        assert!(whole("agents.office.staff.shifts.0.agents"));
        assert!(!whole("contacts.x.scale.arrivals") && !whole("contacts.x.patience.exponential.mean"));
    }
}
