//! The centre's figures: what a replication leaves behind, how figures follow from it, how they are reported.

mod columns;
mod contact_log;
mod custom;
mod customer_curves;
mod day_spread;
mod distribution;
mod feedback;
mod figures;
mod issue_weeks;
mod journey_results;
mod journey_statistics;
mod journeys;
mod layout;
mod parts;
mod people;
mod record;
mod results;
mod sample;
mod statistics;
mod tally;
mod wait_bins;
mod wait_curve;
mod week_results;
mod week_statistics;
mod weeks;

pub use columns::{Column, column_pairs, columns};
pub use contact_log::{ContactLog, ContactRow, Ending};
pub use custom::{CustomPart, Part};
pub use customer_curves::{CustomerCurves, SatisfactionByWait, WaitPoint};
pub use day_spread::DaySpread;
pub use distribution::Recording;
pub use feedback::Feedback;
pub use figures::{
    CONTACT_FIGURES, ContactFigure, ContactSample, abandoned, occupancy, service_level, speed_of_answer,
};
pub use issue_weeks::IssueWeek;
pub use journey_results::*;
pub use journey_statistics::{ISSUE_FIGURES, IssueFigure, IssueSample};
pub use journeys::IssueSums;
pub use layout::{DEFAULT_WITHIN, Layout};
pub use parts::{Parts, Subject};
pub use people::PeopleWeek;
pub use record::{Percentile, Record, WAIT_PERCENTAGES, WaitDistributions};
pub use results::*;
pub use sample::{Recordings, Sample};
pub use statistics::Statistics;
pub use tally::{AgentTime, Counts, Origins, Tally};
pub use wait_curve::{WaitCurve, WaitScale};
pub use week_results::{WeekAgents, WeekContacts, WeekFigures};
pub use weeks::Week;
