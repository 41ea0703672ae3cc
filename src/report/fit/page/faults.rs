//! Every fault of the log: how often, what was done about it, and where first.

use crate::history::{Effect, Found, Log};
use crate::report::page::table::{Cell, Column, Line, Table};
use crate::report::wording::Kind;

/// A kind of fault as the table has it.
struct Row<'a> {
    what: String,
    done: String,
    found: &'a Found,
}

/// The table; none where nothing is wrong.
pub(super) fn table(log: &Log) -> Option<Table> {
    let rows = rows(log);
    let line = |words: String| vec![Line::new("", words)];
    let name = |row: &Row| Cell { figure: row.what.clone(), lines: line(first(row.found)), ..Cell::default() };
    let column = |heading: &str, cell: &dyn Fn(&Row) -> Cell| Column {
        heading: heading.into(),
        cells: rows.iter().map(|row| vec![Cell { rows: 1, ..cell(row) }]).collect(),
    };
    let columns = vec![
        column("How many", &|row| Cell { figure: Kind::Count.plain(row.found.count as f64), ..Cell::default() }),
        column("What was done", &|row| Cell { lines: line(row.done.clone()), ..Cell::default() }),
    ];
    let caption = format!(
        "Of {} rows {} were left out. A row may have several faults.",
        Kind::Count.plain(log.faults.rows() as f64),
        Kind::Count.plain(log.faults.left_out() as f64)
    );
    (!rows.is_empty())
        .then(|| Table::of(caption, "Fault, and where first".into(), rows.iter().map(name).collect(), columns))
}

/// What is left out first, and what is kept last.
fn rows(log: &Log) -> Vec<Row<'_>> {
    let of = |effect: Effect| log.faults.found().filter(move |(fault, _)| fault.effect() == effect);
    let faults = [Effect::LeftOut, Effect::Mended, Effect::Kept].into_iter().flat_map(of).map(|(fault, found)| {
        let word = fault.effect().words();
        let rule = fault.rule();
        let done = if rule.starts_with(word) { rule.to_owned() } else { format!("{word}: {rule}") };
        Row { what: fault.title().to_owned(), done, found }
    });
    let dropped = log.faults.dropped().iter().filter(|dropped| dropped.found.count > 0).map(|dropped| Row {
        what: "rows that the mapping leaves out".into(),
        done: format!("left out: {}", dropped.because),
        found: &dropped.found,
    });
    dropped.chain(faults).collect()
}

fn first(found: &Found) -> String {
    let Some(example) = &found.example else { return String::new() };
    let name = example.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    match example.line {
        0 => example.text.clone(),
        line => format!("{name}:{line}: {}", example.text),
    }
}
