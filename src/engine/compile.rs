//! From a scenario to the dense model.

use super::ids::{AgentId, GroupId, Set, TypeId};
use super::model::{Class, GroupModel, Model, TypeModel, Work};
use super::rules::Rules;
use super::timetable::{Action, Crew, Timetable};
use crate::sampling::{ArrivalPlan, Rates, Sampler};
use crate::scenario::staffing::named_people;
use crate::scenario::{
    AgentGroup, Arrivals, AtClose, Channel, ContactType, Handling, Hours, Length, Scenario, Shift, Staffing,
};
use crate::units::{DAY, HOUR, Seconds};

impl Model {
    /// Compiles a scenario, whose indices and quantities have been validated.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        let horizon = scenario.horizon.seconds();
        let (groups, group_of) = groups(scenario);
        let types: Vec<_> = (0..scenario.contacts.len()).map(|kind| contact_type(scenario, kind, horizon)).collect();
        Self {
            horizon,
            warm_up: scenario.horizon.warm_up.get(),
            lines: scenario.centre.lines.unwrap_or(u32::MAX),
            plain: !scenario.keeps_journeys() && types.iter().all(|kind| !kind.unusual && !kind.keeps),
            types,
            own_work: own_work(scenario),
            timetable: timetable(scenario, &groups),
            journeys: scenario.keeps_journeys(),
            rules: scenario.contacts.iter().map(|contact| Rules::new(scenario, contact)).collect(),
            groups,
            group_of,
        }
    }
}

fn contact_type(scenario: &Scenario, kind: usize, horizon: f64) -> TypeModel {
    let contact = &scenario.contacts[kind];
    let (tiers, overflow) = (tiers(scenario, kind), overflow(scenario, kind));
    let holds_line = contact.channel == Channel::Voice && scenario.centre.lines.is_some();
    // A customer who may do something next must be heard when patience ends, not when an agent looks.
    // So must one for whom agents with chats would have to become free, and a backlog.
    let beside_chats = scenario.groups.iter().any(|group| group.chats > 1 && skill(group, kind).is_some());
    let deferred = contact.channel.is_deferred();
    let watched = holds_line || contact.queue_limit.is_some() || scenario.keeps_journeys() || beside_chats || deferred;
    let shares = beside_chats && contact.channel == Channel::Chat;
    let reserved = scenario.groups.iter().any(|group| group.reserve > 0 && skill(group, kind).is_some());
    let keeps = contact.at_close == AtClose::Keep;
    TypeModel {
        name: contact.name.clone(),
        arrivals: ArrivalPlan {
            rates: rates(contact, scenario.horizon.interval.get()),
            busy_cv: contact.busy_factor.unwrap_or(0.0),
            end: horizon,
        },
        work: work(&contact.handle),
        patience: contact.patience.as_ref().map(Sampler::new),
        balk: contact.balk,
        queue_limit: contact.queue_limit.unwrap_or(u32::MAX),
        holds_line,
        watched,
        numbered: watched || !overflow.is_empty(),
        open: Hours::new(contact, scenario.horizon.start).always(),
        at_close: contact.at_close,
        keeps,
        deferred,
        chat_rates: contact.slowdown.iter().map(|factor| 1.0 / factor).collect(),
        shares,
        unusual: shares || deferred && reserved || contact.channel.serves_itself() || contact.customers.owner,
        only: only(&tiers),
        tiers,
        overflow,
    }
}

fn rates(contact: &ContactType, interval: f64) -> Rates {
    match &contact.arrivals {
        Arrivals::PerHour(per_hour) => Rates::Pieces { step: DAY, rates: vec![per_hour / HOUR] },
        Arrivals::PerInterval(expected) => {
            Rates::Pieces { step: interval, rates: expected.iter().map(|n| n / interval).collect() }
        }
        Arrivals::Modulated(states) => {
            Rates::Modulated(states.iter().map(|s| (s.per_hour / HOUR, s.stay.get())).collect())
        }
    }
}

/// The group's skill level for a type and the wait before it takes one.
fn skill(group: &AgentGroup, kind: usize) -> Option<(u32, f64)> {
    group.skills.iter().find(|s| s.contact == kind).map(|s| (s.level, s.after.get()))
}

/// Groups tried on arrival, in order, joined into sets as long as the order is that of the file.
fn tiers(scenario: &Scenario, kind: usize) -> Vec<Set> {
    let at_once = |g: &usize| skill(&scenario.groups[*g], kind).filter(|(_, after)| *after == 0.0);
    let mut order: Vec<(u32, usize)> =
        (0..scenario.groups.len()).filter_map(|g| at_once(&g).map(|(level, _)| (level, g))).collect();
    order.sort_unstable();
    if let Some(route) = &scenario.contacts[kind].route {
        order = route.iter().filter(|g| at_once(g).is_some()).map(|&g| (0, g)).collect();
    }
    let ascending = |a: &(u32, usize), b: &(u32, usize)| a.0 == b.0 && a.1 < b.1;
    order.chunk_by(ascending).map(|run| run.iter().map(|&(_, g)| g).collect()).collect()
}

fn only(tiers: &[Set]) -> Option<GroupId> {
    match tiers {
        [tier] if tier.count() == 1 => tier.first().map(|group| GroupId(group as u16)),
        _ => None,
    }
}

/// Groups that take a type only after a wait, by that wait.
fn overflow(scenario: &Scenario, kind: usize) -> Vec<(f64, Set)> {
    let mut waits: Vec<(f64, usize)> = (0..scenario.groups.len())
        .filter_map(|g| skill(&scenario.groups[g], kind).filter(|(_, after)| *after > 0.0).map(|(_, after)| (after, g)))
        .collect();
    waits.sort_by(|a, b| a.0.total_cmp(&b.0));
    waits.chunk_by(|a, b| a.0 == b.0).map(|run| (run[0].0, run.iter().map(|&(_, g)| g).collect())).collect()
}

fn groups(scenario: &Scenario) -> (Vec<GroupModel>, Vec<GroupId>) {
    let mut group_of = Vec::new();
    let models = scenario
        .groups
        .iter()
        .enumerate()
        .map(|(g, group)| {
            let first = AgentId(group_of.len() as u32);
            let size = group.staff.most();
            group_of.extend(std::iter::repeat_n(GroupId(g as u16), size as usize));
            group_model(scenario, group, first, size)
        })
        .collect();
    (models, group_of)
}

fn group_model(scenario: &Scenario, group: &AgentGroup, first: AgentId, size: u32) -> GroupModel {
    let mut after = vec![0.0; scenario.contacts.len()];
    group.skills.iter().for_each(|s| after[s.contact] = s.after.get());
    let with_skill = |fits: fn(&ContactType, &AgentGroup) -> bool| -> Set {
        group.skills.iter().map(|s| s.contact).filter(|&kind| fits(&scenario.contacts[kind], group)).collect()
    };
    let own_resolution = |kind| group.resolution.iter().find(|(k, _)| *k == kind).map(|(_, chances)| chances.clone());
    GroupModel {
        first,
        size,
        name: group.name.clone(),
        by_shifts: matches!(group.staff, Staffing::Shifts(_)),
        absence: group.absence,
        chats: group.chats,
        chat_to: group.chat_to,
        reserve: group.reserve,
        deferred: with_skill(|contact, _| contact.channel.is_deferred()),
        shared: with_skill(|contact, group| contact.channel == Channel::Chat && group.chats > 1),
        resolution: (0..scenario.contacts.len()).map(own_resolution).collect(),
        conduct: group.conduct,
        quality: group.quality,
        training: group.training,
        classes: classes(scenario, group),
        head_start: scenario.contacts.iter().map(|contact| contact.head_start.get()).collect(),
        after,
    }
}

/// A group's types by contact priority, then by skill level.
fn classes(scenario: &Scenario, group: &AgentGroup) -> Vec<Class> {
    let mut skills: Vec<_> =
        group.skills.iter().map(|s| ((scenario.contacts[s.contact].priority, s.level), s.contact, s.after)).collect();
    skills.sort_by_key(|&(urgency, kind, _)| (urgency, kind));
    let class = |run: &[(_, usize, Seconds)]| Class {
        types: run.iter().map(|&(_, kind, _)| kind).collect(),
        only: match run {
            [(_, kind, after)] if after.get() == 0.0 => Some(TypeId(*kind as u16)),
            _ => None,
        },
    };
    skills.chunk_by(|a, b| a.0 == b.0).map(class).collect()
}

fn work(handling: &Handling) -> Work {
    match handling {
        Handling::Whole(law) => Work::Whole(Sampler::new(law)),
        Handling::TalkWrap { talk, wrap } => Work::TalkWrap(Sampler::new(talk), Sampler::new(wrap)),
    }
}

fn own_work(scenario: &Scenario) -> Vec<Option<Work>> {
    let own = |group: &AgentGroup, kind| group.handle.iter().find(|(k, _)| *k == kind).map(|(_, h)| work(h));
    let types = 0..scenario.contacts.len();
    scenario.groups.iter().flat_map(|group| types.clone().map(move |kind| own(group, kind))).collect()
}

fn timetable(scenario: &Scenario, groups: &[GroupModel]) -> Timetable {
    let mut table = Timetable { cycle: cycle(scenario), ..Timetable::default() };
    let days = (table.cycle / DAY).round() as usize;
    for day in 0..days {
        let midnight = day as f64 * DAY;
        add_intervals(&mut table, scenario, midnight);
        for (kind, contact) in scenario.contacts.iter().enumerate() {
            let hours = Hours::new(contact, scenario.horizon.start);
            add_hours(&mut table, TypeId(kind as u16), &hours, day);
        }
        for (g, group) in scenario.groups.iter().enumerate() {
            if let Staffing::Shifts(shifts) = &group.staff {
                add_shifts(&mut table, GroupId(g as u16), groups[g].first, shifts, day as u32);
            }
        }
    }
    for (g, group) in scenario.groups.iter().enumerate() {
        add_staff(&mut table, GroupId(g as u16), &group.staff, scenario.horizon.interval.get());
    }
    table.sort();
    table
}

/// A day, unless some staffing is given for every interval or for some days of the horizon.
fn cycle(scenario: &Scenario) -> f64 {
    let per_horizon = (scenario.horizon.seconds() / scenario.horizon.interval.get()).ceil() as usize;
    let longest = |group: &AgentGroup| match &group.staff {
        Staffing::PerInterval(agents) => agents.len(),
        Staffing::Shifts(shifts) if shifts.iter().any(|shift| shift.days.is_some()) => per_horizon,
        _ => 0,
    };
    let intervals = scenario.groups.iter().map(longest).max().unwrap_or(0);
    let days = intervals.div_ceil(scenario.horizon.intervals_per_day()).max(1);
    let weekly = |contact: &ContactType| Hours::new(contact, scenario.horizon.start).differ_by_day();
    let days = if scenario.contacts.iter().any(weekly) { days.next_multiple_of(7) } else { days };
    days as f64 * DAY
}

/// A study by duration is reported as a whole: its only interval is the day.
fn add_intervals(table: &mut Timetable, scenario: &Scenario, midnight: f64) {
    let (count, step) = match scenario.horizon.length {
        Length::Days(_) => (scenario.horizon.intervals_per_day(), scenario.horizon.interval.get()),
        Length::Duration(_) => (1, DAY),
    };
    table.entries.extend((0..count).map(|i| (midnight + i as f64 * step, Action::Interval(i as u16))));
}

fn add_hours(table: &mut Timetable, kind: TypeId, hours: &Hours, day: usize) {
    if hours.always() {
        return;
    }
    let Some((from, to)) = hours.on(day) else { return };
    let midnight = day as f64 * DAY;
    // A night between two days that is open does not close at midnight.
    let goes_on = |day: usize| hours.on(day).is_some_and(|(from, _)| from == 0.0);
    let went_on = day > 0 && from == 0.0 && hours.on(day - 1).is_some_and(|(_, to)| to == DAY);
    if !went_on {
        table.entries.push((midnight + from, Action::Open(kind)));
    }
    if to < DAY || !goes_on(day + 1) {
        // Closing at midnight stands at the beginning of the next day, behind the staffing that changes just then.
        table.entries.push(((midnight + to) % table.cycle, Action::Close(kind)));
    }
}

fn add_staff(table: &mut Timetable, group: GroupId, staff: &Staffing, interval: f64) {
    match staff {
        Staffing::Constant(agents) => table.initial.push(Action::Staff(group, *agents)),
        Staffing::PerInterval(agents) => {
            let days = (table.cycle / DAY).round() as usize;
            let per_day = (DAY / interval).round() as usize;
            table.initial.push(Action::Staff(group, agents[0]));
            for i in 0..days * per_day {
                let (now, before) = (agents[i % agents.len()], agents[(i + agents.len() - 1) % agents.len()]);
                if now != before {
                    table.entries.push((i as f64 * interval, Action::Staff(group, now)));
                }
            }
        }
        Staffing::Shifts(_) => {}
    }
}

/// Every stretch between breaks is a coming and a going. What lies beyond midnight happens on the day after the one on
/// which the shift starts, before the first day on the last one: who is there at midnight is also there at the start.
fn add_shifts(table: &mut Timetable, group: GroupId, first: AgentId, shifts: &[Shift], day: u32) {
    let days = (table.cycle / DAY).round() as u32;
    let midnight = f64::from(day) * DAY;
    let before = if day == 0 { days - 1 } else { day - 1 };
    for (agent, shift) in first_agents(first, shifts).into_iter().zip(shifts) {
        let crew = Crew { group, first: agent, size: shift.agents, clock: 0.0 };
        let works = |carried: bool| shift.on(if carried { before } else { day });
        for (from, to) in shift.stretches() {
            let (joins_later, leaves_later) = (from >= DAY, to > DAY);
            if works(joins_later) {
                let join = if joins_later { from - DAY } else { from };
                table.entries.push((midnight + join, Action::Join(Crew { clock: from, ..crew })));
            }
            if works(leaves_later) {
                let leave = if leaves_later { to - DAY } else { to };
                table.entries.push((midnight + leave, Action::Leave(Crew { clock: to, ..crew })));
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
