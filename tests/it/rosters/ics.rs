//! A strict reader of iCalendar files, from RFC 5545: what it does not know or like is a panic.

use jiff::civil::DateTime;

/// An event as it was meant.
#[derive(Debug, PartialEq)]
pub(super) struct Event {
    pub(super) uid: String,
    pub(super) from: DateTime,
    pub(super) to: DateTime,
    pub(super) summary: String,
    pub(super) description: String,
}

/// Lines put together again; each physical line has at most 75 octets and ends as it must (section 3.1).
fn unfolded(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    let text = text.strip_suffix("\r\n").expect("the last line ends too");
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a lonely end of line");
    let mut lines: Vec<String> = Vec::new();
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        match line.strip_prefix(' ') {
            Some(rest) => lines.last_mut().unwrap().push_str(rest),
            None => lines.push(line.to_owned()),
        }
    }
    lines
}

/// A text value (section 3.3.11).
fn plain(value: &str) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(escaped @ ('\\' | ';' | ',')) => out.push(escaped),
                other => panic!("an escape {other:?} in {value}"),
            },
            ';' | ',' => panic!("an unescaped {letter} in {value}"),
            letter => out.push(letter),
        }
    }
    out
}

fn moment(value: &str) -> DateTime {
    assert!(value.len() == 15 && value.as_bytes()[8] == b'T', "{value}");
    DateTime::strptime("%Y%m%dT%H%M%S", value).unwrap()
}

/// The events of a calendar.
pub(super) fn read(bytes: &[u8]) -> Vec<Event> {
    let lines = unfolded(bytes);
    let mut lines = lines.iter().map(|line| line.split_once(':').expect("a name and a value"));
    let head: Vec<(&str, &str)> = lines.by_ref().take(4).collect();
    assert_eq!(head[0], ("BEGIN", "VCALENDAR"));
    assert_eq!(head[1], ("VERSION", "2.0"));
    assert_eq!((head[2].0, head[3]), ("PRODID", ("CALSCALE", "GREGORIAN")));
    let mut events = Vec::new();
    loop {
        match lines.next().unwrap() {
            ("END", "VCALENDAR") => break,
            ("BEGIN", "VEVENT") => {}
            other => panic!("{other:?} between events"),
        }
        let mut value = |name: &str| {
            let (found, value) = lines.next().unwrap();
            assert_eq!(found, name);
            value.to_owned()
        };
        let uid = value("UID");
        let stamp = value("DTSTAMP");
        assert!(stamp.ends_with('Z'), "a stamp is in UTC: {stamp}");
        moment(stamp.trim_end_matches('Z'));
        let (from, to) = (moment(&value("DTSTART")), moment(&value("DTEND")));
        assert!(to > from, "{from} to {to}");
        let (summary, description) = (plain(&value("SUMMARY")), plain(&value("DESCRIPTION")));
        assert_eq!(value("END"), "VEVENT");
        events.push(Event { uid, from, to, summary, description });
    }
    assert_eq!(lines.next(), None);
    events
}
