//! How much room there is, read in one go with all other timelines of the page.

use std::rc::Rc;

use yew::NodeRef;

use super::later;
use super::measure::{Extent, Ruler};
use crate::browser::frame::Reading;
use crate::second_part::here;

/// Reads the ruler whenever it is asked to, and tells what it has read.
pub fn of(ruler: &NodeRef, tell: impl Fn(Extent) + 'static) -> Rc<Reading> {
    let ruler = ruler.clone();
    Rc::new(Reading::new(move || tell(room(&ruler))))
}

/// All that the drawing has to know, where that can be read.
fn room(ruler: &NodeRef) -> Extent {
    match here() {
        Some(here) => Extent::Measured(later::measure(here, ruler)),
        None => Extent::Bare(Ruler::of(ruler).map(|(ruler, _)| ruler).unwrap_or_default()),
    }
}
