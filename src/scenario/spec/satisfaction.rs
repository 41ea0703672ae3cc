//! `[satisfaction]`.

use super::{Kind, POSITIVE, TableSpec, by_key, key};

/// A strength in logits.
const STRENGTH: Kind = Kind::Number { min: 0.0, max: 100.0, zero: true };
const SHARE: Kind = Kind::Share { zero: true, one: true };
const MONEY: Kind = Kind::Number { min: 0.0, max: 1e12, zero: true };

/// `[satisfaction]`.
pub(crate) static SATISFACTION: TableSpec = TableSpec::new(
    "satisfaction",
    "the model of satisfaction",
    "What customers are satisfied with. Strengths are in logits and lower the score, only `recovery` raises it. \
     `holdline explain satisfaction` prints the model.",
    &[
        key(
            "base",
            Kind::Share { zero: false, one: false },
            "0.80",
            "Share of satisfied customers when nothing goes wrong.",
        ),
        key("wait", STRENGTH, "0.30", "For a wait as long as is expected, and again for each doubling beyond."),
        key(
            "expected",
            by_key(&EXPECTED),
            "{ voice = \"2min\" }",
            "The time within which three in four expect an answer.",
        ),
        key("abandoned", STRENGTH, "1.51", "For a contact that is abandoned."),
        key("turned_away", STRENGTH, "1.51", "For a contact that is blocked or finds the type closed."),
        key("further_contact", STRENGTH, "0.77", "For each contact of the issue after the first."),
        key("transfer", STRENGTH, "0.63", "For each time that an agent passes the customer on."),
        key("repetition", STRENGTH, "0.77", "For each time that the story must be told again."),
        key("unresolved", STRENGTH, "1.51", "For a contact, or an issue, that ends unresolved."),
        key("poor", STRENGTH, "3.58", "For each contact handled badly."),
        key("broken_promise", STRENGTH, "0.98", "For each promise to call back that is broken."),
        key("recovery", STRENGTH, "1.0", "For each apology with compensation; it raises the score."),
        key("promoter", STRENGTH, "1.39", "How much higher than a satisfied customer's a promoter's score is."),
        key("detractor", STRENGTH, "0.81", "How much lower than a dissatisfied customer's a detractor's score is."),
        key("ultimate", STRENGTH, "2.77", "How much higher than a good experience's an ultimate one's score is."),
        key("ugly", STRENGTH, "2.51", "How much lower than a bad experience's an ugly one's score is."),
        key("leave", by_key(&LEAVE), "{ unresolved = 0.25 }", "Who leaves."),
        key("effort", by_key(&EFFORT), "{ minute = 0.05 }", "What makes a step of the effort index, 1 to 7."),
        key("value", MONEY, "400", "Money that is lost when a customer leaves; 0 unless said."),
    ],
);

/// `expected`.
static EXPECTED: TableSpec = TableSpec::new(
    "expected",
    "`expected`",
    "The time within which three in four customers expect an answer.",
    &[
        key("voice", POSITIVE, "\"2min\"", "To a call."),
        key("chat", POSITIVE, "\"5min\"", "To a chat."),
        key("email", POSITIVE, "\"4h\"", "To an e-mail."),
        key("social", POSITIVE, "\"1h\"", "To a message on a social network."),
        key("callback", POSITIVE, "\"1h\"", "To an accepted offer to be called back."),
    ],
);

/// `leave`.
static LEAVE: TableSpec = TableSpec::new(
    "leave",
    "`leave`",
    "Shares of customers who leave, by how their issue ended.",
    &[
        key("first", SHARE, "0.05", "When the first contact resolves it and nothing else goes wrong."),
        key("later", SHARE, "0.09", "When the second contact resolves it and nothing else goes wrong."),
        key("unresolved", SHARE, "0.25", "When one contact does not resolve it and nothing else goes wrong."),
        key("anger", STRENGTH, "1.0", "Logits by which leaving rises for each logit of score lost beyond that."),
    ],
);

/// `effort`.
static EFFORT: TableSpec = TableSpec::new(
    "effort",
    "`effort`",
    "What makes a step of the effort index, from 1 (very easy) to 7 (very hard).",
    &[
        key("contact", STRENGTH, "1.0", "For each contact after the first."),
        key("transfer", STRENGTH, "0.5", "For each time that an agent passes the customer on."),
        key("repetition", STRENGTH, "0.5", "For each time that the story must be told again."),
        key("minute", STRENGTH, "0.05", "For each minute waiting, in self-service and talking."),
    ],
);
