//! The best point of a sweep, and how each of the others fell out, as a table and as CSV.

use super::csv::{estimate, finish, start};
use super::table::{Entry, Grid, Page, drawn};
use super::wording::{number, shorten, wrapped};
use super::{Language, ReportError, figures};
use crate::kpi::Column;
use crate::sweep::{Fate, Plan, Runner, Selection};

/// Every point: what was spent on it, how it ended, and the figures that were looked at.
///
/// # Errors
/// When the table cannot be serialised.
pub fn selection_csv(selection: &Selection, plan: &Plan) -> Result<Vec<u8>, ReportError> {
    let head: Vec<&str> = std::iter::once("point").chain(plan.factors.iter().map(String::as_str)).collect();
    let columns = ["replications", "fate", "kind", "subject", "figure", "value", "std_error", "ci95_low", "ci95_high"];
    let mut table = start(&head, &columns)?;
    for (point, runner) in selection.race.runners.iter().enumerate() {
        for (Column { kind, subject, figure }, value) in selection.columns.iter().zip(&runner.figures) {
            let mut row = vec![(point + 1).to_string()];
            row.extend(plan.points[point].iter().map(|level| level.text.clone()));
            row.extend([
                runner.replications.to_string(),
                fate(selection, runner),
                kind.clone(),
                subject.clone(),
                figure.clone(),
            ]);
            row.extend(estimate(*value));
            table.write_record(row)?;
        }
    }
    finish(table)
}

fn fate(selection: &Selection, runner: &Runner) -> String {
    match runner.fate {
        Fate::Chosen => "best".into(),
        Fate::Worse => "worse".into(),
        Fate::Missed(limit) => format!("misses {}", selection.columns[1 + limit].figure),
        Fate::Open => "open".into(),
    }
}

/// Points of the table on a terminal; the file has all.
const MOST_POINTS: usize = 30;

/// The best point and the others; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn selection_table(selection: &Selection, plan: &Plan, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let race = &selection.race;
    let runners = || race.runners.iter().enumerate().take(MOST_POINTS);
    let column = |head: &str, text: &dyn Fn(usize, &Runner) -> String| -> Vec<Entry> {
        let texts = runners().map(|(point, runner)| text(point, runner));
        std::iter::once(head.to_owned()).chain(texts).map(Entry::from).collect()
    };
    let mut columns = vec![column("point", &|point, _| (point + 1).to_string())];
    for (place, name) in plan.factors.iter().enumerate() {
        columns.push(column(&shorten(name, 16), &|point, _| shorten(&plan.points[point][place].text, 14)));
    }
    for (place, figure) in selection.columns.iter().enumerate() {
        let label = figures::label(Language::English, &figure.figure);
        let kind = figures::kind(&figure.figure);
        columns.push(column(&label, &|_, runner| kind.show(runner.figures[place].as_ref())));
    }
    columns.push(column("replications", &|_, runner| runner.replications.to_string()));
    columns.push(column("", &|_, runner| fate(selection, runner)));
    let more = race.runners.len().saturating_sub(MOST_POINTS);
    let more = if more > 0 { format!("and {more} more: selection.csv has all\n") } else { String::new() };
    let words = format!("{}: {} {}", plan.name, finding(selection, plan), spending(selection));
    wrapped(&words, "", page.width)
        + "\n"
        + &drawn(Grid::new(columns), &page)
        + &more
        + "\n"
        + &wrapped(&method(selection), "", page.width)
}

fn finding(selection: &Selection, plan: &Plan) -> String {
    let race = &selection.race;
    let Some(chosen) = race.chosen else {
        let open = race.runners.iter().filter(|runner| runner.fate == Fate::Open).count();
        return match open {
            0 => "no point keeps the limits.".into(),
            open => format!("{open} points could not be told apart within the most replications."),
        };
    };
    let levels = plan.factors.iter().zip(&plan.points[chosen]).map(|(name, level)| format!("{name} {}", level.text));
    let levels = levels.collect::<Vec<_>>().join(", ");
    let column = &selection.columns[0];
    let value = figures::kind(&column.figure).show(race.runners[chosen].figures[0].as_ref());
    let label = figures::label(Language::English, &column.figure);
    format!("the best is point {} ({levels}): {label} {value}.", chosen + 1)
}

/// How much equal numbers of replications would have taken.
fn spending(selection: &Selection) -> String {
    let (spent, equal) = (selection.race.spent, selection.race.equal);
    let share = 100.0 * spent as f64 / equal as f64;
    format!(
        "{} replications were spent; equally many at every point take {} for the same guarantee, so that this is {} % of that.",
        number(spent as f64, 0),
        number(equal as f64, 0),
        number(share, 0)
    )
}

fn method(selection: &Selection) -> String {
    let question = &selection.question;
    let percent = (1000.0 * question.confidence).round() / 10.0;
    let (of_those, clear) = if question.limits.is_empty() {
        ("the best point is chosen,", String::new())
    } else {
        let clear = format!(" and no figure is within {} of its limit (Andradóttir and Kim 2010)", question.tolerance);
        ("the best of the points that keep the limits is chosen,", clear)
    };
    format!(
        "With a probability of at least {percent} % {of_those} where it is better than the others by {} or more (Kim and \
         Nelson 2001){clear}. Judgements share the error by Bonferroni; all points have common random numbers.",
        question.indifference
    )
}
