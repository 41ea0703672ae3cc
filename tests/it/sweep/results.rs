//! What a sweep writes: the same figures as `run`, in two formats, from which each can be worked out anew.

use std::fs;

use holdline::stats::RatioMoments;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::RowAccessor;

use super::{number, output, table, workplace};

const DESIGN: &str = r#"base = "tiny.toml"
replications = 30
[factors.agents]
key = "agents.team.staff"
values = [2, 3]
[factors.volume]
key = "contacts.calls.scale.arrivals"
values = [1.0, 1.2]
"#;

#[test]
fn a_point_has_the_figures_that_run_gives_its_scenario() {
    let folder = workplace("as-run", DESIGN);
    output(&folder, "sweep design.toml --out sweep --quiet");
    let point = "extends = \"tiny.toml\"\n[contacts.calls]\nscale = { arrivals = 1.2 }\n[agents.team]\nstaff = 3\n";
    fs::write(folder.join("point.toml"), point).unwrap();
    let run: serde_json::Value =
        serde_json::from_str(&output(&folder, "run point.toml --replications 30 --json --quiet")).unwrap();
    let scenario = &run["scenarios"][0];
    let rows: Vec<_> = table(&folder.join("sweep/summary.csv")).into_iter().filter(|row| row["point"] == "4").collect();
    assert!(rows.iter().all(|row| number(row, "agents") == 3.0 && number(row, "volume") == 1.2));
    let mut seen = 0;
    for row in &rows {
        let of = match row["kind"].as_str() {
            "centre" => &scenario["centre"],
            kind => &scenario[kind][&row["subject"]],
        };
        let figure = &row["figure"];
        if let Some(percentage) = figure.strip_prefix("wait_percentiles.") {
            assert_eq!(Some(number(row, "value")), of["wait_percentiles"][percentage].as_f64());
            assert_eq!(Some(number(row, "ci95_low")), of["wait_percentiles_ci95"][percentage][0].as_f64());
        } else {
            let value = figure.split('.').fold(of, |value, key| &value[key]);
            if value.is_null() {
                assert_eq!(row["value"], "", "{figure}");
                continue;
            }
            // A group's pay is worked out replication by replication here, and from the mean hours there.
            let near = |a: f64, b: &serde_json::Value| (a - b.as_f64().unwrap()).abs() <= 1e-9 * a.abs().max(1.0);
            assert!(near(number(row, "value"), &value["value"]), "{figure}: {row:?} {value}");
            // The share of days has an interval of its own there.
            assert!(
                figure == "days_met" || near(number(row, "std_error"), &value["std_error"]),
                "{figure}: {row:?} {value}"
            );
        }
        seen += 1;
    }
    assert!(seen >= 20, "only {seen} figures");
}

#[test]
fn summaries_are_ratios_of_the_sums_of_the_rows() {
    let folder = workplace("sums", DESIGN);
    output(&folder, "sweep design.toml --out sweep --quiet");
    let results = table(&folder.join("sweep/results.csv"));
    let mut seen = 0;
    for row in table(&folder.join("sweep/summary.csv")) {
        let same = |other: &&std::collections::BTreeMap<String, String>| {
            ["point", "kind", "subject", "figure"].iter().all(|column| other[*column] == row[*column])
        };
        let mut moments = RatioMoments::default();
        let mut last = 0;
        for result in results.iter().filter(same) {
            let replication: u32 = result["replication"].parse().unwrap();
            assert_eq!(replication, last + 1, "replications in order");
            last = replication;
            moments.push((number(result, "numerator"), number(result, "denominator")));
        }
        if last == 0 {
            assert!(row["figure"].starts_with("wait_percentiles"), "{row:?}");
            continue;
        }
        let (value, error) = (number(&row, "value"), number(&row, "std_error"));
        let estimate = moments.ratio();
        assert_eq!(estimate.map(|e| e.value), Some(value).filter(|v| !v.is_nan()), "{row:?}");
        assert_eq!(estimate.and_then(|e| e.std_error), Some(error).filter(|v| !v.is_nan()), "{row:?}");
        seen += 1;
    }
    assert!(seen > 60, "only {seen} rows");
}

#[test]
fn parquet_holds_the_rows_of_the_csv() {
    let folder = workplace("parquet", DESIGN);
    output(&folder, "sweep design.toml --out sweep --quiet");
    for name in ["results", "summary"] {
        let csv = table(&folder.join(format!("sweep/{name}.csv")));
        let file = fs::File::open(folder.join(format!("sweep/{name}.parquet"))).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        let fields = reader.metadata().file_metadata().schema().get_fields();
        let columns: Vec<String> = fields.iter().map(|field| field.name().to_owned()).collect();
        let rows: Vec<_> = reader.get_row_iter(None).unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.len(), csv.len(), "{name}");
        for (row, text) in rows.iter().zip(&csv) {
            for (place, column) in columns.iter().enumerate() {
                let read = row.get_double(place).map(|x| x.to_string());
                let read = read.or_else(|_| row.get_int(place).map(|x| x.to_string()));
                let read = read.or_else(|_| row.get_string(place).cloned()).unwrap_or_default();
                assert_eq!(read, text[column], "{name}: {column}");
            }
        }
        let facts = reader.metadata().file_metadata().key_value_metadata().unwrap();
        assert!(facts.iter().any(|fact| fact.key == "seed" && fact.value.as_deref() == Some("3")));
    }
}

#[test]
fn points_have_the_same_customers() {
    let folder = workplace("common", DESIGN);
    output(&folder, "sweep design.toml --out sweep --quiet");
    let offered = |point: &str| -> Vec<String> {
        let rows = table(&folder.join("sweep/results.csv"));
        let own = rows.into_iter().filter(|row| row["point"] == point && row["figure"] == "offered");
        own.map(|row| row["numerator"].clone()).collect()
    };
    // Points 1 and 3 differ in staff alone, points 1 and 2 in volume.
    assert_eq!(offered("1"), offered("3"));
    assert_ne!(offered("1"), offered("2"));
}
