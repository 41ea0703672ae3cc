//! Customers to try the model on.

use super::lived::{End, Experience};

/// What each of them lived through, in words and in numbers.
#[must_use]
pub fn examples() -> [(&'static str, Experience); 6] {
    let usual = Experience { wait: 0.25, time_on_contact: 300.0, ..Experience::default() };
    let told_again =
        Experience { wait: 1.0, contacts: 2, repetitions: 1, time_on_contact: 900.0, ..Experience::default() };
    [
        ("answered in a quarter of the expected time, resolved", usual),
        (
            "waited seven times as long as expected, resolved",
            Experience { wait: 7.0, time_on_contact: 1140.0, ..usual },
        ),
        ("called twice, told the story again, resolved", told_again),
        ("the same, with an apology and a voucher", Experience { recoveries: 1, ..told_again }),
        (
            "wrote six times, each time answered by a form letter",
            Experience { contacts: 6, time_on_contact: 0.0, end: End::Unresolved, ..usual },
        ),
        ("insulted by the agent, not resolved", Experience { poor: 1, end: End::Unresolved, ..usual }),
    ]
}
