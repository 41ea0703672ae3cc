//! What to say where there is no plan.

use crate::report::wording::{self, number, wrapped};
use crate::season::SeasonRefusal;

/// Weeks that are named one by one.
const SHOWN: usize = 8;

/// Why there is no plan, when and how much is missing, and what would help.
#[must_use]
pub fn refusal(refusal: &SeasonRefusal, width: u16) -> String {
    let mut lines = vec![format!("error: no hiring plan keeps the promises of every week of {}", refusal.name)];
    let width = usize::from(width.max(60));
    let mut help =
        |sentence: String| lines.push(wrapped(&format!("= help: {sentence}"), "  ", width).trim_end().to_owned());
    if let Some(sentence) = &refusal.solver {
        help(format!("the programme was not solved: {sentence}"));
    }
    if !refusal.never_kept.is_empty() {
        let weeks: Vec<String> = refusal.never_kept.iter().map(|week| format!("week {week}")).collect();
        let names: Vec<&str> = weeks.iter().take(SHOWN).map(String::as_str).collect();
        help(format!(
            "no number of people keeps them often enough in {}: ask for less in `target`, or with a lower `--probability`",
            wording::list(&names)
        ));
    }
    for week in refusal.missing.iter().take(SHOWN) {
        let when = week.start.clone().unwrap_or_else(|| format!("week {}", week.week));
        let group = refusal.group.as_deref().unwrap_or("the team");
        help(format!("{when}: {group} lacks {} h, {} people at work", number(week.hours, 0), number(week.people, 1)));
    }
    if refusal.missing.len() > SHOWN {
        help(format!("and {} more weeks", refusal.missing.len() - SHOWN));
    }
    if !refusal.missing.is_empty() {
        help(match refusal.first_week {
            Some(week) => format!(
                "who is hired takes contacts from week {week} on: before it only overtime and a larger team help"
            ),
            None => "nobody who is hired takes contacts before the end".into(),
        });
        let remedies: Vec<&str> = refusal.remedies.iter().map(String::as_str).collect();
        help(if remedies.is_empty() {
            "neither more trainers, larger classes, more overtime nor hiring without a lead would do by itself".into()
        } else {
            format!("any of these would do by itself: {}", wording::list(&remedies))
        });
    }
    lines.join("\n")
}
