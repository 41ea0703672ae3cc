//! `holdline erlang`: the classical calculator, exact.

use std::io::IsTerminal;

use clap::Args;
use holdline::analytic::words::{Agents, answer, cap, duration, many, patience, positive, shrinkage};
use holdline::analytic::{Goal, Queue};
use holdline::report::erlang::{self, StaffingFigures};
use holdline::report::{self, wording};
use holdline::scenario::Law;

use super::{Failure, print, tell, width};

/// Staff a queue by formula: Erlang B, C, A and beyond, from agents to service or from service to agents
///
/// Poisson arrivals and exponential handling in a steady state. Without --patience nobody abandons (Erlang C), with a
/// duration patience is exponential (Erlang A), with another law the queue is M/M/n+G; --lines limits contacts waiting
/// and in handling (as many lines as agents: Erlang B).
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("question").required(true).multiple(true)
    .args(["agents", "target", "abandon", "asa", "occupancy"]))]
pub(crate) struct ErlangArgs {
    /// Contacts offered in each period
    #[arg(long, value_name = "N", value_parser = many)]
    calls: f64,
    /// The period, such as 30min
    #[arg(long, value_name = "DURATION", value_parser = positive)]
    per: f64,
    /// Mean handling time, after-contact work included, such as 3min
    #[arg(long, value_name = "DURATION", value_parser = positive)]
    aht: f64,
    /// How long contacts are ready to wait: a mean such as 5min (exponential), or lognormal:5min,1.2 (mean, cv),
    /// gamma:MEAN,CV, erlang:MEAN,K, weibull:MEAN,SHAPE, uniform:MIN,MAX, constant:VALUE,
    /// hyperexponential:WEIGHT*MEAN,…, empirical:VALUE,… (inf: for ever)
    #[arg(long, value_name = "LAW", value_parser = patience)]
    patience: Option<Law>,
    /// Most contacts waiting and in handling at once
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    lines: Option<u32>,
    /// A number of agents, or a range such as 10..20
    #[arg(long, value_name = "N|A..B")]
    agents: Option<Agents>,
    /// Share to be answered in per cent / within so many seconds, such as 80/20; the least agents are found
    #[arg(long, value_name = "SHARE/TIME", value_parser = answer)]
    target: Option<(f64, f64)>,
    /// Highest share that may abandon, such as 3%
    #[arg(long, value_name = "SHARE", value_parser = cap)]
    abandon: Option<f64>,
    /// Longest mean wait of answered contacts, such as 20s
    #[arg(long, value_name = "DURATION", value_parser = duration)]
    asa: Option<f64>,
    /// Highest occupancy of the agents, such as 85%
    #[arg(long, value_name = "SHARE", value_parser = cap)]
    occupancy: Option<f64>,
    /// Threshold of the service level where --target names none
    #[arg(long, value_name = "DURATION", default_value = "20s", value_parser = duration, conflicts_with = "target")]
    within: f64,
    /// Share of paid time away from the contacts, such as 30%: people scheduled are agents / (1 - shrinkage)
    #[arg(long, value_name = "SHARE", default_value = "0%", value_parser = shrinkage)]
    shrinkage: f64,
    /// The most agents that a target may ask for
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    max_agents: u32,
    /// Print the figures as JSON, alone
    #[arg(long)]
    json: bool,
}

/// Rows shown on each side of an answer.
const NEIGHBOURS: u32 = 3;

pub(crate) fn erlang(args: &ErlangArgs) -> Result<(), Failure> {
    let queue =
        Queue { arrivals: args.calls / args.per, handle: args.aht, patience: args.patience.clone(), lines: args.lines };
    let goal = Goal { answer: args.target, abandon: args.abandon, asa: args.asa, occupancy: args.occupancy };
    if goal.abandon.is_some() && queue.patience.is_none() {
        tell("warning: without --patience nobody abandons, so that --abandon asks for nothing");
    }
    let of = |agents| StaffingFigures::new(&queue, agents, &goal, args.within, args.shrinkage);
    if let Some(agents) = args.agents {
        let rows: Vec<StaffingFigures> = (agents.from..=agents.to).map(of).collect();
        return show(args, &queue, &rows, None, !agents.range);
    }
    let least = queue
        .least_agents(&goal, args.max_agents)
        .map_err(|why| Failure::Infeasible(format!("error: {}", erlang::refusal(&queue, &goal, &why))))?;
    if args.json {
        return show(args, &queue, &[of(least)], Some(least), true);
    }
    let rows: Vec<StaffingFigures> =
        (least.saturating_sub(NEIGHBOURS).max(1)..=least.saturating_add(NEIGHBOURS)).map(of).collect();
    show(args, &queue, &rows, Some(least), false)
}

fn show(
    args: &ErlangArgs,
    queue: &Queue,
    rows: &[StaffingFigures],
    answer: Option<u32>,
    single: bool,
) -> Result<(), Failure> {
    if args.json {
        let text = match rows {
            [row] if single => serde_json::to_string_pretty(row)?,
            rows => serde_json::to_string_pretty(rows)?,
        };
        return print(&(text + "\n"));
    }
    let terminal = std::io::stdout().is_terminal();
    print(&format!("{}\n\n{}", heading(args, queue), report::erlang_table(rows, answer, width(), terminal)))?;
    if rows.iter().any(|row| !row.stable) {
        tell("warning: with no more agents than erlangs the queue grows without end");
    }
    let blocked = rows.iter().find(|row| answer.is_none_or(|least| least == row.agents) && row.p_blocked > 0.01);
    if let Some(row) = blocked {
        let share = wording::Kind::Share.plain(row.p_blocked);
        tell(&format!(
            "warning: with {} {share} of the contacts find all lines busy; they count neither as answered nor as \
             abandoned",
            erlang::agents(row.agents)
        ));
    }
    Ok(())
}

fn heading(args: &ErlangArgs, queue: &Queue) -> String {
    let decimals = usize::from(args.calls.fract() != 0.0);
    format!(
        "{} erlangs: {} contacts per {}, {} each",
        wording::number(queue.load(), 2),
        wording::number(args.calls, decimals),
        wording::duration(args.per),
        wording::duration(args.aht)
    )
}
