//! What is tried: the fields that differ from the saved file, and the way back.

use std::collections::VecDeque;

use indexmap::IndexMap;

/// Fields by their names, with what was typed.
pub(super) type Changes = IndexMap<String, String>;

/// States that are kept for undoing.
const KEPT: usize = 300;

/// The states that were tried one after another; one of them stands.
#[derive(Debug)]
pub(super) struct History {
    states: VecDeque<Changes>,
    stands: usize,
    /// The field that is being moved: its steps are one change.
    moving: Option<String>,
}

impl Default for History {
    /// Nothing is changed.
    fn default() -> Self {
        Self { states: VecDeque::from([Changes::new()]), stands: 0, moving: None }
    }
}

impl History {
    /// What is tried now.
    pub(super) fn now(&self) -> &Changes {
        &self.states[self.stands]
    }

    /// Takes a changed field in: what was typed, or none for what the saved file says. While a field is `moving`, as a
    /// slider does, its steps are undone together.
    pub(super) fn change(&mut self, field: &str, text: Option<String>, moving: bool) {
        let mut next = self.now().clone();
        match text {
            Some(text) => {
                next.insert(field.to_owned(), text);
            }
            None => {
                next.shift_remove(field);
            }
        }
        let goes_on = self.moving.as_deref() == Some(field);
        let differs = next != *self.now();
        if differs {
            self.put(next, goes_on);
        }
        self.moving = (moving && (goes_on || differs)).then(|| field.to_owned());
    }

    /// Goes back to the saved scenario, which can be undone like any change.
    pub(super) fn clear(&mut self) {
        self.moving = None;
        if !self.now().is_empty() {
            self.put(Changes::new(), false);
        }
    }

    fn put(&mut self, next: Changes, in_place: bool) {
        self.states.truncate(self.stands + 1);
        if in_place {
            self.states.pop_back();
        }
        self.states.push_back(next);
        if self.states.len() > KEPT {
            self.states.pop_front();
        }
        self.stands = self.states.len() - 1;
    }

    /// One state back. False where there is none.
    pub(super) fn undo(&mut self) -> bool {
        self.moving = None;
        let can = self.can_undo();
        self.stands -= usize::from(can);
        can
    }

    /// One state forth again. False where there is none.
    pub(super) fn redo(&mut self) -> bool {
        self.moving = None;
        let can = self.can_redo();
        self.stands += usize::from(can);
        can
    }

    pub(super) fn can_undo(&self) -> bool {
        self.stands > 0
    }

    pub(super) fn can_redo(&self) -> bool {
        self.stands + 1 < self.states.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staff(history: &History) -> Option<&str> {
        history.now().get("staff").map(String::as_str)
    }

    fn set(history: &mut History, text: &str, moving: bool) {
        history.change("staff", Some(text.to_owned()), moving);
    }

    #[test]
    fn changes_are_undone_one_by_one_and_redone() {
        let mut history = History::default();
        set(&mut history, "6", false);
        set(&mut history, "7", false);
        assert!(history.undo() && staff(&history) == Some("6"));
        assert!(history.undo() && staff(&history).is_none() && !history.undo());
        assert!(history.redo() && history.redo() && staff(&history) == Some("7") && !history.redo());
        history.clear();
        assert!(history.now().is_empty() && history.undo() && staff(&history) == Some("7"));
        set(&mut history, "8", false);
        assert!(!history.can_redo());
    }

    #[test]
    fn a_slider_on_the_move_is_one_change() {
        let mut history = History::default();
        (1..50).for_each(|step| set(&mut history, &step.to_string(), true));
        set(&mut history, "50", false);
        set(&mut history, "51", false);
        assert!(history.undo() && staff(&history) == Some("50"));
        assert!(history.undo() && staff(&history).is_none());
    }

    #[test]
    fn the_way_back_has_an_end() {
        let mut history = History::default();
        (0..10_000).for_each(|step| set(&mut history, &step.to_string(), false));
        assert_eq!(history.states.len(), KEPT);
        while history.undo() {}
        assert_eq!(staff(&history), Some("9700"));
    }
}
