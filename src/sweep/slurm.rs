//! Scripts for a cluster that Slurm runs: an array of jobs that do one part each, and a job that merges the parts.

use super::plan::Plan;

/// What the scripts are to say.
#[derive(Clone, Debug)]
pub struct SlurmJob {
    /// The folder in which paths hold, in full.
    pub folder: String,
    /// The design file, as it is named from there.
    pub design: String,
    /// The folder of the scripts, the parts and the logs, in full.
    pub scripts: String,
    /// The folder of the results, as it is named from `folder`.
    pub out: String,
    /// The program, in full.
    pub program: String,
    /// Parts of the work.
    pub shards: usize,
    /// Cores of each job.
    pub cores: u16,
    /// Limit of each job's time, in Slurm's words.
    pub time: String,
    /// Limit of each job's memory, in Slurm's words.
    pub memory: String,
}

impl SlurmJob {
    /// The scripts by their names: the array, the merge, and what hands both in.
    #[must_use]
    pub fn scripts(&self, plan: &Plan) -> [(&'static str, String); 3] {
        [("shards.sbatch", self.array(plan)), ("merge.sbatch", self.merge(plan)), ("submit.sh", self.submit(plan))]
    }

    fn array(&self, plan: &Plan) -> String {
        let Self { shards, cores, time, memory, .. } = self;
        let head =
            self.head(plan, &format!("parts of the sweep {}", one_line(&plan.name)), "shard-%a.log", time, memory);
        let (design, parts) = (quoted(&self.design), quoted(&format!("{}/parts", self.scripts)));
        format!(
            "{head}#SBATCH --array=1-{shards}\n#SBATCH --cpus-per-task={cores}\n{}\n\
             # A job that was stopped goes on from where it was when it is handed in again.\n\
             exec \"${{HOLDLINE:-{}}}\" sweep {design} --seed {} --shard \"$SLURM_ARRAY_TASK_ID/{shards}\" \\\n  \
             --threads \"${{SLURM_CPUS_PER_TASK:-{cores}}}\" --out {parts} --quiet\n",
            self.begin(),
            escaped(&self.program),
            plan.seed,
        )
    }

    fn merge(&self, plan: &Plan) -> String {
        let head = self.head(
            plan,
            &format!("the parts of the sweep {} put together", one_line(&plan.name)),
            "merge.log",
            &self.time,
            &self.memory,
        );
        let (parts, out) = (quoted(&format!("{}/parts", self.scripts)), quoted(&self.out));
        let program = escaped(&self.program);
        format!("{head}{}\nexec \"${{HOLDLINE:-{program}}}\" merge {parts} --out {out}\n", self.begin())
    }

    fn head(&self, plan: &Plan, what: &str, log: &str, time: &str, memory: &str) -> String {
        let name: String =
            plan.name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).take(40).collect();
        format!(
            "#!/bin/bash\n# {what}\n#SBATCH --job-name=holdline-{name}\n#SBATCH --time={time}\n#SBATCH --mem={memory}\n\
             #SBATCH --output={log}\n# What your cluster asks for beside; take one # away:\n##SBATCH --account=YOUR-ACCOUNT\n\
             ##SBATCH --partition=YOUR-PARTITION\n"
        )
    }

    fn begin(&self) -> String {
        format!("set -euo pipefail\ncd {}", quoted(&self.folder))
    }

    fn submit(&self, plan: &Plan) -> String {
        format!(
            "#!/bin/bash\n# Hands in the sweep {}: an array of {} jobs, and the merge after all of them.\n\
             # Options of sbatch may be added: ./submit.sh --partition=short\n\
             set -euo pipefail\ncd {}\nmkdir -p parts\n\
             array=$(sbatch --parsable \"$@\" shards.sbatch)\n\
             merge=$(sbatch --parsable --dependency=\"afterok:${{array%%;*}}\" --kill-on-invalid-dep=yes \"$@\" merge.sbatch)\n\
             echo \"parts: job ${{array%%;*}}; merge: job ${{merge%%;*}}; results: {}\"\n",
            one_line(&plan.name),
            self.shards,
            quoted(&self.scripts),
            escaped(&self.out).replace('\'', ""),
        )
    }
}

/// A word of a shell, whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// A text inside double quotes of a shell.
fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if ['"', '\\', '$', '`', '}'].contains(&c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

/// A text fit for a comment.
fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_shell_stay_one_word() {
        assert_eq!(quoted("a b'c"), r"'a b'\''c'");
        assert_eq!(escaped("a$b\"}"), "a\\$b\\\"\\}");
    }
}
