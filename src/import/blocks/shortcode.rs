//! Shortcodes that a site has left in a text: `[gallery ids="1,2"]`.

use std::borrow::Cow;

/// Codes of `WordPress` itself, which stand without anything beside their name.
const OWN: &str = "gallery caption embed audio video playlist toc ez-toc";

/// How names of codes begin that build pages.
const BUILDERS: &str = "vc_ et_pb_ fusion_ av_ su_ cs_ wpcode_";

/// The text without shortcodes. `[sic]` and `[the company]` are an author's.
pub fn without_shortcodes(text: &str) -> Cow<'_, str> {
    if !text.contains('[') {
        return Cow::Borrowed(text);
    }
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        let code = after.split_once(']').filter(|(inside, _)| is_code(inside, text));
        if let Some((_, behind)) = code {
            rest = behind;
        } else {
            kept.push('[');
            rest = after;
        }
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// `word attribute=…`, `/word` behind a `word`, and codes that are known by their name.
fn is_code(inside: &str, text: &str) -> bool {
    let (is_end, inside) = match inside.strip_prefix('/') {
        Some(inside) => (true, inside),
        None => (false, inside),
    };
    let inside = inside.strip_suffix('/').unwrap_or(inside).trim_end();
    let is_letter = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    let length = inside.bytes().take_while(|b| is_letter(*b)).count();
    let (name, rest) = inside.split_at_checked(length).unwrap_or_default();
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || inside.contains('[') {
        return false;
    }
    if rest.is_empty() {
        let is_known = OWN.split(' ').any(|own| own == name)
            || BUILDERS.split(' ').any(|start| name.starts_with(start));
        let other = if is_end { ["[", name].concat() } else { ["[/", name, "]"].concat() };
        return is_known || text.contains(&other);
    }
    let attribute = rest.trim_start();
    let length = attribute.bytes().take_while(|b| is_letter(*b)).count();
    let is_attribute = length > 0 && attribute.as_bytes().get(length) == Some(&b'=');
    rest.starts_with(|c: char| c.is_whitespace()) && is_attribute
}
