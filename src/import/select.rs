//! The story among those of a document.

use super::keys::{find, written};
use crate::error::{Error, Kind};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::Story;

/// A story, how many its document holds, and its place among them.
pub type Read = (Story, usize, Option<u32>);

/// What identifies a story of some format: keys, with spaces between.
pub struct Names {
    pub id: &'static str,
    pub url: &'static str,
}

/// The story that is asked for, among those of a list that are stories, and how many those
/// are. Without a wish the first.
pub fn select<'a>(
    list: &'a At<'a>,
    item: Option<&str>,
    names: &Names,
    is_story: &dyn Fn(&Node) -> bool,
) -> Result<(At<'a>, usize), Error> {
    let stories: Vec<At> = list.items().filter(|entry| is_story(entry.node)).collect();
    choose(&stories, item, names)
}

/// The story that is asked for, among some; without a wish the first.
pub fn choose<'a>(
    stories: &[At<'a>],
    item: Option<&str>,
    names: &Names,
) -> Result<(At<'a>, usize), Error> {
    let chosen = match item {
        None => stories.first(),
        Some(item) => {
            let index: Option<usize> = item.parse().ok();
            let by_index = index.and_then(|index| stories.get(index));
            by_index.or_else(|| stories.iter().find(|story| is_called(story.node, item, names)))
        }
    };
    let found = match item {
        Some(_) => "stories without the item asked for",
        None => "a list without a story",
    };
    let error = || Kind::NotAStory { found: found.to_owned() }.into();
    chosen.map(|chosen| (*chosen, stories.len())).ok_or_else(error)
}

/// By id, by URL, by slug, or by the last part of the URL's path.
fn is_called(story: &Node, item: &str, names: &Names) -> bool {
    let values =
        |keys: &'static str| keys.split(' ').filter_map(|key| find(story, key)).filter_map(written);
    values(names.id).any(|id| id == item)
        || values(names.url).any(|url| {
            let path = url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/');
            url == item
                || path == item.trim_end_matches('/')
                || path.rsplit('/').next() == Some(item)
        })
}
