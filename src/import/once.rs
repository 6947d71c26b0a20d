//! What is said and shown once.

use super::dom::squeezed;
use crate::story::letters::is_word;
use crate::story::{Block, Image, Run, SafeLink, Section, Story, Text, plain};

/// Bytes of a place and an agency before the first words of a text: `OSLO, May 1 (Agency) –`.
const MAX_PLACE: usize = 60;

/// Bytes of a lead that no chance puts into the text: a program may have cut it in a word.
const LONG: usize = 120;

/// Leaves out a lead that the body begins with.
pub fn without_repetition(lead: Vec<Text>, sections: &[Section]) -> Vec<Text> {
    let lead_length: usize = lead.iter().map(|text| plain(text).len()).sum();
    let texts = beginning(sections, lead_length + LONG);
    // Agencies write either dash, or none.
    let letters = |text: &str| -> String {
        squeezed(text).chars().filter(|c| !matches!(c, '–' | '—')).collect()
    };
    let body: String = texts.iter().map(|text| letters(text)).collect();
    let lead_letters: String = lead.iter().map(|text| letters(&plain(text))).collect();
    // Where it was cut there may be brackets around the dots.
    let start = lead_letters.trim_end_matches(['…', '.', '[', ']']);
    // A place and an agency may stand before the first words: then the lead is told in full, and
    // does not end in the midst of a word or number.
    let has_end = lead_letters.len() > LONG || lead_letters.ends_with(|c| !is_word(c));
    let is_place = |before: &str| before.len() < lead_letters.len().min(MAX_PLACE);
    let behind = body.split_once(lead_letters.as_str());
    let is_cut = start.len() < lead_letters.len() || start.len() > LONG;
    let is_repeated = !start.is_empty()
        && body.starts_with(start)
        && (is_cut || !ends_in_word(&texts, start.len(), &letters))
        || behind.is_some_and(|(before, after)| is_place(before) && (has_end || after.is_empty()));
    if is_repeated { Vec::new() } else { lead }
}

/// The texts of a body up to so many bytes.
fn beginning(sections: &[Section], most: usize) -> Vec<String> {
    let (mut texts, mut length) = (Vec::new(), 0);
    let mut add = |text: String| {
        length += text.len();
        texts.push(text);
        length > most
    };
    for section in sections {
        let mut is_full = add(section.headline.clone());
        for block in &section.blocks {
            match block {
                Block::Paragraph(text) => is_full = add(plain(text)),
                Block::Quote(quote) => is_full = add(plain(&quote.text)),
                Block::Heading(text) => is_full = add(text.clone()),
                Block::List { items, .. } => {
                    for item in items {
                        is_full = add(plain(item));
                    }
                }
                _ => {}
            }
            if is_full {
                return texts;
            }
        }
    }
    texts
}

/// Whether so many letters of the first texts end in the midst of a word or number. Where words
/// have no space between, nobody can tell.
fn ends_in_word(texts: &[String], mut length: usize, letters: &dyn Fn(&str) -> String) -> bool {
    let is_spaced = |c: char| is_word(c) && c < '\u{E00}';
    for text in texts {
        let mut before = None;
        for letter in text.chars() {
            if length == 0 {
                return before.is_some_and(is_spaced) && is_spaced(letter);
            }
            length = length.saturating_sub(letters(letter.encode_utf8(&mut [0; 4])).len());
            before = Some(letter);
        }
    }
    false
}

/// Leaves out a lead and a second headline that say what the headline does, and a second
/// headline that says what the lead does.
pub fn without_headline(story: &mut Story) {
    let lead: String = story.lead.iter().map(|text| plain(text)).collect();
    if lead == story.headline {
        story.lead.clear();
    }
    let is_said = |text: &String| *text == lead || *text == story.headline;
    story.alternative_headline = story.alternative_headline.take().filter(|text| !is_said(text));
}

/// Leaves out a last paragraph that is but a link to the story itself: its headline leads there.
pub fn without_way_to_itself(story: &mut Story) {
    let Some(section) = story.sections.last_mut() else { return };
    // Behind it may be what comes with the text.
    let is_text = |block: &Block| !matches!(block, Block::Embed { .. } | Block::Image(_));
    let Some(place) = section.blocks.iter().rposition(is_text) else { return };
    let Some(Block::Paragraph(last)) = section.blocks.get(place) else { return };
    if section.blocks.len() > 1
        && only_link(last).is_some_and(|url| story.url.as_ref() == Some(url))
    {
        section.blocks.remove(place);
    }
}

/// Where a text leads that is one link.
fn only_link(text: &[Run]) -> Option<&SafeLink> {
    match text {
        [Run::Link { url, .. }] => Some(url),
        [Run::Strong(text) | Run::Emphasis(text)] => only_link(text),
        _ => None,
    }
}

/// Leaves out the picture above the text where it stands again before the first heading, and
/// keeps what is said of it there, and the larger copy. With other words beneath it, it stays.
pub fn show_once(top: &mut Image, beginning: &mut Section) {
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

/// The address of a picture, or of what plays.
pub fn address(block: &Block) -> Option<&SafeLink> {
    match block {
        Block::Embed { url, .. } | Block::Image(Image { url, .. }) => Some(url),
        _ => None,
    }
}

/// Whether the text has a picture or what plays.
pub fn is_shown(sections: &[Section], block: &Block) -> bool {
    let url = address(block);
    let is_it = |block: &Block| url.is_some() && address(block) == url;
    sections.iter().any(|section| section.blocks.iter().any(is_it))
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
