//! The plan as a scenario on top of the one it was made for.

use std::fmt::Write as _;
use std::path::{Component, Path};

use crate::planner::StaffingDocument;

/// A scenario that `extends` the planned one at this path and staffs it with the plan.
pub(super) fn staffed(document: &StaffingDocument, base: &str) -> String {
    // Unlike a TOML writer's choice of quotes, which may take several lines, this can be a key too.
    let text = |words: &str| serde_json::Value::from(words).to_string();
    let mut out = String::from("# The plan of `holdline staff`, to be simulated with `holdline run`.\n");
    let name = format!("{}, staffed", document.name);
    // Writing to a string cannot fail.
    let _ = writeln!(out, "extends = {}\nname = {}", text(base), text(&name));
    for group in document.groups.keys() {
        let staff = match document.periods.as_slice() {
            [only] => only.agents.get(group).copied().unwrap_or(0).to_string(),
            _ => format!("{{ file = \"staffing.csv\", column = {} }}", text(group)),
        };
        let _ = writeln!(out, "\n[agents.{}]\nstaff = {staff}", text(group));
    }
    out
}

/// The way from a folder to a file, both absolute, with `/` between names; the file's whole path where no way leads
/// there, as from one drive to another.
pub(in crate::report) fn way(folder: &Path, file: &Path) -> String {
    let (from, to): (Vec<Component>, Vec<Component>) = (folder.components().collect(), file.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return file.to_string_lossy().replace('\\', "/");
    }
    let up = std::iter::repeat_n("..".to_owned(), from.len() - shared);
    let down = to[shared..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_up_and_down() {
        let way = |folder, file| way(Path::new(folder), Path::new(file));
        assert_eq!(way("/a/b/output", "/a/b/scenarios/c.toml"), "../scenarios/c.toml");
        assert_eq!(way("/a", "/a/c.toml"), "c.toml");
        assert_eq!(way("/x/y", "/a/c.toml"), "../../a/c.toml");
    }
}
