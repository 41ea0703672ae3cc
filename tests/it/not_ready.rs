//! Agents with nothing in hand who step away and come back.
//!
//! With Poisson arrivals, exponential handling and exponential patience a group is a Markov chain whose states are the
//! agents busy, the agents away and the contacts waiting. Its stationary law is solved here, and the simulation is held
//! against it: the chance that a right engine fails anywhere is [`crate::tolerance::FALSE_ALARM`], and an error of 1 %
//! would be seen with chance [`crate::tolerance::POWER`].

use std::path::Path;

use holdline::engine::{Model, TypeId};
use holdline::kpi::{ContactRow, Ending};
use holdline::scenario::{
    Arrivals, ContactType, Law, Length, NotReady, Opening, OpeningHours, Scenario, Shift, Staffing,
};
use holdline::stats::{Estimate, student_quantile};
use holdline::units::{HOUR, Seconds};
use proptest::prelude::*;

use crate::centre::{agents, calls, centre, contacts, figures, one_queue};
use crate::determinism::same_on_any_number_of_threads;
use crate::invariants::told;
use crate::random_centres::{any_centre, restless};
use crate::random_journeys::any_journeys;
use crate::referee::Told;
use crate::roster::Roster;
use crate::tolerance::{ERROR_TO_SEE, FALSE_ALARM, POWER, normal_quantile};

/// Agents alike with one type.
#[derive(Clone, Copy)]
struct Group {
    agents: usize,
    per_hour: f64,
    handle: f64,
    /// Mean patience, s; none: nobody abandons.
    patience: Option<f64>,
    share: f64,
    mean: f64,
    /// Most waiting in the chain; the stationary law has next to nothing beyond.
    most_waiting: usize,
}

const GROUPS: [Group; 4] = [
    Group {
        agents: 1,
        per_hour: 15.0,
        handle: 120.0,
        patience: Some(150.0),
        share: 0.35,
        mean: 60.0,
        most_waiting: 30,
    },
    Group {
        agents: 5,
        per_hour: 100.0,
        handle: 180.0,
        patience: Some(90.0),
        share: 0.35,
        mean: 60.0,
        most_waiting: 50,
    },
    Group { agents: 3, per_hour: 40.0, handle: 120.0, patience: None, share: 0.2, mean: 45.0, most_waiting: 150 },
    Group {
        agents: 10,
        per_hour: 240.0,
        handle: 150.0,
        patience: Some(60.0),
        share: 0.6,
        mean: 20.0,
        most_waiting: 60,
    },
];

/// Agents busy, agents away, contacts waiting. Nobody is idle while somebody waits.
type State = (usize, usize, usize);

#[derive(Debug)]
struct Exact {
    p_wait: f64,
    p_abandon: f64,
    mean_wait: f64,
    occupancy: f64,
    /// Of the time with nothing in hand, the part that is time away.
    away_of_free: f64,
}

impl Group {
    fn scenario(self, contacts_each: f64, replications: u32, seed: u64) -> Scenario {
        let contact = calls("calls", Arrivals::PerHour(self.per_hour), Law::Exponential { mean: self.handle });
        let patience = self.patience.map(|mean| Law::Exponential { mean });
        let duration = contacts_each / self.per_hour * HOUR;
        let mut scenario = one_queue(duration, ContactType { patience, ..contact }, self.agents as u32);
        scenario.horizon.warm_up = Seconds(duration / 100.0);
        scenario.groups[0].not_ready = Some(NotReady { share: self.share, mean: Seconds(self.mean) });
        (scenario.run.replications, scenario.run.seed) = (replications, seed);
        scenario
    }

    fn states(self) -> Vec<State> {
        let all = self.agents;
        let some_idle = (0..all).flat_map(|busy| (0..all - busy).map(move |away| (busy, away, 0)));
        let none_idle = (0..=all).flat_map(|busy| (0..=self.most_waiting).map(move |w| (busy, all - busy, w)));
        some_idle.chain(none_idle).collect()
    }

    /// Where the chain goes from a state, and how fast.
    fn moves(self, (busy, away, waiting): State) -> Vec<(State, f64)> {
        let idle = self.agents - busy - away;
        let (ends, returns) = (busy as f64 / self.handle, away as f64 / self.mean);
        let leaves = idle as f64 * self.share / (1.0 - self.share) / self.mean;
        let mut moves = Vec::new();
        let arrived = if idle > 0 { (busy + 1, away, 0) } else { (busy, away, waiting + 1) };
        if waiting < self.most_waiting {
            moves.push((arrived, self.per_hour / HOUR));
        }
        if waiting > 0 {
            moves.push(((busy, away, waiting - 1), ends + self.patience.map_or(0.0, |mean| waiting as f64 / mean)));
            if away > 0 {
                moves.push(((busy + 1, away - 1, waiting - 1), returns));
            }
            return moves;
        }
        if busy > 0 {
            moves.push(((busy - 1, away + 1, 0), ends * self.share));
            moves.push(((busy - 1, away, 0), ends * (1.0 - self.share)));
        }
        if away > 0 {
            moves.push(((busy, away - 1, 0), returns));
        }
        if idle > 0 {
            moves.push(((busy, away + 1, 0), leaves));
        }
        moves
    }

    fn exact(self) -> Exact {
        let states = self.states();
        let place = |state: &State| states.iter().position(|other| other == state).unwrap();
        let mut rates = vec![vec![0.0; states.len()]; states.len()];
        for (from, state) in states.iter().enumerate() {
            for (to, rate) in self.moves(*state) {
                rates[from][place(&to)] += rate;
            }
        }
        let law = stationary(rates);
        let mean = |of: &dyn Fn(State) -> f64| states.iter().zip(&law).map(|(state, p)| of(*state) * p).sum::<f64>();
        let beyond = mean(&|(_, _, w)| f64::from(u8::from(w == self.most_waiting)));
        assert!(beyond < 1e-9, "the chain is cut too early: {beyond}");
        let (waiting, rate) = (mean(&|(_, _, w)| w as f64), self.per_hour / HOUR);
        let busy = mean(&|(busy, _, _)| busy as f64);
        Exact {
            p_wait: mean(&|(busy, away, _)| f64::from(u8::from(busy + away == self.agents))),
            p_abandon: self.patience.map_or(0.0, |patience| waiting / patience / rate),
            mean_wait: waiting / rate,
            occupancy: busy / self.agents as f64,
            away_of_free: mean(&|(_, away, _)| away as f64) / (self.agents as f64 - busy),
        }
    }
}

/// The stationary law of a chain by its rates: Grassmann, Taksar and Heyman's elimination, which subtracts nothing.
fn stationary(mut rates: Vec<Vec<f64>>) -> Vec<f64> {
    let states = rates.len();
    for last in (1..states).rev() {
        let (before, rest) = rates.split_at_mut(last);
        let row = &rest[0][..last];
        let out: f64 = row.iter().sum();
        for from in before {
            let share = from[last] / out;
            from[last] = share;
            if share > 0.0 {
                from[..last].iter_mut().zip(row).for_each(|(rate, through)| *rate += share * through);
            }
        }
    }
    let mut law = vec![1.0; states];
    for state in 1..states {
        law[state] = (0..state).map(|from| law[from] * rates[from][state]).sum();
    }
    let sum: f64 = law.iter().sum();
    law.into_iter().map(|p| p / sum).collect()
}

/// Without anybody away the chain is Erlang's: one agent at half load waits half of the time, and so on.
#[test]
fn the_chain_knows_erlang() {
    let erlang = Group { share: 1e-12, agents: 2, per_hour: 20.0, handle: 180.0, patience: None, ..GROUPS[2] };
    // Erlang C of one erlang on two agents is 1/3, the mean wait 1/3 of 180 s / (2 - 1).
    let exact = erlang.exact();
    assert!((exact.p_wait - 1.0 / 3.0).abs() < 1e-9 && (exact.mean_wait - 60.0).abs() < 1e-6, "{exact:?}");
    assert!((exact.occupancy - 0.5).abs() < 1e-9, "{exact:?}");
}

fn hold(name: &str, exact: f64, simulated: Option<Estimate>, replications: u32, figures: usize) {
    let Some(Estimate { value, std_error: Some(error), .. }) = simulated else { panic!("{name}: no figure") };
    let limit = student_quantile(1.0 - FALSE_ALARM / 2.0 / figures as f64, replications - 1);
    let z = (value - exact) / error;
    assert!(z.abs() <= limit, "{name}: {value}, exactly {exact}: {z:.1} standard errors");
    let needed = ERROR_TO_SEE / (limit + normal_quantile(POWER));
    let share = error / exact;
    assert!(share <= needed, "{name}: its error of {:.3} % could not tell 1 %", 100.0 * share);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_markov_chain_is_met() {
    let replications = 60;
    let tested = 4 * GROUPS.len();
    for (seed, group) in GROUPS.into_iter().enumerate() {
        let exact = group.exact();
        // Waits without end are remembered for longer.
        let contacts_each = if group.patience.is_some() { 250_000.0 } else { 500_000.0 };
        let result = figures(&group.scenario(contacts_each, replications, 900 + seed as u64));
        let contact = &result.contacts["calls"];
        let name = |figure: &str| format!("{} agents, {figure}", group.agents);
        hold(&name("p_wait"), exact.p_wait, contact.p_wait, replications, tested);
        hold(&name("mean_wait"), exact.mean_wait, contact.mean_wait, replications, tested);
        hold(&name("occupancy"), exact.occupancy, result.agents["team"].occupancy, replications, tested);
        if group.patience.is_some() {
            hold(&name("p_abandon"), exact.p_abandon, contact.p_abandon, replications, tested);
        }
        // Who is ready is taken, who is away stays away: more of the free time is time away than of an agent left alone.
        assert!(exact.away_of_free > group.share, "{exact:?}");
    }
}

/// An agent to whom next to nothing comes is away for the share said: of the rare contacts, which see what a clock would
/// see, as many have to wait.
#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn an_agent_left_alone_is_away_for_the_share() {
    let group =
        Group { agents: 1, per_hour: 36.0, handle: 0.01, patience: None, share: 0.35, mean: 1.0, most_waiting: 20 };
    let exact = group.exact();
    assert!((exact.away_of_free / group.share - 1.0).abs() < 0.01, "{exact:?}");
    let result = figures(&group.scenario(25_000.0, 40, 77));
    hold("p_wait", exact.p_wait, result.contacts["calls"].p_wait, 40, 1);
}

/// Who is hardly ever away changes nothing: the very contacts of a centre whose agents are always ready.
#[test]
fn a_tiny_share_gives_the_figures_of_agents_who_are_always_ready() {
    let away = Group { share: 1e-12, ..GROUPS[1] }.scenario(2_000.0, 1, 5);
    let mut ready = away.clone();
    ready.groups[0].not_ready = None;
    assert!(!Model::new(&away).plain && Model::new(&ready).plain);
    assert_eq!(contacts(&away, 0), contacts(&ready, 0));
    let share = Group { share: 0.3, ..GROUPS[1] }.scenario(2_000.0, 1, 5);
    assert_ne!(contacts(&share, 0), contacts(&ready, 0), "nobody was ever away");
}

/// Who is away, and for how long, depends on the agent, not on what customers there are elsewhere.
#[test]
fn another_group_changes_nothing() {
    let alone = GROUPS[1].scenario(1_000.0, 1, 5);
    let mut beside = alone.clone();
    beside.contacts.push(calls("others", Arrivals::PerHour(30.0), Law::Constant { value: 100.0 }));
    beside.groups.insert(0, agents("others", &[1], Staffing::Constant(2)));
    beside.groups[0].not_ready = Some(NotReady { share: 0.5, mean: Seconds(30.0) });
    let waits = |scenario: &Scenario| {
        let rows = contacts(scenario, 0).into_iter().filter(|row| row.kind == TypeId(0));
        rows.map(|row| (row.arrived.to_bits(), row.wait.to_bits())).collect::<Vec<_>>()
    };
    assert_eq!(waits(&alone), waits(&beside));
}

#[test]
fn the_same_bytes_on_1_2_and_7_threads() {
    let folder = crate::workplace::empty("not ready", "threads");
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/small-team.toml");
    let text = format!(
        "extends = {:?}\n[agents.office]\nnot_ready = {{ share = 0.35, mean = \"1min\" }}\n[contacts.enquiries]\n\
         handle_profile = {{ per_interval = [{}] }}\n",
        base.display().to_string(),
        ["1.1", "0.9"].repeat(24).join(", ")
    );
    let path = folder.join("away.toml");
    std::fs::write(&path, text).unwrap();
    let files = same_on_any_number_of_threads("away", &[path.to_str().unwrap(), "--replications", "37"]);
    let result = String::from_utf8(files[Path::new("standard output")].clone()).unwrap();
    assert!(result.contains("\"not_ready\"") && result.contains("\"handle_profile\""), "{result}");
}

/// The clock stops with the last contact: who steps away beyond the horizon would keep it going for ever.
#[test]
fn nothing_goes_on_beyond_the_horizon() {
    let long = NotReady { share: 0.01, mean: Seconds(HOUR) };
    let contact = calls("calls", Arrivals::PerHour(60.0), Law::Constant { value: 30.0 });
    let mut scenario = centre(HOUR, vec![contact], vec![agents("team", &[0], Staffing::Constant(40))]);
    scenario.groups[0].not_ready = Some(long);
    let (events, _) = told(&scenario, 0);
    let end = events.iter().map(|told| if let Told::LoggedIn(_, _, _, to) = told { *to } else { 0.0 });
    let end = end.fold(0.0, f64::max);
    // Who is away at the end comes back, within some hours; those who would step away a hundred hours later do not.
    assert!((HOUR..20.0 * HOUR).contains(&end), "{end}");
}

/// Whose agent was away when the shift ended is turned away then, and does not wait for the next morning.
#[test]
fn nobody_waits_all_night_for_an_agent_who_went_home() {
    let shift = Shift { from: Seconds(9.0 * HOUR), to: Seconds(10.1 * HOUR), agents: 1, ..Shift::default() };
    let hours = OpeningHours { from: Seconds(9.0 * HOUR), to: Seconds(10.0 * HOUR) };
    let contact = calls("calls", Arrivals::PerHour(20.0), Law::Constant { value: 60.0 });
    let contact = ContactType { open: Some(Opening::Daily(hours)), ..contact };
    let mut scenario = centre(1.0, vec![contact], vec![agents("team", &[0], Staffing::Shifts(vec![shift]))]);
    scenario.horizon.length = Length::Days(40);
    scenario.groups[0].not_ready = Some(NotReady { share: 0.9, mean: Seconds(HOUR) });
    let rows = contacts(&scenario, 0);
    let late = |row: &&ContactRow| row.ending == Ending::Closed && row.wait > 0.0;
    assert!(rows.iter().filter(late).count() > 20, "nobody was left alone");
    assert!(rows.iter().all(|row| row.wait < 2.0 * HOUR), "{:?}", rows.iter().find(|row| row.wait >= 2.0 * HOUR));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: if cfg!(debug_assertions) { 500 } else { 2000 },
        failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(11), ..ProptestConfig::default() })]

    /// Nobody is lost, nobody has two contacts in hand, nobody begins after the shift, and no customer is another one,
    /// although agents are away when shifts end, numbers fall and doors close.
    #[test]
    fn the_rules_hold_with_agents_away(scenario in restless(any_centre())) {
        let (events, ends) = told(&scenario, 0);
        for of_type in &ends {
            let sum = of_type.answered + of_type.abandoned + of_type.blocked + of_type.closed;
            prop_assert_eq!(of_type.offered, sum, "{:?}", of_type);
        }
        let mut ready = scenario.clone();
        ready.groups.iter_mut().for_each(|group| group.not_ready = None);
        let arrived = |events: &[Told]| {
            let of = |told: &Told| if let Told::Arrived(contact) = told { Some((contact.kind, contact.key)) } else { None };
            events.iter().filter_map(of).collect::<Vec<_>>()
        };
        prop_assert_eq!(arrived(&events), arrived(&told(&ready, 0).0));
        let roster = Roster::new(&scenario);
        let mut in_hand = vec![false; roster.people()];
        let (mut finished, horizon) = (None, scenario.horizon.seconds());
        for event in &events {
            match *event {
                Told::Answered(_, agent, _, now) => {
                    prop_assert!(!std::mem::replace(&mut in_hand[agent.index()], true), "{:?} has two in hand", agent);
                    let late = now < horizon && roster.on_duty(agent.index(), now) == Some(false);
                    prop_assert!(!late || finished == Some(agent), "{:?} begins at {} when off duty", agent, now);
                }
                Told::Handled(_, agent, _) => {
                    prop_assert!(std::mem::replace(&mut in_hand[agent.index()], false));
                    finished = Some(agent);
                    continue;
                }
                Told::Worked(..) | Told::LoggedIn(..) => continue,
                _ => {}
            }
            finished = None;
        }
        prop_assert!(!in_hand.contains(&true), "somebody is still at work");
    }
    /// Chats, call-backs, owners, agents kept free: whatever is begun is finished, by who may hold so many.
    #[test]
    fn what_is_begun_is_finished_where_customers_come_again(scenario in restless(any_journeys())) {
        let model = Model::new(&scenario);
        let (events, _) = told(&scenario, 0);
        let mut in_hand = vec![0_u32; model.agents()];
        for event in &events {
            match *event {
                Told::Answered(_, agent, group, _) => {
                    in_hand[agent.index()] += 1;
                    let (held, most) = (in_hand[agent.index()], scenario.groups[group.index()].chats);
                    prop_assert!(held <= most, "{:?} has {} in hand", agent, held);
                }
                // Who is called back was not answered.
                Told::Handled(_, agent, _) => in_hand[agent.index()] = in_hand[agent.index()].saturating_sub(1),
                _ => {}
            }
        }
        prop_assert!(in_hand.iter().all(|held| *held == 0), "somebody is still at work: {:?}", in_hand);
    }
}
