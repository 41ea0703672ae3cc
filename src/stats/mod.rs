//! The mathematics of estimation: it knows no contacts and no agents.

mod estimate;

pub use estimate::Estimate;
