//! How much room there is, read in one go with all other timelines of the page.

use std::rc::{Rc, Weak};

use yew::NodeRef;

use super::later;
use super::measure::{Extent, Ruler};
use super::near::Nearness;
use crate::browser::frame::Reading;
use crate::second_part::here;

/// Reads the ruler whenever it is asked to, and tells what it has read.
pub fn of(
    ruler: &NodeRef,
    nearness: &Rc<Nearness>,
    tell: impl Fn(Extent) + 'static,
) -> Rc<Reading> {
    let (ruler, nearness) = (ruler.clone(), nearness.clone());
    Rc::new_cyclic(|reading: &Weak<Reading>| {
        let reading = reading.clone();
        Reading::new(move || tell(room(&ruler, &nearness, &reading)))
    })
}

/// All that the drawing has to know, where that can be read and will be used.
fn room(ruler: &NodeRef, nearness: &Nearness, reading: &Weak<Reading>) -> Extent {
    match here() {
        Some(here) => later::measure(here, ruler, nearness, reading),
        None => Extent::Bare(Ruler::of(ruler).map(|(ruler, _)| ruler).unwrap_or_default()),
    }
}
