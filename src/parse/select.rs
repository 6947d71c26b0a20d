//! Finds the story that is asked for, and refuses what is none.

use super::json::Node;
use super::reader::At;
use crate::error::{Error, Kind};

/// What `schemaVersion` begins with in the native format.
const FORMAT: &str = "story-card/";
/// The major version this reader reads.
const MAJOR: &str = "1";
/// Keys named to who sent something else, at most.
const KEYS_SHOWN: usize = 8;

/// The story among those of the document.
pub fn select<'a>(root: &'a At<'a>, item: Option<&str>) -> Result<At<'a>, Error> {
    if !matches!(root.node, Node::List(_)) {
        check(root)?;
        return Ok(*root);
    }
    let chosen = match item {
        None => root.items().find(is_native),
        Some(item) => item
            .parse()
            .ok()
            .and_then(|index| root.items().nth(index))
            .or_else(|| root.items().find(|story| is_called(story, item))),
    };
    let Some(chosen) = chosen else {
        let found = match item {
            Some(_) => "a list without the item asked for",
            None if root.items().next().is_none() => "an empty list",
            None => "a list of other things",
        };
        let keys = root.items().next().map(|first| keys_of(&first)).unwrap_or_default();
        let found = match keys.as_str() {
            "" => found.to_owned(),
            keys => [found, "; the keys of its first entry: ", keys].concat(),
        };
        return Err(Kind::NotAStory { found }.into());
    };
    check(&chosen)?;
    Ok(chosen)
}

/// The first keys of an object, for whoever sent it.
fn keys_of(at: &At) -> String {
    let Node::Map(entries) = at.node else { return String::new() };
    let keys: Vec<&str> = entries.iter().take(KEYS_SHOWN).map(|(key, _)| key.as_ref()).collect();
    let keys = keys.join(", ");
    super::cut::cut(&keys, 200).unwrap_or(keys)
}

fn text_of<'a>(story: &At<'a>, key: &str) -> Option<&'a str> {
    let Node::Map(entries) = story.node else {
        return None;
    };
    let (_, node) = entries.iter().rev().find(|(name, _)| name == key)?;
    match node {
        Node::Text(text) => Some(text.trim()),
        Node::Number(digits) => Some(digits),
        _ => None,
    }
}

fn is_native(story: &At) -> bool {
    text_of(story, "schemaVersion").is_some_and(|version| version.starts_with(FORMAT))
}

/// By id, by URL, or by the last part of the URL's path.
fn is_called(story: &At, item: &str) -> bool {
    let url = text_of(story, "url").unwrap_or_default();
    let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
    text_of(story, "id") == Some(item) || url == item || path.rsplit('/').next() == Some(item)
}

/// Refuses what is not a story of a version this card reads.
fn check(story: &At) -> Result<(), Error> {
    let Node::Map(_) = story.node else {
        return Err(Kind::NotAStory { found: kind_of(story.node).to_owned() }.into());
    };
    let Some(version) = text_of(story, "schemaVersion").filter(|_| is_native(story)) else {
        let found = "an object without schemaVersion \"story-card/1.0\"; its keys: ";
        let found = [found, &keys_of(story)].concat();
        return Err(Kind::NotAStory { found }.into());
    };
    let number = version.strip_prefix(FORMAT).unwrap_or_default();
    if number.split('.').next() != Some(MAJOR) {
        let version = super::cut::cut(version, 40).unwrap_or_else(|| version.to_owned());
        return Err(Kind::UnsupportedVersion { version }.into());
    }
    Ok(())
}

fn kind_of(node: &Node) -> &'static str {
    match node {
        Node::Null => "null",
        Node::Bool(_) => "true or false",
        Node::Number(_) => "a number",
        Node::Text(_) => "a text",
        _ => "no object",
    }
}
