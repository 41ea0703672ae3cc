//! When a type is open: when the centre is, unless the type says otherwise clearly.

use super::super::{OpeningHours, Which, opening_hours_of, weekday};
use crate::history::{Day, Log};

/// A type with fewer contacts on a day of a weekday has quiet hours that look like closed ones.
const ENOUGH: f64 = 60.0;
/// Days with the same hours that tell them.
const ENOUGH_DAYS: usize = 4;
/// Its hours differ from the centre's when they begin or end so many steps of the grid inside them.
const APART: f64 = 2.0;
/// So many contacts must be missing on a weekday before the type is closed on it.
const MISSED: f64 = 5.0;

/// Opening hours of a type on the weekdays on which the centre is open. E-mails and the like come at any hour: theirs are
/// their own.
pub(super) fn of_type(log: &Log, kind: u16, centre: &[OpeningHours], grid: f64) -> Vec<OpeningHours> {
    let own = opening_hours_of(log, Which::Kind(kind), grid);
    if log.is_deferred(kind) {
        return own;
    }
    let share = log.contacts.iter().filter(|contact| contact.kind == kind).count() as f64 / log.contacts.len() as f64;
    let alike = |open| own.iter().filter(|other| other.open == open).map(|other| other.days).sum::<usize>();
    let of_weekday = |centre: &OpeningHours| {
        let own = own.iter().find(|own| own.weekday == centre.weekday).copied().unwrap_or(*centre);
        let (seen, all) = counted(log, kind, centre.weekday);
        let open = match (centre.open, own.open) {
            (Some(_), None) if seen == 0.0 && share * all >= MISSED => None,
            (Some(wide), Some(narrow)) if alike(own.open) >= ENOUGH_DAYS && seen >= ENOUGH * own.days as f64 => {
                Some(inside(wide, narrow, grid))
            }
            (open, _) => open,
        };
        OpeningHours { open, ..own }
    };
    centre.iter().map(of_weekday).collect()
}

/// Contacts of the type, and of all types, on the days of a weekday.
fn counted(log: &Log, kind: u16, of: u8) -> (f64, f64) {
    let count = |day: &Day| {
        let contacts = log.of_day(day);
        (contacts.iter().filter(|contact| contact.kind == kind).count() as f64, contacts.len() as f64)
    };
    let days = log.days.iter().filter(|day| weekday(day) == of).map(count);
    days.fold((0.0, 0.0), |sum, day| (sum.0 + day.0, sum.1 + day.1))
}

/// Each end of the centre's hours, or the type's own where it lies clearly inside.
fn inside(wide: (f64, f64), narrow: (f64, f64), grid: f64) -> (f64, f64) {
    let from = if narrow.0 - wide.0 > APART * grid { narrow.0 } else { wide.0 };
    let until = if wide.1 - narrow.1 > APART * grid { narrow.1 } else { wide.1 };
    (from, until)
}
