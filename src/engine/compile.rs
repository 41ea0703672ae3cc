//! From a scenario to the dense model.

use super::custom::Custom;
use super::entries::timetable;
use super::ids::{AgentId, GroupId, Set, TypeId};
use super::model::{Class, GroupModel, Model, TypeModel, Work};
use super::rules::Rules;
use crate::sampling::{ArrivalPlan, Rates, Sampler};
use crate::scenario::{
    AgentGroup, Arrivals, AtClose, Channel, ContactType, Handling, Horizon, Hours, Length, Scenario, Staffing,
};
use crate::units::{DAY, HOUR, Seconds};
use crate::workforce::Plan;

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
            plain: !scenario.keeps_journeys()
                && types.iter().all(|kind| !kind.unusual && !kind.keeps && kind.pace.is_empty())
                && groups.iter().all(|group| group.people.is_none() && group.not_ready.is_none()),
            types,
            own_work: own_work(scenario),
            timetable: timetable(scenario, &groups),
            journeys: scenario.keeps_journeys(),
            rules: scenario.contacts.iter().map(|contact| Rules::new(scenario, contact)).collect(),
            by_clock_from: match scenario.horizon.length {
                Length::Duration(_) => 0.0,
                Length::Days(_) if scenario.horizon.civil.all_alike() => horizon,
                Length::Days(_) => f64::INFINITY,
            },
            groups,
            group_of,
            custom: Custom::default(),
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
            rates: rates(contact, &scenario.horizon),
            busy: contact.busy_factor,
            common: scenario.centre.busy_factor,
            civil: scenario.horizon.civil.clone(),
            end: horizon,
        },
        work: work(&contact.handle),
        pace: contact.handle_profile.clone(),
        patience: contact.patience.as_ref().map(Sampler::new),
        balk: contact.balk,
        queue_limit: contact.queue_limit.unwrap_or(u32::MAX),
        holds_line,
        watched,
        numbered: watched || !overflow.is_empty(),
        open: Hours::new(contact, &scenario.horizon).always(),
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

fn rates(contact: &ContactType, horizon: &Horizon) -> Rates {
    let interval = horizon.interval.get();
    match &contact.arrivals {
        Arrivals::PerHour(per_hour) => Rates::Pieces { step: DAY, rates: vec![per_hour / HOUR] },
        Arrivals::PerInterval(expected) if !horizon.civil.all_alike() => {
            let rates = horizon.slots().map(|place| expected[place % expected.len()] / interval).collect();
            Rates::Pieces { step: interval, rates }
        }
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
            let people = Plan::new(scenario, g);
            let size = people.as_ref().map_or(group.staff.most(), Plan::size);
            group_of.extend(std::iter::repeat_n(GroupId(g as u16), size as usize));
            GroupModel { people, ..group_model(scenario, group, first, size) }
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
        not_ready: group.not_ready,
        chats: group.chats,
        chat_to: group.chat_to,
        reserve: group.reserve,
        deferred: with_skill(|contact, _| contact.channel.is_deferred()),
        shared: with_skill(|contact, group| contact.channel == Channel::Chat && group.chats > 1),
        resolution: (0..scenario.contacts.len()).map(own_resolution).collect(),
        conduct: group.conduct,
        quality: group.quality,
        training: group.training,
        people: None,
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
