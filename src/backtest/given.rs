//! What is given for a day: the scenario's laws and rules, the day's contacts and agents.

use std::fmt;

use super::calendar::{arrivals, horizon_day, opening, staffing};
use super::spread::Training;
use super::{Agents, Options, Volumes};
use crate::fit::{DailyDuty, Stretch, Which, counts_of_day, day_number, type_bit};
use crate::history::{Contact, Day, Log};
use crate::scenario::{Arrivals, CivilDays, ContactType, Customers, Length, Scenario, Shift, Staffing};
use crate::units::{DAY, HOUR, Seconds};

/// Scenario and log, put side by side.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The log.
    pub log: &'a Log,
    /// How days are simulated.
    pub options: Options,
    /// The type of the log for each contact type of the scenario.
    pub kinds: Vec<u16>,
    /// Types of the log that the scenario has not.
    pub unknown: Vec<String>,
    /// Who was on duty on each day of the log.
    pub(super) duty: DailyDuty<'a>,
}

/// Why a scenario cannot be held against a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// A contact type of the scenario does not come in the log, which has these.
    NoSuchType(String, Vec<String>),
    /// The scenario is a study by duration: it has no days.
    NoDays,
    /// The log names no agents.
    NoAgents,
}

impl fmt::Display for Unlike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchType(name, known) => write!(
                f,
                "the scenario's contact type `{name}` does not come in the log, whose types are {}; name them alike, by \
                 `types` of a mapping, say",
                known.join(", ")
            ),
            Self::NoDays => {
                f.write_str("the scenario has a `duration`; a back-test simulates days: give [horizon] `days`")
            }
            Self::NoAgents => f.write_str(
                "the log does not tell who handled what, so nobody knows who was there; take `--agents scenario`",
            ),
        }
    }
}

impl std::error::Error for Unlike {}

impl<'a> Given<'a> {
    pub(super) fn new(scenario: &'a Scenario, log: &'a Log, options: Options) -> Result<Self, Unlike> {
        if matches!(scenario.horizon.length, Length::Duration(_)) {
            return Err(Unlike::NoDays);
        }
        let kind = |contact: &ContactType| {
            let place = log.kinds.iter().position(|name| *name == contact.name);
            place.map(|place| place as u16).ok_or_else(|| Unlike::NoSuchType(contact.name.clone(), log.kinds.clone()))
        };
        let kinds: Vec<u16> = scenario.contacts.iter().map(kind).collect::<Result<_, _>>()?;
        if options.agents == Agents::Actual && log.contacts.iter().all(|contact| contact.agent().is_none()) {
            return Err(Unlike::NoAgents);
        }
        let is_unknown = |(place, _): &(usize, &String)| !kinds.contains(&(*place as u16));
        let unknown = log.kinds.iter().enumerate().filter(is_unknown).map(|(_, name)| name.clone()).collect();
        let duty = DailyDuty::new(log, options.duty);
        Ok(Self { scenario, log, options, kinds, unknown, duty })
    }

    /// Intervals of a day.
    pub(super) fn per_day(&self) -> usize {
        self.scenario.horizon.intervals_per_day()
    }

    /// Length of an interval, s.
    pub(super) fn interval(&self) -> f64 {
        self.scenario.horizon.interval.get()
    }

    /// The place in the scenario of a type of the log.
    pub(super) fn contact_type(&self, kind: u16) -> Option<usize> {
        self.kinds.iter().position(|own| *own == kind)
    }

    /// The mean handling time of the scenario at the time at which a contact was answered, s.
    pub(super) fn usual_handle(&self, kind: usize, contact: &Contact) -> f64 {
        let place = contact.left_queue().rem_euclid(DAY) / self.interval();
        self.scenario.contacts[kind].mean_handle_in(place as usize)
    }

    /// The scenario of one day, with what its options say is given.
    pub(super) fn day(&self, day: &Day, volumes: Volumes, agents: Agents) -> Scenario {
        let horizon_day = horizon_day(self.scenario, day);
        let mut of_day = self.scenario.clone();
        of_day.horizon.start = Some(day.date);
        of_day.horizon.length = Length::Days(1);
        of_day.horizon.warm_up = Seconds(0.0);
        of_day.horizon.civil = CivilDays::default();
        of_day.satisfaction = None;
        if volumes == Volumes::Actual {
            of_day.centre.busy_factor = None;
        }
        for contact in &mut of_day.contacts {
            contact.arrivals = arrivals(contact, horizon_day, self.per_day());
            contact.exceptions.clear();
            if volumes == Volumes::Actual {
                contact.busy_factor = None;
                contact.customers = Customers { callback: contact.customers.callback.clone(), ..Customers::default() };
            }
        }
        let present = (agents == Agents::Actual).then(|| self.present(day));
        for (place, group) in of_day.groups.iter_mut().enumerate() {
            group.staff = match &present {
                Some(present) => Staffing::Shifts(present[place].clone()),
                None => staffing(&group.staff, horizon_day, self.per_day()),
            };
            if present.is_some() {
                group.absence = 0.0;
            }
        }
        of_day
    }

    /// How many contacts of each type came in each interval.
    pub(super) fn counts(&self, day: &Day) -> Vec<Vec<u32>> {
        let of_type = |(contact, kind): (&ContactType, &u16)| {
            let (counts, _) = counts_of_day(self.log, day, Which::Kind(*kind), self.interval(), opening(contact, day));
            counts.into_iter().map(|count| count.unwrap_or(0)).collect()
        };
        self.scenario.contacts.iter().zip(&self.kinds).map(of_type).collect()
    }

    /// The time on duty of every agent, as shifts of the groups that take most of what the agent took: up to the moment
    /// when the agent wanted to leave, for contacts in hand are finished here too.
    fn present(&self, day: &Day) -> Vec<Vec<Shift>> {
        let mut shifts: Vec<Vec<Shift>> = vec![Vec::new(); self.scenario.groups.len()];
        let mut people: Vec<Vec<u32>> = vec![Vec::new(); shifts.len()];
        let midnight = f64::from(day_number(day)) * DAY;
        for stretch in self.duty.of(day).stretches {
            // The day ends at midnight; whoever is there then stays until all have left.
            let (from, to) = (stretch.from - midnight, (stretch.meant - midnight).min(DAY));
            let Some(group) = self.group(stretch.skills).filter(|_| to > from) else { continue };
            let known = people[group].iter().position(|agent| *agent == stretch.agent);
            let person = known.unwrap_or_else(|| {
                people[group].push(stretch.agent);
                people[group].len() - 1
            });
            let person = Some(person as u32);
            shifts[group].push(Shift { from: Seconds(from), to: Seconds(to), agents: 1, person, ..Shift::default() });
        }
        shifts
    }

    /// Factors on the handling times of each group, and of all agents together, for the agents who were there on a day:
    /// whoever takes twice as long has half as many contacts in the same time on duty.
    pub(super) fn paces(&self, day: &Day, training: &Training) -> (Vec<f64>, f64) {
        let mut sums = vec![(0.0, 0.0); self.scenario.groups.len()];
        let duty = self.duty.of(day);
        for Stretch { agent, skills, from, until, .. } in duty.stretches {
            if let Some(group) = self.group(skills) {
                let (time, contacts) = &mut sums[group];
                *time += until - from;
                *contacts += (until - from) / training.pace(agent);
            }
        }
        let pace = |(time, contacts): (f64, f64)| if contacts > 0.0 { time / contacts } else { 1.0 };
        let all = sums.iter().fold((0.0, 0.0), |all, own| (all.0 + own.0, all.1 + own.1));
        (sums.iter().copied().map(pace).collect(), pace(all))
    }

    /// The group whose types are most like a set of types of the log: by the largest share of the expected contacts of
    /// both together that both take.
    fn group(&self, set: u64) -> Option<usize> {
        let volumes: Vec<f64> = self.scenario.contacts.iter().map(volume).collect();
        let of_group = |group: usize| {
            let skills = self.scenario.groups[group].skills.iter();
            skills.fold(0_u64, |bits, skill| bits | 1 << type_bit(self.log, self.kinds[skill.contact]))
        };
        let sum = |bits: u64| {
            let own = self.kinds.iter().zip(&volumes).filter(|(kind, _)| bits >> type_bit(self.log, **kind) & 1 == 1);
            own.map(|(_, volume)| *volume).sum::<f64>()
        };
        let likeness = |group: &usize| sum(set & of_group(*group)) / sum(set | of_group(*group)).max(f64::MIN_POSITIVE);
        (0..self.scenario.groups.len()).max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
    }
}

/// Expected contacts of a type, in a unit that types share.
fn volume(contact: &ContactType) -> f64 {
    match &contact.arrivals {
        Arrivals::PerHour(per_hour) => *per_hour,
        Arrivals::PerInterval(expected) => expected.iter().sum::<f64>() / expected.len().max(1) as f64,
        Arrivals::Modulated(states) => {
            let stay: f64 = states.iter().map(|state| state.stay.get()).sum();
            states.iter().map(|state| state.per_hour * state.stay.get()).sum::<f64>() / stay / HOUR
        }
    }
}
