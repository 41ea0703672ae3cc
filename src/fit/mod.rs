//! From what a log says to the parameters of a scenario, each with its uncertainty.
//!
//! Everything here takes numbers and gives estimates: no files, no clock. The same numbers give the same estimates to
//! the bit; where a p-value needs random numbers, they are keyed.

mod arrivals;
mod fitted;
mod handling;
mod laws;
mod maximise;
mod patience;
mod spike;

pub use arrivals::{
    ArrivalPattern, DayCounts, Outlier, OutlierKind, PoissonBlocks, WeekdayClass, arrival_pattern, poisson_blocks,
};
pub use fitted::{Fitted, Source};
pub use handling::{HandlingTimes, handling_times};
pub use laws::{Choice, Family, Goodness, LawFit, Reason, Recommended, choose, fit_law, goodness, quantile_law};
pub use patience::{Patience, patience};
pub use spike::{Shape, Spike, spike};
