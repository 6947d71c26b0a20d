//! Story text to typed runs: `**strong**`, `*em*`, `[label](url)`, `<url>`, `[id]`, `\*`.
//!
//! What is not of the grammar stays as it is written, HTML above all. One pass with a
//! stack of open emphases: linear in the length of the text, whatever it holds.

mod address;
mod bracket;
mod stars;

pub use address::read as address;
pub use bracket::label;
pub use stars::Place;

use super::reader::{At, Reader};
use crate::limits::MAX_MARKED;
use crate::story::{Run, Text};

/// Reads story text. `at` is where it stands, for the problems in it.
pub fn read(reader: &mut Reader, at: &At, text: &str) -> Text {
    let mut inline = Inline::new(reader, at, true);
    inline.read(text);
    let runs = inline.finish();
    reader.check_quotations(at, &runs);
    runs
}

struct Inline<'r, 'o, 'a> {
    reader: &'r mut Reader<'o>,
    at: &'r At<'a>,
    /// Links and citations are read where they stand; false inside a link's label.
    is_outermost: bool,
    /// Emphases not closed yet, the innermost last.
    open: Vec<Emphasis>,
    runs: Text,
    letters: String,
    /// The markers of a label, which come after its link.
    markers: Text,
    /// How many links that stay letters have been reported and are still to come.
    told: usize,
}

/// An emphasis that waits for its closing stars.
struct Emphasis {
    stars: &'static str,
    before: Text,
}

impl Reader<'_> {
    /// Counts a marker of a source and gives its place among them, from 1.
    pub fn next_use(&mut self, source: usize) -> usize {
        let Some(uses) = self.uses.get_mut(source) else {
            return 1;
        };
        *uses += 1;
        *uses
    }

    /// Counts an emphasis or a link; false where there have been too many, which is told once.
    pub fn may_mark(&mut self, at: &At) -> bool {
        if self.marked < MAX_MARKED {
            self.marked += 1;
            return true;
        }
        if self.marked == MAX_MARKED {
            self.marked += 1;
            self.report(at, "too-many", "more emphases and links than the limit, shown as text");
        }
        false
    }
}

impl<'r, 'o, 'a> Inline<'r, 'o, 'a> {
    fn new(reader: &'r mut Reader<'o>, at: &'r At<'a>, is_outermost: bool) -> Self {
        let (open, runs, letters) = (Vec::new(), Vec::new(), String::new());
        Inline { reader, at, is_outermost, open, runs, letters, markers: Vec::new(), told: 0 }
    }

    fn read(&mut self, text: &str) {
        let mut rest = text;
        let mut previous = None;
        while let Some(letter) = rest.chars().next() {
            let taken = match letter {
                '\\' => self.escape(rest),
                '*' => self.stars(rest, previous),
                '[' => self.bracket(rest),
                '<' => self.angle(rest),
                _ => self.plain(rest),
            };
            let taken = if taken == 0 { self.letter(letter, rest) } else { taken };
            let (done, next) = rest.split_at_checked(taken).unwrap_or((rest, ""));
            previous = done.chars().next_back();
            rest = next;
        }
    }

    /// Most letters mean nothing: a text of two megabytes is taken by the stretch.
    fn plain(&mut self, rest: &str) -> usize {
        let means = |byte| matches!(byte, b'\\' | b'*' | b'[' | b']' | b'<' | b'\n' | b'\r');
        let length = rest.bytes().position(means).unwrap_or(rest.len());
        self.letters.push_str(rest.get(..length).unwrap_or_default());
        length
    }

    /// A line break is a space; of `\r\n` the first letter counts for nothing.
    fn letter(&mut self, letter: char, rest: &str) -> usize {
        if letter == ']' {
            self.stray(rest);
        }
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

    fn flush(&mut self) {
        if !self.letters.is_empty() {
            push_plain(&mut self.runs, std::mem::take(&mut self.letters));
        }
    }

    /// Adds runs that were read by themselves.
    fn append(&mut self, runs: Text) {
        self.flush();
        for run in runs {
            match run {
                Run::Plain(letters) => push_plain(&mut self.runs, letters),
                other => self.runs.push(other),
            }
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

fn push_plain(runs: &mut Text, letters: String) {
    if let Some(Run::Plain(last)) = runs.last_mut() {
        last.push_str(&letters);
    } else {
        runs.push(Run::Plain(letters));
    }
}
