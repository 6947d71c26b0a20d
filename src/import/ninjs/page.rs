//! Where an item can be read.

use crate::import::importer::Importer;
use crate::import::keys::{find, spelled, written};
use crate::limits::MAX_SMALL_LIST;
use crate::parse::At;
use crate::story::SafeLink;

/// The page of an item: an identifier is one only if it leads to a page.
pub fn page(importer: &mut Importer, at: &At) -> Option<SafeLink> {
    let given = ["canonicalurl", "canonical", "url", "href", "link"]
        .into_iter()
        .find_map(|key| importer.link(at, spelled(at, key)));
    let mut listed = None;
    importer.each(at, "links", MAX_SMALL_LIST, &mut |importer, entry| {
        if listed.is_none() && find(entry.node, "rel").and_then(written) == Some("canonical") {
            listed = importer.link(entry, "href");
        }
    });
    given.or(listed).or_else(|| {
        let uri = find(at.node, spelled(at, "uri")).and_then(written)?;
        let link = importer.safe_link(uri).filter(SafeLink::is_web)?;
        let is_service = ["id.", "ids.", "urn.", "data.", "cv.", "api."]
            .iter()
            .any(|s| link.host().starts_with(s));
        (uri.starts_with("http") && !is_service).then_some(link)
    })
}
