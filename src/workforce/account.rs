//! What a week leaves behind: heads, hours and money.

use std::ops::AddAssign;

/// Hours of people.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Hours {
    /// Paid.
    pub paid: f64,
    /// To be worked by the roster; ill people included.
    pub rostered: f64,
    /// Logged in.
    pub worked: f64,
}

impl Hours {
    /// Of agents of whom only presence is known: a share of paid time, `shrinkage` (0..1), is away from the work.
    #[must_use]
    pub fn of_presence(worked: f64, shrinkage: f64) -> Self {
        let paid = worked / (1.0 - shrinkage);
        Self { paid, rostered: worked, worked }
    }
}

/// Money by what it is for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Hours of contracts, without overtime.
    pub wages: f64,
    /// Overtime.
    pub overtime: f64,
    /// Outsourced people.
    pub outsourced: f64,
    /// Hiring.
    pub hiring: f64,
    /// Initial training: what it costs beside the pay of who is trained, trainers included.
    pub training: f64,
}

impl Cost {
    /// All of it.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.wages + self.overtime + self.outsourced + self.hiring + self.training
    }
}

/// A group's week.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Week {
    /// Employed at its start, those who begin with it included.
    pub headcount: u32,
    /// Who begin with it.
    pub starters: u32,
    /// Who leave at its end.
    pub leavers: u32,
    /// In initial training.
    pub in_training: u32,
    /// In their first weeks with contacts.
    pub nesting: u32,
    /// Everybody else: who take contacts on their own.
    pub productive: u32,
    /// The account of hours.
    pub hours: Hours,
    /// Hours that the plan asks for.
    pub planned_hours: f64,
    /// Paid hours beyond the contracts.
    pub overtime_hours: f64,
    /// Hours given up unpaid.
    pub time_off_hours: f64,
    /// Hours with work in hand.
    pub busy_hours: f64,
    /// Contacts taken.
    pub contacts: u32,
    /// Those of angry customers.
    pub angry: u32,
    /// The sum of rostered hours times the factor on handling time.
    pub paced_hours: f64,
    /// Money.
    pub cost: Cost,
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.wages += other.wages;
        self.overtime += other.overtime;
        self.outsourced += other.outsourced;
        self.hiring += other.hiring;
        self.training += other.training;
    }
}

/// A figure of a week.
#[derive(Clone, Copy, Debug)]
pub struct WeekFigure {
    /// Its name in the result document.
    pub name: &'static str,
    /// Numerator and denominator in one replication; counts, hours and money are over 1.
    pub parts: fn(&Week) -> (f64, f64),
}

fn count(n: u32) -> (f64, f64) {
    (f64::from(n), 1.0)
}

/// Every figure of a week, each a sum over a sum.
pub const WEEK_FIGURES: &[WeekFigure] = &[
    WeekFigure { name: "headcount", parts: |w| count(w.headcount) },
    WeekFigure { name: "starters", parts: |w| count(w.starters) },
    WeekFigure { name: "leavers", parts: |w| count(w.leavers) },
    WeekFigure { name: "in_training", parts: |w| count(w.in_training) },
    WeekFigure { name: "nesting", parts: |w| count(w.nesting) },
    WeekFigure { name: "productive", parts: |w| count(w.productive) },
    WeekFigure { name: "planned_hours", parts: |w| (w.planned_hours, 1.0) },
    WeekFigure { name: "paid_hours", parts: |w| (w.hours.paid, 1.0) },
    WeekFigure { name: "rostered_hours", parts: |w| (w.hours.rostered, 1.0) },
    WeekFigure { name: "worked_hours", parts: |w| (w.hours.worked, 1.0) },
    WeekFigure { name: "overtime_hours", parts: |w| (w.overtime_hours, 1.0) },
    WeekFigure { name: "time_off_hours", parts: |w| (w.time_off_hours, 1.0) },
    WeekFigure { name: "occupancy", parts: |w| (w.busy_hours, w.hours.worked) },
    WeekFigure { name: "angry", parts: |w| (f64::from(w.angry), f64::from(w.contacts)) },
    WeekFigure { name: "handle_factor", parts: |w| (w.paced_hours, w.hours.rostered) },
    WeekFigure { name: "cost", parts: |w| (w.cost.total(), 1.0) },
    WeekFigure { name: "cost_of_wages", parts: |w| (w.cost.wages, 1.0) },
    WeekFigure { name: "cost_of_overtime", parts: |w| (w.cost.overtime, 1.0) },
    WeekFigure { name: "cost_of_outsourcing", parts: |w| (w.cost.outsourced, 1.0) },
    WeekFigure { name: "cost_of_hiring", parts: |w| (w.cost.hiring, 1.0) },
    WeekFigure { name: "cost_of_training", parts: |w| (w.cost.training, 1.0) },
];
