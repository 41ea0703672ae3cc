//! From what a log says to the parameters of a scenario, each with its uncertainty.
//!
//! Estimators take numbers and give estimates: no files, no clock. The same numbers give the same estimates to the bit;
//! where a p-value needs random numbers, they are keyed. [`volume`](day_counts) counts the contacts of a log for them.

mod agents;
mod arrivals;
mod centre;
mod chats;
mod duty;
mod fitted;
mod handling;
mod head_start;
mod hours;
mod laws;
mod maximise;
mod patience;
mod profile;
mod ready;
mod redial;
mod scenario;
mod spike;
mod volume;

pub use agents::{AgentDifferences, AgentMean, agent_differences};
pub use arrivals::{
    ArrivalPattern, DayCounts, Outlier, OutlierKind, PoissonBlocks, WeekdayClass, arrival_pattern, poisson_blocks,
};
pub use centre::{
    Borrowed, DailyDuty, FittedCentre, FittedGroup, FittedHandling, FittedStaff, FittedType, FittedWrap, InferredWrap,
    NotFitted, REDIAL_WITHIN, REPEAT_WITHIN, Request, doubts, fit, type_bit,
};
pub use chats::{Chat, Chats, chats};
pub use duty::{DUTY_ASSUMED, Duty, DutyRule, Handled, Stretch, Waited, duty};
pub use fitted::{Fitted, Source};
pub use handling::{HandlingTimes, handling_times};
use head_start::usual_priority;
pub use head_start::{HeadStarts, PriorityParts, head_starts};
pub use hours::{DaySpan, OpeningHours, opening_hours};
pub use laws::{Choice, Family, Goodness, LawFit, Reason, Recommended, choose, fit_law, goodness, quantile_law};
pub use patience::{Patience, patience};
pub use profile::{HandleProfile, handle_profile};
pub use ready::{AlwaysReady, Answers, Readiness};
pub use redial::{Attempt, Ending, ReturnWindow, Returns, returns};
use scenario::set_not_ready;
pub use scenario::{Table, Written, readiness_words, scenario, whole_numbers, write};
pub use spike::{Shape, Spike, spike};
pub use volume::{Which, counts_of_day, day_counts, day_number, day_spans, interval_of, opening_hours_of, weekday};
