//! Which of two pictures is shown: that for light cards or that for dark ones.
//!
//! The sheet gives the card a colour that is never drawn and follows its scheme, and each such
//! picture an outline in it with a transition. So the browser tells by an event when the scheme
//! has changed, however the page has said it.

use web_sys::Element;
#[cfg(target_arch = "wasm32")]
use web_sys::wasm_bindgen::prelude::*;

use crate::attributes;

/// What tells that the scheme of a picture has changed, and its outline has come to its colour.
pub const EVENT: &str = "transitionend";

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(module = "/src/prose/scheme.js")]
extern "C" {
    /// Has each picture of a card be that for its scheme, unless that is `missing`.
    fn choose(card: &Element, missing: &str);
}

/// Without a browser nothing is chosen.
#[cfg(not(target_arch = "wasm32"))]
const fn choose(_: &Element, _: &str) {}

/// Has each picture of a card be that for the scheme in which it is shown.
pub fn follow(card: &Element) {
    choose(card, attributes::MISSING);
}

/// The element that names the picture which was asked for, and in which attribute.
pub fn asked(image: &Element) -> (Element, &'static str) {
    let source = image.previous_element_sibling().filter(|it| it.local_name() == "source");
    match source.filter(|it| it.get_attribute("media").as_deref() == Some("all")) {
        Some(source) => (source, "srcset"),
        None => (image.clone(), "src"),
    }
}
