//! Mapping files: what they can say, and every mistake at its place.

use std::path::Path;

use holdline::history::{Fault, Mapping, Outcome};

use super::{count, log_by, of_outcome, refusal};

const LOG: &str = "Tag;Beginn;Ende;Warten;Art;Wer;Ausgang;Nr\n\
05.02.2024;09:00:00;09:05:00;1,5;PS;anna;OK;1\n\
05.02.2024;09:01:00;09:06:00;2,5;PE;-;WEG;2\n\
05.02.2024;09:02:00;09:07:00;0,5;NE;boris;OK;3\n\
05.02.2024;09:03:00;09:08:00;0,5;TEST;boris;OK;4\n\
05.02.2024;09:04:00;09:09:00;0,5;NE;boris;FALSCH;5\n";

const MAPPING: &str = r#"
arrived = { date = "Tag", time = "Beginn" }
wait = { column = "warten", unit = "min" }      # in any case
ended = "Ende"
type = "Art"
types = { PS = "banking", PE = "banking" }
outcome = { column = "Ausgang", answered = "OK", abandoned = ["WEG"], other = ["falsch"] }
agent = "Wer"
none = ["-"]
id = "Nr"
drop = { Art = "TEST" }
decimal = ","
shift = "-1h"
"#;

#[test]
fn a_mapping_says_what_columns_mean() {
    let log = log_by("mapped.csv", LOG.as_bytes(), Some(MAPPING)).unwrap();
    assert_eq!(log.kinds, ["banking", "NE"]);
    assert_eq!(log.contacts.iter().map(|contact| contact.wait()).collect::<Vec<_>>(), [90.0, 150.0, 30.0, 30.0]);
    assert_eq!(log.contacts[0].time_of_day(), 8.0 * 3600.0);
    assert_eq!(log.contacts[0].handle(), Some(210.0));
    assert_eq!(log.contacts[1].kind, log.contacts[0].kind);
    let outcomes = [Outcome::Answered, Outcome::Abandoned, Outcome::Other].map(|outcome| of_outcome(&log, outcome));
    assert_eq!(outcomes, [2, 1, 1]);
    assert_eq!((log.faults.dropped()[0].because.as_str(), log.faults.dropped()[0].found.count), ("Art is TEST", 1));
}

#[test]
fn only_some_rows_are_kept() {
    let mapping = MAPPING.replace("drop = { Art = \"TEST\" }", "only = { Art = [\"PS\", \"PE\"] }");
    let log = log_by("only.csv", LOG.as_bytes(), Some(&mapping)).unwrap();
    assert_eq!((log.contacts.len(), log.faults.left_out()), (2, 3));
}

#[test]
fn a_file_without_a_header_is_given_one() {
    let rows = "2024-02-05 09:00:00,5,answered\n2024-02-05 09:01:00,7,abandoned\n";
    let shown = refusal("headless.csv", rows, None).to_string();
    assert!(shown.contains("no header that names its columns"), "{shown}");
    let mapping = "header = [\"when\", \"wait\", \"how\"]\narrived = \"when\"\nwait = \"wait\"\noutcome = \"how\"";
    let log = log_by("headed.csv", rows.as_bytes(), Some(mapping)).unwrap();
    assert_eq!((log.contacts.len(), log.faults.rows()), (2, 2));
}

#[test]
fn every_mistake_of_a_mapping_is_told_at_its_place() {
    let wrong = r#"arived = "Tag"
wait = { column = "Warten", unit = "weeks" }
outcome = { answered = ["OK"], abandoned = ["OK"] }
date_format = "dd.mm.yyyy"
longest = "soon"
shift = "3 days"
agent = true
drop = "TEST"
"#;
    let shown = Mapping::parse(Path::new("wrong.toml"), wrong).unwrap_err().to_string();
    for place in ["1:1", "2:36", "3:1", "3:45", "4:15", "5:11", "6:9", "7:9", "8:8"] {
        assert!(shown.contains(&format!("wrong.toml:{place}")), "{place}:\n{shown}");
    }
    assert!(shown.contains("did you mean `arrived`?"), "{shown}");
    assert!(shown.contains("`OK` stands for two outcomes"), "{shown}");
}

#[test]
fn columns_that_a_file_does_not_have_are_told_at_their_place() {
    let mapping =
        MAPPING.replace("\"Ende\"", "\"Endle\"").replace("\"Wer\"", "\"Agent\"").replace("\"Nr\"", "[\"Nr\", \"x\"]");
    let shown = refusal("columns.csv", LOG, Some(&mapping)).to_string();
    assert_eq!(shown.matches("has no column").count(), 3, "{shown}");
    assert!(shown.contains("mapping.toml:4:9") && shown.contains("did you mean `Ende`?"), "{shown}");
    assert!(shown.contains("its columns are `Tag`, `Beginn`"), "{shown}");
}

#[test]
fn what_cannot_be_told_is_said_with_a_mapping_to_begin_with() {
    let text = "Foo,Bar,Baz\n2024-02-05 09:00:00,12,x\n2024-02-05 09:00:03,12,y\n";
    let error = refusal("foreign.csv", text, None);
    let shown = error.to_string();
    for part in [
        "foreign.csv:1:1",
        "how long it waited",
        "its columns are `Foo`, `Bar` and `Baz`",
        "a mapping file to begin with",
    ] {
        assert!(shown.contains(part), "{part}:\n{shown}");
    }
    let draft = error.draft.unwrap();
    assert!(draft.contains("arrived = \"Foo\"") && draft.contains("#   Baz: x, y"), "{draft}");
    let edited = draft.replace("# wait = \"…\"", "wait = \"Bar\"").replace(
        "# outcome = { column = \"…\", answered = [\"…\"], abandoned = [\"…\"] }",
        "outcome = { column = \"Baz\", answered = [\"x\"], abandoned = [\"y\"] }",
    );
    let log = log_by("edited.csv", text.as_bytes(), Some(&edited)).unwrap_or_else(|error| panic!("{edited}\n{error}"));
    assert_eq!((log.contacts.len(), of_outcome(&log, Outcome::Abandoned)), (2, 1));
}

#[test]
fn outcomes_that_nobody_knows_are_asked_for() {
    let rows: String = (0..50).map(|row| format!("2024-02-05 09:00:{row:02},5,{}\n", ["OK", "Q17"][row % 2])).collect();
    let error = refusal("unknown.csv", &format!("Queue start,Wait,Status\n{rows}"), None);
    assert!(error.to_string().contains("outcomes that are not known: `Q17`"), "{error}");
    let draft = error.draft.unwrap();
    let edited = draft.replace("abandoned = [], other = [\"Q17\"]", "abandoned = [\"Q17\"]");
    assert_ne!(edited, draft);
    let log = log_by("known.csv", format!("Queue start,Wait,Status\n{rows}").as_bytes(), Some(&edited)).unwrap();
    assert_eq!((of_outcome(&log, Outcome::Abandoned), count(&log, Fault::UnknownOutcome)), (25, 0));
}

#[test]
fn files_that_are_none_are_told() {
    let none = holdline::history::read(&["no-such-file.csv".into()], None, &mut |_, _| ()).unwrap_err();
    assert!(none.to_string().contains("there is no file `no-such-file.csv`"), "{none}");
    let folder = holdline::history::read(&["src".into()], None, &mut |_, _| ()).unwrap_err();
    assert!(folder.to_string().contains("is a folder"), "{folder}");
    let empty = refusal("empty.csv", "", None);
    assert!(empty.to_string().contains("no header"), "{empty}");
}
