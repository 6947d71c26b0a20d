//! Emphasis, links and code in a line.

use super::defined::{self, Defined};
use super::definition::Link;
use super::signs::{link, target};
use crate::parse::{Place, label};
use crate::story::letters::is_word;

/// Emphases that wait for their end.
const MAX_OPEN: usize = 8;

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

struct Pieces<'d> {
    /// The links and notes that a line may name.
    defined: &'d Defined<'d>,
    written: Vec<String>,
    /// Stars and low lines that may open something, and where they are written.
    open: Vec<Open>,
    /// Whether words in bold have begun behind no letter.
    is_plainly_strong: bool,
}

/// Marks that may open something.
struct Open {
    marks: String,
    /// Where they are written.
    at: usize,
    /// Whether a letter stands before them.
    is_in_word: bool,
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
                '<' => self.angles(rest),
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

    fn letters(&mut self, letters: &str) {
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

    fn angles<'t>(&mut self, rest: &'t str) -> Option<&'t str> {
        let inside = rest.get(1..).filter(|inside| inside.starts_with("http"))?;
        let mut bytes = inside.bytes().take(MAX_ADDRESS);
        let end = bytes.position(|byte| matches!(byte, b'<' | b'>' | b' ' | b'\n'))?;
        let (address, after) = inside.split_at_checked(end)?;
        let after = after.strip_prefix('>')?;
        self.tag("<a href=\"");
        self.letters(address);
        self.tag("\">");
        self.letters(address);
        self.tag("</a>");
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

    fn tag(&mut self, tag: &str) {
        self.written.push(tag.to_owned());
    }

    /// Reads a run of stars or low lines: what opens nothing and closes nothing stays.
    fn emphasis<'t>(&mut self, rest: &'t str, mark: char, before: Option<char>) -> &'t str {
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
