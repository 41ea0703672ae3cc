//! Random small centres, in the planner's own words, for property tests: every feature that can meet another does.

use holdline::scenario::{
    AgentGroup, Arrivals, AtClose, BusyFactor, Centre, Channel, ContactType, Handling, Law, Length, ModulatedState,
    NotReady, Opening, OpeningHours, Scenario, Shift, Skill, Staffing,
};
use holdline::units::{DAY, HOUR, Seconds};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::centre::{agents, calls, centre};

/// Most types and most groups.
const MOST: usize = 4;

/// One to four types, one to four groups, up to two days.
pub(crate) fn any_centre() -> impl Strategy<Value = Scenario> {
    (1..=MOST, 1..=MOST).prop_flat_map(|(types, groups)| {
        let contacts = vec(contact_type(groups), types);
        (horizon(), contacts, vec(group(types), groups), option::weighted(0.4, 1..14_u32), any::<u32>()).prop_map(build)
    })
}

/// Centres in which all agents are away now and then.
pub(crate) fn restless(centres: impl Strategy<Value = Scenario>) -> impl Strategy<Value = Scenario> {
    (centres, 0.05..0.95_f64, 5.0..2_000.0_f64).prop_map(|(mut scenario, share, mean)| {
        let not_ready = Some(NotReady { share, mean: Seconds(mean) });
        scenario.groups.iter_mut().for_each(|group| group.not_ready = not_ready);
        scenario
    })
}

type Parts = ((Length, f64), Vec<ContactType>, Vec<AgentGroup>, Option<u32>, u32);

fn build(((length, warm_up), mut contacts, mut groups, lines, seed): Parts) -> Scenario {
    contacts.iter_mut().enumerate().for_each(|(i, contact)| contact.name = format!("type {i}"));
    groups.iter_mut().enumerate().for_each(|(i, group)| group.name = format!("group {i}"));
    for (kind, contact) in contacts.iter_mut().enumerate() {
        let able = |g: &usize| groups[*g].skills.iter().any(|s| s.contact == kind);
        contact.route = contact.route.take().map(|route| route.into_iter().filter(able).collect::<Vec<_>>());
        contact.route = contact.route.take().filter(|route| !route.is_empty());
    }
    let mut scenario = centre(1.0, contacts, groups);
    scenario.horizon.length = length;
    scenario.horizon.interval = Seconds(HOUR);
    scenario.horizon.warm_up = Seconds(warm_up);
    scenario.centre = Centre { lines, ..Centre::default() };
    scenario.run.seed = u64::from(seed);
    scenario
}

fn horizon() -> impl Strategy<Value = (Length, f64)> {
    let days = (1..=2_u32, prop::sample::select(vec![0.0, HOUR, 30_000.5])).prop_map(|(n, w)| (Length::Days(n), w));
    let duration = (10_000.0..150_000.0_f64).prop_map(|s| (Length::Duration(Seconds(s)), s / 10.0));
    prop_oneof![days, duration]
}

/// Times that no schedule can meet exactly, so that simultaneous events do not blur what is to be seen.
pub(crate) fn law(shortest: f64) -> impl Strategy<Value = Law> {
    (shortest..shortest * 12.0, 0..6).prop_map(|(mean, kind)| match kind {
        0 => Law::Constant { value: mean },
        1 => Law::Lognormal { mean, cv: 1.2 },
        2 => Law::Uniform { min: mean / 2.0, max: mean * 1.5 },
        3 => Law::Gamma { mean, cv: 0.6 },
        4 => Law::Hyperexponential { weights: vec![0.5, 0.5], means: vec![mean / 2.0, mean * 1.5] },
        _ => Law::Exponential { mean },
    })
}

fn handling() -> impl Strategy<Value = Handling> {
    let whole = law(61.3).prop_map(Handling::Whole);
    let parts = (law(53.1), law(17.9)).prop_map(|(talk, wrap)| Handling::TalkWrap { talk, wrap });
    prop_oneof![2 => whole, 1 => parts]
}

fn arrivals() -> impl Strategy<Value = Arrivals> {
    let steady = (1.0..60.0).prop_map(Arrivals::PerHour);
    let profile = vec(prop_oneof![1 => Just(0.0), 4 => 0.0..60.0], 24).prop_map(Arrivals::PerInterval);
    let state = (0.0..100.0, 200.0..5000.0_f64);
    let state = state.prop_map(|(per_hour, stay)| ModulatedState { per_hour, stay: Seconds(stay) });
    let modulated = vec(state, 2..4).prop_map(Arrivals::Modulated);
    prop_oneof![3 => steady, 2 => profile, 1 => modulated]
}

fn opening() -> impl Strategy<Value = OpeningHours> {
    (0..23_u32, 1..=24_u32).prop_map(|(from, length)| {
        let from = f64::from(from) * HOUR + if from % 3 == 1 { 600.0 } else { 0.0 };
        OpeningHours { from: Seconds(from), to: Seconds((from + f64::from(length) * HOUR).min(DAY)) }
    })
}

fn contact_type(groups: usize) -> impl Strategy<Value = ContactType> {
    let close = prop::sample::select(vec![AtClose::Serve, AtClose::Dismiss, AtClose::Keep]);
    let channel = prop::sample::select(vec![Channel::Voice, Channel::Voice, Channel::Chat, Channel::Email]);
    let route = option::weighted(0.2, Just((0..groups).collect::<Vec<_>>()).prop_shuffle());
    let demand = (arrivals(), option::weighted(0.3, 0.1..0.6), option::weighted(0.4, opening()), close, channel);
    let profile = prop_oneof![3 => Just(Vec::new()), 1 => vec(0.3..2.0, 24)];
    let mind = (handling(), profile, option::weighted(0.7, law(20.7)), prop_oneof![Just(0.0), Just(0.3)]);
    let head_start = prop_oneof![2 => Just(0.0), 1 => Just(47.3), 1 => 1.0..2_000.0];
    let place = (1..=3_u32, option::weighted(0.3, 0..6_u32), route, head_start);
    (demand, mind, place).prop_map(|(demand, mind, place)| {
        let (arrivals, cv, open, at_close, channel) = demand;
        let busy_factor = cv.map(BusyFactor::of_single_days);
        let (handle, handle_profile, patience, balk) = mind;
        let (priority, queue_limit, route, head_start) = place;
        let plain = calls("", arrivals, Law::Constant { value: 1.0 });
        ContactType {
            channel,
            busy_factor,
            open: open.map(Opening::Daily),
            at_close,
            handle,
            handle_profile,
            patience,
            balk,
            priority,
            head_start: Seconds(head_start),
            queue_limit,
            route,
            ..plain
        }
    })
}

fn shift() -> impl Strategy<Value = Shift> {
    let pauses = vec((1..6_u32, 1..3_u32), 0..3);
    (0..48_u32, 1..=40_u32, 0..4_u32, pauses).prop_map(|(from, length, agents, pauses)| {
        let half_hours = |n: u32| f64::from(n) * 1800.0;
        let (from, to) = (half_hours(from), half_hours(from + length));
        let mut breaks: Vec<(Seconds, Seconds)> = Vec::new();
        for (work, rest) in pauses {
            let start = breaks.last().map_or(from, |(_, end)| end.get()) + half_hours(work);
            let end = start + half_hours(rest);
            if end <= to {
                breaks.push((Seconds(start), Seconds(end)));
            }
        }
        Shift { from: Seconds(from), to: Seconds(to), agents, breaks, ..Shift::default() }
    })
}

fn staffing() -> impl Strategy<Value = Staffing> {
    let by_interval = vec(prop_oneof![2 => Just(0), 5 => 0..6_u32], 24);
    prop_oneof![
        2 => (0..6_u32).prop_map(Staffing::Constant),
        3 => by_interval.prop_map(Staffing::PerInterval),
        3 => vec(shift(), 1..4).prop_map(Staffing::Shifts),
    ]
}

fn group(types: usize) -> impl Strategy<Value = AgentGroup> {
    let after = prop_oneof![4 => Just(0.0), 1 => Just(31.7), 1 => Just(143.9)];
    let skill = option::weighted(0.7, (1..=3_u32, after));
    let own = option::weighted(0.3, (0..types, handling()));
    (vec(skill, types), staffing(), own).prop_map(|(skills, staff, own)| {
        let skill = |(contact, skill): (usize, Option<(u32, f64)>)| {
            skill.map(|(level, after)| Skill { contact, level, after: Seconds(after) })
        };
        let skills = skills.into_iter().enumerate().filter_map(skill).collect();
        AgentGroup { skills, handle: own.into_iter().collect(), ..agents("", &[], staff) }
    })
}
