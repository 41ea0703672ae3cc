//! By how much each priority is ahead: the offsets with which the fewest choices are contrary.

use super::choices::Choice;

/// 95 % of the likelihood ratio of a threshold with its right value (Hansen, "Sample splitting and threshold
/// estimation", Econometrica 68 (2000), table 1).
pub(super) const HANSEN_95: f64 = 7.35;
/// Leads that are so near to the offset do not tell, s: moments are rounded.
const ROUNDED: f64 = 1.0;

/// For each pair of priorities and each whole second of offset, how many choices are contrary to it.
#[derive(Clone, Debug)]
pub(super) struct Contrary {
    levels: usize,
    most: usize,
    /// Changes of the count from one offset to the next, so that a choice is added in no time.
    changes: Vec<Vec<i32>>,
    pub(super) choices: f64,
}

impl Contrary {
    /// No choices, among so many priorities, with offsets of up to `most` s either way.
    pub(super) fn new(levels: usize, most: usize) -> Self {
        Self { levels, most, changes: vec![vec![0; 2 * most + 2]; levels * levels], choices: 0.0 }
    }

    /// The same without any choice.
    pub(super) fn emptied(&self) -> Self {
        Self::new(self.levels, self.most)
    }

    /// The same without some of its choices.
    pub(super) fn without(&self, some: &Self) -> Self {
        let less = |(all, some): (&Vec<i32>, &Vec<i32>)| all.iter().zip(some).map(|(all, some)| all - some).collect();
        let changes = self.changes.iter().zip(&some.changes).map(less).collect();
        Self { changes, choices: self.choices - some.choices, ..*self }
    }

    /// Adds a choice between two priorities, by their places. Taken first should be the greater one if lead + offset is
    /// above 0.
    pub(super) fn add(&mut self, (less, greater): (usize, usize), choice: &Choice) {
        let (most, turn) = (self.most as f64, -f64::from(choice.lead));
        let changes = &mut self.changes[less * self.levels + greater];
        let place = |offset: f64| (offset.clamp(-most, most + 1.0) + most) as usize;
        let (from, to) = match choice.taken {
            true => (0, place((turn - ROUNDED).ceil())),
            false => (place((turn + ROUNDED).floor() + 1.0), changes.len() - 1),
        };
        changes[from] += 1;
        changes[to] -= 1;
        self.choices += 1.0;
    }

    fn counts(&self) -> Vec<Vec<u32>> {
        let sum = |changes: &Vec<i32>| {
            let counts = changes.iter().scan(0_i32, |sum, change| {
                *sum += change;
                Some(sum.unsigned_abs())
            });
            counts.collect()
        };
        self.changes.iter().map(sum).collect()
    }
}

/// Offsets of the priorities, s, the first 0, and how well they agree with the choices.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Order {
    pub(super) offsets: Vec<i64>,
    /// 95 % interval of each.
    pub(super) intervals: Vec<[f64; 2]>,
    pub(super) contrary: f64,
    /// Logarithm of the likelihood: each choice is contrary with the same chance.
    pub(super) likelihood: f64,
    /// The same with all offsets 0.
    pub(super) without: f64,
}

/// The offsets with which the fewest choices are contrary (Manski's maximum score, J. Econometrics 3 (1975)): one after
/// another and all from one on, until none gets better. Of several with the same count the middle one is taken.
pub(super) fn order(contrary: &Contrary) -> Order {
    let counts = contrary.counts();
    let (levels, most) = (contrary.levels, contrary.most as i64);
    let total = |offsets: &[i64]| -> u64 {
        let pairs = (0..levels).flat_map(|less| (less + 1..levels).map(move |greater| (less, greater)));
        let count = |(less, greater): (usize, usize)| {
            let place = (offsets[greater] - offsets[less]).clamp(-most, most) + most;
            u64::from(counts[less * levels + greater][place as usize])
        };
        pairs.map(count).sum()
    };
    let mut offsets = vec![0_i64; levels];
    let moved = |offsets: &[i64], from: usize, to: usize, by: i64| -> Vec<i64> {
        (0..levels).map(|level| offsets[level] + if (from..to).contains(&level) { by } else { 0 }).collect()
    };
    let mut best = total(&offsets);
    for _ in 0..20 {
        let before = best;
        for (from, to) in (1..levels).flat_map(|level| [(level, levels), (level, level + 1)]) {
            let along: Vec<u64> =
                (-most..=most).map(|to_be| total(&moved(&offsets, from, to, to_be - offsets[from]))).collect();
            let least = along.iter().copied().min().unwrap_or(best);
            if least < best {
                let at: Vec<usize> = (0..along.len()).filter(|place| along[*place] == least).collect();
                let by = at[at.len() / 2] as i64 - most - offsets[from];
                offsets = moved(&offsets, from, to, by);
                best = least;
            }
        }
        if best == before {
            break;
        }
    }
    let likelihood = |count: u64| likelihood(count as f64, contrary.choices);
    let within = |count: u64| 2.0 * (likelihood(best) - likelihood(count)) <= HANSEN_95;
    let interval = |level: usize| {
        let held = |to_be: &i64| within(total(&moved(&offsets, level, level + 1, to_be - offsets[level])));
        let (low, high) = ((-most..=most).find(&held), (-most..=most).rev().find(&held));
        [low.unwrap_or(offsets[level]) as f64, high.unwrap_or(offsets[level]) as f64]
    };
    Order {
        intervals: (0..levels).map(|level| if level == 0 { [0.0, 0.0] } else { interval(level) }).collect(),
        contrary: best as f64,
        likelihood: likelihood(best),
        without: likelihood(total(&vec![0; levels])),
        offsets,
    }
}

/// Of so many contrary choices of all, with the chance that suits them best; more than half of them are no order at all.
fn likelihood(contrary: f64, all: f64) -> f64 {
    let contrary = contrary.min(all / 2.0);
    let part = |count: f64| if count > 0.0 { count * libm::log(count / all) } else { 0.0 };
    part(contrary) + part(all - contrary)
}
