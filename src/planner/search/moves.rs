//! Small changes that make a plan cheaper: agents taken away, or exchanged for cheaper ones.
//!
//! A change in one period shows in few others, so that changes some periods apart are tried in the same simulated
//! days, each judged by the promises in which it shows.

use std::collections::BTreeMap;

use super::{CLEAR, Evidence, Interrupted, Search};
use crate::planner::{Place, Plan, Promise, Scope};

/// A change of some groups of one circle in one period.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shape {
    /// Agents to add to or take from groups.
    changes: Vec<(usize, i32)>,
    /// What it saves an hour; negative where it costs.
    pub(super) saving: f64,
}

/// A shape tried in a period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Move<'a> {
    /// The shape's number in its circle.
    pub(super) number: usize,
    pub(super) shape: &'a Shape,
    pub(super) period: usize,
}

/// Moves that promises did not allow, with the staffing around them then: it is no use to try them again.
#[derive(Debug, Default)]
pub(in crate::planner) struct Refused(BTreeMap<(usize, usize), Vec<u32>>);

/// Circles with more groups than this are searched less closely: for exchanges of one agent for one of a group that
/// shares work with his, judged by the promises of the types that the groups handle, and given up when in doubt.
const SMALL_CIRCLE: usize = 6;
/// What such an exchange must save, as a share of the dearest group's price.
const WORTHWHILE: f64 = 0.03;
/// Standard errors by which a promise must be missed for a move of such a circle to be given up.
const DOUBT: f64 = 1.0;

impl Search<'_> {
    /// Tries all kinds of moves until none is allowed. Says whether anything was gained.
    pub(in crate::planner) fn improve(&self, plan: &mut Plan, refused: &mut Refused) -> Result<bool, Interrupted> {
        self.trials.begin("taking agents away where the promises allow");
        // What is promised over days is traded, not tried period by period.
        let by_day = |groups: &[usize]| {
            let circle = groups.first().map(|group| self.reach.circle_of(*group));
            let of_days = |p: &&Promise| matches!(p.scope, Scope::Day(_));
            self.trials.promises.iter().filter(of_days).any(|p| self.reach.circle(p) == circle)
        };
        let circles = self.reach.circles().into_iter().filter(|groups| !by_day(groups));
        let by_circle: Vec<Vec<Shape>> = circles.map(|groups| self.shapes(&groups)).collect();
        let longest = by_circle.iter().map(Vec::len).max().unwrap_or(0);
        let mut gained = false;
        loop {
            let mut accepted = 0;
            for rank in 0..longest {
                let shapes: Vec<(usize, &Shape)> =
                    by_circle.iter().filter_map(|shapes| shapes.get(rank)).map(|shape| (rank, shape)).collect();
                for class in 0..self.reach.stride() {
                    // As long as it goes on being allowed.
                    loop {
                        let allowed = self.attempt(plan, refused, &shapes, class)?;
                        accepted += allowed;
                        if allowed == 0 {
                            break;
                        }
                    }
                }
            }
            gained |= accepted > 0;
            if accepted == 0 {
                return Ok(gained);
            }
        }
    }

    /// Tries some shapes in every period of a class at once and makes the moves that are allowed: how many.
    fn attempt(
        &self,
        plan: &mut Plan,
        refused: &mut Refused,
        shapes: &[(usize, &Shape)],
        class: usize,
    ) -> Result<usize, Interrupted> {
        let periods = (class..self.trials.periods.count).step_by(self.reach.stride());
        let moves: Vec<Move<'_>> = periods
            .flat_map(|period| shapes.iter().map(move |&(number, shape)| Move { number, shape, period }))
            .filter(|m| self.possible(plan, m) && !self.was_refused(plan, refused, m))
            .collect();
        if moves.is_empty() {
            return Ok(0);
        }
        let mut tried = plan.clone();
        moves.iter().for_each(|m| m.make(&mut tried));
        let shown: Vec<Vec<usize>> = moves.iter().map(|m| self.shown_in_periods(m)).collect();
        let doubt: Vec<f64> = moves.iter().map(|m| if self.in_small_circle(m) { CLEAR } else { DOUBT }).collect();
        let missed = |seen: &Evidence, number: usize, errors: f64| {
            self.standing(seen, number).is_some_and(|standing| standing.fails(errors))
        };
        let lost = |seen: &Evidence, m: usize| shown[m].iter().any(|number| missed(seen, *number, doubt[m]));
        let allowed = |seen: &Evidence, m: usize| shown[m].iter().all(|number| self.keeps(seen, *number));
        let open = |seen: &Evidence| (0..moves.len()).any(|m| !lost(seen, m) && !allowed(seen, m));
        let seen = self.settle(&tried, &open)?;
        let mut made = 0;
        for (m, candidate) in moves.iter().enumerate() {
            if allowed(&seen, m) {
                candidate.make(plan);
                made += 1;
            } else {
                let key = (self.key(candidate), candidate.period);
                refused.0.insert(key, self.around(plan, candidate));
            }
        }
        Ok(made)
    }

    /// A number for a shape that no other circle uses for one of its own.
    fn key(&self, m: &Move<'_>) -> usize {
        m.number * self.most.len() + m.shape.changes.first().map_or(0, |(group, _)| self.reach.circle_of(*group))
    }

    pub(super) fn possible(&self, plan: &Plan, m: &Move<'_>) -> bool {
        m.shape.changes.iter().all(|&(group, by)| {
            let after = i64::from(plan.staff[group][m.period]) + i64::from(by);
            (0..=i64::from(self.most[group])).contains(&after)
        })
    }

    fn was_refused(&self, plan: &Plan, refused: &Refused, m: &Move<'_>) -> bool {
        refused.0.get(&(self.key(m), m.period)).is_some_and(|then| *then == self.around(plan, m))
    }

    /// The staffing of the circle in the periods that show in each other with the move's.
    fn around(&self, plan: &Plan, m: &Move<'_>) -> Vec<u32> {
        let stride = self.reach.stride();
        let circle = m.shape.changes.first().map(|(group, _)| self.reach.circle_of(*group));
        let near = m.period.saturating_sub(stride)..(m.period + stride).min(self.trials.periods.count);
        let groups = (0..plan.staff.len()).filter(|group| Some(self.reach.circle_of(*group)) == circle);
        groups.flat_map(|group| plan.staff[group][near.clone()].iter().copied()).collect()
    }

    /// The promises over periods in which a move shows.
    fn shown_in_periods(&self, m: &Move<'_>) -> Vec<usize> {
        let mut shown = self.shown(m);
        shown.retain(|number| matches!(self.trials.promises[*number].scope, Scope::Period(_)));
        shown
    }

    /// The promises in which a move shows.
    pub(super) fn shown(&self, m: &Move<'_>) -> Vec<usize> {
        let place = Place { group: m.shape.first_group(), period: m.period };
        let small = self.in_small_circle(m);
        let touched = |promise: &Promise| {
            let able = self.reach.able(promise);
            small || m.shape.changes.iter().any(|(group, _)| able.contains(group))
        };
        let shown = |number: &usize| {
            let promise = &self.trials.promises[*number];
            self.reach.shows(place, promise) && touched(promise)
        };
        self.numbers().filter(shown).collect()
    }

    fn in_small_circle(&self, m: &Move<'_>) -> bool {
        let circle = self.reach.circle_of(m.shape.first_group());
        (0..self.most.len()).filter(|group| self.reach.circle_of(*group) == circle).count() <= SMALL_CIRCLE
    }

    /// All moves of a circle that save something, the largest savings first: one agent less, one exchanged for a
    /// cheaper one, two for one, two for two.
    pub(super) fn shapes(&self, groups: &[usize]) -> Vec<Shape> {
        let less: Vec<Vec<(usize, i32)>> = groups.iter().map(|group| vec![(*group, -1)]).collect();
        let pairs = |sign: i32| -> Vec<Vec<(usize, i32)>> {
            let pair = |a: usize, b: usize| if a == b { vec![(a, 2 * sign)] } else { vec![(a, sign), (b, sign)] };
            (0..groups.len())
                .flat_map(|a| (a..groups.len()).map(move |b| (a, b)))
                .map(|(a, b)| pair(groups[a], groups[b]))
                .collect()
        };
        let mut changes = less.clone();
        let more: Vec<Vec<(usize, i32)>> = groups.iter().map(|group| vec![(*group, 1)]).collect();
        let small = groups.len() <= SMALL_CIRCLE;
        let exchanges = joined(&less, &more).into_iter().filter(|pair| small || self.share_work(pair[0].0, pair[1].0));
        changes.extend(exchanges);
        if small {
            changes.extend(joined(&pairs(-1), &more));
            changes.extend(joined(&pairs(-1), &pairs(1)));
        }
        let dearest = groups.iter().map(|group| self.trials.prices.of(*group)).fold(0.0, f64::max);
        let least = if small { 1e-9 } else { WORTHWHILE * dearest };
        let mut shapes: Vec<Shape> = changes.into_iter().map(|changes| self.shape(changes)).collect();
        shapes.retain(|shape| shape.saving > least);
        shapes.sort_by(|a, b| b.saving.total_cmp(&a.saving));
        shapes
    }

    /// Whether two groups handle a type in common.
    fn share_work(&self, one: usize, other: usize) -> bool {
        let kinds = |group: usize| self.trials.scenario.groups[group].skills.iter().map(|skill| skill.contact);
        kinds(one).any(|kind| kinds(other).any(|its| its == kind))
    }

    pub(super) fn shape(&self, changes: Vec<(usize, i32)>) -> Shape {
        let saving = changes.iter().map(|&(group, by)| -f64::from(by) * self.trials.prices.of(group)).sum();
        Shape { changes, saving }
    }
}

impl Shape {
    /// One of its groups; all are of one circle.
    pub(super) fn first_group(&self) -> usize {
        self.changes.first().map_or(0, |(group, _)| *group)
    }
}

impl Move<'_> {
    pub(super) fn make(&self, plan: &mut Plan) {
        let places = self.shape.changes.iter().map(|&(group, by)| (Place { group, period: self.period }, by));
        places.for_each(|(place, by)| plan.change(place, by));
    }
}

/// Every first change with every second one that touches other groups.
fn joined(first: &[Vec<(usize, i32)>], second: &[Vec<(usize, i32)>]) -> Vec<Vec<(usize, i32)>> {
    let apart = |a: &[(usize, i32)], b: &[(usize, i32)]| a.iter().all(|x| b.iter().all(|y| x.0 != y.0));
    let with = |a: &Vec<(usize, i32)>| {
        second.iter().filter(|b| apart(a, b)).map(|b| [a.clone(), b.clone()].concat()).collect::<Vec<_>>()
    };
    first.iter().flat_map(with).collect()
}
