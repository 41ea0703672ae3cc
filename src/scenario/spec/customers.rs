//! What customers do beyond one contact: the tables under `[contacts.<name>]`.

use super::{A_LAW, DURATION, FACTOR, Kind, MONEY, SHARE, TIMES, TableSpec, WEIGHT, key, required};

const SOON: &str = "{ exponential = { mean = \"10min\" } }";
const NEXT_DAY: &str = "{ exponential = { mean = \"1d\" } }";

/// `redial`.
pub(super) static REDIAL: TableSpec = TableSpec::new(
    "redial",
    "`redial`",
    "Trying again after an abandonment or a busy signal.",
    &[
        key("abandoned", SHARE, "0.4", "Chance after an abandonment; 0 unless said."),
        key("blocked", SHARE, "0.8", "Chance after a busy signal or a full queue; 0 unless said."),
        required("after", A_LAW, SOON, "How long after."),
        key("attempts", TIMES, "5", "Most redials of an attempt; no limit unless said."),
    ],
)
.some_of(&["abandoned", "blocked"]);

/// `repeat`.
pub(super) static REPEAT: TableSpec = TableSpec::new(
    "repeat",
    "`repeat`",
    "Contacting again over an unresolved issue.",
    &[
        required("probability", SHARE, "0.9", "Chance to contact again; who does not gives up."),
        required("after", A_LAW, NEXT_DAY, "How long after."),
        key(
            "to",
            Kind::Map { of: &SHARE, merge: false },
            "{ email = 0.3 }",
            "Shares of those who contact again through another type; the rest use the same.",
        ),
        key("attempts", TIMES, "10", "Most repeats of an issue; no limit unless said."),
    ],
);

/// `transfer`.
pub(super) static TRANSFER: TableSpec = TableSpec::new(
    "transfer",
    "`transfer`",
    "Being passed on to another type at the end of the talk.",
    &[
        required("probability", SHARE, "0.2", "Chance to be passed on."),
        required(
            "to",
            Kind::Any(&[Kind::Text, Kind::Map { of: &WEIGHT, merge: false }]),
            "\"billing\"",
            "The type that takes over, or a weight for each of several.",
        ),
        key(
            "briefing",
            DURATION,
            "\"45s\"",
            "The agent tells the next one the story for so long; a cold transfer unless said.",
        ),
        key(
            "only_open",
            Kind::Flag,
            "true",
            "Whether a type that is closed is not transferred to; otherwise it drops the contact.",
        ),
    ],
);

/// `history`.
pub(super) static HISTORY: TableSpec = TableSpec::new(
    "history",
    "`history`",
    "What telling the story again costs, where the next agent does not know it.",
    &[
        key("shared", Kind::Flag, "true", "Whether agents see what was said before, so that nothing is told again."),
        key(
            "handle",
            FACTOR,
            "1.3",
            "Factor on the handling or talk time of a contact whose story is told again; 1 unless said.",
        ),
        key("resolution", SHARE, "0.7", "Factor on its chance of resolution; 1 unless said."),
    ],
)
.some_of(&["shared", "handle", "resolution"]);

/// `escalate`.
pub(super) static ESCALATE: TableSpec = TableSpec::new(
    "escalate",
    "`escalate`",
    "Taking the issue to a public channel or a regulator.",
    &[
        required("contacts", TIMES, "6", "From this many contacts on, each failure may escalate."),
        required("probability", SHARE, "0.5", "Chance at each failure."),
        key(
            "to",
            Kind::Text,
            "\"social-team\"",
            "The type that then deals with it; unless said the issue leaves the centre.",
        ),
        key("after", A_LAW, NEXT_DAY, "How long until then; at once unless said."),
        key("cost", MONEY, "2000.0", "Money that an escalation costs; 0 unless said."),
    ],
);

/// `promise`.
pub(super) static PROMISE: TableSpec = TableSpec::new(
    "promise",
    "`promise`",
    "Promises to call back, made when handling has not resolved the issue.",
    &[
        required("probability", SHARE, "0.5", "Chance of a promise."),
        required("kept", SHARE, "0.9", "Share of promises that are kept."),
        required("after", A_LAW, NEXT_DAY, "When the call is due."),
    ],
);

/// `out_of_hours`.
pub(super) static OUT_OF_HOURS: TableSpec = TableSpec::new(
    "out_of_hours",
    "`out_of_hours`",
    "What those do who find the type closed.",
    &[
        key("try_again", SHARE, "0.6", "Chance to try again after the next opening; 0 unless said."),
        key("after", A_LAW, SOON, "How long after the opening; at once unless said."),
        key("voice_mail", SHARE, "0.2", "Chance to leave a message instead, beside `to`; 0 unless said."),
        key("to", Kind::Text, "\"messages\"", "The type that the message becomes."),
    ],
)
.some_of(&["try_again", "voice_mail"]);

/// `recovery`.
pub(super) static RECOVERY: TableSpec = TableSpec::new(
    "recovery",
    "`recovery`",
    "Apology and compensation for customers whose issue has gone wrong before.",
    &[
        required("share", SHARE, "0.8", "Share of such contacts that get it."),
        key("cost", MONEY, "15.0", "Money for each; 0 unless said."),
    ],
);

/// `callback`.
pub(super) static CALLBACK: TableSpec = TableSpec::new(
    "callback",
    "`callback`",
    "The offer to be called back instead of waiting.",
    &[
        required("when_waiting", Kind::Whole { min: 0, max: 10_000_000 }, "2", "Offered where at least so many wait."),
        required("accept", SHARE, "0.6", "Chance that the offer is accepted."),
        key("handle", A_LAW, SOON, "How long the call-back takes; as any contact of the type unless said."),
        key("keep_place", Kind::Flag, "true", "Whether who accepts keeps the place in the queue."),
    ],
);
