//! Figures: a picture, a table, a quotation or a frame with what is written beneath.

use std::borrow::Cow;

use super::inline::{is_blank, join, plain_text};
use super::media;
use super::out::{Item, Out};
use super::quote::{pull, without_dash};
use super::walk::Walk;
use crate::import::dom::{children, descend, fold, has_class, is_hidden, lowered, text_of};
use crate::story::{Block, Text, plain};

/// Classes of cards that Ghost makes.
const CARDS: &str = "kg-bookmark-card kg-audio-card kg-video-card kg-file-card";
/// Classes of what is written beneath a picture.
const CAPTIONS: &str = "wp-caption-text tr-caption gallery-caption media-block__description";
/// Classes of who took a picture.
const CREDITS: &str = "byline credit photo-credit image-credit media-credit wp-media-credit \
    caption-credit figure-credit Figure-credit";
/// Words that lead to who took it.
const LEADING: &str = "by von par por di door av foto photo photograph credit image bild";
/// Classes of what such a card is called.
const TITLES: &str = "kg-bookmark-title kg-audio-title kg-file-card-title bookmark-title";

impl Walk<'_, '_> {
    pub fn figure(&mut self, node: u32, out: &mut Out, depth: usize) {
        out.flush();
        // Notion calls its card by two words.
        let is_bookmark =
            |inner| ["bookmark", "source"].iter().all(|name| has_class(self.dom, inner, name));
        let is_card =
            has_class(self.dom, node, CARDS) || self.dom.first_child(node).is_some_and(is_bookmark);
        if is_card && self.card(node, out)
            || has_class(self.dom, node, "wp-block-embed") && self.bare_embed(node, out)
        {
            return;
        }
        let caption_node = self.caption_of(node);
        let credit = self.credit_of(node);
        // One that stands beneath the picture with other words is read apart from them.
        let beneath = credit
            .as_ref()
            .filter(|credit| caption_node.is_some_and(|caption| self.is_apart(caption, credit)))
            .map(|(node, _)| *node);
        let before = std::mem::replace(&mut self.skipped, beneath);
        let caption = caption_node.map(|node| self.collected(node, depth)).unwrap_or_default();
        self.skipped = caption_node.or(before);
        let mut inner = Out::default();
        inner.is_captioned = !is_blank(&caption.0);
        self.inside(node, &mut inner, depth);
        self.skipped = before;
        let mut items = inner.finish();
        let (mut caption, rest) = caption;
        items.extend(rest);
        if let Some((_, credit)) = credit
            && !write_credit(&mut items, &credit, beneath.is_some())
            && beneath.is_some()
        {
            join(&mut caption, plain_text(&credit));
        }
        if has_class(self.dom, node, "wp-block-pullquote pullquote") {
            items.iter_mut().for_each(pull);
        }
        if !is_blank(&caption) {
            write_beneath(&mut items, caption);
        }
        out.items.extend(items);
    }

    /// What is written beneath: not that of a figure inside.
    fn caption_of(&self, node: u32) -> Option<u32> {
        let mut found = None;
        let dom = self.dom;
        descend(dom, node, &mut |inner| {
            let name = dom.name(inner).filter(|_| !is_hidden(dom, inner));
            let Some(name) = name else { return false };
            let is_caption = name == "figcaption" || has_class(dom, inner, CAPTIONS);
            if is_caption {
                found = Some(inner);
            }
            !is_caption && name != "figure" && name != "blockquote"
        });
        found
    }

    /// Who took the picture, where that stands in an element of its own.
    fn credit_of(&self, node: u32) -> Option<(u32, String)> {
        let mut found = None;
        let dom = self.dom;
        descend(dom, node, &mut |inner| {
            if found.is_none() && has_class(dom, inner, CREDITS) {
                found = Some((inner, fold(&text_of(dom, inner))));
            }
            found.is_none()
        });
        found.filter(|(_, credit)| !credit.is_empty())
    }

    /// Whether a credit stands in a caption, before it or behind it, and no words lead to it: of
    /// `Photo: Ida` and `The quay (Ida)` no piece can be taken.
    fn is_apart(&self, caption: u32, (credit, words): &(u32, String)) -> bool {
        let mut is_inside = false;
        descend(self.dom, caption, &mut |inner| {
            is_inside |= inner == *credit;
            !is_inside
        });
        let caption = if is_inside { fold(&text_of(self.dom, caption)) } else { return false };
        if let Some(before) = caption.strip_suffix(words.as_str()) {
            let before = before.trim_end();
            let last = lowered(before.rsplit(' ').next().unwrap_or_default());
            return !before.ends_with([':', '(', '[', '©', '/', '|', '-', '–', '—', ','])
                && !LEADING.split(' ').any(|word| word == last);
        }
        let behind = caption.strip_prefix(words.as_str());
        behind.is_some_and(|behind| behind.trim_start().starts_with(char::is_alphanumeric))
    }

    /// What Ghost shows as a card: a link, or something that plays, with its controls.
    pub fn card(&mut self, node: u32, out: &mut Out) -> bool {
        let (mut address, mut title) = (None, None);
        let dom = self.dom;
        descend(dom, node, &mut |inner| {
            let key = match dom.name(inner).as_deref() {
                Some("a") => "href",
                Some("audio" | "video") => "src",
                _ => "",
            };
            let own = dom.attribute(inner, key).filter(|own| !key.is_empty() && !own.is_empty());
            address = address.take().or(own.map(Cow::into_owned));
            let is_title =
                has_class(dom, inner, TITLES) || dom.name(inner).as_deref() == Some("figcaption");
            if title.is_none() && is_title {
                title = Some(fold(&text_of(dom, inner)));
            }
            true
        });
        let Some(url) = address.and_then(|address| self.safe_link(&address)) else { return false };
        let title = title.and_then(|words| media::title(&words));
        out.block(Block::Embed { url, title });
        true
    }

    /// A frame that the site has not made yet: its address stands alone, or is the only link.
    pub fn bare_embed(&mut self, node: u32, out: &mut Out) -> bool {
        let text = fold(&text_of(self.dom, node));
        if !text.starts_with("http") || text.contains(' ') {
            return false;
        }
        let Some(url) = self.safe_link(&text) else { return false };
        out.block(Block::Embed { url, title: None });
        true
    }

    /// The direct children with this name that readers are shown.
    pub fn children_named(&self, node: u32, wanted: &str) -> Vec<u32> {
        let is_wanted = |child: &u32| {
            let name = self.dom.name(*child);
            name.is_some_and(|name| wanted.split(' ').any(|wanted| wanted == name))
                && !is_hidden(self.dom, *child)
        };
        children(self.dom, node).filter(is_wanted).collect()
    }
}

/// Gives a picture its credit, which stands apart or would stand behind it as a paragraph; false
/// where nothing takes it.
fn write_credit(items: &mut Vec<Item>, credit: &str, is_apart: bool) -> bool {
    let is_credit = |item: &Item| matches!(item, Item::Paragraph(text) if plain(text) == credit);
    let place = items.iter().position(is_credit);
    if place.is_none() && !is_apart {
        return false;
    }
    let image = items.iter_mut().find_map(|item| match item {
        Item::Block(Block::Image(image)) if image.credit.is_none() => Some(image),
        _ => None,
    });
    let Some(image) = image else { return false };
    image.credit = Some(credit.to_owned());
    if let Some(place) = place {
        items.remove(place);
    }
    true
}

/// Puts a caption where its block has a place for it, else behind as a paragraph.
fn write_beneath(items: &mut Vec<Item>, caption: Text) {
    let last = items.iter_mut().rev().find_map(|item| match item {
        Item::Block(block) => Some(block),
        _ => None,
    });
    match last {
        Some(Block::Quote(quote) | Block::PullQuote(quote)) if quote.attribution.is_none() => {
            quote.attribution = Some(without_dash(caption));
        }
        Some(Block::Table(table)) if table.caption.is_none() => table.caption = Some(caption),
        Some(Block::Image(image)) if image.caption.is_none() => image.caption = Some(caption),
        Some(Block::Embed { title, .. }) => {
            let words = title.take().into_iter().chain([plain(&caption)]);
            *title = media::title(&words.collect::<Vec<_>>().join(" – "));
        }
        _ => items.push(Item::Paragraph(caption)),
    }
}
