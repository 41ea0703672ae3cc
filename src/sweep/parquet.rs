//! Tables as Parquet: columns of numbers and texts, in groups of rows of a fixed size.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::Result;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::tables::{Cell, Kind};

/// Rows of a group: what is held in memory, and what a reader can skip at once.
const GROUP: usize = 1 << 17;

/// A table on its way to a file.
pub(super) struct Parquet {
    file: SerializedFileWriter<File>,
    columns: Vec<Values>,
    rows: usize,
}

/// The values of a column in the rows of a group.
enum Values {
    Wholes(Vec<i32>),
    /// What is there, and for each row whether something is.
    Numbers(Vec<f64>, Vec<i16>),
    Texts(Vec<ByteArray>),
}

impl Parquet {
    /// Begins a table with these columns, and facts about it that readers can find.
    pub(super) fn create(path: &Path, columns: &[(String, Kind)], facts: &[(&str, String)]) -> Result<Self> {
        let fields = columns.iter().map(|(name, kind)| field(name, *kind).map(Arc::new)).collect::<Result<Vec<_>>>()?;
        let schema = Type::group_type_builder("holdline").with_fields(fields).build()?;
        let facts = facts.iter().map(|(key, value)| KeyValue::new((*key).to_owned(), value.clone())).collect();
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_key_value_metadata(Some(facts))
            .build();
        let file = SerializedFileWriter::new(File::create(path)?, Arc::new(schema), Arc::new(properties))?;
        Ok(Self { file, columns: columns.iter().map(|(_, kind)| Values::none(*kind)).collect(), rows: 0 })
    }

    /// Adds a row.
    pub(super) fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        self.columns.iter_mut().zip(cells).for_each(|(values, cell)| values.push(*cell));
        self.rows += 1;
        if self.rows == GROUP { self.write_group() } else { Ok(()) }
    }

    fn write_group(&mut self) -> Result<()> {
        let mut group = self.file.next_row_group()?;
        for values in &mut self.columns {
            let Some(mut column) = group.next_column()? else { break };
            values.write(&mut column)?;
            column.close()?;
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }

    /// Writes what is left, and has all of it on the disk.
    pub(super) fn finish(mut self) -> Result<()> {
        if self.rows > 0 {
            self.write_group()?;
        }
        Ok(self.file.into_inner()?.sync_all()?)
    }
}

fn field(name: &str, kind: Kind) -> Result<Type> {
    let of = |physical| Type::primitive_type_builder(name, physical);
    match kind {
        Kind::Whole => of(Physical::INT32).with_repetition(Repetition::REQUIRED).build(),
        Kind::Number => of(Physical::DOUBLE).with_repetition(Repetition::OPTIONAL).build(),
        Kind::Text => {
            let text = of(Physical::BYTE_ARRAY).with_repetition(Repetition::REQUIRED);
            text.with_converted_type(ConvertedType::UTF8).build()
        }
    }
}

impl Values {
    fn none(kind: Kind) -> Self {
        match kind {
            Kind::Whole => Self::Wholes(Vec::new()),
            Kind::Number => Self::Numbers(Vec::new(), Vec::new()),
            Kind::Text => Self::Texts(Vec::new()),
        }
    }

    fn push(&mut self, cell: Cell<'_>) {
        match (self, cell) {
            (Self::Wholes(values), Cell::Whole(value)) => values.push(value as i32),
            (Self::Numbers(values, there), Cell::Number(value)) => {
                let value = value.filter(|value| value.is_finite());
                values.extend(value);
                there.push(i16::from(value.is_some()));
            }
            (Self::Texts(values), Cell::Text(value)) => values.push(ByteArray::from(value)),
            // Rows and columns are declared side by side.
            _ => debug_assert!(false, "a cell of another kind than its column"),
        }
    }

    /// Writes the values and is ready for those of the next group.
    fn write(&mut self, column: &mut SerializedColumnWriter<'_>) -> Result<()> {
        match self {
            Self::Wholes(values) => {
                column.typed::<Int32Type>().write_batch(values, None, None)?;
                values.clear();
            }
            Self::Numbers(values, there) => {
                column.typed::<DoubleType>().write_batch(values, Some(there), None)?;
                values.clear();
                there.clear();
            }
            Self::Texts(values) => {
                column.typed::<ByteArrayType>().write_batch(values, None, None)?;
                values.clear();
            }
        }
        Ok(())
    }
}
