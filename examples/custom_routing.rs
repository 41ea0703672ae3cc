//! A routing rule that no scenario file can say, held against the scenario's own: `cargo run --release --example
//! custom_routing`.
//!
//! Sales calls are worth more than service calls, so they come first (the c-mu rule). But a generalist who takes the only
//! waiting sales call leaves a specialist idle a moment later, who can do nothing else. The threshold rule lets generalists
//! help with sales only while more than so many wait (after Bell and Williams, Annals of Applied Probability 11, 2001).
#![allow(clippy::print_stdout)] // what an example says, it prints

use std::error::Error;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use holdline::engine::{
    AgentId, CustomError, GroupId, IdleAgents, Model, Routing, TypeId, WaitingContact, WaitingContacts,
};
use holdline::experiment::{Options, Sinks, compare, run};
use holdline::kpi::{Layout, ResultDocument};
use holdline::report::{Language, tables, warnings};
use holdline::scenario::{Scenario, load_text};

const CENTRE: &str = r#"
name = "sales first"
horizon = { duration = "24h", warm_up = "2h" }
run = { replications = 100, seed = 1 }

[contacts.sales]
priority = 1
channel = "voice"
arrivals = { per_hour = 150 }
handle = { exponential = { mean = "4min" } }
patience = { exponential = { mean = "3min" } }

[contacts.service]
priority = 2
channel = "voice"
arrivals = { per_hour = 100 }
handle = { exponential = { mean = "6min" } }
patience = { exponential = { mean = "10min" } }

[agents.specialists]
skills = ["sales"]
staff = 8

[agents.generalists]
skills = { service = 1, sales = 2 }
staff = 12
"#;

/// Generalists help with sales once more than so many of them wait.
#[derive(Clone)]
struct Threshold {
    most: u32,
    sales: TypeId,
    service: TypeId,
    generalists: GroupId,
}

impl Routing for Threshold {
    fn name(&self) -> String {
        format!("threshold {}, after Bell and Williams 2001", self.most)
    }

    /// An arriving sales call goes to a specialist or joins the queue, whatever its length: a generalist who may now help
    /// is offered the first in line at the same instant, and nobody is overtaken.
    fn agent(&mut self, idle: &IdleAgents<'_>) -> Option<AgentId> {
        let group_of = &idle.centre().model().group_of;
        idle.usual().filter(|a| idle.contact().kind != self.sales || group_of[a.index()] != self.generalists)
    }

    fn contact<'a>(&mut self, waiting: &WaitingContacts<'a>) -> Option<WaitingContact<'a>> {
        let many = waiting.centre().queue_length(self.sales) > self.most;
        let first = |kind| waiting.of(kind).next();
        if waiting.group() != self.generalists || many { first(self.sales) } else { None }
            .or_else(|| first(self.service))
    }
}

/// The centre by its own rule and, under another name, the one whose generalists keep to the threshold.
pub(crate) fn scenarios() -> Result<[Scenario; 2], Box<dyn Error>> {
    let plain = load_text(Path::new("sales-first.toml"), CENTRE, &[]).map_err(|wrong| wrong.render(false))?.scenario;
    let threshold = Scenario { name: "threshold".into(), ..plain.clone() };
    Ok([plain, threshold])
}

/// The centre with the rule.
pub(crate) fn with_threshold(scenario: &Scenario, most: u32) -> Result<Model, CustomError> {
    let model = Model::new(scenario);
    let (sales, service) = (model.type_called("sales")?, model.type_called("service")?);
    let generalists = model.group_called("generalists")?;
    model.with_routing(Threshold { most, sales, service, generalists })
}

/// The centre by its own rule and by the threshold rule, with the same customers.
pub(crate) fn compared() -> Result<ResultDocument, Box<dyn Error>> {
    let scenarios = scenarios()?;
    let models = [Model::new(&scenarios[0]), with_threshold(&scenarios[1], 1)?];
    let layouts = [Layout::new(&scenarios[0]), Layout::new(&scenarios[1])];
    let mut sinks = Sinks { progress: &|_, _| (), contacts: &mut |_, _, _| () };
    let outcomes = run(&scenarios, &models, &layouts, Options::default(), &AtomicBool::new(false), &mut sinks);
    let results = outcomes.iter().map(|outcome| outcome.statistics.result("in code", outcome.seed, outcome.stop));
    Ok(ResultDocument::new(results.collect(), compare(&scenarios, &outcomes, &[None, Some(0)])))
}

pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let document = compared()?;
    println!("{}", tables(&document, 100, false));
    // What was given in code is the first thing that the results say of themselves.
    for scenario in &document.scenarios {
        warnings(scenario, Language::English).iter().for_each(|warning| println!("{}: {warning}", scenario.name));
    }
    Ok(())
}
