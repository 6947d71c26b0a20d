//! What the timeline is drawn on, and how a moment comes to its place there.

use super::measure::Measure;
use super::scale::{Chart, Mark, Scale, View, cut, ems, whole};
use super::scene::Kept;
use crate::context::Card;
use crate::dates;
use crate::html::{El, el};
use crate::story::{Event, plain};
use crate::words::{Word, fill};

/// Pixels beside the axis, so that a mark at its end is whole.
const PAD: f64 = 7.0;
/// The widest words of a mark, in em; the rest is in the list.
pub const LONGEST: f64 = 20.0;

/// What is drawn, and on what.
pub struct Drawing<'a> {
    pub card: &'a Card,
    pub chart: &'a Chart,
    pub measure: Measure,
    pub window: View,
    /// The room that was kept, which it fills.
    pub kept: Option<&'a Kept>,
}

impl Drawing<'_> {
    pub fn scale(&self) -> Scale<'_> {
        let Self { chart, measure, window, .. } = self;
        Scale { axis: &chart.axis, window: *window, width: measure.width, pad: PAD }
    }

    /// What begins so far from the start and is so wide, from the left.
    pub fn left(&self, from: f64, wide: f64) -> String {
        let left = if self.measure.is_mirrored { self.measure.width - from - wide } else { from };
        pixels(left)
    }

    fn event(&self, mark: &Mark) -> Option<&Event> {
        self.card.story.timeline.as_ref()?.events.get(mark.event)
    }

    /// What a mark says: the headline, or else how the text begins.
    pub fn words(&self, mark: &Mark) -> String {
        let event = self.event(mark);
        let headline = event.and_then(|event| event.headline.clone());
        headline.unwrap_or_else(|| {
            let text = event.map(|event| plain(&event.text)).unwrap_or_default();
            cut(&text, LONGEST * 2.0, &ems)
        })
    }

    /// When, as the list says it.
    pub fn when(&self, mark: &Mark) -> String {
        let Some(event) = self.event(mark) else { return String::new() };
        let date = || Some(dates::words(event.date.as_ref()?, &self.card.locale()));
        event.display_date.clone().or_else(date).unwrap_or_default()
    }

    /// A phrase about several marks.
    pub fn counted<M: std::borrow::Borrow<Mark>>(&self, word: Word, marks: &[M]) -> String {
        let when = |mark: Option<&M>| mark.map(|mark| self.when(mark.borrow())).unwrap_or_default();
        let (start, end) = (when(marks.first()), when(marks.last()));
        let n = marks.len().to_string();
        fill(self.card.word(word), &[("n", &n), ("start", &start), ("end", &end)])
    }
}

/// A number of whole pixels: formatting fractions would cost kilobytes.
pub fn pixels(number: f64) -> String {
    whole(number).to_string()
}

pub fn line(tag: &'static str, x1: &str, y1: &str, x2: &str, y2: &str) -> El {
    el(tag).attr("x1", x1).attr("y1", y1).attr("x2", x2).attr("y2", y2)
}
