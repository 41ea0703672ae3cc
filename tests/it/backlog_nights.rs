//! A backlog that outlasts the horizon is worked off by the timetable, which then goes on where it stood.

use holdline::engine::{GroupId, Model, Observer, simulate};
use holdline::scenario::{Arrivals, AtClose, Channel, Law, Length, Scenario, Shift, Staffing};
use holdline::units::{DAY, HOUR, Seconds};

use crate::centre::{agents, calls, centre};

/// One person from one hour to another.
fn shift(from: f64, to: f64) -> Staffing {
    let (from, to) = (Seconds(from * HOUR), Seconds(to * HOUR));
    Staffing::Shifts(vec![Shift { from, to, agents: 1, ..Shift::default() }])
}

/// More e-mails than the day shift answers, while another group takes calls until midnight.
fn evening_until_midnight() -> Scenario {
    let mut mails = calls("mails", Arrivals::PerHour(4.0), Law::Constant { value: 1000.0 });
    (mails.channel, mails.at_close) = (Channel::Email, AtClose::Keep);
    let phone = calls("phone", Arrivals::PerHour(20.0), Law::Exponential { mean: 150.0 });
    let groups = vec![agents("day", &[0], shift(8.0, 16.0)), agents("evening", &[1], shift(17.0, 24.0))];
    let mut scenario = centre(1.0, vec![mails, phone], groups);
    scenario.horizon.length = Length::Days(2);
    scenario
}

/// Who is logged in, at most, and until when.
#[derive(Default)]
struct Presence {
    most: [u32; 2],
    last: f64,
}

impl Observer for Presence {
    fn logged_in(&mut self, group: GroupId, agents: u32, _from: f64, to: f64) {
        let most = &mut self.most[group.index()];
        *most = agents.max(*most);
        self.last = self.last.max(to);
    }
}

#[test]
fn nobody_comes_twice_whose_shift_ends_with_the_horizon() {
    let scenario = evening_until_midnight();
    for replication in 0..20 {
        let mut presence = Presence::default();
        simulate(&Model::new(&scenario), 3, replication, &mut presence);
        assert_eq!(presence.most, [1, 1], "replication {replication}");
        assert!(presence.last > 2.0 * DAY + 17.0 * HOUR, "the next evening was not reached: {}", presence.last / HOUR);
    }
}
