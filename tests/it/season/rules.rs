//! The search: what it finds holds, is reproducible, and is judged by the rule that is stated.

use holdline::season::{SeasonFigure, Setting, effects};
use holdline::stats::binomial_lower;

use super::{ASKED, SMALL, found, scenario};

#[test]
fn a_plan_is_proven_on_seasons_of_its_own_and_is_the_same_again() {
    let scenario = scenario("found", SMALL);
    let setting = Setting::new(&scenario).unwrap();
    let plan = found(&setting);
    assert!(plan.candidate.plan.people() > 0, "calls double, so somebody is hired");
    assert!(plan.confirmation.unproven.is_empty(), "{:?}", plan.confirmation.standings);
    let (seasons, round) = (&plan.confirmation.seasons, plan.confirmation.rounds);
    // The rule, anew: exact binomial bound, Bonferroni over the weeks, half the error in each further round.
    for week in 0..8 {
        let kept = seasons.iter().filter(|season| season.keeps(&setting, week)).count() as u64;
        let alpha = (1.0 - ASKED.confidence) / 8.0 / f64::from(1_u32 << round);
        let bound = binomial_lower(kept, u64::from(ASKED.seasons), alpha);
        assert_eq!(bound, plan.confirmation.bounds[week], "week {week}");
        assert!(bound >= ASKED.probability, "week {week}: {kept} of {} seasons", ASKED.seasons);
    }
    let again = found(&setting);
    assert_eq!(again.candidate.plan, plan.candidate.plan);
    let costs = |found: &holdline::season::Found| {
        found.confirmation.seasons.iter().map(|s| s.cost().total()).collect::<Vec<_>>()
    };
    assert_eq!(costs(&again), costs(&plan), "the same seasons again");
    // A plan against itself: every paired difference is nothing.
    for effect in effects(&setting, seasons, &again.confirmation.seasons) {
        assert_eq!(effect.difference.map(|d| (d.value, d.std_error)), Some((0.0, Some(0.0))), "{:?}", effect.figure);
    }
}

#[test]
fn fewer_hires_keep_fewer_weeks() {
    let scenario = scenario("fewer", SMALL);
    let setting = Setting::new(&scenario).unwrap();
    let plan = found(&setting);
    let watch = holdline::planner::Watch { cancel: &std::sync::atomic::AtomicBool::new(false), progress: &|_, _| () };
    let simulator = holdline::season::Simulator::new(&setting, 5, watch);
    let nobody = holdline::season::HiringPlan::nobody(&setting, plan.candidate.plan.level.clone());
    let first = plan.confirmation.first;
    let seasons = simulator.seasons(&nobody.staffed(&setting, &scenario), first..first + ASKED.seasons).unwrap();
    let effects = effects(&setting, &plan.confirmation.seasons, &seasons);
    let of = |figure: SeasonFigure| effects.iter().find(|effect| effect.figure == figure).unwrap().difference.unwrap();
    let [_, high] = of(SeasonFigure::WeeksKept).ci95.unwrap();
    assert!(high < -1.0, "without hires at least one more week is missed, for certain: {high}");
    assert!(of(SeasonFigure::Cost).ci95.unwrap()[1] < 0.0, "and it is cheaper");
    assert!(of(SeasonFigure::MoneyAtRisk).ci95.unwrap()[0] > 0.0, "but more customers are lost");
}
