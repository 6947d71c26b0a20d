//! The origin of host pages: pages made by tests, and the built files.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::extract::{Request, State as Shared};
use axum::response::Response;

use super::{Answer, State, locked};
use crate::script;

/// Put at the head of every page, so that nothing happens unseen.
const WATCH: &str = "<script src='/kit/watch.js'></script>";

pub(super) async fn serve(Shared(state): Shared<Arc<State>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let ticket = state.log.begin(&request);
    let path = request.uri.path();
    let registered = locked(&state.hosts).get(path).cloned();
    let answer = registered
        .or_else(|| kit_file(path))
        .or_else(|| built_file(&state.dist, path))
        .unwrap_or_else(|| Answer::status(404));
    // Each page asks for everything anew, so that requests can be counted.
    let answer = answer.without_cors().header("cache-control", "no-store");
    answer.give(&request.headers, ticket).await
}

/// A page around a body. It asks for nothing but what its author names.
pub(crate) fn document(head: &str, body: &str) -> Answer {
    let html = format!(
        "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'>{WATCH}\
         <title>Host page</title><link rel='icon' href='data:,'>\
         <meta name='viewport' content='width=device-width'>{head}</head>\
         <body>{body}</body></html>"
    );
    Answer::text(html).content_type("text/html; charset=utf-8")
}

fn kit_file(path: &str) -> Option<Answer> {
    let body = match path {
        "/kit/watch.js" => script::WATCH.into(),
        "/kit/axe.js" => crate::tools::axe().ok().and_then(|path| std::fs::read(path).ok())?,
        _ => return None,
    };
    Some(Answer::text(body).content_type("text/javascript"))
}

fn built_file(dist: &Path, path: &str) -> Option<Answer> {
    let relative = PathBuf::from(path.trim_start_matches('/'));
    let is_inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let file = if path == "/" { "index.html".into() } else { relative };
    let file = is_inside.then(|| dist.join(file))?;
    let body = std::fs::read(&file).ok()?;
    let kind = media_type(&file);
    let body = if kind.starts_with("text/html") { watched(body) } else { body };
    Some(Answer::text(body).content_type(kind))
}

fn watched(html: Vec<u8>) -> Vec<u8> {
    let html = String::from_utf8_lossy(&html);
    html.replacen("<head>", &format!("<head>{WATCH}"), 1).into_bytes()
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
