//! `target` of a contact type.

use crate::scenario::{Per, Target};
use crate::units::Seconds;

use super::fields::Fields;
use super::horizon::Frame;

/// The threshold of a target that names none.
const USUAL_THRESHOLD: f64 = 20.0;

/// Reads `target`; none where nothing is promised: an `answer` of 0 and an `abandon` of 1, with which a file switches off
/// what its base promises. Its clock can only follow opening hours where there are some, its satisfaction needs a model,
/// and days need a study that has some.
pub(super) fn read(fields: &Fields<'_>, has_hours: bool, frame: Option<Frame>, satisfaction: bool) -> Option<Target> {
    let open_time = fields.choice("clock") == Some("open");
    if open_time && !has_hours {
        let remedy = "add `open = \"08:00-20:00\"` to the contact type, or leave `clock` out";
        fields.reader.wrong(fields.place("clock"), "the clock \"open\" needs opening hours", remedy);
    }
    let csat = fields.share("csat");
    if csat.is_some() && !satisfaction {
        let remedy = "add an empty table [satisfaction] for the usual model, or leave `csat` out";
        fields.reader.wrong(fields.place("csat"), "a target for `csat` needs a model of satisfaction", remedy);
    }
    let (per, days) = (fields.choice("per"), fields.share("days"));
    let by_duration = frame.is_some_and(|frame| frame.days.is_none());
    if by_duration {
        check_by_duration(fields);
    }
    let per_day = !by_duration && per.map_or(days.is_some(), |per| per == "day");
    let target = Target {
        answer: fields.share("answer").filter(|share| *share > 0.0),
        within: Seconds(fields.duration("within").unwrap_or(USUAL_THRESHOLD)),
        abandon: fields.share("abandon").filter(|share| *share < 1.0),
        asa: fields.duration("asa").map(Seconds),
        csat,
        open_time,
        per: if per_day { Per::Day } else { Per::Interval },
        days,
    };
    let promises = target.answer.is_some() || target.abandon.is_some() || target.asa.is_some() || csat.is_some();
    promises.then_some(target)
}

/// A study by duration has neither days nor intervals: a promise holds over all of it.
fn check_by_duration(fields: &Fields<'_>) {
    if fields.has("days") {
        let remedy = "give the horizon `days` in place of `duration`, or leave `days` out of the target";
        let title = "a share of days is promised, but a study by `duration` has no days";
        fields.reader.wrong(fields.place("days"), title, remedy);
    }
    if fields.has("per") {
        let sentence = "`per` changes nothing in a study by `duration`: the target holds over all of it";
        fields.reader.warn(fields.place("per"), sentence);
    }
}
