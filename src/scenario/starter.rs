//! The scenario that a newcomer begins with.

/// A commented scenario of a small centre with the given name, ready to run and to be changed.
#[must_use]
pub fn starter(name: &str) -> String {
    let name = if name.trim().is_empty() { "My centre" } else { name.trim() };
    // The TOML library puts the quotes, and escapes what needs it.
    let name = toml::Value::String(name.replace(char::is_control, " ")).to_string();
    STARTER.replacen("@NAME@", &name, 1)
}

const STARTER: &str = r#"# A contact centre over one day. Change a number, run it again, see what it does.
# Durations are written "20s", "4min 30s" or "1.5h"; a bare number is a number of seconds.

name = @NAME@

[horizon]
days     = 1                  # whole days, from midnight to midnight
interval = "30min"            # the step of staffing and of results
# start  = 2026-11-30         # a date, if the days are to have one

[run]
replications = 200            # the day is simulated so many times, each with other luck
seed = 1                      # the same seed brings the same customers again

# How satisfied customers are, by the default model: `holdline explain satisfaction` prints it. Without this line it is
# not measured.
[satisfaction]
# value = 250.0               # what is lost when a customer leaves

# A kind of contact: add more of them as [contacts.<name>].
[contacts.calls]
channel  = "voice"            # voice, chat, email or social
open     = "08:00-18:00"
# Expected calls of a day, and the weight of each half hour from 08:00 to 18:00.
arrivals = { per_day = 600, profile = [4, 6, 8, 9, 9, 8, 7, 6, 5, 5, 6, 7, 7, 6, 6, 5, 4, 4, 3, 2] }
# How long an agent is busy with a call: its mean, and how much it varies (standard deviation / mean).
handle   = { lognormal = { mean = "4min", cv = 1.0 } }
# How long a caller is ready to wait. Without this line nobody ever hangs up.
patience = { exponential = { mean = "3min" } }
# The promise: 80 % of the calls within 20 seconds, at most 5 % who hang up.
target   = { answer = 0.80, within = "20s", abandon = 0.05 }

# People who can do the same work: add more groups as [agents.<name>].
[agents.team]
skills = ["calls"]
staff  = 8
# Or people in shifts, with breaks:
# staff = { shifts = [
#     { from = "08:00", to = "16:00", agents = 5, breaks = ["12:00-12:30"] },
#     { from = "10:00", to = "18:00", agents = 5, breaks = ["13:30-14:00"] },
# ] }
# cost_per_hour = 22.0
"#;
