//! The page: templates filled with what the scenario is and what stands on it.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::desk::Answer;
use super::fields::{Field, What};
use super::results::results;
use super::session::Session;
use super::view::{self, Shown, View};
use crate::report::Language;
use crate::report::language::{say, say_words};
use crate::scenario::{Scenario, Shift, Staffing};
use crate::units::time_of_day;

const STYLE: &str = concat!(include_str!("../../assets/page/picture.css"), include_str!("../../assets/serve/page.css"));
const SCRIPT: &str = concat!(include_str!("../../assets/page/points.js"), include_str!("../../assets/serve/page.js"));

/// The templates, ready to be filled.
pub(super) struct Page(Environment<'static>);

/// A field of the page with its words.
#[derive(Serialize)]
struct Control {
    id: String,
    label: String,
    shown: Shown,
    slider: Option<Slider>,
    /// What stands in an empty field.
    empty: String,
}

/// Least, most and step of a slider.
#[derive(Serialize)]
struct Slider(f64, f64, f64);

/// A part of the controls: a contact type or an agent group.
#[derive(Serialize)]
struct Part {
    name: String,
    /// Fields that stand one below the other.
    single: Vec<Control>,
    /// The promise of a contact type.
    target: Vec<Control>,
    /// Fields of intervals or shifts, closely.
    many: Vec<Control>,
    /// What those many are.
    many_are: String,
    roster: bool,
}

impl Page {
    /// The templates with the texts of a language.
    pub(super) fn new(language: Language) -> Result<Self, minijinja::Error> {
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
        environment.add_template("page", include_str!("../../assets/serve/page.html"))?;
        environment.add_template("results", include_str!("../../assets/serve/results.html"))?;
        environment.add_function("say", move |key: &str| say_words(language, key, &[]));
        Ok(Self(environment))
    }

    /// The whole page; `nonce` marks what of it may run.
    pub(super) fn whole(&self, session: &Session, view: &View, nonce: &str) -> Result<String, minijinja::Error> {
        let language = session.language;
        let (base, scenario) = (&session.base, &session.base.loaded.scenario);
        let mut shown = view::fields(session);
        let mut take = |id: &String| shown.swap_remove(id);
        let mut controls = Vec::new();
        for (id, field) in &base.fields {
            controls.extend(take(id).map(|shown| (field.what, control(session, id, field, shown))));
        }
        let contacts = scenario.contacts.iter().enumerate().map(|(kind, contact)| {
            let own = drawn(&mut controls, |what| what.concerns(kind));
            let (single, target) = own.into_iter().partition(|(what, _)| matches!(what, What::Scale(..)));
            Part { single: bare(single), target: bare(target), ..Part::named(&contact.name) }
        });
        let contacts: Vec<Part> = contacts.collect();
        let groups = scenario.groups.iter().enumerate().map(|(index, group)| {
            let own = drawn(&mut controls, |what| what.staffs(index));
            let (single, many) = own.into_iter().partition(|(what, _)| matches!(what, What::Agents(_) | What::Plus(_)));
            let key = if matches!(group.staff, Staffing::Shifts(_)) { "serve-shifts" } else { "serve-intervals" };
            let (single, many) = (bare(single), bare(many));
            Part {
                many_are: say!(language, key),
                single,
                many,
                roster: session.is_roster(index),
                ..Part::named(&group.name)
            }
        });
        let groups: Vec<Part> = groups.collect();
        self.0.get_template("page")?.render(context! {
            lang => language.code(),
            mark => language.decimal_point(),
            nonce,
            style => Value::from_safe_string(STYLE.into()),
            script => Value::from_safe_string(SCRIPT.into()),
            title => say!(language, "serve-title", name = &scenario.name),
            what => say!(language, "serve-what", file = base.file(), seed = scenario.run.seed.to_string()),
            open_again => say!(language, "serve-open-again", name = base.file()),
            file => base.file(),
            suggestion => base.suggestion(),
            contacts => Value::from(Serde(&contacts)),
            groups => Value::from(Serde(&groups)),
            view => Value::from(Serde(view)),
            results => Value::from_safe_string(view.results().to_owned()),
        })
    }

    /// The figures as a piece of the page.
    pub(super) fn results(&self, language: Language, answer: Option<&Answer>) -> Result<String, minijinja::Error> {
        let Some(answer) = answer else { return Ok(String::new()) };
        self.0.get_template("results")?.render(Value::from(Serde(results(language, answer))))
    }
}

impl Part {
    fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            single: Vec::new(),
            target: Vec::new(),
            many: Vec::new(),
            many_are: String::new(),
            roster: false,
        }
    }
}

type Own = Vec<(What, Control)>;

/// Takes those out that are wanted.
fn drawn(controls: &mut Own, wanted: impl Fn(What) -> bool) -> Own {
    let (own, rest) = std::mem::take(controls).into_iter().partition(|(what, _)| wanted(*what));
    *controls = rest;
    own
}

fn bare(controls: Own) -> Vec<Control> {
    controls.into_iter().map(|(_, control)| control).collect()
}

fn control(session: &Session, id: &str, field: &Field, shown: Shown) -> Control {
    let language = session.language;
    let scenario = &session.base.loaded.scenario;
    let label = match field.what {
        What::Scale(_, key) => say!(language, &format!("serve-scale-{key}")),
        What::Target(_, key) => say!(language, &format!("serve-target-{key}")),
        What::Agents(_) => say!(language, "serve-agents-constant"),
        What::Plus(_) => say!(language, "serve-plus"),
        What::Interval(_, interval) => time_of_day(interval as f64 * scenario.horizon.interval.get()),
        What::Shift(group, shift) => match &scenario.groups[group].staff {
            Staffing::Shifts(shifts) => hours(language, &shifts[shift]),
            _ => String::new(),
        },
    };
    let empty = if field.what.is_share() { say!(language, "serve-no-target") } else { String::new() };
    Control { id: id.to_owned(), label, slider: slider(scenario, field), empty, shown }
}

/// From when to when a shift goes, and whether not every day.
fn hours(language: Language, shift: &Shift) -> String {
    let clock =
        |seconds: f64| time_of_day(if seconds > crate::units::DAY { seconds - crate::units::DAY } else { seconds });
    let hours = format!("{}–{}", clock(shift.from.get()), clock(shift.to.get()));
    if shift.days.is_some() { say!(language, "serve-days", hours = hours) } else { hours }
}

/// A slider around what the saved file says.
fn slider(scenario: &Scenario, field: &Field) -> Option<Slider> {
    let saved = field.saved?;
    match field.what {
        What::Scale(..) => Some(Slider(0.5_f64.min(saved), 2.0_f64.max(saved), 0.05)),
        What::Agents(_) => Some(Slider(0.0, (2.0 * saved).max(10.0), 1.0)),
        What::Plus(group) => {
            let half = f64::from(scenario.groups[group].staff.most() / 2).max(5.0);
            Some(Slider(-half, half, 1.0))
        }
        _ => None,
    }
}
