//! What the README shows works: its commands run, its scenarios load, its links lead somewhere.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use assert_cmd::Command;
use holdline::scenario::load;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap()
}

/// The fenced blocks of one language.
fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    text.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

/// A folder of the test's own, with the scenarios in it.
fn workplace(name: &str) -> PathBuf {
    let folder = crate::workplace::empty("readme", name);
    copy(&root().join("scenarios"), &folder.join("scenarios"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

/// The words after `holdline` of a command line (without the quotation marks that keep a shell from reading them), or none for another program's.
fn arguments(line: &str) -> Option<Vec<String>> {
    let line = line.split(" #").next().unwrap_or(line).trim();
    let rest = line.strip_prefix("cargo run --release -- ").or_else(|| line.strip_prefix("holdline "))?;
    let rest = rest.split(" > ").next().unwrap_or(rest);
    Some(rest.split_whitespace().map(|word| word.trim_matches('"').to_owned()).collect())
}

/// A command that goes on until it is ended: it begins with an address.
fn serves(folder: &Path, arguments: &[String]) {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_holdline"));
    let mut child = command.current_dir(folder).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(line.starts_with("http://127.0.0.1:"), "{arguments:?} says {line}");
}

#[test]
fn every_command_runs() {
    let folder = workplace("commands");
    for block in blocks(&text("README.md"), "toml") {
        // A block whose first line is a comment with a file's name is that file.
        if let Some(name) =
            block.lines().next().and_then(|line| line.strip_prefix("# ")).filter(|n| n.ends_with(".toml"))
        {
            fs::write(folder.join(name), &block).unwrap();
        }
    }
    let mut seen = 0;
    let shell = blocks(&text("README.md"), "sh").join("\n");
    for arguments in shell.lines().filter_map(arguments) {
        if arguments.first().is_some_and(|command| command == "serve") {
            serves(&folder, &arguments);
        } else {
            Command::new(env!("CARGO_BIN_EXE_holdline")).current_dir(&folder).args(&arguments).assert().success();
        }
        seen += 1;
    }
    assert!(seen >= 5, "only {seen} commands found");
    assert!(shell.contains("cargo test --profile tests"), "the README names the test command");
}

#[test]
fn every_scenario_loads() {
    let folder = workplace("scenarios");
    let mut seen = 0;
    for (number, block) in blocks(&text("README.md"), "toml").into_iter().enumerate() {
        let path = folder.join(format!("block-{number}.toml"));
        fs::write(&path, block).unwrap();
        load(&path).unwrap_or_else(|problems| panic!("block {number} of the README:\n{problems}"));
        seen += 1;
    }
    assert!(seen >= 2, "only {seen} scenarios found");
}

#[test]
fn every_link_leads_to_a_file() {
    for page in ["README.md", "CONTRIBUTING.md", "output/README.md", "docs/methods.md"] {
        let folder = root().join(page).parent().unwrap().to_owned();
        for link in text(page).split("](").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            let inside = !link.starts_with("http") && !link.starts_with('#');
            assert!(!inside || folder.join(link.split('#').next().unwrap()).exists(), "{page} links to {link}");
        }
    }
}

#[test]
fn no_figure_is_left_to_be_filled_in() {
    let capitals = |word: &str| word.len() > 9 && word.starts_with("HOLDLINE_");
    assert!(!text("README.md").split(|c: char| !(c.is_ascii_uppercase() || c == '_')).any(capitals));
}
