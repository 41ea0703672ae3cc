//! What is to be scheduled, in whole steps of a grid of time: need, shifts, contracts.

/// Most breaks of a shift.
pub const MOST_BREAKS: usize = 8;
/// Most days of a plan: the working week is what contracts speak of.
pub const MOST_DAYS: usize = 7;

/// Need, shifts and contracts of one agent group over some days. After the last day the first one follows again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instance {
    /// Steps of the grid in a day.
    pub steps: usize,
    /// Days, at most [`MOST_DAYS`].
    pub days: usize,
    /// People who must be present in each step of the horizon, breaks taken out.
    pub need: Vec<u32>,
    /// Shifts of one length each, with their starts and breaks.
    pub shapes: Vec<Shape>,
    /// Limits on the people whose shift on a day has one of some shapes.
    pub limits: Vec<Limit>,
    /// The contracts under which people work.
    pub terms: Vec<Terms>,
}

/// Shifts of one length: when they may start and when breaks are taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Steps from midnight at which it may start, ascending.
    pub starts: Vec<usize>,
    /// Steps from start to end.
    pub length: usize,
    /// The breaks, in the order of the shift.
    pub breaks: Vec<Window>,
    /// Whether it may be worked on each day.
    pub days: Vec<bool>,
    /// Hours that are paid.
    pub hours: f64,
    /// Factor on the pay.
    pub premium: f64,
}

/// A break, and when in the shift it may begin. Windows of a shift follow one another without overlap: the last moment
/// of a break is never after the first of the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Earliest beginning, in steps from the start of the shift.
    pub from: usize,
    /// Latest beginning.
    pub to: usize,
    /// Steps that it takes.
    pub length: usize,
}

/// A limit on the people whose shift on any one day has one of some shapes.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// Indices of the shapes.
    pub shapes: Vec<usize>,
    /// Most people.
    pub most: u32,
}

/// A contract: what one person works in the horizon, and for how much.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Shapes that may be worked, by index.
    pub shapes: Vec<usize>,
    /// Fewest and most days at work.
    pub days: (usize, usize),
    /// Fewest and most paid hours, overtime not counted.
    pub hours: (f64, f64),
    /// Fewest and most people.
    pub people: (u32, u32),
    /// Money for a paid hour.
    pub pay: f64,
    /// Most hours of overtime of a person.
    pub overtime: f64,
    /// Money that an hour of overtime costs beyond the pay.
    pub overtime_extra: f64,
    /// Fewest steps between the end of a shift and the start of the person's next one.
    pub rest: usize,
}

/// One person's work on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duty {
    /// Index of the shape.
    pub shape: usize,
    /// Start, in steps from midnight.
    pub start: usize,
    /// Beginnings of the breaks, in steps from midnight; unused places are 0.
    pub breaks: [usize; MOST_BREAKS],
}

/// One person's work on each day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Index of the contract.
    pub terms: usize,
    /// The duty of each day.
    pub duties: [Option<Duty>; MOST_DAYS],
}

impl Instance {
    /// Steps of the horizon.
    #[must_use]
    pub fn horizon(&self) -> usize {
        self.steps * self.days
    }

    /// Money for a duty of this shape under these terms.
    #[must_use]
    pub fn pay(&self, terms: &Terms, shape: usize) -> f64 {
        terms.pay * self.shapes[shape].hours * self.shapes[shape].premium
    }

    /// Calls `mark` with every step of the horizon in which the duty's person is present.
    #[inline]
    pub fn each_step(&self, day: usize, duty: &Duty, mut mark: impl FnMut(usize)) {
        let shape = &self.shapes[duty.shape];
        let horizon = self.horizon();
        let midnight = day * self.steps;
        let mut from = duty.start;
        for (window, &pause) in shape.breaks.iter().zip(&duty.breaks) {
            (from..pause).for_each(|step| mark((midnight + step) % horizon));
            from = pause + window.length;
        }
        (from..duty.start + shape.length).for_each(|step| mark((midnight + step) % horizon));
    }

    /// Money for the dearest week of any contract.
    #[must_use]
    pub fn dearest_week(&self) -> f64 {
        let week = |terms: &Terms| {
            let duty = terms.shapes.iter().map(|shape| self.pay(terms, *shape)).fold(0.0, f64::max);
            duty * terms.days.1 as f64 + terms.overtime * terms.overtime_extra
        };
        self.terms.iter().map(week).fold(0.0, f64::max)
    }

    /// People present in each step.
    #[must_use]
    pub fn presence(&self, people: &[Person]) -> Vec<u32> {
        let mut presence = vec![0; self.horizon()];
        for (day, duty) in people.iter().flat_map(Person::work) {
            self.each_step(day, duty, |step| presence[step] += 1);
        }
        presence
    }

    /// People missing over all steps.
    #[must_use]
    pub fn shortfall(&self, people: &[Person]) -> u64 {
        let presence = self.presence(people);
        self.need.iter().zip(&presence).map(|(need, there)| u64::from(need.saturating_sub(*there))).sum()
    }

    /// Money for all of it.
    #[must_use]
    pub fn cost(&self, people: &[Person]) -> f64 {
        people.iter().map(|person| self.cost_of(person)).sum()
    }

    /// Money for one person.
    #[must_use]
    pub fn cost_of(&self, person: &Person) -> f64 {
        let terms = &self.terms[person.terms];
        let pay: f64 = person.work().map(|(_, duty)| self.pay(terms, duty.shape)).sum();
        pay + terms.overtime_extra * self.overtime(person)
    }

    /// Hours of overtime of a person.
    #[must_use]
    pub fn overtime(&self, person: &Person) -> f64 {
        (self.hours(person) - self.terms[person.terms].hours.1).max(0.0)
    }

    /// Paid hours of a person.
    #[must_use]
    pub fn hours(&self, person: &Person) -> f64 {
        person.work().map(|(_, duty)| self.shapes[duty.shape].hours).sum()
    }
}

impl Person {
    /// A person under a contract, without work as yet.
    #[must_use]
    pub fn new(terms: usize) -> Self {
        Self { terms, duties: [None; MOST_DAYS] }
    }

    /// Days at work with their duties.
    pub fn work(&self) -> impl Iterator<Item = (usize, &Duty)> {
        self.duties.iter().enumerate().filter_map(|(day, duty)| Some((day, duty.as_ref()?)))
    }

    /// Whether the day's duty has one of these shapes.
    #[must_use]
    pub fn works(&self, day: usize, shapes: &[usize]) -> bool {
        self.duties[day].is_some_and(|duty| shapes.contains(&duty.shape))
    }
}
