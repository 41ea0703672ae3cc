//! Some replications of a scenario, small enough to be kept in a file and exact to the last bit.

use super::columns::column_pairs;
use super::distribution::{Distribution, Recorded, Recording};
use super::layout::Layout;
use super::sample::{Recordings, Sample, contact_sample};
use crate::scenario::Scenario;
use crate::stats::Histogram;

/// The figures and waits of some replications, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Numerator and denominator of each figure kept: one list a replication.
    pub pairs: Vec<Vec<(f64, f64)>>,
    /// Of the answered, by contact type.
    waits: Vec<Waits>,
}

/// Waits of the answered of one type.
#[derive(Clone, Debug, Default, PartialEq)]
struct Waits {
    histogram: Histogram,
    most: f64,
    /// What each replication recorded, how many had no wait that it did not record, and how many there were.
    replications: Vec<(Recorded, u32, u32)>,
}

impl Record {
    /// Of replications and their distributions; `keep` says by index which figures of
    /// [`columns`](super::columns()) are kept.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        layout: &Layout,
        keep: &[usize],
        samples: &[Sample],
        recordings: &Recordings,
    ) -> Self {
        let kept = |sample: &Sample| {
            let all = column_pairs(scenario, layout, sample);
            keep.iter().map(|column| all[*column]).collect()
        };
        let waits = recordings.waits.iter().enumerate().map(|(kind, recording)| {
            let counted = |sample: &Sample| {
                let counts = contact_sample(scenario, layout, sample, kind).counts;
                (sample.waits[kind].clone(), counts.at_once, counts.answered())
            };
            let (histogram, most) = recording.parts();
            Waits { histogram: histogram.clone(), most, replications: samples.iter().map(counted).collect() }
        });
        Self { pairs: samples.iter().map(kept).collect(), waits: waits.collect() }
    }

    /// Adds replications that follow these.
    pub fn append(&mut self, next: Self) {
        self.pairs.extend(next.pairs);
        if self.waits.is_empty() {
            self.waits = next.waits;
            return;
        }
        for (mine, theirs) in self.waits.iter_mut().zip(next.waits) {
            mine.histogram.merge(&theirs.histogram);
            mine.most = mine.most.max(theirs.most);
            mine.replications.extend(theirs.replications);
        }
    }

    /// Keeps these figures alone, by their places.
    pub fn keep(&mut self, columns: &[usize]) {
        self.pairs.iter_mut().for_each(|pairs| *pairs = columns.iter().map(|column| pairs[*column]).collect());
    }

    /// As bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer(Vec::new());
        out.whole(self.pairs.len() as u64);
        out.whole(self.pairs.first().map_or(0, Vec::len) as u64);
        self.pairs.iter().flatten().for_each(|(x, y)| {
            out.number(*x);
            out.number(*y);
        });
        out.whole(self.waits.len() as u64);
        for waits in &self.waits {
            out.whole(waits.histogram.zeros());
            out.sparse(waits.histogram.bins());
            out.number(waits.most);
            for (recorded, zeros, count) in &waits.replications {
                let (below, own) = recorded.parts();
                out.steps(below);
                [own, u64::from(*zeros), u64::from(*count)].into_iter().for_each(|number| out.whole(number));
            }
        }
        out.0
    }

    /// From such bytes; none where they are not.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Reader(bytes);
        let (replications, columns) = (bytes.whole()?, bytes.whole()?);
        let pair = |bytes: &mut Reader<'_>| Some((bytes.number()?, bytes.number()?));
        let row = |bytes: &mut Reader<'_>| (0..columns).map(|_| pair(bytes)).collect::<Option<Vec<_>>>();
        let pairs = (0..replications).map(|_| row(&mut bytes)).collect::<Option<Vec<_>>>()?;
        let types = bytes.whole()?;
        let waits = (0..types).map(|_| read_waits(&mut bytes, replications)).collect::<Option<Vec<_>>>()?;
        bytes.0.is_empty().then_some(Self { pairs, waits })
    }
}

fn read_waits(bytes: &mut Reader<'_>, replications: u64) -> Option<Waits> {
    let zeros = bytes.whole()?;
    let histogram = Histogram::of(zeros, bytes.sparse(Histogram::default().bins().len())?);
    let most = bytes.number()?;
    let one = |bytes: &mut Reader<'_>| {
        let below = bytes.steps(Histogram::MARKS)?;
        let recorded = Recorded::of(below, bytes.whole()?);
        Some((recorded, u32::try_from(bytes.whole()?).ok()?, u32::try_from(bytes.whole()?).ok()?))
    };
    let replications = (0..replications).map(|_| one(bytes)).collect::<Option<Vec<_>>>()?;
    Some(Waits { histogram, most, replications })
}

/// The waits of records put together, for their percentiles.
#[derive(Clone, Debug)]
pub struct WaitDistributions(Vec<Distribution>);

/// Percentages of [`WaitDistributions::percentiles`].
pub const WAIT_PERCENTAGES: [f64; 4] = [50.0, 90.0, 95.0, 99.0];

/// A percentile and its 95 % confidence interval, s.
pub type Percentile = (Option<f64>, Option<[f64; 2]>);

impl WaitDistributions {
    /// Nothing yet, of so many contact types.
    #[must_use]
    pub fn new(types: usize) -> Self {
        Self(vec![Distribution::new(false); types])
    }

    /// Takes the replications of a record in, which follow those taken before.
    pub fn push(&mut self, record: &Record) {
        for (distribution, waits) in self.0.iter_mut().zip(&record.waits) {
            for (recorded, zeros, count) in &waits.replications {
                distribution.push(recorded, *zeros, *count);
            }
            distribution.merge(&Recording::of(waits.histogram.clone(), waits.most));
        }
    }

    /// The wait in s that these percentages of the answered do not exceed, by contact type.
    #[must_use]
    pub fn percentiles(&self) -> Vec<Vec<Percentile>> {
        let of_type = |distribution: &Distribution| {
            let found = distribution.percentiles(&WAIT_PERCENTAGES);
            found.values.values().copied().zip(found.ci95.values().copied()).collect()
        };
        self.0.iter().map(of_type).collect()
    }
}

/// Numbers one after the other: whole ones in as many bytes as they need, seven bits each.
struct Writer(Vec<u8>);

impl Writer {
    fn whole(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.0.push(number as u8);
    }

    fn number(&mut self, number: f64) {
        self.0.extend(number.to_le_bytes());
    }

    /// Places and values of what is not zero.
    fn sparse(&mut self, numbers: &[u64]) {
        self.whole(numbers.iter().filter(|number| **number > 0).count() as u64);
        let mut last = 0;
        for (place, number) in numbers.iter().enumerate().filter(|(_, number)| **number > 0) {
            self.whole((place - last) as u64);
            self.whole(*number);
            last = place;
        }
    }

    /// Numbers that never fall, by their steps.
    fn steps(&mut self, numbers: &[u64]) {
        let before = std::iter::once(0).chain(numbers.iter().copied());
        let steps: Vec<u64> = numbers.iter().zip(before).map(|(now, before)| now - before).collect();
        self.sparse(&steps);
    }
}

/// What is left to be read.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn whole(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u64::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn number(&mut self) -> Option<f64> {
        let (bytes, rest) = self.0.split_first_chunk::<8>()?;
        self.0 = rest;
        Some(f64::from_le_bytes(*bytes))
    }

    fn sparse(&mut self, length: usize) -> Option<Vec<u64>> {
        let mut numbers = vec![0; length];
        let mut place = 0;
        for _ in 0..self.whole()? {
            place += usize::try_from(self.whole()?).ok()?;
            *numbers.get_mut(place)? = self.whole()?;
        }
        Some(numbers)
    }

    fn steps(&mut self, length: usize) -> Option<Vec<u64>> {
        let mut sum = 0_u64;
        let add = |step: u64| {
            sum = sum.checked_add(step)?;
            Some(sum)
        };
        self.sparse(length)?.into_iter().map(add).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let mut recording = Recording::default();
        let replication = |recording: &mut Recording, waits: &[f64]| {
            waits.iter().for_each(|wait| recording.record(*wait));
            (recording.take(), 3, waits.len() as u32 + 3)
        };
        let replications =
            vec![replication(&mut recording, &[1.0, 20.0, 300.5]), replication(&mut recording, &[0.001, 1e7])];
        let (histogram, most) = recording.parts();
        let waits = vec![Waits { histogram: histogram.clone(), most, replications }];
        Record {
            pairs: vec![vec![(1.0, 2.0), (f64::NAN, -0.0)], vec![(1e-300, f64::INFINITY), (0.1 + 0.2, 1.0)]],
            waits,
        }
    }

    #[test]
    fn what_is_read_is_what_was_written_to_the_bit() {
        let record = record();
        let bytes = record.encode();
        let read = Record::decode(&bytes).unwrap_or_default();
        assert_eq!(read.encode(), bytes);
        assert_eq!(read.waits, record.waits);
        assert_eq!(read.pairs[1], record.pairs[1]);
    }

    #[test]
    fn damaged_bytes_are_no_record() {
        let bytes = record().encode();
        for length in 0..bytes.len() {
            assert!(Record::decode(&bytes[..length]).is_none(), "{length} bytes");
        }
        let more: Vec<u8> = bytes.iter().copied().chain([0]).collect();
        assert!(Record::decode(&more).is_none());
    }
}
