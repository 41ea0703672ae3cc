//! A design with mistakes: all of them at once, each with its place and what would be right.

use std::fs;

use super::{failure, workplace};

/// A design, and what must be said of it.
const WRONG: &[(&str, &[&str])] = &[
    ("", &["a design needs `base`", "a design needs `factors`"]),
    (
        "base = \"nowhere.toml\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1]",
        &["there is no file `nowhere.toml`", "design.toml:1:8"],
    ),
    ("bas = \"tiny.toml\"", &["`bas` is not a key of a design", "did you mean `base`?"]),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.teem.staff\"\nvalues = [1]",
        &["the base has no `teem` to be varied", "did you mean `team`?", "design.toml:3:7"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.stuff\"\nvalues = [1]",
        &["`stuff` is not a key of an agent group", "did you mean `staff`?", "design.toml:3:7"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1, 2.5, \"many\"]",
        &["`staff` is 2.5", "design.toml:4:14", "`staff` cannot be a text", "design.toml:4:19"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"contacts.calls.scale.arrivals\"\nvalues = [-1]\n[factors.b]\nkey = \"contact.calls.balk\"\nvalues = [0.1]",
        &["a scenario has no key `contact`", "did you mean `contacts`?"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"run.seed\"\nvalues = [1]\n[factors.point]\nkey = \"a b\"\nvalues = [1]",
        &["`run.seed` cannot be varied", "`point` is a column of the results", "`a b` is no path of a key"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.staff\"\nfrom = 5\nto = 2\nsteps = 3\n[factors.b]\nkey = \"contacts.calls.balk\"\nfrom = 0\nto = 0.5",
        &["a range ends above its beginning", "the range of `b` needs `steps`"],
    ),
    (
        "base = \"tiny.toml\"\ndesign = \"sobel\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1]",
        &["`design` cannot be `sobel`", "did you mean \"sobol\"?"],
    ),
    (
        "base = \"tiny.toml\"\ndesign = \"sobol\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1]",
        &["this design needs `points`"],
    ),
    (
        "base = \"tiny.toml\"\ndesign = \"list\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1, 2]\n[factors.b]\nkey = \"contacts.calls.balk\"\nvalues = [0.1]",
        &["but `b` has another number", "give it 2 values"],
    ),
    (
        "base = \"tiny.toml\"\nfigures = [\"servise_level\"]\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1]",
        &["this sweep has no figure `servise_level`", "did you mean `service_level`?"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.staff.shifts.0.agents\"\nvalues = [1]",
        &["`staff` is a number in the base, so that it has no key `shifts`"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nlevels = [{ name = \"x\", set.agents.team.stuff = 3 }, { set = {} }]",
        &["a level needs `name`"],
    ),
    (
        "base = \"tiny.toml\"\n[factors.a]\nlevels = [{ name = \"x\", set.agents.team.stuff = 3 }]",
        &["`stuff` is not a key of an agent group", "design.toml:3:41"],
    ),
];

#[test]
fn every_mistake_is_shown_with_its_place_and_remedy() {
    for (number, (design, said)) in WRONG.iter().enumerate() {
        let folder = workplace(&format!("wrong-{number}"), design);
        let message = failure(&folder, "sweep design.toml --quiet", 2);
        // Points are laid out, and their values looked at, once the design itself is right.
        let expected = said.iter().filter(|part| !message.contains(**part)).collect::<Vec<_>>();
        assert!(expected.is_empty(), "design {number} does not say {expected:?}:\n{message}");
        assert!(!folder.join("output").exists(), "design {number}");
    }
}

#[test]
fn a_wrong_base_is_shown_as_itself() {
    let folder =
        workplace("wrong-base", "base = \"tiny.toml\"\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1]");
    fs::write(folder.join("tiny.toml"), super::TINY.replace("patience", "patients")).unwrap();
    let said = failure(&folder, "sweep design.toml --quiet", 2);
    assert!(said.contains("tiny.toml:13:1") && said.contains("did you mean `patience`?"), "{said}");
    assert_eq!(said.matches("patients").count(), 2, "once, with its line: {said}");
}
