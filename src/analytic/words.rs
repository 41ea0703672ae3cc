//! What a queue is asked in words, as the command line and scripts write it; where it is wrong, what would be right.
//!
//! Every function gives the sentence for its user as its error.

use std::str::FromStr;

use crate::scenario::Law;
use crate::units::Seconds;

/// A number of agents, or all from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agents {
    /// The fewest.
    pub from: u32,
    /// The most.
    pub to: u32,
    /// Whether a range was written, be it of one number.
    pub range: bool,
}

/// The most rows of a table.
const MOST_ROWS: u32 = 10_000;
const MOST_AGENTS: u32 = 10_000_000;

impl FromStr for Agents {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let count = |part: &str| match part.trim_start_matches('=').trim().parse::<u32>() {
            Ok(count) if (1..=MOST_AGENTS).contains(&count) => Ok(count),
            _ => Err(format!("write a whole number from 1 to {MOST_AGENTS} such as 14, or a range such as 10..20")),
        };
        let (from, to) = (count(from)?, count(to)?);
        if from > to {
            return Err(format!("the range ends before it begins; write {to}..{from}"));
        }
        if to - from >= MOST_ROWS {
            return Err(format!("a range has at most {MOST_ROWS} numbers"));
        }
        Ok(Self { from, to, range: text.contains("..") })
    }
}

/// A number of contacts above 0.
///
/// # Errors
/// What would be right, in one sentence.
pub fn many(text: &str) -> Result<f64, String> {
    number(text).filter(|n| *n > 0.0).ok_or_else(|| "write a number above 0, such as 100".into())
}

/// A duration of 0 or more, in seconds.
///
/// # Errors
/// What would be right, in one sentence.
pub fn duration(text: &str) -> Result<f64, String> {
    let seconds = Seconds::parse(text)?.get();
    if seconds.is_finite() && seconds >= 0.0 {
        return Ok(seconds);
    }
    Err("a duration is a finite number of 0 or more; write one such as 20s".into())
}

/// A duration above 0, in seconds.
///
/// # Errors
/// What would be right, in one sentence.
pub fn positive(text: &str) -> Result<f64, String> {
    let seconds = duration(text)?;
    if seconds > 0.0 { Ok(seconds) } else { Err("this must be longer than 0; write a duration such as 3min".into()) }
}

/// `80/20`, `80%/20s`, `97.5/1min`: a share in per cent, and a threshold in seconds.
///
/// # Errors
/// What would be right, in one sentence.
pub fn answer(text: &str) -> Result<(f64, f64), String> {
    const RIGHT: &str = "write a share in per cent and a time, such as 80/20 or 80%/20s";
    let (share, within) = text.split_once('/').ok_or(RIGHT)?;
    let percent = number(share.trim().trim_end_matches('%')).ok_or(RIGHT)?;
    if percent > 0.0 && percent < 1.0 && !share.contains('%') {
        return Err(format!("the share stands in per cent: {}/{within} for {share}", percent * 100.0));
    }
    if percent <= 0.0 || percent >= 100.0 {
        return Err("a share to be answered lies above 0 % and below 100 %".into());
    }
    Ok((percent / 100.0, duration(within)?))
}

/// A highest share, `3%` or `0.03`.
///
/// # Errors
/// What would be right, in one sentence.
pub fn cap(text: &str) -> Result<f64, String> {
    let share = share(text)?;
    if share > 0.0 && share < 1.0 { Ok(share) } else { Err("a cap lies above 0 % and below 100 %".into()) }
}

/// A share of paid time, `30%` or `0.3`.
///
/// # Errors
/// What would be right, in one sentence.
pub fn shrinkage(text: &str) -> Result<f64, String> {
    let share = share(text)?;
    if (0.0..=0.95).contains(&share) { Ok(share) } else { Err("shrinkage lies between 0 % and 95 %".into()) }
}

fn share(text: &str) -> Result<f64, String> {
    let (digits, scale) = text.strip_suffix('%').map_or((text, 1.0), |digits| (digits, 100.0));
    let share = number(digits).ok_or("write a share such as 3% or 0.03")? / scale;
    if share > 1.0 && scale == 1.0 {
        return Err(format!("{text} is more than all; write {text}% for per cent"));
    }
    Ok(share)
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite())
}

/// A duration, the mean of an exponential law, or the name of a law and its parameters: `lognormal:5min,1.2`.
///
/// # Errors
/// What would be right, in one sentence.
pub fn patience(text: &str) -> Result<Law, String> {
    let Some((name, rest)) = text.split_once(':') else {
        return if text.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            Ok(Law::Exponential { mean: positive(text)? })
        } else {
            Err(format!("`{text}` is no duration and no law; write a mean such as 5min, or lognormal:5min,1.2"))
        };
    };
    let parts: Vec<&str> = rest.split(',').map(str::trim).collect();
    match name.trim() {
        "constant" => Ok(Law::Constant { value: duration(only(&parts, "constant:5min")?)? }),
        "exponential" => Ok(Law::Exponential { mean: positive(only(&parts, "exponential:5min")?)? }),
        "lognormal" => pair(&parts, "lognormal:5min,1.2").map(|(mean, cv)| Law::Lognormal { mean, cv }),
        "gamma" => pair(&parts, "gamma:5min,0.8").map(|(mean, cv)| Law::Gamma { mean, cv }),
        "weibull" => weibull(&parts),
        "erlang" => phases(&parts),
        "uniform" => uniform(&parts),
        "hyperexponential" => hyperexponential(&parts),
        "empirical" => empirical(&parts),
        other => Err(format!(
            "`{other}` is not a law; use constant, exponential, lognormal, gamma, erlang, weibull, uniform, \
             hyperexponential or empirical"
        )),
    }
}

fn only<'a>(parts: &[&'a str], example: &str) -> Result<&'a str, String> {
    let [one] = parts else { return Err(format!("this law has one parameter, as in {example}")) };
    Ok(one)
}

/// A mean and a coefficient of variation.
fn pair(parts: &[&str], example: &str) -> Result<(f64, f64), String> {
    let [mean, cv] = parts else { return Err(format!("write the mean and the coefficient of variation: {example}")) };
    let cv = number(cv).filter(|cv| *cv > 0.0 && *cv <= 100.0);
    Ok((positive(mean)?, cv.ok_or_else(|| format!("a coefficient of variation lies above 0, up to 100: {example}"))?))
}

fn weibull(parts: &[&str]) -> Result<Law, String> {
    let [mean, shape] = parts else { return Err("write the mean and the shape: weibull:3min,0.8".into()) };
    let shape = number(shape).filter(|shape| (0.05..=50.0).contains(shape));
    Ok(Law::Weibull { mean: positive(mean)?, shape: shape.ok_or("a shape lies between 0.05 and 50")? })
}

fn phases(parts: &[&str]) -> Result<Law, String> {
    let [mean, k] = parts else { return Err("write the mean and the number of phases: erlang:5min,2".into()) };
    let k = k.parse::<u32>().ok().filter(|k| (1..=10_000).contains(k));
    Ok(Law::Erlang { mean: positive(mean)?, k: k.ok_or("phases are a whole number from 1 to 10000")? })
}

fn uniform(parts: &[&str]) -> Result<Law, String> {
    let [min, max] = parts else { return Err("write the least and the most: uniform:1min,5min".into()) };
    let (min, max) = (duration(min)?, positive(max)?);
    if min < max { Ok(Law::Uniform { min, max }) } else { Err("the least must be below the most".into()) }
}

fn hyperexponential(parts: &[&str]) -> Result<Law, String> {
    const RIGHT: &str = "write a weight and a mean of each part: hyperexponential:0.9*3min,0.1*20min";
    let read = |part: &&str| {
        let (weight, mean) = part.split_once('*').ok_or(RIGHT)?;
        let weight = number(weight).filter(|weight| *weight > 0.0).ok_or(RIGHT)?;
        Ok::<_, String>((weight, positive(mean.trim())?))
    };
    let parts: Vec<(f64, f64)> = parts.iter().map(read).collect::<Result<_, _>>()?;
    let all: f64 = parts.iter().map(|(weight, _)| weight).sum();
    let (weights, means) = parts.into_iter().map(|(weight, mean)| (weight / all, mean)).unzip();
    Ok(Law::Hyperexponential { weights, means })
}

fn empirical(parts: &[&str]) -> Result<Law, String> {
    let read = |part: &&str| if *part == "inf" { Ok(f64::INFINITY) } else { duration(part) };
    let values: Vec<f64> = parts.iter().map(read).collect::<Result<_, String>>()?;
    let weights = vec![1.0 / values.len() as f64; values.len()];
    Ok(Law::Empirical { values, weights })
}
