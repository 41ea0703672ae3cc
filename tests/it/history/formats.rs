//! Files, dates and durations in the styles in which people and switches write them.

use holdline::history::{Fault, Outcome};

use super::{count, log, log_by, of_outcome, refusal};

/// Two calls on 13 January 2024 at 09:05:30 and 16:07, told in a style of dates.
fn arrivals(name: &str, header: &str, first: &str, second: &str) -> Vec<f64> {
    let text = format!("{header};Wait;Status\n{first};5;answered\n{second};7;abandoned\n");
    let log = log(name, &text);
    assert_eq!(
        log.faults.found().filter(|(fault, _)| *fault != Fault::RareKind && *fault != Fault::UtcTimes).count(),
        0,
        "{name}"
    );
    log.contacts.iter().map(|contact| contact.arrived).collect()
}

#[test]
fn dates_and_times_in_many_styles() {
    let day = 19_735.0 * 86_400.0;
    let expected = vec![day + 9.0 * 3600.0 + 5.0 * 60.0 + 30.0, day + 16.0 * 3600.0 + 7.0 * 60.0];
    let styles = [
        ("2024-01-13 09:05:30", "2024-01-13 16:07:00"),
        ("2024-01-13T09:05:30.000", "2024-01-13T16:07"),
        ("2024-01-13T09:05:30+01:00", "2024-01-13T16:07:00+01:00"),
        ("2024-01-13T09:05:30Z", "2024-01-13T16:07:00Z"),
        ("2024/1/13 9:05:30", "2024/1/13 16:07"),
        ("13.01.2024 09:05:30", "13.01.2024 16:07"),
        ("13.1.24, 9:05:30", "13.1.24, 16:07"),
        ("13/01/2024 09:05:30", "13/01/2024 16:07"),
        ("1/13/2024 9:05:30 AM", "1/13/2024 4:07 PM"),
        ("01-13-24 9:05:30 a.m.", "01-13-24 4:07:00 p.m."),
        ("13-Jan-2024 09:05:30", "13-Jan-2024 16:07"),
        ("Jan 13, 2024 9:05:30 AM", "Jan 13, 2024 4:07 PM"),
        ("Sat Jan 13 2024 09:05:30", "Sat Jan 13 2024 16:07:00"),
        ("20240113 090530", "20240113 160700"),
        ("20240113T090530", "20240113T160700"),
        ("20240113090530", "20240113160700"),
        ("2024. 1. 13. 오전 9:05:30", "2024. 1. 13. 오후 4:07:00"),
        ("45304.37881944445", "45304.67152777778"),
        ("1705136730", "1705162020"),
        ("1705136730000", "1705162020000"),
    ];
    for (place, (first, second)) in styles.into_iter().enumerate() {
        assert_eq!(arrivals(&format!("style-{place}.csv"), "Queue start", first, second), expected, "{first}");
    }
    for (place, (date, first, second)) in [
        ("240113", "9:05:30", "16:07:00"),
        ("20240113", "090530", "160700"),
        ("2024-01-13", "9:05:30 AM", "4:07:00 PM"),
        ("2024-01-13 00:00:00", "09:05:30", "16:07:00"),
        ("13.01.2024", "09:05:30", "16:07:00"),
    ]
    .into_iter()
    .enumerate()
    {
        let (first, second) = (format!("{date};{first}"), format!("{date};{second}"));
        assert_eq!(arrivals(&format!("parts-{place}.csv"), "Date;Call time", &first, &second), expected, "{first}");
    }
}

#[test]
fn the_order_of_day_and_month_is_found_however_late_it_shows() {
    let mut text = "Queue start,Wait,Status\n".to_owned();
    for row in 0..3000 {
        text += &format!("{}/{}/2024 10:00:{:02},5,answered\n", 1 + row / 1000, 2, row % 60);
    }
    let error = refusal("ambiguous.csv", &text, None);
    let shown = error.to_string();
    assert!(shown.contains("day or the month first"), "{shown}");
    assert!(shown.contains("date_format = \"d/m/y\""), "{shown}");
    assert!(shown.contains("ambiguous.csv:1"), "{shown}");
    let day_first = log_by(
        "told.csv",
        text.as_bytes(),
        Some("arrived = \"Queue start\"\nwait = \"Wait\"\noutcome = \"Status\"\ndate_format = \"d/m/y\""),
    )
    .unwrap();
    assert_eq!(day_first.days.last().unwrap().date.to_string(), "2024-02-03");
    text += "13/2/2024 10:00:00,5,answered\n";
    let found = log("found.csv", &text);
    assert_eq!(found.days.last().unwrap().date.to_string(), "2024-02-13");
}

#[test]
fn one_date_the_other_way_round_is_told() {
    let rows: String = (13..28).map(|day| format!("{day}/01/2024 10:00:01,5,answered\n")).collect();
    let log = log("mixed.csv", &format!("Queue start,Wait,Status\n{rows}01/28/2024 10:00:01,5,answered\n"));
    assert_eq!(count(&log, Fault::OtherDateFormat), 1);
    assert_eq!(log.days.last().unwrap().date.to_string(), "2024-01-28");
}

#[test]
fn separators_marks_and_encodings() {
    let rows = "2024-01-13 09:05:30|5|answered\n2024-01-13 16:07:00|7|abandoned\n";
    let text = format!("Queue start|Wait|Status\n{rows}");
    let mut files: Vec<(String, Vec<u8>)> = [",", ";", "\t", "|"]
        .into_iter()
        .enumerate()
        .map(|(place, separator)| (format!("separated-{place}.csv"), text.replace('|', separator).into_bytes()))
        .collect();
    files.push(("crlf.csv".into(), text.replace('\n', "\r\n").into_bytes()));
    files.push(("cr.csv".into(), text.replace('\n', "\r").into_bytes()));
    files.push(("mark.csv".into(), format!("\u{feff}{text}").into_bytes()));
    files.push(("unended.csv".into(), text.trim_end().as_bytes().to_vec()));
    files.push(("quoted.csv".into(), text.replace("answered", "\"answered\"").into_bytes()));
    let wide = |unit: fn(u16) -> [u8; 2]| format!("\u{feff}{text}").encode_utf16().flat_map(unit).collect();
    files.push(("wide.txt".into(), wide(u16::to_le_bytes)));
    files.push(("wide-other.txt".into(), wide(u16::to_be_bytes)));
    for (name, bytes) in files {
        let log = log_by(&name, &bytes, None).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found: Vec<Fault> = log.faults.found().map(|(fault, _)| fault).collect();
        assert_eq!((log.contacts.len(), found), (2, vec![Fault::RareKind]), "{name}");
        assert_eq!((of_outcome(&log, Outcome::Answered), of_outcome(&log, Outcome::Abandoned)), (1, 1), "{name}");
    }
}

#[test]
fn durations_count_the_unit_of_their_header() {
    for (header, values) in [
        ("Wait,Talk time", "90,180"),
        ("Wait (min),Talk time in minutes", "1.5,3"),
        ("wait_ms,TalkTimeMs", "90000,180000"),
        ("Wait,Talk Time", "1:30,3:00"),
        ("Wait,Talk Time", "0:01:30,0:03:00"),
        ("Wait,Talk Time", "1m 30s,PT3M"),
        ("Speed of answer in seconds,AvgTalkDuration", "90,00:03:00"),
    ] {
        let name = format!("unit-{}.csv", header.replace(|sign: char| !sign.is_alphanumeric(), "-"));
        let log = log(&name, &format!("Date,Time,Agent,{header}\n2024-01-13,09:05:30,Kim,{values}\n"));
        let contact = log.contacts[0];
        assert_eq!((contact.wait(), contact.handle()), (90.0, Some(180.0)), "{header} {values}");
    }
}

#[test]
fn headers_of_several_makes_and_languages() {
    for (place, (header, row)) in [
        (
            "call_started,call_answered,call_ended,wait_length,service_length",
            "13/01/2024 09:05:30,13/01/2024 09:07:00,13/01/2024 09:10:00,90,180",
        ),
        (
            "Anrufbeginn;Wartezeit;Bearbeitungszeit;Mitarbeiter;Warteschlange;Ergebnis",
            "13.01.2024 09:05:30;00:01:30;00:03:00;Kim;Verkauf;angenommen",
        ),
        (
            "Heure d'arrivée;Temps d'attente;Durée de traitement;Conseiller;Résultat",
            "2024-01-13 09:05:30;1:30;3:00;Kim;répondu",
        ),
        ("인입시간,대기시간,처리시간,상담원,결과", "2024-01-13 09:05:30,90,180,Kim,응답"),
        ("InitiationTimestamp,Queue Wait,HandleTime,AgentName,Queue", "2024-01-13T09:05:30,90,180,Kim,Sales"),
        ("Date,Start,End,Handle time,Agent", "2024-01-13,09:05:30,09:10:00,180,Kim"),
        ("Date,Start,Connect time,End,Agent", "2024-01-13,09:05:30,09:07:00,09:10:00,Kim"),
    ]
    .into_iter()
    .enumerate()
    {
        let log = log(&format!("make-{place}.csv"), &format!("{header}\n{row}\n"));
        let contact = log.contacts[0];
        assert_eq!(
            (contact.wait(), contact.handle(), contact.outcome),
            (90.0, Some(180.0), Outcome::Answered),
            "{header}"
        );
        assert_eq!(contact.time_of_day(), 9.0 * 3600.0 + 5.0 * 60.0 + 30.0, "{header}");
    }
}

#[test]
fn a_column_that_asks_whether_contacts_were_abandoned() {
    let text =
        "Queue start,Wait,Abandoned (Y/N)\n2024-01-13 09:05:30,5,N\n2024-01-13 09:06:30,5,Y\n2024-01-13 09:07:30,5,y\n";
    let log = log("asked.csv", text);
    assert_eq!((of_outcome(&log, Outcome::Answered), of_outcome(&log, Outcome::Abandoned)), (1, 2));
}
