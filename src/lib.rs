//! A contact-centre simulator: calls, chats and e-mails arrive, wait, are handled or given up, and every figure that
//! comes out says how sure it is.
//!
//! The command line (`holdline run scenario.toml`) does all of this for a planner. This library is for those who want
//! to build a centre in code, watch it event by event, or add to it.
//!
//! # The floors
//!
//! Data flow one way: a scenario is read, made dense, simulated many times, estimated, shown. A module may use those on
//! its own floor and below, never one above; a test holds that.
//!
//! | floor | module | what it is |
//! |---|---|---|
//! | 0 | [`units`] | durations, shares and money: how they are read and shown |
//! | 1 | [`scenario`] | what a centre is; reading a file and saying all that is wrong with it |
//! | 1 | [`history`] | what really happened: contact logs read from files |
//! | 1 | [`stats`] | the mathematics of estimation; knows no contacts |
//! | 2 | [`sampling`] | keyed random numbers, laws of durations, arrival processes |
//! | 3 | [`workforce`] | the people of a group over the weeks: who is there, how fast, at what cost |
//! | 3 | [`engine`] | one replication, in one thread, without input or output |
//! | 4 | [`experience`] | what customers live through, and how satisfied it leaves them |
//! | 4 | [`kpi`] | the centre's figures: each a sum over a sum, and which |
//! | 4 | [`analytic`] | queueing formulas: Erlang B, C, A and beyond, and the least staff by them |
//! | 5 | [`experiment`] | many replications in parallel, with the same bytes on any number of threads |
//! | 5 | [`fit`] | from what a log says to the parameters of a scenario, each with its uncertainty |
//! | 6 | [`backtest`] | how wrong the model is: days of a log simulated and held against what happened |
//! | 6 | [`planner`] | how many people, where and when, found and proven by simulation |
//! | 6 | [`season`] | who is hired when, so that the promises of each week are kept with a stated probability |
//! | 6 | [`forecast`] | how many contacts will come, and how wrong that has been |
//! | 7 | [`report`] | tables, files and charts, from the result document alone |
//! | 7 | [`mod@sweep`] | many scenarios that differ by what a design varies, on one machine or on many |
//! | 7 | [`study`] | scenarios simulated side by side, from what was read to the result document |
//! | 8 | [`serve`] | a local page on which a scenario is changed while one looks |
//!
//! # An example
//!
//! Ten erlangs on fourteen agents, callers who never hang up: Erlang's formula says that 88.835 % are answered within
//! twenty seconds.
//!
//! ```
//! use std::sync::atomic::AtomicBool;
//!
//! use holdline::engine::Model;
//! use holdline::experiment::{Options, Sinks, run};
//! use holdline::kpi::Layout;
//! use holdline::scenario::*;
//! use holdline::units::Seconds;
//!
//! let handle = Handling::Whole(Law::Exponential { mean: 180.0 });
//! let target = Target { answer: Some(0.8), within: Seconds(20.0), ..Target::default() };
//! let calls = ContactType {
//!     target: Some(target),
//!     ..ContactType::new("calls", Channel::Voice, Arrivals::PerHour(200.0), handle)
//! };
//! let team = AgentGroup::new("team", &[0], Staffing::Constant(14));
//! let horizon = Horizon {
//!     start: None,
//!     length: Length::Duration(Seconds(200.0 * 3600.0)),
//!     interval: Seconds(1800.0),
//!     warm_up: Seconds(4.0 * 3600.0),
//!     civil: CivilDays::default(),
//! };
//! let scenarios = [Scenario {
//!     run: Run { replications: 20, seed: 1 },
//!     ..Scenario::new("Erlang C", horizon, vec![calls], vec![team])
//! }];
//!
//! let models = [Model::new(&scenarios[0])];
//! let layouts = [Layout::new(&scenarios[0])];
//! let mut sinks = Sinks { progress: &|_, _| (), contacts: &mut |_, _, _| () };
//! let outcomes = run(&scenarios, &models, &layouts, Options::default(), &AtomicBool::new(false), &mut sinks);
//!
//! let result = outcomes[0].statistics.result("in code", outcomes[0].seed, outcomes[0].stop);
//! let level = result.contacts["calls"].service_level.ok_or("nobody called")?;
//! let error = level.std_error.ok_or("one replication has no error")?;
//! assert!((level.value - 0.888_350).abs() < 4.0 * error);
//! # Ok::<(), &str>(())
//! ```
//!
//! # Where to begin reading
//!
//! 1. [`scenario`]: the structs are the planner's own words.
//! 2. [`engine::simulation`]: the event loop; beside it the contacts' side (`reception.rs`), the agents' (`handling.rs`,
//!    `chats.rs`), the customers' (`customers.rs`, `follow_up.rs`). Then `engine/tournament.rs`, the event list.
//! 3. [`engine::Observer`]: what the engine tells; [`kpi::Tally`] listens and counts. [`engine::Routing`] and
//!    [`engine::Patience`]: rules and laws that no scenario file can say, for [`experiment::run`];
//!    [`experiment::observe`] for figures of one's own.
//! 4. [`kpi::CONTACT_FIGURES`]: every figure's numerator and denominator; `stats/ratio.rs` for their errors.
//! 5. [`experiment::run`]: how replications are spread over threads and folded in order.
//! 6. [`analytic::Queue`]: the formulas, and [`analytic::Goal`] for the least staff by them.
//! 7. [`planner::staff`]: from promises ([`planner::promises`]) and formulas ([`planner::by_formula`]) to a plan that is
//!    proven on fresh days; then [`planner::explain`], [`planner::frontier`] and [`planner::within_budget`], which ask
//!    further questions of it. [`planner::schedule`] makes shifts of it, [`planner::roster`] the days of named people.
//! 8. [`season`]: its module comment is the method, and [`season::Search`] the loop.
//! 9. [`mod@sweep`]: [`sweep::Plan`] and its units, [`sweep::work()`], [`sweep::fold`], [`sweep::race`].
//! 10. [`fit`]: [`stats::KaplanMeier`] first, then [`fit::patience`], where most of the rest is used.

pub mod analytic;
pub mod backtest;
pub mod engine;
pub mod experience;
pub mod experiment;
pub mod fit;
pub mod forecast;
pub mod history;
pub mod kpi;
pub mod planner;
pub mod report;
pub mod sampling;
pub mod scenario;
pub mod season;
pub mod serve;
pub mod stats;
pub mod study;
pub mod sweep;
pub mod units;
pub mod workforce;
