//! The timetable of a scenario: what happens on which day, told by the clock on the wall, put on the engine's clock.

use super::ids::{AgentId, GroupId, TypeId};
use super::model::GroupModel;
use super::timetable::{Action, Crew, Timetable};
use crate::scenario::staffing::named_people;
use crate::scenario::{AgentGroup, Horizon, Hours, Length, Scenario, Shift, Slot, Staffing};
use crate::units::DAY;

/// The timetable of a scenario.
pub(super) fn timetable(scenario: &Scenario, groups: &[GroupModel]) -> Timetable {
    let horizon = &scenario.horizon;
    let hours: Vec<Hours> = scenario.contacts.iter().map(|contact| Hours::new(contact, horizon)).collect();
    let days = days(scenario, &hours);
    let mut table = Timetable { cycle: horizon.civil.start(days), ..Timetable::default() };
    for day in 0..days {
        add_intervals(&mut table, horizon, day);
        for (kind, hours) in hours.iter().enumerate() {
            add_hours(&mut table, TypeId(kind as u16), hours, horizon, day);
        }
        for (g, group) in scenario.groups.iter().enumerate() {
            if let Staffing::Shifts(shifts) = &group.staff {
                add_shifts(&mut table, (GroupId(g as u16), groups[g].first), shifts, horizon, (day, days));
            }
        }
    }
    for (g, group) in scenario.groups.iter().enumerate() {
        if groups[g].people.is_some() {
            add_people(&mut table, GroupId(g as u16), horizon, days);
        } else {
            add_staff(&mut table, GroupId(g as u16), &group.staff, horizon, days);
        }
    }
    table.sort();
    table
}

/// The days of a cycle: one, unless staffing, hours or the days themselves differ over the horizon.
fn days(scenario: &Scenario, hours: &[Hours]) -> usize {
    let horizon = &scenario.horizon;
    let per_horizon = (horizon.seconds() / horizon.interval.get()).ceil() as usize;
    let longest = |group: &AgentGroup| match &group.staff {
        _ if group.people.is_some() => 0,
        Staffing::PerInterval(agents) => agents.len(),
        Staffing::Shifts(shifts) if shifts.iter().any(|shift| shift.days.is_some()) => per_horizon,
        _ => 0,
    };
    let intervals = scenario.groups.iter().map(longest).max().unwrap_or(0);
    let days = intervals.div_ceil(horizon.intervals_per_day()).max(1);
    let of_hours = hours.iter().map(Hours::cycle).max().unwrap_or(1);
    let days = if of_hours > 1 { days.max(of_hours).next_multiple_of(7) } else { days };
    match horizon.days() {
        Some(all) if !horizon.civil.all_alike() => days.max(all as usize),
        _ => days,
    }
}

/// A study by duration is reported as a whole: its only interval is the day.
fn add_intervals(table: &mut Timetable, horizon: &Horizon, day: usize) {
    let midnight = horizon.civil.start(day);
    match horizon.length {
        Length::Duration(_) => table.entries.push((midnight, Action::Interval(0))),
        Length::Days(_) => {
            let entry = |slot: Slot| (slot.start, Action::Interval(slot.interval as u16));
            table.entries.extend(horizon.civil.slots_of(day, horizon.interval.get()).map(entry));
        }
    }
}

fn add_hours(table: &mut Timetable, kind: TypeId, hours: &Hours, horizon: &Horizon, day: usize) {
    if hours.always() {
        return;
    }
    let Some((from, to)) = hours.on(day) else { return };
    let [opens, closes] = [from, to].map(|clock| horizon.civil.moment(day, clock));
    if opens == closes {
        // The clock skips the only time at which it would be open.
        return;
    }
    // A night between two days that is open does not close at midnight.
    let goes_on = |day: usize| hours.on(day).is_some_and(|(from, _)| from == 0.0);
    let went_on = day > 0 && from == 0.0 && hours.on(day - 1).is_some_and(|(_, to)| to == DAY);
    if !went_on {
        table.entries.push((opens, Action::Open(kind)));
    }
    if to < DAY || !goes_on(day + 1) {
        // Closing at midnight stands at the beginning of the next day, behind the staffing that changes just then.
        table.entries.push((closes % table.cycle, Action::Close(kind)));
    }
}

/// Who is on duty is asked at every interval.
fn add_people(table: &mut Timetable, group: GroupId, horizon: &Horizon, days: usize) {
    for day in 0..days {
        let slots = horizon.civil.slots_of(day, horizon.interval.get());
        let entry = |(place, slot): (usize, Slot)| (slot.start, Action::People { group, new_day: place == 0 });
        table.entries.extend(slots.enumerate().map(entry));
    }
}

fn add_staff(table: &mut Timetable, group: GroupId, staff: &Staffing, horizon: &Horizon, days: usize) {
    match staff {
        Staffing::Constant(agents) => table.initial.push(Action::Staff(group, *agents)),
        Staffing::PerInterval(agents) => {
            let per_day = horizon.intervals_per_day();
            let slots: Vec<Slot> = horizon.civil.slots(days, horizon.interval.get()).collect();
            let there = |slot: &Slot| agents[(slot.day * per_day + slot.interval) % agents.len()];
            table.initial.push(Action::Staff(group, slots.first().map_or(0, there)));
            let mut before = slots.last().map_or(0, there);
            for (place, slot) in slots.iter().enumerate() {
                if there(slot) != before {
                    before = there(slot);
                    let alike = horizon.civil.all_alike();
                    let time = if alike { place as f64 * horizon.interval.get() } else { slot.start };
                    table.entries.push((time, Action::Staff(group, before)));
                }
            }
        }
        Staffing::Shifts(_) => {}
    }
}

/// Every stretch between breaks is a coming and a going. What lies beyond midnight happens on the day after the one on
/// which the shift starts, before the first day on the last one: who is there at midnight is also there at the start.
fn add_shifts(
    table: &mut Timetable,
    (group, first): (GroupId, AgentId),
    shifts: &[Shift],
    horizon: &Horizon,
    (day, days): (usize, usize),
) {
    let civil = &horizon.civil;
    let before = if day == 0 { days - 1 } else { day - 1 };
    for (agent, shift) in first_agents(first, shifts).into_iter().zip(shifts) {
        let crew = Crew { group, first: agent, size: shift.agents, clock: 0.0 };
        let works = |carried: bool| shift.on(if carried { before } else { day } as u32);
        for (from, to) in shift.stretches() {
            let (joins_later, leaves_later) = (from >= DAY, to > DAY);
            // A stretch that the clock skips is none, whoever's day it belongs to.
            if civil.skips(if joins_later { before } else { day }, from, to) {
                continue;
            }
            if works(joins_later) {
                let join = if joins_later { from - DAY } else { from };
                table.entries.push((civil.moment(day, join), Action::Join(Crew { clock: from, ..crew })));
            }
            if works(leaves_later) {
                let leave = if leaves_later { to - DAY } else { to };
                table.entries.push((civil.moment(day, leave), Action::Leave(Crew { clock: to, ..crew })));
            }
            if day == 0 && leaves_later && !joins_later && works(true) {
                table.initial.push(Action::Join(Crew { clock: DAY, ..crew }));
            }
        }
    }
}

/// The first agent of each shift: people with a number have their places at the head of the group, the others follow.
fn first_agents(first: AgentId, shifts: &[Shift]) -> Vec<AgentId> {
    let mut next = first.0 + named_people(shifts);
    let place = |shift: &Shift| match shift.person {
        Some(person) => AgentId(first.0 + person),
        None => {
            next += shift.agents;
            AgentId(next - shift.agents)
        }
    };
    shifts.iter().map(place).collect()
}
