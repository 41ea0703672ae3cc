//! What a plan's promises do not see: contacts that are turned away or called back later count in no service level.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{Interrupted, Plan, Trials};
use crate::kpi::Counts;
use crate::scenario::{Channel, Scenario};
use crate::stats::{Estimate, RatioMoments};

/// Contacts of a type that a plan's promises do not see, as shares of all that reached the centre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aside {
    /// Found all lines busy or the queue full.
    pub p_blocked: Option<Estimate>,
    /// Came when it was closed, or still waited then and were turned away.
    pub p_closed: Option<Estimate>,
    /// Accepted a call-back and left the queue.
    pub p_called_back: Option<Estimate>,
    /// Mean wait for the calls made, s.
    pub mean_wait_called_back: Option<Estimate>,
}

/// The first replication of this look, which nothing else has seen.
const FIRST: u32 = 7 << 29;
/// Contacts on which it is taken.
const CONTACTS: f64 = 2e6;

/// Looks at the contacts that a plan leaves aside, type by type.
///
/// # Errors
/// When the user wants to stop.
pub fn aside(trials: &Trials<'_>, plan: &Plan) -> Result<IndexMap<String, Aside>, Interrupted> {
    trials.begin("looking who is turned away");
    let days = FIRST..FIRST + (CONTACTS / trials.contacts()).clamp(30.0, 1000.0) as u32;
    let mut sums = vec![[RatioMoments::default(); 4]; trials.scenario.contacts.len()];
    trials.look(&plan.staffed(trials.scenario), days, &mut |sample, layout| {
        for (kind, sums) in sums.iter_mut().enumerate() {
            let mut counts = Counts::default();
            (0..layout.intervals).for_each(|interval| counts.add(sample.counts(layout, kind, interval)));
            let offered = f64::from(counts.offered());
            sums[0].push((f64::from(counts.blocked), offered));
            sums[1].push((f64::from(counts.closed), offered));
            sums[2].push((f64::from(counts.called_back), offered));
            sums[3].push((counts.wait_called_back, f64::from(counts.calls_made)));
        }
    })?;
    let figures = sums.iter().map(|sums| {
        let [p_blocked, p_closed, p_called_back, mean_wait_called_back] = sums.map(|sum| sum.ratio());
        Aside { p_blocked, p_closed, p_called_back, mean_wait_called_back }
    });
    Ok(trials.scenario.contacts.iter().map(|contact| contact.name.clone()).zip(figures).collect())
}

/// Contact types that agents handle although nothing is promised: no target of their own, nor a cap on how busy the
/// agents may be.
pub(super) fn unpromised(scenario: &Scenario) -> Vec<String> {
    let forgotten = |kind: usize| {
        let contact = &scenario.contacts[kind];
        let mut able = scenario.groups.iter().filter(|group| group.skills.iter().any(|skill| skill.contact == kind));
        let people = !matches!(contact.channel, Channel::SelfService | Channel::Chatbot);
        people && contact.target.is_none() && able.clone().count() > 0 && able.all(|g| g.max_occupancy.is_none())
    };
    let kinds = (0..scenario.contacts.len()).filter(|kind| forgotten(*kind));
    kinds.map(|kind| scenario.contacts[kind].name.clone()).collect()
}
