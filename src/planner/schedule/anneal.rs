//! Simulated annealing: the same people work other hours until nobody is missing (Kirkpatrick, Gelatt and Vecchi,
//! "Optimization by simulated annealing", Science 220, 1983).
//!
//! A move changes one person's work: another shift on the day, other breaks, another day. What counts is the number of
//! people missing over all steps and, far less, the money.

use super::instance::{Duty, Instance, MOST_BREAKS, Person};
use crate::sampling::Stream;

/// A roster under change.
pub(super) struct Search<'a> {
    instance: &'a Instance,
    pub(super) people: Vec<Person>,
    presence: Vec<i32>,
    need: Vec<i32>,
    /// People missing over all steps.
    pub(super) missing: i64,
    /// What annealing makes small: people missing, and people beyond the need where they pile up.
    strain: f64,
    /// People on each limit, by day.
    on_limit: Vec<Vec<u32>>,
    stream: Stream,
    /// Weight of money against one missing person in one step.
    thrift: f64,
}

/// Share of moves that aim at a step in which somebody is missing.
const AIMED: f64 = 0.3;
/// Share of moves in which two people change places.
const SWAPPED: f64 = 0.05;
/// Moves between two looks whether all is sound.
const LOOK: u64 = 256;

impl<'a> Search<'a> {
    pub(super) fn new(instance: &'a Instance, people: Vec<Person>, stream: Stream) -> Self {
        let mut search = Self {
            instance,
            people: Vec::new(),
            presence: vec![0; instance.horizon()],
            need: instance.need.iter().map(|need| *need as i32).collect(),
            missing: instance.need.iter().map(|need| i64::from(*need)).sum(),
            strain: 0.0,
            on_limit: vec![vec![0; instance.days]; instance.limits.len()],
            stream,
            thrift: thrift(instance),
        };
        people.into_iter().for_each(|person| search.hire(person));
        search
    }

    /// Begins again with other people.
    pub(super) fn restart(&mut self, people: Vec<Person>) {
        (0..self.people.len()).rev().for_each(|number| self.dismiss(number));
        people.into_iter().for_each(|person| self.hire(person));
    }

    /// One more person, with as much work as the contract asks for at least.
    pub(super) fn hire(&mut self, mut person: Person) {
        let duties = std::mem::replace(&mut person.duties, Person::new(person.terms).duties);
        let number = self.people.len();
        self.people.push(person);
        for (day, duty) in duties.into_iter().enumerate().filter_map(|(day, duty)| Some((day, duty?))) {
            self.add(number, day, duty);
        }
        self.fill(number);
    }

    /// Somebody leaves.
    pub(super) fn dismiss(&mut self, number: usize) {
        for day in 0..self.instance.days {
            self.remove(number, day);
        }
        self.people.swap_remove(number);
    }

    /// Who of a contract is missed least.
    pub(super) fn least_missed(&mut self, terms: usize) -> Option<usize> {
        let numbers: Vec<usize> = (0..self.people.len()).filter(|n| self.people[*n].terms == terms).collect();
        numbers.into_iter().min_by_key(|&number| {
            let duties = self.people[number].duties;
            for day in 0..self.instance.days {
                self.remove(number, day);
            }
            let missing = self.missing;
            let worked = duties.into_iter().enumerate().filter_map(|(day, duty)| Some((day, duty?)));
            worked.for_each(|(day, duty)| self.add(number, day, duty));
            missing
        })
    }

    /// Days of work that are missing, each where it does most good.
    fn fill(&mut self, number: usize) {
        // On a horizon too short to ask for days of work, one is still what somebody is hired for.
        let least = self.instance.terms[self.people[number].terms].days.0.max(usize::from(self.missing > 0));
        while self.people[number].work().count() < least {
            let free = (0..self.instance.days).filter(|day| self.people[number].duties[*day].is_none());
            let tries: Vec<(usize, Duty)> = free
                .collect::<Vec<_>>()
                .into_iter()
                .filter_map(|day| Some((day, self.best_of(number, day, 20)?)))
                .collect();
            let key = |(day, duty): &(usize, Duty)| (self.unrested_with(number, *day, *duty), self.tried(*day, duty));
            let best = tries.into_iter().min_by_key(key);
            let Some((day, duty)) = best else { return };
            self.add(number, day, duty);
        }
    }

    /// The best of some random duties, every other one aimed at where somebody is missing: of those that leave rest,
    /// if any do, the one that helps most.
    fn best_of(&mut self, number: usize, day: usize, tries: usize) -> Option<Duty> {
        let drawn: Vec<Duty> = (0..tries)
            .filter_map(|attempt| {
                let aim = (attempt % 2 == 0).then(|| self.gap_on(day)).flatten();
                self.draw(number, day, aim)
            })
            .collect();
        drawn.into_iter().min_by_key(|duty| (self.unrested_with(number, day, *duty), self.tried(day, duty)))
    }

    fn unrested_with(&mut self, number: usize, day: usize, duty: Duty) -> usize {
        let before = self.people[number].duties[day].replace(duty);
        let unrested = self.instance.unrested(&self.people[number]);
        self.people[number].duties[day] = before;
        unrested
    }

    /// People missing if this duty were there too.
    fn tried(&self, day: usize, duty: &Duty) -> i64 {
        let mut missing = self.missing;
        self.instance.each_step(day, duty, |step| missing -= i64::from(self.presence[step] < self.need[step]));
        missing
    }

    fn add(&mut self, number: usize, day: usize, duty: Duty) {
        let (presence, need, missing) = (&mut self.presence, &self.need, &mut self.missing);
        let strain = &mut self.strain;
        self.instance.each_step(day, &duty, |step| {
            *missing -= i64::from(presence[step] < need[step]);
            *strain += one_more(presence[step] - need[step]);
            presence[step] += 1;
        });
        self.note_limits(day, duty.shape, 1);
        self.people[number].duties[day] = Some(duty);
    }

    fn remove(&mut self, number: usize, day: usize) -> Option<Duty> {
        let duty = self.people[number].duties[day].take()?;
        let (presence, need, missing) = (&mut self.presence, &self.need, &mut self.missing);
        let strain = &mut self.strain;
        self.instance.each_step(day, &duty, |step| {
            presence[step] -= 1;
            *strain -= one_more(presence[step] - need[step]);
            *missing += i64::from(presence[step] < need[step]);
        });
        self.note_limits(day, duty.shape, -1);
        Some(duty)
    }

    fn note_limits(&mut self, day: usize, shape: usize, change: i32) {
        for (limit, counts) in self.instance.limits.iter().zip(&mut self.on_limit) {
            if limit.shapes.contains(&shape) {
                counts[day] = counts[day].saturating_add_signed(change);
            }
        }
    }

    /// How far the rules are broken that moves may not break further: those of a person, limits of a day.
    fn broken(&self, number: usize) -> f64 {
        self.instance.broken(&self.people[number]) + self.beyond_limits()
    }

    fn beyond_limits(&self) -> f64 {
        let over = |(limit, counts): (&super::instance::Limit, &Vec<u32>)| {
            counts.iter().map(|count| count.saturating_sub(limit.most)).sum::<u32>()
        };
        let limits: u32 = self.instance.limits.iter().zip(&self.on_limit).map(over).sum();
        f64::from(limits) * 100.0
    }

    /// Whether nobody is missing and no rule is broken.
    fn is_sound(&self) -> bool {
        let keeps = |person: &Person| self.instance.broken(person) < 1e-9;
        self.missing == 0 && self.beyond_limits() == 0.0 && self.people.iter().all(keeps)
    }

    /// Cools down over so many moves; ends early when all is sound and money has nothing to say.
    pub(super) fn cool(&mut self, moves: u64, from: f64, to: f64, stop_at_once: bool) {
        let ratio = libm::log(to / from) / moves as f64;
        for made in 0..moves {
            let looks = stop_at_once && self.missing == 0 && made.is_multiple_of(LOOK);
            if self.people.is_empty() || (looks && self.is_sound()) {
                return;
            }
            let heat = from * libm::exp(ratio * made as f64);
            self.step(heat);
        }
    }

    fn step(&mut self, heat: f64) {
        if self.stream.uniform() < SWAPPED {
            return self.swap(heat);
        }
        let aim = (self.missing > 0 && self.stream.uniform() < AIMED).then(|| self.gap()).flatten();
        let number = self.below(self.people.len());
        let (days, steps) = (self.instance.days, self.instance.steps);
        let day = aim.map_or_else(|| self.below(days), |step| step / steps);
        let worked = self.people[number].duties[day].is_some();
        let choice = self.stream.uniform();
        let (from, to) = match (worked, choice) {
            (true, c) if c < 0.1 => (Some(day), None),
            (true, c) if c < 0.25 => (Some(day), self.free_day(number)),
            (true, _) => (Some(day), Some(day)),
            (false, c) if c < 0.6 => (self.worked_day(number), Some(day)),
            (false, _) => (None, Some(day)),
        };
        self.attempt(number, from, to, aim, heat);
    }

    /// Two people of a contract change places on a day: as many are there as before, but hours and rest change.
    fn swap(&mut self, heat: f64) {
        let (one, other) = (self.below(self.people.len()), self.below(self.people.len()));
        let day = self.below(self.instance.days);
        if self.people[one].terms != self.people[other].terms
            || self.people[one].duties[day] == self.people[other].duties[day]
        {
            return;
        }
        let both = |search: &Self| {
            let pair = [&search.people[one], &search.people[other]];
            let broken: f64 = pair.iter().map(|person| search.instance.broken(person)).sum();
            (broken, pair.iter().map(|person| search.instance.cost_of(person)).sum::<f64>())
        };
        let before = both(self);
        self.exchange(one, other, day);
        let after = both(self);
        let worse = after.0 - before.0 + (after.1 - before.1) * self.thrift;
        if after.0 > before.0 || (worse > 0.0 && self.stream.uniform() >= libm::exp(-worse / heat)) {
            self.exchange(one, other, day);
        }
    }

    fn exchange(&mut self, one: usize, other: usize, day: usize) {
        let duty = self.people[one].duties[day];
        self.people[one].duties[day] = std::mem::replace(&mut self.people[other].duties[day], duty);
    }

    /// Takes the duty of one day away and puts one on another (or the same, or none), if that is not too bad.
    fn attempt(&mut self, number: usize, from: Option<usize>, to: Option<usize>, aim: Option<usize>, heat: f64) {
        let (strain, broken) = (self.strain, self.broken(number));
        let money = self.instance.cost_of(&self.people[number]);
        let old = from.and_then(|day| Some((day, self.remove(number, day)?)));
        let drawn = to.filter(|day| self.people[number].duties[*day].is_none());
        let new = drawn.and_then(|day| {
            let near = old.filter(|(from, _)| *from == day && aim.is_none()).map(|(_, duty)| duty);
            Some((day, self.draw_near(number, day, aim, near)?))
        });
        if let Some((day, duty)) = new {
            self.add(number, day, duty);
        }
        let dearer = (self.instance.cost_of(&self.people[number]) - money) * self.thrift;
        let breaks = self.broken(number) - broken;
        let worse = self.strain - strain + dearer + breaks;
        let allowed = breaks <= 0.0;
        if allowed && (worse <= 0.0 || self.stream.uniform() < libm::exp(-worse / heat)) {
            return;
        }
        if let Some((day, _)) = new {
            self.remove(number, day);
        }
        if let Some((day, duty)) = old {
            self.add(number, day, duty);
        }
    }

    fn draw_near(&mut self, number: usize, day: usize, aim: Option<usize>, near: Option<Duty>) -> Option<Duty> {
        match near {
            // Only other breaks.
            Some(duty) if self.stream.uniform() < 0.4 => Some(self.with_breaks(day, duty.shape, duty.start)),
            _ => self.draw(number, day, aim),
        }
    }

    /// A random duty of a person on a day, if it can be one that covers a step.
    fn draw(&mut self, number: usize, day: usize, aim: Option<usize>) -> Option<Duty> {
        let allowed = &self.instance.terms[self.people[number].terms].shapes;
        let pick = (self.stream.uniform() * allowed.len() as f64) as usize;
        let shape = *allowed.get(pick)?;
        let form = &self.instance.shapes[shape];
        if !form.days[day] {
            return None;
        }
        let step = aim.map(|step| step % self.instance.steps);
        let covers = |start: &usize| step.is_none_or(|step| *start <= step && step < start + form.length);
        let first = form.starts.iter().position(covers)?;
        let count = form.starts[first..].iter().take_while(|start| covers(start)).count();
        let start = form.starts[first + self.below(count)];
        Some(self.with_breaks(day, shape, start))
    }

    /// Breaks where they hurt least, drawn among equals.
    fn with_breaks(&mut self, day: usize, shape: usize, start: usize) -> Duty {
        let mut breaks = [0; MOST_BREAKS];
        let midnight = day * self.instance.steps;
        for (place, window) in self.instance.shapes[shape].breaks.iter().enumerate() {
            let mut least = (i64::MAX, 0.0);
            for offset in window.from..=window.to {
                let away = midnight + start + offset;
                let hurt = |step: usize| {
                    let step = step % self.presence.len();
                    i64::from(self.presence[step] < self.need[step])
                };
                let hurts: i64 = (away..away + window.length).map(hurt).sum();
                let lot = self.stream.uniform();
                if hurts < least.0 || (hurts == least.0 && lot < least.1) {
                    least = (hurts, lot);
                    breaks[place] = start + offset;
                }
            }
        }
        Duty { shape, start, breaks }
    }

    /// A random step in which somebody is missing.
    fn gap(&mut self) -> Option<usize> {
        self.gap_in(0, self.presence.len())
    }

    /// The same on a day.
    fn gap_on(&mut self, day: usize) -> Option<usize> {
        self.gap_in(day * self.instance.steps, (day + 1) * self.instance.steps)
    }

    fn gap_in(&mut self, begin: usize, end: usize) -> Option<usize> {
        let from = begin + self.below(end - begin);
        (from..end).chain(begin..from).find(|step| self.presence[*step] < self.need[*step])
    }

    fn free_day(&mut self, number: usize) -> Option<usize> {
        self.day_where(number, false)
    }

    fn worked_day(&mut self, number: usize) -> Option<usize> {
        self.day_where(number, true)
    }

    fn day_where(&mut self, number: usize, worked: bool) -> Option<usize> {
        let from = self.below(self.instance.days);
        let days = (from..self.instance.days).chain(0..from);
        days.into_iter().find(|day| self.people[number].duties[*day].is_some() == worked)
    }

    fn below(&mut self, count: usize) -> usize {
        ((self.stream.uniform() * count as f64) as usize).min(count.saturating_sub(1))
    }
}

/// How one more person changes the strain of a step with so many beyond the need: each one missing weighs 1, and those
/// beyond weigh by their square, so that they spread over the day to where they are of use.
fn one_more(beyond: i32) -> f64 {
    if beyond < 0 { -1.0 } else { PILE * f64::from(2 * beyond + 1) }
}

/// Weight of the first person beyond the need.
const PILE: f64 = 0.03;

/// A duty's dearest hour weighs a twentieth of a person missing in one step.
fn thrift(instance: &Instance) -> f64 {
    let hour = |terms: &super::instance::Terms| terms.pay + terms.overtime_extra;
    0.05 / instance.terms.iter().map(hour).fold(1e-9, f64::max)
}
