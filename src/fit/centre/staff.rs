//! Agents on duty, by group and interval.

use jiff::civil::Date;
use rayon::prelude::*;

use super::super::{ArrivalPattern, Duty, DutyRule, Fitted, Handled, Stretch, Waited, day_number, duty};
use super::durations::fineness;
use super::groups::{Groups, grouped};
use super::{FittedCentre, FittedType};
use crate::history::{Contact, Day, Log};
use crate::stats::{Durations, Estimate, Point};
use crate::units::{DAY, HOUR};

/// Who was on duty.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedStaff {
    /// The groups, by what their agents take.
    pub groups: Vec<FittedGroup>,
    /// Classes of weekdays, 0 for Monday, that share their staff: those of the arrivals of all types together.
    pub classes: Vec<Vec<u8>>,
    /// Days of each class from which the staff is taken.
    pub days: Vec<Vec<i32>>,
    /// Hours on duty of all agents on a day of each class.
    pub hours: Vec<Fitted>,
    /// The share of the hours of agents whose types are not those of their group exactly.
    pub regrouped: f64,
    /// The stretches on duty from which all this comes; their skills are those of the groups.
    pub duty: Duty,
}

/// Agents who take the same types.
#[derive(Clone, Debug, PartialEq)]
pub struct FittedGroup {
    /// The types that they take: places in the fitted types, the most frequent first.
    pub takes: Vec<usize>,
    /// The major ones of them, by which its agents on duty are known: bits of the types' numbers in the log.
    pub skills: u64,
    /// Mean number on duty in each interval of the day, for each class of weekdays.
    pub staff: Vec<Vec<Fitted>>,
    /// Different agents.
    pub agents: usize,
}

/// Types beyond this number share one bit.
const LAST_BIT: usize = 63;

/// The bit of a type of the log in sets of types; parts of a type share its bit, for who takes one takes the others.
#[must_use]
pub fn type_bit(log: &Log, kind: u16) -> usize {
    usize::from(log.whole(kind)).min(LAST_BIT)
}

/// Turns are told from the handlings so long before and after a day too, s.
const AROUND: f64 = DAY / 2.0;

/// Who was on duty on some days of the log, by a rule; none where no agent is named.
pub(in crate::fit) fn staff_on(log: &Log, days: &[Day], rule: DutyRule, centre: &FittedCentre) -> Option<FittedStaff> {
    Some(fit(log, days, on_duty(log, days, rule)?, centre))
}

/// The rule applied day by day, each stretch cut at midnight; none where no agent is named.
pub(super) fn on_duty(log: &Log, on: &[Day], rule: DutyRule) -> Option<Duty> {
    let (days, fine) = (DailyDuty::new(log, rule), fineness(log));
    let of = |day: &Day| {
        let of_day = days.of(day);
        let midnight = f64::from(day_number(day) + 1) * DAY;
        let cut = |stretch: Stretch| Stretch { until: stretch.until.min(midnight), ..stretch };
        let gaps = of_day.after_contact.map(|gap| Point { time: fine(gap.time), ..gap });
        (of_day.stretches.into_iter().map(cut).collect::<Vec<Stretch>>(), gaps)
    };
    let each: Vec<(Vec<Stretch>, Durations)> = on.par_iter().map(of).collect();
    let mut all = Duty { stretches: Vec::new(), after_contact: Durations::default() };
    let mut gaps: Vec<Point> = Vec::new();
    for (stretches, own) in each {
        all.stretches.extend(stretches);
        gaps.extend(own.points());
    }
    all.after_contact = Durations::counted(gaps);
    (!all.stretches.is_empty()).then_some(all)
}

/// Who was on duty on single days of a log.
#[derive(Clone, Copy, Debug)]
pub struct DailyDuty<'l> {
    log: &'l Log,
    rule: DutyRule,
    /// The longest wait of a contact that was answered, s.
    longest: f64,
}

impl<'l> DailyDuty<'l> {
    /// By a rule, in a log.
    #[must_use]
    pub fn new(log: &'l Log, rule: DutyRule) -> Self {
        let waits = log.contacts.iter().filter(|contact| contact.is_answered()).map(Contact::wait);
        Self { log, rule, longest: waits.fold(0.0, f64::max) }
    }

    /// On one day, from what was handled and who waited on it and half a day around it: stretches that had begun before
    /// begin at its midnight, those that go on after it keep their end.
    #[must_use]
    pub fn of(&self, day: &Day) -> Duty {
        let midnight = f64::from(day_number(day)) * DAY;
        let (handled, waits) = self.around(day);
        duty(&handled, &waits, self.rule, (midnight, midnight + DAY))
    }

    /// What was handled and who waited on a day and half a day around it.
    pub(in crate::fit) fn around(&self, day: &Day) -> (Vec<Handled>, Vec<Waited>) {
        let midnight = f64::from(day_number(day)) * DAY;
        let (begin, end) = (midnight - AROUND, midnight + DAY + AROUND);
        let (mut handled, mut waits) = (Vec::new(), Vec::new());
        for contact in self.arrived(begin - self.longest, end).iter().filter(|contact| contact.left_queue() >= begin) {
            let (from, left, kind) = (contact.arrived, contact.left_queue(), type_bit(self.log, contact.kind));
            if contact.wait() > 0.0 && (contact.is_answered() || contact.is_abandoned()) {
                let deferred = self.log.is_deferred(contact.kind);
                waits.push(Waited { kind, from, until: left, deferred });
            }
            if let (true, Some(agent), Some(handle)) =
                (contact.is_answered() && left < end, contact.agent(), contact.handle())
            {
                handled.push(Handled { agent, kind, from: left, until: left + handle });
            }
        }
        (handled, waits)
    }

    /// The contacts that arrived between two moments.
    fn arrived(&self, from: f64, until: f64) -> &'l [Contact] {
        let contacts = &self.log.contacts;
        let before = |moment: f64| contacts.partition_point(|contact| contact.arrived < moment);
        contacts.get(before(from)..before(until)).unwrap_or_default()
    }
}

/// The staff of a centre by a duty that was told on some days.
pub(super) fn fit(log: &Log, on: &[Day], mut duty: Duty, centre: &FittedCentre) -> FittedStaff {
    let FittedCentre { types, together, interval, .. } = centre;
    let Groups { skills, takes: sets, regrouped } = grouped(&mut duty, log, types);
    let (classes, days) = classes(on, together);
    let edges: Vec<f64> = (0..=libm::round(DAY / *interval) as usize).map(|i| i as f64 * *interval).collect();
    let group = |(skills, set): (&u64, &u64)| FittedGroup {
        takes: takes(*set, types, log),
        skills: *skills,
        staff: days.iter().map(|days| duty.staff(Some(*skills), days, &edges)).collect(),
        agents: agents(&duty.stretches, *skills),
    };
    let groups = skills.iter().zip(&sets).map(group).collect();
    let hours = days.iter().filter_map(|days| hours_a_day(&duty, days)).collect();
    FittedStaff { groups, classes, days, hours, regrouped, duty }
}

/// The types of a set, the one with the most contacts first.
fn takes(skills: u64, types: &[FittedType], log: &Log) -> Vec<usize> {
    let mut takes: Vec<usize> =
        (0..types.len()).filter(|place| skills >> type_bit(log, types[*place].kind) & 1 == 1).collect();
    takes.sort_by_key(|place| std::cmp::Reverse(types[*place].contacts));
    takes
}

fn agents(stretches: &[Stretch], skills: u64) -> usize {
    let mut agents: Vec<u32> = stretches.iter().filter(|one| one.skills == skills).map(|one| one.agent).collect();
    agents.sort_unstable();
    agents.dedup();
    agents.len()
}

/// Weekdays and days of each class of arrivals, without days that are not like the others.
fn classes(on: &[Day], together: &ArrivalPattern) -> (Vec<Vec<u8>>, Vec<Vec<i32>>) {
    let strange = |number: i32| together.outliers_left_out && together.outliers.iter().any(|day| day.day == number);
    let weekday = |date: Date| date.weekday().to_monday_zero_offset() as u8;
    let of = |weekdays: &[u8]| {
        let days = on.iter().filter(|day| weekdays.contains(&weekday(day.date)) && !day.contacts.is_empty());
        days.map(day_number).filter(|number| !strange(*number)).collect()
    };
    let classes: Vec<Vec<u8>> = together.classes.iter().map(|class| class.weekdays.clone()).collect();
    let days = classes.iter().map(|weekdays| of(weekdays)).collect();
    (classes, days)
}

/// Hours on duty of all agents on a day.
fn hours_a_day(duty: &Duty, days: &[i32]) -> Option<Fitted> {
    let present = duty.staff(None, days, &[0.0, DAY]).into_iter().next()?;
    let hours = |days: f64| days * DAY / HOUR;
    let Estimate { value, std_error, ci95 } = present.estimate;
    let estimate =
        Estimate { value: hours(value), std_error: std_error.map(hours), ci95: ci95.map(|ends| ends.map(hours)) };
    Some(Fitted { estimate, ..present })
}
