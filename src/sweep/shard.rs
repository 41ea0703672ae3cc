//! A part of the work: one of so many.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The `number`-th of `of` parts, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    /// Which one, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

/// Most parts.
const MOST: usize = 100_000;

impl Shard {
    /// Its units among so many: they take turns, so that costly points are spread over all parts.
    pub fn units(self, all: usize) -> impl Iterator<Item = usize> {
        (self.number - 1..all).step_by(self.of)
    }

    /// The name of its file.
    #[must_use]
    pub fn file_name(self) -> String {
        format!("shard-{}-of-{}.part", self.number, self.of)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(n, of)| Some((n.trim().parse().ok()?, of.trim().parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) && of <= MOST => Ok(Self { number, of }),
            Some((_, of)) if (1..=MOST).contains(&of) => Err(format!("a part of {of} is one from 1/{of} to {of}/{of}")),
            _ => Err("write which part of how many, such as 3/40".to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_tile_the_work() {
        for (all, of) in [(0, 1), (1, 3), (7, 7), (240, 7), (5, 40)] {
            let mut units: Vec<usize> = (1..=of).flat_map(|number| Shard { number, of }.units(all)).collect();
            units.sort_unstable();
            assert!(units.into_iter().eq(0..all), "{all} units in {of} parts");
        }
    }

    #[test]
    fn parts_are_read_as_they_are_written() {
        assert_eq!("3/40".parse(), Ok(Shard { number: 3, of: 40 }));
        assert!(
            ["0/4", "5/4", "3", "a/b", "1/0", "-1/4", "1/1000000"].iter().all(|text| text.parse::<Shard>().is_err())
        );
    }
}
