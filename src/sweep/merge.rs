//! Parts put together: they must be of one sweep, and tile its work without gap or overlap.

use std::path::PathBuf;

use super::SweepError;
use super::part;
use super::plan::Plan;
use super::shard::Shard;
use super::store::Store;

/// Opens parts, in whatever order they are named, and holds them against each other.
///
/// # Errors
/// Where a file is no part or damaged; where parts are of different sweeps, versions or seeds; where work is missing or
/// there twice, and then which.
pub fn open_parts(paths: &[PathBuf]) -> Result<(Plan, Store), SweepError> {
    let mut parts = Vec::new();
    for path in paths {
        let (head, spots) = part::open(path)?;
        parts.push((head, spots, path));
    }
    // The same parts in another order are the same work.
    parts.sort_by(|a, b| a.0.shard.cmp(&b.0.shard).then_with(|| a.2.cmp(b.2)));
    let Some((first, _, named)) = parts.first() else {
        return Err(refused("no part was named", "name the files that `holdline sweep --shard` wrote"));
    };
    let here = env!("CARGO_PKG_VERSION");
    if first.version != here {
        let title = format!("{} was made by holdline {}, and this is {here}", named.display(), first.version);
        return Err(refused(title, "merge parts with the version that made them"));
    }
    for (head, _, path) in &parts {
        if let Some(why) = head.differs(first) {
            let title = format!("{} is no part of the sweep of {}: {why}", path.display(), named.display());
            return Err(refused(title, "merge parts of one sweep, or run that part again"));
        }
    }
    let plan = first.plan.clone().filter(|plan| plan.identity() == first.identity);
    let plan = plan.ok_or_else(|| SweepError::Damaged { path: (*named).clone() })?;
    let shards: Vec<Option<Shard>> = parts.iter().map(|(head, ..)| head.shard).collect();
    let mut store = Store::default();
    for (_, spots, path) in parts {
        if let Some((_, other)) = store.take(path, spots).first() {
            let title = format!("{} and {} hold the same work", other.display(), path.display());
            return Err(refused(title, "name each part once, all cut into as many parts"));
        }
    }
    let missing: Vec<usize> = (0..plan.units()).filter(|unit| !store.has(*unit)).collect();
    if missing.is_empty() { Ok((plan, store)) } else { Err(incomplete(&plan, &shards, &missing)) }
}

fn refused(title: impl Into<String>, help: &str) -> SweepError {
    SweepError::Refused { title: title.into(), help: help.to_owned() }
}

/// What is missing, by parts where all are cut alike.
fn incomplete(plan: &Plan, shards: &[Option<Shard>], missing: &[usize]) -> SweepError {
    let of: Vec<usize> = shards.iter().flatten().map(|shard| shard.of).collect();
    let alike = of.len() == shards.len() && of.windows(2).all(|pair| pair[0] == pair[1]);
    let absent = |of: &usize| {
        let all = (1..=*of).map(|number| Shard { number, of: *of });
        all.filter(|shard| !shards.contains(&Some(*shard))).map(|shard| shard.to_string()).collect::<Vec<_>>()
    };
    let (title, help) = match of.first().filter(|_| alike).map(absent) {
        Some(absent) if !absent.is_empty() => {
            let list = shown(&absent);
            (
                format!("parts are missing: {list}"),
                format!("run them, such as `holdline sweep {} --shard {}`", plan.file, absent[0]),
            )
        }
        _ => {
            let blocks: Vec<String> = missing.iter().map(|unit| block(plan, *unit)).collect();
            (format!("work is missing: {}", shown(&blocks)), "run what is missing, all parts cut alike".to_owned())
        }
    };
    SweepError::Refused { title, help }
}

fn block(plan: &Plan, unit: usize) -> String {
    let unit = plan.unit(unit);
    format!("point {} replications {} to {}", unit.point + 1, unit.replications.start + 1, unit.replications.end)
}

/// The first few of a list, and how many more there are.
fn shown(list: &[String]) -> String {
    const SHOWN: usize = 20;
    let more = list.len().saturating_sub(SHOWN);
    let first = list.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
    if more == 0 { first } else { format!("{first} and {more} more") }
}
