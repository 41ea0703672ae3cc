//! The text of a fitted scenario: every figure with where it comes from and how sure it is.

use std::fmt::Write as _;

use super::super::{
    DUTY_ASSUMED, FittedCentre, FittedStaff, FittedType, FittedWrap, HeadStarts, Patience, Reason, Recommended,
};
use super::channels;
use super::comment::wrapped;
use super::numbers::{figure, plain, seconds, share, short};
use super::readiness;
use super::tables::{Table, arrivals, file_name, handle, law_text, staff};
use crate::history::date_of;
use crate::scenario::{ContactType, Handling, Opening, OpeningHours, Scenario};
use crate::units::HOUR;

/// A scenario file with its tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text of the file.
    pub scenario: String,
    /// The tables in the folder that it names.
    pub tables: Vec<Table>,
}

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The file of the scenario that came of a centre. `folder` is that of the tables as seen from the file; `from` says in
/// a line each what it was made from.
#[must_use]
pub fn write(centre: &FittedCentre, scenario: &Scenario, folder: &str, from: &[String]) -> Written {
    let mut out = Writer { said: Vec::new(), text: String::new(), tables: vec![arrivals(scenario)], folder };
    out.tables.extend(handle(scenario));
    out.head(centre, scenario, from);
    for (one, contact) in centre.types.iter().zip(&scenario.contacts) {
        out.contact(one, contact, centre.head_starts.as_ref());
    }
    out.agents(centre, scenario);
    Written { scenario: out.text, tables: out.tables }
}

struct Writer<'a> {
    /// Of what was said of all types together, each is said once.
    said: Vec<String>,
    text: String,
    tables: Vec<Table>,
    folder: &'a str,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{line}");
    }

    fn comment(&mut self, words: &str) {
        for line in wrapped(words, 116) {
            self.line(&format!("# {line}"));
        }
    }

    /// Says something of all types together, or that it was said.
    fn comment_once(&mut self, words: String, again: &str) {
        if self.said.contains(&words) {
            self.comment(again);
        } else {
            self.comment(&words);
            self.said.push(words);
        }
    }

    fn head(&mut self, centre: &FittedCentre, scenario: &Scenario, from: &[String]) {
        from.iter().for_each(|line| self.comment(line));
        self.comment(&format!(
            "{} contacts on {} days from {} to {}. Intervals are of 95 %, and tell the chance of the sample alone: what the \
             log gets wrong, and what changes after it, is not in them.",
            centre.contacts, centre.days, centre.dates.0, centre.dates.1
        ));
        centre.silent_days().iter().for_each(|silent| self.comment(&format!("Days {silent}")));
        self.line(&format!("\nname = {}\n\n[horizon]", quoted(&scenario.name)));
        if let Some(start) = scenario.horizon.start {
            self.line(&format!("start    = {start}"));
        }
        self.line(&format!("days     = {}", (scenario.horizon.seconds() / crate::units::DAY) as u32));
        self.line(&format!("interval = \"{}min\"", plain(centre.interval / 60.0)));
        self.line(&format!("\n[run]\nreplications = {}\nseed = {}", scenario.run.replications, scenario.run.seed));
    }

    fn contact(&mut self, one: &FittedType, contact: &ContactType, starts: Option<&HeadStarts>) {
        self.line(&format!("\n[contacts.{}]", quoted(&contact.name)));
        self.line(&format!("channel  = {}", quoted(contact.channel.name())));
        self.opening(one, contact);
        self.arrivals(one, contact);
        self.handling(one, contact);
        self.patience(one, contact);
        self.head_start(one, contact, starts);
        self.returns(one, contact);
        self.comment("The customary target: the centre's own is not in the log.");
        self.line(&channels::target_line(contact.channel));
    }

    fn opening(&mut self, one: &FittedType, contact: &ContactType) {
        let agreeing: Vec<String> = one
            .hours
            .iter()
            .map(|hours| {
                format!(
                    "{} {} of {} days",
                    DAYS[usize::from(hours.weekday) % 7],
                    plain(hours.agreeing.value() * hours.days as f64),
                    hours.days
                )
            })
            .collect();
        if let Some(open) = contact.open {
            self.comment(&format!(
                "Hours told from the first and last answered contact of a day; agreeing: {}. Left out as outside them: {} \
                 contacts.",
                agreeing.join(", "),
                one.outside
            ));
            self.line(&format!("open     = {}", opening_text(open)));
        }
    }

    fn arrivals(&mut self, one: &FittedType, contact: &ContactType) {
        for class in &one.arrivals.classes {
            let days: Vec<&str> = class.weekdays.iter().map(|day| DAYS[usize::from(*day) % 7]).collect();
            self.comment(&format!("A day ({}): {}.", days.join(", "), figure(&class.per_day, "contacts", "days")));
        }
        if one.arrivals.outliers_left_out {
            let days: Vec<String> = one.arrivals.outliers.iter().map(outlier).collect();
            self.comment(&format!("Left out, as they are not like the others: {}.", days.join("; ")));
        }
        if one.redialled.iter().any(|share| *share > 0.0) {
            self.comment("Here without those who try again after an abandonment, whom `redial` brings.");
        }
        self.line(&format!(
            "arrivals = {{ file = {}, column = {} }}",
            quoted(&format!("{}/arrivals.csv", self.folder)),
            quoted(&contact.name)
        ));
        let (busy, dispersion) = (&one.arrivals.busy_cv, &one.arrivals.dispersion);
        let mut words = format!("Days are busy or quiet as a whole: cv {}", figure(busy, "", "days"));
        if let Some(dispersion) = dispersion {
            let _ =
                write!(words, ". Variance / mean of the counts: {}; 1 is Poisson's", figure(dispersion, "", "days"));
        }
        self.comment(&format!("{words}."));
        if let Some(busy) = contact.busy_factor {
            self.line(&format!("busy_factor = {{ cv = {} }}", plain(busy.cv)));
        }
    }

    fn handling(&mut self, one: &FittedType, contact: &ContactType) {
        let (fitted, talk) = (&one.handling, &one.handling.talk.own);
        let of_all = if fitted.talk.of_all { "Too few of its own: that of all types. " } else { "" };
        let spike = talk.spike.as_ref().map_or_else(String::new, |spike| {
            format!(
                " {} are a spike of very short ones, below {} s.",
                share(&spike.share, "handlings"),
                short(spike.cut_off)
            )
        });
        self.comment(&format!(
            "{of_all}Mean {}. {}{spike}",
            figure(&talk.mean, "s", "handlings"),
            reason(&talk.recommended, talk.body.fits.first(), talk.body.goodness)
        ));
        match (&contact.handle, &fitted.wrap) {
            (Handling::Whole(law), _) => self.law("handle", "handle", &contact.name, law),
            (Handling::TalkWrap { talk, wrap }, told) => {
                self.law("talk", "talk", &contact.name, talk);
                match told {
                    Some(FittedWrap::Inferred(told)) => self.comment_once(format!(
                        "After-contact work is not in the log: it is the time to an agent's next contact while somebody \
                         waits whom that agent takes; mean {}; {} % are longer than the longest that is no absence.",
                        figure(&told.mean, "s", "handlings"),
                        short(told.absent * 100.0)
                    ), "After-contact work as above."),
                    Some(FittedWrap::Told(told)) => {
                        self.comment(&format!("Mean {}.", figure(&told.mean, "s", "handlings")));
                    }
                    None => {}
                }
                let name = if matches!(told, Some(FittedWrap::Inferred(_))) { "all types" } else { &contact.name };
                self.law("wrap", "wrap", name, wrap);
            }
        }
        if let Some(chats) = &one.chats {
            self.comment(&channels::in_hand(chats));
            channels::slowdown_line(&contact.slowdown).iter().for_each(|line| self.line(line));
        }
        self.profile(one, contact);
        if let Some(cv) = &fitted.day_cv {
            self.comment(&format!(
                "Not simulated: the mean of a day varies beyond chance, cv {}.",
                figure(cv, "", "days")
            ));
        }
    }

    fn profile(&mut self, one: &FittedType, contact: &ContactType) {
        let Some(profile) = one.handling.profile.as_ref().filter(|_| !contact.handle_profile.is_empty()) else {
            return;
        };
        self.comment(&format!(
            "Handling takes longer at some times of the day: cv of the means of hours {}.",
            figure(&profile.cv, "", "hours")
        ));
        let file = quoted(&format!("{}/handle.csv", self.folder));
        self.line(&format!("handle_profile = {{ file = {file}, column = {} }}", quoted(&contact.name)));
    }

    fn law(&mut self, key: &str, table: &str, name: &str, law: &crate::scenario::Law) {
        let name = format!("{table}-{}", file_name(name));
        let text = law_text(law, self.folder, &name, &mut self.tables);
        self.line(&format!("{key:<8} = {text}"));
    }

    fn patience(&mut self, one: &FittedType, contact: &ContactType) {
        let (Some(fitted), Some(law)) = (&one.patience, &contact.patience) else {
            self.comment(channels::endless(contact.channel));
            return;
        };
        let own = &fitted.own;
        if fitted.of_all {
            self.comment("Too few left: patience is that of all types.");
            self.comment_once(patience_words(own), "Its figures are above.");
        } else {
            self.comment(&patience_words(own));
        }
        let name = if fitted.of_all { "all types" } else { &contact.name };
        self.law("patience", "patience", name, law);
        if contact.balk > 0.0 {
            self.comment(&format!("Leave at once when they must wait: {}.", share(&own.balk, "who had to wait")));
            self.line(&format!("balk     = {}", plain(contact.balk)));
        }
    }

    fn head_start(&mut self, one: &FittedType, contact: &ContactType, starts: Option<&HeadStarts>) {
        let (Some(ahead), Some(starts)) = (&one.head_start, starts) else { return };
        let since = if starts.changed {
            format!(" Another rule held before {}.", date_of(starts.since))
        } else {
            String::new()
        };
        self.comment(&format!(
            "Counts as having waited so much longer: {}. Of two who waited at once with different priorities the order turns \
             there; {} % of these pairs were taken the other way round.{since}",
            figure(ahead, "s", "pairs"),
            short(starts.contrary * 100.0)
        ));
        self.line(&format!("head_start = {}", seconds(contact.head_start.get())));
    }

    fn returns(&mut self, one: &FittedType, contact: &ContactType) {
        if let (Some(fitted), Some(redial)) = (&one.redial, &contact.customers.redial) {
            let delay = fitted
                .mean_delay
                .as_ref()
                .map_or_else(String::new, |delay| format!(" Mean delay {}.", figure(delay, "s", "who tried again")));
            self.comment(&format!(
                "Try again within {} h because they had left: {}. Of customers who are known, in the same type.{delay}",
                plain(super::super::REDIAL_WITHIN / HOUR),
                share(&fitted.probability, "who left")
            ));
            let name = format!("redial-{}", file_name(&contact.name));
            let after = law_text(&redial.after, self.folder, &name, &mut self.tables);
            self.line(&format!("redial   = {{ abandoned = {}, after = {after} }}", plain(redial.abandoned)));
        }
        if let Some(repeat) = one.repeat.as_ref().filter(|repeat| repeat.probability.value() > 0.0) {
            self.comment(&format!(
                "Not simulated, and among the arrivals: after having been served, {} come back within {} h beyond what \
                 chance brings.",
                share(&repeat.probability, "who were served"),
                plain(super::super::REPEAT_WITHIN / HOUR)
            ));
        }
        if let Some(agents) = &one.agents {
            self.comment(&format!(
                "Not simulated: agents differ in their mean handling time, cv {}.",
                figure(&agents.cv, "", "agents")
            ));
        }
        channels::passed_on(one).iter().for_each(|words| self.comment(words));
        if one.blocked > 0 {
            self.comment(&format!(
                "{} contacts found all lines busy or the queue full; how many lines there are is not in the log: set \
                 [centre] lines or queue_limit.",
                one.blocked
            ));
        }
    }

    fn agents(&mut self, centre: &FittedCentre, scenario: &Scenario) {
        self.line("");
        match &centre.staff {
            None => self.comment("The log names no agents: put in here how many there are."),
            Some(fitted) => {
                self.tables.push(staff(scenario));
                self.staff_words(fitted);
                self.comment(&readiness::readiness_words(&centre.readiness));
            }
        }
        for (place, group) in scenario.groups.iter().enumerate() {
            self.line(&format!("\n[agents.{}]", quoted(&group.name)));
            if let Some(group) = centre.staff.as_ref().and_then(|staff| staff.groups.get(place)) {
                self.comment(&format!("{} different agents.", group.agents));
            }
            self.line(&channels::skills(group, scenario));
            let table = format!(
                "{{ file = {}, column = {} }}",
                quoted(&format!("{}/staff.csv", self.folder)),
                quoted(&group.name)
            );
            channels::concurrency(group.chats).iter().for_each(|line| self.line(line));
            readiness::line(group).iter().for_each(|line| self.line(line));
            self.line(&format!("staff  = {}", if centre.staff.is_some() { table } else { "1".to_owned() }));
        }
    }

    fn staff_words(&mut self, staff: &FittedStaff) {
        self.comment(DUTY_ASSUMED);
        for (class, hours) in staff.classes.iter().zip(&staff.hours) {
            let days: Vec<&str> = class.iter().map(|day| DAYS[usize::from(*day) % 7]).collect();
            self.comment(&format!("Hours on duty of a day ({}): {}.", days.join(", "), figure(hours, "", "days")));
        }
        if staff.regrouped > 0.0 {
            self.comment(&format!(
                "Sets of types that few agents take are put to the group that they are most like: {} % of the hours.",
                short(staff.regrouped * 100.0)
            ));
        }
    }
}

fn outlier(day: &super::super::Outlier) -> String {
    format!("{}, {} contacts in a stretch where {} are usual", date_of(day.day), short(day.seen), short(day.expected))
}

fn reason(
    recommended: &Recommended,
    best: Option<&super::super::LawFit>,
    goodness: Option<super::super::Goodness>,
) -> String {
    let close = |words: &str| match (best, goodness) {
        (Some(best), Some(goodness)) => format!(
            "{words} {} (largest distance {} %, p {:.2})",
            best.law.name(),
            short(goodness.distance * 100.0),
            goodness.p_value
        ),
        _ => words.to_owned(),
    };
    match recommended.reason {
        Reason::Fits => close("Best of five laws by Akaike's criterion:") + ".",
        Reason::NoneFits => format!("No law fits well enough, so what was seen itself; {}.", close("the best was")),
        Reason::Spike => {
            format!("With the short ones no law fits, so what was seen itself; {}.", close("best law of the others:"))
        }
        Reason::Constant => "All are the same.".to_owned(),
        Reason::TooFew => "Too few to tell laws apart: the simplest.".to_owned(),
    }
}

fn patience_words(own: &Patience) -> String {
    format!(
        "Patience from {} who left and {} who were answered after a wait (censored). Mean {}. {} It was seen up to {} s; {} % \
         would wait longer, and the mean rests on what is assumed of them. The mean wait of those who left, {} s, is not it: \
         too small by a factor of {}.",
        own.left,
        own.answered,
        figure(&own.mean, "s", "who had to wait"),
        reason(&own.recommended, own.fits.first(), own.goodness),
        short(own.observed_to),
        short(own.unobserved * 100.0),
        short(own.naive_mean.value()),
        short(own.naive_factor())
    )
}

fn opening_text(open: Opening) -> String {
    let clock = |seconds: f64| format!("{:02}:{:02}", (seconds / 3600.0) as u32, (seconds % 3600.0 / 60.0) as u32);
    let hours = |hours: OpeningHours| format!("\"{}-{}\"", clock(hours.from.get()), clock(hours.to.get()));
    match open {
        Opening::Daily(daily) => hours(daily),
        Opening::Weekly(week) => {
            let named = week.iter().zip(DAYS).filter_map(|(open, day)| Some(format!("{day} = {}", hours((*open)?))));
            format!("{{ {} }}", named.collect::<Vec<_>>().join(", "))
        }
    }
}

/// Words as a string of TOML, which can be a key too.
pub(super) fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}
