//! A scenario that is right, and scenarios that are wrong in a known way.

use holdline::backtest::{Agents, BacktestDocument, Figure, Level, Method, Options, Part, Unlike, Volumes};
use holdline::scenario::{Length, Scenario};
use holdline::units::Seconds;

use super::{CENTRE, OPTIONS, centre, log, tested};

fn document(scenario: &Scenario, options: Options) -> BacktestDocument {
    let days =
        tested(scenario, &log(&format!("{}-{:?}-{}", scenario.name, options.volumes, options.replications)), options);
    BacktestDocument::new(("test", ""), 1800.0, options, Vec::new(), Vec::new(), days.unwrap())
}

/// Forty days. With ranges that are right, fewer than 30 or more than 39.x of them lie within that of 90 % with a chance
/// of 0.3 % and of 1.5 %; between 11 and 29 within that of 50 % in all but 0.3 %.
#[test]
fn a_scenario_that_is_right_covers_what_happened() {
    let found = document(&centre(CENTRE), OPTIONS);
    let of_days = found.coverage.iter().find(|row| row.figure == Figure::PAbandon && row.level == Level::Days).unwrap();
    assert_eq!(of_days.n, 40);
    assert!(of_days.within90.value >= 0.75, "{of_days:?}");
    assert!((0.27..=0.73).contains(&of_days.within50.value), "{of_days:?}");
    let error = |figure, level| {
        let is_it = |row: &&holdline::backtest::Errors| {
            row.figure == figure && row.level == level && row.method == Method::Simulation && !row.where_erlang_c
        };
        found.errors.iter().find(is_it).unwrap()
    };
    // A day's abandonment has a spread of some 2 points: the mean of forty is known to a third of one.
    assert!(error(Figure::PAbandon, Level::Days).bias.abs() < 0.012, "{:?}", error(Figure::PAbandon, Level::Days));
    assert!(error(Figure::Busy, Level::Days).bias.abs() < 0.08, "{:?}", error(Figure::Busy, Level::Days));
}

#[test]
fn the_volumes_that_came_are_simulated_exactly() {
    let found = document(&centre(CENTRE), Options { replications: 25, ..OPTIONS });
    let log = log("exact");
    for (day, of_log) in found.days.iter().zip(log.days.iter().filter(|day| !day.contacts.is_empty())) {
        assert_eq!(
            day.contacts,
            log.of_day(of_log).iter().filter(|c| c.is_answered() || c.is_abandoned()).count() as u64
        );
        let by_interval: u64 = day.intervals.iter().map(|interval| interval.contacts).sum();
        assert_eq!(by_interval, day.contacts);
    }
}

#[test]
fn a_wrong_part_is_found() {
    for (wrong, right, part) in [
        ("mean = \"4min\"", "mean = \"5min\"", Part::Handling),
        ("per_hour = 90", "per_hour = 110", Part::Volumes),
        ("mean = \"3min\"", "mean = \"40s\"", Part::Patience),
        ("agents = 6", "agents = 8", Part::Agents),
    ] {
        let scenario = centre(&CENTRE.replace(wrong, right));
        let found =
            document(&Scenario { name: part.name().to_owned(), ..scenario }, Options { replications: 50, ..OPTIONS });
        let off = |part: Part, figure: Figure| {
            let row = found.attribution.iter().find(|row| row.replaced == part && row.figure == figure).unwrap();
            row.bias.abs()
        };
        // Patience shows in waits: who leaves sooner lets the others wait less.
        let figure = if part == Part::Patience { Figure::MeanWait } else { Figure::PAbandon };
        let best = [Part::Volumes, Part::Handling, Part::Agents, Part::Patience]
            .into_iter()
            .min_by(|a, b| off(*a, figure).total_cmp(&off(*b, figure)));
        assert_eq!(best, Some(part), "{:#?}", found.attribution);
        assert!(off(part, figure) < 0.5 * off(Part::Nothing, figure), "{:#?}", found.attribution);
    }
}

/// Two minutes, and twice as long all day, are the four minutes of the log: to replace handling times changes nothing.
#[test]
fn handling_by_the_hour_is_not_counted_twice() {
    let factors = vec!["2"; 48].join(", ");
    let text = CENTRE.replace("mean = \"4min\"", "mean = \"2min\"");
    let line = format!("handle_profile = {{ per_interval = [{factors}] }}\n[agents.");
    let scenario = centre(&text.replacen("[agents.", &line, 1));
    assert_eq!(scenario.contacts[0].handle_profile.len(), 48);
    let found =
        document(&Scenario { name: "profiled".to_owned(), ..scenario }, Options { replications: 50, ..OPTIONS });
    let bias = |part: Part| {
        let is_it = |row: &&holdline::backtest::Missed| row.replaced == part && row.figure == Figure::PAbandon;
        found.attribution.iter().find(is_it).unwrap().bias
    };
    assert!((bias(Part::Handling) - bias(Part::Nothing)).abs() < 0.012, "{:#?}", found.attribution);
}

#[test]
fn erlang_c_has_no_answer_where_there_is_too_much_work_and_erlang_a_always_has() {
    let found = document(&centre(CENTRE), Options { replications: 25, agents: Agents::Actual, ..OPTIONS });
    let intervals = || found.days.iter().flat_map(|day| &day.intervals);
    let mut overloaded = 0;
    for interval in intervals() {
        let figures = interval.figures.iter().find(|one| one.figure == Figure::MeanWait).unwrap();
        assert!(figures.erlang_a.is_some_and(f64::is_finite), "{interval:?}");
        overloaded += usize::from(figures.erlang_c.is_none());
    }
    assert!(overloaded > 0 && overloaded < intervals().count(), "{overloaded}");
}

/// Agents as the log tells them, with the laws that are right: who comes first or leaves last is told by what was
/// handled, which must not make the simulated centre faster or slower.
#[test]
fn agents_told_from_the_log_do_as_much_as_they_did() {
    let found = document(&centre(CENTRE), Options { agents: Agents::Actual, ..OPTIONS });
    let bias = |figure| {
        let is_it = |row: &&holdline::backtest::Errors| {
            row.figure == figure && row.level == Level::Days && row.method == Method::Simulation && !row.where_erlang_c
        };
        found.errors.iter().find(is_it).unwrap().bias
    };
    assert!(bias(Figure::PAbandon).abs() < 0.02, "{}", bias(Figure::PAbandon));
    assert!(bias(Figure::Busy).abs() < 0.12, "{}", bias(Figure::Busy));
}

#[test]
fn a_forecast_of_volumes_has_wider_ranges_than_the_volumes_that_came() {
    let width = |volumes| {
        let found = document(&centre(CENTRE), Options { volumes, ..OPTIONS });
        let widths = found.days.iter().map(|day| {
            let [low, high] = day.day.iter().find(|one| one.figure == Figure::PAbandon).unwrap().simulated.range90;
            high - low
        });
        widths.sum::<f64>() / found.days.len() as f64
    };
    assert!(width(Volumes::Forecast) > 1.2 * width(Volumes::Actual));
}

#[test]
fn the_same_on_any_number_of_threads() {
    let log = log("threads");
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| tested(&centre(CENTRE), &log, Options { replications: 25, agents: Agents::Actual, ..OPTIONS }))
            .unwrap()
    };
    assert_eq!(on(1), on(3));
}

#[test]
fn what_cannot_be_compared_is_said() {
    let log = log("unlike");
    let other = centre(&CENTRE.replace("contacts.calls", "contacts.chats").replace("\"calls\"", "\"chats\""));
    let why = tested(&other, &log, OPTIONS).unwrap_err();
    assert_eq!(why, Unlike::NoSuchType("chats".to_owned(), vec!["calls".to_owned()]));
    assert!(why.to_string().contains("`chats` does not come in the log, whose types are calls"), "{why}");
    let mut study = centre(CENTRE);
    study.horizon.length = Length::Duration(Seconds(3600.0));
    assert_eq!(tested(&study, &log, OPTIONS).unwrap_err(), Unlike::NoDays);
    let mut nameless = log.clone();
    nameless.contacts.iter_mut().for_each(|contact| *contact = contact.with_agent(None));
    let actual = Options { agents: Agents::Actual, ..OPTIONS };
    assert_eq!(tested(&centre(CENTRE), &nameless, actual).unwrap_err(), Unlike::NoAgents);
}
