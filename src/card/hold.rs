//! Keeps what is read in its place while a newer story is drawn.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::NodeRef;

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

/// What is read stays where it is until this is dropped, or the reader does something else.
#[derive(Debug)]
pub(super) struct Hold(Place);

impl Hold {
    /// Begins before anything is changed; nothing where the browser cannot tell. Of all but a
    /// newer version the focus alone is kept: who has asked again goes on where the button was.
    pub fn begin(face: &NodeRef, is_for_focus: bool) -> Option<Self> {
        hold(&face.cast::<Element>()?, is_for_focus).map(Self)
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
