//! Figures as people and scenario files read them.

use super::super::Fitted;

/// A number with five significant digits at most, without an exponent and without zeros at its end.
pub(super) fn plain(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".to_owned();
    }
    let digits = (4.0 - libm::log10(value.abs()).floor()).clamp(0.0, 9.0) as usize;
    let text = format!("{value:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A duration as a scenario file has it.
pub(super) fn seconds(value: f64) -> String {
    format!("\"{}s\"", plain(value))
}

/// A figure with its interval, in a unit: `182.3 s (95 %: 180.1 to 184.5; 23456 contacts, mean)`.
pub(super) fn figure(fitted: &Fitted, unit: &str, of: &str) -> String {
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    format!("{}{unit} ({}; {} {of}, {})", short(fitted.value()), interval(fitted, 1.0), fitted.n, fitted.source.words())
}

/// A share with its interval, in per cent.
pub(super) fn share(fitted: &Fitted, of: &str) -> String {
    let percent = fitted.value() * 100.0;
    format!("{} % ({}; {} {of}, {})", short(percent), interval(fitted, 100.0), fitted.n, fitted.source.words())
}

fn interval(fitted: &Fitted, scale: f64) -> String {
    match fitted.estimate.ci95 {
        Some([low, high]) if high.is_finite() => format!("95 %: {} to {}", short(low * scale), short(high * scale)),
        Some([low, _]) => format!("95 %: {} or more", short(low * scale)),
        None => "too few to say how sure".to_owned(),
    }
}

/// Three significant digits, whole numbers whole.
pub(super) fn short(value: f64) -> String {
    let digits = if value == 0.0 { 0.0 } else { (2.0 - libm::log10(value.abs()).floor()).clamp(0.0, 4.0) };
    let digits = digits as usize;
    format!("{value:.digits$}")
}
