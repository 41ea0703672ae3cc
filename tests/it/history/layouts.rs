//! The layout of the Anonymous Bank, with invented calls.

use holdline::history::{Fault, Outcome};

use super::{count, log};

const HEADER: &str = "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time\toutcome\tser_start\tser_exit\tser_time\tserver";

/// Calls as `entry exit q_start q_exit wait outcome handle server`, of one line and one day.
const CALLS: [&str; 20] = [
    "9:00:00 9:00:10 0:00:00 0:00:00 0 AGENT 120 ANNA",
    "9:01:00 9:01:05 9:01:05 9:01:35 30 AGENT 60 ANNA",
    "9:02:00 9:02:05 9:02:05 9:02:25 20 HANG 0 NO_SERVER",
    "9:03:00 9:03:45 0:00:00 0:00:00 0 HANG 0 NO_SERVER",
    "9:04:00 9:04:05 9:04:05 9:04:30 25 PHANTOM 3 NO_SERVER",
    "9:05:00 9:05:09 0:00:00 0:00:00 0 AGENT 5 NO_SERVER",
    "9:06:00 9:06:10 9:06:10 9:06:50 40 HANG 200 NO_SERVER",
    "9:07:00 9:07:10 9:07:10 9:08:10 60 AGENT 0 BORIS",
    "9:08:30 9:08:40 0:00:00 0:00:00 0 AGENT 100 BORIS",
    "9:11:00 9:11:10 0:00:00 0:00:00 0 AGENT 100 BORIS",
    "9:12:00 9:12:10 9:12:10 9:12:30 20 AGENT 90 BORIS",
    "9:14:30 9:14:40 0:00:00 0:00:00 0 HANG 0 NO_SERVER",
    "9:15:00 9:15:10 0:00:00 0:00:00 0 AGENT 30 ANNA",
    "9:16:00 9:16:10 0:00:00 0:00:00 0 AGENT 30 ANNA",
    "9:17:00 9:17:10 9:17:10 9:17:15 5 HANG 0 NO_SERVER",
    "9:18:00 9:18:10 0:00:00 0:00:00 0 AGENT 30 ANNA",
    "9:19:00 9:19:10 0:00:00 0:00:00 0 AGENT 30 ANNA",
    "23:58:00 23:58:05 23:58:05 0:00:05 120 HANG 0 NO_SERVER",
    "23:59:40 23:59:50 23:59:50 0:00:20 30 AGENT 60 ANNA",
    "23:59:55 0:00:05 0:00:05 0:00:15 10 AGENT 60 BORIS",
];

fn bank() -> String {
    let mut text = format!("{HEADER}\r\n");
    for (place, call) in CALLS.iter().enumerate() {
        let parts: Vec<&str> = call.split(' ').collect();
        let [entry, exit, start, end, wait, outcome, handle, server] = parts[..] else { panic!("{call}") };
        let kind = if place % 4 == 3 { "NE" } else { "PS" };
        let customer = if start == "0:00:00" { 0 } else { 7000 + place % 3 };
        text += &format!(
            "AA0101\t{place}\t{customer}\t2\t{kind}\t990201\t{entry}\t{exit}\t10\t{start}\t{end}\t{wait}\t{outcome}\t0:00:00\t0:00:00\t{handle}\t{server}\r\n"
        );
    }
    text
}

#[test]
fn the_bank_is_recognised() {
    let log = log("bank.tsv", &bank());
    assert_eq!(log.files[0].layout, Some("calls of the Anonymous Bank, 1999"));
    let dropped: Vec<(&str, u64)> = log.faults.dropped().iter().map(|d| (d.because.as_str(), d.found.count)).collect();
    assert_eq!(dropped, [("ended in the voice menu", 2), ("phantom call", 1)]);
    assert_eq!(log.faults.dropped()[0].found.example.as_ref().unwrap().line, 5);
    assert_eq!((log.contacts.len(), log.faults.rows()), (17, 20));
    assert_eq!((log.kinds.join(" "), log.agents.join(" ")), ("PS NE".into(), "ANNA BORIS".into()));
    let counts = [
        (Fault::AnsweredWithoutAgent, 1),
        (Fault::AbandonedWithHandling, 1),
        (Fault::NoHandling, 1),
        (Fault::OverMidnight, 3),
        (Fault::OverlappingContacts, 2),
        (Fault::RareKind, 2),
    ];
    let found: Vec<(Fault, u64)> = log.faults.found().map(|(fault, found)| (fault, found.count)).collect();
    let mut expected = counts.to_vec();
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_call_of_the_bank_asks_for_an_agent_when_it_queues_or_leaves_the_menu() {
    let log = log("bank-times.tsv", &bank());
    let seen: Vec<(f64, f64, Option<f64>)> =
        log.contacts.iter().take(3).map(|contact| (contact.time_of_day(), contact.wait(), contact.handle())).collect();
    let nine = 9.0 * 3600.0;
    assert_eq!(seen, [(nine + 10.0, 0.0, Some(120.0)), (nine + 65.0, 30.0, Some(60.0)), (nine + 125.0, 20.0, None)]);
    let last = log.contacts.last().unwrap();
    assert_eq!((last.time_of_day(), last.wait(), last.outcome), (5.0, 10.0, Outcome::Answered));
    assert_eq!(log.days.iter().map(|day| day.date.to_string()).collect::<Vec<_>>(), ["1999-02-01", "1999-02-02"]);
    let customers: Vec<Option<u64>> = log.contacts.iter().map(|contact| contact.customer()).collect();
    assert_eq!(customers[0], None);
    // Rows 1, 7 and 10 are of the same customer, row 2 of another.
    assert!(customers[1].is_some() && customers[1] == customers[5] && customers[1] != customers[2]);
    assert_eq!(log.contacts[1].priority(), Some(2));
    assert_eq!(count(&log, Fault::IdenticalRow), 0);
}

#[test]
fn what_columns_were_taken_for_is_told() {
    let log = log("bank-columns.tsv", &bank());
    let role = |name: &str| &log.files[0].columns.iter().find(|taken| taken.column == name).unwrap().roles;
    assert_eq!(role("q_time"), &["wait"]);
    assert_eq!(role("vru_exit"), &["arrival"]);
    assert!(role("vru_time").is_empty());
}
