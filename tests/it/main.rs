//! One binary for all tests that stand outside the library, so that they are linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod centre;
mod determinism;
mod exact;
mod invariants;
mod kiefer_wolfowitz;
mod monotony;
mod published;
mod random_centres;
mod referee;
mod report;
mod report_examples;
mod roster;
mod sampling;
mod tolerance;
mod validation;
