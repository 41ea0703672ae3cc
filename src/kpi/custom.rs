//! What a result says of the parts of its model that were given in code.

use serde::{Deserialize, Serialize};

use crate::engine::{Model, TypeId};

/// A part of a model that no scenario file has: these figures are made again by the program that gave it, not by the
/// scenario alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CustomPart {
    /// What it stands in place of.
    pub part: Part,
    /// The contact type; absent for what concerns all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What its author calls it.
    pub name: String,
}

/// What can be given in code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// [`Routing`](crate::engine::Routing).
    Routing,
    /// [`Patience`](crate::engine::Patience).
    Patience,
}

impl CustomPart {
    /// All of a model.
    #[must_use]
    pub fn of(model: &Model) -> Vec<Self> {
        let name = |name: &str| Self { part: Part::Routing, contact: None, name: name.to_owned() };
        let routing = model.custom.routing().map(name);
        let patience = model.types.iter().enumerate().filter_map(|(kind, contact)| {
            let law = model.custom.patience(TypeId(kind as u16))?;
            Some(Self { part: Part::Patience, contact: Some(contact.name.clone()), name: law.name() })
        });
        routing.into_iter().chain(patience).collect()
    }
}
