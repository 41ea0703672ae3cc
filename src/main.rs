//! The command line: reads it, runs it, says what went wrong.

mod cli;

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Where standard error is closed there is nobody left to tell.
            let _ = writeln!(anstream::stderr(), "{}", failure.message());
            ExitCode::from(failure.status())
        }
    }
}
