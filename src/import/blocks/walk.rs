//! The walk over a tree: each element to what becomes of it.

use super::inline::Mark;
use super::notes::Notes;
use super::out::{Item, Out};
use super::shortcode::without_shortcodes;
use super::survey::place_in;
use crate::import::dom::{
    Dom, Role, attribute, children, descend, fold, has_class, is_hidden, role, text_of,
};
use crate::import::importer::Importer;
use crate::parse::At;
use crate::story::SafeLink;
use crate::story::letters::is_word;

/// Elements in elements that are walked; what is deeper gives its letters alone.
pub const MAX_DEPTH: usize = 150;

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Elements alone.
    OfElements,
    /// A blank line too: no element does.
    Blank,
    /// Each new line in the text, as in verse.
    Kept,
}

/// What is carried along.
pub struct Walk<'w, 'o> {
    pub dom: &'w dyn Dom,
    pub importer: &'w mut Importer<'o>,
    /// The field that holds the HTML.
    pub at: &'w At<'w>,
    pub notes: Notes,
    /// Names that links may lead to: those of headings.
    pub anchors: Vec<String>,
    /// Names of shortcodes that go over elements.
    pub codes: Vec<String>,
    /// What ends a line of the text.
    pub lines: Lines,
    /// Whether any letter runs from right to left: else no direction needs to be kept.
    pub is_bidirectional: bool,
    /// Whether what is walked over is a heading.
    pub is_heading: bool,
    /// The files of the picture that is walked over.
    pub files: Vec<u32>,
    /// An element that is read apart.
    pub skipped: Option<u32>,
    /// How many nodes may still be looked at.
    pub left: usize,
}

impl Walk<'_, '_> {
    /// Walks over what is inside of a node.
    pub fn inside(&mut self, node: u32, out: &mut Out, depth: usize) {
        if depth >= MAX_DEPTH {
            return out.push(&text_of(self.dom, node));
        }
        let dom = self.dom;
        let name = dom.name(node).unwrap_or_default();
        let is_code = matches!(&*name, "code" | "kbd");
        let mut before = false;
        for child in children(dom, node) {
            if self.left == 0 {
                return;
            }
            self.left -= 1;
            if self.left == 0 {
                let message = "more HTML than a story has, the rest left out";
                return self.importer.report(self.at, "too-many", message);
            }
            if name == "div" && self.is_set_apart(child, &mut before) {
                out.inline.space();
            }
            if let Some(text) = dom.text(child).filter(|_| is_code) {
                self.letters(&text, out);
            } else {
                self.child(child, out, depth);
            }
        }
    }

    /// Walks over a node in another: letters, or an element.
    pub fn child(&mut self, node: u32, out: &mut Out, depth: usize) {
        let dom = self.dom;
        if let Some(text) = dom.text(node) {
            self.letters(&without_shortcodes(&text, &self.codes), out);
        } else if let Some(name) = dom.name(node) {
            self.element(node, &name, out, depth + 1);
        }
    }

    fn letters(&self, text: &str, out: &mut Out) {
        if self.lines == Lines::Kept {
            // Behind `<br>` there is one for whoever reads the source.
            let text = if out.is_broken() { text.strip_prefix('\n').unwrap_or(text) } else { text };
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    out.break_line();
                }
                out.push(line);
            }
            return;
        }
        if self.lines == Lines::OfElements {
            return out.push(text);
        }
        // Behind the last break there is no line yet.
        let last = text.matches('\n').count();
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 && index < last && line.trim().is_empty() {
                out.flush();
            } else if index > 0 {
                out.inline.space();
            }
            out.push(line);
        }
    }

    pub fn attribute(&self, node: u32, name: &str) -> String {
        attribute(self.dom, node, name).trim().to_owned()
    }

    fn element(&mut self, node: u32, name: &str, out: &mut Out, depth: usize) {
        if self.skipped == Some(node) || is_hidden(self.dom, node) {
            return;
        }
        if self.notes.is_note(node) {
            return out.items.push(Item::Notes);
        }
        if self.cite(node, out) || self.side_note(node, name, out, depth) {
            return;
        }
        match role(name) {
            // What opens a part of an accordion is its heading.
            Role::Dropped if name == "button" && self.is_heading => self.inside(node, out, depth),
            Role::Dropped => self.spare_pictures(node, name, out),
            Role::Inline if name == "picture" => self.choice(node, out, depth),
            Role::Inline if self.counter(node, out) => {}
            Role::Inline => self.in_line(node, name, out, depth),
            Role::Strong if self.is_of_no_weight(node) => self.inside(node, out, depth),
            Role::Strong => self.marked(Mark::Strong, node, out, depth),
            Role::Emphasis => self.marked(Mark::Emphasis, node, out, depth),
            Role::Link => self.link(node, out, depth),
            Role::Superscript => self.raise(node, true, out, depth),
            Role::Subscript => self.raise(node, false, out, depth),
            Role::Quotation => {
                out.push("“");
                self.inside(node, out, depth);
                out.push("”");
            }
            Role::Break => out.break_line(),
            Role::Rule => out.flush(),
            Role::Block if self.is_pulled_block(node) => self.quote(node, out, depth),
            Role::Block => self.block(node, out, depth),
            Role::Heading(level) => self.heading(node, level, out, depth),
            Role::List => self.list(node, name == "ol", out, depth),
            Role::Quote => self.quote(node, out, depth),
            Role::Figure => self.figure(node, out, depth),
            Role::Picture => self.picture(node, out),
            // A picture and its caption, one above the other.
            Role::Table | Role::Definitions
                if has_class(self.dom, node, "tr-caption-container tplCaption gallery-item") =>
            {
                self.figure(node, out, depth);
            }
            Role::Definitions => self.definitions(node, out, depth),
            Role::Table => self.table(node, out, depth),
            Role::Preformatted => self.preformatted(node, out, depth),
            Role::Embed => self.embed(node, name, out),
            Role::Math => self.math(node, out),
        }
    }

    fn marked(&mut self, mark: Mark, node: u32, out: &mut Out, depth: usize) {
        let is_open = self.importer.reader.may_mark(self.at) && out.inline.open(mark);
        self.inside(node, out, depth);
        if is_open {
            out.inline.close();
        }
    }

    fn link(&mut self, node: u32, out: &mut Out, depth: usize) {
        let href = self.attribute(node, "href");
        let place = place_in(&href, self.importer.reader.base.as_deref());
        // A sign beside a heading that leads to that heading.
        if self.is_heading && place.is_some() && !text_of(self.dom, node).contains(is_word) {
            return;
        }
        let is_of_here = href.starts_with('#');
        let is_there = place.is_some_and(|place| self.anchors.iter().any(|name| name == place));
        if place.is_some() && !is_there {
            let is_back = is_of_here || self.notes.is_inside;
            if is_back && self.notes.is_way_back(self.dom, node) {
                return;
            }
            // It would lead to a place that is not there.
            if is_of_here {
                return self.inside(node, out, depth);
            }
        }
        let own = place.filter(|_| is_there).map(|place| ["#", place].concat());
        match self.safe_link(own.as_deref().unwrap_or(&href)) {
            Some(url) => self.marked(Mark::Link(url), node, out, depth),
            None => self.inside(node, out, depth),
        }
    }

    /// The address of a link or a picture; what is none that a card opens is told.
    pub fn safe_link(&mut self, raw: &str) -> Option<SafeLink> {
        if raw.is_empty() {
            return None;
        }
        let link = self.importer.safe_link(raw);
        if link.is_none() {
            let message = "a URL in the HTML that this card does not open, left out";
            self.importer.report(self.at, "unsafe-url", message);
        }
        link
    }

    fn block(&mut self, node: u32, out: &mut Out, depth: usize) {
        if has_class(self.dom, node, "wp-caption kg-audio-card kg-file-card") {
            return self.figure(node, out, depth);
        }
        if self.is_told_elsewhere(node, out) {
            return;
        }
        if let Some(chart) = self.chart(node) {
            return out.block(chart);
        }
        out.flush();
        self.inside(node, out, depth);
        out.flush();
    }

    fn heading(&mut self, node: u32, level: u8, out: &mut Out, depth: usize) {
        // Some have a lead of several paragraphs there; a heading of two lines ends in no stop.
        let (mut count, mut has_stop) = (0, false);
        for paragraph in self.children_named(node, "p") {
            let text = text_of(self.dom, paragraph);
            count += usize::from(!text.trim().is_empty());
            has_stop |= text.trim().ends_with('.');
        }
        if count > 1 && has_stop {
            return self.inside(node, out, depth);
        }
        let id = self.attribute(node, "id");
        out.flush();
        // Pictures in it, and markers of notes.
        let before = std::mem::replace(&mut self.is_heading, true);
        let (words, rest) = self.collected(node, depth);
        self.is_heading = before;
        let whole = fold(&crate::story::plain(&words));
        // The dash of a list in it goes, and none of its own.
        let has_dash = text_of(self.dom, node).trim_start().starts_with('–');
        let text = if has_dash { whole } else { whole.trim_start_matches("– ").to_owned() };
        if !text.is_empty() {
            out.items.push(Item::Heading { level, id, text });
        }
        out.items.extend(rest);
    }

    /// Writes the marker of an element that leads to a note; false where it is none.
    pub fn cite(&mut self, node: u32, out: &mut Out) -> bool {
        let Some(source) = self.notes.source(node) else { return false };
        let place = self.importer.next_use(source);
        out.inline.cite(source, place);
        true
    }

    /// The same for all such elements in one that stands raised: what is around them are
    /// brackets and commas.
    pub fn cite_inside(&mut self, node: u32, out: &mut Out) -> bool {
        let mut found = Vec::new();
        descend(self.dom, node, &mut |inner| {
            found.extend(self.notes.source(inner).map(|_| inner));
            true
        });
        for inner in &found {
            self.cite(*inner, out);
        }
        !found.is_empty()
    }
}
