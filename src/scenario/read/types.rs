//! The contact types, as far as other tables refer to them: by name, and by their channel.

use crate::scenario::Channel;
use crate::scenario::problem::{listed, nearest, quoted};
use crate::scenario::tree::{Place, Value};

use super::fields::Fields;
use super::reader::Reader;

/// The names of the contact types and their channels, in the order of the file.
pub(super) struct Types<'a> {
    pub(super) names: Vec<&'a str>,
    /// None for a channel that is missing or wrong, which is reported where the type itself is read.
    pub(super) channels: Vec<Option<Channel>>,
    /// The factor on the handling of each.
    pub(super) handling: Vec<f64>,
}

impl Types<'_> {
    /// The type of a name, or else a problem where it is named.
    pub(super) fn named(&self, reader: &Reader, name: &str, at: Place) -> Option<usize> {
        let found = self.names.iter().position(|known| *known == name);
        if found.is_none() {
            let help = match nearest(name, self.names.iter().copied()) {
                Some(meant) => format!("did you mean {}?", quoted(meant)),
                None => format!("the contact types are {}", listed(&self.names, "and")),
            };
            reader.wrong(at, format!("there is no contact type {}", quoted(name)), help);
        }
        found
    }

    /// A type as messages call it.
    pub(super) fn quoted(&self, index: usize) -> String {
        quoted(self.names.get(index).copied().unwrap_or_default())
    }

    /// The factor on the handling of a type.
    pub(super) fn handling(&self, index: usize) -> f64 {
        self.handling.get(index).copied().unwrap_or(1.0)
    }

    /// The channel of a type, where it is known.
    pub(super) fn channel(&self, index: usize) -> Option<Channel> {
        self.channels.get(index).copied().flatten()
    }

    /// Whether a type is known to need no agents.
    pub(super) fn serves_itself(&self, index: usize) -> bool {
        self.channel(index).is_some_and(Channel::serves_itself)
    }
}

/// The channel of a contact type, without a word where it is missing or wrong.
pub(super) fn channel_of(contact: &Fields<'_>) -> Option<Channel> {
    match contact.get("channel")?.0.value {
        Value::Text(ref name) => channel_named(name),
        _ => None,
    }
}

/// The channel of a name.
pub(super) fn channel_named(name: &str) -> Option<Channel> {
    match name {
        "voice" => Some(Channel::Voice),
        "chat" => Some(Channel::Chat),
        "email" => Some(Channel::Email),
        "social" => Some(Channel::Social),
        "self-service" => Some(Channel::SelfService),
        "chatbot" => Some(Channel::Chatbot),
        _ => None,
    }
}
