//! What the drawing has to know of its place on the page.

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
#[cfg(target_arch = "wasm32")]
use web_sys::wasm_bindgen::prelude::*;
use yew::NodeRef;

use super::scale::ems;

/// Letters whose width tells how wide the page's face is.
pub const SAMPLE: &str = "The estate of 1987";

/// Words may be of wider letters than the sample.
const SLACK: f64 = 1.06;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen(module = "/src/timeline/measure.js")]
extern "C" {
    /// The number of an element's face in a weight, its own where that is empty.
    fn face(element: &HtmlElement, weight: &str) -> u32;

    /// Whether an element is laid out; `skipped` names the option that asks for more than
    /// whether it has a box.
    #[wasm_bindgen(js_name = isLaidOut)]
    fn is_laid_out(element: &HtmlElement, skipped: &str) -> bool;

    /// The width of a text in a face, in pixels.
    fn width(face: u32, text: &str) -> f64;
}

/// Room and type, in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Measure {
    /// Width of the drawing.
    pub width: f64,
    /// Size of its letters.
    pub em: f64,
    /// How wide a text is that should be one em wide.
    pub advance: f64,
    /// Whether time runs from right to left.
    pub is_mirrored: bool,
    /// The number of the face.
    face: u32,
    /// The same in bold.
    bold: u32,
    /// How much wider the page sets the sample than it is measured: the space between
    /// letters, figures of one width.
    ratio: f64,
}

/// What is read of the room at once.
#[derive(Debug, Clone, Copy)]
pub enum Room {
    /// All that the drawing has to know.
    Measured(Measure),
    /// As much as it takes to keep room for it.
    Bare(Ruler),
}

/// A line as wide as the drawing, which holds the sample; in pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Ruler {
    /// Its width.
    pub width: f64,
    /// The size of its letters.
    pub em: f64,
}

impl Ruler {
    /// Reads it, where it has any width; and the sample.
    pub fn of(ruler: &NodeRef) -> Option<(Self, HtmlElement)> {
        let ruler = ruler.cast::<HtmlElement>()?;
        let sample: HtmlElement = ruler.first_element_child()?.unchecked_into();
        // Its size is watched, and told as soon as it has one.
        if !is_laid_out(&ruler, "contentVisibilityAuto") {
            return None;
        }
        let width = f64::from(ruler.client_width());
        (width > 0.0).then(|| (Self { width, em: f64::from(sample.client_height()) }, sample))
    }

    /// Whether time runs from right to left, by the sample.
    pub fn runs_back(ruler: &NodeRef) -> bool {
        let sample = ruler.cast::<HtmlElement>().and_then(|ruler| ruler.first_element_child());
        sample.is_some_and(|sample| runs_back(sample.unchecked_ref()))
    }
}

fn runs_back(sample: &HtmlElement) -> bool {
    sample.offset_left() > 0
}

impl Measure {
    /// Reads the ruler, where it has any width.
    pub fn of(ruler: &NodeRef) -> Option<Self> {
        let (room, sample) = Ruler::of(ruler)?;
        let (em, seen) = (room.em, f64::from(sample.client_width()));
        let (regular, bold) = (face(&sample, ""), face(&sample, "600"));
        let measured = width(regular, SAMPLE);
        Some(Self {
            width: room.width,
            em,
            advance: (seen / ems(SAMPLE) * SLACK).max(em * 0.5),
            is_mirrored: runs_back(&sample),
            face: regular,
            bold,
            ratio: if measured > 0.0 { (seen / measured).max(1.0) } else { 0.0 },
        })
    }

    /// The width of a text in pixels; a guess where it cannot be measured.
    pub fn of_text(&self, text: &str) -> f64 {
        self.of_face(self.face, text)
    }

    /// The same in bold.
    pub fn of_bold(&self, text: &str) -> f64 {
        self.of_face(self.bold, text)
    }

    fn of_face(&self, face: u32, text: &str) -> f64 {
        let measured = width(face, text) * self.ratio;
        if measured > 0.0 { measured } else { ems(text) * self.advance }
    }
}

/// Without a browser nothing is measured, nor drawn to scale.
#[cfg(not(target_arch = "wasm32"))]
const fn face(_: &HtmlElement, _: &str) -> u32 {
    0
}

#[cfg(not(target_arch = "wasm32"))]
const fn is_laid_out(_: &HtmlElement, _: &str) -> bool {
    false
}

#[cfg(not(target_arch = "wasm32"))]
const fn width(_: u32, _: &str) -> f64 {
    0.0
}
