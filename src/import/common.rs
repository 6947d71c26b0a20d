//! What all formats have: names, pictures, and the rules for a whole story.

use super::dom::{lower, squeezed};
use super::importer::Importer;
use crate::error::{Error, Kind};
use crate::limits::{MAX_RELATED, MAX_SMALL_LIST};
use crate::parse::json::Node;
use crate::parse::{At, are_sources, cut, without_markers};
use crate::story::letters::is_word;
use crate::story::{
    Agent, Block, EdtfDate, Image, Language, Point, Precision, Related, Run, SafeLink, Section,
    Source, Story, Text, plain,
};

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

/// Bytes of a place and an agency before the first words of a text: `OSLO, May 1 (Agency) –`.
const MAX_PLACE: usize = 60;

/// Leaves out a lead that the body begins with.
pub fn without_repetition(lead: Vec<Text>, sections: &[Section]) -> Vec<Text> {
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let body = blocks.filter_map(|block| match block {
        Block::Paragraph(text) => Some(plain(text)),
        Block::Quote(quote) => Some(plain(&quote.text)),
        _ => None,
    });
    // Agencies write either dash, or none.
    let letters = |text: &str| -> String {
        squeezed(text).chars().filter(|c| !matches!(c, '–' | '—')).collect()
    };
    let body: String = body.take(8).map(|text| letters(&text)).collect();
    let lead_letters: String = lead.iter().map(|text| letters(&plain(text))).collect();
    // Where it was cut there may be brackets around the dots.
    let start = lead_letters.trim_end_matches(['…', '.', '[', ']']);
    // A place and an agency may stand before the first words: then the lead is told in full, and
    // does not end in the midst of a word or number.
    let has_end = lead_letters.ends_with(|c| !is_word(c));
    let is_place = |before: &str| before.len() < lead_letters.len().min(MAX_PLACE);
    let behind = body.split_once(lead_letters.as_str());
    let is_repeated = !start.is_empty() && body.starts_with(start)
        || behind.is_some_and(|(before, after)| is_place(before) && (has_end || after.is_empty()));
    if is_repeated { Vec::new() } else { lead }
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
    // Some publishers give the lead as a second headline too.
    let lead: String = story.lead.iter().map(|text| plain(text)).collect();
    story.alternative_headline = story.alternative_headline.take().filter(|text| *text != lead);
    if let (Some(top), Some(first)) = (&mut story.image, story.sections.first_mut())
        && first.headline.is_empty()
    {
        show_once(top, first);
        if first.blocks.is_empty() {
            story.sections.remove(0);
        }
    }
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

/// Leaves out the picture above the text where it stands again before the first heading, and
/// keeps what is said of it there, and the larger copy. With other words beneath it, it stays.
fn show_once(top: &mut Image, beginning: &mut Section) {
    let are_other =
        |one: Option<&str>, other: Option<&str>| one.is_some() && other.is_some() && one != other;
    let said = |image: &Image| image.caption.as_deref().map(plain);
    beginning.blocks.retain_mut(|block| {
        let Block::Image(image) = block else { return true };
        let ((name, width), (same, other_width)) = (copy(&top.url), copy(&image.url));
        if name != same
            || are_other(said(top).as_deref(), said(image).as_deref())
            || are_other(top.credit.as_deref(), image.credit.as_deref())
        {
            return true;
        }
        if other_width > width {
            std::mem::swap(top, image);
        }
        // Of the same words those with links.
        if top.caption.as_ref().map(Vec::len) < image.caption.as_ref().map(Vec::len) {
            std::mem::swap(&mut top.caption, &mut image.caption);
        }
        if top.credit.is_none() {
            std::mem::swap(&mut top.credit, &mut image.credit);
        }
        if top.alt.len() < image.alt.len() {
            std::mem::swap(&mut top.alt, &mut image.alt);
        }
        false
    });
}

/// The address of a picture in two parts, without the size that `WordPress` writes between them:
/// of `a-300x200.jpg` and `a-scaled.jpg` those of `a.jpg`. And how wide the copy is. A side of one
/// digit is none: `final-2x1.jpg`.
fn copy(url: &SafeLink) -> ((&str, &str), u32) {
    let url = url.as_str();
    let (name, ending) = url.rsplit_once('.').unwrap_or((url, ""));
    let side = |text: &str| text.parse::<u32>().ok().filter(|side| *side > 9);
    let sized = name.rsplit_once('-').and_then(|(name, end)| {
        let sides = if end == "scaled" { "2560x2560" } else { end };
        let (width, height) = sides.split_once('x')?;
        side(height).and(side(width)).map(|width| (name, width))
    });
    let (name, width) = sized.unwrap_or((name, u32::MAX));
    ((name, ending), width)
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
