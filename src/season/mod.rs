//! Hiring for a season.
mod cohort;
mod hiring;
mod level;
mod programme;
mod promise;
mod seasons;
mod setting;
