//! What must be said beside the praise of a scenario, lest it mislead.

use super::{Case, Told};
use crate::report::language::say;
use crate::report::promise::Standing;
use crate::report::wording::Kind;

/// More contacts than this turned away are no detail any more.
const TURNED_AWAY: f64 = 0.01;

impl Told<'_> {
    /// In brackets: whom the chosen ones turn away, for who is turned away is in no service level.
    pub(super) fn remarks(&self, chosen: &[&Case]) -> String {
        self.bracketed(self.turning_away(chosen).collect())
    }

    /// The same, after those other scenarios that may keep their promises, too, for all that is known.
    pub(super) fn beside(&self, chosen: &[&Case]) -> String {
        self.bracketed(self.open_rivals(chosen).into_iter().chain(self.turning_away(chosen)).collect())
    }

    /// Empty where there is nothing to remark.
    fn bracketed(&self, remarks: Vec<String>) -> String {
        match remarks.as_slice() {
            [] => String::new(),
            remarks => {
                say!(self.language, "finding-remarks", remarks = remarks.join(&say!(self.language, "list-apart")))
            }
        }
    }

    fn turning_away(&self, chosen: &[&Case]) -> impl Iterator<Item = String> {
        chosen.iter().filter_map(|case| self.turned_away(case))
    }

    fn open_rivals(&self, chosen: &[&Case]) -> Option<String> {
        let is_rival =
            |case: &&Case| case.standing == Standing::Open && chosen.iter().all(|other| other.index != case.index);
        let rivals: Vec<&str> = self.cases.iter().filter(is_rival).map(|case| case.name).collect();
        (!rivals.is_empty()).then(|| {
            say!(self.language, "finding-remark-open", names = self.language.list(&rivals), count = rivals.len())
        })
    }

    /// The contact type of which most find all lines busy or the queue full.
    fn turned_away(&self, case: &Case) -> Option<String> {
        let promised = case.scenario.contacts.iter().filter(|(_, contact)| contact.target.is_some());
        let some = promised.filter_map(|(name, contact)| Some((name, contact.p_blocked?)));
        let (name, share) = some.max_by(|a, b| a.1.value.total_cmp(&b.1.value))?;
        (share.value > TURNED_AWAY).then(|| {
            let share = self.language.show(Kind::Share, Some(&share));
            match self.cases.len() {
                1 => say!(self.language, "finding-remark-blocked", name = name, share = share),
                _ => say!(self.language, "finding-remark-blocked-by", name = name, share = share, scenario = case.name),
            }
        })
    }
}
