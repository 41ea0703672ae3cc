//! What the user knows of the days to come and the log does not: holidays, growth, campaigns.

mod read;
mod spec;

use std::path::Path;

use jiff::civil::Date;

use crate::scenario::{Problem, Problems, Reader, Source};

/// Holidays, growth and campaigns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Factors {
    /// By how much volumes grow in a year, as a share; in place of the trend that the log shows.
    pub growth: Option<f64>,
    /// Days with a name.
    pub holidays: Vec<Holiday>,
    /// Stretches of days with more or fewer contacts.
    pub campaigns: Vec<Campaign>,
}

/// A day with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Holiday {
    /// When it is, or was.
    pub date: Date,
    /// Days of the same name are alike.
    pub name: String,
    /// What it does to the volume.
    pub effect: Effect,
}

/// What a holiday does to the volume of an ordinary day of its weekday.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Effect {
    /// To be estimated from the days of its name that the log has.
    Estimated,
    /// Multiplied by this, which is taken as exact.
    Known(f64),
    /// Nobody comes: the centre is closed.
    Closed,
}

/// Some days with more or fewer contacts than usual.
#[derive(Clone, Debug, PartialEq)]
pub struct Campaign {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The contact types meant; none for all.
    pub types: Vec<String>,
    /// What the volume is multiplied by.
    pub factor: f64,
}

impl Factors {
    /// Reads a file of factors for a log with these contact types, which covers the days named by `covered`.
    ///
    /// # Errors
    /// Every problem of the file, each with its place and remedy.
    pub fn load(path: &Path, kinds: &[String], covered: &[Date]) -> Result<Self, Problems> {
        let reader = Reader::default();
        let factors = reader.open(path, None).and_then(|id| read::read(&reader, id, kinds, covered));
        finished(reader, factors)
    }

    /// Reads a text as if it stood in a file at `path`, which need not exist.
    ///
    /// # Errors
    /// As [`Factors::load`].
    pub fn parse(path: &Path, text: &str, kinds: &[String], covered: &[Date]) -> Result<Self, Problems> {
        let reader = Reader::default();
        let id = reader.keep(Source { path: path.to_owned(), text: text.to_owned(), workbook: None });
        let factors = read::read(&reader, id, kinds, covered);
        finished(reader, factors)
    }

    /// The holiday on a date.
    pub(super) fn holiday(&self, date: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.date == date)
    }

    /// Whether somebody has said that nobody comes.
    pub(super) fn is_closed(&self, date: Date) -> bool {
        self.holiday(date).is_some_and(|holiday| holiday.effect == Effect::Closed)
    }

    /// Whether all that is said is said of all contact types alike.
    pub(super) fn treat_types_alike(&self) -> bool {
        self.campaigns.iter().all(|campaign| campaign.types.is_empty())
    }

    /// What the user says that a day's volume is multiplied by; 0 where it is closed.
    pub(super) fn known(&self, date: Date, kind: &str) -> f64 {
        let holiday = match self.holiday(date).map(|holiday| holiday.effect) {
            Some(Effect::Known(factor)) => factor,
            Some(Effect::Closed) => 0.0,
            Some(Effect::Estimated) | None => 1.0,
        };
        let meant = |campaign: &&Campaign| {
            (campaign.from..=campaign.to).contains(&date)
                && (campaign.types.is_empty() || campaign.types.iter().any(|name| name == kind))
        };
        holiday * self.campaigns.iter().filter(meant).map(|campaign| campaign.factor).product::<f64>()
    }
}

fn finished(reader: Reader, factors: Option<Factors>) -> Result<Factors, Problems> {
    if factors.is_none() && reader.problems_so_far() == 0 {
        // Every missing part has been reported; this sentence stands in for a slip of the reader itself.
        reader.report(Problem::new("the factors could not be read").help("please report this file to the authors"));
    }
    reader.finish()?;
    factors.ok_or_else(|| Problems::new(Vec::new(), Vec::new()))
}
