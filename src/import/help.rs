//! What is said of JSON that is no story: what it is, and what to use instead.

use super::format::OEMBED;
use super::keys::{find, is_map_with, written};
use crate::error::{Error, Kind};
use crate::parse::cut;
use crate::parse::json::Node;

/// Keys that are named, at most.
const KEYS_SHOWN: usize = 8;
/// Letters of somebody else's message that are repeated, at most.
const MESSAGE_SHOWN: usize = 200;

const READS: &str = "; a card reads story-card/1, WordPress posts, JSON Feed, ninjs, JSON-LD \
    articles, TimelineJS, Ghost posts and Kagi News stories";
const WORDPRESS: &str = "; a post is at /wp-json/wp/v2/posts/ID?_embed";
const GHOST: &str =
    "; a post is at /ghost/api/content/posts/slug/SLUG/?key=KEY&include=authors,tags";

/// The error for a document of no known format.
pub fn unknown(root: &Node) -> Error {
    let found = known(root).unwrap_or_else(|| [&keys(root), READS].concat());
    Kind::NotAStory { found }.into()
}

/// What people give in place of a story.
fn known(root: &Node) -> Option<String> {
    let has = |keys: &str| keys.split(' ').all(|key| find(root, key).is_some());
    let says = |what: &str, instead: &str| Some([what, instead].concat());
    if has("namespaces routes") {
        return says("the index of a WordPress API, no post", WORDPRESS);
    }
    if has("title description timezone") || has("date_format time_format") {
        return says("the settings of a WordPress site, no post", WORDPRESS);
    }
    if is_map_with(root, "settings") {
        return says("the settings of a site, no post", GHOST);
    }
    if is_map_with(root, "rss") {
        return says("an RSS feed written as JSON", READS);
    }
    if is_map_with(root, OEMBED) && has("type version") {
        return says("an answer of oEmbed, no story", READS);
    }
    if matches!(find(root, "events"), Some(Node::List(_))) {
        return says("events without `start_date`, which TimelineJS needs", "");
    }
    if let Some(message) = message(root) {
        let message = cut(message, MESSAGE_SHOWN).unwrap_or_else(|| message.to_owned());
        return Some(["an error of the server, no story: ", &message].concat());
    }
    None
}

/// Where an API puts its message.
const SAID: &str = "message Message faultstring error_description error_message detail msg";
/// What it puts the message into.
const AROUND: &str = "errors error fault Error";
/// What stands beside a message that tells of an error.
const BESIDE: &str = "code status statusCode status_code errorCode success ok documentation_url";

/// The message of an object that tells of an error, or of the first of several.
fn message<'n>(root: &'n Node<'n>) -> Option<&'n str> {
    let own = if let Node::List(errors) = root { errors.first()? } else { root };
    let here = || SAID.split(' ').filter_map(|key| find(own, key)).find_map(written);
    if let Some(error) = AROUND.split(' ').find_map(|key| find(own, key)) {
        // A code in one word says less than what is beside it.
        let inside = || said(error, 0);
        let is_word = matches!(error, Node::Text(_));
        return if is_word { here().or_else(inside) } else { inside().or_else(here) };
    }
    // An object with little else is nothing but its message.
    let is_alone = matches!(own, Node::Map(entries) if entries.len() < 3);
    let is_problem = matches!(find(own, "status"), Some(Node::Number(_)));
    let title = || find(own, "title").and_then(written).filter(|_| is_problem);
    here().filter(|_| is_alone || is_map_with(own, BESIDE)).or_else(title)
}

/// The first words in what tells of an error: lists of objects, or of texts by field.
fn said<'n>(error: &'n Node<'n>, depth: u8) -> Option<&'n str> {
    let inside = |node| if depth < 3 { said(node, depth + 1) } else { None };
    match error {
        Node::Text(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        Node::List(items) => items.first().and_then(inside),
        Node::Map(entries) => {
            let named = SAID.split(' ').find_map(|key| find(error, key)).and_then(inside);
            named.or_else(|| entries.iter().find_map(|(_, node)| inside(node)))
        }
        _ => None,
    }
}

/// The first keys of an object, or of the first entry of a list.
fn keys(root: &Node) -> String {
    let (what, node) = match root {
        Node::List(items) => match items.first() {
            None => return "an empty list".to_owned(),
            Some(first) => ("a list of other things; the keys of its first entry: ", first),
        },
        Node::Map(_) => ("an object of no format that is known; its keys: ", root),
        _ => return "neither an object nor a list".to_owned(),
    };
    let Node::Map(entries) = node else { return "a list of other things".to_owned() };
    let keys: Vec<&str> = entries.iter().take(KEYS_SHOWN).map(|(key, _)| key.as_ref()).collect();
    let keys = keys.join(", ");
    [what, &cut(&keys, MESSAGE_SHOWN).unwrap_or(keys)].concat()
}
