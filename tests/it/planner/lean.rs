//! Plans are tried without what only reports need.

use holdline::scenario::load;

use super::trials;

#[test]
fn what_a_search_sees_is_what_the_whole_scenario_gives() {
    let scenario = load(std::path::Path::new("scenarios/peak-monday.toml")).unwrap().scenario;
    assert!(scenario.satisfaction.is_some(), "there is something to leave out");
    let trials = trials(&scenario);
    let plan = holdline::planner::by_formula(&trials, holdline::planner::Method::Stationary);
    let searched = trials.run(&plan, 0..5).unwrap();
    let whole = trials.judge(&plan.staffed(&scenario), 0..5).unwrap();
    for (number, promise) in trials.promises.iter().enumerate() {
        assert_eq!(searched.standing(number, promise), whole.standing(number, promise), "{promise:?}");
    }
}
