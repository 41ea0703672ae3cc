//! Random small centres in which customers do everything that they can beyond one contact, and agents hold several
//! chats: the centres of [`crate::random_centres`] with every further mechanism laid over them.

use holdline::scenario::{
    AgentGroup, AtClose, Callback, Channel, ChatTo, Conduct, ContactType, Customers, Escalation, Handling, History,
    Law, Length, Opening, OpeningHours, OutOfHours, Promise, QualityProgramme, Recovery, Redial, Repeat, Satisfaction,
    Scenario, Training, Transfer,
};
use holdline::units::{HOUR, Seconds};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::option::{self, weighted};
use proptest::prelude::*;

use crate::random_centres::{any_centre, law};

/// A centre of [`any_centre`] whose customers have journeys.
pub(crate) fn any_journeys() -> impl Strategy<Value = Scenario> {
    any_centre().prop_flat_map(|scenario| {
        let (types, groups) = (scenario.contacts.len(), scenario.groups.len());
        let kinds = vec((channel(), customers(types), slowdown(), week()), types);
        let teams = vec(team(types), groups);
        (Just(scenario), kinds, teams, 0..7_i8, weighted(0.2, 3..9_u32)).prop_map(build)
    })
}

type Week = Option<[bool; 7]>;
type Kind = (Channel, Customers, Vec<f64>, Week);
type Parts = (Scenario, Vec<Kind>, Vec<AgentGroup>, i8, Option<u32>);

fn build((mut scenario, kinds, teams, weekday, days): Parts) -> Scenario {
    scenario.satisfaction = Some(Satisfaction::default());
    if let (Length::Days(_), Some(days)) = (scenario.horizon.length, days) {
        scenario.horizon.length = Length::Days(days);
    }
    let calendar = matches!(scenario.horizon.length, Length::Days(_));
    scenario.horizon.start = calendar.then(|| date(2026, 11, 23 + weekday));
    for (own, (contact, (channel, customers, slowdown, week))) in scenario.contacts.iter_mut().zip(kinds).enumerate() {
        contact.channel = channel;
        contact.customers = only_others(own, customers);
        // Who watches journeys knows nothing of handling by the hour.
        contact.handle_profile = Vec::new();
        contact.slowdown = if channel == Channel::Chat { slowdown } else { Vec::new() };
        if let Some(Opening::Daily(hours)) = contact.open {
            let hours = apart(own, hours);
            let weekly = |week: [bool; 7]| Opening::Weekly(week.map(|open| open.then_some(hours)));
            contact.open = Some(week.filter(|_| calendar).map_or(Opening::Daily(hours), weekly));
        }
        fit(contact);
    }
    let served_by_agents = |kind: &usize| !scenario.contacts[*kind].channel.serves_itself();
    for (group, team) in scenario.groups.iter_mut().zip(teams) {
        group.skills.retain(|skill| served_by_agents(&skill.contact));
        let of_skill = |kind: usize| group.skills.iter().any(|skill| skill.contact == kind);
        group.handle.retain(|(kind, _)| of_skill(*kind));
        group.resolution = team.resolution.into_iter().filter(|(kind, _)| of_skill(*kind)).collect();
        group.chats = team.chats;
        group.chat_to = team.chat_to;
        group.reserve = team.reserve;
        group.conduct = team.conduct;
        group.quality = team.quality.filter(|_| team.conduct.is_some());
        group.training = team.training;
    }
    scenario
}

/// No two doors move at the same moment: in which order they would is not told, and a message left at the one might
/// meet the other open or shut.
fn apart(own: usize, hours: OpeningHours) -> OpeningHours {
    let apart = 10.0 * own as f64;
    OpeningHours { from: Seconds(hours.from.get() + apart), to: Seconds(hours.to.get() - apart) }
}

/// What makes no sense for the channel is left out, as a scenario file must.
fn fit(contact: &mut ContactType) {
    if contact.channel.serves_itself() {
        let (Handling::Whole(law) | Handling::TalkWrap { talk: law, .. }) = &contact.handle;
        contact.handle = Handling::Whole(law.clone());
        (contact.patience, contact.balk, contact.queue_limit, contact.route) = (None, 0.0, None, None);
        let customers = std::mem::take(&mut contact.customers);
        contact.customers = Customers { callback: None, redial: None, owner: false, promise: None, ..customers };
    }
    if contact.channel.is_deferred() {
        contact.customers.callback = None;
    }
    contact.at_close = match contact.at_close {
        _ if contact.channel.serves_itself() => AtClose::Serve,
        AtClose::Serve if contact.channel.is_deferred() => AtClose::Keep,
        other => other,
    };
}

/// Nobody is passed on to the type where they are.
fn only_others(own: usize, mut customers: Customers) -> Customers {
    if let Some(transfer) = &mut customers.transfer {
        transfer.to.retain(|(kind, _)| *kind != own);
        let sum: f64 = transfer.to.iter().map(|(_, share)| share).sum();
        transfer.to.iter_mut().for_each(|(_, share)| *share /= sum);
    }
    customers.transfer = customers.transfer.filter(|transfer| !transfer.to.is_empty());
    customers.out_of_hours = customers.out_of_hours.map(|rule| match rule.to {
        Some(to) if to == own => OutOfHours { voice_mail: 0.0, to: None, ..rule },
        _ => rule,
    });
    customers
}

fn channel() -> impl Strategy<Value = Channel> {
    prop_oneof![
        4 => Just(Channel::Voice), 4 => Just(Channel::Chat), 2 => Just(Channel::Email), 1 => Just(Channel::Social),
        1 => Just(Channel::SelfService), 1 => Just(Channel::Chatbot),
    ]
}

fn week() -> impl Strategy<Value = Week> {
    option::weighted(0.4, prop::array::uniform7(prop::bool::weighted(0.8)))
}

fn slowdown() -> impl Strategy<Value = Vec<f64>> {
    let steps = vec(0.0..0.8_f64, 0..4);
    steps.prop_map(|steps| {
        let mut factors = if steps.is_empty() { Vec::new() } else { vec![1.0] };
        for step in steps {
            factors.push(factors.last().unwrap() + step);
        }
        factors
    })
}

/// A chance, often at one end.
fn chance() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 2 => Just(1.0), 5 => 0.0..1.0_f64]
}

fn delay() -> impl Strategy<Value = Law> {
    prop_oneof![law(70.3), law(1900.7), (0.0..30.0).prop_map(|hours| Law::Constant { value: hours * HOUR })]
}

/// One chance, or one for each attempt, or none: always resolved.
fn chances() -> impl Strategy<Value = Vec<f64>> {
    vec(chance(), 0..4)
}

/// Shares of types that add to at most 1.
fn shares(types: usize, whole: bool) -> impl Strategy<Value = Vec<(usize, f64)>> {
    (vec(weighted(0.5, 0.05..1.0_f64), types), if whole { 1.0..1.0001 } else { 0.2..1.0_f64 }).prop_map(
        move |(weights, part)| {
            let sum: f64 = weights.iter().flatten().sum();
            let share = |(kind, weight): (usize, Option<f64>)| weight.map(|w| (kind, (w / sum * part).min(1.0)));
            weights.into_iter().enumerate().filter_map(share).collect()
        },
    )
}

fn customers(types: usize) -> impl Strategy<Value = Customers> {
    let again = (weighted(0.6, redial()), chances(), weighted(0.6, repeat(types)), weighted(0.4, transfer(types)));
    let story = (weighted(0.5, history()), any::<bool>(), weighted(0.3, escalation(types)), weighted(0.4, promise()));
    let centre = (weighted(0.5, out_of_hours(types)), weighted(0.4, recovery()), weighted(0.5, callback()));
    (again, story, centre).prop_map(|(again, story, centre)| {
        let (redial, resolution, repeat, transfer) = again;
        let (history, owner, escalate, promise) = story;
        let (out_of_hours, recovery, callback) = centre;
        Customers {
            redial,
            resolution,
            repeat,
            transfer,
            history,
            owner,
            escalate,
            promise,
            out_of_hours,
            recovery,
            callback,
        }
    })
}

fn redial() -> impl Strategy<Value = Redial> {
    (chance(), chance(), law(70.3), weighted(0.6, 0..4_u32)).prop_map(|(abandoned, blocked, after, attempts)| {
        // Without a limit a chance of 1 would make a storm.
        let most = if attempts.is_none() { 0.8 } else { 1.0_f64 };
        let (abandoned, blocked) = (most.min(abandoned), most.min(blocked));
        Redial { abandoned, blocked, after, attempts }
    })
}

fn repeat(types: usize) -> impl Strategy<Value = Repeat> {
    (chance(), delay(), shares(types, false), weighted(0.6, 0..6_u32))
        .prop_map(|(probability, after, to, attempts)| Repeat { probability, after, to, attempts })
}

fn transfer(types: usize) -> impl Strategy<Value = Transfer> {
    let briefing = weighted(0.5, 5.0..100.0_f64);
    (0.1..0.7_f64, shares(types, true), briefing, any::<bool>()).prop_map(|(probability, to, briefing, only_open)| {
        Transfer { probability, to, briefing: briefing.map(Seconds), only_open }
    })
}

fn history() -> impl Strategy<Value = History> {
    (prop::bool::weighted(0.3), 0.8..2.0_f64, chance()).prop_map(|(shared, handle, resolution)| History {
        shared,
        handle,
        resolution,
    })
}

fn escalation(types: usize) -> impl Strategy<Value = Escalation> {
    (1..5_u32, chance(), weighted(0.5, 0..types), delay(), 0.0..100.0_f64)
        .prop_map(|(contacts, probability, to, after, cost)| Escalation { contacts, probability, to, after, cost })
}

fn promise() -> impl Strategy<Value = Promise> {
    (chance(), chance(), delay()).prop_map(|(probability, kept, after)| Promise { probability, kept, after })
}

fn out_of_hours(types: usize) -> impl Strategy<Value = OutOfHours> {
    let after = prop_oneof![Just(Law::Constant { value: 0.0 }), law(70.3)];
    (0.0..0.7_f64, 0.0..0.4_f64, 0..types, after).prop_map(|(try_again, voice_mail, to, after)| OutOfHours {
        try_again,
        after,
        voice_mail,
        to: Some(to),
    })
}

fn recovery() -> impl Strategy<Value = Recovery> {
    (chance(), 0.0..50.0_f64).prop_map(|(share, cost)| Recovery { share, cost })
}

fn callback() -> impl Strategy<Value = Callback> {
    (0..3_u32, chance(), weighted(0.5, law(43.3)), any::<bool>())
        .prop_map(|(when_waiting, accept, handle, keep_place)| Callback { when_waiting, accept, handle, keep_place })
}

/// What a group has besides its skills and its staff.
fn team(types: usize) -> impl Strategy<Value = AgentGroup> {
    let chats = (1..5_u32, prop::sample::select(vec![ChatTo::LeastLoaded, ChatTo::MostLoaded]), 0..3_u32);
    let resolution = weighted(0.3, (0..types, chances().prop_filter("one", |chances| !chances.is_empty())));
    let conduct = weighted(0.4, (0.0..0.6_f64, 0.0..1.0_f64, 0.0..0.5_f64));
    let quality = weighted(0.5, (chance(), chance()));
    (chats, resolution, conduct, quality, weighted(0.3, training())).prop_map(team_of)
}

type Team =
    ((u32, ChatTo, u32), Option<(usize, Vec<f64>)>, Option<(f64, f64, f64)>, Option<(f64, f64)>, Option<Training>);

fn team_of(((chats, chat_to, reserve), resolution, conduct, quality, training): Team) -> AgentGroup {
    AgentGroup {
        chats,
        chat_to,
        reserve,
        resolution: resolution.into_iter().collect(),
        conduct: conduct.map(|(poor, cv, public)| Conduct { poor, cv, public }),
        quality: quality.map(|(evaluated, effect)| QualityProgramme { evaluated, effect, cost: 6.0 }),
        training,
        ..crate::centre::agents("", &[], holdline::scenario::Staffing::Constant(0))
    }
}

fn training() -> impl Strategy<Value = Training> {
    (3600.0..400_000.0_f64, 0.8..1.5_f64, 0.7..1.3_f64, 0.0..1.5_f64).prop_map(|(over, resolution, handle, poor)| {
        Training { over: Seconds(over), resolution, handle, poor, cost: 900.0 }
    })
}
