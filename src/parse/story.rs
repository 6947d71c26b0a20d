//! The fields of the story itself.

use super::json::Node;
use super::limits::{MAX_HEADLINE, MAX_RELATED, MAX_SMALL_LIST, MAX_TEXT};
use super::reader::{At, Reader};
use super::{agent, disclosure, image, inline, section, source, timeline};
use crate::error::{Error, Kind};
use crate::story::{ArticleType, Correction, Direction, Related, Story, Text};

/// Reads the story. Sources first: a marker in a text is one only if its source is there.
pub fn read(reader: &mut Reader, at: &At) -> Result<Story, Error> {
    refuse_withheld(reader, at)?;
    let headline = at.get("headline").and_then(|value| reader.text(&value, MAX_HEADLINE));
    let Some(headline) = headline else {
        let found = "a story without a headline".to_owned();
        return Err(Kind::NotAStory { found }.into());
    };
    let mut story = Story { headline, ..Story::default() };
    story.id = reader.id(at, "id");
    story.url = reader.web_link(at, "url");
    if let Some(url) = story.url.as_ref().filter(|url| url.is_web()) {
        reader.base = Some(url.as_str().to_owned());
    }
    (story.sources, story.omitted.sources) = source::read(reader, at);
    read_head(reader, at, &mut story);
    read_people(reader, at, &mut story);
    read_body(reader, at, &mut story);
    read_provenance(reader, at, &mut story);
    for (source, uses) in story.sources.iter_mut().zip(&reader.uses) {
        source.uses = *uses;
    }
    Ok(story)
}

/// Embargoed, expired or cancelled stories are not shown, in part or in whole.
fn refuse_withheld(reader: &mut Reader, at: &At) -> Result<(), Error> {
    let withheld = |why| Err(Kind::Withheld { why }.into());
    let status = at.get("pubStatus").and_then(|value| match value.node {
        Node::Text(status) => Some(status.trim().to_ascii_lowercase()),
        _ => None,
    });
    match status.as_deref() {
        Some("withheld") => return withheld("withheld"),
        Some("canceled" | "cancelled") => return withheld("cancelled"),
        _ => {}
    }
    let now = reader.options.now;
    let moment = |reader: &mut Reader, key| {
        reader.timestamp(at, key).and_then(|date| date.earliest_millis())
    };
    if moment(reader, "embargoedUntil").zip(now).is_some_and(|(until, now)| now < until) {
        return withheld("embargoed");
    }
    if moment(reader, "expires").zip(now).is_some_and(|(until, now)| now >= until) {
        return withheld("expired");
    }
    Ok(())
}

fn read_head(reader: &mut Reader, at: &At, story: &mut Story) {
    story.language = reader.language(at);
    let given = reader.choice(at, "dir", |dir| match dir {
        "ltr" => Some(Direction::Ltr),
        "rtl" => Some(Direction::Rtl),
        _ => None,
    });
    story.direction = given.or_else(|| story.language.as_ref().map(|l| l.direction()));
    story.alternative_headline = reader.plain(at, "alternativeHeadline");
    story.article_section = reader.plain(at, "articleSection");
    story.article_type = reader.choice(at, "articleType", article_type);
    story.keywords = plain_list(reader, at, "keywords");
    story.published = reader.timestamp(at, "datePublished");
    story.modified = reader.timestamp(at, "dateModified");
    story.image = image::read_field(reader, at, "image");
    let (corrections, _) = reader.list(at, "correction", MAX_SMALL_LIST, correction);
    story.corrections = corrections;
    story.lead = paragraphs(reader, at, "description");
}

fn article_type(word: &str) -> Option<ArticleType> {
    Some(match word {
        "news" => ArticleType::News,
        "analysis" => ArticleType::Analysis,
        "background" => ArticleType::Background,
        "opinion" => ArticleType::Opinion,
        "review" => ArticleType::Review,
        "live" => ArticleType::Live,
        _ => return None,
    })
}

fn read_people(reader: &mut Reader, at: &At, story: &mut Story) {
    story.authors = agent::read_list(reader, at, "author");
    story.editors = agent::read_list(reader, at, "editor");
    let publisher = reader.object(at, "publisher");
    story.publisher = publisher.and_then(|publisher| agent::read(reader, &publisher));
}

fn read_body(reader: &mut Reader, at: &At, story: &mut Story) {
    (story.sections, story.omitted.sections) = section::read(reader, at);
    (story.timeline, story.omitted.events) = timeline::read(reader, at);
    (story.related, story.omitted.related) =
        reader.list(at, "relatedLink", MAX_RELATED, related);
    story.disclaimer = story_text(reader, at, "disclaimer");
}

fn read_provenance(reader: &mut Reader, at: &At, story: &mut Story) {
    story.ai_disclosure = disclosure::read(reader, at);
    story.ai_info = disclosure::read_systems(reader, at);
    story.ai_info_ref = reader.plain(at, "aiInfoRef");
    story.digital_source_type = disclosure::read_source_type(reader, at);
    story.publishing_principles = reader.web_link(at, "publishingPrinciples");
    story.copyright_notice = reader.plain(at, "copyrightNotice");
    story.license = reader.web_link(at, "license");
    story.credit_text = reader.plain(at, "creditText");
}

/// A field of story text.
pub fn story_text(reader: &mut Reader, at: &At, key: &str) -> Option<Text> {
    let value = at.get(key)?;
    let text = reader.text(&value, MAX_TEXT)?;
    Some(inline::read(reader, &value, &text))
}

/// A field of story text in which a blank line starts a new paragraph.
fn paragraphs(reader: &mut Reader, at: &At, key: &str) -> Vec<Text> {
    let Some(value) = at.get(key) else { return Vec::new() };
    let Some(text) = reader.text(&value, MAX_TEXT) else { return Vec::new() };
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        match paragraphs.last_mut() {
            Some(last) if line.trim().is_empty() && !last.is_empty() => {
                paragraphs.push(String::new());
            }
            Some(last) => {
                last.push_str(if last.is_empty() { "" } else { "\n" });
                last.push_str(line.trim());
            }
            None => {}
        }
    }
    let filled = paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    filled.map(|paragraph| inline::read(reader, &value, paragraph)).collect()
}

fn plain_list(reader: &mut Reader, at: &At, key: &str) -> Vec<String> {
    let read = |reader: &mut Reader, item: &At| reader.text(item, MAX_HEADLINE);
    reader.list(at, key, MAX_SMALL_LIST, read).0
}

fn correction(reader: &mut Reader, at: &At) -> Option<Correction> {
    if !reader.is_object(at) {
        return None;
    }
    let published = reader.timestamp(at, "datePublished");
    let Some(text) = story_text(reader, at, "text") else {
        reader.report(at, "missing-field", "a correction needs a text");
        return None;
    };
    Some(Correction { published, text })
}

fn related(reader: &mut Reader, at: &At) -> Option<Related> {
    if !reader.is_object(at) {
        return None;
    }
    let (name, url) = (reader.plain(at, "name"), reader.web_link(at, "url"));
    let Some((name, url)) = name.zip(url) else {
        reader.report(at, "missing-field", "a related story needs a name and a url");
        return None;
    };
    let published = reader.timestamp(at, "datePublished");
    let image = image::read_url(reader, at, "image");
    let description = reader.plain(at, "description");
    Some(Related { name, url, published, image, description })
}
