//! Whether the second part of the app is there: what no first view needs.
//!
//! The functions of the modules named `later` come in a wasm of their own, once the first
//! has come (`docs/decisions/0035-a-part-that-comes-later.md`). Each takes a [`Here`], so
//! that none is called before. In all builds but a release nothing is parted.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// That the second part is there.
#[derive(Debug, Clone, Copy)]
pub struct Here(());

/// What is known of the second part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    /// It is on its way.
    #[default]
    Coming,
    /// It is there.
    Here,
    /// It did not come.
    Missing,
}

thread_local! {
    static STATE: Cell<State> = Cell::default();
    static LISTENERS: RefCell<Vec<Weak<dyn Fn()>>> = RefCell::default();
}

/// Whether the second part is there.
#[must_use]
pub fn here() -> Option<Here> {
    (!cfg!(split) || STATE.get() == State::Here).then_some(Here(()))
}

/// Whether it did not come.
#[must_use]
pub fn is_missing() -> bool {
    here().is_none() && STATE.get() == State::Missing
}

/// Hears of the second part, and of cards that are shown, until it is dropped.
pub struct Listener(Rc<dyn Fn()>);

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Listener")
    }
}

impl Listener {
    /// Begins to hear.
    pub fn begin(call: impl Fn() + 'static) -> Self {
        let listener = Self(Rc::new(call));
        LISTENERS.with_borrow_mut(|listeners| {
            listeners.retain(|listener| listener.strong_count() > 0);
            listeners.push(Rc::downgrade(&listener.0));
        });
        listener
    }
}

/// A card has been shown, or there is news of the second part.
#[cfg(all(feature = "element", target_arch = "wasm32"))]
pub fn tell(state: State) {
    STATE.set(state);
    // Whoever is told may begin or end to listen.
    let listeners = LISTENERS.with_borrow(Clone::clone);
    for listener in listeners {
        if let Some(listener) = listener.upgrade() {
            listener();
        }
    }
}
