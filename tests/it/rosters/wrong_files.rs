//! Wrong files of people and needs: all problems at once, each with its line, column, text and remedy.

use std::fs;

use super::{folder, run, text};

#[test]
fn every_problem_of_the_people_is_told_at_once() {
    let folder = folder("wrong-people", 1);
    let rows = "person,contract,off,leave,wishes,group
Ada,ful,,,,
Ada,full,someday,,,
Cy,full,,2026-12-31x,,
Di,full,,2026-12-05..2026-12-01,,
Ed,full,,,2026-12-01 erly 2,
Flo,full,,,2026-12-01,
Gus,full,,,2026-12-01 off -1,
,full,,,,
Ida,full,99,,,crew
";
    fs::write(folder.join("people.csv"), rows).unwrap();
    let told = run(&folder, "");
    assert_eq!(told.status.code(), Some(2), "{}", text(&told.stderr));
    let message = text(&told.stderr);
    for (line, words) in [
        (2, "did you mean `full`?"),
        (3, "this name is there already"),
        (3, "`someday`: write a weekday"),
        (4, "`2026-12-31x`"),
        (5, "the last day comes before the first"),
        (6, "did you mean `early`?"),
        (7, "write a day, then `off`, `on`, a shift"),
        (8, "a weight is above 0"),
        (9, "write a name or a number that is the person's own"),
        (10, "`99`"),
        (10, "the contract `full` belongs to the group `team`"),
    ] {
        assert!(message.contains(&format!("people.csv:{line}:")), "{line}: {message}");
        assert!(message.contains(words), "{words}: {message}");
    }
    assert_eq!(message.matches("error:").count(), 11, "{message}");
}

#[test]
fn columns_that_are_misspelt_or_missing_are_told() {
    let folder = folder("wrong-columns", 1);
    fs::write(folder.join("people.csv"), "person,contract,wishs,shoe size\nAda,full,2 off,38\n").unwrap();
    let message = text(&run(&folder, "").stderr);
    assert!(message.contains("there is no column `wishs`") && message.contains("did you mean `wishes`?"), "{message}");
    assert_eq!(message.matches("error:").count(), 1, "other columns are left alone: {message}");
    fs::write(folder.join("people.csv"), "name\nAda\n").unwrap();
    let message = text(&run(&folder, "").stderr);
    assert!(message.contains("no column `person`") && message.contains("no column `contract`"), "{message}");
}

#[test]
fn every_problem_of_a_need_is_told_at_once() {
    let folder = folder("wrong-need", 1);
    let rows: String = (0..48).map(|row| ["1\n", "x\n", "-2\n", "1.5\n"][if row < 4 { row } else { 0 }]).collect();
    fs::write(folder.join("table.csv"), "team\n".to_owned() + &rows).unwrap();
    let told = run(&folder, "--need table.csv");
    assert_eq!(told.status.code(), Some(2));
    let message = text(&told.stderr);
    for line in [3, 4, 5] {
        assert!(message.contains(&format!("table.csv:{line}:1")), "{message}");
    }
    fs::write(folder.join("table.csv"), "team\n1\n2\n").unwrap();
    let message = text(&run(&folder, "--need table.csv").stderr);
    assert!(message.contains("2 rows, where a day has 48 intervals, a week 336 and the horizon 672"), "{message}");
}
