//! The mathematics of estimation: it knows no contacts and no agents.

mod correlation;
mod estimate;
mod histogram;
mod paired;
mod poisson;
mod proportion;
mod ratio;
mod survival;

pub use correlation::correlation;
pub(crate) use estimate::NORMAL_975;
pub use estimate::{Estimate, student_quantile};
pub use histogram::Histogram;
pub use paired::paired_difference;
pub use poisson::poisson_rate;
pub use proportion::{binomial_lower, wilson, wilson_around};
pub use ratio::RatioMoments;
pub use survival::{BAND_FROM, BandPoint, Durations, HazardBin, KaplanMeier, KernelHazard, Peak, Point, Step, peaks};
