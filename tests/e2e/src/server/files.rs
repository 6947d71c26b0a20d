//! Files of a folder, as a web server gives them.

use std::path::{Component, Path, PathBuf};

use super::answer::Answer;

/// The file of a path, never one outside the folder.
pub(super) fn file(folder: &Path, path: &str) -> Option<Answer> {
    let relative = PathBuf::from(path.trim_start_matches('/'));
    let mut parts = relative.components();
    let is_inside = parts.all(|part| matches!(part, Component::Normal(_)));
    let body = is_inside.then(|| std::fs::read(folder.join(&relative)).ok())??;
    Some(Answer::text(body).content_type(media_type(&relative)))
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("webp") => "image/webp",
        Some("avif") => "image/avif",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}
