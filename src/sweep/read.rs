//! From a design file to a design, with all problems at once.

use std::path::Path;

use super::design::{Effort, Raw};
use super::factor::{Domain, Factor, Level, Range, Standing};
use super::points::Kind as Placing;
use super::sobol::MOST_DIMENSIONS;
use super::spec::{DESIGN, DESIGNS, FACTOR, LEVEL, MOST_POINTS};
use crate::scenario::{
    Change, Fields, Ground, Node, Place, Reader, Value, is_whole, listed, nearest, parse_toml, quoted, steps,
};
use crate::units::Seconds;

/// Reads the file; none where it is so wrong that no point could be laid out.
pub(super) fn read(reader: &Reader, path: &Path) -> Option<Raw> {
    let id = reader.open(path, None)?;
    let source = reader.source(id)?;
    let table = match parse_toml(id, &source.text) {
        Ok(table) => table,
        Err(problems) => {
            problems.into_iter().for_each(|problem| reader.report(problem));
            return None;
        }
    };
    let fields = Fields::open(reader, &table, &DESIGN, Place { source: id, start: 0, end: 0 });
    let name = fields.text("name").or_else(|| Some(path.file_stem()?.to_string_lossy().into_owned()));
    let placing = placing(&fields);
    let (points, design_seed) = (fields.whole("points"), fields.whole("design_seed").unwrap_or(1));
    let (precision, most) = (fields.share("precision"), fields.count("max_replications"));
    let (replications, seed, block) = (fields.count("replications"), fields.whole("seed"), fields.count("block"));
    if precision.is_none() && most.is_some() && !fields.has("precision") {
        let title = "`max_replications` has no meaning without `precision`";
        reader.wrong(
            fields.place("max_replications"),
            title,
            "add `precision = \"1%\"`, or say how many `replications`",
        );
    }
    let figures = figures(&fields);
    let factors = factors(reader, &fields);
    let ground = fields.get("base").and_then(|(node, _)| ground(reader, node, fields.text("base")?));
    let effort = Effort { replications, precision, most: most.unwrap_or(10_000), seed, block: block.unwrap_or(25) };
    let many = many_points(&fields, placing?, &factors, points)?;
    let (ground, base) = ground?;
    Some(Raw { name: name?, placing: placing?, many, design_seed, effort, figures, factors, ground, base })
}

fn placing(fields: &Fields<'_>) -> Option<Placing> {
    if !fields.has("design") {
        return Some(Placing::Grid);
    }
    let word = fields.choice("design")?;
    let all = [Placing::Grid, Placing::List, Placing::Random, Placing::LatinHypercube, Placing::Sobol];
    DESIGNS.iter().zip(all).find(|(name, _)| **name == word).map(|(_, placing)| placing)
}

/// The base scenario, which must be right by itself.
fn ground(reader: &Reader, node: &Node, name: String) -> Option<(Ground, crate::scenario::Scenario)> {
    Ground::read(reader, &reader.beside(node.at, &name), node.at)
}

fn figures(fields: &Fields<'_>) -> Vec<(String, Place)> {
    let Some((items, kind, _)) = fields.has("figures").then(|| fields.list("figures")).flatten() else {
        return Vec::new();
    };
    let name = |node: &Node| match &node.value {
        Value::Text(text) => Some((text.clone(), node.at)),
        _ => {
            fields.reader.wrong_type(node, kind, "an entry of `figures`");
            None
        }
    };
    items.iter().filter_map(name).collect()
}

/// How many points there are; what the kind of design asks of its factors is looked at here.
fn many_points(fields: &Fields<'_>, placing: Placing, factors: &[Factor], points: Option<u64>) -> Option<usize> {
    let reader = fields.reader;
    let chosen = matches!(placing, Placing::Random | Placing::LatinHypercube | Placing::Sobol);
    if chosen {
        if !fields.has("points") {
            let title = "this design needs `points`";
            reader.wrong(fields.place("design"), title, "say how many points it has, such as `points = 64`");
        }
        if placing == Placing::Sobol && factors.len() > MOST_DIMENSIONS {
            let title =
                format!("a sobol design has at most {MOST_DIMENSIONS} factors, and these are {}", factors.len());
            reader.wrong(fields.place("design"), title, "take `design = \"latin-hypercube\"`");
        }
        return points.map(|points| points as usize);
    }
    if fields.has("points") {
        let title = "a grid and a list have as many points as their values make";
        reader.wrong(fields.place("points"), title, "leave `points` out, or take `design = \"latin-hypercube\"`");
    }
    for factor in factors.iter().filter(|factor| factor.values().is_none()) {
        let title = format!("the range of {} needs `steps` in a grid or a list", quoted(&factor.name));
        reader.wrong(factor.at, title, "say how many values it takes, such as `steps = 5`");
    }
    let counts: Vec<usize> = factors.iter().filter_map(Factor::values).collect();
    if placing == Placing::List {
        let first = counts.first().copied()?;
        for (factor, _) in factors.iter().zip(&counts).filter(|(_, many)| **many != first) {
            let title = format!(
                "the factors of a list have as many values each, but {} has another number",
                quoted(&factor.name)
            );
            reader.wrong(factor.at, title, format!("give it {first} values, as the first factor has"));
        }
        return Some(first);
    }
    let product = counts.iter().try_fold(1_usize, |product, many| product.checked_mul(*many));
    let fits = product.filter(|product| *product as u64 <= MOST_POINTS);
    if fits.is_none() {
        let title = format!("this grid has more than {MOST_POINTS} points");
        reader.wrong(
            fields.place("factors"),
            title,
            "take fewer values, or `design = \"latin-hypercube\"` with `points`",
        );
    }
    fits
}

/// Columns of the results that are no factors.
const TAKEN: [&str; 12] = [
    "point",
    "replication",
    "kind",
    "subject",
    "figure",
    "numerator",
    "denominator",
    "value",
    "std_error",
    "ci95_low",
    "ci95_high",
    "replications",
];

fn factors(reader: &Reader, fields: &Fields<'_>) -> Vec<Factor> {
    let Some((node, _)) = fields.get("factors") else { return Vec::new() };
    let Value::Table(table) = &node.value else {
        reader.wrong(
            node.at,
            format!("`factors` cannot be {}", node.value.kind()),
            "write a table [factors.<name>] for each",
        );
        return Vec::new();
    };
    if table.entries.is_empty() {
        reader.wrong(node.at, "a design without factors varies nothing", "write a table [factors.<name>] for each");
    }
    let factor = |(name, entry): (&String, &crate::scenario::Entry)| {
        if TAKEN.contains(&name.as_str()) {
            let title = format!("{} is a column of the results, so that no factor can have the name", quoted(name));
            reader.wrong(entry.key, title, "call it otherwise");
        }
        let fields = Fields::of_node(reader, &entry.node, &FACTOR, "a factor", entry.key)?;
        Some(Factor { name: name.clone(), at: entry.key, domain: domain(&fields)? })
    };
    table.entries.iter().filter_map(factor).collect()
}

fn domain(fields: &Fields<'_>) -> Option<Domain> {
    let reader = fields.reader;
    if fields.has("levels") {
        for key in ["key", "steps"].into_iter().filter(|key| fields.has(key)) {
            reader.wrong(
                fields.place(key),
                format!("`{key}` does not go with `levels`"),
                "each level says what it sets",
            );
        }
        return Some(Domain::Listed(levels(fields)));
    }
    let keys = keys(fields);
    if fields.has("values") {
        if fields.has("steps") {
            reader.wrong(fields.place("steps"), "`steps` does not go with `values`", "leave it out");
        }
        let (items, _, _) = fields.list("values")?;
        let value = |node: &Node| {
            let changes = keys.iter().map(|(path, at)| Change::Value(path.clone(), *at, node.clone()));
            (level(reader, node), changes.collect())
        };
        return Some(Domain::Listed(items.iter().map(value).collect()));
    }
    let (from, to) = (end(fields, "from"), end(fields, "to"));
    let steps = fields.count("steps").map(|steps| steps as usize);
    let ((from, at), (to, _)) = (from?, to?);
    let is_duration =
        ["from", "to"].iter().any(|key| fields.get(key).is_some_and(|(node, _)| is_duration(&node.value)));
    let is_whole = !keys.is_empty() && keys.iter().all(|(path, _)| is_whole(path));
    if from >= to {
        reader.wrong(fields.place("to"), "a range ends above its beginning", "write the least value as `from`");
    }
    if is_whole && (from.fract() != 0.0 || to.fract() != 0.0) {
        reader.wrong(at, "this key takes whole numbers alone", "begin and end the range with whole numbers");
    }
    if let Some(steps) = steps.filter(|steps| is_whole && *steps as f64 > to - from + 1.0) {
        let title = format!("there are fewer than {steps} whole numbers from {from} to {to}");
        reader.wrong(fields.place("steps"), title, format!("at most {} steps fit", to - from + 1.0));
    }
    Some(Domain::Range(Range { from, to, steps, is_whole, is_duration, at, keys }))
}

/// An end of a range: a number, a duration or a share.
fn end(fields: &Fields<'_>, key: &'static str) -> Option<(f64, Place)> {
    let (node, _) = fields.get(key)?;
    let number = number(&node.value).filter(|number| number.is_finite());
    if number.is_none() {
        let title = format!("`{key}` is neither a number nor a duration nor a share");
        fields.reader.wrong(
            node.at,
            title,
            "a range is of quantities, such as 0.8, \"2min\" or \"80%\"; else list `values`",
        );
    }
    Some((number?, node.at))
}

/// The number that a value is: seconds of a duration, a share of a percentage.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Whole(number) => Some(*number as f64),
        Value::Number(number) => Some(*number),
        Value::Text(text) => match text.trim().strip_suffix('%') {
            Some(percent) => percent.trim().parse::<f64>().ok().map(|percent| percent / 100.0),
            None => Seconds::parse(text).ok().map(Seconds::get),
        },
        _ => None,
    }
}

/// Whether a value that is a number is a time with its unit.
fn is_duration(value: &Value) -> bool {
    matches!(value, Value::Text(text) if !text.trim().ends_with('%'))
}

/// A value as results show it: as it stands in the file.
fn level(reader: &Reader, node: &Node) -> Level {
    let text = match &node.value {
        Value::Text(text) => text.clone(),
        _ => reader
            .source(node.at.source)
            .and_then(|source| {
                Some(source.text.get(node.at.start..node.at.end)?.split_whitespace().collect::<Vec<_>>().join(" "))
            })
            .unwrap_or_default(),
    };
    Level { text, number: number(&node.value) }
}

/// What a sweep sets itself.
const OWN: [&str; 3] = ["run", "extends", "name"];

/// The paths that a factor changes, each with its place.
fn keys(fields: &Fields<'_>) -> Vec<(Vec<String>, Place)> {
    let reader = fields.reader;
    let Some((node, kind)) = fields.get("key") else {
        reader.wrong(
            fields.at,
            "a factor with values needs `key`",
            "add `key = \"agents.office.staff\"`: what it varies",
        );
        return Vec::new();
    };
    let nodes = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let path = |node: &Node| {
        let Value::Text(text) = &node.value else {
            reader.wrong_type(node, kind, "`key`");
            return None;
        };
        let Some(path) = steps(text) else {
            let title = format!("{} is no path of a key", quoted(text));
            reader.wrong(
                node.at,
                title,
                "write it as in \"contacts.sales.scale.arrivals\", a name with spaces in quotes of its own",
            );
            return None;
        };
        let first = path.first().map(String::as_str).unwrap_or_default();
        if OWN.contains(&first) {
            let title = format!("{} cannot be varied: all points have it in common", quoted(text));
            reader.wrong(node.at, title, "set `replications`, `precision` and `seed` at the top of the design");
            return None;
        }
        let sections: Vec<&str> =
            crate::scenario::spec::ROOT.keys.iter().map(|key| key.name).filter(|name| !OWN.contains(name)).collect();
        if !sections.contains(&first) {
            let help = match nearest(first, sections.iter().copied()) {
                Some(meant) => format!("did you mean {}?", quoted(meant)),
                None => format!("a path begins with {}", listed(&sections, "or")),
            };
            reader.wrong(node.at, format!("a scenario has no key {}", quoted(first)), help);
            return None;
        }
        Some((path, node.at))
    };
    nodes.iter().filter_map(path).collect()
}

fn levels(fields: &Fields<'_>) -> Vec<(Level, Vec<Change>)> {
    let Some((items, _, _)) = fields.list("levels") else { return Vec::new() };
    let level = |node: &Node| {
        let fields = Fields::of_node(fields.reader, node, &LEVEL, "an entry of `levels`", node.at)?;
        let (name, (set, _)) = (fields.text("name")?, fields.get("set")?);
        let Value::Table(table) = &set.value else {
            fields.reader.wrong(
                set.at,
                format!("`set` cannot be {}", set.value.kind()),
                "write what a file that extends the base would say",
            );
            return None;
        };
        for (key, entry) in table.entries.iter().filter(|(key, _)| OWN.contains(&key.as_str())) {
            fields.reader.wrong(
                entry.key,
                format!("{} cannot be varied: all points have it in common", quoted(key)),
                "leave it out",
            );
        }
        Some((Level { text: name, number: None }, vec![Change::Tables(table.clone())]))
    };
    items.iter().filter_map(level).collect()
}

/// Where a standing of a factor is written, for those who find it wrong.
pub(super) fn changes<'a>(factors: &'a [Factor], point: &'a [Standing]) -> Vec<Change> {
    factors.iter().zip(point).flat_map(|(factor, standing)| factor.changes(*standing)).collect()
}
