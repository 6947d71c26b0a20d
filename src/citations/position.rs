//! Puts the note beside its marker.

use std::cell::{Cell, RefCell};

use js_sys::{Function, Reflect};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element, Event, HtmlElement, ShadowRoot, Window};

use crate::citations::placement::{Around, Rect};
use crate::citations::top_layer::Popover;

/// How large a pixel of an element is where the page has zoomed it by CSS, in pixels of the
/// window; and the same where the browser tells places in the element's own (`WebKit`), else 1.
fn zoom(element: &Element) -> (f64, f64) {
    let told = Reflect::get(element, &"currentCSSZoom".into());
    if let Some(zoom) = told.ok().and_then(|zoom| zoom.as_f64()) {
        return (zoom, 1.0);
    }
    let (mut zoom, mut next) = (1.0, Some(element.clone()));
    let window = web_sys::window();
    while let Some(element) = next {
        let style = window.as_ref().and_then(|window| window.get_computed_style(&element).ok()?);
        let own = style.and_then(|style| style.get_property_value("zoom").ok());
        // Not `str::parse`: its tables are 10 kB, which no compression makes small.
        zoom *= own.map(|own| js_sys::parse_float(&own)).filter(|own| *own > 0.0).unwrap_or(1.0);
        let host = || Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host());
        next = element.parent_element().or_else(host);
    }
    (zoom, zoom)
}

/// Whether an element is not drawn, as in a closed section. That it has a box says nothing there:
/// some browsers keep one.
fn is_hidden(element: &Element) -> bool {
    let shown = Reflect::get(element, &"checkVisibility".into()).ok();
    let shown = shown.and_then(|shown| shown.dyn_into::<Function>().ok()?.call0(element).ok());
    shown.is_some_and(|shown| shown.is_falsy())
}

/// A note that is open beside its marker.
#[derive(Debug)]
pub struct Beside {
    marker: Element,
    note: HtmlElement,
    style: CssStyleDeclaration,
    /// The window that they are in: a card may have been put into a frame.
    window: Window,
    is_above: Cell<Option<bool>>,
    /// What was written last: nothing is written twice.
    written: RefCell<[String; 3]>,
}

impl Beside {
    /// Takes a note that is about to open from the browser, which would place it too.
    pub fn begin(marker: &Element, note: &HtmlElement, style: CssStyleDeclaration) -> Option<Self> {
        let window = note.owner_document()?.default_view()?;
        let own = note.style();
        own.set_property("position-area", "none").ok()?;
        // Chrome 133 to 143 add how far the page is scrolled to a note that belongs to its marker.
        own.set_property("position-anchor", "--none").ok()?;
        own.set_property("inset", "0 auto auto 0").ok()?;
        if style.get_property_value("position-area").ok()? != "none" {
            // The page's own sheet places it.
            note.remove_attribute("style").ok()?;
            return None;
        }
        let this = Self {
            window,
            marker: marker.clone(),
            note: note.clone(),
            style,
            is_above: Cell::default(),
            written: RefCell::default(),
        };
        this.limit(&this.around(zoom(note))?)?;
        Some(this)
    }

    /// Moves the note to its marker.
    ///
    /// Where it stands now is not measured: the page may be moving it there, by an animation.
    pub fn place(&self) -> Option<()> {
        let zoom = zoom(&self.note);
        let around = self.around(zoom)?;
        let size = (f64::from(self.note.offset_width()), f64::from(self.note.offset_height()));
        // Folded by key, searched away, or closed by the page: its note would lie on other words.
        if is_hidden(&self.marker) && !is_hidden(&self.note) {
            self.note.unchecked_ref::<Popover>().close();
            return None;
        }
        // With a card that the page moves some browsers close its note, and tell nobody.
        if !self.note.matches(":popover-open").unwrap_or(true) {
            let _ = self.note.dispatch_event(&Event::new("toggle").ok()?);
            return None;
        }
        // A marker or a note that is nowhere has no side.
        if size.0 <= 0.0 || around.marker.width() <= 0.0 {
            return None;
        }
        self.limit(&around)?;
        let size = (size.0, f64::from(self.note.offset_height()));
        let unit = around.unit;
        let (left, top) = (self.length("margin-left")? * unit, self.length("margin-top")? * unit);
        let unmoved = Rect { left, top, right: left + size.0 * unit, bottom: top + size.1 * unit };
        let is_above = around.is_above(unmoved.height(), self.is_above.get());
        self.is_above.set(Some(is_above));
        let is_rtl = self.style.get_property_value("direction").ok()? == "rtl";
        let (right, down) = around.shift(unmoved, is_above, is_rtl);
        self.write(2, "translate", [&*pixels(right), " ", &pixels(down)].concat())
    }

    /// What is too large would not stand beside its marker anywhere.
    fn limit(&self, around: &Around) -> Option<()> {
        let (width, height) = around.room();
        self.write(0, "max-inline-size", pixels(width))?;
        self.write(1, "max-block-size", ["min(25em, ", &pixels(height), ")"].concat())
    }

    fn write(&self, place: usize, name: &str, value: String) -> Option<()> {
        let mut written = self.written.borrow_mut();
        let written = written.get_mut(place)?;
        if *written != value {
            self.note.style().set_property(name, &value).ok()?;
            *written = value;
        }
        Some(())
    }

    /// A length of the note's style, in its own pixels.
    fn length(&self, name: &str) -> Option<f64> {
        let length = js_sys::parse_float(&self.style.get_property_value(name).ok()?);
        Some(if length.is_nan() { 0.0 } else { length })
    }

    fn around(&self, (unit, told): (f64, f64)) -> Option<Around> {
        // Without scrollbars, and as large as if nothing were zoomed in with two fingers.
        let seen = Reflect::get(self.window.as_ref(), &"visualViewport".into()).ok()?;
        let number = |name: &str| Reflect::get(&seen, &name.into()).ok()?.as_f64();
        let scale = number("scale")?;
        let window = (number("width")? * scale, number("height")? * scale);
        // `WebKit` zooms the place, and not how far the page is scrolled.
        let (x, y) = (self.window.scroll_x().ok()?, self.window.scroll_y().ok()?);
        let rect = self.marker.get_bounding_client_rect();
        let place = |side: f64, scrolled: f64| (side + scrolled) * told - scrolled;
        let marker = Rect {
            left: place(rect.left(), x),
            top: place(rect.top(), y),
            right: place(rect.right(), x),
            bottom: place(rect.bottom(), y),
        };
        Some(Around { marker, window, gap: self.length("margin-top")? * unit, unit })
    }
}

/// Whole pixels, and rather one too far back than a part of one off the window.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
fn pixels(length: f64) -> String {
    [&*(length.floor() as i32).to_string(), "px"].concat()
}
