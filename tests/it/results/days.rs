//! The spread over days, and the curve of waits, against every single contact.

use holdline::kpi::{Ending, WaitScale};
use holdline::scenario::{Arrivals, BusyFactor, Law, Length, Scenario, Staffing, Target};
use holdline::units::{DAY, Seconds};

use crate::centre::{calls, contacts, figures, one_queue};

/// Some days that are busy and some that are not, twice in a row.
fn busy_days(target: Target) -> Scenario {
    let mut contact = calls("calls", Arrivals::PerHour(20.0), Law::Exponential { mean: 240.0 });
    contact.patience = Some(Law::Exponential { mean: 120.0 });
    contact.busy_factor = Some(BusyFactor::of_single_days(0.4));
    contact.target = Some(target);
    let mut scenario = one_queue(DAY, contact, 2);
    scenario.horizon.length = Length::Days(2);
    scenario.run.replications = 60;
    scenario
}

/// Each day's share of those answered or abandoned, ascending.
fn by_day(scenario: &Scenario, met: impl Fn(Ending, f64) -> bool) -> Vec<f64> {
    let mut days = Vec::new();
    for replication in 0..scenario.run.replications {
        let rows = contacts(scenario, replication);
        for day in 0..2 {
            let of_day = rows.iter().filter(|row| (row.arrived / DAY) as usize == day);
            let seen = of_day.filter(|row| matches!(row.ending, Ending::Answered | Ending::Abandoned));
            let (part, whole) =
                seen.fold((0, 0), |(part, whole), row| (part + i32::from(met(row.ending, row.wait)), whole + 1));
            days.push(f64::from(part) / f64::from(whole));
        }
    }
    days.sort_by(f64::total_cmp);
    days
}

fn assert_spread(scenario: &Scenario, figure: &str, days: &[f64]) {
    let result = figures(scenario);
    let spread = result.contacts["calls"].days.as_ref().unwrap();
    assert_eq!((spread.figure.as_str(), spread.days), (figure, days.len() as u64));
    assert!(days[days.len() - 1] - days[0] > 0.2, "days like these test nothing: {days:?}");
    for (bin, share) in spread.shares.iter().enumerate() {
        let inside = days.iter().filter(|day| ((**day * 20.0) as usize).min(19) == bin).count();
        assert_eq!(*share, inside as f64 / days.len() as f64, "bin {bin}");
    }
    for (percentage, value) in &spread.percentiles {
        let rank = (percentage.parse::<usize>().unwrap() * days.len()).div_ceil(100);
        assert!((value - days[rank - 1]).abs() <= 0.0005, "{percentage} %: {value}, {}", days[rank - 1]);
    }
    assert_eq!(spread.percentiles.keys().collect::<Vec<_>>(), ["5", "25", "50", "75", "95"]);
}

#[test]
fn the_service_level_of_days() {
    let target = Target { answer: Some(0.8), within: Seconds(20.0), abandon: Some(0.05), ..Target::default() };
    let scenario = busy_days(target);
    assert_spread(&scenario, "service_level", &by_day(&scenario, |end, wait| end == Ending::Answered && wait <= 20.0));
}

#[test]
fn the_abandonment_of_days() {
    let scenario = busy_days(Target { abandon: Some(0.05), within: Seconds(20.0), ..Target::default() });
    assert_spread(&scenario, "p_abandon", &by_day(&scenario, |end, _| end == Ending::Abandoned));
}

#[test]
fn no_days_no_spread() {
    let mut scenario = busy_days(Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() });
    scenario.horizon.length = Length::Duration(Seconds(DAY));
    assert!(figures(&scenario).contacts["calls"].days.is_none());
    scenario.horizon.length = Length::Days(1);
    scenario.groups[0].staff = Staffing::Constant(0);
    scenario.contacts[0].arrivals = Arrivals::PerHour(0.0);
    assert!(figures(&scenario).contacts["calls"].days.is_none(), "days without a contact have no service level");
}

/// The thinned curve passes through the service level at every threshold that is reported.
#[test]
fn the_curve_of_waits_says_what_the_figures_say() {
    let target = Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() };
    let mut scenario = busy_days(target);
    scenario.report.within = [1.0, 5.0, 12.0, 45.0, 90.0, 200.0].map(Seconds).into();
    let result = figures(&scenario);
    let (calls, curve) = (&result.contacts["calls"], &result.waits["calls"].answered_within);
    assert!((5..=120).contains(&curve.len()), "{} points", curve.len());
    let (answered, abandoned) = (calls.answered.unwrap().value, calls.abandoned.unwrap().value);
    let scale = WaitScale::around(20.0);
    for within in &calls.within {
        let next = curve.iter().position(|(wait, _)| *wait >= within.seconds).unwrap();
        let ((from, low), (to, high)) = (curve[next - 1], curve[next]);
        let along = (scale.place(within.seconds) - scale.place(from)) / (scale.place(to) - scale.place(from));
        let drawn = (low + (high - low) * along) * answered / (answered + abandoned);
        let level = within.service_level.unwrap().value;
        assert!((drawn - level).abs() < 0.0025, "in {} s: {drawn}, {level}", within.seconds);
    }
}
