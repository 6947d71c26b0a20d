//! Ids in brackets: which are those of sources.

/// Gives the source with an id, by its place in the list.
pub type IndexOf<'a> = &'a dyn Fn(&str) -> Option<usize>;

/// Ids in the brackets of a label that are looked for: so many are a marker, whatever follows.
const MAX_IN_LABEL: usize = 100;

/// The sources of `1`, `1, 2` or `1-3`; nothing where one of the ids is not there. One more
/// than `most` may be there, and the rest of the ids is not looked for.
pub fn sources(index_of: IndexOf, count: usize, most: usize, inside: &str) -> Option<Vec<usize>> {
    let mut sources = Vec::new();
    let mut parts = inside.split(',');
    let are_there = parts
        .all(|part| sources.len() > most || add(index_of, count, most, part.trim(), &mut sources));
    are_there.then_some(sources)
}

/// Whether all ids in brackets are those of sources.
pub fn are_sources(index_of: IndexOf, count: usize, inside: &str) -> bool {
    sources(index_of, count, MAX_IN_LABEL, inside).is_some()
}

/// Adds the sources of one id or one range; false when one is not there.
fn add(index_of: IndexOf, count: usize, most: usize, part: &str, sources: &mut Vec<usize>) -> bool {
    if let Some(index) = index_of(part) {
        sources.push(index);
        return true;
    }
    let range = part.split_once(['-', '–']);
    let range = range.and_then(|(from, to)| Some((digits(from)?, digits(to)?)));
    let Some((from, to)) = range else {
        return false;
    };
    let length = to.saturating_sub(from);
    if to <= from || length >= count {
        return false;
    }
    (from..=to).all(|number| {
        if sources.len() > most {
            return true;
        }
        let index = index_of(&number.to_string());
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
pub fn look_like_ids(inside: &str) -> bool {
    let is_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b',' | b' ');
    let all_short = inside.split(',').all(|part| !part.trim().contains(' '));
    inside.len() <= 64
        && inside.bytes().all(is_id)
        && inside.bytes().any(|b| b.is_ascii_digit())
        && all_short
}

/// What stands behind a bracket up to the one that closes it, and what follows; nothing where
/// another opens before. No letter is looked at for two brackets.
pub fn closed(after: &str) -> Option<(&str, &str)> {
    let end = after.bytes().position(|byte| matches!(byte, b'[' | b']'))?;
    let behind = after.get(end..)?.strip_prefix(']')?;
    Some((after.get(..end)?, behind))
}

/// A text without the markers in it, of which `is_marker` knows what is inside: a headline
/// or a label has no place for one, and its number alone says nothing.
pub fn without_markers(text: &str, is_marker: &dyn Fn(&str) -> bool) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        rest = after;
        let marker =
            closed(after).filter(|(inside, behind)| !behind.starts_with('(') && is_marker(inside));
        if let Some((_, behind)) = marker {
            kept.truncate(kept.trim_end().len());
            rest = if kept.is_empty() { behind.trim_start() } else { behind };
        } else {
            kept.push('[');
        }
    }
    kept.push_str(rest);
    kept
}
