//! A document as JSON text.

use serde::Serialize;

use crate::report::ReportError;

/// The document, indented by two spaces, with a newline at its end.
///
/// # Errors
/// When a figure cannot be serialised.
pub fn json(document: &impl Serialize) -> Result<String, ReportError> {
    let mut text = serde_json::to_string_pretty(document)?;
    text.push('\n');
    Ok(text)
}
