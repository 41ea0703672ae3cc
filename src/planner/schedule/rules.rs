//! What a roster must keep besides covering the need: days and hours of people, numbers of people, rest.

use super::instance::{Duty, Instance, MOST_DAYS, Person, Terms, Window};

impl Instance {
    /// Steps that must lie between a shift that begins on a day and the person's next one. A week is followed by one
    /// like it, so its last shift and its first one need rest between them too. Of shorter horizons nobody knows what
    /// comes next; but as their days are simulated in a circle, nobody may be at work twice at once.
    pub(super) fn rest_after(&self, terms: &Terms, last: bool) -> usize {
        if last && self.days < MOST_DAYS { 0 } else { terms.rest }
    }

    /// Steps of rest that a person lacks between shifts, summed; shifts that overlap lack more than all of it.
    #[must_use]
    pub fn unrested(&self, person: &Person) -> usize {
        let terms = &self.terms[person.terms];
        let Some((first_day, first)) = person.work().next() else { return 0 };
        let mut lacking = 0;
        let mut ended: Option<usize> = None;
        for (day, duty) in person.work() {
            let begins = day * self.steps + duty.start;
            lacking += ended.map_or(0, |end| (end + self.rest_after(terms, false)).saturating_sub(begins));
            ended = Some(begins + self.shapes[duty.shape].length);
        }
        let again = self.horizon() + first_day * self.steps + first.start;
        lacking + ended.map_or(0, |end| (end + self.rest_after(terms, true)).saturating_sub(again))
    }

    /// How far a person's own rules are broken: hours outside the contract's, days outside (100 each), steps of rest.
    pub(super) fn broken(&self, person: &Person) -> f64 {
        let terms = &self.terms[person.terms];
        let (days, hours) = (person.work().count(), self.hours(person));
        let off = (terms.hours.0 - hours).max(hours - terms.hours.1 - terms.overtime).max(0.0);
        let days_off = terms.days.0.saturating_sub(days) + days.saturating_sub(terms.days.1);
        off + days_off as f64 * 100.0 + self.unrested(person) as f64
    }

    /// What a roster does against its rules, one sentence each, shortfall of the need apart.
    #[must_use]
    pub fn faults(&self, people: &[Person]) -> Vec<String> {
        let mut faults: Vec<String> = people.iter().filter_map(|person| self.fault_of(person)).collect();
        for (number, terms) in self.terms.iter().enumerate() {
            let count = people.iter().filter(|person| person.terms == number).count();
            if !(terms.people.0 as usize..=terms.people.1 as usize).contains(&count) {
                faults.push(format!("contract {number} has {count} people"));
            }
        }
        for (limit, day) in self.limits.iter().flat_map(|limit| (0..self.days).map(move |day| (limit, day))) {
            let count = people.iter().filter(|person| person.works(day, &limit.shapes)).count();
            if count > limit.most as usize {
                faults.push(format!("{count} people on a shift for {} on day {day}", limit.most));
            }
        }
        faults
    }

    fn fault_of(&self, person: &Person) -> Option<String> {
        let terms = &self.terms[person.terms];
        let (days, hours) = (person.work().count(), self.hours(person));
        let in_days = (terms.days.0..=terms.days.1).contains(&days);
        let in_hours = (terms.hours.0 - 1e-9..=terms.hours.1 + terms.overtime + 1e-9).contains(&hours);
        let allowed = person.work().all(|(day, duty)| terms.shapes.contains(&duty.shape) && self.fits(day, duty));
        let unrested = self.unrested(person);
        let sound = in_days && in_hours && allowed && unrested == 0;
        let sentence = || {
            format!(
                "a person of contract {} works {days} days, {hours} hours, {unrested} steps of rest short",
                person.terms
            )
        };
        (!sound).then(sentence)
    }

    /// Whether a duty is one of its shape.
    fn fits(&self, day: usize, duty: &Duty) -> bool {
        let shape = &self.shapes[duty.shape];
        let in_window =
            |(window, pause): (&Window, &usize)| (duty.start + window.from..=duty.start + window.to).contains(pause);
        shape.days[day] && shape.starts.contains(&duty.start) && shape.breaks.iter().zip(&duty.breaks).all(in_window)
    }
}
