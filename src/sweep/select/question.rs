//! What is asked of a selection: the figure that is to be best, and the limits that it must keep.

use crate::kpi::Column;
use crate::scenario::{listed, nearest, quoted};
use crate::sweep::SweepError;
use crate::sweep::plan::Plan;

/// A figure of a point, as somebody names it: `cost`, `service_level`, or `service_level:sales` where several have it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The figure.
    pub figure: String,
    /// The contact type or agent group, where it is said.
    pub subject: Option<String>,
}

/// The figure that is to be best.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Which one.
    pub figure: Named,
    /// Whether the most is best; else the least.
    pub most: bool,
}

/// A limit that a point must keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    /// Of which figure.
    pub figure: Named,
    /// Whether it must be at least so much; else at most.
    pub at_least: bool,
    /// How much: a count, a share, seconds, money.
    pub value: f64,
}

/// Figures of which more is better.
const MORE_IS_BETTER: [&str; 7] =
    ["service_level", "days_met", "csat", "satisfaction.csat", "resolved", "resolved_at_first", "answered"];

impl std::str::FromStr for Goal {
    type Err = String;

    /// `cost`, `min mean_wait:sales`, `max csat`.
    fn from_str(text: &str) -> Result<Self, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (most, name) = match words.as_slice() {
            ["min", name] => (false, *name),
            ["max", name] => (true, *name),
            [name] => {
                let figure = name.split(':').next().unwrap_or(name);
                (MORE_IS_BETTER.contains(&figure) || figure.ends_with(".service_level"), *name)
            }
            _ => return Err("name a figure such as cost, \"min mean_wait\" or \"max csat\"".into()),
        };
        Ok(Self { figure: name.parse()?, most })
    }
}

impl std::str::FromStr for Limit {
    type Err = String;

    /// `service_level >= 0.8`, `p_abandon:sales <= 5%`.
    fn from_str(text: &str) -> Result<Self, String> {
        let help = || "write a figure and a limit such as \"service_level >= 0.8\" or \"p_abandon <= 5%\"".to_owned();
        let (at_least, (figure, value)) = match (text.split_once(">="), text.split_once("<=")) {
            (Some(parts), None) => (true, parts),
            (None, Some(parts)) => (false, parts),
            _ => return Err(help()),
        };
        let value = value.trim();
        let (number, whole) = value.strip_suffix('%').map_or((value, 1.0), |number| (number, 100.0));
        let value = number.trim().parse::<f64>().map(|number| number / whole).ok().filter(|value| value.is_finite());
        Ok(Self { figure: figure.trim().parse()?, at_least, value: value.ok_or_else(help)? })
    }
}

impl std::str::FromStr for Named {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (figure, subject) = text.split_once(':').map_or((text, None), |(figure, subject)| (figure, Some(subject)));
        let right = !figure.is_empty() && !figure.contains(char::is_whitespace) && subject != Some("");
        let named = || Self { figure: figure.to_owned(), subject: subject.map(str::to_owned) };
        right.then(named).ok_or_else(|| format!("{} is no name of a figure, such as cost", quoted(text)))
    }
}

impl Named {
    /// The column of a plan that is meant; it must be one at every point.
    pub(super) fn column(&self, plan: &Plan) -> Result<Column, SweepError> {
        let refused = |title: String, help: String| SweepError::Refused { title, help };
        let first = plan.measured.first().map(|measured| measured.columns.as_slice()).unwrap_or_default();
        let named = |column: &&Column| {
            column.figure == self.figure && self.subject.as_ref().is_none_or(|subject| *subject == column.subject)
        };
        let found: Vec<&Column> = first.iter().filter(named).collect();
        let meant = match found.as_slice() {
            [] => return Err(self.unknown(first)),
            [only] => (*only).clone(),
            // What the centre has as a whole is meant where nobody says whose.
            several => match several.iter().find(|column| column.kind == "centre" && self.subject.is_none()) {
                Some(centre) => (**centre).clone(),
                None => {
                    let names: Vec<String> = several.iter().map(|c| format!("{}:{}", c.figure, c.subject)).collect();
                    let title = format!("several have the figure {}", quoted(&self.figure));
                    return Err(refused(title, format!("say which: {}", listed(&names, "or"))));
                }
            },
        };
        if plan.measured.iter().all(|measured| measured.columns.contains(&meant)) {
            return Ok(meant);
        }
        let title = format!("not every point has the figure {}", quoted(&self.figure));
        Err(refused(title, "choose among points that all have it".to_owned()))
    }

    fn unknown(&self, columns: &[Column]) -> SweepError {
        let mut names: Vec<&str> = columns.iter().map(|column| column.figure.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let mut subjects: Vec<&str> = columns.iter().map(|column| column.subject.as_str()).collect();
        subjects.dedup();
        let (what, known) = if names.contains(&self.figure.as_str()) {
            (self.subject.as_deref().unwrap_or_default(), subjects)
        } else {
            (self.figure.as_str(), names)
        };
        let help = match nearest(what, known.iter().copied()) {
            Some(meant) => format!("did you mean {}?", quoted(meant)),
            None => format!("there are {}", listed(&known, "and")),
        };
        SweepError::Refused { title: format!("this sweep has no {}", quoted(what)), help }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_and_limits_are_read_as_they_are_said() {
        let goal = |text: &str| text.parse::<Goal>().map(|goal| (goal.figure.figure, goal.most));
        assert_eq!(goal("cost"), Ok(("cost".into(), false)));
        assert_eq!(goal("service_level"), Ok(("service_level".into(), true)));
        assert_eq!(goal("max occupancy:office"), Ok(("occupancy".into(), true)));
        assert!(goal("the cheapest one").is_err() && goal("").is_err());
        let limit = |text: &str| text.parse::<Limit>().map(|limit| (limit.figure.figure, limit.at_least, limit.value));
        assert_eq!(limit("service_level >= 80%"), Ok(("service_level".into(), true, 0.8)));
        assert_eq!(limit("mean_wait:sales<=30"), Ok(("mean_wait".into(), false, 30.0)));
        assert!(["service_level > 0.8", "0.8", "x >= y", "a b >= 1"].iter().all(|text| limit(text).is_err()));
    }
}
