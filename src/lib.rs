//! A contact-centre simulator.

pub mod engine;
pub mod experiment;
pub mod kpi;
pub mod report;
pub mod sampling;
pub mod scenario;
pub mod stats;
pub mod units;
