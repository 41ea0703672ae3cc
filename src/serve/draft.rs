//! What is tried, as the text of a scenario file on top of the saved one.
//!
//! A field has a line of its own, so that a problem of a line is one of a field.

use super::changes::Changes;
use super::fields::{Fields, What};
use crate::report::{Language, language::say};
use crate::scenario::{Scenario, Shift, Staffing};
use crate::units::{DAY, Seconds, time_of_day, time_of_day_to_the_second};

/// The text and what stands where in it.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// A scenario file.
    pub(super) text: String,
    /// The field of each line.
    owners: Vec<Option<String>>,
    /// What is wrong already: fields and what would be right.
    pub(super) wrong: Vec<(String, String)>,
}

/// What changes are made to.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The name of the saved file.
    pub(super) file: &'a str,
    pub(super) scenario: &'a Scenario,
    pub(super) fields: &'a Fields,
}

impl Draft {
    /// The text of a file that extends the saved one by the changes and has a name of its own.
    pub(super) fn new(ground: Ground<'_>, changes: &Changes, name: &str, language: Language) -> Self {
        let mut draft = Self::default();
        draft.line("# Made with `holdline serve`: what differs from the file that it extends.", None);
        draft.line(&format!("extends = {}", quoted(ground.file)), None);
        draft.line(&format!("name = {}", quoted(name)), None);
        for (kind, contact) in ground.scenario.contacts.iter().enumerate() {
            draft.contact(ground.fields, changes, kind, &contact.name);
        }
        for group in 0..ground.scenario.groups.len() {
            draft.group(ground, changes, group, language);
        }
        draft
    }

    /// The field of a line, counted from 1.
    pub(super) fn field_of(&self, line: usize) -> Option<&str> {
        self.owners.get(line.checked_sub(1)?)?.as_deref()
    }

    fn line(&mut self, text: &str, owner: Option<&str>) {
        self.text.push_str(text);
        self.text.push('\n');
        self.owners.push(owner.map(str::to_owned));
    }

    fn header(&mut self, section: &str, name: &str) {
        self.line("", None);
        self.line(&format!("[{section}.{}]", quoted(name)), None);
    }

    fn contact(&mut self, fields: &Fields, changes: &Changes, kind: usize, name: &str) {
        let own = fields.iter().filter(|(_, field)| field.what.concerns(kind));
        let changed: Vec<_> = own.filter_map(|(id, field)| Some((id, field.what, changes.get(id)?))).collect();
        if !changed.is_empty() {
            self.header("contacts", name);
        }
        for (id, what, text) in changed {
            if let What::Scale(_, key) = what {
                self.line(&format!("scale.{key} = {}", value(text)), Some(id));
            } else if let What::Target(_, key) = what {
                self.line(&format!("target.{key} = {}", value(text)), Some(id));
            }
        }
    }

    fn group(&mut self, ground: Ground<'_>, changes: &Changes, group: usize, language: Language) {
        let own: Vec<_> = ground.fields.iter().filter(|(_, field)| field.what.staffs(group)).collect();
        if !own.iter().any(|(id, _)| changes.contains_key(*id)) {
            return;
        }
        let now = &ground.scenario.groups[group];
        self.header("agents", &now.name);
        let typed = |id: &String, saved: &String| value(changes.get(id).unwrap_or(saved));
        match &now.staff {
            Staffing::Constant(_) => {
                for (id, field) in own {
                    self.line(&format!("staff = {}", typed(id, &field.saved)), Some(id));
                }
            }
            Staffing::Shifts(shifts) => {
                self.line("staff = { shifts = [", None);
                for ((id, field), shift) in own.iter().zip(shifts) {
                    self.line(&format!("    {},", shift_as_text(shift, &typed(id, &field.saved))), Some(id));
                }
                self.line("] }", None);
            }
            Staffing::PerInterval(agents) => self.intervals(ground, changes, group, agents, language),
        }
    }

    /// A list with a line an interval, or a line a day where those of many days have no field each.
    fn intervals(&mut self, ground: Ground<'_>, changes: &Changes, group: usize, agents: &[u32], language: Language) {
        let each = ground.fields.iter().filter(|(_, field)| field.what.staffs(group));
        let (sum, each): (Vec<_>, Vec<_>) = each.partition(|(_, field)| field.what == What::Plus(group));
        let added = sum.first().and_then(|(id, _)| Some((*id, changes.get(*id)?)));
        let plus = added.map_or(Some(0), |(_, text)| plus(text));
        if let (Some((id, _)), None) = (added, plus) {
            self.wrong.push((id.clone(), say!(language, "serve-wrong-plus")));
        }
        let sum = |agents: u32| raised(agents, plus.unwrap_or(0)).to_string();
        let step = ground.scenario.horizon.interval.get();
        self.line("staff = { per_interval = [", None);
        for ((id, _), (interval, &agents)) in each.iter().zip(agents.iter().enumerate()) {
            let text = changes.get(*id).map_or_else(|| sum(agents), |text| value(text));
            self.line(&format!("    {text}, # {}", time_of_day(interval as f64 * step)), Some(id));
        }
        if each.is_empty() {
            let owner = added.map(|(id, _)| id.as_str());
            for day in agents.chunks(ground.scenario.horizon.intervals_per_day()) {
                let day: Vec<String> = day.iter().map(|&agents| sum(agents)).collect();
                self.line(&format!("    {},", day.join(", ")), owner);
            }
        }
        self.line("] }", None);
    }
}

/// A number that is added to agents; none where the text is no such number.
pub(super) fn plus(text: &str) -> Option<i64> {
    let sum: i64 = text.trim().parse().ok()?;
    (sum.abs() <= 100_000).then_some(sum)
}

/// More, or fewer, agents where there are some.
pub(super) fn raised(agents: u32, plus: i64) -> i64 {
    if agents == 0 { 0 } else { (i64::from(agents) + plus).max(0) }
}

/// What was typed as a TOML value: a number where it is one, otherwise a text, which the reader judges.
fn value(text: &str) -> String {
    let text = text.trim();
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => number.to_string(),
        _ => quoted(text),
    }
}

/// A text in quotes, on one line.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text.replace(char::is_control, " ")).to_string()
}

fn shift_as_text(shift: &Shift, agents: &str) -> String {
    let mut parts = vec![
        format!("from = \"{}\"", clock(shift.from)),
        format!("to = \"{}\"", clock(shift.to)),
        format!("agents = {agents}"),
    ];
    if !shift.breaks.is_empty() {
        let hours = |(from, to): &(Seconds, Seconds)| format!("\"{}-{}\"", clock(*from), clock(*to));
        parts.push(format!("breaks = [{}]", shift.breaks.iter().map(hours).collect::<Vec<_>>().join(", ")));
    }
    if let Some(days) = &shift.days {
        let days: Vec<String> = days.iter().map(|day| (day + 1).to_string()).collect();
        parts.push(format!("days = [{}]", days.join(", ")));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// A moment of a shift as a time of day, on the next day too.
fn clock(moment: Seconds) -> String {
    let seconds = if moment.get() > DAY { moment.get() - DAY } else { moment.get() };
    if seconds % 60.0 == 0.0 { time_of_day(seconds) } else { time_of_day_to_the_second(seconds) }
}
