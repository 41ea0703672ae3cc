//! Logs that need no mapping because they are known.

use std::path::Path;

use super::mapping::Mapping;
use super::survey::Survey;
use crate::scenario::Problems;

/// A known layout: what reports call it, and its mapping.
struct Layout {
    name: &'static str,
    mapping: &'static str,
}

/// Name of the layout of our own logs.
pub(super) const OWN: &str = "contacts of a simulation by holdline";

const LAYOUTS: [Layout; 2] = [
    Layout { name: OWN, mapping: include_str!("layouts/own.toml") },
    Layout { name: "calls of the Anonymous Bank, 1999", mapping: include_str!("layouts/bank.toml") },
];

/// The layout of a file whose header has all columns of its mapping, with that mapping.
///
/// # Errors
/// What is wrong with a mapping, which a test rules out.
pub(super) fn recognised(path: &Path) -> Result<Option<(&'static str, Mapping, Survey)>, super::Unread> {
    for layout in &LAYOUTS {
        let mut mapping = layout.mapping()?;
        let names = mapping.column_names();
        let survey = Survey::of(path, &names, None).map_err(|error| super::Unread::file(path, &error))?;
        if names.iter().all(|name| survey.names().any(|column| column == *name)) {
            // Logs of earlier versions have no channels.
            mapping.channel.take_if(|channel| survey.names().all(|column| column != channel.name));
            return Ok(Some((layout.name, mapping, survey)));
        }
    }
    Ok(None)
}

impl Layout {
    fn mapping(&self) -> Result<Mapping, Problems> {
        Mapping::parse(Path::new(self.name), self.mapping)
    }
}
