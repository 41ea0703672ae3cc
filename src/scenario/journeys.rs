//! Whether a scenario asks for more than single contacts.

use super::{AgentGroup, Customers, Scenario};

impl Scenario {
    /// Whether customers are followed from contact to contact: something that they do or live through beyond one
    /// contact is named, or their satisfaction or story is asked for.
    #[must_use]
    pub fn keeps_journeys(&self) -> bool {
        let plain = Customers::default();
        self.satisfaction.is_some()
            || self.report.story.is_some()
            || self.contacts.iter().any(|kind| kind.channel.serves_itself() || kind.customers != plain)
            || self.groups.iter().any(AgentGroup::changes_outcomes)
    }
}

impl AgentGroup {
    /// Whether what its agents do decides how an issue goes on.
    fn changes_outcomes(&self) -> bool {
        !self.resolution.is_empty()
            || self.conduct.is_some()
            || self.quality.is_some()
            || self.training.is_some()
            || self.people.as_ref().is_some_and(|people| people.resolution.is_some())
    }
}
