//! The least cost that was found, and how far it can be from the least there is.

use std::time::Duration;

use super::anneal::Search;
use super::deal::deal;
use super::instance::{Instance, Person};
use super::programme::{self, Limits, Unsolved, Whole};
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

    /// Whether nothing can be cheaper, but for the rounding of sums.
    fn is_least(&self) -> bool {
        self.cost <= self.bound + 1e-6 * self.bound.abs().max(1e-3)
    }

    /// Whether the need is covered and every rule kept.
    fn sound(&self, instance: &Instance) -> bool {
        self.missing == 0 && instance.faults(&self.people).is_empty()
    }
}

/// Nodes of a search tree for numbers of people alone: few whole variables need few.
const NODES_FOR_PEOPLE: u64 = 200;
/// Nodes of a search tree for a small instance.
const NODES: u64 = 20_000;

/// Covers the need of an instance at little cost; `watch` is told of every roster and says whether to go on.
///
/// # Errors
/// When the rules leave no roster, the time is over before there is any, or the solver gives up.
pub fn solve(instance: &Instance, effort: Effort, watch: &mut dyn FnMut(&Solved) -> bool) -> Result<Solved, Unsolved> {
    solve_from(instance, None, effort, watch)
}

/// Covers the need of an instance, beginning with people who cover nearly the same.
///
/// # Errors
/// As of [`solve`].
pub fn solve_from(
    instance: &Instance,
    start: Option<Vec<Person>>,
    effort: Effort,
    watch: &mut dyn FnMut(&Solved) -> bool,
) -> Result<Solved, Unsolved> {
    let limits = Limits { nodes: NODES_FOR_PEOPLE, time: effort.time };
    let relaxed = programme::solve(instance, Whole::People, limits)?;
    // At a price, however high, leaving somebody out may be the cheaper way: no proof that it is the only one.
    let infeasible = relaxed.missing > 1e-6 && programme::least_missing(instance, limits)? > 1e-6;
    let (mut best, mut bound) = (None, relaxed.bound);
    if programme::is_small(instance) && !infeasible {
        let limits = Limits { nodes: NODES, time: effort.time / 2 };
        // A search tree that gives up is no failure: the annealing goes on from the relaxation.
        if let Ok(answer) = programme::solve(instance, Whole::All, limits) {
            bound = bound.max(answer.bound);
            // The programme counts overtime and rest by contract: its roster is proven once people can work it so.
            best = Some(assess(instance, deal(instance, &answer), bound, End::Optimal)).filter(|f| f.sound(instance));
        }
    }
    if let Some(found) = best.take_if(|found| found.is_least()) {
        return Ok(Solved { bound: found.cost, ..found });
    }
    let start = start.unwrap_or_else(|| deal(instance, &relaxed));
    Ok(Hunt { instance, effort, bound, infeasible, best, rounds: 0, watch, goes_on: true }.run(start))
}

fn assess(instance: &Instance, people: Vec<Person>, bound: f64, end: End) -> Solved {
    Solved { cost: instance.cost(&people), missing: instance.shortfall(&people), bound, end, people }
}

/// The search beyond the programme.
struct Hunt<'a> {
    instance: &'a Instance,
    effort: Effort,
    /// No roster costs less.
    bound: f64,
    /// Whether it is proven that nobody can cover the need.
    infeasible: bool,
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
        let end = loop {
            self.anneal(&mut search);
            if let Some(end) = self.end() {
                break end;
            }
            if !self.next_people(&mut search) {
                break End::Rounds;
            }
        };
        let last = assess(self.instance, search.people, self.bound, end);
        Solved { end, ..self.best.unwrap_or(last) }
    }

    fn anneal(&mut self, search: &mut Search<'_>) {
        self.rounds += 1;
        // Sets of people that were tried in vain are tried again with more patience.
        let moves = self.effort.moves * u64::from(1 + self.rounds / 8);
        search.cool(moves, HOT, COLD, true);
        search.cool(moves / 4, COLD, COLD / 4.0, false);
        let found = assess(self.instance, search.people.clone(), self.bound, End::Rounds);
        self.goes_on = (self.watch)(&found);
        let better = self.best.as_ref().is_none_or(|best| found.cost < best.cost - 1e-9);
        if better && found.sound(self.instance) {
            self.best = Some(found);
        }
    }

    fn end(&self) -> Option<End> {
        if self.infeasible {
            Some(End::Infeasible)
        } else if self.best.as_ref().is_some_and(Solved::is_least) {
            Some(End::Optimal)
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
        let Some(best) = &self.best else { return self.hire(search) };
        let changes = self.changes(&best.people);
        let Some((out, in_place)) = changes.get(self.rounds as usize % changes.len().max(1)).copied() else {
            return false;
        };
        search.restart(best.people.clone());
        let leaves = out.and_then(|terms| search.least_missed(terms));
        leaves.into_iter().for_each(|number| search.dismiss(number));
        in_place.into_iter().for_each(|terms| search.hire(Person::new(terms)));
        true
    }

    /// Hires whoever covers most of what is missing for the money; where nobody covers any of it, the cheapest, who may
    /// set others free to do so.
    fn hire(&self, search: &mut Search<'_>) -> bool {
        let room = |terms: &usize| count(&search.people, *terms) < self.instance.terms[*terms].people.1;
        let able: Vec<usize> = (0..self.instance.terms.len()).filter(room).collect();
        let mut best: Option<(f64, f64, usize)> = None;
        for terms in able {
            let (missing, week) = (search.missing, self.week(terms).max(1e-9));
            search.hire(Person::new(terms));
            let worth = ((missing - search.missing) as f64 / week, -week, terms);
            search.dismiss(search.people.len() - 1);
            best = best.filter(|best| (best.0, best.1) >= (worth.0, worth.1)).or(Some(worth));
        }
        best.into_iter().for_each(|(.., terms)| search.hire(Person::new(terms)));
        best.is_some()
    }

    /// Who might leave, and who might come, so that it costs less but no less than the bound.
    fn changes(&self, people: &[Person]) -> Vec<(Option<usize>, Option<usize>)> {
        let all = 0..self.instance.terms.len();
        let may_go = |terms: &usize| count(people, *terms) > self.instance.terms[*terms].people.0;
        let may_come = |terms: &usize| count(people, *terms) < self.instance.terms[*terms].people.1;
        let come: Vec<Option<usize>> = all.clone().filter(may_come).map(Some).chain([None]).collect();
        let pairs = all.clone().filter(may_go).flat_map(|out| come.iter().map(move |in_place| (Some(out), *in_place)));
        let week = |terms: Option<usize>| terms.map_or(0.0, |terms| self.week(terms));
        let saved = |(out, in_place): &(Option<usize>, Option<usize>)| week(*out) - week(*in_place);
        let room = people.iter().map(|person| self.instance.cost_of(person)).sum::<f64>() - self.bound;
        let mut changes: Vec<_> = pairs.filter(|pair| saved(pair) > 1e-9 && saved(pair) < room + 1e-6).collect();
        changes.sort_by(|a, b| saved(a).total_cmp(&saved(b)));
        // One more person takes overtime away from the others.
        let overtime = people.iter().any(|person| {
            self.instance.overtime(person) > 1e-9 && self.instance.terms[person.terms].overtime_extra > 0.0
        });
        let more = all.filter(may_come).filter(|_| overtime).map(|terms| (None, Some(terms)));
        more.chain(changes).collect()
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
