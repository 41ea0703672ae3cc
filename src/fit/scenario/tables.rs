//! The tables that a fitted scenario reads.

use super::numbers::plain;
use crate::scenario::{Arrivals, ContactType, Horizon, Law, Scenario, Staffing};

/// A file beside the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name in the scenario's folder of tables.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// Expected contacts of each type in each interval.
pub(super) fn arrivals(scenario: &Scenario) -> Table {
    let column = |arrivals: &Arrivals| match arrivals {
        Arrivals::PerInterval(expected) => expected.iter().map(|one| plain(*one)).collect(),
        _ => Vec::new(),
    };
    let columns: Vec<(&str, Vec<String>)> =
        scenario.contacts.iter().map(|one| (one.name.as_str(), column(&one.arrivals))).collect();
    Table { name: "arrivals.csv".to_owned(), text: csv(scenario, &columns) }
}

/// Agents of each group in each interval.
pub(super) fn staff(scenario: &Scenario) -> Table {
    let column = |staff: &Staffing| match staff {
        Staffing::PerInterval(agents) => agents.iter().map(u32::to_string).collect(),
        _ => Vec::new(),
    };
    let columns: Vec<(&str, Vec<String>)> =
        scenario.groups.iter().map(|one| (one.name.as_str(), column(&one.staff))).collect();
    Table { name: "staff.csv".to_owned(), text: csv(scenario, &columns) }
}

/// Factors on the handling times of each type in each interval of a day; none where all are always the same.
pub(super) fn handle(scenario: &Scenario) -> Option<Table> {
    let differs = scenario.contacts.iter().filter(|one| !one.handle_profile.is_empty());
    let column = |one: &ContactType| one.handle_profile.iter().map(|factor| plain(*factor)).collect();
    let columns: Vec<(&str, Vec<String>)> = differs.map(|one| (one.name.as_str(), column(one))).collect();
    // It is that of any day.
    let horizon = Horizon { start: None, ..scenario.horizon.clone() };
    let of_a_day = Scenario { horizon, ..scenario.clone() };
    (!columns.is_empty()).then(|| Table { name: "handle.csv".to_owned(), text: csv(&of_a_day, &columns) })
}

/// Adds the values of an empirical law with their weights, unless they are there; gives the name of the table.
fn law(name: &str, values: &[f64], weights: &[f64], tables: &mut Vec<Table>) -> String {
    let rows = values.iter().zip(weights).map(|(value, weight)| format!("{},{}\n", plain(*value), plain(*weight)));
    let text: String = std::iter::once("value,weight\n".to_owned()).chain(rows).collect();
    let mut numbered =
        (1..).map(|number| if number == 1 { format!("{name}.csv") } else { format!("{name}-{number}.csv") });
    let is_free = |name: &String| tables.iter().all(|table| table.name != *name || table.text == text);
    let name = numbered.find(is_free).unwrap_or_default();
    if tables.iter().all(|table| table.name != name) {
        tables.push(Table { name: name.clone(), text });
    }
    name
}

/// Rows of an interval each, with the day where there is more than one, and the time.
fn csv(scenario: &Scenario, columns: &[(&str, Vec<String>)]) -> String {
    let per_day = scenario.horizon.intervals_per_day();
    let rows = columns.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let cell = |text: &str| match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    };
    let mut out = if scenario.horizon.start.is_some() { "day,start".to_owned() } else { "start".to_owned() };
    columns.iter().for_each(|(name, _)| out.push_str(&format!(",{}", cell(name))));
    out.push('\n');
    for row in 0..rows {
        if let Some(start) = scenario.horizon.start {
            let date = start.checked_add(jiff::Span::new().days((row / per_day) as i64)).unwrap_or(start);
            out.push_str(&format!("{date},"));
        }
        let minutes = (row % per_day) as f64 * scenario.horizon.interval.get() / 60.0;
        out.push_str(&format!("{:02}:{:02}", (minutes / 60.0) as u32, (minutes % 60.0) as u32));
        columns.iter().for_each(|(_, cells)| out.push_str(&format!(",{}", cells.get(row).map_or("", String::as_str))));
        out.push('\n');
    }
    out
}

/// The law of a scenario file: its parameters, or the name of a table, which is added.
pub(super) fn law_text(law_of: &Law, folder: &str, name: &str, tables: &mut Vec<Table>) -> String {
    use super::numbers::seconds;
    let inside = match law_of {
        Law::Constant { value } => format!("value = {}", seconds(*value)),
        Law::Exponential { mean } => format!("mean = {}", seconds(*mean)),
        Law::Lognormal { mean, cv } | Law::Gamma { mean, cv } => {
            format!("mean = {}, cv = {}", seconds(*mean), plain(*cv))
        }
        Law::Erlang { mean, k } => format!("mean = {}, k = {k}", seconds(*mean)),
        Law::Weibull { mean, shape } => format!("mean = {}, shape = {}", seconds(*mean), plain(*shape)),
        Law::Uniform { min, max } => format!("min = {}, max = {}", seconds(*min), seconds(*max)),
        Law::Hyperexponential { weights, means } => {
            let weights: Vec<String> = weights.iter().map(|weight| plain(*weight)).collect();
            let means: Vec<String> = means.iter().map(|mean| seconds(*mean)).collect();
            format!("weights = [{}], means = [{}]", weights.join(", "), means.join(", "))
        }
        Law::Empirical { values, weights } => {
            let name = law(name, values, weights, tables);
            format!("file = {}", super::text::quoted(&format!("{folder}/{name}")))
        }
    };
    format!("{{ {} = {{ {inside} }} }}", law_of.name())
}

/// A name that every file system takes.
pub(super) fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_alphanumeric() { c } else { '-' };
    name.chars().take(60).map(plain).collect::<String>().to_lowercase()
}
