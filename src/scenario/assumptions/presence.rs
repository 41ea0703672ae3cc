//! How many agents are there at once, and how long.

use crate::scenario::{Horizon, Shift, Staffing};
use crate::units::{DAY, HOUR};

/// Agents of a group over a horizon, as it is given: nobody is absent, and nobody works on after the shift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Presence {
    /// Most at once.
    pub(super) most: u32,
    /// Agent hours a day, averaged over the days.
    pub(super) hours_per_day: f64,
}

impl Staffing {
    pub(super) fn presence(&self, horizon: &Horizon) -> Presence {
        match self {
            Self::Constant(agents) => Presence { most: *agents, hours_per_day: f64::from(*agents) * 24.0 },
            Self::PerInterval(agents) => {
                let intervals = (horizon.seconds() / horizon.interval.get()).round().max(1.0) as usize;
                let all = || agents.iter().cycle().take(intervals);
                let mean = all().map(|agents| f64::from(*agents)).sum::<f64>() / intervals as f64;
                Presence { most: all().copied().max().unwrap_or(0), hours_per_day: mean * 24.0 }
            }
            Self::Shifts(shifts) => of_shifts(shifts, (horizon.seconds() / DAY).ceil().max(1.0) as u32),
        }
    }
}

/// Whose shift reaches over the last midnight is there at the first one, as in the simulation.
fn of_shifts(shifts: &[Shift], days: u32) -> Presence {
    let end = f64::from(days) * DAY;
    let (mut changes, mut hours) = (Vec::new(), 0.0);
    for shift in shifts {
        let worked: Vec<u32> = match &shift.days {
            Some(days_worked) => days_worked.iter().copied().filter(|day| *day < days).collect(),
            None => (0..days).collect(),
        };
        let agents = i64::from(shift.agents);
        for (from, to) in shift.stretches() {
            hours += (to - from) / HOUR * f64::from(shift.agents) * worked.len() as f64;
            let starts = worked.iter().flat_map(|day| [f64::from(*day) * DAY, f64::from(*day) * DAY - end]);
            for midnight in starts.filter(|midnight| midnight + to > 0.0) {
                changes.push(((midnight + from).max(0.0), agents));
                changes.push((midnight + to, -agents));
            }
        }
    }
    // Who goes is gone before who comes at the same moment.
    changes.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut there = 0;
    let levels = changes.into_iter().filter(|(time, _)| *time < end).map(|(_, change)| {
        there += change;
        there
    });
    let most = levels.max().unwrap_or(0).clamp(0, i64::from(u32::MAX)) as u32;
    Presence { most, hours_per_day: hours / f64::from(days) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Seconds;

    fn shift(from: f64, to: f64, agents: u32) -> Shift {
        Shift { from: Seconds(from * HOUR), to: Seconds(to * HOUR), agents, ..Shift::default() }
    }

    #[test]
    fn breaks_take_people_away() {
        let lunch = Shift { breaks: vec![(Seconds(12.0 * HOUR), Seconds(13.0 * HOUR))], ..shift(8.0, 16.0, 4) };
        let late = shift(12.0, 20.0, 3);
        assert_eq!(of_shifts(&[lunch, late], 5), Presence { most: 7, hours_per_day: 4.0 * 7.0 + 3.0 * 8.0 });
    }

    #[test]
    fn a_night_shift_meets_itself_over_midnight() {
        let night = shift(22.0, 30.0, 2);
        assert_eq!(of_shifts(&[night.clone(), shift(5.0, 7.0, 1)], 1).most, 3);
        let once = Shift { days: Some(vec![1]), ..night };
        assert_eq!(of_shifts(&[once, shift(5.0, 7.0, 1)], 3), Presence { most: 3, hours_per_day: 16.0 / 3.0 + 2.0 });
        assert_eq!(of_shifts(&[shift(8.0, 12.0, 2), shift(12.0, 16.0, 2)], 1).most, 2);
    }
}
