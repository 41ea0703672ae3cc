//! The ways of customers through several contact types: whether they can end, and whether they can begin.

use crate::scenario::problem::{listed, quoted};
use crate::scenario::{AgentGroup, ContactType};

use super::fields::Fields;

/// Looks at all contact types together, each with its table.
pub(super) fn check(tables: &[Fields<'_>], contacts: &[ContactType], groups: &[AgentGroup]) {
    refuse_endless_transfers(tables, contacts);
    refuse_unkept_messages(tables, contacts);
    for (index, (contact, table)) in contacts.iter().zip(tables).enumerate() {
        let repeats = contact.customers.repeat.as_ref().is_some_and(|repeat| repeat.probability > 0.0);
        if repeats && !can_fail(index, contacts, groups) {
            let sentence = "`repeat` never happens: nothing leaves an issue of this contact type unresolved";
            table.reader.warn(table.place("repeat"), sentence);
        }
    }
}

/// Types that pass on every contact, and only to each other, would never let one go.
fn refuse_endless_transfers(tables: &[Fields<'_>], contacts: &[ContactType]) {
    let passes_on = |contact: &ContactType| contact.customers.transfer.as_ref().is_some_and(|t| t.probability >= 1.0);
    let mut trapped: Vec<bool> = contacts.iter().map(passes_on).collect();
    while let Some(way_out) = (0..contacts.len()).find(|&index| trapped[index] && leaves(&contacts[index], &trapped)) {
        trapped[way_out] = false;
    }
    let circle: Vec<usize> = (0..contacts.len()).filter(|&index| trapped[index]).collect();
    if let Some(table) = circle.first().and_then(|&first| tables.get(first)) {
        let names: Vec<&str> = circle.iter().map(|&index| contacts[index].name.as_str()).collect();
        let title = format!("{} pass every contact on to each other without end", listed(&names, "and"));
        table.reader.wrong(table.place("transfer"), title, "let one of them keep some: a `probability` below 1");
    }
}

/// A voice mail is left before a closed door: what it becomes must wait behind one.
fn refuse_unkept_messages(tables: &[Fields<'_>], contacts: &[ContactType]) {
    for (index, (contact, table)) in contacts.iter().zip(tables).enumerate() {
        // That it may not be left to its own type is said elsewhere.
        let to = contact.customers.out_of_hours.as_ref().and_then(|rule| rule.to).filter(|to| *to != index);
        if let Some(kind) = to.and_then(|to| contacts.get(to)).filter(|kind| !kind.channel.is_deferred()) {
            let title =
                format!("a voice mail cannot become {}, which is neither e-mail nor social", quoted(&kind.name));
            let remedy = "name a contact type of channel \"email\" or \"social\", whose backlog waits for the opening";
            table.reader.wrong(table.place("out_of_hours"), title, remedy);
        }
    }
}

/// Whether a transfer of this type can reach one that lets contacts go.
fn leaves(contact: &ContactType, trapped: &[bool]) -> bool {
    let targets = contact.customers.transfer.iter().flat_map(|transfer| &transfer.to);
    targets.into_iter().any(|(to, weight)| *weight > 0.0 && !trapped[*to])
}

/// Whether anything can leave an issue of a type unresolved: its own chances or those of a group, the price of telling
/// the story again, bad handling, a training gone wrong, or a transfer that meets a closed door.
fn can_fail(index: usize, contacts: &[ContactType], groups: &[AgentGroup]) -> bool {
    let Some(contact) = contacts.get(index) else { return true };
    let below_one = |chances: &[f64]| chances.iter().any(|&chance| chance < 1.0);
    let forgets = contact.customers.history.is_some_and(|history| !history.shared && history.resolution < 1.0);
    let passed_here = |other: &ContactType| {
        other.customers.transfer.as_ref().is_some_and(|transfer| transfer.to.iter().any(|(to, _)| *to == index))
    };
    let group_fails = |group: &AgentGroup| {
        group.skills.iter().any(|skill| skill.contact == index)
            && (group.conduct.is_some()
                || group.training.is_some_and(|training| training.resolution < 1.0)
                || group.resolution.iter().any(|(of, chances)| *of == index && below_one(chances)))
    };
    below_one(&contact.customers.resolution)
        || forgets
        || contact.customers.transfer.is_some()
        || contacts.iter().any(passed_here)
        || groups.iter().any(group_fails)
}
