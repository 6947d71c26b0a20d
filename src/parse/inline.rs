//! Story text to typed runs: `**strong**`, `*em*`, `[label](url)`, `[id]`, `\*`.
//!
//! What is not of the grammar stays as it is written, HTML above all. One pass with a
//! stack of open emphases: linear in the length of the text, whatever it holds.

use super::limits::{MAX_CITATIONS, MAX_INLINE_DEPTH};
use super::reader::{At, Reader};
use crate::story::{Run, Text};

/// Longest URL looked for inside a text, in bytes.
const MAX_URL: usize = 2_048;

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
            let taken = if taken == 0 { self.letter(letter) } else { taken };
            let (done, next) = rest.split_at_checked(taken).unwrap_or((rest, ""));
            previous = done.chars().next_back();
            rest = next;
        }
    }

    fn letter(&mut self, letter: char) -> usize {
        self.letters.push(if letter == '\n' { ' ' } else { letter });
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
        let Some(emphasis) = self.open.pop() else { return false };
        let inner = std::mem::replace(&mut self.runs, emphasis.before);
        self.runs.push(if stars == "**" { Run::Strong(inner) } else { Run::Emphasis(inner) });
        true
    }

    /// Gives the innermost open emphasis back as the stars it is written with.
    fn unpair(&mut self) {
        self.flush();
        let Some(emphasis) = self.open.pop() else { return };
        let inner = std::mem::replace(&mut self.runs, emphasis.before);
        push_plain(&mut self.runs, emphasis.stars);
        for run in inner {
            match run {
                Run::Plain(letters) => push_plain(&mut self.runs, &letters),
                other => self.runs.push(other),
            }
        }
    }

    fn bracket(&mut self, rest: &str) -> usize {
        let inside_start = rest.get(1..).unwrap_or_default();
        let Some(end) = closing_bracket(inside_start) else { return 0 };
        let (inside, after) = inside_start.split_at_checked(end).unwrap_or((inside_start, ""));
        let after = after.get(1..).unwrap_or_default();
        if let Some(tail) = after.strip_prefix('(') {
            return self.link(inside, tail).map_or(0, |url| inside.len() + url + 4);
        }
        if self.citations(inside) { inside.len() + 2 } else { 0 }
    }

    /// Reads a link; gives the length of its URL.
    fn link(&mut self, label: &str, tail: &str) -> Option<usize> {
        let url = url_before_parenthesis(tail)?;
        let Some(link) = self.reader.safe_link(url) else {
            self.reader.report(self.at, "unsafe-url", "a link this card does not open, shown as text");
            return None;
        };
        if label.trim().is_empty() {
            return None;
        }
        let mut inline = Inline::new(self.reader, self.at, false);
        inline.read(label);
        let text = inline.finish();
        self.flush();
        self.runs.push(Run::Link { url: link, text });
        Some(url.len())
    }

    /// Reads `1`, `1, 2` or `1-3` where every id is a source's.
    fn citations(&mut self, inside: &str) -> bool {
        let mut sources = Vec::new();
        let all_known = inside.split(',').all(|part| self.source(part.trim(), &mut sources));
        if !all_known {
            if looks_like_ids(inside) {
                let message = ["no source with the id ", inside, ", shown as text"].concat();
                self.reader.report(self.at, "unknown-source", &message);
            }
            return false;
        }
        if self.reader.citations + sources.len() > MAX_CITATIONS {
            self.reader.report(self.at, "too-many", "more citations than the limit, shown as text");
            return false;
        }
        self.reader.citations += sources.len();
        // The view joins a marker to the word before it: no space between.
        self.letters.truncate(self.letters.trim_end().len());
        self.flush();
        for source in sources {
            let place = self.reader.next_use(source);
            self.runs.push(Run::Citation { source, place });
        }
        true
    }

    /// Adds the sources of one id or one range; false when one is not there.
    fn source(&self, part: &str, sources: &mut Vec<usize>) -> bool {
        if let Some(index) = self.reader.source_index(part) {
            sources.push(index);
            return true;
        }
        let range = part.split_once(['-', '–']);
        let range = range.and_then(|(from, to)| Some((digits(from)?, digits(to)?)));
        let Some((from, to)) = range else { return false };
        let length = to.saturating_sub(from);
        if to <= from || length >= self.reader.uses.len() {
            return false;
        }
        (from..=to).all(|number| {
            let index = self.reader.source_index(&number.to_string());
            sources.extend(index);
            index.is_some()
        })
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

/// Where the bracket closes; nothing when another one opens before.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b']' => return Some(at),
            b'[' => return None,
            _ => {}
        }
    }
    None
}

/// The URL up to the parenthesis that closes it; pairs inside it are part of it.
fn url_before_parenthesis(tail: &str) -> Option<&str> {
    let mut depth = 0_usize;
    for (at, byte) in tail.bytes().enumerate().take(MAX_URL) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return tail.get(..at),
            b')' => depth -= 1,
            b' ' | b'\n' | b'\t' => return None,
            _ => {}
        }
    }
    None
}

fn digits(text: &str) -> Option<usize> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// `[7]` and `[a-2, 3]` want a source; `[sic]` and `[the company]` are the author's.
fn looks_like_ids(inside: &str) -> bool {
    let is_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b',' | b' ');
    let all_short = inside.split(',').all(|part| !part.trim().contains(' '));
    inside.len() <= 64
        && inside.bytes().all(is_id)
        && inside.bytes().any(|b| b.is_ascii_digit())
        && all_short
}
