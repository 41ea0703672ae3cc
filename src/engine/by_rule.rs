//! Where parts given in code are asked.

use super::Contact;
use super::agents::State;
use super::centre_state::{CentreState, IdleAgents, WaitingContacts};
use super::ids::{AgentId, GroupId, Set};
use super::model::GroupModel;
use super::observer::Observer;
use super::simulation::Simulation;
use crate::sampling::Purpose;

/// The centre as it is. A function would borrow the rule that is to be asked too.
macro_rules! centre {
    ($simulation:ident) => {
        CentreState {
            model: $simulation.model,
            queues: &$simulation.queues,
            agents: &$simulation.agents,
            call_backs: &$simulation.call_backs,
            now: $simulation.now,
        }
    };
}

impl<O: Observer, const PLAIN: bool, const CUSTOM: bool> Simulation<'_, O, PLAIN, CUSTOM> {
    /// The idle agent whom the rule gives an arriving contact.
    pub(super) fn agent_by_rule(&mut self, contact: &Contact) -> Option<AgentId> {
        let kind = &self.model.types[contact.kind.index()];
        let willing = |&group: &usize| {
            !kind.deferred || self.agents.idle(GroupId(group as u16)) > self.model.groups[group].reserve
        };
        let able = kind.tiers.iter().fold(Set::default(), |all, tier| all.or(*tier));
        let groups: Set = able.and(self.agents.idle_groups).filter(willing).collect();
        if groups.is_empty() {
            return None;
        }
        let centre = centre!(self);
        let chosen = self.rule.as_mut()?.agent(&IdleAgents { centre, contact, groups })?;
        let group = self.model.group_of.get(chosen.index())?;
        (groups.contains(group.index()) && self.agents.state(chosen) == State::Idle).then_some(chosen)
    }

    /// The waiting contact, of the types allowed, that the rule gives an agent of the group.
    #[inline(never)]
    pub(super) fn next_by_rule(&mut self, group: GroupId, allowed: Set) -> Option<Contact> {
        let types = self.queues.waiting.and(allowed).and(skills(&self.model.groups[group.index()]));
        if types.is_empty() {
            return None;
        }
        let centre = centre!(self);
        let waiting = WaitingContacts { centre, group, types };
        let chosen = self.rule.as_mut()?.contact(&waiting).filter(|chosen| waiting.holds(chosen))?;
        let (kind, number) = (chosen.contact().kind, chosen.number);
        self.queues.take_out(kind, number)
    }

    /// Whatever has happened may have made the rule think otherwise: idle agents are offered what waits.
    #[inline(never)]
    pub(super) fn offer_by_rule(&mut self) {
        for group in self.agents.idle_groups {
            let group = GroupId(group as u16);
            while self.agents.idle(group) > 0 {
                let allowed = self.allowed(group, 0).and(self.model.custom.offered(group));
                let Some(contact) = self.next_by_rule(group, allowed) else { break };
                self.start(group, contact);
            }
        }
    }

    /// When the patience of a contact that joins its queue ends, where some law of patience is given in code.
    #[inline(never)]
    pub(super) fn deadline_by_law(&mut self, contact: &Contact) -> f64 {
        if contact.journey.is_some() && self.journeys.get(contact.journey).hung_up {
            return f64::INFINITY;
        }
        let mut stream = contact.key.stream(Purpose::Patience);
        let Some(law) = self.model.custom.patience(contact.kind) else {
            let law = self.model.types[contact.kind.index()].patience.as_ref();
            return law.map_or(f64::INFINITY, |law| self.now + law.draw(&mut stream));
        };
        let centre = centre!(self);
        // The greater of 0 and what is no number is 0.
        self.now + law.draw(contact, &centre, &mut stream).max(0.0)
    }
}

/// The types that a group takes.
fn skills(group: &GroupModel) -> Set {
    group.classes.iter().fold(Set::default(), |all, class| all.or(class.types))
}
