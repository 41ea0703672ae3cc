//! Shift types, contracts, days of shifts, rosters: what is read and what is said about faults.

use holdline::scenario::{Scenario, Staffing};
use holdline::units::{HOUR, Seconds};

use super::{SOUND, read};

const SECTIONS: &str = r#"
[shifts.early]
start = "07:00-08:00"
step = "30min"
length = ["8h", "4h"]
breaks = [
    { length = "15min", between = ["1h", "2h"], paid = true },
    { length = "30min", between = ["3h 30min", "5h"] },
]
days = ["weekdays", 6]
most = 20
premium = 1.2

[shifts.late]
start = ["12:00", "10:30"]
length = "8h"
groups = ["back"]

[contracts.full]
group = "back"
days_per_week = { min = 4, max = 5 }
hours_per_week = { min = "30h", max = "40h" }
people = { max = 12 }
cost_per_hour = 21.5
overtime = { hours = "4h" }

[contracts.part]
group = "front"
shifts = ["early"]
days_per_week = 3
"#;

fn with_calendar(sections: &str) -> String {
    SOUND.replace("days = 2", "start = 2026-11-30\ndays = 7") + sections
}

fn sound() -> Scenario {
    read("schedule sections", &with_calendar(SECTIONS)).unwrap().scenario
}

#[test]
fn shift_types_are_read() {
    let scenario = sound();
    let [early, late] = &scenario.shifts[..] else { panic!("two shift types") };
    assert_eq!(early.starts, [7.0, 7.5, 8.0].map(|hour| Seconds(hour * HOUR)));
    assert_eq!(early.lengths, [4.0, 8.0].map(|hour| Seconds(hour * HOUR)));
    assert_eq!((early.most, early.premium), (Some(20), 1.2));
    // A Monday first: the weekdays are days 0 to 4, and the sixth day is a Saturday.
    assert_eq!(early.days, Some(vec![0, 1, 2, 3, 4, 5]));
    assert!(early.breaks[0].paid && !early.breaks[1].paid);
    // Four hours are too short for a break that may begin after five.
    assert_eq!(early.breaks_of(Seconds(4.0 * HOUR)).count(), 1);
    assert_eq!(late.starts, [10.5, 12.0].map(|hour| Seconds(hour * HOUR)));
    assert_eq!(late.groups, Some(vec![1]));
    assert_eq!(late.days, None);
}

#[test]
fn contracts_are_read() {
    let scenario = sound();
    let [full, part] = &scenario.contracts[..] else { panic!("two contracts") };
    assert_eq!((full.group, full.days, full.people), (1, (4, 5), (0, 12)));
    assert_eq!(full.shifts, [0, 1]);
    assert_eq!(full.hours, (Seconds(30.0 * HOUR), Seconds(40.0 * HOUR)));
    assert_eq!((full.cost_per_hour, full.overtime), (Some(21.5), Some((Seconds(4.0 * HOUR), 1.5))));
    // The late shift is not for the front, which works the early one alone.
    assert_eq!((part.group, part.shifts.as_slice(), part.days), (0, &[0][..], (3, 3)));
}

#[test]
fn shifts_of_some_days_are_read() {
    let staff =
        r#"staff = { shifts = [ { from = "08:00", to = "16:00", agents = 3, days = ["weekend", "monday", 2] } ] }"#;
    let text = with_calendar("").replace("staff = 12", staff);
    let Staffing::Shifts(shifts) = read("shift days", &text).unwrap().scenario.groups[0].staff.clone() else {
        panic!("shifts")
    };
    assert_eq!(shifts[0].days, Some(vec![0, 1, 5, 6]));
}

#[test]
fn every_fault_is_named_with_its_remedy() {
    let faults = [
        ("start = \"07:00-08:00\"", "start = \"09:00-08:00\"", "the last start must come after the first"),
        ("start = [\"12:00\", \"10:30\"]", "start = [\"12:00\"]\nstep = \"1h\"", "`step` has no meaning"),
        ("[\"1h\", \"2h\"]", "[\"1h\"]", "`between` has two ends"),
        ("[\"1h\", \"2h\"]", "[\"2h\", \"1h\"]", "`between` ends before it begins"),
        ("[\"1h\", \"2h\"]", "[\"1h\", \"4h\"]", "can overlap the next"),
        ("[\"3h 30min\", \"5h\"]", "[\"3h 30min\", \"7h 45min\"]", "a break may end after a shift of"),
        ("days = [\"weekdays\", 6]", "days = [\"weekdays\", 8]", "there is no day 8 in a horizon of 7"),
        ("days = [\"weekdays\", 6]", "days = [\"workdays\"]", "did you mean \"weekdays\"?"),
        ("groups = [\"back\"]", "groups = [\"bakc\"]", "did you mean `back`?"),
        ("group = \"front\"", "group = \"frnt\"", "there is no agent group `frnt`"),
        ("shifts = [\"early\"]", "shifts = [\"late\"]", "the group of this contract does not work any shift type"),
        ("min = 4, max = 5", "min = 5, max = 4", "the `min` of `days_per_week` is above its `max`"),
        ("min = \"30h\", max = \"40h\"", "min = \"30h\"", "overtime needs a limit"),
        ("premium = 1.2", "premuim = 1.2", "did you mean `premium`?"),
        ("days_per_week = 3", "days_per_week = 8", "the most is 7"),
    ];
    for (sound, wrong, sentence) in faults {
        assert!(SECTIONS.contains(sound), "{sound}");
        let text = with_calendar(&SECTIONS.replacen(sound, wrong, 1));
        let problems = read("schedule fault", &text).expect_err(wrong).to_string();
        assert!(problems.contains(sentence), "{wrong}: {problems}");
        assert!(problems.contains("-->"), "{wrong} has a place: {problems}");
    }
}

#[test]
fn names_of_days_need_a_calendar() {
    let text = SOUND.to_owned() + &SECTIONS.replace(", 6]", "]");
    let problems = read("no calendar", &text).unwrap_err().to_string();
    assert!(problems.contains("`weekdays` needs a calendar"), "{problems}");
}
