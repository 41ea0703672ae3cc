//! Days and laws in words.

use crate::fit::{Fitted, Goodness, LawFit, Reason, Recommended};
use crate::report::wording::{number, percent};
use crate::units::HOUR;

const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Weekdays, 0 for Monday: `Mon–Thu, Sun`.
pub(in crate::report) fn weekdays(days: &[u8]) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for day in days.iter().map(|day| usize::from(*day) % 7) {
        match runs.last_mut() {
            Some(run) if run.1 + 1 == day => run.1 = day,
            _ => runs.push((day, day)),
        }
    }
    let run = |(first, last): &(usize, usize)| match last - first {
        0 => NAMES[*first].to_owned(),
        1 => format!("{}, {}", NAMES[*first], NAMES[*last]),
        _ => format!("{}–{}", NAMES[*first], NAMES[*last]),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// A duration with the ends of its interval: `46 min (33–65)`.
pub(in crate::report) fn between(fitted: &Fitted) -> String {
    let value = fitted.value();
    let (unit, name) = match value {
        value if value < 120.0 => (1.0, "s"),
        value if value < 2.0 * HOUR => (60.0, "min"),
        _ => (HOUR, "h"),
    };
    let digits = |seconds: f64| usize::from(seconds / unit < 9.95);
    let [low, high] = fitted.estimate.ci95.unwrap_or([value; 2]);
    let shown = |seconds: f64| match seconds.is_finite() {
        true => number(seconds / unit, digits(seconds)),
        false => "∞".to_owned(),
    };
    let ends = fitted.estimate.ci95.map_or_else(String::new, |_| format!(" ({}–{})", shown(low), shown(high)));
    format!("{} {name}{ends}", shown(value))
}

/// Which law the scenario has, and how well the best parametric one fits.
pub(super) fn law(recommended: &Recommended, best: Option<&LawFit>, goodness: Option<Goodness>) -> String {
    let quality =
        |goodness: &Goodness| format!("at most {} off, p {}", percent(goodness.distance), number(goodness.p_value, 2));
    let near = match (best, goodness) {
        (Some(best), Some(goodness)) => format!(" (best law: {}, {})", best.law.name(), quality(&goodness)),
        _ => String::new(),
    };
    match recommended.reason {
        Reason::Fits => {
            let quality = goodness.map_or_else(String::new, |goodness| format!(", {}", quality(&goodness)));
            format!("{}{quality}", recommended.law.name())
        }
        Reason::NoneFits => format!("as seen, for no law fits{near}"),
        Reason::Spike => format!("as seen, for very short ones stand apart{near}"),
        Reason::Constant => "always the same".to_owned(),
        Reason::TooFew => format!("too few to tell: {}", recommended.law.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::weekdays;

    #[test]
    fn neighbouring_weekdays_are_joined() {
        assert_eq!(weekdays(&[0, 1, 2, 3, 6]), "Mon–Thu, Sun");
        assert_eq!(weekdays(&[4, 5]), "Fri, Sat");
        assert_eq!(weekdays(&[2]), "Wed");
    }
}
