//! `holdline serve`: a local page for trying things.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use holdline::report::Language;
use holdline::serve::{ServeError, Server};

use super::{Failure, load_all, print, shown, tell};

/// Serve a page, to this machine alone, on which a scenario is changed while one looks at its figures
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    /// Scenario file; what is changed is saved beside it, under another name
    file: PathBuf,
    /// Port of this machine; 0 takes any that is free
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Language of the page: en, de, fr or ko
    #[arg(long, value_name = "CODE", default_value = "en")]
    lang: Language,
}

pub(crate) fn serve(args: &ServeArgs) -> Result<(), Failure> {
    let Some(loaded) = load_all(std::slice::from_ref(&args.file), false)?.pop() else { return Ok(()) };
    let server = Server::bind(&args.file, loaded, args.port, args.lang).map_err(explained)?;
    let stopper = server.stopper();
    let stopped = AtomicBool::new(false);
    ctrlc::set_handler(move || {
        if stopped.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
        stopper.stop();
    })?;
    print(&format!("{}\n", server.address()))?;
    tell(&format!("open this address in a browser to try changes on {}; Ctrl-C ends it", shown(&args.file)));
    Ok(server.run()?)
}

/// What can be done about a port that cannot be had.
fn explained(error: ServeError) -> anyhow::Error {
    let ServeError::Listen { source, .. } = &error else { return error.into() };
    let remedy = match source.kind() {
        std::io::ErrorKind::AddrInUse => "another program has it; leave `--port` out to get one that is free",
        _ => "leave `--port` out to get one that may be used",
    };
    let said = format!("{error}: {source}\n  = help: {remedy}");
    anyhow::Error::msg(said)
}
