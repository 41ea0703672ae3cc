//! What keeping promises on average takes, beside a plan that keeps them on a share of days.

use super::{Effort, Interrupted, Options, Plan, Staffing, Trials, effort, on_average, staff};

/// The first fresh replication on which a plan for a share of days is held against the mean.
const FIRST: u32 = 6 << 29;
/// Contacts on which it is.
const CONTACTS: f64 = 2e7;

/// What it takes to keep on average what `plan` keeps on a share of days; none where no share of days is asked, or where
/// nothing is known to keep the mean.
///
/// Who keeps nine days in ten usually keeps the mean too, and the search for the mean, which begins elsewhere, may end
/// with a plan that costs more: then the plan for the days is the better one for the mean, provided that it keeps it.
///
/// # Errors
/// When the user wants to stop.
pub fn on_average_effort(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<Option<Effort>, Interrupted> {
    if trials.promises.iter().all(|promise| promise.days.is_none()) {
        return Ok(None);
    }
    let mean = on_average(trials.scenario);
    let of_mean = Trials::new(&mean, trials.seed(), trials.watch());
    let found = match staff(&of_mean, options)? {
        Staffing::Found(found) => Some(found.plan),
        _ => None,
    };
    let cost = |plan: &Plan| trials.prices.plan(plan, &trials.periods);
    let cheaper = found.as_ref().is_none_or(|found| cost(plan) < cost(found));
    if cheaper && keeps(&of_mean, options, plan)? {
        return Ok(Some(effort(trials, plan)));
    }
    Ok(found.map(|found| effort(trials, &found)))
}

/// Whether a plan keeps every promise on days that nothing else has seen, with the confidence asked for.
fn keeps(trials: &Trials<'_>, options: Options, plan: &Plan) -> Result<bool, Interrupted> {
    let days = FIRST..FIRST + (CONTACTS / trials.contacts()).clamp(30.0, 10_000.0) as u32;
    let seen = trials.run(plan, days)?;
    let errors = seen.proof_errors(&trials.promises, options.confidence, 0);
    let mut promises = trials.promises.iter().enumerate();
    Ok(promises.all(|(number, promise)| seen.standing(number, promise).is_none_or(|standing| standing.holds(errors))))
}
