//! Tables of the page: rows by scenario, which a phone shows as cards.

use serde::Serialize;

/// A table as the template has it.
#[derive(Serialize)]
pub(super) struct Table {
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) bodies: Vec<Body>,
}

/// The rows of one scenario.
#[derive(Serialize)]
pub(super) struct Body {
    pub(super) name: Cell,
    pub(super) rows: Vec<Row>,
}

/// One row: cells beside the name.
#[derive(Serialize)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
}

/// One cell: a figure and what is said of it, line by line.
#[derive(Clone, Default, Serialize)]
pub(super) struct Cell {
    /// The column's heading again, for cards.
    pub(super) column: String,
    pub(super) figure: String,
    pub(super) lines: Vec<Line>,
    /// Rows that it stands for; 0 where one above does.
    pub(super) rows: usize,
    /// Whether it names its row.
    pub(super) names: bool,
}

/// A line below a figure.
#[derive(Clone, Serialize)]
pub(super) struct Line {
    /// `met`, `missed`, `open`, `real`, `doubt` or nothing.
    pub(super) class: &'static str,
    pub(super) words: String,
}

impl Line {
    pub(super) fn new(class: &'static str, words: String) -> Self {
        Self { class, words }
    }
}

/// A column: its heading and its cell in each row of each scenario.
pub(super) struct Column {
    pub(super) heading: String,
    pub(super) cells: Vec<Vec<Cell>>,
}

impl Table {
    /// Of columns, without those in which nothing stands.
    pub(super) fn of(caption: String, first: String, names: Vec<Cell>, columns: Vec<Column>) -> Self {
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
