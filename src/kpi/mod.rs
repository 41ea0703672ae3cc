//! The centre's figures.

mod results;

pub use results::*;
