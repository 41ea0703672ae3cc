//! What the reading of one scenario gathers on the way: files, problems, warnings.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::scenario::problem::{Problem, Problems};
use crate::scenario::source::{self, Input, Source, Unreadable};
use crate::scenario::tree::Place;

/// Shared by all parts of the reading; nothing stops at the first problem.
#[derive(Default)]
pub(crate) struct Reader {
    sources: RefCell<Vec<Arc<Source>>>,
    problems: RefCell<Vec<Problem>>,
    warnings: RefCell<Vec<String>>,
    /// Keys that were asked for, as (table, key), to hold them against the declared ones.
    #[cfg(test)]
    pub(crate) asked: RefCell<std::collections::BTreeSet<(&'static str, String)>>,
}

impl Reader {
    /// A reader that takes these files as they were read.
    pub(crate) fn sharing(sources: Vec<Arc<Source>>) -> Self {
        Self { sources: RefCell::new(sources), ..Self::default() }
    }

    /// A reader that has read these files already, whatever stands on the disk by now.
    pub(crate) fn knowing(files: &[Input]) -> Self {
        Self::sharing(files.iter().filter_map(Source::known).map(Arc::new).collect())
    }

    /// All files that were opened, in the order of opening.
    pub(crate) fn sources(&self) -> Vec<Arc<Source>> {
        self.sources.borrow().clone()
    }

    /// Takes over what another reader found, which shares this one's files; what is known already is left out.
    pub(crate) fn take_over(&self, other: Self) {
        *self.sources.borrow_mut() = other.sources.into_inner();
        let known = |problem: &Problem| self.problems.borrow().contains(problem);
        let new: Vec<Problem> = other.problems.into_inner().into_iter().filter(|problem| !known(problem)).collect();
        new.into_iter().for_each(|problem| self.report(problem));
        let mut warnings = self.warnings.borrow_mut();
        for warning in other.warnings.into_inner() {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
    }

    /// Opens a file, or says at the place that names it why it cannot.
    pub(crate) fn open(&self, path: &Path, named_at: Option<Place>) -> Option<usize> {
        let known = self.sources.borrow().iter().position(|source| source.path == path);
        if known.is_some() {
            return known;
        }
        match source::read(path) {
            Ok(source) => Some(self.keep(source)),
            Err(Unreadable::NotUtf8(source, offset)) => {
                let id = self.keep(source);
                self.report(source::not_utf8(id, offset));
                None
            }
            Err(Unreadable::NoText(problem)) => {
                self.report(match named_at {
                    Some(place) => problem.at(place),
                    None => problem,
                });
                None
            }
        }
    }

    /// Takes a file in; whoever opens its path gets it.
    pub(crate) fn keep(&self, source: Source) -> usize {
        let mut sources = self.sources.borrow_mut();
        sources.push(Arc::new(source));
        sources.len() - 1
    }

    /// A file that was opened.
    pub(crate) fn source(&self, id: usize) -> Option<Arc<Source>> {
        self.sources.borrow().get(id).cloned()
    }

    /// The path of a file, given as it is named in another one.
    pub(crate) fn beside(&self, place: Place, name: &str) -> PathBuf {
        let sources = self.sources.borrow();
        let folder = sources.get(place.source).and_then(|source| source.path.parent());
        folder.map_or_else(|| PathBuf::from(name), |folder| folder.join(name))
    }

    /// Notes a problem.
    pub(crate) fn report(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// Notes a problem at a place with its remedy.
    pub(crate) fn wrong(&self, at: Place, title: impl Into<String>, remedy: impl Into<String>) {
        self.report(Problem::new(title).at(at).help(remedy));
    }

    /// Notes something that is allowed but suspicious.
    pub(crate) fn warn(&self, at: Place, sentence: &str) {
        let position = self.sources.borrow().get(at.source).map(|source| source.position(at)).unwrap_or_default();
        self.warnings.borrow_mut().push(format!("{position}: {sentence}"));
    }

    /// How many problems there are so far.
    pub(crate) fn problems_so_far(&self) -> usize {
        self.problems.borrow().len()
    }

    /// What was gathered: the files and warnings, or the problems.
    pub(crate) fn finish(self) -> Result<(Vec<Input>, Vec<String>), Problems> {
        let (sources, problems) = (self.sources.into_inner(), self.problems.into_inner());
        if problems.is_empty() {
            let inputs = sources.iter().map(|s| Input { path: s.path.clone(), bytes: s.bytes().to_vec() }).collect();
            Ok((inputs, self.warnings.into_inner()))
        } else {
            Err(Problems::new(problems, sources))
        }
    }
}
