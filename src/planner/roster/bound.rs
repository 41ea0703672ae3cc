//! What no roster undercuts: a linear programme over contracts in place of people, week by week.
//!
//! Each of its constraints is a sum over the people of a contract of what every one of them keeps (days and hours of a
//! week, one shift a day, leave), so every roster is a point of it at the same pay; overtime of a sum is at most the sum
//! of the overtimes. Rest, days in a row and whole numbers are left out, and so are steps just after the midnight of a
//! week's first day, which shifts of the week before may cover. What is left out can only make it cheaper: its least
//! cost is a lower bound. Breaks are implicit (Bechtold and Jacobs, Management Science 36(11), 1990).

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions, SolveOutcome, Variable};
use rayon::prelude::*;

use super::task::{DAYS_A_WEEK, Quota, Task};

/// What is known of all rosters of a task.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bound {
    /// No roster that covers the need costs less.
    pub cost: f64,
    /// By week: people missing over all steps, at least, in every roster; some prove that nobody can cover the need.
    pub missing: Vec<f64>,
    /// Weeks whose programme the solver gave up: their bound is the pay of the least that contracts ask for.
    pub unsolved: usize,
}

impl Bound {
    /// The bound of a task.
    #[must_use]
    pub fn of(task: &Task) -> Self {
        let weeks: Vec<Self> = (0..task.weeks()).into_par_iter().map(|week| Self::of_week(task, week)).collect();
        weeks.into_iter().fold(Self::default(), |mut sum, week| {
            sum.cost += week.cost;
            sum.missing.extend(week.missing);
            sum.unsolved += week.unsolved;
            sum
        })
    }

    fn of_week(task: &Task, week: usize) -> Self {
        let least = least_pay(task, week);
        match Programme::new(task, week, false).least() {
            Ok(cost) => Self { cost: cost.max(least), missing: vec![0.0], unsolved: 0 },
            Err(Error::Infeasible) => {
                let missing = Programme::new(task, week, true).least();
                let unsolved = usize::from(missing.is_err());
                Self { cost: least, missing: vec![missing.unwrap_or(0.0)], unsolved }
            }
            Err(_) => Self { cost: least, missing: vec![0.0], unsolved: 1 },
        }
    }
}

/// Pay for the least that each contract asks for in a week.
fn least_pay(task: &Task, week: usize) -> f64 {
    let of = |employee: &super::task::Employee| {
        let rules = &task.rules[employee.rules];
        let shapes = || rules.shapes.iter().map(|shape| &task.frame.shapes[*shape]);
        let hour = shapes().map(|shape| shape.premium).fold(f64::INFINITY, f64::min);
        let day = shapes().map(|shape| shape.premium * shape.hours).fold(f64::INFINITY, f64::min);
        let Quota { days, hours, .. } = employee.quotas[week];
        let by_days = if days.0 > 0 { days.0 as f64 * day } else { 0.0 };
        let by_hours = if hours.0 > 0.0 { hours.0 * hour } else { 0.0 };
        rules.pay * by_days.max(by_hours)
    };
    task.people.iter().map(of).sum()
}

type Terms = Vec<(Variable, f64)>;

/// People of a contract who start a shape at a step of a day.
#[derive(Clone, Copy)]
struct Start {
    day: usize,
    shape: usize,
    step: usize,
    people: Variable,
}

/// The programme of a week.
struct Programme<'a> {
    task: &'a Task,
    week: usize,
    problem: Problem,
    /// Whether people missing are made few, whatever it costs; otherwise money is, and nobody may be missing.
    missing: bool,
    starts: Vec<Start>,
    cover: Vec<Terms>,
}

impl<'a> Programme<'a> {
    fn new(task: &'a Task, week: usize, missing: bool) -> Self {
        let problem = Problem::new(OptimizationDirection::Minimize);
        let cover = vec![Terms::new(); task.frame.steps * (DAYS_A_WEEK + 2)];
        let mut programme = Self { task, week, problem, missing, starts: Vec::new(), cover };
        (0..task.rules.len()).for_each(|rules| programme.add_contract(rules));
        for shape in 0..task.frame.shapes.len() {
            (0..DAYS_A_WEEK).for_each(|day| programme.add_breaks(shape, day));
        }
        programme.add_limits();
        programme.add_need();
        programme
    }

    fn least(&self) -> Result<f64, Error> {
        match self.problem.solve_with(SolveOptions::default())? {
            SolveOutcome::Solution(solution) => Ok(solution.objective()),
            SolveOutcome::Interrupted(_) => Err(Error::InternalError("interrupted".into())),
        }
    }

    fn require(&mut self, terms: &Terms, relation: ComparisonOp, value: f64) {
        if !terms.is_empty() {
            self.problem.add_constraint(terms.as_slice(), relation, value);
        }
    }

    /// The starts of a contract's people, and what all of them together keep.
    fn add_contract(&mut self, number: usize) {
        let task = self.task;
        let rules = &task.rules[number];
        let people: Vec<_> = task.people.iter().filter(|employee| employee.rules == number).collect();
        let first = self.starts.len();
        for day in 0..DAYS_A_WEEK {
            let date = self.week * DAYS_A_WEEK + day;
            let from = self.starts.len();
            for &shape in rules.shapes.iter().filter(|shape| task.frame.shapes[**shape].days[date]) {
                self.add_starts(number, day, shape);
            }
            let open = people.iter().filter(|employee| employee.open[date]).count();
            let today = self.sum(from, |_| 1.0);
            self.require(&today, ComparisonOp::Le, open as f64);
        }
        let total = |of: fn(&Quota) -> f64| people.iter().map(|employee| of(&employee.quotas[self.week])).sum::<f64>();
        let (least, most) = (total(|quota| quota.days.0 as f64), total(|quota| quota.days.1 as f64));
        let (least_hours, most_hours) = (total(|quota| quota.hours.0), total(|quota| quota.hours.1));
        let beyond = total(|quota| quota.overtime);
        let (days, hours) = (self.sum(first, |_| 1.0), self.sum(first, |start| task.frame.shapes[start.shape].hours));
        self.require(&days, ComparisonOp::Ge, least);
        self.require(&days, ComparisonOp::Le, most);
        self.require(&hours, ComparisonOp::Ge, least_hours - super::task::SAME);
        if most_hours.is_finite() {
            let overtime = self.problem.add_var(self.money(rules.overtime_extra), (0.0, beyond.max(0.0)));
            let hours = hours.into_iter().chain([(overtime, -1.0)]).collect();
            self.require(&hours, ComparisonOp::Le, most_hours + super::task::SAME);
        }
    }

    fn money(&self, money: f64) -> f64 {
        if self.missing { 0.0 } else { money }
    }

    fn sum(&self, from: usize, factor: impl Fn(&Start) -> f64) -> Terms {
        self.starts[from..].iter().map(|start| (start.people, factor(start))).collect()
    }

    fn add_starts(&mut self, rules: usize, day: usize, shape: usize) {
        let form = &self.task.frame.shapes[shape];
        let cost = self.money(self.task.rules[rules].pay * form.hours * form.premium);
        for &step in &form.starts {
            let people = self.problem.add_var(cost, (0.0, f64::INFINITY));
            let midnight = day * self.task.frame.steps;
            (midnight + step..midnight + step + form.length).for_each(|step| self.cover[step].push((people, 1.0)));
            self.starts.push(Start { day, shape, step, people });
        }
    }

    /// The breaks of all who start a shape on a day, whatever their contract: up to each step no more have begun than
    /// windows have opened, and no fewer than have closed.
    fn add_breaks(&mut self, shape: usize, day: usize) {
        let form = &self.task.frame.shapes[shape];
        let meant = |start: &&Start| start.day == day && start.shape == shape;
        let own: Vec<(usize, Variable)> =
            self.starts.iter().filter(meant).map(|start| (start.step, start.people)).collect();
        let (Some(first), Some(last)) = (form.starts.first(), form.starts.last()) else { return };
        for window in form.breaks.iter().filter(|_| !own.is_empty()) {
            let mut before: Option<Variable> = None;
            for step in first + window.from..=last + window.to {
                let begins = self.problem.add_var(0.0, (0.0, f64::INFINITY));
                let away = day * self.task.frame.steps + step;
                (away..away + window.length).for_each(|step| self.cover[step].push((begins, -1.0)));
                let begun = self.problem.add_var(0.0, (0.0, f64::INFINITY));
                let sum =
                    [(begun, 1.0), (begins, -1.0)].into_iter().chain(before.map(|before| (before, -1.0))).collect();
                self.require(&sum, ComparisonOp::Eq, 0.0);
                for (after, than) in [(window.from, ComparisonOp::Le), (window.to, ComparisonOp::Ge)] {
                    let due = own.iter().filter(|(start, _)| start + after <= step).map(|(_, people)| (*people, -1.0));
                    let terms = [(begun, 1.0)].into_iter().chain(due).collect();
                    self.require(&terms, than, 0.0);
                }
                before = Some(begun);
            }
        }
    }

    fn add_limits(&mut self) {
        for (limit, day) in
            self.task.frame.limits.iter().flat_map(|limit| (0..DAYS_A_WEEK).map(move |day| (limit, day)))
        {
            let meant = |start: &&Start| start.day == day && limit.shapes.contains(&start.shape);
            let terms = self.starts.iter().filter(meant).map(|start| (start.people, 1.0)).collect();
            self.require(&terms, ComparisonOp::Le, f64::from(limit.most));
        }
    }

    fn add_need(&mut self) {
        let frame = &self.task.frame;
        let reach =
            |shape: &crate::planner::schedule::Shape| shape.starts.last().map_or(0, |start| start + shape.length);
        let reached = frame.shapes.iter().map(reach).max().unwrap_or(0).saturating_sub(frame.steps);
        let midnight = self.week * DAYS_A_WEEK * frame.steps;
        for step in reached..DAYS_A_WEEK * frame.steps {
            let need = frame.need[midnight + step];
            if need == 0 {
                continue;
            }
            let mut terms = std::mem::take(&mut self.cover[step]);
            if self.missing {
                terms.push((self.problem.add_var(1.0, (0.0, f64::INFINITY)), 1.0));
            } else if terms.is_empty() {
                // Nobody can ever be there: a row without terms would be no row.
                terms.push((self.problem.add_var(0.0, (0.0, 0.0)), 1.0));
            }
            self.require(&terms, ComparisonOp::Ge, f64::from(need));
        }
    }
}
