//! One type of contact.

use std::collections::BTreeMap;

use super::super::{
    Chat, Chats, Duty, HandlingTimes, OpeningHours, Which, agent_differences, arrival_pattern, chats, day_counts,
    handle_profile, handling_times, patience, poisson_blocks, quantile_law,
};
use super::durations::{fineness, handled, of, rounded, waits};
use super::followed::followed;
use super::hours;
use super::{Borrowed, ENOUGH, FittedHandling, FittedType, FittedWrap, InferredWrap, NotFitted, Request};
use crate::fit::{DayCounts, Fitted, HandleProfile, Patience, PoissonBlocks, Source};
use crate::history::{Contact, Log, Outcome};
use crate::scenario::Channel;
use crate::stats::{Durations, KaplanMeier, Point};
use crate::units::{DAY, HOUR};

/// After-contact work is told by a log when it tells it of so many of its answered contacts.
const TOLD: f64 = 0.9;
/// After-contact work with a shorter mean, s, is the reaction of whoever answers.
const SHORT_WRAP: f64 = 1.0;
/// Agents with fewer handlings are not compared; nor days.
const LEAST_HANDLED: usize = 20;

/// What types with few contacts take from all of them together.
pub(super) struct AllTypes {
    hours: Vec<OpeningHours>,
    talk: HandlingTimes,
    patience: Option<Patience>,
    wrap: Option<InferredWrap>,
}

impl AllTypes {
    pub(super) fn new(
        log: &Log,
        duty: Option<&Duty>,
        hours: Vec<OpeningHours>,
        request: Request,
    ) -> Result<Self, NotFitted> {
        let talk = handling_times(&handled(log, Which::All, Contact::handle)).ok_or(NotFitted::NoHandling)?;
        let wrap = duty.and_then(|duty| inferred_wrap(&duty.after_contact, request.duty.gap));
        Ok(Self { hours, talk, patience: patience(&waits(log, Which::live(log))), wrap })
    }
}

/// What the contacts of a type say; none where it has no contact on a day of its opening hours.
pub(super) fn fit(log: &Log, kind: u16, request: Request, all: &AllTypes) -> Option<FittedType> {
    let hours = hours::of_type(log, kind, &all.hours, request.interval);
    let (days, outside) = day_counts(log, Which::Kind(kind), request.interval, &hours);
    let arrivals = arrival_pattern(&days)?;
    let own = || of(log, Which::Kind(kind));
    let with = |outcome| own().filter(|contact| contact.outcome == outcome).count() as u64;
    let followed = followed(log, kind, request.interval);
    let channel = log.channel(kind).unwrap_or(Channel::Voice);
    let chats = (channel == Channel::Chat).then(|| in_hand(log, kind)).flatten();
    Some(FittedType {
        name: log.kinds.get(usize::from(kind))?.clone(),
        kind,
        channel,
        contacts: own().count() as u64,
        answered: with(Outcome::Answered),
        abandoned: with(Outcome::Abandoned),
        blocked: with(Outcome::Blocked),
        blocks: blocks(log, kind, &arrivals_open(&days), request.interval),
        hours,
        outside,
        arrivals,
        redialled: followed.redialled,
        handling: handling(log, kind, request.interval, all, chats.as_ref()),
        patience: patience_of(log, kind, all),
        head_start: None,
        redial: followed.redial,
        repeat: followed.repeat,
        agents: differences(log, kind, |contact| contact.agent()),
        chats,
        transferred: 0,
    })
}

/// Its own, or that of all types whose customers wait there and then. Who writes an e-mail does not: where few are seen
/// to give up, it waits for its answer.
fn patience_of(log: &Log, kind: u16, all: &AllTypes) -> Option<Borrowed<Patience>> {
    let waited = waits(log, Which::Kind(kind));
    let own = if waited.events() >= ENOUGH { patience(&waited) } else { None };
    let of_all = || all.patience.clone().filter(|_| !log.is_deferred(kind));
    match own {
        Some(own) => Some(Borrowed { own, of_all: false }),
        None => of_all().map(|own| Borrowed { own, of_all: true }),
    }
}

/// What the chats of a type tell, among all chats that its agents had in hand.
fn in_hand(log: &Log, kind: u16) -> Option<Chats> {
    let chat = |contact: &Contact| {
        let from = contact.left_queue();
        Some(Chat { agent: contact.agent()?, kind: contact.kind, from, until: from + contact.handle()? })
    };
    let is_chat = |contact: &&Contact| contact.is_answered() && log.channel(contact.kind) == Some(Channel::Chat);
    let all: Vec<Chat> = log.contacts.iter().filter(is_chat).filter_map(chat).collect();
    chats(&all, kind)
}

/// Handling times. Those of chats are what they would be alone, all of it together; after-contact work is told from the
/// gaps after a call alone: who chats has others in hand, and an e-mail waits for a quiet hour.
fn handling(log: &Log, kind: u16, interval: f64, all: &AllTypes, chats: Option<&Chats>) -> FittedHandling {
    let of = |duration: fn(&Contact) -> Option<f64>| handled(log, Which::Kind(kind), duration);
    let alone = |chats: &Chats| rounded(Durations::complete(chats.work.iter().copied().map(fineness(log))));
    let (whole, wrap) = (chats.map_or_else(|| of(Contact::handle), alone), of(Contact::wrap));
    let is_told = chats.is_none() && wrap.n() >= ENOUGH && wrap.n() >= TOLD * whole.n();
    let is_voice = log.channel(kind).is_none_or(|channel| channel == Channel::Voice);
    let talk = if is_told { of(Contact::talk) } else { whole };
    let wrap = match is_told {
        true => handling_times(&wrap).filter(|wrap| wrap.mean.value() > 0.0).map(Box::new).map(FittedWrap::Told),
        false => all.wrap.clone().filter(|_| is_voice).map(FittedWrap::Inferred),
    };
    let own = if talk.n() >= ENOUGH { handling_times(&talk) } else { None };
    let mut talk = match own {
        Some(own) => Borrowed { own, of_all: false },
        None => Borrowed { own: all.talk.clone(), of_all: true },
    };
    if let Some(chats) = chats.filter(|_| !talk.of_all) {
        talk.own.mean = chats.mean;
    }
    let day_cv = differences(log, kind, |contact| u32::try_from(contact.day()).ok()).map(|days| days.cv);
    let profile = if is_voice && !talk.of_all { profile(log, kind, interval, is_told) } else { None };
    FittedHandling { talk, wrap, profile, day_cv }
}

/// How the talk (or all handling, where it is not told apart) differs over the day. Parts of a type are told together, each
/// handling over the mean of its part: that longer ones come in the morning is no profile. Its mean over the part's own
/// handlings is 1.
fn profile(log: &Log, kind: u16, interval: f64, is_told: bool) -> Option<HandleProfile> {
    let of_type = |contact: &&Contact| contact.is_answered() && log.whole(contact.kind) == log.whole(kind);
    let began = |contact: &Contact| contact.left_queue().rem_euclid(DAY);
    let time = |contact: &Contact| if is_told { contact.talk() } else { contact.handle() };
    let times = || log.contacts.iter().filter(of_type).filter_map(|one| Some((one, time(one)?)));
    let mut sums: BTreeMap<u16, (f64, f64)> = BTreeMap::new();
    for (contact, time) in times() {
        let (sum, n) = sums.entry(contact.kind).or_default();
        (*sum, *n) = (*sum + time, *n + 1.0);
    }
    let mean = |kind: u16| sums.get(&kind).map(|(sum, n)| sum / n).filter(|mean| *mean > 0.0);
    let relative = times().filter_map(|(contact, time)| Some((began(contact), time / mean(contact.kind)?)));
    let mut found = handle_profile(relative, interval)?;
    let own = times().filter(|(contact, _)| contact.kind == kind).map(|(contact, _)| began(contact) / interval);
    let factors = own.filter_map(|place| found.factors.get(place as usize));
    let (sum, n) = factors.fold((0.0, 0.0), |(sum, n), factor| (sum + factor, n + 1.0));
    if sums.len() > 1 && n > 0.0 {
        found.factors.iter_mut().for_each(|factor| *factor *= n / sum);
    }
    Some(found)
}

/// How the means of agents, or of days, differ.
fn differences(
    log: &Log,
    kind: u16,
    of_whom: impl Fn(&Contact) -> Option<u32>,
) -> Option<crate::fit::AgentDifferences> {
    let answered = of(log, Which::Kind(kind)).filter(|contact| contact.is_answered());
    agent_differences(answered.filter_map(|contact| Some((of_whom(contact)?, contact.handle()?))), LEAST_HANDLED)
}

/// The law of gaps after a handling that are no absence: Kaplan and Meier's curve up to the rule's `gap`.
fn inferred_wrap(gaps: &Durations, longest: f64) -> Option<InferredWrap> {
    let curve = KaplanMeier::new(gaps);
    let mut before = 1.0;
    let steps = curve.steps().iter().take_while(|step| step.time <= longest);
    let falls: Vec<Point> = steps
        .map(|step| {
            let fall = Point { time: step.time, events: before - step.survival, censored: 0.0 };
            before = step.survival;
            fall
        })
        .collect();
    let inside = 1.0 - before;
    let shares = Durations::counted(falls.iter().map(|fall| Point { events: fall.events / inside, ..*fall }));
    let events = gaps.events_between(0.0, longest);
    let mean = shares.mean_of_ended().filter(|mean| events >= ENOUGH && *mean >= SHORT_WRAP)?;
    let cv =
        shares.points().iter().map(|p| p.events * (p.time / mean - 1.0) * (p.time / mean - 1.0)).sum::<f64>().sqrt();
    let mean = Fitted::positive(mean, Some(cv / events.sqrt()), gaps.n(), Source::KaplanMeier);
    Some(InferredWrap { gaps: gaps.clone(), law: quantile_law(&shares)?, mean, absent: before })
}

/// Which intervals are open on each day.
fn arrivals_open(days: &[DayCounts]) -> Vec<(i32, Vec<bool>)> {
    days.iter().map(|day| (day.number, day.counts.iter().map(Option::is_some).collect())).collect()
}

/// Blocks of six minutes in the half hours that are open.
fn blocks(log: &Log, kind: u16, open: &[(i32, Vec<bool>)], interval: f64) -> Option<PoissonBlocks> {
    const BLOCK: f64 = HOUR / 10.0;
    let each = libm::round(interval / BLOCK) as usize;
    let mut groups = vec![vec![0_u32; each.max(1)]; open.len() * open.first().map_or(0, |day| day.1.len())];
    let per_day = open.first().map_or(0, |day| day.1.len());
    for contact in of(log, Which::Kind(kind)) {
        let Ok(day) = open.binary_search_by_key(&contact.day(), |day| day.0) else { continue };
        let place = ((contact.time_of_day() / interval) as usize).min(per_day - 1);
        let block = ((contact.time_of_day() - place as f64 * interval) / BLOCK) as usize;
        if open[day].1[place] {
            groups[day * per_day + place][block.min(each.max(1) - 1)] += 1;
        }
    }
    (each >= 2).then(|| poisson_blocks(&groups)).flatten()
}
