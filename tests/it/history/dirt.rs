//! A file of more than fifty kinds of dirt: each is counted, shown with its line, and left out or mended by its rule.

use holdline::history::{Fault, Outcome};

use super::dirty_file::{Dirty, HEADER, clock};
use super::{file, log, log_by};

/// Rows that are wrong in their form.
fn broken_rows(dirty: &mut Dirty) {
    dirty.expect_next(&[Fault::BlankRow]);
    dirty.line_of("");
    dirty.expect_next(&[Fault::CommentRow]);
    dirty.line_of("# calls of the evening");
    dirty.expect_next(&[Fault::RepeatedHeader]);
    dirty.line_of(HEADER);
    dirty.expect_next(&[Fault::TotalsRow]);
    dirty.line_of("Total,,,,67000,,,,,,,");
    dirty.expect_next(&[Fault::LongRow]);
    dirty.line_of(&"x".repeat(2_500_000));
    let row = dirty.next_call().line();
    dirty.expect_next(&[Fault::ExtraSeparators]);
    dirty.line_of(&format!("{row},,,"));
    let row = dirty.next_call().line().replace("Agent", "\"Agent");
    dirty.expect_next(&[Fault::OpenQuote]);
    dirty.line_of(&row);
    let fields = dirty.next_call();
    let row = fields.line().replace(&fields.caller, "\"0712\n3456\"");
    dirty.expect_next(&[Fault::LineBreakInField]);
    dirty.line_of(&row);
    let row = dirty.next_call().line().replace("Agent", "J\u{fc}rgen");
    let latin: Vec<u8> = row.chars().map(|sign| sign as u8).chain([b'\n']).collect();
    dirty.expect_next(&[Fault::NotUtf8]);
    dirty.bytes_of(&latin);
    let row = dirty.next_call().line().replace("Agent", "Ag\0ent");
    dirty.expect_next(&[Fault::NulBytes]);
    dirty.line_of(&row);
    dirty.expect(Fault::WrongFieldCount, 2, row_line(dirty));
    dirty.line_of("c1,2024-01-28 23:55:00,10");
    let row = dirty.next_call().line();
    dirty.line_of(&format!("{row},{row}"));
}

fn row_line(dirty: &Dirty) -> u32 {
    1 + dirty.bytes.iter().filter(|byte| **byte == b'\n').count() as u32
}

/// Fields that are wrong.
fn broken_fields(dirty: &mut Dirty) {
    dirty.wrong(&[Fault::SpacesAround], |row| row.queue = " sales ".into());
    dirty.wrong(&[Fault::LongField], |row| row.agent = "A".repeat(300));
    dirty.wrong(&[Fault::MixedCase], |row| row.queue = "SALES".into());
    dirty.wrong(&[Fault::MissingType], |row| row.queue.clear());
    dirty.wrong(&[Fault::MissingOutcome], |row| row.status.clear());
    dirty.wrong(&[Fault::UnknownOutcome], |row| row.status = "XFER".into());
    dirty.wrong(&[Fault::PlaceholderAgent], |row| row.agent = "n/a".into());
    dirty.wrong(&[Fault::ThousandSeparators], |row| {
        row.talk = "\"1,200\"".into();
        row.ended.clear();
    });
    dirty.wrong(&[Fault::DecimalCommas], |row| row.wait = "\"10,5\"".into());
    dirty.wrong(&[Fault::UnreadablePriority], |row| row.priority = "high".into());
    dirty.wrong(&[Fault::RareKind], |row| row.queue = "complaints".into());
}

/// Arrivals that are wrong.
fn broken_arrivals(dirty: &mut Dirty) {
    dirty.wrong(&[Fault::MissingArrival], |row| row.arrived.clear());
    dirty.wrong(&[Fault::UnreadableArrival], |row| row.arrived = "yesterday".into());
    dirty.wrong(&[Fault::ImpossibleDate], |row| row.arrived = "2024-02-30 10:00:00".into());
    dirty.wrong(&[Fault::ImpossibleTime], |row| row.arrived = "2024-01-28 25:10:00".into());
    dirty.wrong(&[Fault::OtherDateFormat], |row| row.arrived = row.arrived.replace("2024-01-28", "28.01.2024"));
    dirty.wrong(&[Fault::UtcTimes], |row| row.arrived = row.arrived.replace(' ', "T") + "Z");
    dirty.wrong(&[Fault::OffsetChanged], |row| row.arrived += "+01:00");
}

/// Later times and durations that are wrong.
fn broken_times(dirty: &mut Dirty) {
    dirty.wrong(&[Fault::UnreadableTime], |row| row.answered = "soon".into());
    dirty.wrong(&[Fault::UnreadableDuration], |row| row.wrap = "??".into());
    dirty.wrong(&[Fault::NegativeDuration], |row| row.wait = "-5".into());
    dirty.wrong(&[Fault::EndlessDuration], |row| row.talk = "100000".into());
    dirty.wrong(&[Fault::SlightlyBackwards], |row| {
        row.wait.clear();
        row.answered = clock(row.second() - 1);
        row.ended.clear();
    });
    dirty.wrong(&[Fault::Backwards], |row| {
        row.wait.clear();
        row.answered = "23:10:00".into();
    });
    dirty.wrong(&[Fault::ContradictoryWait], |row| row.wait = "70".into());
    dirty.wrong(&[Fault::ContradictoryHandling], |row| row.talk = "30".into());
    dirty.wrong(&[Fault::ClockChange], |row| row.talk = (180 + 3600).to_string());
    dirty.wrong(&[Fault::MissingWait], |row| {
        [&mut row.wait, &mut row.answered, &mut row.ended].into_iter().for_each(String::clear);
    });
    dirty.wrong(&[], |row| row.agent.clear());
    dirty.wrong(&[Fault::AnsweredWithoutHandling], |row| {
        [&mut row.talk, &mut row.wrap, &mut row.ended].into_iter().for_each(String::clear);
    });
    dirty.wrong(&[Fault::NoHandling], |row| {
        (row.talk, row.wrap, row.ended) = ("0".into(), "0".into(), row.answered.clone());
    });
    dirty.wrong_abandoned(&[Fault::AbandonedWithHandling], |row| row.talk = "20".into());
    dirty.wrong_abandoned(&[Fault::AbandonedWithAgent], |row| row.agent = "Agent 1".into());
}

/// Rows that are wrong beside others.
fn broken_company(dirty: &mut Dirty) {
    let row = dirty.next_call();
    dirty.line_of(&row.line());
    dirty.expect_next(&[Fault::IdenticalRow]);
    dirty.line_of(&row.line());
    dirty.expect_next(&[Fault::RevisedRow]);
    dirty.line_of(&row.line().replace("180,5", "180,9"));
    let later = dirty.next_call();
    dirty.expect_next(&[Fault::RepeatedId]);
    dirty.line_of(&later.line().replace(&later.id, &row.id));
    let mut twin = dirty.next_call().abandoned();
    (twin.id, twin.caller) = (String::new(), String::new());
    dirty.line_of(&twin.line());
    dirty.expect_next(&[Fault::IdenticalTwin]);
    dirty.line_of(&twin.line());
    let mut overlapping = dirty.next_call();
    overlapping.agent = "Agent 999".into();
    dirty.line_of(&overlapping.line());
    dirty.wrong(&[Fault::OverlappingContacts], |row| row.agent = "Agent 999".into());
    dirty.wrong(&[Fault::OverMidnight], |row| {
        row.ended = "00:09:00".into();
        row.talk.clear();
        row.wrap.clear();
    });
}

/// Dates that are far from all others, and the end of the file.
fn broken_end(dirty: &mut Dirty) {
    dirty.expect(Fault::OutOfOrder, 1, row_line(dirty));
    dirty.wrong(&[Fault::LongBefore], |row| row.arrived = row.arrived.replace("2024", "1900"));
    dirty.wrong(&[Fault::LongAfter], |row| row.arrived = row.arrived.replace("2024", "2034"));
    dirty.expect_next(&[Fault::CutOffRow]);
    dirty.bytes_of(b"c99999,2024-01-28 23:59:");
}

fn dirty_file() -> Dirty {
    let mut dirty = Dirty::new();
    broken_rows(&mut dirty);
    broken_fields(&mut dirty);
    broken_arrivals(&mut dirty);
    broken_times(&mut dirty);
    broken_company(&mut dirty);
    broken_end(&mut dirty);
    dirty
}

#[test]
fn every_kind_of_dirt_is_counted_and_shown_with_its_line() {
    let mut dirty = dirty_file();
    // The row with a placeholder for an agent has no agent either.
    let placeholder = dirty.expected.iter().find(|(fault, ..)| *fault == Fault::PlaceholderAgent).unwrap().2;
    dirty.expect(Fault::AnsweredWithoutAgent, 2, placeholder);
    // A type of one contact only, and the type of the row that has none.
    let nameless = dirty.expected.iter().find(|(fault, ..)| *fault == Fault::MissingType).unwrap().2;
    dirty.expected.retain(|(fault, ..)| *fault != Fault::RareKind);
    dirty.expect(Fault::RareKind, 2, nameless);
    let log = log_by("dirt.csv", &dirty.bytes, None).unwrap_or_else(|error| panic!("{error}"));
    dirty.expected.sort();
    let found: Vec<(Fault, u64, u32)> =
        log.faults.found().map(|(fault, found)| (fault, found.count, found.example.as_ref().unwrap().line)).collect();
    assert_eq!(found, dirty.expected);
    assert!(found.len() >= 55, "{} kinds", found.len());
}

#[test]
fn what_is_mended_has_the_value_that_was_meant() {
    let dirty = dirty_file();
    let log = log_by("mended.csv", &dirty.bytes, None).unwrap();
    let of = |fault: Fault| {
        let line = dirty.expected.iter().find(|(other, ..)| *other == fault).unwrap().2;
        *log.contacts.iter().find(|contact| log.place(contact).unwrap().1 == line).unwrap()
    };
    let agent = |fault: Fault| log.agents[of(fault).agent().unwrap() as usize].as_str();
    assert!(agent(Fault::NotUtf8).starts_with("Jürgen "));
    assert!(agent(Fault::NulBytes).starts_with("Agent "));
    assert!(agent(Fault::OpenQuote).starts_with("Agent "));
    assert_eq!(agent(Fault::LongField).len(), 200);
    assert_eq!(log.kinds, ["service", "sales", "(none)", "complaints"]);
    assert_eq!(of(Fault::ThousandSeparators).handle(), Some(1205.0));
    assert_eq!(of(Fault::DecimalCommas).wait(), 10.5);
    assert_eq!(of(Fault::SlightlyBackwards).wait(), 0.0);
    assert_eq!(of(Fault::ContradictoryWait).wait(), 70.0);
    assert_eq!(of(Fault::MissingOutcome).outcome, Outcome::Answered);
    assert_eq!(of(Fault::UnreadablePriority).priority(), None);
    assert_eq!(of(Fault::AbandonedWithHandling).handle(), None);
    assert_eq!(of(Fault::AbandonedWithAgent).agent(), None);
    let midnight = of(Fault::OverMidnight);
    assert_eq!((midnight.ended() / 60.0).round() % (24.0 * 60.0), 9.0);
    assert_eq!(of(Fault::OtherDateFormat).day(), of(Fault::NotUtf8).day());
}

#[test]
fn days_that_are_missing_are_not_covered_and_doubtful_ones_are_marked() {
    let log = log_by("days.csv", &dirty_file().bytes, None).unwrap();
    let day = |day: i8| log.day(jiff::civil::date(2024, 1, day));
    let doubt = |number: i8| day(number).unwrap().doubt;
    assert_eq!(log.days.len(), 27);
    assert!(day(10).is_none());
    assert_eq!(doubt(17), Some(Fault::ThinDay));
    assert_eq!(doubt(18), Some(Fault::SilentHours));
    assert_eq!(doubt(21), Some(Fault::SkippedHour));
    assert_eq!(doubt(28), Some(Fault::DoubledHour));
    assert_eq!(doubt(27), None);
    assert_eq!(log.of_day(day(17).unwrap()).len(), 10);
    assert_eq!(log.days.iter().map(|day| day.contacts.len()).sum::<usize>(), log.contacts.len());
    let between = log.between(jiff::civil::date(2024, 1, 17), jiff::civil::date(2024, 1, 18));
    assert_eq!(between.len(), 10 + 220);
}

#[test]
fn arrivals_to_the_minute_are_told() {
    let rows: String = (0..40).map(|minute| format!("2024-01-08 09:{minute:02},{minute},answered\n")).collect();
    let log = log("minutes.csv", &format!("arrived,wait,outcome\n{rows}"));
    assert_eq!(super::count(&log, Fault::CoarseTimes), 40);
}

#[test]
fn what_one_file_repeats_of_another_is_left_out() {
    let header = "Call ID,Queue start,Wait,Status\n";
    let rows: Vec<String> = (0..20).map(|row| format!("c{row},2024-01-08 09:{row:02}:07,5,answered\n")).collect();
    let first = file("first.csv", format!("{header}{}", rows[..15].concat()).as_bytes());
    let second = file("second.csv", format!("{header}{}", rows[10..].concat()).as_bytes());
    let log = holdline::history::read(&[first, second.clone()], None, &mut |_, _| ()).unwrap();
    super::nothing_is_lost(&log);
    let repeated = log.faults.get(Fault::IdenticalRow);
    assert_eq!((log.contacts.len(), repeated.count), (20, 5));
    let example = repeated.example.as_ref().unwrap();
    assert_eq!((&example.file, example.line), (&second, 2));
    assert_eq!(log.place(&log.contacts[19]), Some((second.as_path(), 11)));
}

/// Contacts of four Mondays, one every two minutes from nine to five, without those of a Monday (from 0) that are lost.
fn mondays(lost: impl Fn(u32, u32) -> bool) -> Vec<Option<Fault>> {
    let rows: String = (0..4)
        .flat_map(|week| (540..1020_u32).step_by(2).map(move |minute| (week, minute)))
        .filter(|(week, minute)| !lost(*week, *minute))
        .map(|(week, minute)| {
            format!("2024-01-{:02} {:02}:{:02}:11,{week},answered\n", 8 + 7 * week, minute / 60, minute % 60)
        })
        .collect();
    let log = log("mondays.csv", &format!("arrived,wait,outcome\n{rows}"));
    (0..4).map(|week| log.day(jiff::civil::date(2024, 1, 8 + 7 * week)).unwrap().doubt).collect()
}

#[test]
fn a_silence_is_seen_wherever_it_begins_and_closed_doors_are_none() {
    let silent = Some(Fault::SilentHours);
    assert_eq!(mondays(|_, _| false), [None; 4]);
    // 13:10 to 14:50: both hours of the clock have contacts.
    assert_eq!(mondays(|week, minute| week == 2 && (790..890).contains(&minute)), [None, None, silent, None]);
    assert_eq!(mondays(|week, minute| week == 2 && (790..845).contains(&minute)), [None; 4], "less than an hour");
    assert_eq!(mondays(|_, minute| (790..890).contains(&minute)), [None; 4], "closed at noon on every Monday");
    // The doors open twenty minutes later every week.
    assert_eq!(mondays(|week, minute| minute < 540 + 20 * week), [None; 4]);
    assert_eq!(mondays(|week, minute| week == 1 && minute >= 900), [None, silent, None, None], "a short day is told");
}
