//! What a reader should know before trusting a plan.

use crate::planner::{Aside, StaffingDocument};
use crate::report::warnings::Warning;
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;

/// A larger share that is turned away or called back deserves a word.
const FEW: f64 = 0.01;

/// Contact types that nobody is planned for, and those whose promises are kept because some are turned away.
#[must_use]
pub fn plan_warnings(document: &StaffingDocument) -> Vec<Warning> {
    let aside = document.aside.iter().flat_map(|(name, aside)| left_aside(name, aside));
    unpromised(document).into_iter().chain(aside).collect()
}

fn unpromised(document: &StaffingDocument) -> Option<Warning> {
    let names: Vec<&str> = document.unpromised.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| Warning {
        seen: format!("Nobody is planned for {}: no target is set", wording::list(&names)),
        matters: "Agents take them only when they have time, and the plan lets them wait as long as that lasts.".into(),
        remedy: "Give them a `target` of their own.".into(),
    })
}

fn left_aside(name: &str, aside: &Aside) -> Vec<Warning> {
    let large = |share: Option<Estimate>| share.filter(|share| share.value > FEW);
    let mut found = Vec::new();
    if let Some(share) = large(aside.p_blocked) {
        found.push(Warning {
            seen: format!("{} of {name} find all lines busy or the queue full", wording::percent(share.value)),
            matters: "They count in no service level, so that the plan keeps its promises without them.".into(),
            remedy:
                "Have more `lines` or a longer `queue_limit`, or promise by `[report] service_level = \"offered\"`."
                    .into(),
        });
    }
    if let Some(share) = large(aside.p_closed) {
        found.push(Warning {
            seen: format!("{} of {name} are turned away because it is closed or closes", wording::percent(share.value)),
            matters: "No number of agents on duty answers those.".into(),
            remedy:
                "Open longer, serve out who waits (`at_close`), or promise by `[report] service_level = \"offered\"`."
                    .into(),
        });
    }
    if let Some(share) = large(aside.p_called_back) {
        let wait = aside.mean_wait_called_back;
        let wait = wait.map_or_else(String::new, |w| format!(", {} later on average", Kind::Duration.plain(w.value)));
        found.push(Warning {
            seen: format!("{} of {name} are called back{wait}", wording::percent(share.value)),
            matters: "They count in no service level, so that the plan keeps its promises without them.".into(),
            remedy: "Offer fewer call-backs (`when_waiting`), or let them keep their place (`keep_place`) so that they count.".into(),
        });
    }
    found
}
