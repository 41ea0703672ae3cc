//! The table that a planner reads.

use holdline::planner::{Aside, Binding, Cause, Effort, Explanation, StaffingDocument, Way};
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
    assert!(text.contains("No further agents were found that would help"), "{text}");
}

#[test]
fn a_promise_that_is_kept_but_not_proven_is_not_called_short() {
    let mut document = document();
    document.feasible = false;
    document.limited = Some(false);
    document.promises.truncate(1);
    let text = refusal(&document, 100).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("is promised: kept there, but not proven with 95 % confidence."), "{text}");
    assert!(!text.contains("points too") && text.contains("--replications"), "{text}");
}

#[test]
fn a_promise_of_every_day_is_not_one_of_the_first() {
    let mut document = document();
    document.days = Some(5);
    document.promises.truncate(1);
    let promise = &mut document.promises[0];
    (promise.days, promise.day, promise.period) = (Some(0.9), Some(0), None);
    let words = lines(&document, 100).join(" ");
    assert!(words.contains("calls service level every day") && !words.contains("day 1"), "{words}");
}

#[test]
fn the_mean_is_not_compared_with_itself() {
    let mut document = document();
    document.on_average = Some(document.total.clone());
    assert!(!lines(&document, 100).join(" ").contains("on average would take"));
}

#[test]
fn who_is_turned_away_or_forgotten_is_told() {
    let mut document = document();
    assert!(!lines(&document, 100).join(" ").contains("warning:"), "nobody is turned away in the small centre");
    let share = |value| Some(Estimate { value, std_error: Some(0.001), ci95: Some([value - 0.002, value + 0.002]) });
    let aside = Aside {
        p_blocked: share(0.88),
        p_closed: share(0.009),
        p_called_back: share(0.53),
        mean_wait_called_back: share(3600.0 * 56.0),
    };
    document.aside = [("calls".to_owned(), aside)].into_iter().collect();
    document.unpromised = vec!["mail".into()];
    let words = lines(&document, 100).join(" ");
    assert!(words.contains("warning: 88 % of calls find all lines busy or the queue full. They count"), "{words}");
    assert!(words.contains("warning: 53 % of calls are called back, 56.0 h later"), "{words}");
    assert!(words.contains("warning: Nobody is planned for mail: no target is set."), "{words}");
    assert!(!words.contains("turned away because"), "less than one in a hundred: {words}");
}

#[test]
fn the_promise_of_another_period_is_named_with_its_time() {
    let mut document = document();
    let binding = |period, promise_period| Binding {
        period,
        group: "team".into(),
        agents: 5,
        of: "calls".into(),
        measure: "answer".into(),
        promise_period: Some(promise_period),
        goal: 0.8,
        value: Estimate { value: 0.85, std_error: Some(0.001), ci95: None },
        one_more: Some(Estimate { value: 0.0001, std_error: Some(0.001), ci95: None }),
        one_fewer: None,
        breaks: true,
    };
    let causes = Way::Unknown("no formula knows satisfaction".into());
    document.explanation = Some(Explanation { bindings: vec![binding(9, 10), binding(10, 10)], causes });
    let lines = lines(&document, 120);
    assert!(lines.iter().any(|line| line.contains("09:00") && line.contains("calls, service level at 10:00")));
    let own = lines.iter().find(|line| line.contains("10:00") && line.contains("85.0 %") && !line.contains("09:00"));
    assert!(!own.unwrap().contains(" at 10:00"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("The way from Erlang C is not known: no formula")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("+0.0") || line.contains("-0.0")), "{lines:#?}");

    let cause = |cause: &str, hours, change| Cause { cause: cause.into(), hours, change };
    let steps = vec![cause("Erlang C", 10.0, 10.0), cause("customers who give up", 8.0, -2.0)];
    document.explanation = Some(Explanation { bindings: Vec::new(), causes: Way::Steps(steps) });
    assert!(
        self::lines(&document, 100).iter().any(|line| line.contains("customers who give up") && line.contains("-2.0"))
    );
}

#[test]
fn a_plan_that_was_written_is_read_back_as_it_was() {
    let mut document = document();
    document.on_average = Some(document.total.clone());
    let written = holdline::report::json(&document).unwrap();
    let read: StaffingDocument = serde_json::from_str(&written).unwrap();
    assert_eq!(read, document);
    assert_eq!(holdline::report::json(&read).unwrap(), written);
}
