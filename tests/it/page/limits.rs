//! The two sentences where figures are missing, promises are of several kinds, or scenarios cannot be compared.

use holdline::kpi::*;

use super::finding::{KEPT, MISSED, OPEN, against, centre, cost, found};
use crate::report_examples::estimate;

fn calls(centre: &mut ScenarioResult) -> &mut ContactFigures {
    &mut centre.contacts["calls"]
}

fn alone(centre: ScenarioResult) -> String {
    found(vec![centre], Vec::new())
}

#[test]
fn a_promise_without_a_figure_is_not_kept() {
    let mut only = centre("Only", KEPT, Some((1000.0, 5.0)));
    let mut nobody = only.contacts["calls"].clone();
    nobody.service_level = None;
    only.contacts.insert("vip".into(), nobody);
    assert_eq!(
        alone(only),
        "Whether “Only” keeps all its promises cannot be told yet; open is vip: no contact counted, so there is no figure. \
         1 of 2 are certain to be kept and none is certain to be missed; more replications will tell."
    );
}

#[test]
fn a_share_of_days_takes_the_place_of_the_mean() {
    let mut only = centre("Only", KEPT, Some((1000.0, 5.0)));
    calls(&mut only).target.as_mut().unwrap().days = Some(0.99);
    calls(&mut only).days_met = estimate(0.86, 0.02);
    let text = alone(only);
    assert!(
        text.starts_with(
            "“Only” misses its promise for calls: 86 % (82–90) of days keep all that is promised (99 % of"
        )
    );
}

#[test]
fn a_cap_on_occupancy_is_a_promise() {
    let mut only = centre("Only", KEPT, Some((1000.0, 5.0)));
    let group = only.agents.first_mut().unwrap().1;
    (group.max_occupancy, group.occupancy) = (Some(0.85), estimate(0.9, 0.002));
    assert!(alone(only).starts_with("“Only” misses one of its 2 promises, that for team: agents busy 90.0 % ± 0.4 of"));
}

#[test]
fn the_worst_of_many_misses_is_not_certain_by_itself() {
    let one = |count: usize| {
        let mut only = centre("Only", (0.7785, 0.01), None);
        let kept = centre("Kept", KEPT, None).contacts["calls"].clone();
        (1..count).for_each(|n| _ = only.contacts.insert(format!("kept {n}"), kept.clone()));
        alone(only)
    };
    assert!(one(1).contains("That is certain to 95 %: more replications will not change it"), "{}", one(1));
    let twenty = one(20);
    assert!(twenty.contains("Judged by itself that is certain to 95 %, but of 20 promises one may look so by chance"));
}

#[test]
fn who_is_turned_away_is_named_beside_the_praise() {
    let mut only = centre("Only", KEPT, Some((1000.0, 5.0)));
    calls(&mut only).p_blocked = estimate(0.12, 0.001);
    let text = alone(only);
    assert!(text.starts_with(
        "“Only” keeps all its promises on average (12.0 % ± 0.2 of calls find all lines busy or the queue full), at a cost"
    ));
}

/// Three scenarios with these service levels and costs, the second and third compared with the first.
fn three(of: [((f64, f64), Option<f64>); 3], rows: bool) -> String {
    let named = ["Base", "B", "C"].into_iter().zip(of);
    let all: Vec<ScenarioResult> =
        named.map(|(name, (level, cost))| centre(name, level, cost.map(|cost| (cost, 5.0)))).collect();
    let compared = |this: &ScenarioResult| {
        let difference = this.centre.cost.zip(all[0].centre.cost).map(|(this, base)| this.value - base.value);
        let row = difference.filter(|_| rows).map(|difference| cost(difference, 5.0, difference.abs() > 20.0));
        against(this, &all[0], &row.into_iter().collect::<Vec<_>>())
    };
    let mut comparisons: Vec<Comparison> = all[1..].iter().map(compared).collect();
    // What keeps scenarios in one family though their costs cannot be compared.
    comparisons.iter_mut().filter(|c| c.rows.is_empty()).for_each(|c| {
        c.rows.push(Difference {
            subject: None,
            figure: "cost".into(),
            first: None,
            this: None,
            difference: None,
            real: false,
        });
    });
    found(all, comparisons)
}

#[test]
fn a_cheaper_scenario_that_may_keep_its_promises_is_named() {
    let text = three([(OPEN, Some(800.0)), (KEPT, Some(1000.0)), (KEPT, Some(1200.0))], true);
    assert!(
        text.starts_with(
            "“B” keeps all its promises on average at the least cost (open is whether Base does so, too): 1 000 ± 10."
        ),
        "{text}"
    );
}

#[test]
fn costs_that_are_not_all_known_make_nobody_the_cheapest() {
    let text = three([(KEPT, None), (KEPT, Some(900.0)), (KEPT, Some(1000.0))], true);
    let costless = "none can be called the cheapest, for not every cost is known and comparable.";
    assert!(text.contains(costless), "{text}");
    let text = three([(KEPT, Some(500.0)), (KEPT, Some(900.0)), (MISSED, Some(1000.0))], false);
    assert!(text.contains(costless), "costs of studies of different length: {text}");
}

#[test]
fn any_real_difference_for_customers_is_found() {
    let plain = |name: &str| {
        let mut centre = centre(name, KEPT, None);
        calls(&mut centre).target = None;
        centre
    };
    let (base, other) = (plain("Base"), plain("Other"));
    let row = [(None, "resolved_at_first", 0.0656, 0.0014, true), (None, "logged_in_hours", 10.0, 0.1, true)];
    let text = found(vec![base.clone(), other.clone()], vec![against(&other, &base, &row)]);
    assert!(text.ends_with("with “Other”, resolved at first contact of the centre rises by 6.6 pt ± 0.3."), "{text}");
}

#[test]
fn what_the_money_buys_is_said() {
    let (base, other) = (centre("Base", KEPT, Some((1000.0, 5.0))), centre("Other", KEPT, Some((1100.0, 5.0))));
    let row = [
        cost(100.0, 5.0, true),
        (Some("calls"), "mean_wait_answered", -9.0, 0.01, true),
        (Some("calls"), "p_abandon", -0.01, 0.001, true),
        (None, "csat", 0.02, 0.001, true),
    ];
    let text = found(vec![base.clone(), other.clone()], vec![against(&other, &base, &row)]);
    assert!(text.ends_with(
        "“Other” costs 100 ± 10 more than “Base”, and that is real; with it, satisfied (CSAT) of the centre rises by \
         2.0 pt ± 0.2."
    ), "{text}");
}
