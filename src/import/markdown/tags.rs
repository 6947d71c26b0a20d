//! HTML amid Markdown: it stays as it is.

use crate::import::dom::{Role, has_markup, role};

/// Elements of texts that are HTML all through, and of code that may hold any sign.
const OF_HTML: [&str; 6] = ["p", "pre", "code", "script", "style", "textarea"];
/// What no empty line ends, and how it begins.
const SET_BY_LETTER: [(&str, &str); 3] =
    [("<pre", "</pre"), ("<script", "</script"), (COMMENT, "-->")];
const COMMENT: &str = "<!--";

/// So far a tag, a comment or the end of an element is looked for, in bytes.
const MAX_LENGTH: usize = 2_000;
/// Over so many lines more the tag of a block may go.
const MAX_LINES: usize = 8;

/// Whether a text with tags is HTML, whatever signs of Markdown it has.
pub fn is_html(text: &str) -> bool {
    text.split('<').skip(1).any(|piece| OF_HTML.contains(&&*name(piece)))
}

/// A tag that a text begins with, and what follows it; a comment is as good as none. `a <b` is no
/// tag, and neither is `Vec<T>`, which nothing ends.
pub fn tag(text: &str) -> Option<(&str, &str)> {
    let name = name(text.strip_prefix('<')?);
    let near = beginning(text);
    if text.starts_with(COMMENT) {
        let (comment, _) = near.split_once("-->")?;
        return Some(("", text.get(comment.len() + 3..)?));
    }
    let (tag, after) = text.split_at_checked(length(near)?)?;
    let has_attributes = tag.contains("=\"") || tag.contains("='");
    let ends = || beginning(after).contains(&["</", &name, ">"].concat());
    let is_one = !name.is_empty() && (has_attributes || has_markup(tag) || ends());
    is_one.then_some((tag, after))
}

fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(MAX_LENGTH)).unwrap_or_default()
}

/// How long the tag is that a text begins with. What stands between quotation marks ends none.
fn length(text: &str) -> Option<usize> {
    let (mut quoted, mut before) = (0, b' ');
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if quoted == byte => quoted = 0,
            _ if quoted != 0 => {}
            b'<' => return None,
            b'>' => return Some(at + 1),
            b'"' | b'\'' if before == b'=' => quoted = byte,
            _ => {}
        }
        if byte > b' ' {
            before = byte;
        }
    }
    None
}

/// The HTML of a line and those behind it, up to an empty one, and what follows; where each line
/// is a paragraph, of the lines of the first tag alone.
pub fn block<'l, 't>(
    line: &'t str,
    after: &'l [&'t str],
    at_each_line: bool,
) -> Option<(String, &'l [&'t str])> {
    let text = line.trim();
    let by_letter = SET_BY_LETTER.into_iter().find(|(start, _)| text.starts_with(start));
    let count = match by_letter {
        Some((COMMENT, end)) => {
            // One that ends nowhere is looked through up to the next, not to the end of all.
            let is_edge = |line: &&str| line.contains(end) || line.contains(COMMENT);
            let count = after.iter().position(is_edge).filter(|_| !text.contains(end))?;
            after.get(count).filter(|line| line.contains(end))?;
            count + 1
        }
        _ if !is_block(text) => return None,
        Some((_, end)) if text.contains(end) => 0,
        Some((_, end)) => {
            after.iter().position(|line| line.contains(end)).map_or(after.len(), |count| count + 1)
        }
        None => {
            let near = [&[text], after.get(..MAX_LINES).unwrap_or(after)].concat().join("\n");
            let of_tag = near.get(..length(&near)?)?.matches('\n').count();
            let mut rest = after.iter().skip(of_tag);
            let more = rest.position(|line| at_each_line || line.trim().is_empty());
            more.map_or(after.len(), |more| of_tag + more)
        }
    };
    let (inside, after) = after.split_at_checked(count)?;
    Some(([&[text], inside, &[""]].concat().join("\n"), after))
}

/// Whether a line begins with a tag that is none of words in a line.
pub fn is_block(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('<') else { return false };
    let name = name(rest);
    let role = role(&name);
    name == "script" || !role.is_in_line() && !matches!(role, Role::Dropped | Role::Math)
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
