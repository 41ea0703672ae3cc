//! Custom laws of patience: the built-in ones given once more tell the same story; callers who leave when too many are
//! ahead make a queue with places, whose figures are exact; what is no time counts as none.

use holdline::engine::{CentreState, Contact, CustomError, Model, Patience};
use holdline::sampling::{Sampler, Stream};
use holdline::scenario::{Arrivals, Law, Scenario};
use proptest::prelude::*;

use super::story::{parting, told};
use super::{assert_near, figures_of};
use crate::centre::{calls, one_queue};
use crate::random_centres::any_centre;
use crate::random_journeys::any_journeys;

/// A law of scenario files, given in code.
struct Same(Sampler);

impl Patience for Same {
    fn name(&self) -> String {
        "as in the file".into()
    }

    fn draw(&self, _contact: &Contact, _centre: &CentreState<'_>, stream: &mut Stream) -> f64 {
        self.0.draw(stream)
    }
}

/// The laws of all types that have one given once more, of those types alone or of no file.
fn same_story(mut scenario: Scenario) -> Result<(), TestCaseError> {
    let built_in = told(&Model::new(&scenario).in_order(), scenario.run.seed);
    let laws: Vec<Option<Law>> = scenario.contacts.iter().map(|contact| contact.patience.clone()).collect();
    scenario.contacts.iter_mut().for_each(|contact| contact.patience = None);
    let mut model = Model::new(&scenario).in_order();
    for (contact, law) in scenario.contacts.iter().zip(laws) {
        if let Some(law) = law {
            model = model.with_patience(&contact.name, Same(Sampler::new(&law))).unwrap();
        }
    }
    prop_assert_eq!(parting(&built_in, &told(&model, scenario.run.seed)), None);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 40 } else { 200 },
        failure_persistence: None, max_shrink_iters: 400, rng_seed: proptest::test_runner::RngSeed::Fixed(13),
        ..ProptestConfig::default() })]

    #[test]
    fn the_built_in_laws_given_again_tell_the_same_story(scenario in any_centre()) {
        same_story(scenario)?;
    }

    #[test]
    fn so_they_do_where_customers_come_again(scenario in any_journeys()) {
        same_story(scenario)?;
    }
}

/// Leaves at once when so many are ahead, and never otherwise.
struct Places(u32);

impl Patience for Places {
    fn name(&self) -> String {
        format!("{} places", self.0)
    }

    fn draw(&self, contact: &Contact, centre: &CentreState<'_>, _stream: &mut Stream) -> f64 {
        let (queue, first) = (centre.queue_length(contact.kind), centre.longest_wait(contact.kind));
        assert_eq!(queue as usize, centre.queue(contact.kind).count());
        assert!(first >= 0.0 && (queue > 0 || first == 0.0));
        if queue < self.0 { f64::INFINITY } else { 0.0 }
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn callers_who_see_the_queue_make_a_queue_with_places() {
    // M/M/2/5 at 2 erlangs: states 0 to 5 have the weights 1, 2, 2, 2, 2, 2 (Kleinrock, Queueing Systems I, 1975, sec.
    // 3.5), and arrivals see them as they are (PASTA).
    let (lost, queue) = (2.0 / 11.0, 12.0 / 11.0);
    let contact = calls("calls", Arrivals::PerHour(360.0), Law::Exponential { mean: 20.0 });
    let mut scenario = one_queue(1_000_000.0, contact, 2);
    (scenario.run.replications, scenario.horizon.warm_up.0) = (100, 3000.0);
    let model = Model::new(&scenario).with_patience("calls", Places(3)).unwrap();
    let figures = figures_of(&scenario, &model).contacts["calls"].clone();
    assert_near(&[("abandoned", figures.p_abandon, lost), ("mean queue", figures.mean_queue, queue)], 100);
}

/// The same time whoever it is.
struct Always(f64);

impl Patience for Always {
    fn name(&self) -> String {
        format!("{} s", self.0)
    }

    fn draw(&self, _contact: &Contact, _centre: &CentreState<'_>, _stream: &mut Stream) -> f64 {
        self.0
    }
}

#[test]
fn what_is_no_time_counts_as_none() {
    let scenario = one_queue(50_000.0, calls("calls", Arrivals::PerHour(360.0), Law::Exponential { mean: 100.0 }), 8);
    let figures = |seconds: f64| {
        let model = Model::new(&scenario).with_patience("calls", Always(seconds)).unwrap();
        figures_of(&scenario, &model).contacts["calls"].clone()
    };
    let none = figures(0.0);
    assert!(none.abandoned.unwrap().value > 0.0 && none.mean_wait.unwrap().value == 0.0);
    assert_eq!(none, figures(-5.0));
    assert_eq!(none, figures(f64::NAN));
    assert_eq!(figures(f64::INFINITY).abandoned.unwrap().value, 0.0);
}

#[test]
fn a_type_that_is_not_there_is_named() {
    let scenario = one_queue(50_000.0, calls("calls", Arrivals::PerHour(360.0), Law::Exponential { mean: 100.0 }), 8);
    let refused = Model::new(&scenario).with_patience("sales", Always(1.0)).unwrap_err();
    assert_eq!(refused, CustomError::UnknownType { name: "sales".into(), known: "`calls`".into() });
    assert_eq!(refused.to_string(), "no contact type is called `sales`; the scenario has `calls`");
}
