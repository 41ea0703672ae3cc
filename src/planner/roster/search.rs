//! Simulated annealing over lawful rosters (Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing",
//! Science 220, 1983). A move that would break a rule is no move.

use super::task::{DAYS_A_WEEK, Row, Task};
use crate::planner::schedule::{Duty, MOST_BREAKS};
use crate::sampling::Stream;

/// What is weighed against what, in paid hours of the dearest contract.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weights {
    /// A person missing in one step.
    pub(super) missing: f64,
    /// The first person beyond the need in a step; the next ones weigh more, so that they spread over the day.
    pub(super) beyond: f64,
    /// A wish of weight 1.
    pub(super) wish: f64,
    /// A person's one weekend of all that are open, squared as more are worked.
    pub(super) weekend: f64,
}

/// A roster under change.
pub(super) struct Search<'a> {
    task: &'a Task,
    pub(super) rows: Vec<Row>,
    weights: Weights,
    /// Paid hours of the dearest contract that one unit of money buys.
    thrift: f64,
    presence: Vec<i32>,
    need: Vec<i32>,
    /// People missing over all steps.
    pub(super) missing: i64,
    /// People beyond the need, squared, over all steps.
    beyond: i64,
    /// People on each limit, by day.
    on_limit: Vec<Vec<u32>>,
    stream: Stream,
}

/// A day of a person that becomes another.
type Change = (usize, usize, Option<Duty>);

/// Share of moves that aim at a step in which somebody is missing.
const AIMED: f64 = 0.3;

impl<'a> Search<'a> {
    pub(super) fn new(task: &'a Task, rows: Vec<Row>, weights: Weights, stream: Stream) -> Self {
        let hour = |rules: &super::task::Rules| rules.pay + rules.overtime_extra;
        let limits = 0..task.frame.limits.len();
        let on_limit = |limit| (0..task.frame.days).map(|day| task.on_limit(limit, day, &rows)).collect();
        let mut search = Self {
            task,
            weights,
            thrift: 1.0 / task.rules.iter().map(hour).fold(1e-9, f64::max),
            presence: vec![0; task.frame.horizon()],
            need: task.frame.need.iter().map(|need| *need as i32).collect(),
            missing: task.frame.need.iter().map(|need| i64::from(*need)).sum(),
            beyond: 0,
            on_limit: limits.map(on_limit).collect(),
            rows: vec![vec![None; task.frame.days]; task.people.len()],
            stream,
        };
        for (person, row) in rows.into_iter().enumerate() {
            for (day, duty) in row.iter().enumerate().filter_map(|(day, duty)| Some((day, duty.as_ref()?))) {
                search.come(day, duty);
            }
            search.rows[person] = row;
        }
        search
    }

    /// Cost, wishes and weekends together, in paid hours of the dearest contract.
    pub(super) fn worth(&self) -> f64 {
        let people = 0..self.rows.len();
        self.task.cost(&self.rows) * self.thrift + people.map(|person| self.content(person)).sum::<f64>()
    }

    /// Cools down over so many moves.
    pub(super) fn cool(&mut self, moves: u64, (from, to): (f64, f64), missing: f64) {
        self.weights.missing = missing;
        if self.rows.is_empty() {
            return;
        }
        let ratio = libm::log(to / from) / moves.max(1) as f64;
        for made in 0..moves {
            let heat = from * libm::exp(ratio * made as f64);
            self.step(heat);
        }
    }

    fn step(&mut self, heat: f64) {
        let person = self.below(self.rows.len());
        let choice = self.stream.uniform();
        if choice < 0.2 {
            return self.exchange(person, heat);
        }
        let aim = (self.missing > 0 && self.stream.uniform() < AIMED).then(|| self.gap()).flatten();
        let day = match aim {
            Some(step) => step / self.task.frame.steps,
            None => self.below(self.task.frame.days),
        };
        let (week, old) = (day / DAYS_A_WEEK, self.rows[person][day]);
        match (old, choice) {
            (Some(_), c) if c < 0.28 => self.attempt(&[(person, day, None)], heat),
            (Some(duty), c) if c < 0.45 => {
                let to = week * DAYS_A_WEEK + self.below(DAYS_A_WEEK);
                if self.rows[person][to].is_none() {
                    let moved = if self.stream.uniform() < 0.5 {
                        Some(self.paused(to, duty.shape, duty.start))
                    } else {
                        self.draw(person, to, None)
                    };
                    self.attempt(&[(person, day, None), (person, to, moved)], heat);
                }
            }
            (Some(duty), c) if c < 0.6 && aim.is_none() => {
                let paused = self.paused(day, duty.shape, duty.start);
                self.attempt(&[(person, day, Some(paused))], heat);
            }
            (None, c) if c < 0.7 => {
                let from = week * DAYS_A_WEEK + self.below(DAYS_A_WEEK);
                if self.rows[person][from].is_some() {
                    let drawn = self.draw(person, day, aim);
                    self.attempt(&[(person, from, None), (person, day, drawn)], heat);
                }
            }
            _ => {
                if let Some(drawn) = self.draw(person, day, aim) {
                    self.attempt(&[(person, day, Some(drawn))], heat);
                }
            }
        }
    }

    /// Two people change places on a day or for a week: as many are there as before, but hours, rest and wishes change.
    fn exchange(&mut self, one: usize, heat: f64) {
        let (other, day) = (self.below(self.rows.len()), self.below(self.task.frame.days));
        let days = match self.stream.uniform() {
            lot if lot < 0.7 => day..day + 1,
            lot if lot < 0.85 => day..(day + 1 + self.below(DAYS_A_WEEK)).min(self.task.frame.days),
            _ => day / DAYS_A_WEEK * DAYS_A_WEEK..(day / DAYS_A_WEEK + 1) * DAYS_A_WEEK,
        };
        let mut changes: Vec<Change> = Vec::with_capacity(2 * DAYS_A_WEEK);
        for day in days {
            let (this, that) = (self.rows[one][day], self.rows[other][day]);
            if this != that {
                changes.extend([(one, day, that), (other, day, this)]);
            }
        }
        if one != other && !changes.is_empty() {
            self.attempt(&changes, heat);
        }
    }

    /// Makes some changes if they break no rule and are not too bad. They are of one person, or of two who change places.
    fn attempt(&mut self, changes: &[Change], heat: f64) {
        let people = [changes[0].0, changes[changes.len() - 1].0];
        let people = if people[0] == people[1] { &people[..1] } else { &people[..] };
        let before: f64 = people.iter().map(|person| self.own(*person, changes)).sum();
        let old: Vec<Change> =
            changes.iter().map(|(person, day, _)| (*person, *day, self.rows[*person][*day])).collect();
        self.put(changes);
        if !changes.iter().all(|change| self.keeps(change)) {
            return self.put(&old);
        }
        let own = people.iter().map(|person| self.own(*person, changes)).sum::<f64>() - before;
        // Who changes places leaves everybody's presence as it was.
        let same = people.len() > 1;
        let (missing, beyond) = (self.missing, self.beyond);
        if !same {
            self.turn(&old, changes);
        }
        let worse = own
            + (self.missing - missing) as f64 * self.weights.missing
            + (self.beyond - beyond) as f64 * self.weights.beyond;
        let sound = self.within_limits(changes);
        if sound && (worse <= 0.0 || self.stream.uniform() < libm::exp(-worse / heat)) {
            return;
        }
        if !same {
            self.turn(changes, &old);
        }
        self.put(&old);
    }

    fn put(&mut self, changes: &[Change]) {
        changes.iter().for_each(|(person, day, duty)| self.rows[*person][*day] = *duty);
    }

    /// Whether a person keeps the rules around a day.
    fn keeps(&self, (person, day, duty): &Change) -> bool {
        let row = &self.rows[*person];
        duty.as_ref().is_none_or(|duty| self.task.may_work(*person, *day, duty))
            && self.task.keeps_week(*person, row, day / DAYS_A_WEEK)
            && self.task.keeps_around(*person, row, *day)
    }

    /// Some people go and others come.
    fn turn(&mut self, old: &[Change], new: &[Change]) {
        old.iter().for_each(|(_, day, duty)| duty.iter().for_each(|duty| self.go(*day, duty)));
        new.iter().for_each(|(_, day, duty)| duty.iter().for_each(|duty| self.come(*day, duty)));
        for (changes, more) in [(old, -1), (new, 1)] {
            for (_, day, duty) in changes {
                self.note_limits(*day, duty.as_ref(), more);
            }
        }
    }

    fn note_limits(&mut self, day: usize, duty: Option<&Duty>, more: i32) {
        let Some(duty) = duty else { return };
        for (limit, counts) in self.task.frame.limits.iter().zip(&mut self.on_limit) {
            if limit.shapes.contains(&duty.shape) {
                counts[day] = counts[day].saturating_add_signed(more);
            }
        }
    }

    fn within_limits(&self, changes: &[Change]) -> bool {
        let limits = || self.task.frame.limits.iter().zip(&self.on_limit);
        changes.iter().all(|(_, day, _)| limits().all(|(limit, counts)| counts[*day] <= limit.most))
    }

    fn come(&mut self, day: usize, duty: &Duty) {
        let (presence, need) = (&mut self.presence, &self.need);
        let (missing, beyond) = (&mut self.missing, &mut self.beyond);
        self.task.frame.each_step(day, duty, |step| {
            let spare = i64::from(presence[step] - need[step]);
            if spare < 0 {
                *missing -= 1
            } else {
                *beyond += 2 * spare + 1
            }
            presence[step] += 1;
        });
    }

    fn go(&mut self, day: usize, duty: &Duty) {
        let (presence, need) = (&mut self.presence, &self.need);
        let (missing, beyond) = (&mut self.missing, &mut self.beyond);
        self.task.frame.each_step(day, duty, |step| {
            presence[step] -= 1;
            let spare = i64::from(presence[step] - need[step]);
            if spare < 0 { *missing += 1 } else { *beyond -= 2 * spare + 1 }
        });
    }

    /// What a person costs in the weeks that are changed, and how content the person is, in paid hours.
    fn own(&self, person: usize, changes: &[Change]) -> f64 {
        let (mut cost, mut counted) = (0.0, usize::MAX);
        for (_, day, _) in changes.iter().filter(|change| change.0 == person) {
            let week = day / DAYS_A_WEEK;
            if week != counted {
                cost += self.task.cost_of_week(person, &self.rows[person], week);
                counted = week;
            }
        }
        cost * self.thrift + self.content(person)
    }

    /// Wishes that are not granted and weekends worked, as paid hours.
    fn content(&self, person: usize) -> f64 {
        let row = &self.rows[person];
        let (granted, wished) = self.task.wishes(person, row);
        (wished - granted) * self.weights.wish + self.task.unfairness(person, row) * self.weights.weekend
    }

    /// A random duty of a person on a day, if it can be one that covers a step.
    fn draw(&mut self, person: usize, day: usize, aim: Option<usize>) -> Option<Duty> {
        let task = self.task;
        let allowed = &task.rules[task.people[person].rules].shapes;
        let shape = *allowed.get(self.below(allowed.len()))?;
        let form = &task.frame.shapes[shape];
        if !form.days[day] || !task.people[person].open[day] {
            return None;
        }
        let step = aim.map(|step| step % task.frame.steps);
        let covers = |start: &usize| step.is_none_or(|step| *start <= step && step < start + form.length);
        let first = form.starts.iter().position(covers)?;
        let count = form.starts[first..].iter().take_while(|start| covers(start)).count();
        let start = form.starts[first + self.below(count)];
        Some(self.paused(day, shape, start))
    }

    /// Breaks where most people are to spare, drawn among equals.
    fn paused(&mut self, day: usize, shape: usize, start: usize) -> Duty {
        let mut breaks = [0; MOST_BREAKS];
        let midnight = day * self.task.frame.steps;
        for (place, window) in self.task.frame.shapes[shape].breaks.iter().enumerate() {
            let mut best = (i32::MIN, 0);
            for offset in window.from..=window.to {
                let away = midnight + start + offset;
                let spare = |step: usize| {
                    let step = step % self.presence.len();
                    self.presence[step] - self.need[step]
                };
                let least = (away..away + window.length).map(spare).min().unwrap_or(0);
                let lot = (least, self.stream.bits());
                if lot.0 > best.0 || (lot.0 == best.0 && lot.1 > best.1) {
                    best = lot;
                    breaks[place] = start + offset;
                }
            }
        }
        Duty { shape, start, breaks }
    }

    /// A random step in which somebody is missing.
    fn gap(&mut self) -> Option<usize> {
        let from = self.below(self.presence.len());
        (from..self.presence.len()).chain(0..from).find(|step| self.presence[*step] < self.need[*step])
    }

    fn below(&mut self, count: usize) -> usize {
        ((self.stream.uniform() * count as f64) as usize).min(count.saturating_sub(1))
    }
}

impl Task {
    /// Whether a roster breaks no rule at all.
    #[must_use]
    pub fn is_lawful(&self, rows: &[Row]) -> bool {
        let kept = |(person, row): (usize, &Row)| self.breaches(person, row).is_empty();
        let limits = (0..self.frame.limits.len()).flat_map(|limit| (0..self.frame.days).map(move |day| (limit, day)));
        rows.iter().enumerate().all(kept)
            && limits.into_iter().all(|(limit, day)| self.on_limit(limit, day, rows) <= self.frame.limits[limit].most)
    }
}
