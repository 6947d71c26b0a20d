//! What is said of JSON that is no story: what it is, and what to use instead.

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
    if matches!(find(root, "events"), Some(Node::List(_))) {
        return says("events without `start_date`, which TimelineJS needs", "");
    }
    if let Some(message) = message(root) {
        let message = cut(message, MESSAGE_SHOWN).unwrap_or_else(|| message.to_owned());
        return Some(["an error of the server, no story: ", &message].concat());
    }
    None
}

/// The message of an object that tells of an error.
fn message<'n>(root: &'n Node<'n>) -> Option<&'n str> {
    let text = |node: Option<&'n Node<'n>>| node.and_then(written);
    let of =
        |node: &'n Node<'n>| text(find(node, "message")).or_else(|| text(find(node, "detail")));
    if let Some(Node::List(errors)) = find(root, "errors") {
        return errors.first().and_then(|first| of(first).or_else(|| written(first)));
    }
    if let Some(error) = find(root, "error") {
        return of(error).or_else(|| of(root)).or_else(|| written(error));
    }
    let is_error = is_map_with(root, "code status statusCode status_code");
    of(root).filter(|_| is_error)
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
