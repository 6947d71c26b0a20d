//! What the shape of a line, and of a whole text, says.

use super::entry::entry;
use super::signs::heading;

/// How long a line is that is broken where it is full, in bytes.
const FULL: std::ops::RangeInclusive<usize> = 50..=130;
/// Words of a line that is broken where it is full.
const MOST_WORDS: usize = 25;

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
        || text.starts_with("```")
        || is_rule(text)
        || entry(line).is_some()
}

/// Without the fields of a generator of sites, which stand before the text between two rules.
pub fn without_fields(text: &str) -> &str {
    let fields =
        text.trim_start().strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let is_field = |line: &str| {
        let name = line.split(':').next().unwrap_or_default();
        let is_name = name.len() < line.len() && !name.contains(' ');
        is_name || line.is_empty() || line.starts_with([' ', '-', '\t', '#'])
    };
    match fields {
        Some((fields, text)) if fields.lines().all(is_field) => text,
        _ => text,
    }
}

/// Whether a line is nothing but three signs or more of a kind.
pub fn is_rule(line: &str) -> bool {
    ['-', '*', '_']
        .iter()
        .any(|mark| line.matches(*mark).count() > 2 && line.chars().all(|c| c == *mark || c == ' '))
}
