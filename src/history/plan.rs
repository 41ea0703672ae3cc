//! Before the first row is read: what the columns of each file mean.

use std::path::Path;

use super::Unread;
use super::draft::draft;
use super::guess::guess;
use super::layouts::{self, OWN};
use super::mapping::{Mapping, resolve};
use super::moments::Order;
use super::rules::{Ending, Rules};
use super::survey::{Survey, search_order};
use super::times::same;
use crate::scenario::{Problem, listed, quoted};

/// How one file is read.
pub(super) struct Plan {
    pub(super) survey: Survey,
    pub(super) rules: Rules,
    pub(super) layout: Option<&'static str>,
}

impl Plan {
    /// The plan for a file: by the mapping, by a known layout, or by its header.
    pub(super) fn of(path: &Path, mapping: Option<&Mapping>) -> Result<Self, Unread> {
        let mut plan = match mapping {
            Some(mapping) => {
                let survey = Survey::of(path, &mapping.column_names(), mapping.header.as_deref())
                    .map_err(|error| Unread::file(path, &error))?;
                let rules = resolve(mapping, &survey, path)?;
                Self { survey, rules, layout: None }
            }
            None => Self::found_out(path)?,
        };
        plan.settle_dates(path)?;
        plan.check_outcomes(path)?;
        plan.check_scenarios(path)?;
        Ok(plan)
    }

    fn found_out(path: &Path) -> Result<Self, Unread> {
        if let Some((name, mapping, survey)) = layouts::recognised(path)? {
            let rules = resolve(&mapping, &survey, path)?;
            return Ok(Self { survey, rules, layout: Some(name) });
        }
        let survey = Survey::of(path, &[], None).map_err(|error| Unread::file(path, &error))?;
        let guess = guess(&survey);
        if guess.missing.is_empty() {
            return Ok(Self { survey, rules: guess.rules, layout: None });
        }
        Err(unclear(path, &survey, &guess.rules, &guess.missing))
    }

    /// Finds out the order of day and month where a sample does not tell it.
    fn settle_dates(&mut self, path: &Path) -> Result<(), Unread> {
        let mut open = Vec::new();
        for column in self.dated_columns() {
            let ambiguous = self.survey.columns.get(column).is_some_and(|column| column.ambiguous);
            let Some(format) = self.rules.formats.get_mut(column).filter(|format| format.order.is_none() && ambiguous)
            else {
                continue;
            };
            format.order = search_order(path, column).map_err(|error| Unread::file(path, &error))?;
            open.extend(format.order.is_none().then_some(column));
        }
        // All dates of a file come from one hand.
        let told = self.dated_columns().iter().find_map(|column| self.rules.formats.get(*column)?.order);
        match open.first() {
            Some(column) if told.is_none() => Err(self.ambiguous(path, *column)),
            _ => {
                open.into_iter().for_each(|column| self.set_order(column, told));
                Ok(())
            }
        }
    }

    fn set_order(&mut self, column: usize, order: Option<Order>) {
        if let Some(format) = self.rules.formats.get_mut(column) {
            format.order = order;
        }
    }

    fn dated_columns(&self) -> Vec<usize> {
        let rules = &self.rules;
        let whens = [Some(&rules.arrived), rules.answered.as_ref(), rules.left.as_ref(), rules.ended.as_ref()];
        let whens = whens.into_iter().flatten();
        whens.flat_map(|when| when.date.into_iter().chain(when.times.iter().copied())).collect()
    }

    fn ambiguous(&self, path: &Path, column: usize) -> Unread {
        let column = self.survey.columns.get(column);
        let example = column.and_then(|column| column.sample.iter().find(|value| !value.is_empty()));
        let name = column.map(|column| column.name.as_str()).unwrap_or_default();
        let title = format!(
            "the dates of the column {} may have the day or the month first: {}, and none has a day above 12",
            quoted(name),
            quoted(example.map(String::as_str).unwrap_or_default())
        );
        let help = "say which it is in a mapping: `date_format = \"d/m/y\"` or `date_format = \"m/d/y\"`";
        let unread = Unread::line(path, self.survey.header_line, &self.survey.header, Problem::new(title).help(help));
        Unread { draft: Some(draft(&self.survey, &self.rules)), ..unread }
    }

    /// Outcomes that are not known in a large part of the rows are no dirt, but words to be learnt.
    fn check_outcomes(&self, path: &Path) -> Result<(), Unread> {
        let Some(ending) = &self.rules.outcome else { return Ok(()) };
        let Some(column) = self.survey.columns.get(ending.column) else { return Ok(()) };
        let mut unknown: Vec<&str> =
            column.sample.iter().map(String::as_str).filter(|text| self.is_unknown(ending, text)).collect();
        if unknown.len() * 50 <= column.sample.len() {
            return Ok(());
        }
        unknown.sort_unstable();
        unknown.dedup();
        let title = format!(
            "the column {} tells outcomes that are not known: {}",
            quoted(&column.name),
            listed(&unknown, "and")
        );
        let help =
            "say in a mapping which of them are `answered`, `abandoned`, `blocked`, `closed`, `called_back` or `other`";
        let unread = Unread::line(path, self.survey.header_line, &self.survey.header, Problem::new(title).help(help));
        Err(Unread { draft: Some(draft(&self.survey, &self.rules)), ..unread })
    }

    fn is_unknown(&self, ending: &Ending, text: &str) -> bool {
        let dropped = self.rules.drop.iter().flat_map(|rows| &rows.conditions);
        let dropped = dropped
            .filter(|(column, _)| *column == ending.column)
            .any(|(_, values)| values.iter().any(|v| same(text, v)));
        let none = text.is_empty() || self.rules.none.iter().any(|none| same(text, none));
        !none && !dropped && !ending.words.iter().any(|(word, _)| same(text, word))
    }

    /// A log of several scenarios is no one history.
    fn check_scenarios(&self, path: &Path) -> Result<(), Unread> {
        let column = self.survey.columns.iter().find(|column| column.name == "scenario");
        let Some(column) = column.filter(|_| self.layout == Some(OWN)) else { return Ok(()) };
        let mut names: Vec<&String> = column.sample.iter().collect();
        names.sort_unstable();
        names.dedup();
        if names.len() < 2 {
            return Ok(());
        }
        let title = format!("these are contacts of several scenarios: {}", listed(&names, "and"));
        let help = "write the contacts of one scenario alone";
        Err(Unread::line(path, self.survey.header_line, &self.survey.header, Problem::new(title).help(help)))
    }
}

/// The columns do not tell enough.
fn unclear(path: &Path, survey: &Survey, rules: &Rules, missing: &[&str]) -> Unread {
    let names: Vec<&str> = survey.names().collect();
    let mut problem = Problem::new(match names.is_empty() {
        true => "this log has no header that names its columns".to_owned(),
        false => "it is not clear what the columns of this log mean".to_owned(),
    });
    for what in missing {
        problem = problem.help(format!("not found: {what}"));
    }
    problem = problem.help(match names.is_empty() {
        true => "name the columns in a mapping with `header`, and say what they mean".to_owned(),
        false => format!("its columns are {}; say in a mapping what they mean", listed(&names, "and")),
    });
    let unread = Unread::line(path, survey.header_line, &survey.header, problem);
    Unread { draft: Some(draft(survey, rules)), ..unread }
}
