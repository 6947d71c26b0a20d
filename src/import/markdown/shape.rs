//! What the shape of a line, and of a whole text, says.

use super::entry::entry;
use super::signs::{fence, heading};
use super::tags::is_block;

/// How long a line is that is broken where it is full, in bytes.
const FULL: std::ops::RangeInclusive<usize> = 50..=130;
/// Words of a line that is broken where it is full.
const MOST_WORDS: usize = 25;
/// Fields of generators of sites that no words between two rules begin with.
const FIELDS: [&str; 7] = ["title", "layout", "slug", "draft", "permalink", "tags", "categories"];

/// Whether lines that follow each other are longer than any editor makes those of one paragraph.
pub fn are_paragraphs(lines: &[&str]) -> bool {
    let is_long = |line: &str| line.split_whitespace().nth(MOST_WORDS).is_some();
    lines.windows(2).any(|pair| pair.iter().all(|line| is_long(line)))
}

/// Whether a line is broken amid a sentence.
pub fn is_broken(line: &str, next: &str) -> bool {
    FULL.contains(&line.len())
        && line.trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',')
        && next.starts_with(char::is_lowercase)
}

/// Whether something other than a paragraph begins with a line.
pub fn begins_block(line: &str) -> bool {
    let text = line.trim();
    heading(text).is_some()
        || text.starts_with('>')
        || fence(text).is_some()
        || is_rule(text)
        || entry(line).is_some()
        || is_block(text)
}

/// Without the fields of a generator of sites, which stand before the text between two rules.
pub fn without_fields(text: &str) -> &str {
    let start = text.trim_start();
    let mut lines = start.split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| line.trim_end() == "---") else { return text };
    let (mut length, mut is_generated) = (first.len(), false);
    for line in lines {
        length += line.len();
        if line.trim_end() == "---" {
            return start.get(length..).filter(|_| is_generated).unwrap_or(text);
        }
        let name = line.split_once(':').map(|(name, _)| name).filter(|name| !name.contains(' '));
        if name.is_none() && !line.trim_end().is_empty() && !line.starts_with([' ', '-', '\t', '#'])
        {
            break;
        }
        is_generated |= name.is_some_and(|name| FIELDS.contains(&name));
    }
    text
}

/// Whether a line is nothing but three signs or more of a kind.
pub fn is_rule(line: &str) -> bool {
    ['-', '*', '_']
        .iter()
        .any(|mark| line.matches(*mark).count() > 2 && line.chars().all(|c| c == *mark || c == ' '))
}
