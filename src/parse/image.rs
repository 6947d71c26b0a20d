//! Pictures.

use super::json::Node;
use super::keys;
use super::reader::{At, Reader};
use super::text::story_text;
use crate::story::{Image, SafeLink};

/// Reads a field that holds a picture; a bare URL is taken too.
pub fn read_field(reader: &mut Reader, at: &At, key: &str) -> Option<Image> {
    let value = at.get(key)?;
    if matches!(value.node, Node::Text(_)) {
        let url = reader.web_link(at, key)?;
        return Some(Image::new(url, ""));
    }
    if reader.is_object(&value) { read(reader, &value) } else { None }
}

/// Reads the fields of a picture.
pub fn read(reader: &mut Reader, at: &At) -> Option<Image> {
    reader.check_keys(at, keys::IMAGE);
    let Some(url) = reader.web_link(at, "url") else {
        reader.report(at, "missing-field", "a picture needs a url");
        return None;
    };
    let width = reader.whole_number(at, "width", 1);
    let height = reader.whole_number(at, "height", 1);
    Some(Image {
        url,
        dark: reader.web_link(at, "dark"),
        alt: reader.plain(at, "alt").unwrap_or_default(),
        caption: story_text(reader, at, "caption"),
        credit: reader.plain(at, "creditText"),
        // WordPress writes 1 and 1 for what has no size of its own.
        size: width.zip(height).filter(|size| *size != (1, 1)),
    })
}

/// Reads a field of which only the picture's URL is used, given bare or in an object.
pub fn read_url(reader: &mut Reader, at: &At, key: &str) -> Option<SafeLink> {
    let value = at.get(key)?;
    if !matches!(value.node, Node::Map(_)) {
        return reader.web_link(at, key);
    }
    reader.check_keys(&value, keys::IMAGE);
    let url = reader.web_link(&value, "url");
    if url.is_none() {
        reader.report(&value, "missing-field", "a picture needs a url");
    }
    url
}
