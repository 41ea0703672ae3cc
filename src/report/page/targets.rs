//! Scenarios against targets: what was promised, what came of it, what it costs, and what differs from the scenario that
//! each is compared with.

use super::contrast::{COST, Contrasts, Figure, row};
use super::table::{Cell, Column, Line, Table};
use crate::kpi::{ContactFigures, ScenarioResult};
use crate::report::figures;
use crate::report::language::{Language, say};
use crate::report::promise::{Matter, Standing, promises};
use crate::report::verdict::{Judgement, Verdict};
use crate::stats::Estimate;

/// Types without a promise that a scenario without any shows.
const UNPROMISED: usize = 6;

/// Where a cell is looked up.
struct View<'a> {
    language: Language,
    contrasts: &'a Contrasts<'a>,
    names: &'a [String],
    /// Contact types of each scenario that have rows.
    types: Vec<Vec<(&'a str, &'a ContactFigures)>>,
}

/// The table.
pub(super) fn table(language: Language, contrasts: &Contrasts, names: &[String]) -> Table {
    let scenarios = &contrasts.document.scenarios;
    let view = View { language, contrasts, names, types: scenarios.iter().map(types).collect() };
    let say = |key: &str| say!(language, key);
    let mut columns = vec![view.column(say("page-contact-type"), |_, name, _| named(name))];
    columns
        .extend(Matter::MEANS.into_iter().filter(|matter| view.is_shown(*matter)).map(|matter| view.promised(matter)));
    columns.push(view.column(say("figure-days_met"), |_, _, contact| view.days(contact)));
    columns.push(view.centre("cost", |index| scenarios[index].centre.cost));
    columns.push(view.centre("csat", |index| scenarios[index].journeys.as_ref()?.csat));
    columns.push(view.centre("churn_share", |index| scenarios[index].journeys.as_ref()?.churn_share));
    let first = (0..scenarios.len()).map(|index| view.scenario(index)).collect();
    Table::of(say("page-targets-caption"), say("page-scenario"), first, columns)
}

fn named(name: &str) -> Cell {
    Cell { figure: name.to_owned(), rows: 1, names: true, ..Cell::default() }
}

/// Contact types with a promise; without any, the first few.
fn types(scenario: &ScenarioResult) -> Vec<(&str, &ContactFigures)> {
    let all = || scenario.contacts.iter().map(|(name, contact)| (name.as_str(), contact));
    let promised: Vec<_> = all().filter(|(_, contact)| contact.target.is_some()).collect();
    if promised.is_empty() { all().take(UNPROMISED).collect() } else { promised }
}

impl View<'_> {
    /// A column with a cell for each contact type.
    fn column(&self, heading: String, cell: impl Fn(usize, &str, &ContactFigures) -> Cell) -> Column {
        let of = |(index, types): (usize, &Vec<(&str, &ContactFigures)>)| {
            types.iter().map(|(name, contact)| cell(index, name, contact)).collect()
        };
        Column { heading, cells: self.types.iter().enumerate().map(of).collect() }
    }

    /// Whether anybody promises it; what most centres promise is shown in any case.
    fn is_shown(&self, matter: Matter) -> bool {
        let target = |contact: &ContactFigures| contact.target.and_then(|target| matter.target(&target));
        matches!(matter, Matter::Answer | Matter::Abandon)
            || self.types.iter().flatten().any(|(_, contact)| target(contact).is_some())
    }

    /// A figure with its target, its verdict and its difference.
    fn promised(&self, matter: Matter) -> Column {
        let heading = figures::label(self.language, matter.figure());
        let cell = |index: usize, name: &str, contact: &ContactFigures| {
            let Some(figure) = matter.estimate(contact) else { return Cell { rows: 1, ..Cell::default() } };
            let target = contact.target.and_then(|target| Some((matter.target(&target)?, target.within)));
            let promise = target.map(|(target, within)| Line::new("", matter.promised(self.language, target, within)));
            // Where days are promised, the means are not.
            let judged = target.filter(|_| contact.target.is_some_and(|target| target.days.is_none()));
            let verdict = judged.map(|(target, _)| self.verdict(matter.verdict(&figure, target)));
            let difference = self.difference(index, Figure { subject: Some(name), name: matter.figure() });
            let lines = promise.into_iter().chain(verdict).chain(difference).collect();
            Cell { figure: self.language.show(matter.kind(), Some(&figure)), lines, rows: 1, ..Cell::default() }
        };
        self.column(heading, cell)
    }

    /// The share of days that keep everything, with what was promised of it.
    fn days(&self, contact: &ContactFigures) -> Cell {
        let Some((days, target)) = contact.days_met.zip(contact.target) else {
            return Cell { rows: 1, ..Cell::default() };
        };
        let promise = |least| Line::new("", Matter::Days.promised(self.language, least, 0.0));
        let judged = |least| [promise(least), self.verdict(Matter::Days.verdict(&days, least))];
        let lines = target.days.map(judged).into_iter().flatten().collect();
        Cell { figure: self.language.share_between(Some(&days)), lines, rows: 1, ..Cell::default() }
    }

    /// A figure of the whole centre, which stands for all rows of a scenario.
    fn centre(&self, name: &'static str, figure: impl Fn(usize) -> Option<Estimate>) -> Column {
        let heading = match name {
            "csat" => say!(self.language, "chart-csat-of-issues"),
            other => figures::label(self.language, other),
        };
        let kind = figures::kind(name);
        let cell = |index: usize| {
            let figure = figure(index).map_or(String::new(), |figure| self.language.show(kind, Some(&figure)));
            let difference = self.difference(index, Figure { name, ..COST });
            Cell { lines: difference.filter(|_| !figure.is_empty()).into_iter().collect(), figure, ..Cell::default() }
        };
        let cells = |(index, types): (usize, &Vec<_>)| {
            let rows = types.len().max(1);
            let first = Cell { rows, ..cell(index) };
            std::iter::once(first).chain(std::iter::repeat_n(Cell::default(), rows - 1)).collect()
        };
        Column { heading, cells: self.types.iter().enumerate().map(cells).collect() }
    }

    fn verdict(&self, verdict: Verdict) -> Line {
        let class = match verdict {
            Verdict::Met => "met",
            Verdict::Missed => "missed",
            Verdict::Open => "open",
        };
        Line::new(class, verdict.words(self.language))
    }

    /// The difference from the scenario that this one is compared with, and whether it is real.
    fn difference(&self, index: usize, figure: Figure) -> Option<Line> {
        let edge = self.contrasts.edges.iter().find(|edge| edge.this == index)?;
        let row = row(edge, figure)?;
        let judgement = Judgement::on(row)?;
        let word = judgement.words(self.language);
        let class = if judgement == Judgement::Real { "real" } else { "doubt" };
        if judgement == Judgement::Same {
            return Some(Line::new(class, word));
        }
        let size = self.language.difference(figures::kind(figure.name), row.difference.as_ref());
        Some(Line::new(class, say!(self.language, "page-difference", size = size, word = word)))
    }

    /// The name of a scenario, how it stands to its promises, and what it is compared with.
    fn scenario(&self, index: usize) -> Cell {
        let promises = promises(&self.contrasts.document.scenarios[index]);
        let count = |verdict: Verdict| promises.iter().filter(|promise| promise.verdict == verdict).count();
        let all = promises.len();
        let (class, words) = match Standing::of(&promises) {
            Standing::Kept => ("met", say!(self.language, "standing-kept", count = all)),
            Standing::Missed => {
                ("missed", say!(self.language, "standing-missed", missed = count(Verdict::Missed), count = all))
            }
            Standing::Open => ("open", say!(self.language, "standing-open", open = count(Verdict::Open), count = all)),
            Standing::Unpromised => ("", say!(self.language, "standing-unpromised")),
        };
        let against = self.contrasts.edges.iter().find(|edge| edge.this == index);
        let against = against.map(|edge| say!(self.language, "page-against", name = &self.names[edge.against]));
        let lines = std::iter::once(Line::new(class, words)).chain(against.map(|words| Line::new("", words)));
        Cell { figure: self.names[index].clone(), lines: lines.collect(), names: true, ..Cell::default() }
    }
}

/// The journeys of the scenarios whose customers are followed.
pub(super) fn journeys(language: Language, contrasts: &Contrasts, names: &[String]) -> Option<Table> {
    let followed: Vec<usize> =
        (0..names.len()).filter(|i| contrasts.document.scenarios[*i].journeys.is_some()).collect();
    let journeys = |index: usize| contrasts.document.scenarios[index].journeys.as_ref();
    let column = |figure: &'static str, of: &dyn Fn(&crate::kpi::JourneyFigures) -> Option<Estimate>| {
        let kind = figures::kind(figure);
        let cell = |index: &usize| {
            let shown = journeys(*index).and_then(of).map(|figure| language.show(kind, Some(&figure)));
            vec![Cell { figure: shown.unwrap_or_default(), rows: 1, ..Cell::default() }]
        };
        Column { heading: figures::label(language, figure), cells: followed.iter().map(cell).collect() }
    };
    let something = |figure: Option<Estimate>| figure.filter(|figure| figure.value != 0.0);
    let columns = vec![
        column("issues", &|j| j.issues),
        column("resolved_at_first", &|j| j.resolved_at_first),
        column("contacts_per_issue", &|j| j.contacts_per_issue.mean),
        column("gave_up", &|j| something(j.gave_up)),
        column("escalated", &|j| something(j.escalated)),
        column("money_at_risk", &|j| something(j.money_at_risk)),
    ];
    let first = followed.iter().map(|index| Cell { names: true, ..named(&names[*index]) }).collect();
    let table = Table::of(say!(language, "page-journeys-caption"), say!(language, "page-scenario"), first, columns);
    (!followed.is_empty() && table.columns.len() > 1).then_some(table)
}
