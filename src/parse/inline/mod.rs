//! Story text to typed runs: `**strong**`, `*em*`, `[label](url)`, `[id]`, `\*`.
//!
//! What is not of the grammar stays as it is written, HTML above all. One pass with a
//! stack of open emphases: linear in the length of the text, whatever it holds.

mod bracket;

use super::limits::MAX_INLINE_DEPTH;
use super::reader::{At, Reader};
use crate::story::{Run, Text};

/// Reads story text. `at` is where it stands, for the problems in it.
pub fn read(reader: &mut Reader, at: &At, text: &str) -> Text {
    let mut inline = Inline::new(reader, at, true);
    inline.read(text);
    inline.finish()
}

struct Inline<'r, 'o, 'a> {
    reader: &'r mut Reader<'o>,
    at: &'r At<'a>,
    /// Links and citations are read; false inside a link's label.
    is_outermost: bool,
    /// Emphases not closed yet, the innermost last.
    open: Vec<Emphasis>,
    runs: Text,
    letters: String,
}

/// An emphasis that waits for its closing stars.
struct Emphasis {
    stars: &'static str,
    before: Text,
}

impl<'r, 'o, 'a> Inline<'r, 'o, 'a> {
    fn new(reader: &'r mut Reader<'o>, at: &'r At<'a>, is_outermost: bool) -> Self {
        let (open, runs, letters) = (Vec::new(), Vec::new(), String::new());
        Inline { reader, at, is_outermost, open, runs, letters }
    }

    fn read(&mut self, text: &str) {
        let mut rest = text;
        let mut previous = None;
        while let Some(letter) = rest.chars().next() {
            let taken = match letter {
                '\\' => self.escape(rest),
                '*' => self.stars(rest, previous),
                '[' if self.is_outermost => self.bracket(rest),
                _ => 0,
            };
            let taken = if taken == 0 { self.letter(letter, rest) } else { taken };
            let (done, next) = rest.split_at_checked(taken).unwrap_or((rest, ""));
            previous = done.chars().next_back();
            rest = next;
        }
    }

    /// A line break is a space; of `\r\n` the first letter counts for nothing.
    fn letter(&mut self, letter: char, rest: &str) -> usize {
        if !rest.starts_with("\r\n") {
            self.letters.push(if matches!(letter, '\n' | '\r') { ' ' } else { letter });
        }
        letter.len_utf8()
    }

    fn escape(&mut self, rest: &str) -> usize {
        match rest.chars().nth(1) {
            Some(letter) if letter.is_ascii_punctuation() => {
                self.letters.push(letter);
                2
            }
            _ => 0,
        }
    }

    /// Opens or closes an emphasis; 0 when the stars are only stars.
    fn stars(&mut self, rest: &str, previous: Option<char>) -> usize {
        let innermost = self.open.last().map(|emphasis| emphasis.stars);
        let is_double = rest.starts_with("**")
            // In `***` the inner emphasis ends first.
            && !(innermost == Some("*") && rest.starts_with("***"));
        let stars = if is_double { "**" } else { "*" };
        let next = rest.chars().nth(stars.len());
        let can_close = previous.is_some_and(|c| !c.is_whitespace());
        let can_open = next.is_some_and(|c| !c.is_whitespace());
        if can_close && self.close(stars) {
            return stars.len();
        }
        if can_open && self.open.len() < MAX_INLINE_DEPTH {
            self.flush();
            let before = std::mem::take(&mut self.runs);
            self.open.push(Emphasis { stars, before });
            return stars.len();
        }
        // Both stars of an unpaired pair are literal: they must not open twice.
        self.letters.push_str(stars);
        stars.len()
    }

    fn close(&mut self, stars: &str) -> bool {
        let Some(depth) = self.open.iter().rposition(|emphasis| emphasis.stars == stars) else {
            return false;
        };
        let is_empty = self.letters.is_empty() && self.runs.is_empty();
        if is_empty && depth + 1 == self.open.len() {
            return false;
        }
        while self.open.len() > depth + 1 {
            self.unpair();
        }
        self.flush();
        let Some(emphasis) = self.open.pop() else {
            return false;
        };
        let inner = std::mem::replace(&mut self.runs, emphasis.before);
        self.runs.push(if stars == "**" { Run::Strong(inner) } else { Run::Emphasis(inner) });
        true
    }

    /// Gives the innermost open emphasis back as the stars it is written with.
    fn unpair(&mut self) {
        self.flush();
        let Some(emphasis) = self.open.pop() else {
            return;
        };
        let inner = std::mem::replace(&mut self.runs, emphasis.before);
        push_plain(&mut self.runs, emphasis.stars);
        for run in inner {
            match run {
                Run::Plain(letters) => push_plain(&mut self.runs, &letters),
                other => self.runs.push(other),
            }
        }
    }

    fn flush(&mut self) {
        if !self.letters.is_empty() {
            push_plain(&mut self.runs, &self.letters);
            self.letters.clear();
        }
    }

    fn finish(mut self) -> Text {
        while !self.open.is_empty() {
            self.unpair();
        }
        self.flush();
        self.runs
    }
}

fn push_plain(runs: &mut Text, letters: &str) {
    if let Some(Run::Plain(last)) = runs.last_mut() {
        last.push_str(letters);
    } else {
        runs.push(Run::Plain(letters.to_owned()));
    }
}
