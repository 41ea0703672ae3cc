//! The figures of the result document by name: in which order they come, what each measures, how a person calls it.

use crate::kpi::{
    AgentFigures, ContactFigures, DistributionFigures, Grades, IntervalAgents, IntervalContacts, JourneyFigures,
    WeekAgents, WeekContacts,
};
use crate::report::language::{Language, say};
use crate::report::wording::Kind;
use crate::stats::Estimate;

/// A figure's name in the JSON (`within.20.service_level` for nested ones) and its value.
pub type Named = (String, Option<Estimate>);

/// All figures of a contact type, in the JSON's order.
#[must_use]
pub fn of_contacts(figures: &ContactFigures) -> Vec<Named> {
    let mut all = named(&[
        ("offered", figures.offered),
        ("offered_by_origin.fresh", figures.offered_by_origin.fresh),
        ("offered_by_origin.redial", figures.offered_by_origin.redial),
        ("offered_by_origin.repeat", figures.offered_by_origin.repeat),
        ("offered_by_origin.transfer", figures.offered_by_origin.transfer),
        ("answered", figures.answered),
        ("abandoned", figures.abandoned),
        ("blocked", figures.blocked),
        ("closed", figures.closed),
        ("called_back", figures.called_back),
        ("mean_wait_called_back", figures.mean_wait_called_back),
        ("p_wait", figures.p_wait),
        ("p_abandon", figures.p_abandon),
        ("p_blocked", figures.p_blocked),
        ("service_level", figures.service_level),
    ]);
    all.extend(figures.within.iter().map(|w| (format!("within.{}.service_level", w.seconds), w.service_level)));
    all.extend(named(&[
        ("mean_wait", figures.mean_wait),
        ("mean_wait_answered", figures.mean_wait_answered),
        ("mean_wait_abandoned", figures.mean_wait_abandoned),
        ("mean_queue", figures.mean_queue),
    ]));
    all.extend(figures.wait_percentiles.iter().map(|(p, value)| {
        let ci95 = figures.wait_percentiles_ci95.get(p).copied().flatten();
        (format!("wait_percentiles.{p}"), value.map(|value| Estimate { value, std_error: None, ci95 }))
    }));
    all.push(("days_met".into(), figures.days_met));
    if let Some(satisfaction) = &figures.satisfaction {
        all.extend(named(&[
            ("satisfaction.csat", satisfaction.csat),
            ("satisfaction.nps", satisfaction.nps),
            ("satisfaction.effort", satisfaction.effort),
        ]));
        all.extend(of_grades("satisfaction.grades", &satisfaction.grades));
    }
    all
}

/// All figures of the issues, in the JSON's order.
#[must_use]
pub fn of_journeys(figures: &JourneyFigures) -> Vec<Named> {
    let mut all = named(&[
        ("issues", figures.issues),
        ("resolved", figures.resolved),
        ("gave_up", figures.gave_up),
        ("escalated", figures.escalated),
        ("open", figures.open),
        ("resolved_at_first", figures.resolved_at_first),
    ]);
    all.extend(of_distribution("contacts_per_issue", &figures.contacts_per_issue));
    all.extend(of_distribution("time_to_resolution", &figures.time_to_resolution));
    all.extend(of_distribution("time_on_contact", &figures.time_on_contact));
    all.extend(of_distribution("agents_met", &figures.agents_met));
    all.extend(of_distribution("longest_wait", &figures.longest_wait));
    all.extend(named(&[
        ("repetitions", figures.repetitions),
        ("broken_promises", figures.broken_promises),
        ("csat", figures.csat),
        ("nps", figures.nps),
        ("effort", figures.effort),
    ]));
    all.extend(of_grades("grades", &figures.grades));
    all.extend(named(&[
        ("churned", figures.churned),
        ("churn_share", figures.churn_share),
        ("money_at_risk", figures.money_at_risk),
        ("cost", figures.cost),
    ]));
    if let Some(story) = &figures.story {
        all.extend(named(&[("story.share", story.share), ("story.percentile", story.percentile.map(bare))]));
    }
    all
}

fn of_grades(name: &str, grades: &Grades) -> Vec<Named> {
    let Grades { ultimate, good, bad, ugly } = *grades;
    let all = [("ultimate", ultimate), ("good", good), ("bad", bad), ("ugly", ugly)];
    all.map(|(grade, share)| (format!("{name}.{grade}"), share)).into()
}

fn of_distribution(name: &str, figures: &DistributionFigures) -> Vec<Named> {
    let mut all = vec![(format!("{name}.mean"), figures.mean)];
    all.extend(figures.percentiles.iter().map(|(p, value)| {
        let ci95 = figures.percentiles_ci95.get(p).copied().flatten();
        (format!("{name}.percentiles.{p}"), value.map(|value| Estimate { value, std_error: None, ci95 }))
    }));
    all.push((format!("{name}.max"), figures.max.map(bare)));
    all
}

/// All figures of an agent group, in the JSON's order.
#[must_use]
pub fn of_agents(figures: &AgentFigures) -> Vec<Named> {
    named(&[
        ("occupancy", figures.occupancy),
        ("logged_in_hours", figures.logged_in_hours),
        ("paid_hours", figures.paid_hours),
        ("cost", figures.cost),
    ])
}

/// All figures of a contact type in an interval.
#[must_use]
pub fn of_interval_contacts(figures: &IntervalContacts) -> Vec<Named> {
    named(&[
        ("offered", figures.offered),
        ("p_abandon", figures.p_abandon),
        ("p_wait", figures.p_wait),
        ("service_level", figures.service_level),
        ("mean_wait", figures.mean_wait),
        ("csat", figures.csat),
    ])
}

/// All figures of an agent group in an interval.
#[must_use]
pub fn of_interval_agents(figures: &IntervalAgents) -> Vec<Named> {
    let mut all = named(&[("staff", Some(bare(figures.staff)))]);
    all.extend(figures.need.map(|need| ("need".to_owned(), Some(bare(need)))));
    all.extend(named(&[("occupancy", figures.occupancy)]));
    all
}

/// All figures of a contact type in a week.
#[must_use]
pub fn of_week_contacts(figures: &WeekContacts) -> Vec<Named> {
    named(&[
        ("offered", figures.offered),
        ("answered", figures.answered),
        ("abandoned", figures.abandoned),
        ("p_abandon", figures.p_abandon),
        ("p_wait", figures.p_wait),
        ("service_level", figures.service_level),
        ("mean_wait", figures.mean_wait),
        ("mean_wait_answered", figures.mean_wait_answered),
        ("days_met", figures.days_met),
    ])
}

/// All figures of an agent group in a week.
#[must_use]
pub fn of_week_agents(figures: &WeekAgents) -> Vec<Named> {
    named(&[("occupancy", figures.occupancy), ("logged_in_hours", figures.logged_in_hours), ("cost", figures.cost)])
}

/// What the figure of this name measures.
#[must_use]
pub fn kind(figure: &str) -> Kind {
    if let Some((of, part)) = figure.split_once('.') {
        return kind_of_part(of, part);
    }
    match figure {
        "cost" | "money_at_risk" => Kind::Money,
        "csat" | "resolved_at_first" | "churn_share" => Kind::Share,
        "contacts_per_issue" | "effort" | "nps" => Kind::Mean,
        "logged_in_hours" => Kind::Hours,
        "occupancy" | "days_met" => Kind::Share,
        f if f.starts_with("p_") || f.ends_with("service_level") => Kind::Share,
        f if f.starts_with("mean_wait") || f.starts_with("wait_percentiles") => Kind::Duration,
        _ => Kind::Count,
    }
}

/// The same of a part, such as `grades.good` or `longest_wait.percentiles.90`.
fn kind_of_part(of: &str, part: &str) -> Kind {
    match of {
        "offered_by_origin" => Kind::Count,
        "wait_percentiles" | "time_to_resolution" | "time_on_contact" | "longest_wait" => Kind::Duration,
        "within" | "grades" | "story" => Kind::Share,
        "satisfaction" => kind(part),
        _ => Kind::Mean,
    }
}

/// What a person calls the figure of this name.
#[must_use]
pub fn label(language: Language, figure: &str) -> String {
    match figure.split_once('.') {
        Some((of, part)) => label_of_part(language, of, part),
        None => say!(language, &format!("figure-{figure}")),
    }
}

/// The same of a part.
fn label_of_part(language: Language, of: &str, part: &str) -> String {
    match (of, part.split_once('.')) {
        ("within", Some((seconds, figure))) => {
            let time = language.duration(seconds.parse().unwrap_or_default());
            say!(language, "label-in-time", figure = label(language, figure), time = time)
        }
        ("wait_percentiles", _) => say!(language, "label-answered-within", share = language.percentage(part)),
        ("offered_by_origin", _) => say!(language, &format!("origin-{part}")),
        ("grades", _) => say!(language, &format!("grade-{part}")),
        ("satisfaction", _) => label(language, part),
        (_, Some((_, percentage))) => {
            say!(language, "label-at-most", figure = label(language, of), share = language.percentage(percentage))
        }
        _ => {
            let part = say!(language, &format!("part-{part}"));
            say!(language, "named", name = label(language, of), value = part)
        }
    }
}

fn named(figures: &[(&str, Option<Estimate>)]) -> Vec<Named> {
    figures.iter().map(|&(name, figure)| (name.to_owned(), figure)).collect()
}

/// A figure that has no interval.
fn bare(value: f64) -> Estimate {
    Estimate { value, std_error: None, ci95: None }
}
