//! Tables of the page: rows by scenario, which a phone shows as cards.

use serde::Serialize;

/// A table as the template has it.
#[derive(Serialize)]
pub(in crate::report) struct Table {
    pub(in crate::report) caption: String,
    pub(in crate::report) columns: Vec<String>,
    pub(in crate::report) bodies: Vec<Body>,
}

/// The rows of one scenario.
#[derive(Serialize)]
pub(in crate::report) struct Body {
    pub(in crate::report) name: Cell,
    pub(in crate::report) rows: Vec<Row>,
}

/// One row: cells beside the name.
#[derive(Serialize)]
pub(in crate::report) struct Row {
    pub(in crate::report) cells: Vec<Cell>,
}

/// One cell: a figure and what is said of it, line by line.
#[derive(Clone, Default, Serialize)]
pub(in crate::report) struct Cell {
    /// The column's heading again, for cards.
    pub(in crate::report) column: String,
    pub(in crate::report) figure: String,
    pub(in crate::report) lines: Vec<Line>,
    /// Rows that it stands for; 0 where one above does.
    pub(in crate::report) rows: usize,
    /// Whether it names its row.
    pub(in crate::report) names: bool,
}

/// A line below a figure.
#[derive(Clone, Serialize)]
pub(in crate::report) struct Line {
    /// `met`, `missed`, `open`, `real`, `doubt` or nothing.
    pub(in crate::report) class: &'static str,
    pub(in crate::report) words: String,
}

impl Line {
    pub(in crate::report) fn new(class: &'static str, words: String) -> Self {
        Self { class, words }
    }
}

/// A column: its heading and its cell in each row of each scenario.
pub(in crate::report) struct Column {
    pub(in crate::report) heading: String,
    pub(in crate::report) cells: Vec<Vec<Cell>>,
}

impl Table {
    /// Of columns, without those in which nothing stands.
    pub(in crate::report) fn of(caption: String, first: String, names: Vec<Cell>, columns: Vec<Column>) -> Self {
        let columns: Vec<Column> = columns.into_iter().filter(|column| !column.is_empty()).collect();
        let body = |(index, name): (usize, Cell)| {
            let rows = columns.iter().map(|column| column.cells[index].len()).max().unwrap_or(0);
            let cell = |column: &Column, row: usize| {
                let cell = column.cells[index].get(row).cloned();
                Cell { column: column.heading.clone(), ..cell.unwrap_or_default() }
            };
            let row = |row: usize| Row { cells: columns.iter().map(|column| cell(column, row)).collect() };
            Body { name: Cell { rows, ..name }, rows: (0..rows).map(row).collect() }
        };
        let bodies = names.into_iter().enumerate().map(body).collect();
        Self {
            caption,
            columns: std::iter::once(first).chain(columns.into_iter().map(|c| c.heading)).collect(),
            bodies,
        }
    }
}

impl Column {
    fn is_empty(&self) -> bool {
        self.cells.iter().flatten().all(|cell| cell.figure.is_empty() && cell.lines.is_empty())
    }
}
