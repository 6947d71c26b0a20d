//! The formats that are known, and what tells them apart.

use super::keys::{find, is_map_with, starts_with};
use crate::parse::json::Node;

/// A format that stories come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// `story-card/1`, which [`parse`](crate::parse()) reads.
    Native,
    /// JSON Feed 1 and 1.1 (jsonfeed.org).
    JsonFeed,
    /// schema.org's `Article` and what is derived from it, as JSON-LD.
    JsonLd,
    /// `TimelineJS` 3 and 2 (Knight Lab).
    TimelineJs,
    /// The REST API of `WordPress`.
    WordPress,
    /// ninjs 1 to 3 (IPTC).
    Ninjs,
    /// Ghost's Content API.
    Ghost,
    /// The stories of Kagi News.
    KagiNews,
}

impl Format {
    /// Its name in events and in `_source`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Native => "story-card",
            Self::JsonFeed => "json-feed",
            Self::JsonLd => "json-ld",
            Self::TimelineJs => "timelinejs",
            Self::WordPress => "wordpress",
            Self::Ninjs => "ninjs",
            Self::Ghost => "ghost",
            Self::KagiNews => "kagi-news",
        }
    }
}

/// In what format a document is; nothing where in none of these. The order counts: some
/// documents look like two.
pub fn detect(root: &Node) -> Option<Format> {
    let first = first_entry(root);
    let tests: [(Format, bool); 10] = [
        (Format::Native, count_native(root) > 0),
        (Format::JsonFeed, is_feed(root) && matches!(find(root, "items"), Some(Node::List(_)))),
        (Format::JsonLd, is_linked(root, 0)),
        (Format::TimelineJs, is_timeline(root)),
        (Format::JsonFeed, has_entries(root, "items", "content_html content_text")),
        (Format::WordPress, is_wordpress(first)),
        (Format::Ninjs, is_ninjs(first_entry(items_of(root)))),
        (Format::Ghost, is_ghost(root, first)),
        (Format::KagiNews, is_kagi(root, first)),
        // It says so, and is no other either.
        (Format::JsonFeed, is_feed(root)),
    ];
    tests.iter().find(|(_, is_it)| *is_it).map(|(format, _)| *format)
}

/// How many native stories a document holds.
pub fn count_native(root: &Node) -> usize {
    let is_native = |node: &&Node| starts_with(find(node, "schemaVersion"), "story-card/");
    if is_native(&root) { 1 } else { entries(root).iter().filter(is_native).count() }
}

fn entries<'n>(node: &'n Node<'n>) -> &'n [Node<'n>] {
    if let Node::List(items) = node { items } else { &[] }
}

/// The first entry of a list, or the node itself.
fn first_entry<'n>(node: &'n Node<'n>) -> &'n Node<'n> {
    entries(node).first().unwrap_or(node)
}

/// The list that Superdesk's API wraps, or the node itself.
pub fn items_of<'n>(root: &'n Node<'n>) -> &'n Node<'n> {
    find(root, "_items").filter(|items| matches!(items, Node::List(_))).unwrap_or(root)
}

/// Whether a field is a list in which an entry has one of these keys.
fn has_entries(node: &Node, key: &str, keys: &str) -> bool {
    find(node, key).is_some_and(|list| entries(list).iter().any(|entry| is_map_with(entry, keys)))
}

fn is_feed(root: &Node) -> bool {
    let Some(Node::Text(version)) = find(root, "version") else { return false };
    version.contains("jsonfeed.org/version/")
}

fn is_linked(node: &Node, depth: u8) -> bool {
    if depth == 0 && entries(node).iter().any(|entry| is_linked(entry, 1)) {
        return true;
    }
    let is_graph = matches!(find(node, "@graph"), Some(Node::List(_) | Node::Map(_)));
    let is_context =
        find(node, "@context").is_some_and(|context| mentions(context, "schema.org", 0));
    let is_activity = || {
        find(node, "@context").is_some_and(|context| mentions(context, "activitystreams", 0))
            && find(node, "type").is_some_and(is_article_type)
    };
    is_graph || is_context || find(node, "@type").is_some_and(is_article_type) || is_activity()
}

fn mentions(context: &Node, word: &str, depth: u8) -> bool {
    let is_in = |item: &Node| depth < 3 && mentions(item, word, depth + 1);
    match context {
        Node::Text(text) => text.contains(word),
        Node::List(items) => items.iter().any(is_in),
        Node::Map(items) => items.iter().any(|(_, item)| is_in(item)),
        _ => false,
    }
}

/// Whether a type, or one of several, is an article's.
pub fn is_article_type(kind: &Node) -> bool {
    let is_article = |node: &Node| {
        let Node::Text(text) = node else { return false };
        let text = text.trim().to_ascii_lowercase();
        text.ends_with("article")
            || text == "report"
            || text.ends_with("posting") && !text.ends_with("jobposting")
    };
    is_article(kind) || entries(kind).iter().any(is_article)
}

fn is_timeline(root: &Node) -> bool {
    has_entries(root, "events", "start_date")
        || find(root, "timeline").is_some_and(|timeline| {
            matches!(find(timeline, "date"), Some(Node::List(_)))
                || has_entries(timeline, "slides", "start_date startDate")
                || has_entries(timeline, "events", "start_date")
        })
}

fn is_wordpress(first: &Node) -> bool {
    // The API 1.1 of WordPress.com has its texts without anything around them.
    find(first, "site_ID").is_some() && find(first, "content").is_some()
        || ["title", "content"].iter().any(|key| {
            let field = find(first, key);
            field.is_some_and(|field| matches!(find(field, "rendered"), Some(Node::Text(_))))
        })
}

fn is_ninjs(first: &Node) -> bool {
    let Node::Map(fields) = first else { return false };
    let standard = find(first, "standard").or_else(|| find(first, "$standard"));
    if find(first, "$standard").is_some()
        || standard.is_some_and(|standard| starts_with(find(standard, "name"), "ninjs"))
    {
        return true;
    }
    let lower = |key: &str| key.to_ascii_lowercase();
    let has = |wanted: &str| fields.iter().any(|(key, _)| lower(key) == wanted);
    // Superdesk calls it `guid`, as feeds do.
    let is_version = has("versioncreated") && has("pubstatus");
    (has("uri") || is_version || has("guid") && (has("versioncreated") || has("pubstatus")))
        && fields.iter().any(|(key, _)| is_key_of_ninjs(&lower(key)))
}

fn is_key_of_ninjs(key: &str) -> bool {
    let whole = "headline headlines title type bodies description descriptions versioncreated \
        pubstatus expires";
    whole.split_ascii_whitespace().any(|name| name == key)
        || ["body_", "headline_", "description_", "embargoed"].iter().any(|s| key.starts_with(s))
}

/// Keys that only posts of Ghost have, those with their text first.
const GHOST: &str = "html mobiledoc lexical published_at";
/// Keys of answers of `oEmbed`, which have `html` too.
pub const OEMBED: &str = "provider_name provider_url";
/// Keys of what else is published: releases on forges, posts of Forem.
const NOT_GHOST: &str = "html_url tag_name body_html body_markdown";

fn is_ghost(root: &Node, first: &Node) -> bool {
    has_entries(root, "posts", GHOST)
        || has_entries(root, "pages", GHOST)
        || is_map_with(first, GHOST)
            && !is_map_with(first, OEMBED)
            && !is_map_with(first, NOT_GHOST)
}

/// Keys that only stories of Kagi News have.
const KAGI: &str = "short_summary articles perspectives";

fn is_kagi(root: &Node, first: &Node) -> bool {
    // A list of articles alone is something else.
    let is_story = is_map_with(first, KAGI) && is_map_with(first, "title");
    has_entries(root, "stories", KAGI) || has_entries(root, "clusters", KAGI) || is_story
}
