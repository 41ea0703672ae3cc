//! What is wrong with a scenario file, and how it is shown: the place, the line, the remedy, as rustc does it.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::source::Source;
use super::tree::Place;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Problem {
    title: String,
    place: Option<Place>,
    help: Vec<String>,
}

impl Problem {
    /// A problem in one sentence, without a full stop.
    pub(crate) fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), place: None, help: Vec::new() }
    }

    /// Where it is.
    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// What would be right.
    pub(crate) fn help(mut self, remedy: impl Into<String>) -> Self {
        self.help.push(remedy.into());
        self
    }

    pub(crate) fn place(&self) -> Option<Place> {
        self.place
    }

    fn render(&self, sources: &[Arc<Source>], renderer: &Renderer) -> String {
        let title = Level::ERROR.primary_title(self.title.as_str());
        let mut report = match self.place.and_then(|place| Some((place, sources.get(place.source)?))) {
            Some((place, source)) => {
                let line = source.line_of(place);
                let snippet = Snippet::source(line.text)
                    .line_start(line.number)
                    .path(source.path.to_string_lossy().into_owned())
                    .annotation(AnnotationKind::Primary.span(line.span.clone()));
                title.element(snippet)
            }
            None => Group::with_title(title),
        };
        for remedy in &self.help {
            report = report.element(Level::HELP.message(remedy.as_str()));
        }
        renderer.render(&[report])
    }
}

/// Everything that is wrong with a scenario, with the lines that are meant.
#[derive(Clone, Debug)]
pub struct Problems {
    list: Vec<Problem>,
    sources: Vec<Arc<Source>>,
}

/// One problem in words, for those who show it in a place of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file that it is in, and the line, from 1; none where no file could be read.
    pub place: Option<(PathBuf, usize)>,
    /// The column, in characters from 1; none where there is no line.
    pub column: Option<usize>,
    /// What is wrong, in one sentence without a full stop.
    pub title: String,
    /// What would be right.
    pub help: Vec<String>,
}

/// More than this many are counted, not shown.
const SHOWN: usize = 100;

impl Problems {
    /// Problems in the order of the files, those without a place first.
    pub(crate) fn new(mut list: Vec<Problem>, sources: Vec<Arc<Source>>) -> Self {
        list.sort_by_key(Problem::place);
        Self { list, sources }
    }

    /// How many problems there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none, which [`super::load`] never returns.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Each problem by itself.
    pub fn faults(&self) -> impl Iterator<Item = Fault> + '_ {
        self.list.iter().map(|problem| {
            let source = problem.place.and_then(|place| Some((place, self.sources.get(place.source)?)));
            Fault {
                place: source.map(|(place, source)| (source.path.clone(), source.line_of(place).number)),
                column: source.map(|(place, source)| source.line_of(place).column()),
                title: problem.title.clone(),
                help: problem.help.clone(),
            }
        })
    }

    /// All problems as text, each with its line; `color` adds the terminal's colours.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let shown = self.list.iter().take(SHOWN).map(|problem| problem.render(&self.sources, &renderer));
        let mut text = shown.collect::<Vec<_>>().join("\n\n");
        if self.list.len() > SHOWN {
            text.push_str(&format!("\n\nerror: {} more problems are not shown", self.list.len() - SHOWN));
        }
        text
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

impl std::error::Error for Problems {}

/// A word of the user's file between backticks, safe to print on one line.
pub(crate) fn quoted(text: &str) -> String {
    let mut shown: String = text.chars().take(60).flat_map(char::escape_debug).collect();
    if text.chars().nth(60).is_some() {
        shown.push('…');
    }
    format!("`{}`", shown.replace("\\'", "'").replace("\\\"", "\""))
}

/// Words as a sentence lists them: `a`, `b` and `c`.
pub(crate) fn listed<S: AsRef<str>>(words: &[S], last: &str) -> String {
    let quoted: Vec<String> = words.iter().take(40).map(|word| quoted(word.as_ref())).collect();
    match quoted.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        Some((only, _)) => only.clone(),
        None => "none".into(),
    }
}

/// The candidate that a misspelt word most likely means.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace([' ', '_'], "-");
    let word = plain(word);
    // Comparing takes time that grows with the square of the length, and no name is so long.
    if word.len() > 200 {
        return None;
    }
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &plain(candidate)), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
