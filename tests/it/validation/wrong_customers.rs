//! Faults in what customers do beyond one contact, in how agents treat them, and in hours by weekday.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{MARK, SOUND, read, refused, with_line};

/// (name, line of the sound scenario, what stands there instead with a mark at each fault, words of the message)
type Case = (&'static str, usize, &'static str, &'static [&'static str]);

fn check(cases: &[Case]) {
    for (name, line, text, words) in cases {
        refused(name, &with_line(*line, text), words);
    }
}

/// The lines of `service` (20) and of `front` (24) and `back` (28) that the sound scenario leaves free.
const SERVICE: usize = 20;
const FRONT: usize = 24;
const BACK: usize = 28;

#[test]
fn trying_again_and_coming_back() {
    check(&[
        ("redial without after", SERVICE, "«redial = { blocked = 0.5 }", &["`redial` needs `after`", "how long after"]),
        (
            "redial without a chance",
            SERVICE,
            "«redial = { after = { constant = { value = 60 } } }",
            &["`redial` needs at least one of `abandoned` and `blocked`"],
        ),
        (
            "redial at once",
            SERVICE,
            "redial = { blocked = 1, «after = { constant = { value = 0 } } }",
            &["at the same moment", "how long the customer pauses"],
        ),
        (
            "no redials",
            SERVICE,
            "redial = { blocked = 1, after = { constant = { value = 60 } }, attempts = «0 }",
            &["`attempts` is 0", "the least is 1"],
        ),
        (
            "endless pause",
            SERVICE,
            "redial = { blocked = 1, after = { empirical = { values = [«inf] } } }",
            &["only the `values` of an empirical patience may be inf"],
        ),
        ("resolution of a flag", SERVICE, "resolution = «true", &["`resolution` cannot be true or false", "or a list"]),
        ("resolution", SERVICE, "resolution = «1.2", &["`resolution` is `1.2`"]),
        ("resolutions", SERVICE, "resolution = [0.5, «\"most\"]", &["an entry of `resolution`"]),
        ("no resolutions", SERVICE, "resolution = «[]", &["`resolution` is empty"]),
        (
            "repeat to nobody",
            SERVICE,
            "resolution = 0.5\nrepeat = { probability = 1, after = { constant = { value = 60 } }, to = { «sale = 0.5 } }",
            &["there is no contact type `sale`", "did you mean `sales`?"],
        ),
        (
            "more than all repeat elsewhere",
            SERVICE,
            "resolution = 0.5\nrepeat = { probability = 1, after = { constant = { value = 60 } }, «to = { sales = 0.7, service = 0.4 } }",
            &["the shares of `to` add to 1.1", "at most 1"],
        ),
        (
            "repeat to a text",
            SERVICE,
            "resolution = 0.5\nrepeat = { probability = 1, after = { constant = { value = 60 } }, to = «\"sales\" }",
            &["`to` cannot be a text", "each with a number"],
        ),
        ("repeat as a number", SERVICE, "repeat = «3", &["`repeat` cannot be a number", "probability = 0.9"]),
    ]);
}

#[test]
fn transfers() {
    check(&[
        (
            "transfer to nobody",
            SERVICE,
            "transfer = { probability = 0.2, to = «\"bills\" }",
            &["there is no contact type `bills`", "the contact types are `sales` and `service`"],
        ),
        (
            "one of several unknown",
            SERVICE,
            "transfer = { probability = 0.2, to = { sales = 1, «bills = 2 } }",
            &["there is no contact type `bills`"],
        ),
        (
            "transfer to itself",
            SERVICE,
            "transfer = { probability = 0.2, to = «\"service\" }",
            &["`service` cannot pass its contacts on to itself", "name another"],
        ),
        (
            "transfer to itself among others",
            SERVICE,
            "transfer = { probability = 0.2, to = { sales = 3, «service = 1 } }",
            &["`service` cannot pass its contacts on to itself"],
        ),
        (
            "weights of nothing",
            SERVICE,
            "transfer = { probability = 0.2, «to = { sales = 0 } }",
            &["the weights of `to` add to 0"],
        ),
        ("transfer nowhere", SERVICE, "«transfer = { probability = 0.2 }", &["`transfer` needs `to`"]),
        (
            "flag in words",
            SERVICE,
            "transfer = { probability = 0.2, to = \"sales\", only_open = «\"yes\" }",
            &["`only_open` cannot be a text", "write true or false"],
        ),
    ]);
    let to_and_fro = with_line(SERVICE, "transfer = { probability = 1, to = \"sales\" }");
    let line = "«transfer = { probability = 1, to = { service = 2 } }";
    let text = to_and_fro.replace("route = [\"front\", \"back\"]", line);
    refused("endless transfers", &text, &["`sales` and `service` pass every contact on to each other without end"]);
    let text = text.replace(MARK, "").replace("probability = 1, to = { s", "probability = 0.99, to = { s");
    assert!(read("transfers that end", &text).is_ok());
}

#[test]
fn what_goes_wrong_for_customers() {
    check(&[
        ("history of nothing", SERVICE, "«history = {}", &["`history` needs at least one of `shared`, `handle` and"]),
        ("history that takes no time", SERVICE, "history = { handle = «0 }", &["`handle` is 0", "a number above 0"]),
        ("owner in words", SERVICE, "owner = «\"yes\"", &["`owner` cannot be a text", "write true or false"]),
        (
            "escalation to nobody",
            SERVICE,
            "escalate = { contacts = 3, probability = 1, to = «\"press\" }",
            &["there is no contact type `press`"],
        ),
        ("escalation", SERVICE, "escalate = { contacts = «0, probability = 1 }", &["`contacts` is 0"]),
        ("escalation without a chance", SERVICE, "«escalate = { contacts = 3 }", &["`escalate` needs `probability`"]),
        ("promise", SERVICE, "«promise = { probability = 1, kept = 0.5 }", &["`promise` needs `after`"]),
        ("recovery", SERVICE, "recovery = { share = 1, cost = «-3 }", &["`cost` is -3"]),
        ("callback", SERVICE, "«callback = { accept = 1 }", &["`callback` needs `when_waiting`"]),
        ("misspelt mechanism", SERVICE, "«call_back = { accept = 1 }", &["did you mean `callback`?"]),
    ]);
}

#[test]
fn one_customer_does_one_thing_before_a_closed_door() {
    let text = with_line(13, "out_of_hours = { try_again = 0.7, voice_mail = 0.4, to = \"service\" }");
    let problems = read("both again and a message", &text).unwrap_err().to_string();
    let wanted = ["`try_again` and `voice_mail` add to 1.1", "at most 1", "which does not wait for its opening"];
    wanted.iter().for_each(|words| assert!(problems.contains(words), "{problems}"));
}

#[test]
fn out_of_hours() {
    check(&[
        (
            "out of hours",
            13,
            "«out_of_hours = {}",
            &["`out_of_hours` needs at least one of `try_again` and `voice_mail`"],
        ),
        (
            "message to nobody",
            13,
            "out_of_hours = { «voice_mail = 0.4 }",
            &["`voice_mail` needs `to`", "the message becomes"],
        ),
        (
            "message to a stranger",
            13,
            "out_of_hours = { voice_mail = 0.4, to = «\"servise\" }",
            &["did you mean `service`?"],
        ),
        (
            "message to callers",
            13,
            "«out_of_hours = { voice_mail = 0.4, to = \"service\" }",
            &["a voice mail cannot become `service`, which does not wait for its opening"],
        ),
        (
            "message to itself",
            13,
            "out_of_hours = { voice_mail = 0.4, to = «\"sales\" }",
            &["`sales` cannot pass its contacts on to itself"],
        ),
        (
            "clock without hours",
            SERVICE,
            "target = { answer = 0.8, «clock = \"open\" }",
            &["the clock \"open\" needs opening hours", "add `open = "],
        ),
        ("another clock", 14, "target = { answer = 0.8, clock = «\"opened\" }", &["did you mean \"open\"?"]),
    ]);
}

#[test]
fn hours_by_weekday() {
    check(&[
        (
            "no calendar",
            10,
            "«open = { monday = \"08:00-20:00\" }",
            &["opening hours by weekday need a calendar", "start = 2026-11-30"],
        ),
        ("never open", 10, "«open = {}", &["`open` is closed on every day of the week", "name the days"]),
        ("always closed", 10, "«open = { weekdays = \"closed\" }", &["closed on every day"]),
        (
            "misspelt day",
            10,
            "«open = { weekdays = \"08:00-20:00\", «tusday = \"closed\" }",
            &["did you mean `tuesday`?"],
        ),
        (
            "over midnight",
            10,
            "open = { weekdays = \"08:00-20:00\", «friday = \"20:00-02:00\" }",
            &["`friday` ends before it begins"],
        ),
        (
            "a word",
            10,
            "open = { weekdays = \"08:00-20:00\", friday = «\"shut\" }",
            &["`shut` is not a pair of times", "or \"closed\""],
        ),
        ("a number", 10, "open = «8", &["`open` cannot be a number"]),
    ]);
    let week = "open = { weekdays = \"08:00-20:00\" }";
    let text = with_line(10, week).replace("days = 2", "days = 7\nstart = 2026-11-30");
    assert!(read("a week", &text).is_ok());
    let text = text.replace("arrivals = { per_hour = 100 }", "arrivals = { per_interval = «[1, 2] }");
    refused("list of a week", &text, &["2 numbers where a day of 30 min intervals has 48 (or 336 for all 7 days)"]);
}

#[test]
fn types_that_serve_themselves() {
    let text = with_line(17, "channel = \"chatbot\"").replace("\"sales\", \"service\"", "\"sales\", «\"service\"");
    refused("agents for a chatbot", &text, &["`service` serves itself, so that no agent can handle it"]);
    let bot = "[contacts.bot]\nchannel = \"self-service\"\narrivals = { per_hour = 3 }\n";
    let plain = format!("{SOUND}{bot}handle = {{ constant = {{ value = 60 }} }}\n");
    assert!(read("plain bot", &plain).unwrap().warnings.is_empty());
    refused(
        "a queue for a chatbot",
        &format!(
            "{SOUND}{bot}talk = {{ constant = {{ value = 60 }} }}\n«patience = {{ constant = {{ value = 60 }} }}\nwrap = {{ constant = {{ value = 0 }} }}\nowner = true\n"
        ),
        &["serves itself has neither agents nor a queue, but it has `patience`, `owner`, `talk` and `wrap`"],
    );
    let promise = "«promise = { probability = 1, kept = 1, after = { constant = { value = 60 } } }\nresolution = 0.5";
    refused("a chatbot that promises", &format!("{plain}{promise}\n"), &["but it has `promise`"]);
}

#[test]
fn nobody_is_called_about_an_email() {
    let text = with_line(17, "channel = \"email\"\n«callback = { when_waiting = 1, accept = 0.5 }");
    refused("call-back for an e-mail", &text, &["nobody waits on the line for the answer to a message"]);
}

#[test]
fn repeats_without_end_in_no_time() {
    let nothing = "{ constant = { value = 0 } }";
    let text = |after: &str| {
        with_line(
            19,
            &format!("handle = {nothing}\nresolution = 0.5\n«repeat = {{ probability = 1, after = {after} }}"),
        )
    };
    refused("endless repeats", &text(nothing), &["contacts handled in no time would come again in no time"]);
    let later = text("{ constant = { value = 60 } }").replace(MARK, "");
    assert!(read("repeats after a while", &later).is_ok());
}

#[test]
fn chats_at_once() {
    let chat = |line: &str| {
        with_line(17, "channel = \"chat\"")
            .replace("{ exponential = { mean = 200 } }\n", &format!("{{ exponential = {{ mean = 200 }} }}\n{line}\n"))
    };
    assert!(read("slower chats", &chat("slowdown = [1, 1.2]")).unwrap().warnings.is_empty());
    refused("slow start", &chat("«slowdown = [1.2, 1.3]"), &["begins with 1.2", "let the first factor be 1"]);
    refused(
        "standstill",
        &chat("slowdown = [1, «0]"),
        &["a factor of `slowdown` is 0, but it must be a number above 0"],
    );
    refused("empty", &chat("slowdown = «[]"), &["`slowdown` is empty"]);
    check(&[
        ("slow calls", SERVICE, "«slowdown = [1, 1.3]", &["`slowdown` is for chats alone"]),
        ("calls at once", FRONT, "«concurrency = { chat = 2 }", &["none of this group's skills is a chat"]),
        ("whose chat", FRONT, "«chat_to = \"most-loaded\"", &["`chat_to` needs `concurrency`"]),
        ("no chats", FRONT, "«concurrency = { chat = «0 }", &["`chat` is 0", "the least is 1"]),
    ]);
    let many = chat("").replace("staff = 12", "staff = 12\nconcurrency = { chat = «21 }");
    refused("many chats", &many, &["a whole number from 1 to 20"]);
    let whose = chat("").replace("staff = 12", "staff = 12\nconcurrency = { chat = 2 }\nchat_to = «\"least\"");
    refused("who gets it", &whose, &["`chat_to` cannot be `least`"]);
}

#[test]
fn groups() {
    check(&[
        ("own resolution of a stranger", FRONT, "resolution = { «sale = 0.4 }", &["did you mean `sales`?"]),
        (
            "own resolution without skill",
            BACK,
            "resolution = { «service = 0.4 }",
            &["`service` is not among the skills of this group", "remove the chance of resolution"],
        ),
        ("own resolution of a number", FRONT, "resolution = «0.4", &["`resolution` of a group cannot be a number"]),
        ("own resolution in words", FRONT, "resolution = { sales = «\"half\" }", &["the resolution of `sales`"]),
        ("quality of nothing", FRONT, "«quality = { evaluated = 0.1, effect = 1 }", &["`quality` needs `conduct`"]),
        ("conduct", FRONT, "conduct = { poor = «1.4 }", &["`poor` is `1.4`"]),
        ("training", FRONT, "«training = { handle = 0.9 }", &["`training` needs `over`"]),
        ("training at once", FRONT, "training = { over = «0 }", &["`over` must be above 0 s"]),
        ("reserve", FRONT, "reserve = «-1", &["`reserve` is -1"]),
        ("story", 2, "report = { «story = {} }", &["a story needs at least one of `contacts`"]),
    ]);
}
