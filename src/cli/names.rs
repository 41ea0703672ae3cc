//! Names of files that are asked for on the command line.

use std::path::PathBuf;

/// The name of a workbook; other programs go by its ending.
pub(crate) fn workbook_name(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let right = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
    let named = path.with_extension("xlsx");
    if right { Ok(path) } else { Err(format!("a workbook has a name such as {}", named.display())) }
}
