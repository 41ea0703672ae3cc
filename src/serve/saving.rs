//! What is tried, as a file of the scenario's folder.

use super::session::Session;
use crate::report::{is_plain_name, language::say, write_atomically};

/// Why a file was not saved.
#[derive(Debug, PartialEq)]
pub(super) struct Refusal {
    /// What is wrong, and what would be right.
    pub(super) words: String,
    /// Whether there is a file of that name, which may be replaced if the user says so.
    pub(super) exists: bool,
}

/// What is not to be typed for the name of a file by mistake: hidden files, and what commands take for options.
pub(super) const NO_BEGINNING: [char; 2] = ['.', '-'];

/// Saves what is tried under a name in the folder of the saved scenario; `replace` is the file that was there when the
/// user was asked whether it may be replaced.
pub(super) fn save(session: &mut Session, name: &str, replace: Option<&str>) -> Result<(), Refusal> {
    let language = session.language;
    let refusal = |words: String| Refusal { words, exists: false };
    let is_usable = is_plain_name(name) && !name.starts_with(NO_BEGINNING);
    let Some(stem) = name.strip_suffix(".toml").filter(|_| is_usable) else {
        return Err(refusal(say!(language, "serve-name-wrong")));
    };
    if session.history.now().is_empty() {
        return Err(refusal(say!(language, "serve-save-nothing")));
    }
    let path = session.base.path.with_file_name(name);
    if session.base.reads(&path) {
        return Err(refusal(say!(language, "serve-name-served", name = name)));
    }
    if !session.base.is_current() {
        return Err(refusal(say!(language, "serve-save-outdated", name = session.base.file())));
    }
    if path.symlink_metadata().is_ok() && replace != Some(name) {
        return Err(Refusal { words: say!(language, "serve-name-taken", name = name), exists: true });
    }
    let Ok((draft, _)) = session.read(name, stem) else {
        return Err(refusal(say!(language, "serve-save-wrong")));
    };
    match write_atomically(&path, draft.text.as_bytes()) {
        Ok(()) => {
            session.saved = Some(name.to_owned());
            Ok(())
        }
        Err(error) => {
            let reason = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
            Err(refusal(say!(language, "serve-save-failed", name = name, reason = reason)))
        }
    }
}
