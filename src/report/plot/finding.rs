//! The sentence above a chart by time of day. It claims a miss only where the 95 % interval lies wholly beyond the target.

use crate::report::Verdict;
use crate::report::language::{Language, say};
use crate::report::wording::{self, Kind};
use crate::stats::Estimate;
use crate::units::time_of_day;

/// A figure of one contact type through the day, with its promise.
pub(super) struct Course<'a> {
    /// The contact type.
    pub(super) name: &'a str,
    /// The target.
    pub(super) target: Option<f64>,
    /// The promise in words: `80 % in 20 s`.
    pub(super) promise: String,
    /// What it would be if nothing went wrong.
    pub(super) flawless: Option<f64>,
    /// Start of each interval with contacts, s since midnight, and its figure.
    pub(super) moments: Vec<(f64, Estimate)>,
    /// Length of an interval, s.
    pub(super) step: f64,
}

/// On which side of the target the promise is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Promise {
    /// The figure is to be high: a service level.
    AtLeast,
    /// The figure is to be low: abandonment.
    AtMost,
}

impl Promise {
    pub(super) fn verdict(self, figure: &Estimate, target: f64) -> Verdict {
        match self {
            Self::AtLeast => Verdict::at_least(figure, target),
            Self::AtMost => Verdict::at_most(figure, target),
        }
    }

    /// How bad a value is; more is worse.
    fn badness(self, value: f64) -> f64 {
        if self == Self::AtLeast { -value } else { value }
    }

    /// The end of the keys of its texts.
    fn key(self) -> &'static str {
        if self == Self::AtLeast { "level" } else { "abandonment" }
    }
}

impl Course<'_> {
    /// The intervals that miss the target for certain.
    pub(super) fn missed(&self, promise: Promise) -> Vec<(f64, Estimate)> {
        let Some(target) = self.target else { return Vec::new() };
        let missed = |m: &&(f64, Estimate)| promise.verdict(&m.1, target) == Verdict::Missed;
        self.moments.iter().filter(missed).copied().collect()
    }

    fn worst(&self, promise: Promise) -> Option<(f64, Estimate)> {
        worst_of(&self.moments, promise)
    }

    /// How far beyond its target the figure is at its worst.
    fn shortfall(&self, promise: Promise) -> f64 {
        match (self.worst(promise), self.target) {
            (Some((_, figure)), Some(target)) => promise.badness(figure.value) - promise.badness(target),
            _ => f64::NEG_INFINITY,
        }
    }

    fn has(&self, promise: Promise, verdict: Verdict) -> bool {
        self.target.is_some_and(|target| self.moments.iter().any(|m| promise.verdict(&m.1, target) == verdict))
    }
}

/// What the courses show.
pub(super) fn title(language: Language, courses: &[Course<'_>], promise: Promise) -> String {
    let mut promised: Vec<&Course> = courses.iter().filter(|c| c.target.is_some()).collect();
    promised.sort_by(|a, b| b.shortfall(promise).total_cmp(&a.shortfall(promise)));
    let missing: Vec<&Course> = promised.iter().copied().filter(|c| c.has(promise, Verdict::Missed)).collect();
    if let Some((worst, others)) = missing.split_first() {
        return also(language, miss(language, worst, promise), others);
    }
    match promised.iter().find(|c| c.has(promise, Verdict::Open)) {
        Some(doubtful) => doubt(language, doubtful, promise),
        None if promised.is_empty() => unpromised(language, courses, promise),
        None => kept(language, courses, &promised, promise),
    }
}

fn miss(language: Language, course: &Course<'_>, promise: Promise) -> String {
    let missed = course.missed(promise);
    let Some((at, figure)) = worst_of(&missed, promise) else { return String::new() };
    let (name, value, time) = (brief(course.name), language.value(Kind::Share, Some(&figure)), time_of_day(at));
    let (promised, of) = (&course.promise, promise.key());
    if missed.len() == 1 {
        let key = format!("chart-miss-once-{of}");
        return say!(language, &key, name = name, promise = promised, time = time, value = value);
    }
    let span = span(language, course, &missed);
    say!(
        language,
        &format!("chart-miss-{of}"),
        name = name,
        promise = promised,
        span = span,
        time = time,
        value = value
    )
}

/// `between 10:00 and 12:00` for neighbours, else `in 5 of 24 intervals`.
fn span(language: Language, course: &Course<'_>, missed: &[(f64, Estimate)]) -> String {
    let (Some(first), Some(last)) = (missed.first(), missed.last()) else { return String::new() };
    let neighbours = missed.windows(2).all(|pair| (pair[1].0 - pair[0].0 - course.step).abs() < 1.0);
    if missed.len() == course.moments.len() {
        say!(language, "chart-span-all")
    } else if neighbours {
        say!(language, "chart-span-between", from = time_of_day(first.0), to = time_of_day(last.0 + course.step))
    } else {
        say!(language, "chart-span-some", missed = missed.len(), count = course.moments.len())
    }
}

/// A name short enough for a sentence.
fn brief(name: &str) -> String {
    wording::shorten(name, 32)
}

fn also(language: Language, finding: String, others: &[&Course<'_>]) -> String {
    match others {
        [] => finding,
        [one] => say!(language, "chart-also-one", finding = finding, name = brief(one.name)),
        many => say!(language, "chart-also-many", finding = finding, count = many.len()),
    }
}

fn doubt(language: Language, course: &Course<'_>, promise: Promise) -> String {
    let Some((at, figure)) = course.worst(promise) else { return String::new() };
    let (name, time, value) = (brief(course.name), time_of_day(at), language.show(Kind::Share, Some(&figure)));
    match figure.ci95 {
        None => {
            let key = format!("chart-doubt-once-{}", promise.key());
            say!(language, &key, name = name, time = time, value = value)
        }
        Some(_) => {
            say!(language, "chart-doubt", name = name, time = time, value = value, promise = &course.promise)
        }
    }
}

fn kept(language: Language, courses: &[Course<'_>], promised: &[&Course<'_>], promise: Promise) -> String {
    let (of, all) = (promise.key(), promised.len() == courses.len());
    match promised {
        [only] => {
            say!(language, &format!("chart-kept-one-{of}"), name = brief(only.name), promise = &only.promise)
        }
        _ if all => say!(language, &format!("chart-kept-all-{of}")),
        _ => say!(language, &format!("chart-kept-promised-{of}")),
    }
}

fn unpromised(language: Language, courses: &[Course<'_>], promise: Promise) -> String {
    let worst = courses.iter().filter_map(|c| Some((c, c.worst(promise)?)));
    let worst = worst.max_by(|a, b| promise.badness(a.1.1.value).total_cmp(&promise.badness(b.1.1.value)));
    match worst {
        Some((_, (_, figure))) if promise == Promise::AtMost && figure.value == 0.0 => {
            say!(language, "chart-no-abandonment")
        }
        Some((course, (at, figure))) => {
            let value = language.show(Kind::Share, Some(&figure));
            let key = format!("chart-extreme-{}", promise.key());
            say!(language, &key, name = brief(course.name), time = time_of_day(at), value = value)
        }
        None => String::new(),
    }
}

fn worst_of(moments: &[(f64, Estimate)], promise: Promise) -> Option<(f64, Estimate)> {
    // The earliest of equals, which `max_by` would make the latest.
    moments.iter().rev().copied().max_by(|a, b| promise.badness(a.1.value).total_cmp(&promise.badness(b.1.value)))
}
