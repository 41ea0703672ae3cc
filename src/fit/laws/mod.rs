//! Which law durations follow: maximum likelihood for complete and right-censored durations, the choice among laws,
//! and how well the chosen one fits.

mod choice;
mod curve;
mod empirical;
mod family;
mod goodness;
mod likelihood;

pub use choice::{Choice, Reason, Recommended, choose};
pub(super) use choice::{good_enough, mean_of_best, ranked};
pub(super) use curve::Curve;
pub use empirical::quantile_law;
pub(super) use empirical::{exponential_slices, slices};
pub use family::Family;
pub use goodness::{Goodness, goodness};
pub use likelihood::{LawFit, fit_law};
pub(super) use likelihood::{Watched, manageable, start, watched};
