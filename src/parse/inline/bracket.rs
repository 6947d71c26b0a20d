//! What stands in brackets: a link, a citation, or an author's own words.

use super::Inline;
use crate::parse::limits::MAX_CITATIONS;
use crate::story::Run;

/// Longest URL looked for inside a text, in bytes.
const MAX_URL: usize = 2_048;

impl Inline<'_, '_, '_> {
    pub(super) fn bracket(&mut self, rest: &str) -> usize {
        let inside_start = rest.get(1..).unwrap_or_default();
        let Some(end) = closing_bracket(inside_start) else {
            return 0;
        };
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
            self.reader.report(
                self.at,
                "unsafe-url",
                "a link this card does not open, shown as text",
            );
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
        let Some((from, to)) = range else {
            return false;
        };
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
            // Another bracket ends the search: it is never read twice.
            b' ' | b'\n' | b'\t' | b'[' => return None,
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
