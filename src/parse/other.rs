//! Documents that are no JSON, by their first letters.

use crate::error::Document;

/// How far the first element is looked for, in bytes.
const REACH: usize = 4_096;

/// What a document is instead; nothing where it may be JSON.
pub fn recognized(text: &str) -> Option<Document> {
    let text = text.trim_ascii_start();
    if text.is_empty() {
        return Some(Document::Empty);
    }
    if !text.starts_with('<') {
        return None;
    }
    let root = root(text).to_ascii_lowercase();
    Some(match root.as_str() {
        "rss" | "rdf:rdf" => Document::Rss,
        "feed" => Document::Atom,
        "html" => Document::Html,
        _ if text.starts_with("<?xml") => Document::Xml,
        _ => Document::Html,
    })
}

/// The name of the first element.
fn root(text: &str) -> &str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('<') {
        if text.len() - after.len() > REACH {
            break;
        }
        rest = after;
        if let Some(comment) = after.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if after.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            let is_end = |letter: char| letter.is_whitespace() || matches!(letter, '>' | '/');
            return after.split(is_end).next().unwrap_or_default();
        }
    }
    ""
}
