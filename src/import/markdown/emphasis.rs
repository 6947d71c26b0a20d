//! Stars and low lines.

use super::inline::{Open, Pieces};
use crate::parse::Place;
use crate::story::letters::is_word;

/// Emphases that wait for their end.
const MAX_OPEN: usize = 8;

impl Pieces<'_> {
    /// Reads a run of stars or low lines: what opens nothing and closes nothing stays.
    pub fn emphasis<'t>(&mut self, rest: &'t str, mark: char, before: Option<char>) -> &'t str {
        let after = rest.trim_start_matches(mark);
        let marks = rest.get(..rest.len() - after.len()).unwrap_or_default();
        let place = Place { before, after: after.chars().next() };
        let [start, end] = match marks.len() {
            1 => ["<em>", "</em>"],
            2 => ["<strong>", "</strong>"],
            3 => ["<strong><em>", "</em></strong>"],
            _ => {
                self.letters(marks);
                return after;
            }
        };
        let opened = self.open.iter().rposition(|open| open.marks == marks);
        if let Some(opened) = opened.filter(|_| place.can_close()) {
            let open = self.open.get(opened);
            self.is_plainly_strong |= marks.len() > 1 && open.is_some_and(|open| !open.is_in_word);
            let at = open.map(|open| open.at).unwrap_or_default();
            if let Some(piece) = self.written.get_mut(at) {
                start.clone_into(piece);
            }
            self.open.truncate(opened);
            self.tag(end);
        } else if place.can_open() && self.open.len() < MAX_OPEN {
            let is_in_word = before.is_some_and(is_word);
            self.open.push(Open { marks: marks.to_owned(), at: self.written.len(), is_in_word });
            self.tag(marks);
        } else {
            self.letters(marks);
        }
        after
    }
}
