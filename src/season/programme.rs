//! The integer programme: hires and overtime of least expected cost that cover the need of every week.
//!
//! How many people begin with each possible class is whole, and so is the number of classes, which are neither smaller nor
//! larger than they may be; trainers are whole too. Hours of overtime and of time off are not.

use std::ops::Range;

use microlp::{
    ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolutionStatus, SolveOptions, SolveOutcome, Variable,
};

/// What a hiring plan of a group must cover, and what it may choose from. Hours are those of experienced people at work.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instance {
    /// Hours needed in each week.
    pub need: Vec<f64>,
    /// Hours that those bring who are there.
    pub there: Vec<f64>,
    /// Classes that may begin.
    pub choices: Vec<Choice>,
    /// Hours that may be added or given up.
    pub extras: Vec<Extra>,
    /// Fewest and most people of a class.
    pub size: (u32, u32),
    /// Most classes that begin in a week.
    pub classes: u32,
    /// Trainers, where people are trained.
    pub trainers: Option<Trainers>,
}

/// A class that may begin.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The week with which it begins, from 0.
    pub week: usize,
    /// Terms of its people, by index.
    pub terms: usize,
    /// What one of them costs over the horizon, without overtime and trainers.
    pub cost: f64,
    /// Hours that one of them brings in each week.
    pub hours: Vec<f64>,
    /// Weeks in which they are trained.
    pub training: Range<usize>,
}

/// Overtime, or time off, of the people on the same terms.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra {
    /// Terms, by index.
    pub terms: usize,
    /// Whether hours are added; else they are given up.
    pub adds: bool,
    /// What an hour costs, or saves.
    pub price: f64,
    /// Most hours of those who are there, in each week.
    pub there: Vec<f64>,
    /// Most hours of one person of each choice, in each week; empty where the choice is on other terms.
    pub each: Vec<Vec<f64>>,
}

/// Who trains new people.
#[derive(Clone, Debug, PartialEq)]
pub struct Trainers {
    /// How many there are; none: as many as it takes.
    pub most: Option<u32>,
    /// People whom one can have.
    pub trainees: u32,
    /// What one costs in each week.
    pub cost: Vec<f64>,
}

/// How long to search: nodes of the search tree, which are the same everywhere, and how far from the bound is near enough.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Most nodes.
    pub nodes: u64,
    /// A gap, as a share of the cost, that ends the search.
    pub gap: f64,
}

/// A solution.
#[derive(Clone, Debug, PartialEq)]
pub struct Solved {
    /// People of each choice.
    pub people: Vec<u32>,
    /// Hours of each extra by week.
    pub extras: Vec<Vec<f64>>,
    /// Expected cost of all that was chosen.
    pub cost: f64,
    /// What no solution costs less than.
    pub bound: f64,
}

/// Why there is no solution.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Unsolved {
    /// Whatever is chosen, so many hours are missing in each week, if as few as possible are missing in all.
    #[error("no choice of classes covers the need")]
    Missing(Vec<f64>),
    /// The solver found nothing within its nodes, or gave up.
    #[error("the programme cannot be solved: {0}")]
    Solver(String),
}

/// Solves the programme; where it has no solution, says what is missing.
///
/// # Errors
/// When the need cannot be covered, or the solver gives up.
pub fn solve(instance: &Instance, effort: Effort) -> Result<Solved, Unsolved> {
    let programme = Programme::new(instance, false);
    match programme.solution(effort) {
        Ok(solution) => Ok(programme.answer(instance, &solution)),
        Err(Error::Infeasible) => {
            let programme = Programme::new(instance, true);
            let solution = programme.solution(effort).map_err(|error| Unsolved::Solver(error.to_string()))?;
            let hours = |missing: &Variable| solution.var_value(*missing).max(0.0);
            Err(Unsolved::Missing(programme.missing.iter().map(hours).collect()))
        }
        Err(error) => Err(Unsolved::Solver(error.to_string())),
    }
}

struct Programme {
    problem: Problem,
    people: Vec<Variable>,
    /// Trainers in each week that has any, with what one costs.
    trainers: Vec<(Variable, f64)>,
    extras: Vec<Vec<Variable>>,
    /// Hours missing in each week, where that is allowed and nothing else counts.
    missing: Vec<Variable>,
}

impl Programme {
    fn new(instance: &Instance, may_miss: bool) -> Self {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let price = |cost: f64| if may_miss { 0.0 } else { cost };
        let most = instance.size.1.saturating_mul(instance.classes).min(MANY);
        let people =
            instance.choices.iter().map(|c| problem.add_integer_var(price(c.cost), (0, most as i32))).collect();
        let weeks = instance.need.len();
        let extra = |extra: &Extra| if extra.adds { price(extra.price) } else { -price(extra.price) };
        let mut of_extra = |e: &Extra| (0..weeks).map(|_| problem.add_var(extra(e), (0.0, f64::INFINITY))).collect();
        let extras = instance.extras.iter().map(&mut of_extra).collect();
        let missing = if may_miss { weeks } else { 0 };
        let missing = (0..missing).map(|_| problem.add_var(1.0, (0.0, f64::INFINITY))).collect();
        let mut programme = Self { problem, people, trainers: Vec::new(), extras, missing };
        programme.limit_classes(instance);
        programme.limit_training(instance, &price);
        programme.limit_extras(instance);
        programme.cover(instance);
        programme
    }

    fn solution(&self, effort: Effort) -> Result<Solution, Error> {
        let mut options = SolveOptions::default();
        options.node_limit = Some(effort.nodes);
        options.mip_gap = effort.gap;
        options.int_tol = WHOLE;
        match self.problem.solve_with(options)? {
            SolveOutcome::Solution(solution) => Ok(solution),
            SolveOutcome::Interrupted(_) => Err(Error::InternalError("nothing was found within the nodes".into())),
        }
    }

    /// So many classes begin with each week, each as large as it may be.
    fn limit_classes(&mut self, instance: &Instance) {
        let (least, most) = (f64::from(instance.size.0), f64::from(instance.size.1));
        let mut of_week: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); instance.need.len()];
        for (choice, people) in instance.choices.iter().zip(&self.people) {
            let classes = self.problem.add_integer_var(0.0, (0, instance.classes.min(MANY) as i32));
            self.problem.add_constraint([(*people, 1.0), (classes, -most)], ComparisonOp::Le, 0.0);
            self.problem.add_constraint([(*people, 1.0), (classes, -least)], ComparisonOp::Ge, 0.0);
            of_week[choice.week].push((classes, 1.0));
        }
        for classes in of_week.iter().filter(|classes| classes.len() > 1) {
            self.problem.add_constraint(classes.as_slice(), ComparisonOp::Le, f64::from(instance.classes));
        }
    }

    fn limit_training(&mut self, instance: &Instance, price: &dyn Fn(f64) -> f64) {
        let Some(trainers) = &instance.trainers else { return };
        for (week, cost) in trainers.cost.iter().enumerate() {
            let trains = |choice: &Choice| choice.training.contains(&week);
            let trained = instance.choices.iter().zip(&self.people).filter(|(choice, _)| trains(choice));
            let mut terms: Vec<(Variable, f64)> = trained.map(|(_, people)| (*people, 1.0)).collect();
            if terms.is_empty() {
                continue;
            }
            let most = trainers.most.unwrap_or(MANY).min(MANY) as i32;
            let needed = self.problem.add_integer_var(price(*cost), (0, most));
            self.trainers.push((needed, *cost));
            terms.push((needed, -f64::from(trainers.trainees)));
            self.problem.add_constraint(terms.as_slice(), ComparisonOp::Le, 0.0);
        }
    }

    fn limit_extras(&mut self, instance: &Instance) {
        for (extra, by_week) in instance.extras.iter().zip(&self.extras) {
            for (week, hours) in by_week.iter().enumerate() {
                let each = extra.each.iter().zip(&self.people).filter(|(each, _)| !each.is_empty());
                let each = each.map(|(each, people)| (*people, -each[week])).filter(|(_, most)| *most != 0.0);
                let terms: Vec<(Variable, f64)> = std::iter::once((*hours, 1.0)).chain(each).collect();
                self.problem.add_constraint(terms.as_slice(), ComparisonOp::Le, extra.there[week]);
            }
        }
    }

    fn cover(&mut self, instance: &Instance) {
        for (week, need) in instance.need.iter().enumerate() {
            let hired = instance.choices.iter().zip(&self.people).map(|(choice, people)| (*people, choice.hours[week]));
            let mut terms: Vec<(Variable, f64)> = hired.filter(|(_, hours)| *hours > 0.0).collect();
            let sign = |extra: &Extra| if extra.adds { 1.0 } else { -1.0 };
            terms.extend(instance.extras.iter().zip(&self.extras).map(|(extra, hours)| (hours[week], sign(extra))));
            terms.extend(self.missing.get(week).map(|missing| (*missing, 1.0)));
            if !terms.is_empty() {
                self.problem.add_constraint(terms.as_slice(), ComparisonOp::Ge, need - instance.there[week]);
            } else if *need > instance.there[week] {
                // Nothing can be chosen for this week: no solution, said in a way that the solver understands.
                let nothing = self.problem.add_var(0.0, (0.0, 0.0));
                self.problem.add_constraint([(nothing, 1.0)], ComparisonOp::Ge, need - instance.there[week]);
            }
        }
    }

    /// What the solution costs when people and trainers are the whole numbers that the solver means.
    fn cost(&self, instance: &Instance, solution: &Solution) -> f64 {
        let hired = self.people.iter().zip(&instance.choices).map(|(people, choice)| (*people, choice.cost));
        let whole = hired.chain(self.trainers.iter().copied());
        let off = |(variable, cost): (Variable, f64)| {
            let value = solution.var_value(variable);
            cost * (value.round() - value)
        };
        solution.objective() + whole.map(off).sum::<f64>()
    }

    fn answer(&self, instance: &Instance, solution: &Solution) -> Solved {
        let (reached, proven) = (self.cost(instance, solution), solution.stats().best_bound);
        let bound = match solution.status() {
            SolutionStatus::Optimal => reached,
            _ => proven.map_or(f64::NEG_INFINITY, |proven| proven.min(reached)),
        };
        let whole = |variable: &Variable| solution.var_value(*variable).round().max(0.0) as u32;
        let hours = |by_week: &Vec<Variable>| by_week.iter().map(|hours| solution.var_value(*hours).max(0.0)).collect();
        Solved {
            people: self.people.iter().map(whole).collect(),
            extras: self.extras.iter().map(hours).collect(),
            cost: reached,
            bound,
        }
    }
}

/// How far from a whole number the solver may leave people and trainers: less than what the least price makes visible.
const WHOLE: f64 = 1e-9;
/// More people than any class has: upper bounds of whole variables.
const MANY: u32 = 1_000_000;

impl Instance {
    /// Hours of a solution in a week, overtime and time off counted.
    #[must_use]
    pub fn hours(&self, solved: &Solved, week: usize) -> f64 {
        let hired = self.choices.iter().zip(&solved.people);
        let hired: f64 = hired.map(|(choice, people)| choice.hours[week] * f64::from(*people)).sum();
        let signed = |(extra, hours): (&Extra, &Vec<f64>)| if extra.adds { hours[week] } else { -hours[week] };
        self.there[week] + hired + self.extras.iter().zip(&solved.extras).map(signed).sum::<f64>()
    }
}
