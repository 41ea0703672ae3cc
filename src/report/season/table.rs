//! A season plan as a planner reads it.

use crate::report::table::{Entry, Grid, Page, drawn};
use crate::report::wording::{Kind, number, shorten, wrapped};
use crate::season::{Band, CostFigures, EffectFigures, Hire, SeasonDocument, SeasonWeek};

/// Most weeks that are shown one by one; of more, every so many.
const MOST_WEEKS: usize = 30;

/// Hires, weeks, cost and what changes are worth; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn table(document: &SeasonDocument, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let parts = [
        head(document, &page),
        drawn(hires(&document.hires), &page),
        drawn(weeks(document), &page),
        drawn(costs(document), &page),
        changes(document, &page),
        by_hand(document, &page),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn head(document: &SeasonDocument, page: &Page) -> String {
    let percent = |share: f64| Kind::Share.plain(share);
    let verdict = if document.confirmed {
        format!(
            "on {} fresh seasons every week keeps its promises with a chance of at least {} (all weeks together: {} \
             confidence)",
            document.seasons,
            percent(document.probability),
            percent(document.confidence)
        )
    } else {
        let weeks: Vec<String> =
            document.weeks.iter().filter(|week| !week.proven).map(|week| week.week.to_string()).collect();
        format!(
            "{} fresh seasons do not prove that the promises are kept with a chance of {} in {} {}",
            document.seasons,
            percent(document.probability),
            if weeks.len() == 1 { "week" } else { "weeks" },
            weeks.join(", ")
        )
    };
    format!("{}: a hiring plan\n\n{}", document.name, wrapped(&verdict, "", page.width))
}

fn column(head: &str, cells: impl Iterator<Item = String>) -> Vec<Entry> {
    std::iter::once(head.to_owned()).chain(cells).map(Entry::from).collect()
}

fn hires(hires: &[Hire]) -> Grid {
    let nobody = ["nobody".to_owned()];
    let begins = |hire: &Hire| hire.start.clone().unwrap_or_else(|| format!("week {}", hire.week));
    if hires.is_empty() {
        return Grid::new(vec![column("hires", nobody.into_iter())]);
    }
    Grid::new(vec![
        column("hires", hires.iter().map(begins)),
        column("group", hires.iter().map(|hire| shorten(&hire.group, 20))),
        column("contract", hires.iter().map(|hire| shorten(&hire.contract, 20))),
        column("people", hires.iter().map(|hire| hire.people.to_string())),
    ])
}

/// `9.6 (8.1–10.9)`: the mean and the range of nine seasons in ten.
fn band(kind: Kind, band: Option<Band>) -> String {
    band.map_or_else(String::new, |band| {
        let [low, high] = band.range90;
        match kind {
            Kind::Share => format!("{} ({}–{})", share(band.mean.value), share(low), share(high)),
            _ => format!("{} ({}–{})", number(band.mean.value, 1), number(low, 1), number(high, 1)),
        }
    })
}

fn share(share: f64) -> String {
    number(100.0 * share, 1)
}

fn weeks(document: &SeasonDocument) -> Grid {
    let step = document.weeks.len().div_ceil(MOST_WEEKS).max(1);
    let shown: Vec<&SeasonWeek> = document.weeks.iter().step_by(step).collect();
    let begins = |week: &&SeasonWeek| week.start.clone().unwrap_or_else(|| format!("week {}", week.week));
    let mut columns = vec![column("week", shown.iter().map(begins))];
    columns.push(column(
        "kept, %",
        shown.iter().map(|week| {
            let mark = if week.proven { "" } else { " ✗" };
            week.kept.map_or_else(String::new, |kept| format!("{}{mark}", share(kept.value)))
        }),
    ));
    columns.push(column("at least", shown.iter().map(|week| share(week.kept_at_least))));
    for (place, promise) in document.promises.iter().enumerate() {
        let kind = if promise.measure == "asa" { Kind::Duration } else { Kind::Share };
        let unit = if kind == Kind::Share { ", %" } else { ", s" };
        let several = document.promises.iter().any(|other| other.contact != promise.contact);
        let name = if several { format!("{} ", shorten(&promise.contact, 12)) } else { String::new() };
        let head = format!("{name}{}{unit}", promise.measure);
        columns.push(column(&head, shown.iter().map(|week| band(kind, week.promises[place]))));
    }
    let groups: Vec<String> = shown.first().map(|week| week.groups.keys().cloned().collect()).unwrap_or_default();
    for group in &groups {
        let name = if groups.len() > 1 { format!("{}: ", shorten(group, 12)) } else { String::new() };
        columns.push(column(&format!("{name}need"), shown.iter().map(|week| number(week.groups[group].need, 1))));
        let at_work = shown.iter().map(|week| band(Kind::Count, week.groups[group].at_work));
        columns.push(column(&format!("{name}at work"), at_work));
        let heads = shown.iter().map(|week| band(Kind::Count, week.groups[group].headcount));
        columns.push(column(&format!("{name}heads"), heads));
    }
    Grid::new(columns)
}

/// What costs are for, in the order of the table.
fn parts(cost: &CostFigures) -> [(&'static str, crate::stats::Estimate); 6] {
    [
        ("wages", cost.wages),
        ("overtime", cost.overtime),
        ("outsourcing", cost.outsourcing),
        ("hiring", cost.hiring),
        ("training", cost.training),
        ("all", cost.total),
    ]
}

fn costs(document: &SeasonDocument) -> Grid {
    let plan = parts(&document.cost);
    let mut columns = vec![column("cost of a season", plan.iter().map(|(name, _)| (*name).to_owned()))];
    columns.push(column("plan", plan.iter().map(|(_, figure)| Kind::Money.show(Some(figure)))));
    if let Some(by_hand) = &document.by_hand {
        let cells = parts(&by_hand.cost);
        columns.push(column("by hand", cells.iter().map(|(_, figure)| Kind::Money.show(Some(figure)))));
    }
    Grid::new(columns)
}

/// A figure's head in the table of changes, and its kind.
fn heading(figure: &str) -> (&'static str, Kind) {
    match figure {
        "cost" => ("cost", Kind::Money),
        "weeks_kept" => ("weeks kept", Kind::Mean),
        "churned" => ("customers lost", Kind::Count),
        _ => ("money at risk", Kind::Money),
    }
}

fn effects(rows: &[(String, &[EffectFigures])]) -> Grid {
    let mut columns = vec![column("change", rows.iter().map(|(words, _)| shorten(words, 44)))];
    for (place, effect) in rows.first().map(|(_, effects)| *effects).unwrap_or_default().iter().enumerate() {
        let (head, kind) = heading(&effect.figure);
        let told = |(_, effects): &(String, &[EffectFigures])| {
            let effect = &effects[place];
            let open = if effect.real { "" } else { " ?" };
            format!("{}{open}", kind.difference(effect.difference.as_ref()))
        };
        columns.push(column(head, rows.iter().map(told)));
    }
    Grid::new(columns)
}

fn changes(document: &SeasonDocument, page: &Page) -> String {
    if document.changes.is_empty() {
        return String::new();
    }
    let rows: Vec<(String, &[EffectFigures])> =
        document.changes.iter().map(|change| (change.words.clone(), change.effects.as_slice())).collect();
    let note = format!(
        "each change alone against the plan, in the same {} seasons; `?`: chance could explain it",
        document.compared_seasons
    );
    format!("{}{}", drawn(effects(&rows), page), wrapped(&note, " ", page.width))
}

fn by_hand(document: &SeasonDocument, page: &Page) -> String {
    let Some(by_hand) = &document.by_hand else { return String::new() };
    let rows = vec![(format!("{} against the plan", by_hand.file), by_hand.effects.as_slice())];
    let worst = by_hand.kept.iter().enumerate().filter_map(|(week, kept)| Some((week, (*kept)?)));
    let worst = worst.min_by(|a, b| a.1.value.total_cmp(&b.1.value));
    let told = worst.map_or_else(String::new, |(week, kept)| {
        format!("; worst in week {}, where {} % of seasons keep them", week + 1, share(kept.value))
    });
    let note = format!(
        "{}: {} of {} weeks keep their promises less often than asked, for certain{told}",
        by_hand.file,
        by_hand.missed.len(),
        by_hand.kept.len()
    );
    format!("{}{}", drawn(effects(&rows), page), wrapped(&note, " ", page.width))
}
