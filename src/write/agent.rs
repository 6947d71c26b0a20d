//! People, organisations and machines.

use super::json::{Json, object};
use super::text::Texts;
use crate::story::Agent;

pub fn agent(texts: &Texts, agent: &Agent) -> Json {
    let Agent { kind, name, url, image, job_title, biography } = agent;
    object([
        ("type", kind.into()),
        ("name", name.into()),
        ("url", url.into()),
        ("image", image.into()),
        ("jobTitle", job_title.into()),
        ("description", texts.field(biography.as_ref())),
    ])
}
