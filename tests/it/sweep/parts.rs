//! Parts that do not belong together are refused, and the message says why.

use std::fs;
use std::path::Path;

use super::{failure, output, workplace};

const DESIGN: &str = r#"base = "tiny.toml"
replications = 10
block = 5
[factors.agents]
key = "agents.team.staff"
values = [1, 2, 3]
"#;

fn part(folder: &Path, shard: &str, more: &str) {
    output(folder, &format!("sweep design.toml --shard {shard} --quiet {more}"));
}

#[test]
fn missing_and_double_work_is_named() {
    let folder = workplace("tiling", DESIGN);
    for shard in ["1/3", "2/3", "3/3", "1/2"] {
        part(&folder, shard, "--out parts");
    }
    let said = failure(&folder, "merge parts/shard-1-of-3.part parts/shard-3-of-3.part --out merged", 2);
    assert!(said.contains("error: parts are missing: 2/3") && said.contains("--shard 2/3"), "{said}");
    fs::copy(folder.join("parts/shard-1-of-3.part"), folder.join("parts/again.part")).unwrap();
    let said = failure(&folder, "merge parts/shard-1-of-3.part parts/again.part --out merged", 2);
    assert!(said.contains("shard-1-of-3.part") && said.contains("hold the same work"), "{said}");
    let said = failure(&folder, "merge parts/shard-1-of-2.part parts/shard-2-of-3.part --out merged", 2);
    assert!(said.contains("hold the same work"), "{said}");
    // Cut differently, no part has a name to be missing by: blocks do.
    let said = failure(&folder, "merge parts/shard-1-of-2.part --out merged", 2);
    assert!(said.contains("parts are missing: 2/2"), "{said}");
    assert!(!folder.join("merged").exists(), "what is refused leaves nothing");
}

#[test]
fn parts_of_another_seed_version_or_design_are_refused() {
    let folder = workplace("strangers", DESIGN);
    part(&folder, "1/2", "--out a");
    part(&folder, "2/2", "--out b --seed 9");
    let said = failure(&folder, "merge a/shard-1-of-2.part b/shard-2-of-2.part --out merged", 2);
    assert!(said.contains("is no part of the sweep of") && said.contains("its seed is 9, not 3"), "{said}");
    part(&folder, "2/2", "--out c");
    let path = folder.join("c/shard-2-of-2.part");
    let whole = fs::read(&path).unwrap();
    let (old, new) = (env!("CARGO_PKG_VERSION"), "9.9.9");
    let other = replaced(
        &whole,
        &format!("\"version\":\"{old}\",\"identity\":\""),
        &format!("\"version\":\"{new}\",\"identity\":\"x"),
    );
    fs::write(&path, other).unwrap();
    let said = failure(&folder, "merge a/shard-1-of-2.part c/shard-2-of-2.part --out merged", 2);
    assert!(said.contains(&format!("it was made by holdline {new}, not {old}")), "{said}");
    fs::write(&path, &whole).unwrap();
    fs::write(folder.join("tiny.toml"), super::TINY.replace("per_hour = 20", "per_hour = 21")).unwrap();
    part(&folder, "1/2", "--out d");
    let said = failure(&folder, "merge d/shard-1-of-2.part c/shard-2-of-2.part --out merged", 2);
    assert!(said.contains("the file `tiny.toml` said something else"), "{said}");
}

#[test]
fn what_is_damaged_or_no_part_at_all_is_refused() {
    let folder = workplace("no-parts", DESIGN);
    part(&folder, "1/1", "--out a");
    let path = folder.join("a/shard-1-of-1.part");
    let whole = fs::read(&path).unwrap();
    for (place, what) in [(whole.len() - 20, "near the end"), (whole.len() / 2, "in the middle")] {
        let mut bytes = whole.clone();
        bytes[place] ^= 4;
        fs::write(&path, bytes).unwrap();
        let said = failure(&folder, "merge a --out merged", 2);
        assert!(said.contains("shard-1-of-1.part is damaged") || said.contains("is no part"), "{what}: {said}");
    }
    fs::write(&path, &whole[..whole.len() - 1]).unwrap();
    assert!(failure(&folder, "merge a --out merged", 2).contains("is damaged"));
    assert!(failure(&folder, "merge tiny.toml --out merged", 2).contains("tiny.toml is no part"));
    assert!(failure(&folder, "merge nowhere.part --out merged", 2).contains("there is no file nowhere.part"));
    fs::create_dir(folder.join("empty")).unwrap();
    assert!(failure(&folder, "merge empty --out merged", 2).contains("no part was named"));
}

/// The bytes with the first place of a text replaced.
fn replaced(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let at = bytes.windows(old.len()).position(|window| window == old.as_bytes()).unwrap();
    [&bytes[..at], new.as_bytes(), &bytes[at + old.len()..]].concat()
}
