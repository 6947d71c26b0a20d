//! One note is open on a page: the browser sees to that only where each was asked for.

use std::cell::RefCell;

use yew::Callback;

use super::message::Message;

thread_local! {
    /// Of the card whose note opened last.
    static LAST: RefCell<Option<Callback<Message>>> = const { RefCell::new(None) };
}

/// The note that is told by this opens: that of another card closes.
pub fn close(opening: &Callback<Message>) {
    let before = LAST.replace(Some(opening.clone()));
    // A card that is gone hears nothing any more.
    if let Some(before) = before.filter(|before| before != opening) {
        before.emit(Message::Dismiss);
    }
}
