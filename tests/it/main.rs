//! One binary for all tests that stand outside the library, so that they are linked once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod analytic;
mod architecture;
mod backlog_nights;
mod browser;
mod centre;
mod chats;
mod cli;
mod determinism;
mod exact;
mod invariants;
mod journeys;
mod kiefer_wolfowitz;
mod kpi_days_apart;
mod language;
mod monotony;
mod percentiles;
mod planner;
mod promises;
mod published;
mod random_centres;
mod random_journeys;
mod readme;
mod referee;
mod report;
mod report_customers;
mod report_examples;
mod roster;
mod sampling;
mod satisfaction;
mod scenarios;
mod schedule;
mod staffing;
mod stories;
mod tolerance;
mod validation;
