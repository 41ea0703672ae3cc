//! A table of the file seen through its declaration: what is unknown, missing or doubled is reported once, on opening.

use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::spec::{self, Key, Kind, Need, TableSpec};
use crate::scenario::tree::{Node, Place, Table, Value};

use super::reader::Reader;

/// A table, its declaration and where to point when something is missing from it.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    pub(crate) reader: &'a Reader,
    table: &'a Table,
    spec: &'static TableSpec,
    /// Where the table is named.
    pub(crate) at: Place,
}

impl<'a> Fields<'a> {
    /// Opens a table whose header or key stands at `at`.
    pub(crate) fn open(reader: &'a Reader, table: &'a Table, spec: &'static TableSpec, at: Place) -> Self {
        let fields = Self { reader, table, spec, at };
        fields.check_known();
        fields.check_required();
        fields.check_either();
        fields
    }

    /// Opens a value as a table; what is missing from it is reported at `at`, where the table is named.
    pub(crate) fn of_node(
        reader: &'a Reader,
        node: &'a Node,
        spec: &'static TableSpec,
        what: &str,
        at: Place,
    ) -> Option<Self> {
        match &node.value {
            Value::Table(table) => Some(Self::open(reader, table, spec, at)),
            other => {
                let title = format!("{what} cannot be {}", other.kind());
                reader.wrong(node.at, title, format!("write {}", example_of(spec)));
                None
            }
        }
    }

    fn check_known(&self) {
        for (name, entry) in &self.table.entries {
            if self.spec.key(name).is_none() {
                self.report_unknown(name, entry.key);
            }
        }
    }

    fn report_unknown(&self, name: &str, at: Place) {
        let names: Vec<&str> = self.spec.keys.iter().map(|key| key.name).collect();
        let title = format!("{} is not a key of {}", quoted(name), self.spec.noun);
        let help = if let Some(meant) = self.meant(name) {
            format!("did you mean {}?", quoted(meant))
        } else if let Some(home) = spec::home_of(name) {
            format!("{} belongs to {home}; the keys here are {}", quoted(name), listed(&names, "and"))
        } else {
            format!("the keys here are {}", listed(&names, "and"))
        };
        self.reader.wrong(at, title, help);
    }

    fn check_required(&self) {
        let missing = self.spec.required().filter(|key| self.table.get(key.name).is_none() && !self.misspelt(key.name));
        missing.for_each(|key| self.report_missing(key));
        if !self.spec.some_of.is_empty() && self.spec.some_of.iter().all(|name| self.table.get(name).is_none()) {
            let title = format!("{} needs at least one of {}", self.spec.noun, listed(self.spec.some_of, "and"));
            self.reader.wrong(self.at, title, self.examples(self.spec.some_of));
        }
    }

    /// Whether a key is there under a name so near that it has been reported as misspelt.
    fn misspelt(&self, name: &str) -> bool {
        let unknown = self.table.entries.keys().filter(|key| self.spec.key(key).is_none());
        unknown.into_iter().any(|key| self.meant(key) == Some(name))
    }

    /// The key that an unknown one most likely means.
    fn meant(&self, name: &str) -> Option<&'static str> {
        nearest(name, self.spec.keys.iter().map(|key| key.name))
    }

    fn report_missing(&self, key: &Key) {
        let title = format!("{} needs {}", self.spec.noun, quoted(key.name));
        self.reader.wrong(self.at, title, key.remedy());
    }

    /// Of the sets of keys that exclude each other, one must be there, and whole.
    fn check_either(&self) {
        let begun: Vec<&&[&str]> =
            self.spec.either.iter().filter(|set| set.iter().any(|name| self.table.get(name).is_some())).collect();
        match begun.as_slice() {
            [] if self.spec.either.is_empty() => {}
            [] => self.report_none(),
            [set] => {
                let missing = set.iter().filter(|name| self.table.get(name).is_none() && !self.misspelt(name));
                missing.filter_map(|name| self.spec.key(name)).for_each(|key| self.report_missing(key));
            }
            [first, second, ..] => self.report_both(first, second),
        }
    }

    fn report_none(&self) {
        // A table with an unknown key has been reported; the misspelt key is the one that is missed.
        if self.table.entries.keys().any(|name| self.spec.key(name).is_none()) {
            return;
        }
        let names: Vec<String> = self.spec.either.iter().map(|set| listed(set, "with")).collect();
        let title = format!("{} needs {}", self.spec.noun, names.join(" or "));
        let first = self.spec.either.first().copied().unwrap_or_default();
        self.reader.wrong(self.at, title, self.examples(first));
    }

    fn report_both(&self, first: &[&str], second: &[&str]) {
        let in_either = |name: &str| first.contains(&name) || second.contains(&name);
        let mut present = self.table.entries.iter().filter(|(name, _)| in_either(name));
        let Some((one, _)) = present.next() else { return };
        let own_set = if first.contains(&one.as_str()) { first } else { second };
        if let Some((other, entry)) = present.find(|(name, _)| !own_set.contains(&name.as_str())) {
            let title = format!("{} cannot have both {} and {}", self.spec.noun, quoted(one), quoted(other));
            self.reader.wrong(entry.key, title, "keep the one that is meant");
        }
    }

    fn examples(&self, names: &[&str]) -> String {
        let keys = names.iter().filter_map(|name| self.spec.key(name));
        let lines: Vec<String> = keys.map(|key| format!("`{} = {}`", key.name, key.example)).collect();
        format!("for example {}", lines.join(" and "))
    }

    /// The value of a key and its declaration.
    pub(crate) fn get(&self, name: &'static str) -> Option<(&'a Node, &'static Kind)> {
        #[cfg(test)]
        self.reader.asked.borrow_mut().insert((self.spec.name, name.to_owned()));
        let kind = &self.spec.key(name)?.kind;
        Some((self.table.get(name)?, kind))
    }

    /// The declared kind of a key.
    pub(crate) fn kind(&self, name: &str) -> Option<&'static Kind> {
        self.spec.key(name).map(|key| &key.kind)
    }

    /// The value of a key that is a table of its own.
    pub(crate) fn table(&self, name: &'static str) -> Option<Fields<'a>> {
        let (node, kind) = self.get(name)?;
        let Kind::Table { spec, .. } = kind else { return None };
        Fields::of_node(self.reader, node, spec, &quoted(name), self.place(name))
    }

    /// The entries of a list, each with the declared kind.
    pub(crate) fn list(&self, name: &'static str) -> Option<(&'a [Node], &'static Kind, Place)> {
        let (node, kind) = self.get(name)?;
        let Kind::List(of) = kind else { return None };
        match &node.value {
            Value::List(items) if items.is_empty() => {
                self.reader.wrong(
                    node.at,
                    format!("{} is empty", quoted(name)),
                    format!("write {}", self.example(name)),
                );
                None
            }
            Value::List(items) => Some((items, of, node.at)),
            other => {
                let title = format!("{} cannot be {}", quoted(name), other.kind());
                self.reader.wrong(node.at, title, format!("write {}", self.example(name)));
                None
            }
        }
    }

    /// Whether a list that may be empty has anything in it; what is no list has, so that it is looked at.
    pub(crate) fn has_entries(&self, name: &'static str) -> bool {
        self.table.get(name).is_some_and(|node| !matches!(&node.value, Value::List(items) if items.is_empty()))
    }

    /// Where a key is written, or else where its table is.
    pub(crate) fn place(&self, name: &str) -> Place {
        self.table.entries.get(name).map_or(self.at, |entry| entry.key)
    }

    /// Whether a key is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.table.get(name).is_some()
    }

    fn example(&self, name: &str) -> String {
        self.spec.key(name).map(|key| format!("`{} = {}`", key.name, key.example)).unwrap_or_default()
    }
}

/// An example of a table, from the examples of the keys that it needs.
fn example_of(spec: &TableSpec) -> String {
    let first = spec.either.first().copied().unwrap_or(spec.some_of);
    let needed = spec.keys.iter().filter(|key| key.need == Need::Required || first.contains(&key.name));
    let parts: Vec<String> = needed.map(|key| format!("{} = {}", key.name, key.example)).collect();
    format!("`{{ {} }}`", parts.join(", "))
}
