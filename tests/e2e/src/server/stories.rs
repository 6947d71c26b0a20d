//! The origin of stories: what tests registered, the demo files in their folders, and the built
//! files once more, as on a host of their own.

use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{Request, State as Shared};
use axum::http::{HeaderMap, Method};
use axum::response::Response;

use super::answer::Answer;
use super::files::file;
use super::lock::locked;
use super::state::State;

pub(super) async fn serve(Shared(state): Shared<Arc<State>>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let ticket = state.log.begin(&request);
    let answer = if request.method == Method::OPTIONS {
        preflight(&request.headers)
    } else {
        let path = request.uri.path();
        registered(&state, path, &request.method)
            .or_else(|| file(&state.statics, path))
            .or_else(|| file(&state.dist, path))
            .unwrap_or_else(|| Answer::status(404))
    };
    answer.give(&request.headers, ticket).await
}

/// The next answer of a path; the last one stays, and a question about it takes none away.
fn registered(state: &State, path: &str, method: &Method) -> Option<Answer> {
    let mut answers = locked(&state.answers);
    let answers = answers.get_mut(path)?;
    if answers.len() > 1 && method != Method::HEAD {
        Some(answers.remove(0))
    } else {
        answers.first().cloned()
    }
}

/// File names of the demo stories.
pub(super) fn demo_names(state: &State) -> Vec<String> {
    let entries = std::fs::read_dir(state.statics.join("stories")).into_iter().flatten().flatten();
    let files = entries.map(|entry| PathBuf::from(entry.file_name()));
    let stories = files.filter(|file| file.extension().is_some_and(|kind| kind == "json"));
    stories.map(|file| file.to_string_lossy().into_owned()).collect()
}

fn preflight(request: &HeaderMap) -> Answer {
    let asked = request.get("access-control-request-headers");
    let asked = asked.and_then(|value| value.to_str().ok()).unwrap_or("*");
    Answer::status(200).header("access-control-allow-headers", asked)
}
