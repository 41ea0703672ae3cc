//! Keys, and the stream of random numbers that each key opens.
//!
//! The generator is SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA
//! 2014): the n-th number is a bijective scramble of `state + n * GAMMA`. Opening a stream costs nothing, which is
//! what lets every contact have its own.

use rand::TryRng;

/// The odd step of SplitMix64: 2^64 divided by the golden ratio.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;
/// A second odd step, for keys of successive contacts, unrelated to the first so that streams do not overlap.
const CONTACT_STEP: u64 = 0xD134_2543_DE82_EF95;

/// What a stream decides about a contact or a contact type. Each purpose has numbers of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Gaps between arrivals.
    Arrivals = 1,
    /// The day's busy factor.
    BusyFactor,
    /// Stays in the states of a modulated arrival process.
    Modulation,
    /// Keys of the contacts.
    Contacts,
    /// Handling or talk time.
    Handle,
    /// After-contact work.
    Wrap,
    /// Patience.
    Patience,
    /// Whether a contact balks.
    Balk,
    /// Whether and when a customer tries again after an abandonment or a busy signal.
    Redial,
    /// Whether handling resolves the issue.
    Resolution,
    /// Whether, how and when a customer contacts again over an unresolved issue.
    Repeat,
    /// Whether and where to a contact is transferred.
    Transfer,
    /// How an agent treats a customer, and whether quality management looks at it.
    Conduct,
    /// Whether the centre apologises and compensates.
    Recovery,
    /// Whether and when a customer escalates.
    Escalation,
    /// Whether a call is promised, for when, and whether the promise is kept.
    Promise,
    /// What a customer does who finds the door shut.
    OutOfHours,
    /// Whether an offered call-back is accepted, and how long it takes.
    CallBack,
    /// Whether a person scheduled for a day does not come.
    Absence,
    /// The moves of a search for a roster.
    Roster,
    /// Resamples that tell what chance alone would do to an estimate.
    Bootstrap,
    /// Where the points of a sweep lie.
    Design,
    /// How long a person of the team has been there.
    Tenure,
    /// Whether a person falls ill.
    Sickness,
    /// A person's place in the order of a day.
    Seating,
    /// Whether a person leaves.
    Attrition,
    /// What a rule of routing given in code leaves to chance.
    Routing,
    /// When an agent with nothing in hand is not ready.
    Readiness,
}

/// The address of some random numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64);

impl Key {
    /// The key of one replication.
    #[must_use]
    pub fn new(seed: u64, replication: u32) -> Self {
        Self(scramble(seed.wrapping_add(GAMMA))).child(u64::from(replication))
    }

    /// A key below this one; different tags give unrelated keys.
    #[must_use]
    pub fn child(self, tag: u64) -> Self {
        Self(scramble(self.0 ^ scramble(tag.wrapping_mul(GAMMA).wrapping_add(GAMMA))))
    }

    /// The key below this one for a name, so that a name keeps its numbers whatever stands beside it.
    #[must_use]
    pub fn named(self, name: &str) -> Self {
        let fnv = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        self.child(name.as_bytes().iter().fold(0xCBF2_9CE4_8422_2325, fnv))
    }

    /// The key of the n-th of many alike, below this one: cheaper than [`Key::child`].
    #[inline]
    #[must_use]
    pub fn nth(self, n: u64) -> Self {
        Self(self.0.wrapping_add(n.wrapping_mul(CONTACT_STEP)))
    }

    /// The stream of this key for one purpose.
    #[inline]
    #[must_use]
    pub fn stream(self, purpose: Purpose) -> Stream {
        Stream { state: self.0.wrapping_add((purpose as u64).wrapping_mul(0xA24B_AED4_963E_E407)) }
    }
}

/// A stream of random numbers: 2^64 long, eight bytes small.
#[derive(Clone, Debug)]
pub struct Stream {
    state: u64,
}

impl Stream {
    /// The next 64 random bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(GAMMA);
        scramble(self.state)
    }

    /// Uniform on the open interval (0, 1).
    #[inline]
    pub fn uniform(&mut self) -> f64 {
        ((self.bits() >> 11) as f64 + 0.5) * (1.0 / 9_007_199_254_740_992.0)
    }
}

/// So that the laws of `rand_distr` can draw from a stream.
impl TryRng for Stream {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        Ok((self.bits() >> 32) as u32)
    }

    #[inline]
    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        Ok(self.bits())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.bits().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

/// The finaliser of SplitMix64 (Stafford's thirteenth variant).
#[inline]
fn scramble(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_the_published_numbers() {
        // First outputs of SplitMix64 from state 1234567, as in the reference implementation's test vector.
        let mut stream = Stream { state: 1_234_567 };
        let want = [6_457_827_717_110_365_317_u64, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!([stream.bits(), stream.bits(), stream.bits()], want);
    }

    #[test]
    fn neighbouring_keys_are_unrelated() {
        // Correlation of first uniforms of neighbouring contacts: |r| < 4.5 / sqrt(n), false alarm 7e-6.
        let day = Key::new(1, 0).named("sales").child(0);
        let first = |n| day.nth(n).stream(Purpose::Handle).uniform() - 0.5;
        let n = 100_000_u64;
        let r: f64 = (0..n).map(|i| first(i) * first(i + 1) * 12.0).sum::<f64>() / n as f64;
        assert!(r.abs() < 4.5 / (n as f64).sqrt(), "{r}");
    }
}
