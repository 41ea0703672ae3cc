//! What the report says and draws, checked on result documents made by hand.

use crate::report_examples as examples;
use holdline::kpi::{ContactFigures, ResultDocument, ScenarioResult, TargetLine};
use holdline::report::Language;
use holdline::report::plot::{self, Chart};
use holdline::report::wording::{self, Kind};
use holdline::{report, stats::Estimate};

/// Writes every example to a directory to be looked at: `LOOK=/some/dir cargo test look_at -- --ignored`.
#[test]
#[ignore = "makes pictures for the eye"]
fn look_at_everything() {
    let directory = std::path::PathBuf::from(std::env::var("LOOK").unwrap());
    for (name, document) in examples::all() {
        let place = directory.join(name);
        report::write_all(&document, &place).unwrap();
        let tables = [80, 140].map(|width| report::tables(&document, width, false)).join("\n");
        let warnings = document
            .scenarios
            .iter()
            .flat_map(|s| report::warnings(s, Language::English))
            .map(|w| format!("warning: {w}\n"));
        std::fs::write(place.join("tables.txt"), tables + &warnings.collect::<String>()).unwrap();
    }
}

fn svgs(document: &ResultDocument) -> Vec<(Chart, String)> {
    let charts = document
        .scenarios
        .iter()
        .flat_map(|s| plot::charts(s, Language::English))
        .chain(plot::comparison(document, Language::English));
    charts.map(|chart| (chart.clone(), chart.svg().unwrap())).collect()
}

fn chart(document: &ResultDocument, name: &str) -> Chart {
    plot::charts(&document.scenarios[0], Language::English).into_iter().find(|c| c.name == name).unwrap()
}

#[test]
fn digits_follow_the_uncertainty() {
    let show = |kind: Kind, value, half| {
        kind.show(Some(&Estimate { value, std_error: Some(half / 2.0), ci95: Some([value - half, value + half]) }))
    };
    assert_eq!(show(Kind::Share, 0.81234, 0.0044), "81.2 % ± 0.4");
    assert_eq!(show(Kind::Share, 0.81234, 0.00131), "81.23 % ± 0.13");
    assert_eq!(show(Kind::Share, 0.81234, 0.031), "81 % ± 3");
    assert_eq!(show(Kind::Share, 0.81234, 0.000_000_1), "81.23 % ± 0.01", "a tiny error is not shown as none");
    assert_eq!(show(Kind::Count, 1660.4, 3.2), "1 660 ± 3");
    assert_eq!(show(Kind::Count, 1_234_567.0, 1200.0), "1 234 567 ± 1 200");
    assert_eq!(show(Kind::Count, 0.0, 0.0), "0 ± 0");
    assert_eq!(show(Kind::Duration, 18.43, 0.61), "18.4 s ± 0.6");
    assert_eq!(show(Kind::Duration, 5400.0, 240.0), "90 min ± 4");
    assert_eq!(show(Kind::Money, 20_736.2, 12.0), "20 736 ± 12");
    assert_eq!(Kind::Share.show(None), "–");
    assert_eq!(Kind::Share.show(Some(&Estimate { value: f64::NAN, std_error: None, ci95: None })), "–");
    assert_eq!(Kind::Share.plain(0.8125), "81.2 %", "no ± for one replication");
    assert_eq!(wording::number(-0.04, 1), "0.0", "never a negative zero");
    assert_eq!(wording::number(-1234.5, 1), "-1 234.5");
}

#[test]
fn differences_carry_their_sign_and_points() {
    let show = |kind: Kind, value: f64, half: f64| {
        kind.difference(Some(&Estimate {
            value,
            std_error: Some(half / 2.0),
            ci95: Some([value - half, value + half]),
        }))
    };
    assert_eq!(show(Kind::Share, 0.041, 0.003), "+4.1 pt ± 0.3");
    assert_eq!(show(Kind::Share, -0.0085, 0.003), "-0.9 pt ± 0.3");
    assert_eq!(show(Kind::Duration, 0.0, 200.0), "0 min ± 3", "the unit follows the uncertainty");
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for (name, document) in examples::all() {
        for width in [80, 100, 140] {
            let text = report::tables(&document, width, false);
            let longest = text.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(longest <= usize::from(width), "{name} at {width}: {longest}\n{text}");
            assert!(!text.contains('\u{1b}'), "{name}: colour was not asked for");
        }
    }
}

#[test]
fn colour_changes_nothing_but_colour() {
    let document = examples::variants();
    let coloured = report::tables(&document, 140, true);
    assert!(coloured.contains('\u{1b}'));
    let mut plain = String::new();
    let mut inside = false;
    for c in coloured.chars() {
        match (c, inside) {
            ('\u{1b}', _) => inside = true,
            ('m', true) => inside = false,
            (_, true) => {}
            (c, false) => plain.push(c),
        }
    }
    let trimmed = |text: &str| text.lines().map(|l| l.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(trimmed(&plain), trimmed(&report::tables(&document, 140, false)));
}

#[test]
fn a_table_says_whether_the_target_is_met() {
    let mut document = examples::monday();
    let sales = document.scenarios[0].contacts.get_mut("sales").unwrap();
    for (ci95, mark) in [([0.81, 0.83], "✓ met"), ([0.70, 0.79], "✗ missed"), ([0.79, 0.81], "? open")] {
        sales.service_level =
            Some(Estimate { value: (ci95[0] + ci95[1]) / 2.0, std_error: Some(0.01), ci95: Some(ci95) });
        sales.target = Some(TargetLine { answer: Some(0.8), within: 20.0, abandon: None, ..TargetLine::default() });
        let mut alone = document_of(sales.clone());
        assert!(report::tables(&alone, 80, false).contains(mark), "{mark}");
        alone.scenarios[0].contacts.get_mut("sales").unwrap().target = None;
        assert!(!report::tables(&alone, 80, false).contains(mark), "no promise, no verdict");
    }
}

fn document_of(sales: ContactFigures) -> ResultDocument {
    let mut document = examples::single();
    document.scenarios[0].contacts["sales"] = sales;
    document
}

#[test]
fn charts_carry_their_finding_their_target_and_their_uncertainty() {
    for (name, document) in examples::all() {
        for (chart, svg) in svgs(&document) {
            assert!(svg.contains(&format!("<title>{}</title>", chart.title)), "{name}/{}", chart.name);
            assert!(!chart.title.is_empty() && svg.ends_with("</svg>\n"), "{name}/{}", chart.name);
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{name}/{}", chart.name);
        }
    }
    let level = chart(&examples::monday(), "service-level");
    assert_eq!(level.title, "sales misses 80 % in 20 s between 10:00 and 11:00: lowest 76.8 % at 10:30");
    let svg = level.svg().unwrap();
    assert!(svg.contains("target 80 %") && svg.contains("target 90 %"));
    assert!(level.subtitle.contains("95 % confidence interval") && level.subtitle.contains("400 replications"));
    assert_eq!(level.panels[0].x.from, 8.0 * 3600.0, "closed hours are not drawn");
    assert_eq!(level.panels[0].x.to, 20.0 * 3600.0);
}

#[test]
fn a_miss_is_claimed_only_where_the_interval_supports_it() {
    let mut document = examples::single();
    widen(&mut document, 0.05);
    let title = chart(&document, "service-level").title;
    assert!(title.starts_with("No miss is certain"), "{title}");
    examples::forget_intervals(&mut document.scenarios[0]);
    let title = chart(&document, "service-level").title;
    assert!(title.starts_with("One replication cannot tell"), "{title}");
    assert_eq!(chart(&examples::calm(), "service-level").title, "All types keep their promise all day");
}

/// Gives every service level an interval of this half-width.
fn widen(document: &mut ResultDocument, half: f64) {
    for interval in document.scenarios[0].intervals.iter_mut().flatten() {
        for contacts in interval.contacts.values_mut() {
            for level in contacts.service_level.iter_mut() {
                level.ci95 = Some([level.value - half, level.value + half]);
            }
        }
    }
}

#[test]
fn no_contact_and_no_interval_make_fewer_charts_and_no_error() {
    assert!(plot::charts(&examples::empty().scenarios[0], Language::English).is_empty());
    assert!(plot::charts(&examples::undefined().scenarios[0], Language::English).is_empty());
    let mut study = examples::monday();
    study.scenarios[0].intervals = None;
    let names: Vec<&str> = plot::charts(&study.scenarios[0], Language::English).iter().map(|c| c.name).collect();
    assert_eq!(names, ["waiting", "grades", "satisfaction-by-wait", "contacts-per-issue"]);
    assert!(plot::comparison(&study, Language::English).is_none(), "one scenario has nothing to be compared with");
}

#[test]
fn the_comparison_claims_only_what_is_real() {
    let mut document = examples::variants();
    let title = plot::comparison(&document, Language::English).unwrap().title;
    assert_eq!(title, "With “Five more agents”, service level of sales rises from 88.1 % to 92.2 %");
    document.comparisons.iter_mut().flat_map(|c| &mut c.rows).for_each(|row| row.real = false);
    let title = plot::comparison(&document, Language::English).unwrap().title;
    assert_eq!(title, "No difference between the scenarios can be told from noise");
}

#[test]
fn a_spreadsheet_reads_the_same_numbers() {
    let document = examples::monday();
    let scenario = &document.scenarios[0];
    let bytes = report::csv::summary(scenario).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    assert_eq!(
        reader.headers().unwrap(),
        vec!["scenario", "kind", "subject", "figure", "value", "std_error", "ci95_low", "ci95_high"]
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    for (name, contacts) in &scenario.contacts {
        for (figure, estimate) in report::figures::of_contacts(contacts) {
            let row = rows.iter().find(|r| &r[2] == name.as_str() && r[3] == figure).unwrap();
            let number = |column: usize| row[column].parse::<f64>().ok().map(f64::to_bits);
            assert_eq!(number(4), estimate.map(|e| e.value.to_bits()), "{name} {figure}");
            assert_eq!(number(5), estimate.and_then(|e| e.std_error).map(f64::to_bits));
            assert_eq!(number(6), estimate.and_then(|e| e.ci95).map(|c| c[0].to_bits()));
            assert_eq!(number(7), estimate.and_then(|e| e.ci95).map(|c| c[1].to_bits()));
        }
    }
}

#[test]
fn csv_names_are_the_names_of_the_json() {
    let document = examples::monday();
    let json: serde_json::Value = serde_json::from_str(&report::json(&document).unwrap()).unwrap();
    let sales = json["scenarios"][0]["contacts"]["sales"].as_object().unwrap();
    let figures = report::figures::of_contacts(&document.scenarios[0].contacts["sales"]);
    let named: std::collections::BTreeSet<&str> = figures.iter().map(|(n, _)| n.split('.').next().unwrap()).collect();
    // The intervals of the percentiles stand in the interval columns of their rows.
    let figure = |name: &&str| !name.ends_with("_ci95") && !["target", "days"].contains(name);
    let told = sales.keys().map(String::as_str).filter(figure);
    assert_eq!(named, told.collect());
    let journeys = json["scenarios"][0]["journeys"].as_object().unwrap();
    let figures = report::figures::of_journeys(document.scenarios[0].journeys.as_ref().unwrap());
    let named: std::collections::BTreeSet<&str> = figures.iter().map(|(n, _)| n.split('.').next().unwrap()).collect();
    assert_eq!(named, journeys.keys().map(String::as_str).collect());
}

#[test]
fn the_same_document_gives_the_same_files() {
    let (a, b) = (tempfile("same-a"), tempfile("same-b"));
    let first = report::write_all(&examples::variants(), &a).unwrap();
    let second = report::write_all(&examples::variants(), &b).unwrap();
    assert_eq!(first.len(), 3 * 18 + 5);
    for (x, y) in first.iter().zip(&second) {
        assert_eq!(x.strip_prefix(&a).unwrap(), y.strip_prefix(&b).unwrap());
        assert!(std::fs::read(x).unwrap() == std::fs::read(y).unwrap(), "{}", x.display());
    }
    [a, b].iter().for_each(|d| std::fs::remove_dir_all(d).unwrap());
}

/// An empty directory of this test's own.
fn tempfile(name: &str) -> std::path::PathBuf {
    let path = std::env::temp_dir().join(format!("holdline-report-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

#[test]
fn a_failed_write_leaves_nothing_and_names_the_path() {
    let directory = tempfile("atomic");
    let taken = directory.join("taken");
    std::fs::create_dir(&taken).unwrap();
    std::fs::write(taken.join("inside"), "kept").unwrap();
    let error = report::write_atomically(&taken, b"new").unwrap_err();
    assert!(error.to_string().contains("taken"), "{error}");
    let names: Vec<_> = std::fs::read_dir(&directory).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(names, ["taken"], "the temporary file is gone");

    let file = directory.join("file");
    report::write_atomically(&file, b"one").unwrap();
    report::write_atomically(&file, b"two").unwrap();
    assert_eq!(std::fs::read(&file).unwrap(), b"two");
    assert!(report::write_atomically(&file.join("below"), b"x").is_err(), "a file is no directory");
    assert!(report::write_all(&examples::single(), &file).is_err());
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
fn warnings_say_what_was_seen() {
    let undefined = examples::undefined();
    let seen =
        |s: &ScenarioResult| report::warnings(s, Language::English).into_iter().map(|w| w.seen).collect::<Vec<_>>();
    assert_eq!(seen(&undefined.scenarios[1])[..2], ["Interrupted after one replication", "A single replication"]);
    let mut document = examples::monday();
    assert!(seen(&document.scenarios[0]).is_empty());
    let sales = document.scenarios[0].contacts.get_mut("sales").unwrap();
    sales.p_blocked = examples::estimate(0.03, 0.001);
    sales.closed = examples::estimate(12.0, 0.5);
    document.scenarios[0].replications = 5;
    let seen = seen(&document.scenarios[0]);
    assert_eq!(seen[0], "Only 5 replications");
    assert!(seen[1].contains("lines busy") && seen[1].contains("sales (3.0 % ± 0.2)"), "{seen:?}");
    assert!(seen[2].contains("closing time"), "{seen:?}");
}
