//! What everybody who works on a part of a sweep must agree on, and how the work is cut into units.

use std::fmt::Write as _;
use std::ops::Range;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::design::Rule;
use super::factor::Level;
use crate::kpi::Column;
use crate::scenario::Input;

/// A file that a sweep was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputHash {
    /// Its name, without folders.
    pub file: String,
    /// The hash of what it held.
    pub sha256: String,
}

impl InputHash {
    pub(super) fn of(input: &Input) -> Self {
        let file = input.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { file, sha256: sha256(&input.bytes) }
    }
}

/// The whole sweep, but for its results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// [`Plan::SCHEMA`].
    pub schema: String,
    /// The version of holdline.
    pub version: String,
    /// What charts call it.
    pub name: String,
    /// The design file as it was named.
    pub file: String,
    /// The design, its base, and all tables that they name, in the order of opening.
    pub inputs: Vec<InputHash>,
    /// Seed of all random numbers, the same at every point: points differ by what is varied, not by luck.
    pub seed: u64,
    /// When a point has been simulated enough.
    pub rule: Rule,
    /// Replications that are simulated and kept together.
    pub block: u32,
    /// The figures asked for; empty for all.
    pub figures: Vec<String>,
    /// Names of the factors.
    pub factors: Vec<String>,
    /// What each factor is at each point: `[point][factor]`.
    pub points: Vec<Vec<Level>>,
    /// What is measured, as far as points differ in that.
    pub measured: Vec<Measured>,
    /// Which of `measured` is that of a point.
    pub measured_of: Vec<u32>,
}

/// What is measured at a point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The contact types.
    pub contacts: Vec<String>,
    /// The figures that are kept.
    pub columns: Vec<Column>,
}

/// Replications of a point that are simulated and kept together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The point.
    pub point: usize,
    /// Its replications; under a precision, those that there can be at most.
    pub replications: Range<u32>,
}

impl Plan {
    /// The kind and version of the document.
    pub const SCHEMA: &'static str = "holdline/sweep/1";

    /// A hash of all on which the results depend; where the design file lies is not among it.
    #[must_use]
    pub fn identity(&self) -> String {
        let bare = Self { file: String::new(), ..self.clone() };
        // A plan holds texts and finite numbers alone, which always have a JSON.
        sha256(&serde_json::to_vec(&bare).unwrap_or_default())
    }

    /// What is measured at a point; none where there is no such point.
    #[must_use]
    pub fn measured(&self, point: usize) -> Option<&Measured> {
        self.measured.get(*self.measured_of.get(point)? as usize)
    }

    /// Whether a factor is a quantity at every point.
    #[must_use]
    pub fn is_numeric(&self, factor: usize) -> bool {
        self.points.iter().all(|point| point[factor].number.is_some())
    }

    /// Whether a factor is a time at every point, written with its unit; its numbers are seconds then.
    #[must_use]
    pub fn is_duration(&self, factor: usize) -> bool {
        let with_unit = |text: &str| text.parse::<f64>().is_err() && !text.trim().ends_with('%');
        self.is_numeric(factor) && self.points.iter().all(|point| with_unit(&point[factor].text))
    }

    /// Whether a figure is kept.
    pub(super) fn keeps(&self, figure: &str) -> bool {
        self.figures.is_empty() || self.figures.iter().any(|kept| kept == figure)
    }

    /// Units of one point.
    #[must_use]
    pub fn blocks(&self) -> usize {
        match self.rule {
            Rule::Replications(replications) => replications.div_ceil(self.block) as usize,
            // Only who has seen all replications so far can say whether they are enough.
            Rule::Precision { .. } => 1,
        }
    }

    /// All units of the sweep.
    #[must_use]
    pub fn units(&self) -> usize {
        self.points.len() * self.blocks()
    }

    /// What a unit is.
    #[must_use]
    pub fn unit(&self, unit: usize) -> Unit {
        let (point, block) = (unit / self.blocks(), (unit % self.blocks()) as u32);
        let replications = match self.rule {
            Rule::Replications(all) => block * self.block..((block + 1) * self.block).min(all),
            Rule::Precision { most, .. } => 0..most,
        };
        Unit { point, replications }
    }
}

/// A hash in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
