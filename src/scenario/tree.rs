//! The file as a tree in which every value remembers where it stands.
//!
//! Values of several files end up in one tree when a scenario extends another, so a place names its file too.

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::problem::{Problem, quoted};

/// Where something stands: bytes `start..end` of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Which of the files that were opened.
    pub(crate) source: usize,
    /// First byte.
    pub(crate) start: usize,
    /// First byte after it.
    pub(crate) end: usize,
}

impl Place {
    fn of<T>(source: usize, spanned: &Spanned<T>) -> Self {
        let span = spanned.span();
        Self { source, start: span.start, end: span.end }
    }
}

/// A value and its place.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What stands there.
    pub(crate) value: Value,
    /// Where it stands.
    pub(crate) at: Place,
}

/// What a TOML file can hold.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(String),
    Whole(i128),
    Number(f64),
    Flag(bool),
    Date(Datetime),
    List(Vec<Node>),
    Table(Table),
}

impl Value {
    /// Its type in the words of an error message.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Whole(_) | Self::Number(_) => "a number",
            Self::Flag(_) => "true or false",
            Self::Date(_) => "a date or a time",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
        }
    }
}

/// Keys in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    pub(crate) entries: IndexMap<String, Entry>,
}

/// A key and what it is set to.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Where the key stands.
    pub(crate) key: Place,
    /// Its value.
    pub(crate) node: Node,
}

impl Table {
    /// The value of a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.entries.get(key).map(|entry| &entry.node)
    }
}

/// Parses a file; what TOML itself objects to becomes problems, and then there is no tree.
pub(crate) fn parse(source: usize, text: &str) -> Result<Table, Vec<Problem>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        let placed = errors.iter().map(|error| {
            let span = error.span().unwrap_or(0..0);
            (Place { source, start: span.start, end: span.end }, error.message().to_owned())
        });
        let errors = without_consequences(placed.collect(), text);
        return Err(errors.iter().map(|(at, message)| syntax_problem(*at, message, text)).collect());
    }
    let mut conversion = Conversion { source, depth: 0, problems: Vec::new() };
    let table = conversion.table(table.get_ref());
    if conversion.problems.is_empty() { Ok(table) } else { Err(conversion.problems) }
}

fn syntax_problem(at: Place, message: &str, text: &str) -> Problem {
    let help = if is_duplicate(message) {
        "a key stands once in its table; remove or rename one of them"
    } else if text.get(at.start..).is_some_and(str::is_empty) {
        "the file ends too early; close the table, list or text that is open"
    } else {
        "texts stand in \"quotes\", lists in [brackets], tables in {braces}; see https://toml.io"
    };
    Problem::new(format!("this is not valid TOML: {message}")).at(at).help(help)
}

/// One slip makes the parser stumble several times; the first report of a line says it all, and that a table stands
/// twice says it of all its keys.
fn without_consequences(mut errors: Vec<(Place, String)>, text: &str) -> Vec<(Place, String)> {
    errors.sort();
    errors.truncate(1000);
    let mut reached = 0;
    errors.retain(|(at, message)| {
        if at.start < reached {
            return false;
        }
        let rest = text.get(at.start..).unwrap_or_default();
        let line_start = text.get(..at.start).unwrap_or_default().rfind('\n').map_or(0, |newline| newline + 1);
        let heads_a_table = text.get(line_start..).is_some_and(|line| line.trim_start().starts_with('['));
        let end = if heads_a_table && is_duplicate(message) { "\n[" } else { "\n" };
        reached = at.start + rest.find(end).map_or(rest.len(), |end| end + 1);
        true
    });
    errors
}

fn is_duplicate(message: &str) -> bool {
    message.contains("duplicate key")
}

/// The walk from the parser's tree to ours.
struct Conversion {
    source: usize,
    depth: usize,
    problems: Vec<Problem>,
}

/// Deeper than this nothing in a scenario stands; the limit keeps the walk's stack small.
const DEEPEST: usize = 40;

impl Conversion {
    fn table(&mut self, table: &DeTable<'_>) -> Table {
        let mut entries = IndexMap::with_capacity(table.len());
        for (key, value) in table {
            let node = self.node(value);
            entries.insert(key.get_ref().to_string(), Entry { key: Place::of(self.source, key), node });
        }
        Table { entries }
    }

    fn node(&mut self, value: &Spanned<DeValue<'_>>) -> Node {
        let at = Place::of(self.source, value);
        self.depth += 1;
        let value = if self.depth > DEEPEST { self.too_deep(at) } else { self.value(value.get_ref(), at) };
        self.depth -= 1;
        Node { value, at }
    }

    fn value(&mut self, value: &DeValue<'_>, at: Place) -> Value {
        match value {
            DeValue::String(text) => Value::Text(text.to_string()),
            DeValue::Integer(n) => match i128::from_str_radix(n.as_str(), n.radix()) {
                Ok(number) => Value::Whole(number),
                Err(_) => self.out_of_range(n.as_str(), at),
            },
            DeValue::Float(x) => match x.as_str().parse::<f64>() {
                // Rust reads 1e999 as infinity, which only the word `inf` may mean.
                Ok(number) if number.is_finite() || !x.as_str().contains(|c: char| c.is_ascii_digit()) => {
                    Value::Number(number)
                }
                _ => self.out_of_range(x.as_str(), at),
            },
            DeValue::Boolean(flag) => Value::Flag(*flag),
            DeValue::Datetime(date) => Value::Date(*date),
            DeValue::Array(items) => Value::List(items.iter().map(|item| self.node(item)).collect()),
            DeValue::Table(table) => Value::Table(self.table(table)),
        }
    }

    fn out_of_range(&mut self, text: &str, at: Place) -> Value {
        let title = format!("the number {} is too large", quoted(text));
        let help = "no quantity of a contact centre needs it; check the digits and the exponent";
        self.problems.push(Problem::new(title).at(at).help(help));
        Value::Number(0.0)
    }

    fn too_deep(&mut self, at: Place) -> Value {
        self.problems.push(Problem::new("this is nested too deeply").at(at).help("no scenario needs so many levels"));
        Value::Flag(false)
    }
}
