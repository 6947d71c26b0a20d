//! Pictures of an item, and other items that belong to it.

use super::body::description;
use super::body::headlines;
use super::page::page;
use crate::import::blocks::join;
use crate::import::common::{byline, is_picture_type, related, size};
use crate::import::importer::Importer;
use crate::import::keys::{find, spelled, written};
use crate::limits::MAX_SMALL_LIST;
use crate::parse::json::Node;
use crate::parse::{At, is_absent};
use crate::story::{Block, Image, Related, SafeLink, Section, Text, plain};

/// The first picture among the associations, and links to the others that have a headline.
pub fn associations(importer: &mut Importer, at: &At) -> (Option<Image>, Vec<Related>) {
    let (mut image, mut links) = (None, Vec::new());
    each_value(importer, at, spelled(at, "associations"), &mut |importer, entry| {
        if !matches!(entry.node, Node::Map(_)) {
            return importer.reader.wrong_type(entry, "an object");
        }
        let kind = find(entry.node, spelled(entry, "type")).and_then(written).unwrap_or_default();
        let is_picture = matches!(kind.to_ascii_lowercase().as_str(), "picture" | "graphic");
        // Some do not say what they are.
        if image.is_none() && (is_picture || kind.is_empty()) && !is_logo(entry) {
            image = image_of(importer, entry);
            if image.is_some() {
                return;
            }
        }
        if is_picture {
            return;
        }
        let url = page(importer, entry);
        let (headline, _) = headlines(importer, entry);
        links.extend(headline.zip(url).map(|(headline, url)| related(Some(headline), url)));
    });
    (image, links)
}

/// Whether an item is called the sign of a firm, as in press releases.
fn is_logo(at: &At) -> bool {
    find(at.node, "name").and_then(written) == Some("logo") || at.pointer().ends_with("/logo")
}

/// The largest picture among the renditions of an item.
pub fn image_of(importer: &mut Importer, at: &At) -> Option<Image> {
    let mut best: Option<(SafeLink, Option<(u32, u32)>)> = None;
    each_value(importer, at, spelled(at, "renditions"), &mut |importer, entry| {
        if !matches!(entry.node, Node::Map(_)) {
            return importer.reader.wrong_type(entry, "an object");
        }
        let size = size(entry, "width", "height");
        // One without a size is smaller than all others.
        let is_larger = best.as_ref().is_none_or(|(_, known)| size > *known);
        if !is_picture(entry) || !is_larger {
            return;
        }
        if let Some(url) = importer.link(entry, spelled(entry, "href")) {
            best = Some((url, size));
        }
    });
    let (url, size) = best?;
    let alt = importer.plain(at, spelled(at, "alttext")).unwrap_or_default();
    let mut caption = Text::new();
    for text in description(importer, at) {
        join(&mut caption, text);
    }
    let caption = Some(caption).filter(|caption| !caption.is_empty());
    let credit = ["creditline", "byline", "by", "copyrightholder"]
        .into_iter()
        .find_map(|key| importer.label(at, spelled(at, key)))
        .map(|credit| byline(&credit).to_owned());
    Some(Image { caption, credit, size, ..Image::new(url, alt) })
}

/// Leaves the copies of a picture out of the text, but for those with other words beneath them:
/// those of its item are listed there. Where they say more beneath it, so does the picture.
pub fn without_copies(
    importer: &mut Importer,
    at: &At,
    image: &mut Image,
    sections: &mut [Section],
) {
    let said = |image: &Image| image.caption.as_deref().map(plain).unwrap_or_default();
    each_value(importer, at, spelled(at, "associations"), &mut |importer, entry| {
        let mut copies = Vec::new();
        each_value(importer, entry, spelled(entry, "renditions"), &mut |importer, rendition| {
            let address = find(rendition.node, spelled(rendition, "href")).and_then(written);
            copies.extend(address.and_then(|address| importer.safe_link(address)));
        });
        if copies.contains(&image.url) {
            for section in &mut *sections {
                section.blocks.retain_mut(|block| {
                    let Block::Image(copy) = block else { return true };
                    let (own, other) = (said(image), said(copy));
                    if !copies.contains(&copy.url) || !own.contains(&other) && !other.contains(&own)
                    {
                        return true;
                    }
                    if other.len() > own.len() {
                        std::mem::swap(&mut image.caption, &mut copy.caption);
                    }
                    if image.alt.is_empty() {
                        std::mem::swap(&mut image.alt, &mut copy.alt);
                    }
                    false
                });
            }
        }
    });
}

fn is_picture(rendition: &At) -> bool {
    let word = |key| find(rendition.node, spelled(rendition, key)).and_then(written);
    let kind = word("mimetype").or_else(|| word("contenttype")).unwrap_or_default();
    if let Some((main, sub)) = kind.split_once('/') {
        return main == "image" && is_picture_type(sub);
    }
    let path = word("href").unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, ending)| is_picture_type(ending))
}

/// Calls `each` for the values of a list, or of an object that is used as one.
fn each_value(
    importer: &mut Importer,
    at: &At,
    key: &str,
    each: &mut dyn FnMut(&mut Importer, &At),
) {
    let Some(list) = at.get(key) else { return };
    let Node::Map(fields) = list.node else {
        return importer.each_of(&list, MAX_SMALL_LIST, each);
    };
    for (key, node) in fields.iter().take(MAX_SMALL_LIST) {
        if !is_absent(node) {
            each(importer, &list.child(key, node));
        }
    }
}
