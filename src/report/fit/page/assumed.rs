//! What the scenario assumes, and what the log shows that is not simulated.

use crate::fit::{DUTY_ASSUMED, Fitted, FittedCentre, FittedType, FittedWrap, REDIAL_WITHIN, readiness_words};
use crate::history::{Log, date_of};
use crate::report::fit::words::weekdays;
use crate::report::wording::{Kind, percent};
use crate::units::HOUR;

pub(super) fn facts(centre: &FittedCentre, log: &Log) -> Vec<String> {
    let facts = [
        agents(centre),
        hours(centre),
        days_left_out(centre),
        wrap(centre),
        profiles(centre),
        patience(centre),
        head_starts(centre),
        redial(centre),
        channels(centre),
        not_simulated(centre),
        doubtful(log, centre),
        vec!["The target, 80 % in 20 s (chats in 60 s, e-mails in 24 h), is the customary one: the centre's own is not in the log.".into()],
    ];
    facts.into_iter().flatten().collect()
}

fn names(centre: &FittedCentre, is_it: impl Fn(&FittedType) -> bool) -> Vec<&str> {
    centre.types.iter().filter(|one| is_it(one)).map(|one| one.name.as_str()).collect()
}

fn agents(centre: &FittedCentre) -> Vec<String> {
    let Some(staff) = &centre.staff else {
        return vec!["The log names no agents: the scenario has one, and the true number must be put in.".into()];
    };
    let mut facts = vec![DUTY_ASSUMED.to_owned()];
    facts.push(readiness_words(&centre.readiness));
    if staff.regrouped > 0.0 {
        facts.push(format!(
            "Agents who take sets of types that few take are put to the group that they are most like: {} of the hours.",
            percent(staff.regrouped)
        ));
    }
    facts
}

fn hours(centre: &FittedCentre) -> Vec<String> {
    let outside: u64 = centre.types.iter().map(|one| one.outside).sum();
    let words = "Opening hours are told from the first and the last answered contact of a day";
    vec![match outside {
        0 => format!("{words}; no contact lies outside them."),
        _ => {
            format!("{words}; {} contacts outside them are not among the arrivals.", Kind::Count.plain(outside as f64))
        }
    }]
}

/// Days that are not like the others.
fn days_left_out(centre: &FittedCentre) -> Vec<String> {
    let of = |one: &FittedType| {
        let dates: Vec<String> = one.arrivals.outliers.iter().map(|outlier| date_of(outlier.day).to_string()).collect();
        one.arrivals
            .outliers_left_out
            .then(|| format!("Arrivals of {} leave out {}: not like the other days.", one.name, dates.join(", ")))
    };
    centre.types.iter().filter_map(of).collect()
}

fn wrap(centre: &FittedCentre) -> Vec<String> {
    let is_inferred = |one: &FittedType| matches!(one.handling.wrap, Some(FittedWrap::Inferred(_)));
    let fact = "After-contact work is not in the log: it is the time to an agent's next contact while somebody waits whom \
                that agent takes, of all types together.";
    centre.types.iter().any(is_inferred).then(|| fact.to_owned()).into_iter().collect()
}

fn profiles(centre: &FittedCentre) -> Vec<String> {
    let differ = names(centre, |one| one.handling.profile.is_some());
    let fact = || {
        format!(
            "Handling of {} takes longer at some hours of the day than at others, beyond chance: the scenario has a factor \
             for each hour, drawn towards 1 by as much as chance explains.",
            differ.join(", ")
        )
    };
    (!differ.is_empty()).then(fact).into_iter().collect()
}

fn patience(centre: &FittedCentre) -> Vec<String> {
    let endless = names(centre, |one| one.patience.is_none() && !one.channel.is_deferred());
    let mut facts = vec![
        "Who was answered would have waited longer by nobody knows how much: such waits count as patience that was not \
         seen to its end."
            .to_owned(),
    ];
    if !endless.is_empty() {
        facts.push(format!(
            "Nobody of {} left while waiting: the scenario has them wait without end.",
            endless.join(", ")
        ));
    }
    facts
}

/// How priorities are served.
fn head_starts(centre: &FittedCentre) -> Vec<String> {
    let Some(starts) = &centre.head_starts else { return Vec::new() };
    let since = if starts.changed { format!(" since {}", date_of(starts.since)) } else { String::new() };
    let of = |(priority, ahead): &(u8, Fitted)| {
        let [low, high] = ahead.estimate.ci95?;
        Some(format!("priority {priority} by {} s ({low} to {high})", ahead.value()))
    };
    vec![format!(
        "Priorities have a head start in the queue{since}: {}; told from {} pairs of contacts, {} of which were taken the \
         other way round.",
        starts.ahead.iter().filter_map(of).collect::<Vec<_>>().join(", "),
        Kind::Count.plain(starts.choices as f64),
        percent(starts.contrary)
    )]
}

fn redial(centre: &FittedCentre) -> Vec<String> {
    let known = names(centre, |one| one.redial.as_ref().is_some_and(|redial| redial.probability.value() > 0.0));
    match known.is_empty() {
        true => Vec::new(),
        false => vec![format!(
            "Who left and comes again within {} h is taken for having done so because of it, beyond what chance brings; the \
             scenario's arrivals of {} are without them, and `redial` brings them.",
            Kind::Count.plain(REDIAL_WITHIN / HOUR),
            known.join(", ")
        )],
    }
}

/// Chats and e-mails.
fn channels(centre: &FittedCentre) -> Vec<String> {
    let deferred = names(centre, |one| one.channel.is_deferred());
    let mut facts = Vec::new();
    let slowed = names(centre, |one| one.chats.as_ref().is_some_and(|chats| chats.slowdown.len() > 1));
    if !slowed.is_empty() {
        facts.push(format!(
            "Handling times of {} are what a chat would take alone: how much chats slow each other down is told from those \
             that began as the first, second, third in hand, whose work is taken to be the same. Where slow agents hold more \
             chats than quick ones, that tells too much slowing down.",
            slowed.join(", ")
        ));
    }
    if !deferred.is_empty() {
        facts.push(format!(
            "{} may wait for a quiet hour: agents are assumed to take them when no customer waits, and that some wait does \
             not tell that an agent was away who takes others too.",
            deferred.join(", ")
        ));
    }
    facts
}

/// Whether a coefficient of variation is above what chance and rounding bring.
fn differs(cv: &Fitted) -> bool {
    cv.estimate.ci95.is_some_and(|[low, _]| low > 0.005)
}

/// What the log shows and the scenario does not have.
fn not_simulated(centre: &FittedCentre) -> Vec<String> {
    let some = |is_it: &dyn Fn(&FittedType) -> bool, what: &str| {
        let names = names(centre, is_it);
        (!names.is_empty()).then(|| format!("Not simulated: {what} ({}).", names.join(", ")))
    };
    let facts = [
        some(
            &|one| one.agents.as_ref().is_some_and(|agents| differs(&agents.cv)),
            "that some agents take longer than others",
        ),
        some(&|one| one.handling.day_cv.as_ref().is_some_and(differs), "that handling takes longer on some days"),
        some(
            &|one| one.repeat.as_ref().is_some_and(|repeat| repeat.probability.value() > 0.0),
            "that customers who were served come back; they are among the arrivals",
        ),
        some(
            &|one| one.transferred > 0,
            "that contacts are passed on from one type to another; they are among the arrivals of both",
        ),
        some(&|one| one.blocked > 0, "that contacts find all lines busy; how many lines there are is not in the log"),
    ];
    facts.into_iter().flatten().collect()
}

/// Days of the log that may not be whole.
fn doubtful(log: &Log, centre: &FittedCentre) -> Vec<String> {
    let day = |day: &crate::history::Day| {
        let doubt = day.doubt?;
        let weekday = weekdays(&[day.date.weekday().to_monday_zero_offset() as u8]);
        Some(format!("{weekday} {} is used, and in doubt: one of the {}.", day.date, doubt.title()))
    };
    let silent = centre.silent_days().map(|silent| format!("Days {silent}"));
    silent.into_iter().chain(log.days.iter().filter_map(day)).collect()
}
