//! Customers from contact to contact: what must hold whatever they do, over random centres in which every mechanism
//! meets every other.

mod cases;
mod determinism;
mod floor;
mod hands;
mod issue;
mod issues;
mod neutral;
mod properties;
mod satisfaction;
mod watch;
mod work;

pub(crate) use watch::{Seen, Watch};
