//! What is varied: values of keys, ranges, and changes that go together.

use serde::{Deserialize, Serialize};

use crate::scenario::{Change, Node, Place, Value};

/// What a factor is at a point, as results show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// As the design says it; a computed number with all its digits.
    pub text: String,
    /// The number that it is: a count, a share, seconds; none where it is no quantity.
    pub number: Option<f64>,
}

/// One thing that is varied.
#[derive(Clone, Debug)]
pub(super) struct Factor {
    /// A column of the results.
    pub(super) name: String,
    /// Where its name is written.
    pub(super) at: Place,
    pub(super) domain: Domain,
}

/// What a factor can be.
#[derive(Clone, Debug)]
pub(super) enum Domain {
    /// One of some values, each with what it changes.
    Listed(Vec<(Level, Vec<Change>)>),
    /// Anything between two numbers.
    Range(Range),
}

/// A stretch of numbers for some keys.
#[derive(Clone, Debug)]
pub(super) struct Range {
    pub(super) from: f64,
    pub(super) to: f64,
    /// Values of a grid.
    pub(super) steps: Option<usize>,
    pub(super) is_whole: bool,
    /// Whether its numbers are seconds.
    pub(super) is_duration: bool,
    /// Where the range is written.
    pub(super) at: Place,
    /// The keys, each with the place of its path.
    pub(super) keys: Vec<(Vec<String>, Place)>,
}

/// Where a factor stands at a point: one of its values, or how far along its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Standing {
    /// The value of this number.
    Value(usize),
    /// This far along the range, 0..1.
    Along(f64),
}

impl Factor {
    /// How many values it takes in a grid or a list; none where nobody said.
    pub(super) fn values(&self) -> Option<usize> {
        match &self.domain {
            Domain::Listed(values) => Some(values.len()),
            Domain::Range(range) => range.steps,
        }
    }

    /// Its n-th value in a grid or a list.
    pub(super) fn nth(&self, n: usize) -> Standing {
        match &self.domain {
            Domain::Listed(_) => Standing::Value(n),
            Domain::Range(range) => Standing::Along(n as f64 / (range.steps.unwrap_or(2) - 1).max(1) as f64),
        }
    }

    /// The value at a place between 0 and 1, below 1.
    pub(super) fn at_share(&self, share: f64) -> Standing {
        match &self.domain {
            Domain::Listed(values) => Standing::Value(((share * values.len() as f64) as usize).min(values.len() - 1)),
            Domain::Range(_) => Standing::Along(share),
        }
    }

    /// What results call a standing.
    pub(super) fn level(&self, standing: Standing) -> Level {
        match (&self.domain, standing) {
            (Domain::Listed(values), Standing::Value(n)) => values[n].0.clone(),
            (Domain::Range(range), Standing::Along(share)) => {
                let number = range.number(share);
                let unit = if range.is_duration { " s" } else { "" };
                Level { text: format!("{number}{unit}"), number: Some(number) }
            }
            // A standing belongs to the factor that gave it.
            _ => Level { text: String::new(), number: None },
        }
    }

    /// What a standing changes in the scenario.
    pub(super) fn changes(&self, standing: Standing) -> Vec<Change> {
        match (&self.domain, standing) {
            (Domain::Listed(values), Standing::Value(n)) => values[n].1.clone(),
            (Domain::Range(range), Standing::Along(share)) => {
                let number = range.number(share);
                let value = if range.is_whole { Value::Whole(number as i128) } else { Value::Number(number) };
                let node = Node { value, at: range.at };
                range.keys.iter().map(|(path, at)| Change::Value(path.clone(), *at, node.clone())).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Range {
    /// The number so far along; whole numbers have equal shares of the range, both ends included.
    fn number(&self, share: f64) -> f64 {
        match (self.is_whole, self.steps) {
            (true, None) => (self.from + (share * (self.to - self.from + 1.0)).floor()).min(self.to),
            (true, Some(_)) => (self.from + share * (self.to - self.from)).round(),
            (false, _) if share >= 1.0 => self.to,
            (false, _) => self.from + share * (self.to - self.from),
        }
    }
}
