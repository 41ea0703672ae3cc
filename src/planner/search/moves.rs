//! Changes that make a plan cheaper: agents taken away, or some exchanged for others that cost less together.
//!
//! A change in one period shows in few others, so that changes some periods apart are tried in the same simulated
//! days, each judged by the promises in which it shows.

use std::collections::BTreeMap;

use super::raise::Gains;
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

/// Where promises stand with a plan, and what one agent of each group does to them.
struct Outlook {
    standing: Evidence,
    gains: Gains,
}

/// Rounds of single agents and of exchanges.
const ROUNDS: usize = 12;

/// Circles with more groups than this are searched less closely: for exchanges of one agent for one of a group that
/// shares work with theirs, judged by the promises of the types that the groups handle, and given up when in doubt.
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
        let shapes: Vec<Vec<Shape>> = circles.map(|groups| self.shapes(&groups)).collect();
        let before = plan.clone();
        for _ in 0..ROUNDS {
            while self.pass(plan, refused, &shapes, None)? > 0 {}
            let outlook = self.outlook(plan)?;
            if self.pass(plan, refused, &shapes, Some(&outlook))? == 0 {
                break;
            }
        }
        Ok(*plan != before)
    }

    /// What one agent does to each promise over a period, and where it stands now.
    fn outlook(&self, plan: &Plan) -> Result<Outlook, Interrupted> {
        let numbers: Vec<usize> =
            self.numbers().filter(|n| matches!(self.trials.promises[*n].scope, Scope::Period(_))).collect();
        let choices = self.has_exchanges();
        Ok(Outlook {
            standing: self.first_look(plan)?,
            gains: if choices { self.gains(plan, &numbers)? } else { Gains::new() },
        })
    }

    /// Whether there is any group to exchange agents with.
    fn has_exchanges(&self) -> bool {
        self.reach.circles().iter().any(|groups| groups.len() > 1)
    }

    /// Tries the moves of single agents or, with an outlook, those exchanges that it gives a chance. How many were made.
    fn pass(
        &self,
        plan: &mut Plan,
        refused: &mut Refused,
        by_circle: &[Vec<Shape>],
        outlook: Option<&Outlook>,
    ) -> Result<usize, Interrupted> {
        let longest = by_circle.iter().map(Vec::len).max().unwrap_or(0);
        let mut made = 0;
        for rank in 0..longest {
            let shapes: Vec<(usize, &Shape)> = by_circle
                .iter()
                .filter_map(|shapes| shapes.get(rank))
                .filter(|shape| (shape.size() == 1) == outlook.is_none())
                .map(|shape| (rank, shape))
                .collect();
            for class in 0..if shapes.is_empty() { 0 } else { self.reach.stride() } {
                // As long as it goes on being allowed.
                loop {
                    let allowed = self.attempt(plan, refused, &shapes, class, outlook)?;
                    made += allowed;
                    if allowed == 0 || outlook.is_some() {
                        break;
                    }
                }
            }
        }
        Ok(made)
    }

    /// Whether a move can be expected to keep the promises of its period, give or take half an agent.
    fn has_a_chance(&self, m: &Move<'_>, outlook: &Outlook) -> bool {
        let keeps = |number: usize| {
            let promise = &self.trials.promises[number];
            let Some(standing) = outlook.standing.standing(number, promise) else { return true };
            let Some(gains) = outlook.gains.get(&number) else { return true };
            let change: f64 = m.shape.changes.iter().map(|&(group, by)| f64::from(by) * gains[group]).sum();
            let half_an_agent = 0.5 * gains.iter().copied().fold(0.0, f64::max);
            promise.depth(standing.value) + change >= promise.depth(promise.wanted()) - half_an_agent
        };
        let of_period = |number: &usize| self.trials.promises[*number].scope == Scope::Period(m.period);
        self.shown_in_periods(m).into_iter().filter(of_period).all(keeps)
    }

    /// Tries some shapes in every period of a class at once and makes the moves that are allowed: how many.
    fn attempt(
        &self,
        plan: &mut Plan,
        refused: &mut Refused,
        shapes: &[(usize, &Shape)],
        class: usize,
        outlook: Option<&Outlook>,
    ) -> Result<usize, Interrupted> {
        let periods = (class..self.trials.periods.count).step_by(self.reach.stride());
        let moves: Vec<Move<'_>> = periods
            .flat_map(|period| shapes.iter().map(move |&(number, shape)| Move { number, shape, period }))
            .filter(|m| self.possible(plan, m) && !self.was_refused(plan, refused, m))
            .filter(|m| outlook.is_none_or(|outlook| self.has_a_chance(m, outlook)))
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

    /// Whether some small circle has more than one group.
    pub(in crate::planner) fn has_choices(&self) -> bool {
        self.reach.circles().iter().any(|groups| (2..=SMALL_CIRCLE).contains(&groups.len()))
    }

    fn in_small_circle(&self, m: &Move<'_>) -> bool {
        let circle = self.reach.circle_of(m.shape.first_group());
        (0..self.most.len()).filter(|group| self.reach.circle_of(*group) == circle).count() <= SMALL_CIRCLE
    }

    /// All moves of a circle that save something, the largest savings first.
    pub(super) fn shapes(&self, groups: &[usize]) -> Vec<Shape> {
        let dearest = groups.iter().map(|group| self.trials.prices.of(*group)).fold(0.0, f64::max);
        let small = groups.len() <= SMALL_CIRCLE;
        let least = if small { 1e-9 } else { WORTHWHILE * dearest };
        let steady = self.trials.periods.count == 1;
        let all = match groups.len() {
            1..=3 if steady => steps(groups, 7),
            4 if steady => steps(groups, 5),
            1..=3 => steps(groups, 4),
            _ if small => steps(groups, 3),
            _ => steps(groups, 2),
        };
        let one_agent = |changes: &Vec<(usize, i32)>| match changes[..] {
            [(one, _), (other, _)] => small || self.share_work(one, other),
            _ => small || changes.iter().all(|(_, by)| by.abs() == 1),
        };
        let mut shapes: Vec<Shape> = all.into_iter().filter(one_agent).map(|changes| self.shape(changes)).collect();
        shapes.retain(|shape| shape.saving > least);
        // Small changes first among those that save alike: they harm the least.
        shapes.sort_by(|a, b| b.saving.total_cmp(&a.saving).then(a.size().cmp(&b.size())));
        shapes.sort_by_key(|shape| shape.size() > 1);
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
    /// Agents that come or go.
    fn size(&self) -> u32 {
        self.changes.iter().map(|(_, by)| by.unsigned_abs()).sum()
    }

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

/// Every change of some groups' agents by at most three each and so many in all, no change left out.
fn steps(groups: &[usize], most: u32) -> Vec<Vec<(usize, i32)>> {
    let mut all: Vec<Vec<(usize, i32)>> = vec![Vec::new()];
    for group in groups {
        let longer = |changes: &Vec<(usize, i32)>| -> Vec<Vec<(usize, i32)>> {
            let size: u32 = changes.iter().map(|(_, by)| by.unsigned_abs()).sum();
            let by = (-3..=3).filter(|by: &i32| size + by.unsigned_abs() <= most);
            let with = |by| if by == 0 { changes.clone() } else { [changes.clone(), vec![(*group, by)]].concat() };
            by.map(with).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.retain(|changes| !changes.is_empty());
    all
}
