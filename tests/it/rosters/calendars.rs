//! Calendars and the workbook say what the list says.

use std::collections::BTreeSet;

use calamine::{Data, Reader, Xlsx};

use super::{folder, ics, run, text};

fn rows(list: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(list.as_bytes()).into_records().map(|row| row.unwrap()).collect()
}

#[test]
fn a_calendar_has_the_shifts_of_its_person() {
    let folder = folder("calendars", 2);
    let made = run(&folder, "");
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let list = std::fs::read_to_string(folder.join("out/roster/roster.csv")).unwrap();
    let mut all = BTreeSet::new();
    // A long name is folded, and read back whole.
    let long = "Flo Ünlü-Østergård, Prof. Dr. Dr. h. c. mult., 東京都千代田区霞が関; ext. 12";
    let file = std::fs::read_dir(folder.join("out/roster/calendars")).unwrap().map(|entry| entry.unwrap().path());
    let file = file.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with("flo")).unwrap();
    let bytes = std::fs::read(file).unwrap();
    assert!(bytes.windows(3).any(|three| three == b"\r\n "));
    assert!(ics::read(&bytes).iter().all(|event| event.description.starts_with(&format!("{long}\nBreaks: "))));
    for (file, name) in [("ada", "Ada"), ("bea-müller-東京", "Bea; Müller, 東京"), ("hal", "Hal")] {
        let bytes = std::fs::read(folder.join(format!("out/roster/calendars/{file}.ics"))).unwrap();
        let events = ics::read(&bytes);
        let own: Vec<csv::StringRecord> = rows(&list).into_iter().filter(|row| &row[0] == name).collect();
        assert!(!own.is_empty() && own.len() == events.len(), "{} events for {}", events.len(), own.len());
        for (event, row) in events.iter().zip(&own) {
            let said = |moment: &jiff::civil::DateTime| moment.strftime("%Y-%m-%d %H:%M").to_string();
            assert_eq!(said(&event.from), format!("{} {}", &row[4], &row[6]));
            assert_eq!(said(&event.to), format!("{} {}", &row[4], &row[7]));
            assert_eq!(event.summary, format!("{} (team)", &row[5]));
            assert_eq!(event.description, format!("{name}\nBreaks: {}", row[8].replace("; ", ", ")));
            assert!(all.insert(event.uid.clone()), "{} twice", event.uid);
        }
    }
    // Another search gives other shifts; a day at work keeps its mark, so that a calendar replaces it.
    run(&folder, "--seed 99");
    let again = ics::read(&std::fs::read(folder.join("out/roster/calendars/ada.ics")).unwrap());
    let dates = |uid: &String| uid.split('-').nth(1).unwrap().to_owned();
    let marks: BTreeSet<String> = again.iter().map(|event| dates(&event.uid)).collect();
    assert!(marks.len() == 1 && all.iter().any(|uid| marks.contains(&dates(uid))), "{marks:?}");
}

#[test]
fn the_workbook_shows_the_roster_and_is_read_back() {
    let folder = folder("workbook", 2);
    assert_eq!(run(&folder, "").status.code(), Some(0));
    let bytes = std::fs::read(folder.join("out/roster/roster.xlsx")).unwrap();
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["calendar", "people", "coverage", "list"]);
    let list = rows(&std::fs::read_to_string(folder.join("out/roster/roster.csv")).unwrap());
    let calendar = book.worksheet_range("calendar").unwrap();
    let cell = |row: u32, column: u32| calendar.get_value((row, column)).map(ToString::to_string).unwrap_or_default();
    let mut worked = 0;
    for person in 0..8 {
        for day in 0..14 {
            let shown = cell(3 + person, 3 + day);
            let own = list.iter().find(|row| row[0] == cell(3 + person, 0) && row[3] == (day + 1).to_string());
            match own {
                Some(row) => assert!(shown.ends_with(&row[6]), "{shown} for {}", &row[6]),
                None => assert!(["", "L", "×"].contains(&shown.as_str()), "{shown}"),
            }
            worked += u32::from(own.is_some());
        }
    }
    assert_eq!(worked as usize, list.len());
    // Cy is on leave on the first three days; Bea has Fridays off.
    assert_eq!((cell(5, 3), cell(5, 5), cell(4, 7)), ("L".into(), "L".into(), "×".into()));
    let people = book.worksheet_range("people").unwrap();
    let hours: f64 = (1..=8)
        .map(|row| match people.get_value((row, 3)) {
            Some(Data::Float(hours)) => *hours,
            Some(Data::Int(hours)) => *hours as f64,
            other => panic!("{other:?}"),
        })
        .sum();
    assert_eq!(hours, 7.5 * list.len() as f64);
    let judged = run(&folder, "--roster out/roster/roster.xlsx");
    assert_eq!(judged.status.code(), Some(0), "{}", text(&judged.stderr));
    assert!(text(&judged.stdout).contains("every rule is kept"), "{}", text(&judged.stdout));
}
