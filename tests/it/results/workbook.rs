//! The workbook holds what the JSON holds, as numbers, in the cells where its heads say.

use std::path::Path;

use assert_cmd::Command;
use calamine::{Data, Range, Reader, Xlsx};
use holdline::kpi::ResultDocument;
use holdline::report::{Language, read_results, workbook};
use holdline::stats::Estimate;

use super::folder;
use crate::report_examples;

pub(super) type Book = Xlsx<std::io::Cursor<Vec<u8>>>;

/// A sheet by its heads.
struct Sheet(Range<Data>);

impl Sheet {
    fn of(book: &mut Book, name: &str) -> Self {
        Self(book.worksheet_range(name).unwrap_or_else(|error| panic!("{name}: {error}")))
    }

    fn column(&self, head: &str) -> usize {
        let heads = self.0.rows().next().unwrap();
        heads
            .iter()
            .position(|cell| cell.to_string().replace('\u{a0}', " ") == head)
            .unwrap_or_else(|| panic!("no `{head}` in {heads:?}"))
    }

    /// The only row with these texts under these heads.
    fn row(&self, keys: &[(&str, &str)]) -> &[Data] {
        let keys: Vec<(usize, &str)> = keys.iter().map(|(head, text)| (self.column(head), *text)).collect();
        let mut rows = self.0.rows().skip(1).filter(|row| keys.iter().all(|(column, text)| row[*column] == **text));
        let row = rows.next().unwrap_or_else(|| panic!("no row {keys:?}"));
        assert!(rows.next().is_none(), "{keys:?}");
        row
    }

    fn number(&self, row: &[Data], head: &str) -> Option<f64> {
        match &row[self.column(head)] {
            Data::Empty => None,
            // A number that is a date by its format is one of days all the same.
            Data::DateTime(days) => Some(days.as_f64()),
            number => Some(number.as_f64_of(head)),
        }
    }

    fn assert_estimate(&self, row: &[Data], head: &str, estimate: Option<Estimate>) {
        let ends = estimate.and_then(|estimate| estimate.ci95);
        assert_eq!(self.number(row, head), estimate.map(|e| e.value), "{head}");
        let errors =
            ["standard error", "95 % from", "95 % to"].map(|part| self.number(row, &format!("{head}: {part}")));
        let wanted = [estimate.and_then(|e| e.std_error), ends.map(|ends| ends[0]), ends.map(|ends| ends[1])];
        assert_eq!(errors, wanted, "{head}");
    }
}

trait Number {
    fn as_f64_of(&self, head: &str) -> f64;
}

impl Number for Data {
    fn as_f64_of(&self, head: &str) -> f64 {
        match self {
            Self::Float(number) => *number,
            Self::Int(number) => *number as f64,
            other => panic!("{head}: {other:?} is no number"),
        }
    }
}

pub(super) fn book(bytes: Vec<u8>) -> Book {
    calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap()
}

/// Two scenarios of a story, with everything that there is.
pub(super) fn run(out: &Path, language: Language) -> (ResultDocument, Vec<u8>) {
    let file = out.join("in a folder/book.xlsx");
    let mut command = Command::cargo_bin("holdline").unwrap();
    command.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/stories"));
    command.args(["run", "good-bad-ugly.toml", "good-bad-ugly-remedy.toml", "--replications", "3", "--quiet"]);
    command.args(["--lang", language.code()]).arg("--xlsx").arg(&file).arg("--out").arg(out).assert().success();
    assert_eq!(std::fs::read_dir(file.parent().unwrap()).unwrap().count(), 1, "nothing is left half written");
    (read_results(&out.join("result.json")).unwrap(), std::fs::read(file).unwrap())
}

#[test]
fn every_sheet_says_what_the_json_says() {
    let (document, bytes) = run(&folder("workbook"), Language::English);
    let mut book = book(bytes);
    let names = book.sheet_names();
    let all = [
        "scenarios",
        "targets",
        "charts",
        "contacts",
        "agents",
        "journeys",
        "by contact type",
        "by agent group",
        "comparisons",
        "days",
        "contact assumptions",
        "agent assumptions",
        "waits",
        "satisfaction by wait",
        "contacts per issue",
        "how to reproduce",
    ];
    assert_eq!(names, all);
    let mut sheet = |name| Sheet::of(&mut book, name);
    assert_over_the_horizon(&document, [sheet("scenarios"), sheet("targets"), sheet("contacts"), sheet("journeys")]);
    assert_through_the_day(&document, [sheet("by contact type"), sheet("by agent group")]);
    assert_comparisons(&document, &sheet("comparisons"));
    assert_spread(&document, [sheet("days"), sheet("waits"), sheet("satisfaction by wait")]);
    assert_assumptions(&document, [sheet("contact assumptions"), sheet("agent assumptions")]);
    let source = sheet("how to reproduce");
    let reproduce = document.reproduce.as_ref().unwrap();
    let command = source.row(&[("what", "command")]);
    assert_eq!(command[1], *reproduce.command);
    assert!(!reproduce.command.contains("xlsx"), "the workbook changes no result");
    for file in &reproduce.inputs {
        assert_eq!(source.row(&[("value", &file.path)])[2], *file.sha256);
    }
}

fn assert_over_the_horizon(document: &ResultDocument, [scenarios, targets, contacts, journeys]: [Sheet; 4]) {
    for scenario in &document.scenarios {
        let row = scenarios.row(&[("scenario", &scenario.name)]);
        scenarios.assert_estimate(row, "cost", scenario.centre.cost);
        scenarios.assert_estimate(row, "service level", scenario.centre.service_level);
        scenarios.assert_estimate(row, "customers who leave", scenario.journeys.as_ref().and_then(|j| j.churn_share));
        assert_eq!(scenarios.number(row, "replications"), Some(3.0));
        for (name, figures) in &scenario.contacts {
            let row = contacts.row(&[("scenario", &scenario.name), ("contact type", name)]);
            contacts.assert_estimate(row, "offered", figures.offered);
            contacts.assert_estimate(row, "service level", figures.service_level);
            contacts.assert_estimate(row, "mean wait", figures.mean_wait);
            contacts.assert_estimate(row, "repeat", figures.offered_by_origin.repeat);
            contacts.assert_estimate(row, "satisfied (CSAT)", figures.satisfaction.as_ref().unwrap().csat);
            assert_eq!(contacts.number(row, "90 % of the answered within"), figures.wait_percentiles["90"]);
            let Some(answer) = figures.target.and_then(|target| target.answer) else { continue };
            let keys = [("scenario", scenario.name.as_str()), ("subject", name), ("promise", "service level")];
            let row = targets.row(&keys);
            assert_eq!(targets.number(row, "target"), Some(answer));
            assert_eq!(targets.number(row, "within"), figures.target.map(|target| target.within));
            targets.assert_estimate(row, "simulated", figures.service_level);
            targets.assert_estimate(row, "days met", figures.days_met);
        }
        let (row, figures) = (journeys.row(&[("scenario", &scenario.name)]), scenario.journeys.as_ref().unwrap());
        journeys.assert_estimate(row, "issues", figures.issues);
        journeys.assert_estimate(row, "money at risk", figures.money_at_risk);
        assert_eq!(journeys.number(row, "time to resolution: max"), figures.time_to_resolution.max);
    }
}

fn assert_through_the_day(document: &ResultDocument, [types, groups]: [Sheet; 2]) {
    let (mut rows, mut group_rows) = (types.0.rows().skip(1), groups.0.rows().skip(1));
    for scenario in &document.scenarios {
        let intervals = scenario.intervals.as_ref().unwrap();
        for name in scenario.contacts.keys() {
            for interval in intervals {
                let row = rows.next().unwrap();
                assert_eq!((&row[0], &row[1]), (&Data::String(scenario.name.clone()), &Data::String(name.clone())));
                assert!((types.number(row, "from").unwrap() * 86_400.0 - interval.seconds).abs() < 1e-6);
                types.assert_estimate(row, "offered", interval.contacts[name].offered);
                types.assert_estimate(row, "service level", interval.contacts[name].service_level);
                types.assert_estimate(row, "satisfied (CSAT)", interval.contacts[name].csat);
            }
        }
        for name in scenario.agents.keys() {
            for interval in intervals {
                let (row, agents) = (group_rows.next().unwrap(), &interval.agents[name]);
                assert_eq!(row[1], **name);
                assert_eq!(groups.number(row, "agents there"), Some(agents.staff));
                assert_eq!(groups.number(row, "agents needed"), agents.need);
                groups.assert_estimate(row, "occupancy", agents.occupancy);
            }
        }
    }
    assert!(rows.next().is_none() && group_rows.next().is_none());
}

fn assert_comparisons(document: &ResultDocument, sheet: &Sheet) {
    let rows = document.comparisons.iter().flat_map(|comparison| &comparison.rows);
    for (difference, row) in rows.clone().zip(sheet.0.rows().skip(1)) {
        assert_eq!(sheet.number(row, "there"), difference.first.map(|figure| figure.value));
        assert_eq!(sheet.number(row, "here"), difference.this.map(|figure| figure.value));
        sheet.assert_estimate(row, "difference", difference.difference);
        let word = if difference.real { "real" } else { "not distinguishable" };
        let told = difference.difference.map_or(Data::Empty, |_| Data::String(word.into()));
        assert_eq!(row[sheet.column("told from chance")], told);
    }
    assert_eq!(sheet.0.height(), rows.count() + 1);
}

fn assert_spread(document: &ResultDocument, [days, waits, satisfaction]: [Sheet; 3]) {
    let mut points = waits.0.rows().skip(1);
    let mut bins = satisfaction.0.rows().skip(1);
    for scenario in &document.scenarios {
        for (name, figures) in &scenario.contacts {
            let Some(spread) = &figures.days else { continue };
            let row = days.row(&[("scenario", &scenario.name), ("contact type", name)]);
            assert_eq!(days.number(row, "50 % of the days have at most"), spread.percentiles.get("50").copied());
            assert_eq!(days.number(row, "days from 95 % to 100 %"), Some(spread.shares[19]));
            assert_eq!(days.number(row, "days from 95 % to 100 % that keep everything"), Some(spread.kept[19]));
        }
        for curve in scenario.waits.values() {
            for (wait, share) in &curve.answered_within {
                let row = points.next().unwrap();
                assert_eq!((row[2].as_f64_of("wait"), row[3].as_f64_of("share")), (*wait, *share));
            }
        }
        for curve in scenario.customers.as_ref().unwrap().by_wait.values() {
            for point in curve.answered.iter().chain(&curve.abandoned) {
                satisfaction.assert_estimate(bins.next().unwrap(), "satisfied (CSAT)", Some(point.csat));
            }
        }
    }
    assert!(points.next().is_none() && bins.next().is_none());
}

fn assert_assumptions(document: &ResultDocument, [contacts, agents]: [Sheet; 2]) {
    for scenario in &document.scenarios {
        let assumptions = scenario.assumptions.as_ref().unwrap();
        for (name, contact) in &assumptions.contacts {
            let row = contacts.row(&[("scenario", &scenario.name), ("contact type", name)]);
            assert_eq!(contacts.number(row, "contacts a day"), contact.per_day);
            assert_eq!(contacts.number(row, "patience: mean"), contact.patience.as_ref().and_then(|law| law.mean));
            assert_eq!(contacts.number(row, "target: service level"), contact.target.and_then(|target| target.answer));
        }
        for (name, group) in &assumptions.agents {
            let row = agents.row(&[("scenario", &scenario.name), ("agent group", name)]);
            assert_eq!(agents.number(row, "hours on duty a day"), Some(group.hours_per_day));
            assert_eq!(agents.number(row, "cost per hour"), group.cost_per_hour);
        }
    }
}

/// Without intervals, journeys or comparisons there are no such sheets; the same results give the same bytes.
#[test]
fn what_is_not_there_has_no_sheet() {
    let mut document = report_examples::single();
    let scenario = &mut document.scenarios[0];
    (scenario.intervals, scenario.journeys, scenario.customers) = (None, None, None);
    let bytes = workbook(&document, Language::English).unwrap();
    assert_eq!(bytes, workbook(&document, Language::English).unwrap());
    let names = book(bytes).sheet_names();
    assert_eq!(names, ["scenarios", "targets", "contacts", "agents", "waits", "how to reproduce"]);
    workbook(&report_examples::empty(), Language::English).unwrap();
    workbook(&report_examples::undefined(), Language::English).unwrap();
}

#[test]
fn a_wrong_name_is_refused_before_the_work() {
    let mut command = Command::cargo_bin("holdline").unwrap();
    command.args(["run", "scenarios/small-team.toml", "--xlsx", "results.csv"]);
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.assert().code(2).get_output().stderr.clone();
    let message = String::from_utf8(output).unwrap();
    assert!(message.contains("results.xlsx"), "{message}");
}

/// A promise for a share of days takes the place of those for means, as on the page.
#[test]
fn promised_days_are_judged_in_place_of_means() {
    let mut document = report_examples::single();
    let contact = document.scenarios[0].contacts.get_mut("sales").unwrap();
    contact.target.as_mut().unwrap().days = Some(0.95);
    let mut book = book(workbook(&document, Language::English).unwrap());
    let targets = Sheet::of(&mut book, "targets");
    assert_eq!(targets.0.height(), 2);
    let row = targets.row(&[("subject", "sales"), ("promise", "days met"), ("verdict", "✗ missed")]);
    assert_eq!((targets.number(row, "target"), targets.number(row, "within")), (Some(0.95), None));
    targets.assert_estimate(row, "simulated", document.scenarios[0].contacts["sales"].days_met);
    let scenarios = Sheet::of(&mut book, "scenarios");
    assert_eq!(scenarios.number(scenarios.row(&[("scenario", "One queue")]), "targets missed"), Some(1.0));
}
