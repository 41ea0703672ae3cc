//! The customers' side: issues from contact to contact, and what may follow what.

use holdline::engine::{Contact, Ending, Journey, Origin, Outcome};
use holdline::sampling::{Purpose, Sampler};
use holdline::scenario::{ContactType, Repeat};

use super::issue::{Issue, Next};
use super::watch::{NEAR, Watch};

/// Whether a place between 0 and 1 makes a customer contact again by the type `to`.
fn repeats_by(rule: &Repeat, from: usize, to: usize, mut place: f64) -> bool {
    let within = |(_, share): &&(usize, f64)| {
        let found = place < *share;
        place -= share;
        found
    };
    rule.to.iter().find(within).map_or(from, |(kind, _)| *kind) == to
}

impl Watch<'_> {
    pub(super) fn issue(&mut self, contact: &Contact) -> &mut Issue {
        self.issues.get_mut(&contact.journey.0).unwrap_or_else(|| panic!("of no issue: {contact:?}"))
    }

    pub(super) fn rules(&self, kind: usize) -> &ContactType {
        &self.scenario.contacts[kind]
    }

    /// A contact arrives: an issue begins, or goes on as it may.
    pub(super) fn issue_goes_on(&mut self, contact: &Contact, origin: Origin) {
        if origin == Origin::Fresh {
            let before = self.issues.insert(contact.journey.0, Issue::new(contact));
            return assert!(before.is_none(), "a fresh contact of an issue under way: {contact:?}");
        }
        let issue = self.issue(contact).clone();
        let Some((ending, ended)) = issue.over else { panic!("two contacts of an issue at once: {contact:?}") };
        assert!(contact.arrived >= ended - NEAR, "before the last one ended: {contact:?} {issue:?}");
        assert!(!matches!(ending, Ending::Resolved), "after the issue was resolved: {contact:?} {issue:?}");
        let passed_on = (contact.arrived - ended).abs() < NEAR && self.is_passed(&issue, contact);
        assert!(issue.vague || (origin == Origin::Transfer) == passed_on, "passed on or not: {contact:?} {issue:?}");
        let key = if origin == Origin::Redial { issue.contact.key.child(1) } else { issue.key.child(2) };
        assert_eq!(contact.key, key, "numbers of another contact: {contact:?} {issue:?}");
        match origin {
            Origin::Redial => self.may_redial(&issue, ending, contact),
            Origin::Repeat => self.may_repeat(&issue, ending, contact),
            Origin::Transfer | Origin::Fresh => {}
        }
        let promised = origin == Origin::Repeat && issue.next == Next::Promised;
        self.issue(contact).begin(contact, origin, promised);
        if origin == Origin::Transfer && ending == Ending::Transferred {
            let briefed =
                self.rules(issue.contact.kind.index()).customers.transfer.as_ref().unwrap().briefing.is_some();
            self.issue(contact).warm = briefed && issue.group.is_some();
            self.seen.rare(if briefed { "warm transfer" } else { "cold transfer" });
        }
    }

    /// Whether a contact is one that its predecessor was passed on to: transferred, or a message.
    fn is_passed(&self, issue: &Issue, contact: &Contact) -> bool {
        let rules = &self.rules(issue.contact.kind.index()).customers;
        match issue.over {
            Some((Ending::Transferred, _)) if self.doors_are_moving(&issue.contact) => true,
            Some((Ending::Transferred, _)) => self.passes_on_to(&issue.contact) == Some(contact.kind.index()),
            Some((Ending::Closed, _)) => {
                let rule = rules.out_of_hours.as_ref();
                rule.is_some_and(|rule| rule.voice_mail > 0.0 && rule.to == Some(contact.kind.index()))
                    && issue.contact.kind != contact.kind
            }
            _ => false,
        }
    }

    fn may_redial(&mut self, issue: &Issue, ending: Ending, contact: &Contact) {
        assert_eq!(contact.kind, issue.contact.kind, "tries again elsewhere: {contact:?} {issue:?}");
        let kind = contact.kind.index();
        let ended = issue.over.unwrap().1;
        let customers = &self.rules(kind).customers;
        if ending == Ending::Closed {
            let rule = customers.out_of_hours.as_ref().expect("tries again although it must not");
            assert!(rule.try_again > 0.0 && contact.arrived >= self.roster.next_opening(kind, ended), "{issue:?}");
            return self.seen.rare("tried again after hours");
        }
        let rule = customers.redial.as_ref().expect("redials although it must not");
        let chance = match ending {
            Ending::Abandoned => rule.abandoned,
            Ending::Blocked => rule.blocked,
            _ => panic!("redials after {ending:?}: {issue:?}"),
        };
        let mut stream = issue.contact.key.stream(Purpose::Redial);
        assert!(stream.uniform() < chance, "redials although it would not: {issue:?}");
        let after = Sampler::new(&rule.after).draw(&mut stream);
        assert!((contact.arrived - ended - after).abs() < NEAR, "redials at another time: {contact:?} {issue:?}");
        assert!(rule.attempts.is_none_or(|most| issue.redials < most), "one redial too many: {issue:?}");
        self.seen.rare("redialled");
    }

    /// Whether the customer is furious or weary enough to take the issue to the public, by the contact's own numbers.
    fn escalates(&self, issue: &Issue) -> bool {
        let rule = self.rules(issue.contact.kind.index()).customers.escalate.as_ref();
        let mut stream = issue.contact.key.stream(Purpose::Escalation);
        let (fury, weariness) = (stream.uniform(), stream.uniform());
        let conduct = issue.group.and_then(|group| self.scenario.groups[group].conduct);
        let furious = issue.badly && conduct.is_some_and(|conduct| fury < conduct.public);
        let weary = rule.is_some_and(|rule| issue.contacts >= rule.contacts && weariness < rule.probability);
        !issue.escalated && (furious || weary)
    }

    /// What the numbers of a contact and of its attempt make of the end of the contact.
    fn what_is_next(&self, issue: &Issue, ending: Ending) -> Next {
        if matches!(ending, Ending::Resolved | Ending::Transferred) {
            return Next::Other;
        }
        if self.escalates(issue) {
            return Next::Escalated;
        }
        let promise = self.rules(issue.contact.kind.index()).customers.promise.as_ref();
        let Some(rule) = promise.filter(|_| ending == Ending::Unresolved) else { return Next::Other };
        let mut stream = issue.key.stream(Purpose::Promise);
        let (promised, kept) = (stream.uniform() < rule.probability, stream.uniform() < rule.kept);
        match (promised, kept) {
            (true, true) => Next::Promised,
            (true, false) => Next::PromisedInVain,
            (false, _) => Next::Other,
        }
    }

    fn may_repeat(&mut self, issue: &Issue, ending: Ending, contact: &Contact) {
        let (from, to) = (issue.contact.kind.index(), contact.kind.index());
        let customers = &self.rules(from).customers;
        let ended = issue.over.unwrap().1;
        let mut promise = issue.key.stream(Purpose::Promise);
        let mut promised_for = || {
            promise.uniform();
            promise.uniform();
            Sampler::new(&customers.promise.as_ref().unwrap().after).draw(&mut promise)
        };
        let time = match issue.next {
            Next::Escalated => {
                let rule = customers.escalate.as_ref().expect("goes on although it was escalated in public");
                assert_eq!(rule.to, Some(to), "escalated to somebody else: {contact:?} {issue:?}");
                let mut stream = issue.contact.key.stream(Purpose::Escalation);
                stream.uniform();
                stream.uniform();
                ended + Sampler::new(&rule.after).draw(&mut stream)
            }
            Next::Promised => {
                assert_eq!(from, to, "called about something else: {contact:?} {issue:?}");
                ended + promised_for()
            }
            Next::PromisedInVain | Next::Other => {
                let rule = customers.repeat.as_ref().expect("repeats although it must not");
                let dropped = ending == Ending::Closed && issue.origin == Origin::Transfer;
                assert!(ending == Ending::Unresolved || dropped, "repeats although it must not: {contact:?} {issue:?}");
                assert!(rule.attempts.is_none_or(|most| issue.repeats < most), "one repeat too many: {issue:?}");
                let mut stream = issue.key.stream(Purpose::Repeat);
                assert!(stream.uniform() < rule.probability, "repeats although it would not: {issue:?}");
                assert!(repeats_by(rule, from, to, stream.uniform()), "repeats elsewhere: {contact:?} {issue:?}");
                let from = if issue.next == Next::PromisedInVain { ended + promised_for() } else { ended };
                from + Sampler::new(&rule.after).draw(&mut stream)
            }
        };
        let near = (contact.arrived - time).abs() <= NEAR * (1.0 + time);
        assert!(near || issue.vague, "repeats at another time than {time}: {contact:?} {issue:?}");
        self.seen.rare(if from == to { "repeated" } else { "repeated by another type" });
    }

    /// A contact has ended for the customer.
    pub(super) fn contact_is_over(&mut self, contact: &Contact, journey: &Journey, ending: Ending) {
        let answered = ending.is_handled();
        if answered && !self.rules(contact.kind.index()).channel.serves_itself() {
            self.customer_parts(contact, journey);
        } else if answered {
            self.settle();
            self.advance(contact.arrived + contact.handling);
            self.issue(contact).time_on_contact += contact.handling;
        }
        let now = self.now;
        let deferred = self.is_deferred(contact.kind.index());
        let recovery = self.rules(contact.kind.index()).customers.recovery;
        let issue = self.issue(contact);
        assert!(issue.over.is_none() && super::watch::same(&issue.contact, contact), "ended twice: {issue:?}");
        issue.over = Some((ending, now));
        assert!(!issue.promised || issue.called_back, "the centre did not call as it promised: {issue:?}");
        issue.badly = journey.handled_badly;
        issue.poor += u32::from(issue.badly);
        issue.resolved = ending == Ending::Resolved;
        let share = recovery.filter(|_| issue.group.is_some() && issue.has_failed()).map_or(0.0, |rule| rule.share);
        let recovered = issue.key.stream(Purpose::Recovery).uniform() < share;
        issue.recoveries += u32::from(recovered);
        if !answered {
            issue.unanswered += 1;
            issue.has_waited(now - contact.arrived, deferred);
        }
        issue.transfers += u32::from(ending == Ending::Transferred && issue.group.is_some());
        let issue = issue.clone();
        issue.agrees(journey);
        assert_eq!((journey.retold, journey.origin), (issue.retold, issue.origin), "{journey:?} {issue:?}");
        assert_eq!(journey.recovered, recovered, "{journey:?} {issue:?}");
        assert_eq!(journey.awaits_call, issue.awaits_call, "{journey:?} {issue:?}");
        assert_eq!(journey.called_back, issue.called_back, "{journey:?} {issue:?}");
        assert_eq!(journey.group.map(|group| group.index()), issue.group, "{journey:?} {issue:?}");
        assert!((journey.wait - issue.wait).abs() < NEAR, "{journey:?} {issue:?}");
        if answered {
            self.ends_rightly(&issue, journey, ending);
        }
        let next = self.what_is_next(&issue, ending);
        let issue = self.issue(contact);
        issue.next = next;
        issue.escalated |= next == Next::Escalated;
        issue.broken_promises += u32::from(next == Next::PromisedInVain);
        if journey.retold {
            self.seen.rare("told again");
        }
    }

    /// What the contact's own numbers say about its end.
    fn ends_rightly(&mut self, issue: &Issue, journey: &Journey, ending: Ending) {
        let contact = &issue.contact;
        if self.doors_are_moving(contact) {
            return;
        }
        let rules = &self.rules(contact.kind.index()).customers;
        let passed_on = self.passes_on_to(contact).filter(|_| !journey.handled_badly);
        assert_eq!(ending == Ending::Transferred, passed_on.is_some(), "passed on or not: {issue:?}");
        if journey.handled_badly || passed_on.is_some() {
            return assert_ne!(ending, Ending::Resolved, "handled badly and resolved: {issue:?}");
        }
        let group = issue.group.map(|group| &self.scenario.groups[group]);
        let own = group.and_then(|group| group.resolution.iter().find(|(kind, _)| *kind == contact.kind.index()));
        let chances = own.map_or(&rules.resolution, |(_, chances)| chances);
        let chance = chances.get(issue.repeats as usize).or(chances.last()).copied().unwrap_or(1.0);
        let known = if issue.retold { rules.history.unwrap().resolution } else { 1.0 };
        let trained = issue.group.map_or(1.0, |group| self.training(group, self.now, |training| training.resolution));
        let resolved = issue.key.stream(Purpose::Resolution).uniform() < chance * known * trained;
        assert_eq!(ending == Ending::Resolved, resolved, "resolved or not, {chance} {known} {trained}: {issue:?}");
    }

    /// An issue ends.
    pub(super) fn issue_is_over(&mut self, journey: &Journey, outcome: Outcome) {
        let ours =
            |issue: &Issue| issue.opened.to_bits() == journey.opened.to_bits() && issue.first == journey.first.index();
        let number = self.issues.iter().find(|(_, issue)| ours(issue)).map(|(number, _)| *number);
        let issue = self.issues.remove(&number.expect("an issue that never began, or ended twice")).unwrap();
        issue.agrees(journey);
        assert_eq!(outcome == Outcome::Escalated, journey.escalated, "{outcome:?} {issue:?}");
        let Some((ending, _)) = issue.over else {
            // A call-back that nobody is there to make.
            let place = self.to_call.iter().position(|contact| super::watch::same(contact, &issue.contact));
            self.to_call.remove(place.unwrap_or_else(|| panic!("ends in the middle of a contact: {issue:?}")));
            assert!(self.now >= self.horizon && matches!(outcome, Outcome::Open | Outcome::Escalated), "{issue:?}");
            return self.seen.outcomes[outcome as usize] += 1;
        };
        match outcome {
            Outcome::Resolved => assert_eq!(ending, Ending::Resolved, "{issue:?}"),
            Outcome::GaveUp | Outcome::Open => assert!(!matches!(ending, Ending::Resolved | Ending::Transferred)),
            Outcome::Escalated => assert_ne!(ending, Ending::Transferred, "{issue:?}"),
        }
        let rules = &self.rules(issue.contact.kind.index()).customers;
        let always_repeats =
            rules.repeat.as_ref().is_some_and(|rule| rule.probability == 1.0 && rule.attempts.is_none());
        assert!(!(outcome == Outcome::GaveUp && ending == Ending::Unresolved && always_repeats), "{issue:?}");
        self.seen.outcomes[outcome as usize] += 1;
    }
}
