//! Customers from contact to contact: how issues go, and how satisfied they end.

use super::grid::{Entry, Grid, Page};
use crate::kpi::{DistributionFigures, JourneyFigures, StoryFigures};
use crate::report::wording::{self, Kind, UNDEFINED};
use crate::stats::Estimate;

/// How issues went in one row, or where that does not fit in one column, and a line on the story.
pub(super) fn block(journeys: &JourneyFigures, page: &Page) -> String {
    let names: Vec<Entry> = ["journeys", "issues"].map(|name| Entry::from(name.to_owned())).into();
    let columns = columns(journeys).into_iter().filter(|(_, text)| text != UNDEFINED);
    let columns = columns.map(|(head, text)| vec![Entry::from(head.to_owned()), Entry::from(text)]);
    let grid = Grid::new(std::iter::once(names).chain(columns).collect());
    let grid = if grid.width() <= page.width { grid } else { grid.turned() };
    grid.draw(page) + &journeys.story.as_ref().map_or_else(String::new, story)
}

fn columns(journeys: &JourneyFigures) -> Vec<(&'static str, String)> {
    let count = |figure: Option<Estimate>| Kind::Count.show(figure.as_ref());
    // What never happens is left out, as blocked and closed contacts are.
    let seen = |figure: Option<Estimate>| count(figure.filter(|f| f.value > 0.0));
    let share = |figure: Option<Estimate>| Kind::Share.show(figure.as_ref());
    vec![
        ("all", count(journeys.issues)),
        ("resolved", count(journeys.resolved)),
        ("given up", seen(journeys.gave_up)),
        ("escalated", seen(journeys.escalated)),
        ("still open", seen(journeys.open)),
        ("at first contact", share(journeys.resolved_at_first)),
        ("contacts each", Kind::Mean.show(journeys.contacts_per_issue.mean.as_ref())),
        ("99 % within", percentile(&journeys.contacts_per_issue)),
        ("satisfied", share(journeys.csat)),
        ("leave", share(journeys.churn_share)),
        ("money at risk", Kind::Money.show(journeys.money_at_risk.filter(|money| money.value > 0.0).as_ref())),
        ("cost", Kind::Money.show(journeys.cost.filter(|cost| cost.value > 0.0).as_ref())),
    ]
}

/// Contacts that all but one in a hundred issues do not exceed.
fn percentile(contacts: &DistributionFigures) -> String {
    let value = contacts.percentiles.get("99").copied().flatten();
    match value {
        None => UNDEFINED.into(),
        Some(1.0) => "1 contact".into(),
        Some(contacts) => format!("{contacts:.0} contacts"),
    }
}

fn story(story: &StoryFigures) -> String {
    let Some(share) = &story.share else { return String::new() };
    let of = |share: f64| match share {
        0.0 => "0 %".into(),
        share if share < 0.001 => format!("1 in {}", wording::number(1.0 / share, 0)),
        share => format!("{} %", wording::number(share * 100.0, 2)),
    };
    let interval = share.ci95.map_or_else(String::new, |[low, high]| format!(" ({} to {})", of(low), of(high)));
    format!(" as bad as the story: {} of issues{interval}\n", of(share.value))
}
