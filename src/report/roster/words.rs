//! Need that nobody covers, in a few lines: when, by how many, and what would help.

use super::lists::day_name;
use crate::planner::roster::{Document, Gap, GroupRoster};
use crate::report::wording;

/// Moments that are listed up to this many.
const SHOWN: usize = 8;

/// What is missing; nothing where everything is covered.
#[must_use]
pub fn shortage(document: &Document) -> String {
    let short = document.groups.iter().filter(|group| !group.gaps.is_empty());
    short.map(|group| of_group(document, group)).collect::<Vec<_>>().join("\n")
}

fn of_group(document: &Document, group: &GroupRoster) -> String {
    let hours = |hours: f64| wording::number(hours, 1);
    let proven: f64 = group.least_missing_hours.iter().sum();
    let missing = hours(group.missing_hours);
    let mut lines = vec![if document.asked.roster.is_some() {
        format!("this roster leaves {missing} hours of {} uncovered", group.name)
    } else if proven > 1e-6 {
        format!(
            "infeasible: no roster of these people covers the need of {}: at least {} hours are missing, {missing} in this one",
            group.name,
            hours(proven)
        )
    } else {
        format!(
            "no roster was found that covers the need of {}: {missing} hours are missing in the best one",
            group.name
        )
    }];
    lines.extend(group.gaps.iter().take(SHOWN).map(|gap| moment(document, gap)));
    if group.gaps.len() > SHOWN {
        lines.push(format!("  and {} more intervals", group.gaps.len() - SHOWN));
    }
    lines.push(help(document, group, proven > 1e-6));
    lines.join("\n")
}

fn moment(document: &Document, gap: &Gap) -> String {
    let Gap { day, start, needed, there } = gap;
    format!("  {} {start}: {needed} needed on the roster, {there} there", day_name(document, day - 1))
}

/// The day with the most people missing, who is away then, and what would do.
fn help(document: &Document, group: &GroupRoster, proven: bool) -> String {
    let short = |gap: &&Gap| gap.needed - gap.there;
    let Some(worst) = group.gaps.iter().max_by_key(short) else { return String::new() };
    let away = |days: fn(&crate::planner::roster::PersonRoster) -> &Vec<usize>| {
        group.people.iter().filter(|person| days(person).contains(&worst.day)).count()
    };
    let (leave, off) = (away(|person| &person.leave), away(|person| &person.off));
    let more = short(&worst);
    let people = if more == 1 { "person" } else { "people" };
    let search = if proven { "" } else { "a longer search (`--effort`), or " };
    format!(
        "help: {search}{more} more {people} on {} at {}, when {leave} are on leave and {off} have asked for the day off; \
         or more days, hours or overtime in the contracts, or shifts with other starts",
        day_name(document, worst.day - 1),
        worst.start
    )
}
