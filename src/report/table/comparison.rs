//! A scenario against the first: what differs, by how much, and whether that is more than noise.

use super::grid::{Entry, Grid, Page};
use crate::kpi::{Comparison, Difference};
use crate::report::wording;
use crate::report::{Judgement, Language, figures};

/// The heading and the table.
pub(super) fn section(comparison: &Comparison, page: &Page) -> String {
    if comparison.rows.is_empty() {
        let nothing = "nothing to compare: they share no contact type and no agent group";
        return heading(comparison, page) + "\n\n " + nothing + "\n";
    }
    let wide = grid(comparison, true);
    let table = if wide.width() <= page.width { wide } else { grid(comparison, false).squeezed(page.width) };
    heading(comparison, page) + "\n\n" + &table.draw(page)
}

fn heading(comparison: &Comparison, page: &Page) -> String {
    let facts = format!(": {} paired replications", wording::number(f64::from(comparison.replications), 0));
    let room = page.width.saturating_sub(facts.chars().count() + " against ".len());
    // What one name leaves over is the other's.
    let fitted =
        |name: &str, other: &str| wording::shorten(name, (room / 2).max(room.saturating_sub(other.chars().count())));
    let this = fitted(&comparison.scenario, &comparison.against);
    let first = fitted(&comparison.against, &comparison.scenario);
    let names = format!("{this} against {first}");
    if page.color { format!("\u{1b}[1m{names}\u{1b}[0m{facts}") } else { names + &facts }
}

/// With `wide`, both scenarios show their own uncertainty beside that of the difference.
fn grid(comparison: &Comparison, wide: bool) -> Grid {
    let column = |head: &str, fill: &dyn Fn(&Difference) -> String| -> Vec<Entry> {
        let rows = comparison.rows.iter().filter(|row| !is_nothing(row)).map(fill);
        std::iter::once(head.to_owned()).chain(rows).map(Entry::from).collect()
    };
    let show = |row: &Difference, figure: Option<&crate::stats::Estimate>| {
        let kind = figures::kind(&row.figure);
        if wide { kind.show(figure) } else { kind.value(figure) }
    };
    Grid::new(vec![
        column("figure", &name),
        column("first", &|row| show(row, row.first.as_ref())),
        column("this", &|row| show(row, row.this.as_ref())),
        column("difference", &|row| figures::kind(&row.figure).difference(row.difference.as_ref())),
        column("", &|row| judgement(row)),
    ])
}

fn name(row: &Difference) -> String {
    let label = figures::label(Language::English, &row.figure);
    row.subject.as_ref().map_or(label.clone(), |subject| format!("{subject}: {label}"))
}

/// A figure that is 0 in both scenarios (nobody blocked, say) is no news.
fn is_nothing(row: &Difference) -> bool {
    [&row.first, &row.this].iter().all(|figure| figure.as_ref().is_some_and(|f| f.value == 0.0))
}

/// Padded to one length, since figures stand to the right.
fn judgement(row: &Difference) -> String {
    format!("{:19}", Judgement::on(row).map_or("".into(), |judgement| judgement.words(Language::English)))
}
