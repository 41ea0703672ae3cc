//! `holdline sweep --best`: the best point of a design.

use std::io::IsTerminal;
use std::path::Path;

use clap::Args;
use holdline::report::{self, write_atomically};
use holdline::sweep::{self, Design, Goal, Limit, Question, Watch, Workshop};

use super::share::confidence;
use super::sweep::failure;
use super::watch::{interrupted, spinner};
use super::{Failure, manifest, print, shown, tell, width};

/// What is asked of a selection.
#[derive(Debug, Args)]
pub(crate) struct BestOptions {
    /// Find the best point in place of simulating all of them equally: the figure to be least, or most, such as cost,
    /// "min mean_wait:sales" or "max csat"
    #[arg(long, value_name = "FIGURE", conflicts_with_all = ["shard", "slurm"], requires = "indifference")]
    pub(crate) best: Option<Goal>,
    /// A limit that the best must keep, such as "service_level >= 0.8"; may be given several times
    #[arg(long, value_name = "LIMIT", requires = "best")]
    subject_to: Vec<Limit>,
    /// Differences of the figure to be best below this do not matter, in its unit
    #[arg(long, value_name = "X", requires = "best", value_parser = positive)]
    indifference: Option<f64>,
    /// How near to a limit does not matter, in its unit: 0.01 is one point of a share
    #[arg(long, value_name = "X", requires = "best", default_value = "0.01", value_parser = positive)]
    tolerance: f64,
    /// The least probability of choosing right
    #[arg(long, value_name = "SHARE", requires = "best", default_value = "95%", value_parser = confidence)]
    confidence: f64,
    /// The most replications of a point
    #[arg(long, value_name = "N", requires = "best", default_value_t = 100_000,
          value_parser = clap::value_parser!(u32).range(20..=10_000_000))]
    max_replications: u32,
}

fn positive(text: &str) -> Result<f64, String> {
    let number = text.trim().parse::<f64>().ok().filter(|number| *number > 0.0 && number.is_finite());
    number.ok_or_else(|| "write a number above 0".to_owned())
}

impl BestOptions {
    /// Finds the best point and writes how each fared.
    pub(crate) fn find(&self, goal: &Goal, design: Design, out: &Path, quiet: bool) -> Result<(), Failure> {
        let question = Question {
            goal: goal.clone(),
            limits: self.subject_to.clone(),
            // Clap sees to it that it is there.
            indifference: self.indifference.unwrap_or(1.0),
            tolerance: self.tolerance,
            confidence: self.confidence,
            most_replications: self.max_replications,
        };
        let design = sweep::for_selection(design, &question).map_err(failure)?;
        let mut workshop = Workshop::open(&out.join("unfinished-best"), &design.plan, None).map_err(failure)?;
        let bar = spinner(quiet);
        let progress = |done: u64, all: u64| bar.set_message(format!("{done} of {all} replications of this round"));
        let watch = Watch { cancel: interrupted()?, progress: &progress };
        let selection = sweep::select(&design, &mut workshop, question, watch).map_err(failure)?;
        bar.finish_and_clear();
        let Some(selection) = selection else {
            let folder = shown(workshop.folder());
            return Err(Failure::Work(anyhow::anyhow!(
                "interrupted: what is finished is kept in {folder}; the same command goes on from there"
            )));
        };
        let table = report::selection_csv(&selection, &design.plan)?;
        write_atomically(&out.join("selection.csv"), &table)?;
        let manifest = sweep::run_record(&design.plan, &self.command(goal, &design), &table);
        write_atomically(&out.join("run.toml"), manifest.as_bytes())?;
        workshop.close().map_err(failure)?;
        print(&report::selection_table(&selection, &design.plan, width(), std::io::stdout().is_terminal()))?;
        if !quiet {
            tell(&format!("how every point fared is in {}", shown(&out.join("selection.csv"))));
        }
        let open = selection.race.runners.iter().any(|runner| runner.fate == sweep::Fate::Open);
        match selection.race.chosen {
            None if !open => Err(Failure::Infeasible(
                "error: no point keeps the limits\n  = help: ease a limit, or vary more".into(),
            )),
            _ => Ok(()),
        }
    }

    /// The part of the command line on which the answer depends.
    fn command(&self, goal: &Goal, design: &Design) -> String {
        let named = |named: &sweep::Named| match &named.subject {
            Some(subject) => format!("{}:{subject}", named.figure),
            None => named.figure.clone(),
        };
        let limit = |limit: &Limit| {
            let sign = if limit.at_least { ">=" } else { "<=" };
            format!(" --subject-to \"{} {sign} {}\"", named(&limit.figure), limit.value)
        };
        format!(
            "holdline sweep {} --seed {} --best \"{} {}\"{} --indifference {} --tolerance {} --confidence {} \
             --max-replications {}",
            manifest::quoted(Path::new(&design.plan.file)),
            design.plan.seed,
            if goal.most { "max" } else { "min" },
            named(&goal.figure),
            self.subject_to.iter().map(limit).collect::<String>(),
            self.indifference.unwrap_or(1.0),
            self.tolerance,
            self.confidence,
            self.max_replications
        )
    }
}
