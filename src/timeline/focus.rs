//! What the focus goes to in the drawing: marks come and go with its size and its scale.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot, SvgElement};
use yew::NodeRef;

use super::scene::GRAPHIC;
use crate::attributes;

/// Where the focus goes once the drawing is drawn.
#[derive(Debug, Default)]
pub struct Focus {
    /// The selector of a mark.
    to: Option<String>,
    /// Whether it goes there only if the drawing loses it.
    is_kept: bool,
}

impl Focus {
    /// Leads it to the mark of an event.
    pub fn lead_to(&mut self, event: &str) {
        self.to = Some([".event-mark[", attributes::EVENT, "~='", event, "']"].concat());
        self.is_kept = false;
    }

    /// What has it may be gone from the next drawing, which has another mark of its event. Where
    /// nothing is drawn it is not to be led anywhere: not later either, when the reader is elsewhere.
    pub fn keep(&mut self, root: &NodeRef, is_news: bool) -> bool {
        if let Some(focused) = focused(root).filter(|_| is_news && self.to.is_none()) {
            let events = focused.get_attribute(attributes::EVENT).unwrap_or_default();
            self.lead_to(events.split(' ').next().unwrap_or_default());
            self.is_kept = true;
        }
        is_news
    }

    /// The drawing is drawn.
    pub fn arrive(&mut self, root: &NodeRef) -> Option<()> {
        let selector = self.to.take()?;
        if self.is_kept && focused(root).is_some() {
            return None;
        }
        let root = root.cast::<Element>()?;
        let find = |selector: &str| root.query_selector(selector).ok()?;
        let mark = find(&selector).or_else(|| find(GRAPHIC))?;
        // Fails only where it cannot have the focus; then nothing has.
        mark.unchecked_ref::<SvgElement>().focus().ok()
    }
}

/// What has the focus in the drawing. Not by `:focus`, which `WebKit` takes back while another
/// window is in front.
fn focused(root: &NodeRef) -> Option<Element> {
    let root = root.cast::<Element>()?.get_root_node();
    let active = match root.dyn_into::<ShadowRoot>() {
        Ok(shadow) => shadow.active_element(),
        Err(_) => web_sys::window()?.document()?.active_element(),
    }?;
    active.closest(GRAPHIC).ok()?.map(|_| active)
}
