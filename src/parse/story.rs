//! The fields of the story itself.

use super::json::Node;
use super::reader::{At, Reader};
use super::text::{paragraphs, story_text};
use super::{agent, block, disclosure, image, keys, quoted, section, source, timeline};
use crate::error::{Error, Kind};
use crate::limits::{MAX_HEADLINE, MAX_KEY_POINTS, MAX_RELATED, MAX_SMALL_LIST};
use crate::story::{
    ArticleType, Correction, Direction, EdtfDate, Language, Omitted, Related, Source, Story,
};

/// Reads the story. Sources first: a marker in a text is one only if its source is there.
/// The fields follow in the order they are read in, which numbers the markers.
pub fn read(reader: &mut Reader, at: &At) -> Result<Story, Error> {
    refuse_withheld(reader, at)?;
    reader.check_keys(at, keys::STORY);
    let url = reader.web_link(at, "url");
    if let Some(url) = url.as_ref().filter(|url| url.is_web()) {
        reader.base = Some(url.as_str().to_owned());
    }
    let omitted_sources = source::read(reader, at);
    let headline = headline(reader, at)?;
    let language = reader.language(at, "inLanguage");
    let image = image::read_field(reader, at, "image");
    let (corrections, _) = reader.list(at, "correction", MAX_SMALL_LIST, correction);
    let (key_points, _) = reader.list(at, "keyPoints", MAX_KEY_POINTS, block::item);
    let lead = paragraphs(reader, at, "description");
    let (sections, omitted_sections) = section::read(reader, at);
    let (timeline, omitted_events) = timeline::read(reader, at);
    let (related, omitted_related) = reader.list(at, "relatedLink", MAX_RELATED, related);
    let mut story = Story {
        id: reader.id(at, "id"),
        url,
        headline,
        alternative_headline: reader.plain(at, "alternativeHeadline"),
        lead,
        key_points,
        key_points_ai: reader.flag(at, "keyPointsAi"),
        article_section: reader.plain(at, "articleSection"),
        article_type: reader.choice(at, "articleType", article_type),
        urgent: reader.flag(at, "urgent"),
        keywords: plain_list(reader, at, "keywords"),
        direction: direction(reader, at, language.as_ref()),
        language,
        authors: reader.list(at, "author", MAX_SMALL_LIST, agent::read).0,
        editors: reader.list(at, "editor", MAX_SMALL_LIST, agent::read).0,
        publisher: at.get("publisher").and_then(|publisher| agent::read(reader, &publisher)),
        published: reader.timestamp(at, "datePublished"),
        modified: reader.timestamp(at, "dateModified"),
        image,
        sections,
        timeline,
        sources: Vec::new(),
        corrections,
        ai_disclosure: disclosure::read(reader, at),
        ai_info: disclosure::read_systems(reader, at),
        ai_info_ref: reader.plain(at, "aiInfoRef"),
        digital_source_type: disclosure::read_source_type(reader, at),
        publishing_principles: reader.web_link(at, "publishingPrinciples"),
        disclaimer: story_text(reader, at, "disclaimer"),
        copyright_notice: reader.plain(at, "copyrightNotice"),
        license: reader.web_link(at, "license"),
        credit_text: reader.plain(at, "creditText"),
        related,
        omitted: Omitted {
            sections: omitted_sections,
            events: omitted_events,
            sources: omitted_sources,
            related: omitted_related,
        },
    };
    story.sources = sources(reader);
    disclosure::check(reader, at, &story);
    Ok(story)
}

/// The sources, once all texts that cite them are read.
fn sources(reader: &mut Reader) -> Vec<Source> {
    quoted::settle(reader);
    let mut sources = std::mem::take(&mut reader.sources);
    for (source, uses) in sources.iter_mut().zip(&reader.uses) {
        source.uses = *uses;
    }
    sources
}

fn headline(reader: &mut Reader, at: &At) -> Result<String, Error> {
    let headline = at.get("headline").and_then(|value| reader.label(&value, MAX_HEADLINE));
    let found = "a story without a headline";
    headline.ok_or_else(|| Kind::NotAStory { found: found.to_owned() }.into())
}

/// The direction given, else that of the language.
fn direction(reader: &mut Reader, at: &At, language: Option<&Language>) -> Option<Direction> {
    let given = reader.choice(at, "dir", |dir| match dir {
        "ltr" => Some(Direction::Ltr),
        "rtl" => Some(Direction::Rtl),
        _ => None,
    });
    given.or_else(|| language.map(Language::direction))
}

/// Embargoed, expired or cancelled stories are not shown, in part or in whole.
fn refuse_withheld(reader: &mut Reader, at: &At) -> Result<(), Error> {
    let withheld = |why| Err(Kind::Withheld { why }.into());
    let status = reader.choice(at, "pubStatus", |status| {
        Some(match status.to_ascii_lowercase().as_str() {
            "usable" => "",
            "withheld" => "withheld",
            "canceled" | "cancelled" => "cancelled",
            _ => return None,
        })
    });
    if let Some(why) = status.filter(|why| !why.is_empty()) {
        return withheld(why);
    }
    let Some(now) = reader.options.now else {
        return Ok(());
    };
    // A day without a time lasts to its end: an embargo is never lifted early.
    // One without an end holds for good.
    let end = |date: EdtfDate| {
        let end = if date.has_time() { date.earliest_millis() } else { date.latest_millis() };
        end.unwrap_or(f64::INFINITY)
    };
    if reader.moment(at, "embargoedUntil").map(end).is_some_and(|until| now < until) {
        return withheld("embargoed");
    }
    if reader.moment(at, "expires").map(end).is_some_and(|until| now >= until) {
        return withheld("expired");
    }
    Ok(())
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

fn plain_list(reader: &mut Reader, at: &At, key: &str) -> Vec<String> {
    reader.list(at, key, MAX_SMALL_LIST, |reader, item| reader.label(item, MAX_HEADLINE)).0
}

/// Reads a correction: an object, or its text alone.
fn correction(reader: &mut Reader, at: &At) -> Option<Correction> {
    if matches!(at.node, Node::Text(_)) {
        reader.report(at, "wrong-type", "expected an object, read as its text");
        let text = block::item(reader, at)?;
        return Some(Correction { published: None, text });
    }
    if !reader.is_object(at) {
        return None;
    }
    reader.check_keys(at, keys::CORRECTION);
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
    reader.check_keys(at, keys::RELATED);
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
