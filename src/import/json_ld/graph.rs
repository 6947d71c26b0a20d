//! The things of a document, and what leads from one to another by `@id`.

use crate::import::format::is_article_type;
use crate::import::keys::{find, written};
use crate::parse::At;
use crate::parse::json::Node;

/// The most things that are looked at.
const MAX_THINGS: usize = 2_000;

/// All things that a document names on its upper levels.
pub struct Graph<'a> {
    /// Those that have a name and more than that, by it; of one name the fullest last.
    named: Vec<(&'a str, At<'a>)>,
}

impl<'a> Graph<'a> {
    /// A graph of these things, and of those that one of them holds: another may lead there.
    pub fn new(things: &'a [At<'a>]) -> Self {
        let mut graph = Self { named: Vec::new() };
        for thing in things {
            graph.add(*thing);
        }
        for thing in things {
            let Node::Map(fields) = thing.node else { continue };
            for (key, node) in fields {
                graph.add(thing.child(key, node));
            }
        }
        graph
    }

    fn add(&mut self, thing: At<'a>) {
        let count = field_count(thing.node);
        let is_one = count > 1 && self.named.len() < MAX_THINGS;
        let Some(id) = find(thing.node, "@id").and_then(written).filter(|_| is_one) else {
            return;
        };
        let key = (id, count);
        let place = self.named.partition_point(|(id, at)| (*id, field_count(at.node)) <= key);
        self.named.insert(place, (id, thing));
    }

    /// The thing that a value is, or that it names by `@id` alone.
    pub fn resolve<'b>(&self, value: &At<'b>) -> At<'b>
    where
        'a: 'b,
    {
        let Node::Map(fields) = value.node else { return *value };
        let Some(id) = find(value.node, "@id").and_then(written) else { return *value };
        // A reference may have a type, and some say the name once more: often that by which an
        // author logs in.
        let is_of_reference = |key: &str| matches!(key, "@id" | "@type" | "name" | "url");
        if fields.iter().any(|(key, _)| !is_of_reference(key)) {
            return *value;
        }
        let end = self.named.partition_point(|(name, _)| *name <= id);
        let found = end.checked_sub(1).and_then(|last| self.named.get(last));
        let has_name = fields.iter().any(|(key, _)| key == "name");
        // Some give a person the name of the site's home page.
        let is_same_kind = |thing: &Node| match (kind(value.node), kind(thing)) {
            (Some(own), Some(other)) => shares(own, other),
            _ => true,
        };
        let is_it = |(name, thing): &&(&str, At)| {
            *name == id
                && field_count(thing.node) > field_count(value.node)
                && (!has_name || find(thing.node, "name").is_some() && is_same_kind(thing.node))
        };
        found.filter(is_it).map_or(*value, |(_, thing)| *thing)
    }
}

fn field_count(node: &Node) -> usize {
    if let Node::Map(fields) = node { fields.len() } else { 0 }
}

/// The things of a list, or the one of the field itself, that are objects.
pub fn entries<'a>(at: &'a At<'a>) -> Vec<At<'a>> {
    let is_thing = |at: &At| matches!(at.node, Node::Map(_));
    let mut things = Vec::new();
    if is_thing(at) {
        things.push(*at);
    }
    for item in at.items().take(MAX_THINGS) {
        if is_thing(&item) {
            things.push(item);
        }
    }
    things
}

/// The same of several fields.
pub fn entries_of<'a>(all: &'a [At<'a>]) -> Vec<At<'a>> {
    let mut things = Vec::new();
    for at in all {
        things.extend(entries(at));
    }
    things
}

/// The type of a thing, whichever key it stands behind.
pub fn kind<'n>(node: &'n Node<'n>) -> Option<&'n Node<'n>> {
    find(node, "@type").or_else(|| find(node, "type"))
}

/// Whether two types, each of which may be several, have one in common.
fn shares(own: &Node, other: &Node) -> bool {
    let all = |kind: &Node| -> Vec<String> {
        let kinds = if let Node::List(kinds) = kind { kinds } else { std::slice::from_ref(kind) };
        kinds.iter().filter_map(written).map(str::to_owned).collect()
    };
    let other = all(other);
    all(own).iter().any(|kind| other.contains(kind))
}

/// Whether a thing is of a type that ends like this, in any case.
pub fn is_kind(node: &Node, wanted: &str) -> bool {
    let is_it = |kind: &Node| {
        written(kind)
            .is_some_and(|kind| kind.to_ascii_lowercase().ends_with(&wanted.to_ascii_lowercase()))
    };
    match kind(node) {
        Some(Node::List(kinds)) => kinds.iter().any(is_it),
        Some(kind) => is_it(kind),
        None => false,
    }
}

/// Whether a thing is an article: by its type, or where it has none by its headline.
pub fn is_article(node: &Node) -> bool {
    match kind(node) {
        Some(kind) if !matches!(kind, Node::List(kinds) if kinds.is_empty()) => {
            is_article_type(kind)
        }
        _ => find(node, "headline").is_some(),
    }
}
