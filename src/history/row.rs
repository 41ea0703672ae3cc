//! One row of a log, its fields as text.

use super::fault::Fault;
use super::notes::Notes;

/// A row: the text of its fields, where it stands and what was wrong with it so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// The fields, one behind the other.
    text: String,
    /// Where each field ends.
    ends: Vec<usize>,
    /// The row as it stands in the file, for examples.
    pub(super) raw: String,
    /// Its first line, from 1.
    pub(super) line: u32,
    pub(super) notes: Notes,
    /// Nothing follows it, not even the end of its line.
    pub(super) unfinished: bool,
    /// It is too long to be read.
    pub(super) endless: bool,
}

impl Row {
    /// Begins a row.
    pub(super) fn begin(&mut self, line: u32) {
        self.clear_fields();
        self.raw.clear();
        (self.line, self.notes, self.unfinished, self.endless) = (line, Notes::default(), false, false);
    }

    pub(super) fn clear_fields(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub(super) fn push(&mut self, field: &str) {
        self.text.push_str(field);
        self.ends.push(self.text.len());
    }

    /// How many fields there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A field without spaces around it; empty where there is none.
    pub(super) fn field(&self, place: usize) -> &str {
        let Some(end) = self.ends.get(place) else { return "" };
        let start = place.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..*end).unwrap_or_default().trim()
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|place| self.field(place))
    }

    /// Whether no field says anything.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Removes empty fields behind the last of `columns`, and notes that.
    pub(super) fn without_extra(&mut self, columns: usize) {
        if self.len() > columns && (columns..self.len()).all(|place| self.field(place).is_empty()) {
            self.ends.truncate(columns);
            self.notes.add(Fault::ExtraSeparators);
        }
    }

    /// Whether spaces stand around a field. Those of the last one count too.
    pub(super) fn has_spaces_around(&self) -> bool {
        let mut start = 0;
        self.ends.iter().any(|end| {
            let field = self.text.get(start..*end).unwrap_or_default();
            start = *end;
            !field.is_empty() && field.trim().len() != field.len()
        })
    }
}
