//! Names and whole numbers of the groups.

use super::super::{FittedCentre, FittedStaff};
use super::calendar::{Calendar, arrivals_of};
use crate::scenario::{AgentGroup, Staffing};

/// What each group is called: by the types that it takes, or by those that it does not where these are fewer.
pub(super) fn names(centre: &FittedCentre, staff: &FittedStaff) -> Vec<String> {
    let name = |takes: &[usize]| {
        let of = |places: &mut dyn Iterator<Item = usize>| {
            places.map(|place| centre.types[place].name.as_str()).collect::<Vec<_>>().join("+")
        };
        let missing = centre.types.len() - takes.len();
        match (missing, takes.len()) {
            (0, 1) => "agents".to_owned(),
            (0, _) => "everything".to_owned(),
            (_, 1) => format!("{} only", of(&mut takes.iter().copied())),
            (missing, taken) if missing < taken => {
                format!("all but {}", of(&mut (0..centre.types.len()).filter(|place| !takes.contains(place))))
            }
            _ => of(&mut takes.iter().copied()),
        }
    };
    let mut names: Vec<String> = Vec::new();
    for group in &staff.groups {
        let name = name(&group.takes);
        let free = |one: &String| !names.contains(one);
        let mut numbered = (1..).map(|number| if number == 1 { name.clone() } else { format!("{name} ({number})") });
        names.extend(numbered.find(free));
    }
    names
}

/// Agents of each group in each interval of all days, in whole numbers.
pub(super) fn numbers(centre: &FittedCentre, staff: &FittedStaff, calendar: &Calendar) -> Vec<Vec<u32>> {
    let mut all: Vec<Vec<u32>> = vec![Vec::new(); staff.groups.len()];
    for weekday in &calendar.weekdays {
        let of_day = of_weekday(centre, staff, *weekday);
        all.iter_mut().zip(of_day).for_each(|(all, own)| all.extend(own));
    }
    all
}

/// Agents of each group in each interval of a weekday.
fn of_weekday(centre: &FittedCentre, staff: &FittedStaff, weekday: u8) -> Vec<Vec<u32>> {
    let class = staff.classes.iter().position(|class| class.contains(&weekday));
    let count = libm::round(crate::units::DAY / centre.interval) as usize;
    let mean = |group: usize, place: usize| {
        class.map_or(0.0, |class| staff.groups[group].staff[class].get(place).map_or(0.0, |mean| mean.value()))
    };
    let groups = staff.groups.len();
    let means: Vec<Vec<f64>> = (0..groups).map(|g| (0..count).map(|place| mean(g, place)).collect()).collect();
    let mut numbers = whole_numbers(&means);
    let expected: Vec<Vec<f64>> = centre.types.iter().map(|one| arrivals_of(one, weekday, centre.interval)).collect();
    for place in 0..count {
        for (kind, _) in expected.iter().enumerate().filter(|(_, expected)| expected[place] > 0.0) {
            let takes = |g: &usize| staff.groups[*g].takes.contains(&kind);
            // Somebody who is there for half of the time is there: nobody at all would leave contacts waiting for ever.
            if (0..groups).filter(takes).all(|g| numbers[g][place] == 0)
                && let Some(most) =
                    (0..groups).filter(takes).max_by(|a, b| means[*a][place].total_cmp(&means[*b][place]))
                && means[most][place] > 0.0
            {
                numbers[most][place] = 1;
            }
        }
    }
    numbers
}

/// Whole numbers for rows of means, each the next below or above its mean. The sum over the rows is rounded in each
/// column, and what a row is owed is carried on to the next column, so that the sums of rows and columns are kept.
#[must_use]
pub fn whole_numbers(means: &[Vec<f64>]) -> Vec<Vec<u32>> {
    let columns = means.iter().map(Vec::len).max().unwrap_or(0);
    let mut owed = vec![0.0; means.len()];
    let mut out = vec![Vec::with_capacity(columns); means.len()];
    for column in 0..columns {
        let here: Vec<f64> = means.iter().map(|row| row.get(column).copied().unwrap_or(0.0)).collect();
        owed.iter_mut().zip(&here).for_each(|(owed, here)| *owed += here);
        let mut give: Vec<f64> = here.iter().map(|mean| mean.floor()).collect();
        let mut order: Vec<usize> = (0..here.len()).collect();
        order.sort_by(|a, b| (give[*a] - owed[*a]).total_cmp(&(give[*b] - owed[*b])));
        let wanted = owed.iter().sum::<f64>().round();
        for row in order {
            if give.iter().sum::<f64>() < wanted && give[row] < here[row] {
                give[row] += 1.0;
            }
        }
        for ((out, owed), give) in out.iter_mut().zip(&mut owed).zip(give) {
            *owed -= give;
            out.push(give as u32);
        }
    }
    out
}

/// One agent for everything, always: a log that names nobody does not say how many are there.
pub(super) fn unknown(centre: &FittedCentre) -> AgentGroup {
    let all: Vec<usize> = (0..centre.types.len()).collect();
    AgentGroup::new("agents", &all, Staffing::Constant(1))
}
