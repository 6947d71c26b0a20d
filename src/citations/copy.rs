//! Copies a passage with the sources it cites.

use js_sys::{Array, Function, Object, Reflect};
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, Element, Node, Range, ShadowRoot};

use crate::attributes;
use crate::citations::passage::Passage;
use crate::context::CardRef;

/// What stands in a passage, and is no part of its words.
const LEFT_OUT: &str = "[hidden], .note, .filter, .gist, .permalink, .address, button, details:not([open]) > :not(summary)";

/// Puts the selected passage on the clipboard; nothing where the browser's own copy is
/// as good, or the selection reaches beyond the card. Done at once: the clipboard is open
/// only as long as the event.
pub fn copy(card: &CardRef, root: &Element, event: &ClipboardEvent) -> Option<()> {
    let fragment = selected(root)?.clone_contents().ok()?;
    let mut passage = Passage::default();
    read(&fragment, &mut passage);
    let copied = passage.with_sources(&card.0.story.sources, &|number| card.0.digits(number))?;
    let clipboard = event.clipboard_data()?;
    clipboard.set_data("text/plain", &copied.plain).ok()?;
    clipboard.set_data("text/html", &copied.html).ok()?;
    event.prevent_default();
    Some(())
}

/// What is selected, where all of it is in the card.
///
/// Engines say it in three ways: `getComposedRanges`, the newest; a selection of the
/// shadow root's own; and the document's, which reaches into shadow roots.
pub fn selected(root: &Element) -> Option<Range> {
    let shadow = root.get_root_node();
    let window = web_sys::window()?;
    let of_document = window.get_selection().ok()??;
    let call = |object: &JsValue, name: &str, argument: &JsValue| {
        let method = Reflect::get(object, &name.into()).ok()?.dyn_into::<Function>().ok()?;
        method.call1(object, argument).ok()
    };
    let composed = shadow.dyn_ref::<ShadowRoot>().and_then(|shadow| {
        let options = Object::new();
        Reflect::set(&options, &"shadowRoots".into(), &Array::of1(shadow)).ok()?;
        call(&of_document, "getComposedRanges", &options)
    });
    let ranges = composed.map(|ranges| Array::from(&ranges).get(0)).or_else(|| {
        let own = call(&shadow, "getSelection", &JsValue::UNDEFINED);
        call(own.as_ref().unwrap_or(&of_document), "getRangeAt", &JsValue::from(0))
    });
    let ends = ranges?;
    let node = |name: &str| Reflect::get(&ends, &name.into()).ok()?.dyn_into::<Node>().ok();
    let offset = |name: &str| Reflect::get(&ends, &name.into()).ok()?.as_f64();
    let (start, end) = (node("startContainer")?, node("endContainer")?);
    if !root.contains(Some(&start)) || !root.contains(Some(&end)) {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "offsets are counts of letters or nodes: whole and small"
    )]
    let whole = |offset: f64| offset as u32;
    let range = Range::new().ok()?;
    range.set_start(&start, whole(offset("startOffset")?)).ok()?;
    range.set_end(&end, whole(offset("endOffset")?)).ok()?;
    Some(range)
}

/// Tells the passage what stands under a node. As deep as the card's own elements go,
/// which the story's cannot exceed.
fn read(parent: &Node, passage: &mut Passage) {
    let mut next = parent.first_child();
    while let Some(node) = next {
        next = node.next_sibling();
        let Some(element) = node.dyn_ref::<Element>() else {
            passage.text(&node.text_content().unwrap_or_default());
            continue;
        };
        if let Some(cites) = element.get_attribute(attributes::CITES) {
            let cites: Vec<usize> = cites.split(' ').filter_map(|cite| cite.parse().ok()).collect();
            // A marker beside others lists theirs too, after its own.
            let own = if element.has_attribute(attributes::FOLDED) { cites.len() } else { 1 };
            let own = cites.get(..own).unwrap_or_default();
            passage.cite(&element.text_content().unwrap_or_default(), own);
        } else if !element.matches(LEFT_OUT).unwrap_or_default() {
            passage.open(&element.local_name(), element.get_attribute("href").as_deref());
            read(element, passage);
            passage.close();
        }
    }
}
