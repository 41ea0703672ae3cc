//! A contact-centre simulator.

pub mod engine;
pub mod kpi;
pub mod sampling;
pub mod scenario;
pub mod stats;
pub mod units;
