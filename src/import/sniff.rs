//! What a document is, from its first letters: before all of it has come.

/// What the beginning of a document tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sniffed {
    /// A story of `story-card/`, which needs no converter.
    Native,
    /// JSON of another format: the converter can be asked for now.
    Foreign,
    /// Text that is no JSON: an HTML page, a feed, a table.
    NoJson,
    /// Nothing yet: more letters are needed.
    Unknown,
}

/// Keys that only other formats have at their outermost level.
const FOREIGN: &str = "@context @graph @type $standard title content excerpt items version uri \
    events eras scale posts pages stories clusters rss date_gmt modified_gmt guid slug status \
    feed_url home_page_url articles short_summary talking_points perspectives html mobiledoc \
    lexical uuid published_at pubstatus versioncreated headlines bodies standard _embedded";

/// Looks at the beginning of a document. It costs little, and is right where it is sure: a key
/// of the native format may stand behind all others.
#[must_use]
pub fn sniff(start: &str) -> Sniffed {
    let text = start.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '\u{FEFF}');
    let mut bytes = text.bytes();
    match bytes.next() {
        None => return Sniffed::Unknown,
        Some(b'{' | b'[') => {}
        Some(_) => return Sniffed::NoJson,
    }
    let mut keys = Keys { rest: text, depth: 0 };
    while let Some(key) = keys.next_key() {
        if key == "schemaVersion" {
            let value = keys.rest.trim_start().strip_prefix(':').map(str::trim_start);
            return match value.and_then(|value| value.strip_prefix("\"story-card/")) {
                Some(_) => Sniffed::Native,
                None => Sniffed::Unknown,
            };
        }
        if FOREIGN.split_ascii_whitespace().any(|foreign| foreign == key) {
            return Sniffed::Foreign;
        }
    }
    Sniffed::Unknown
}

/// The keys of the outermost object, or of the first one in the outermost list.
struct Keys<'t> {
    rest: &'t str,
    depth: usize,
}

impl<'t> Keys<'t> {
    fn next_key(&mut self) -> Option<&'t str> {
        let (mut is_value, mut is_list) = (false, false);
        loop {
            let byte = *self.rest.as_bytes().first()?;
            if byte == b'"' {
                let (text, rest) = string(self.rest)?;
                self.rest = rest;
                // Only behind a key there is a colon.
                let is_key = self.depth == 1 && rest.trim_start().starts_with(':');
                if is_key && !is_value {
                    return Some(text);
                }
                continue;
            }
            match byte {
                // A list around the objects is not counted.
                b'[' if self.depth == 0 && !is_list => is_list = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                b':' => is_value = true,
                b',' => is_value = false,
                _ => {}
            }
            let mut letters = self.rest.chars();
            letters.next();
            self.rest = letters.as_str();
        }
    }
}

/// The string at the start, without its quotation marks, and what follows; nothing where it
/// does not end here.
fn string(text: &str) -> Option<(&str, &str)> {
    let mut is_escaped = false;
    let end = text.bytes().enumerate().skip(1).find(|(_, byte)| {
        let ends = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        ends
    });
    let (end, _) = end?;
    Some((text.get(1..end)?, text.get(end + 1..)?))
}
