//! The scripts for Slurm, run by a stand-in for `sbatch` that does at once what a cluster would do in time.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::{SIXTY, assert_same, output, workplace};

/// Runs each job of an array, the last first, then says its number, as `sbatch --parsable` does.
const SBATCH: &str = r##"#!/bin/bash
set -euo pipefail
script=${!#}
echo "$@" >> sbatch.log
range=$(sed -n 's/^#SBATCH --array=1-\([0-9]*\)$/\1/p' "$script")
cores=$(sed -n 's/^#SBATCH --cpus-per-task=\([0-9]*\)$/\1/p' "$script")
if [ -n "$range" ]; then
    for ((task = range; task >= 1; task--)); do
        SLURM_ARRAY_TASK_ID=$task SLURM_CPUS_PER_TASK=$cores bash "$script" >&2
    done
    echo 101
else
    bash "$script" >&2
    echo "102;cluster"
fi
"##;

fn submit(folder: &Path, scripts: &str) -> String {
    let bin = folder.join("bin");
    fs::create_dir_all(&bin).unwrap();
    fs::write(bin.join("sbatch"), SBATCH).unwrap();
    fs::set_permissions(bin.join("sbatch"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("bash");
    let output = command.current_dir("/").arg(folder.join(scripts).join("submit.sh")).arg("--partition=short");
    let output = output.env("PATH", path).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn an_array_and_its_merge_give_the_bytes_of_one_run() {
    // A name with what shells fear.
    let folder = workplace("slurm it's $HOME", SIXTY);
    output(&folder, "sweep design.toml --out one --quiet");
    output(
        &folder,
        "sweep design.toml --out cluster --slurm jobs --shards 9 --cores 2 --time 00:10:00 --memory 500M --quiet",
    );
    assert!(!folder.join("cluster").exists(), "nothing is simulated yet");
    let said = submit(&folder, "jobs");
    assert!(said.contains("parts: job 101; merge: job 102"), "{said}");
    assert_same(&folder.join("one"), &folder.join("cluster"));
    let log = fs::read_to_string(folder.join("jobs/sbatch.log")).unwrap();
    assert_eq!(
        log,
        "--parsable --partition=short shards.sbatch\n--parsable --dependency=afterok:101 --kill-on-invalid-dep=yes \
         --partition=short merge.sbatch\n"
    );
    let script = fs::read_to_string(folder.join("jobs/shards.sbatch")).unwrap();
    for line in ["#SBATCH --array=1-9", "#SBATCH --cpus-per-task=2", "#SBATCH --time=00:10:00", "#SBATCH --mem=500M"] {
        assert!(script.lines().any(|own| own == line), "{line}: {script}");
    }
}

#[test]
fn there_are_no_more_jobs_than_blocks() {
    let design =
        "base = \"tiny.toml\"\nreplications = 10\n[factors.a]\nkey = \"agents.team.staff\"\nvalues = [1, 2, 3]\n";
    let folder = workplace("slurm-few", design);
    output(&folder, "sweep design.toml --slurm jobs --quiet");
    assert!(fs::read_to_string(folder.join("jobs/shards.sbatch")).unwrap().contains("#SBATCH --array=1-3\n"));
}
