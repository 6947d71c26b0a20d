//! Answers, with what every one of them says.

use axum::body::Body;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH,
    VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::asset::Asset;
use super::encoding::taken;

/// How long an answer may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// For good: the address says which build it is.
    Immutable,
    /// A few minutes.
    Short,
    /// Kept, and asked for anew each time.
    Checked,
    /// Not at all.
    None,
}

impl Life {
    fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Short => "public, max-age=300",
            Self::Checked => "no-cache",
            Self::None => "no-store",
        })
    }
}

/// Sends an asset in a form that the reader takes, or says that it has not changed.
pub fn send(asset: &Asset, asked: &HeaderMap, life: Life) -> Response {
    let form = asset.form(&taken(asked));
    let mut answer = if is_known(asked, &form.tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let mut answer = Response::new(Body::from(form.bytes.clone()));
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(asset.media.name));
        if let Some(encoding) = form.encoding {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.name()));
        }
        answer
    };
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, life.header());
    if asset.varies() {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    if let Ok(tag) = HeaderValue::from_str(&form.tag) {
        headers.insert(ETAG, tag);
    }
    answer
}

/// Whether the reader has this form already. A cache between may have made a weak tag of it.
fn is_known(asked: &HeaderMap, tag: &str) -> bool {
    let values = asked.get_all(IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .map(|value| value.trim().trim_start_matches("W/"))
        .any(|value| value == tag || value == "*")
}

/// A sentence with a status, not to be kept.
pub fn sentence(status: StatusCode, words: &'static str) -> Response {
    let headers = [(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"))];
    let mut answer = (status, headers, format!("{words}\n")).into_response();
    answer.headers_mut().insert(CACHE_CONTROL, Life::None.header());
    answer
}

/// There is nothing of this name.
pub fn nothing() -> Response {
    sentence(StatusCode::NOT_FOUND, "Nothing of this name.")
}

/// With a policy on what its page may do.
pub fn under(mut answer: Response, policy: &str) -> Response {
    if let Ok(policy) = HeaderValue::from_str(policy) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
}
