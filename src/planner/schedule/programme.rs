//! The integer programme: least cost at which the need is covered.
//!
//! Breaks are implicit (Bechtold and Jacobs, "Implicit modeling of flexible break assignments in optimal shift
//! scheduling", Management Science 36(11), 1990): not every combination of a start with its breaks is a variable, but
//! the starts of a shape, and the breaks that begin in a step, whoever takes them. As windows move with the start of
//! the shift, breaks can be handed out in the order of the starts whenever, up to every step, no more have begun than
//! shifts whose window has opened, and no fewer than shifts whose window has closed.
//!
//! Days off are implicit too: where no day has more people at work than there are, and the days of all people together
//! are enough for each to work his own, they can be dealt out (Gale and Ryser, 1957).

use std::collections::BTreeSet;
use std::time::Duration;

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolutionStatus, SolveOptions, SolveOutcome, Variable,
};

use super::answer::{Answer, Pause, Start};
use super::instance::Instance;

/// What of the programme must be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whole {
    /// Nothing but the numbers of people: a bound on the cost, and quick.
    People,
    /// Everything: a roster.
    All,
}

/// How long to search. Nodes are the same everywhere, time is not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// Most nodes of the search tree.
    pub(super) nodes: u64,
    /// Most time.
    pub(super) time: Duration,
}

/// What is to be small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    /// Money, with a high price on people missing.
    Cost,
    /// People missing, whatever it costs: none of them proves that the need can be covered as far as this programme
    /// sees, some that no roster covers it.
    Missing,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsolved {
    /// The rules of the contracts leave no roster, whatever the need.
    #[error("the contracts ask for more work than their shifts allow")]
    Contracts,
    /// The time was over before anything was found.
    #[error("the time was over before the relaxation was solved")]
    Time,
    /// The solver gave up.
    #[error("the programme cannot be solved: {0}")]
    Solver(String),
}

type Terms = Vec<(Variable, f64)>;

/// The programme under construction.
struct Builder<'a> {
    instance: &'a Instance,
    problem: Problem,
    whole: Whole,
    aim: Aim,
    people: Vec<Variable>,
    /// What each contract's people must be enough for: a sum, and how much of it one person does.
    asked: Vec<(usize, Terms, f64)>,
    starts: Vec<(Start, Variable)>,
    pauses: Vec<(Pause, Variable)>,
    /// People not there although needed, where that is allowed at a price.
    missing: Vec<Variable>,
    cover: Vec<Terms>,
}

/// Price of one person missing in one step, in weeks of the dearest contract: so high that a whole person is hired even
/// for the small part that a relaxation finds missing.
const MISSING: f64 = 1000.0;

/// More people than any plan has: upper bounds of whole variables.
const MANY: u32 = 1_000_000;

/// Most rows about rest between two days: each is true by itself, and some leave little to the others.
const MOST_ROWS: usize = 12;

/// Variables that a search tree can deal with; beyond, only numbers of people are whole.
const SEARCHABLE: usize = 300;

/// Whether the programme is small enough to be solved as a whole.
#[must_use]
pub(super) fn is_small(instance: &Instance) -> bool {
    let per_day = |shape: usize| {
        let shape = &instance.shapes[shape];
        let spread = shape.starts.last().zip(shape.starts.first()).map_or(0, |(last, first)| last - first);
        let pauses: usize = shape.breaks.iter().map(|window| spread + window.to - window.from + 1).sum();
        (shape.starts.len() + pauses) * shape.days.iter().filter(|works| **works).count()
    };
    instance.terms.iter().flat_map(|terms| terms.shapes.iter().map(|shape| per_day(*shape))).sum::<usize>()
        <= SEARCHABLE
}

/// Solves the programme, or its relaxation with whole people.
///
/// # Errors
/// When the rules leave nothing, the time is over, or the solver gives up.
pub(super) fn solve(instance: &Instance, whole: Whole, limits: Limits) -> Result<Answer, Unsolved> {
    let builder = Builder::new(instance, whole, Aim::Cost);
    Ok(builder.answer(&builder.solution(limits)?))
}

/// People missing over all steps in every roster, at least: more than none proves that the need cannot be covered.
///
/// # Errors
/// As of [`solve`].
pub(super) fn least_missing(instance: &Instance, limits: Limits) -> Result<f64, Unsolved> {
    Ok(bound(&Builder::new(instance, Whole::People, Aim::Missing).solution(limits)?))
}

/// What no whole solution undercuts: of a search that was cut short, only what it had proven by then.
fn bound(solution: &Solution) -> f64 {
    let (reached, proven) = (solution.objective(), solution.stats().best_bound);
    match solution.status() {
        SolutionStatus::Optimal => proven.map_or(reached, |proven| proven.min(reached)),
        _ => proven.map_or(0.0, |proven| proven.min(reached)),
    }
}

impl<'a> Builder<'a> {
    fn new(instance: &'a Instance, whole: Whole, aim: Aim) -> Self {
        let mut builder = Self {
            instance,
            problem: Problem::new(OptimizationDirection::Minimize),
            whole,
            aim,
            people: Vec::new(),
            asked: Vec::new(),
            starts: Vec::new(),
            pauses: Vec::new(),
            missing: Vec::new(),
            cover: vec![Vec::new(); instance.horizon()],
        };
        (0..instance.terms.len()).for_each(|terms| builder.add_contract(terms));
        builder.add_limits();
        builder.add_need();
        builder
    }

    fn solution(&self, limits: Limits) -> Result<Solution, Unsolved> {
        let mut options = SolveOptions::default();
        options.node_limit = Some(limits.nodes);
        options.time_limit = Some(limits.time);
        match self.problem.solve_with(options) {
            Ok(SolveOutcome::Solution(solution)) => Ok(solution),
            Ok(SolveOutcome::Interrupted(_)) => Err(Unsolved::Time),
            Err(Error::Infeasible) => Err(Unsolved::Contracts),
            Err(error) => Err(Unsolved::Solver(error.to_string())),
        }
    }

    fn count(&mut self, cost: f64, whole: bool) -> Variable {
        let cost = if self.aim == Aim::Cost { cost } else { 0.0 };
        if whole {
            self.problem.add_integer_var(cost, (0, MANY as i32))
        } else {
            self.problem.add_var(cost, (0.0, f64::INFINITY))
        }
    }

    fn require(&mut self, terms: &Terms, relation: ComparisonOp, value: f64) {
        if !terms.is_empty() {
            self.problem.add_constraint(terms.as_slice(), relation, value);
        }
    }

    fn add_contract(&mut self, number: usize) {
        let terms = &self.instance.terms[number];
        let (least, most) = terms.people;
        let bounds = (least.min(MANY) as i32, most.min(self.useful(least)) as i32);
        let people = self.problem.add_integer_var(0.0, bounds);
        self.people.push(people);
        let mut duties = Terms::new();
        let mut hours = Terms::new();
        let mut days = Vec::new();
        for day in 0..self.instance.days {
            let from = self.starts.len();
            let today = self.add_day(number, day, &mut hours);
            days.push(from..self.starts.len());
            self.at_most(number, today.clone(), 1.0);
            duties.extend(today);
        }
        self.add_rest(number, &days);
        self.between(number, &duties, (terms.days.0 as f64, terms.days.1 as f64), None);
        let overtime = (terms.overtime > 0.0).then(|| self.add_overtime(number));
        self.between(number, &hours, terms.hours, overtime);
    }

    /// More people than this have nothing to do: where each covers something that is missing without the others, there
    /// are no more of them than people needed over all steps.
    fn useful(&self, least: u32) -> u32 {
        let need: u64 = self.instance.need.iter().map(|need| u64::from(*need)).sum();
        u32::try_from(need).unwrap_or(MANY).max(least).min(MANY)
    }

    /// `sum <= factor * people`.
    fn at_most(&mut self, number: usize, sum: Terms, factor: f64) {
        if sum.is_empty() {
            return;
        }
        let against: Terms = sum.iter().copied().chain([(self.people[number], -factor)]).collect();
        self.require(&against, ComparisonOp::Le, 0.0);
        self.asked.push((number, sum, factor));
    }

    /// Whoever ends late on a day cannot begin early on the next: of the duties of both days that leave no rest around
    /// a start, one person works one at most.
    fn add_rest(&mut self, number: usize, days: &[std::ops::Range<usize>]) {
        let instance = self.instance;
        let terms = &instance.terms[number];
        for (day, today) in days.iter().enumerate().filter(|_| days.len() > 1) {
            let next = &self.starts[days[(day + 1) % days.len()].clone()];
            let rest = instance.rest_after(terms, day + 1 == days.len());
            let late_for = |begin: usize| -> Terms {
                let late =
                    |start: &Start| start.step + instance.shapes[start.shape].length + rest > instance.steps + begin;
                self.starts[today.clone()].iter().filter(|(s, _)| late(s)).map(|(_, v)| (*v, 1.0)).collect()
            };
            let begins: BTreeSet<usize> = next.iter().map(|(start, _)| start.step).collect();
            let mut rows: Vec<(usize, Terms)> = begins.into_iter().map(|begin| (begin, late_for(begin))).collect();
            rows.retain(|(_, late)| !late.is_empty());
            // Of starts for which the same ends are too late, the last one says it for all.
            rows.reverse();
            rows.dedup_by_key(|(_, late)| late.len());
            let before = |begin: usize| next.iter().filter(move |(s, _)| s.step <= begin).map(|(_, v)| (*v, 1.0));
            let step = rows.len().div_ceil(MOST_ROWS).max(1);
            let sums: Vec<Terms> = rows
                .iter()
                .step_by(step)
                .map(|(begin, late)| late.iter().copied().chain(before(*begin)).collect())
                .collect();
            sums.into_iter().for_each(|sum| self.at_most(number, sum, 1.0));
        }
    }

    fn add_overtime(&mut self, number: usize) -> Variable {
        let terms = &self.instance.terms[number];
        let cost = if self.aim == Aim::Cost { terms.overtime_extra } else { 0.0 };
        let overtime = self.problem.add_var(cost, (0.0, f64::INFINITY));
        self.at_most(number, vec![(overtime, 1.0)], terms.overtime);
        overtime
    }

    /// `least * people <= sum <= most * people + beyond`.
    fn between(&mut self, number: usize, sum: &Terms, (least, most): (f64, f64), beyond: Option<Variable>) {
        if least > 0.0 {
            let against: Terms = sum.iter().copied().chain([(self.people[number], -least)]).collect();
            self.require(&against, ComparisonOp::Ge, 0.0);
        }
        if most.is_finite() {
            let sum = sum.iter().copied().chain(beyond.map(|variable| (variable, -1.0))).collect();
            self.at_most(number, sum, most);
        }
    }

    /// The starts of a day; their paid hours are added to `hours`.
    fn add_day(&mut self, number: usize, day: usize, hours: &mut Terms) -> Terms {
        let instance = self.instance;
        let mut today = Terms::new();
        for &shape in instance.terms[number].shapes.iter().filter(|shape| instance.shapes[**shape].days[day]) {
            let cost = instance.pay(&instance.terms[number], shape);
            let from = self.starts.len();
            for &step in &instance.shapes[shape].starts {
                let variable = self.count(cost, self.whole == Whole::All);
                let midnight = day * instance.steps;
                for there in step..step + instance.shapes[shape].length {
                    self.cover[(midnight + there) % instance.horizon()].push((variable, 1.0));
                }
                self.starts.push((Start { terms: number, day, shape, step, people: 0.0 }, variable));
            }
            let starts: Vec<(usize, Variable)> = self.starts[from..].iter().map(|(s, v)| (s.step, *v)).collect();
            for place in 0..instance.shapes[shape].breaks.len() {
                self.add_break(Pause { terms: number, day, shape, place, step: 0, people: 0.0 }, &starts);
            }
            today.extend(starts.iter().map(|(_, variable)| (*variable, 1.0)));
            hours.extend(starts.iter().map(|(_, variable)| (*variable, instance.shapes[shape].hours)));
        }
        today
    }

    /// The beginnings of one break: `begun` counts them up to each step.
    fn add_break(&mut self, pause: Pause, starts: &[(usize, Variable)]) {
        let instance = self.instance;
        let window = instance.shapes[pause.shape].breaks[pause.place];
        let (Some(first), Some(last)) = (starts.first(), starts.last()) else { return };
        let mut before: Option<Variable> = None;
        for step in first.0 + window.from..=last.0 + window.to {
            let begins = self.count(0.0, self.whole == Whole::All);
            for there in step..step + window.length {
                self.cover[(pause.day * instance.steps + there) % instance.horizon()].push((begins, -1.0));
            }
            self.pauses.push((Pause { step, ..pause }, begins));
            let begun = self.problem.add_var(0.0, (0.0, f64::INFINITY));
            let sum = [(begun, 1.0), (begins, -1.0)].into_iter().chain(before.map(|before| (before, -1.0))).collect();
            self.require(&sum, ComparisonOp::Eq, 0.0);
            self.hold_against(begun, starts, step, window.from, ComparisonOp::Le);
            self.hold_against(begun, starts, step, window.to, ComparisonOp::Ge);
            before = Some(begun);
        }
    }

    fn hold_against(
        &mut self,
        begun: Variable,
        starts: &[(usize, Variable)],
        step: usize,
        after: usize,
        than: ComparisonOp,
    ) {
        let due = starts.iter().filter(|(start, _)| start + after <= step).map(|(_, variable)| (*variable, -1.0));
        let terms: Terms = [(begun, 1.0)].into_iter().chain(due).collect();
        self.require(&terms, than, 0.0);
    }

    fn add_limits(&mut self) {
        let instance = self.instance;
        for (limit, day) in instance.limits.iter().flat_map(|limit| (0..instance.days).map(move |day| (limit, day))) {
            let meant = |start: &Start| start.day == day && limit.shapes.contains(&start.shape);
            let terms = self.starts.iter().filter(|(start, _)| meant(start)).map(|(_, v)| (*v, 1.0)).collect();
            self.require(&terms, ComparisonOp::Le, f64::from(limit.most));
        }
    }

    /// The need of each step; what cannot be covered is counted at a price far above that of any shift.
    fn add_need(&mut self) {
        let price = MISSING * self.instance.dearest_week().max(1.0);
        let dearest = if self.aim == Aim::Cost { price } else { 1.0 };
        for (step, &need) in self.instance.need.iter().enumerate().filter(|(_, need)| **need > 0) {
            let missing = self.problem.add_var(dearest, (0.0, f64::INFINITY));
            self.missing.push(missing);
            let mut terms = std::mem::take(&mut self.cover[step]);
            terms.push((missing, 1.0));
            self.require(&terms, ComparisonOp::Ge, f64::from(need));
        }
    }

    fn answer(&self, solution: &Solution) -> Answer {
        let value = |variable: Variable| {
            let value = solution.var_value(variable);
            if self.whole == Whole::All { value.round() } else { value }
        };
        Answer {
            bound: bound(solution),
            missing: self.missing.iter().map(|variable| solution.var_value(*variable)).sum(),
            people: (0..self.people.len()).map(|number| self.enough(solution, number)).collect(),
            starts: self
                .starts
                .iter()
                .map(|(s, v)| Start { people: value(*v), ..*s })
                .filter(|s| s.people > 1e-7)
                .collect(),
            pauses: self
                .pauses
                .iter()
                .map(|(p, v)| Pause { people: value(*v), ..*p })
                .filter(|p| p.people > 1e-7)
                .collect(),
            proven: solution.status() == SolutionStatus::Optimal,
        }
    }

    /// As few people as the duties of a solution ask for: people without work cost nothing, so the solver may name any
    /// number of them.
    fn enough(&self, solution: &Solution, number: usize) -> f64 {
        let value =
            |sum: &Terms| sum.iter().map(|(variable, factor)| solution.var_value(*variable) * factor).sum::<f64>();
        let own = self.asked.iter().filter(|(of, ..)| *of == number);
        let asked = own.map(|(_, sum, factor)| value(sum) / factor).fold(0.0, f64::max);
        let (least, said) = (self.instance.terms[number].people.0, solution.var_value(self.people[number]).round());
        (asked - 1e-6).ceil().max(f64::from(least)).min(said)
    }
}
