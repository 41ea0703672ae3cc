//! Scenarios built in code: everything plain, to be changed field by field.

use super::{
    AgentGroup, Arrivals, AtClose, Centre, Channel, ChatTo, ContactType, Customers, Handling, Horizon, ReportOptions,
    Run, Scale, Scenario, Skill, Staffing,
};
use crate::units::Seconds;

impl Scenario {
    /// These contact types and groups over a horizon; one replication from seed 1, nothing reported beyond the usual.
    #[must_use]
    pub fn new(name: &str, horizon: Horizon, contacts: Vec<ContactType>, groups: Vec<AgentGroup>) -> Self {
        Self {
            name: name.to_owned(),
            horizon,
            run: Run { replications: 1, seed: 1 },
            centre: Centre::default(),
            report: ReportOptions::default(),
            contacts,
            groups,
            satisfaction: None,
            shifts: Vec::new(),
            contracts: Vec::new(),
        }
    }
}

impl ContactType {
    /// Always open, without a limit or a target; contacts wait for ever, and handling resolves every issue.
    #[must_use]
    pub fn new(name: &str, channel: Channel, arrivals: Arrivals, handle: Handling) -> Self {
        Self {
            name: name.to_owned(),
            channel,
            arrivals,
            busy_factor: None,
            open: None,
            exceptions: Vec::new(),
            at_close: if channel.is_deferred() { AtClose::Keep } else { AtClose::Serve },
            handle,
            handle_profile: Vec::new(),
            patience: None,
            balk: 0.0,
            priority: 1,
            head_start: Seconds(0.0),
            queue_limit: None,
            route: None,
            target: None,
            slowdown: Vec::new(),
            customers: Customers::default(),
            scale: Scale::default(),
        }
    }
}

impl AgentGroup {
    /// Agents who take these types (by index) at level 1, one contact at a time, free of charge.
    #[must_use]
    pub fn new(name: &str, skills: &[usize], staff: Staffing) -> Self {
        let skill = |&contact: &usize| Skill { contact, level: 1, after: Seconds(0.0) };
        Self {
            name: name.to_owned(),
            skills: skills.iter().map(skill).collect(),
            staff,
            handle: Vec::new(),
            cost_per_hour: None,
            shrinkage: 0.0,
            absence: 0.0,
            not_ready: None,
            max_occupancy: None,
            max_agents: None,
            chats: 1,
            chat_to: ChatTo::default(),
            reserve: 0,
            resolution: Vec::new(),
            conduct: None,
            quality: None,
            training: None,
            people: None,
        }
    }
}
