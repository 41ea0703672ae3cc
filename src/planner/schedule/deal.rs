//! From counts of starts and breaks to people with their weeks.

use super::answer::{Answer, Pause, Start};
use super::instance::{Duty, Instance, MOST_BREAKS, Person};

/// The people of an answer with their duties. Counts that are not whole are rounded along their sums, which keeps every
/// break inside its window; then some days of work may be missing or left over.
pub(super) fn deal(instance: &Instance, answer: &Answer) -> Vec<Person> {
    let mut all = Vec::new();
    for (terms, people) in answer.people.iter().enumerate() {
        let mut own: Vec<Person> = (0..*people as usize).map(|_| Person::new(terms)).collect();
        let mut days: Vec<Vec<Duty>> = (0..instance.days).map(|day| duties(instance, answer, terms, day)).collect();
        trim(&mut days, own.len() * instance.terms[terms].days.1);
        let total: usize = days.iter().map(Vec::len).sum();
        for (day, duties) in days.iter().enumerate() {
            hand_out(instance, &mut own, total, day, duties);
        }
        settle(instance, &mut own);
        all.append(&mut own);
    }
    all
}

/// Rounding up may leave more duties than anyone has days for: the fullest days lose one each.
fn trim(days: &mut [Vec<Duty>], most: usize) {
    while days.iter().map(Vec::len).sum::<usize>() > most {
        let Some(fullest) = days.iter_mut().max_by_key(|duties| duties.len()) else { return };
        let middle = fullest.len() / 2;
        fullest.remove(middle);
    }
}

/// Gives each duty of a day to whoever has the most days left to work, among equals the fewest hours, the longest
/// duties first: so every day finds its people whenever that is possible (Gale and Ryser).
fn hand_out(instance: &Instance, people: &mut [Person], total: usize, day: usize, duties: &[Duty]) {
    let count = people.len().max(1);
    let mut order: Vec<usize> = (0..people.len()).collect();
    let left = |place: usize, person: &Person| {
        let share = total / count + usize::from(place < total % count);
        share as i64 - person.work().count() as i64
    };
    let key = |place: &usize| (-left(*place, &people[*place]), (instance.hours(&people[*place]) * 60.0) as i64, *place);
    order.sort_by_key(key);
    let mut longest = duties.to_vec();
    longest.sort_by(|a, b| instance.shapes[b.shape].hours.total_cmp(&instance.shapes[a.shape].hours));
    for (place, duty) in order.into_iter().zip(longest) {
        people[place].duties[day] = Some(duty);
    }
}

/// People of one contract change places on some days where that mends a lack of rest, hours or days.
fn settle(instance: &Instance, people: &mut [Person]) {
    let exchanged = |one: &Person, other: &Person, day: usize| {
        let (mut one, mut other) = (one.clone(), other.clone());
        std::mem::swap(&mut one.duties[day], &mut other.duties[day]);
        (one, other)
    };
    for _ in 0..PASSES {
        let mut mended = false;
        for (one, day) in (0..people.len()).flat_map(|one| (0..instance.days).map(move |day| (one, day))) {
            if instance.broken(&people[one]) < 1e-9 {
                continue;
            }
            for other in (0..people.len()).filter(|other| *other != one) {
                let before = instance.broken(&people[one]) + instance.broken(&people[other]);
                let (this, that) = exchanged(&people[one], &people[other], day);
                if instance.broken(&this) + instance.broken(&that) < before - 1e-9 {
                    (people[one], people[other]) = (this, that);
                    mended = true;
                }
            }
        }
        if !mended {
            return;
        }
    }
}

/// Most times that everybody is looked at again after a change of places.
const PASSES: usize = 4;

fn duties(instance: &Instance, answer: &Answer, terms: usize, day: usize) -> Vec<Duty> {
    let mut all = Vec::new();
    for shape in 0..instance.shapes.len() {
        let meant = |start: &&Start| start.terms == terms && start.day == day && start.shape == shape;
        let steps = whole(answer.starts.iter().filter(meant).map(|start| (start.step, start.people)));
        let mut own: Vec<Duty> = steps.iter().map(|&start| Duty { shape, start, breaks: [0; MOST_BREAKS] }).collect();
        for place in 0..instance.shapes[shape].breaks.len() {
            let meant =
                |pause: &&Pause| (pause.terms, pause.day, pause.shape, pause.place) == (terms, day, shape, place);
            let begun = whole(answer.pauses.iter().filter(meant).map(|pause| (pause.step, pause.people)));
            own.iter_mut().zip(begun).for_each(|(duty, step)| duty.breaks[place] = step);
        }
        all.append(&mut own);
    }
    all
}

/// A step for each whole person: sums are rounded, so that they stay as they were, one at most the other.
fn whole(counts: impl Iterator<Item = (usize, f64)>) -> Vec<usize> {
    let (mut sum, mut given, mut steps) = (0.0, 0, Vec::new());
    for (step, people) in counts {
        sum += people;
        // Sums that differ by the solver's tolerance alone must be rounded alike.
        let due = (sum + 0.5 + 1e-6).floor() as usize;
        steps.extend(std::iter::repeat_n(step, due.saturating_sub(given)));
        given = given.max(due);
    }
    steps
}
