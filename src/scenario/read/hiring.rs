//! `hiring` of the people of a group.

use crate::scenario::problem::quoted;
use crate::scenario::{Hiring, InitialTraining};
use crate::units::Seconds;

use super::fields::Fields;
use super::hired::named_contract;
use super::value;

/// Reads `hiring`; `names` are those of the contracts.
pub(super) fn read(people: &Fields<'_>, names: Option<&[&str]>, training: Option<&InitialTraining>) -> Option<Hiring> {
    let fields = people.table("hiring")?;
    let lead = Seconds(fields.duration("lead").unwrap_or(0.0));
    let least = fields.count("least").unwrap_or(1);
    let usual = training.map_or(USUAL_MOST, |training| training.trainees);
    let most = fields.count("most").unwrap_or(usual.max(least));
    if most < least {
        let title = format!("a class of at least {least} people cannot have {most} at most");
        fields.reader.wrong(fields.place("most"), title, "write a larger `most` or a smaller `least`");
    }
    let trainers = fields.count("trainers");
    if trainers.is_some() && training.is_none() {
        let remedy = "remove it, or say with `training` how long they train and how many at once";
        fields.reader.wrong(fields.place("trainers"), "nobody is trained, so no trainers are needed", remedy);
    }
    if let (Some(trainers), Some(training)) = (trainers, training) {
        let room = trainers.saturating_mul(training.trainees);
        if room < least {
            let title = format!("{trainers} trainers have {room} trainees, and a class at least {least}");
            fields.reader.wrong(fields.place("trainers"), title, "write more trainers, or a smaller `least`");
        }
    }
    let terms = terms(&fields, names)?;
    Some(Hiring { lead, least, most, classes: fields.count("classes").unwrap_or(1), trainers, terms })
}

/// Most people of a class where nobody is trained.
const USUAL_MOST: u32 = 12;

/// The contracts on which people are hired, each once.
fn terms(fields: &Fields<'_>, names: Option<&[&str]>) -> Option<Vec<usize>> {
    if !fields.has("contracts") {
        return Some(vec![0]);
    }
    let (items, kind, at) = fields.list("contracts")?;
    if items.is_empty() {
        fields.reader.wrong(at, "`contracts` is empty", "name a contract, or leave `contracts` out");
    }
    let read = |item| {
        let name = value::text(fields.reader, item, kind, &format!("an entry of {}", quoted("contracts")))?;
        named_contract(fields.reader, name, item.at, names?)
    };
    let terms: Vec<Option<usize>> = items.iter().map(read).collect();
    let mut terms: Vec<usize> = terms.into_iter().collect::<Option<_>>()?;
    terms.sort_unstable();
    terms.dedup();
    Some(terms)
}
