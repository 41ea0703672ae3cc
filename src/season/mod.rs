//! Who is hired when, so that the promises of every week of a season are kept with a stated probability, at least cost.
//!
//! # How a plan is found
//!
//! 1. **Need** ([`Setting`], [`Levels`]). The shape of each week is what a formula asks for, interval by interval (modified
//!    offered load, with patience). How much of that a week needs is found by simulating whole seasons at a few levels of
//!    staffing, and interpolated between them: a need in hours of experienced people at work.
//! 2. **People** ([`Cohort`]). What the team and each possible class bring is expected from tenure, learning, training,
//!    nesting, attrition, leave, coaching, illness and adherence: shrinkage is what people's own figures say, and hours of
//!    beginners count by the factor on their handling time.
//! 3. **Programme** ([`solve`]). Classes, overtime and time off of least expected cost that cover the need, as an integer
//!    programme with a deterministic limit of nodes.
//! 4. **Correction** ([`Search`]). The plan is simulated week by week, with random attrition, illness and demand and with
//!    whatever occupancy and anger do to who leaves. Weeks whose promises hold too seldom get a higher need, weeks that bind
//!    and have room a lower one, and the programme is solved again: the cheapest plan that passed is kept.
//! 5. **Confirmation** ([`season`], [`Proof`]). Fresh seasons decide; where they do not prove a week, its need is raised, with
//!    that of weeks that were proven by little, and others are simulated.
//!
//! A promise of a week is the target held against all contacts that arrive in it. What is stated is about weeks, one by one:
//! not that a season keeps all of them.
//!
//! In the simulation overtime and time off are not those of the programme but what the week asks for: the plan's staffing
//! is the need, and whoever is there works more or less to meet it, as far as terms allow.

mod band;
mod cohort;
mod confirm;
mod document;
mod figures;
mod hiring;
mod level;
mod missing;
mod programme;
mod promise;
mod proof;
mod search;
mod seasons;
mod setting;
mod value;

pub use band::Band;
pub use cohort::{Cohort, Frame};
pub use confirm::{Confirmation, Found, FrontierPoint, Outcome, frontier, season};
pub use document::*;
pub use figures::Asked;
pub use hiring::{HiringPlan, scaled};
pub use level::{Levels, depth_of};
pub use missing::{Missing, Remedy};
pub use programme::{Choice, Effort, Extra, Instance, Solved, Trainers, Unsolved, solve};
pub use promise::{WeekPromise, week_promises};
pub use proof::Proof;
pub use search::{Candidate, Options, Search};
pub use seasons::{Season, Simulator, Standing, standings};
pub use setting::{Hired, Setting};
pub use value::{Change, Effect, SeasonFigure, What, effects, mark_real, values};
