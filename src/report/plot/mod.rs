//! Charts whose title states the finding.
//!
//! A [`Chart`] is a value: panels with axes and marks in the units of the figures. Each chart's file turns results into
//! one; [`draw`](self) turns any of them into SVG or PNG, with the same code for both.

mod agents;
mod axis;
mod backtest;
mod canvas;
mod comparison;
mod customers_compared;
mod day;
mod draw;
mod effects;
mod finding;
mod fit;
mod forecast;
mod frontier;
mod grades;
mod issues;
mod level;
pub(super) mod marks;
pub(super) mod palette;
mod panel;
mod roster;
mod satisfaction_day;
mod satisfaction_wait;
mod schedule;
mod season;
mod service;
mod spread;
mod staffing;
mod tradeoff;
mod waiting;
mod weeks;

pub(crate) use axis::{share as share_axis, time as time_axis};
pub(crate) use day::runs;
pub use palette::Colour;

use crate::backtest::BacktestDocument;
use crate::fit::{FittedCentre, FittedType};
use crate::forecast::{BackTest, Forecast};
use crate::history::Log;
use crate::kpi::{ResultDocument, ScenarioResult};
use crate::planner::StaffingDocument;
use crate::planner::schedule::Document;
use crate::report::wording::Kind;
use crate::report::{Language, ReportError, custom};
use crate::scenario::Scenario;
use crate::season::SeasonDocument;
use crate::sweep::Effects;

/// One picture: a finding, what is drawn, and panels in rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Its file name without ending.
    pub name: &'static str,
    /// What the picture shows, as a sentence made from the figures.
    pub title: String,
    /// What is drawn and how certain it is.
    pub subtitle: String,
    /// Height at 1280 wide; 720 unless there is much to show.
    pub height: u32,
    /// What the marks mean.
    pub keys: Vec<Key>,
    /// Panels side by side in each row.
    pub columns: usize,
    /// The panels, row after row.
    pub panels: Vec<Panel>,
}

/// What a mark means.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// The sign shown.
    pub sign: Sign,
    /// Its colour.
    pub colour: Colour,
    /// Its meaning.
    pub text: String,
}

/// A sign in the key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// A line.
    Line(Dash),
    /// A line with its band.
    Band,
    /// A filled rectangle.
    Bar,
    /// A marker; `true`: filled.
    Dot(Shape, bool),
}

/// One pair of axes with what stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// What it is about: a contact type, a group, a figure.
    pub heading: String,
    /// A figure beside the heading.
    pub note: String,
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// Drawn in this order.
    pub marks: Vec<Mark>,
    /// What a page tells a reader who points at the panel or walks along it with the arrow keys, from left to right (or
    /// from top to bottom); a printed picture does not show it.
    pub points: Vec<Point>,
    /// Texts right of the panel at a height of the vertical axis, moved apart where they would overlap.
    pub labels: Vec<(f64, Colour, String)>,
    /// Share of the picture's height relative to the other rows.
    pub weight: f64,
}

/// A figure that stands somewhere in a panel, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Where, in units of the axes.
    pub at: (f64, f64),
    /// `sales, 09:30: 81.2 % ± 0.4`.
    pub words: String,
    /// The figure itself, as in the result document.
    pub value: f64,
}

/// An axis, linear in what its marks are given in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// What it measures; empty where the ticks say it all.
    pub name: String,
    /// First value.
    pub from: f64,
    /// Last value.
    pub to: f64,
    /// Where a grid line is drawn and what is written there.
    pub ticks: Vec<(f64, String)>,
}

/// Something drawn in a panel.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points.
    Line(Vec<(f64, f64)>, Colour, Dash),
    /// A filled band: x, low, high.
    Band(Vec<(f64, f64, f64)>, Colour),
    /// Markers; `true`: filled.
    Dots(Vec<(f64, f64)>, Colour, Shape, bool),
    /// A thin line from one point to another.
    Whisker([(f64, f64); 2], Colour),
    /// A filled rectangle between two corners, and a text in its middle where there is room for it.
    Bar([(f64, f64); 2], Colour, String),
    /// A small text just above a point, beginning or ending there, or with its middle.
    Text((f64, f64), Colour, Side, String),
}

/// On which side of its point a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It ends at the point.
    Left,
    /// It begins at the point.
    Right,
    /// Its middle is at the point.
    Middle,
}

/// How a line is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Not at all.
    Solid,
    /// Long strokes.
    Long,
    /// Short strokes.
    Short,
    /// Not at all, and thin: context.
    Hair,
}

/// The shape of a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A disc.
    Circle,
    /// A square on its side.
    Square,
    /// A triangle on its base.
    Triangle,
    /// A square on its corner.
    Diamond,
}

/// The charts of one scenario; those by interval are absent for a study without intervals or without contacts.
#[must_use]
pub fn charts(scenario: &ScenarioResult, language: Language) -> Vec<Chart> {
    let centre = [
        waiting::chart(scenario, language),
        day::service_level(scenario, language),
        day::abandonment(scenario, language),
        agents::chart(scenario, language),
        spread::chart(scenario, language),
        weeks::chart(scenario, language),
    ];
    let customers = [
        satisfaction_day::chart(scenario, language),
        grades::chart(scenario, language),
        satisfaction_wait::chart(scenario, language),
        issues::chart(scenario, language),
    ];
    let told = |chart| custom::told(chart, language, std::slice::from_ref(scenario));
    centre.into_iter().chain(customers).flatten().map(told).collect()
}

/// All scenarios beside each other; `None` for a single one.
#[must_use]
pub fn comparison(document: &ResultDocument, language: Language) -> Option<Chart> {
    told(comparison::chart(document, language), document, language)
}

/// Cost against service and satisfaction; `None` where fewer than two scenarios have a cost.
#[must_use]
pub fn tradeoff(document: &ResultDocument, language: Language) -> Option<Chart> {
    told(tradeoff::chart(document, language), document, language)
}

/// What further scenarios change for customers; `None` for a single one or where customers are not followed.
#[must_use]
pub fn customers_compared(document: &ResultDocument, language: Language) -> Option<Chart> {
    told(customers_compared::chart(document, language), document, language)
}

/// With the parts given in code of all scenarios.
fn told(chart: Option<Chart>, document: &ResultDocument, language: Language) -> Option<Chart> {
    chart.map(|chart| custom::told(chart, language, &document.scenarios))
}

/// The charts of a staffing plan: who is there, how the promises stand, and what other budgets buy.
#[must_use]
pub fn plan_charts(document: &StaffingDocument) -> Vec<Chart> {
    let charts = [staffing::chart(document), service::chart(document), frontier::chart(document)];
    charts.into_iter().flatten().collect()
}

/// A schedule: people at work against people needed; `None` where nobody is needed.
#[must_use]
pub fn schedule(document: &Document) -> Option<Chart> {
    schedule::chart(document)
}

/// A roster of people: need and people week by week, and how weekends and wishes fall.
#[must_use]
pub fn roster_charts(document: &crate::planner::roster::Document) -> Vec<Chart> {
    [roster::coverage(document), roster::fairness(document)].into_iter().flatten().collect()
}

/// The charts of a season plan: need and people at work, heads, risk, service, and what other probabilities cost.
#[must_use]
pub fn season_charts(document: &SeasonDocument) -> Vec<Chart> {
    season::charts(document)
}

/// Days to come after days that were; `None` where nobody is expected.
#[must_use]
pub fn forecast(document: &Forecast) -> Option<Chart> {
    forecast::ahead(document)
}

/// Days that were forecast, against what came; `None` without such days.
#[must_use]
pub fn forecast_test(test: &BackTest) -> Option<Chart> {
    forecast::tested(test)
}

/// What a log says of one contact type, against what was fitted: arrivals, handling times, patience, the hazard of
/// leaving, and redials. Absent is what the type has too few contacts for.
#[must_use]
pub fn fit_charts(centre: &FittedCentre, one: &FittedType, log: &Log) -> Vec<Chart> {
    fit::of_type(centre, one, log)
}

/// Agents on duty as a log tells them, with the names of the scenario's groups; `None` where it names nobody.
#[must_use]
pub fn fit_agents(centre: &FittedCentre, scenario: &Scenario) -> Option<Chart> {
    fit::of_agents(centre, scenario)
}

/// What an interval of so many seconds is called: `half-hour`.
fn interval_name(seconds: f64) -> String {
    match seconds / 60.0 {
        15.0 => "quarter-hour".into(),
        30.0 => "half-hour".into(),
        60.0 => "hour".into(),
        minutes => format!("interval of {} min", crate::report::wording::number(minutes, 0)),
    }
}

/// Days of a log simulated: their ranges, calibration, errors beside Erlang's formulas, and where the miss comes from.
#[must_use]
pub fn backtest_charts(document: &BacktestDocument) -> Vec<Chart> {
    backtest::charts(document)
}

/// Main effects of a sweep; `None` where no figure has a value at every point.
#[must_use]
pub fn main_effects(effects: &Effects) -> Option<Chart> {
    effects::chart(effects)
}

impl Chart {
    /// The picture as SVG.
    ///
    /// # Errors
    /// When the drawing library refuses.
    pub fn svg(&self) -> Result<String, ReportError> {
        canvas::svg(self)
    }

    /// The picture as PNG, two pixels to each unit of the SVG.
    ///
    /// # Errors
    /// When the drawing library refuses.
    pub fn png(&self) -> Result<Vec<u8>, ReportError> {
        canvas::png(self)
    }
}
