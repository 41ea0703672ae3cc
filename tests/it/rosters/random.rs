//! Rosters of random teams keep every rule, as the inspector sees it.

use holdline::planner::roster::{Asked, Document, Effort, Plan, Required, solve};
use holdline::report::roster::csv;
use holdline::sampling::{Key, Purpose, Stream};
use holdline::scenario::{Member, Scenario, Wanted, Wish, load_text};

use super::SCENARIO;
use super::inspector::Inspector;

fn below(stream: &mut Stream, count: u32) -> u32 {
    (stream.uniform() * f64::from(count)) as u32
}

/// The team's scenario with other rules, in half of the cases with nights.
fn scenario(case: u64, stream: &mut Stream) -> Scenario {
    let (least, row) = (2 + below(stream, 3), 2 + below(stream, 5));
    let most = least + below(stream, 3);
    let rest = 8 + below(stream, 6);
    let late = if case.is_multiple_of(2) { "start = [\"12:00\"]" } else { "start = [\"22:00\"]" };
    let text = SCENARIO
        .replace("min = 3, max = 5", &format!("min = {least}, max = {most}"))
        .replace("max = \"37h 30min\"", &format!("min = \"{}h\", max = \"{}h\"", least * 6, most * 7))
        .replace(
            "people = { max = 8 }",
            &format!("rest = \"{rest}h\"\ndays_in_a_row = {row}\novertime = {{ hours = \"5h\" }}"),
        )
        .replace("start = [\"12:00\"]", late)
        .replace("length = \"8h\"\nbreaks", &format!("most = {}\nlength = \"8h\"\nbreaks", 2 + below(stream, 4)))
        .replace("staff = { file = \"need.csv\", column = \"team\" }", "staff = 2");
    load_text(std::path::Path::new("random.toml"), &text, &[]).unwrap_or_else(|p| panic!("{p}")).scenario
}

fn member(number: u32, stream: &mut Stream) -> Member {
    let days = |share: f64, stream: &mut Stream| (0..14).filter(|_| stream.uniform() < share).collect::<Vec<u32>>();
    let (off, leave) = (days(0.12, stream), days(0.08, stream));
    let wish = |day| Wish { day, wanted: [Wanted::Off, Wanted::Work, Wanted::Shift(1)][day as usize % 3], weight: 1.0 };
    let wishes = days(0.1, stream).into_iter().map(wish).collect();
    Member { name: format!("person {number}"), contract: 0, off, leave, wishes }
}

/// The people as their file would have them.
fn table(members: &[Member]) -> String {
    let start = jiff::civil::date(2026, 11, 30);
    let dates = |days: &[u32]| -> String {
        let date = |day: &u32| start.checked_add(jiff::Span::new().days(i64::from(*day))).unwrap().to_string();
        days.iter().map(date).collect::<Vec<_>>().join("; ")
    };
    let row = |m: &Member| format!("{},full,{},{}\n", m.name, dates(&m.off), dates(&m.leave));
    "person,contract,off,leave\n".to_owned() + &members.iter().map(row).collect::<String>()
}

#[test]
fn random_teams_keep_every_rule() {
    let mut stream = Key::new(11, 0).stream(Purpose::Bootstrap);
    let mut worked = 0;
    for case in 0..40 {
        let scenario = scenario(case, &mut stream);
        let members: Vec<Member> = (0..3 + below(&mut stream, 7)).map(|number| member(number, &mut stream)).collect();
        let plan = Plan::new(&scenario, &members).unwrap();
        let need = (0..14 * 48).map(|i| if (16..40).contains(&(i % 48)) { below(&mut stream, 3) } else { 0 }).collect();
        let required = Required::Staff(vec![need]);
        let solved = vec![(0, solve(plan.task(0, &required), Effort { moves: 400, seed: case }))];
        let asked =
            Asked { file: String::new(), need: None, people: None, roster: None, weeks: 2, seed: case, effort: 400 };
        let document = Document::new(&plan, &required, &solved, asked, Vec::new());
        let people = &document.groups[0].people;
        let short = people.iter().flat_map(|p| p.short_weeks.iter().map(|week| (p.person.clone(), *week as i64)));
        let list = String::from_utf8(csv(&document).unwrap()).unwrap();
        let inspector = Inspector::new(&scenario, &list, &table(&members), short.collect());
        assert_eq!(inspector.faults(), Vec::<String>::new(), "case {case}");
        assert!(
            (inspector.cost() - document.cost).abs() < 1e-6,
            "case {case}: {} for {}",
            inspector.cost(),
            document.cost
        );
        // What is said to be missing is missing, to the minute.
        let presence = inspector.presence(0);
        let short =
            |minute: usize| f64::from(solved[0].1.task.frame.need[minute / 15].saturating_sub(presence[minute]));
        let missing: f64 = (0..presence.len()).map(short).sum::<f64>() / 60.0;
        assert!((missing - document.groups[0].missing_hours).abs() < 1e-6, "case {case}: {missing}");
        worked += people.iter().map(|person| person.days.len()).sum::<usize>();
    }
    assert!(worked > 500, "only {worked} shifts");
}

#[test]
fn the_inspector_sees_what_is_wrong() {
    let scenario = load_text(
        std::path::Path::new("seen.toml"),
        &SCENARIO.replace("staff = { file = \"need.csv\", column = \"team\" }", "staff = 2"),
        &[],
    );
    let scenario = scenario.unwrap().scenario;
    let people = "person,contract,off,leave\nAda,full,2026-12-02,\n";
    let row = |day: u32, start: &str, end: &str, breaks: &str| {
        let kind = if start == "12:00" { "late" } else { "early" };
        format!("Ada,team,full,{day},,{kind},{start},{end},{breaks},7.5\n")
    };
    let head = "person,group,contract,day,date,shift,start,end,breaks,paid_hours\n";
    for (rows, fault) in [
        (row(3, "08:00", "16:00", "11:00-11:30"), "at work on day 2"),
        (row(1, "08:30", "16:30", "11:30-12:00"), "no such shift"),
        (row(1, "08:00", "16:00", "15:00-15:30"), "no such shift"),
        (row(1, "12:00", "20:00", "15:00-15:30"), "too few"),
        ((1..=7).map(|day| row(day, "08:00", "16:00", "11:00-11:30")).collect(), "days in a row"),
        ((1..=7).map(|day| row(day, "08:00", "16:00", "11:00-11:30")).collect(), "too many"),
        (row(1, "12:00", "20:00", "15:00-15:30") + &row(1, "08:00", "16:00", "11:00-11:30"), "two shifts"),
    ] {
        let inspector = Inspector::new(&scenario, &(head.to_owned() + &rows), people, Vec::new());
        assert!(inspector.faults().iter().any(|said| said.contains(fault)), "{fault}: {:?}", inspector.faults());
    }
}
