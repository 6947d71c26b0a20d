//! Lists, which may hold all that a text may.

use super::entry::Entry;
use super::lines::Writer;
use super::shape::{begins_block, is_rule};

impl<'t> Writer<'t> {
    /// Writes a list, and gives the lines behind it.
    pub fn list<'l>(
        &mut self,
        first: &Entry<'t>,
        after: &'l [&'t str],
        depth: usize,
    ) -> &'l [&'t str] {
        self.end();
        let name = if first.number.is_some() { "ol" } else { "ul" };
        let start = first.number.map(|number| [" start=", number].concat()).unwrap_or_default();
        for piece in ["<", name, &start, ">"] {
            self.written.push_str(piece);
        }
        let mut inside = vec![first.text];
        let mut rest = after;
        while let Some((line, behind)) = rest.split_first() {
            if let Some(next) = first.next(line).filter(|_| !is_rule(line.trim())) {
                self.entry(std::mem::replace(&mut inside, vec![next.text]), depth);
            } else if first.goes_on(line, behind) || self.is_lazy(&inside, line) {
                inside.push(line);
            } else {
                break;
            }
            rest = behind;
        }
        self.entry(inside, depth);
        for piece in ["</", name, ">\n"] {
            self.written.push_str(piece);
        }
        rest
    }

    /// Whether a line goes on with an entry, though it stands no further in: where
    /// lines are broken as they are full, and it begins nothing else.
    fn is_lazy(&self, inside: &[&str], line: &str) -> bool {
        !self.at_each_line
            && inside.last().is_some_and(|last| !last.trim().is_empty())
            && !line.trim().is_empty()
            && !begins_block(line)
    }

    fn entry(&mut self, mut lines: Vec<&'t str>, depth: usize) {
        if let Some(first) = lines.first_mut() {
            (self.sign, *first) = task(first);
        }
        self.written.push_str("<li>");
        let before = std::mem::replace(&mut self.at_each_line, false);
        self.blocks(&lines, depth + 1);
        self.at_each_line = before;
        self.sign = "";
        self.written.push_str("</li>");
    }
}

/// The box of a task, and its words: `[x] Done`.
fn task(line: &str) -> (&'static str, &str) {
    match line.split_at_checked(4) {
        Some(("[ ] ", words)) => ("☐ ", words),
        Some(("[x] " | "[X] ", words)) => ("☑ ", words),
        _ => ("", line),
    }
}
