//! Keeps what is read in its place while a newer story is drawn.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(module = "/src/card/hold.js")]
extern "C" {
    /// What `hold.js` remembers of a card.
    #[derive(Debug)]
    type Place;

    /// Remembers what is read in a card, and what is selected and has the focus; nothing,
    /// where that is wanted only for the focus, and it is elsewhere.
    fn hold(face: &Element, for_focus: bool) -> Option<Place>;

    #[wasm_bindgen(method)]
    fn settle(this: &Place);

    #[wasm_bindgen(method)]
    fn end(this: &Place);
}

/// What is kept when a story is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// All, for it is a newer version.
    All,
    /// The focus alone, for it is the first one: who has asked again goes on where the
    /// button was.
    Focus,
    /// Nothing, for it is another story.
    Nothing,
}

/// What is read stays where it is until this is dropped, or the reader does something else.
#[derive(Debug)]
pub(super) struct Hold(Place);

impl Hold {
    /// Begins before anything is changed; nothing where the browser cannot tell.
    pub fn begin(face: &Element, keep: Keep) -> Option<Self> {
        let place = (keep != Keep::Nothing).then(|| hold(face, keep == Keep::Focus));
        place.flatten().map(Self)
    }

    /// The newer story is drawn: puts back what has moved.
    pub fn settle(&self) {
        self.0.settle();
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.0.end();
    }
}
