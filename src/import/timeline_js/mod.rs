//! Timelines of `TimelineJS`, version 3 and version 2: <https://timeline.knightlab.com/docs/>.

mod date;
mod event;
mod names;

use self::event::events;
use self::names::{Names, SLIDES, THREE, TWO};
use super::blocks;
use super::common::{finish, html_of, is_picture_type, no_story};
use super::importer::Importer;
use super::keys::find;
use super::select::Read;
use crate::error::Error;
use crate::limits::{MAX_HEADLINE, MAX_TEXT};
use crate::parse::At;
use crate::parse::json::Node;
use crate::story::{Image, Story, Text, Timeline};

/// What a timeline is called that has no name.
const NAMELESS: &str = "Timeline";

/// Reads a timeline.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    let inner = root.get("timeline").filter(|inner| matches!(inner.node, Node::Map(_)));
    let at = inner.as_ref().unwrap_or(root);
    let story = if matches!(find(at.node, "date"), Some(Node::List(_))) {
        let texts = text_of(importer, at);
        story(importer, at, at, &TWO, texts)?
    } else {
        let names = if find(at.node, "events").is_some() { &THREE } else { &SLIDES };
        let field = at.get("title");
        let titles: Vec<At> = match &field {
            Some(field) if matches!(field.node, Node::List(_)) => field.items().take(1).collect(),
            Some(field) => vec![*field],
            None => Vec::new(),
        };
        let title = titles.first().unwrap_or(at);
        let texts = title.get("text").map(|text| text_of(importer, &text)).unwrap_or_default();
        story(importer, at, title, names, texts)?
    };
    Ok((story, 1, None))
}

/// Headline and text of a slide.
fn text_of(importer: &mut Importer, at: &At) -> (Option<String>, Vec<Text>) {
    let headline = importer.label(at, "headline");
    let text = at.get("text").and_then(|value| {
        let text = html_of(importer, &value)?;
        Some(blocks::paragraphs(importer, &value, text))
    });
    (headline, text.unwrap_or_default())
}

fn story(
    importer: &mut Importer,
    at: &At,
    title: &At,
    names: &Names,
    (headline, lead): (Option<String>, Vec<Text>),
) -> Result<Story, Error> {
    let (events, omitted) = events(importer, at, names);
    if events.is_empty() {
        return no_story("a timeline without events that can be shown");
    }
    if let Some(eras) = at.get("eras").or_else(|| at.get("era")) {
        importer.report(&eras, "not-shown", "a card's timeline has no eras");
    }
    let image = title.get(names.media).and_then(|media| image(importer, &media, names));
    let mut story = Story {
        headline: headline.unwrap_or_else(|| NAMELESS.to_owned()),
        lead,
        image,
        timeline: Some(Timeline { headline: None, events }),
        ..Story::default()
    };
    story.omitted.events = omitted;
    finish(importer, story)
}

/// A picture, where the address looks like one's.
fn image(importer: &mut Importer, media: &At, names: &Names) -> Option<Image> {
    let Some(Node::Text(address)) = find(media.node, names.address) else { return None };
    let path = address.trim().split(['?', '#']).next().unwrap_or_default();
    let (_, ending) = path.rsplit_once('.')?;
    if !is_picture_type(ending) {
        return None;
    }
    // A page of a wiki about a file: beside it is the file itself.
    let url = match path.split_once("/wiki/").map(|(wiki, page)| (wiki, page.split_once(':'))) {
        Some((wiki, Some((_, file)))) if !file.contains('/') => {
            importer.safe_link(&[wiki, "/wiki/Special:FilePath/", file].concat())?
        }
        _ => importer.link(media, names.address)?,
    };
    let caption = media.get("caption").and_then(|value| {
        let text = html_of(importer, &value)?;
        Some(blocks::line(importer, &value, text)).filter(|text| !text.is_empty())
    });
    let credit = media.get("credit").and_then(|value| importer.plain_value(&value, MAX_HEADLINE));
    let alt = media.get("alt").and_then(|value| importer.plain_value(&value, MAX_TEXT));
    Some(Image { caption, credit, ..Image::new(url, alt.unwrap_or_default()) })
}
