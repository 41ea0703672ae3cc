//! `--contacts FILE.csv`: every contact of every replication, one row each.

use std::fs::File;
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use anyhow::Context;
use holdline::kpi::ContactRow;
use holdline::scenario::Scenario;

use super::Failure;

const HEADER: [&str; 15] = [
    "scenario",
    "replication",
    "contact_type",
    "measured",
    "arrived_at",
    "arrived",
    "wait",
    "outcome",
    "agent_group",
    "agent",
    "handled",
    "origin",
    "issue",
    "result",
    "channel",
];

/// The log, under a temporary name until it is complete.
pub(crate) struct ContactsFile {
    path: PathBuf,
    temporary: PathBuf,
    rows: csv::Writer<BufWriter<File>>,
    failure: Option<csv::Error>,
}

impl ContactsFile {
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        let mut temporary = path.as_os_str().to_owned();
        temporary.push(".part");
        let temporary = PathBuf::from(temporary);
        let file = File::create(&temporary).with_context(|| format!("cannot write {}", temporary.display()))?;
        let mut rows = csv::Writer::from_writer(BufWriter::new(file));
        rows.write_record(HEADER)?;
        Ok(Self { path: path.to_owned(), temporary, rows, failure: None })
    }

    /// Writes the contacts of one replication; the first failure is kept for [`ContactsFile::finish`].
    pub(crate) fn write(&mut self, scenario: &Scenario, replication: u32, contacts: &[ContactRow]) {
        for contact in contacts {
            if self.failure.is_none() {
                self.failure = self.rows.write_record(record(scenario, replication, contact)).err();
            }
        }
    }

    /// Gives the complete log its name, or removes what is there of it.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        let written = match self.failure.take() {
            Some(error) => Err(anyhow::Error::new(error)),
            None => self.rows.flush().map_err(anyhow::Error::new),
        };
        drop(self.rows);
        let renamed = written.and_then(|()| std::fs::rename(&self.temporary, &self.path).map_err(Into::into));
        if renamed.is_err() {
            // The first error is the one to tell.
            let _ = std::fs::remove_file(&self.temporary);
        }
        Ok(renamed.with_context(|| format!("cannot write {}", self.path.display()))?)
    }
}

fn record(scenario: &Scenario, replication: u32, contact: &ContactRow) -> [String; 15] {
    let (group, agent, handled) = match contact.handled {
        Some((group, agent, until)) => (
            scenario.groups[group.index()].name.clone(),
            agent.0.to_string(),
            (until - contact.arrived - contact.wait).to_string(),
        ),
        None => Default::default(),
    };
    [
        scenario.name.clone(),
        replication.to_string(),
        scenario.contacts[contact.kind.index()].name.clone(),
        contact.measured.to_string(),
        scenario.horizon.local_time(contact.arrived).map(|moment| moment.to_string()).unwrap_or_default(),
        contact.arrived.to_string(),
        contact.wait.to_string(),
        contact.ending.name().to_owned(),
        group,
        agent,
        handled,
        contact.origin.name().to_owned(),
        contact.issue.map(|number| number.to_string()).unwrap_or_default(),
        contact.result.map(|result| result.name().to_owned()).unwrap_or_default(),
        scenario.contacts[contact.kind.index()].channel.name().to_owned(),
    ]
}
