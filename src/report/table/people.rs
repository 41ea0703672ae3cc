//! The people of a group, week by week.

use super::grid::{Entry, Grid, Page};
use crate::kpi::PeopleWeek;
use crate::report::wording::{Kind, shorten, wrapped};

/// A column: its head, the figure, and how that is shown.
const COLUMNS: &[(&str, &str, Kind)] = &[
    ("people", "headcount", Kind::Count),
    ("start", "starters", Kind::Count),
    ("leave", "leavers", Kind::Count),
    ("trained", "in_training", Kind::Count),
    ("nesting", "nesting", Kind::Count),
    ("on their own", "productive", Kind::Count),
    ("plan, h", "planned_hours", Kind::Count),
    ("worked, h", "worked_hours", Kind::Count),
    ("paid, h", "paid_hours", Kind::Count),
    ("overtime, h", "overtime_hours", Kind::Count),
    ("occupancy", "occupancy", Kind::Share),
    ("cost", "cost", Kind::Money),
];

/// Left out, in this order, while the table is too wide.
const LESS: [&str; 6] = ["nesting", "trained", "overtime, h", "paid, h", "start", "plan, h"];

/// Most weeks that are shown one by one.
const MOST_WEEKS: usize = 30;

/// A group's weeks; of a long horizon every fourth.
pub(super) fn block(group: &str, weeks: &[PeopleWeek], page: &Page) -> String {
    let step = if weeks.len() > MOST_WEEKS { 4 } else { 1 };
    let shown: Vec<&PeopleWeek> = weeks.iter().step_by(step).collect();
    let some = |figure: &str| weeks.iter().any(|week| week.figure(figure).is_some_and(|f| f.value > 0.0));
    let mut columns: Vec<_> = COLUMNS.iter().filter(|(_, figure, _)| some(figure)).collect();
    let mut left_out = Vec::new();
    for head in LESS {
        if grid(group, &columns, &shown).width() <= page.width {
            break;
        }
        left_out.extend(columns.iter().map(|column| column.0).find(|other| *other == head));
        columns.retain(|column| column.0 != head);
    }
    let mut text = grid(group, &columns, &shown).draw(page);
    if step > 1 {
        text += " every fourth week; all are in people.csv\n";
    }
    if !left_out.is_empty() {
        text += &wrapped(&format!("not shown at this width: {}", left_out.join(", ")), " ", page.width);
    }
    text
}

fn grid(group: &str, columns: &[&(&str, &str, Kind)], weeks: &[&PeopleWeek]) -> Grid {
    let name = |week: &&PeopleWeek| week.start.clone().unwrap_or_else(|| format!("week {}", week.week));
    let head = std::iter::once(Entry::from(shorten(group, 24)));
    let names = head.chain(weeks.iter().map(|week| name(week).into())).collect();
    let column = |(head, figure, kind): &&(&str, &str, Kind)| {
        let shown = weeks.iter().map(|week| kind.show(week.figure(figure).as_ref()).into());
        std::iter::once(Entry::from((*head).to_owned())).chain(shown).collect()
    };
    Grid::new(std::iter::once(names).chain(columns.iter().map(column)).collect())
}
