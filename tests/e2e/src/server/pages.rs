//! The origin of host pages: pages made by tests, and the built files.

use std::path::Path;
use std::sync::Arc;

use axum::extract::{Request, State as Shared};
use axum::http::Uri;
use axum::response::Response;

use super::answer::Answer;
use super::files::file;
use super::lock::locked;
use super::state::State;
use crate::script;

/// Put at the head of every page, so that nothing happens unseen.
const WATCH: &str = "<script src='/kit/watch.js'></script>";

pub(super) async fn serve(Shared(state): Shared<Arc<State>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let ticket = state.log.begin(&request);
    let path = request.uri.path();
    let registered = registered(&state, &request.uri);
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

/// What a test has put there: for this very query, or else for every query.
fn registered(state: &State, uri: &Uri) -> Option<Answer> {
    let hosts = locked(&state.hosts);
    let exact = uri.path_and_query().and_then(|both| hosts.get(both.as_str()));
    exact.or_else(|| hosts.get(uri.path())).cloned()
}

fn kit_file(path: &str) -> Option<Answer> {
    let body = match path {
        "/kit/watch.js" => script::WATCH.into(),
        "/kit/axe.js" => crate::tools::axe().ok().and_then(|path| std::fs::read(path).ok())?,
        _ => std::fs::read(crate::tools::library(path.strip_prefix("/kit/")?)?).ok()?,
    };
    Some(Answer::text(body).content_type("text/javascript"))
}

/// A built file; pages among them are watched like any other.
fn built_file(dist: &Path, path: &str) -> Option<Answer> {
    let path = if path == "/" { "/index.html" } else { path };
    let answer = file(dist, path)?;
    let is_page = Path::new(path).extension().is_some_and(|kind| kind == "html");
    Some(if is_page { answer.with_text(watched) } else { answer })
}

fn watched(html: &str) -> String {
    html.replacen("<head>", &format!("<head>{WATCH}"), 1)
}
