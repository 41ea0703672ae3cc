//! One binary for all tests that stand outside the library, so that they are linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod centre;
mod kiefer_wolfowitz;
mod report;
mod report_examples;
mod tolerance;
mod validation;
