//! Every coefficient of the model: what it does, where its default comes from, and how far to trust that.

use crate::scenario::Satisfaction;

/// What a coefficient is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A share, 0..1.
    Share,
    /// Log odds.
    Logits,
    /// Seconds.
    Seconds,
    /// Steps of the effort index.
    Steps,
    /// Money.
    Money,
}

impl Unit {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Logits => "logits",
            Self::Seconds => "seconds",
            Self::Steps => "steps",
            Self::Money => "money",
        }
    }
}

/// A coefficient of the model of satisfaction.
#[derive(Clone, Copy, Debug)]
pub struct Coefficient {
    /// Its key in `[satisfaction]`; a dot stands before a key of a table inside.
    pub key: &'static str,
    /// What it is measured in.
    pub unit: Unit,
    /// What it does.
    pub meaning: &'static str,
    /// Its value in a model.
    pub value: fn(&Satisfaction) -> f64,
    /// The figure behind the default and its source.
    pub source: &'static str,
    /// How far to trust that.
    pub weakness: &'static str,
}

const OURS: &str = "our assumption: no measurement was found; set it from your own survey";
const VENDOR: &str = "a vendor's survey of its own clients; what goes together there need not be a cause";
const UPPER: &str = "a vendor's survey; customers with one trouble mostly had others too, which the other terms count as \
                     well, so the effect is rather too strong";
const CUT: &str = "our assumption: no scale ties one answer to another; compare scenarios, do not quote the level";

/// All coefficients, in the order of the file.
pub const COEFFICIENTS: &[Coefficient] = &[
    Coefficient {
        key: "base",
        unit: Unit::Share,
        meaning: "share of satisfied customers when nothing goes wrong",
        value: |c| c.base,
        source: "a round figure, from which the points below are taken off",
        weakness: OURS,
    },
    Coefficient {
        key: "wait",
        unit: Unit::Logits,
        meaning: "lowers the score, for a wait as long as expected and for each doubling of (expected + wait)",
        value: |c| c.wait,
        source: "80 % to 75 % for a wait just as long as expected; the logarithm is Fechner's law",
        weakness: "our assumption: surveys agree that long waits annoy and not on how much; in chat, centres with \
                   longer waits even had happier customers (Comm100 2020), for other reasons",
    },
    Coefficient {
        key: "expected.voice",
        unit: Unit::Seconds,
        meaning: "the time within which three in four callers expect an answer",
        value: |c| c.expected.voice.get(),
        source: "six in ten name one minute as their limit, and callers tire after five minutes; three in four of an \
                 exponential law with the first would be 91 s",
        weakness: "vendors' surveys, and stated limits are not lived ones",
    },
    Coefficient {
        key: "expected.chat",
        unit: Unit::Seconds,
        meaning: "the same for a chat",
        value: |c| c.expected.chat.get(),
        source: "75 % of online customers expect help within five minutes (McKinsey)",
        weakness: "a survey among customers of online shops",
    },
    Coefficient {
        key: "expected.email",
        unit: Unit::Seconds,
        meaning: "the same for an e-mail",
        value: |c| c.expected.email.get(),
        source: "half a working day",
        weakness: OURS,
    },
    Coefficient {
        key: "expected.social",
        unit: Unit::Seconds,
        meaning: "the same for a message on a social network",
        value: |c| c.expected.social.get(),
        source: "one hour",
        weakness: OURS,
    },
    Coefficient {
        key: "expected.callback",
        unit: Unit::Seconds,
        meaning: "the same for an accepted offer to be called back",
        value: |c| c.expected.callback.get(),
        source: "one hour",
        weakness: OURS,
    },
    Coefficient {
        key: "abandoned",
        unit: Unit::Logits,
        meaning: "lowers the score of a contact that is abandoned",
        value: |c| c.abandoned,
        source: "as `unresolved`: who got no answer is no better off than who got a useless one",
        weakness: OURS,
    },
    Coefficient {
        key: "turned_away",
        unit: Unit::Logits,
        meaning: "lowers the score of a contact that is blocked or finds the type closed",
        value: |c| c.turned_away,
        source: "as `unresolved`",
        weakness: OURS,
    },
    Coefficient {
        key: "further_contact",
        unit: Unit::Logits,
        meaning: "lowers the score for each contact after the first, redials counted",
        value: |c| c.further_contact,
        source: "80 % to 65 %: 15 points for each further call that an issue needs (SQM Group; 20 in an older \
                 edition); intent to buy again falls from 76 % to 55 % (Portland Research Group 2004)",
        weakness: VENDOR,
    },
    Coefficient {
        key: "transfer",
        unit: Unit::Logits,
        meaning: "lowers the score for each time that an agent passes the customer on",
        value: |c| c.transfer,
        source: "80 % to 68 %: 12 points (SQM Group 2021)",
        weakness: "a vendor's survey; another found no effect of the first transfer, only of the second (Portland \
                   Research Group 2004); transferred issues are also harder ones",
    },
    Coefficient {
        key: "repetition",
        unit: Unit::Logits,
        meaning: "lowers the score for each time that the story must be told again",
        value: |c| c.repetition,
        source: "80 % to 65 %, the 15 points measured for callers who are put on hold (SQM Group)",
        weakness: "our assumption: no figure for repetition was found, and being put on hold is only akin to it",
    },
    Coefficient {
        key: "unresolved",
        unit: Unit::Logits,
        meaning: "lowers the score of a contact or an issue that ends unresolved",
        value: |c| c.unresolved,
        source: "80 % to 47 %: 33 points between issues resolved in one contact and others (SQM Group)",
        weakness: UPPER,
    },
    Coefficient {
        key: "poor",
        unit: Unit::Logits,
        meaning: "lowers the score for each contact handled badly",
        value: |c| c.poor,
        source: "80 % to 10 %: rudeness leaves hardly anybody satisfied, whatever the wait",
        weakness: OURS,
    },
    Coefficient {
        key: "broken_promise",
        unit: Unit::Logits,
        meaning: "lowers the score for each promise to call back that is broken",
        value: |c| c.broken_promise,
        source: "80 % to 60 %, between a further contact and an unresolved one",
        weakness: OURS,
    },
    Coefficient {
        key: "recovery",
        unit: Unit::Logits,
        meaning: "RAISES the score for each apology with compensation",
        value: |c| c.recovery,
        source: "about what one further contact costs; that a good recovery raises satisfaction is established \
                 (meta-analysis: de Matos, Henrique and Rossi, J. Service Research 2007), its size here is not",
        weakness: "our assumption; the same study finds no effect on the intention to buy again, so that on leaving is \
                   rather too strong",
    },
    Coefficient {
        key: "promoter",
        unit: Unit::Logits,
        meaning: "cut point: how much higher than a satisfied customer's a promoter's score is",
        value: |c| c.promoter,
        source: "half of all customers are promoters when nothing goes wrong",
        weakness: CUT,
    },
    Coefficient {
        key: "detractor",
        unit: Unit::Logits,
        meaning: "cut point: how much lower than a dissatisfied customer's a detractor's score is",
        value: |c| c.detractor,
        source: "one customer in ten is a detractor when nothing goes wrong; the NPS then falls by 56 points from one \
                 contact to three, and CEB measured 65 between low and high effort",
        weakness: CUT,
    },
    Coefficient {
        key: "ultimate",
        unit: Unit::Logits,
        meaning: "cut point: how much higher than a good experience's an ultimate one's score is",
        value: |c| c.ultimate,
        source: "one experience in five is ultimate when nothing goes wrong",
        weakness: CUT,
    },
    Coefficient {
        key: "ugly",
        unit: Unit::Logits,
        meaning: "cut point: how much lower than a bad experience's an ugly one's score is",
        value: |c| c.ugly,
        source: "one experience in fifty is ugly even when nothing goes wrong",
        weakness: CUT,
    },
    Coefficient {
        key: "leave.first",
        unit: Unit::Share,
        meaning: "share that leaves when the first contact resolves the issue and nothing else goes wrong",
        value: |c| c.leave.first,
        source: "5 % intend to (SQM Group 2022)",
        weakness: "a vendor's survey; who intends to leave does not always leave",
    },
    Coefficient {
        key: "leave.later",
        unit: Unit::Share,
        meaning: "share that leaves when the second contact resolves it and nothing else goes wrong",
        value: |c| c.leave.later,
        source: "9 % intend to after two contacts or more (SQM Group 2022)",
        weakness: "a vendor's survey of intentions; here taken for just two contacts, so more of them cost more",
    },
    Coefficient {
        key: "leave.unresolved",
        unit: Unit::Share,
        meaning: "share that leaves when one contact does not resolve it and nothing else goes wrong",
        value: |c| c.leave.unresolved,
        source: "25 % intend to (SQM Group 2022)",
        weakness: "a vendor's survey of intentions; here taken for just one contact",
    },
    Coefficient {
        key: "leave.anger",
        unit: Unit::Logits,
        meaning: "logits by which leaving rises for each logit of score lost beyond what the outcome itself costs",
        value: |c| c.leave.anger,
        source: "5 %, 9 % and 25 % over the scores of the same outcomes: 0.63 / 0.77 = 0.8 and 1.85 / 1.51 = 1.2",
        weakness: "two slopes from one vendor's survey of intentions",
    },
    Coefficient {
        key: "effort.contact",
        unit: Unit::Steps,
        meaning: "raises the effort for each contact after the first",
        value: |c| c.effort.contact,
        source: "one step of the scale",
        weakness: OURS,
    },
    Coefficient {
        key: "effort.transfer",
        unit: Unit::Steps,
        meaning: "raises the effort for each time that an agent passes the customer on",
        value: |c| c.effort.transfer,
        source: "half as much as a further contact",
        weakness: OURS,
    },
    Coefficient {
        key: "effort.repetition",
        unit: Unit::Steps,
        meaning: "raises the effort for each time that the story must be told again",
        value: |c| c.effort.repetition,
        source: "half as much as a further contact",
        weakness: OURS,
    },
    Coefficient {
        key: "effort.minute",
        unit: Unit::Steps,
        meaning: "raises the effort for each minute waiting, in self-service and talking",
        value: |c| c.effort.minute,
        source: "twenty minutes are as hard as a further contact",
        weakness: OURS,
    },
    Coefficient {
        key: "value",
        unit: Unit::Money,
        meaning: "money that is lost when a customer leaves; money at risk is this times the expected number who leave",
        value: |c| c.value,
        source: "0: only you know what a customer is worth",
        weakness: "nothing is at risk until it is set",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::schema;

    #[test]
    fn every_key_of_the_file_is_explained_and_no_other() {
        let schema = schema();
        let of = |table: &str| {
            let keys = schema["$defs"][table]["properties"].as_object().map(|keys| keys.keys().cloned());
            keys.into_iter().flatten().collect::<Vec<String>>()
        };
        let mut keys = of("satisfaction");
        let tables = ["expected", "leave", "effort"];
        keys.retain(|key| !tables.contains(&key.as_str()));
        for table in tables {
            keys.extend(of(table).iter().map(|key| format!("{table}.{key}")));
        }
        keys.sort();
        let mut explained: Vec<&str> = COEFFICIENTS.iter().map(|coefficient| coefficient.key).collect();
        explained.sort_unstable();
        assert_eq!(keys, explained);
    }
}
