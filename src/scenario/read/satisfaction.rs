//! `[satisfaction]`: what the file leaves out keeps its default.

use crate::scenario::{EffortWeights, ExpectedWaits, Leaving, Satisfaction};
use crate::units::Seconds;

use super::fields::Fields;

/// Reads `[satisfaction]`; an empty table gives the default model.
pub(super) fn satisfaction(fields: &Fields<'_>) -> Satisfaction {
    let usual = Satisfaction::default();
    let strength = |name, usual| fields.number(name).unwrap_or(usual);
    Satisfaction {
        base: fields.share("base").unwrap_or(usual.base),
        wait: strength("wait", usual.wait),
        expected: fields.table("expected").map_or(usual.expected, |table| expected(&table)),
        abandoned: strength("abandoned", usual.abandoned),
        turned_away: strength("turned_away", usual.turned_away),
        further_contact: strength("further_contact", usual.further_contact),
        transfer: strength("transfer", usual.transfer),
        repetition: strength("repetition", usual.repetition),
        unresolved: strength("unresolved", usual.unresolved),
        poor: strength("poor", usual.poor),
        broken_promise: strength("broken_promise", usual.broken_promise),
        recovery: strength("recovery", usual.recovery),
        promoter: strength("promoter", usual.promoter),
        detractor: strength("detractor", usual.detractor),
        ultimate: strength("ultimate", usual.ultimate),
        ugly: strength("ugly", usual.ugly),
        leave: fields.table("leave").map_or(usual.leave, |table| leave(&table)),
        effort: fields.table("effort").map_or(usual.effort, |table| effort(&table)),
        value: strength("value", usual.value),
    }
}

fn expected(fields: &Fields<'_>) -> ExpectedWaits {
    let usual = ExpectedWaits::default();
    let wait = |name, usual| fields.duration(name).map_or(usual, Seconds);
    ExpectedWaits {
        voice: wait("voice", usual.voice),
        chat: wait("chat", usual.chat),
        email: wait("email", usual.email),
        social: wait("social", usual.social),
        callback: wait("callback", usual.callback),
    }
}

fn leave(fields: &Fields<'_>) -> Leaving {
    let usual = Leaving::default();
    Leaving {
        first: fields.share("first").unwrap_or(usual.first),
        later: fields.share("later").unwrap_or(usual.later),
        unresolved: fields.share("unresolved").unwrap_or(usual.unresolved),
        anger: fields.number("anger").unwrap_or(usual.anger),
    }
}

fn effort(fields: &Fields<'_>) -> EffortWeights {
    let usual = EffortWeights::default();
    EffortWeights {
        contact: fields.number("contact").unwrap_or(usual.contact),
        transfer: fields.number("transfer").unwrap_or(usual.transfer),
        repetition: fields.number("repetition").unwrap_or(usual.repetition),
        minute: fields.number("minute").unwrap_or(usual.minute),
    }
}
