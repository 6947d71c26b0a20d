//! Notes to the entries of a list, from which sources come.

use super::defined::{self, Note};
use super::inline;
use super::lines::Writer;

impl<'t> Writer<'t> {
    /// Writes the notes that something leads to, below the text: they may lead to others. What
    /// nothing leads to stays text.
    pub fn notes(&mut self) {
        let mut waiting: Vec<&Note> = self.defined.notes.iter().collect();
        self.written.push_str("<ol>");
        loop {
            let (named, rest): (Vec<_>, Vec<_>) =
                waiting.into_iter().partition(|note| note.number.get().is_some());
            waiting = rest;
            if named.is_empty() {
                break;
            }
            for note in named {
                self.note(note);
            }
        }
        self.written.push_str("</ol>");
        self.defined.close();
        for note in waiting.iter().filter(|note| !note.is_followed.get()) {
            self.blocks(&note.lines, 1);
        }
    }

    /// Writes a note as paragraphs alone: of a list in one a source would keep no words, and many
    /// begin with a day, `3. May`.
    fn note(&mut self, note: &Note<'t>) {
        let number = note.number.get().unwrap_or_default();
        self.written.push_str(&["<li id=\"", &defined::id(number), "\">"].concat());
        let number = number.to_string();
        // Whoever reads notes of HTML takes their own number away, once.
        if note
            .lines
            .iter()
            .find(|line| !line.is_empty())
            .is_some_and(|line| line.starts_with(&number))
        {
            self.element("p", &[&number, "."].concat());
        }
        match &note.link {
            Some(link) => self.written.push_str(&inline::link_of(link)),
            None => {
                for line in &note.lines {
                    self.line(line);
                }
            }
        }
        self.end();
        self.written.push_str("</li>");
    }
}
