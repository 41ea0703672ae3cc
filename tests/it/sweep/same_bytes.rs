//! One sweep of 60 points and 100 replications: on one thread, on two, and in seven parts merged in any order.

use super::{SIXTY, assert_same, output, workplace};

#[test]
fn threads_and_parts_in_any_order_give_the_same_bytes() {
    let folder = workplace("same", SIXTY);
    output(&folder, "sweep design.toml --out one --threads 1 --quiet");
    output(&folder, "sweep design.toml --out two --threads 2 --quiet");
    assert_same(&folder.join("one"), &folder.join("two"));
    // Any order will do; this one is no one's own.
    for number in [4, 1, 7, 2, 6, 3, 5] {
        let threads = 1 + number % 3;
        output(&folder, &format!("sweep design.toml --shard {number}/7 --out parts --threads {threads} --quiet"));
    }
    let order = [3, 7, 1, 5, 2, 6, 4].map(|number| format!("parts/shard-{number}-of-7.part")).join(" ");
    output(&folder, &format!("merge {order} --out merged --quiet"));
    assert_same(&folder.join("one"), &folder.join("merged"));
    output(&folder, "merge parts --out folder --quiet");
    assert_same(&folder.join("one"), &folder.join("folder"));
}

#[test]
fn a_precision_is_judged_by_whole_prefixes_wherever_a_point_runs() {
    let design = r#"base = "tiny.toml"
precision = "1.5%"
max_replications = 400
[factors.agents]
key = "agents.team.staff"
values = [1, 2, 3, 5]
"#;
    let folder = workplace("precision", design);
    output(&folder, "sweep design.toml --out one --threads 1 --quiet");
    for number in [2, 3, 1] {
        output(&folder, &format!("sweep design.toml --shard {number}/3 --out parts --quiet"));
    }
    output(&folder, "merge parts --out merged --quiet");
    assert_same(&folder.join("one"), &folder.join("merged"));
    let rows = super::table(&folder.join("one/summary.csv"));
    let mut seen: Vec<u32> = Vec::new();
    for row in rows.iter().filter(|row| ["service_level", "p_abandon"].contains(&row["figure"].as_str())) {
        let half = (super::number(row, "ci95_high") - super::number(row, "ci95_low")) / 2.0;
        let replications = row["replications"].parse::<u32>().unwrap();
        assert!(half <= 0.015 || replications == 400, "{row:?}");
        // 20, then half as many more each time.
        assert!([20, 30, 45, 67, 100, 150, 225, 337, 400].contains(&replications), "{row:?}");
        seen.push(replications);
    }
    seen.dedup();
    assert!(seen.len() > 1, "points differ in what they need: {seen:?}");
}
