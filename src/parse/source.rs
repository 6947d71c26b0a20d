//! Sources and their numbering.

use super::keys;
use super::reader::{At, Reader};
use crate::limits::MAX_SOURCES;
use crate::story::{Language, Source, Support};

/// Longest id of a source, in bytes.
const MAX_ID: usize = 32;

/// Reads the sources, and gives how many were over the limit.
///
/// Numbers are fixed here: the ids where all are digits, else the places in the list.
/// They do not follow first use, for readers compare `[4]` with the list.
pub fn read(reader: &mut Reader, at: &At) -> usize {
    let mut sources = Vec::new();
    let omitted = reader.each(at, "citation", MAX_SOURCES, &mut |reader, at| {
        if let Some(source) = one(reader, at, sources.len()) {
            if source.supports == Some(Support::Quote) && source.excerpt.is_some() {
                reader.claims.push((sources.len(), at.pointer()));
            }
            sources.push(source);
        }
    });
    let all_digits = sources.iter().all(|source| source.id.bytes().all(|b| b.is_ascii_digit()));
    for (index, source) in sources.iter_mut().enumerate() {
        source.number = if all_digits { source.id.clone() } else { (index + 1).to_string() };
    }
    reader.uses = vec![0; sources.len()];
    reader.sources = sources;
    omitted
}

fn id(reader: &mut Reader, at: &At) -> Option<String> {
    let is_id = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
    let id = reader.id(at, "id");
    let sound = id.filter(|id| id.len() <= MAX_ID && id.bytes().all(is_id));
    if sound.is_none() {
        let message = "a source needs an id of 1 to 32 letters, digits, - or _";
        reader.report(at, "missing-field", message);
    }
    sound
}

/// Reads one source and keeps its id, in the order of ids, for the markers.
fn one(reader: &mut Reader, at: &At, index: usize) -> Option<Source> {
    if !reader.is_object(at) {
        return None;
    }
    reader.check_keys(at, keys::SOURCE);
    let id = id(reader, at)?;
    let Err(place) = reader.source_ids.binary_search_by(|(known, _)| known.cmp(&id)) else {
        reader.report(at, "duplicate-id", "another source has this id, the first one counts");
        return None;
    };
    let name = reader.as_written(at, "name");
    let url = reader.web_link(at, "url");
    let publisher = reader.as_written(at, "publisher");
    let host = url.as_ref().map(|url| url.host().to_owned()).filter(|host| !host.is_empty());
    let publisher = publisher.or(host);
    if name.is_none() && url.is_none() && publisher.is_none() {
        reader.report(at, "missing-field", "a source needs a name, a url or a publisher");
        return None;
    }
    reader.source_ids.insert(place, (id.clone(), index));
    let language = reader.language(at, "inLanguage");
    Some(Source {
        id,
        number: String::new(),
        name,
        url,
        publisher,
        author: reader.as_written(at, "author"),
        published: reader.date(at, "datePublished"),
        accessed: reader.date(at, "accessed"),
        excerpt: reader.as_written(at, "text"),
        quoted: Vec::new(),
        archived_at: reader.web_link(at, "archivedAt"),
        direction: language.as_ref().map(Language::direction),
        language,
        kind: reader.as_written(at, "type"),
        supports: reader.choice(at, "supports", support),
        uses: 0,
    })
}

fn support(word: &str) -> Option<Support> {
    Some(match word {
        "quote" => Support::Quote,
        "paraphrase" => Support::Paraphrase,
        "background" => Support::Background,
        _ => return None,
    })
}
