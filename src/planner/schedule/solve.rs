//! The least cost that was found, and how far it can be from the least there is.

use std::time::Duration;

use super::anneal::Search;
use super::deal::deal;
use super::instance::{Instance, Person};
use super::programme::{self, Answer, Limits, Whole};
use crate::sampling::{Key, Purpose};

/// How long to search, and how well.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Good enough: (cost - bound) / bound.
    pub gap: f64,
    /// Most time of each integer programme. Where it ends the search, another machine may find another roster. Who
    /// watches ends the annealing.
    pub time: Duration,
    /// Most moves of the annealing between two looks.
    pub moves: u64,
    /// Most times that it is heated up again.
    pub rounds: u32,
    /// Seed of its random numbers.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { gap: 0.01, time: Duration::from_secs(120), moves: 400_000, rounds: 40, seed: 1 }
    }
}

/// A roster, with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// The people and their weeks.
    pub people: Vec<Person>,
    /// Money for them.
    pub cost: f64,
    /// No roster that covers the need costs less.
    pub bound: f64,
    /// People missing over all steps; 0: the need is covered.
    pub missing: u64,
    /// Why the search ended.
    pub end: End,
}

/// Why a search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Nothing is cheaper: proven.
    Optimal,
    /// The wanted gap was reached.
    Gap,
    /// As many rounds as were allowed.
    Rounds,
    /// The time was over.
    Time,
    /// The need cannot be covered: proven by the relaxation.
    Infeasible,
}

impl Solved {
    /// (cost - bound) / bound.
    #[must_use]
    pub fn gap(&self) -> f64 {
        if self.bound > 0.0 { (self.cost - self.bound).max(0.0) / self.bound } else { 0.0 }
    }
}

/// Nodes of a search tree for numbers of people alone: few whole variables need few.
const NODES_FOR_PEOPLE: u64 = 200;
/// Nodes of a search tree for a small instance.
const NODES: u64 = 20_000;

/// Covers the need of an instance at little cost; `watch` is told of every roster and says whether to go on.
///
/// # Errors
/// A sentence, when the solver gives up.
pub fn solve(instance: &Instance, effort: Effort, watch: &mut dyn FnMut(&Solved) -> bool) -> Result<Solved, String> {
    solve_from(instance, None, effort, watch)
}

/// Covers the need of an instance, beginning with people who cover nearly the same.
///
/// # Errors
/// A sentence, when the solver gives up.
pub fn solve_from(
    instance: &Instance,
    start: Option<Vec<Person>>,
    effort: Effort,
    watch: &mut dyn FnMut(&Solved) -> bool,
) -> Result<Solved, String> {
    let limits = Limits { nodes: NODES_FOR_PEOPLE, time: effort.time };
    let Some(relaxed) = programme::solve(instance, Whole::People, limits)? else {
        return Err("the time was over before the relaxation was solved".into());
    };
    let mut best = None;
    if programme::is_small(instance) && relaxed.missing < 1e-6 {
        let limits = Limits { nodes: NODES, time: effort.time / 2 };
        // A search tree that gives up is no failure: the annealing goes on from the relaxation.
        if let Ok(Some(answer)) = programme::solve(instance, Whole::All, limits) {
            let exact = assess(instance, deal(instance, &answer), relaxed.bound.max(answer.bound), End::Rounds);
            if answer.proven && exact.missing == 0 && instance.faults(&exact.people).is_empty() {
                return Ok(Solved { end: End::Optimal, bound: exact.cost, ..exact });
            }
            best = Some(exact).filter(|found| found.missing == 0 && instance.faults(&found.people).is_empty());
        }
    }
    let start = start.unwrap_or_else(|| deal(instance, &relaxed));
    Ok(Hunt { instance, effort, relaxed: &relaxed, best, rounds: 0, watch, goes_on: true }.run(start))
}

fn assess(instance: &Instance, people: Vec<Person>, bound: f64, end: End) -> Solved {
    Solved { cost: instance.cost(&people), missing: instance.shortfall(&people), bound, end, people }
}

/// The search beyond the programme.
struct Hunt<'a> {
    instance: &'a Instance,
    effort: Effort,
    relaxed: &'a Answer,
    best: Option<Solved>,
    rounds: u32,
    watch: &'a mut dyn FnMut(&Solved) -> bool,
    goes_on: bool,
}

/// Heat at the start of a round and at its end, in people missing in one step.
const HOT: f64 = 0.5;
const COLD: f64 = 0.15;

impl Hunt<'_> {
    /// Anneals the rounded relaxation and hires until nobody is missing; then looks for cheaper sets of people.
    fn run(mut self, start: Vec<Person>) -> Solved {
        let stream = Key::new(self.effort.seed, 0).stream(Purpose::Roster);
        let mut search = Search::new(self.instance, start, stream);
        let infeasible = self.relaxed.missing >= 1e-6;
        let end = loop {
            self.anneal(&mut search);
            if let Some(end) = self.end(infeasible) {
                break end;
            }
            if !self.next_people(&mut search) {
                break End::Rounds;
            }
        };
        let last = assess(self.instance, search.people, self.relaxed.bound, end);
        Solved { end, ..self.best.unwrap_or(last) }
    }

    fn anneal(&mut self, search: &mut Search<'_>) {
        self.rounds += 1;
        // Sets of people that were tried in vain are tried again with more patience.
        let moves = self.effort.moves * u64::from(1 + self.rounds / 8);
        search.cool(moves, HOT, COLD, true);
        search.cool(moves / 4, COLD, COLD / 4.0, false);
        let found = assess(self.instance, search.people.clone(), self.relaxed.bound, End::Rounds);
        self.goes_on = (self.watch)(&found);
        let better = self.best.as_ref().is_none_or(|best| found.cost < best.cost - 1e-9);
        if found.missing == 0 && better && self.instance.faults(&found.people).is_empty() {
            self.best = Some(found);
        }
    }

    fn end(&self, infeasible: bool) -> Option<End> {
        if infeasible {
            Some(End::Infeasible)
        } else if self.best.as_ref().is_some_and(|best| best.gap() <= self.effort.gap) {
            Some(End::Gap)
        } else if !self.goes_on {
            Some(End::Time)
        } else {
            (self.rounds >= self.effort.rounds).then_some(End::Rounds)
        }
    }

    /// The people of the next round; false when there is nothing left to try.
    fn next_people(&mut self, search: &mut Search<'_>) -> bool {
        let Some(best) = &self.best else { return self.hire_cheapest(search) };
        let changes = self.changes(&best.people);
        let Some((out, in_place)) = changes.get(self.rounds as usize % changes.len().max(1)).copied() else {
            return false;
        };
        search.restart(best.people.clone());
        search.least_missed(out).into_iter().for_each(|number| search.dismiss(number));
        in_place.into_iter().for_each(|terms| search.hire(Person::new(terms)));
        true
    }

    fn hire_cheapest(&self, search: &mut Search<'_>) -> bool {
        let room = |terms: &usize| count(&search.people, *terms) < self.instance.terms[*terms].people.1;
        let able = (0..self.instance.terms.len()).filter(room);
        let Some(terms) = able.min_by(|a, b| self.week(*a).total_cmp(&self.week(*b))) else { return false };
        search.hire(Person::new(terms));
        true
    }

    /// Who might leave, and who might come instead, so that it costs less but no less than the bound.
    fn changes(&self, people: &[Person]) -> Vec<(usize, Option<usize>)> {
        let all = 0..self.instance.terms.len();
        let may_go = |terms: &usize| count(people, *terms) > self.instance.terms[*terms].people.0;
        let may_come = |terms: &usize| count(people, *terms) < self.instance.terms[*terms].people.1;
        let come: Vec<Option<usize>> = all.clone().filter(may_come).map(Some).chain([None]).collect();
        let pairs = all.filter(may_go).flat_map(|out| come.iter().map(move |in_place| (out, *in_place)));
        let saved =
            |(out, in_place): (usize, Option<usize>)| self.week(out) - in_place.map_or(0.0, |terms| self.week(terms));
        let room = people.iter().map(|person| self.instance.cost_of(person)).sum::<f64>() - self.relaxed.bound;
        let mut changes: Vec<_> = pairs.filter(|pair| saved(*pair) > 1e-9 && saved(*pair) < room + 1e-6).collect();
        changes.sort_by(|a, b| saved(*a).total_cmp(&saved(*b)));
        changes
    }

    /// Money for the least that a person of a contract works.
    fn week(&self, terms: usize) -> f64 {
        let terms = &self.instance.terms[terms];
        let duty = terms.shapes.iter().map(|shape| self.instance.pay(terms, *shape)).fold(f64::INFINITY, f64::min);
        duty * terms.days.0.max(1) as f64
    }
}

fn count(people: &[Person], terms: usize) -> u32 {
    people.iter().filter(|person| person.terms == terms).count() as u32
}
