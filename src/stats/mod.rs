//! The mathematics of estimation: it knows no contacts and no agents.

mod estimate;
mod histogram;

pub use estimate::Estimate;
pub use histogram::Histogram;
