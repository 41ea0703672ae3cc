//! The saved scenario that things are tried on.

use std::fs;
use std::path::{Path, PathBuf};

use super::fields::{self, Fields};
use super::saving::NO_BEGINNING;
use crate::scenario::{Loaded, Problems, load};

/// A scenario file, as it was when it was opened.
pub(super) struct Base {
    /// Its path, as it was named.
    pub(super) path: PathBuf,
    /// What was read.
    pub(super) loaded: Loaded,
    /// What can be changed.
    pub(super) fields: Fields,
}

impl Base {
    /// Of a file that was read.
    pub(super) fn new(path: &Path, loaded: Loaded) -> Self {
        let fields = fields::of(&loaded.scenario);
        Self { path: path.to_owned(), loaded, fields }
    }

    /// Another file of the folder.
    pub(super) fn beside(&self, name: &str) -> Result<Self, Problems> {
        let path = self.path.with_file_name(name);
        Ok(Self::new(&path, load(&path)?))
    }

    /// The name of the file.
    pub(super) fn file(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// A name for what is tried on it: `peak-monday-tried.toml`.
    pub(super) fn suggestion(&self) -> String {
        let stem = self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        format!("{}-tried.toml", stem.trim_start_matches(NO_BEGINNING))
    }

    /// Whether a path is one of the files that the scenario was read from.
    pub(super) fn reads(&self, path: &Path) -> bool {
        let same = |input: &Path| match (input.canonicalize(), path.canonicalize()) {
            (Ok(input), Ok(path)) => input == path,
            _ => input == path,
        };
        self.loaded.inputs.iter().any(|input| same(&input.path))
    }

    /// Whether its files still say what they said when it was opened.
    pub(super) fn is_current(&self) -> bool {
        self.loaded.inputs.iter().all(|input| fs::read(&input.path).is_ok_and(|bytes| bytes == input.bytes))
    }
}
