//! The articles that a story was put together from.

use crate::import::importer::Importer;
use crate::import::keys::{find, written};
use crate::limits::{MAX_HEADLINE, MAX_SOURCES, MAX_TEXT};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::Source;

/// An article: its host as it is compared, and its place among the sources.
pub struct Article {
    pub domain: String,
    pub source: usize,
}

/// A host as it is compared.
pub fn bare(domain: &str) -> String {
    domain.trim().trim_start_matches("www.").to_ascii_lowercase()
}

/// Reads the articles as sources, numbered in their order; by their host, and then in that.
pub fn articles(importer: &mut Importer, at: &At) -> Vec<Article> {
    let mut articles = Vec::new();
    importer.each(at, "articles", MAX_SOURCES, &mut |importer, entry| {
        if !matches!(entry.node, Node::Map(_)) {
            return importer.reader.wrong_type(entry, "an object");
        }
        let url = importer.first_link(entry, "link url");
        let host = url.as_ref().map(|url| url.host().to_owned()).filter(|host| !host.is_empty());
        let domain = importer.label(entry, "domain").or(host);
        let published = importer.date(entry, "date");
        let source = Source {
            name: importer.label(entry, "title"),
            url,
            publisher: domain.clone(),
            published,
            ..Source::default()
        };
        if source.name.is_none() && source.url.is_none() && source.publisher.is_none() {
            return importer.report(entry, "missing-field", "a source needs a name or a url");
        }
        if let Some(source) = importer.add_source("", source) {
            let domain = bare(&domain.unwrap_or_default());
            let place = articles.partition_point(|known: &Article| known.domain <= domain);
            articles.insert(place, Article { domain, source });
        }
    });
    articles
}

/// A label before a colon, and what follows: `Prices: They rise.`
pub fn labelled(text: &str) -> Option<(&str, &str)> {
    let (label, rest) = text.split_once([':', '：'])?;
    let is_label = (1..=80).contains(&label.trim().chars().count())
        && !label.contains(['[', '/'])
        && !label.match_indices('.').any(|(at, _)| ends_sentence(label, at))
        && !rest.starts_with("//")
        && !rest.trim().is_empty();
    is_label.then_some((label.trim(), rest.trim()))
}

/// Whether a full stop is none of an abbreviation such as `U.S.`
fn ends_sentence(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    !before.ends_with(|c: char| c.is_ascii_uppercase())
        && after.get(1..).is_none_or(|after| after.is_empty() || after.starts_with(' '))
}

/// The text of an entry that may be a text or an object.
pub fn text_in<'n>(node: &'n Node<'n>) -> Option<&'n str> {
    match node {
        Node::Map(_) => ["text", "content", "answer", "point"]
            .iter()
            .find_map(|key| find(node, key).and_then(written)),
        _ => written(node),
    }
    .filter(|text| text.len() <= MAX_TEXT * 4 && !text.is_empty())
}

/// A name for a section made of the key of its field.
pub fn heading_of(key: &str) -> String {
    let mut words = key.replace('_', " ");
    if let Some(first) = words.get(..1).map(str::to_ascii_uppercase) {
        words.replace_range(..1, &first);
    }
    crate::parse::cut(&words, MAX_HEADLINE).unwrap_or(words)
}
