//! What a machine had to do with the story.

use std::borrow::Cow;

use super::json::Node;
use super::keys;
use super::reader::{At, Reader};
use crate::limits::{MAX_HEADLINE, MAX_SMALL_LIST};
use crate::story::{AiDisclosure, AiInfo, Story};

/// Reads `aiDisclosure`. A word this card does not know claims nothing.
pub fn read(reader: &mut Reader, at: &At) -> Option<AiDisclosure> {
    reader.choice(at, "aiDisclosure", |word| {
        // Values of HTML attributes, which these are, have no case; programs write underscores.
        Some(match word.to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
            // The draft's words have changed; the older ones are still about.
            "none" | "human-only" => AiDisclosure::None,
            "ai-assisted" => AiDisclosure::Assisted,
            "ai-generated" => AiDisclosure::Generated,
            "ai-autonomous" | "autonomous" => AiDisclosure::Autonomous,
            _ => return None,
        })
    })
}

/// Tells of a story that people alone are said to have written, and a machine too.
pub fn check(reader: &mut Reader, at: &At, story: &Story) {
    let claim = at.get("aiDisclosure").filter(|_| story.ai_disclosure == Some(AiDisclosure::None));
    if let Some(claim) = claim.filter(|_| story.names_machine()) {
        let message = "no AI, though a machine is an author, an editor or in aiInfo: not claimed";
        reader.report(&claim, "contradiction", message);
    }
}

/// Reads `aiInfo`.
pub fn read_systems(reader: &mut Reader, at: &At) -> Vec<AiInfo> {
    reader.list(at, "aiInfo", MAX_SMALL_LIST, system).0
}

/// Reads one entry of `aiInfo`.
pub fn system(reader: &mut Reader, at: &At) -> Option<AiInfo> {
    if !reader.is_object(at) {
        return None;
    }
    reader.check_keys(at, keys::SYSTEM);
    let Some(name) = reader.plain(at, "name") else {
        reader.report(at, "missing-field", "needs a name");
        return None;
    };
    Some(AiInfo {
        name,
        system: reader.plain(at, "system"),
        provider: reader.plain(at, "provider"),
        role: reader.plain(at, "role"),
        version: reader.plain(at, "version"),
    })
}

/// Reads `digitalSourceType` to its IPTC short code, whichever of its forms it has:
/// the code, a URI of IPTC or schema.org, or an object with `uri` or `literal`.
pub fn read_source_type(reader: &mut Reader, at: &At) -> Option<String> {
    let value = at.get("digitalSourceType")?;
    source_type(reader, &value)
}

/// Reads a source type, whatever the field is called.
pub fn source_type(reader: &mut Reader, value: &At) -> Option<String> {
    let given = match value.node {
        Node::Map(_) => {
            ["uri", "@id", "literal", "name"].iter().find_map(|key| reader.plain(value, key))
        }
        _ => reader.text(value, MAX_HEADLINE).map(Cow::into_owned),
    }?;
    let code = given.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default();
    let code = code.strip_suffix("DigitalSource").unwrap_or(code);
    let mut letters = code.chars();
    let first = letters.next()?.to_ascii_lowercase();
    let code: String = std::iter::once(first).chain(letters).collect();
    let is_code = code.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_code {
        reader.report(value, "unknown-value", "not an IPTC digital source type, left out");
    }
    is_code.then_some(code)
}
