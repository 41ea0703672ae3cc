//! A contact-centre simulator.

pub mod kpi;
pub mod report;
pub mod scenario;
pub mod stats;
pub mod units;
