//! Ids in brackets: which are those of sources.

use crate::parse::reader::{At, Reader};

/// The sources of `1`, `1, 2` or `1-3`; nothing where one of the ids is not there.
pub(super) fn sources(reader: &Reader, inside: &str) -> Option<Vec<usize>> {
    let mut sources = Vec::new();
    inside.split(',').all(|part| add(reader, part.trim(), &mut sources)).then_some(sources)
}

/// Adds the sources of one id or one range; false when one is not there.
fn add(reader: &Reader, part: &str, sources: &mut Vec<usize>) -> bool {
    if let Some(index) = reader.source_index(part) {
        sources.push(index);
        return true;
    }
    let range = part.split_once(['-', '–']);
    let range = range.and_then(|(from, to)| Some((digits(from)?, digits(to)?)));
    let Some((from, to)) = range else {
        return false;
    };
    let length = to.saturating_sub(from);
    if to <= from || length >= reader.uses.len() {
        return false;
    }
    (from..=to).all(|number| {
        let index = reader.source_index(&number.to_string());
        sources.extend(index);
        index.is_some()
    })
}

fn digits(text: &str) -> Option<usize> {
    let text = text.trim();
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

/// `[7]` and `[a-2, 3]` want a source; `[sic]` and `[the company]` are the author's.
pub(super) fn look_like_ids(inside: &str) -> bool {
    let is_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b',' | b' ');
    let all_short = inside.split(',').all(|part| !part.trim().contains(' '));
    inside.len() <= 64
        && inside.bytes().all(is_id)
        && inside.bytes().any(|b| b.is_ascii_digit())
        && all_short
}

/// A text without markup, less the markers in it: a headline or a label has no place for
/// one, and its number alone says nothing.
pub fn without_markers(reader: &mut Reader, at: &At, text: String) -> String {
    if !text.contains('[') || reader.source_ids.is_empty() {
        return text;
    }
    let mut kept = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        rest = after;
        let marker = after.split_once(']').filter(|(inside, behind)| {
            !inside.contains('[') && !behind.starts_with('(') && sources(reader, inside).is_some()
        });
        if let Some((_, behind)) = marker {
            kept.truncate(kept.trim_end().len());
            rest = if kept.is_empty() { behind.trim_start() } else { behind };
        } else {
            kept.push('[');
        }
    }
    kept.push_str(rest);
    if kept.len() < text.len() {
        let message = "a marker where no marker can stand, taken out";
        reader.report(at, "marker-in-plain-text", message);
    }
    kept
}
