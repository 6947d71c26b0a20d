//! What stands in brackets: a link, a citation, or an author's own words.

use super::{Inline, address};
use crate::limits::MAX_CITATIONS;
use crate::parse::markers::look_like_ids;
use crate::story::{Run, Text};

/// Brackets inside the label of a link.
const MAX_NESTED: usize = 3;

/// What a stray address begins with.
const ADDRESSES: [&str; 6] = ["http", "mailto:", "www.", "/", "#", "<"];

impl Inline<'_, '_, '_> {
    pub(super) fn bracket(&mut self, rest: &str) -> usize {
        let Some(label) = label(rest) else {
            return 0;
        };
        let behind = rest.get(label.len() + 2..).unwrap_or_default();
        if behind.starts_with('(') {
            let length = self.link(label, behind);
            // It stays letters, and is come upon again as such.
            self.told += usize::from(length.is_none());
            return length.map_or(0, |length| label.len() + 2 + length);
        }
        let is_cited = !label.contains('[') && self.citations(label);
        if is_cited { label.len() + 2 } else { 0 }
    }

    /// Reads `<https://…>`: so tools write a link whose words are its address.
    pub(super) fn angle(&mut self, rest: &str) -> usize {
        let Some((address, after)) = address::in_angles(rest.get(1..).unwrap_or_default()) else {
            return 0;
        };
        let is_web = address.starts_with("http:") || address.starts_with("https:");
        if !is_web || address.contains(char::is_whitespace) {
            return 0;
        }
        let Some(url) = self.reader.safe_link(address).filter(|_| self.may_link()) else {
            return 0;
        };
        self.flush();
        self.runs.push(Run::Link { url, text: vec![Run::Plain(address.to_owned())] });
        rest.len() - after.len()
    }

    fn may_link(&mut self) -> bool {
        self.is_outermost && self.reader.may_mark(self.at)
    }

    /// Reads a link whose label has been found; gives the length of what follows that.
    fn link(&mut self, label: &str, behind: &str) -> Option<usize> {
        let read = address::read(behind).filter(|_| !label.trim().is_empty());
        let Some((address, length)) = read else {
            self.report_link("a link that cannot be read, shown as text");
            return None;
        };
        let Some(url) = self.reader.safe_link(&address) else {
            let message = "a link this card does not open, shown as text";
            self.reader.report(self.at, "unsafe-url", message);
            return None;
        };
        let (text, markers) = self.label(label);
        let is_link = self.may_link();
        if !self.is_outermost {
            self.report_link("a link inside a link, its words alone are shown");
        } else if text.is_empty() {
            self.report_link("a link around nothing but markers, left out");
            self.join();
        }
        self.flush();
        if is_link && !text.is_empty() {
            self.runs.push(Run::Link { url, text });
        } else {
            self.append(text);
        }
        let runs = if self.is_outermost { &mut self.runs } else { &mut self.markers };
        runs.extend(markers);
        Some(length)
    }

    /// The words of a label, and its markers: no button can stand inside a link.
    fn label(&mut self, label: &str) -> (Text, Text) {
        let mut inline = Inline::new(self.reader, self.at, false);
        inline.read(label);
        let markers = std::mem::take(&mut inline.markers);
        (inline.finish(), markers)
    }

    /// Reports an address that is going to be seen, unless its link has been.
    pub(super) fn stray(&mut self, rest: &str) {
        let Some(address) = rest.strip_prefix("](") else { return };
        if self.told > 0 {
            self.told -= 1;
        } else if ADDRESSES.iter().any(|start| address.starts_with(start)) {
            self.report_link("a link that cannot be read, shown as text");
        }
    }

    fn report_link(&mut self, message: &str) {
        self.reader.report(self.at, "unreadable-link", message);
    }

    /// The view joins a marker to the word before it: no space between.
    fn join(&mut self) {
        self.letters.truncate(self.letters.trim_end().len());
    }

    /// Reads `1`, `1, 2` or `1-3` where every id is a source's.
    fn citations(&mut self, inside: &str) -> bool {
        let Some(sources) = self.reader.sources(inside) else {
            if look_like_ids(inside) {
                let message = ["no source with the id ", inside, ", shown as text"].concat();
                self.reader.report(self.at, "unknown-source", &message);
            }
            return false;
        };
        if self.reader.citations + sources.len() > MAX_CITATIONS {
            self.reader.report(self.at, "too-many", "more citations than the limit, shown as text");
            return false;
        }
        self.reader.citations += sources.len();
        self.join();
        self.flush();
        for source in sources {
            let place = self.reader.next_use(source);
            let marker = Run::Citation { source, place };
            let runs = if self.is_outermost { &mut self.runs } else { &mut self.markers };
            runs.push(marker);
        }
        true
    }
}

/// What stands between a bracket and the one that closes it. Nothing where too many open
/// inside: each letter is looked at for a few brackets and no more.
pub fn label(text: &str) -> Option<&str> {
    let (mut depth, mut is_escaped) = (0, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'[' => depth += 1,
            b']' if depth == 1 => return text.get(1..at),
            b']' => depth -= 1,
            _ => {}
        }
        if depth > MAX_NESTED {
            return None;
        }
    }
    None
}
