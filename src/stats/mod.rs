//! The mathematics of estimation: it knows no contacts and no agents.

mod estimate;
mod histogram;
mod paired;
mod proportion;
mod ratio;

pub use estimate::{Estimate, student_quantile};
pub use histogram::Histogram;
pub use paired::paired_difference;
pub use proportion::{wilson, wilson_around};
pub use ratio::RatioMoments;
