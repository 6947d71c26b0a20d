//! Phrases with braces, into which values are put.

/// Puts values into the braces of a phrase.
#[must_use]
pub fn fill(phrase: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(phrase.len() + 16);
    let mut rest = phrase;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(key, _)| *key == name) {
            filled.push_str(value);
        }
        rest = tail;
    }
    filled + rest
}

/// What stands before and after the braces of a phrase.
pub(crate) fn around(phrase: &str) -> (&str, &str) {
    let (before, rest) = phrase.split_once('{').unwrap_or((phrase, ""));
    (before, rest.split_once('}').map_or("", |(_, after)| after))
}
