//! What is tried, as the text of a scenario file on top of the saved one.
//!
//! A field has a line of its own, so that a problem of a line is one of a field.

use indexmap::IndexMap;

use super::changes::Changes;
use super::fields::{Field, Fields, What};
use super::typed;
use crate::report::{Language, language::say};
use crate::scenario::{ContactType, Scenario, Shift, Staffing};
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

/// What changes are made to, and the language in which they are typed.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The name of the saved file.
    pub(super) file: &'a str,
    pub(super) scenario: &'a Scenario,
    pub(super) fields: &'a Fields,
    pub(super) language: Language,
}

/// Values of changed fields by their names; none where nothing is promised any more.
type Values = IndexMap<String, Option<f64>>;

impl Draft {
    /// The text of a file that extends the saved one by the changes and has a name of its own. A field that cannot be
    /// read stays as it is saved, and is noted.
    pub(super) fn new(ground: Ground<'_>, changes: &Changes, name: &str) -> Self {
        let mut draft = Self::default();
        let mut values = Values::new();
        for (id, text) in changes {
            let Some(field) = ground.fields.get(id) else { continue };
            match typed::read(ground.language, field.what, text) {
                Ok(value) => _ = values.insert(id.clone(), value),
                Err(words) => draft.wrong.push((id.clone(), words)),
            }
        }
        draft.line("# Made with `holdline serve`: what differs from the file that it extends.", None);
        draft.line(&format!("extends = {}", quoted(ground.file)), None);
        draft.line(&format!("name = {}", quoted(name)), None);
        for (kind, contact) in ground.scenario.contacts.iter().enumerate() {
            draft.contact(ground, &values, kind, contact);
        }
        for group in 0..ground.scenario.groups.len() {
            draft.group(ground, &values, group);
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

    fn contact(&mut self, ground: Ground<'_>, values: &Values, kind: usize, contact: &ContactType) {
        let own = ground.fields.iter().filter(|(_, field)| field.what.concerns(kind));
        let changed: Vec<_> = own.filter_map(|(id, field)| Some((id, field.what, *values.get(id)?))).collect();
        if !changed.is_empty() {
            self.header("contacts", &contact.name);
        }
        let promises = changed.iter().any(|(_, what, value)| what.is_share() && value.is_some());
        for (id, what, value) in changed {
            let value_in_file = typed::as_toml(what, value);
            match what {
                What::Scale(_, key) => self.line(&format!("scale.{key} = {value_in_file}"), Some(id)),
                What::Target(_, key) => self.line(&format!("target.{key} = {value_in_file}"), Some(id)),
                _ => (),
            }
            if what == What::Target(kind, "within") && contact.target.is_none() && !promises {
                self.wrong.push((id.clone(), say!(ground.language, "serve-wrong-within")));
            }
        }
    }

    fn group(&mut self, ground: Ground<'_>, values: &Values, group: usize) {
        let own: Vec<_> = ground.fields.iter().filter(|(_, field)| field.what.staffs(group)).collect();
        if !own.iter().any(|(id, _)| values.contains_key(*id)) {
            return;
        }
        let now = &ground.scenario.groups[group];
        self.header("agents", &now.name);
        let agents = |id: &String, field: &Field| typed::as_toml(field.what, *values.get(id).unwrap_or(&field.saved));
        match &now.staff {
            Staffing::Constant(_) => {
                for (id, field) in own {
                    self.line(&format!("staff = {}", agents(id, field)), Some(id));
                }
            }
            Staffing::Shifts(shifts) => {
                self.line("staff = { shifts = [", None);
                for ((id, field), shift) in own.iter().zip(shifts) {
                    self.line(&format!("    {},", shift_as_text(shift, &agents(id, field))), Some(id));
                }
                self.line("] }", None);
            }
            Staffing::PerInterval(agents) => self.intervals(ground, values, group, agents),
        }
    }

    /// A list with a line an interval, or a line a day where those of many days have no field each.
    fn intervals(&mut self, ground: Ground<'_>, values: &Values, group: usize, agents: &[u32]) {
        let each = ground.fields.iter().filter(|(_, field)| field.what.staffs(group));
        let (sum, each): (Vec<_>, Vec<_>) = each.partition(|(_, field)| field.what == What::Plus(group));
        let added = sum.first().and_then(|(id, _)| Some((*id, *values.get(*id)?)));
        let plus = added.and_then(|(_, plus)| plus).unwrap_or(0.0);
        let step = ground.scenario.horizon.interval.get();
        self.line("staff = { per_interval = [", None);
        for ((id, field), (interval, &agents)) in each.iter().zip(agents.iter().enumerate()) {
            let typed = values.get(*id).copied().flatten().unwrap_or_else(|| raised(agents, plus));
            let agents = typed::as_toml(field.what, Some(typed));
            self.line(&format!("    {agents}, # {}", time_of_day(interval as f64 * step)), Some(id));
        }
        if each.is_empty() {
            let owner = added.map(|(id, _)| id.as_str());
            for day in agents.chunks(ground.scenario.horizon.intervals_per_day()) {
                let day: Vec<String> = day.iter().map(|&agents| raised(agents, plus).to_string()).collect();
                self.line(&format!("    {},", day.join(", ")), owner);
            }
        }
        self.line("] }", None);
    }
}

/// More, or fewer, agents where there are some.
pub(super) fn raised(agents: u32, plus: f64) -> f64 {
    if agents == 0 { 0.0 } else { (f64::from(agents) + plus).max(0.0) }
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
