//! Whatever happens to a file, the reader answers: it never panics, and what it accepts it reads the same twice.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use holdline::scenario::load;
use proptest::prelude::*;

use super::{SOUND, folder};

/// A change of some bytes: where (as a share of the length), how many to take out, what to put in.
#[derive(Clone, Debug)]
struct Edit {
    at: f64,
    remove: usize,
    insert: Vec<u8>,
}

fn edit() -> impl Strategy<Value = Edit> {
    let pieces = [
        "\"",
        "=",
        "{",
        "}",
        "[",
        "]",
        "\n",
        "-",
        "0",
        "1e9",
        "nan",
        "inf",
        "'''",
        "é",
        "\u{202e}",
        "\t",
        ".",
        ",",
        "#",
        "9999999999999999999999999999999999999999",
        "24:00",
        "%",
    ];
    let insert = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..4),
        proptest::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
        proptest::sample::select(SOUND.split_whitespace().collect::<Vec<_>>())
            .prop_map(|word| word.as_bytes().to_vec()),
    ];
    (0.0..1.0, 0usize..8, insert).prop_map(|(at, remove, insert)| Edit { at, remove, insert })
}

fn applied(mut text: Vec<u8>, edits: &[Edit]) -> Vec<u8> {
    for edit in edits {
        let start = (edit.at * text.len() as f64) as usize;
        let end = (start + edit.remove).min(text.len());
        text.splice(start..end, edit.insert.iter().copied());
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_a_scenario(edits in proptest::collection::vec(edit(), 1..5)) {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutated.toml");
        std::fs::write(&path, applied(SOUND.as_bytes().to_vec(), &edits)).unwrap();
        match load(&path) {
            Ok(loaded) => prop_assert_eq!(Ok(loaded), load(&path).map_err(|problems| problems.to_string())),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                let shown = problems.to_string();
                prop_assert!(shown.contains("mutated.toml"), "no place in {}", shown);
                prop_assert!(!problems.render(true).is_empty());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_every_key(edits in proptest::collection::vec(edit(), 1..4)) {
        // Its base and its tables stay as they are.
        let text = std::fs::read("tests/it/samples/every-key.toml").unwrap();
        let folder = folder("mutated keys");
        for name in ["base.toml", "arrivals.csv", "staff.csv", "times.csv"] {
            std::fs::copy(format!("tests/it/samples/{name}"), folder.join(name)).unwrap();
        }
        let path = folder.join("every-key.toml");
        std::fs::write(&path, applied(text, &edits)).unwrap();
        match load(&path) {
            Ok(loaded) => prop_assert_eq!(Ok(loaded), load(&path).map_err(|problems| problems.to_string())),
            Err(problems) => prop_assert!(!problems.is_empty() && !problems.render(true).is_empty()),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_a_table(edits in proptest::collection::vec(edit(), 1..4)) {
        let folder = folder("mutated table");
        let rows = "\"0,0\",3\n".repeat(48);
        std::fs::write(folder.join("staff.csv"), applied(format!("time,front\n{rows}").into_bytes(), &edits)).unwrap();
        let text = super::with_line(23, "staff = { file = \"staff.csv\", column = \"front\" }");
        std::fs::write(folder.join("case.toml"), text).unwrap();
        if let Err(problems) = load(&folder.join("case.toml")) {
            prop_assert!(!problems.to_string().is_empty());
        }
    }
}
