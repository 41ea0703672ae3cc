//! How wrong forecasts were, as a planner reads it.

use crate::forecast::{BackTest, Errors, TypeTest};
use crate::report::table::{Entry, Grid, Page, drawn};
use crate::report::wording::{number, wrapped};

/// The errors by day and by interval; no line is wider than `width` (from 60 columns on).
#[must_use]
pub fn test_table(test: &BackTest, width: u16, color: bool) -> String {
    let page = Page { width: usize::from(width.max(60)), color };
    let interval = format!("by {} min", number(test.interval / 60.0, 0));
    let parts = [
        format!(
            "each day from {} to {} forecast from the days before it, beside the same weekday of the week before\n",
            test.first, test.last
        ),
        errors(test, "by day", |of_type| of_type.by_day, &page),
        errors(test, &interval, |of_type| of_type.by_interval, &page),
        wrapped(
            "MAE: mean absolute error of the median, contacts; WAPE: its sum over all contacts; RMSE: root of the mean \
             squared error of the mean, contacts; bias: mean less what came; naive: what came a week before; in 50 %, in \
             90 %: the share of counts inside the ranges, which hold more than that where few come, since contacts are \
             whole.",
            " ",
            page.width,
        ),
        test.notes.iter().map(|note| wrapped(&format!("note: {note}"), " ", page.width)).collect(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn errors(test: &BackTest, head: &str, of: impl Fn(&TypeTest) -> Errors, page: &Page) -> String {
    let column = |head: &str, fill: &dyn Fn(&TypeTest) -> String| -> Vec<Entry> {
        std::iter::once(head.to_owned()).chain(test.types.iter().map(fill)).map(Entry::from).collect()
    };
    let percent = |share: f64| format!("{} %", number(100.0 * share, 0));
    let digits = |value: f64| if value < 10.0 { number(value, 2) } else { number(value, 1) };
    drawn(
        Grid::new(vec![
            column(head, &|t| t.name.clone()),
            column("counts", &|t| of(t).count.to_string()),
            column("mean", &|t| digits(of(t).mean)),
            column("MAE", &|t| digits(of(t).forecast.mae)),
            column("naive", &|t| digits(of(t).naive.mae)),
            column("WAPE", &|t| percent(of(t).forecast.wape)),
            column("naive", &|t| percent(of(t).naive.wape)),
            column("RMSE", &|t| digits(of(t).forecast.rmse)),
            column("naive", &|t| digits(of(t).naive.rmse)),
            column("bias", &|t| digits(of(t).forecast.bias)),
            column("in 50 %", &|t| percent(of(t).coverage50)),
            column("in 90 %", &|t| percent(of(t).coverage90)),
        ]),
        page,
    )
}
