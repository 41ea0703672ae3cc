//! What customers live through, and how satisfied it leaves them.
//!
//! One latent score a customer, an ordered logistic model on it, and nothing drawn at random: shares are expected
//! shares. [`SatisfactionModel`] is the model, [`COEFFICIENTS`] says where its defaults come from.

mod coefficients;
mod examples;
mod lived;
mod model;

pub use coefficients::{COEFFICIENTS, Coefficient, Unit};
pub use examples::examples;
pub use lived::{End, Experience};
pub use model::{Answers, SatisfactionModel};
