//! What all formats have: names, pictures, and the rules for a whole story.

use super::dom::lower;
use super::importer::Importer;
use super::once::{show_once, without_headline, without_way_to_itself};
use crate::error::{Error, Kind};
use crate::limits::{MAX_RELATED, MAX_SMALL_LIST};
use crate::parse::json::Node;
use crate::parse::{At, are_sources, cut, without_markers};
use crate::story::{
    Agent, Block, EdtfDate, Image, Language, Point, Precision, Related, Run, SafeLink, Section,
    Source, Story, Text, plain,
};

/// Types of pictures that every browser shows, and endings of their files.
const PICTURES: &str = "jpeg jpg pjpeg png gif webp avif svg svg+xml";

/// Whether every browser shows pictures of such a type, or whose file ends so.
pub fn is_picture_type(name: &str) -> bool {
    PICTURES.split(' ').any(|one| one.eq_ignore_ascii_case(name))
}

/// Milliseconds after which a story counts as changed.
const A_MINUTE: f64 = 60_000.0;

/// Characters of a headline that is made of the text.
const MADE_HEADLINE: usize = 80;

/// A name without the word for "by" before it, or the letter box that RSS puts there:
/// `desk@courier.example (Ida Holm)`. Names are never taken apart, and "von" may be a part of one.
pub fn byline(name: &str) -> &str {
    let Some((first, rest)) = name.trim().split_once(' ') else { return name };
    let rest = rest.trim_start();
    let named = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let sign = first.find('@').filter(|sign| *sign > 0);
    let is_box = sign.is_some() && first.rfind('.') > sign;
    if let Some(named) = named.filter(|named| !named.is_empty() && is_box) {
        return named;
    }
    let is_whole = rest.contains(' ') && rest.starts_with(|letter| lower(letter) != letter);
    let first = first.trim_end_matches(':');
    let is_by = first.eq_ignore_ascii_case("by") || first.eq_ignore_ascii_case("von") && is_whole;
    if is_by { rest } else { name }
}

/// A story that nothing may be shown of.
pub fn withheld<T>(why: &'static str) -> Result<T, Error> {
    Err(Kind::Withheld { why }.into())
}

/// A document that is no story.
pub fn no_story<T>(found: &str) -> Result<T, Error> {
    Err(Kind::NotAStory { found: found.to_owned() }.into())
}

/// The site as the publisher, for formats that name none; it leads to its first page.
pub fn site(importer: &Importer, url: Option<&SafeLink>) -> Option<Agent> {
    let url = url.filter(|url| url.is_web())?;
    let host = url.host();
    let name = host.strip_prefix("www.").unwrap_or(host);
    let (scheme, _) = url.as_str().split_once("//")?;
    let home = importer.safe_link(&[scheme, "//", host, "/"].concat());
    (!name.is_empty()).then(|| Agent { url: home, ..Agent::organization(name) })
}

/// A picture of an address alone.
pub fn picture(url: Option<SafeLink>) -> Option<Image> {
    url.map(|url| Image::new(url, ""))
}

/// Width and height of a picture, given as numbers or as text.
pub fn size(at: &At, width: &str, height: &str) -> Option<(u32, u32)> {
    let side = |key| {
        let value = at.get(key)?;
        let text = super::keys::written(value.node)?;
        super::blocks::pixels(text)
    };
    side(width).zip(side(height))
}

/// A story that something links to; without a name it has that of its host.
pub fn related(name: Option<String>, url: SafeLink) -> Related {
    let name = name.unwrap_or_else(|| match url.host() {
        "" => url.as_str().to_owned(),
        host => host.to_owned(),
    });
    Related::new(name, url)
}

/// Adds blocks behind the body.
pub fn append(sections: &mut Vec<Section>, blocks: Vec<Block>) {
    if blocks.is_empty() {
        return;
    }
    match sections.last_mut() {
        Some(last) if last.headline.is_empty() => last.blocks.extend(blocks),
        _ => {
            let id = ["section-", &(sections.len() + 1).to_string()].concat();
            sections.push(Section { id, blocks, ..Section::default() });
        }
    }
}

/// Says that the rest is for subscribers, and where it is.
pub fn for_subscribers(url: Option<&SafeLink>) -> Text {
    let words = "Subscriber content";
    match url {
        Some(url) => vec![Run::Link { url: url.clone(), text: vec![words.into()] }],
        None => vec![words.into()],
    }
}

/// Whether a story was changed, and not only published within the same minute. Some
/// publishers give a change that is earlier.
fn is_change(published: &EdtfDate, modified: &EdtfDate) -> bool {
    let Some(changed) = modified.earliest_millis() else { return false };
    if published.has_time() {
        published.earliest_millis().is_some_and(|at| changed > at + A_MINUTE)
    } else {
        published.latest_millis().is_some_and(|at| changed >= at)
    }
}

/// Leaves out who wrote a story where that is its first paragraph or its last: the byline says so.
fn without_byline(story: &mut Story) {
    let count: usize = story.sections.iter().map(|section| section.blocks.len()).sum();
    let authors = &story.authors;
    let is_byline = |block: &Block| {
        let Block::Paragraph(text) = block else { return false };
        // A note may say who it is.
        let has_note = text.iter().any(|run| matches!(run, Run::Citation { .. }));
        let words = if has_note { return false } else { plain(text) };
        let name = byline(&words);
        // The byline above has the author's own page, or none.
        let has_link = text.iter().any(|run| matches!(run, Run::Link { .. }));
        authors.iter().any(|author| {
            let rest = author.name.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                && (author.url.is_some() || !has_link)
        })
    };
    if count < 2 {
        return;
    }
    if let Some(first) = story.sections.first_mut()
        && first.headline.is_empty()
        && first.blocks.first().is_some_and(is_byline)
    {
        first.blocks.remove(0);
    } else if let Some(last) = story.sections.last_mut()
        && let [.., Block::Paragraph(before), name] = last.blocks.as_slice()
        && is_byline(name)
        // Behind a heading, a quotation or `Photos:` a name is an answer.
        && plain(before).ends_with(['.', '!', '?', '…', '。'])
    {
        last.blocks.pop();
    }
}

/// The first moment of year 1, or of 1970: what programs write where nobody has set a date.
fn is_unset(point: &Point) -> bool {
    let is_moment = matches!(point.precision(), Precision::Second { .. } | Precision::Day { .. });
    point.year() == 1 || is_moment && point.earliest_millis() == 0.0
}

/// The rules for a story as a whole, whatever format it came in.
pub fn finish(importer: &mut Importer, mut story: Story) -> Result<Story, Error> {
    // A headline has no place for markers, and what is read again loses them.
    story.headline = without_known_markers(&story.headline, &importer.sources);
    if story.headline.is_empty() {
        return no_story("a story without a headline");
    }
    if let (Some(published), Some(modified)) = (&story.published, &story.modified)
        && !is_change(published, modified)
    {
        story.modified = None;
    }
    for date in [&mut story.published, &mut story.modified] {
        date.take_if(|date| date.point().is_some_and(|point| is_unset(&point)));
    }
    without_headline(&mut story);
    without_way_to_itself(&mut story);
    without_byline(&mut story);
    if let (Some(top), Some(first)) = (&mut story.image, story.sections.first_mut())
        && first.headline.is_empty()
    {
        show_once(top, first);
    }
    story.sections.retain(|one| !one.headline.is_empty() || !one.blocks.is_empty());
    story.direction = story.language.as_ref().map(Language::direction);
    story.sources = std::mem::take(&mut importer.sources);
    number(&mut story);
    if story.timeline.is_none() {
        story.timeline = importer.timeline.take();
    }
    story.omitted.related = story.related.len().saturating_sub(MAX_RELATED);
    story.related.truncate(MAX_RELATED);
    story.keywords.truncate(MAX_SMALL_LIST);
    story.authors.truncate(MAX_SMALL_LIST);
    Ok(story)
}

fn without_known_markers(headline: &str, sources: &[Source]) -> String {
    if sources.is_empty() || !headline.contains('[') {
        return headline.to_owned();
    }
    let place = |id: &str| sources.iter().position(|source| source.id == id);
    without_markers(headline, &|inside| are_sources(&place, sources.len(), inside))
}

/// The numbers that markers show: ids where all are digits, else places.
fn number(story: &mut Story) {
    let is_number = |id: &String| id.bytes().all(|b| b.is_ascii_digit());
    let all_digits = story.sources.iter().all(|source| is_number(&source.id));
    for (index, source) in story.sources.iter_mut().enumerate() {
        source.number = if all_digits { source.id.clone() } else { (index + 1).to_string() };
    }
}

/// The beginning of the text, for a story without a headline.
pub fn made_headline(lead: &[Text], sections: &[Section]) -> Option<String> {
    let mut words = lead.first().map(|text| plain(text)).unwrap_or_default();
    for section in sections {
        words.push_str(&section.headline);
        for block in &section.blocks {
            let text = match block {
                Block::Paragraph(text) => plain(text),
                Block::Heading(text) => text.clone(),
                Block::Quote(quote) => plain(&quote.text),
                Block::List { items, .. } => {
                    items.first().map(|item| plain(item)).unwrap_or_default()
                }
                _ => continue,
            };
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(&text);
            if words.len() > MADE_HEADLINE * 4 {
                break;
            }
        }
    }
    Some(cut(&words, MADE_HEADLINE).unwrap_or(words)).filter(|words| !words.is_empty())
}

/// A field as HTML, or nothing where it is no text.
pub fn html_of<'a>(importer: &mut Importer, at: &At<'a>) -> Option<&'a str> {
    let Node::Text(text) = at.node else {
        importer.reader.wrong_type(at, "a text");
        return None;
    };
    Some(text).filter(|text| !text.trim().is_empty()).map(|text| &**text)
}
