//! Sources.

use super::json::{Json, object};
use crate::story::{SafeLink, Source};

/// Direction, number, uses and what is quoted follow from the rest.
pub fn source(source: &Source) -> Json {
    let Source {
        id,
        number: _,
        name,
        url,
        publisher,
        author,
        published,
        accessed,
        excerpt,
        quoted: _,
        archived_at,
        language,
        direction: _,
        kind,
        supports,
        uses: _,
    } = source;
    // Without a publisher the host is taken for it.
    let host = url.as_ref().map_or("", SafeLink::host);
    let publisher = publisher.as_deref().filter(|publisher| *publisher != host);
    object([
        ("id", id.into()),
        ("name", name.into()),
        ("url", url.into()),
        ("publisher", Json::of(publisher, Into::into)),
        ("author", author.into()),
        ("datePublished", published.into()),
        ("accessed", accessed.into()),
        ("text", excerpt.into()),
        ("archivedAt", archived_at.into()),
        ("inLanguage", language.into()),
        ("type", kind.into()),
        ("supports", supports.into()),
    ])
}
