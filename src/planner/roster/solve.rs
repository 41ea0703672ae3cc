//! A roster at little cost, and how far it can be from the least there is.

use rayon::prelude::*;

use super::begin::begin;
use super::bound::Bound;
use super::search::{Search, Weights};
use super::task::{Row, Task};
use crate::sampling::{Key, Purpose};

/// How long to search, counted in moves, so that the same roster comes out everywhere.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Moves of each search, a person and week.
    pub moves: u64,
    /// Seed of their random numbers.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self { moves: 40_000, seed: 1 }
    }
}

/// A roster of a group, with what is known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// The task, which asks for less where a week has no room for the least of the contract.
    pub task: Task,
    /// Everybody's days.
    pub rows: Vec<Row>,
    /// Weeks, each of a person, that fall short of the least of their contract.
    pub short: Vec<(usize, usize)>,
    /// Money for the roster.
    pub cost: f64,
    /// People missing over all steps; 0: the need is covered.
    pub missing: u64,
    /// What no roster undercuts.
    pub bound: Bound,
}

/// Searches side by side, whatever the number of threads; the best one counts.
const SEARCHES: u64 = 2;

/// Times that people missing are made dearer where some still are.
const DEARER: u32 = 4;

/// Makes the roster of a task.
#[must_use]
pub fn solve(task: Task, effort: Effort) -> Solved {
    let mut task = task;
    let key = Key::new(effort.seed, 0);
    let asked = task.clone();
    let rows = begin(&mut task, &mut key.stream(Purpose::Roster));
    let moves = effort.moves * (task.people.len() * task.weeks()) as u64;
    let (bound, mut found) = rayon::join(
        || Bound::of(&task),
        || {
            let searches = (1..=SEARCHES).into_par_iter();
            searches.map(|number| hunt(&task, rows.clone(), moves, key.child(number))).collect::<Vec<_>>()
        },
    );
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let rows = found.into_iter().next().map_or_else(Vec::new, |(.., rows)| rows);
    let all = (0..rows.len()).flat_map(|person| (0..task.weeks()).map(move |week| (person, week)));
    let short = all.filter(|(person, week)| !asked.keeps_week(*person, &rows[*person], *week)).collect();
    Solved { cost: task.cost(&rows), missing: task.missing(&rows), rows, short, bound, task }
}

/// One search: people missing, what all else is worth, and the roster.
fn hunt(task: &Task, rows: Vec<Row>, moves: u64, key: Key) -> (i64, f64, Vec<Row>) {
    let mut search = Search::new(task, rows, Weights::default(), key.stream(Purpose::Roster));
    search.cool(moves * 7 / 10, (HOT, WARM), CHEAP);
    search.cool(moves * 3 / 10, (WARM, COLD), DEAR);
    let mut price = DEAR;
    for _ in 0..DEARER {
        if search.missing == 0 {
            break;
        }
        price *= 3.0;
        search.cool(moves / 10, (WARM, COLD), price);
    }
    (search.missing, search.worth(), search.rows)
}

/// Heat at the beginning, between the two parts and at the end, in paid hours.
const HOT: f64 = 4.0;
const WARM: f64 = 0.5;
const COLD: f64 = 0.03;
/// Price of a person missing in one step, in both parts.
const CHEAP: f64 = 3.0;
const DEAR: f64 = 10.0;

impl Default for Weights {
    fn default() -> Self {
        Self { missing: CHEAP, beyond: 0.01, wish: 1.0, weekend: 4.0 }
    }
}
