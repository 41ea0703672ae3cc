//! What stands on the page: the saved scenario, what is changed, what is wrong with it.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use indexmap::IndexMap;
use serde::Serialize;

use super::base::Base;
use super::changes::History;
use super::desk::Wish;
use super::draft::{self, Draft, Ground};
use super::fields::{Field, What};
use super::typed;
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
    pub(super) problems: IndexMap<String, Words>,
    /// What is wrong elsewhere.
    pub(super) general: Vec<Words>,
    /// The latest wish.
    pub(super) number: u64,
    /// The first wish about this base.
    pub(super) first: u64,
    /// How many scenarios were opened: a page of another one is out of date.
    pub(super) opened: u64,
    /// The file that was saved last from this base.
    pub(super) saved: Option<String>,
}

/// Words with their language: the reader of scenario files speaks English only.
#[derive(Clone, Default, Serialize)]
pub(super) struct Words {
    pub(super) words: String,
    pub(super) lang: &'static str,
}

impl Words {
    /// In the language of the page.
    pub(super) fn new(language: Language, words: String) -> Self {
        Self { words, lang: language.code() }
    }

    /// As the reader of scenario files has said it.
    pub(super) fn of_reader(words: String) -> Self {
        Self::new(Language::English, words)
    }
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
        // An empty share is a promise taken back; anything else goes back to what is saved.
        let back = text.is_empty() && !field.what.is_share();
        let saved = self.without_change(field);
        let same = |value| typed::are_same(value, saved);
        let is_saved = text == typed::written(self.language, field.what, saved)
            || typed::read(self.language, field.what, text).is_ok_and(same);
        self.history.change(id, (!back && !is_saved).then(|| text.to_owned()), moving);
        Some(())
    }

    /// What a field shows, and its value; none where that is wrong or promises nothing.
    pub(super) fn shown(&self, id: &str, field: &Field) -> (String, Option<f64>) {
        match self.history.now().get(id) {
            Some(text) => (text.clone(), typed::read(self.language, field.what, text).ok().flatten()),
            None => {
                let value = self.without_change(field);
                (typed::written(self.language, field.what, value), value)
            }
        }
    }

    /// The value of a field while it is not changed itself: an interval follows what is added to all.
    fn without_change(&self, field: &Field) -> Option<f64> {
        let What::Interval(group, _) = field.what else { return field.saved };
        let plus = What::Plus(group);
        let text = self.history.now().get(&plus.id());
        let sum = text.and_then(|text| typed::read(self.language, plus, text).ok().flatten()).unwrap_or(0.0);
        field.saved.map(|agents| draft::raised(agents as u32, sum))
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
        let (scenario, language) = (&base.loaded.scenario, self.language);
        let ground = Ground { file: &base.file(), scenario, fields: &base.fields, language };
        let draft = Draft::new(ground, self.history.now(), name);
        match load_text(&base.path.with_file_name(file), &draft.text, &base.loaded.inputs) {
            Err(problems) => Err((draft, Some(problems))),
            Ok(_) if !draft.wrong.is_empty() => Err((draft, None)),
            Ok(loaded) => Ok((draft, loaded)),
        }
    }

    /// Puts what is wrong beside the fields.
    fn note(&mut self, draft: &Draft, problems: Option<Problems>) {
        let language = self.language;
        let own = draft.wrong.iter().map(|(field, words)| (field.clone(), Words::new(language, words.clone())));
        self.problems.extend(own);
        for fault in problems.iter().flat_map(Problems::faults) {
            let words = std::iter::once(fault.title.as_str()).chain(fault.help.iter().map(String::as_str));
            let words = Words::of_reader(words.collect::<Vec<_>>().join("; "));
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
            "handle" => contact.mean_handle(),
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
