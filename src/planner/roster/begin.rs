//! A lawful roster to begin with: everybody works what the contract asks for at least, wherever that is.

use super::task::{DAYS_A_WEEK, Quota, Row, SAME, Task};
use crate::planner::schedule::{Duty, MOST_BREAKS, Shape};
use crate::sampling::Stream;

/// Choices that are tried for a person's week before it counts as impossible.
const TRIES: u32 = 5_000;
/// Times of the day with which that is done.
const STARTS: u32 = 3;

/// The roster. Where days off, leave, rest or limits leave no room for the least that a week asks for, the task asks for
/// as much less as it takes.
pub(super) fn begin(task: &mut Task, stream: &mut Stream) -> Vec<Row> {
    let mut rows = vec![vec![None; task.frame.days]; task.people.len()];
    let mut crowd = vec![vec![0; task.frame.days]; task.frame.limits.len()];
    for (person, week) in
        (0..task.people.len()).flat_map(|person| (0..task.frame.days / DAYS_A_WEEK).map(move |week| (person, week)))
    {
        while !fits(task, (person, week), &crowd, &mut rows[person], stream) {
            ease(&mut task.people[person].quotas[week]);
        }
        for day in week * DAYS_A_WEEK..(week + 1) * DAYS_A_WEEK {
            let Some(duty) = rows[person][day] else { continue };
            let limits = task.frame.limits.iter().zip(&mut crowd);
            limits.filter(|(limit, _)| limit.shapes.contains(&duty.shape)).for_each(|(_, crowd)| crowd[day] += 1);
        }
    }
    rows
}

/// Fills a person's week, at some time of the day.
fn fits(task: &Task, (person, week): (usize, usize), crowd: &[Vec<u32>], row: &mut Row, stream: &mut Stream) -> bool {
    (0..STARTS).any(|_| {
        let start = stream.uniform();
        Draft { task, person, week, start, crowd, left: TRIES, row }.fill(0, stream)
    })
}

/// One day less with its share of the hours; in the end nothing, which is always possible.
fn ease(quota: &mut Quota) {
    let days = quota.days.0;
    quota.hours.0 *= if days > 1 { (days - 1) as f64 / days as f64 } else { 0.0 };
    quota.days.0 = days.saturating_sub(1);
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

    /// The duties of a day that are open: of each shape one at the person's time of the day, the last and the first.
    fn choices(&self, day: usize) -> Vec<Option<Duty>> {
        let task = self.task;
        let shapes = task.rules[task.people[self.person].rules].shapes.iter();
        let shapes = shapes.filter(|shape| !task.frame.shapes[**shape].starts.is_empty());
        let open = |duty: &Duty| {
            task.may_work(self.person, day, duty)
                && task
                    .frame
                    .limits
                    .iter()
                    .zip(self.crowd)
                    .all(|(limit, crowd)| crowd[day] < limit.most || !limit.shapes.contains(&duty.shape))
        };
        let mut duties: Vec<Duty> = [self.start, 1.0, 0.0]
            .into_iter()
            .flat_map(|start| shapes.clone().map(move |shape| duty(start, *shape, &task.frame.shapes[*shape])))
            .filter(open)
            .collect();
        let mut known = Vec::new();
        duties.retain(|duty| {
            let new = !known.contains(&(duty.shape, duty.start));
            known.push((duty.shape, duty.start));
            new
        });
        duties.into_iter().map(Some).collect()
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

/// A duty at a time between the first and the last start of a shape, with breaks in the middle of their windows.
fn duty(time: f64, number: usize, shape: &Shape) -> Duty {
    let place = ((time * shape.starts.len() as f64) as usize).min(shape.starts.len() - 1);
    let start = shape.starts[place];
    let mut breaks = [0; MOST_BREAKS];
    for (begin, window) in breaks.iter_mut().zip(&shape.breaks) {
        *begin = start + (window.from + window.to) / 2;
    }
    Duty { shape: number, start, breaks }
}
