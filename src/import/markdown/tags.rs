//! HTML amid Markdown: it stays as it is.

use crate::import::dom::{Role, has_markup, role};

/// Elements of texts that are HTML all through, and of code that may hold any sign.
const OF_HTML: [&str; 6] = ["p", "pre", "code", "script", "style", "textarea"];
/// Elements in which an empty line ends nothing.
const SET_BY_LETTER: [&str; 2] = ["pre", "script"];

/// So far a tag, a comment or the end of an element is looked for, in bytes.
const MAX_LENGTH: usize = 2_000;

/// Whether a text with tags is HTML, whatever signs of Markdown it has.
pub fn is_html(text: &str) -> bool {
    text.split('<').skip(1).any(|piece| OF_HTML.contains(&&*name(piece)))
}

/// A tag that a text begins with, and what follows it; a comment is as good as none. `a <b` is no
/// tag, and neither is `Vec<T>`, which nothing ends.
pub fn tag(text: &str) -> Option<(&str, &str)> {
    let name = name(text.strip_prefix('<')?);
    let near = beginning(text);
    if text.starts_with("<!--") {
        let (comment, _) = near.split_once("-->")?;
        return Some(("", text.get(comment.len() + 3..)?));
    }
    let (tag, after) = text.split_at_checked(near.find('>')? + 1)?;
    let has_attributes = tag.contains("=\"") || tag.contains("='");
    let ends = || beginning(after).contains(&["</", &name, ">"].concat());
    let is_one = !name.is_empty() && (has_attributes || has_markup(tag) || ends());
    is_one.then_some((tag, after))
}

fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_LENGTH)).unwrap_or_default()
}

/// The HTML of a line and those behind it, up to an empty one, and what follows; where each line
/// is a paragraph, of the line alone. A comment has none.
pub fn block<'l, 't>(
    line: &'t str,
    after: &'l [&'t str],
    at_each_line: bool,
) -> Option<(String, &'l [&'t str])> {
    let text = line.trim();
    if text.starts_with("<!--") && !text.contains("-->") {
        let end = after.iter().position(|line| line.contains("-->"))?;
        return Some((String::new(), after.get(end + 1..)?));
    }
    if !is_block(text) {
        return None;
    }
    let by_letter = SET_BY_LETTER.into_iter().find(|name| text.starts_with(&["<", name].concat()));
    let end = by_letter.map(|name| ["</", name].concat());
    let is_last = |line: &&str| match &end {
        Some(end) => line.contains(end),
        None => at_each_line || line.trim().is_empty(),
    };
    let is_over = end.as_ref().is_some_and(|end| text.contains(end));
    let count = if is_over { Some(0) } else { after.iter().position(is_last) };
    let count = count.map_or(after.len(), |count| count + usize::from(end.is_some() && !is_over));
    let (inside, after) = after.split_at_checked(count)?;
    Some(([&[text], inside, &[""]].concat().join("\n"), after))
}

/// Whether a line begins with a tag that is none of words in a line.
pub fn is_block(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('<') else { return false };
    let name = name(rest);
    let role = role(&name);
    SET_BY_LETTER.contains(&&*name)
        || !role.is_in_line() && !matches!(role, Role::Dropped | Role::Math)
}

/// The name of the tag whose `<` stands before a text, in small letters; else nothing.
fn name(text: &str) -> String {
    let text = text.strip_prefix('/').unwrap_or(text);
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let behind = text.trim_start_matches(is_letter);
    let name = text.get(..text.len() - behind.len()).unwrap_or_default();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (behind.is_empty() || behind.starts_with([' ', '\t', '\n', '\r', '>', '/']));
    if is_name { name.to_ascii_lowercase() } else { String::new() }
}
