//! The work behind the page: first figures at once, then better ones, as long as nobody wants others.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::desk::{Answer, Desk, Wish};
use crate::engine::Model;
use crate::experiment::{Growing, compare_two};
use crate::kpi::{Layout, ScenarioResult};
use crate::scenario::Scenario;

/// Replications after which figures are shown, before all of them are done.
const LOOKS: [u32; 8] = [5, 20, 50, 100, 200, 400, 1000, 4000];

/// Works until the desk is closed.
pub(super) fn work(desk: &Desk) {
    let mut next = desk.take();
    while let Some(wish) = next {
        next = on_one_base(desk, wish);
    }
}

/// Works on wishes about one saved scenario, which is simulated once; answers the first wish about another.
fn on_one_base(desk: &Desk, first: Wish) -> Option<Wish> {
    let base = Arc::clone(&first.base);
    let scenario = &base.loaded.scenario;
    let (model, layout) = (Model::new(scenario), Layout::new(scenario));
    let mut saved = Saved { scenario, growing: Growing::new(scenario, &model, &layout), looks: BTreeMap::new() };
    let mut wish = first;
    loop {
        refine(desk, &mut saved, &wish);
        wish = desk.take()?;
        if !Arc::ptr_eq(&wish.base, &base) {
            return Some(wish);
        }
    }
}

/// The saved scenario, with its figures as they were at each look.
struct Saved<'a> {
    scenario: &'a Scenario,
    growing: Growing<'a>,
    looks: BTreeMap<u32, Arc<ScenarioResult>>,
}

impl Saved<'_> {
    /// The figures of so many replications; none when it was cancelled on the way.
    fn at(&mut self, replications: u32, cancel: &AtomicBool) -> Option<Arc<ScenarioResult>> {
        if let Some(known) = self.looks.get(&replications) {
            return Some(Arc::clone(known));
        }
        // What was cancelled on the way to a look has not gone beyond it.
        if !self.growing.grow(replications, cancel) {
            return None;
        }
        let result = Arc::new(self.growing.result(&self.scenario.name));
        self.looks.insert(replications, Arc::clone(&result));
        Some(result)
    }
}

/// Simulates what is wished for in growing steps until it is cancelled or there are as many replications as the saved
/// scenario asks for.
fn refine(desk: &Desk, saved: &mut Saved<'_>, wish: &Wish) {
    let prepared = wish.tried.as_deref().map(|tried| (tried, Model::new(tried), Layout::new(tried)));
    let mut changed = prepared.as_ref().map(|(tried, model, layout)| (*tried, Growing::new(tried, model, layout)));
    let steps = steps(saved.scenario);
    let looks = steps.len();
    for step in steps {
        let Some(figures) = saved.at(step, &wish.cancel) else { return };
        if changed.as_mut().is_some_and(|(_, growing)| !growing.grow(step, &wish.cancel)) {
            return;
        }
        let first = (saved.scenario, saved.growing.statistics());
        let this = changed.as_ref().map(|(tried, growing)| (*tried, growing.statistics()));
        let answer = Answer {
            number: wish.number,
            saved: figures,
            tried: changed.as_ref().map(|(tried, growing)| growing.result(&tried.name)),
            comparison: compare_two(first, this.unwrap_or(first), looks),
            progress: (step, saved.scenario.run.replications),
            looks,
        };
        if !desk.show(answer) {
            return;
        }
    }
}

/// Replications at each look, up to all of them.
fn steps(scenario: &Scenario) -> Vec<u32> {
    let all = scenario.run.replications;
    LOOKS.into_iter().filter(|look| *look < all).chain(std::iter::once(all)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_end_with_all_replications() {
        let mut scenario = crate::scenario::Scenario::new(
            "looks",
            crate::scenario::Horizon {
                start: None,
                length: crate::scenario::Length::Days(1),
                interval: crate::units::Seconds(1800.0),
                warm_up: crate::units::Seconds(0.0),
                civil: crate::scenario::CivilDays::default(),
            },
            Vec::new(),
            Vec::new(),
        );
        scenario.run.replications = 1;
        assert_eq!(steps(&scenario), [1]);
        scenario.run.replications = 50;
        assert_eq!(steps(&scenario), [5, 20, 50]);
        scenario.run.replications = 20_000;
        assert_eq!(steps(&scenario).last(), Some(&20_000));
    }
}
