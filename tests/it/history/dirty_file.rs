//! A log of four weeks in which something of every kind is wrong, with what is to be found.

use holdline::history::Fault;

pub(super) const HEADER: &str =
    "Call ID,Queue start,Answered at,Ended at,Wait,Talk time,ACW,Queue,Status,Agent,Caller,Priority";

/// A file under construction.
#[derive(Default)]
pub(super) struct Dirty {
    pub(super) bytes: Vec<u8>,
    line: u32,
    rows: u32,
    /// Second of the last evening at which the next row arrives.
    clock: u32,
    /// Faults, how often they are to be found and on which line first.
    pub(super) expected: Vec<(Fault, u64, u32)>,
}

/// One row before it is written.
#[derive(Clone)]
pub(super) struct Fields {
    pub(super) id: String,
    pub(super) arrived: String,
    pub(super) answered: String,
    pub(super) ended: String,
    pub(super) wait: String,
    pub(super) talk: String,
    pub(super) wrap: String,
    pub(super) queue: String,
    pub(super) status: String,
    pub(super) agent: String,
    pub(super) caller: String,
    pub(super) priority: String,
}

impl Fields {
    pub(super) fn line(&self) -> String {
        let Self { id, arrived, answered, ended, wait, talk, wrap, queue, status, agent, caller, priority } = self;
        [id, arrived, answered, ended, wait, talk, wrap, queue, status, agent, caller, priority]
            .map(String::as_str)
            .join(",")
    }

    /// Second of the day at which it arrived.
    pub(super) fn second(&self) -> u32 {
        self.arrived[11..].split(':').fold(0, |sum, part| sum * 60 + part.parse::<u32>().unwrap())
    }

    /// The same abandoned after its wait.
    pub(super) fn abandoned(mut self) -> Self {
        self.status = "abandoned".into();
        for field in [&mut self.answered, &mut self.ended, &mut self.talk, &mut self.wrap, &mut self.agent] {
            field.clear();
        }
        self
    }
}

pub(super) fn clock(second: u32) -> String {
    format!("{:02}:{:02}:{:02}", second / 3600 % 24, second / 60 % 60, second % 60)
}

impl Dirty {
    /// Four weeks with ten calls an hour; one day is missing, others lack hours or have too many.
    pub(super) fn new() -> Self {
        let mut file = Self { clock: 23 * 3600 + 54 * 60, ..Self::default() };
        file.line_of("Calls of January, all queues");
        file.line_of("");
        file.expect(Fault::BeforeHeader, 2, 1);
        file.line_of(HEADER);
        for day in 1..=28 {
            for hour in (0..24).filter(|hour| is_open(day, *hour)) {
                let calls = if (day, hour) == (28, 2) { 30 } else { 10 };
                for call in 0..calls {
                    let second = hour * 3600 + call * 3600 / calls;
                    let fields = file.call(day, second, if call % 3 == 0 { "service" } else { "sales" }, call % 10);
                    file.line_of(&fields.line());
                }
            }
        }
        let days = [Fault::MissingDay, Fault::ThinDay, Fault::SilentHours, Fault::SkippedHour, Fault::DoubledHour];
        days.into_iter().for_each(|fault| file.expect(fault, 1, 0));
        file
    }

    pub(super) fn expect(&mut self, fault: Fault, count: u64, line: u32) {
        self.expected.push((fault, count, line));
    }

    /// Expects a fault once, on the line that is written next.
    pub(super) fn expect_next(&mut self, faults: &[Fault]) {
        faults.iter().for_each(|fault| self.expect(*fault, 1, self.line + 1));
    }

    pub(super) fn line_of(&mut self, text: &str) {
        self.bytes_of(format!("{text}\n").as_bytes());
    }

    pub(super) fn bytes_of(&mut self, bytes: &[u8]) {
        self.bytes.extend(bytes);
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count() as u32;
    }

    /// A call that waits 10 s and is talked about for 3 min.
    pub(super) fn call(&mut self, day: u32, second: u32, queue: &str, agent: u32) -> Fields {
        self.rows += 1;
        Fields {
            id: format!("c{}", self.rows),
            arrived: format!("2024-01-{day:02} {}", clock(second)),
            answered: clock(second + 10),
            ended: clock(second + 10 + 180),
            wait: "10".into(),
            talk: "180".into(),
            wrap: "5".into(),
            queue: queue.into(),
            status: "answered".into(),
            agent: format!("Agent {agent}"),
            caller: format!("07{:06}", self.rows),
            priority: "1".into(),
        }
    }

    /// The next call of the last evening, whose agent has no other.
    pub(super) fn next_call(&mut self) -> Fields {
        self.clock += 2;
        let agent = 100 + self.rows;
        self.call(28, self.clock, "sales", agent)
    }

    /// Writes a call of the last evening that has these faults.
    pub(super) fn wrong(&mut self, faults: &[Fault], change: impl FnOnce(&mut Fields)) {
        let mut fields = self.next_call();
        change(&mut fields);
        self.expect_next(faults);
        self.line_of(&fields.line());
    }

    /// The same for an abandoned call.
    pub(super) fn wrong_abandoned(&mut self, faults: &[Fault], change: impl FnOnce(&mut Fields)) {
        self.wrong(faults, |fields| {
            *fields = fields.clone().abandoned();
            change(fields);
        });
    }
}

/// 10 January is missing, 17 January has one hour, 18 January a silent afternoon, 21 January a short night.
fn is_open(day: u32, hour: u32) -> bool {
    match day {
        10 => false,
        17 => hour == 12,
        18 => !(14..16).contains(&hour),
        21 => hour != 2,
        _ => true,
    }
}
