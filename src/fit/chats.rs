//! Several chats in one hand: how many an agent takes, and how much they slow each other down.

use super::{Fitted, Source};
use crate::stats::Estimate;

/// Numbers in hand that are told apart, at most.
const MOST: usize = 8;
/// A number is in hand by rule when so large a share of all chats began as the last of so many: fewer are slips.
const LEAST_SHARE: f64 = 0.005;
/// So many chats must have begun with a number in hand before it tells how much they slow each other down.
const ENOUGH: f64 = 100.0;
/// A rate tells when it is so many of its standard errors above 0.
const SURE: f64 = 5.0;
/// Moments are rounded each for itself: who ended and began so near to each other, s, was not in hand at once.
const ROUNDED: f64 = 1.0;

/// A chat that an agent had in hand, s on one clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chat {
    /// Who.
    pub agent: u32,
    /// Which type of chat, by any number.
    pub kind: u16,
    /// From when.
    pub from: f64,
    /// Until when.
    pub until: f64,
}

/// What the chats of one type tell.
#[derive(Clone, Debug, PartialEq)]
pub struct Chats {
    /// How many an agent has in hand at once, at most.
    pub at_once: u32,
    /// The share of chats that began as the first, the second, ... in hand.
    pub begun: Vec<f64>,
    /// How much longer a chat takes with one, two, ... in hand; the first is 1. Only as far as enough chats tell.
    pub slowdown: Vec<Fitted>,
    /// What each chat would have taken alone, s, in no order.
    pub work: Vec<f64>,
    /// The mean of that, s, with what the factors may be wrong.
    pub mean: Fitted,
}

/// How long a chat was one of one, two, ... in hand, s.
type Spent = [f64; MOST];
/// Is told of every chat as which of how many it began, and its times.
type Tell<'t> = dyn FnMut(usize, &Spent) + 't;

/// What the chats of one type tell, among all chats of the same agents.
///
/// With k in hand the work of a chat progresses at the rate `r_k`, and `r_1` is 1; a chat that spent the times `t_k`
/// had the work `w = sum of r_k t_k`. How much work a chat has does not depend on how many its agent has in hand when
/// it begins: the mean of `w` is the same for those that began as the first, the second, ... in hand. These are as many
/// linear equations as there are rates and the mean; the errors of the group means give those of the rates. None without
/// a chat of the type.
#[must_use]
pub fn chats(all: &[Chat], kind: u16) -> Option<Chats> {
    let mut order: Vec<u32> = (0..all.len() as u32).collect();
    let of = |place: &u32| &all[*place as usize];
    order.sort_unstable_by(|a, b| {
        (of(a).agent.cmp(&of(b).agent)).then(of(a).from.total_cmp(&of(b).from)).then(a.cmp(b))
    });
    let in_hand = |tell: &mut Tell<'_>| in_hand(order.iter().map(of), kind, tell);
    let mut counts = [0.0; MOST];
    in_hand(&mut |begun, _| counts[begun - 1] += 1.0);
    let n: f64 = counts.iter().sum();
    let at_once = (1..=MOST).rev().find(|number| counts[number - 1] > 0.0 && counts[number - 1] >= LEAST_SHARE * n)?;
    let told = (1..=at_once).take_while(|number| counts[number - 1] >= ENOUGH).count().max(1);
    let (rates, mean) = (1..=told).rev().find_map(|told| rates(&in_hand, told))?;
    let slowdown = |(rate, error): &Sure| {
        Fitted::new(Estimate::normal(1.0 / rate, (error / rate / rate).powi(2)), n, Source::Moments)
    };
    let mut alone = Vec::new();
    in_hand(&mut |_, times| alone.push(work(times, &rates)));
    Some(Chats {
        at_once: at_once as u32,
        begun: counts.iter().take(at_once).map(|count| count / n).collect(),
        slowdown: rates.iter().map(slowdown).collect(),
        work: alone,
        mean: Fitted::new(Estimate::normal(mean.0, mean.1 * mean.1), n, Source::Moments),
    })
}

/// Tells of every chat of a type, of chats in the order of agent and beginning, as which of how many it began and how
/// long it was one of how many in hand.
fn in_hand<'c>(ordered: impl Iterator<Item = &'c Chat>, kind: u16, tell: &mut Tell<'_>) {
    let mut hand = Hand { agent: 0, now: 0.0, chats: Vec::new() };
    let mut tell_own = |held: &Held| {
        if held.kind == kind {
            tell(held.begun, &held.times);
        }
    };
    for chat in ordered {
        if chat.agent != hand.agent {
            hand.pass(f64::INFINITY, &mut tell_own);
            hand.agent = chat.agent;
        }
        hand.pass(chat.from, &mut tell_own);
        hand.take(chat);
    }
    hand.pass(f64::INFINITY, &mut tell_own);
}

/// What one agent has in hand at a moment.
struct Hand {
    agent: u32,
    now: f64,
    /// Those in hand, the first to end last.
    chats: Vec<Held>,
}

struct Held {
    kind: u16,
    until: f64,
    begun: usize,
    times: Spent,
}

impl Hand {
    /// Goes on to a moment; whatever ends until then is told.
    fn pass(&mut self, moment: f64, tell: &mut dyn FnMut(&Held)) {
        while let Some(next) = self.chats.last().map(|chat| chat.until).filter(|until| *until <= moment) {
            self.spend(next);
            self.chats.pop().iter().for_each(&mut *tell);
        }
        if moment.is_finite() {
            self.spend(moment);
        }
    }

    fn spend(&mut self, moment: f64) {
        let number = self.chats.len().clamp(1, MOST);
        let passed = moment - self.now;
        self.chats.iter_mut().for_each(|chat| chat.times[number - 1] += passed);
        self.now = moment;
    }

    fn take(&mut self, chat: &Chat) {
        let others = self.chats.iter().filter(|other| other.until > chat.from + ROUNDED).count();
        let begun = (others + 1).min(MOST);
        let later = self.chats.partition_point(|other| other.until > chat.until);
        self.chats.insert(later, Held { kind: chat.kind, until: chat.until, begun, times: [0.0; MOST] });
    }
}

/// The work of a chat, at rates of which the last holds for all greater numbers.
fn work(times: &Spent, rates: &[Sure]) -> f64 {
    let rate = |number: usize| rates[number.min(rates.len() - 1)].0;
    times.iter().enumerate().map(|(number, time)| time * rate(number)).sum()
}

/// A figure and its standard error.
type Sure = (f64, f64);

/// The rates with one, two, ... in hand, and the mean work; none where the equations have no solution that is one.
fn rates(in_hand: &dyn Fn(&mut Tell<'_>), told: usize) -> Option<(Vec<Sure>, Sure)> {
    let group = |number: usize| number.min(told) - 1;
    let (mut count, mut mean) = (vec![0.0; told], vec![vec![0.0; told]; told]);
    in_hand(&mut |begun, times| {
        count[group(begun)] += 1.0;
        (0..MOST).for_each(|number| mean[group(begun)][group(number + 1)] += times[number]);
    });
    mean.iter_mut().zip(&count).for_each(|(row, n)| row.iter_mut().for_each(|time| *time /= n));
    // The unknowns: the rates from the second on, and the mean work.
    let row = |times: &Vec<f64>| times.iter().skip(1).copied().chain([-1.0]).collect::<Vec<f64>>();
    let inverse = inverse(mean.iter().map(row).collect())?;
    let found: Vec<f64> =
        inverse.iter().map(|row| row.iter().zip(&mean).map(|(own, times)| -own * times[0]).sum()).collect();
    let (average, others) = found.split_last()?;
    let rates: Vec<Sure> = std::iter::once(1.0).chain(others.iter().copied()).map(|rate| (rate, 0.0)).collect();
    let mut squares = vec![0.0; told];
    in_hand(&mut |begun, times| squares[group(begun)] += (work(times, &rates) - average).powi(2));
    let error = |row: &Vec<f64>| {
        row.iter().zip(&squares).zip(&count).map(|((own, sum), n)| own * own * sum / (n * n)).sum::<f64>().sqrt()
    };
    let mut errors: Vec<f64> = inverse.iter().map(error).collect();
    let mean = (*average, errors.pop()?);
    let errors = std::iter::once(0.0).chain(errors);
    let sure = |((rate, _), error): (&Sure, f64)| (*rate > SURE * error).then_some((*rate, error));
    Some((rates.iter().zip(errors).map(sure).collect::<Option<Vec<Sure>>>()?, mean))
}

/// The inverse of a small matrix by Gauss and Jordan, with the largest pivot; none where it has none.
fn inverse(mut left: Vec<Vec<f64>>) -> Option<Vec<Vec<f64>>> {
    let size = left.len();
    let mut right: Vec<Vec<f64>> =
        (0..size).map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect()).collect();
    for column in 0..size {
        let pivot = (column..size).max_by(|a, b| left[*a][column].abs().total_cmp(&left[*b][column].abs()))?;
        left.swap(column, pivot);
        right.swap(column, pivot);
        let by = left[column][column];
        if by.abs() < 1e-9 {
            return None;
        }
        [&mut left, &mut right].into_iter().for_each(|side| side[column].iter_mut().for_each(|value| *value /= by));
        for row in (0..size).filter(|row| *row != column) {
            let times = left[row][column];
            for side in [&mut left, &mut right] {
                let of_pivot = side[column].clone();
                side[row].iter_mut().zip(of_pivot).for_each(|(value, pivot)| *value -= times * pivot);
            }
        }
    }
    Some(right)
}
