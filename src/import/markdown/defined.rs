//! What stands apart from where it is named: the addresses of links, and notes.

use std::cell::Cell;

use super::signs::heading;
use crate::import::dom::fold;
use crate::parse::label;

/// The longest name of a link or a note, in bytes.
const MAX_NAME: usize = 100;
/// Links and notes of one text.
const MAX_DEFINED: usize = 1_000;
/// Definitions that are looked at to tell whether a text is Markdown.
const MOST_TRIED: usize = 20;

/// The links and notes that a text defines.
#[derive(Default)]
pub struct Defined<'t> {
    /// In the order of their names, with their places in `notes`.
    names: Vec<(String, usize)>,
    pub notes: Vec<Note<'t>>,
    /// How many of them something in the text leads to.
    used: Cell<usize>,
}

/// A note, or a link, which is a note where a bare number leads to it.
pub struct Note<'t> {
    pub lines: Vec<&'t str>,
    pub link: Option<Link<'t>>,
    /// Its number, from one, once something in the text leads to it as to a note.
    pub number: Cell<Option<usize>>,
}

/// Where the links of a name lead.
pub struct Link<'t> {
    pub address: &'t str,
    pub title: &'t str,
}

impl<'t> Defined<'t> {
    /// Takes the definitions out of the lines, but for those in code. Where lines are broken
    /// where they are full, a note goes on in the next.
    pub fn read(lines: &[&'t str], is_broken: bool) -> (Self, Vec<&'t str>) {
        let (mut defined, mut kept) = (Self::default(), Vec::new());
        let mut is_code = false;
        let mut rest = lines;
        while let Some((line, after)) = rest.split_first() {
            rest = after;
            is_code ^= line.trim_start().starts_with("```");
            let named = definition(line).filter(|_| !is_code && defined.names.len() < MAX_DEFINED);
            let (name, words) = named.unwrap_or_default();
            let link = link(name, words);
            if name.starts_with('^') {
                let (lines, behind) = note(words, after, is_broken);
                defined.add(name, Note { lines, link, number: Cell::default() });
                rest = behind;
            } else if link.is_some() {
                defined.add(name, Note { lines: Vec::new(), link, number: Cell::default() });
            } else {
                kept.push(*line);
            }
        }
        (defined, kept)
    }

    fn add(&mut self, name: &str, note: Note<'t>) {
        let name = key(name);
        if let Err(place) = self.place(&name) {
            self.names.insert(place, (name, self.notes.len()));
        }
        self.notes.push(note);
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.names.binary_search_by(|(known, _)| (**known).cmp(name))
    }

    fn find(&self, name: &str) -> Option<&Note<'t>> {
        let (_, at) = self.names.get(self.place(&key(name)).ok()?)?;
        self.notes.get(*at)
    }

    /// Where the links of a name lead.
    pub fn link(&self, name: &str) -> Option<&Link<'t>> {
        self.find(name)?.link.as_ref()
    }

    /// The number of the note of a name, which something in the text leads to: by the order in
    /// which it names them. Whoever writes `[1]`, and an address below, means a source too.
    pub fn note(&self, name: &str) -> Option<usize> {
        let is_note = name.starts_with('^') || name.bytes().all(|byte| byte.is_ascii_digit());
        let note = self.find(name).filter(|_| is_note)?;
        let number = note.number.get().unwrap_or_else(|| {
            self.used.set(self.used.get() + 1);
            self.used.get()
        });
        note.number.set(Some(number));
        Some(number)
    }
}

/// What a note is named in the HTML.
pub fn id(number: usize) -> String {
    ["markdown-note-", &number.to_string()].concat()
}

/// Whether a text defines a note or a link, and names it elsewhere.
pub fn holds_defined(text: &str) -> bool {
    let defined = text.lines().filter_map(definition).take(MOST_TRIED);
    let mut real =
        defined.filter(|(name, words)| name.starts_with('^') || link(name, words).is_some());
    real.any(|(name, _)| text.matches(&*["[", name, "]"].concat()).nth(1).is_some())
}

/// The name that a line defines, and the words behind it.
fn definition(line: &str) -> Option<(&str, &str)> {
    let text = line.trim_start_matches(' ');
    let name = Some(text).filter(|text| text.starts_with('[') && line.len() - text.len() < 4);
    let name = label(name?).filter(|name| !name.is_empty() && name.len() <= MAX_NAME)?;
    let words = text.get(name.len() + 1..)?.strip_prefix("]:")?;
    Some((name, words.trim()))
}

/// The address that a name stands for, and its title.
fn link<'t>(name: &str, words: &'t str) -> Option<Link<'t>> {
    let (address, title) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let address = address.strip_prefix('<').and_then(|a| a.strip_suffix('>')).unwrap_or(address);
    let is_address = address.trim_end_matches('.').contains(['/', '.', '#']);
    let title = title.trim_matches(|c: char| c.is_whitespace() || "\"'()".contains(c));
    let found = Some(address).filter(|_| is_address && !name.starts_with('^'))?;
    Some(Link { address: found, title })
}

/// The lines of a note, and those behind it: what stands further in belongs to it.
fn note<'l, 't>(
    first: &'t str,
    after: &'l [&'t str],
    is_broken: bool,
) -> (Vec<&'t str>, &'l [&'t str]) {
    let is_inner = |line: &str| line.starts_with("  ") || line.starts_with('\t');
    let (mut lines, mut rest) = (vec![first], after);
    while let Some((line, behind)) = rest.split_first() {
        let belongs = if line.trim().is_empty() {
            behind.first().is_some_and(|next| is_inner(next) && !next.trim().is_empty())
        } else {
            let goes_on = is_broken && definition(line).is_none() && heading(line).is_none();
            goes_on || is_inner(line)
        };
        if !belongs {
            break;
        }
        lines.push(line.trim());
        rest = behind;
    }
    (lines, rest)
}

fn key(name: &str) -> String {
    fold(name).to_ascii_lowercase()
}
