//! Keeps a note beside its marker while things move.

use std::rc::Rc;

use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{ResizeObserver, ShadowRoot};

use super::later::place;
use super::position::{Beside, window_of};
use crate::browser::listeners::{Listening, Phase};
use crate::second_part::Here;

/// Has a note follow its marker, until it is dropped.
#[derive(Debug)]
pub struct Following {
    _scrolls: Listening,
    sizes: ResizeObserver,
    _resized: Closure<dyn Fn()>,
}

impl Following {
    /// Moves the note with its marker when something scrolls, or when page or card change their
    /// size, as they do when something comes or goes above the marker.
    pub fn begin(here: Here, beside: Rc<Beside>) -> Option<Self> {
        let window = window_of(&beside.note)?;
        let page = window.document()?.document_element()?;
        let root = beside.note.get_root_node().dyn_into::<ShadowRoot>();
        let again = beside.clone();
        let resized = Closure::<dyn Fn()>::new(move || place(here, &beside));
        let sizes = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
        sizes.observe(&page);
        if let Ok(root) = root {
            sizes.observe(&root.host());
        }
        let scrolls = Listening::begin(window, &["scroll", "resize"], Phase::Capture, move |_| {
            place(here, &again);
        });
        Some(Self { _scrolls: scrolls, sizes, _resized: resized })
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        self.sizes.disconnect();
    }
}
