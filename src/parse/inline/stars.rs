//! Stars: emphasis at the edges of words, and letters everywhere else.
//!
//! Newspapers mask words (`f*ck`), mark prices (`£12*`) and, in German, write
//! `Wähler*innen`; nobody sets half a word in italics.

use super::{Emphasis, Inline};
use crate::limits::MAX_INLINE_DEPTH;
use crate::story::Run;
use crate::story::letters::{is_hangul, is_unspaced, is_word};

/// Marks that end a clause of Chinese or Japanese: no word goes on behind them.
const WIDE_ENDS: &str = "，。、；：！？）」』】》";

/// Marks that stand around a star when it is spoken of: “the "*" key”.
const AROUND: [(char, char); 8] = [
    ('"', '"'),
    ('\'', '\''),
    ('(', ')'),
    ('[', ']'),
    ('“', '”'),
    ('„', '“'),
    ('‘', '’'),
    ('«', '»'),
];

/// Marks with which nothing begins.
const ENDS: &str = ")]},;:!?，。、；：！？）」』】》";
/// Marks with which nothing ends.
const BRACKETS: &str = "([{（「『【《";
/// Other marks behind which a mark may begin something.
const STARTS: &str = "\"'“‘„‚«»‹›–—-/*";

/// How far back the beginning of an address is looked for: each star is looked at once, and a
/// text may be nothing but stars.
const MAX_ADDRESS: usize = 512;

/// A run of stars between its neighbours.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub before: Option<char>,
    pub after: Option<char>,
}

impl Place {
    pub fn can_open(self) -> bool {
        let Some(after) = self.after else { return false };
        let is_edge = |before: char| {
            !is_word(before)
                || is_unspaced(before)
                // Between two scripts of which one has no spaces a word ends; but `12*元`.
                || is_unspaced(after) && is_alphabet(before)
        };
        // Before a mark a star is rather that of a footnote, `90%*.`
        let is_attached = is_word(after)
            || !after.is_whitespace()
                && !ENDS.contains(after)
                && self.before.is_none_or(|before| begins(before, after));
        is_attached && self.before.is_none_or(is_edge) && !self.is_spoken_of()
    }

    pub fn can_close(self) -> bool {
        let Some(before) = self.before else { return false };
        let is_edge = |after: char| {
            // An ending is joined to a word of Korean: `*강조*는`.
            !is_word(after)
                || is_unspaced(after)
                || is_hangul(after)
                || is_unspaced(before) && is_alphabet(after)
                // A label in bold: `**结论：**10 轮`.
                || WIDE_ENDS.contains(before)
        };
        let is_attached = !before.is_whitespace() && !BRACKETS.contains(before);
        is_attached && self.after.is_none_or(is_edge) && !self.is_spoken_of()
    }

    /// Three stars before no word are a mask of three letters.
    pub fn is_mask(self) -> bool {
        !self.after.is_some_and(|c| is_word(c) || is_quote(c))
    }

    /// Whether it is a letter of an address, behind these letters: `https://x.example/*/a`. One
    /// at the end of an address rather ends an emphasis around that.
    pub fn is_in_address(self, letters: &str) -> bool {
        let goes_on =
            |after: char| after.is_ascii_alphanumeric() || matches!(after, '/' | '=' | '&' | '%');
        if !self.after.is_some_and(goes_on) {
            return false;
        }
        // The marks of a sentence end an address before an emphasis.
        if self.before.is_some_and(|before| matches!(before, ',' | ';' | '.' | '!')) {
            return false;
        }
        let mut slashes = 0;
        for byte in letters.bytes().rev().take(MAX_ADDRESS) {
            match byte {
                // What is in parentheses may be the address of a link. Where words stand without
                // spaces between them, their letters end it.
                b' ' | b')' | b'"' | b'<' | b'>' | b'|' | b'\\' => return false,
                _ if !byte.is_ascii_graphic() => return false,
                b':' if slashes > 1 => return true,
                b'/' => slashes += 1,
                _ => slashes = 0,
            }
        }
        false
    }

    fn is_spoken_of(self) -> bool {
        self.before.zip(self.after).is_some_and(|pair| AROUND.contains(&pair))
    }
}

impl Inline<'_, '_, '_> {
    /// Reads a run of stars: what it does not close or open stays as it is.
    pub(super) fn stars(&mut self, rest: &str, before: Option<char>) -> usize {
        let after = rest.trim_start_matches('*');
        let length = rest.len() - after.len();
        let place = Place { before, after: after.chars().next() };
        let is_done = match length {
            _ if place.is_in_address(&self.letters) => false,
            1 => self.one(&["*"], place),
            2 => self.one(&["**"], place),
            // Strong and stressed at once. More stars in a row hide a word.
            3 => self.one(&["**", "*"], place),
            _ => false,
        };
        if !is_done {
            self.letters.extend(std::iter::repeat_n('*', length));
        }
        length
    }

    /// Closes these emphases or opens them, all or none.
    fn one(&mut self, stars: &[&'static str], place: Place) -> bool {
        if place.can_close() && self.close(stars) {
            return true;
        }
        let is_mask = stars.len() > 1 && place.is_mask();
        if !place.can_open() || is_mask || self.open.len() + stars.len() > MAX_INLINE_DEPTH {
            return false;
        }
        if !self.reader.may_mark(self.at) {
            return false;
        }
        for stars in stars {
            self.flush();
            let before = std::mem::take(&mut self.runs);
            self.open.push(Emphasis { stars, before });
        }
        true
    }

    /// Closes the innermost emphasis of each kind; what was opened in it and not closed is
    /// given back. Of two kinds at once, both have to be the innermost.
    fn close(&mut self, stars: &[&str]) -> bool {
        let depth = if let [one] = stars {
            self.open.iter().rposition(|emphasis| emphasis.stars == *one)
        } else {
            let depth = self.open.len().checked_sub(stars.len());
            let is_open = |emphasis: &Emphasis| stars.contains(&emphasis.stars);
            let innermost = depth.and_then(|depth| self.open.get(depth..)).unwrap_or_default();
            let are_two = innermost.first().map(|e| e.stars) != innermost.last().map(|e| e.stars);
            depth.filter(|_| are_two && innermost.iter().all(is_open))
        };
        let Some(depth) = depth else { return false };
        let is_empty = self.letters.is_empty() && self.runs.is_empty();
        if is_empty && depth + stars.len() == self.open.len() {
            return false;
        }
        while self.open.len() > depth + stars.len() {
            self.unpair();
        }
        while self.open.len() > depth {
            self.flush();
            let Some(emphasis) = self.open.pop() else { return false };
            let inner = std::mem::replace(&mut self.runs, emphasis.before);
            let is_strong = emphasis.stars == "**";
            self.runs.push(if is_strong { Run::Strong(inner) } else { Run::Emphasis(inner) });
        }
        true
    }

    /// Gives the innermost open emphasis back as the stars it is written with.
    pub(super) fn unpair(&mut self) {
        self.flush();
        let Some(emphasis) = self.open.pop() else { return };
        let inner = std::mem::replace(&mut self.runs, emphasis.before);
        self.append(vec![Run::Plain(emphasis.stars.to_owned())]);
        self.append(inner);
    }
}

/// Whether a mark may begin something behind this letter.
fn begins(before: char, mark: char) -> bool {
    before.is_whitespace()
        || is_unspaced(before)
        || BRACKETS.contains(before)
        || !matches!(mark, '.' | '…') && STARTS.contains(before)
}

/// A letter of Latin, Greek or Cyrillic.
fn is_alphabet(letter: char) -> bool {
    letter < '\u{530}' && !letter.is_ascii_digit()
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '“' | '‘' | '„' | '«' | '»' | '‹' | '「')
}
