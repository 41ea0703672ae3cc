//! `holdline explain`: what a model says, with every number in it and where it comes from.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use holdline::experience::{COEFFICIENTS, Coefficient, Experience, SatisfactionModel, Unit, examples};
use holdline::report::wording::{self, Kind};
use holdline::scenario::Satisfaction;
use serde_json::{Value, json};

use super::{Failure, load_all, print, shown};

/// Explain a model: its formula, its numbers, where they come from
#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    #[command(subcommand)]
    topic: Topic,
}

#[derive(Debug, Subcommand)]
enum Topic {
    Satisfaction(SatisfactionArgs),
}

/// How what customers live through becomes satisfaction, effort and leaving
#[derive(Debug, Args)]
struct SatisfactionArgs {
    /// A scenario file whose coefficients to show; without one, the defaults
    scenario: Option<PathBuf>,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

pub(crate) fn explain(args: &ExplainArgs) -> Result<(), Failure> {
    let Topic::Satisfaction(args) = &args.topic;
    let set = match &args.scenario {
        Some(file) => load_all(std::slice::from_ref(file), false)?.remove(0).scenario.satisfaction,
        None => None,
    };
    let whose = match (&args.scenario, &set) {
        (None, _) => "the defaults".to_owned(),
        (Some(file), Some(_)) => shown(file),
        (Some(file), None) => format!("the defaults, for {} has no [satisfaction]", shown(file)),
    };
    let coefficients = set.unwrap_or_default();
    if args.json {
        let mut text = serde_json::to_string_pretty(&document(&whose, &coefficients))?;
        text.push('\n');
        return print(&text);
    }
    print(&text(&whose, &coefficients))
}

const FORMULA: &[&str] = &[
    "score = logit(base) - wait * log2(1 + wait of the customer / expected)",
    "      - abandoned or turned_away or unresolved, as it ended",
    "      - further_contact * (contacts - 1) - transfer * transfers - repetition * repetitions",
    "      - poor * contacts handled badly - broken_promise * promises broken + recovery * recoveries",
    "satisfied = sigma(score), where sigma(x) = 1 / (1 + exp(-x))",
    "a promoter: sigma(score - promoter); a detractor: sigma(-score - detractor)",
    "ultimate = sigma(score - ultimate); ugly = sigma(-score - ugly)",
    "good = satisfied - ultimate; bad = 1 - satisfied - ugly; NPS = promoters - detractors",
    "leaves = sigma(logit(leave.first, .later or .unresolved)",
    "       + leave.anger * (loss of score - usual loss))",
    "effort = 1 + effort.contact * (contacts - 1) + .transfer * transfers + .repetition * repetitions",
    "       + .minute * minutes on contact, at most 7",
];

const NOTES: &[&str] = &[
    "An ordered logistic model (McCullagh 1980) of one score, in logits: all answers move together. Nothing is drawn at \
     random; figures are sums of these chances. Strengths lower the score, only `recovery` raises it; with all of them 0 \
     the share of satisfied customers is `base`.",
    "A contact is judged by the journey so far and by its own wait and ending; an issue by the whole journey, with its \
     wait that went furthest beyond what is expected, be it in a queue or for the answer to a message. What is still open at the end of \
     the horizon is not resolved, and neither is what had to be escalated. The usual loss is 0, further_contact or \
     unresolved, by the outcome.",
    "Most sources are surveys by vendors. Where you have a survey of your own, set the coefficients from it.",
];

/// Characters in a line.
const WIDTH: usize = 100;

fn text(whose: &str, coefficients: &Satisfaction) -> String {
    let mut text = format!("Satisfaction, effort and leaving ({whose})\n\n");
    FORMULA.iter().for_each(|line| text += &format!("  {line}\n"));
    for note in NOTES {
        text += &format!("\n{}", wording::wrapped(note, "", WIDTH));
    }
    text += "\nCoefficients\n";
    let usual = Satisfaction::default();
    for coefficient in COEFFICIENTS {
        text += &entry(coefficient, coefficients, &usual);
    }
    text + "\n" + &worked(coefficients)
}

fn entry(coefficient: &Coefficient, in_force: &Satisfaction, usual: &Satisfaction) -> String {
    let (value, default) = ((coefficient.value)(in_force), (coefficient.value)(usual));
    let set =
        if value == default { String::new() } else { format!(" (default {})", valued(coefficient.unit, default)) };
    let head = format!("\n  {} = {}{set}\n", coefficient.key, valued(coefficient.unit, value));
    let line = |name: &str, words: &str| wording::wrapped(&format!("{name}{words}"), "      ", WIDTH);
    head + &line("", coefficient.meaning)
        + &line("default: ", coefficient.source)
        + &line("weakness: ", coefficient.weakness)
}

fn valued(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => wording::percent(value),
        Unit::Seconds => wording::duration(value),
        Unit::Logits => format!("{value:.2}"),
        Unit::Steps => format!("{value:.2} steps"),
        Unit::Money => Kind::Money.plain(value),
    }
}

/// The examples as a table.
fn worked(coefficients: &Satisfaction) -> String {
    let model = SatisfactionModel::new(coefficients);
    let heads = ["score", "satisfied", "promoter", "ultimate", "good", "bad", "ugly", "leaves", "effort"];
    let mut text = heads.iter().fold("Customers".to_owned(), |line, head| line + &format!("{head:>10}")) + "\n";
    for (words, lived) in examples() {
        let of = judged(&model, &lived);
        let cell = |head: &str| {
            let value = of[head].as_f64().unwrap_or(f64::NAN);
            match head {
                "score" => format!("{value:.2}"),
                "effort" => format!("{value:.1}"),
                _ => format!("{:.0} %", value * 100.0),
            }
        };
        let cells = heads.iter().fold(" ".repeat(9), |line, head| line + &format!("{:>10}", cell(head)));
        text += &format!("\n  {words}\n{cells}\n");
    }
    text
}

fn judged(model: &SatisfactionModel, lived: &Experience) -> Value {
    let score = model.score(lived);
    let answers = model.answers(score);
    json!({
        "score": score, "satisfied": answers.satisfied, "promoter": answers.promoter, "detractor": answers.detractor,
        "ultimate": answers.ultimate, "good": answers.good(), "bad": answers.bad(), "ugly": answers.ugly,
        "leaves": model.leaves(lived), "effort": model.effort(lived),
    })
}

fn document(whose: &str, coefficients: &Satisfaction) -> Value {
    let usual = Satisfaction::default();
    let explained = |c: &Coefficient| {
        json!({
            "key": c.key, "value": (c.value)(coefficients), "default": (c.value)(&usual), "unit": c.unit.name(),
            "meaning": c.meaning, "source": c.source, "weakness": c.weakness,
        })
    };
    let model = SatisfactionModel::new(coefficients);
    let example = |(words, lived): (&str, Experience)| {
        let experience = json!({
            "wait_over_expected": lived.wait, "contacts": lived.contacts, "transfers": lived.transfers,
            "repetitions": lived.repetitions, "poor": lived.poor, "broken_promises": lived.broken_promises,
            "recoveries": lived.recoveries, "time_on_contact": lived.time_on_contact,
            "end": format!("{:?}", lived.end),
        });
        json!({ "customer": words, "lived": experience, "says": judged(&model, &lived) })
    };
    json!({
        "schema": "holdline/explain/1",
        "topic": "satisfaction",
        "coefficients_of": whose,
        "formula": FORMULA,
        "notes": NOTES,
        "coefficients": COEFFICIENTS.iter().map(explained).collect::<Vec<_>>(),
        "examples": examples().map(example),
    })
}
