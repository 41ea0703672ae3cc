//! The template: filled in, with its styles and its script inside.

use data_encoding::BASE64;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context, escape_formatter};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::picture::escaped;
use crate::report::ReportError;
use crate::report::language::{Language, say_words};

/// A page: its text and its script.
pub(in crate::report) struct Template {
    text: &'static str,
    script: &'static str,
}

/// Simulated results.
pub(super) const REPORT: Template = Template {
    text: concat!(include_str!("../../../assets/page/macros.html"), include_str!("../../../assets/page/report.html")),
    script: concat!(include_str!("../../../assets/page/points.js"), include_str!("../../../assets/page/report.js")),
};
/// What was fitted to a log. It has no script.
pub(in crate::report) const FIT: Template = Template {
    text: concat!(include_str!("../../../assets/page/macros.html"), include_str!("../../../assets/page/fit.html")),
    script: "",
};

const STYLE: &str =
    concat!(include_str!("../../../assets/page/picture.css"), include_str!("../../../assets/page/report.css"));

/// The page with everything in it.
pub(in crate::report) fn filled(
    template: &Template,
    page: &impl Serialize,
    language: Language,
) -> Result<String, ReportError> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_formatter(|out, state, value| match value.as_str().filter(|_| !value.is_safe()) {
        Some(text) => escape_formatter(out, state, &Value::from(unbroken(text))),
        None => escape_formatter(out, state, value),
    });
    environment.add_function("say", move |key: &str| say_words(language, key, &[]));
    environment.add_filter("verbatim", |text: &str| Value::from_safe_string(escaped(text)));
    environment.add_filter("prose", |text: &str| Value::from_safe_string(prose(&unbroken(text))));
    environment.add_template("page", template.text)?;
    let values = context! {
        page => Value::from(Serde(page)),
        lang => language.code(),
        style => Value::from_safe_string(STYLE.into()),
        script => Value::from_safe_string(template.script.into()),
        style_hash => hash(STYLE),
        script_hash => hash(template.script),
    };
    Ok(environment.get_template("page")?.render(values)?)
}

/// What the page's policy knows its own style and script by, so that no other is ever run.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64.encode(&Sha256::digest(text)))
}

/// The text with figures that no line is broken in: `12 340 ± 3`, `80 %`.
fn unbroken(text: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| signs.get(place)).copied().unwrap_or(' ');
    let fixed = |(place, sign): (usize, &char)| {
        let (before, after) = (at(place.checked_sub(1)), at(Some(place + 1)));
        let points = after == 'p' && at(Some(place + 2)) == 't';
        let number = before.is_ascii_digit() && (after.is_ascii_digit() || after == '%' || points);
        if *sign == ' ' && (number || before == '±' || after == '±') { '\u{a0}' } else { *sign }
    };
    signs.iter().enumerate().map(fixed).collect()
}

/// Escaped, with what stands between backticks as code.
fn prose(text: &str) -> String {
    let part = |(place, part): (usize, &str)| {
        if place % 2 == 1 { format!("<code>{}</code>", escaped(part)) } else { escaped(part) }
    };
    text.split('`').enumerate().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{prose, unbroken};

    #[test]
    fn backticks_are_code() {
        assert_eq!(prose("Raise `queue_limit` <now>."), "Raise <code>queue_limit</code> &lt;now&gt;.");
    }

    #[test]
    fn figures_are_not_broken() {
        assert_eq!(unbroken("12 340 ± 3 of 80 % in 20 s"), "12\u{a0}340\u{a0}±\u{a0}3 of 80\u{a0}% in 20 s");
    }
}
