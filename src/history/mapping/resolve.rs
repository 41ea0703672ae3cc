//! A mapping and the columns of a file: which column each name means.

use std::path::Path;

use super::super::rules::{self, Rules};
use super::super::survey::Survey;
use super::super::words::{OUTCOMES, without_unit};
use super::{Ending, Mapping, Named, RowsThat, Span, When};
use crate::scenario::{Problem, Problems, listed, nearest, quoted};

/// The rules of a mapping for one file.
///
/// # Errors
/// Every column that the file does not have, at the place where the mapping names it.
pub(in super::super) fn resolve(mapping: &Mapping, survey: &Survey, file: &Path) -> Result<Rules, Problems> {
    let mut columns = Columns { survey, file, missing: Vec::new() };
    let mut rules = Rules::new(survey.formats());
    rules.arrived = columns.when(&mapping.arrived);
    rules.after = columns.place_of(mapping.after.as_ref());
    rules.elapsed = columns.place_of(mapping.elapsed.as_ref());
    rules.start = mapping.start.unwrap_or(rules.start);
    rules.replication = columns.place_of(mapping.replication.as_ref());
    let mut when = |when: &Option<When>| when.as_ref().map(|when| columns.when(when));
    (rules.answered, rules.left, rules.ended) = (when(&mapping.answered), when(&mapping.left), when(&mapping.ended));
    let mut span = |span: &Option<Span>| span.as_ref().and_then(|span| columns.span(span));
    (rules.wait, rules.handle) = (span(&mapping.wait), span(&mapping.handle));
    (rules.talk, rules.hold, rules.wrap) = (span(&mapping.talk), span(&mapping.hold), span(&mapping.wrap));
    rules.kind = columns.place_of(mapping.kind.as_ref());
    rules.kinds.clone_from(&mapping.kinds);
    rules.channel = columns.place_of(mapping.channel.as_ref());
    rules.channels.clone_from(&mapping.channels);
    rules.outcome = mapping.outcome.as_ref().and_then(|ending| columns.ending(ending));
    rules.agent = columns.places(&mapping.agent);
    rules.customer = columns.places(&mapping.customer);
    rules.id = columns.places(&mapping.id);
    rules.priority = columns.place_of(mapping.priority.as_ref());
    rules.none.clone_from(&mapping.none);
    rules.drop = mapping.drop.iter().map(|rows| columns.rows(rows)).collect();
    rules.only = mapping.only.iter().map(|rows| columns.rows(rows)).collect();
    rules.longest = mapping.longest.unwrap_or(rules.longest);
    (rules.shift, rules.decimal) = (mapping.shift, mapping.decimal);
    if let Some(order) = mapping.order {
        rules.formats.iter_mut().for_each(|format| format.order = Some(order));
    }
    if columns.missing.is_empty() {
        Ok(rules)
    } else {
        Err(Problems::new(columns.missing, vec![mapping.source.clone()]))
    }
}

struct Columns<'s> {
    survey: &'s Survey,
    file: &'s Path,
    missing: Vec<Problem>,
}

impl Columns<'_> {
    /// The place of a column: by its very name, or else in any case.
    fn place(&mut self, named: &Named) -> Option<usize> {
        let name = named.name.trim();
        let found = self.survey.names().position(|column| column == name);
        let found =
            found.or_else(|| self.survey.names().position(|column| column.to_lowercase() == name.to_lowercase()));
        if found.is_none() {
            self.report(named);
        }
        found
    }

    fn report(&mut self, named: &Named) {
        let names: Vec<&str> = self.survey.names().collect();
        let title = format!("{} has no column {}", quoted(&self.file.to_string_lossy()), quoted(&named.name));
        let columns = match names.is_empty() {
            true => "no header was found in the file; name its columns with `header`".to_owned(),
            false => format!("its columns are {}", listed(&names, "and")),
        };
        let help = match nearest(&named.name, names.iter().copied()) {
            Some(meant) => format!("did you mean {}? {columns}", quoted(meant)),
            None => columns,
        };
        self.missing.push(Problem::new(title).at(named.at).help(help));
    }

    fn place_of(&mut self, named: Option<&Named>) -> Option<usize> {
        self.place(named?)
    }

    fn places(&mut self, named: &[Named]) -> Vec<usize> {
        named.iter().filter_map(|named| self.place(named)).collect()
    }

    fn when(&mut self, when: &When) -> rules::When {
        rules::When { date: self.place_of(when.date.as_ref()), times: self.places(&when.times) }
    }

    fn span(&mut self, span: &Span) -> Option<rules::Span> {
        let column = self.place(&span.column)?;
        let in_header = || without_unit(&self.survey.columns.get(column)?.plain).1;
        Some(rules::Span { column, scale: span.scale.or_else(in_header).unwrap_or(1.0) })
    }

    /// The words of the mapping; without any, those that are usual.
    fn ending(&mut self, ending: &Ending) -> Option<rules::Ending> {
        let words = if ending.words.is_empty() { usual_words() } else { ending.words.clone() };
        Some(rules::Ending { column: self.place(&ending.column)?, words })
    }

    fn rows(&mut self, rows: &RowsThat) -> rules::RowsThat {
        let place = |(named, values): &(Named, Vec<String>)| Some((self.place(named)?, values.clone()));
        rules::RowsThat {
            because: rows.because.clone(),
            conditions: rows.conditions.iter().filter_map(place).collect(),
        }
    }
}

/// Words for outcomes that need no mapping.
pub(in super::super) fn usual_words() -> Vec<(String, super::super::contact::Outcome)> {
    OUTCOMES.iter().flat_map(|(outcome, words)| words.iter().map(|word| ((*word).to_owned(), *outcome))).collect()
}
