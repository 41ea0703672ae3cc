//! All that is asked of a scenario's staffing, answered in one document: what the command line and other languages call.

use super::{
    Budget, Interrupted, Options, Staffing, StaffingDocument, Trials, Watch, aside, explain, frontier,
    on_average_effort, staff, within_budget,
};
use crate::scenario::Scenario;

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// What the search aims at.
    pub options: Options,
    /// Where the best service for this is asked for, in place of keeping the promises.
    pub budget: Option<Budget>,
    /// Whether to say why.
    pub explain: bool,
    /// Whether to show what less and more money would buy.
    pub frontier: bool,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unanswered {
    /// The work was stopped by its user.
    #[error(transparent)]
    Interrupted(#[from] Interrupted),
    /// The scenario of this file promises nothing.
    #[error(
        "{0} promises nothing, so that nobody would be needed\n  = help: give a contact type a target that the staff \
         is to keep, such as `target = {{ answer = 0.8, within = \"20s\" }}`"
    )]
    NoTargets(String),
    /// A budget of money, where the scenario of this file knows no pay.
    #[error(
        "{0} names no pay, so that no plan has a cost\n  = help: give every group a `cost_per_hour`, or set the budget \
         in people with `--max-agents`"
    )]
    NoPay(String),
    /// A budget that buys no plan, in words.
    #[error(
        "{0} cannot keep even a trace of the targets\n  = help: leave the budget out to see what the targets take, or \
         add `--frontier` to see what less buys"
    )]
    TooLittle(String),
}

/// Plans staff days of 24 hours: makes all days so, and says it where some are not.
pub fn even_days(scenario: &mut Scenario) -> Option<&'static str> {
    if scenario.horizon.civil.all_alike() {
        return None;
    }
    scenario.horizon = scenario.horizon.with_even_days();
    Some("the plan takes days of 23 and 25 hours for days of 24; `holdline run` simulates them as they are")
}

/// Searches, and where a share of days is promised, searches again for what keeping it on average takes. `file` is what
/// the document and messages call the scenario.
///
/// # Errors
/// Where the question has no answer. That no staffing keeps the promises is an answer: [`StaffingDocument::feasible`].
pub fn answer(
    scenario: &Scenario,
    file: &str,
    seed: u64,
    question: Question,
    watch: Watch<'_>,
) -> Result<StaffingDocument, Unanswered> {
    let options = question.options;
    let trials = Trials::new(scenario, seed, watch);
    if trials.promises.is_empty() {
        return Err(Unanswered::NoTargets(file.to_owned()));
    }
    if matches!(question.budget, Some(Budget::Cost(_))) && !trials.prices.money {
        return Err(Unanswered::NoPay(file.to_owned()));
    }
    let staffing = match question.budget {
        Some(budget) => affordable(&trials, options, budget)?,
        None => staff(&trials, options)?,
    };
    let mut document = StaffingDocument::new(&trials, &staffing, options, file, seed);
    let (plan, promised) = match &staffing {
        Staffing::Found(found) => (&found.plan, true),
        Staffing::Affordable(affordable) => (&affordable.plan, false),
        Staffing::Infeasible(_) => return Ok(document),
    };
    document.aside = aside(&trials, plan)?;
    if question.explain {
        document.explanation = Some(explain(&trials, options, plan)?);
    }
    if question.frontier {
        document.frontier = frontier(&trials, options, plan, promised)?;
    }
    if promised {
        document.on_average = on_average_effort(&trials, options, plan)?;
    }
    Ok(document)
}

/// The best plan for a budget; a budget that buys none is the end.
fn affordable(trials: &Trials<'_>, options: Options, budget: Budget) -> Result<Staffing, Unanswered> {
    let best = within_budget(trials, options, budget)?;
    best.map(|best| Staffing::Affordable(Box::new(best))).ok_or_else(|| {
        Unanswered::TooLittle(match budget {
            Budget::Cost(most) => format!("a cost of {most}"),
            Budget::Agents(most) => format!("{most} agents at once"),
        })
    })
}
