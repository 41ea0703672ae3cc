//! The hazard: how fast those end who have lasted so long.

use super::{Durations, KaplanMeier};
use crate::stats::{Estimate, poisson_rate};

/// The hazard over a range of ages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HazardBin {
    /// From this age on, s.
    pub from: f64,
    /// To below this age, s.
    pub to: f64,
    /// How many ended.
    pub events: f64,
    /// For how long those at risk were watched in all, s.
    pub exposure: f64,
    /// Events over exposure, 1/s, with the exact interval of a Poisson count.
    pub rate: Estimate,
}

/// The hazard at one age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KernelHazard {
    /// The age, s.
    pub time: f64,
    /// The hazard, 1/s.
    pub rate: f64,
    /// Its standard error.
    pub std_error: f64,
}

/// A peak of the hazard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Peak {
    /// Where, s.
    pub time: f64,
    /// How high, 1/s.
    pub rate: f64,
    /// How far it rises above the higher of the valleys that part it from higher peaks, in standard errors.
    pub prominence: f64,
}

impl Durations {
    /// The hazard in bins between edges (ascending, s): events over time at risk, with the exact interval of a Poisson
    /// count. Bins in which nobody was watched are left out.
    #[must_use]
    pub fn hazard(&self, edges: &[f64]) -> Vec<HazardBin> {
        let bin = |ends: &[f64]| {
            let (from, to) = (ends[0], ends[1]);
            let (events, exposure) = (self.events_between(from, to), self.exposure_between(from, to));
            Some(HazardBin { from, to, events, exposure, rate: poisson_rate(events, exposure)? })
        };
        edges.windows(2).filter_map(bin).collect()
    }

    /// Edges of bins that hold at least so many events each and are at least so wide, up to the last event.
    #[must_use]
    pub fn hazard_edges(&self, least_events: f64, least_width: f64) -> Vec<f64> {
        let (mut edges, mut start, mut events) = (vec![0.0], 0.0, 0.0);
        for point in self.points() {
            if events >= least_events && point.time >= start + least_width {
                start = point.time;
                edges.push(start);
                events = 0.0;
            }
            events += point.events;
        }
        let end = self.longest() + self.resolution().max(f64::EPSILON * self.longest());
        // A last bin with too few joins the one before.
        if events < least_events && edges.len() > 1 {
            edges.pop();
        }
        edges.push(end);
        edges
    }
}

impl KaplanMeier {
    /// The hazard smoothed with Epanechnikov's kernel (Ramlau-Hansen, Annals of Statistics 1983): the steps of Nelson
    /// and Aalen's estimate, weighted by how near they are, at ages 0, `every`, `2 every` ... up to `to`. Near 0, where
    /// half of the kernel has nothing to see, it is divided by the part that does.
    #[must_use]
    pub fn smooth_hazard(&self, bandwidth: f64, every: f64, to: f64) -> Vec<KernelHazard> {
        let places = (to / every) as usize + 1;
        (0..places).map(|place| self.kernel_at(place as f64 * every, bandwidth)).collect()
    }

    fn kernel_at(&self, time: f64, bandwidth: f64) -> KernelHazard {
        let begin = self.steps().partition_point(|step| step.time < time - bandwidth);
        let near = self.steps()[begin..].iter().take_while(|step| step.time <= time + bandwidth);
        let (mut rate, mut variance) = (0.0, 0.0);
        for step in near {
            let off = (step.time - time) / bandwidth;
            let weight = 0.75 * (1.0 - off * off) / bandwidth;
            rate += weight * step.events / step.at_risk;
            variance += weight * weight * step.events / (step.at_risk * step.at_risk);
        }
        // The kernel's mass from -time / bandwidth on.
        let edge = (-time / bandwidth).max(-1.0);
        let seen = 0.5 - 0.75 * (edge - edge * edge * edge / 3.0);
        KernelHazard { time, rate: rate / seen, std_error: variance.sqrt() / seen }
    }
}

/// The peaks of a smoothed hazard that rise above the valleys on both sides by at least so many standard errors (of the
/// difference). The first and the last place are no peaks: there one side was not seen.
#[must_use]
pub fn peaks(hazard: &[KernelHazard], least: f64) -> Vec<Peak> {
    let is_top = |at: usize| hazard[at].rate > hazard[at - 1].rate && hazard[at].rate >= hazard[at + 1].rate;
    let tops = (1..hazard.len().saturating_sub(1)).filter(|at| is_top(*at));
    let peak = |at: usize| {
        let (before, after) =
            (valley(hazard[..at].iter().rev(), &hazard[at]), valley(hazard[at + 1..].iter(), &hazard[at]));
        Peak { time: hazard[at].time, rate: hazard[at].rate, prominence: before.min(after) }
    };
    tops.map(peak).filter(|peak| peak.prominence >= least).collect()
}

/// How far the hazard falls on the way to the next place that is as high as the top, in standard errors.
fn valley<'a>(way: impl Iterator<Item = &'a KernelHazard>, top: &KernelHazard) -> f64 {
    let below = way.take_while(|place| place.rate <= top.rate);
    let fall = |place: &KernelHazard| {
        let error = (top.std_error * top.std_error + place.std_error * place.std_error).sqrt();
        if error > 0.0 { (top.rate - place.rate) / error } else { 0.0 }
    };
    below.map(fall).fold(0.0, f64::max)
}
