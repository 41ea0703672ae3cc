//! A table as texts, measured before it is drawn: a layout is chosen by what fits, and no cell is ever wrapped.

use comfy_table::presets::NOTHING;
use comfy_table::{Attribute, Cell, CellAlignment, Color, ContentArrangement, Table};

use crate::report::Verdict;
use crate::report::wording::shorten;

/// Width and colour of what is printed on.
pub(in crate::report) struct Page {
    pub(in crate::report) width: usize,
    pub(in crate::report) color: bool,
}

/// A text with the verdict that colours it.
#[derive(Clone)]
pub(in crate::report) struct Entry {
    pub(super) text: String,
    pub(super) verdict: Option<Verdict>,
}

impl From<String> for Entry {
    fn from(text: String) -> Self {
        Self { text, verdict: None }
    }
}

impl From<Option<Verdict>> for Entry {
    fn from(verdict: Option<Verdict>) -> Self {
        Self { text: verdict.map_or_else(String::new, |v| v.mark().to_owned()), verdict }
    }
}

/// Columns, each with its head and its entries; the first names the rows.
pub(in crate::report) struct Grid {
    pub(super) columns: Vec<Vec<Entry>>,
}

impl Grid {
    /// From columns of equal length whose first entries are the head.
    pub(in crate::report) fn new(columns: Vec<Vec<Entry>>) -> Self {
        Self { columns }
    }

    /// The same with rows and columns exchanged.
    pub(super) fn turned(&self) -> Self {
        let rows = self.columns.first().map_or(0, Vec::len);
        Self { columns: (0..rows).map(|row| self.columns.iter().map(|c| c[row].clone()).collect()).collect() }
    }

    /// Characters in its longest line.
    pub(super) fn width(&self) -> usize {
        self.columns.iter().map(|c| column_width(c)).sum::<usize>()
            + GAP * self.columns.len().saturating_sub(1)
            + INDENT
    }

    /// Cut into grids no wider than `width`, each with the first column repeated.
    pub(super) fn cut(self, width: usize) -> Vec<Self> {
        let mut columns = self.columns.into_iter();
        let Some(names) = columns.next() else { return Vec::new() };
        let mut pieces = vec![Self::new(vec![names.clone()])];
        for column in columns {
            let room = GAP + column_width(&column);
            match pieces.last_mut() {
                Some(piece) if piece.columns.len() < 2 || piece.width() + room <= width => piece.columns.push(column),
                _ => pieces.push(Self::new(vec![names.clone(), column])),
            }
        }
        pieces
    }

    /// Breaks the names in the first column over two lines until the grid fits, but not below 8 characters.
    pub(super) fn squeezed(mut self, width: usize) -> Self {
        let over = self.width().saturating_sub(width);
        if let Some(names) = self.columns.first_mut() {
            let most = column_width(names).saturating_sub(over).max(8);
            names.iter_mut().for_each(|entry| entry.text = broken(&entry.text, most));
        }
        self
    }

    /// As text, the head underlined, figures to the right.
    pub(super) fn draw(&self, page: &Page) -> String {
        let mut table = Table::new();
        table.load_style(NOTHING).set_content_arrangement(ContentArrangement::Disabled);
        if page.color {
            table.enforce_styling()
        } else {
            table.force_no_tty()
        };
        let widths: Vec<usize> = self.columns.iter().map(|c| column_width(c)).collect();
        let rows = self.columns.first().map_or(0, Vec::len);
        for row in 0..rows {
            table.add_row(
                self.columns.iter().enumerate().map(|(place, c)| cell(&c[row], place, row)).collect::<Vec<_>>(),
            );
            if row == 0 {
                table.add_row(widths.iter().map(|width| "─".repeat(*width)).collect::<Vec<_>>());
            }
        }
        (0..widths.len()).for_each(|place| {
            let padding = if place == 0 { (INDENT as u16, 0) } else { (GAP as u16, 0) };
            if let Some(column) = table.column_mut(place) {
                column.set_padding(padding);
            }
        });
        table.lines().fold(String::new(), |text, line| text + line.trim_end() + "\n")
    }
}

const GAP: usize = 2;
const INDENT: usize = 1;

fn column_width(column: &[Entry]) -> usize {
    let lines = column.iter().flat_map(|entry| entry.text.lines());
    lines.map(|line| line.chars().count()).max().unwrap_or(0)
}

/// A text over at most two lines of `most` characters, parted between words where that is possible.
fn broken(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let fits = |end: &usize| text[..*end].chars().count() <= most;
    match text.match_indices(' ').map(|(at, _)| at).rfind(fits) {
        Some(at) => format!("{}\n  {}", &text[..at], shorten(text[at..].trim_start(), most.saturating_sub(2))),
        None => shorten(text, most),
    }
}

fn cell(entry: &Entry, place: usize, row: usize) -> Cell {
    let side = if place == 0 { CellAlignment::Left } else { CellAlignment::Right };
    let cell = Cell::new(&entry.text).set_alignment(side);
    match entry.verdict {
        _ if row == 0 => cell.add_attribute(Attribute::Bold),
        // The plain colours of the terminal's own palette, which its owner can read on its background.
        Some(Verdict::Met) => cell.fg(Color::DarkGreen),
        Some(Verdict::Missed) => cell.fg(Color::DarkRed).add_attribute(Attribute::Bold),
        Some(Verdict::Open) | None => cell,
    }
}
