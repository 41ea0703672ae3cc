//! Result documents made by hand: plausible ones to look at, and those at the edges.

use crate::report_customers::curves;
use holdline::kpi::*;
use holdline::stats::Estimate;

pub(crate) fn estimate(value: f64, std_error: f64) -> Option<Estimate> {
    let half = 1.966 * std_error;
    Some(Estimate { value, std_error: Some(std_error), ci95: Some([value - half, value + half]) })
}

/// A contact type to be made up.
#[derive(Clone)]
pub(crate) struct Type {
    pub(crate) name: String,
    pub(crate) per_day: f64,
    /// Service level at the quiet end of the day and how far it falls at the peak.
    pub(crate) level: f64,
    pub(crate) dip: f64,
    pub(crate) abandon: f64,
    pub(crate) within: f64,
    pub(crate) target: Option<TargetLine>,
}

pub(crate) fn kind(name: &str, per_day: f64, level: f64, dip: f64, abandon: f64, within: f64, answer: f64) -> Type {
    let target = Some(TargetLine { answer: Some(answer), within, abandon: Some(0.05), ..TargetLine::default() });
    Type { name: name.into(), per_day, level, dip, abandon, within, target }
}

/// Two humps, at 10:30 and 15:00; nothing at night.
fn demand(hour: f64) -> f64 {
    if !(8.0..20.0).contains(&hour) {
        return 0.0;
    }
    let hump = |centre: f64, width: f64| libm::exp(-((hour - centre) / width).powi(2));
    0.25 + hump(10.25, 1.7) + 0.7 * hump(15.0, 2.2)
}

fn interval_of(t: &Type, hour: f64, replications: u32) -> IntervalContacts {
    let share = demand(hour) / 21.0;
    if share == 0.0 || t.per_day == 0.0 {
        return IntervalContacts {
            offered: estimate(0.0, 0.0),
            p_abandon: None,
            p_wait: None,
            service_level: None,
            mean_wait: None,
            csat: None,
        };
    }
    let offered = t.per_day * share;
    let pressure = (demand(hour) / 1.4).powi(3);
    let level = (t.level - t.dip * pressure).clamp(0.0, 1.0);
    let abandon = (t.abandon * (0.3 + 2.0 * pressure)).min(1.0);
    let error = |p: f64| 3.0 * (p * (1.0 - p) / (offered * f64::from(replications))).sqrt();
    IntervalContacts {
        offered: estimate(offered, (offered / f64::from(replications)).sqrt()),
        p_abandon: estimate(abandon, error(abandon)),
        p_wait: estimate(1.0 - level * 0.8, 0.01),
        service_level: estimate(level, error(level)),
        mean_wait: estimate(t.within * (1.2 - level), 0.4),
        csat: estimate(0.8 * level, error(level)),
    }
}

fn whole(t: &Type, intervals: &[Interval], replications: u32) -> ContactFigures {
    let rows: Vec<_> = intervals.iter().map(|i| &i.contacts[&t.name]).collect();
    let sum = |f: &dyn Fn(&IntervalContacts) -> f64| rows.iter().map(|r| f(r)).sum::<f64>();
    let value = |e: Option<Estimate>| e.map_or(0.0, |e| e.value);
    let offered = sum(&|r| value(r.offered));
    let abandoned = sum(&|r| value(r.offered) * value(r.p_abandon));
    let level = sum(&|r| value(r.offered) * value(r.service_level)) / offered;
    let root = f64::from(replications).sqrt();
    let defined = |e: Option<Estimate>| e.filter(|_| offered > 0.0);
    let count = |v: f64| estimate(v, 2.0 * v.sqrt() / root);
    ContactFigures {
        offered: count(offered),
        offered_by_origin: OriginFigures {
            fresh: count(offered),
            redial: estimate(0.0, 0.0),
            repeat: estimate(0.0, 0.0),
            transfer: estimate(0.0, 0.0),
        },
        answered: count(offered - abandoned),
        abandoned: count(abandoned),
        blocked: estimate(0.0, 0.0),
        closed: estimate(0.0, 0.0),
        called_back: estimate(0.0, 0.0),
        mean_wait_called_back: None,
        p_wait: defined(estimate(0.41, 0.004)),
        p_abandon: defined(estimate(abandoned / offered, 0.02 / root)),
        p_blocked: defined(estimate(0.0, 0.0)),
        service_level: defined(estimate(level, 0.05 / root)),
        within: [10.0, 60.0]
            .map(|seconds| Within { seconds, service_level: defined(estimate(level * 0.9, 0.05 / root)) })
            .into(),
        mean_wait: defined(estimate(t.within * (1.3 - level), t.within * 0.2 / root)),
        mean_wait_answered: defined(estimate(t.within * (1.25 - level), t.within * 0.2 / root)),
        mean_wait_abandoned: defined(estimate(t.within * 2.1, t.within * 0.5 / root)),
        mean_queue: estimate(offered * t.within / 86_400.0, 0.02),
        wait_percentiles: [("50", 0.2), ("90", 2.1), ("95", 3.0), ("99", 6.3)]
            .map(|(p, factor)| (p.to_owned(), Some(factor * t.within * (1.3 - level)).filter(|w| w.is_finite())))
            .into(),
        wait_percentiles_ci95: [("50", 0.2), ("90", 2.1), ("95", 3.0), ("99", 6.3)]
            .map(|(p, factor)| (p.to_owned(), Some(factor * t.within * (1.3 - level)).filter(|w| w.is_finite())))
            .map(|(p, wait)| (p, wait.map(|wait| [wait * 0.95, wait * 1.06])))
            .into(),
        days_met: defined(Some(Estimate { value: 0.87, std_error: Some(0.017), ci95: Some([0.834, 0.900]) })),
        satisfaction: Some(satisfaction(level)),
        target: t.target,
        days: None,
    }
}

fn satisfaction(level: f64) -> SatisfactionFigures {
    let level = if level.is_finite() { level } else { 0.5 };
    SatisfactionFigures {
        csat: estimate(level * 0.8, 0.003),
        nps: estimate(level * 0.4, 0.005),
        effort: estimate(2.4 - level, 0.01),
        grades: Grades {
            ultimate: estimate(level * 0.2, 0.001),
            good: estimate(level * 0.6, 0.002),
            bad: estimate(0.9 - level * 0.8, 0.002),
            ugly: estimate(0.1, 0.001),
        },
    }
}

fn journeys(replications: u32) -> JourneyFigures {
    let root = f64::from(replications).sqrt();
    let spread = |mean: f64, error: f64| DistributionFigures {
        mean: estimate(mean, error / root),
        percentiles: [("50", 0.8), ("90", 2.0), ("95", 2.5), ("99", 5.0), ("99.9", 11.0)]
            .map(|(p, factor)| (p.to_owned(), Some(factor * mean)))
            .into(),
        percentiles_ci95: [("50", 0.8), ("90", 2.0), ("95", 2.5), ("99", 5.0), ("99.9", 11.0)]
            .map(|(p, factor)| (p.to_owned(), Some([factor * mean * 0.97, factor * mean * 1.03])))
            .into(),
        max: Some(20.0 * mean),
    };
    let SatisfactionFigures { csat, nps, effort, grades } = satisfaction(0.8);
    JourneyFigures {
        issues: estimate(8_300.0, 90.0 / root),
        resolved: estimate(7_800.0, 80.0 / root),
        gave_up: estimate(410.0, 30.0 / root),
        escalated: estimate(0.0, 0.0),
        open: estimate(90.0, 9.0 / root),
        resolved_at_first: estimate(0.71, 0.01 / root),
        contacts_per_issue: spread(1.4, 0.1),
        time_to_resolution: spread(9_000.0, 700.0),
        time_on_contact: spread(420.0, 20.0),
        agents_met: spread(1.3, 0.1),
        longest_wait: spread(55.0, 4.0),
        repetitions: estimate(0.2, 0.01 / root),
        broken_promises: estimate(0.0, 0.0),
        csat,
        nps,
        effort,
        grades,
        churned: estimate(760.0, 20.0 / root),
        churn_share: estimate(0.0916, 0.002 / root),
        money_at_risk: estimate(190_000.0, 5_000.0 / root),
        cost: estimate(4_100.0, 300.0 / root),
        story: Some(StoryFigures { share: estimate(0.0004, 0.0001), percentile: Some(0.9996) }),
    }
}

fn waits(t: &Type, level: f64) -> WaitCurve {
    // A jump at zero, then an exponential that passes the service level at the threshold.
    let at_once = level * 0.55;
    let rate = -libm::log((1.0 - level) / (1.0 - at_once)) / t.within;
    let seconds = (0..=400).map(|i| t.within * 25.0 * (f64::from(i) / 400.0).powi(3));
    WaitCurve { answered_within: seconds.map(|x| (x, 1.0 - (1.0 - at_once) * libm::exp(-rate * x))).collect() }
}

/// A scenario of these types, with agent groups named in `groups` with their peak staff.
pub(crate) fn scenario(name: &str, types: &[Type], groups: &[(&str, f64)], replications: u32) -> ScenarioResult {
    let intervals: Vec<Interval> = (0..48)
        .map(|i| {
            let hour = f64::from(i) / 2.0;
            let agents = groups.iter().map(|(name, peak)| {
                let staff = if demand(hour) > 0.0 { (peak * (0.35 + demand(hour) * 0.45)).ceil() } else { 0.0 };
                let occupancy = (0.62 + 0.3 * (demand(hour) / 1.25).powi(2)).min(0.98);
                let occupancy = if staff > 0.0 { estimate(occupancy, 0.012) } else { None };
                ((*name).to_owned(), IntervalAgents { staff, need: None, occupancy })
            });
            Interval {
                start: Some(format!("2026-11-30T{:02}:{:02}:00", i / 2, 30 * (i % 2))),
                seconds: hour * 3600.0,
                contacts: types.iter().map(|t| (t.name.clone(), interval_of(t, hour, replications))).collect(),
                agents: agents.collect(),
            }
        })
        .collect();
    let contacts: Vec<(String, ContactFigures)> =
        types.iter().map(|t| (t.name.clone(), whole(t, &intervals, replications))).collect();
    let level = |i: usize| contacts[i].1.service_level.map_or(0.0, |l| l.value);
    let waits = types.iter().enumerate().map(|(i, t)| (t.name.clone(), waits(t, level(i)))).collect();
    let root = f64::from(replications).sqrt();
    let agents = groups.iter().map(|(name, peak)| {
        let hours = peak * 9.0;
        let figures = AgentFigures {
            paid_hours: None,
            occupancy: estimate(0.803, 0.05 / root),
            logged_in_hours: estimate(hours, 0.3 / root),
            cost: estimate(hours * 24.0, 7.0 / root),
            max_occupancy: None,
        };
        ((*name).to_owned(), figures)
    });
    ScenarioResult {
        name: name.into(),
        file: "scenarios/example.toml".into(),
        seed: 7,
        replications,
        stop: Stop::Replications,
        custom: Vec::new(),
        agents: agents.collect(),
        centre: CentreFigures {
            service_level: contacts[0].1.service_level,
            cost: estimate(groups.iter().map(|(_, peak)| peak * 9.0 * 24.0).sum(), 20.0 / root),
        },
        contacts: contacts.into_iter().collect(),
        journeys: Some(journeys(replications)),
        intervals: Some(intervals),
        people: Default::default(),
        weeks: None,
        waits,
        customers: Some(curves(types)),
        assumptions: None,
    }
}

pub(crate) fn document(scenarios: Vec<ScenarioResult>) -> ResultDocument {
    let comparisons = scenarios.iter().skip(1).map(|this| compare(&scenarios[0], this)).collect();
    ResultDocument { version: "0.1.0".into(), ..ResultDocument::new(scenarios, comparisons) }
}

fn compare(first: &ScenarioResult, this: &ScenarioResult) -> Comparison {
    let mut rows = Vec::new();
    let mut row = |subject: &str, figure: &str, first: Option<Estimate>, this: Option<Estimate>| {
        let difference = first.zip(this).and_then(|(a, b)| {
            estimate(b.value - a.value, a.std_error.unwrap_or(0.0).hypot(b.std_error.unwrap_or(0.0)) * 0.5)
        });
        let real = difference.is_some_and(|d| d.std_error.is_some_and(|s| d.value.abs() > 3.0 * s && d.value != 0.0));
        rows.push(Difference { subject: Some(subject.into()), figure: figure.into(), first, this, difference, real });
    };
    for (name, a) in &first.contacts {
        let Some(b) = this.contacts.get(name) else { continue };
        row(name, "service_level", a.service_level, b.service_level);
        row(name, "p_abandon", a.p_abandon, b.p_abandon);
        row(name, "mean_wait_answered", a.mean_wait_answered, b.mean_wait_answered);
    }
    for (name, a) in &first.agents {
        let Some(b) = this.agents.get(name) else { continue };
        row(name, "occupancy", a.occupancy, b.occupancy);
        row(name, "cost", a.cost, b.cost);
    }
    Comparison { scenario: this.name.clone(), against: first.name.clone(), replications: this.replications, rows }
}

pub(crate) fn three_types() -> Vec<Type> {
    vec![
        kind("sales", 8600.0, 0.955, 0.27, 0.018, 20.0, 0.80),
        kind("service", 4200.0, 0.99, 0.14, 0.012, 30.0, 0.80),
        Type {
            target: Some(TargetLine { answer: Some(0.9), within: 14_400.0, abandon: None, ..TargetLine::default() }),
            ..kind("e-mail", 900.0, 0.985, 0.04, 0.0, 14_400.0, 0.9)
        },
    ]
}

pub(crate) const THREE_GROUPS: [(&str, f64); 3] = [("front-line", 96.0), ("back-up", 22.0), ("back-office", 14.0)];

/// Three types and three groups over a day.
pub(crate) fn monday() -> ResultDocument {
    document(vec![scenario("Peak Monday", &three_types(), &THREE_GROUPS, 400)])
}

/// One type, one group.
pub(crate) fn single() -> ResultDocument {
    document(vec![scenario("One queue", &three_types()[..1], &THREE_GROUPS[..1], 100)])
}

/// Three scenarios, the second better, the third much like the first.
pub(crate) fn variants() -> ResultDocument {
    let mut better = three_types();
    better[0].dip = 0.12;
    better[0].abandon = 0.008;
    let mut same = three_types();
    same[1].dip = 0.1405;
    let more = [("front-line", 101.0), THREE_GROUPS[1], THREE_GROUPS[2]];
    document(vec![
        scenario("Peak Monday", &three_types(), &THREE_GROUPS, 400),
        scenario("Five more agents", &better, &more, 400),
        scenario("Callbacks from 10:00", &same, &THREE_GROUPS, 400),
    ])
}

/// Twelve types with long names.
pub(crate) fn twelve() -> ResultDocument {
    let types: Vec<Type> = (0..12)
        .map(|i| {
            let x = f64::from(i);
            let name = format!(
                "{} customers – {} enquiries",
                ["Private", "Business", "Institutional"][i as usize % 3],
                ["billing", "technical", "cancellation", "delivery and returns"][i as usize / 3]
            );
            kind(
                &name,
                500.0 + 310.0 * x,
                0.99 - 0.01 * x,
                0.05 + 0.025 * x,
                0.005 + 0.002 * x,
                20.0 + 10.0 * (x % 3.0),
                0.8,
            )
        })
        .collect();
    let groups: Vec<(String, f64)> = (0..5)
        .map(|i| {
            (
                format!("team {}", ["north", "south", "east", "west", "far away overflow partner"][i]),
                30.0 + 10.0 * i as f64,
            )
        })
        .collect();
    let groups: Vec<(&str, f64)> = groups.iter().map(|(n, p)| (n.as_str(), *p)).collect();
    document(vec![scenario("Twelve lines of business", &types, &groups, 100)])
}

/// No one abandons, and the promise is kept.
pub(crate) fn calm() -> ResultDocument {
    let types = [kind("sales", 900.0, 0.99, 0.02, 0.0, 20.0, 0.8), kind("service", 700.0, 0.98, 0.03, 0.0, 20.0, 0.8)];
    document(vec![scenario("Calm", &types, &THREE_GROUPS[..2], 200)])
}

/// No contact ever comes.
pub(crate) fn empty() -> ResultDocument {
    let types = [kind("sales", 0.0, 0.9, 0.1, 0.0, 20.0, 0.8)];
    document(vec![scenario("Nothing", &types, &[("front-line", 0.0)], 20)])
}

/// A study by duration of which nothing is known, and a single replication of another.
pub(crate) fn undefined() -> ResultDocument {
    let mut none = scenario("Undefined", &[kind("sales", 0.0, 0.9, 0.1, 0.0, 20.0, 0.8)], &[("front-line", 1.0)], 1);
    none.intervals = None;
    none.waits.clear();
    none.customers = None;
    for c in none.contacts.values_mut() {
        (c.offered, c.answered, c.abandoned, c.service_level, c.days_met) = (None, None, None, None, None);
    }
    for a in none.agents.values_mut() {
        (a.occupancy, a.cost) = (None, None);
    }
    let mut once = scenario("Once", &three_types(), &THREE_GROUPS, 1);
    once.stop = Stop::Interrupted;
    forget_intervals(&mut once);
    document(vec![none, once])
}

/// Takes away what one replication cannot know.
pub(crate) fn forget_intervals(scenario: &mut ScenarioResult) {
    let bare = |e: &mut Option<Estimate>| {
        *e = e.map(|e| Estimate { value: e.value, std_error: None, ci95: None });
    };
    for c in scenario.contacts.values_mut() {
        let counts = [&mut c.offered, &mut c.answered, &mut c.abandoned];
        let shares = [&mut c.service_level, &mut c.p_abandon, &mut c.mean_wait_answered, &mut c.mean_wait];
        counts.into_iter().chain(shares).for_each(bare);
    }
    for a in scenario.agents.values_mut() {
        [&mut a.occupancy, &mut a.logged_in_hours, &mut a.cost].into_iter().for_each(bare);
    }
    for i in scenario.intervals.iter_mut().flatten() {
        for c in i.contacts.values_mut() {
            [&mut c.offered, &mut c.p_abandon, &mut c.service_level].into_iter().for_each(bare);
        }
        i.agents.values_mut().for_each(|a| bare(&mut a.occupancy));
    }
}

/// All of them by name.
pub(crate) fn all() -> Vec<(&'static str, ResultDocument)> {
    vec![
        ("monday", monday()),
        ("single", single()),
        ("variants", variants()),
        ("twelve", twelve()),
        ("calm", calm()),
        ("empty", empty()),
        ("undefined", undefined()),
    ]
}
