//! What the page is told whenever something has changed.

use indexmap::IndexMap;
use serde::Serialize;

use super::desk::Answer;
use super::page::Page;
use super::results::levels;
use super::sentence::sentence;
use super::session::{Session, Words};
use crate::report::language::say;

/// All that can change on the page.
#[derive(Serialize)]
pub(super) struct View {
    /// Grows with every change.
    version: u64,
    /// Which of the opened scenarios it is about.
    opened: u64,
    /// The number of what stands in the fields, and that of what the figures are about.
    number: u64,
    answered: u64,
    /// Whether all replications behind the figures are done.
    done: bool,
    fields: IndexMap<String, Shown>,
    /// What is wrong elsewhere than in a field.
    general: Vec<Words>,
    undo: bool,
    redo: bool,
    changes: usize,
    /// The file saved last.
    saved: Option<String>,
    sentence: String,
    /// The service levels in one line.
    levels: String,
    progress: String,
    /// The figures, as a piece of the page.
    results: String,
}

impl View {
    /// The figures, as a piece of the page.
    pub(super) fn results(&self) -> &str {
        &self.results
    }
}

/// A field as it stands.
#[derive(Serialize)]
pub(super) struct Shown {
    pub(super) text: String,
    /// Where a slider of it stands.
    pub(super) value: Option<f64>,
    pub(super) problem: Words,
    pub(super) mean: String,
    /// Whether it differs from what the saved file says.
    changed: bool,
}

/// The fields of the page as they stand.
pub(super) fn fields(session: &Session) -> IndexMap<String, Shown> {
    let shown = |id: &String, field: &super::fields::Field| {
        let (text, value) = session.shown(id, field);
        Shown {
            text,
            value,
            problem: session.problems.get(id).cloned().unwrap_or_default(),
            changed: session.history.now().contains_key(id),
            mean: session.mean(field.what).unwrap_or_default(),
        }
    };
    session.base.fields.iter().map(|(id, field)| (id.clone(), shown(id, field))).collect()
}

/// The page as it stands.
pub(super) fn view(
    version: u64,
    session: &Session,
    answer: Option<&Answer>,
    page: &Page,
) -> Result<View, minijinja::Error> {
    let language = session.language;
    let changes = session.history.now().len();
    let wrong = !session.problems.is_empty() || !session.general.is_empty();
    let mut general = session.general.clone();
    if wrong {
        general.push(Words::new(language, say!(language, "serve-not-simulated")));
    }
    // Figures of a scenario that was closed say nothing about this one.
    let answer = answer.filter(|answer| answer.number >= session.first);
    let (done, all) = answer.map_or((0, 1), |answer| answer.progress);
    Ok(View {
        version,
        opened: session.opened,
        number: session.number,
        answered: answer.map_or(0, |answer| answer.number),
        done: done == all,
        fields: fields(session),
        general,
        undo: session.history.can_undo(),
        redo: session.history.can_redo(),
        changes,
        saved: session.saved.clone(),
        sentence: answer.map(|answer| sentence(language, answer, changes)).unwrap_or_default(),
        levels: answer.map(|answer| levels(language, answer)).unwrap_or_default(),
        progress: match answer {
            None => say!(language, "serve-none-yet"),
            Some(_) if done == all => say!(language, "serve-progress-done", count = done),
            Some(_) => {
                let number = |count: u32| language.number(f64::from(count), 0);
                say!(language, "serve-progress", done = number(done), all = number(all))
            }
        },
        results: page.results(language, answer)?,
    })
}
