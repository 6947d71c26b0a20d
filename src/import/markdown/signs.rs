//! Signs of Markdown: headings and links.

use crate::parse::{address, label};

/// What words may stand behind: marks of Markdown, of quotations and of questions.
const MARKS: &str = "*_[`(\"'“‘„«‹「『¿¡";

/// The longest heading that is underlined, in bytes.
const MAX_TITLE: usize = 120;

/// How a heading begins that is no number and no hashtag.
pub fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let words = text.strip_prefix(' ')?.trim().trim_end_matches('#').trim_end();
    let bare = words.trim_start_matches(|c| MARKS.contains(c));
    // A symbol may stand before the words; symbols alone only part a text.
    let begins = |c: char| c.is_alphanumeric() || !c.is_ascii();
    let has_words = bare.starts_with(begins) && bare.contains(char::is_alphanumeric);
    let is_one = (1..=6).contains(&level) && has_words;
    is_one.then_some((level, words))
}

/// The heading that a line makes of the one above it.
pub fn underline(line: &str) -> Option<&'static str> {
    let is_all = |mark| line.len() > 2 && line.chars().all(|c| c == mark);
    if is_all('=') { Some("h1") } else { is_all('-').then_some("h2") }
}

/// Whether a line is as short as a heading, and ends as none of a text.
pub fn may_be_title(line: &str) -> bool {
    !line.trim().is_empty()
        && line.len() <= MAX_TITLE
        && !line.trim_end().ends_with(|c| ".,;:!…。»\"”".contains(c))
}

/// The words and the address of a link that begins here, and what follows it.
pub fn link(text: &str) -> Option<(&str, String, &str)> {
    let label = label(text)?;
    let (address, rest) = target(text.get(label.len() + 2..)?)?;
    (!label.trim().is_empty()).then_some((label, address, rest))
}

/// The address in the parentheses that begin here, and what follows them.
pub fn target(text: &str) -> Option<(String, &str)> {
    let (address, length) = address(text)?;
    Some((address, text.get(length..)?))
}

/// What stands behind the marks of a line that begins or ends code: a language, if anything. What
/// is marked to its end is code in a line.
pub fn fence(line: &str) -> Option<&str> {
    let behind = line.trim().strip_prefix("```")?.trim_start_matches('`');
    Some(behind).filter(|behind| !behind.contains('`'))
}
