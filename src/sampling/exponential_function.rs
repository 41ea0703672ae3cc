//! The exponential function of the samplers.

/// log2(e), and ln(2) in a part with trailing zeros and the rest (Cody and Waite's reduction).
const LOG2_E: f64 = std::f64::consts::LOG2_E;
const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Adding and subtracting it rounds to a whole number.
const ROUNDER: f64 = 6_755_399_441_055_744.0;

/// `e^x`, within an ulp or two, with the same bits on every platform.
///
/// `libm`'s has a division and a chain of dependent steps that took a quarter of the time of a day with lognormal
/// handling; this one sums the Taylor series of the reduced argument (|r| <= ln(2)/2, 13 terms: the rest is below
/// 5e-18) in independent pairs. Far arguments go to `libm`.
#[inline]
pub(super) fn exp(x: f64) -> f64 {
    if x.abs() > 700.0 {
        return libm::exp(x);
    }
    let shifted = x * LOG2_E + ROUNDER;
    let k = shifted - ROUNDER;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    let r2 = r * r;
    let r4 = r2 * r2;
    let pair = |a: f64, b: f64| a + b * r;
    let low = pair(1.0, 1.0) + pair(1.0 / 2.0, 1.0 / 6.0) * r2;
    let middle = pair(1.0 / 24.0, 1.0 / 120.0) + pair(1.0 / 720.0, 1.0 / 5_040.0) * r2;
    let high = pair(1.0 / 40_320.0, 1.0 / 362_880.0) + pair(1.0 / 3_628_800.0, 1.0 / 39_916_800.0) * r2;
    let highest = pair(1.0 / 479_001_600.0, 1.0 / 6_227_020_800.0);
    let sum = low + (middle + (high + highest * r4) * r4) * r4;
    // The low bits of the shifted number are k in two's complement; 2^k has k in its exponent.
    sum * f64::from_bits((shifted.to_bits().wrapping_add(1023)) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_exponential_function() {
        for i in -70_100..70_100 {
            let x = f64::from(i) * 0.01 + 0.001_7;
            let want = libm::exp(x);
            assert!((exp(x) - want).abs() <= 4.5e-16 * want, "{x}: {} against {want}", exp(x));
        }
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(-800.0), 0.0);
    }
}
