//! What customers live through, and how satisfied it leaves them.
//!
//! One latent score a customer, an ordered logistic model on it, and nothing drawn at random: shares are expected
//! shares. [`SatisfactionModel`] is the model.

mod lived;
mod model;

pub use lived::{End, Experience};
pub use model::{Answers, SatisfactionModel};
