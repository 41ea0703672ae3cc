//! `holdline schema`: the JSON Schema of scenario files.

use super::{Failure, print};

pub(crate) fn schema() -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(&holdline::scenario::schema())?;
    text.push('\n');
    print(&text)
}
