//! A forecast as a planner reads it, and what to paste into a scenario.

use crate::forecast::{Expected, Forecast, TypeForecast};
use crate::report::fit::words::weekdays;
use crate::report::table::{Entry, Grid, Page, drawn};
use crate::report::wording::{number, shorten, wrapped};

/// Days that are shown; the files have all.
const MOST_DAYS: usize = 14;
/// Types whose ranges are shown.
const MOST_TYPES: usize = 12;

/// The days to come, what the log says, and lines for a scenario that reads the file `arrivals`; no line of the tables is
/// wider than `width` (from 60 columns on).
#[must_use]
pub fn table(document: &Forecast, arrivals: &str, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let parts = [
        days(document, &page),
        learned(document, &page),
        document.notes.iter().map(|note| wrapped(&format!("note: {note}"), " ", page.width)).collect(),
        scenario(document, arrivals),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn subjects(document: &Forecast) -> Vec<&TypeForecast> {
    let mut types: Vec<&TypeForecast> = document.types.iter().collect();
    types.sort_by(|a, b| b.learned.level.total_cmp(&a.learned.level));
    types.truncate(MOST_TYPES);
    document.all.iter().chain(types).collect()
}

/// `1 234 (1 100–1 400)`: the mean and the range of 90 %.
fn figure(expected: &Expected) -> String {
    let [low, high] = expected.range90;
    let digits = usize::from(expected.mean < 10.0 && expected.mean > 0.0);
    format!("{} ({}–{})", number(expected.mean, digits), number(low, 0), number(high, 0))
}

fn days(document: &Forecast, page: &Page) -> String {
    let shown = document.days.min(MOST_DAYS);
    let subjects = subjects(document);
    let dates = subjects.first().into_iter().flat_map(|of_type| of_type.days.iter().take(shown));
    let dates =
        dates.map(|day| format!("{} {}", weekdays(&[day.date.weekday().to_monday_zero_offset() as u8]), day.date));
    let mut columns: Vec<Vec<Entry>> = vec![std::iter::once("day".to_owned()).chain(dates).map(Entry::from).collect()];
    for of_type in subjects {
        let figures = of_type.days.iter().take(shown).map(|day| figure(&day.day));
        let head = shorten(&of_type.name, 20);
        columns.push(std::iter::once(head).chain(figures).map(Entry::from).collect());
    }
    let more = document.days - shown;
    let more = if more > 0 { format!(" and {more} more days: forecast.csv has all\n") } else { String::new() };
    format!("contacts a day, with ranges that hold 90 %\n{}{more}", drawn(Grid::new(columns), page))
}

/// What the log says of each type.
fn learned(document: &Forecast, page: &Page) -> String {
    let subjects = subjects(document);
    let column = |head: &str, fill: &dyn Fn(&TypeForecast) -> String| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(subjects.iter().map(|t| fill(t))).map(Entry::from).collect()
    };
    let percent = |share: f64| format!("{} %", number(100.0 * share, 1));
    let mut columns = vec![
        column("learned", &|t| shorten(&t.name, 20)),
        column("days", &|t| t.learned.days.to_string()),
        column("a day", &|t| number(t.learned.level, usize::from(t.learned.level < 100.0))),
        column("trend a week", &|t| percent(t.learned.trend)),
        column("a day varies", &|t| percent(t.learned.day_cv)),
        column("busy factor", &|t| number(t.busy_factor, 3)),
    ];
    let holidays = subjects.first().map(|t| t.learned.holidays.clone()).unwrap_or_default();
    for (place, holiday) in holidays.iter().enumerate() {
        let head = shorten(&holiday.name, 16);
        columns.push(column(&head, &|t| {
            t.learned.holidays.get(place).map_or_else(String::new, |holiday| {
                let [low, high] = holiday.range95.map(|end| number(end, 2));
                format!("{} ({low}–{high})", number(holiday.factor, 2))
            })
        }));
    }
    drawn(Grid::new(columns), page)
}

/// Lines for a scenario: the horizon, and the arrivals of each type with the spread of their days.
fn scenario(document: &Forecast, arrivals: &str) -> String {
    let mut lines = vec![
        "for a scenario:".to_owned(),
        String::new(),
        "[horizon]".to_owned(),
        format!("start = {}", document.start),
        format!("days = {}", document.days),
        format!("interval = \"{}min\"", document.interval / 60.0),
    ];
    for of_type in &document.types {
        let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
        let name = &of_type.name;
        let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        lines.push(String::new());
        lines.push(format!("[contacts.{}]", if is_bare { name.clone() } else { quoted(name) }));
        lines.push(format!("arrivals = {{ file = {}, column = {} }}", quoted(arrivals), quoted(name)));
        if of_type.busy_factor > 0.0 {
            lines.push(format!("busy_factor = {{ cv = {} }}", number(of_type.busy_factor, 3)));
        }
    }
    lines.join("\n") + "\n"
}
