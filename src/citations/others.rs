//! One note is open on a page: the browser sees to that only where each was asked for.

use std::cell::RefCell;

use yew::Callback;

use super::message::Message;

thread_local! {
    /// Of the card whose note opened last.
    static LAST: RefCell<Option<Callback<Message>>> = const { RefCell::new(None) };
}

/// How a note is told to close when that of another card opens, until it is dropped.
#[derive(Debug)]
pub struct AmongOthers(Callback<Message>);

impl AmongOthers {
    pub fn new(on_message: Callback<Message>) -> Self {
        Self(on_message)
    }

    /// This note opens: that of another card closes.
    pub fn open(&self) {
        let before = LAST.replace(Some(self.0.clone()));
        if let Some(before) = before.filter(|before| *before != self.0) {
            before.emit(Message::Dismiss);
        }
    }
}

impl Drop for AmongOthers {
    fn drop(&mut self) {
        // Let go of once nothing is borrowed: with it a whole card may go.
        let own = LAST.with_borrow_mut(|last| last.take_if(|last| *last == self.0));
        drop(own);
    }
}
