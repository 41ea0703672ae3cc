//! Rows of a text file, read line by line: a file of any size, with whatever mistakes, needs no more memory than its
//! longest rows.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use super::encoding;
use super::fault::Fault;
use super::row::Row;

/// How a text file separates rows and fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Separators {
    pub(super) field: u8,
    pub(super) line: u8,
}

/// Rows longer than this are not read.
const LONGEST_ROW: u64 = 1 << 20;
/// A field between quotes goes on over no more lines than these.
const MOST_LINES: usize = 50;

/// The rows of a text.
pub(super) struct TextRows {
    input: Box<dyn BufRead>,
    separators: Separators,
    splitter: csv_core::Reader,
    /// How many fields a row has, once that is known.
    pub(super) columns: Option<usize>,
    /// Lines that were read ahead.
    ahead: VecDeque<Vec<u8>>,
    line: u32,
    read: u64,
    fields: Vec<u8>,
    ends: Vec<usize>,
}

impl TextRows {
    pub(super) fn new(input: Box<dyn BufRead>, separators: Separators) -> Self {
        let splitter = splitter(separators, true);
        let (fields, ends) = (vec![0; 4096], vec![0; 256]);
        Self { input, separators, splitter, columns: None, ahead: VecDeque::new(), line: 0, read: 0, fields, ends }
    }

    /// How many bytes were read.
    pub(super) fn bytes_read(&self) -> u64 {
        self.read
    }

    /// How many lines were passed.
    pub(super) fn lines_read(&self) -> u32 {
        self.line
    }

    /// Reads the next row; false at the end of the file.
    pub(super) fn next(&mut self, row: &mut Row) -> io::Result<bool> {
        let Some(mut line) = self.next_line()? else { return Ok(false) };
        row.begin(self.line);
        if line.len() as u64 >= LONGEST_ROW && !self.ends_line(&line) {
            row.endless = true;
            row.raw.push_str(&String::from_utf8_lossy(line.get(..200).unwrap_or_default()));
            self.skip_line()?;
            return Ok(true);
        }
        row.unfinished = !self.ends_line(&line);
        if is_open(&line, self.separators.field) {
            self.close(&mut line, row)?;
        } else {
            self.split(&mut line, row);
        }
        Ok(true)
    }

    fn ends_line(&self, line: &[u8]) -> bool {
        line.last() == Some(&self.separators.line)
    }

    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let line = match self.ahead.pop_front() {
            Some(line) => line,
            None => match self.read_line()? {
                Some(line) => line,
                None => return Ok(None),
            },
        };
        self.line = self.line.saturating_add(1);
        Ok(Some(line))
    }

    fn read_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::with_capacity(256);
        let count = (&mut self.input).take(LONGEST_ROW).read_until(self.separators.line, &mut line)?;
        self.read += count as u64;
        Ok((count > 0).then_some(line))
    }

    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            match self.read_line()? {
                Some(line) if !self.ends_line(&line) => {}
                _ => return Ok(()),
            }
        }
    }

    /// Joins the lines that follow until the quote is closed. Where that gives no row of the right length, the quote is
    /// taken for a slip and the line stands alone.
    fn close(&mut self, line: &mut Vec<u8>, row: &mut Row) -> io::Result<()> {
        let mut joined = line.clone();
        let mut taken = 0;
        while taken < MOST_LINES && joined.len() < LONGEST_ROW as usize && is_open(&joined, self.separators.field) {
            if self.ahead.len() == taken {
                let Some(next) = self.read_line()? else { break };
                self.ahead.push_back(next);
            }
            joined.extend(self.ahead.get(taken).into_iter().flatten());
            taken += 1;
        }
        if !is_open(&joined, self.separators.field) {
            self.split(&mut joined, row);
            if self.columns.is_none_or(|columns| row.len() == columns) {
                row.notes.add(Fault::LineBreakInField);
                self.ahead.drain(..taken);
                self.line = self.line.saturating_add(taken as u32);
                return Ok(());
            }
            row.begin(row.line);
        }
        row.notes.add(Fault::OpenQuote);
        row.unfinished = !self.ends_line(line);
        self.splitter = splitter(self.separators, false);
        line.retain(|byte| *byte != b'"');
        self.split(line, row);
        self.splitter = splitter(self.separators, true);
        Ok(())
    }

    /// Splits a line into the fields of a row.
    fn split(&mut self, line: &mut Vec<u8>, row: &mut Row) {
        while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
            line.pop();
        }
        let whole = line.len();
        line.retain(|byte| *byte != 0);
        if line.len() != whole {
            row.notes.add(Fault::NulBytes);
        }
        let text = encoding::text(line, &mut row.notes);
        row.raw.push_str(&text);
        let bytes = text.as_bytes();
        self.fields.resize(self.fields.len().max(bytes.len() + 1), 0);
        let separators = bytes.iter().filter(|byte| **byte == self.separators.field).count();
        self.ends.resize(self.ends.len().max(separators + 2), 0);
        self.splitter.reset();
        // What is written never grows beyond what is read, so that one call reads the row and another ends it.
        let (_, _, written, ends) = self.splitter.read_record(bytes, &mut self.fields, &mut self.ends);
        let rest = (self.fields.get_mut(written..), self.ends.get_mut(ends..));
        let more = match rest {
            (Some(fields), Some(places)) => self.splitter.read_record(&[], fields, places).3,
            _ => 0,
        };
        let mut start = 0;
        for end in self.ends.iter().take(ends + more) {
            let field = self.fields.get(start..*end).unwrap_or_default();
            row.push(std::str::from_utf8(field).unwrap_or_default());
            start = *end;
        }
    }
}

fn splitter(separators: Separators, quoting: bool) -> csv_core::Reader {
    // Lines were told apart before; what is left of their ends is text.
    let end = csv_core::Terminator::Any(b'\n');
    csv_core::ReaderBuilder::new().delimiter(separators.field).terminator(end).quoting(quoting).build()
}

/// Whether a quote that opens a field is still open at the end.
fn is_open(line: &[u8], separator: u8) -> bool {
    if !line.contains(&b'"') {
        return false;
    }
    let (mut open, mut at_start, mut bytes) = (false, true, line.iter().peekable());
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if open && bytes.peek() == Some(&&b'"') => {
                bytes.next();
            }
            b'"' if open => open = false,
            b'"' if at_start => open = true,
            _ => {}
        }
        at_start = *byte == separator || (*byte == b'\n' && !open);
    }
    open
}
