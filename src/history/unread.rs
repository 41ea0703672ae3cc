//! Why a log cannot be read.

use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use crate::scenario::{Place, Problem, Problems, Source, cannot_read};

/// Why a log cannot be read, and a mapping to begin with where its columns could not be told.
#[derive(Clone, Debug)]
pub struct Unread {
    /// What is wrong, with its places.
    pub problems: Problems,
    /// The text of a mapping file, ready to be edited.
    pub draft: Option<String>,
}

impl Unread {
    /// A file cannot be opened or read on.
    pub(super) fn file(path: &Path, error: &io::Error) -> Self {
        Problems::new(vec![cannot_read(path, error)], Vec::new()).into()
    }

    /// A problem of a file, shown with one of its lines.
    pub(super) fn line(path: &Path, number: u32, line: &str, problem: Problem) -> Self {
        // Only this line of the file is kept; those before it are empty here, so that its number is right.
        let before = "\n".repeat((number as usize).saturating_sub(1));
        let at = Place { source: 0, start: before.len(), end: before.len() + line.len() };
        let source = Source { path: path.to_owned(), text: format!("{before}{line}"), workbook: None };
        Problems::new(vec![problem.at(at)], vec![Arc::new(source)]).into()
    }
}

impl From<Problems> for Unread {
    fn from(problems: Problems) -> Self {
        Self { problems, draft: None }
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.problems)?;
        match &self.draft {
            Some(draft) => write!(f, "\n\na mapping file to begin with:\n\n{draft}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Unread {}
