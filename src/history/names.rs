//! Names by number: each is kept once.

use indexmap::IndexMap;

use super::fault::Fault;
use super::notes::Notes;

/// Longest name.
const LONGEST: usize = 200;

/// Names in the order in which they appear. Those that differ only in upper and lower case are the same.
#[derive(Debug, Default)]
pub(super) struct Names {
    names: Vec<String>,
    /// Spellings as they are written, with the number of the name and whether it is spelt differently.
    written: IndexMap<String, (u32, bool)>,
    /// Names in lower case.
    folded: IndexMap<String, u32>,
}

impl Names {
    /// The number of a name.
    pub(super) fn number(&mut self, written: &str, notes: &mut Notes) -> u32 {
        let short = shortened(written);
        if short.len() < written.len() {
            notes.add(Fault::LongField);
        }
        let (number, differs) = match self.written.get(short) {
            Some(known) => *known,
            None => self.learn(short),
        };
        if differs {
            notes.add(Fault::MixedCase);
        }
        number
    }

    /// Has a spelling mean a name.
    pub(super) fn alias(&mut self, written: &str, name: &str) {
        let number = self.number(name, &mut Notes::default());
        self.written.insert(shortened(written).to_owned(), (number, false));
        self.folded.insert(shortened(written).to_lowercase(), number);
    }

    fn learn(&mut self, written: &str) -> (u32, bool) {
        let next = self.names.len() as u32;
        let number = *self.folded.entry(written.to_lowercase()).or_insert(next);
        if number == next {
            self.names.push(written.to_owned());
        }
        self.written.insert(written.to_owned(), (number, number != next));
        (number, number != next)
    }

    /// The name of a number.
    pub(super) fn name(&self, number: u32) -> Option<&str> {
        self.names.get(number as usize).map(String::as_str)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    /// The names by their numbers.
    pub(super) fn into_names(self) -> Vec<String> {
        self.names
    }
}

fn shortened(name: &str) -> &str {
    let end = name.char_indices().nth(LONGEST).map_or(name.len(), |(end, _)| end);
    &name[..end]
}
