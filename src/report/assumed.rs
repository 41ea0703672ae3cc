//! What a scenario assumes, word by word, for the page and the workbook.

use super::language::{Language, say};
use crate::scenario::{Channel, LawAssumptions, StaffingForm};

/// How contacts reach the centre: `calls`.
pub(super) fn channel(language: Language, channel: Channel) -> String {
    let key = match channel {
        Channel::Voice => "channel-voice",
        Channel::Chat => "channel-chat",
        Channel::Email => "channel-email",
        Channel::Social => "channel-social",
        Channel::SelfService => "channel-self-service",
        Channel::Chatbot => "channel-chatbot",
    };
    say!(language, key)
}

/// The name of a law: `lognormal`.
pub(super) fn law(language: Language, law: &LawAssumptions) -> String {
    say!(language, &format!("law-{}", law.law))
}

/// How many agents there are: `in shifts`.
pub(super) fn staffing(language: Language, form: StaffingForm) -> String {
    let key = match form {
        StaffingForm::Constant => "assumed-staff-constant",
        StaffingForm::PerInterval => "assumed-staff-per-interval",
        StaffingForm::Shifts => "assumed-staff-shifts",
    };
    say!(language, key)
}

/// What else is at work, by its key in the scenario.
pub(super) fn further(language: Language, key: &str) -> String {
    say!(language, &format!("further-{key}"))
}

/// The least and the greatest of the factors of a day; none where there are none.
pub(super) fn range(profile: &[f64]) -> Option<[f64; 2]> {
    let by = |pick: fn(f64, f64) -> f64| profile.iter().copied().reduce(pick);
    Some([by(f64::min)?, by(f64::max)?])
}
