//! Letters, marks and links in a line, gathered to story text.

use crate::limits::{MAX_INLINE_DEPTH, MAX_TEXT};
use crate::parse::cut;
use crate::story::{LINE_BREAK, Run, SafeLink, Text};

/// What lies around some words.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    Strong,
    Emphasis,
    Link(SafeLink),
}

/// A text that is being gathered. White space is one space, and none at the ends.
#[derive(Debug, Default)]
pub struct Inline {
    runs: Text,
    /// Marks that are open, each with what stood before it.
    open: Vec<(Mark, Text)>,
    /// White space that is written when something follows it.
    gap: Option<char>,
    /// Whether anything has been written.
    is_begun: bool,
    count: usize,
    /// Whether letters were left out for being over the limit.
    pub is_cut: bool,
}

impl Inline {
    /// Adds letters of HTML.
    pub fn push(&mut self, letters: &str) {
        for (index, word) in letters.split(is_space).enumerate() {
            if index > 0 {
                self.space();
            }
            if word.is_empty() {
                continue;
            }
            self.write_space();
            self.write(word);
        }
    }

    /// Whether anything has been written.
    pub fn is_begun(&self) -> bool {
        self.is_begun
    }

    /// Adds a space where something follows.
    pub fn space(&mut self) {
        self.gap.get_or_insert(' ');
    }

    /// Breaks the line where something follows.
    pub fn break_line(&mut self) {
        self.gap = Some(LINE_BREAK);
    }

    fn write_space(&mut self) {
        let Some(gap) = self.gap.take().filter(|_| self.is_begun) else { return };
        let gap = String::from(gap);
        // Not inside of marks that have just been opened.
        let is_fresh = |(_, before): &&(Mark, Text)| before.is_empty();
        let fresh = if self.runs.is_empty() {
            1 + self.open.iter().rev().take_while(is_fresh).count()
        } else {
            0
        };
        match self.open.len().checked_sub(fresh).and_then(|at| self.open.get_mut(at)) {
            Some((_, before)) if fresh > 0 => push_plain(before, &gap),
            _ => self.write(&gap),
        }
    }

    fn write(&mut self, letters: &str) {
        let room = MAX_TEXT.saturating_sub(self.count);
        let count = letters.chars().count();
        self.count += count;
        if count <= room {
            self.write_plain(letters);
        } else if !std::mem::replace(&mut self.is_cut, true) {
            let head = cut(letters, room);
            self.write_plain(head.as_deref().unwrap_or("…"));
        }
    }

    fn write_plain(&mut self, letters: &str) {
        self.is_begun = true;
        if let Some(Run::Plain(last)) = self.runs.last_mut() {
            last.push_str(letters);
        } else {
            self.runs.push(Run::Plain(letters.to_owned()));
        }
    }

    /// Adds a marker, behind the word it follows.
    pub fn cite(&mut self, source: usize, place: usize) {
        self.gap = None;
        self.is_begun = true;
        self.runs.push(Run::Citation { source, place });
    }

    /// Opens a mark; false where it says nothing new, or is nested too deep.
    pub fn open(&mut self, mark: Mark) -> bool {
        let is_link = |mark: &Mark| matches!(mark, Mark::Link(_));
        let is_known =
            self.open.iter().any(|(open, _)| *open == mark || is_link(open) && is_link(&mark));
        if is_known || self.open.len() >= MAX_INLINE_DEPTH {
            return false;
        }
        self.open.push((mark, std::mem::take(&mut self.runs)));
        true
    }

    /// Closes the mark that was opened last.
    pub fn close(&mut self) {
        let Some((mark, before)) = self.open.pop() else { return };
        let inside = std::mem::replace(&mut self.runs, before);
        if !inside.is_empty() {
            self.runs.push(match mark {
                Mark::Strong => Run::Strong(inside),
                Mark::Emphasis => Run::Emphasis(inside),
                Mark::Link(url) => Run::Link { url, text: inside },
            });
        }
    }

    /// The text so far; the marks that are open begin anew in the next one.
    pub fn take(&mut self) -> Text {
        let marks: Vec<Mark> = self.open.iter().map(|(mark, _)| mark.clone()).collect();
        while !self.open.is_empty() {
            self.close();
        }
        let is_cut = self.is_cut;
        let mut text = std::mem::take(self).runs;
        // A gap before a mark that then held nothing.
        if let Some(Run::Plain(last)) = text.last_mut() {
            last.truncate(last.trim_end_matches([' ', LINE_BREAK]).len());
        }
        self.is_cut = is_cut;
        for mark in marks {
            self.open(mark);
        }
        if is_blank(&text) { Text::new() } else { text }
    }
}

/// Spaces that mean no more than one; a no-break space is one of letters. What divides lines in
/// word processors shows as a space in HTML.
fn is_space(letter: char) -> bool {
    letter.is_ascii_whitespace() || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// Whether nothing of a text can be seen.
pub fn is_blank(text: &[Run]) -> bool {
    text.iter().all(|run| match run {
        Run::Plain(letters) => !is_visible(letters),
        Run::Strong(text) | Run::Emphasis(text) | Run::Link { text, .. } => is_blank(text),
        Run::Citation { .. } => false,
    })
}

/// Whether anything of some letters can be seen: spaces of no width are none, and the icons of a
/// font that the page brings, which stand where Unicode has no letters.
pub fn is_visible(letters: &str) -> bool {
    letters.chars().any(|letter| {
        !letter.is_whitespace()
            && !matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}' | '\u{E000}'..='\u{F8FF}' | '\u{FEFF}')
    })
}

/// Adds a text behind another, with a space between.
pub fn join(text: &mut Text, more: Text) {
    if is_blank(text) {
        *text = more;
    } else if !more.is_empty() {
        append(text, " ", more);
    }
}

/// Adds a text behind another as a line of its own.
pub fn join_lines(text: &mut Text, more: Text) {
    if is_blank(text) {
        *text = more;
    } else if !more.is_empty() {
        append(text, &String::from(LINE_BREAK), more);
    }
}

/// Adds letters and a text behind another.
pub fn append(text: &mut Text, between: &str, more: Text) {
    push_plain(text, between);
    for run in more {
        match run {
            Run::Plain(letters) => push_plain(text, &letters),
            run => text.push(run),
        }
    }
}

fn push_plain(text: &mut Text, letters: &str) {
    if let Some(Run::Plain(last)) = text.last_mut() {
        last.push_str(letters);
    } else {
        text.push(Run::Plain(letters.to_owned()));
    }
}

/// Letters alone as a text.
pub fn plain_text(letters: &str) -> Text {
    if letters.is_empty() { Text::new() } else { vec![Run::Plain(letters.to_owned())] }
}
