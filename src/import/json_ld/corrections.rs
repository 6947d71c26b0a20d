//! What an article says that it had wrong.

use super::value::Linked;
use crate::import::blocks;
use crate::import::keys::find;
use crate::limits::MAX_TEXT;
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Correction, Run, Text};

/// What was wrong and has been put right.
pub fn corrections(linked: &mut Linked, at: &At) -> Vec<Correction> {
    let mut corrections = Vec::new();
    linked.each(at, "correction", &mut |linked, value| {
        let published = linked.date(value, "datePublished");
        let text = correction_text(linked, value);
        if !text.is_empty() {
            corrections.push(Correction { published, text });
        }
    });
    corrections
}

fn correction_text(linked: &mut Linked, value: &At) -> Text {
    let words = match value.node {
        Node::Map(_) => linked.first_text(value, "text description name", MAX_TEXT),
        _ => linked.text_of(value, MAX_TEXT),
    };
    let link = match &words {
        Some(words) if words.starts_with("http") => linked.importer.safe_link(words),
        None if find(value.node, "url").is_some() => linked.link(value, "url"),
        _ => None,
    };
    match (words, link) {
        (words, Some(url)) => {
            let words = words.unwrap_or_else(|| url.as_str().to_owned());
            vec![Run::Link { url, text: blocks::plain_text(&words) }]
        }
        (words, None) => blocks::plain_text(&words.unwrap_or_default()),
    }
}
