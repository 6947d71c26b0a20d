//! What the drawing has to know of its place on the page.

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use yew::NodeRef;

use crate::timeline::ems;

/// Letters whose width tells how wide the page's face is.
pub const SAMPLE: &str = "The estate of 1987";

/// Words may be of wider letters than the sample.
const SLACK: f64 = 1.06;

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
}

impl Measure {
    /// Reads the ruler, a line as wide as the drawing that holds the sample.
    pub fn of(ruler: &NodeRef) -> Option<Self> {
        let ruler = ruler.cast::<HtmlElement>()?;
        let sample = ruler.first_element_child()?.dyn_into::<HtmlElement>().ok()?;
        let em = f64::from(sample.client_height());
        Some(Self {
            width: f64::from(ruler.client_width()),
            em,
            advance: (f64::from(sample.client_width()) / ems(SAMPLE) * SLACK).max(em * 0.5),
            is_mirrored: sample.offset_left() > 0,
        })
    }
}
