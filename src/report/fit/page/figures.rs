//! The figures of each contact type, with their intervals and where they come from.

use crate::fit::{Fitted, FittedCentre, FittedType, FittedWrap, HandlingTimes, REDIAL_WITHIN, REPEAT_WITHIN};
use crate::report::fit::table::abandoned;
use crate::report::fit::words::{between, law, weekdays};
use crate::report::page::table::{Cell, Column, Line, Table};
use crate::report::wording::{Kind, UNDEFINED, percent, share_between};
use crate::units::HOUR;

/// The table, a row for each type.
pub(super) fn table(centre: &FittedCentre) -> Table {
    let name = |one: &FittedType| Cell { figure: one.name.clone(), lines: counts(one), ..Cell::default() };
    let column = |heading: &str, cell: &dyn Fn(&FittedType) -> Cell| Column {
        heading: heading.into(),
        cells: centre.types.iter().map(|one| vec![Cell { rows: 1, ..cell(one) }]).collect(),
    };
    let columns = vec![
        column("Contacts a day", &arrivals),
        column("Handling time", &handling),
        column("After-contact work", &wrap),
        column("Patience", &patience),
        column("Try again", &returns),
    ];
    let names = centre.types.iter().map(name).collect();
    Table::of("Key figures with 95 % intervals and where they come from".into(), "Type".into(), names, columns)
}

/// What a type takes from all types together.
pub(super) fn borrowed(one: &FittedType) -> String {
    let talk = one.handling.talk.of_all.then_some("handling times");
    let patience = one.patience.as_ref().is_some_and(|patience| patience.of_all).then_some("patience");
    let what: Vec<&str> = talk.into_iter().chain(patience).collect();
    match what.is_empty() {
        true => String::new(),
        false => format!("Too few contacts tell {}: taken from all types together.", what.join(" and ")),
    }
}

fn line(words: String) -> Line {
    Line::new("", words)
}

fn counts(one: &FittedType) -> Vec<Line> {
    let count = |number: u64| Kind::Count.plain(number as f64);
    let mut lines = vec![line(format!("{} contacts", count(one.contacts)))];
    lines.extend(abandoned(one).map(|share| line(format!("{} left while waiting", percent(share)))));
    lines.extend((one.blocked > 0).then(|| line(format!("{} blocked, not simulated", count(one.blocked)))));
    lines
        .extend((one.outside > 0).then(|| line(format!("{} outside the opening hours, left out", count(one.outside)))));
    lines
}

/// Where a figure comes from: `23 456 contacts, mean`.
fn source(fitted: &Fitted, of: &str) -> Line {
    line(format!("{} {of}, {}", Kind::Count.plain(fitted.n as f64), fitted.source.words()))
}

fn share(fitted: &Fitted) -> String {
    share_between(Some(&fitted.estimate))
}

fn arrivals(one: &FittedType) -> Cell {
    let mut classes = one.arrivals.classes.iter();
    let Some(first) = classes.next() else { return Cell::default() };
    let count = |class: &crate::fit::WeekdayClass| Kind::Count.show(Some(&class.per_day.estimate));
    let on = |class: &crate::fit::WeekdayClass| weekdays(&class.weekdays);
    // Figures do not break between lines; which days they are of may.
    let several = (one.arrivals.classes.len() > 1).then(|| Line::new("real", on(first)));
    let others = classes.map(|class| Line::new("real", format!("{} {}", count(class), on(class))));
    let mut lines: Vec<Line> = several.into_iter().chain(others).collect();
    lines.push(line(format!("{} days, mean", one.arrivals.days)));
    lines.push(line(format!("busy and quiet days: cv {}", share(&one.arrivals.busy_cv))));
    lines.extend(one.arrivals.dispersion.map(|fitted| {
        line(format!("variance / mean of the counts: {}; 1 is chance alone", Kind::Mean.show(Some(&fitted.estimate))))
    }));
    if one.arrivals.outliers_left_out {
        lines.push(line(match one.arrivals.outliers.len() {
            1 => "a day unlike the others left out".into(),
            many => format!("{many} days unlike the others left out"),
        }));
    }
    Cell { figure: count(first), lines, ..Cell::default() }
}

fn handling(one: &FittedType) -> Cell {
    let times = &one.handling.talk.own;
    let mut cell = of_times(times);
    if one.handling.talk.of_all {
        cell.lines = vec![line("of all types together, for it has too few".into()), source(&times.mean, "handlings")];
    }
    cell.lines.extend(one.chats.as_ref().map(|chats| line(format!("alone; up to {} at once", chats.at_once))));
    cell.lines.extend(
        one.handling.profile.as_ref().map(|of_day| line(format!("hours of the day differ: cv {}", share(&of_day.cv)))),
    );
    cell.lines.extend(
        one.agents.as_ref().map(|agents| line(format!("agents differ: cv {} (not simulated)", share(&agents.cv)))),
    );
    cell.lines
        .extend(one.handling.day_cv.as_ref().map(|cv| line(format!("days differ: cv {} (not simulated)", share(cv)))));
    cell
}

fn of_times(times: &HandlingTimes) -> Cell {
    let mut lines = vec![source(&times.mean, "handlings")];
    lines.push(line(law(&times.recommended, times.body.fits.first(), times.body.goodness)));
    lines.extend(times.spike.as_ref().map(|spike| {
        let below = Kind::Duration.plain(spike.cut_off);
        line(format!("{} are a spike of very short ones, below {below}", share(&spike.share)))
    }));
    lines.extend(
        (times.zeros.value() > 0.0)
            .then(|| line(format!("{} lasted 0 s", Kind::Share.show(Some(&times.zeros.estimate))))),
    );
    Cell { figure: Kind::Duration.show(Some(&times.mean.estimate)), lines, ..Cell::default() }
}

fn wrap(one: &FittedType) -> Cell {
    match &one.handling.wrap {
        Some(FittedWrap::Told(wrap)) => of_times(wrap),
        Some(FittedWrap::Inferred(wrap)) => Cell {
            figure: Kind::Duration.show(Some(&wrap.mean.estimate)),
            lines: vec![source(&wrap.mean, "handlings"), line("not in the log: inferred, of all types".into())],
            ..Cell::default()
        },
        None => Cell::default(),
    }
}

fn patience(one: &FittedType) -> Cell {
    let Some(fitted) = &one.patience else {
        return Cell {
            figure: UNDEFINED.into(),
            lines: vec![line(
                if one.channel.is_deferred() { "waits for its answer" } else { "nobody left: it cannot be told" }
                    .into(),
            )],
            ..Cell::default()
        };
    };
    let own = &fitted.own;
    if fitted.of_all {
        let lines = vec![line("of all types together, for it has too few".into()), source(&own.mean, "had to wait")];
        return Cell { figure: between(&own.mean), lines, ..Cell::default() };
    }
    let mut lines = Vec::new();
    lines.push(source(&own.mean, "had to wait"));
    lines.push(line(law(&own.recommended, own.fits.first(), own.goodness)));
    lines.push(line(format!("seen up to {}", Kind::Duration.plain(own.observed_to))));
    if own.balk.value() > 0.0 {
        lines.push(line(format!("leave at once: {}", share(&own.balk))));
    }
    lines.push(line(format!("mean wait of those who left: {}", Kind::Duration.plain(own.naive_mean.value()))));
    Cell { figure: between(&own.mean), lines, ..Cell::default() }
}

fn returns(one: &FittedType) -> Cell {
    let Some(redial) = &one.redial else {
        return Cell {
            figure: UNDEFINED.into(),
            lines: vec![line("too few customers are known".into())],
            ..Cell::default()
        };
    };
    let mut lines = vec![
        line(format!("of those who left, within {} h because of it", Kind::Count.plain(REDIAL_WITHIN / HOUR))),
        source(&redial.probability, "who left"),
    ];
    lines.extend(redial.mean_delay.as_ref().map(|delay| line(format!("after {} on average", between(delay)))));
    lines.extend(one.repeat.as_ref().filter(|repeat| repeat.probability.value() > 0.0).map(|repeat| {
        let within = Kind::Count.plain(REPEAT_WITHIN / HOUR);
        line(format!("after having been served, within {within} h: {} (not simulated)", share(&repeat.probability)))
    }));
    Cell { figure: Kind::Share.show(Some(&redial.probability.estimate)), lines, ..Cell::default() }
}
