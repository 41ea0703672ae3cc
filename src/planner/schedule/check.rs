//! An edited roster against the contracts: whoever plans may overrule them, but is told.

use super::instance::MOST_DAYS;
use super::wages::Wages;
use crate::scenario::{Break, Contract, Length, Roster, RosterPerson, Scenario, Shift, ShiftType};
use crate::units::{DAY, HOUR, time_of_day};

/// What a roster costs, and where it goes beyond its contracts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Money, or paid hours where nobody names a pay.
    pub cost: f64,
    /// Paid hours, overtime included.
    pub hours: f64,
    /// Hours of overtime.
    pub overtime: f64,
    /// One sentence each.
    pub violations: Vec<String>,
}

/// Holds the rosters of all groups against the contracts; none where there are no contracts, or more days than the week
/// that they speak of.
#[must_use]
pub fn check(scenario: &Scenario, rosters: &[Roster]) -> Option<Checked> {
    let Length::Days(days) = scenario.horizon.length else { return None };
    if scenario.contracts.is_empty() || days as usize > MOST_DAYS {
        return None;
    }
    let book = Book { scenario, wages: Wages::new(scenario), days: days as usize };
    let mut checked = Checked::default();
    for (group, roster) in rosters.iter().enumerate().filter(|(_, roster)| !roster.people.is_empty()) {
        let verdicts: Vec<Verdict<'_>> =
            (0..roster.people.len()).map(|number| book.verdict(group, roster, number)).collect();
        for verdict in &verdicts {
            checked.cost += verdict.cost;
            checked.hours += verdict.hours;
            checked.overtime += verdict.overtime;
            checked.violations.extend(verdict.faults.iter().cloned());
        }
        checked.violations.extend(book.numbers(group, &verdicts));
    }
    Some(checked)
}

/// The rules of a scenario.
struct Book<'a> {
    scenario: &'a Scenario,
    wages: Wages,
    days: usize,
}

/// One person's week under the contract that fits it best.
struct Verdict<'a> {
    contract: Option<&'a Contract>,
    /// The day of each shift, and the shift type that it is of.
    kinds: Vec<(u32, Option<&'a ShiftType>)>,
    hours: f64,
    overtime: f64,
    cost: f64,
    faults: Vec<String>,
}

/// A shift and the day on which it begins.
type Work<'r> = (u32, &'r Shift);

fn begins((day, shift): &Work<'_>) -> f64 {
    f64::from(*day) * DAY + shift.from.get()
}

fn ends((day, shift): &Work<'_>) -> f64 {
    f64::from(*day) * DAY + shift.to.get()
}

fn moment((day, shift): &Work<'_>) -> String {
    format!("day {} {}", day + 1, time_of_day(shift.from.get() % DAY))
}

impl<'a> Book<'a> {
    /// The verdict under the contract that the roster names, or under the one of the group's with least to say against it.
    fn verdict(&self, group: usize, roster: &Roster, number: usize) -> Verdict<'a> {
        let person = &roster.people[number];
        let own = roster.shifts.iter().filter(|shift| shift.person == Some(number as u32));
        let mut work: Vec<Work<'_>> =
            own.flat_map(|shift| shift.days.iter().flatten().map(move |day| (*day, shift))).collect();
        work.sort_by(|one, next| begins(one).total_cmp(&begins(next)));
        let of_group = self.scenario.contracts.iter().filter(|contract| contract.group == group);
        let named: Vec<&Contract> =
            of_group.clone().filter(|contract| person.contract.as_ref() == Some(&contract.name)).collect();
        let known = person.contract.is_none() || !named.is_empty();
        let open: Vec<&Contract> = if named.is_empty() { of_group.collect() } else { named };
        let all = open.into_iter().map(|contract| self.under(contract, person, &work));
        let best = all.min_by(|a, b| a.faults.len().cmp(&b.faults.len()).then(a.cost.total_cmp(&b.cost)));
        let mut verdict = best.unwrap_or_else(|| without_contract(person, &work));
        if !known {
            let contract = person.contract.as_deref().unwrap_or_default();
            verdict.faults.push(format!("{}: the group has no contract `{contract}`", person.name));
        }
        verdict
    }

    fn under(&self, contract: &'a Contract, person: &RosterPerson, work: &[Work<'_>]) -> Verdict<'a> {
        let pay = self.wages.of(contract);
        let mut verdict = Verdict { contract: Some(contract), ..without_contract(person, &[]) };
        for (day, shift) in work {
            let (kind, fault) = self.kind(contract, *day, shift);
            let fault = fault.map(|sentence| format!("{}, {}: {sentence}", person.name, moment(&(*day, shift))));
            verdict.faults.extend(fault);
            let hours = paid(kind, shift);
            verdict.hours += hours;
            verdict.cost += pay * hours * kind.map_or(1.0, |kind| kind.premium);
            verdict.kinds.push((*day, kind));
        }
        verdict.overtime = (verdict.hours - contract.hours.1.hours()).max(0.0);
        let factor = contract.overtime.map_or(1.0, |(_, factor)| factor);
        verdict.cost += verdict.overtime * pay * (factor - 1.0);
        let sums = self.sums(contract, work, verdict.hours).into_iter();
        let sums = sums.chain(self.rest(contract, work));
        verdict.faults.extend(sums.map(|sentence| format!("{}: {sentence}", person.name)));
        verdict
    }

    /// The shift type of a shift, and what is not as it should be.
    fn kind(&self, contract: &Contract, day: u32, shift: &Shift) -> (Option<&'a ShiftType>, Option<&'static str>) {
        let same = |time: f64, other: f64| (time - other).abs() < 0.5;
        let open = contract.shifts.iter().map(|kind| &self.scenario.shifts[*kind]).filter(|kind| {
            kind.days.as_ref().is_none_or(|days| days.contains(&day))
                && kind.starts.iter().any(|start| same(start.get(), shift.from.get()))
                && kind.lengths.iter().any(|length| same(length.get(), shift.to.get() - shift.from.get()))
        });
        let found: Vec<&ShiftType> = open.collect();
        let Some(first) = found.first().copied() else {
            return (None, Some("no shift of the contract has this start, length and day"));
        };
        match found.into_iter().find(|kind| has_breaks(kind, shift)) {
            Some(kind) => (Some(kind), None),
            None => (Some(first), Some("the breaks are not those of the shift")),
        }
    }

    /// Days and hours outside the contract's.
    fn sums(&self, contract: &Contract, work: &[Work<'_>], hours: f64) -> Vec<String> {
        let mut days: Vec<u32> = work.iter().map(|(day, _)| *day).collect();
        days.dedup();
        let part = self.days as f64 / MOST_DAYS as f64;
        let least = (contract.days.0 as usize * self.days / MOST_DAYS, contract.hours.0.hours() * part);
        let extra = contract.overtime.map_or(0.0, |(hours, _)| hours.hours());
        let most = (contract.days.1 as usize, contract.hours.1.hours() + extra);
        let mut faults = Vec::new();
        let mut hold = |said: String, short: bool, beyond: bool, least: String, most: String| {
            if short {
                faults.push(format!("{said} at work, where `{}` asks for at least {least}", contract.name));
            } else if beyond {
                faults.push(format!("{said} at work, where `{}` allows {most}", contract.name));
            }
        };
        let count = days.len();
        let shown = |hours: f64| format!("{} h", (hours * 100.0).round() / 100.0);
        hold(format!("{count} days"), count < least.0, count > most.0, least.0.to_string(), most.0.to_string());
        let (short, beyond) = (hours < least.1 - 1e-6, hours > most.1 + 1e-6);
        hold(shown(hours), short, beyond, shown(least.1), shown(most.1));
        if days.len() < work.len() {
            faults.push("two shifts on one day".to_owned());
        }
        faults
    }

    /// Shifts too near to each other; the week is followed by one like it.
    fn rest(&self, contract: &Contract, work: &[Work<'_>]) -> Vec<String> {
        let wanted = |last: bool| if last && self.days < MOST_DAYS { 0.0 } else { contract.rest.get() };
        let again = work.first().map(|first| (first, begins(first) + self.days as f64 * DAY, wanted(true)));
        let next = work.iter().skip(1).map(|next| (next, begins(next), wanted(false))).chain(again);
        let short = work.iter().zip(next).filter_map(|(one, (next, begin, wanted))| {
            let rest = begin - ends(one);
            let (from, to) = (moment(one), moment(next));
            if rest < -0.5 {
                Some(format!("the shifts of {from} and {to} overlap"))
            } else {
                let sentence = || {
                    let (rest, wanted) = (rest / HOUR, wanted / HOUR);
                    format!(
                        "{rest:.2} h of rest between the shifts of {from} and {to}, where {wanted:.2} h are asked for"
                    )
                };
                (rest < wanted - 0.5).then(sentence)
            }
        });
        short.collect()
    }

    /// Numbers of people outside those of contracts and of shift types.
    fn numbers(&self, group: usize, verdicts: &[Verdict<'_>]) -> Vec<String> {
        let mut faults = Vec::new();
        for contract in self.scenario.contracts.iter().filter(|contract| contract.group == group) {
            let (least, most) = contract.people;
            let own = |verdict: &&Verdict<'_>| verdict.contract.is_some_and(|own| own.name == contract.name);
            let count = verdicts.iter().filter(own).count();
            if count < least as usize {
                faults.push(format!("{count} people under `{}`, which has at least {least}", contract.name));
            } else if count > most as usize {
                faults.push(format!("{count} people under `{}`, which has at most {most}", contract.name));
            }
        }
        for (kind, most) in self.scenario.shifts.iter().filter_map(|kind| Some((kind, kind.most?))) {
            for day in 0..self.days as u32 {
                let works = |verdict: &&Verdict<'_>| {
                    verdict.kinds.iter().any(|(on, own)| *on == day && own.is_some_and(|own| own.name == kind.name))
                };
                let count = verdicts.iter().filter(works).count();
                if count > most as usize {
                    faults.push(format!(
                        "day {}: {count} people on the shift `{}`, at most {most}",
                        day + 1,
                        kind.name
                    ));
                }
            }
        }
        faults
    }
}

/// Paid hours of a shift: without its breaks, but for those that its type pays.
fn paid(kind: Option<&ShiftType>, shift: &Shift) -> f64 {
    let length = shift.to.get() - shift.from.get();
    let taken: f64 = shift.breaks.iter().map(|(from, to)| to.get() - from.get()).sum();
    let unpaid = |kind: &ShiftType| -> f64 {
        let breaks = kind.breaks_of(crate::units::Seconds(length));
        breaks.filter(|pause| !pause.paid).map(|pause| pause.length.get()).sum()
    };
    (length - kind.map_or(taken, unpaid)) / HOUR
}

fn has_breaks(kind: &ShiftType, shift: &Shift) -> bool {
    let length = crate::units::Seconds(shift.to.get() - shift.from.get());
    let breaks: Vec<&Break> = kind.breaks_of(length).collect();
    let fits = |(pause, (from, to)): (&&Break, &(crate::units::Seconds, crate::units::Seconds))| {
        let begin = from.get() - shift.from.get();
        (pause.from.get() - 0.5..=pause.to.get() + 0.5).contains(&begin)
            && (to.get() - from.get() - pause.length.get()).abs() < 0.5
    };
    breaks.len() == shift.breaks.len() && breaks.iter().zip(&shift.breaks).all(fits)
}

fn without_contract<'a>(person: &RosterPerson, work: &[Work<'_>]) -> Verdict<'a> {
    let faults = work.first().map(|_| format!("{}: the group has no contracts", person.name));
    Verdict {
        contract: None,
        kinds: Vec::new(),
        hours: work.iter().map(|(_, shift)| paid(None, shift)).sum(),
        overtime: 0.0,
        cost: 0.0,
        faults: faults.into_iter().collect(),
    }
}
