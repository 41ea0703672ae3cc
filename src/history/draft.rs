//! A mapping file ready to be edited: what was found out, and what has to be filled in.

use super::contact::Outcome;
use super::rules::{Ending, Rules, Span, When};
use super::survey::Survey;
use super::times::same;

/// Values of a column that are shown.
const EXAMPLES: usize = 3;
/// Words of an outcome that are listed.
const WORDS: usize = 30;

/// The text of the file.
pub(super) fn draft(survey: &Survey, rules: &Rules) -> String {
    let mut lines = vec!["# What the columns of this log mean. Its columns and their first values:".to_owned()];
    for column in &survey.columns {
        let values: Vec<&str> =
            column.sample.iter().map(String::as_str).filter(|value| !value.is_empty()).take(EXAMPLES).collect();
        lines.push(format!("#   {}: {}", on_one_line(&column.name), on_one_line(&values.join(", "))));
    }
    let name = |column: usize| survey.columns.get(column).map(|column| text(&column.name)).unwrap_or_default();
    let when = |when: &When| match (when.date, when.times.first()) {
        (Some(date), Some(time)) => Some(format!("{{ date = {}, time = {} }}", name(date), name(*time))),
        (None, Some(time)) => Some(name(*time)),
        _ => None,
    };
    let span = |span: Option<Span>| span.map(|span| name(span.column));
    let first = |columns: &[usize]| columns.first().map(|column| name(*column));
    let entries = [
        (
            "arrived",
            when(&rules.arrived),
            "{ date = \"…\", time = \"…\" }   # when a contact asked for an agent; needed",
        ),
        ("answered", rules.answered.as_ref().and_then(when), "\"…\"   # when handling began"),
        ("left", rules.left.as_ref().and_then(when), "\"…\"   # when it left the queue"),
        ("ended", rules.ended.as_ref().and_then(when), "\"…\"   # when it was over"),
        ("wait", span(rules.wait), "\"…\"   # how long it waited; needed unless its times tell"),
        ("handle", span(rules.handle), "\"…\"   # how long an agent was busy with it"),
        ("talk", span(rules.talk), "\"…\""),
        ("wrap", span(rules.wrap), "\"…\"   # after-contact work"),
        ("type", rules.kind.map(name), "\"…\"   # the contact type"),
        ("channel", rules.channel.map(name), "\"…\"   # voice, chat, email or social"),
        (
            "outcome",
            rules.outcome.as_ref().map(|ending| outcome(survey, ending, &name(ending.column))),
            "{ column = \"…\", answered = [\"…\"], abandoned = [\"…\"] }",
        ),
        ("agent", first(&rules.agent), "\"…\""),
        ("customer", first(&rules.customer), "\"…\""),
        ("id", first(&rules.id), "\"…\"   # the number that only this contact has"),
    ];
    for (key, found, blank) in entries {
        lines.push(match found {
            Some(value) => format!("{key} = {value}"),
            None => format!("# {key} = {blank}"),
        });
    }
    lines.push("# date_format = \"d/m/y\"   # or \"m/d/y\" or \"y/m/d\"".to_owned());
    if survey.columns.is_empty() {
        lines.push(
            "# header = [\"date\", \"time\", \"wait\"]   # names of the columns, for a file without a header"
                .to_owned(),
        );
    }
    lines.join("\n") + "\n"
}

/// The outcome's column with every word of the sample; those that are not known are for the user to sort.
fn outcome(survey: &Survey, ending: &Ending, name: &str) -> String {
    let sample = survey.columns.get(ending.column).into_iter().flat_map(|column| &column.sample);
    let mut words: Vec<&str> = sample.map(String::as_str).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    let meaning = |word: &str| ending.words.iter().find(|(known, _)| same(word, known)).map(|(_, outcome)| *outcome);
    let mut parts = vec![format!("column = {name}")];
    for outcome in Outcome::ALL {
        let meant = |word: &&&str| meaning(word).unwrap_or(Outcome::Other) == outcome;
        let listed: Vec<String> = words.iter().filter(meant).take(WORDS).map(|word| text(word)).collect();
        if !listed.is_empty() || matches!(outcome, Outcome::Answered | Outcome::Abandoned) {
            parts.push(format!("{} = [{}]", outcome.name(), listed.join(", ")));
        }
    }
    format!("{{ {} }}   # move the words to where they belong", parts.join(", "))
}

/// A text of a TOML file.
fn text(value: &str) -> String {
    toml::Value::from(on_one_line(value)).to_string()
}

fn on_one_line(value: &str) -> String {
    value.chars().take(80).map(|sign| if sign.is_control() { ' ' } else { sign }).collect()
}
