//! The sentence above a chart by time of day. It claims a miss only where the 95 % interval lies wholly beyond the target.

use crate::report::Verdict;
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

    fn extreme(self) -> &'static str {
        if self == Self::AtLeast { "lowest" } else { "highest" }
    }

    fn figure(self) -> &'static str {
        if self == Self::AtLeast { "Service level" } else { "Abandonment" }
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
pub(super) fn title(courses: &[Course<'_>], promise: Promise) -> String {
    let mut promised: Vec<&Course> = courses.iter().filter(|c| c.target.is_some()).collect();
    promised.sort_by(|a, b| b.shortfall(promise).total_cmp(&a.shortfall(promise)));
    let missing: Vec<&Course> = promised.iter().copied().filter(|c| c.has(promise, Verdict::Missed)).collect();
    if let Some((worst, others)) = missing.split_first() {
        return miss(worst, promise) + &also(others);
    }
    match promised.iter().find(|c| c.has(promise, Verdict::Open)) {
        Some(doubtful) => doubt(doubtful, promise),
        None if promised.is_empty() => unpromised(courses, promise),
        None => kept(courses, &promised, promise),
    }
}

fn miss(course: &Course<'_>, promise: Promise) -> String {
    let missed = course.missed(promise);
    let Some((at, figure)) = worst_of(&missed, promise) else { return String::new() };
    let (name, value) = (brief(course.name), Kind::Share.value(Some(&figure)));
    let breaks = match promise {
        Promise::AtLeast => format!("{name} misses {}", course.promise),
        Promise::AtMost => format!("{name} loses more than {}", course.promise),
    };
    if missed.len() == 1 {
        return format!("{breaks} at {}: {value}", time_of_day(at));
    }
    format!("{breaks} {}: {} {value} at {}", span(course, &missed), promise.extreme(), time_of_day(at))
}

/// `between 10:00 and 12:00` for neighbours, else `in 5 of 24 intervals`.
fn span(course: &Course<'_>, missed: &[(f64, Estimate)]) -> String {
    let (Some(first), Some(last)) = (missed.first(), missed.last()) else { return String::new() };
    let neighbours = missed.windows(2).all(|pair| (pair[1].0 - pair[0].0 - course.step).abs() < 1.0);
    if missed.len() == course.moments.len() {
        "all day".into()
    } else if neighbours {
        format!("between {} and {}", time_of_day(first.0), time_of_day(last.0 + course.step))
    } else {
        format!("in {} of {} intervals", missed.len(), course.moments.len())
    }
}

/// A name short enough for a sentence.
fn brief(name: &str) -> String {
    wording::shorten(name, 32)
}

fn also(others: &[&Course<'_>]) -> String {
    let names: Vec<&str> = others.iter().map(|c| c.name).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => format!("; {} does too", brief(one)),
        many => format!("; {} other types do too", many.len()),
    }
}

fn doubt(course: &Course<'_>, promise: Promise) -> String {
    let Some((at, figure)) = course.worst(promise) else { return String::new() };
    let (name, when, value) = (brief(course.name), time_of_day(at), Kind::Share.show(Some(&figure)));
    match figure.ci95 {
        None => format!(
            "One replication cannot tell a miss from chance: {name} is {} at {when}, {value}",
            promise.extreme()
        ),
        Some(_) => format!("No miss is certain; closest is {name} at {when}: {value} against {}", course.promise),
    }
}

fn kept(courses: &[Course<'_>], promised: &[&Course<'_>], promise: Promise) -> String {
    let all = promised.len() == courses.len();
    match promised {
        [only] if promise == Promise::AtLeast => format!("{} keeps {} all day", brief(only.name), only.promise),
        [only] => format!("{} loses no more than {} at any time of the day", brief(only.name), only.promise),
        _ if promise == Promise::AtMost && all => "All types keep abandonment within the target all day".into(),
        _ if promise == Promise::AtMost => "All types with a target for abandonment stay within it all day".into(),
        _ if all => "All types keep their promise all day".into(),
        _ => "All types with a promise keep it all day".into(),
    }
}

fn unpromised(courses: &[Course<'_>], promise: Promise) -> String {
    let worst = courses.iter().filter_map(|c| Some((c, c.worst(promise)?)));
    let worst = worst.max_by(|a, b| promise.badness(a.1.1.value).total_cmp(&promise.badness(b.1.1.value)));
    match worst {
        Some((_, (_, figure))) if promise == Promise::AtMost && figure.value == 0.0 => {
            "No contact abandons at any time of the day".into()
        }
        Some((course, (at, figure))) => format!(
            "{} is {} for {} at {}: {}",
            promise.figure(),
            promise.extreme(),
            brief(course.name),
            time_of_day(at),
            Kind::Share.show(Some(&figure))
        ),
        None => String::new(),
    }
}

fn worst_of(moments: &[(f64, Estimate)], promise: Promise) -> Option<(f64, Estimate)> {
    // The earliest of equals, which `max_by` would make the latest.
    moments.iter().rev().copied().max_by(|a, b| promise.badness(a.1.value).total_cmp(&promise.badness(b.1.value)))
}
