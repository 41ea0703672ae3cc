//! Two agents of different speed against their Markov chain.

use holdline::scenario::{Arrivals, Horizon, Law, LearningCurve, LearningForm, Length, People, Scenario, TeamPart};
use holdline::units::{DAY, HOUR, Seconds};

use super::team;
use crate::centre::{calls, figures};
use crate::tolerance::{allowed, error_with_power};

/// Calls a second, and the rates of the two agents: 20 s and 40 s a call.
const ARRIVALS: f64 = 0.05;
const FAST: f64 = 0.05;
const SLOW: f64 = 0.025;

/// M/M/2 with agents of different speed, where a call that finds both idle goes to the one idle for longer: the chances of
/// both idle with the fast one idle for longer, both idle with the slow one so, only the fast one busy, only the slow one,
/// both; beyond, each further call waits with a factor of load. Its balance, state by state:
///   a [0f] = s [1s]    a [0s] = f [1f]    (a + f) [1f] = a [0f] + s [2]    (a + s) [1s] = a [0s] + f [2]
/// From the first two, [1f] and [1s] follow; the third and the fourth give both in terms of [2]:
///   (a + f) x = s y + s z    (a + s) y = f x + f z
fn chain() -> [f64; 5] {
    let (a, f, s) = (ARRIVALS, FAST, SLOW);
    // Cramer's rule for x and y at z = 1.
    let determinant = (a + f) * (a + s) - s * f;
    let x = (s * (a + s) + s * f) / determinant;
    let y = (f * (a + f) + f * s) / determinant;
    let load = a / (f + s);
    let all = s * y / a + f * x / a + x + y + 1.0 / (1.0 - load);
    [s * y / a, f * x / a, x, y, 1.0].map(|weight| weight / all)
}

#[test]
fn the_balance_of_the_chain_holds() {
    let [idle_fast, idle_slow, x, y, z] = chain();
    let (a, f, s) = (ARRIVALS, FAST, SLOW);
    let load = a / (f + s);
    for (out, into) in [
        (a * idle_fast, s * y),
        (a * idle_slow, f * x),
        ((a + f) * x, a * idle_fast + s * z),
        ((a + s) * y, a * idle_slow + f * z),
        ((a + f + s) * z, a * (x + y) + (f + s) * load * z),
        (idle_fast + idle_slow + x + y + z / (1.0 - load), 1.0),
    ] {
        assert!((out - into).abs() < 1e-15, "{out} {into}");
    }
}

fn two_agents() -> Scenario {
    let part = |tenure| TeamPart { people: 1, tenure, terms: 0 };
    let people = People {
        team: vec![part(None), part(Some(Law::Constant { value: 0.0 }))],
        handle: Some(LearningCurve { start: 2.0, over: Seconds(1e9), form: LearningForm::Linear }),
        ..People::steady(0, Seconds(7.0 * 24.0 * HOUR))
    };
    let work = calls("calls", Arrivals::PerHour(ARRIVALS * HOUR), Law::Exponential { mean: 1.0 / FAST });
    let mut scenario = team(1, vec![2; 24], people, work);
    scenario.horizon = Horizon {
        length: Length::Days(1),
        interval: Seconds(DAY),
        // Some seventy mean times of a call, after which the empty beginning is forgotten.
        warm_up: Seconds(1800.0),
        ..scenario.horizon
    };
    scenario.groups[0].staff = holdline::scenario::Staffing::Constant(2);
    scenario
}

/// Within [`crate::tolerance`]'s rate of false alarms, and with its power for an error of 1 %.
#[test]
#[cfg_attr(debug_assertions, ignore = "millions of contacts need optimisation")]
fn faster_people_take_more_as_the_chain_says() {
    let mut scenario = two_agents();
    scenario.run.replications = 1500;
    let result = figures(&scenario);
    let [_, _, x, y, z] = chain();
    let load = ARRIVALS / (FAST + SLOW);
    let p_wait = z / (1.0 - load);
    let (calls, group) = (&result.contacts["calls"], &result.agents["team"]);
    for (name, figure, exact) in [
        ("p_wait", calls.p_wait, p_wait),
        ("mean_wait", calls.mean_wait, p_wait / (FAST + SLOW - ARRIVALS)),
        ("occupancy", group.occupancy, (x + y) / 2.0 + p_wait),
    ] {
        let figure = figure.unwrap();
        let error = figure.std_error.unwrap();
        assert!((figure.value - exact).abs() < allowed(3) * error, "{name}: {figure:?}, exactly {exact}");
        if name != "mean_wait" {
            assert!(error / exact < error_with_power(3), "{name}: no power, {error} of {exact}");
        }
    }
}
