//! Text that plainly is Markdown, as some editors store it where others store none: to HTML.
//!
//! Who writes `f**k`, `5* hotels` or `snake_case` writes no Markdown: a link, a heading or a
//! stretch in bold, or a note that is named and defined, has to be there before any sign is taken for one.

mod defined;
mod definition;
mod emphasis;
mod entry;
mod inline;
mod lines;
mod lists;
mod notes;
mod shape;
mod signs;
mod table;
mod tags;

pub use self::lines::converted;
pub use self::tags::is_html;

use self::definition::holds_defined;
use self::inline::holds_strong;
use self::signs::{fence, heading, link, may_be_title, underline};

/// Whether a text plainly is Markdown.
pub fn is_markdown(text: &str) -> bool {
    let (mut main, mut fences, mut underlined) = (0, 0, 0);
    let mut lines = text.lines().peekable();
    let mut is_apart = true;
    while let Some(line) = lines.next() {
        let next = lines.peek().and_then(|next| underline(next));
        // Rules stand between rows of figures too, and between verses.
        underlined += usize::from(is_apart && next.is_some() && may_be_title(line));
        is_apart = line.trim().is_empty();
        // Of code it is a comment, before what is done.
        let is_alone = lines.peek().is_none_or(|next| next.trim().is_empty());
        match heading(line) {
            Some((1, words)) => {
                main += usize::from(is_alone && words.starts_with(char::is_alphabetic));
            }
            Some(_) => return true,
            None => fences += usize::from(line.starts_with("```") && fence(line).is_some()),
        }
        if main > 1 || fences > 1 || underlined > 1 || holds_link(line) || holds_strong(line) {
            return true;
        }
    }
    holds_defined(text)
}

/// Whether there is a link in a line: to the web, to a letter box, or into the same site.
fn holds_link(line: &str) -> bool {
    let is_address = |address: &str| {
        ["http://", "https://", "mailto:", "/", "./", "../"]
            .iter()
            .any(|start| address.starts_with(start))
    };
    line.contains("](")
        && line.match_indices('[').any(|(at, _)| {
            let found = line.get(at..).and_then(link);
            found.is_some_and(|(_, address, _)| is_address(&address))
        })
}
