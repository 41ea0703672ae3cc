//! `holdline init`: a commented scenario to start from.

use std::path::PathBuf;

use clap::Args;
use holdline::report::{is_plain_name, write_atomically};

use super::{Failure, print, shown};

/// Write a commented scenario file to start from
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// Name of the scenario; the file is NAME.toml in this folder
    #[arg(default_value = "my-centre")]
    name: String,
}

pub(crate) fn init(args: &InitArgs) -> Result<(), Failure> {
    let name = args.name.trim_end_matches(".toml");
    if !is_plain_name(name) {
        let wrong =
            format!("error: `{}` cannot be a file's name\nhelp: write a plain name such as `my-centre`", args.name);
        return Err(Failure::Input(wrong));
    }
    let path = PathBuf::from(format!("{name}.toml"));
    if path.exists() {
        let exists = format!("error: {} exists already\nhelp: give another name: `holdline init NAME`", shown(&path));
        return Err(Failure::Input(exists));
    }
    write_atomically(&path, holdline::scenario::starter(name).as_bytes())?;
    print(&format!("wrote {0}\nnext: holdline run {0}\n", shown(&path)))
}
