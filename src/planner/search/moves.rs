//! Changes that make a plan cheaper: agents taken away, or some exchanged for others that cost less together.
//!
//! A change in one period shows in few others, so that changes some periods apart are tried in the same simulated
//! days, each judged by the promises in which it shows.

use std::collections::BTreeMap;

use super::raise::Gains;
use super::{CLEAR, Evidence, Interrupted, Search};
use crate::planner::{Place, Plan, Promise, Scope, Standing};

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

/// By how much of an agent an exchange may be expected to miss a promise and still be tried.
const PART_OF_AN_AGENT: f64 = 0.3;
/// Rounds of single agents and of exchanges.
const ROUNDS: usize = 12;

/// Circles with more groups than this are searched less closely: for exchanges of one agent for one of a group that
/// shares work with theirs, judged by the promises of the types that the groups handle.
const SMALL_CIRCLE: usize = 6;
/// What such an exchange must save, as a share of the dearest group's price.
const WORTHWHILE: f64 = 0.03;
/// Standard errors by which a look may still mislead about what the closest one will say.
const LIKELY: f64 = 1.5;

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
            while self.singles(plan, refused, &shapes)? > 0 {}
            if shapes.iter().flatten().all(|shape| shape.size() == 1) {
                break;
            }
            let outlook = self.outlook(plan)?;
            if self.exchanges(plan, refused, &shapes, &outlook)? == 0 {
                break;
            }
        }
        Ok(*plan != before)
    }

    /// What one agent does to each promise over a period, and where it stands now.
    fn outlook(&self, plan: &Plan) -> Result<Outlook, Interrupted> {
        let numbers: Vec<usize> =
            self.numbers().filter(|n| matches!(self.trials.promises[*n].scope, Scope::Period(_))).collect();
        Ok(Outlook { standing: self.first_look(plan)?, gains: self.gains(plan, &numbers)? })
    }

    /// Takes single agents away wherever that is allowed. How many went.
    fn singles(&self, plan: &mut Plan, refused: &mut Refused, by_circle: &[Vec<Shape>]) -> Result<usize, Interrupted> {
        let longest = by_circle.iter().map(Vec::len).max().unwrap_or(0);
        let mut made = 0;
        for (rank, class) in (0..longest).flat_map(|rank| (0..self.reach.stride()).map(move |class| (rank, class))) {
            if self.is_tired() {
                break;
            }
            let shapes: Vec<&Shape> =
                by_circle.iter().filter_map(|shapes| shapes.get(rank)).filter(|shape| shape.size() == 1).collect();
            let periods = (class..self.trials.periods.count).step_by(self.reach.stride());
            let moves = periods.flat_map(|period| shapes.iter().map(move |shape| Move { number: rank, shape, period }));
            let moves: Vec<Move<'_>> = moves.collect();
            // As long as it goes on being allowed.
            loop {
                let allowed = self.attempt(plan, refused, &moves)?.len();
                made += allowed;
                if allowed == 0 {
                    break;
                }
            }
        }
        Ok(made)
    }

    /// Tries in every period the exchanges that have the best chances. How many were made.
    fn exchanges(
        &self,
        plan: &mut Plan,
        refused: &mut Refused,
        by_circle: &[Vec<Shape>],
        outlook: &Outlook,
    ) -> Result<usize, Interrupted> {
        let steady = self.trials.periods.count == 1;
        let mut made: Vec<(usize, usize)> = Vec::new();
        let hopeful: Vec<Vec<Move<'_>>> = by_circle
            .iter()
            .flat_map(|shapes| (0..self.trials.periods.count).map(move |period| (shapes, period)))
            .map(|(shapes, period)| self.hopeful(plan, shapes, period, outlook, if steady { 24 } else { 4 }))
            .collect();
        let most = hopeful.iter().map(Vec::len).max().unwrap_or(0);
        for (rank, class) in (0..most).flat_map(|rank| (0..self.reach.stride()).map(move |class| (rank, class))) {
            if self.is_tired() {
                break;
            }
            let moves: Vec<Move<'_>> = hopeful
                .iter()
                .filter_map(|moves| moves.get(rank))
                .filter(|m| m.period % self.reach.stride() == class && !made.contains(&self.spot(m)))
                .copied()
                .collect();
            let allowed = self.attempt(plan, refused, &moves)?;
            made.extend(allowed.iter().map(|m| self.spot(m)));
        }
        Ok(made.len())
    }

    /// Where a move happens: circle and period.
    fn spot(&self, m: &Move<'_>) -> (usize, usize) {
        (self.reach.circle_of(m.shape.first_group()), m.period)
    }

    /// The exchanges of a period that have a chance, the best first.
    fn hopeful<'s>(
        &self,
        plan: &Plan,
        shapes: &'s [Shape],
        period: usize,
        outlook: &Outlook,
        most: usize,
    ) -> Vec<Move<'s>> {
        let of_several = shapes.iter().enumerate().filter(|(_, shape)| shape.size() > 1);
        let mut moves: Vec<(f64, Move<'_>)> = of_several
            .map(|(number, shape)| Move { number, shape, period })
            .filter(|m| self.possible(plan, m))
            .filter_map(|m| Some((self.chance(&m, outlook)?, m)))
            .collect();
        moves.sort_by(|a, b| b.0.total_cmp(&a.0));
        moves.into_iter().take(most).map(|(_, m)| m).collect()
    }

    /// How many agents' worth a move is expected to leave the tightest promise of its period beyond its goal; none where
    /// it would miss it by more than a part of an agent.
    fn chance(&self, m: &Move<'_>, outlook: &Outlook) -> Option<f64> {
        let room = |number: usize| {
            let promise = &self.trials.promises[number];
            let standing = outlook.standing.standing(number, promise)?;
            let gains = outlook.gains.get(&number)?;
            let change: f64 = m.shape.changes.iter().map(|&(group, by)| f64::from(by) * gains[group]).sum();
            let agent = gains.iter().copied().fold(1e-6, f64::max);
            Some((promise.depth(standing.value) + change - promise.depth(promise.wanted())) / agent)
        };
        let of_period = |number: &usize| self.trials.promises[*number].scope == Scope::Period(m.period);
        let rooms = self.shown_in_periods(m).into_iter().filter(of_period).filter_map(room);
        let tightest = rooms.fold(f64::INFINITY, f64::min);
        (tightest > -PART_OF_AN_AGENT).then_some(tightest)
    }

    /// Tries moves that do not show in each other in the same simulated days and makes those that are allowed.
    fn attempt<'s>(
        &self,
        plan: &mut Plan,
        refused: &mut Refused,
        moves: &[Move<'s>],
    ) -> Result<Vec<Move<'s>>, Interrupted> {
        let untried = |m: &&Move<'s>| self.possible(plan, m) && !self.was_refused(plan, refused, m);
        let moves: Vec<Move<'s>> = moves.iter().filter(untried).copied().collect();
        if moves.is_empty() {
            return Ok(Vec::new());
        }
        let mut tried = plan.clone();
        moves.iter().for_each(|m| m.make(&mut tried));
        let shown: Vec<Vec<usize>> = moves.iter().map(|m| self.shown_in_periods(m)).collect();
        let lost = |seen: &Evidence, m: usize| {
            shown[m].iter().filter_map(|n| self.standing(seen, *n)).any(|s| self.is_hopeless(&s, seen.replications))
        };
        let allowed = |seen: &Evidence, m: usize| shown[m].iter().all(|number| self.keeps(seen, *number));
        let open = |seen: &Evidence| (0..moves.len()).any(|m| !lost(seen, m) && !allowed(seen, m));
        let seen = self.settle(&tried, &open)?;
        let mut made = Vec::new();
        for (m, candidate) in moves.iter().enumerate() {
            if allowed(&seen, m) {
                candidate.make(plan);
                made.push(*candidate);
            } else {
                let key = (self.key(candidate), candidate.period);
                refused.0.insert(key, self.around(plan, candidate));
            }
        }
        Ok(made)
    }

    /// Whether a promise is missed, or on a day of many periods will hardly come out as kept in the closest look: there
    /// a longer look costs more than an agent in one of them.
    fn is_hopeless(&self, standing: &Standing, replications: u32) -> bool {
        if self.trials.periods.count == 1 {
            return standing.fails(CLEAR);
        }
        let closest = standing.error * (f64::from(replications) / f64::from(self.looks.1)).sqrt();
        standing.slack < CLEAR * closest - LIKELY * standing.error
    }

    /// A number for a shape that no other circle uses for one of its own.
    fn key(&self, m: &Move<'_>) -> usize {
        m.number * self.most.len() + m.shape.changes.first().map_or(0, |(group, _)| self.reach.circle_of(*group))
    }

    pub(super) fn possible(&self, plan: &Plan, m: &Move<'_>) -> bool {
        // Of what is not measured nothing is known: there the formulas' staff stays.
        self.trials.periods.is_measured(m.period)
            && m.shape.changes.iter().all(|&(group, by)| {
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
