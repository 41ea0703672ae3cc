//! Reading a result document back.

use std::fs;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Deserialize;

use super::ReportError;
use crate::kpi::ResultDocument;

/// Reads a result document that `holdline run` wrote: it is equal to the one that was written.
///
/// # Errors
/// [`ReportError::Results`] with the file, the line and what would be right: where the file cannot be read, is no JSON,
/// is another kind of document, or lacks what a result document has.
pub fn read_results(path: &Path) -> Result<ResultDocument, ReportError> {
    let text = fs::read_to_string(path).map_err(|error| {
        let title = format!("cannot read {}: {error}", path.display());
        ReportError::Results(render(&title, None, "name a result.json that `holdline run` wrote"))
    })?;
    let wrong = |title: &str, place: (usize, usize), help: &str| {
        ReportError::Results(render(title, Some((path, &text, place)), help))
    };
    let head: Head = serde_json::from_str(&text)
        .map_err(|error| wrong(&reason(&error), place(&error), "this is no JSON that `holdline run` wrote"))?;
    let found = head.schema.as_deref().unwrap_or_default();
    if found != ResultDocument::SCHEMA {
        let (title, help) = other_kind(found, head.version.as_deref());
        return Err(wrong(&title, of_key(&text, "\"schema\""), &help));
    }
    let version = head.version.unwrap_or_default();
    serde_json::from_str(&text).map_err(|error| wrong(&reason(&error), place(&error), &again(&version)))
}

/// What tells one kind of document from another.
#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
    version: Option<String>,
}

fn other_kind(found: &str, version: Option<&str>) -> (String, String) {
    let right = ResultDocument::SCHEMA;
    let title = match found {
        "" => "this is no result document: it has no `schema`".to_owned(),
        other => format!("this is a document of the kind `{other}`, not `{right}`"),
    };
    let family = right.trim_end_matches(char::is_numeric);
    let help = if found.starts_with(family) { again(version.unwrap_or_default()) } else { usual() };
    (title, help)
}

fn usual() -> String {
    format!("name a result.json that `holdline run` wrote; it begins with `\"schema\": \"{}\"`", ResultDocument::SCHEMA)
}

/// The remedy for a document that another version wrote.
fn again(version: &str) -> String {
    let this = env!("CARGO_PKG_VERSION");
    match version {
        "" => usual(),
        same if same == this => "the file is not as it was written; run the scenarios again".into(),
        other => format!("holdline {other} wrote it and this is {this}; run the scenarios again"),
    }
}

/// What the parser says, without the place, which is shown.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// Line and column from 1, the column in bytes.
fn place(error: &serde_json::Error) -> (usize, usize) {
    (error.line().max(1), error.column().max(1))
}

/// Where a key stands first; the start of the text where it does not.
fn of_key(text: &str, key: &str) -> (usize, usize) {
    let before = text.find(key).and_then(|at| text.get(..at)).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before.len() - line_start + 1)
}

/// The message with the line that is meant, as for scenario files.
fn render(title: &str, shown: Option<(&Path, &str, (usize, usize))>, help: &str) -> String {
    let title = Level::ERROR.primary_title(title);
    let report = match shown {
        Some((path, text, (line, column))) => {
            let source = text.split('\n').nth(line - 1).unwrap_or_default();
            let start = (0..column.min(source.len() + 1)).rev().find(|at| source.is_char_boundary(*at)).unwrap_or(0);
            let end = (start + 1..=source.len()).find(|at| source.is_char_boundary(*at)).unwrap_or(start);
            let snippet = Snippet::source(source)
                .line_start(line)
                .path(path.to_string_lossy().replace('\\', "/"))
                .annotation(AnnotationKind::Primary.span(start..end));
            title.element(snippet)
        }
        None => Group::with_title(title),
    };
    Renderer::plain().render(&[report.element(Level::HELP.message(help))])
}
