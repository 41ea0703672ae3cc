//! What a fitted scenario says of channels: customary targets, chats in one hand, e-mails that wait.

use super::super::{Chats, Fitted, FittedType};
use super::numbers::{figure, plain, short};
use super::text::quoted;
use crate::scenario::{AgentGroup, Channel, Scenario, Skill};
use crate::units::DAY;

/// Within which time, s, contacts of a channel are customarily answered.
pub(super) fn within(channel: Channel) -> f64 {
    match channel {
        Channel::Chat => 60.0,
        Channel::Email | Channel::Social => DAY,
        _ => 20.0,
    }
}

/// The target of a type, as a scenario file has it.
pub(super) fn target_line(channel: Channel) -> String {
    let within = match within(channel) {
        DAY => "24h".to_owned(),
        seconds => format!("{seconds}s"),
    };
    format!("target   = {{ answer = 0.8, within = \"{within}\" }}")
}

/// Factors with one, two, ... chats in hand: more are never faster. None where nothing is slower.
pub(super) fn slowdown(chats: &Chats) -> Vec<f64> {
    let more = |most: &mut f64, factor: &Fitted| {
        *most = most.max(factor.value());
        Some(*most)
    };
    let factors: Vec<f64> = chats.slowdown.iter().scan(1.0, more).collect();
    if factors.iter().all(|factor| *factor == 1.0) { Vec::new() } else { factors }
}

/// Why contacts of a type have no patience.
pub(super) fn endless(channel: Channel) -> &'static str {
    match channel.is_deferred() {
        true => "Waits until it is answered: nobody holds the line.",
        false => "Nobody left while waiting: patience cannot be told from endless.",
    }
}

/// How many chats agents have in hand, and what that does to them, in words.
pub(super) fn in_hand(chats: &Chats) -> String {
    let shares: Vec<String> = chats.begun.iter().map(|share| short(share * 100.0)).collect();
    let slower: Vec<String> = chats.slowdown.iter().skip(1).map(|factor| figure(factor, "", "chats")).collect();
    let slower = match slower.is_empty() {
        true => "How much they slow each other down is not told.".to_owned(),
        false => format!(
            "Times are what a chat takes alone. With one more in hand each, it takes longer by: {}; told from when chats \
             began, as if their work, and whose they are, did not depend on it.",
            slower.join(", ")
        ),
    };
    format!("Of the chats {} % began as the first, second, ... in their agent's hand. {slower}", shares.join(", "))
}

/// The key of a type's factors, where it has some.
pub(super) fn slowdown_line(factors: &[f64]) -> Option<String> {
    let factors: Vec<String> = factors.iter().map(|factor| plain(*factor)).collect();
    (!factors.is_empty()).then(|| format!("slowdown = [{}]", factors.join(", ")))
}

/// What becomes of contacts that came from another type.
pub(super) fn passed_on(one: &FittedType) -> Option<String> {
    let share = 100.0 * one.transferred as f64 / one.contacts as f64;
    (one.transferred > 0).then(|| {
        format!(
            "Not simulated as such: {} contacts ({} %) were passed on from another type, where the same customer had just \
             been served. They are among the arrivals here, and the time there among the handling times there.",
            one.transferred,
            short(share)
        )
    })
}

/// What a group takes, as a scenario file has it: a list, or a table of levels where they differ.
pub(super) fn skills(group: &AgentGroup, scenario: &Scenario) -> String {
    let name = |skill: &Skill| quoted(&scenario.contacts[skill.contact].name);
    if group.skills.iter().all(|skill| skill.level == 1) {
        let names: Vec<String> = group.skills.iter().map(name).collect();
        return format!("skills = [{}]", names.join(", "));
    }
    let levels = group.skills.iter().map(|skill| format!("{} = {}", name(skill), skill.level));
    let levels: Vec<String> = levels.collect();
    format!("# E-mails and the like are assumed to wait while a customer does.\nskills = {{ {} }}", levels.join(", "))
}

/// The key of a group's chats, where its agents have several at once.
pub(super) fn concurrency(chats: u32) -> Option<String> {
    (chats > 1).then(|| format!("concurrency = {{ chat = {chats} }}"))
}

/// How many chats an agent who takes these types has at once: as many as for any of them.
pub(super) fn at_once<'a>(takes: impl Iterator<Item = &'a FittedType>) -> u32 {
    takes.filter_map(|one| one.chats.as_ref()).map(|chats| chats.at_once).max().unwrap_or(1)
}
