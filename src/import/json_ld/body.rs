//! What an article says, shows and relies on.

use super::graph::is_kind;
use super::people::has;
use super::value::Linked;
use crate::import::blocks;
use crate::import::common::made_headline;
use crate::import::keys::{find, written};
use crate::limits::{MAX_BLOCKS, MAX_HEADLINE, MAX_SECTIONS, MAX_TEXT};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Block, EdtfDate, Image, Quote, SafeLink, Section, Source, Text, plain, slug};

/// Fields that hold a body.
const TEXTS: &[&str] = &["articleBody", "text", "content", "reviewBody"];

/// The most answers to a question.
const MAX_ANSWERS: u8 = 3;

/// What two updates have in common that are one, if they have a text.
const OF_UPDATE: [&str; 6] =
    ["articleBody", "headline", "name", "datePublished", "dateCreated", "dateModified"];

/// The body: its text, its parts that have one, and what a live report has told.
pub fn sections(linked: &mut Linked, at: &At, headline: &str) -> Vec<Section> {
    let mut sections = text(linked, at, headline, TEXTS);
    // Names may lead to the same part again and again.
    let mut parts = 0;
    let mut add = |linked: &mut Linked, part: &At| {
        parts += 1;
        if parts <= MAX_SECTIONS {
            add_part(linked, part, (headline, None), &mut sections);
        }
    };
    linked.each(at, "hasPart", &mut |linked, part| {
        if is_kind(part.node, "WebPageElement") && !has(part, "articleBody") {
            return;
        }
        if is_kind(part.node, "FAQPage") {
            return linked.each(part, "mainEntity", &mut add);
        }
        add(linked, part);
    });
    let mut updates: Vec<(Option<f64>, Vec<Section>)> = Vec::new();
    // A picture that stands beside all reports is the page's.
    let mut shown: Vec<SafeLink> = Vec::new();
    let mut told = Vec::new();
    linked.each(at, "liveBlogUpdate", &mut |linked, part| {
        // Each is compared with all others.
        if told.len() > MAX_SECTIONS {
            return;
        }
        if shown.is_empty() {
            shown.extend(linked.link(at, "image"));
        }
        let picture = image(linked, part).filter(|image| !shown.contains(&image.url));
        // Some pages list one twice.
        let words = OF_UPDATE.map(|key| find(part.node, key).and_then(written).map(str::to_owned));
        let is_told = words[0].is_some() && picture.is_none() && told.contains(&words);
        told.push(words);
        if is_told {
            return;
        }
        let date = linked.first_date(part, "datePublished dateCreated dateModified");
        let mut own = Vec::new();
        add_part(linked, part, (headline, date), &mut own);
        shown.extend(picture.as_ref().map(|image| image.url.clone()));
        let mut more = videos(linked, part);
        if let Some(picture) = picture {
            more.insert(0, Block::Image(picture));
        }
        if let Some(section) = own.last_mut() {
            section.blocks.extend(more);
        }
        updates.push((date.and_then(|date| date.earliest_millis()), own));
    });
    // The newest first, where all have a date.
    let are_dated = updates.iter().all(|(date, _)| date.is_some());
    let mut placed: Vec<(Option<f64>, Vec<Section>)> = Vec::new();
    for update in updates {
        let later = placed.partition_point(|(date, _)| !are_dated || *date >= update.0);
        placed.insert(later, update);
    }
    for (_, own) in placed {
        sections.extend(own);
    }
    sections.truncate(MAX_SECTIONS);
    name_anew(&mut sections);
    sections
}

/// The text of an article, or of a part of one: HTML, lines, all in one, or a list of such.
/// `content` is what `ActivityPub` calls it.
fn text(linked: &mut Linked, at: &At, headline: &str, keys: &[&str]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for key in keys {
        linked.each(at, key, &mut |linked, value| {
            for more in sections_of(linked, value, headline) {
                match sections.last_mut() {
                    Some(last) if more.headline.is_empty() => last.blocks.extend(more.blocks),
                    _ => sections.push(more),
                }
            }
        });
        if !sections.is_empty() {
            break;
        }
    }
    sections
}

fn sections_of(linked: &mut Linked, value: &At, headline: &str) -> Vec<Section> {
    let inner = value.get("@value");
    let value = inner.as_ref().unwrap_or(value);
    let Node::Text(text) = value.node else {
        linked.importer.reader.wrong_type(value, "a text");
        return Vec::new();
    };
    let text = &*linked.importer.unescaped(text);
    blocks::any(linked.importer, value, text, headline)
}

/// Adds a part as a section of its own name, which is not that of the whole.
fn add_part(
    linked: &mut Linked,
    part: &At,
    (whole, date): (&str, Option<EdtfDate>),
    sections: &mut Vec<Section>,
) {
    if sections.len() > MAX_SECTIONS || !matches!(part.node, Node::Map(_)) {
        return;
    }
    let name = linked.first_text(part, "headline name", MAX_HEADLINE);
    let is_named = name.is_some();
    let name = name.filter(|name| name != whole);
    let title = name.as_deref().unwrap_or_default();
    let mut own = text(linked, part, title, TEXTS);
    // Questions have their answer, hardly ever several.
    let mut answers = 0_u8;
    linked.each(part, "acceptedAnswer", &mut |linked, answer| {
        answers = answers.saturating_add(1);
        if answers <= MAX_ANSWERS {
            own.extend(text(linked, answer, title, TEXTS));
        }
    });
    // What a report says in a sentence may be its description.
    if own.is_empty() && date.is_some() {
        own = text(linked, part, title, &["description"]);
    }
    let mut blocks: Vec<Block> = Vec::new();
    for section in &own {
        blocks.extend_from_slice(&section.blocks);
    }
    blocks.truncate(MAX_BLOCKS);
    if blocks.is_empty() && (!is_named || date.is_none()) {
        return;
    }
    let is_quoted = is_kind(part.node, "Quotation");
    let made = || made_headline(&[], &own).filter(|_| !is_quoted);
    let headline = name.or_else(made).unwrap_or_default();
    // A note of one sentence has no need of a heading that says the same.
    let is_said =
        |block: &Block| matches!(block, Block::Paragraph(text) if plain(text) == headline);
    let is_bare = blocks.len() == 1 && blocks.iter().all(is_said);
    let headline = if is_bare { String::new() } else { headline };
    let blocks = if is_quoted { quoted(linked, part, blocks) } else { blocks };
    sections.push(Section { headline, blocks, modified: date, ..Section::default() });
}

/// The paragraphs of what somebody said, with the name of who did.
fn quoted(linked: &mut Linked, part: &At, all: Vec<Block>) -> Vec<Block> {
    let speaker = linked.agents(part, "creator author spokenByCharacter").into_iter().next();
    let attribution = speaker.map(|agent| blocks::plain_text(&agent.name));
    let (mut text, mut rest) = (Text::new(), Vec::new());
    for block in all {
        match block {
            Block::Paragraph(more) => blocks::join_lines(&mut text, more),
            block => rest.push(block),
        }
    }
    if !text.is_empty() {
        rest.insert(0, Block::Quote(Quote { text, attribution, url: None }));
    }
    rest
}

/// Gives sections of several texts ids of their own.
fn name_anew(sections: &mut [Section]) {
    let mut known: Vec<String> = Vec::new();
    for (index, section) in sections.iter_mut().enumerate() {
        let number = (index + 1).to_string();
        let made = if section.id.is_empty() { slug(&section.headline) } else { section.id.clone() };
        let made = if made.is_empty() { ["section-", &number].concat() } else { made };
        let is_known = known.contains(&made);
        section.has_given_id &= !is_known;
        section.id = if is_known { [&made, "-", &number].concat() } else { made };
        known.push(section.id.clone());
    }
}

/// An address without what names a place in its page.
fn place(address: &str) -> &str {
    address.split('#').next().unwrap_or_default().trim_end_matches('/')
}

/// What plays beside the text, as links.
pub fn videos(linked: &mut Linked, at: &At) -> Vec<Block> {
    let mut blocks = Vec::new();
    linked.each(at, "video", &mut |linked, value| {
        if !matches!(value.node, Node::Map(_)) {
            return;
        }
        let mut keys = ["url", "embedUrl", "contentUrl"].into_iter();
        let page = linked.importer.reader.base.clone();
        // Many give the page that the reader has been led from.
        let is_elsewhere = |url: &SafeLink| page.as_deref().map(place) != Some(place(url.as_str()));
        let url = keys.find_map(|key| linked.link(value, key).filter(is_elsewhere));
        let title = linked.first_text(value, "name headline", MAX_HEADLINE);
        blocks.extend(url.map(|url| Block::Embed { url, title }));
    });
    blocks
}

/// The picture: the first that has an address.
pub fn image(linked: &mut Linked, at: &At) -> Option<Image> {
    let mut image = None;
    // Some sites give their sign where they have no picture.
    let mut logo = None;
    linked.each(at, "publisher", &mut |linked, publisher| logo = linked.link(publisher, "logo"));
    for key in ["image", "thumbnailUrl", "primaryImageOfPage"] {
        linked.each(at, key, &mut |linked, value| {
            if image.is_some() {
                return;
            }
            let url = linked.link_of(value);
            let Some(url) =
                url.filter(|url| !is_bare_name(value, url) && logo.as_ref() != Some(url))
            else {
                return;
            };
            let size = crate::import::common::size(value, "width", "height");
            let caption =
                linked.text(value, "caption", MAX_TEXT).map(|text| blocks::plain_text(&text));
            let credit = linked.first_text(value, "creditText copyrightHolder", MAX_HEADLINE);
            image = Some(Image { caption, credit, size, ..Image::new(url, "") });
        });
        if image.is_some() {
            break;
        }
    }
    image
}

/// Whether an address is but the name of a thing that the document does not hold.
fn is_bare_name(value: &At, url: &SafeLink) -> bool {
    let Node::Map(fields) = value.node else { return false };
    url.as_str().contains('#')
        && fields.iter().all(|(key, _)| matches!(key.as_ref(), "@id" | "@type"))
}

/// The works an article relies on, numbered in their order.
pub fn sources(linked: &mut Linked, at: &At) {
    for key in ["citation", "isBasedOn"] {
        linked.each(at, key, &mut |linked, value| {
            let source = source(linked, value);
            let is_said =
                source.name.is_some() || source.url.is_some() || source.publisher.is_some();
            if is_said {
                linked.importer.add_source("", source);
            }
        });
    }
}

fn source(linked: &mut Linked, value: &At) -> Source {
    let is_map = matches!(value.node, Node::Map(_));
    let is_address = written(value.node).is_some_and(|text| text.starts_with("http"));
    let url = if is_map || is_address { linked.link_of(value) } else { None };
    let host = url.as_ref().map(|url| url.host().to_owned()).filter(|host| !host.is_empty());
    if !is_map {
        let name = if url.is_none() { linked.text_of(value, MAX_HEADLINE) } else { None };
        return Source { name, url, publisher: host, ..Source::default() };
    }
    let author = linked.agents(value, "author creator").into_iter().next();
    let publisher = linked.publisher(value, "publisher").map(|agent| agent.name);
    Source {
        name: linked.first_text(value, "headline name", MAX_HEADLINE),
        publisher: publisher.or(host),
        author: author.map(|agent| agent.name),
        published: linked.date(value, "datePublished"),
        excerpt: linked.text(value, "text", MAX_TEXT),
        url,
        ..Source::default()
    }
}
