//! Where the note stands: the browser places it, and what it misses is corrected here.

use js_sys::Reflect;
use web_sys::wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleDeclaration, Element, HtmlElement, ShadowRoot};

use crate::citations::placement::{Around, Rect};

/// How much the page has zoomed an element, where the browser tells places in the
/// element's own pixels (`WebKit`); else 1.
fn zoom(element: &Element) -> f64 {
    let (mut zoom, mut next) = (1.0, Some(element.clone()));
    if Reflect::has(element, &"currentCSSZoom".into()).unwrap_or_default() {
        return zoom;
    }
    let window = web_sys::window();
    while let Some(element) = next {
        let style = window.as_ref().and_then(|window| window.get_computed_style(&element).ok()?);
        let own = style.and_then(|style| style.get_property_value("zoom").ok());
        // Not `str::parse`: its tables are 10 kB, which no compression makes small.
        zoom *= own.map(|own| js_sys::parse_float(&own)).filter(|own| *own > 0.0).unwrap_or(1.0);
        let host = || Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
        next = element.parent_element().or_else(host);
    }
    zoom
}

/// Moves the note to its marker where the browser has missed it. Says whether it did.
pub fn beside(marker: &Element, note: &HtmlElement, style: &CssStyleDeclaration) -> Option<bool> {
    // The note's own: a card may have been put into a frame.
    let window = note.owner_document()?.default_view()?;
    let number = |value: Result<JsValue, _>| value.ok()?.as_f64();
    let size = (number(window.inner_width())?, number(window.inner_height())?);
    let scrolled = (window.scroll_x().ok()?, window.scroll_y().ok()?);
    let zoom = zoom(note);
    // In pixels of the window. `WebKit` zooms the place, and not how far the page is scrolled.
    let rect = |element: &Element| {
        let (rect, (x, y)) = (element.get_bounding_client_rect(), scrolled);
        let place = |side: f64, scrolled: f64| (side + scrolled) * zoom - scrolled;
        Rect {
            left: place(rect.left(), x),
            top: place(rect.top(), y),
            right: place(rect.right(), x),
            bottom: place(rect.bottom(), y),
        }
    };
    let unit = rect(note).width() / f64::from(note.offset_width()).max(1.0);
    let around = Around {
        marker: rect(marker),
        window: size,
        gap: js_sys::parse_float(&style.get_property_value("margin-top").ok()?) * unit,
        unit,
    };
    // Where the page's root is made smaller, `WebKit` leaves a note less room than there is.
    let is_cut = || (zoom - 1.0).abs() > 0.01 && note.scroll_height() > note.client_height();
    if around.holds(rect(note)) && !is_cut() {
        return Some(false);
    }
    // What is too large would not stand beside it anywhere.
    let (own, (width, height)) = (note.style(), around.room());
    own.remove_property("translate").ok()?;
    own.remove_property("max-inline-size").ok()?;
    own.remove_property("max-block-size").ok()?;
    if around.holds(rect(note)) && !is_cut() {
        return Some(false);
    }
    own.set_property("max-inline-size", &pixels(width)).ok()?;
    own.set_property("max-block-size", &["min(25em, ", &pixels(height), ")"].concat()).ok()?;
    let placed = rect(note);
    if around.holds(placed) {
        return Some(true);
    }
    let (right, down) = around.shift(placed);
    own.set_property("translate", &[&*pixels(right), " ", &pixels(down)].concat()).ok()?;
    Some(true)
}

/// Whole pixels, and rather one too far back than a part of one off the window.
#[allow(clippy::cast_possible_truncation)]
fn pixels(length: f64) -> String {
    [&*(length.floor() as i32).to_string(), "px"].concat()
}
