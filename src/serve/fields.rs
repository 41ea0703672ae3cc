//! What can be changed: every field of the page, with what the saved file says there.

use indexmap::IndexMap;

use crate::kpi::DEFAULT_WITHIN;
use crate::scenario::{ContactType, Scenario, Staffing};

/// A field of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Field {
    /// What it changes.
    pub(super) what: What,
    /// What the saved file says: agents, a factor, a share, seconds; none where nothing is promised.
    pub(super) saved: Option<f64>,
}

/// What a field changes, by indices into the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A factor of a contact type, by its key.
    Scale(usize, &'static str),
    /// A part of a contact type's target, by its key.
    Target(usize, &'static str),
    /// The agents of a group, the same number always.
    Agents(usize),
    /// Agents added to every staffed interval of a group.
    Plus(usize),
    /// The agents of a group in an interval.
    Interval(usize, usize),
    /// The agents of a shift of a group.
    Shift(usize, usize),
}

impl What {
    /// Its name in the page and in requests: letters, digits and full stops.
    pub(super) fn id(self) -> String {
        match self {
            Self::Scale(kind, key) => format!("contact.{kind}.scale.{key}"),
            Self::Target(kind, key) => format!("contact.{kind}.target.{key}"),
            Self::Agents(group) => format!("group.{group}.agents"),
            Self::Plus(group) => format!("group.{group}.plus"),
            Self::Interval(group, interval) => format!("group.{group}.interval.{interval}"),
            Self::Shift(group, shift) => format!("group.{group}.shift.{shift}"),
        }
    }

    /// Whether it belongs to this agent group.
    pub(super) fn staffs(self, of: usize) -> bool {
        match self {
            Self::Agents(group) | Self::Plus(group) | Self::Interval(group, _) | Self::Shift(group, _) => group == of,
            Self::Scale(..) | Self::Target(..) => false,
        }
    }

    /// Whether it is a share that is promised, which may be none.
    pub(super) fn is_share(self) -> bool {
        matches!(self, Self::Target(_, "answer" | "abandon"))
    }

    /// Whether it belongs to this contact type.
    pub(super) fn concerns(self, of: usize) -> bool {
        matches!(self, Self::Scale(kind, _) | Self::Target(kind, _) if kind == of)
    }
}

/// The fields of a scenario by their names, in the order of the page.
pub(super) type Fields = IndexMap<String, Field>;

/// Every field that a scenario has.
pub(super) fn of(scenario: &Scenario) -> Fields {
    let contacts = scenario.contacts.iter().enumerate().flat_map(|(kind, contact)| of_contact(kind, contact));
    let groups = (0..scenario.groups.len()).flat_map(|group| of_group(scenario, group));
    contacts.chain(groups).map(|(what, saved)| (what.id(), Field { what, saved })).collect()
}

fn of_contact(kind: usize, contact: &ContactType) -> Vec<(What, Option<f64>)> {
    let scale = contact.scale;
    let mut fields =
        vec![(What::Scale(kind, "arrivals"), Some(scale.arrivals)), (What::Scale(kind, "handle"), Some(scale.handle))];
    if contact.patience.is_some() {
        fields.push((What::Scale(kind, "patience"), Some(scale.patience)));
    }
    if !contact.channel.serves_itself() {
        let target = contact.target;
        fields.push((What::Target(kind, "answer"), target.and_then(|target| target.answer)));
        // Without a promise, too, the service level is that within some time.
        let within = target.map_or(DEFAULT_WITHIN, |target| target.within.get());
        fields.push((What::Target(kind, "within"), Some(within)));
        fields.push((What::Target(kind, "abandon"), target.and_then(|target| target.abandon)));
    }
    fields
}

/// A roster of named people has no field: who works when is not one number.
fn of_group(scenario: &Scenario, group: usize) -> Vec<(What, Option<f64>)> {
    let number = |agents: u32| Some(f64::from(agents));
    match &scenario.groups[group].staff {
        Staffing::Constant(agents) => vec![(What::Agents(group), number(*agents))],
        Staffing::PerInterval(agents) => {
            let each = agents.iter().enumerate().take_while(|_| is_one_day(scenario, agents));
            let intervals = each.map(|(interval, agents)| (What::Interval(group, interval), number(*agents)));
            std::iter::once((What::Plus(group), Some(0.0))).chain(intervals).collect()
        }
        Staffing::Shifts(shifts) if shifts.iter().any(|shift| shift.person.is_some()) => Vec::new(),
        Staffing::Shifts(shifts) => {
            let each = shifts.iter().enumerate();
            each.map(|(index, shift)| (What::Shift(group, index), number(shift.agents))).collect()
        }
    }
}

/// Whether a list holds for each day alike: those of many days are too long for a page.
pub(super) fn is_one_day(scenario: &Scenario, agents: &[u32]) -> bool {
    agents.len() <= scenario.horizon.intervals_per_day()
}
