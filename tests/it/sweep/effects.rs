//! What a factor does, held against sums that are worked out from the rows.

use holdline::stats::student_quantile;

use super::{number, output, table, workplace};

const DESIGN: &str = r#"base = "tiny.toml"
replications = 40
figures = ["offered", "cost", "service_level"]
[factors.agents]
key = "agents.team.staff"
values = [2, 4]
[factors.volume]
key = "contacts.calls.scale.arrivals"
values = [0.8, 1.2]
"#;

#[test]
fn changes_and_their_errors_are_those_of_the_paired_replications() {
    let folder = workplace("effects", DESIGN);
    output(&folder, "sweep design.toml --out sweep --quiet");
    let rows = table(&folder.join("sweep/results.csv"));
    let effects = table(&folder.join("sweep/effects.csv"));
    let effect = |figure: &str, factor: &str| {
        let kind = if figure == "cost" { "centre" } else { "contacts" };
        let is = |row: &&std::collections::BTreeMap<String, String>| {
            row["figure"] == figure && row["factor"] == factor && row["kind"] == kind
        };
        effects.iter().find(is).unwrap_or_else(|| panic!("{figure} {factor}"))
    };
    // Points (2, 0.8), (2, 1.2), (4, 0.8), (4, 1.2): of two levels least squares takes the difference of means.
    let offered = |point: &str| -> Vec<f64> {
        let own = rows.iter().filter(|row| row["point"] == point && row["figure"] == "offered");
        own.map(|row| number(row, "numerator")).collect()
    };
    let [a, b, c, d] = ["1", "2", "3", "4"].map(offered);
    let differences: Vec<f64> = (0..40).map(|r| (b[r] + d[r] - a[r] - c[r]) / 2.0).collect();
    let mean = differences.iter().sum::<f64>() / 40.0;
    let variance = differences.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / 39.0;
    let error = (variance / 40.0).sqrt();
    let volume = effect("offered", "volume");
    assert!((number(volume, "change") - mean).abs() < 1e-9, "{volume:?} {mean}");
    assert!((number(volume, "std_error") - error).abs() < 1e-9, "{volume:?} {error}");
    let half = error * student_quantile(0.975, 39);
    assert!((number(volume, "ci95_high") - mean - half).abs() < 1e-9, "{volume:?}");
    assert_eq!((volume["from"].as_str(), volume["to"].as_str(), volume["real"].as_str()), ("0.8", "1.2", "true"));
    // Two more agents over a day of 24 hours at 20 an hour, whatever comes.
    let (agents, none) = (effect("cost", "agents"), effect("cost", "volume"));
    assert!((number(agents, "change") - 960.0).abs() < 1e-9 && agents["real"] == "true", "{agents:?}");
    assert!(number(none, "change").abs() < 1e-9 && none["real"] == "false", "{none:?}");
    assert!((number(agents, "explained") - 1.0).abs() < 1e-9, "{agents:?}");
    assert!(number(effect("service_level", "agents"), "change") > 0.05);
    assert!(number(effect("offered", "agents"), "change").abs() < 1e-9, "staff changes no customer");
}

#[test]
fn factors_that_always_change_together_are_not_told_apart() {
    let design = DESIGN.replace("replications = 40", "replications = 4\ndesign = \"list\"");
    let folder = workplace("confounded", &design);
    let said = output(&folder, "sweep design.toml --out sweep --quiet");
    assert!(said.contains("The points do not tell what each factor does"), "{said}");
    assert!(table(&folder.join("sweep/effects.csv")).is_empty());
}

#[test]
fn the_table_says_what_is_real() {
    let folder = workplace("effects-table", DESIGN);
    let said = output(&folder, "sweep design.toml --out sweep --quiet");
    let line = |start: &str| said.lines().filter(|line| line.trim_start().starts_with(start)).collect::<Vec<_>>();
    assert!(said.starts_with("design: 4 points, 40 replications each"), "{said}");
    let cost = line("cost, all");
    assert!(cost.iter().any(|line| line.contains("agents") && line.contains("yes")), "{said}");
    assert!(cost.iter().any(|line| line.contains("volume") && line.contains("no")), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 100), "{said}");
}
