//! What the page wants and what the simulation has to say: one place for each, so that nothing queues up.
//!
//! A newer wish takes the place of the older one. What is being worked on for the older one ends as soon as it has shown
//! its first figures; whoever posts a wish gets the means to end it sooner.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::base::Base;
use crate::kpi::{Comparison, ScenarioResult};
use crate::scenario::Scenario;

/// What is to be simulated.
#[derive(Clone)]
pub(super) struct Wish {
    /// Later wishes have higher numbers.
    pub(super) number: u64,
    /// The saved scenario.
    pub(super) base: Arc<Base>,
    /// What is tried; none where nothing is changed.
    pub(super) tried: Option<Arc<Scenario>>,
    /// Raised when nobody wants it any more.
    pub(super) cancel: Arc<AtomicBool>,
}

/// What is known so far of what was wished for.
pub(super) struct Answer {
    /// The number of the wish.
    pub(super) number: u64,
    /// The saved scenario's figures.
    pub(super) saved: Arc<ScenarioResult>,
    /// Those of what is tried; none where nothing is changed.
    pub(super) tried: Option<ScenarioResult>,
    /// How they compare; where nothing is changed, the saved scenario with itself.
    pub(super) comparison: Comparison,
    /// Replications behind the figures, and how many there will be.
    pub(super) progress: (u32, u32),
    /// How often figures are shown on the way to all replications: at each of them something could be called real.
    pub(super) looks: usize,
}

/// Between the page and the worker.
pub(super) struct Desk {
    slots: Mutex<Slots>,
    wished: Condvar,
    /// Counts whatever changes for the page.
    news: watch::Sender<u64>,
}

#[derive(Default)]
struct Slots {
    wish: Option<Wish>,
    answer: Option<Arc<Answer>>,
    /// The cancel flag of what is worked on, and whether it has shown figures.
    at_work: Option<(Arc<AtomicBool>, bool)>,
    /// Since when somebody waits for figures, whatever figures; none where the latest wish has some.
    waits_since: Option<Instant>,
    closed: bool,
}

/// For how long figures may fail to come before what is begun is let finish.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// When something is shown depends on the clock; what is shown does not.
#[allow(clippy::disallowed_methods)]
fn now() -> Instant {
    Instant::now()
}

impl Desk {
    pub(super) fn new() -> Self {
        Self { slots: Mutex::default(), wished: Condvar::new(), news: watch::Sender::new(1) }
    }

    fn slots(&self) -> MutexGuard<'_, Slots> {
        // Every change of the slots is one assignment, so that they are whole whatever has happened.
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a wish down in place of one that nobody has taken up. What is at work ends if it has shown figures; else its
    /// flag is handed back, to be raised when it has had its time.
    pub(super) fn wish(&self, wish: Wish) -> Option<Arc<AtomicBool>> {
        let mut slots = self.slots();
        slots.wish = Some(wish);
        slots.waits_since.get_or_insert_with(now);
        self.wished.notify_all();
        let (cancel, has_shown) = slots.at_work.clone()?;
        if has_shown {
            cancel.store(true, Ordering::Relaxed);
            return None;
        }
        Some(cancel)
    }

    /// Ends work that has had its time without showing anything, for the sake of a newer wish. But who never stops
    /// changing things would see nothing at all; after a while the figures of a moment ago are better than none.
    pub(super) fn hurry(&self, older: &AtomicBool) {
        let waits_since = self.slots().waits_since;
        if waits_since.is_none_or(|since| now().duration_since(since) < LONGEST_WAIT) {
            older.store(true, Ordering::Relaxed);
        }
    }

    /// Waits for a wish and takes it up; none when the desk is closed.
    pub(super) fn take(&self) -> Option<Wish> {
        let mut slots = self.slots();
        slots.at_work = None;
        loop {
            if slots.closed {
                return None;
            }
            if let Some(wish) = slots.wish.take() {
                slots.at_work = Some((Arc::clone(&wish.cancel), false));
                return Some(wish);
            }
            slots = self.wished.wait(slots).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Shows what is known. False where a newer wish waits, so that there is no use in going on.
    pub(super) fn show(&self, answer: Answer) -> bool {
        let mut slots = self.slots();
        slots.answer = Some(Arc::new(answer));
        slots.at_work.iter_mut().for_each(|(_, has_shown)| *has_shown = true);
        slots.waits_since = slots.wish.as_ref().map(|_| now());
        let goes_on = slots.wish.is_none() && !slots.closed;
        drop(slots);
        self.tell();
        goes_on
    }

    /// The latest answer, if there is one.
    pub(super) fn answer(&self) -> Option<Arc<Answer>> {
        self.slots().answer.clone()
    }

    /// Ends the work, now and for good.
    pub(super) fn close(&self) {
        let mut slots = self.slots();
        slots.closed = true;
        slots.at_work.iter().for_each(|(cancel, _)| cancel.store(true, Ordering::Relaxed));
        drop(slots);
        self.wished.notify_all();
        self.tell();
    }

    /// Lets everybody know that something has changed.
    pub(super) fn tell(&self) {
        self.news.send_modify(|version| *version += 1);
    }

    /// A number that grows whenever something changes, to be waited on.
    pub(super) fn news(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::scenario::load;

    fn wish(base: &Arc<Base>, number: u64) -> Wish {
        Wish { number, base: Arc::clone(base), tried: None, cancel: Arc::default() }
    }

    #[test]
    fn what_is_begun_gives_way_unless_nothing_was_shown_for_long() {
        let file = Path::new("scenarios/small-team.toml");
        let base = Arc::new(Base::new(file, load(file).unwrap()));
        let desk = Desk::new();
        assert!(desk.wish(wish(&base, 1)).is_none(), "nobody is at work");
        desk.take().unwrap();
        let older = desk.wish(wish(&base, 2)).unwrap();
        desk.hurry(&older);
        assert!(older.load(Ordering::Relaxed), "it has had its time");
        // The next one, and the one after it, while nothing has been shown since the first wish.
        desk.take().unwrap();
        let older = desk.wish(wish(&base, 3)).unwrap();
        desk.slots().waits_since = now().checked_sub(2 * LONGEST_WAIT);
        desk.hurry(&older);
        assert!(!older.load(Ordering::Relaxed), "its figures are better than none");
    }
}
