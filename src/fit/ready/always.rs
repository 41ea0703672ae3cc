//! Why agents with nothing in hand are taken to be always ready.

use std::fmt;

/// Why a fit tells nothing of agents who are not ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AlwaysReady {
    /// The log names no agents.
    NoAgents,
    /// Too many answered contacts do not say by whom: whoever had them in hand seems free.
    Unnamed,
    /// Agents hold several chats: who of them is free is not told.
    SeveralChats,
    /// Too few contacts came to agents who seemed free and were answered late by one of them.
    FewLateAnswers,
    /// Contacts to free agents wait about as often as where all are ready.
    AsSimulated,
    /// Nearly all of them wait: that is how long a telephone rings, or a menu takes, but no absence.
    NearlyAllWait,
    /// They wait nearly as often where many agents are free as where one is, which no absence of single agents explains.
    ManyFreeAgents,
    /// No share and no mean time were found with which the simulated centre shows what the log shows.
    NoMatch,
}

impl fmt::Display for AlwaysReady {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoAgents => "the log names none",
            Self::Unnamed => "more than 5 % of the answered contacts do not say by whom, who then seems free",
            Self::SeveralChats => "where they hold several chats, no log tells who is free",
            Self::FewLateAnswers => "fewer than 30 contacts that came to a free agent were answered late by one",
            Self::AsSimulated => "contacts that come to free agents wait about as often as in the simulated centre",
            Self::NearlyAllWait => {
                "nearly all contacts that come to free agents wait, as they do where the log counts the ringing or a menu as \
                 a wait; the simulated centre has none of that"
            }
            Self::ManyFreeAgents => {
                "contacts wait about as often where many agents are free as where one is, as they do where the log counts the \
                 ringing or a menu as a wait; the simulated centre has none of that"
            }
            Self::NoMatch => {
                "contacts that come to free agents wait more often than in the simulated centre, but no share and time of \
                 absence explains how often and how long"
            }
        })
    }
}
