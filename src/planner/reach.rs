//! Which places in a plan bear on which promises.

use super::{Periods, Place, Promise, Scope};
use crate::kpi::Subject;
use crate::scenario::Scenario;

/// Periods before a promise's own whose staffing still shows in it.
const BACK: usize = 2;

/// Which places bear on which promises.
#[derive(Clone, Debug)]
pub(super) struct Reach {
    /// By contact type: the groups that handle it.
    able: Vec<Vec<usize>>,
    /// By group: groups that share work, directly or through others, have the same number.
    circle_of: Vec<usize>,
    /// By contact type: periods after its own in which a contact may still wait.
    ahead: Vec<usize>,
    periods: usize,
}

impl Reach {
    pub(super) fn new(scenario: &Scenario, periods: &Periods) -> Self {
        let types = scenario.contacts.len();
        let handles = |group: usize, kind: usize| scenario.groups[group].skills.iter().any(|s| s.contact == kind);
        let able: Vec<Vec<usize>> =
            (0..types).map(|kind| (0..scenario.groups.len()).filter(|g| handles(*g, kind)).collect()).collect();
        let within = |kind: usize| scenario.contacts[kind].target.map_or(0.0, |target| target.within.get());
        let ahead = |kind: usize| ((within(kind) / periods.seconds).ceil() as usize).clamp(1, periods.count);
        Self {
            circle_of: circles(scenario.groups.len(), &able),
            able,
            ahead: (0..types).map(ahead).collect(),
            periods: periods.count,
        }
    }

    /// The groups whose agents take up what a promise speaks of.
    pub(super) fn able(&self, promise: &Promise) -> Vec<usize> {
        match promise.subject {
            Subject::Contact(kind) => self.able[kind].clone(),
            Subject::Group(group) => vec![group],
            Subject::Centre => Vec::new(),
        }
    }

    /// Groups that share work with those of a promise, directly or through others.
    pub(super) fn circle(&self, promise: &Promise) -> Option<usize> {
        self.able(promise).first().map(|group| self.circle_of[*group])
    }

    /// The circle of a group.
    pub(super) fn circle_of(&self, group: usize) -> usize {
        self.circle_of[group]
    }

    /// The groups of each circle, in the order of the file.
    pub(super) fn circles(&self) -> Vec<Vec<usize>> {
        let mut circles: Vec<Vec<usize>> = Vec::new();
        for (group, circle) in self.circle_of.iter().enumerate() {
            match circles.iter_mut().find(|groups| self.circle_of[groups[0]] == *circle) {
                Some(groups) => groups.push(group),
                None => circles.push(vec![group]),
            }
        }
        circles
    }

    /// Whether a change of staffing in a place shows in a promise.
    pub(super) fn shows(&self, place: Place, promise: &Promise) -> bool {
        let Scope::Period(period) = promise.scope else { return true };
        self.circle(promise) == Some(self.circle_of[place.group])
            && period <= place.period + BACK
            && place.period <= period + self.ahead_of(promise)
    }

    /// The periods of a promise in which a change in one period shows.
    pub(super) fn around(&self, period: usize, promise: &Promise) -> std::ops::Range<usize> {
        period.saturating_sub(self.ahead_of(promise))..(period + BACK + 1).min(self.periods)
    }

    fn ahead_of(&self, promise: &Promise) -> usize {
        match promise.subject {
            Subject::Contact(kind) => self.ahead[kind],
            _ => 1,
        }
    }

    /// Places that are so many periods apart do not show in the same promise.
    pub(super) fn stride(&self) -> usize {
        (self.ahead.iter().copied().max().unwrap_or(1) + BACK + 1).min(self.periods)
    }
}

/// Numbers groups so that those with a type in common have the same.
fn circles(groups: usize, able: &[Vec<usize>]) -> Vec<usize> {
    let mut circle: Vec<usize> = (0..groups).collect();
    for together in able {
        let Some(least) = together.iter().map(|group| circle[*group]).min() else { continue };
        let joined: Vec<usize> = together.iter().map(|group| circle[*group]).collect();
        circle.iter_mut().filter(|number| joined.contains(number)).for_each(|number| *number = least);
    }
    circle
}
