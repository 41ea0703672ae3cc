//! What the columns of a file are most likely to mean, by their names and by what stands in them.

use super::contact::Outcome;
use super::content::Content;
use super::mapping::usual_words;
use super::rules::{Ending, Rules, Span, When};
use super::survey::{Column, Survey};
use super::times::is_digits_of_a_clock;
use super::words::{Role, channel, plain, roles, without_unit};

/// The rules that the columns suggest, with what could not be found.
pub(super) struct Guess {
    pub(super) rules: Rules,
    /// What is missing, each in a sentence.
    pub(super) missing: Vec<&'static str>,
}

/// Times of day lie in the middle of the day, durations near its beginning.
const A_TIME_OF_DAY: f64 = 3.0;

/// Guesses.
pub(super) fn guess(survey: &Survey) -> Guess {
    let mut choice = Choice { survey, taken: Vec::new() };
    let mut rules = Rules::new(survey.formats());
    let date = choice.best(Role::Date);
    let arrived = choice.best(Role::Arrived).or_else(|| choice.only_moment());
    choose_arrival(&mut rules, survey, date, arrived);
    let mut when = |role| choice.best(role).map(|column| When { date: None, times: vec![column] });
    (rules.answered, rules.left, rules.ended) = (when(Role::Answered), when(Role::Left), when(Role::Ended));
    let mut span = |role| {
        let column = choice.best(role)?;
        Some(Span { column, scale: scale(survey, column) })
    };
    (rules.wait, rules.handle, rules.talk) = (span(Role::Wait), span(Role::Handle), span(Role::Talk));
    (rules.hold, rules.wrap) = (span(Role::Hold), span(Role::Wrap));
    rules.outcome = choice.best(Role::Outcome).map(|column| ending(survey, column));
    rules.kind = choice.best(Role::Kind);
    // A column of channels may be the only one that tells types apart.
    rules.channel = choice.best(Role::Channel).or_else(|| rules.kind.filter(|kind| choice.is_channel(*kind)));
    rules.agent = choice.best(Role::Agent).into_iter().collect();
    rules.customer = choice.best(Role::Customer).into_iter().collect();
    rules.id = choice.best(Role::Id).into_iter().collect();
    rules.priority = choice.best(Role::Priority);
    let missing = missing(&rules);
    Guess { rules, missing }
}

/// A moment, or a time of day beside a date, or a date that has a time after all.
fn choose_arrival(rules: &mut Rules, survey: &Survey, date: Option<usize>, arrived: Option<usize>) {
    let content = |column: usize| survey.columns.get(column).map(|column| column.content);
    let has_date = |column: usize| matches!(content(column), Some(Content::Moment | Content::Number));
    let clock = |column: usize| survey.columns.get(column).is_some_and(is_clock_without_colons);
    rules.arrived = match (date, arrived) {
        (Some(date), Some(time)) if clock(time) => When { date: Some(date), times: vec![time] },
        (_, Some(time)) if has_date(time) => When { date: None, times: vec![time] },
        (Some(date), Some(time)) => When { date: Some(date), times: vec![time] },
        (Some(date), None) if content(date) == Some(Content::Moment) => When { date: None, times: vec![date] },
        _ => When { date: None, times: Vec::new() },
    };
}

fn missing(rules: &Rules) -> Vec<&'static str> {
    let handling = rules.handle.is_some() || rules.talk.is_some();
    let times = rules.answered.is_some() || rules.left.is_some() || (rules.ended.is_some() && handling);
    let mut missing = Vec::new();
    if rules.arrived.times.is_empty() {
        missing.push("when a contact arrived (`arrived`: a date with a time, or a date and a time in two columns)");
    }
    if rules.wait.is_none() && !times {
        missing.push("how long it waited (`wait`, or `answered` and `left` as moments)");
    }
    if rules.outcome.is_none() && rules.answered.is_none() && rules.agent.is_empty() && !handling {
        missing.push("whether it was answered or abandoned (`outcome`, or `agent`, or `handle`)");
    }
    missing
}

/// Seconds of a bare number, by the unit in the header.
fn scale(survey: &Survey, column: usize) -> f64 {
    survey.columns.get(column).and_then(|column| without_unit(&column.plain).1).unwrap_or(1.0)
}

/// The usual words for outcomes; in a column that asks whether a contact was abandoned, yes means so.
fn ending(survey: &Survey, column: usize) -> Ending {
    let asks_abandoned = survey.columns.get(column).is_some_and(|column| column.plain.contains("abandon"));
    let yes_or_no =
        |word: &str| ["yes", "y", "true", "1", "ja", "oui", "no", "n", "false", "0", "nein", "non"].contains(&word);
    let turned = |outcome| if outcome == Outcome::Answered { Outcome::Abandoned } else { Outcome::Answered };
    let turn = |(word, outcome): (String, Outcome)| match asks_abandoned && yes_or_no(&word) {
        true => (word, turned(outcome)),
        false => (word, outcome),
    };
    Ending { column, words: usual_words().into_iter().map(turn).collect() }
}

/// Columns that are given away one by one.
struct Choice<'s> {
    survey: &'s Survey,
    taken: Vec<usize>,
}

impl Choice<'_> {
    /// The free column whose name is the best for a role and whose content does not speak against it.
    fn best(&mut self, role: Role) -> Option<usize> {
        let rank = |column: &Column| roles(&column.plain).find(|(other, _)| *other == role).map(|(_, rank)| rank);
        let columns = self.survey.columns.iter().enumerate();
        let fitting = columns.filter(|(place, column)| !self.taken.contains(place) && fits(role, column));
        let ranked = fitting.filter_map(|(place, column)| Some((rank(column)?, place)));
        let (_, place) = ranked.min()?;
        self.taken.push(place);
        Some(place)
    }

    fn is_channel(&self, column: usize) -> bool {
        self.survey.columns.get(column).is_some_and(|column| fits(Role::Channel, column))
    }

    /// The only column of dates with times, whatever its name.
    fn only_moment(&mut self) -> Option<usize> {
        let mut moments = self.survey.columns.iter().enumerate().filter(|(place, column)| {
            column.content == Content::Moment
                && !self.taken.contains(place)
                && roles(&plain(&column.name)).next().is_none()
        });
        let (place, _) = moments.next()?;
        let only = moments.next().is_none();
        only.then(|| self.taken.push(place))?;
        Some(place)
    }
}

/// Whether what stands in a column can be what a role needs.
fn fits(role: Role, column: &Column) -> bool {
    let content = column.content;
    match role {
        Role::Date => matches!(content, Content::Date | Content::Moment) || is_count_of_dates(column),
        Role::Arrived | Role::Answered | Role::Left | Role::Ended => match content {
            Content::Moment => true,
            Content::Clock { median_hours } => median_hours >= A_TIME_OF_DAY,
            Content::Number => is_count_of_dates(column) || is_clock_without_colons(column),
            _ => false,
        },
        Role::Wait | Role::Handle | Role::Talk | Role::Hold | Role::Wrap => match content {
            Content::Number => !is_count_of_dates(column),
            // Minutes and seconds look like the hours and minutes of a time of day.
            Content::Clock { median_hours } => median_hours < A_TIME_OF_DAY || in_two_parts(column),
            Content::Duration | Content::Empty => true,
            _ => false,
        },
        Role::Outcome => !matches!(content, Content::Moment | Content::Date | Content::Clock { .. }),
        Role::Channel => tells_channels(column),
        Role::Kind | Role::Agent | Role::Customer | Role::Id | Role::Priority => true,
    }
}

/// Whether half of the values at least are words for channels.
fn tells_channels(column: &Column) -> bool {
    let told = column.sample.iter().filter(|value| !value.is_empty()).count();
    told > 0 && 2 * column.sample.iter().filter(|value| channel(value).is_some()).count() >= told
}

/// Whether numbers are times of day such as 090530.
fn is_clock_without_colons(column: &Column) -> bool {
    let is_time = |value: &String| is_digits_of_a_clock(value) && super::clocks::clock(value, "").is_ok();
    let mut values = column.sample.iter().filter(|value| !value.is_empty()).peekable();
    let long = column.sample.iter().any(|value| value.len() >= 4);
    column.content == Content::Number && values.peek().is_some() && long && values.all(is_time)
}

fn in_two_parts(column: &Column) -> bool {
    column.sample.iter().filter(|value| value.contains(':')).all(|value| value.matches(':').count() == 1)
}

/// Whether numbers are dates: digits of a date, or days or seconds since an epoch.
fn is_count_of_dates(column: &Column) -> bool {
    use super::moments::{Count, stamp};
    let numbers = column.sample.iter().filter(|value| !value.is_empty());
    let dated = |value: &&String| stamp(value, column.format).is_ok_and(|stamp| stamp.day.is_some());
    let certain = matches!(column.format.count, Count::Seconds | Count::Milliseconds | Count::Serial)
        || column.sample.iter().all(|value| value.is_empty() || matches!(value.len(), 6 | 8 | 14));
    column.content == Content::Number && certain && numbers.clone().count() > 0 && numbers.clone().all(|v| dated(&v))
}
