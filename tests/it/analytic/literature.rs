//! Published worked examples of Erlang B, C and A, to the digits printed.

use holdline::analytic::{Goal, Queue, erlang_b, erlang_c_wait};
use holdline::scenario::Law;

use super::{agrees, close, erlang_a, queue};

/// 100 calls in 30 minutes, 3 minutes each: pyworkforce (documentation and PyPI), CRAN ErlangC (README).
#[test]
fn the_canonical_example_of_80_20() {
    let rows = [
        (11, "0.682118", "0.389614", "122.781", "0.909091"),
        (12, "0.449388", "0.640158", "40.445", "0.833333"),
        (13, "0.285270", "0.795595", "17.116", "0.769231"),
        (14, "0.174132", "0.888350", "7.836", "0.714286"),
        (15, "0.102042", "0.941453", "3.674", "0.666667"),
        (16, "0.057340", "0.970560", "1.720", "0.625000"),
    ];
    for (agents, wait, level, asa, occupancy) in rows {
        let figures = queue(100.0 / 1800.0, 180.0, None).performance(agents);
        agrees("P(wait)", figures.p_wait, wait);
        agrees("service level", figures.service_level(20.0), level);
        agrees("ASA", figures.mean_wait_answered, asa);
        agrees("occupancy", figures.occupancy, occupancy);
    }
    let figures = queue(100.0 / 1800.0, 180.0, None).performance(14);
    // Printed with all digits of a double, of which the last are rounding.
    close("service level", figures.service_level(20.0), 0.888_350_019_179_466_9, 1e-14);
    close("P(wait)", figures.p_wait, 0.174_131_933_595_049_8, 1e-14);
    close("ASA", figures.mean_wait, 7.835_937_011_777_24, 1e-14);
}

#[test]
fn waits_of_the_mini_callcenter_simulator() {
    // A-Herzog, Mini-Callcenter-Simulator, ErlangCTest: 3.5 calls a minute of 3 minutes, 13 agents.
    let (minute, handle) = (60.0, 180.0);
    agrees("E[W]", queue(3.5 / minute, handle, None).performance(13).mean_wait, "26.56");
    agrees("E[W]", queue(3.5 / minute, handle, None).performance(13).mean_wait, "26.5569");
    agrees("E[W]", erlang_a(3.5 / minute, handle, 300.0, 13).mean_wait, "9.91");
    agrees("E[W]", erlang_a(3.5 / minute, handle, 300.0, 13).mean_wait, "9.9128");
}

/// The inputs of mitan.co.uk's worked example; the figures are our own, in many digits.
#[test]
fn forty_eight_erlangs_on_fifty_five_agents() {
    let calls = queue(360.0 / 1800.0, 240.0, None);
    let figures = calls.performance(55);
    assert!((calls.load() - 48.0).abs() < 1e-12);
    agrees("occupancy", figures.occupancy, "0.872727");
    agrees("P(wait)", figures.p_wait, "0.238701");
    agrees("ASA", figures.mean_wait, "8.184");
    agrees("service level", figures.service_level(15.0), "0.845883");
}

/// pyworkforce, test_abandonment.py and documentation.
#[test]
fn erlang_a_of_pyworkforce() {
    let figures = erlang_a(100.0 / 30.0, 3.0, 5.0, 14);
    agrees("P(wait)", figures.p_wait, "0.14526");
    agrees("P(abandon)", figures.p_abandon, "0.013984");
    agrees("occupancy", figures.occupancy, "0.704297");
    agrees("ASA in minutes", figures.mean_wait, "0.069919");
    agrees("service level", figures.service_level(20.0 / 60.0), "0.916792");
    let figures = erlang_a(100.0 / 30.0, 3.0, 5.0, 13);
    agrees("P(wait)", figures.p_wait, "0.22580");
    agrees("P(abandon)", figures.p_abandon, "0.02496");
    agrees("occupancy", figures.occupancy, "0.75003");
    agrees("ASA in minutes", figures.mean_wait, "0.12482");
    agrees("service level", figures.service_level(20.0 / 60.0), "0.858");
}

/// Gans, Koole and Mandelbaum (2003): 48 calls a minute of 1 minute on 50 agents, patience of 2 minutes or none.
#[test]
fn erlang_a_against_erlang_c_on_fifty_agents() {
    let figures = erlang_a(48.0 / 60.0, 60.0, 120.0, 50);
    agrees("P(abandon)", figures.p_abandon, ".03091");
    agrees("ASA", figures.mean_wait, "3.709");
    agrees("occupancy", figures.occupancy, ".93032");
    // The published percentile is that of all, those who abandon included.
    let all_within = |t| figures.service_level(t) + figures.p_abandon * figures.abandoned_within(t).unwrap();
    assert!(all_within(12.435) < 0.9 && 0.9 < all_within(12.445), "90th percentile 12.44");
    agrees("queue", figures.mean_queue, "2.968");
    let figures = queue(48.0 / 60.0, 60.0, None).performance(50);
    agrees("ASA", figures.mean_wait, "20.834");
    agrees("90th percentile", figures.wait_percentile(0.9), "58.139");
    agrees("queue", figures.mean_queue, "16.67");
    agrees("occupancy", figures.occupancy, ".96");
}

#[test]
fn tables_of_erlang_b_and_c() {
    let blocking = [
        (1, 1.0, ".5"),
        (2, 1.0, ".2"),
        (5, 3.0, ".11005435"),
        (10, 10.0, ".21458234"),
        (20, 15.0, ".04559322"),
        (100, 90.0, ".02695738"),
        (1000, 950.0, ".00364929"),
        (14, 10.0, ".056819"),
        (15, 10.0, ".036497"),
        (16, 10.0, ".022302"),
        (17, 10.0, ".012949"),
        (18, 10.0, ".007142"),
    ];
    for (agents, load, printed) in blocking {
        agrees("Erlang B", erlang_b(agents, load), printed);
        let lines = Queue { lines: Some(agents), ..queue(load, 1.0, None) };
        agrees("Erlang B by lines", lines.performance(agents).p_blocked, printed);
    }
    let waiting = [
        (2, 1.0, ".33333333"),
        (5, 4.0, ".55411255"),
        (10, 8.0, ".40918015"),
        (55, 48.0, ".23870094"),
        (100, 90.0, ".21694048"),
        (100, 95.0, ".50645685"),
        (1000, 980.0, ".41220029"),
    ];
    for (agents, load, printed) in waiting {
        agrees("Erlang C", erlang_c_wait(agents, load), printed);
    }
}

#[test]
fn least_agents_for_80_20() {
    let goal = Goal { answer: Some((0.8, 20.0)), ..Goal::default() };
    let volumes = [10.0, 25.0, 50.0, 100.0, 200.0, 500.0, 1000.0];
    for (handle, printed) in [(180.0, [3, 5, 8, 14, 24, 56, 107]), (300.0, [4, 7, 12, 21, 39, 91, 176])] {
        for (volume, least) in volumes.iter().zip(printed) {
            let found = queue(volume / 1800.0, handle, None).least_agents(&goal, 1000);
            assert_eq!(found, Ok(least), "{volume} calls of {handle} s in 30 min");
        }
    }
}

/// The bound of full pooling in the setting of Wallace and Whitt (2005): 90 agents and 30 more lines, 84 erlangs.
#[test]
fn ninety_agents_with_thirty_more_lines() {
    let figures = Queue { lines: Some(120), ..queue(8.4, 10.0, None) }.performance(90);
    agrees("P(block)", figures.p_blocked, ".003643");
    agrees("P(wait)", figures.p_wait, ".37971");
    agrees("E[Q]", figures.mean_queue, "3.7664");
    agrees("E[W]", figures.mean_wait, ".45002");
    agrees("occupancy", figures.occupancy, ".92993");
}

/// Koole and Ding, "Optimal call center forecasting and staffing": 100 calls a minute of 4 minutes, 80 % in a third of a
/// minute; agents interpolated.
#[test]
fn agents_between_whole_numbers() {
    let level = |agents| queue(100.0, 4.0, None).performance(agents).service_level(1.0 / 3.0);
    let goal = Goal { answer: Some((0.8, 1.0 / 3.0)), ..Goal::default() };
    let above = queue(100.0, 4.0, None).least_agents(&goal, 1000).unwrap();
    let (low, high) = (level(above - 1), level(above));
    agrees("s(100)", f64::from(above - 1) + (0.8 - low) / (high - low), "410.675");
}

/// Erlang A with other laws of patience, mean 5 minutes: 10 calls a minute of 3 minutes on 30 agents. The service levels
/// were computed at 0.3333 minutes.
#[test]
fn erlang_a_with_other_laws_of_patience() {
    let rows = [
        (Law::Exponential { mean: 5.0 }, [".58444", ".06345", ".31725", "3.1725", ".93655", ".61305"]),
        (Law::Lognormal { mean: 5.0, cv: 1.0 }, [".69957", ".04587", ".57412", "5.7412", ".95413", ".45321"]),
        (Law::Erlang { mean: 5.0, k: 2 }, [".70379", ".04523", ".60916", "6.0916", ".95477", ".44618"]),
        (Law::Constant { value: 5.0 }, [".88619", ".01738", "2.2589", "22.589", ".98262", ".17172"]),
    ];
    for (law, [wait, abandon, mean_wait, mean_queue, occupancy, level]) in rows {
        let figures = queue(10.0, 3.0, Some(law)).performance(30);
        agrees("P(wait)", figures.p_wait, wait);
        agrees("P(abandon)", figures.p_abandon, abandon);
        agrees("E[W]", figures.mean_wait, mean_wait);
        agrees("E[Q]", figures.mean_queue, mean_queue);
        agrees("occupancy", figures.occupancy, occupancy);
        agrees("service level", figures.service_level(0.3333), level);
    }
}
