//! The origin of stories: what tests registered, and the demo stories.

use std::sync::Arc;

use axum::extract::{Request, State as Shared};
use axum::http::{HeaderMap, Method};
use axum::response::Response;

use super::{Answer, State, locked};

pub(super) async fn serve(Shared(state): Shared<Arc<State>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let ticket = state.log.begin(&request);
    let answer = if request.method == Method::OPTIONS {
        preflight(&request.headers)
    } else {
        registered(&state, request.uri.path())
            .or_else(|| demo(&state, request.uri.path()))
            .unwrap_or_else(|| Answer::status(404))
    };
    answer.give(&request.headers, ticket).await
}

/// The next answer of a path; the last one stays.
fn registered(state: &State, path: &str) -> Option<Answer> {
    let mut answers = locked(&state.answers);
    let answers = answers.get_mut(path)?;
    if answers.len() > 1 {
        Some(answers.remove(0))
    } else {
        answers.first().cloned()
    }
}

fn demo(state: &State, path: &str) -> Option<Answer> {
    let name = path.strip_prefix("/stories/")?;
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    let body = is_plain.then(|| std::fs::read(state.demo_stories.join(name)).ok())??;
    Some(Answer::text(body))
}

/// File names of the demo stories.
pub(super) fn demo_names(state: &State) -> Vec<String> {
    let entries = std::fs::read_dir(&state.demo_stories).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".json")).collect()
}

fn preflight(request: &HeaderMap) -> Answer {
    let asked = request.get("access-control-request-headers");
    let asked = asked.and_then(|value| value.to_str().ok()).unwrap_or("*");
    Answer::status(200).header("access-control-allow-headers", asked)
}
