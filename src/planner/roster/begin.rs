//! A lawful roster to begin with: everybody works what the contract asks for at least, wherever that is.

use super::task::{DAYS_A_WEEK, Quota, Row, SAME, Task};
use crate::planner::schedule::{Duty, MOST_BREAKS, Shape};
use crate::sampling::Stream;

/// Choices that are tried for a person's week before it counts as impossible.
const TRIES: u32 = 20_000;
/// Times of the day with which that is done.
const STARTS: u32 = 3;

/// Weeks that cannot keep the least of a contract, by person: days off, leave or other people leave no room.
pub(super) type Short = (usize, usize);

/// The roster; the least of weeks that nobody could keep is struck from the task, and they are named.
pub(super) fn begin(task: &mut Task, stream: &mut Stream) -> (Vec<Row>, Vec<Short>) {
    let mut rows = vec![vec![None; task.frame.days]; task.people.len()];
    let mut crowd = vec![vec![0; task.frame.days]; task.frame.limits.len()];
    let mut short = Vec::new();
    for person in 0..rows.len() {
        for week in 0..task.weeks() {
            let row = &mut rows[person];
            let found = (0..STARTS).any(|_| {
                let start = stream.uniform();
                Draft { task, person, week, start, crowd: &crowd, left: TRIES, row }.fill(0, stream)
            });
            if !found {
                short.push((person, week));
                let quota = &mut task.people[person].quotas[week];
                *quota = Quota { days: (0, quota.days.1), hours: (0.0, quota.hours.1), ..*quota };
            }
            for day in week * DAYS_A_WEEK..(week + 1) * DAYS_A_WEEK {
                let Some(duty) = rows[person][day] else { continue };
                let limits = task.frame.limits.iter().zip(&mut crowd);
                limits.filter(|(limit, _)| limit.shapes.contains(&duty.shape)).for_each(|(_, crowd)| crowd[day] += 1);
            }
        }
    }
    (rows, short)
}

/// A person's week under construction.
struct Draft<'a> {
    task: &'a Task,
    person: usize,
    week: usize,
    /// Where between the first and the last start of a shape the person's shifts begin: alike on all days, so that rest
    /// lies between them.
    start: f64,
    crowd: &'a [Vec<u32>],
    left: u32,
    row: &'a mut Row,
}

impl Draft<'_> {
    /// Fills the days of the week from one on; false, and nothing changed, where that is impossible.
    fn fill(&mut self, place: usize, stream: &mut Stream) -> bool {
        if place == DAYS_A_WEEK {
            return self.task.keeps_week(self.person, self.row, self.week);
        }
        let Some(left) = self.left.checked_sub(1) else { return false };
        self.left = left;
        let day = self.week * DAYS_A_WEEK + place;
        let mut choices = self.choices(day);
        // Days at work are spread over the week: each with the share of days still to be worked.
        let (asked, open) = (self.asked(), (DAYS_A_WEEK - place) as f64);
        let first = if stream.uniform() < asked / open { choices.len() } else { 0 };
        choices.insert(first, None);
        for choice in choices {
            self.row[day] = choice;
            if self.may_go_on(place) && self.fill(place + 1, stream) {
                return true;
            }
        }
        self.row[day] = None;
        false
    }

    /// Days that the week still asks for.
    fn asked(&self) -> f64 {
        let quota = &self.task.people[self.person].quotas[self.week];
        let days = super::task::week_of(self.row, self.week);
        let (worked, hours) = (days.iter().flatten().count(), self.task.hours(days));
        let longest = self.task.frame.shapes.iter().map(|shape| shape.hours).fold(SAME, f64::max);
        (quota.days.0.saturating_sub(worked) as f64).max((quota.hours.0 - hours) / longest)
    }

    /// The duties of a day that are open, one a shape.
    fn choices(&self, day: usize) -> Vec<Option<Duty>> {
        let task = self.task;
        let shapes = &task.rules[task.people[self.person].rules].shapes;
        let duties = shapes.iter().map(|shape| self.duty(*shape, &task.frame.shapes[*shape]));
        let open = |duty: &Duty| {
            task.may_work(self.person, day, duty)
                && task
                    .frame
                    .limits
                    .iter()
                    .zip(self.crowd)
                    .all(|(limit, crowd)| crowd[day] < limit.most || !limit.shapes.contains(&duty.shape))
        };
        duties.filter(open).map(Some).collect()
    }

    fn duty(&self, number: usize, shape: &Shape) -> Duty {
        let place = ((self.start * shape.starts.len() as f64) as usize).min(shape.starts.len() - 1);
        let start = shape.starts[place];
        let mut breaks = [0; MOST_BREAKS];
        for (begin, window) in breaks.iter_mut().zip(&shape.breaks) {
            *begin = start + (window.from + window.to) / 2;
        }
        Duty { shape: number, start, breaks }
    }

    /// Whether the days so far break nothing that later days cannot mend.
    fn may_go_on(&self, place: usize) -> bool {
        let day = self.week * DAYS_A_WEEK + place;
        let quota = &self.task.people[self.person].quotas[self.week];
        let days = super::task::week_of(self.row, self.week);
        let (worked, hours) = (days.iter().flatten().count(), self.task.hours(days));
        let later = DAYS_A_WEEK - place - 1;
        worked <= quota.days.1
            && worked + later >= quota.days.0
            && hours <= quota.hours.1 + quota.overtime + SAME
            && self.task.keeps_around(self.person, self.row, day)
    }
}
