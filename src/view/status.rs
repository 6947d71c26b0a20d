//! The faces of a card that has no story to show: still loading, and failed.

use yew::prelude::*;

use crate::error::{Error, Kind};
use crate::words::{Words, fill};

/// What happened, in the reader's words.
#[must_use]
pub fn sentence(error: &Error, words: &Words) -> String {
    match error.kind() {
        Kind::Network => words.error_network.to_string(),
        Kind::Timeout => words.error_timeout.to_string(),
        Kind::Http(404 | 410) => words.error_gone.to_string(),
        Kind::Http(status) => fill(&words.error_http, &[("status", &status.to_string())]),
        Kind::TooLarge { .. } => words.error_too_large.to_string(),
        Kind::NotJson { .. } | Kind::NotAStory { .. } => words.error_document.to_string(),
        Kind::UnsupportedVersion { .. } => words.error_version.to_string(),
        Kind::Withheld { .. } => words.error_withheld.to_string(),
    }
}

/// The failed face: what happened, and a way to ask again where that can help.
pub(crate) fn failed(error: &Error, words: &Words, on_retry: Callback<MouseEvent>) -> Html {
    html! {
        <div part="error" class="error" role="alert">
            <p>{ sentence(error, words) }</p>
            <button
                part="retry"
                class="retry"
                type="button"
                hidden={!error.is_temporary()}
                onclick={on_retry}
            >{ words.retry.to_string() }</button>
        </div>
    }
}

/// The face while the story is on its way, in the shape it will have.
pub(crate) fn skeleton(words: &Words) -> Html {
    html! {
        <div part="skeleton" class="skeleton" role="status" aria-label={words.loading.to_string()}>
            { for ["badge", "headline", "headline", "dates", "line", "line", "line"].map(|line| html! {
                <div class={classes!("bone", line)} />
            }) }
        </div>
    }
}
