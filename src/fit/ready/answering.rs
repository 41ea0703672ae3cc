//! How free agents answer: the statistics from which readiness is told.

use std::collections::BTreeMap;
use std::ops::RangeBounds;

use super::super::duty::{Queues, day_of};
use super::super::{Duty, DutyRule, Handled, Stretch, Waited, duty};

/// A contact whose answer tells something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asked {
    /// The bit of its type.
    pub(super) kind: usize,
    /// When it came, on the clock of the handlings.
    pub(super) at: f64,
    /// How long until it was answered or left, s.
    pub(super) wait: f64,
    /// Who answered it; none where it left.
    pub(super) agent: Option<u32>,
}

/// What happened in a stretch of time.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) handled: Vec<Handled>,
    pub(super) waits: Vec<Waited>,
    pub(super) asked: Vec<Asked>,
    pub(super) between: (f64, f64),
}

/// More free agents than this tell nothing: hardly ever is none of them ready.
pub(super) const MOST_FREE: usize = 8;
/// Who is ready answers within so many seconds.
const AT_ONCE: f64 = 5.0;
/// Agents are taken for free when they have had nothing in hand for so long, s: after-contact work is over.
const SETTLED: f64 = 10.0;

/// Contacts that came while nobody waited, by the number of agents who seemed free and took their type.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Answering {
    /// How many came to so many free agents.
    came: [f64; MOST_FREE + 1],
    /// How many of them were not answered at once.
    late: [f64; MOST_FREE + 1],
    /// Their waits, each times the number of free agents, s.
    waited: f64,
    /// How many of them one of the free agents answered in the end.
    returned: f64,
}

impl Answering {
    /// What the contacts say, with agents on duty by a rule.
    pub(super) fn new(seen: &Seen, rule: DutyRule) -> Self {
        let Duty { stretches, .. } = duty(&seen.handled, &seen.waits, rule, seen.between);
        let (on_duty, hands) = (by_day(&stretches), Hands::new(&seen.handled));
        let mut queues = Queues::new(&seen.waits);
        // Anybody who waits there and then; what may wait, as e-mails, keeps no agent from answering.
        let queue = queues.of(u64::MAX);
        let mut answering = Self::default();
        for asked in seen.asked.iter().filter(|asked| !waits_at(queue, asked.at)) {
            let there = on_duty.get(&day_of(asked.at)).into_iter().flatten();
            let there = there.filter(|one| one.from <= asked.at && asked.at <= one.until);
            let able = there.filter(|one| one.skills >> asked.kind & 1 == 1);
            answering.note(asked, &hands, able);
        }
        answering
    }

    fn note<'a>(&mut self, asked: &Asked, hands: &Hands, able: impl Iterator<Item = &'a Stretch>) {
        let (mut free, mut is_free) = (0, false);
        for one in able {
            let is_own = asked.agent == Some(one.agent) && asked.wait <= 0.0;
            match hands.idle(one.agent, asked.at, is_own) {
                None => continue,
                Some(idle) if idle < SETTLED => return,
                Some(_) => {}
            }
            free += 1;
            is_free |= asked.agent == Some(one.agent);
            if free > MOST_FREE {
                return;
            }
        }
        let late = asked.wait > AT_ONCE;
        // Who leaves so soon would not have been answered late.
        if free == 0 || (!late && asked.agent.is_none()) {
            return;
        }
        self.came[free] += 1.0;
        if late {
            self.late[free] += 1.0;
            self.waited += asked.wait * free as f64;
            self.returned += f64::from(u8::from(is_free));
        }
    }

    /// Adds others.
    pub(super) fn add(&mut self, other: &Self) {
        for free in 1..=MOST_FREE {
            self.came[free] += other.came[free];
            self.late[free] += other.late[free];
        }
        self.waited += other.waited;
        self.returned += other.returned;
    }

    /// The same without others, which are among them.
    pub(super) fn without(&self, other: &Self) -> Self {
        let mut rest = *self;
        for free in 1..=MOST_FREE {
            rest.came[free] -= other.came[free];
            rest.late[free] -= other.late[free];
        }
        rest.waited -= other.waited;
        rest.returned -= other.returned;
        rest
    }

    /// Those that came to so many free agents.
    pub(super) fn late(&self, free: impl RangeBounds<usize>) -> Late {
        let of = |counts: &[f64]| (1..=MOST_FREE).filter(|place| free.contains(place)).map(|place| counts[place]).sum();
        Late { came: of(&self.came), late: of(&self.late) }
    }

    /// How many contacts tell something.
    pub(super) fn n(&self) -> f64 {
        self.came.iter().sum()
    }

    /// How many contacts found a free agent who answered late.
    pub(super) fn returned(&self) -> f64 {
        self.returned
    }

    /// The chance `p` that one free agent does not answer at once, when each decides alone: with `k` of them a contact
    /// waits with the chance `p^k`. By maximum likelihood.
    pub(super) fn share(&self) -> f64 {
        let score = |p: f64| {
            let of = |free: usize| {
                let (k, none) = (free as f64, libm::pow(p, free as f64));
                self.late[free] * k - (self.came[free] - self.late[free]) * k * none / (1.0 - none)
            };
            (1..=MOST_FREE).map(of).sum::<f64>()
        };
        let (mut low, mut high) = (1e-6, 1.0 - 1e-6);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if score(middle) > 0.0 { low = middle } else { high = middle }
        }
        low
    }

    /// The mean time until one of them is back, if that is exponential: the time waited, once for each, over how often
    /// one came.
    pub(super) fn mean(&self) -> f64 {
        self.waited / self.returned.max(1.0)
    }
}

/// How many contacts came, and how many of them were not answered at once.
pub(super) struct Late {
    pub(super) came: f64,
    late: f64,
}

impl Late {
    /// The share; 0 where none came.
    pub(super) fn late(&self) -> f64 {
        self.late / self.came.max(1.0)
    }
}

/// The stretches that touch each day.
fn by_day(stretches: &[Stretch]) -> BTreeMap<i32, Vec<Stretch>> {
    let mut days: BTreeMap<i32, Vec<Stretch>> = BTreeMap::new();
    for stretch in stretches {
        (stretch.day()..=day_of(stretch.until)).for_each(|day| days.entry(day).or_default().push(*stretch));
    }
    days
}

/// What every agent had in hand: when each handling began, in order, and until when all that had begun by then went on.
struct Hands(BTreeMap<u32, Vec<(f64, f64)>>);

impl Hands {
    fn new(handled: &[Handled]) -> Self {
        let mut hands: BTreeMap<u32, Vec<(f64, f64)>> = BTreeMap::new();
        handled.iter().for_each(|one| hands.entry(one.agent).or_default().push((one.from, one.until)));
        for own in hands.values_mut() {
            own.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut latest = f64::NEG_INFINITY;
            for (_, until) in own {
                latest = latest.max(*until);
                *until = latest;
            }
        }
        Self(hands)
    }

    /// For how long an agent has had nothing in hand; none for who has something. What begins at this very moment is in
    /// hand, but where it is the contact itself: logs of whole seconds have many that begin at once.
    fn idle(&self, agent: u32, at: f64, is_own: bool) -> Option<f64> {
        let own = self.0.get(&agent)?;
        let begun = own.partition_point(|(from, _)| *from < at || *from == at && !is_own);
        let until = own[..begun].last().map_or(f64::NEG_INFINITY, |(_, until)| *until);
        (until <= at).then_some(at - until)
    }
}

fn waits_at(queue: &[(f64, f64)], at: f64) -> bool {
    let before = queue.partition_point(|stretch| stretch.0 < at);
    before.checked_sub(1).is_some_and(|place| queue[place].1 > at)
}
