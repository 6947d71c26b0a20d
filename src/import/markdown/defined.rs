//! The links and notes that a text defines, and what leads to them.

use std::cell::Cell;

use super::definition::{Link, definition, is_of_web, is_plain, link};
use super::shape::begins_block;
use super::signs::fence;
use crate::import::dom::fold;

/// Links and notes of one text.
const MAX_DEFINED: usize = 1_000;

/// The links and notes that a text defines.
#[derive(Default)]
pub struct Defined<'t> {
    /// In the order of their names, with their places in `notes`.
    names: Vec<(String, usize)>,
    pub notes: Vec<Note<'t>>,
    /// How many of them something in the text leads to.
    used: Cell<usize>,
    /// Whether all that can lead to notes has been read: no more of them become sources.
    is_closed: Cell<bool>,
}

/// A note, or a link, which is a note where a bare number leads to it.
pub struct Note<'t> {
    /// The note; of a link, the line that defines it, where it may be words of the text.
    pub lines: Vec<&'t str>,
    pub link: Option<Link<'t>>,
    /// Whether something in the text leads where the link does.
    pub is_followed: Cell<bool>,
    /// Its number, from one, once something in the text leads to it as to a note.
    pub number: Cell<Option<usize>>,
}

impl<'t> Defined<'t> {
    /// Takes the definitions out of the lines, but for those in code. Where lines are broken
    /// where they are full, a note goes on in the next.
    pub fn read(lines: &[&'t str], is_broken: bool) -> (Self, Vec<&'t str>) {
        let (mut defined, mut kept) = (Self::default(), Vec::new());
        // What begins last and never ends is no code.
        let mut fences = lines.iter().filter(|line| fence(line).is_some()).count() & !1;
        let mut is_code = false;
        let mut rest = lines;
        while let Some((line, after)) = rest.split_first() {
            rest = after;
            if fences > 0 && fence(line).is_some() {
                (is_code, fences) = (!is_code, fences - 1);
            }
            let named = definition(line).filter(|_| !is_code && defined.names.len() < MAX_DEFINED);
            let (name, words) = named.unwrap_or_default();
            if name.starts_with('^') {
                let (lines, behind) = note(words, after, is_broken);
                defined.add(name, lines, None);
                rest = behind;
            } else if let Some(link) = link(name, words) {
                let lines = if is_plain(words) { Vec::new() } else { vec![*line] };
                defined.add(name, lines, Some(link));
            } else {
                kept.push(*line);
            }
        }
        (defined, kept)
    }

    fn add(&mut self, name: &str, lines: Vec<&'t str>, link: Option<Link<'t>>) {
        let (is_followed, number) = (Cell::default(), Cell::default());
        let note = Note { lines, link, is_followed, number };
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
        let note = self.find(name)?;
        let link = note.link.as_ref()?;
        // Words beside an address of the web stay to be read.
        note.is_followed.set(link.title.is_empty() || !is_of_web(link.address));
        Some(link)
    }

    /// The number of the note of a name, which something in the text leads to: by the order in
    /// which it names them. Whoever writes `[1]`, and an address below, means a source too.
    pub fn note(&self, name: &str) -> Option<usize> {
        let is_note = name.starts_with('^') || name.bytes().all(|byte| byte.is_ascii_digit());
        let note = self.find(name).filter(|_| is_note)?;
        if note.number.get().is_none() && !self.is_closed.get() {
            self.used.set(self.used.get() + 1);
            note.number.set(Some(self.used.get()));
        }
        note.number.get()
    }

    /// From now on nothing makes a source of a note that is none yet.
    pub fn close(&self) {
        self.is_closed.set(true);
    }
}

/// What a note is named in the HTML.
pub fn id(number: usize) -> String {
    ["markdown-note-", &number.to_string()].concat()
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
            let goes_on = is_broken && definition(line).is_none() && !begins_block(line);
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
