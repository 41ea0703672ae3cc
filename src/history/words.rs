//! What columns and outcomes are called by those who write logs, in several languages.

use super::contact::Outcome;
use crate::scenario::Channel;

/// What a column can be taken for by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    Arrived,
    Date,
    Answered,
    Left,
    Ended,
    Wait,
    Handle,
    Talk,
    Hold,
    Wrap,
    Outcome,
    Kind,
    Agent,
    Customer,
    Id,
    Priority,
    Channel,
}

/// Names of columns, the best first. Units behind a name are cut off before it is looked up.
#[rustfmt::skip] // one name a line would be six hundred lines
pub(super) const COLUMNS: [(Role, &[&str]); 17] = [
    (
        Role::Arrived,
        &[
            "arrived", "arrived at", "arrival", "arrival time", "arrival date time", "queue start",
            "queue start time", "queue entry", "queue entry time", "queue time", "queued at", "queued",
            "enqueued", "enqueued at", "enqueue time", "enqueue timestamp", "entered queue", "q start",
            "offered at", "offered time", "call start", "call start time", "call started", "call date time",
            "call datetime", "call start date", "contact start", "contact start time", "interaction start",
            "conversation start", "initiation timestamp", "call time", "date time", "datetime", "timestamp",
            "start time", "start date time", "started at", "started", "start", "begin", "begin time",
            "received", "received at", "created", "created at", "time", "eingang", "anrufbeginn", "anrufzeit",
            "startzeit", "beginn", "uhrzeit", "zeit", "zeitpunkt", "debut", "heure d arrivee", "heure d appel",
            "heure de debut", "heure", "arrivee", "인입시간", "인입 시간", "인입일시", "도착시간", "도착 시간", "접수시간", "접수일시",
            "호인입시각", "시작시간", "시작 시간", "시작", "시간",
        ],
    ),
    (
        Role::Date,
        &[
            "date", "call date", "arrival date", "start date", "day", "datum", "tag", "anrufdatum", "jour",
            "date d appel", "날짜", "일자", "통화일자", "인입일자",
        ],
    ),
    (
        Role::Answered,
        &[
            "answered at", "answer time", "answered time", "call answered", "answered", "answer", "connected",
            "connected at", "connect time", "connected to agent timestamp", "pick up", "pickup", "pickup time",
            "service start", "ser start", "agent start", "talk start", "handle start", "angenommen um",
            "annahmezeit", "heure de reponse", "decroche", "응답시간", "응답시각", "연결시간",
        ],
    ),
    (
        Role::Left,
        &[
            "queue exit", "queue end", "queue end time", "q exit", "left queue", "dequeued", "dequeued at",
            "dequeue timestamp", "abandoned at", "abandon time", "aufgelegt um", "sortie de file", "포기시각",
        ],
    ),
    (
        Role::Ended,
        &[
            "ended", "ended at", "end", "end time", "end date time", "call end", "call end time", "call ended",
            "contact end", "hangup time", "hang up time", "disconnected", "disconnected at", "disconnect time",
            "disconnect timestamp", "completed at", "service end", "ser exit", "finish", "finished", "ende",
            "endzeit", "fin", "heure de fin", "종료시간", "종료 시간", "종료일시",
        ],
    ),
    (
        Role::Wait,
        &[
            "wait", "wait time", "waiting time", "waiting", "wait length", "wait duration", "time in queue",
            "queue wait", "queue wait time", "queue duration", "queue time", "q time", "time to answer",
            "speed of answer", "average speed of answer", "answer speed", "asa", "delay", "seconds in queue",
            "wartezeit", "wartedauer", "attente", "temps d attente", "duree d attente", "대기시간", "대기 시간",
        ],
    ),
    (
        Role::Handle,
        &[
            "handle", "handle time", "handling time", "handled", "handle duration", "aht",
            "average handle time", "avg handle time", "service time", "service length", "service duration",
            "ser time", "agent time", "bearbeitungszeit", "bearbeitungsdauer", "temps de traitement",
            "duree de traitement", "dmt", "처리시간", "처리 시간", "duration", "call duration", "dauer",
            "gesprachsdauer gesamt", "duree",
        ],
    ),
    (
        Role::Talk,
        &[
            "talk", "talk time", "talk duration", "talking time", "avg talk duration", "average talk time",
            "billsec", "conversation time", "conversation duration", "call length", "gesprachszeit",
            "gesprachsdauer", "sprechzeit", "temps de conversation", "duree de conversation", "통화시간", "통화 시간",
        ],
    ),
    (Role::Hold, &["hold", "hold time", "hold duration", "customer hold", "haltezeit", "mise en attente", "보류시간"]),
    (
        Role::Wrap,
        &[
            "wrap", "wrap up", "wrap time", "wrap up time", "wrapup", "wrapup time", "acw", "acw time",
            "acw duration", "after call work", "after call work time", "after contact work",
            "after contact work duration", "nachbearbeitung", "nachbearbeitungszeit", "post appel",
            "travail apres appel", "후처리시간", "후처리",
        ],
    ),
    (
        Role::Outcome,
        &[
            "outcome", "disposition", "call outcome", "call result", "call status", "call disposition",
            "final status", "status", "result", "state", "answered y n", "answered", "is answered", "abandoned",
            "abandoned y n", "is abandoned", "abandon", "ergebnis", "resultat", "statut", "결과", "통화결과", "상태",
            "응답여부",
        ],
    ),
    (
        Role::Kind,
        &[
            "contact type", "call type", "type", "queue", "queue name", "skill", "skill name", "skillset",
            "split", "service", "service type", "line of business", "lob", "campaign", "vdn", "application",
            "topic", "category", "subject", "department", "channel", "anrufart", "warteschlange", "thema",
            "file", "file d attente", "competence", "유형", "상담유형", "업무유형", "큐", "스킬",
        ],
    ),
    (
        Role::Agent,
        &[
            "agent", "agent name", "agent id", "agentid", "agent login", "answered by", "handled by",
            "operator", "representative", "rep", "csr", "user", "user name", "username", "employee", "server",
            "login id", "mitarbeiter", "bearbeiter", "conseiller", "agent nom", "상담원", "상담사", "상담원명",
        ],
    ),
    (
        Role::Customer,
        &[
            "customer", "customer id", "customer number", "caller", "caller id", "callerid", "ani", "cli",
            "calling number", "caller number", "phone", "phone number", "from", "from number", "src", "client",
            "client id", "account", "account number", "kunde", "kundennummer", "rufnummer", "anrufer",
            "numero client", "appelant", "고객", "고객번호", "발신번호",
        ],
    ),
    (
        Role::Id,
        &[
            "call id", "callid", "contact id", "contactid", "interaction id", "conversation id", "unique id",
            "uniqueid", "session id", "ucid", "call key", "call number", "ticket", "ticket id", "id",
            "anruf id", "identifiant", "통화번호", "콜번호", "콜아이디",
        ],
    ),
    (Role::Priority, &["priority", "prioritat", "priorite", "우선순위"]),
    (
        Role::Channel,
        &[
            "channel", "channel type", "media channel", "media", "media type", "medium", "interaction type", "kanal",
            "kommunikationskanal", "canal", "채널", "매체",
        ],
    ),
];

/// Words for outcomes, in lower case. Yes and no are of a column that asks whether the contact was answered.
#[rustfmt::skip] // as above
pub(super) const OUTCOMES: [(Outcome, &[&str]); 6] = [
    (
        Outcome::Answered,
        &[
            "answered", "answer", "handled", "agent", "served", "completed", "complete", "connected",
            "completecaller", "completeagent", "success", "normal", "ok", "talk", "yes", "y", "true", "1",
            "angenommen", "beantwortet", "ja", "repondu", "répondu", "traite", "traité", "oui", "응답", "연결",
            "완료", "통화완료", "상담완료",
        ],
    ),
    (
        Outcome::Abandoned,
        &[
            "abandoned", "abandon", "aband", "abd", "abn", "hang", "hangup", "hang up", "hung up",
            "caller hung up", "lost", "missed", "no answer", "noanswer", "not answered", "unanswered", "no",
            "n", "false", "0", "exitwithtimeout", "timeout", "aufgelegt", "verloren", "nein", "abgebrochen",
            "abandonne", "abandonné", "perdu", "non", "포기", "미응답", "이탈",
        ],
    ),
    (
        Outcome::Blocked,
        &["blocked", "busy", "congestion", "rejected", "queue full", "joinfull", "besetzt", "occupe", "통화중"],
    ),
    (Outcome::Closed, &["closed", "out of hours", "after hours", "joinempty", "geschlossen", "ferme", "영업외"]),
    (
        Outcome::CalledBack,
        &["called_back", "called back", "callback", "call back", "ruckruf", "rückruf", "rappel", "콜백"],
    ),
    (Outcome::Other, &["other", "voicemail", "voice mail", "overflow", "overflowed", "autre", "sonstiges", "기타"]),
];

/// Words for channels, in lower case; whoever answers handles them, so that self-service and chatbots are none.
#[rustfmt::skip] // as above
pub(super) const CHANNELS: [(Channel, &[&str]); 4] = [
    (
        Channel::Voice,
        &[
            "voice", "phone", "telephone", "call", "calls", "inbound call", "inbound", "telefon", "anruf", "telephonie",
            "telephone", "appel", "voix", "전화", "음성",
        ],
    ),
    (Channel::Chat, &["chat", "webchat", "web chat", "live chat", "messaging", "messenger", "whatsapp", "sms", "채팅"]),
    (Channel::Email, &["email", "e-mail", "mail", "mails", "e-mails", "emails", "courriel", "이메일", "메일"]),
    (Channel::Social, &["social", "social media", "facebook", "twitter", "x", "instagram", "soziale medien", "소셜"]),
];

/// The channel that a word means.
pub(super) fn channel(word: &str) -> Option<Channel> {
    let word = word.trim().to_lowercase();
    CHANNELS.iter().find(|(_, words)| words.contains(&word.as_str())).map(|(channel, _)| *channel)
}

/// A name as it is looked up: in lower case, without accents on Latin letters, words apart by one space.
pub(super) fn plain(name: &str) -> String {
    let mut words = String::with_capacity(name.len());
    let mut before = ' ';
    for sign in name.chars() {
        let is_break = before.is_lowercase() && sign.is_uppercase();
        if (is_break || !sign.is_alphanumeric()) && !words.ends_with(' ') {
            words.push(' ');
        }
        if sign.is_alphanumeric() {
            words.extend(sign.to_lowercase().map(without_accent));
        }
        before = sign;
    }
    words.trim().to_owned()
}

fn without_accent(sign: char) -> char {
    match sign {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        other => other,
    }
}

/// A plain name without the unit of time at its end, and the seconds of that unit.
pub(super) fn without_unit(plain: &str) -> (&str, Option<f64>) {
    let Some((name, unit)) = plain.rsplit_once(' ') else { return (plain, None) };
    // A single letter may be a name's own, unless it is the `s` of seconds.
    let is_unit = unit.chars().count() > 1 || unit == "s" || unit == "초" || unit == "분";
    match super::durations::seconds_in(unit).filter(|_| is_unit) {
        Some(seconds) => (name.strip_suffix(" in").unwrap_or(name), Some(seconds)),
        None => (plain, None),
    }
}

/// The roles that a plain name can have, each with its rank, 0 the best.
pub(super) fn roles(name: &str) -> impl Iterator<Item = (Role, usize)> {
    let (short, _) = without_unit(name);
    let (name, short) = (name.to_owned(), short.to_owned());
    COLUMNS.iter().filter_map(move |(role, words)| {
        let rank = words.iter().position(|word| *word == name || *word == short)?;
        Some((*role, rank))
    })
}
