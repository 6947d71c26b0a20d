//! Listeners that end when they are dropped.
//!
//! They are the card's own and not Yew's, which never lets go of what it listens with
//! (Yew 0.23, `dom_bundle/subtree_root.rs`): of each card that was ever on the page 1.3 kB
//! would stay.

use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::prelude::Closure;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, MouseEvent, Node};

/// When events are heard: on their way to what they are about, or on the way back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before anything in the card can stop them; those that do not bubble too.
    Capture,
    /// After what they are about.
    Bubble,
}

/// The element that an event is about.
///
/// Told by its kind of node, and not by its class: a card that is put into a frame of the
/// page has its elements and events of the classes of that frame, of which this window's
/// know nothing.
pub fn target(event: &Event) -> Option<Element> {
    let target: Node = event.target()?.unchecked_into();
    (target.node_type() == Node::ELEMENT_NODE).then(|| target.unchecked_into())
}

/// What is listened to.
#[derive(Debug)]
pub struct Listening {
    root: EventTarget,
    events: &'static [&'static str],
    phase: Phase,
    // Not `FnMut`: a page may press again while it hears of a press.
    listener: Closure<dyn Fn(Event)>,
}

impl Listening {
    /// Tells of events in `root`, each of which may be cancelled.
    pub fn begin(
        root: impl Into<EventTarget>,
        events: &'static [&'static str],
        phase: Phase,
        on_event: impl Fn(Event) + 'static,
    ) -> Self {
        let root = root.into();
        let listener = Closure::<dyn Fn(Event)>::new(on_event);
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        options.set_capture(phase == Phase::Capture);
        for event in events {
            // Fails never: the callback is a function.
            let _ = root.add_event_listener_with_callback_and_add_event_listener_options(
                event,
                listener.as_ref().unchecked_ref(),
                &options,
            );
        }
        Self { root, events, phase, listener }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        for event in self.events {
            // Fails never, as above.
            let _ = self.root.remove_event_listener_with_callback_and_bool(
                event,
                self.listener.as_ref().unchecked_ref(),
                self.phase == Phase::Capture,
            );
        }
    }
}

/// Whether a press comes from a key, or from what reads the screen: those count no clicks, or
/// still hold the button that is pressed.
pub fn is_by_key(press: &MouseEvent) -> bool {
    press.detail() == 0 || press.buttons() != 0
}
