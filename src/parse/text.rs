//! Fields of story text: in paragraphs, with emphasis, links and markers.

use super::inline;
use super::reader::{At, Reader};
use crate::limits::MAX_TEXT;
use crate::story::Text;

/// A field of story text.
pub fn story_text(reader: &mut Reader, at: &At, key: &str) -> Option<Text> {
    let value = at.get(key)?;
    let text = reader.text(&value, MAX_TEXT)?;
    Some(inline::read(reader, &value, &text))
}

/// A field of story text in which a blank line starts a new paragraph.
pub fn paragraphs(reader: &mut Reader, at: &At, key: &str) -> Vec<Text> {
    let Some(value) = at.get(key) else {
        return Vec::new();
    };
    let Some(text) = reader.text(&value, MAX_TEXT) else {
        return Vec::new();
    };
    let mut paragraphs = vec![String::new()];
    for line in text.lines() {
        match paragraphs.last_mut() {
            Some(last) if line.trim().is_empty() && !last.is_empty() => {
                paragraphs.push(String::new());
            }
            Some(last) => {
                last.push_str(if last.is_empty() { "" } else { "\n" });
                last.push_str(line.trim());
            }
            None => {}
        }
    }
    let filled = paragraphs.iter().filter(|paragraph| !paragraph.is_empty());
    filled.map(|paragraph| inline::read(reader, &value, paragraph)).collect()
}
