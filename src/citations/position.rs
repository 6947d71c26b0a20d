//! Puts the note beside its marker, and keeps it there while things move.

use std::cell::Cell;

use js_sys::Reflect;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, HtmlElement, ShadowRoot, Window};

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

/// The window that an element is in: a card may have been put into a frame.
pub fn window_of(element: &Element) -> Option<Window> {
    element.owner_document()?.default_view()
}

/// A note that is open beside its marker.
#[derive(Debug)]
pub struct Beside {
    marker: Element,
    /// The note.
    pub note: HtmlElement,
    style: CssStyleDeclaration,
    /// How far it has been moved, right and down.
    moved: Cell<(f64, f64)>,
    /// Whether it stands above its marker.
    is_above: Cell<Option<bool>>,
}

impl Beside {
    /// Takes a note that is about to open from the browser, which would place it too.
    pub fn begin(marker: &Element, note: &HtmlElement, style: CssStyleDeclaration) -> Option<Self> {
        let own = note.style();
        own.set_property("position-area", "none").ok()?;
        own.set_property("inset", "0 auto auto 0").ok()?;
        let (marker, note) = (marker.clone(), note.clone());
        let this = Self { marker, note, style, moved: Cell::default(), is_above: Cell::default() };
        // As long as it is not shown, nothing tells how large its pixels are.
        this.limit(&this.around(1.0)?)?;
        Some(this)
    }

    /// Moves the note to its marker.
    pub fn place(&self) -> Option<()> {
        let width = self.note.get_bounding_client_rect().width() * zoom(&self.note);
        let unit = width / f64::from(self.note.offset_width()).max(1.0);
        // Most pages are not zoomed, and the browser rounds one of the two.
        let unit = if (unit - 1.0).abs() < 0.01 { 1.0 } else { unit };
        let around = self.around(unit)?;
        self.limit(&around)?;
        let now = self.rect(&self.note)?;
        let is_above = around.is_above(now.height(), self.is_above.get());
        let is_rtl = self.style.get_property_value("direction").ok()? == "rtl";
        let (right, down) = around.shift(now, is_above, is_rtl);
        let (x, y) = self.moved.get();
        // Whole pixels, as they are written: what is cut off would add up.
        let (x, y) = ((x + right).floor(), (y + down).floor());
        self.moved.set((x, y));
        self.is_above.set(Some(is_above));
        let translate = [&*pixels(x), " ", &pixels(y)].concat();
        self.note.style().set_property("translate", &translate).ok()
    }

    /// What is too large would not stand beside its marker anywhere.
    fn limit(&self, around: &Around) -> Option<()> {
        let (own, (width, height)) = (self.note.style(), around.room());
        own.set_property("max-inline-size", &pixels(width)).ok()?;
        let height = ["min(25em, ", &pixels(height), ")"].concat();
        own.set_property("max-block-size", &height).ok()
    }

    fn around(&self, unit: f64) -> Option<Around> {
        // Without scrollbars, and as large as if nothing were zoomed in with two fingers.
        let seen = Reflect::get(window_of(&self.note)?.as_ref(), &"visualViewport".into()).ok()?;
        let number = |name: &str| Reflect::get(&seen, &name.into()).ok()?.as_f64();
        let scale = number("scale")?;
        let size = (number("width")? * scale, number("height")? * scale);
        let gap = js_sys::parse_float(&self.style.get_property_value("margin-top").ok()?) * unit;
        Some(Around { marker: self.rect(&self.marker)?, window: size, gap, unit })
    }

    /// An element, in pixels of the window. `WebKit` zooms the place, and not how far the page
    /// is scrolled.
    fn rect(&self, element: &Element) -> Option<Rect> {
        let (rect, window, zoom) =
            (element.get_bounding_client_rect(), window_of(element)?, zoom(&self.note));
        let (x, y) = (window.scroll_x().ok()?, window.scroll_y().ok()?);
        let place = |side: f64, scrolled: f64| (side + scrolled) * zoom - scrolled;
        Some(Rect {
            left: place(rect.left(), x),
            top: place(rect.top(), y),
            right: place(rect.right(), x),
            bottom: place(rect.bottom(), y),
        })
    }
}

/// Whole pixels, and rather one too far back than a part of one off the window.
#[allow(clippy::cast_possible_truncation)]
fn pixels(length: f64) -> String {
    [&*(length.floor() as i32).to_string(), "px"].concat()
}
