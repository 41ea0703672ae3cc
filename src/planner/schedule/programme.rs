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

use std::time::Duration;

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolveOptions, SolveOutcome, Variable};

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

/// What the programme says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    /// No roster costs less.
    pub(super) bound: f64,
    /// Steps that nobody can cover, summed over people, as far as the relaxation shows; 0 where the need can be met.
    pub(super) missing: f64,
    /// People of each contract.
    pub(super) people: Vec<f64>,
    /// Starts: contract, day, shape, step from midnight, how many.
    pub(super) starts: Vec<Start>,
    /// Breaks: contract, day, shape, which break, step from midnight, how many.
    pub(super) pauses: Vec<Pause>,
    /// Whether it is proven that nothing whole is cheaper.
    pub(super) proven: bool,
}

/// People of a contract who start a shape at a step of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Start {
    /// Contract.
    pub(super) terms: usize,
    /// Day.
    pub(super) day: usize,
    /// Shape.
    pub(super) shape: usize,
    /// Steps from midnight.
    pub(super) step: usize,
    /// How many people.
    pub(super) people: f64,
}

/// People of a contract and shape who begin a break at a step of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pause {
    /// Contract.
    pub(super) terms: usize,
    /// Day on which the shift starts.
    pub(super) day: usize,
    /// Shape.
    pub(super) shape: usize,
    /// Which of its breaks.
    pub(super) place: usize,
    /// Steps from midnight.
    pub(super) step: usize,
    /// How many people.
    pub(super) people: f64,
}

type Terms = Vec<(Variable, f64)>;

/// The programme under construction.
struct Builder<'a> {
    instance: &'a Instance,
    problem: Problem,
    whole: Whole,
    people: Vec<Variable>,
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
const MANY: i32 = 1_000_000;

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
/// A sentence, when the solver gives up on it.
pub(super) fn solve(instance: &Instance, whole: Whole, limits: Limits) -> Result<Option<Answer>, String> {
    let builder = Builder::new(instance, whole);
    let mut options = SolveOptions::default();
    options.node_limit = Some(limits.nodes);
    options.time_limit = Some(limits.time);
    match builder.problem.solve_with(options) {
        Ok(SolveOutcome::Solution(solution)) => Ok(Some(builder.answer(&solution))),
        Ok(SolveOutcome::Interrupted(_)) => Ok(None),
        Err(Error::Infeasible) => Err("the contracts ask for more work than their shifts allow".into()),
        Err(error) => Err(error.to_string()),
    }
}

impl<'a> Builder<'a> {
    fn new(instance: &'a Instance, whole: Whole) -> Self {
        let mut builder = Self {
            instance,
            problem: Problem::new(OptimizationDirection::Minimize),
            whole,
            people: Vec::new(),
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

    fn count(&mut self, cost: f64, whole: bool) -> Variable {
        if whole {
            self.problem.add_integer_var(cost, (0, MANY))
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
        let bounds = (least.min(MANY as u32) as i32, most.min(MANY as u32) as i32);
        let people = self.problem.add_integer_var(0.0, bounds);
        self.people.push(people);
        let mut duties = Terms::new();
        let mut hours = Terms::new();
        for day in 0..self.instance.days {
            let today = self.add_day(number, day, &mut hours);
            let there = today.iter().map(|(start, _)| (*start, 1.0)).chain([(people, -1.0)]).collect();
            self.require(&there, ComparisonOp::Le, 0.0);
            duties.extend(today);
        }
        self.between(&duties, people, (terms.days.0 as f64, terms.days.1 as f64), None);
        let overtime = (terms.overtime > 0.0).then(|| self.add_overtime(number, people));
        self.between(&hours, people, terms.hours, overtime);
    }

    fn add_overtime(&mut self, number: usize, people: Variable) -> Variable {
        let terms = &self.instance.terms[number];
        let overtime = self.problem.add_var(terms.overtime_extra, (0.0, f64::INFINITY));
        self.require(&vec![(overtime, 1.0), (people, -terms.overtime)], ComparisonOp::Le, 0.0);
        overtime
    }

    /// `least * people <= sum <= most * people + beyond`.
    fn between(&mut self, sum: &Terms, people: Variable, (least, most): (f64, f64), beyond: Option<Variable>) {
        let against = |factor: f64| sum.iter().copied().chain([(people, -factor)]).collect::<Terms>();
        if least > 0.0 {
            self.require(&against(least), ComparisonOp::Ge, 0.0);
        }
        if most.is_finite() {
            let mut terms = against(most);
            terms.extend(beyond.map(|variable| (variable, -1.0)));
            self.require(&terms, ComparisonOp::Le, 0.0);
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
        let dearest = MISSING * self.instance.dearest_week().max(1.0);
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
        let optimal = solution.stats().best_bound.unwrap_or_else(|| solution.objective());
        Answer {
            bound: optimal.min(solution.objective()),
            missing: self.missing.iter().map(|variable| solution.var_value(*variable)).sum(),
            people: self.people.iter().map(|variable| solution.var_value(*variable).round()).collect(),
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
            proven: solution.status() == microlp::SolutionStatus::Optimal,
        }
    }
}
