//! JSON Feed 1 and 1.1: <https://www.jsonfeed.org/version/1.1/>.

use super::blocks;
use super::common::{
    append, byline, finish, html_of, is_picture_type, made_headline, no_story, picture, related,
};
use super::importer::Importer;
use super::keys::is_map_with;
use super::once::{address, is_shown, without_repetition};
use super::select::{Names, Read, select};
use crate::error::Error;
use crate::limits::MAX_SMALL_LIST;
use crate::parse::json::Node;
use crate::parse::{At, disclosure, source, timeline};
use crate::story::{Agent, Block, Image, Section, Story};

const NAMES: Names = Names { id: "id", url: "url external_url" };

/// Reads an item of a feed; tells how many there are, and its place.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    let Some(items) = root.get("items") else { return no_story("a JSON feed without items") };
    let item = importer.reader.options.item;
    let is_item = |node: &Node| matches!(node, Node::Map(_));
    let (item, stories) = select(&items, item, &NAMES, &is_item)?;
    let story = story(importer, root, &item)?;
    Ok((story, stories, item.index()))
}

fn story(importer: &mut Importer, feed: &At, item: &At) -> Result<Story, Error> {
    let extension = item.get("_story_card");
    if let Some(extension) = &extension {
        source::read(&mut importer.reader, extension);
        importer.sources = std::mem::take(&mut importer.reader.sources);
    }
    let url = importer.link(item, "url");
    importer.set_base(url.as_ref());
    let title = importer.label(item, "title");
    let mut sections = body(importer, item, title.as_deref().unwrap_or_default());
    let lead = item.get("summary").and_then(|summary| {
        html_of(importer, &summary).map(|text| blocks::paragraphs(importer, &summary, text))
    });
    let lead = lead.unwrap_or_default();
    let made = || made_headline(&[], &sections).or_else(|| made_headline(&lead, &[]));
    let issuer = publisher(importer, feed);
    // A picture without words is called after who publishes it.
    let name = || issuer.as_ref().filter(|_| !sections.is_empty()).map(|agent| agent.name.clone());
    let headline = title.or_else(made).or_else(name).unwrap_or_default();
    let lead = without_repetition(lead, &sections);
    let mut attached = attachments(importer, item);
    let mut image = picture(importer.first_link(item, "image banner_image"));
    if let (None, Some(Block::Image(first))) = (&image, attached.first()) {
        image = Some(first.clone());
        attached.remove(0);
    }
    let top = image.as_ref().map(|image| &image.url);
    attached
        .retain(|block| !is_shown(&sections, block) && (top.is_none() || address(block) != top));
    append(&mut sections, attached);
    let external = importer.link(item, "external_url");
    let keywords = importer.keywords(item, "tags");
    let published = importer.date(item, "date_published");
    let mut story = Story {
        id: importer.reader.id(item, "id"),
        url,
        headline,
        lead,
        article_section: keywords.first().cloned(),
        keywords,
        language: importer
            .language(item, "language")
            .or_else(|| importer.language(feed, "language")),
        authors: authors(importer, item, feed),
        publisher: issuer,
        published,
        modified: importer.date(item, "date_modified"),
        image,
        sections,
        related: external.map(|url| related(None, url)).into_iter().collect(),
        ..Story::default()
    };
    if let Some(extension) = &extension {
        story.timeline = timeline::read(&mut importer.reader, extension).0;
        story.ai_disclosure = disclosure::read(&mut importer.reader, extension);
        for (source, uses) in importer.sources.iter_mut().zip(&importer.reader.uses) {
            source.uses += *uses;
        }
    }
    finish(importer, story)
}

fn body(importer: &mut Importer, item: &At, headline: &str) -> Vec<Section> {
    if let Some(content) = item.get("content_html")
        && let Some(text) = html_of(importer, &content)
    {
        return blocks::body(importer, &content, text, headline, &[]);
    }
    let Some(content) = item.get("content_text") else { return Vec::new() };
    let Some(text) = html_of(importer, &content) else { return Vec::new() };
    blocks::text(importer, &content, text, headline, false)
}

/// Those of the item, else those of the feed; the newer field first.
fn authors(importer: &mut Importer, item: &At, feed: &At) -> Vec<Agent> {
    let mut authors = Vec::new();
    for (at, key) in [(item, "authors"), (item, "author"), (feed, "authors"), (feed, "author")] {
        importer.each(at, key, MAX_SMALL_LIST, &mut |importer, entry| {
            authors.extend(author(importer, entry));
        });
        if !authors.is_empty() {
            break;
        }
    }
    authors
}

fn author(importer: &mut Importer, at: &At) -> Option<Agent> {
    if !is_map_with(at.node, "name url avatar") {
        return importer
            .plain_value(at, crate::limits::MAX_HEADLINE)
            .map(|n| Agent::person(byline(&n)));
    }
    let url = importer.link(at, "url");
    let host = url.as_ref().map(|url| url.host().to_owned()).filter(|host| !host.is_empty());
    let name = importer.label(at, "name").or(host)?;
    let image = importer.link(at, "avatar");
    Some(Agent { url, image, ..Agent::person(byline(&name)) })
}

fn publisher(importer: &mut Importer, feed: &At) -> Option<Agent> {
    let name = importer.label(feed, "title")?;
    let url = importer.link(feed, "home_page_url");
    let image = importer.first_link(feed, "icon favicon");
    Some(Agent { url, image, ..Agent::organization(name) })
}

/// What comes with an item, as links that say what it is and how long.
fn attachments(importer: &mut Importer, item: &At) -> Vec<Block> {
    let mut blocks = Vec::new();
    importer.objects(item, "attachments", MAX_SMALL_LIST, &mut |importer, entry| {
        let Some(url) = importer.link(entry, "url") else { return };
        let title = importer.label(entry, "title");
        let kind = importer.label(entry, "mime_type");
        let type_of = kind.as_deref().and_then(|kind| kind.strip_prefix("image/"));
        if type_of.is_some_and(is_picture_type) {
            return blocks.push(Block::Image(Image::new(url, title.unwrap_or_default())));
        }
        let name = title.or_else(|| {
            let path = url.as_str().split(['?', '#']).next().unwrap_or_default();
            let name = path.rsplit('/').next().and_then(|name| name.rsplit("%2F").next());
            name.filter(|name| !name.is_empty()).map(str::to_owned)
        });
        let duration = entry.get("duration_in_seconds").and_then(|at| duration(at.node));
        let about: Vec<String> = kind.into_iter().chain(duration).collect();
        let mut title = name.unwrap_or_default();
        if !about.is_empty() {
            title = [&title, " (", &about.join(", "), ")"].concat();
        }
        let title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
        blocks.push(Block::Embed { url, title });
    });
    blocks
}

/// Seconds as `1:50:29`.
fn duration(node: &Node) -> Option<String> {
    let digits = super::keys::written(node)?.split('.').next()?;
    let seconds: u32 = digits.parse().ok().filter(|seconds| *seconds > 0)?;
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
    let clock = if hours > 0 {
        [&hours.to_string(), ":", &two(minutes)].concat()
    } else {
        minutes.to_string()
    };
    Some([clock, ":".to_owned(), two(seconds % 60)].concat())
}
