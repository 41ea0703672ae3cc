//! The figures as the page shows them: saved, changed, the difference, and what it is worth.

use serde::Serialize;

use super::chart::{self, DayChart};
use super::desk::Answer;
use crate::kpi::{AgentFigures, ContactFigures, Difference, ScenarioResult};
use crate::report::language::say;
use crate::report::wording::Kind;
use crate::report::{Judgement, Language, Verdict, figures, warnings};
use crate::stats::Estimate;

/// All that stands in the column of results.
#[derive(Serialize)]
pub(super) struct Results {
    /// Whether there is something beside the saved scenario.
    changed: bool,
    /// Whether any section has a chart.
    charts: bool,
    /// What the lines of the charts mean, where something is changed.
    keys: Vec<chart::Key>,
    sections: Vec<Section>,
    /// What the judgements mean.
    judged: String,
    warnings: Vec<String>,
}

/// A contact type, an agent group, or the whole centre.
#[derive(Serialize)]
struct Section {
    name: String,
    rows: Vec<Row>,
    chart: Option<DayChart>,
}

#[derive(Serialize)]
struct Row {
    figure: String,
    /// The promise about it.
    promise: Option<String>,
    saved: Cell,
    tried: Cell,
    /// The difference with its judgement.
    difference: Cell,
}

#[derive(Serialize)]
struct Cell {
    figure: String,
    /// What stands behind the figure where there is room: its `±`.
    error: String,
    mark: Option<Mark>,
}

impl Cell {
    /// A figure as it is written, which is cut in two where its error begins.
    fn new(written: &str, begins: &str, mark: Option<Mark>) -> Self {
        let (figure, error) = written.split_at(written.find(begins).unwrap_or(written.len()));
        Self { figure: figure.to_owned(), error: error.to_owned(), mark }
    }
}

/// A word with a class of its own for the look.
#[derive(Serialize)]
struct Mark {
    class: &'static str,
    words: String,
}

/// What a section is about and how its figures stand against what is promised.
struct Subject<'a, T> {
    language: Language,
    answer: &'a Answer,
    name: Option<&'a str>,
    saved: &'a T,
    tried: &'a T,
}

type Judge<T> = fn(&T) -> Option<Verdict>;

/// The results of an answer.
pub(super) fn results(language: Language, answer: &Answer) -> Results {
    let tried = shown(answer);
    let contacts = tried.contacts.iter().filter_map(|(name, tried)| {
        let saved = answer.saved.contacts.get(name)?;
        let subject = Subject { language, answer, name: Some(name), saved, tried };
        Some(Section { chart: chart::of_day(language, answer, name), ..contact(&subject) })
    });
    let groups = tried.agents.iter().filter_map(|(name, tried)| {
        let saved = answer.saved.agents.get(name)?;
        Some(group(&Subject { language, answer, name: Some(name), saved, tried }))
    });
    let centre = centre(&Subject { language, answer, name: None, saved: &(), tried: &() });
    let all = contacts.chain(groups).chain([centre]);
    let sections: Vec<Section> = all.filter(|section| !section.rows.is_empty()).collect();
    let is_done = answer.progress.0 == answer.progress.1;
    let warnings = if is_done { warnings(tried, language) } else { Vec::new() };
    let warnings = warnings.iter().map(ToString::to_string).collect();
    let charts = sections.iter().any(|section| section.chart.is_some());
    let judged = say!(language, "serve-judged", real = Judgement::Real.words(language), looks = answer.looks);
    let changed = answer.tried.is_some();
    let keys = if changed && charts { chart::keys(language).into() } else { Vec::new() };
    Results { changed, charts, keys, sections, judged, warnings }
}

/// What is on the page: what is tried, or else the saved scenario.
pub(super) fn shown(answer: &Answer) -> &ScenarioResult {
    answer.tried.as_ref().unwrap_or(&answer.saved)
}

fn contact(subject: &Subject<'_, ContactFigures>) -> Section {
    let language = subject.language;
    let target = subject.tried.target;
    let answer = target.and_then(|t| Some((t.answer?, t.within))).map(|(share, within)| {
        say!(language, "serve-target-of-answer", share = language.percent(share), time = language.duration(within))
    });
    let abandon = target.and_then(|t| t.abandon).map(|most| at_most(language, language.percent(most)));
    let speed = target.and_then(|t| t.asa).map(|most| at_most(language, language.duration(most)));
    let csat = target
        .and_then(|t| t.csat)
        .map(|least| say!(language, "serve-target-at-least", limit = language.percent(least)));
    let rows = [
        subject.row("offered", None, |_| None),
        subject.row("service_level", answer, Verdict::on_answer),
        subject.row("p_abandon", abandon, Verdict::on_abandonment),
        subject.row("mean_wait_answered", speed, Verdict::on_speed),
        subject.row("csat", csat, Verdict::on_satisfaction),
        days_met(subject),
    ];
    subject.section(rows.into_iter().flatten().collect())
}

fn at_most(language: Language, limit: String) -> String {
    say!(language, "serve-target-at-most", limit = limit)
}

/// Which days keep the promise is known for all of them together, not one by one: no paired difference.
fn days_met(subject: &Subject<'_, ContactFigures>) -> Option<Row> {
    let cell = |days: Option<Estimate>| Cell::new(&subject.language.share_between(days.as_ref()), " (", None);
    subject.saved.days_met.or(subject.tried.days_met)?;
    Some(Row {
        figure: figures::label(subject.language, "days_met"),
        promise: None,
        saved: cell(subject.saved.days_met),
        tried: cell(subject.tried.days_met),
        difference: Cell::new("", " ±", None),
    })
}

fn group(subject: &Subject<'_, AgentFigures>) -> Section {
    let cap = subject.tried.max_occupancy.map(|cap| at_most(subject.language, subject.language.percent(cap)));
    let rows = [
        subject.row("occupancy", cap, Verdict::on_occupancy),
        subject.row("logged_in_hours", None, |_| None),
        subject.row("cost", None, |_| None),
    ];
    subject.section(rows.into_iter().flatten().collect())
}

fn centre(subject: &Subject<'_, ()>) -> Section {
    let figures =
        ["service_level", "cost", "contacts_per_issue", "resolved_at_first", "csat", "churn_share", "money_at_risk"];
    let rows = figures.into_iter().filter_map(|figure| subject.row(figure, None, |()| None)).collect();
    Section { name: say!(subject.language, "serve-centre"), rows, chart: None }
}

impl<T> Subject<'_, T> {
    fn section(&self, rows: Vec<Row>) -> Section {
        Section { name: self.name.unwrap_or_default().to_owned(), rows, chart: None }
    }

    /// The row of a figure that at least one of the two has.
    fn row(&self, figure: &str, promise: Option<String>, judge: Judge<T>) -> Option<Row> {
        let is_it = |row: &&Difference| row.figure == figure && row.subject.as_deref() == self.name;
        let row = self.answer.comparison.rows.iter().find(is_it)?;
        row.first.or(row.this)?;
        let kind = figures::kind(figure);
        let cell = |figure: Option<Estimate>, side: &T| {
            let verdict = judge(side).map(|verdict| verdict_mark(self.language, verdict));
            Cell::new(&self.language.show(kind, figure.as_ref()), " ±", verdict)
        };
        Some(Row {
            figure: figures::label(self.language, figure),
            promise,
            saved: cell(row.first, self.saved),
            tried: cell(row.this, self.tried),
            difference: Cell::new(
                &self.language.difference(kind, row.difference.as_ref()),
                " ±",
                Judgement::on(row).map(|judgement| judgement_mark(self.language, judgement)),
            ),
        })
    }
}

fn verdict_mark(language: Language, verdict: Verdict) -> Mark {
    let class = match verdict {
        Verdict::Met => "met",
        Verdict::Missed => "missed",
        Verdict::Open => "open",
    };
    Mark { class, words: verdict.words(language) }
}

/// Most contact types whose service level stands in the bar of a narrow page.
const IN_THE_BAR: usize = 6;

/// The service levels in one line, for a page too narrow to show figures beside the fields.
pub(super) fn levels(language: Language, answer: &Answer) -> String {
    let level = |(name, contact): (&String, &ContactFigures)| {
        let figure = language.value(Kind::Share, Some(&contact.service_level?));
        let sign = Verdict::on_answer(contact).map(|verdict| format!(" {}", verdict.sign())).unwrap_or_default();
        // A line may end between two types, not inside what is said of one.
        Some(format!("{name} {figure}{sign}").replace(' ', "\u{a0}"))
    };
    let levels: Vec<String> = shown(answer).contacts.iter().filter_map(level).take(IN_THE_BAR).collect();
    levels.join(" · ")
}

fn judgement_mark(language: Language, judgement: Judgement) -> Mark {
    let class = if judgement == Judgement::Real { "real" } else { "unreal" };
    Mark { class, words: judgement.words(language) }
}
