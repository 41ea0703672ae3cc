//! A person's shifts as an iCalendar file (RFC 5545). Times are local times of whoever reads them, as a scenario has no
//! time zone; what a stamp must say is the first day of the roster, so that the same roster gives the same bytes.

use crate::planner::roster::{Document, PersonRoster};
use crate::planner::schedule::WorkDay;
use jiff::civil::Date;

/// The calendar; none where days have no dates.
#[must_use]
pub fn calendar(document: &Document, group: &str, person: &PersonRoster) -> Option<String> {
    let dates: Vec<Date> = document.days.iter().map(|day| day.as_ref()?.parse().ok()).collect::<Option<_>>()?;
    let stamp = dates.first()?.strftime("%Y%m%dT000000Z").to_string();
    let mut text = String::new();
    for (name, value) in [
        ("BEGIN", "VCALENDAR".to_owned()),
        ("VERSION", "2.0".to_owned()),
        ("PRODID", format!("-//holdline//roster {}//EN", env!("CARGO_PKG_VERSION"))),
        ("CALSCALE", "GREGORIAN".to_owned()),
    ] {
        line(&mut text, name, &value);
    }
    let who = Who { document, group, person };
    for day in &person.days {
        who.event(&mut text, day, dates.get(day.day - 1)?, &stamp)?;
    }
    line(&mut text, "END", "VCALENDAR");
    Some(text)
}

struct Who<'a> {
    document: &'a Document,
    group: &'a str,
    person: &'a PersonRoster,
}

impl Who<'_> {
    fn event(&self, text: &mut String, day: &WorkDay, date: &Date, stamp: &str) -> Option<()> {
        let end = if day.end <= day.start { date.tomorrow().ok()? } else { *date };
        let moment = |date: &Date, time: &str| format!("{}T{}00", date.strftime("%Y%m%d"), time.replace(':', ""));
        let breaks = if day.breaks.is_empty() { "none".into() } else { day.breaks.join(", ") };
        for (name, value) in [
            ("BEGIN", "VEVENT".to_owned()),
            ("UID", format!("{}-{}@holdline", date.strftime("%Y%m%d"), self.mark())),
            ("DTSTAMP", stamp.to_owned()),
            ("DTSTART", moment(date, &day.start)),
            ("DTEND", moment(&end, &day.end)),
            ("SUMMARY", escaped(&format!("{} ({})", day.shift, self.group))),
            ("DESCRIPTION", escaped(&format!("{}\nBreaks: {breaks}", self.person.person))),
            ("END", "VEVENT".to_owned()),
        ] {
            line(text, name, &value);
        }
        Some(())
    }

    /// A mark of the person that stays the same when the roster is made anew, so that a calendar replaces the old shift:
    /// 64 bits of FNV-1a over scenario, group and name.
    fn mark(&self) -> String {
        let words = [self.document.name.as_str(), self.group, self.person.person.as_str()];
        let bytes = words.iter().flat_map(|word| word.bytes().chain([0xFF]));
        let hash = bytes
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3));
        format!("{hash:016x}")
    }
}

/// A text value (section 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

/// Most bytes of a line without its end (section 3.1).
const LONGEST: usize = 75;

/// A content line, folded between letters where it is too long.
fn line(text: &mut String, name: &str, value: &str) {
    let mut used = 0;
    for letter in format!("{name}:{value}").chars() {
        if used + letter.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            used = 1;
        }
        text.push(letter);
        used += letter.len_utf8();
    }
    text.push_str("\r\n");
}
