//! The result document: all of it comes back from its JSON, and what it says is so.

mod alike;
mod assumptions;
mod days;
mod need;
mod round_trip;
mod workbook;
mod workbook_languages;
mod wrong_files;

use std::path::{Path, PathBuf};

use holdline::scenario::{Scenario, load};

use crate::workplace;

/// Every scenario file that is shipped.
fn shipped() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let folders = [root.clone(), root.join("stories")].map(|folder| std::fs::read_dir(folder).unwrap());
    let files = folders.into_iter().flatten().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    assert!(files.len() >= 18);
    files
}

/// A shipped scenario with few replications.
fn scenario(path: &Path, replications: u32) -> Scenario {
    let mut scenario = load(path).unwrap().scenario;
    scenario.run.replications = replications;
    scenario
}

/// A folder of the tests' own.
fn folder(name: &str) -> PathBuf {
    workplace::empty("results", name)
}
