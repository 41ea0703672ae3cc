//! Units read point after point, replications in order, so that sums do not depend on who computed them.

use super::SweepError;
use super::plan::Plan;
use super::store::Store;
use crate::kpi::{Column, Record, WAIT_PERCENTAGES, WaitDistributions};
use crate::stats::{Estimate, RatioMoments};

/// What figures of the distribution of waits are asked for by.
pub(super) const PERCENTILES: &str = "wait_percentiles";

/// A point with all its replications.
#[derive(Debug)]
pub struct Finished<'a> {
    /// Which one, from 0.
    pub point: usize,
    /// What its columns are.
    pub columns: &'a [Column],
    /// Its contact types.
    contacts: &'a [String],
    /// The replications.
    pub record: Record,
    /// Whether percentiles are asked for.
    percentiles: bool,
}

/// Hands over each point with all its replications, in the order of the points.
///
/// # Errors
/// Where a unit is missing or damaged, or what it is handed over to fails.
pub fn fold(
    plan: &Plan,
    store: &Store,
    each: &mut dyn FnMut(&Finished<'_>) -> Result<(), SweepError>,
) -> Result<(), SweepError> {
    for point in 0..plan.points.len() {
        let mut record = Record::default();
        for block in 0..plan.blocks() {
            record.append(store.record(point * plan.blocks() + block)?);
        }
        let Some(measured) = plan.measured(point) else { continue };
        let (columns, contacts) = (measured.columns.as_slice(), measured.contacts.as_slice());
        each(&Finished { point, columns, contacts, record, percentiles: plan.keeps(PERCENTILES) })?;
    }
    Ok(())
}

impl Finished<'_> {
    /// How many replications it has.
    #[must_use]
    pub fn replications(&self) -> u32 {
        self.record.pairs.len() as u32
    }

    /// Every figure over all replications; percentiles of waits have an interval and no standard error.
    #[must_use]
    pub fn summary(&self) -> Vec<(Column, Option<Estimate>)> {
        let estimate = |place: usize| {
            let mut moments = RatioMoments::default();
            self.record.pairs.iter().for_each(|pairs| moments.push(pairs[place]));
            moments.ratio()
        };
        let figures = self.columns.iter().enumerate().map(|(place, column)| (column.clone(), estimate(place)));
        figures.chain(self.waits()).collect()
    }

    fn waits(&self) -> Vec<(Column, Option<Estimate>)> {
        if !self.percentiles {
            return Vec::new();
        }
        let mut waits = WaitDistributions::new(self.contacts.len());
        waits.push(&self.record);
        let of_type = |(contact, percentiles): (&String, Vec<crate::kpi::Percentile>)| {
            let named = WAIT_PERCENTAGES.iter().zip(percentiles).map(|(percentage, (value, ci95))| {
                let figure = format!("{PERCENTILES}.{percentage}");
                let column = Column { kind: "contacts".into(), subject: contact.clone(), figure };
                (column, value.map(|value| Estimate { value, std_error: None, ci95 }))
            });
            named.collect::<Vec<_>>()
        };
        self.contacts.iter().zip(waits.percentiles()).flat_map(of_type).collect()
    }
}
