//! One binary for all tests that stand outside the library, so that they are linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod architecture;
mod cli;
mod readme;
mod report;
mod report_examples;
mod scenarios;
mod validation;
