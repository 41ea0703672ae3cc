//! Types and their total brought together.
//!
//! Each type is forecast from its own days, and so is the total, which hears better what the types have in common. Their
//! means disagree. The least that must be changed, in squares over the variances of the forecasts, until the types add up
//! to the total is `V_i (d - s) / (V_0 + sum of V_i)` for type i: s is the sum of the types, d the total's own forecast,
//! V_0 and V_i are their variances (Hyndman, Lee and Wang, Computational Statistics & Data Analysis 2016; Wickramasuriya,
//! Athanasopoulos and Hyndman, JASA 2019, with a diagonal matrix). Where types vary independently both are believed
//! alike; where they vary together their sum is the surer one.

use super::rate::CountLaw;
use super::subject::DayLaws;

/// No mean is changed by more than this factor, up or down.
const MOST: f64 = 2.0;

/// The laws of some days of each type and of the total, with means that add up. The spread of the total stays its own:
/// it has seen how types vary together. Without `agree` the total is the sum and the types stay as they are.
pub(super) fn reconciled(
    mut types: Vec<Vec<DayLaws>>,
    mut total: Vec<DayLaws>,
    agree: bool,
) -> (Vec<Vec<DayLaws>>, Vec<DayLaws>) {
    for (place, own) in total.iter_mut().enumerate() {
        let mut days: Vec<&mut DayLaws> = types.iter_mut().filter_map(|laws| laws.get_mut(place)).collect();
        if agree {
            share_gap(&mut days, own.day);
        }
        own.day.mean = days.iter().map(|laws| laws.day.mean).sum();
        for (interval, law) in own.intervals.iter_mut().enumerate() {
            law.mean = days.iter().filter_map(|laws| laws.intervals.get(interval)).map(|law| law.mean).sum();
        }
    }
    (types, total)
}

/// Moves the means of the types towards a total that is forecast by itself.
fn share_gap(types: &mut [&mut DayLaws], total: CountLaw) {
    let sum: f64 = types.iter().map(|laws| laws.day.mean).sum();
    let all = total.variance() + types.iter().map(|laws| laws.day.variance()).sum::<f64>();
    for laws in types.iter_mut().filter(|laws| laws.day.mean > 0.0 && total.mean > 0.0) {
        let change = laws.day.variance() * (total.mean - sum) / all;
        let factor = (1.0 + change / laws.day.mean).clamp(1.0 / MOST, MOST);
        laws.day.mean *= factor;
        laws.intervals.iter_mut().for_each(|law| law.mean *= factor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(mean: f64, square: f64) -> Vec<DayLaws> {
        let law = |share: f64| CountLaw { mean: share * mean, square };
        vec![DayLaws { number: 0, day: law(1.0), intervals: vec![law(0.25), law(0.75)] }]
    }

    #[test]
    fn the_gap_is_shared_by_variances() {
        // Variances 100 + 0.03 * 10,000 = 400 and 100 of the types, 500 of the total: of the gap of 20 the types take
        // 8 and 2, and the total gives in by the 10 that are left.
        let types = vec![day(100.0, 0.03), day(100.0, 0.0)];
        let (types, total) = reconciled(types, day(220.0, 280.0 / (220.0 * 220.0)), true);
        let near = |law: CountLaw, mean: f64| assert!((law.mean - mean).abs() < 1e-9, "{law:?} for {mean}");
        near(types[0][0].day, 108.0);
        near(types[1][0].day, 102.0);
        near(types[0][0].intervals[1], 81.0);
        near(total[0].day, 210.0);
        near(total[0].intervals[0], 52.5);
        assert_eq!(total[0].day.square, 280.0 / (220.0 * 220.0), "the spread of the total stays");
    }

    #[test]
    fn types_stay_where_the_total_knows_less_and_where_nobody_comes() {
        let (types, total) = reconciled(vec![day(100.0, 0.03), day(0.0, 0.0)], day(150.0, 0.0), false);
        assert_eq!((types[0][0].day.mean, total[0].day.mean), (100.0, 100.0));
        let (types, total) = reconciled(vec![day(100.0, 0.03), day(0.0, 0.0)], day(0.0, 0.0), true);
        assert_eq!((types[0][0].day.mean, types[1][0].day.mean, total[0].day.mean), (100.0, 0.0, 100.0));
        let (types, _) = reconciled(vec![day(10.0, 0.0), day(10.0, 9.0)], day(900.0, 0.0), true);
        assert!(types.iter().all(|laws| laws[0].day.mean <= 20.0), "no mean is more than doubled");
    }
}
