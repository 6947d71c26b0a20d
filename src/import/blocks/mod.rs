//! HTML to blocks, for all formats alike.

mod addresses;
mod around;
mod figure;
mod formula;
mod inline;
mod inner;
mod list;
mod media;
mod note_sources;
mod notes;
mod out;
mod preformatted;
mod quote;
mod script;
mod sections;
mod shortcode;
mod side_notes;
mod survey;
mod table;
mod walk;

pub use self::addresses::pixels;
use self::around::{is_advertisement, is_around};
use self::inline::is_blank;
pub use self::inline::{join, join_lines, plain_text};
use self::media::video;
pub use self::note_sources::Beside;
use self::note_sources::first_link;
use self::notes::Notes;
use self::out::{Item, Out};
use self::sections::arrange;
use self::shortcode::{names_of_pairs, with_elements};
use self::survey::Survey;
use self::walk::{Lines, Walk};
use super::dom::has_markup;
use super::importer::Importer;
use super::markdown;
use crate::limits::MAX_NODES;
use crate::parse::At;
use crate::story::{Block, LINE_BREAK, Quote, Run, SafeLink, Section, Text, plain};

/// HTML to sections. What stands there as the headline does is left out; notes become
/// sources, and a table of years the timeline of a story that has none.
pub fn body(
    importer: &mut Importer,
    at: &At,
    html: &str,
    headline: &str,
    beside: &[Beside],
) -> Vec<Section> {
    let mut items = items(importer, at, html, beside);
    for item in &mut items {
        if let Some(block) = video(importer, item) {
            *item = Item::Block(block);
        }
    }
    arrange(importer, at, items, headline)
}

/// HTML to paragraphs: what is no text is left out.
pub fn paragraphs(importer: &mut Importer, at: &At, html: &str) -> Vec<Text> {
    if !has_markup(html) {
        return plain_paragraphs(importer, html, false);
    }
    let items = items_beside(importer, at, html);
    let text = |item| match item {
        Item::Paragraph(text) => vec![without_markers(text)],
        Item::Heading { text, .. } => vec![plain_text(&text)],
        Item::Block(Block::List { items, .. }) => items.into_iter().map(without_markers).collect(),
        Item::Block(Block::Quote(quote)) => vec![without_markers(quote.text)],
        _ => Vec::new(),
    };
    let mut texts = Vec::new();
    for item in items {
        texts.extend(text(item));
    }
    texts.retain(|text| !is_blank(text));
    texts
}

/// What stands beside the story: its notes and tables are not the story's.
fn items_beside(importer: &mut Importer, at: &At, html: &str) -> Vec<Item> {
    let before = (importer.sources.len(), importer.next_id, importer.timeline.take());
    let items = items(importer, at, html, &[]);
    importer.sources.truncate(before.0);
    (importer.next_id, importer.timeline) = (before.1, before.2);
    items
}

/// Where HTML leads that only shows what is elsewhere.
pub fn shown_elsewhere(importer: &mut Importer, at: &At, html: &str) -> Option<SafeLink> {
    items_beside(importer, at, html).into_iter().find_map(|item| match item {
        Item::Block(Block::Embed { url, .. }) => Some(url),
        Item::Paragraph(text) | Item::Block(Block::Quote(Quote { text, .. })) => {
            first_link(&text, &|_| true).map(|(url, _)| url)
        }
        _ => None,
    })
}

/// HTML to one text.
pub fn line(importer: &mut Importer, at: &At, html: &str) -> Text {
    let mut line = Text::new();
    for text in paragraphs(importer, at, html) {
        join_lines(&mut line, text);
    }
    line
}

/// Text without markup to paragraphs: a blank line divides them, or every new line does.
pub fn plain_paragraphs(importer: &Importer, text: &str, at_each_line: bool) -> Vec<Text> {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines().map(str::trim) {
        let is_over = at_each_line || line.is_empty();
        if is_over && paragraphs.last().is_some_and(|last| !last.is_empty()) {
            paragraphs.push(Vec::new());
        }
        if let Some(last) = paragraphs.last_mut().filter(|_| !line.is_empty()) {
            last.push(line);
        }
    }
    let mut texts = Vec::new();
    for lines in paragraphs {
        texts.push(plain_text(&importer.clean(&joined(&lines))));
    }
    texts.retain(|text| !is_blank(text) && !is_advertisement(text));
    texts
}

/// The lines of a paragraph; those of a list stay lines. Where no other begins with the same
/// sign, a time or a dash only happens to stand at the edge.
fn joined(lines: &[&str]) -> String {
    let signs: Vec<Option<char>> = lines.iter().map(|line| sign_of_entry(line)).collect();
    let is_list = |sign: &Option<char>| {
        sign.is_some() && signs.iter().filter(|o| *o == sign).nth(1).is_some()
    };
    let mut text = String::new();
    for (line, sign) in lines.iter().zip(&signs) {
        if !text.is_empty() {
            text.push(if is_list(sign) { LINE_BREAK } else { ' ' });
        }
        text.push_str(line);
    }
    text
}

/// The bullet that a line begins with; a colon for a time, as in the notes of a podcast.
fn sign_of_entry(line: &str) -> Option<char> {
    let bullet = line.chars().next().filter(|sign| "-–•*".contains(*sign));
    if let Some(sign) = bullet {
        return Some(sign).filter(|_| line.chars().nth(1) == Some(' '));
    }
    let line = line.trim_start_matches(['(', '[']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = line.get(digits..).and_then(|rest| rest.strip_prefix(':'));
    let is_time = (1..=2).contains(&digits)
        && behind.is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == 2);
    is_time.then_some(':')
}

/// A text to sections that may be HTML, Markdown, or neither: then each line is a paragraph.
pub fn any(importer: &mut Importer, at: &At, raw: &str, headline: &str) -> Vec<Section> {
    if has_markup(raw) && (markdown::is_html(raw) || !markdown::is_markdown(raw)) {
        return body(importer, at, raw, headline, &[]);
    }
    text(importer, at, raw, headline, true)
}

/// Text that is no HTML to sections: Markdown, where it plainly is that, or paragraphs.
pub fn text(
    importer: &mut Importer,
    at: &At,
    text: &str,
    headline: &str,
    at_each_line: bool,
) -> Vec<Section> {
    if markdown::is_markdown(text) {
        return body(importer, at, &markdown::converted(text), headline, &[]);
    }
    let mut paragraphs = plain_paragraphs(importer, text, at_each_line);
    if paragraphs.len() > 1 && paragraphs.first().is_some_and(|first| plain(first) == headline) {
        paragraphs.remove(0);
    }
    as_section(paragraphs)
}

/// Paragraphs as the one section of a story.
pub fn as_section(paragraphs: Vec<Text>) -> Vec<Section> {
    let blocks: Vec<Block> = paragraphs.into_iter().map(Block::Paragraph).collect();
    let id = "section-1".to_owned();
    let section = Section { id, blocks, ..Section::default() };
    Some(section).filter(|section| !section.blocks.is_empty()).into_iter().collect()
}

fn items(importer: &mut Importer, at: &At, html: &str, beside: &[Beside]) -> Vec<Item> {
    let ends_in_tag = html.trim_end().ends_with("&gt;");
    let html = if ends_in_tag { importer.unescaped(html) } else { html.into() };
    let html = &*with_elements(&html);
    let Some(dom) = importer.parse(at, html) else { return Vec::new() };
    let beside: Vec<_> =
        beside.iter().map(|(name, html)| (&**name, line(importer, at, html))).collect();
    let survey = Survey::new(&*dom, importer.reader.base.as_deref());
    let mut walk = Walk {
        dom: &*dom,
        importer,
        at,
        notes: Notes::default(),
        anchors: survey.anchors.clone(),
        codes: names_of_pairs(html),
        lines: if survey.has_blocks { Lines::OfElements } else { Lines::Blank },
        // Hebrew, Arabic, Syriac, Thaana and N'Ko, U+0580 to U+07FF in UTF-8.
        is_bidirectional: html.bytes().any(|byte| matches!(byte, 0xD6..=0xDF)),
        is_heading: false,
        files: Vec::new(),
        skipped: None,
        left: MAX_NODES,
    };
    walk.read_notes(&survey, &beside);
    let mut out = Out::default();
    walk.inside(dom.root(), &mut out, 0);
    walk.tell_of_cut(&out);
    let mut items = out.finish();
    items.retain(|item| !is_around(item));
    items
}

fn without_markers(text: Text) -> Text {
    // What held nothing else is left out with it.
    let of = |text| Some(without_markers(text)).filter(|text| !text.is_empty());
    let kept = text.into_iter().filter_map(|run| match run {
        Run::Citation { .. } => None,
        Run::Emphasis(text) => of(text).map(Run::Emphasis),
        Run::Strong(text) => of(text).map(Run::Strong),
        Run::Link { url, text } => of(text).map(|text| Run::Link { url, text }),
        letters => Some(letters),
    });
    kept.collect()
}
