//! Keys of a contact type that make sense only beside others, or only on some channels.

use crate::scenario::problem::{listed, quoted};
use crate::scenario::{Channel, Customers};

use super::fields::Fields;

/// What only agents and a queue give a meaning.
const NEED_AGENTS: [&str; 17] = [
    "patience",
    "balk",
    "queue_limit",
    "callback",
    "route",
    "redial",
    "owner",
    "priority",
    "head_start",
    "at_close",
    "talk",
    "wrap",
    "handle_profile",
    "target",
    "promise",
    "recovery",
    "history",
];

/// Holds the keys of a contact type against each other, as far as they could be read.
pub(super) fn check(contact: &Fields<'_>, channel: Option<Channel>, slowdown: &[f64], customers: &Customers) {
    if channel.is_some_and(Channel::serves_itself) {
        refuse_agents_and_queue(contact);
    }
    if channel.is_some_and(Channel::is_deferred) && contact.has("callback") {
        let remedy = "remove it: the answer is sent when it is ready";
        contact.reader.wrong(contact.place("callback"), "nobody waits on the line for the answer to a message", remedy);
    }
    check_slowdown(contact, channel, slowdown);
    let redials = customers.redial.as_ref().is_some_and(|redial| redial.abandoned > 0.0);
    if redials && !contact.has("patience") && !contact.has("balk") && !channel.is_some_and(Channel::serves_itself) {
        let sentence = "`redial` names a chance after an abandonment, but without `patience` or `balk` nobody abandons";
        contact.reader.warn(contact.place("redial"), sentence);
    }
}

/// Where nobody is turned away, nothing follows from it.
pub(super) fn warn_without_closed_doors(contact: &Fields<'_>, turned_away: bool) {
    let reason = if !contact.has("open") {
        "without `open` this contact type is always open"
    } else if !turned_away {
        "who comes when it is closed waits for the next opening, as `at_close` is \"keep\""
    } else {
        return;
    };
    contact.reader.warn(contact.place("out_of_hours"), &format!("`out_of_hours` never happens: {reason}"));
}

/// All that is out of place in a type that serves itself is one fault: its channel, or all of these keys.
fn refuse_agents_and_queue(contact: &Fields<'_>) {
    let named: Vec<&str> = NEED_AGENTS.into_iter().filter(|name| contact.has(name)).collect();
    let Some(first) = named.first() else { return };
    let title = format!(
        "a contact type that serves itself has neither agents nor a queue, but it has {}",
        listed(&named, "and")
    );
    let remedy = "remove what does not apply; `handle` says how long the customer takes";
    contact.reader.wrong(contact.place(first), title, remedy);
}

fn check_slowdown(contact: &Fields<'_>, channel: Option<Channel>, factors: &[f64]) {
    let at = contact.place("slowdown");
    if contact.has("slowdown") && channel.is_some_and(|channel| channel != Channel::Chat) {
        let remedy = "remove it, or make this a `chat`; agents take all other contacts one at a time";
        contact.reader.wrong(at, format!("{} is for chats alone", quoted("slowdown")), remedy);
        return;
    }
    if let Some(first) = factors.first().filter(|first| **first != 1.0) {
        let title = format!("`slowdown` begins with {first}, but one chat alone goes at its normal speed");
        contact.reader.wrong(at, title, "let the first factor be 1; it holds while the agent has one chat in hand");
    }
    if factors.is_sorted() {
        return;
    }
    let sentence = "`slowdown` has a factor below the one before it: chats would go faster with one more in hand";
    contact.reader.warn(at, sentence);
}
