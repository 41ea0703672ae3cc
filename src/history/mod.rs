//! What really happened: contact logs read from files.
//!
//! [`read`] takes CSV, TSV and workbooks of many switches, finds out what their columns mean or is told by a
//! [`Mapping`], and gives a [`Log`]: compact contacts in the order of their arrival, the days that they cover, and every
//! row that is not as it should be. Nothing is left out silently: [`Faults`] counts each kind of fault, with its rule and
//! an example, and the rows of the files are the contacts and what was left out.

mod clocks;
mod contact;
mod content;
mod days;
mod draft;
mod duplicates;
mod durations;
mod encoding;
mod fault;
mod faults;
mod file;
mod finish;
mod guess;
mod hash;
mod interpret;
mod layouts;
mod log;
mod mapping;
mod moments;
mod names;
mod notes;
mod numbers;
mod plan;
mod read;
mod row;
mod rules;
mod sheet_rows;
mod sift;
mod survey;
mod text_rows;
mod times;
mod unread;
mod utf16;
mod words;

pub use contact::{Contact, Outcome};
pub use days::Day;
pub use fault::Fault;
pub use faults::{Dropped, Effect, Example, Faults, Found};
pub use log::{Log, LogFile, Taken};
pub use mapping::Mapping;
pub use moments::{date_of, day_number};
pub use read::read;
pub use unread::Unread;
