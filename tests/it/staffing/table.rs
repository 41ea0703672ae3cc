//! The table that a planner reads.

use holdline::planner::{Effort, StaffingDocument};
use holdline::report::{plan_table, refusal};
use holdline::stats::Estimate;

use super::document;

fn lines(document: &StaffingDocument, width: u16) -> Vec<String> {
    let text = plan_table(document, width, false);
    let longest = text.lines().map(|line| line.chars().count()).max().unwrap();
    assert!(longest <= usize::from(width), "{longest} columns of {width}:\n{text}");
    text.lines().map(str::to_owned).collect()
}

#[test]
fn periods_with_work_are_rows_and_closed_ones_are_not() {
    let lines = lines(&document(), 100);
    let of = |start: &str| lines.iter().find(|line| line.trim_start().starts_with(start));
    for (start, expected) in [("09:00", "40"), ("10:00", "60"), ("11:00", "80"), ("12:00", "50")] {
        let line = of(start).unwrap();
        assert!(line.contains(expected) && line.contains(" ± ") && line.contains("calls "), "{line}");
    }
    assert!(of("08:00").is_none() && of("13:00").is_none() && of("00:00").is_none());
    let words = lines.join(" ");
    assert!(words.contains("All 8 promises hold at once with 95 % confidence, simulated on"), "{words}");
    assert!(words.contains("Erlang by the period") && words.contains(" of 8"), "{words}");
    assert!(words.contains("schedule") && words.contains("cost"), "{words}");
}

#[test]
fn what_costs_nothing_and_loses_nobody_has_no_columns_for_it() {
    let mut document = document();
    let bare = |effort: &mut Effort| (effort.cost, effort.paid_hours) = (None, effort.hours);
    bare(&mut document.total);
    document.groups.values_mut().for_each(bare);
    let words = lines(&document, 100).join(" ");
    assert!(!words.contains("schedule") && !words.contains("cost") && !words.contains("paid"), "{words}");
}

/// Fifteen groups and twenty types with long names.
fn wide() -> StaffingDocument {
    let mut document = document();
    let team = document.groups["team"].clone();
    let name = |number: usize| format!("a group with a rather long name, number {number}");
    document.groups = (0..15).map(|number| (name(number), team.clone())).collect();
    for period in &mut document.periods {
        let (agents, calls) = (period.agents["team"], period.expected["calls"]);
        period.agents = (0..15).map(|number| (name(number), agents)).collect();
        period.scheduled = period.agents.clone();
        period.expected = (0..20).map(|number| (format!("a type of contact, number {number}"), calls)).collect();
    }
    document.promises.iter_mut().for_each(|promise| promise.of = "a type of contact, number 7".into());
    document
}

#[test]
fn a_wide_plan_fits_a_terminal() {
    for width in [60, 80, 100, 160] {
        let lines = lines(&wide(), width);
        let nine = lines.iter().find(|line| line.trim_start().starts_with("09:00")).unwrap();
        assert!(nine.contains("800"), "all types together: {nine}");
        assert!(lines.iter().any(|line| line.contains("staffing.csv")), "where the groups are");
    }
}

#[test]
fn many_days_become_a_row_each() {
    let mut document = document();
    let day = document.periods.clone();
    let on = |number: usize| {
        day.iter().cloned().map(move |mut period| {
            (period.day, period.from) = (number, period.from + 86_400.0 * number as f64);
            period
        })
    };
    document.periods = (0..21).flat_map(on).collect();
    document.days = Some(21);
    let lines = lines(&document, 100);
    assert!(lines.iter().any(|line| line.trim_start().starts_with("day 21 ")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("09:00")), "{lines:#?}");
}

#[test]
fn shares_of_days_are_compared_with_the_mean() {
    let mut document = document();
    let kept = Estimate { value: 0.93, std_error: None, ci95: Some([0.91, 0.95]) };
    document.promises.truncate(1);
    let promise = &mut document.promises[0];
    (promise.days, promise.day, promise.period, promise.value) = (Some(0.9), Some(0), None, Some(kept));
    document.on_average = Some(Effort { hours: document.total.hours - 2.0, ..document.total.clone() });
    let words = lines(&document, 100).join(" ");
    assert!(words.contains("93 % (91–95) of days") && words.contains("on 90 % of days"), "{words}");
    assert!(words.contains("takes 2.0 hours ("), "{words}");
}

#[test]
fn a_refusal_names_what_is_missed_most_and_what_would_help() {
    let mut document = document();
    document.feasible = false;
    document.limited = Some(false);
    let missed = Estimate { value: 0.621, std_error: Some(0.002), ci95: Some([0.617, 0.625]) };
    let worst = document.promises.iter_mut().find(|p| p.measure == "answer" && p.period == Some(10)).unwrap();
    worst.value = Some(missed);
    let text = refusal(&document, 100).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("calls, service level at 10:00: 62.1 % ± 0.4 with team"), "{text}");
    assert!(text.contains("80 % in 20 s is promised: 17.9 points too low"), "{text}");
    assert!(text.contains("3 times") && text.contains("4 times"), "{text}");
    assert!(text.contains("More agents than these did not help"), "{text}");
}
