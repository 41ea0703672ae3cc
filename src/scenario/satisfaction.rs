//! The model of satisfaction, as a scenario sets it: what each experience weighs.

use super::Channel;
use crate::units::Seconds;

/// Coefficients of the model of satisfaction (`experience::SatisfactionModel` says what they do, and why the defaults
/// are what they are).
///
/// Strengths are in logits and at least 0: each lowers the score, only `recovery` raises it. With all of them 0 every
/// customer is satisfied with the chance `base`.
#[derive(Clone, Debug, PartialEq)]
pub struct Satisfaction {
    /// Share of satisfied customers when nothing goes wrong, above 0 and below 1.
    pub base: f64,
    /// For a wait as long as is expected, and again for each doubling of (expected + wait).
    pub wait: f64,
    /// Within how long customers expect an answer.
    pub expected: ExpectedWaits,
    /// For a contact that is abandoned.
    pub abandoned: f64,
    /// For a contact that is turned away: blocked or closed.
    pub turned_away: f64,
    /// For each contact of the issue after the first.
    pub further_contact: f64,
    /// For each time that an agent passes the customer on.
    pub transfer: f64,
    /// For each time that the story must be told again.
    pub repetition: f64,
    /// For a contact, or an issue, that ends unresolved.
    pub unresolved: f64,
    /// For each contact handled badly.
    pub poor: f64,
    /// For each promise to call back that is broken.
    pub broken_promise: f64,
    /// For each apology with compensation; it raises the score.
    pub recovery: f64,
    /// How much higher than a satisfied customer's the score of a promoter is.
    pub promoter: f64,
    /// How much lower than a dissatisfied customer's the score of a detractor is.
    pub detractor: f64,
    /// How much higher than a good experience's the score of an ultimate one is.
    pub ultimate: f64,
    /// How much lower than a bad experience's the score of an ugly one is.
    pub ugly: f64,
    /// Who leaves.
    pub leave: Leaving,
    /// What makes effort.
    pub effort: EffortWeights,
    /// Money that is lost when a customer leaves.
    pub value: f64,
}

/// The time within which three in four customers expect an answer, by channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedWaits {
    /// To a call.
    pub voice: Seconds,
    /// To a chat.
    pub chat: Seconds,
    /// To an e-mail.
    pub email: Seconds,
    /// To a message on a social network.
    pub social: Seconds,
    /// To an accepted offer to be called back, on any channel.
    pub callback: Seconds,
}

impl ExpectedWaits {
    /// Of a channel; none where there is no queue.
    #[must_use]
    pub fn of(&self, channel: Channel) -> Option<Seconds> {
        match channel {
            Channel::Voice => Some(self.voice),
            Channel::Chat => Some(self.chat),
            Channel::Email => Some(self.email),
            Channel::Social => Some(self.social),
            Channel::SelfService | Channel::Chatbot => None,
        }
    }
}

/// Shares of customers who leave, by how their issue ended, each 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leaving {
    /// Resolved in the first contact, and nothing else went wrong.
    pub first: f64,
    /// Resolved in the second contact, and nothing else went wrong.
    pub later: f64,
    /// Not resolved in one contact, and nothing else went wrong.
    pub unresolved: f64,
    /// Logits by which leaving rises for each logit of score that is lost beyond that.
    pub anger: f64,
}

/// What a step of the effort index (1..7) is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EffortWeights {
    /// For each contact after the first.
    pub contact: f64,
    /// For each time that an agent passes the customer on.
    pub transfer: f64,
    /// For each time that the story must be told again.
    pub repetition: f64,
    /// For each minute waiting, in self-service and talking.
    pub minute: f64,
}

impl Default for Satisfaction {
    fn default() -> Self {
        Self {
            base: 0.80,
            wait: 0.30,
            expected: ExpectedWaits::default(),
            abandoned: 1.51,
            turned_away: 1.51,
            further_contact: 0.77,
            transfer: 0.63,
            repetition: 0.77,
            unresolved: 1.51,
            poor: 3.58,
            broken_promise: 0.98,
            recovery: 1.0,
            promoter: 1.39,
            detractor: 0.81,
            ultimate: 2.77,
            ugly: 2.51,
            leave: Leaving::default(),
            effort: EffortWeights::default(),
            value: 0.0,
        }
    }
}

impl Default for ExpectedWaits {
    fn default() -> Self {
        Self {
            voice: Seconds(120.0),
            chat: Seconds(300.0),
            email: Seconds(4.0 * 3600.0),
            social: Seconds(3600.0),
            callback: Seconds(3600.0),
        }
    }
}

impl Default for Leaving {
    fn default() -> Self {
        Self { first: 0.05, later: 0.09, unresolved: 0.25, anger: 1.0 }
    }
}

impl Default for EffortWeights {
    fn default() -> Self {
        Self { contact: 1.0, transfer: 0.5, repetition: 0.5, minute: 0.05 }
    }
}
