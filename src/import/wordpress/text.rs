//! The texts of a post.

use crate::import::blocks::{self, Beside};
use crate::import::common::html_of;
use crate::import::dom::lowered;
use crate::import::importer::Importer;
use crate::import::keys::{find, written};
use crate::import::once::without_repetition;
use crate::limits::MAX_SOURCES;
use crate::parse::At;
use crate::parse::json::{self, Node};
use crate::story::{Run, Section, Text, plain};

/// The HTML of a field, which is an object with `rendered`, or the text itself, and its place.
pub fn rendered<'a>(importer: &mut Importer, field: &'a At<'a>) -> Option<(At<'a>, &'a str)> {
    let is_text = matches!(field.node, Node::Text(_));
    let value = if is_text { *field } else { field.get("rendered")? };
    html_of(importer, &value).map(|text| (value, text))
}

/// What stands above the text. A site makes most excerpts of the beginning of the text; those
/// are left out, and the description for search engines takes their place.
pub fn excerpt(
    importer: &mut Importer,
    at: &At,
    sections: &[Section],
    description: Option<String>,
) -> Vec<Text> {
    let mut lead = Vec::new();
    if let Some(field) = at.get("excerpt")
        && let Some((value, text)) = rendered(importer, &field)
    {
        lead = blocks::paragraphs(importer, &value, text);
    }
    let is_cut = tidy(&mut lead);
    if is_cut && !sections.is_empty() {
        lead.clear();
    }
    let lead = without_repetition(lead, sections);
    if !lead.is_empty() {
        return lead;
    }
    let description = description.map(|text| vec![blocks::plain_text(&text)]).unwrap_or_default();
    without_repetition(description, sections)
}

/// Links and ellipses that are taken off an excerpt.
const MAX_ENDS: usize = 10;

/// Takes off what a theme puts behind an excerpt: `[…]`, and a link to read on. Tells whether
/// the excerpt is a text that was cut.
fn tidy(lead: &mut Vec<Text>) -> bool {
    let mut is_cut = false;
    // No theme adds more.
    for _ in 0..MAX_ENDS {
        let Some(last) = lead.last_mut() else { break };
        let words = plain(last);
        let words = words.trim_end();
        // A link at the end of a text that was cut, or alone, leads to the rest.
        if let Some(Run::Link { .. }) = last.last() {
            let link = last.pop();
            let before = plain(last);
            if before.trim().is_empty() {
                lead.pop();
                is_cut = true;
                continue;
            }
            let ends_cut = before.trim_end().ends_with(['…', ']']);
            let is_theme = ends_cut || link.as_ref().is_some_and(leads_on);
            last.extend(link.filter(|_| !is_theme));
            if !is_theme {
                return is_cut;
            }
            if let Some(Run::Plain(letters)) = last.last_mut() {
                letters.truncate(letters.trim_end().len());
            }
            is_cut |= ends_cut;
        } else if let Some(start) =
            ["[…]", "[...]", "[&hellip;]"].iter().find_map(|m| words.strip_suffix(m))
        {
            let start = [start.trim_end(), "…"].concat();
            *last = blocks::plain_text(&start);
            return true;
        } else {
            return is_cut || words.ends_with('…');
        }
    }
    is_cut
}

/// How links to the whole text begin.
const READ_ON: &str = "read more continue continua continuar seguir weiter weiterlesen mehr \
     lire leer leggi lees les läs číst";

fn leads_on(link: &Run) -> bool {
    let words = lowered(&plain(std::slice::from_ref(link)));
    // Nothing below is a letter but ASCII's, and arrows are above.
    let is_letter = |c: char| c.is_ascii_alphabetic() || ('\u{C0}'..'\u{2000}').contains(&c);
    let first = words.split(|c: char| !is_letter(c)).find(|word| !word.is_empty());
    READ_ON.split(' ').any(|word| Some(word) == first)
}

/// The footnotes that the editor keeps beside the text, as JSON in a text.
pub fn notes(importer: &mut Importer, at: &At) -> Vec<Beside> {
    let Some(meta) = at.get("meta") else { return Vec::new() };
    let Some(field) = meta.get("footnotes") else { return Vec::new() };
    let Node::Text(text) = field.node else {
        importer.reader.wrong_type(&field, "a text");
        return Vec::new();
    };
    let Ok(document) = json::read(text) else {
        importer.report(&field, "wrong-type", "expected JSON in a text, left out");
        return Vec::new();
    };
    let Node::List(notes) = &document.root else { return Vec::new() };
    let word = |note, key| find(note, key).and_then(written).map(str::to_owned);
    let notes = notes.iter().take(MAX_SOURCES);
    notes.filter_map(|note| Some((word(note, "id")?, word(note, "content")?))).collect()
}
