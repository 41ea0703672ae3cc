//! A table written as CSV and as Parquet at once, under temporary names until it is whole.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::SweepError;
use super::parquet::Parquet;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Whole,
    /// A number, which may be undefined.
    Number,
    Text,
}

/// A value of a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Cell<'a> {
    Whole(u32),
    Number(Option<f64>),
    Text(&'a str),
}

/// A table in two formats.
pub(super) struct TwoTables {
    csv: csv::Writer<BufWriter<File>>,
    parquet: Parquet,
    /// Temporary names of both, and the names that they are to have.
    names: [(Temporary, PathBuf); 2],
}

/// A file that is removed unless it gets another name.
struct Temporary(PathBuf);

impl Drop for Temporary {
    fn drop(&mut self) {
        // It is not there any more where all went well.
        let _ = fs::remove_file(&self.0);
    }
}

impl TwoTables {
    /// Begins `NAME.csv` and `NAME.parquet` of a folder; until they are whole they lie in another one.
    pub(super) fn create(
        (folder, scratch): (&Path, &Path),
        name: &str,
        columns: &[(String, Kind)],
        facts: &[(&str, String)],
    ) -> Result<Self, SweepError> {
        let named = |ending: &str| {
            let file = format!("{name}.{ending}");
            (Temporary(scratch.join(format!("{file}.partial"))), folder.join(file))
        };
        let names = [named("csv"), named("parquet")];
        let failed = |source| SweepError::Write { path: names[0].1.clone(), source };
        let mut csv = csv::Writer::from_writer(BufWriter::new(File::create(&names[0].0.0).map_err(failed)?));
        csv.write_record(columns.iter().map(|(name, _)| name)).map_err(|error| failed(error.into()))?;
        let parquet = Parquet::create(&names[1].0.0, columns, facts).map_err(|error| of_parquet(&names[1].1, error))?;
        Ok(Self { csv, parquet, names })
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<(), SweepError> {
        let failed = |error: csv::Error| SweepError::Write { path: self.names[0].1.clone(), source: error.into() };
        for cell in cells {
            match cell {
                Cell::Whole(number) => self.csv.write_field(number.to_string()),
                Cell::Number(number) => self.csv.write_field(plain(*number)),
                Cell::Text(text) => self.csv.write_field(text),
            }
            .map_err(failed)?;
        }
        self.csv.write_record(None::<&[u8]>).map_err(failed)?;
        self.parquet.row(cells).map_err(|error| of_parquet(&self.names[1].1, error))
    }

    /// Gives both their names.
    pub(super) fn finish(mut self) -> Result<(), SweepError> {
        let [csv, parquet] = &self.names;
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |source| SweepError::Write { path, source }
        };
        self.csv.flush().map_err(failed(&csv.1))?;
        self.parquet.finish().map_err(|error| of_parquet(&parquet.1, error))?;
        let mut file =
            self.csv.into_inner().map_err(|error| failed(&csv.1)(std::io::Error::other(error.to_string())))?;
        file.flush().and_then(|()| file.get_ref().sync_all()).map_err(failed(&csv.1))?;
        for (temporary, path) in &self.names {
            fs::rename(&temporary.0, path).map_err(failed(path))?;
        }
        Ok(())
    }
}

/// The shortest text that reads back as the same number; empty where there is none.
fn plain(number: Option<f64>) -> String {
    number.filter(|number| number.is_finite()).map_or_else(String::new, |number| number.to_string())
}

fn of_parquet(path: &Path, error: parquet::errors::ParquetError) -> SweepError {
    SweepError::Write { path: path.to_owned(), source: std::io::Error::other(error) }
}
