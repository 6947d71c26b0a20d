//! What a machine had to do with the story.

use super::json::{Json, object};
use crate::story::AiInfo;

pub fn system(info: &AiInfo) -> Json {
    let AiInfo { name, system, provider, role, version } = info;
    object([
        ("name", name.into()),
        ("system", system.into()),
        ("provider", provider.into()),
        ("role", role.into()),
        ("version", version.into()),
    ])
}
