//! Articles as schema.org has them, in JSON-LD: <https://schema.org/NewsArticle>.
//!
//! Every property may be a text, an object, a list of both, or the name of a thing elsewhere
//! in the document.

mod body;
mod corrections;
mod graph;
mod people;
mod value;

use self::body::{image, sections, sources, videos};
use self::corrections::corrections;
use self::graph::{Graph, entries, entries_of, is_article, is_kind, kind};
use self::people::is_publisher;
use self::value::{Linked, says_no};
use super::blocks;
use super::common::{append, finish, for_subscribers, no_story, withheld};
use super::importer::Importer;
use super::keys::{find, written};
use super::once::{is_shown, without_repetition};
use super::select::{Names, Read, choose};
use crate::error::Error;
use crate::limits::{MAX_HEADLINE, MAX_TEXT};
use crate::parse::json::Node;
use crate::parse::{At, disclosure};
use crate::story::{Agent, AgentKind, ArticleType, Language, SafeLink, Story};

const NAMES: Names = Names { id: "@id identifier", url: "@id url mainEntityOfPage" };

/// Reads an article of a document.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    // Things stand at the root, in a graph, and as the main thing of a page.
    let upper = entries(root);
    let graphs: Vec<At> = upper.iter().filter_map(|thing| thing.get("@graph")).collect();
    let middle = entries_of(&graphs);
    let inner: Vec<At> =
        upper.iter().chain(&middle).filter_map(|thing| thing.get("mainEntity")).collect();
    let lower = entries_of(&inner);
    let things: Vec<At> = [upper.clone(), middle.clone(), lower].concat();
    // An article before a posting.
    let mut articles = Vec::new();
    for is_first in [true, false] {
        for at in &things {
            if is_article(at.node) && is_kind(at.node, "article") == is_first {
                articles.push(*at);
            }
        }
    }
    if articles.is_empty() {
        return no_story(&["no article but ", &kinds(&things)].concat());
    }
    // A page has one article, whatever it is called.
    let item = importer.reader.options.item.filter(|_| articles.len() > 1);
    let (article, count) = choose(&articles, item, &NAMES)?;
    let mut linked = Linked { importer, graph: Graph::new(&things), links: 0 };
    let story = story(&mut linked, &article, &things)?;
    Ok((story, count, article.index()))
}

/// The types in a document, for whoever sent it.
fn kinds(things: &[At]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for thing in things.iter().take(20) {
        let first = kind(thing.node).and_then(|kind| match kind {
            Node::List(kinds) => kinds.first().and_then(written),
            kind => written(kind),
        });
        names.extend(first.filter(|name| !names.contains(name)));
    }
    let names = names.join(", ");
    let names = crate::parse::cut(&names, 200).unwrap_or(names);
    if names.is_empty() {
        "things without a type".to_owned()
    } else {
        ["things of type ", &names].concat()
    }
}

/// Whether an activity is addressed, and not to everybody.
fn is_private(node: &Node) -> bool {
    let is_public = |node: &Node| written(node).is_some_and(|to| to.ends_with("Public"));
    let addressed: Vec<&Node> = ["to", "cc"].iter().filter_map(|key| find(node, key)).collect();
    let has_public = |node: &&Node| match node {
        Node::List(nodes) => nodes.iter().any(is_public),
        node => is_public(node),
    };
    !addressed.is_empty() && !addressed.iter().any(has_public)
}

fn story(linked: &mut Linked, at: &At, things: &[At]) -> Result<Story, Error> {
    if is_private(at.node) {
        return withheld("private");
    }
    let url = page(linked, at);
    linked.importer.set_base(url.as_ref());
    let (names, abouts) = called(at.node);
    let headline = linked.first_text(at, names, MAX_HEADLINE);
    let Some(headline) = headline else { return no_story("an article without a headline") };
    let publisher = linked.publisher(at, "publisher sourceOrganization provider");
    let mut authors = linked.agents(at, "author creator attributedTo");
    // Who writes a site alone may have given it their own name.
    let mut is_person = false;
    linked.each(at, "author", &mut |_, author| is_person |= is_kind(author.node, "Person"));
    authors.retain(|agent| {
        is_person && agent.kind == AgentKind::Person || !is_publisher(agent, publisher.as_ref())
    });
    sources(linked, at);
    let mut sections = sections(linked, at, &headline);
    let mut videos = videos(linked, at);
    videos.retain(|video| !is_shown(&sections, video));
    append(&mut sections, videos);
    let lead = without_repetition(lead(linked, at, abouts), &sections);
    let mut keywords = linked.importer.keywords(at, "keywords");
    keywords.dedup();
    let is_closed = says_no(at, "isAccessibleForFree")
        || find(at.node, "isAccessibleForFree").is_none() && has_closed_part(linked, at);
    let story = Story {
        id: find(at.node, "identifier").and_then(written).map(str::to_owned),
        disclaimer: is_closed.then(|| for_subscribers(url.as_ref())),
        url,
        headline,
        alternative_headline: linked.first_text(at, "alternativeHeadline", MAX_HEADLINE),
        lead,
        article_section: linked.text(at, "articleSection", MAX_HEADLINE).map(first_of),
        article_type: article_type(at.node),
        keywords,
        language: language(linked, at, things),
        authors,
        editors: editors(linked, at),
        publisher,
        published: linked.first_date(at, "datePublished dateCreated published"),
        modified: linked.first_date(at, "dateModified updated"),
        image: image(linked, at),
        sections,
        corrections: corrections(linked, at),
        digital_source_type: at
            .get("digitalSourceType")
            .and_then(|value| disclosure::source_type(&mut linked.importer.reader, &value)),
        publishing_principles: principles(linked, at),
        copyright_notice: copyright(linked, at),
        license: linked.link(at, "license"),
        credit_text: linked.text(at, "creditText", MAX_HEADLINE),
        ..Story::default()
    };
    finish(linked.importer, story)
}

/// Which fields have the headline of an article, and which say what it is about. What Wikipedia
/// calls a headline says what its thing is. Others tell of things of Wikidata too, but not that
/// the article is one.
fn called(node: &Node) -> (&'static str, &'static str) {
    let thing = |key| find(node, key).and_then(written);
    let same = thing("sameAs").filter(|same| same.contains("://www.wikidata.org/entity/"));
    if same.is_some() && same == thing("mainEntity") && find(node, "name").is_some() {
        return ("name headline", "headline description");
    }
    ("headline name", "description abstract summary")
}

/// The first of names with nothing but commas between, as older Yoast writes them.
fn first_of(names: String) -> String {
    match names.split_once(',') {
        // Not in `1,000 days`.
        Some((first, rest))
            if !first.is_empty() && !rest.starts_with(|c: char| c == ' ' || c.is_ascii_digit()) =>
        {
            first.to_owned()
        }
        _ => names,
    }
}

fn lead(linked: &mut Linked, at: &At, keys: &str) -> Vec<crate::story::Text> {
    let mut texts = Vec::new();
    for key in keys.split(' ') {
        linked.each(at, key, &mut |linked, value| {
            if !texts.is_empty() {
                return;
            }
            texts = if let Node::Text(text) = value.node {
                let text = linked.importer.unescaped(text);
                blocks::paragraphs(linked.importer, value, &text)
            } else {
                let text = linked.text_of(value, MAX_TEXT);
                text.iter().map(|text| blocks::plain_text(text)).collect()
            };
        });
    }
    texts
}

/// The page of an article.
fn page(linked: &mut Linked, at: &At) -> Option<SafeLink> {
    let main = linked.link(at, "mainEntityOfPage").filter(|link| !link.as_str().contains('#'));
    // An example that many have copied with the address in it.
    let main = main.filter(|link| link.as_str() != "https://google.com/article");
    main.or_else(|| linked.link(at, "url")).or_else(|| {
        let id = find(at.node, "@id").and_then(written).filter(|id| id.starts_with("http"))?;
        linked.importer.safe_link(id.split('#').next().unwrap_or_default())
    })
}

fn editors(linked: &mut Linked, at: &At) -> Vec<Agent> {
    linked.agents(at, "editor")
}

/// How the publisher works, which it says of the article or of itself.
fn principles(linked: &mut Linked, at: &At) -> Option<SafeLink> {
    let mut own = linked.link(at, "publishingPrinciples");
    linked.each(at, "publisher", &mut |linked, publisher| {
        own = own.take().or_else(|| linked.link(publisher, "publishingPrinciples"));
    });
    own
}

/// The notice, or what one is made of.
fn copyright(linked: &mut Linked, at: &At) -> Option<String> {
    let notice = linked.text(at, "copyrightNotice", MAX_TEXT);
    notice.or_else(|| {
        let holder = linked.text(at, "copyrightHolder", MAX_HEADLINE)?;
        let holder = holder.trim_start_matches(['©', ' ']);
        let year = linked.text(at, "copyrightYear", MAX_HEADLINE);
        let year = year.map(|year| [&year, " "].concat()).unwrap_or_default();
        Some(["© ", &year, holder].concat())
    })
}

/// The language of the article, else of the page it is on.
fn language(linked: &mut Linked, at: &At, things: &[At]) -> Option<Language> {
    let mut places = vec![at];
    for kind in ["WebPage", "WebSite"] {
        for thing in things {
            if is_kind(thing.node, kind) {
                places.push(thing);
            }
        }
    }
    places.into_iter().find_map(|place| {
        let value = place.get("inLanguage")?;
        if matches!(value.node, Node::Text(_)) {
            return linked.importer.language(place, "inLanguage");
        }
        let mut tag = None;
        linked.each(place, "inLanguage", &mut |linked, value| {
            let name = match value.node {
                Node::Map(_) => linked.first_text(value, "alternateName name", MAX_HEADLINE),
                _ => linked.text_of(value, MAX_HEADLINE),
            };
            tag = tag.take().or(name.and_then(|name| Language::new(&name)));
        });
        tag
    })
}

/// Whether a part of the page is behind a paywall.
fn has_closed_part(linked: &mut Linked, at: &At) -> bool {
    let mut is_closed = false;
    linked.each(at, "hasPart", &mut |_, part| {
        is_closed |= says_no(part, "isAccessibleForFree");
    });
    is_closed
}

fn article_type(node: &Node) -> Option<ArticleType> {
    let types = [
        ("AnalysisNewsArticle", ArticleType::Analysis),
        ("BackgroundNewsArticle", ArticleType::Background),
        ("OpinionNewsArticle", ArticleType::Opinion),
        ("ReviewNewsArticle", ArticleType::Review),
        ("LiveBlogPosting", ArticleType::Live),
    ];
    types.iter().find(|(name, _)| is_kind(node, name)).map(|(_, kind)| *kind)
}
