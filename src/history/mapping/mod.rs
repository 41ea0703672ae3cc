//! The mapping file: what the columns of a log mean, said by its user.

mod read;
mod resolve;
mod spec;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::contact::Outcome;
use super::moments::Order;
use super::numbers::Decimal;
use crate::scenario::{Channel, Place, Problem, Problems, Reader, Source};

pub(super) use resolve::{resolve, usual_words};

/// What the columns of a contact log mean.
#[derive(Clone, Debug)]
pub struct Mapping {
    pub(super) source: Arc<Source>,
    arrived: When,
    after: Option<Named>,
    elapsed: Option<Named>,
    start: Option<Date>,
    replication: Option<Named>,
    answered: Option<When>,
    left: Option<When>,
    ended: Option<When>,
    wait: Option<Span>,
    handle: Option<Span>,
    talk: Option<Span>,
    hold: Option<Span>,
    wrap: Option<Span>,
    kind: Option<Named>,
    kinds: Vec<(String, String)>,
    pub(super) channel: Option<Named>,
    channels: Vec<(String, Channel)>,
    outcome: Option<Ending>,
    agent: Vec<Named>,
    customer: Vec<Named>,
    id: Vec<Named>,
    priority: Option<Named>,
    none: Vec<String>,
    drop: Vec<RowsThat>,
    only: Vec<RowsThat>,
    longest: Option<f64>,
    shift: f64,
    decimal: Decimal,
    pub(super) order: Option<Order>,
    pub(super) header: Option<Vec<String>>,
}

/// A column by its name, and where the mapping names it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    at: Place,
}

#[derive(Clone, Debug, Default)]
struct When {
    date: Option<Named>,
    times: Vec<Named>,
}

#[derive(Clone, Debug)]
struct Span {
    column: Named,
    /// Seconds of a bare number, where the mapping says.
    scale: Option<f64>,
}

#[derive(Clone, Debug)]
struct Ending {
    column: Named,
    words: Vec<(String, Outcome)>,
}

#[derive(Clone, Debug)]
struct RowsThat {
    because: String,
    conditions: Vec<(Named, Vec<String>)>,
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// Every problem of the file, each with its place and remedy.
    pub fn load(path: &Path) -> Result<Self, Problems> {
        let reader = Reader::default();
        let mapping = reader.open(path, None).and_then(|id| read::read(&reader, id));
        finished(reader, mapping)
    }

    /// Reads a text as if it stood in a file at `path`, which need not exist.
    ///
    /// # Errors
    /// As [`Mapping::load`].
    pub fn parse(path: &Path, text: &str) -> Result<Self, Problems> {
        let reader = Reader::default();
        let id = reader.keep(Source { path: path.to_owned(), text: text.to_owned(), workbook: None });
        let mapping = read::read(&reader, id);
        finished(reader, mapping)
    }

    /// The names of all columns, for finding the header and for recognising a layout.
    pub(super) fn column_names(&self) -> Vec<&str> {
        let whens = [Some(&self.arrived), self.answered.as_ref(), self.left.as_ref(), self.ended.as_ref()];
        let whens = whens.into_iter().flatten().flat_map(|when| when.date.iter().chain(&when.times));
        let spans = [&self.wait, &self.handle, &self.talk, &self.hold, &self.wrap].into_iter().flatten();
        let singles = [&self.after, &self.elapsed, &self.replication, &self.kind, &self.priority];
        let conditions =
            self.drop.iter().chain(&self.only).flat_map(|rows| rows.conditions.iter().map(|(name, _)| name));
        whens
            .chain(spans.map(|span| &span.column))
            .chain(singles.into_iter().flatten())
            .chain(self.outcome.iter().map(|ending| &ending.column))
            .chain(self.agent.iter().chain(&self.customer).chain(&self.id))
            .chain(conditions)
            .map(|named| named.name.as_str())
            .collect()
    }
}

fn finished(reader: Reader, mapping: Option<Mapping>) -> Result<Mapping, Problems> {
    if mapping.is_none() && reader.problems_so_far() == 0 {
        // Every missing part has been reported; this sentence stands in for a slip of the reader itself.
        reader.report(Problem::new("the mapping could not be read").help("please report this file to the authors"));
    }
    reader.finish()?;
    mapping.ok_or_else(|| Problems::new(Vec::new(), Vec::new()))
}
