//! A first look at a file: where its header stands and what its columns hold.

use std::io;
use std::path::Path;

use super::content::{Content, content, format, is_ambiguous};
use super::file::Rows;
use super::moments::{Format, Order, told_order};
use super::row::Row;
use super::words::{plain, roles};

/// Rows that are looked at before reading begins.
const SAMPLE: usize = 1000;
/// A header stands among the first rows.
const HEADER_WITHIN: usize = 20;

/// What a first look at a file found.
#[derive(Clone, Debug)]
pub(super) struct Survey {
    /// The line of the header; 0 where the file has none.
    pub(super) header_line: u32,
    /// The header as it stands in the file.
    pub(super) header: String,
    pub(super) columns: Vec<Column>,
}

/// A column, by its header and a sample of its values.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    /// The name as it is looked up.
    pub(super) plain: String,
    pub(super) content: Content,
    pub(super) format: Format,
    /// Day and month of its dates cannot be told apart so far.
    pub(super) ambiguous: bool,
    pub(super) sample: Vec<String>,
}

impl Survey {
    /// Looks at a file. `known` are the names of columns of a mapping, if there is one; `header` names the columns of a
    /// file without a header.
    pub(super) fn of(path: &Path, known: &[&str], header: Option<&[String]>) -> io::Result<Self> {
        let mut rows = Rows::open(path)?;
        let mut sample = Vec::new();
        let mut row = Row::default();
        while sample.len() < SAMPLE && rows.next(&mut row)? {
            if !row.endless {
                sample.push((row.line, row.raw.clone(), row.fields().map(str::to_owned).collect::<Vec<_>>()));
            }
        }
        let place = if header.is_some() { None } else { header_place(&sample, known) };
        let names = header.map(<[String]>::to_vec);
        let (line, raw, names) = match place.and_then(|place| sample.get(place)) {
            Some((line, raw, fields)) => (*line, raw.clone(), fields.clone()),
            None => (0, String::new(), names.unwrap_or_default()),
        };
        let names: Vec<String> =
            names.iter().map(|name| name.trim_start_matches('\u{feff}').trim().to_owned()).collect();
        let below: Vec<&[String]> = sample
            .iter()
            .skip(place.map_or(0, |place| place + 1))
            .map(|(_, _, fields)| fields.as_slice())
            .filter(|fields| fields.len() >= names.len())
            .collect();
        let columns = names.into_iter().enumerate().map(|(place, name)| Column::of(name, place, &below)).collect();
        Ok(Self { header_line: line, header: raw, columns })
    }

    /// The names of the columns.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    /// How each column writes dates.
    pub(super) fn formats(&self) -> Vec<Format> {
        self.columns.iter().map(|column| column.format).collect()
    }
}

impl Column {
    fn of(name: String, place: usize, rows: &[&[String]]) -> Self {
        let values: Vec<&str> = rows.iter().filter_map(|row| row.get(place)).map(String::as_str).collect();
        Self {
            plain: plain(&name),
            content: content(&values),
            format: format(&values),
            ambiguous: is_ambiguous(&values),
            sample: values.iter().map(|value| (*value).to_owned()).collect(),
            name,
        }
    }
}

/// Which of the first rows is the header: the one with the most names that are known, or else the first with a name in
/// every field.
fn header_place(sample: &[(u32, String, Vec<String>)], known: &[&str]) -> Option<usize> {
    let is_known = |name: &String| {
        let bare = name.trim_start_matches('\u{feff}').trim();
        known.iter().any(|word| word.trim().to_lowercase() == bare.to_lowercase())
            || (known.is_empty() && roles(&plain(bare)).next().is_some())
    };
    let hits = |fields: &Vec<String>| fields.iter().filter(|name| is_known(name)).count();
    let first = sample.iter().take(HEADER_WITHIN).map(|(_, _, fields)| fields).enumerate();
    let candidates = first.filter(|(_, fields)| !known.is_empty() || names_only(fields));
    let best = candidates.clone().rev().max_by_key(|(_, fields)| hits(fields)).filter(|(_, fields)| hits(fields) > 0);
    let whole = |(_, fields): &(usize, &Vec<String>)| names_only(fields) && fields.iter().all(|name| !name.is_empty());
    best.or_else(|| candidates.clone().find(whole)).map(|(place, _)| place)
}

/// Whether all fields of a row could be names of columns.
fn names_only(fields: &[String]) -> bool {
    let is_name = |field: &String| matches!(content(&[field]), Content::Text | Content::Empty);
    fields.len() > 1 && fields.iter().all(is_name)
}

/// Goes through a whole file for the order of day and month in one column: the first date that tells it.
pub(super) fn search_order(path: &Path, column: usize) -> io::Result<Option<Order>> {
    let mut rows = Rows::open(path)?;
    let mut row = Row::default();
    while rows.next(&mut row)? {
        let told = told_order(row.field(column));
        if told.is_some() {
            return Ok(told);
        }
    }
    Ok(None)
}
