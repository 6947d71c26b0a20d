//! Stories of Kagi News: clusters of articles, told in named fields.

mod fields;
mod marked;
mod sections;
mod time;

use self::fields::articles;
use self::marked::Marked;
use self::time::time;
use super::common::{finish, no_story};
use super::importer::Importer;
use super::keys::{find, written};
use super::select::{Names, Read, select};
use crate::error::Error;
use crate::limits::{MAX_EVENTS, MAX_HEADLINE};
use crate::parse::json::Node;
use crate::parse::{At, closed, edtf};
use crate::story::{Block, EdtfDate, Event, Story, Timeline, plain};

const NAMES: Names = Names { id: "id cluster_number uuid title", url: "url link" };

/// Reads a story, alone or one of a list.
pub fn read(importer: &mut Importer, root: &At) -> Result<Read, Error> {
    let list = root.get("stories").or_else(|| root.get("clusters"));
    let list = list.as_ref().filter(|list| matches!(list.node, Node::List(_))).unwrap_or(root);
    if !matches!(list.node, Node::List(_)) {
        return Ok((story(importer, root, root)?, 1, None));
    }
    let item = importer.reader.options.item;
    let is_story = |node: &Node| matches!(node, Node::Map(_));
    let (item, stories) = select(list, item, &NAMES, &is_story)?;
    Ok((story(importer, root, &item)?, stories, item.index()))
}

fn story(importer: &mut Importer, root: &At, at: &At) -> Result<Story, Error> {
    let title = importer.label(at, "title");
    let Some(headline) = title else { return no_story("a story of Kagi News without a title") };
    let articles = articles(importer, at);
    let mut marked = Marked { importer, articles };
    let lead = ["short_summary", "summary"].into_iter().find_map(|key| {
        let texts = marked.paragraphs(at, key);
        (!texts.is_empty()).then_some(texts)
    });
    let mut sections = marked.quotation_and_points(at);
    sections.extend(marked.named_sections(at));
    let timeline = timeline(&mut marked, at);
    let second = marked.image(at, "secondary_image");
    super::common::append(&mut sections, second.map(Block::Image).into_iter().collect());
    let image = marked.image(at, "primary_image");
    let category = importer.label(at, "category").or_else(|| importer.label(root, "category"));
    let place = importer.label(at, "location");
    let story = Story {
        id: importer.reader.id(at, "id"),
        headline: without_markers(&headline),
        lead: lead.unwrap_or_default(),
        article_section: category,
        keywords: place.into_iter().collect(),
        language: importer.language(at, "language").or_else(|| importer.language(root, "language")),
        published: time(importer, at).or_else(|| time(importer, root)),
        image,
        sections,
        timeline,
        ..Story::default()
    };
    finish(importer, story)
}

/// A headline has no place for a marker.
fn without_markers(headline: &str) -> String {
    let mut kept = String::new();
    let mut rest = headline;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        let marker = closed(after).filter(|(inside, _)| marked::is_marker(inside));
        if marker.is_some() {
            kept.truncate(kept.trim_end().len());
        } else {
            kept.push('[');
        }
        rest = marker.map_or(after, |(_, behind)| behind);
    }
    kept.push_str(rest);
    super::dom::fold(&kept)
}

/// Events as objects, or as texts with two colons behind the date.
fn timeline(marked: &mut Marked, at: &At) -> Option<Timeline> {
    let mut events = Vec::new();
    marked.each(at, "timeline", MAX_EVENTS, &mut |marked, entry| {
        if let Node::Text(text) = entry.node {
            let (date, words) = text.split_once("::").unwrap_or(("", text));
            return events.extend(event(date, "", marked.text(entry, words.trim())));
        }
        let word = |key| find(entry.node, key).and_then(written).unwrap_or_default();
        let text = marked.field(entry, "content").or_else(|| marked.field(entry, "text"));
        events.extend(event(word("date"), word("date_iso"), text.unwrap_or_default()));
    });
    (!events.is_empty()).then_some(Timeline { headline: None, events })
}

/// An event; the label is told where it says more than the date for machines.
fn event(label: &str, exact: &str, text: crate::story::Text) -> Option<Event> {
    if plain(&text).trim().is_empty() {
        return None;
    }
    let label = label.trim();
    let date = [exact, label].into_iter().find_map(edtf::lenient).map(EdtfDate::by_day);
    let is_said = !label.is_empty() && edtf::strict(label).is_none();
    let display_date = crate::parse::cut(label, MAX_HEADLINE).unwrap_or_else(|| label.to_owned());
    Some(Event { date, display_date: is_said.then_some(display_date), text, ..Event::default() })
}
