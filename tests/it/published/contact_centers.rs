//! Examples of Buist and L'Ecuyer's ContactCenters and of SSJ (doc/examples and src/main/docs/examples/tutorial),
//! with the results that ship with them.

use holdline::engine::{GroupId, Model, Observer, simulate};
use holdline::kpi::{AgentTime, Counts, Layout, Tally};
use holdline::sampling::{Key, Purpose, Rates, Sampler};
use holdline::scenario::{Arrivals, BusyFactor, Centre, ContactType, Law, Length, Scenario, Staffing};
use holdline::stats::{Estimate, RatioMoments};
use holdline::units::{HOUR, Seconds};
use rayon::prelude::*;

use super::{Published, Row, hold};
use crate::centre::{agents, calls, centre, one_queue};

/// What a day leaves behind, by contact type and by group.
struct Day {
    types: Vec<Counts>,
    groups: Vec<AgentTime>,
    /// The same, up to the moment when the last contact has left.
    to_the_end: Vec<AgentTime>,
}

/// Agent time that does not end with the horizon, as that of a tally does.
struct ToTheEnd(Vec<AgentTime>);

impl Observer for ToTheEnd {
    fn worked(&mut self, group: GroupId, from: f64, to: f64) {
        self.0[group.index()].busy += to - from;
    }
    fn logged_in(&mut self, group: GroupId, agents: u32, from: f64, to: f64) {
        self.0[group.index()].logged_in += f64::from(agents) * (to - from);
    }
}

/// Simulates so many days, each with a model that `adjust` may change.
fn days(scenario: &Scenario, count: u32, adjust: impl Fn(&mut Model, u32) + Sync) -> Vec<Day> {
    let (model, layout) = (Model::new(scenario), Layout::new(scenario));
    let day = |day| {
        let mut model = model.clone();
        adjust(&mut model, day);
        let mut observer = (Tally::new(&layout), ToTheEnd(vec![AgentTime::default(); layout.groups]));
        simulate(&model, scenario.run.seed, day, &mut observer);
        let sum = |cells: &[Counts]| {
            let mut counts = Counts::default();
            cells.iter().for_each(|cell| counts.add(cell));
            counts
        };
        let time = |cells: &[AgentTime]| AgentTime {
            busy: cells.iter().map(|cell| cell.busy).sum(),
            logged_in: cells.iter().map(|cell| cell.logged_in).sum(),
        };
        Day {
            types: observer.0.cells.chunks(layout.intervals).map(sum).collect(),
            groups: observer.0.agents.chunks(layout.intervals).map(time).collect(),
            to_the_end: observer.1.0,
        }
    };
    (0..count).into_par_iter().map(day).collect()
}

fn ratio(days: &[Day], parts: impl Fn(&Day) -> (f64, f64)) -> Option<Estimate> {
    let mut moments = RatioMoments::default();
    days.iter().for_each(|day| moments.push(parts(day)));
    moments.ratio()
}

fn per_day(days: &[Day], count: impl Fn(&Day) -> f64) -> Option<Estimate> {
    ratio(days, |day| (count(day), 1.0))
}

/// A value with its interval, whose half is so many standard errors: 1.96 at 95 %, 1.645 at 90 %.
fn published(value: f64, low: f64, high: f64, quantile: f64, days: u32) -> Published {
    let half_digit = 0.5 * 10f64.powi(-(format!("{value}").split_once('.').map_or(0, |(_, d)| d.len()) as i32));
    Published { value, rounding: half_digit, error: (high - low) / 2.0 / quantile, degrees: days - 1 }
}

/// A value without an interval, of so many days: it has our error, for as many days.
fn bare(value: f64, rounding: f64, ours: Option<Estimate>, our_days: u32, days: u32) -> Published {
    let error = ours.unwrap().std_error.unwrap() * (f64::from(our_days) / f64::from(days)).sqrt();
    Published { value, rounding, error, degrees: days - 1 }
}

/// Days simulated by us, and by the examples of ContactCenters.
const OURS: u32 = 10_000;
const THEIRS: u32 = 1000;

/// Eight hours from empty: 4.2 calls a minute of two minutes each, twelve agents.
fn mmc(change: impl Fn(&mut Scenario)) -> Vec<Day> {
    let mut scenario =
        one_queue(8.0 * HOUR, calls("calls", Arrivals::PerHour(252.0), Law::Exponential { mean: 120.0 }), 12);
    scenario.run.seed = 12;
    change(&mut scenario);
    days(&scenario, OURS, |_, _| {})
}

fn in_time_of_answered(day: &Day) -> (f64, f64) {
    (f64::from(day.types[0].answered_in_time()), f64::from(day.types[0].answered()))
}

/// Mean wait of the answered, in minutes.
fn asa(day: &Day) -> (f64, f64) {
    (day.types[0].wait_answered / 60.0, f64::from(day.types[0].answered()))
}

/// Over the eight hours: `MMC` reads its integrals when the day ends.
fn occupancy(day: &Day) -> (f64, f64) {
    (day.groups[0].busy, day.groups[0].logged_in)
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn mmc_mmcab_and_mmcblocked_are_reproduced() {
    let bare = |value, rounding, ours| bare(value, rounding, ours, OURS, THEIRS);
    let plain = mmc(|_| {});
    let in_target = per_day(&plain, |day| f64::from(day.types[0].answered_in_time()));
    let mut rows = vec![
        Row::new("MMC service level", ratio(&plain, in_time_of_answered), published(0.902, 0.900, 0.904, 1.96, THEIRS)),
        Row::new("MMC ASA, min", ratio(&plain, asa), published(0.099, 0.097, 0.102, 1.96, THEIRS)),
        Row::new("MMC occupancy", ratio(&plain, occupancy), published(0.695, 0.694, 0.697, 1.96, THEIRS)),
        Row::new("MMC in target a day", in_target, bare(1816.16, 5e-3, in_target)),
    ];
    let patience = mmc(|scenario| scenario.contacts[0].patience = Some(Law::Exponential { mean: 60.0 }));
    let left = per_day(&patience, |day| f64::from(day.types[0].abandoned()));
    let (level, wait) = (ratio(&patience, in_time_of_answered), ratio(&patience, asa));
    let of_long = |day: &Day| {
        let counts = &day.types[0];
        let left_late = counts.abandoned() - counts.abandoned_in_time();
        (f64::from(counts.answered_in_time()), f64::from(counts.answered() + left_late))
    };
    rows.extend([
        Row::new("MMCAb abandoned a day", left, published(58.61, 57.66, 59.56, 1.96, THEIRS)),
        Row::new("MMCAb service level of the answered", level, bare(0.975, 5e-4, level)),
        Row::new("MMCAb service level", ratio(&patience, of_long), published(0.968, 0.968, 0.969, 1.96, THEIRS)),
        Row::new("MMCAb ASA, min", wait, bare(0.024, 5e-4, wait)),
        Row::new("MMCAb occupancy", ratio(&patience, occupancy), published(0.675, 0.674, 0.677, 1.96, THEIRS)),
    ]);
    let places = mmc(|scenario| scenario.centre = Centre { lines: Some(17), ..Centre::default() });
    let blocked = per_day(&places, |day| f64::from(day.types[0].blocked));
    let (level, wait) = (ratio(&places, in_time_of_answered), ratio(&places, asa));
    let busy = ratio(&places, occupancy);
    rows.extend([
        Row::new("MMCBlocked blocked a day", blocked, published(18.66, 18.05, 19.27, 1.96, THEIRS)),
        Row::new("MMCBlocked service level", level, bare(0.929, 5e-4, level)),
        Row::new("MMCBlocked ASA, min", wait, bare(0.060, 5e-4, wait)),
        Row::new("MMCBlocked occupancy", busy, bare(0.689, 5e-4, busy)),
    ]);
    hold(&rows);
}

/// SSJ's tutorial: thirteen hours of calls with a gamma busy factor of the day, one caller in ten without patience.
fn call_center(alpha: f64) -> Vec<Day> {
    let from_eight = |values: [f64; 13]| [vec![0.0; 8], values.to_vec(), vec![0.0; 3]].concat();
    let expected = [100., 150., 150., 180., 200., 150., 150., 150., 120., 100., 80., 70., 60.];
    let at_work = [4, 6, 8, 8, 8, 7, 8, 8, 6, 6, 4, 4, 4];
    let contact = ContactType {
        busy_factor: Some(BusyFactor::of_single_days(1.0 / alpha.sqrt())),
        patience: Some(Law::Exponential { mean: 1000.0 }),
        balk: 0.1,
        ..calls("calls", Arrivals::PerInterval(from_eight(expected)), Law::Exponential { mean: 100.0 })
    };
    // The last agents stay until all have left.
    let staff = [vec![0; 8], at_work.to_vec(), vec![4; 3]].concat();
    let mut scenario = centre(1.0, vec![contact], vec![agents("team", &[0], Staffing::PerInterval(staff))]);
    scenario.horizon.length = Length::Days(1);
    scenario.horizon.interval = Seconds(HOUR);
    scenario.run.seed = 400;
    days(&scenario, OURS, |_, _| {})
}

/// SSJ divides by the expected number of calls, and counts an abandonment within 20 s as within 20 s.
const EXPECTED: f64 = 1660.0;

fn ssj_rows(name: &str, days: &[Day], theirs: [Published; 3]) -> Vec<Row> {
    let share = |count: fn(&Counts) -> f64| ratio(days, |day| (count(&day.types[0]), EXPECTED));
    let ours = [
        ("wait a call", share(|counts| counts.wait_answered + counts.wait_abandoned)),
        ("within 20 s", share(|counts| f64::from(counts.answered_in_time() + counts.abandoned_in_time()))),
        ("lost", share(|counts| f64::from(counts.abandoned()))),
    ];
    ours.into_iter()
        .zip(theirs)
        .map(|((figure, ours), theirs)| Row::new(format!("{name} {figure}"), ours, theirs))
        .collect()
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_call_center_of_the_tutorial_is_reproduced() {
    let (usual, busy) = (call_center(400.0), call_center(10.0));
    let offered = per_day(&usual, |day| f64::from(day.types[0].offered()));
    let lost = per_day(&usual, |day| f64::from(day.types[0].abandoned()) / EXPECTED);
    let theirs = [
        published(4.713, 4.680, 4.746, 1.645, 10_000),
        published(0.925, 0.924, 0.925, 1.645, 10_000),
        bare(0.020, 5e-4, lost, OURS, 10_000),
    ];
    let mut rows = ssj_rows("CallCenter, alpha 400,", &usual, theirs);
    rows.push(Row::new("CallCenter, alpha 400, arrivals", offered, bare(1660.37, 5e-3, offered, OURS, 10_000)));
    let theirs = [
        published(11.834, 10.060, 13.608, 1.645, 1000),
        published(0.853, 0.844, 0.862, 1.645, 1000),
        published(0.0342, 0.0311, 0.0374, 1.645, 1000),
    ];
    rows.extend(ssj_rows("CallCC, alpha 10,", &busy, theirs));
    hold(&rows);
}

/// SimpleMSK: three types and two groups over three periods of two hours. Work and patience go by the period of
/// arrival, so every type is written as three, one a period; all have the same urgency, so a free agent takes the
/// longest waiting, as there. The busy factor is common to all types: it is drawn here and scales each day's rates.
fn simple_msk() -> Scenario {
    let per_minute = [[4.2, 5.3, 3.2], [5.1, 4.3, 4.8], [6.3, 5.2, 4.8]];
    let (work, leaving) = ([0.5, 0.6, 0.4], [0.3, 0.4, 0.2]);
    let cell = |cell: usize| {
        let (kind, period) = (cell / 3, cell % 3);
        let mut expected = vec![0.0; 12];
        expected[period] = per_minute[kind][period] * 120.0;
        ContactType {
            patience: Some(Law::Exponential { mean: 60.0 / leaving[period] }),
            ..calls(
                &format!("{kind} in {period}"),
                Arrivals::PerInterval(expected),
                Law::Exponential { mean: 60.0 / work[period] },
            )
        }
    };
    let staff = |agents: [u32; 3]| Staffing::PerInterval([agents.to_vec(), vec![agents[2]; 9]].concat());
    let groups = vec![
        agents("g0", &[0, 1, 2, 3, 4, 5], staff([12, 18, 9])),
        agents("g1", &[3, 4, 5, 6, 7, 8], staff([15, 20, 11])),
    ];
    let mut scenario = centre(6.0 * HOUR, (0..9).map(cell).collect(), groups);
    scenario.horizon.interval = Seconds(2.0 * HOUR);
    scenario.run.seed = 28;
    scenario
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn simple_msk_is_reproduced() {
    let factor = Sampler::new(&Law::Gamma { mean: 1.0, cv: 28.7_f64.sqrt().recip() });
    let days = days(&simple_msk(), 6000, |model, day| {
        let factor = factor.draw(&mut Key::new(28, day).named("common").stream(Purpose::BusyFactor));
        for kind in &mut model.types {
            let Rates::Pieces { rates, .. } = &mut kind.arrivals.rates else { unreachable!() };
            rates.iter_mut().for_each(|rate| *rate *= factor);
        }
    });
    let sum = |day: &Day, count: fn(&Counts) -> u32| f64::from(day.types.iter().map(count).sum::<u32>());
    let answered = per_day(&days, |day| sum(day, Counts::answered));
    let abandoned = per_day(&days, |day| sum(day, Counts::abandoned));
    let level = ratio(&days, |day| {
        let late = sum(day, Counts::abandoned) - sum(day, Counts::abandoned_in_time);
        (sum(day, Counts::answered_in_time), sum(day, Counts::answered) + late)
    });
    // What has no interval has our error, scaled as theirs of the answered is to ours.
    let scale = (4324.0 - 4270.0) / 2.0 / 1.96 / answered.unwrap().std_error.unwrap();
    let like = |value, rounding, ours: Option<Estimate>| Published {
        value,
        rounding,
        error: ours.unwrap().std_error.unwrap() * scale,
        degrees: 199,
    };
    // This example reads its integrals when the last contact has left.
    let busy = ratio(&days, |day| (day.to_the_end[0].busy, day.to_the_end[0].logged_in));
    let mut rows = vec![
        Row::new("SimpleMSK served", answered, published(4297.3, 4270.0, 4324.0, 1.96, THEIRS)),
        Row::new("SimpleMSK abandoned", abandoned, published(910.3, 876.0, 945.0, 1.96, THEIRS)),
        Row::new("SimpleMSK service level", level, published(0.501, 0.494, 0.509, 1.96, THEIRS)),
        Row::new("SimpleMSK occupancy of g0", busy, like(0.881, 5e-4, busy)),
    ];
    let in_target = [170.2, 599.3, 15.5, 262.9, 511.6, 34.7, 259.8, 613.7, 24.9];
    for (cell, value) in in_target.into_iter().enumerate() {
        let ours = per_day(&days, |day| f64::from(day.types[cell].answered_in_time()));
        let name = format!("SimpleMSK in target, type {} period {}", cell / 3, cell % 3);
        rows.push(Row::new(name, ours, like(value, 0.05, ours)));
    }
    hold(&rows);
}
