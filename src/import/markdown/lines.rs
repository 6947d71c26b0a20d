//! Lines to blocks.

use super::defined::{self, Defined, Note};
use super::entry::{Entry, entry};
use super::signs::heading;
use super::{inline, table};

/// Lists in lists, and quotations in quotations.
const MAX_DEPTH: usize = 4;
/// The longest heading that is underlined, in bytes.
const MAX_TITLE: usize = 120;
/// Words of a line that is broken where it is full.
const MOST_WORDS: usize = 25;
/// Text of Markdown as HTML.
pub fn converted(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    // Some write a paragraph a line, others break lines where they are full.
    let has_blank = text.trim().contains("\n\n") || text.trim().contains("\n\r\n");
    let at_each_line = !has_blank || are_paragraphs(&lines);
    let (defined, lines) = Defined::read(&lines, !at_each_line);
    let mut writer =
        Writer { defined: &defined, written: String::new(), paragraph: Vec::new(), at_each_line };
    writer.blocks(&lines, 0);
    writer.notes();
    writer.written
}

/// Whether lines that follow each other are longer than any editor makes those of one paragraph.
fn are_paragraphs(lines: &[&str]) -> bool {
    let is_long = |line: &str| line.split_whitespace().nth(MOST_WORDS).is_some();
    lines.windows(2).any(|pair| pair.iter().all(|line| is_long(line)))
}

struct Writer<'t> {
    defined: &'t Defined<'t>,
    written: String,
    /// Lines of the paragraph that has begun.
    paragraph: Vec<&'t str>,
    at_each_line: bool,
}

impl<'t> Writer<'t> {
    fn blocks(&mut self, lines: &[&'t str], depth: usize) {
        let mut rest = lines;
        while let Some((line, after)) = rest.split_first() {
            rest = self.block(line, after, depth).unwrap_or_else(|| {
                self.line(line);
                after
            });
        }
        self.end();
    }

    /// Writes what begins with a line, and gives the lines behind it; nothing where the line is
    /// one of a paragraph.
    fn block<'l>(
        &mut self,
        line: &'t str,
        after: &'l [&'t str],
        depth: usize,
    ) -> Option<&'l [&'t str]> {
        let text = line.trim();
        if let Some((level, words)) = heading(text) {
            self.end();
            self.element(
                &["h", &level.to_string()].concat(),
                &inline::converted(words, self.defined),
            );
            return Some(after);
        }
        if let Some(language) = text.strip_prefix("```") {
            return self.code(language, after);
        }
        if let (Some(name), [line]) = (underline(text), &*self.paragraph)
            && may_be_title(line)
        {
            let words = inline::converted(line.trim(), self.defined);
            self.paragraph.clear();
            self.element(name, &words);
            return Some(after);
        }
        if is_rule(text) {
            self.end();
            return Some(after);
        }
        if let Some((table, after)) = table::read(text, after, self.defined) {
            self.end();
            self.written.push_str(&table);
            return Some(after);
        }
        if depth >= MAX_DEPTH {
            return None;
        }
        if text.starts_with('>') {
            return Some(self.quote(line, after, depth));
        }
        // Within a paragraph a number or a dash may begin a line.
        let is_apart = self.paragraph.is_empty() || self.at_each_line || depth > 0;
        let entry = entry(line).filter(|_| is_apart)?;
        Some(self.list(&entry, after, depth))
    }

    fn line(&mut self, line: &'t str) {
        if line.trim().is_empty() || self.at_each_line {
            self.end();
        }
        if !line.trim().is_empty() {
            self.paragraph.push(line);
        }
    }

    /// Ends the paragraph. Two spaces at the end of a line break it.
    fn end(&mut self) {
        if self.paragraph.is_empty() {
            return;
        }
        let last = self.paragraph.len() - 1;
        let mut text = String::new();
        for (index, line) in self.paragraph.drain(..).enumerate() {
            let is_broken = index < last && (line.ends_with("  ") || line.ends_with('\\'));
            text.push_str(line.trim().trim_end_matches('\\'));
            text.push_str(if is_broken { "\n\n" } else { "\n" });
        }
        let text = inline::converted(text.trim(), self.defined);
        self.element("p", &text.replace("\n\n", "<br>"));
    }

    fn element(&mut self, name: &str, inside: &str) {
        for piece in ["<", name, ">", inside, "</", name, ">\n"] {
            self.written.push_str(piece);
        }
    }

    fn code<'l>(&mut self, language: &str, lines: &'l [&'t str]) -> Option<&'l [&'t str]> {
        let end = lines.iter().position(|line| line.trim_start().starts_with("```"))?;
        let (code, after) = lines.split_at_checked(end)?;
        self.end();
        let language = language.trim().replace(['"', '<', '&'], "");
        let class = if language.is_empty() { "" } else { " class=\"language-" };
        for piece in ["<pre", class, &language, if language.is_empty() { ">\n" } else { "\">\n" }] {
            self.written.push_str(piece);
        }
        self.written.push_str(&code.join("\n").replace('&', "&amp;").replace('<', "&lt;"));
        self.written.push_str("</pre>\n");
        after.get(1..)
    }

    fn quote<'l>(&mut self, first: &'t str, after: &'l [&'t str], depth: usize) -> &'l [&'t str] {
        self.end();
        let count = after.iter().take_while(|line| line.trim_start().starts_with('>')).count();
        let (quoted, after) = after.split_at_checked(count).unwrap_or_default();
        let bare = |line: &&'t str| {
            let line = line.trim_start();
            line.strip_prefix('>').unwrap_or(line)
        };
        let inside: Vec<&str> = std::iter::once(&first).chain(quoted).map(bare).collect();
        self.written.push_str("<blockquote>");
        self.blocks(&inside, depth + 1);
        self.written.push_str("</blockquote>\n");
        after
    }

    /// Writes the notes that something leads to, below the text: they may lead to others. What
    /// nothing leads to stays text.
    fn notes(&mut self) {
        let mut unused = Vec::new();
        self.written.push_str("<ol>");
        for (at, note) in self.defined.notes.iter().enumerate() {
            if note.is_used.get() {
                self.note(at, note);
            } else {
                unused.push(note);
            }
        }
        self.written.push_str("</ol>");
        for note in unused {
            self.blocks(&note.lines, 1);
        }
    }

    fn note(&mut self, at: usize, note: &Note<'t>) {
        self.written.push_str(&["<li id=\"", &defined::id(at), "\">"].concat());
        if let Some(link) = &note.link {
            self.written.push_str(&inline::link_of(link));
        }
        self.blocks(&note.lines, 1);
        self.written.push_str("</li>");
    }

    fn list<'l>(&mut self, first: &Entry<'t>, after: &'l [&'t str], depth: usize) -> &'l [&'t str] {
        self.end();
        let name = if first.number.is_some() { "ol" } else { "ul" };
        let start = first.number.map(|number| [" start=", number].concat()).unwrap_or_default();
        for piece in ["<", name, &start, ">"] {
            self.written.push_str(piece);
        }
        let mut inside = vec![first.text];
        let mut rest = after;
        while let Some((line, behind)) = rest.split_first() {
            if let Some(next) = first.next(line) {
                self.entry(&inside, depth);
                inside = vec![next.text];
            } else if first.goes_on(line, behind) {
                inside.push(line);
            } else {
                break;
            }
            rest = behind;
        }
        self.entry(&inside, depth);
        for piece in ["</", name, ">\n"] {
            self.written.push_str(piece);
        }
        rest
    }

    fn entry(&mut self, lines: &[&'t str], depth: usize) {
        self.written.push_str("<li>");
        let before = std::mem::replace(&mut self.at_each_line, false);
        self.blocks(lines, depth + 1);
        self.at_each_line = before;
        self.written.push_str("</li>");
    }
}

/// The heading that a line makes of the one above it.
fn underline(line: &str) -> Option<&'static str> {
    let is_all = |mark| line.len() > 2 && line.chars().all(|c| c == mark);
    if is_all('=') { Some("h1") } else { is_all('-').then_some("h2") }
}

/// Whether a line is as short as a heading, and ends as none of a text.
fn may_be_title(line: &str) -> bool {
    line.len() <= MAX_TITLE && !line.trim_end().ends_with(|c| ".,;:!…。»\"”".contains(c))
}

/// Whether a line is nothing but three signs or more of a kind.
fn is_rule(line: &str) -> bool {
    ['-', '*', '_']
        .iter()
        .any(|mark| line.matches(*mark).count() > 2 && line.chars().all(|c| c == *mark || c == ' '))
}
