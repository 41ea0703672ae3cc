//! The people of a group, week by week: who is there, how fast they are, what they cost, who leaves.
//!
//! # What happens
//!
//! The `staff` of a group with people is a plan. [`Plan`] is it made dense, [`Workforce`] the people of one replication,
//! whom the engine asks and tells; it holds no clock of its own and reads no event list.
//!
//! * **At the start of a week** classes begin, everybody is in training, nesting or productive by the time since the first
//!   day, and everybody's factors on handling time and resolution are those of the learning curves at that moment. The hours
//!   of the productive, less leave and coaching, are *rostered*; where the plan needs more, overtime is added as far as terms
//!   allow, where it needs less, time off is given. What is rostered, times adherence, is spread over the intervals of the
//!   week in proportion to the plan.
//! * **At the start of a day** everybody is ill or not. The hours of the ill are missing from the day. Those who are well are
//!   seated in random order, the heavier the hours the sooner (weighted sampling without replacement by exponential ranks,
//!   Efraimidis and Spirakis, Information Processing Letters 97, 2006): the first so many seats are on duty in an interval.
//!   Fractions of an agent are carried to the next interval of the day.
//! * **In between** the engine says how busy they were, for how long they were logged in, and how many of those whom they
//!   answered were angry.
//! * **At the end of a week** everybody stays or leaves: a hazard by tenure, times the pressures of that week's occupancy
//!   and anger.
//!
//! Each person has random numbers of its own, by group, first day and place among those who begin on it: what happens to one
//! moves no other, and a class more or less leaves all others as they were.
//!
//! # The account of hours
//!
//! One for all who count hours: *paid* (the contract, with overtime, without time off, whether worked or not; of outsourced
//! people the hours logged in), *rostered* (paid less leave, coaching, initial training, and what nesting takes) and *worked*
//! (logged in: rostered less illness and what adherence takes). A group without people has no rostered hours of its own:
//! [`Hours::of_presence`] gives what `shrinkage` says of its logged-in hours.
//!
//! # For planners
//!
//! [`expected`] gives the weeks of a group before anything is simulated: of a class by itself, what it brings in each week.
//! A plan is then a scenario whose `people` have other classes, contracts or overtime; simulated, each replication's
//! [`Week`]s are in [`crate::kpi`]'s `Sample::people`, and its customers and people are those of every other plan.

mod account;
mod expected;
mod person;
mod plan;
mod week;
mod weeks;

pub use account::{Cost, Hours, WEEK_FIGURES, Week, WeekFigure};
pub use expected::{ExpectedWeek, expected};
pub use person::Stage;
pub use plan::Plan;
pub use week::Seat;
pub use weeks::Workforce;
