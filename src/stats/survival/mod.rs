//! Durations of which some were only watched for a while: what is known of a patience when the caller was answered.

mod durations;
mod hazard;
mod kaplan_meier;

pub use durations::{Durations, Point};
pub use hazard::{HazardBin, KernelHazard, Peak, peaks};
pub use kaplan_meier::{BAND_FROM, BandPoint, KaplanMeier, Step};
