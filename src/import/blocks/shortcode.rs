//! Shortcodes that a site has left in a text: `[gallery ids="1,2"]`.

use std::borrow::Cow;

use crate::parse::closed;

/// Codes of `WordPress` itself, which stand without anything beside their name.
const OWN: &str = "gallery caption embed audio video playlist toc ez-toc";

/// How names of codes begin that build pages.
const BUILDERS: &str = "vc_ et_pb_ fusion_ av_ su_ cs_ wpcode_";

/// How far ahead the end of a code is looked for, in bytes, and how many names are remembered.
const MAX_AHEAD: usize = 1_000;
const MAX_OPEN: usize = 50;

/// The longest name of a code that is looked for over elements, in bytes.
const MAX_NAME: usize = 40;

/// The most bytes of a code that is written as an element.
const MAX_INSIDE: usize = 4_000;

/// HTML with elements in the place of codes that hold a picture and what is beneath it, or an
/// address of what plays.
pub fn with_elements(html: &str) -> Cow<'_, str> {
    if !html.contains("[/caption]") && !html.contains("[/embed]") {
        return Cow::Borrowed(html);
    }
    let mut is_shown = false;
    Cow::Owned(replaced(html, &mut |before, after| {
        // In a sample of code it is what readers are to see.
        let last = |tag: &str| before.rfind(tag);
        let start = last("<code").max(last("<pre"));
        let end = last("</code").max(last("</pre"));
        is_shown = if start == end { is_shown } else { start > end };
        let found = if is_shown { None } else { element(start_of(after, MAX_INSIDE)) };
        let (element, length) = found?;
        Some((element, after.get(length..)?))
    }))
}

/// A text with something else in the place of codes. `code` is given what is between one `[` and
/// the next, and what follows that; it gives what stands instead and what is behind the code.
fn replaced<'t>(
    text: &'t str,
    code: &mut dyn FnMut(&'t str, &'t str) -> Option<(String, &'t str)>,
) -> String {
    let (mut all, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once('[') {
        all.push_str(before);
        if let Some((instead, behind)) = code(before, after) {
            all.push_str(&instead);
            rest = behind;
        } else {
            all.push('[');
            rest = after;
        }
    }
    all.push_str(rest);
    all
}

/// The element for a code, and how long the code is.
fn element(code: &str) -> Option<(String, usize)> {
    let name = ["caption", "embed"].into_iter().find(|name| code.starts_with(name))?;
    let (attributes, inside) = code.get(name.len()..)?.split_once(']')?;
    let (inside, behind) = parted_at_end(inside, name)?;
    let length = code.len() - behind.len();
    if name == "embed" {
        let address = inside.trim();
        let is_address = address.starts_with("http") && !address.contains([' ', '"', '<', '\n']);
        return is_address.then(|| {
            (["<figure><oembed url=\"", address, "\"></oembed></figure>"].concat(), length)
        });
    }
    // A link may go around the picture.
    let (_, behind) = inside.split_once("<img")?;
    let (_, behind) = behind.split_once('>')?;
    let words = behind.trim_start().strip_prefix("</a>").unwrap_or(behind);
    let picture = inside.strip_suffix(words)?;
    // Before version 3.4 they stood in an attribute.
    let old = || attributes.split_once("caption=\"")?.1.split_once('"');
    let words = old().filter(|_| words.trim().is_empty()).map_or(words, |(words, _)| words);
    let parts = ["<figure>", picture, "<figcaption>", words, "</figcaption></figure>"];
    Some((parts.concat(), length))
}

/// What is before the end of a code, and behind it. None holds another of its name: looking
/// through all of the text for each would take the square of its length.
fn parted_at_end<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    for (at, _) in text.match_indices('[') {
        let (inside, rest) = text.split_at_checked(at)?;
        let rest = rest.get(1..)?;
        let end = rest.strip_prefix('/').and_then(|end| end.strip_prefix(name));
        if let Some(behind) = end.and_then(|end| end.strip_prefix(']')) {
            return Some((inside, behind));
        }
        if rest.starts_with(name) {
            return None;
        }
    }
    None
}

/// Names of the codes that begin and end in some HTML: what is between them may be elements.
pub fn names_of_pairs(html: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("[/") {
        rest = after;
        let name = closed(after).map(|(name, _)| name).unwrap_or_default();
        let is_name = (2..=MAX_NAME).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
        if is_name && names.len() < MAX_OPEN && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names.retain(|name| {
        let begins = ["]", " "].map(|end| ["[", name, end].concat());
        begins.iter().any(|start| html.contains(start.as_str()))
    });
    names
}

/// The text without shortcodes, those with such names among them. `[sic]` and `[the company]` are
/// an author's.
pub fn without_shortcodes<'t>(text: &'t str, names: &'t [String]) -> Cow<'t, str> {
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    // Names of codes that have begun.
    let mut open: Vec<&str> = names.iter().map(String::as_str).collect();
    Cow::Owned(replaced(text, &mut |_, after| {
        let (_, behind) =
            closed(after).filter(|(inside, rest)| is_code(inside, rest, &mut open))?;
        Some((String::new(), behind))
    }))
}

/// `word attribute=…`, `word` before a `/word`, that too, and codes that are known by their name.
fn is_code<'t>(inside: &'t str, rest_of_text: &str, open: &mut Vec<&'t str>) -> bool {
    let (is_end, inside) = match inside.strip_prefix('/') {
        Some(inside) => (true, inside),
        None => (false, inside),
    };
    let inside = inside.strip_suffix('/').unwrap_or(inside).trim_end();
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    let length = inside.bytes().take_while(|b| is_letter(*b)).count();
    let (name, rest) = inside.split_at_checked(length).unwrap_or_default();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    if is_end {
        let is_known = open.contains(&name) || OWN.split(' ').any(|own| own == name);
        return rest.is_empty() && (is_known || is_of_builder(name));
    }
    let is_it = if rest.is_empty() {
        OWN.split(' ').any(|own| own == name)
            || open.contains(&name)
            || is_of_builder(name)
            || start_of(rest_of_text, MAX_AHEAD).contains(&["[/", name, "]"].concat())
    } else {
        has_attribute(rest)
    };
    if is_it && open.len() < MAX_OPEN && !open.contains(&name) {
        open.push(name);
    }
    is_it
}

fn is_of_builder(name: &str) -> bool {
    BUILDERS.split(' ').any(|start| name.starts_with(start))
}

/// As much of a text as is looked through for the end of a code: all of it for each would take
/// the square of its length.
fn start_of(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn has_attribute(rest: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    let attribute = rest.trim_start();
    let length = attribute.bytes().take_while(|b| is_letter(*b)).count();
    let is_attribute = length > 0 && attribute.as_bytes().get(length) == Some(&b'=');
    rest.starts_with(|c: char| c.is_whitespace()) && is_attribute
}
