//! A fit as a planner reads it in a terminal.

use super::words::{between, weekdays};
use crate::fit::{FittedCentre, FittedType};
use crate::report::table::{Entry, Grid, Page, drawn};
use crate::report::wording::{Kind, UNDEFINED, percent, shorten, wrapped};
use crate::stats::Estimate;

/// The figures of each type, and the hours of the agents; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn fit_table(centre: &FittedCentre, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let column = |head: &str, entry: &dyn Fn(&FittedType) -> String| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(centre.types.iter().map(entry)).map(Entry::from).collect()
    };
    let columns = vec![
        column("contact type", &|one| shorten(&one.name, 32)),
        column("a day", &|one| Kind::Count.show(Some(&per_day(one)))),
        column("handling", &|one| {
            let talk = &one.handling.talk;
            borrowed(talk.of_all, Kind::Duration.show(Some(&talk.own.mean.estimate)))
        }),
        column("patience", &|one| {
            let shown = |patience: &crate::fit::Borrowed<crate::fit::Patience>| {
                borrowed(patience.of_all, between(&patience.own.mean))
            };
            one.patience.as_ref().map_or_else(|| UNDEFINED.to_owned(), shown)
        }),
        column("abandoned", &|one| abandoned(one).map_or_else(|| UNDEFINED.to_owned(), percent)),
        column("try again", &|one| Kind::Share.show(one.redial.as_ref().map(|redial| &redial.probability.estimate))),
    ];
    format!("{}{}\n{}", drawn(Grid::new(columns), &page), borrowing(centre), agents(centre, &page))
}

/// The mean of all open days; with several classes of weekdays as many of each as the log has.
pub(super) fn per_day(one: &FittedType) -> Estimate {
    let classes = &one.arrivals.classes;
    if let [only] = classes.as_slice() {
        return only.per_day.estimate;
    }
    let days: f64 = classes.iter().map(|class| class.days as f64).sum();
    let part = |days_of: usize| days_of as f64 / days;
    let value = classes.iter().map(|class| part(class.days) * class.per_day.value()).sum();
    let variance = |class: &crate::fit::WeekdayClass| {
        let error = part(class.days) * class.per_day.estimate.std_error?;
        Some(error * error)
    };
    match classes.iter().map(variance).sum::<Option<f64>>() {
        Some(variance) => Estimate::normal(value, variance),
        None => Estimate { value, std_error: None, ci95: None },
    }
}

/// Of answered and abandoned.
pub(super) fn abandoned(one: &FittedType) -> Option<f64> {
    let all = one.answered + one.abandoned;
    (all > 0).then(|| one.abandoned as f64 / all as f64)
}

fn borrowed(of_all: bool, words: String) -> String {
    if of_all { format!("{words} *") } else { words }
}

fn borrowing(centre: &FittedCentre) -> &'static str {
    let is_any =
        |one: &FittedType| one.handling.talk.of_all || one.patience.as_ref().is_some_and(|patience| patience.of_all);
    if centre.types.iter().any(is_any) { " * too few of its own: of all types together\n" } else { "" }
}

/// Hours of all agents on a day of each class of weekdays.
fn agents(centre: &FittedCentre, page: &Page) -> String {
    let Some(staff) = &centre.staff else {
        return wrapped("agents on duty: the log names none, and the scenario has one", " ", page.width);
    };
    let several = staff.classes.len() > 1;
    let days = staff.classes.iter().map(|days| if several { weekdays(days) } else { "all open days".to_owned() });
    let hours = staff.hours.iter().map(|hours| Kind::Hours.show(Some(&hours.estimate)));
    let column = |head: &str, entries: &mut dyn Iterator<Item = String>| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(entries).map(Entry::from).collect()
    };
    let columns = vec![column("agents on duty", &mut days.into_iter()), column("a day", &mut hours.into_iter())];
    format!("{}{}", drawn(Grid::new(columns), page), readiness(centre, page))
}

/// How agents who seem free answer, where not at once.
fn readiness(centre: &FittedCentre, page: &Page) -> String {
    let words = match &centre.readiness {
        Ok(found) => format!(
            "an agent to whom no contact comes is not ready with a chance of {}, for {} each time",
            Kind::Share.show(Some(&found.share.estimate)),
            Kind::Duration.show(Some(&found.mean.estimate))
        ),
        Err(why) => format!("agents with nothing in hand are taken to be always ready: {why}"),
    };
    format!("\n{}", wrapped(&words, " ", page.width))
}
