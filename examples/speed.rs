//! scratch
#![allow(clippy::all, clippy::print_stdout, clippy::unwrap_used)]
use holdline::{
    engine::{Model, simulate},
    kpi::{Layout, Tally},
    scenario::*,
    units::Seconds,
};
fn scenario(w: &str, calls: f64) -> Scenario {
    let voice = |name: &str, arrivals, handle, patience: Option<f64>| ContactType {
        name: name.into(),
        channel: Channel::Voice,
        arrivals,
        busy_factor: None,
        open: None,
        at_close: AtClose::Serve,
        handle: Handling::Whole(handle),
        patience: patience.map(|mean| Law::Exponential { mean }),
        balk: 0.0,
        priority: 1,
        queue_limit: None,
        route: None,
        target: Some(Target { answer: Some(0.8), within: Seconds(20.0), abandon: None }),
    };
    let group = |name: &str, skills: Vec<(usize, u32)>, staff| AgentGroup {
        name: name.into(),
        skills: skills.into_iter().map(|(contact, level)| Skill { contact, level, after: Seconds(0.0) }).collect(),
        staff,
        handle: vec![],
        cost_per_hour: None,
        shrinkage: 0.0,
    };
    let mut s = Scenario {
        name: w.into(),
        horizon: Horizon { start: None, length: Length::Days(1), interval: Seconds(1800.0), warm_up: Seconds(0.0) },
        run: Run { replications: 10, seed: 1 },
        centre: Centre::default(),
        report: ReportOptions::default(),
        contacts: vec![],
        groups: vec![],
    };
    let e = |mean| Law::Exponential { mean };
    match w {
        "W1" | "W2" => {
            let (r, n, p) = if w == "W1" { (1200.0, 100, Some(300.0)) } else { (108.0, 10, None) };
            s.horizon.length = Length::Duration(Seconds(calls / r * 3600.0));
            s.contacts.push(voice("calls", Arrivals::PerHour(r), e(300.0), p));
            s.groups.push(group("team", vec![(0, 1)], Staffing::Constant(n)));
        }
        "W3" => {
            let c: Vec<f64> = (0..48)
                .map(|i| 10000.0 / 48.0 * (1.0 - 0.8 * (2.0 * std::f64::consts::PI * (i as f64 + 0.5) / 48.0).cos()))
                .collect();
            let st = c.iter().map(|c| (c / 6.0 + 0.5 * (c / 6.0).sqrt()).ceil() as u32).collect();
            s.contacts.push(voice(
                "calls",
                Arrivals::PerInterval(c),
                Law::Lognormal { mean: 300.0, cv: 1.2 },
                Some(180.0),
            ));
            s.groups.push(group("team", vec![(0, 1)], Staffing::PerInterval(st)));
        }
        _ => {
            let k: usize = if w == "W5" { 10 } else { 1 };
            let m: u32 = if w == "W5" { 1 } else { 1 };
            let rates = [2160.0, 2250.0, 160.0 / 420.0 * 3600.0];
            let tot: f64 = rates.iter().sum::<f64>() * k as f64;
            s.horizon.length = Length::Duration(Seconds(calls / tot * 3600.0));
            for b in 0..k {
                for i in 0..3 {
                    let mut c = voice(
                        &format!("t{b}_{i}"),
                        Arrivals::PerHour(rates[i]),
                        e([300.0, 240.0, 420.0][i]),
                        Some([120.0, 180.0, 300.0][i]),
                    );
                    c.route = Some([vec![0, 1, 3], vec![1, 2, 3], vec![2, 3]][i].iter().map(|g| g + 4 * b).collect());
                    s.contacts.push(c);
                }
                for (g, (n, o)) in
                    [120, 130, 130, 120].into_iter().zip([vec![0], vec![1, 0], vec![2, 1], vec![2, 1, 0]]).enumerate()
                {
                    s.groups.push(group(
                        &format!("g{b}_{g}"),
                        o.into_iter().enumerate().map(|(l, t)| (t + 3 * b, l as u32 + 1)).collect(),
                        Staffing::Constant(n * m),
                    ));
                }
            }
        }
    }
    s
}
fn main() {
    let w = std::env::args().nth(1).unwrap();
    let calls: f64 = std::env::args().nth(2).unwrap().parse().unwrap();
    let per = if w == "W3" { 10000.0 } else { calls / 10.0 };
    let reps = (calls / per) as u32;
    let s = scenario(&w, per);
    let model = Model::new(&s);
    let layout = Layout::new(&s);
    let t = std::time::Instant::now();
    let (mut n, mut a, mut ab, mut sl, mut wt, mut busy, mut log) = (0, 0, 0, 0, 0.0, 0.0, 0.0);
    for r in 0..reps {
        let mut tally = Tally::new(&layout);
        simulate(&model, 1, r, &mut tally);
        for c in &tally.cells {
            n += c.offered() as u64;
            a += c.answered() as u64;
            ab += c.abandoned() as u64;
            sl += c.answered_in_time() as u64;
            wt += c.wait_answered + c.wait_abandoned;
        }
        for g in &tally.agents {
            busy += g.busy;
            log += g.logged_in;
        }
    }
    let d = t.elapsed().as_secs_f64();
    println!(
        "{w} calls={n} ns/call={:.1} p_ab={:.5} sl={:.5} wait={:.4} occ={:.5} conserved={}",
        d * 1e9 / n as f64,
        ab as f64 / n as f64,
        sl as f64 / n as f64,
        wt / n as f64,
        busy / log,
        a + ab == n
    );
}
