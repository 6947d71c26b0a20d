//! Emphasis, links and code in a line.

use super::defined::{self, Defined};
use super::definition::Link;
use super::signs::{link, target};
use super::tags;
use crate::parse::label;
use crate::story::letters::is_word;

/// The longest address between angles, in bytes.
const MAX_ADDRESS: usize = 2_048;

/// Whether there are words in bold that begin where a word does: in a script without spaces two
/// stars rather hide letters of names, `王**与李**`.
pub fn holds_strong(line: &str) -> bool {
    let nothing = Defined::default();
    let mut pieces = Pieces::new(&nothing);
    if line.contains("**") {
        pieces.read(line, true);
    }
    pieces.is_plainly_strong
}

/// A line as HTML. References to characters stay: who reads HTML reads them.
pub fn converted(line: &str, defined: &Defined) -> String {
    let mut pieces = Pieces::new(defined);
    pieces.read(line, true);
    pieces.written.concat()
}

/// A link as HTML, by its title, or else its address.
pub fn link_of(link: &Link) -> String {
    let nothing = Defined::default();
    let mut pieces = Pieces::new(&nothing);
    pieces.leads_to(link.address, if link.title.is_empty() { link.address } else { link.title });
    pieces.written.concat()
}

/// What has been written of a line.
pub struct Pieces<'d> {
    /// The links and notes that a line may name.
    defined: &'d Defined<'d>,
    pub written: Vec<String>,
    /// Stars and low lines that may open something, and where they are written.
    pub open: Vec<Open>,
    /// Whether words in bold have begun behind no letter.
    pub is_plainly_strong: bool,
}

/// Marks that may open something.
pub struct Open {
    pub marks: String,
    /// Where they are written.
    pub at: usize,
    /// Whether a letter stands before them.
    pub is_in_word: bool,
}

impl<'d> Pieces<'d> {
    fn new(defined: &'d Defined) -> Self {
        Self { defined, written: Vec::new(), open: Vec::new(), is_plainly_strong: false }
    }

    fn read(&mut self, line: &str, may_link: bool) {
        let mut rest = line;
        let mut before = None;
        while let Some(letter) = rest.chars().next() {
            let after = match letter {
                '\\' => self.escape(rest),
                '`' => Some(self.code(rest)),
                '*' | '_' => Some(self.emphasis(rest, letter, before)),
                '!' if rest.starts_with("![") => self.picture(rest),
                '[' if may_link => self.link(rest),
                '<' => self.angles(rest).or_else(|| self.tag_of_html(rest)),
                'h' if !before.is_some_and(is_word) => self.address(rest),
                _ => None,
            };
            let after = after.unwrap_or_else(|| {
                self.letter(letter);
                rest.get(letter.len_utf8()..).unwrap_or_default()
            });
            before = rest.get(..rest.len() - after.len()).and_then(|done| done.chars().next_back());
            rest = after;
        }
    }

    fn letter(&mut self, letter: char) {
        let mut buffer = [0; 4];
        let written = match letter {
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            letter => letter.encode_utf8(&mut buffer),
        };
        // What may open something stands alone.
        let is_open = self.open.last().is_some_and(|open| open.at + 1 == self.written.len());
        match self.written.last_mut() {
            Some(last) if !is_open => last.push_str(written),
            _ => self.written.push(written.to_owned()),
        }
    }

    pub fn letters(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.letter(letter));
    }

    fn escape<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let letter = rest.chars().nth(1).filter(char::is_ascii_punctuation)?;
        self.letter(letter);
        rest.get(2..)
    }

    /// Code in a line is worth no more than its letters. What ends nowhere stays, all at once: no
    /// sign is looked at for another.
    fn code<'t>(&mut self, rest: &'t str) -> &'t str {
        let behind = rest.trim_start_matches('`');
        let (marks, _) = rest.split_at_checked(rest.len() - behind.len()).unwrap_or_default();
        let code = if marks.len() < 3 { behind.split_once(marks) } else { None };
        let (code, behind) = code.unwrap_or((marks, behind));
        self.letters(code.trim());
        behind
    }

    fn picture<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        // A picture may have no words.
        let inside = rest.strip_prefix("![")?;
        let after = inside.strip_prefix(']').and_then(target);
        let rest = rest.strip_prefix('!')?;
        let inline = after.map(|(address, after)| ("", address, after)).or_else(|| link(rest));
        let named = || self.named(rest).map(|(words, to, after)| (words, to.address.into(), after));
        let (words, address, after) = inline.or_else(named)?;
        self.tag("<img alt=\"");
        self.letters(words);
        self.tag("\" src=\"");
        self.letters(&address);
        self.tag("\">");
        Some(after)
    }

    fn link<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let Some((words, address, after)) = link(rest) else { return self.reference(rest) };
        self.leads_to(&address, words);
        Some(after)
    }

    /// What names a note, or a link that is defined elsewhere: `[^note]`, `[1]`, `[words][name]`.
    fn reference<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let words = label(rest).filter(|words| !words.trim().is_empty())?;
        let after = rest.get(words.len() + 2..)?;
        if let Some(number) = self.defined.note(words) {
            let (id, number) = (defined::id(number), number.to_string());
            self.tag(&["<sup><a href=\"#", &id, "\">", &number, "</a></sup>"].concat());
            return Some(after);
        }
        let (words, link, after) = self.named(rest)?;
        self.leads_to(link.address, words);
        Some(after)
    }

    /// The words of a link that is defined elsewhere, `[words][name]` or `[words]`, and what
    /// follows it.
    fn named<'t>(&self, rest: &'t str) -> Option<(&'t str, &'d Link<'d>, &'t str)> {
        let words = label(rest)?;
        let after = rest.get(words.len() + 2..)?;
        let name = Some(after).filter(|after| after.starts_with('[')).and_then(label);
        let behind = name.and_then(|name| after.get(name.len() + 2..));
        let named = self.defined.link(name.filter(|name| !name.is_empty()).unwrap_or(words));
        let found = named.map(|link| (link, behind.unwrap_or(after)));
        let (link, after) = found.or_else(|| Some((self.defined.link(words)?, after)))?;
        Some((words, link, after))
    }

    fn leads_to(&mut self, address: &str, words: &str) {
        self.tag("<a href=\"");
        self.letters(address);
        self.tag("\">");
        // No mark goes over the edge of a link.
        let open = std::mem::take(&mut self.open);
        self.read(words, false);
        self.open = open;
        self.tag("</a>");
    }

    /// An address of the web or of a letter box between angles.
    fn angles<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let inside = rest.get(1..)?;
        let mut bytes = inside.bytes().take(MAX_ADDRESS);
        let end = bytes.position(|byte| matches!(byte, b'<' | b'>' | b' ' | b'\n'))?;
        let (address, after) = inside.split_at_checked(end)?;
        let after = after.strip_prefix('>')?;
        let address = address.strip_prefix("mailto:").unwrap_or(address);
        let is_web = address.starts_with("http");
        if !is_web && (!address.contains('@') || address.contains(['"', '=', '/'])) {
            return None;
        }
        self.tag(if is_web { "<a href=\"" } else { "<a href=\"mailto:" });
        self.letters(address);
        self.tag("\">");
        self.letters(address);
        self.tag("</a>");
        Some(after)
    }

    fn tag_of_html<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let (tag, after) = tags::tag(rest)?;
        self.tag(tag);
        Some(after)
    }

    /// An address that is written out: no sign in it is one of Markdown.
    fn address<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let path = ["https://", "http://"].iter().find_map(|start| rest.strip_prefix(start))?;
        let ends = |c: char| c.is_whitespace() || "<>()[]*`\\\"".contains(c);
        let path = path.trim_start_matches(|c| !ends(c));
        let (address, after) = rest.split_at_checked(rest.len() - path.len())?;
        self.letters(address);
        Some(after)
    }

    pub fn tag(&mut self, tag: &str) {
        self.written.push(tag.to_owned());
    }
}
