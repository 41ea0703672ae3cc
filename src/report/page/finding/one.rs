//! One scenario: whether it keeps what it promises, and how near that is.

use super::{Case, Sentences, Told};
use crate::report::Verdict;
use crate::report::language::say;
use crate::report::promise::{Promise, Standing};
use crate::report::wording::Kind;

pub(super) fn sentences(told: &Told, case: &Case) -> Sentences {
    let once = case.scenario.replications < 2;
    match case.standing {
        Standing::Unpromised => [unpromised(told, case), usual(told, case)],
        _ if once => [say!(told.language, "finding-once", name = case.name), say!(told.language, "finding-once-so")],
        Standing::Kept => [told.kept(case), told.nearest(case)],
        Standing::Open => [told.open(case), told.balance(case)],
        Standing::Missed => [told.missed(case), told.certain_miss(case)],
    }
}

impl Told<'_> {
    fn kept(&self, case: &Case) -> String {
        let (name, remarks) = (case.name, self.remarks(&[case]));
        match case.cost {
            Some(cost) => {
                let cost = self.cost(case, cost);
                say!(self.language, "finding-one-kept-cost", name = name, cost = cost, remarks = remarks)
            }
            None => say!(self.language, "finding-one-kept", name = name, remarks = remarks),
        }
    }

    /// The promise that is kept by least, and how often single days keep it.
    fn nearest(&self, case: &Case) -> String {
        let Some(promise) = case.worst(Verdict::Met) else { return String::new() };
        let words = promise.words(self.language);
        match self.days(promise) {
            Some(days) => {
                let subject = promise.subject;
                say!(self.language, "finding-one-nearest-days", promise = words, days = days, name = subject)
            }
            None => say!(self.language, "finding-one-nearest", promise = words),
        }
    }

    fn open(&self, case: &Case) -> String {
        let promise = case.worst(Verdict::Open).map_or(String::new(), |promise| promise.words(self.language));
        say!(self.language, "finding-one-open", name = case.name, promise = promise)
    }

    /// What is certain beside what is not.
    fn balance(&self, case: &Case) -> String {
        let (kept, count) = (case.with(Verdict::Met).count(), case.promises.len());
        say!(self.language, "finding-one-balance", kept = kept, count = count)
    }

    fn missed(&self, case: &Case) -> String {
        let promise = case.worst(Verdict::Missed).map_or(String::new(), |promise| promise.words(self.language));
        let (missed, count) = (case.with(Verdict::Missed).count(), case.promises.len());
        let key = if missed == 1 { "finding-one-missed" } else { "finding-one-missed-more" };
        say!(self.language, key, name = case.name, missed = missed, count = count, promise = promise)
    }

    /// How sure the miss is, as the worst of several, and how often single days keep what is promised.
    fn certain_miss(&self, case: &Case) -> String {
        let Some(worst) = case.worst(Verdict::Missed) else { return String::new() };
        let key = if worst.is_missed_among(case.promises.len(), case.scenario.replications) {
            "finding-one-certain"
        } else {
            "finding-one-likely"
        };
        let sure = say!(self.language, key, count = case.promises.len());
        match self.days(worst) {
            Some(days) => {
                say!(self.language, "finding-one-single-days", sure = sure, days = days, name = worst.subject)
            }
            None => say!(self.language, "finding-one-no-days", sure = sure),
        }
    }

    fn days(&self, promise: &Promise) -> Option<String> {
        promise.days.map(|days| self.language.share_between(Some(&days)))
    }
}

fn unpromised(told: &Told, case: &Case) -> String {
    match case.cost {
        Some(cost) => {
            say!(told.language, "finding-one-unpromised-cost", name = case.name, cost = told.cost(case, cost))
        }
        None => say!(told.language, "finding-one-unpromised", name = case.name),
    }
}

/// What there is to say without a promise: how soon the largest contact type is answered, and how many give up.
fn usual(told: &Told, case: &Case) -> String {
    let offered = |figures: &crate::kpi::ContactFigures| figures.offered.map_or(0.0, |offered| offered.value);
    let largest = case.scenario.contacts.iter().max_by(|a, b| offered(a.1).total_cmp(&offered(b.1)));
    let Some((name, figures)) = largest.filter(|(_, figures)| figures.mean_wait_answered.is_some()) else {
        return say!(told.language, "finding-one-nothing");
    };
    let wait = told.language.show(Kind::Duration, figures.mean_wait_answered.as_ref());
    let abandon = told.language.show(Kind::Share, figures.p_abandon.as_ref());
    say!(told.language, "finding-one-usual", name = name, wait = wait, abandon = abandon)
}
