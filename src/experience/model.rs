//! The model of satisfaction: ordered logistic, one score a customer.

use libm::{exp, log, log2};

use super::lived::{End, Experience};
use crate::scenario::Satisfaction;

/// How a customer answers, as chances 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answers {
    /// To be satisfied (the top two boxes: CSAT); ultimate or good.
    pub satisfied: f64,
    /// To be a promoter (9 or 10 of 10); every promoter is satisfied.
    pub promoter: f64,
    /// To be a detractor (at most 6 of 10); no detractor is satisfied.
    pub detractor: f64,
    /// To call the experience ultimate, the best grade.
    pub ultimate: f64,
    /// To call it ugly, the worst grade.
    pub ugly: f64,
}

impl Answers {
    /// To call the experience good.
    #[must_use]
    pub fn good(&self) -> f64 {
        self.satisfied - self.ultimate
    }

    /// To call it bad.
    #[must_use]
    pub fn bad(&self) -> f64 {
        1.0 - self.satisfied - self.ugly
    }
}

/// An ordered logistic model (proportional odds: McCullagh, J. R. Statist. Soc. B 42, 1980) of one latent score.
///
/// The score is `logit(base)` less what went wrong, each times its strength:
///
/// ```text
/// score = logit(base) - wait * log2(1 + wait / expected wait)
///                     - abandoned or turned_away or unresolved, as it ended
///                     - further_contact * (contacts - 1) - transfer * transfers - repetition * repetitions
///                     - poor * contacts handled badly - broken_promise * promises broken
///                     + recovery * recoveries
/// ```
///
/// and the chance to be satisfied is `1 / (1 + exp(-score))`. The other answers are the same with the score shifted by
/// fixed cut points, so that one experience moves them all together. The logarithm makes equal ratios of waits equal
/// steps, as Fechner's law (1860) has it for what is perceived: the twentieth minute costs less than the first, but
/// waiting never stops to cost. Nothing is drawn: the chances themselves are summed, which has less noise.
#[derive(Clone, Debug)]
pub struct SatisfactionModel {
    coefficients: Satisfaction,
    base: f64,
    /// Odds against which the odds of the score are held.
    promoter: f64,
    detractor: f64,
    ultimate: f64,
    ugly: f64,
    /// Logits of leaving.
    first: f64,
    later: f64,
    unresolved: f64,
}

impl SatisfactionModel {
    /// The model with these coefficients.
    #[must_use]
    pub fn new(coefficients: &Satisfaction) -> Self {
        let leave = &coefficients.leave;
        Self {
            base: logit(coefficients.base),
            promoter: exp(coefficients.promoter),
            detractor: exp(-coefficients.detractor),
            ultimate: exp(coefficients.ultimate),
            ugly: exp(-coefficients.ugly),
            first: logit(leave.first),
            later: logit(leave.later),
            unresolved: logit(leave.unresolved),
            coefficients: coefficients.clone(),
        }
    }

    /// Its coefficients.
    #[must_use]
    pub fn coefficients(&self) -> &Satisfaction {
        &self.coefficients
    }

    /// The latent score, in logits of satisfaction.
    #[must_use]
    pub fn score(&self, lived: &Experience) -> f64 {
        self.base - self.loss(lived)
    }

    /// What the score has lost; negative where recoveries outweigh what went wrong.
    fn loss(&self, lived: &Experience) -> f64 {
        let c = &self.coefficients;
        let end = match lived.end {
            End::Resolved | End::PassedOn => 0.0,
            End::Unresolved => c.unresolved,
            End::Abandoned => c.abandoned,
            End::TurnedAway => c.turned_away,
        };
        end + c.wait * log2(1.0 + lived.wait)
            + c.further_contact * f64::from(lived.contacts - 1)
            + c.transfer * f64::from(lived.transfers)
            + c.repetition * f64::from(lived.repetitions)
            + c.poor * f64::from(lived.poor)
            + c.broken_promise * f64::from(lived.broken_promises)
            - c.recovery * f64::from(lived.recoveries)
    }

    /// How customers with this score answer.
    #[must_use]
    pub fn answers(&self, score: f64) -> Answers {
        // Held against a cut point c, the chance is odds / (odds + exp(c)): one exponential serves all of them.
        let against = exp(-score);
        let above = |cut: f64| 1.0 / (1.0 + against * cut);
        Answers {
            satisfied: above(1.0),
            promoter: above(self.promoter),
            detractor: 1.0 - above(self.detractor),
            ultimate: above(self.ultimate),
            ugly: 1.0 - above(self.ugly),
        }
    }

    /// The chance that a customer leaves over an issue that stands so.
    ///
    /// Logits of leaving are those of the outcome's share (resolved in the first contact, later, or not) and `anger`
    /// times what the score has lost beyond the loss that the outcome itself brings: its one further contact, or that
    /// it was not resolved. So where nothing else goes wrong, the shares come out as they were set.
    #[must_use]
    pub fn leaves(&self, lived: &Experience) -> f64 {
        let c = &self.coefficients;
        let (usual, explained) = match lived.end {
            End::Resolved if lived.contacts == 1 => (self.first, 0.0),
            End::Resolved => (self.later, c.further_contact),
            End::PassedOn | End::Unresolved | End::Abandoned | End::TurnedAway => (self.unresolved, c.unresolved),
        };
        share(usual + c.leave.anger * (self.loss(lived) - explained))
    }

    /// The effort index, from 1 (very easy) to 7 (very hard), as on the scale of the customer effort score.
    #[must_use]
    pub fn effort(&self, lived: &Experience) -> f64 {
        let weights = &self.coefficients.effort;
        let steps = weights.contact * f64::from(lived.contacts - 1)
            + weights.transfer * f64::from(lived.transfers)
            + weights.repetition * f64::from(lived.repetitions)
            + weights.minute * lived.time_on_contact / 60.0;
        (EASIEST + steps).min(HARDEST)
    }
}

/// The ends of the effort index.
const EASIEST: f64 = 1.0;
const HARDEST: f64 = 7.0;

/// Log odds of a share; infinite at 0 and 1.
fn logit(share: f64) -> f64 {
    log(share) - log(1.0 - share)
}

/// The share with these log odds.
fn share(logit: f64) -> f64 {
    1.0 / (1.0 + exp(-logit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{EffortWeights, Leaving};

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-14
    }

    type Weight = fn(&mut Satisfaction) -> &mut f64;

    /// Everything that can go wrong, each with the coefficient that weighs it.
    fn failures() -> [(Experience, Weight); 9] {
        let plain = Experience::default;
        [
            (Experience { wait: 3.0, ..plain() }, |c| &mut c.wait),
            (Experience { contacts: 3, ..plain() }, |c| &mut c.further_contact),
            (Experience { transfers: 2, ..plain() }, |c| &mut c.transfer),
            (Experience { repetitions: 1, ..plain() }, |c| &mut c.repetition),
            (Experience { poor: 1, ..plain() }, |c| &mut c.poor),
            (Experience { broken_promises: 3, ..plain() }, |c| &mut c.broken_promise),
            (Experience { end: End::Unresolved, ..plain() }, |c| &mut c.unresolved),
            (Experience { end: End::Abandoned, ..plain() }, |c| &mut c.abandoned),
            (Experience { end: End::TurnedAway, ..plain() }, |c| &mut c.turned_away),
        ]
    }

    fn satisfied(coefficients: &Satisfaction, lived: &Experience) -> f64 {
        let model = SatisfactionModel::new(coefficients);
        model.answers(model.score(lived)).satisfied
    }

    #[test]
    fn without_strengths_everybody_is_satisfied_at_the_base_rate() {
        let mut coefficients = Satisfaction { base: 0.73, recovery: 0.0, ..Satisfaction::default() };
        failures().iter().for_each(|(_, weight)| *weight(&mut coefficients) = 0.0);
        for (lived, _) in failures() {
            assert!(close(satisfied(&coefficients, &lived), 0.73), "{lived:?}");
        }
    }

    #[test]
    fn each_strength_lowers_satisfaction_and_recovery_raises_it() {
        for (lived, weight) in failures() {
            let usual = Satisfaction::default();
            let mut stronger = usual.clone();
            *weight(&mut stronger) += 0.5;
            assert!(satisfied(&usual, &lived) < 0.8 - 0.01, "{lived:?}");
            assert!(satisfied(&stronger, &lived) < satisfied(&usual, &lived), "{lived:?}");
            assert!(close(satisfied(&stronger, &Experience::default()), 0.8));
            let repaired = Experience { recoveries: 1, ..lived };
            assert!(satisfied(&usual, &repaired) > satisfied(&usual, &lived), "{lived:?}");
        }
    }

    #[test]
    fn satisfaction_falls_with_every_second_of_waiting() {
        let model = SatisfactionModel::new(&Satisfaction::default());
        let scores: Vec<f64> = (0..5000)
            .map(|i| model.score(&Experience { wait: f64::from(i) * 0.01, ..Experience::default() }))
            .collect();
        assert!(scores.windows(2).all(|pair| pair[1] < pair[0]));
    }

    #[test]
    fn the_defaults_are_the_points_that_were_measured() {
        // From 80 %, in per cent: what the surveys say, to the rounding of the coefficients.
        let usual = Satisfaction::default();
        let plain = Experience::default();
        let measured = [
            (Experience { contacts: 2, ..plain }, 0.65),
            (Experience { transfers: 1, ..plain }, 0.68),
            (Experience { repetitions: 1, ..plain }, 0.65),
            (Experience { end: End::Unresolved, ..plain }, 0.47),
            (Experience { broken_promises: 1, ..plain }, 0.60),
            (Experience { poor: 1, ..plain }, 0.10),
        ];
        for (lived, share) in measured {
            assert!((satisfied(&usual, &lived) - share).abs() < 0.0015, "{lived:?}");
        }
    }

    #[test]
    fn the_shares_of_those_who_leave_come_out_as_they_were_set() {
        let leave = Leaving { first: 0.04, later: 0.11, unresolved: 0.3, anger: 1.7 };
        let model = SatisfactionModel::new(&Satisfaction { leave, ..Satisfaction::default() });
        let plain = Experience::default();
        assert!(close(model.leaves(&plain), 0.04));
        assert!(close(model.leaves(&Experience { contacts: 2, ..plain }), 0.11));
        assert!(close(model.leaves(&Experience { end: End::Unresolved, ..plain }), 0.3));
        assert!(model.leaves(&Experience { contacts: 3, ..plain }) > 0.11);
        assert!(model.leaves(&Experience { wait: 2.0, ..plain }) > 0.04);
    }

    #[test]
    fn nobody_leaves_where_the_shares_are_nothing() {
        let leave = Leaving { first: 0.0, later: 0.0, unresolved: 1.0, anger: 1.0 };
        let model = SatisfactionModel::new(&Satisfaction { leave, ..Satisfaction::default() });
        assert_eq!(model.leaves(&Experience { contacts: 40, ..Experience::default() }), 0.0);
        assert_eq!(model.leaves(&Experience { end: End::Unresolved, ..Experience::default() }), 1.0);
    }

    #[test]
    fn answers_are_shares_in_order() {
        let model = SatisfactionModel::new(&Satisfaction::default());
        for score in (-2000..=2000).map(|i| f64::from(i) / 2.0) {
            let answers = model.answers(score);
            assert!(close(answers.ultimate + answers.good() + answers.bad() + answers.ugly, 1.0));
            assert!((0.0..=answers.satisfied).contains(&answers.promoter), "{score}");
            assert!((0.0..=answers.satisfied).contains(&answers.ultimate), "{score}");
            assert!(answers.detractor >= 0.0 && answers.detractor <= 1.0 - answers.satisfied, "{score}");
            assert!(answers.ugly >= 0.0 && answers.ugly <= 1.0 - answers.satisfied, "{score}");
        }
    }

    #[test]
    fn effort_adds_up_and_ends_at_seven() {
        let effort = EffortWeights { contact: 1.0, transfer: 0.5, repetition: 0.25, minute: 0.1 };
        let model = SatisfactionModel::new(&Satisfaction { effort, ..Satisfaction::default() });
        let plain = Experience::default();
        assert_eq!(model.effort(&plain), 1.0);
        let lived = Experience { contacts: 2, transfers: 1, repetitions: 2, time_on_contact: 600.0, ..plain };
        assert_eq!(model.effort(&lived), 4.0);
        assert_eq!(model.effort(&Experience { contacts: 22, ..plain }), 7.0);
    }
}
