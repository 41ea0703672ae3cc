//! Logs in workbooks, with cells that are dates, times and numbers.

use holdline::history::{Fault, Outcome, read};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::nothing_is_lost;

#[test]
fn a_workbook_is_read_like_a_text() {
    let path = super::file("log.xlsx", b"");
    let mut book = Workbook::new();
    book.add_worksheet().set_name("notes").unwrap().write(0, 0, "Exported on Monday").unwrap();
    let sheet = book.add_worksheet();
    let (date, time) = (Format::new().set_num_format("yyyy-mm-dd hh:mm:ss"), Format::new().set_num_format("[h]:mm:ss"));
    for (column, name) in ["Queue start", "Wait", "Talk time", "Agent", "Status"].into_iter().enumerate() {
        sheet.write(0, column as u16, name).unwrap();
    }
    for row in 1..=40_u32 {
        let moment = ExcelDateTime::parse_from_str(&format!("2024-01-13 09:{row:02}:30")).unwrap();
        sheet.write_with_format(row, 0, &moment, &date).unwrap();
        sheet.write(row, 1, row).unwrap();
        let talk = ExcelDateTime::from_hms(0, 3, 20).unwrap();
        if row % 4 == 0 {
            sheet.write(row, 4, "abandoned").unwrap();
        } else {
            sheet.write_with_format(row, 2, &talk, &time).unwrap();
            sheet.write(row, 3, "Kim").unwrap();
            sheet.write(row, 4, "answered").unwrap();
        }
    }
    sheet.write(42, 0, "Total").unwrap();
    book.save(&path).unwrap();
    let log = read(&[path], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    nothing_is_lost(&log);
    assert_eq!((log.contacts.len(), super::of_outcome(&log, Outcome::Abandoned)), (40, 10));
    let first = log.contacts[0];
    assert_eq!((first.time_of_day(), first.wait(), first.handle()), (9.0 * 3600.0 + 90.0, 1.0, Some(200.0)));
    assert_eq!(log.place(&first).unwrap().1, 2);
    let found = [Fault::BlankRow, Fault::TotalsRow].map(|fault| log.faults.get(fault).count);
    assert_eq!(found, [1, 1]);
    assert_eq!(log.faults.get(Fault::TotalsRow).example.as_ref().unwrap().line, 43);
}

/// How much of a workbook has been read nobody knows: no room is made for what may be left.
#[test]
fn a_long_workbook_needs_no_more_room_than_its_rows() {
    let path = super::file("long.xlsx", b"");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in ["Queue start", "Wait", "Talk time", "Agent"].into_iter().enumerate() {
        sheet.write(0, column as u16, name).unwrap();
    }
    for row in 1..=9_000_u32 {
        let moment = format!("2024-01-15 {:02}:{:02}:{:02}", 8 + row / 3_600, row / 60 % 60, row % 60);
        sheet.write(row, 0, moment).unwrap();
        sheet.write(row, 1, row % 7).unwrap();
        sheet.write(row, 2, 100 + row % 90).unwrap();
        sheet.write(row, 3, format!("Kim {}", row % 200)).unwrap();
    }
    book.save(&path).unwrap();
    let log = read(&[path], None, &mut |_, _| ()).unwrap_or_else(|error| panic!("{error}"));
    nothing_is_lost(&log);
    assert_eq!((log.contacts.len(), log.contacts.capacity()), (9_000, 9_000));
}

#[test]
fn what_is_no_workbook_is_told() {
    let path = super::file("no.xlsx", b"this is no workbook");
    let error = read(&[path], None, &mut |_, _| ()).unwrap_err();
    assert!(error.to_string().contains("workbook"), "{error}");
}
