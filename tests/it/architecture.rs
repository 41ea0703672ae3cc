//! The rules of the house: which module may know which, how long a file may be, what a name may say.

use std::fs;
use std::path::{Path, PathBuf};

/// The floor of each module. A module may use those on its own floor and below.
const FLOORS: [(&str, u32); 20] = [
    ("units", 0),
    ("scenario", 1),
    ("history", 1),
    ("stats", 1),
    ("sampling", 2),
    ("workforce", 3),
    ("engine", 3),
    ("kpi", 4),
    ("analytic", 4),
    ("experience", 4),
    ("experiment", 5),
    ("fit", 5),
    ("backtest", 6),
    ("planner", 6),
    ("forecast", 6),
    ("season", 6),
    ("report", 7),
    ("sweep", 7),
    ("study", 7),
    ("serve", 8),
];
const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
/// Words that say nothing about what a thing is.
const EMPTY_WORDS: [&str; 4] = ["Manager", "Helper", "Util", "Data"];

/// Every file of a folder, with its path from the package's root.
fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let (inner, here): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
        folders.extend(inner);
        files.extend(here.into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs")));
    }
    files.sort();
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(path).unwrap())
    };
    files.into_iter().map(named).collect()
}

fn floor(module: &str) -> Option<u32> {
    FLOORS.iter().find(|(name, _)| *name == module).map(|(_, floor)| *floor)
}

/// The module of the library to which a file belongs: `src/engine/agents.rs` to `engine`.
fn module(file: &str) -> &str {
    let inside = file.trim_start_matches("src/");
    inside.split(['/', '.']).next().unwrap_or(inside)
}

/// Code without what stands after `//`.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or("")
}

/// The modules that a text names after `crate::`, in braces too.
fn named_modules(text: &str) -> Vec<String> {
    let bare: String = text.lines().map(code).collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    for part in bare.split("crate::").skip(1) {
        let names = match part.strip_prefix('{') {
            Some(list) => top_level(list),
            None => vec![part],
        };
        let first =
            |name: &str| name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
        found.extend(names.into_iter().map(first));
    }
    found
}

/// The entries of a list in braces, up to its closing brace: `a::{b, c}, d` gives two.
fn top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut entries) = (0, 0, Vec::new());
    for (place, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => {
                entries.push(&list[start..place]);
                return entries;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                entries.push(&list[start..place]);
                start = place + 1;
            }
            _ => {}
        }
    }
    entries
}

#[test]
fn no_module_knows_a_higher_floor() {
    for (file, text) in sources("src") {
        let Some(own) = floor(module(&file)) else { continue };
        for named in named_modules(&text) {
            let Some(other) = floor(&named) else { continue };
            assert!(other <= own, "{file} (floor {own}) names crate::{named} (floor {other})");
        }
    }
}

#[test]
fn every_module_of_the_library_has_a_floor() {
    for (file, _) in sources("src") {
        let module = module(&file);
        let outside = ["lib", "main", "cli"].contains(&module);
        assert!(outside || floor(module).is_some(), "{file}: give `{module}` a floor in this test and in lib.rs");
    }
}

#[test]
fn the_library_does_not_reach_the_command_line() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    assert!(!lib.contains("mod cli"));
    for (file, text) in sources("src").iter().filter(|(file, _)| floor(module(file)).is_some()) {
        for outer in ["anyhow", "clap", "indicatif", "anstream", "ctrlc"] {
            assert!(!text.contains(&format!("{outer}::")), "{file} uses {outer}, which belongs to the binary");
        }
    }
}

#[test]
fn the_search_for_named_modules_works() {
    let text =
        "use crate::kpi::Tally; // crate::report\nuse crate::{engine::{a, b}, units};\nfn f() { crate::stats::x() }";
    assert_eq!(named_modules(text), ["kpi", "engine", "units", "stats"]);
}

#[test]
fn files_are_short() {
    for folder in ["src", "tests", "benches", "examples"] {
        for (file, text) in sources(folder) {
            let lines = text.lines().count();
            assert!(lines < LONGEST_FILE, "{file} has {lines} lines: make two files of it");
        }
    }
}

#[test]
fn functions_are_short() {
    for (file, text) in ["src", "tests", "benches", "examples"].iter().flat_map(|folder| sources(folder)) {
        let lines: Vec<&str> = text.lines().collect();
        for (start, line) in lines.iter().enumerate().filter(|(_, line)| is_function(line)) {
            // The code is formatted: a function ends at the first brace that is indented as its head is.
            let indent = line.len() - line.trim_start().len();
            let closing = format!("{}}}", " ".repeat(indent));
            let length = lines[start..].iter().position(|line| *line == closing).map_or(1, |last| last + 1);
            assert!(length <= LONGEST_FUNCTION, "{file}:{}: a function of {length} lines", start + 1);
        }
    }
}

fn is_function(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let before = words.iter().take_while(|word| **word != "fn").count();
    before < words.len()
        && words[..before].iter().all(|w| w.starts_with("pub") || ["in", "const", "async"].contains(w))
        && !line.trim_end().ends_with(['}', ';'])
}

#[test]
fn names_say_what_a_thing_is() {
    for (file, text) in sources("src") {
        for line in text.lines().map(code) {
            let mut words = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            let declares = words.find(|word| ["struct", "enum", "trait", "type", "mod"].contains(word)).is_some();
            let Some(name) = words.find(|word| !word.is_empty()).filter(|_| declares) else { continue };
            for empty in EMPTY_WORDS {
                let small = format!("{}s", empty.to_lowercase());
                assert!(!name.contains(empty) && name != small, "{file}: `{name}` says nothing: what is it?");
            }
        }
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let mut inside = false;
    for line in text.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if inside && !line.trim().is_empty() {
            assert!(line.split('#').nth(1).is_some_and(|why| why.trim().len() > 5), "say why: {line}");
        }
    }
}
