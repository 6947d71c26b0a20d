//! ninjs 1 to 3, the format of news agencies: <https://iptc.org/standards/ninjs/>.
//!
//! Its keys have changed their case twice, so that no case counts here.

mod body;
mod gates;
mod media;
mod page;

use self::body::{headlines, texts};
use self::gates::refuse_withheld;
use self::media::{associations, image_of, without_copies};
use self::page::page;
use crate::error::Error;
use crate::import::common::{byline, finish, made_headline, no_story, related};
use crate::import::importer::Importer;
use crate::import::keys::{find, spelled, written};
use crate::import::once::without_repetition;
use crate::import::select::{Names, Read, select};
use crate::limits::{MAX_HEADLINE, MAX_RELATED, MAX_SMALL_LIST};
use crate::parse::json::Node;
use crate::parse::{At, disclosure, is_absent};
use crate::story::{Agent, Image, Related, SafeLink, Story};

const NAMES: Names = Names { id: "uri guid id", url: "uri url" };

/// Reads an item, or one of a list of items.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    let items = root.get("_items").filter(|items| matches!(items.node, Node::List(_)));
    let root = items.as_ref().unwrap_or(root);
    if !matches!(root.node, Node::List(_)) {
        return Ok((story(importer, root)?, 1, None));
    }
    let item = importer.reader.options.item;
    let is_item = |node: &Node| matches!(node, Node::Map(_));
    let (item, stories) = select(root, item, &NAMES, &is_item)?;
    Ok((story(importer, &item)?, stories, item.index()))
}

fn story(importer: &mut Importer, at: &At) -> Result<Story, Error> {
    refuse_withheld(importer, at)?;
    let parts = at.get(spelled(at, "associations"));
    if let Some(main) = parts.as_ref().and_then(|parts| main_of(at, parts)) {
        refuse_withheld(importer, &main)?;
        return item(importer, &main);
    }
    item(importer, at)
}

/// The main story of a package, which has no text of its own.
fn main_of<'p>(at: &At, parts: &'p At<'p>) -> Option<At<'p>> {
    let Node::Map(entries) = parts.node else { return None };
    let has_text = |node: &Node| matches!(node, Node::Map(fields) if fields.iter().any(is_body));
    if has_text(at.node) {
        return None;
    }
    // The text of a picture is its caption.
    let is_shown = |node: &Node| {
        let kind = find(node, "type").and_then(written).unwrap_or_default();
        matches!(kind, "picture" | "graphic" | "video" | "audio")
    };
    let (key, node) = entries.iter().find(|(key, node)| {
        key.to_ascii_lowercase().starts_with("main") && has_text(node) && !is_shown(node)
    })?;
    Some(parts.child(key, node))
}

fn is_body((key, node): &(std::borrow::Cow<str>, Node)) -> bool {
    let key = key.to_ascii_lowercase();
    // Not `bodyLength`.
    let is_number = matches!(node, Node::Number(_));
    (key == "bodies" || key.starts_with("body")) && !is_number && !is_absent(node)
}

fn item(importer: &mut Importer, at: &At) -> Result<Story, Error> {
    let url = page(importer, at);
    importer.set_base(url.as_ref());
    let (headline, alternative) = headlines(importer, at);
    let (lead, mut sections) = texts(importer, at, headline.as_deref().unwrap_or_default());
    let headline =
        headline.or_else(|| made_headline(&lead, &[])).or_else(|| made_headline(&[], &sections));
    let Some(headline) = headline else { return no_story("a ninjs item without a headline") };
    let lead = without_repetition(lead, &sections);
    let mut date = |key| importer.date(at, spelled(at, key));
    let created = ["firstpublished", "firstcreated"].into_iter().find_map(&mut date);
    let created = created.or_else(|| date("contentcreated"));
    let version = date("versioncreated");
    let (principles, mut links) = trust_indicators(importer, at);
    let (mut image, others) = associations(importer, at);
    if let Some(image) = &mut image {
        without_copies(importer, at, image, &mut sections);
    }
    links.extend(others);
    // What stands beneath a picture of its own is the lead.
    let own = image_of(importer, at).map(|image| Image { caption: None, ..image });
    let holder = importer.label(at, spelled(at, "copyrightholder"));
    let rights = ["copyrightnotice", "usageterms"]
        .into_iter()
        .find_map(|key| importer.plain(at, spelled(at, key)));
    let genre = first_name(importer, at, &["genres", "genre"], "").filter(|genre| !is_form(genre));
    let subjects = ["subjects", "subject"];
    let section = genre
        .or_else(|| first_name(importer, at, &subjects, "about"))
        .or_else(|| first_name(importer, at, &subjects, ""));
    let story = Story {
        id: ["uri", "guid"].into_iter().find_map(|key| importer.plain(at, spelled(at, key))),
        url,
        headline,
        alternative_headline: alternative,
        lead,
        article_section: section,
        keywords: keywords(importer, at),
        language: importer.language(at, spelled(at, "language")),
        authors: authors(importer, at),
        publisher: holder.clone().map(Agent::organization),
        published: created.or(version),
        modified: version.filter(|_| created.is_some()),
        image: own.or(image),
        sections,
        ai_info: systems(importer, at),
        digital_source_type: at
            .get(spelled(at, "digitalsourcetype"))
            .and_then(|value| disclosure::source_type(&mut importer.reader, &value)),
        publishing_principles: principles,
        copyright_notice: rights.or(holder),
        related: links,
        ..Story::default()
    };
    finish(importer, story)
}

/// Whether somebody did not write an item: whose pictures they are stands beneath these, but
/// where the item is one.
fn is_other(role: &str, kind: &str) -> bool {
    let role = role.to_ascii_lowercase();
    let is_photographer = role.starts_with("foto") || role.starts_with("photo");
    let writes = ["text", "word", "writ", "journal"].iter().any(|word| role.contains(word));
    role == "editor" || is_photographer && !writes && kind != "picture"
}

fn authors(importer: &mut Importer, at: &At) -> Vec<Agent> {
    let name = ["byline", "by"].into_iter().find_map(|key| importer.label(at, spelled(at, key)));
    if let Some(name) = name {
        return vec![Agent::person(byline(&name))];
    }
    let kind = find(at.node, spelled(at, "type")).and_then(written).unwrap_or_default();
    let mut authors = Vec::new();
    for key in ["authors", "bylines"] {
        importer.each(at, spelled(at, key), MAX_SMALL_LIST, &mut |importer, entry| {
            let role = find(entry.node, "role").and_then(written).unwrap_or_default();
            let name = match entry.node {
                Node::Map(_) => importer.first_label(entry, "name by byline"),
                _ => importer.plain_value(entry, MAX_HEADLINE),
            };
            let job_title = importer.first_label(entry, "title jobtitle");
            let name = name.filter(|_| !is_other(role, kind));
            authors.extend(name.map(|name| Agent { job_title, ..Agent::person(byline(&name)) }));
        });
        if !authors.is_empty() {
            break;
        }
    }
    authors
}

/// The name of the first entry of a list, among those with a relation where one is wanted.
fn first_name(
    importer: &mut Importer,
    at: &At,
    keys: &[&'static str],
    rel: &str,
) -> Option<String> {
    let mut name = None;
    for key in keys {
        importer.each(at, spelled(at, key), MAX_SMALL_LIST, &mut |importer, entry| {
            let own = find(entry.node, "rel").and_then(written).unwrap_or_default();
            if name.is_none() && (rel.is_empty() || rel == own) {
                name = importer.label(entry, "name").filter(|name| !is_code(name));
            }
        });
    }
    name
}

/// Whether a genre only says that an item is one of news, as most of Superdesk do.
fn is_form(genre: &str) -> bool {
    let genre = genre.to_ascii_lowercase();
    matches!(genre.as_str(), "article" | "article (news)" | "current")
}

/// Whether the name of a subject is one small letter: agencies have such codes.
fn is_code(name: &str) -> bool {
    matches!(name.as_bytes(), [b'a'..=b'z'])
}

fn keywords(importer: &mut Importer, at: &At) -> Vec<String> {
    let keys = "keywords subjects subject people person places place organisations organisation";
    let mut words: Vec<String> = Vec::new();
    for key in keys.split(' ') {
        for word in importer.keywords(at, spelled(at, key)) {
            if !words.contains(&word) && !is_code(&word) {
                words.push(word);
            }
        }
    }
    words
}

/// How the publisher works: the first is the link for that, all others are links.
fn trust_indicators(importer: &mut Importer, at: &At) -> (Option<SafeLink>, Vec<Related>) {
    let (mut first, mut links) = (None, Vec::new());
    for key in ["trustindicators", "trustindicator"] {
        importer.each(at, spelled(at, key), MAX_RELATED, &mut |importer, entry| {
            let Some(url) = importer.link(entry, "href") else { return };
            if first.is_none() {
                first = Some(url);
            } else {
                let name = importer.label(entry, "title");
                links.push(related(name, url));
            }
        });
    }
    (first, links)
}

fn systems(importer: &mut Importer, at: &At) -> Vec<crate::story::AiInfo> {
    let mut systems = Vec::new();
    importer.each(at, spelled(at, "aiinfo"), MAX_SMALL_LIST, &mut |importer, entry| {
        systems.extend(disclosure::system(&mut importer.reader, entry));
    });
    systems
}
