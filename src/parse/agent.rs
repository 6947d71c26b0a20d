//! People, organisations and machines.

use super::json::Node;
use super::reader::{At, Reader};
use super::text::story_text;
use super::{image, keys};
use crate::limits::MAX_HEADLINE;
use crate::story::{Agent, AgentKind};

/// Reads one agent: an object, or a bare name.
pub fn read(reader: &mut Reader, at: &At) -> Option<Agent> {
    if matches!(at.node, Node::Text(_)) {
        return reader.label(at, MAX_HEADLINE).map(Agent::person);
    }
    if !reader.is_object(at) {
        return None;
    }
    reader.check_keys(at, keys::AGENT);
    let Some(name) = at.get("name").and_then(|name| reader.label(&name, MAX_HEADLINE)) else {
        reader.report(at, "missing-field", "needs a name");
        return None;
    };
    Some(Agent {
        kind: reader.choice(at, "type", kind).unwrap_or_default(),
        name,
        url: reader.web_link(at, "url"),
        image: image::read_url(reader, at, "image"),
        job_title: reader.plain(at, "jobTitle"),
        biography: story_text(reader, at, "description"),
    })
}

fn kind(word: &str) -> Option<AgentKind> {
    Some(match word {
        "Person" | "person" => AgentKind::Person,
        "Organization" | "NewsMediaOrganization" => AgentKind::Organization,
        "SoftwareApplication" => AgentKind::Software,
        _ => return None,
    })
}
