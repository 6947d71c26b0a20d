//! The letters of HTML alone.

use super::node::{Dom, has_class};
use super::role::{Role, is_hidden, role};

/// The letters below a node with a space where a block ends, as it is written otherwise.
pub fn text_of(dom: &dyn Dom, node: u32) -> String {
    let mut text = String::new();
    collect(dom, node, "", &mut |piece| text.push_str(piece.unwrap_or(" ")));
    text
}

/// Classes of numbers of lines in code.
const NUMBERS: &str = "ln lnt lineno linenos gutter rouge-gutter";

/// The letters of code as they are written, with a new line for a `<br>`, without numbers of
/// lines.
pub fn raw_text_of(dom: &dyn Dom, node: u32) -> String {
    let mut text = String::new();
    collect(dom, node, NUMBERS, &mut |piece| text.push_str(piece.unwrap_or("\n")));
    text
}

/// Gives the letters below a node piece by piece, and nothing where a line ends; elements of
/// some classes are passed over. Without recursion: a tree may be as deep as it is long.
fn collect(dom: &dyn Dom, node: u32, without: &str, add: &mut dyn FnMut(Option<&str>)) {
    // Nodes to visit, and ends of blocks.
    let mut waiting: Vec<(u32, bool)> =
        dom.first_child(node).map(|n| (n, false)).into_iter().collect();
    while let Some((node, is_end)) = waiting.pop() {
        if is_end {
            add(None);
            continue;
        }
        waiting.extend(dom.next_sibling(node).map(|next| (next, false)));
        if let Some(text) = dom.text(node) {
            add(Some(&text));
            continue;
        }
        let Some(name) = dom.name(node) else { continue };
        match role(&name) {
            Role::Dropped | Role::Embed | Role::Math => continue,
            Role::Break | Role::Rule => add(None),
            role if role.is_in_line() => {}
            _ => waiting.push((node, true)),
        }
        if !is_hidden(dom, node) && (without.is_empty() || !has_class(dom, node, without)) {
            waiting.extend(dom.first_child(node).map(|child| (child, false)));
        }
    }
}

/// White space folded to one space, and none at the ends; no-break spaces at the ends go too.
pub fn fold(text: &str) -> String {
    let mut folded = String::new();
    for word in text.split(|c: char| c.is_ascii_whitespace()).filter(|word| !word.is_empty()) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    let trimmed = folded.trim();
    if trimmed.len() < folded.len() { trimmed.to_owned() } else { folded }
}

/// Whether a text that may be plain is HTML: an element ends in it, or is one that has no
/// end. `How to use <div>` is neither.
pub fn has_markup(text: &str) -> bool {
    text.split('<').skip(1).any(|piece| {
        let Some((tag, _)) = piece.split_once('>') else { return false };
        let is_name = |name: &str| {
            let name = name.trim();
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let name =
            tag.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
        match tag.strip_prefix('/') {
            Some(name) => is_name(name),
            None if tag.ends_with('/') => is_name(name),
            None => matches!(name.to_ascii_lowercase().as_str(), "br" | "img" | "hr" | "p"),
        }
    })
}

/// A text in which `<` is none of HTML's.
pub fn escaped(text: &str) -> String {
    text.replace('<', "&lt;")
}

/// A text with its references to characters read, where it has none but the most common: a
/// parser is asked for all others, and costs more than a short text.
pub fn simply_unescaped(text: &str) -> Option<String> {
    let (mut rest, mut plain) = (text, String::new());
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        rest = after;
        if after.starts_with(|c: char| c.is_ascii_whitespace()) || after.is_empty() {
            plain.push('&');
            continue;
        }
        let end = after.bytes().take(MAX_REFERENCE).position(|byte| byte == b';')?;
        let (name, behind) = after.split_at_checked(end)?;
        plain.push(referred(name)?);
        rest = behind.strip_prefix(';')?;
    }
    plain.push_str(rest);
    Some(plain)
}

/// The longest of these references, in bytes.
const MAX_REFERENCE: usize = 8;

fn referred(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return Some(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            "nbsp" => '\u{A0}',
            _ => return None,
        });
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    // What is below means other letters than its number.
    let is_letter = |code: &u32| matches!(code, 0x20..=0x7E | 0xA0..=0xD7FF | 0xE000..=0xFFFC);
    code.ok().filter(is_letter).and_then(char::from_u32)
}

/// A letter of the Latin, Greek or Cyrillic alphabet in lower case. The words that are looked
/// for here have no others, and a table of all letters is 5 kB of what a reader downloads.
pub fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let lower = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => code + 32,
        'Ѐ'..='Џ' => code + 80,
        'Έ'..='Ί' => code + 37,
        'Ĺ'..='Ň' | 'Ź'..='Ž' => code + code % 2,
        'Ā'..='Ķ' | 'Ŋ'..='Ŷ' => code | 1,
        _ => code,
    };
    char::from_u32(lower).unwrap_or(letter)
}

/// A text in lower case.
pub fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}
