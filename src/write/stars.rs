//! Stars around what is strong or stressed: only where they are read as such.

use crate::limits::MAX_INLINE_DEPTH;
use crate::parse::Place;

/// Where an emphasis begins or ends.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Behind how many bytes of the letters.
    pub at: usize,
    pub is_strong: bool,
    pub opens: bool,
    /// Which emphasis this is.
    pub emphasis: usize,
}

impl Mark {
    pub fn stars(self) -> &'static str {
        if self.is_strong { "**" } else { "*" }
    }
}

/// The marks at which stars are read as such. An emphasis that would not be one, such as in
/// the middle of a word, is left out: stars that readers see would be worse.
pub fn kept(letters: &str, mut marks: Vec<Mark>) -> Vec<Mark> {
    loop {
        let lost = lost(letters, &marks);
        if lost.is_empty() {
            return marks;
        }
        marks.retain(|mark| !lost.contains(&mark.emphasis));
    }
}

/// The letters with stars at the marks.
pub fn with_stars(letters: &str, marks: &[Mark]) -> String {
    let (mut text, mut done) = (String::new(), 0);
    for mark in marks {
        text.push_str(letters.get(done..mark.at).unwrap_or_default());
        text.push_str(mark.stars());
        done = mark.at;
    }
    text.push_str(letters.get(done..).unwrap_or_default());
    text
}

/// The emphases that would not be read as such.
fn lost(letters: &str, marks: &[Mark]) -> Vec<usize> {
    let (mut open, mut lost) = (Vec::new(), Vec::new());
    for run in marks.chunk_by(|one, next| one.at == next.at) {
        let at = run.first().map_or(0, |mark| mark.at);
        let (before, after) = letters.split_at_checked(at).unwrap_or_default();
        let place = Place { before: before.chars().next_back(), after: after.chars().next() };
        let opening = run.iter().filter(|mark| mark.opens).count();
        if place.is_in_address(before) {
            lost.extend(run.iter().map(|mark| mark.emphasis));
        } else if opening == 0 && !can_close(place, run) {
            lost.extend(run.iter().map(|mark| mark.emphasis));
        } else if opening > 0 && (opening < run.len() || !can_open(place, run, &open)) {
            // The innermost, or behind what ends here the one that begins.
            lost.extend(run.iter().rev().find(|mark| mark.opens).map(|mark| mark.emphasis));
        }
        for mark in run {
            if mark.opens {
                open.push(*mark);
            } else {
                open.pop();
            }
        }
    }
    lost
}

/// Whether a run of stars is read as the end of those that are open.
fn can_close(place: Place, run: &[Mark]) -> bool {
    let are_read = match run {
        [_] => true,
        [inner, outer] => inner.is_strong != outer.is_strong,
        _ => false,
    };
    are_read && place.can_close()
}

/// Whether a run of stars is read as a beginning, and not as the end of what is open.
fn can_open(place: Place, run: &[Mark], open: &[Mark]) -> bool {
    let (are_read, would_close) = match (run, open) {
        ([one], open) => (true, open.iter().any(|other| other.is_strong == one.is_strong)),
        ([outer, inner], [.., first, last]) => {
            (outer.is_strong && !inner.is_strong, first.is_strong != last.is_strong)
        }
        ([outer, inner], _) => (outer.is_strong && !inner.is_strong, false),
        _ => (false, false),
    };
    are_read
        && place.can_open()
        && !(run.len() > 1 && place.is_mask())
        && !(would_close && place.can_close())
        && open.len() + run.len() <= MAX_INLINE_DEPTH
}
