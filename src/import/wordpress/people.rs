//! Who wrote a post.

use super::dot_com;
use crate::import::blocks;
use crate::import::common::byline;
use crate::import::importer::Importer;
use crate::import::keys::{find, starts_with, written};
use crate::limits::MAX_SMALL_LIST;
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Agent, SafeLink};

/// Fields of plugins for several authors: who is embedded has only entered the post.
const SEVERAL: &str = "coauthors authors newspack_author_info";

/// The authors that plugins name, or that come with the post, else the name that a plugin for
/// search engines or for statistics has.
pub fn authors(importer: &mut Importer, at: &At) -> Vec<Agent> {
    let mut authors = Vec::new();
    if let Some(embedded) = at.get("_embedded") {
        importer.objects(&embedded, "author", MAX_SMALL_LIST, &mut |importer, entry| {
            // Where authors are not public, an error stands in their place.
            if find(entry.node, "code").is_none() || find(entry.node, "name").is_some() {
                authors.extend(author(importer, entry));
            }
        });
    }
    if authors.is_empty() {
        authors.extend(dot_com::author(importer, at));
    }
    for key in SEVERAL.split(' ') {
        let mut several = Vec::new();
        importer.each(at, key, MAX_SMALL_LIST, &mut |importer, entry| {
            several.extend(coauthor(importer, entry));
        });
        if !several.is_empty() {
            // More is known of who is embedded.
            let known = |own: Agent| {
                let mut embedded = authors.iter().filter(|author| author.name == own.name);
                embedded.next().cloned().unwrap_or(own)
            };
            return several.into_iter().map(known).collect();
        }
    }
    if authors.is_empty() {
        let name = at.get("yoast_head_json").and_then(|yoast| yoast_author(importer, &yoast));
        authors.extend(name.map(|name| Agent::person(byline(&name))));
    }
    let statistics = at.get("parsely");
    let meta = statistics.as_ref().and_then(|statistics| statistics.get("meta"));
    if let Some(meta) = meta.filter(|_| authors.is_empty()) {
        importer.objects(&meta, "author", MAX_SMALL_LIST, &mut |importer, entry| {
            let name = importer.label(entry, "name");
            authors.extend(name.map(|name| Agent::person(byline(&name))));
        });
    }
    authors
}

fn coauthor(importer: &mut Importer, at: &At) -> Option<Agent> {
    // Others have numbers in fields of these names.
    find(at.node, "display_name").and_then(written)?;
    let name = importer.label(at, "display_name")?;
    let url = importer.first_link(at, "link author_link");
    Some(Agent { url, ..Agent::person(byline(&name)) })
}

fn author(importer: &mut Importer, at: &At) -> Option<Agent> {
    let name = importer.label(at, "name")?;
    let biography = at.get("description").and_then(|value| {
        let Node::Text(text) = value.node else { return None };
        Some(blocks::line(importer, &value, text)).filter(|text| !text.is_empty())
    });
    let url = importer.first_link(at, "link url");
    let image = at.get("avatar_urls").and_then(|avatars| largest(importer, &avatars));
    Some(Agent { url, image, biography, ..Agent::person(byline(&name)) })
}

/// The largest portrait; the keys are sizes.
fn largest(importer: &mut Importer, avatars: &At) -> Option<SafeLink> {
    let Node::Map(entries) = avatars.node else { return None };
    let size = |key: &str| key.parse::<u32>().unwrap_or_default();
    let (key, _) = entries.iter().max_by_key(|(key, _)| size(key))?;
    importer.link(avatars, key)
}

fn yoast_author(importer: &mut Importer, yoast: &At) -> Option<String> {
    if let Some(name) = importer.label(yoast, "author") {
        return Some(name);
    }
    let schema = yoast.get("schema")?;
    let graph = schema.get("@graph")?;
    let is_person = |node: &Node| match find(node, "@type") {
        Some(Node::List(kinds)) => kinds.iter().any(|kind| starts_with(Some(kind), "Person")),
        kind => starts_with(kind, "Person"),
    };
    let person = graph.items().find(|entry| is_person(entry.node))?;
    find(person.node, "name").and_then(written)?;
    importer.label(&person, "name")
}
