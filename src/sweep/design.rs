//! A design: the scenario of every point, and how each is simulated.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::factor::{Factor, Level, Standing};
use super::fold::PERCENTILES;
use super::plan::{Measured, Plan};
use super::points::{self, Kind as Placing};
use super::read;
use crate::kpi::columns;
use crate::scenario::{Ground, Input, Place, Problems, Reader, Scenario, listed, nearest, quoted};

/// How much each point is simulated, as the file says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    pub(super) replications: Option<u32>,
    pub(super) precision: Option<f64>,
    pub(super) most: u32,
    pub(super) seed: Option<u64>,
    pub(super) block: u32,
}

/// What the file says, before its points are looked at.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) name: String,
    pub(super) placing: Placing,
    pub(super) many: usize,
    pub(super) design_seed: u64,
    pub(super) effort: Effort,
    pub(super) figures: Vec<(String, Place)>,
    pub(super) factors: Vec<Factor>,
    pub(super) ground: Ground,
    pub(super) base: Scenario,
}

/// A base scenario, what is varied of it, and the points at which it is simulated: all of them right.
#[derive(Debug)]
pub struct Design {
    /// What everybody who works on a part of the sweep must agree on.
    pub plan: Plan,
    /// The files that it was read from.
    pub inputs: Vec<Input>,
    /// What is allowed but suspicious, one sentence each.
    pub warnings: Vec<String>,
    factors: Vec<Factor>,
    standings: Vec<Vec<Standing>>,
    ground: Ground,
}

/// When a point has been simulated enough.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// After so many replications.
    Replications(u32),
    /// When half the width of the 95 % interval of every service level and abandonment is at most `share`, looked at after
    /// `first` replications and then after half as many more each time, up to `most`.
    Precision {
        /// The half-width asked for, 0..1.
        share: f64,
        /// Replications before the first look.
        first: u32,
        /// The most replications.
        most: u32,
    },
}

/// Fewest replications on which a stopping rule may rest.
const FIRST_LOOK: u32 = 10;
/// Problems after which no further points are looked at.
const ENOUGH_PROBLEMS: usize = 100;

impl Design {
    /// Reads a design file; `seed` takes the place of the file's own.
    ///
    /// # Errors
    /// Every problem of the file, of its base and of the scenario of every point, each with its place and remedy.
    pub fn load(path: &Path, seed: Option<u64>) -> Result<Self, Problems> {
        Self::load_with(Reader::default(), path, seed)
    }

    /// Reads a design from its files, which need not exist: the design itself is the one at `path`.
    ///
    /// # Errors
    /// As [`Design::load`].
    pub fn load_known(path: &Path, known: &[Input], seed: Option<u64>) -> Result<Self, Problems> {
        Self::load_with(Reader::knowing(known), path, seed)
    }

    fn load_with(reader: Reader, path: &Path, seed: Option<u64>) -> Result<Self, Problems> {
        let raw = read::read(&reader, path).filter(|_| reader.problems_so_far() == 0);
        let design = raw.map(|raw| Self::lay_out(&reader, path, raw, seed));
        let (inputs, warnings) = reader.finish()?;
        // Without a problem there is a design.
        let design = design.ok_or_else(|| Problems::new(Vec::new(), Vec::new()))?;
        let plan = Plan { inputs: inputs.iter().map(super::plan::InputHash::of).collect(), ..design.plan };
        Ok(Self { plan, inputs, warnings, ..design })
    }

    /// Looks at the scenario of every point.
    fn lay_out(reader: &Reader, path: &Path, raw: Raw, seed: Option<u64>) -> Self {
        let Raw { name, placing, many, design_seed, effort, figures, factors, mut ground, base } = raw;
        ground.keep_files(reader);
        let standings = points::points(placing, &factors, many, design_seed);
        let (mut measured, mut measured_of) = (Vec::<Measured>::new(), Vec::new());
        for point in &standings {
            let (scenario, found) = ground.changed(read::changes(&factors, point).iter());
            reader.take_over(found);
            ground.keep_files(reader);
            if reader.problems_so_far() >= ENOUGH_PROBLEMS {
                break;
            }
            let own = scenario.as_ref().map(measured_of_scenario).unwrap_or_default();
            let place = measured.iter().position(|known| *known == own).unwrap_or(measured.len());
            measured_of.push(place as u32);
            if place == measured.len() {
                measured.push(own);
            }
        }
        check_figures(reader, &figures, &measured);
        let own = effort.replications.unwrap_or(base.run.replications);
        let plan = Plan {
            schema: Plan::SCHEMA.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            name,
            file: path.display().to_string().replace('\\', "/"),
            inputs: Vec::new(),
            seed: seed.or(effort.seed).unwrap_or(base.run.seed),
            rule: match effort.precision {
                None => Rule::Replications(own),
                Some(share) => {
                    Rule::Precision { share, first: own.max(FIRST_LOOK).min(effort.most), most: effort.most }
                }
            },
            block: effort.block,
            figures: figures.into_iter().map(|(name, _)| name).collect(),
            factors: factors.iter().map(|factor| factor.name.clone()).collect(),
            points: standings.iter().map(|point| levels(&factors, point)).collect(),
            measured,
            measured_of,
        };
        let kept = |all: &Measured| Measured {
            contacts: all.contacts.clone(),
            columns: all.columns.iter().filter(|column| plan.keeps(&column.figure)).cloned().collect(),
        };
        let plan = Plan { measured: plan.measured.iter().map(kept).collect(), ..plan };
        Self { plan, inputs: Vec::new(), warnings: Vec::new(), factors, standings, ground }
    }

    /// The scenario of a point; none where there is no such point.
    #[must_use]
    pub fn scenario(&self, point: usize) -> Option<Scenario> {
        let changes = read::changes(&self.factors, self.standings.get(point)?);
        let mut scenario = self.ground.changed(changes.iter()).0?;
        scenario.run.seed = self.plan.seed;
        Some(scenario)
    }
}

fn measured_of_scenario(scenario: &Scenario) -> Measured {
    Measured { contacts: scenario.contacts.iter().map(|kind| kind.name.clone()).collect(), columns: columns(scenario) }
}

fn levels(factors: &[Factor], point: &[Standing]) -> Vec<Level> {
    factors.iter().zip(point).map(|(factor, standing)| factor.level(*standing)).collect()
}

/// The figures that are to be kept must be figures of some point.
fn check_figures(reader: &Reader, figures: &[(String, Place)], measured: &[Measured]) {
    if reader.problems_so_far() > 0 {
        return;
    }
    let mut known: Vec<&str> = measured.iter().flat_map(|m| &m.columns).map(|column| column.figure.as_str()).collect();
    known.push(PERCENTILES);
    known.sort_unstable();
    known.dedup();
    for (name, at) in figures.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
        let help = match nearest(name, known.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("the figures are {}", listed(&known, "and")),
        };
        reader.wrong(*at, format!("this sweep has no figure {}", quoted(name)), help);
    }
}
