//! The stories: what happened to one customer happens to customers of the failing centre, rarely but not too rarely;
//! the remedy helps beyond doubt; and the files say of both what is so.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use holdline::engine::Model;
use holdline::experiment::{Options, Outcome, Sinks, compare, run};
use holdline::kpi::{Comparison, Layout, ScenarioResult};
use holdline::scenario::{Scenario, Story, load};
use holdline::stats::Estimate;

const STORIES: [&str; 6] =
    ["form-letters", "drive-through", "contact-barrier", "dial-tone", "good-bad-ugly", "peak-season"];

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/stories").join(name)
}

fn scenario(name: &str) -> Scenario {
    let loaded = load(&file(name)).unwrap_or_else(|problems| panic!("{name}:\n{problems}"));
    assert!(loaded.warnings.is_empty(), "{name} loads with warnings");
    loaded.scenario
}

fn simulate<T>(scenarios: &[Scenario], replications: Option<u32>, look: impl Fn(&[Outcome<'_>]) -> T) -> T {
    let models: Vec<Model> = scenarios.iter().map(Model::new).collect();
    let layouts: Vec<Layout> = scenarios.iter().map(Layout::new).collect();
    let options = Options { replications, ..Options::default() };
    let mut sinks = Sinks { progress: &|_, _| (), contacts: &mut |_, _, _| () };
    look(&run(scenarios, &models, &layouts, options, &AtomicBool::new(false), &mut sinks))
}

fn result(scenario: &Scenario) -> ScenarioResult {
    simulate(std::slice::from_ref(scenario), None, |outcomes| {
        outcomes[0].statistics.result("alone", outcomes[0].seed, outcomes[0].stop)
    })
}

/// A failing centre, and its remedy against it.
struct Pair {
    name: &'static str,
    failing: ScenarioResult,
    remedy: Comparison,
}

fn pair(name: &'static str, replications: Option<u32>) -> Pair {
    let scenarios = [format!("{name}.toml"), format!("{name}-remedy.toml")].map(|file| scenario(&file));
    simulate(&scenarios, replications, |outcomes| Pair {
        name,
        failing: outcomes[0].statistics.result(name, outcomes[0].seed, outcomes[0].stop),
        remedy: compare(&scenarios, outcomes, &[None, Some(0)]).remove(0),
    })
}

impl Pair {
    /// Share of the failing centre's issues at least as bad as the story.
    fn story(&self) -> Estimate {
        self.failing.journeys.as_ref().unwrap().story.as_ref().unwrap().share.unwrap()
    }

    /// What the remedy changes in the centre as a whole.
    fn change(&self, figure: &str) -> Estimate {
        let row = self.remedy.rows.iter().find(|row| row.subject.is_none() && row.figure == figure).unwrap();
        row.difference.unwrap()
    }

    fn holds(&self) {
        let name = self.name;
        let [low, high] = self.story().ci95.unwrap();
        assert!(low >= 0.001 && high <= 0.5, "{name}: {low} to {high} of issues are as bad, not 0.1 % to 50 %");
        for (figure, better) in [("csat", 1.0), ("contacts_per_issue", -1.0), ("churn_share", -1.0)] {
            let [low, high] = self.change(figure).ci95.unwrap().map(|end| end * better);
            assert!(low.min(high) > 0.0, "{name}: {figure} changes by {low} to {high}, for the worse or perhaps not");
        }
        let [low, high] = self.change("cost").ci95.unwrap();
        let rises = ["good-bad-ugly", "peak-season"].contains(&name);
        assert!(if rises { low > 0.0 } else { high < 0.0 }, "{name}: cost changes by {low} to {high}");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn every_story_happens_and_every_remedy_helps() {
    let readme = std::fs::read_to_string(file("README.md")).unwrap();
    let mut stale = String::new();
    for name in STORIES {
        let pair = pair(name, None);
        pair.holds();
        for (page, line) in
            [(format!("{name}.toml"), story_line(&pair.story())), (format!("{name}-remedy.toml"), change_line(&pair))]
        {
            let text = std::fs::read_to_string(file(&page)).unwrap();
            if !text.contains(&line) {
                writeln!(stale, "{page} does not say:\n{line}").unwrap();
            }
        }
        for row in [table_row(&pair), single_row(name)] {
            if !readme.contains(&row) {
                writeln!(stale, "README.md does not say:\n{row}").unwrap();
            }
        }
    }
    assert!(stale.is_empty(), "\n{stale}");
}

/// What the header of a failing centre says at its end.
fn story_line(share: &Estimate) -> String {
    let [low, high] = share.ci95.unwrap().map(percent);
    format!(
        "# Result: {} of issues ({low} to {high}) are at least as bad: percentile {}.",
        percent(share.value),
        rank(share)
    )
}

/// What the header of a remedy says at its end.
fn change_line(pair: &Pair) -> String {
    let [csat, contacts, leave, cost] = changes(pair);
    format!("# Result: satisfied {csat} points, contacts per issue {contacts}, leave {leave} points, cost {cost}.")
}

fn table_row(pair: &Pair) -> String {
    let [csat, contacts, leave, cost] = changes(pair);
    let share = pair.story();
    let [low, high] = share.ci95.unwrap().map(|share| 100.0 * (1.0 - share));
    format!("| {} | {} ({high:.2}–{low:.2}) | {csat} | {contacts} | {leave} | {cost} |", pair.name, rank(&share))
}

/// How common each figure of a story is alone.
fn single_row(name: &str) -> String {
    let mut scenario = scenario(&format!("{name}.toml"));
    let singles = singles(&scenario.report.story.unwrap());
    let told = singles.into_iter().map(|(figure, story)| {
        scenario.report.story = Some(story);
        let share = result(&scenario).journeys.unwrap().story.unwrap().share.unwrap();
        format!("{figure}: {}", rank(&share))
    });
    format!("| {name} | {} |", told.collect::<Vec<_>>().join("; "))
}

/// Each figure of a story, alone.
fn singles(story: &Story) -> Vec<(String, Story)> {
    let none = Story::default();
    let hours = |seconds: f64| {
        if seconds < 3600.0 { format!("{} min", seconds / 60.0) } else { format!("{} h", seconds / 3600.0) }
    };
    [
        story.contacts.map(|n| (format!("{n} contacts"), Story { contacts: Some(n), ..none })),
        story.agents_met.map(|n| (format!("{n} agents"), Story { agents_met: Some(n), ..none })),
        story
            .time_on_contact
            .map(|t| (format!("{} on contact", hours(t.get())), Story { time_on_contact: Some(t), ..none })),
        story.duration.map(|t| (format!("{} days", t.get() / 86_400.0), Story { duration: Some(t), ..none })),
        story.longest_wait.map(|t| (format!("a wait of {}", hours(t.get())), Story { longest_wait: Some(t), ..none })),
        story.broken_promises.map(|n| (format!("{n} broken promises"), Story { broken_promises: Some(n), ..none })),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Changes of satisfied customers (points), contacts per issue, customers who leave (points) and cost, each with half
/// of its 95 % interval.
fn changes(pair: &Pair) -> [String; 4] {
    let told = |figure, factor: f64, digits: usize| {
        let change = pair.change(figure);
        let half = change.half_width().unwrap() * factor;
        format!("{:+.digits$} ± {half:.digits$}", change.value * factor)
    };
    [
        told("csat", 100.0, 2),
        told("contacts_per_issue", 1.0, 3),
        told("churn_share", 100.0, 2),
        told("cost", 0.001, 2) + " thousand",
    ]
}

fn percent(share: f64) -> String {
    format!("{:.2} %", 100.0 * share)
}

fn rank(share: &Estimate) -> String {
    format!("{:.2}", 100.0 * (1.0 - share.value))
}

#[test]
fn every_story_names_what_is_worth_something() {
    for name in STORIES {
        for file in [format!("{name}.toml"), format!("{name}-remedy.toml")] {
            let scenario = scenario(&file);
            assert!(scenario.report.story.is_some(), "{file} tells no story");
            assert!(scenario.satisfaction.is_some_and(|model| model.value > 0.0), "{file}: nobody is worth anything");
        }
    }
    let files = std::fs::read_dir(file("")).unwrap().map(|entry| entry.unwrap().path());
    let scenarios = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).count();
    assert_eq!(scenarios, 2 * STORIES.len(), "a story is not tested");
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_figures_of_the_essays_come_out() {
    let essay = result(&scenario("good-bad-ugly.toml"));
    let journeys = essay.journeys.as_ref().unwrap();
    let contacts = journeys.contacts_per_issue.mean.unwrap();
    let grades = &journeys.grades;
    let [ultimate, good, bad, ugly] =
        [grades.ultimate, grades.good, grades.bad, grades.ugly].map(|share| 100.0 * share.unwrap().value);
    let mut more_than_four = scenario("good-bad-ugly.toml");
    more_than_four.report.story = Some(Story { contacts: Some(5), ..Story::default() });
    let more_than_four = result(&more_than_four).journeys.unwrap().story.unwrap().share.unwrap();
    says(
        "good-bad-ugly.toml",
        &[
            format!("{:.2} contacts per issue (± {:.2})", contacts.value, contacts.half_width().unwrap()),
            format!("{:.1} % of issues with more than four", 100.0 * more_than_four.value),
            format!("{:.0} % of chats abandoned", 100.0 * essay.contacts["chat"].p_abandon.unwrap().value),
            format!("{ultimate:.0} % ultimate, {good:.0} % good, {bad:.0} % bad and {ugly:.0} % ugly"),
        ],
    );
}

#[test]
#[cfg_attr(debug_assertions, ignore = "statistics run in release: cargo test --profile tests")]
fn the_season_is_told_with_next_year() {
    let remedy = result(&scenario("peak-season-remedy.toml"));
    let calls = &remedy.contacts["calls"];
    let [level, abandon, days] =
        [calls.service_level, calls.p_abandon, calls.days_met].map(|share| 100.0 * share.unwrap().value);
    let pair = pair("peak-season", None);
    let before = 100.0 * pair.failing.contacts["calls"].days_met.unwrap().value;
    let lost = pair.change("money_at_risk");
    let [lost, half] = [lost.value, lost.half_width().unwrap()].map(|money| money / 1000.0);
    says(
        "peak-season-remedy.toml",
        &[
            format!("{level:.0} % are answered within a minute and {abandon:.1} % hang up"),
            format!("{days:.0} % of days keep the promise, where {before:.0} % did"),
            format!("{lost:+.0} ± {half:.0} thousand of next year's margin"),
        ],
    );
}

fn says(page: &str, lines: &[String]) {
    let text = std::fs::read_to_string(file(page)).unwrap();
    let missing: Vec<&String> = lines.iter().filter(|line| !text.contains(*line)).collect();
    assert!(missing.is_empty(), "{page} does not say: {missing:?}");
}
