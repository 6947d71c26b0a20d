//! What the timeline listens to, until this is dropped: what is done in it, and its size.

use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};
use yew::NodeRef;

use crate::browser::ending::Ending;
use crate::browser::listeners::{Listening, Phase};
use crate::browser::sizes;

const EVENTS: [&str; 10] = [
    "wheel",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "pointerover",
    "pointerleave",
    "focusin",
    "keydown",
    "click",
];

/// What is listened to, and how it ends.
#[derive(Debug)]
pub struct Listeners {
    _listening: Listening,
    /// Ends before what it calls.
    _sizes: Ending,
    _resized: Closure<dyn Fn()>,
}

impl Listeners {
    /// Tells of events in `root` and of the ruler's size: nothing may be drawn at once then, for
    /// what is drawn amid a round of observers changes sizes that the page's own have been told,
    /// and the browser reports it to the page as an error.
    pub fn begin(
        root: &NodeRef,
        ruler: &NodeRef,
        on_event: impl Fn(Event) + 'static,
        on_size: impl Fn() + 'static,
    ) -> Option<Self> {
        let (root, ruler) = (root.cast::<Element>()?, ruler.cast::<Element>()?);
        let listening = Listening::begin(root, &EVENTS, Phase::Bubble, on_event);
        let resized = Closure::<dyn Fn()>::new(on_size);
        // The page's face may arrive late, and with it the sample's size.
        let sample = ruler.first_element_child();
        let sizes = sizes::watch(std::iter::once(ruler).chain(sample), &resized)?;
        Some(Self { _listening: listening, _sizes: sizes, _resized: resized })
    }
}
