//! What customers live through by week: a sum for the issues that begin in each.

use super::feedback::Feedback;
use super::layout::Layout;
use super::sample::Sample;

/// The issues that begin in a week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct IssueWeek {
    /// How satisfied they end.
    pub feedback: Feedback,
    /// Expected number of customers who leave.
    pub leaving: f64,
}

impl Layout {
    /// The week in which a moment lies (s from the start), where weeks are told apart.
    pub(super) fn week_of_moment(&self, moment: f64) -> Option<usize> {
        let day = self.civil.day(moment);
        let week = self.weeks.partition_point(|week| week.days.end <= day);
        (week < self.weeks.len()).then_some(week)
    }
}

impl Sample {
    /// The issues by the week in which they begin; none where weeks are not told apart or customers not followed.
    #[must_use]
    pub fn issue_weeks(&self) -> &[IssueWeek] {
        self.journeys.as_ref().map_or(&[], |journeys| &journeys.weeks)
    }
}
