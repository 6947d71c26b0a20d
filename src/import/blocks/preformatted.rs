//! Text whose lines and spaces count: code, and verse.

use super::out::Out;
use super::walk::{Lines, Walk};
use crate::import::dom::{attribute, children, has_class, raw_text_of};
use crate::story::Block;

impl Walk<'_, '_> {
    pub fn preformatted(&mut self, node: u32, out: &mut Out, depth: usize) {
        if has_class(self.dom, node, "wp-block-verse") {
            out.flush();
            let before = std::mem::replace(&mut self.lines, Lines::Kept);
            self.inside(node, out, depth);
            self.lines = before;
            return out.flush();
        }
        let text = raw_text_of(self.dom, node);
        let text = text.trim_matches('\n').trim_end();
        if text.trim().is_empty() {
            return;
        }
        let own = self.language_of(node);
        let of_child = || children(self.dom, node).find_map(|child| self.language_of(child));
        let language = own.or_else(of_child);
        out.block(Block::Code { text: text.to_owned(), language });
    }

    fn language_of(&self, node: u32) -> Option<String> {
        let classes = attribute(self.dom, node, "class");
        let mut classes = classes.split_ascii_whitespace();
        classes.find_map(|class| class.strip_prefix("language-")).map(str::to_owned)
    }
}
