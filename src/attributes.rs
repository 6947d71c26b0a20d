//! The `data-` attributes by which what is drawn says what it is for: one view, or script, or
//! sheet sets them, another reads them. They are the card's own, and no part of its contract.
//!
//! Selectors and sheets spell them out; a test knows every name from here.

/// What a button does: `open`, `close`, `retry`, or `search`: it ends one.
pub const ACT: &str = "data-act";
/// The id of what a button or mark leads to.
pub const GO: &str = "data-go";
/// No control, but led to by one: it takes the focus then. With a `tabindex` before that it would
/// be said to be clickable.
pub const STOP: &str = "data-stop";
/// What a link leads to: `source`, `related`, `text` or `author`.
pub const LINK: &str = "data-link";
/// The kind of journalism, said before the headline.
pub const KIND: &str = "data-kind";
/// What is news, and how: in a word.
pub const NEWS: &str = "data-news";
/// The fragment that a link in a text leads to.
pub const TO: &str = "data-to";
/// The source of a marker, by its place in the list; where it has neighbours, then all of
/// them in the order of the text.
pub const CITES: &str = "data-cites";
/// A marker that stands for several.
pub const FOLDED: &str = "data-folded";
/// The id of the list that a box searches.
pub const LIST: &str = "data-list";
/// A list that is searched.
pub const SEARCHED: &str = "data-searched";
/// The view of the timeline, and what the button of a view shows.
pub const VIEW: &str = "data-view";
/// How a button zooms.
pub const ZOOM: &str = "data-zoom";
/// The button that folds a list: `fold` the events, `sources` the sources.
pub const FOLD: &str = "data-fold";
/// The timeline, or the sources, whose list is not folded.
pub const UNFOLDED: &str = "data-unfolded";
/// The timeline that has the app, and so can be folded.
pub const LIVE: &str = "data-live";
/// The events of a mark or an entry, by their places in the list.
pub const EVENT: &str = "data-event";
/// The mark, or the entry, of what is under the pointer.
pub const LIT: &str = "data-lit";
/// The drawing while it is dragged.
pub const DRAGGED: &str = "data-dragged";
/// An entry that a folded list leaves out.
pub const LEFT_OUT: &str = "data-left-out";
/// The event that the reader was led to.
pub const SHOWN: &str = "data-shown";
/// An entry that the browser has found.
pub const FOUND: &str = "data-found";
/// An entry that does not hold what is searched for, and a mark of such alone.
pub const FILTERED: &str = "data-filtered";
/// An entry that is not shown.
pub const OUT: &str = "data-out";
/// The address of a link as it is printed.
pub const ADDRESS: &str = "data-address";
/// The language of code.
pub const LANGUAGE: &str = "data-language";
/// A picture that did not come.
pub const MISSING: &str = "data-missing";
/// A note that stands at the top of the window.
pub const TURNED: &str = "data-turned";
