//! `scale` of a contact type: factors that are applied when the file is read, so that nothing below knows of them.

use crate::scenario::spec::LONGEST;
use crate::scenario::tree::Value;
use crate::scenario::{Arrivals, ContactType, Law};

use super::fields::Fields;

/// Applies the factors of a contact type to what it was read to be.
pub(super) fn apply(contact: &Fields<'_>, kind: &mut ContactType) {
    let Some(scale) = contact.table("scale") else { return };
    if let Some(factor) = scale.number("arrivals") {
        kind.scale.arrivals = factor;
        kind.arrivals = kind.arrivals.scaled(factor);
        check(&scale, "arrivals", most(&kind.arrivals) <= MOST_CONTACTS, "more than ten million contacts an interval");
    }
    if let Some(factor) = scale.number("handle") {
        kind.scale.handle = factor;
        kind.handle = kind.handle.scaled(factor);
        let own = kind.customers.callback.as_mut().and_then(|callback| callback.handle.as_mut());
        own.into_iter().for_each(|law| *law = law.scaled(factor));
        check(&scale, "handle", kind.handle.mean() <= LONGEST, "a handling time longer than thirty years");
    }
    if let Some(factor) = scale.number("patience") {
        kind.scale.patience = factor;
        kind.patience = kind.patience.as_ref().map(|law| law.scaled(factor));
        check(&scale, "patience", kind.patience.as_ref().is_none_or(finite), "a patience longer than thirty years");
        if kind.patience.is_none() {
            let sentence = "`patience` of `scale` changes nothing: this type has no `patience` and waits for ever";
            scale.reader.warn(scale.place("patience"), sentence);
        }
    }
}

/// The factor on the handling of a type, without a word where it is wrong: [`apply`] reports that.
pub(super) fn of_handling(contact: &Fields<'_>) -> f64 {
    let Some(Value::Table(scale)) = contact.get("scale").map(|(node, _)| &node.value) else { return 1.0 };
    match scale.get("handle").map(|node| &node.value) {
        Some(Value::Number(factor)) => *factor,
        Some(Value::Whole(factor)) => *factor as f64,
        _ => 1.0,
    }
}

/// As many as `per_hour` and `per_interval` may say.
pub(super) const MOST_CONTACTS: f64 = 1e7;

fn most(arrivals: &Arrivals) -> f64 {
    let rates: Vec<f64> = match arrivals {
        Arrivals::PerHour(rate) => vec![*rate],
        Arrivals::PerInterval(counts) => counts.clone(),
        Arrivals::Modulated(states) => states.iter().map(|state| state.per_hour).collect(),
    };
    rates.into_iter().fold(0.0, f64::max)
}

/// A patience without end stays one.
fn finite(law: &Law) -> bool {
    let mean = law.mean();
    mean <= LONGEST || mean == f64::INFINITY
}

fn check(scale: &Fields<'_>, name: &'static str, possible: bool, what: &str) {
    if !possible {
        let title = format!("`{name}` of `scale` makes this {what}");
        scale.reader.wrong(scale.place(name), title, "take a smaller factor; 1 leaves all as it is");
    }
}
