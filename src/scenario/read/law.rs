//! The laws of durations.

use crate::scenario::Law;
use crate::scenario::csv_column::Sheet;
use crate::scenario::problem::quoted;
use crate::scenario::spec::Kind;

use super::fields::Fields;
use super::value;

/// Whether a duration may have no end: only a patience may.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    Always,
    Perhaps,
}

/// Reads the law under a key.
pub(super) fn under(fields: &Fields<'_>, name: &'static str, ends: Ends) -> Option<Law> {
    read(&fields.table(name)?, ends)
}

/// Reads a law from its table.
pub(super) fn read(fields: &Fields<'_>, ends: Ends) -> Option<Law> {
    if let Some(law) = fields.table("constant") {
        Some(Law::Constant { value: law.duration("value")? })
    } else if let Some(law) = fields.table("exponential") {
        Some(Law::Exponential { mean: law.duration("mean")? })
    } else if let Some(law) = fields.table("lognormal") {
        mean_and(&law, law.number("cv")).map(|(mean, cv)| Law::Lognormal { mean, cv })
    } else if let Some(law) = fields.table("gamma") {
        mean_and(&law, law.number("cv")).map(|(mean, cv)| Law::Gamma { mean, cv })
    } else if let Some(law) = fields.table("erlang") {
        mean_and(&law, law.count("k")).map(|(mean, k)| Law::Erlang { mean, k })
    } else if let Some(law) = fields.table("weibull") {
        mean_and(&law, law.number("shape")).map(|(mean, shape)| Law::Weibull { mean, shape })
    } else if let Some(law) = fields.table("uniform") {
        uniform(&law)
    } else if let Some(law) = fields.table("hyperexponential") {
        hyperexponential(&law)
    } else {
        empirical(&fields.table("empirical")?, ends)
    }
}

/// The mean beside another parameter, both looked at before either is missed.
fn mean_and<T>(law: &Fields<'_>, other: Option<T>) -> Option<(f64, T)> {
    law.duration("mean").zip(other)
}

fn uniform(law: &Fields<'_>) -> Option<Law> {
    let (min, max) = law.duration("min").zip(law.duration("max"))?;
    if min < max {
        return Some(Law::Uniform { min, max });
    }
    law.reader.wrong(
        law.place("max"),
        "`max` must be greater than `min`",
        "exchange them, or write { constant = { value = \"4min\" } }",
    );
    None
}

fn hyperexponential(law: &Fields<'_>) -> Option<Law> {
    let weights = weights(law);
    let means = durations(law, "means", Ends::Always);
    let (weights, means) = (weights?, means?);
    if weights.len() == means.len() {
        return Some(Law::Hyperexponential { weights, means });
    }
    let title = format!("{} weights for {} means", weights.len(), means.len());
    law.reader.wrong(law.place("weights"), title, "give each mean its weight");
    None
}

fn empirical(law: &Fields<'_>, ends: Ends) -> Option<Law> {
    if law.get("file").is_some() {
        if law.get("weights").is_some() {
            let remedy = "the weights of a file stand in its column `weight`";
            law.reader.wrong(law.place("weights"), "`weights` belong beside `values`", remedy);
        }
        return from_table(law, ends);
    }
    let values = durations(law, "values", ends);
    let weights = if law.has("weights") { weights(law) } else { values.as_ref().map(|values| even(values.len())) };
    let (values, weights) = (values?, weights?);
    if values.len() != weights.len() {
        let title = format!("{} weights for {} values", weights.len(), values.len());
        law.reader.wrong(law.place("weights"), title, "give each value its weight, or leave `weights` out");
        return None;
    }
    Some(Law::Empirical { values, weights })
}

/// Values, and weights where there are any, from a CSV file.
fn from_table(law: &Fields<'_>, ends: Ends) -> Option<Law> {
    let (file, _) = law.get("file")?;
    let sheet = Sheet::named_by(law)?;
    let column = sheet.find(law.reader, "value", file.at)?;
    let kind = duration_kind(ends);
    let cells = sheet.cells(law.reader, column)?;
    let values: Vec<Option<f64>> = cells.iter().map(|cell| cell.duration(law.reader, kind)).collect();
    let weights = match sheet.find_optional("weight") {
        Some(column) => {
            let weight = Kind::Number { min: 0.0, max: 1e12, zero: true };
            let cells = sheet.cells(law.reader, column)?;
            let weights: Vec<Option<f64>> = cells.iter().map(|cell| cell.number(law.reader, &weight)).collect();
            let weights = normalised(weights.into_iter().collect::<Option<_>>()?);
            if weights.is_none() {
                law.reader.wrong(sheet.header_place(0), "the weights add to 0", "at least one weight must be above 0");
            }
            weights?
        }
        None => even(values.len()),
    };
    Some(Law::Empirical { values: values.into_iter().collect::<Option<_>>()?, weights })
}

fn duration_kind(ends: Ends) -> &'static Kind {
    match ends {
        Ends::Always => &Kind::Duration { zero: true },
        Ends::Perhaps => &Kind::DurationOrInf,
    }
}

fn durations(law: &Fields<'_>, name: &'static str, ends: Ends) -> Option<Vec<f64>> {
    let (items, declared, _) = law.list(name)?;
    let kind = if matches!(declared, Kind::DurationOrInf) { duration_kind(ends) } else { declared };
    let what = format!("an entry of {}", quoted(name));
    let values: Vec<Option<f64>> = items.iter().map(|node| value::duration(law.reader, node, kind, &what)).collect();
    values.into_iter().collect()
}

/// The weights, scaled to add to 1.
fn weights(law: &Fields<'_>) -> Option<Vec<f64>> {
    let (items, kind, at) = law.list("weights")?;
    let read = |node| value::number(law.reader, node, kind, "a weight");
    let weights: Vec<Option<f64>> = items.iter().map(read).collect();
    let weights = normalised(weights.into_iter().collect::<Option<_>>()?);
    if weights.is_none() {
        law.reader.wrong(at, "the weights add to 0", "at least one weight must be above 0");
    }
    weights
}

/// Weights scaled to add to 1; none when they add to nothing.
pub(super) fn normalised(weights: Vec<f64>) -> Option<Vec<f64>> {
    let sum: f64 = weights.iter().sum();
    (sum > 0.0).then(|| weights.into_iter().map(|weight| weight / sum).collect())
}

fn even(count: usize) -> Vec<f64> {
    vec![1.0 / count as f64; count]
}
