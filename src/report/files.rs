//! Writing a file so that a reader finds the old one or the new one, never half of one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::report::ReportError;

/// Writes `bytes` to a temporary name beside `path`, then renames it into place. On an error nothing is left behind.
///
/// # Errors
/// [`ReportError::Write`] with the path that was asked for.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), ReportError> {
    let failed = |source| ReportError::Write { path: path.to_owned(), source };
    let temporary = temporary_beside(path).map_err(failed)?;
    fs::write(&temporary, bytes).and_then(|()| fs::rename(&temporary, path)).map_err(|source| {
        // The first error is the one worth telling, whether or not the temporary file ever came to be.
        let _ = fs::remove_file(&temporary);
        failed(source)
    })
}

/// Whether a name that a user typed can be that of a file in a folder, and of nothing outside it.
#[must_use]
pub fn is_plain_name(name: &str) -> bool {
    let stays = !name.contains(['/', '\\', ':']) && ![".", ".."].contains(&name);
    stays && (1..=200).contains(&name.len()) && !name.chars().any(char::is_control)
}

/// Makes a directory and those above it.
pub(super) fn make_directory(path: &Path) -> Result<(), ReportError> {
    fs::create_dir_all(path).map_err(|source| ReportError::Write { path: path.to_owned(), source })
}

/// A name in the same directory (so that the rename stays on one file system), hidden, and this process's own.
fn temporary_beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the path names no file"))?;
    Ok(path.with_file_name(format!(".{}.{}.partial", name.to_string_lossy(), std::process::id())))
}
