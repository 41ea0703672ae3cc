//! An inspector of rosters, written from the rules of the README and not from the planner: it reads `roster.csv`, the
//! file of the people and the scenario, counts in minutes, and lists everything that is against a rule.

use std::collections::BTreeMap;

use holdline::scenario::{Contract, Scenario, ShiftType};
use jiff::civil::Date;

/// A shift of a person, in minutes since the midnight of the first day.
struct Turn {
    day: i64,
    from: i64,
    to: i64,
    kind: String,
    breaks: Vec<(i64, i64)>,
}

/// A person as the file has them: contract, days off, days of leave.
struct Person {
    contract: String,
    off: Vec<i64>,
    leave: Vec<i64>,
}

pub(super) struct Inspector<'a> {
    scenario: &'a Scenario,
    days: i64,
    people: BTreeMap<String, Person>,
    turns: BTreeMap<String, Vec<Turn>>,
    /// People whose week is said to have no room for the least of the contract.
    short: Vec<(String, i64)>,
}

fn minutes(clock: &str) -> i64 {
    let (hours, minutes) = clock.split_once(':').unwrap();
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

fn in_minutes(time: holdline::units::Seconds) -> i64 {
    (time.get() / 60.0).round() as i64
}

impl<'a> Inspector<'a> {
    /// Of a roster's list, the people's table and who is said to be short in which week (from 1).
    pub(super) fn new(scenario: &'a Scenario, list: &str, people: &str, short: Vec<(String, i64)>) -> Self {
        let days = (scenario.horizon.seconds() / 86_400.0).round() as i64;
        let start = scenario.horizon.start.unwrap();
        let mut table = csv::Reader::from_reader(people.as_bytes());
        let people = table.records().map(|row| row.unwrap()).map(|row| {
            let days_in = |text: &str| -> Vec<i64> {
                text.split(';').map(str::trim).filter(|t| !t.is_empty()).flat_map(|t| named(t, start, days)).collect()
            };
            let person = Person { contract: row[1].to_owned(), off: days_in(&row[2]), leave: days_in(&row[3]) };
            (row[0].to_owned(), person)
        });
        let people = people.collect();
        let mut turns: BTreeMap<String, Vec<Turn>> = BTreeMap::new();
        let mut table = csv::Reader::from_reader(list.as_bytes());
        for row in table.records().map(|row| row.unwrap()) {
            let day: i64 = row[3].parse::<i64>().unwrap() - 1;
            let midnight = day * 1440;
            let later = |clock: &str, after: i64| {
                let moment = midnight + minutes(clock);
                if moment < after { moment + 1440 } else { moment }
            };
            let from = midnight + minutes(&row[6]);
            let to = later(&row[7], from + 1);
            let pause = |text: &str| {
                let (start, end) = text.split_once('-').unwrap();
                let start = later(start, from);
                (start, later(end, start))
            };
            let breaks = row[8].split("; ").filter(|t| !t.is_empty()).map(pause).collect();
            let turn = Turn { day, from, to, kind: row[5].to_owned(), breaks };
            turns.entry(row[0].to_owned()).or_default().push(turn);
        }
        turns.values_mut().for_each(|turns| turns.sort_by_key(|turn| turn.from));
        Self { scenario, days, people, turns, short }
    }

    /// Everything that is against a rule.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for name in self.turns.keys().filter(|name| !self.people.contains_key(*name)) {
            faults.push(format!("{name} is nobody"));
        }
        for (name, person) in &self.people {
            let none = Vec::new();
            let turns = self.turns.get(name).unwrap_or(&none);
            let contract = self.scenario.contracts.iter().find(|c| c.name == person.contract).unwrap();
            for fault in self.of_person(name, person, contract, turns) {
                faults.push(format!("{name}: {fault}"));
            }
        }
        faults.extend(self.crowds());
        faults
    }

    fn of_person(&self, name: &str, person: &Person, contract: &Contract, turns: &[Turn]) -> Vec<String> {
        let mut faults = Vec::new();
        for turn in turns {
            if person.off.contains(&turn.day) || person.leave.contains(&turn.day) {
                faults.push(format!("at work on day {}", turn.day));
            }
            faults.extend(self.of_turn(contract, turn));
        }
        for pair in turns.windows(2) {
            if pair[0].day == pair[1].day {
                faults.push(format!("two shifts on day {}", pair[0].day));
            }
            if pair[1].from - pair[0].to < in_minutes(contract.rest) {
                faults.push(format!("no rest after day {}", pair[0].day));
            }
        }
        let mut run = 0;
        for day in 0..self.days {
            run = if turns.iter().any(|turn| turn.day == day) { run + 1 } else { 0 };
            if run > i64::from(contract.days_in_a_row) {
                faults.push(format!("{run} days in a row up to {day}"));
            }
        }
        for week in 0..self.days / 7 {
            faults.extend(self.of_week(name, person, contract, turns, week));
        }
        faults
    }

    fn of_turn(&self, contract: &Contract, turn: &Turn) -> Option<String> {
        let known = contract.shifts.iter().map(|kind| &self.scenario.shifts[*kind]).find(|kind| kind.name == turn.kind);
        let Some(kind) = known else { return Some(format!("no shift {}", turn.kind)) };
        let (clock, length) = (turn.from - turn.day * 1440, turn.to - turn.from);
        let starts = kind.starts.iter().any(|start| in_minutes(*start) == clock);
        let long = kind.lengths.iter().any(|known| in_minutes(*known) == length);
        let on = kind.days.as_ref().is_none_or(|days| days.contains(&(turn.day as u32)));
        let asked = breaks_of(kind, length);
        let taken = asked.len() == turn.breaks.len()
            && asked.iter().zip(&turn.breaks).all(|((earliest, latest, long), (from, to))| {
                to - from == *long && (*earliest..=*latest).contains(&(from - turn.from))
            });
        (!(starts && long && on && taken)).then(|| format!("{} on day {} is no such shift", turn.kind, turn.day))
    }

    fn of_week(&self, name: &str, person: &Person, contract: &Contract, turns: &[Turn], week: i64) -> Vec<String> {
        let inside = |day: &i64| day / 7 == week;
        let own: Vec<&Turn> = turns.iter().filter(|turn| inside(&turn.day)).collect();
        let (least, most) = (i64::from(contract.days.0), i64::from(contract.days.1));
        let leave = (person.leave.iter().filter(|day| inside(day)).count() as i64).min(most);
        let days = own.len() as i64;
        let paid: i64 = own.iter().map(|turn| self.paid(turn)).sum();
        // Days of leave count as days at work with their share of the hours.
        let part = |minutes: f64| minutes * (most - leave) as f64 / most as f64;
        let overtime = contract.overtime.map_or(0.0, |(hours, _)| hours.get() / 60.0);
        let overtime = if leave < most { overtime } else { 0.0 };
        let most_paid = if leave < most { part(contract.hours.1.get() / 60.0) + overtime } else { 0.0 };
        let mut faults = Vec::new();
        if days > most - leave || paid as f64 > most_paid + 0.01 {
            faults.push(format!("{days} days and {paid} min in week {week} are too many"));
        }
        let excused = self.short.contains(&(name.to_owned(), week + 1));
        let few = days < least - leave || (paid as f64) < part(contract.hours.0.get() / 60.0) - 0.01;
        if few && !excused {
            faults.push(format!("{days} days and {paid} min in week {week} are too few"));
        }
        faults
    }

    fn paid(&self, turn: &Turn) -> i64 {
        let kind = self.scenario.shifts.iter().find(|kind| kind.name == turn.kind).unwrap();
        let unpaid = kind.breaks.iter().filter(|pause| !pause.paid);
        let fits =
            |pause: &&holdline::scenario::Break| in_minutes(pause.to) + in_minutes(pause.length) <= turn.to - turn.from;
        turn.to - turn.from - unpaid.filter(fits).map(|pause| in_minutes(pause.length)).sum::<i64>()
    }

    fn crowds(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (kind, most) in self.scenario.shifts.iter().filter_map(|kind| Some((kind, kind.most?))) {
            for (day, group) in (0..self.days).flat_map(|day| (0..self.scenario.groups.len()).map(move |g| (day, g))) {
                let of_group = |name: &String| {
                    let contract = &self.people[name].contract;
                    self.scenario.contracts.iter().any(|c| c.name == *contract && c.group == group)
                };
                let there = self.turns.iter().filter(|(name, _)| of_group(name)).flat_map(|(_, turns)| turns);
                let count = there.filter(|turn| turn.day == day && turn.kind == kind.name).count();
                if count > most as usize {
                    faults.push(format!("{count} people on {} on day {day}", kind.name));
                }
            }
        }
        faults
    }

    /// People of a group present at each minute, the first day following the last.
    pub(super) fn presence(&self, group: usize) -> Vec<u32> {
        let all = (self.days * 1440) as usize;
        let mut present = vec![0; all];
        let of_group = |name: &&String| {
            let contract = &self.people[*name].contract;
            self.scenario.contracts.iter().any(|c| c.name == *contract && c.group == group)
        };
        for name in self.turns.keys().filter(of_group) {
            for turn in &self.turns[name] {
                let away = |minute: i64| turn.breaks.iter().any(|(from, to)| (*from..*to).contains(&minute));
                (turn.from..turn.to).filter(|m| !away(*m)).for_each(|m| present[m as usize % all] += 1);
            }
        }
        present
    }

    /// Money for everybody, shrinkage and premiums counted.
    pub(super) fn cost(&self) -> f64 {
        let mut cost = 0.0;
        for (name, turns) in &self.turns {
            let contract = self.scenario.contracts.iter().find(|c| c.name == self.people[name].contract).unwrap();
            let group = &self.scenario.groups[contract.group];
            let pay = contract.cost_per_hour.or(group.cost_per_hour).unwrap() / (1.0 - group.shrinkage);
            for week in 0..self.days / 7 {
                let own: Vec<&Turn> = turns.iter().filter(|turn| turn.day / 7 == week).collect();
                let premium = |turn: &Turn| self.scenario.shifts.iter().find(|k| k.name == turn.kind).unwrap().premium;
                cost += own.iter().map(|turn| self.paid(turn) as f64 / 60.0 * premium(turn) * pay).sum::<f64>();
                let person = &self.people[name];
                let most = f64::from(contract.days.1);
                let leave = (person.leave.iter().filter(|day| *day / 7 == week).count() as f64).min(most);
                let paid = own.iter().map(|turn| self.paid(turn)).sum::<i64>() as f64 / 60.0;
                let beyond = (paid - contract.hours.1.get() / 3600.0 * (most - leave) / most).max(0.0);
                let factor = contract.overtime.map_or(1.0, |(_, factor)| factor);
                // Without a limit of hours nothing is beyond it.
                cost += if beyond > 0.0 { beyond * pay * (factor - 1.0) } else { 0.0 };
            }
        }
        cost
    }
}

/// Breaks of a shift type in a shift of so many minutes: earliest and latest beginning, length.
fn breaks_of(kind: &ShiftType, length: i64) -> Vec<(i64, i64, i64)> {
    let all = kind.breaks.iter().map(|pause| (in_minutes(pause.from), in_minutes(pause.to), in_minutes(pause.length)));
    all.filter(|(_, latest, long)| latest + long <= length).collect()
}

/// The days that a text names: a weekday, the weekend, a date, dates with `..` between them.
fn named(text: &str, start: Date, days: i64) -> Vec<i64> {
    let monday = i64::from(start.weekday().to_monday_zero_offset());
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let on = |meant: &dyn Fn(i64) -> bool| (0..days).filter(|day| meant((monday + day) % 7)).collect();
    if text == "weekend" {
        return on(&|weekday| weekday >= 5);
    }
    if let Some(place) = names.iter().position(|name| *name == text) {
        return on(&|weekday| weekday == place as i64);
    }
    let day = |text: &str| i64::from(start.until(text.parse::<Date>().unwrap()).unwrap().get_days());
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    (day(from)..=day(to)).filter(|day| (0..days).contains(day)).collect()
}
