//! The people for whom a roster is made: contracts, days off, leave, wishes.

/// Somebody on the staff.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// A name of the person's own.
    pub name: String,
    /// Index of the contract, which names the agent group.
    pub contract: usize,
    /// Days of the horizon, from 0, on which the person never works.
    pub off: Vec<u32>,
    /// Days of leave, from 0: each counts as a day at work, with its share of the week's hours.
    pub leave: Vec<u32>,
    /// What the person would like.
    pub wishes: Vec<Wish>,
}

/// A wish about one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// Day of the horizon, from 0.
    pub day: u32,
    /// What is wished.
    pub wanted: Wanted,
    /// How much it counts against other wishes; 1 is usual.
    pub weight: f64,
}

/// What can be wished of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To be off.
    Off,
    /// To be at work.
    Work,
    /// To work this shift type, by index.
    Shift(usize),
    /// Not to work this shift type; to be off grants it too.
    Not(usize),
}

impl Member {
    /// Numbered people of every contract, as many as it allows at most.
    ///
    /// # Errors
    /// The name of a contract that does not say how many people it has.
    pub fn numbered(scenario: &super::Scenario) -> Result<Vec<Self>, String> {
        let mut members = Vec::new();
        for (contract, terms) in scenario.contracts.iter().enumerate() {
            let count = Some(terms.people.1).filter(|most| *most < u32::MAX).ok_or_else(|| terms.name.clone())?;
            members.extend((1..=count).map(|number| Self {
                name: format!("{} {number}", terms.name),
                contract,
                off: Vec::new(),
                leave: Vec::new(),
                wishes: Vec::new(),
            }));
        }
        Ok(members)
    }
}
