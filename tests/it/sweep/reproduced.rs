//! `holdline reproduce`: a recorded run once more.

use std::fs;

use super::{failure, output, workplace};

const DESIGN: &str =
    "base = \"tiny.toml\"\nreplications = 10\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1, 2, 3]\n";

#[test]
fn runs_and_sweeps_are_reproduced_byte_by_byte() {
    let folder = workplace("reproduced", DESIGN);
    output(&folder, "run tiny.toml --replications 12 --out run --quiet");
    output(&folder, "sweep design.toml --out sweep --quiet");
    for recorded in ["run/run.toml", "sweep", "sweep/run.toml"] {
        let said = output(&folder, &format!("reproduce {recorded}"));
        assert!(said.starts_with("all ") && said.contains("files are equal, byte by byte"), "{said}");
    }
    let hidden = |folder: &std::path::Path| {
        fs::read_dir(folder).unwrap().flatten().any(|e| e.file_name().to_string_lossy().starts_with('.'))
    };
    assert!(!hidden(&folder.join("run")) && !hidden(&folder.join("sweep")), "what was made is removed");
}

#[test]
fn what_is_not_the_same_is_named() {
    let folder = workplace("not-reproduced", DESIGN);
    output(&folder, "sweep design.toml --out sweep --quiet");
    let table = folder.join("sweep/effects.csv");
    fs::write(&table, fs::read_to_string(&table).unwrap() + "\n").unwrap();
    let said = crate::workplace::holdline(&folder, "reproduce sweep").assert().code(1);
    let said = String::from_utf8(said.get_output().stdout.clone()).unwrap();
    assert!(said.contains("1 are not") && said.contains("effects.csv: other bytes"), "{said}");
    output(&folder, "run tiny.toml --replications 12 --out run --quiet");
    fs::write(folder.join("tiny.toml"), super::TINY.replace("= 20", "= 21")).unwrap();
    let said = failure(&folder, "reproduce run", 2);
    assert!(said.contains("tiny.toml is not what it was when the run was recorded"), "{said}");
    let record = fs::read_to_string(folder.join("run/run.toml")).unwrap();
    fs::write(folder.join("run/run.toml"), record.replace("version = \"", "version = \"9")).unwrap();
    assert!(failure(&folder, "reproduce run", 2).contains("run it again with the version that made it"));
    assert!(failure(&folder, "reproduce tiny.toml", 2).contains("name a run.toml that holdline wrote"));
}
