//! UTF-16, in which spreadsheets save "Unicode text", as UTF-8.

use std::io::{self, Read};

/// Reads UTF-16 and gives UTF-8; halves of characters become U+FFFD.
pub(super) struct Utf16<R> {
    input: R,
    unit: fn([u8; 2]) -> u16,
    /// A unit that was read before the one that it needs beside it.
    first_half: Option<u16>,
    ready: Vec<u8>,
    given: usize,
}

impl<R: Read> Utf16<R> {
    pub(super) fn new(input: R, unit: fn([u8; 2]) -> u16) -> Self {
        Self { input, unit, first_half: None, ready: Vec::new(), given: 0 }
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut bytes = Vec::new();
        (&mut self.input).take(1 << 16).read_to_end(&mut bytes)?;
        let mut units: Vec<u16> = self.first_half.take().into_iter().collect();
        // A last byte without its other half is lost; nothing can be made of it.
        units.extend(bytes.chunks_exact(2).map(|pair| (self.unit)([pair[0], pair[1]])));
        let ends_in_half = units.last().is_some_and(|unit| (0xD800..0xDC00).contains(unit));
        if ends_in_half && !bytes.is_empty() {
            self.first_half = units.pop();
        }
        let text: String = char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        (self.ready, self.given) = (text.into_bytes(), 0);
        Ok(())
    }
}

impl<R: Read> Read for Utf16<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given == self.ready.len() {
            self.fill()?;
        }
        let rest = self.ready.get(self.given..).unwrap_or_default();
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
    }
}
