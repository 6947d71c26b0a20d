//! Lines to blocks.

use super::defined::Defined;
use super::entry::entry;
use super::shape::{are_paragraphs, is_broken, is_rule, without_fields};
use super::signs::{fence, heading, may_be_title, underline};
use super::{inline, table, tags};

/// Lists in lists, and quotations in quotations.
const MAX_DEPTH: usize = 4;

/// Text of Markdown as HTML.
pub fn converted(text: &str) -> String {
    let text = without_fields(text);
    let lines: Vec<&str> = text.lines().collect();
    // Some write a paragraph a line, others break lines where they are full.
    let has_blank = text.trim().contains("\n\n") || text.trim().contains("\n\r\n");
    let at_each_line = !has_blank || are_paragraphs(&lines);
    let (defined, lines) = Defined::read(&lines, !at_each_line);
    let (written, paragraph) = (String::new(), Vec::new());
    let mut writer = Writer { defined: &defined, written, sign: "", paragraph, at_each_line };
    writer.blocks(&lines, 0);
    writer.notes();
    writer.written
}

/// Writes HTML block by block.
pub struct Writer<'t> {
    pub defined: &'t Defined<'t>,
    pub written: String,
    /// What the next paragraph begins with: the box of a task.
    pub sign: &'static str,
    /// Lines of the paragraph that has begun.
    paragraph: Vec<&'t str>,
    /// Whether each line is a paragraph.
    pub at_each_line: bool,
}

impl<'t> Writer<'t> {
    pub fn blocks(&mut self, lines: &[&'t str], depth: usize) {
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
        // What stands so far in is code to Markdown.
        let is_far_in = depth == 0 && (line.starts_with("    ") || line.starts_with('\t'));
        if let Some((level, words)) = heading(text).filter(|_| !is_far_in) {
            self.end();
            self.element(
                &["h", &level.to_string()].concat(),
                &inline::converted(words, self.defined),
            );
            return Some(after);
        }
        if let Some(language) = fence(text) {
            return self.code(line, language, after);
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
        if let Some((html, after)) = tags::block(line, after, self.at_each_line) {
            self.end();
            self.written.push_str(&html);
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
        let entry = entry(line)?;
        // Within a paragraph a number or a dash may begin a line.
        let is_apart = self.at_each_line
            || depth > 0
            || self.paragraph.last().is_none_or(|last| last.trim_end().ends_with(':'))
            || entry.may_be_first() && after.first().is_some_and(|line| entry.next(line).is_some());
        if !is_apart {
            return None;
        }
        Some(self.list(&entry, after, depth))
    }

    pub fn line(&mut self, line: &'t str) {
        let is_next = |last: &&str| self.at_each_line && !is_broken(last, line);
        if line.trim().is_empty() || self.paragraph.last().is_some_and(is_next) {
            self.end();
        }
        if !line.trim().is_empty() {
            self.paragraph.push(line);
        }
    }

    /// Ends the paragraph. Two spaces at the end of a line break it.
    pub fn end(&mut self) {
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
        let words = inline::converted(text.trim(), self.defined);
        let text = [std::mem::take(&mut self.sign), &words].concat();
        self.element("p", &text.replace("\n\n", "<br>"));
    }

    pub fn element(&mut self, name: &str, inside: &str) {
        for piece in ["<", name, ">", inside, "</", name, ">\n"] {
            self.written.push_str(piece);
        }
    }

    fn code<'l>(
        &mut self,
        first: &str,
        language: &str,
        lines: &'l [&'t str],
    ) -> Option<&'l [&'t str]> {
        let end = lines.iter().position(|line| fence(line).is_some())?;
        let (code, after) = lines.split_at_checked(end)?;
        let (last, after) = after.split_first()?;
        self.end();
        let language = language.trim().replace(['"', '<', '&'], "");
        let class = if language.is_empty() { "" } else { " class=\"language-" };
        for piece in ["<pre", class, &language, if language.is_empty() { ">\n" } else { "\">\n" }] {
            self.written.push_str(piece);
        }
        // Code stands as far in as its marks.
        let indent = first.len() - first.trim_start().len();
        let code: Vec<&str> = code
            .iter()
            .map(|line| {
                let inner = line.len() - line.trim_start().len();
                line.get(indent.min(inner)..).unwrap_or(line)
            })
            .collect();
        self.written.push_str(&code.join("\n").replace('&', "&amp;").replace('<', "&lt;"));
        self.written.push_str("</pre>\n");
        // Words behind the end are none of the code.
        self.line(fence(last).unwrap_or_default());
        Some(after)
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
}
