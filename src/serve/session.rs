//! What stands on the page: the saved scenario, what is changed, what is wrong with it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use indexmap::IndexMap;

use super::base::Base;
use super::changes::History;
use super::desk::Wish;
use super::draft::{self, Draft, Ground};
use super::fields::{Field, What};
use crate::report::{Language, language::say};
use crate::scenario::{Loaded, Problems, Scenario, Staffing, load_text};

/// The state of the page, which outlives a reload of it.
pub(super) struct Session {
    pub(super) base: Arc<Base>,
    pub(super) history: History,
    pub(super) language: Language,
    /// What is tried; none where nothing is changed or something is wrong.
    tried: Option<Arc<Scenario>>,
    /// What is wrong with fields, by their names.
    pub(super) problems: IndexMap<String, String>,
    /// What is wrong elsewhere.
    pub(super) general: Vec<String>,
    /// The latest wish.
    pub(super) number: u64,
    /// The first wish about this base.
    pub(super) first: u64,
    /// How many scenarios were opened: a page of another one is out of date.
    pub(super) opened: u64,
    /// The file that was saved last from this base.
    pub(super) saved: Option<String>,
}

/// What what-is-tried is called where it has no file yet.
const UNSAVED: &str = "(not saved yet).toml";

impl Session {
    pub(super) fn new(base: Base, language: Language) -> Self {
        Self {
            base: Arc::new(base),
            history: History::default(),
            language,
            tried: None,
            problems: IndexMap::new(),
            general: Vec::new(),
            number: 0,
            first: 0,
            opened: 0,
            saved: None,
        }
    }

    /// The wish for what stands on the page.
    pub(super) fn wish(&mut self) -> Wish {
        self.number += 1;
        let (base, tried) = (Arc::clone(&self.base), self.tried.clone());
        Wish { number: self.number, base, tried, cancel: Arc::new(AtomicBool::new(false)) }
    }

    /// Takes a changed field in. None where there is no such field.
    pub(super) fn change(&mut self, id: &str, text: &str, moving: bool) -> Option<()> {
        let field = self.base.fields.get(id)?;
        let text = text.trim();
        let unchanged = text.is_empty() || text == self.without_change(field);
        self.history.change(id, (!unchanged).then(|| text.to_owned()), moving);
        Some(())
    }

    /// What a field shows.
    pub(super) fn text(&self, id: &str, field: &Field) -> String {
        self.history.now().get(id).cloned().unwrap_or_else(|| self.without_change(field))
    }

    /// What a field shows while it is not changed itself: an interval follows what is added to all.
    fn without_change(&self, field: &Field) -> String {
        let What::Interval(group, _) = field.what else { return field.saved.clone() };
        let sum = self.history.now().get(&What::Plus(group).id());
        let sum = sum.and_then(|text| draft::plus(text)).unwrap_or(0);
        field.saved.parse().map_or_else(|_| field.saved.clone(), |agents| draft::raised(agents, sum).to_string())
    }

    /// Looks at what stands on the page now. True where it can be simulated.
    pub(super) fn look(&mut self) -> bool {
        self.problems.clear();
        self.general.clear();
        self.tried = None;
        if self.history.now().is_empty() {
            return true;
        }
        let name = say!(self.language, "serve-tried-name", name = &self.base.loaded.scenario.name);
        match self.read(UNSAVED, &name) {
            Ok((_, loaded)) => self.tried = Some(Arc::new(loaded.scenario)),
            Err((draft, problems)) => self.note(&draft, problems),
        }
        self.problems.is_empty() && self.general.is_empty()
    }

    /// What is tried as a file of the folder, and what it is read to be; or else what is wrong with it.
    pub(super) fn read(&self, file: &str, name: &str) -> Result<(Draft, Loaded), (Draft, Option<Problems>)> {
        let base = &self.base;
        let ground = Ground { file: &base.file(), scenario: &base.loaded.scenario, fields: &base.fields };
        let draft = Draft::new(ground, self.history.now(), name, self.language);
        match load_text(&base.path.with_file_name(file), &draft.text, &base.loaded.inputs) {
            Err(problems) => Err((draft, Some(problems))),
            Ok(_) if !draft.wrong.is_empty() => Err((draft, None)),
            Ok(loaded) => Ok((draft, loaded)),
        }
    }

    /// Puts what is wrong beside the fields.
    fn note(&mut self, draft: &Draft, problems: Option<Problems>) {
        self.problems.extend(draft.wrong.iter().cloned());
        for fault in problems.iter().flat_map(Problems::faults) {
            let words = std::iter::once(fault.title.as_str()).chain(fault.help.iter().map(String::as_str));
            let words = words.collect::<Vec<_>>().join("; ");
            let own = fault.place.as_ref().filter(|(path, _)| path.ends_with(UNSAVED));
            match own.and_then(|(_, line)| draft.field_of(*line)) {
                Some(field) => self.problems.entry(field.to_owned()).or_insert(words),
                None => {
                    self.general.push(words);
                    continue;
                }
            };
        }
    }

    /// Opens another file of the folder in place of this one: nothing is changed in it yet.
    pub(super) fn open(&mut self, name: &str) -> Result<(), Problems> {
        self.base = Arc::new(self.base.beside(name)?);
        self.history = History::default();
        self.saved = None;
        self.opened += 1;
        self.first = self.number + 1;
        self.look();
        Ok(())
    }

    /// What follows from a field of what is tried: the mean of a time.
    pub(super) fn mean(&self, what: What) -> Option<String> {
        let scenario = self.tried.as_deref().unwrap_or(&self.base.loaded.scenario);
        let What::Scale(kind, key) = what else { return None };
        let contact = scenario.contacts.get(kind)?;
        let seconds = match key {
            "handle" => contact.handle.mean(),
            "patience" => contact.patience.as_ref()?.mean(),
            _ => return None,
        };
        let time = if seconds.is_finite() { self.language.duration(seconds) } else { return None };
        Some(say!(self.language, "serve-mean", time = time))
    }

    /// Whether a group's staff is a roster of named people, which the page only shows.
    pub(super) fn is_roster(&self, group: usize) -> bool {
        let staff = &self.base.loaded.scenario.groups[group].staff;
        matches!(staff, Staffing::Shifts(shifts) if shifts.iter().any(|shift| shift.person.is_some()))
    }
}
