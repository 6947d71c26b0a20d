//! From a request to its answer.

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, Path, Request, State};
use axum::handler::Handler;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, ALLOW, CONNECTION, CONTENT_LENGTH, TRANSFER_ENCODING,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum::routing::{MethodRouter, get};

use super::answer::{Life, nothing, send, sentence, under};
use super::asset::Asset;
use super::encoding::Effort;
use super::log::{log, tell};
use super::shown::Trouble;
use super::site::Site;
use super::{media, oembed, share};

/// Longest address and query, in bytes.
const MAX_ADDRESS: usize = 8 << 10;
/// All header fields of a request together.
const MAX_HEADERS: usize = 16 << 10;
/// A picture may be opened by itself: nothing in it runs.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const METHODS: (HeaderName, &str) = (ALLOW, "GET, HEAD, OPTIONS");
const PREFLIGHT: [(HeaderName, &str); 4] = [
    METHODS,
    (ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
    (ACCESS_CONTROL_ALLOW_HEADERS, "*"),
    (ACCESS_CONTROL_MAX_AGE, "86400"),
];

type Shared = State<Arc<Site>>;

/// All there is.
pub fn router(site: Site) -> Router {
    let site = Arc::new(site);
    Router::new()
        .route("/healthz", read(healthz))
        .route("/oembed", read(embed))
        .route("/share.css", read(page_sheet))
        .route("/card.css", read(card_sheet))
        .route("/s/{name}", read(page))
        .route("/stories/{name}", read(story))
        .route("/images/{name}", read(image))
        .fallback_service(read(file).with_state(Arc::clone(&site)))
        .with_state(site)
        .layer(from_fn(within_limits))
        .layer(from_fn(common_headers))
        .layer(from_fn(log))
}

/// What is only read: every other method is answered 405, with those that there are.
fn read<H: Handler<T, Arc<Site>>, T: 'static>(handler: H) -> MethodRouter<Arc<Site>> {
    let refusal =
        async || ([METHODS], sentence(StatusCode::METHOD_NOT_ALLOWED, "All here is only read."));
    get(handler).options(async || (StatusCode::NO_CONTENT, PREFLIGHT)).fallback(refusal)
}

/// A name in an address. What is no text names nothing.
struct Name(String);

impl<S: Send + Sync> FromRequestParts<S> for Name {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Response> {
        let name = Path::<String>::from_request_parts(parts, state).await;
        name.map(|Path(name)| Self(name)).map_err(|_| nothing())
    }
}

/// No body is read, and no head beyond reason.
async fn within_limits(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let address = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    let size: usize = headers.iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    let length = headers.get(CONTENT_LENGTH);
    let has_body = headers.contains_key(TRANSFER_ENCODING) || length.is_some_and(|it| it != "0");
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut answer = if address > MAX_ADDRESS {
        sentence(StatusCode::URI_TOO_LONG, "The address is too long.")
    } else if size > MAX_HEADERS {
        sentence(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE, "The headers are too large.")
    } else if has_body && is_read {
        sentence(StatusCode::PAYLOAD_TOO_LARGE, "A request here has no body.")
    } else {
        next.run(request).await
    };
    if has_body {
        // What is on its way is not waited for.
        answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    answer
}

/// Everything here is public: any page may read it, errors too.
async fn common_headers(request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    let headers = answer.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    let policy = HeaderName::from_static("cross-origin-resource-policy");
    headers.insert(policy, HeaderValue::from_static("cross-origin"));
    answer
}

/// Does what waits for a disk, or takes its time, beside what answers. What panics there ends
/// one answer.
async fn beside<T: Send + 'static>(
    site: Arc<Site>,
    work: impl FnOnce(&Site) -> Option<T> + Send + 'static,
) -> Option<T> {
    let done = tokio::task::spawn_blocking(move || work(&site)).await;
    done.unwrap_or_else(|problem| {
        tell(&format!("a fault of ours: {problem}"));
        None
    })
}

async fn healthz() -> Response {
    sentence(StatusCode::OK, "ok")
}

async fn page_sheet(State(site): Shared, asked: HeaderMap) -> Response {
    send(&site.page_sheet, &asked, Life::Short)
}

async fn card_sheet(State(site): Shared, asked: HeaderMap) -> Response {
    send(&site.card_sheet, &asked, Life::Short)
}

/// A release file.
async fn file(State(site): Shared, uri: Uri, asked: HeaderMap) -> Response {
    let name = uri.path().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let Some(asset) = site.release.get(name) else { return nothing() };
    let is_of_build = site.release.is_of_build(uri.query());
    let answer = send(asset, &asked, if is_of_build { Life::Immutable } else { Life::Short });
    if name.rsplit('/').next() == Some(oembed::FRAME_PAGE) {
        // Under this address only stories of this server; its own policy goes further.
        return under(answer, &format!("connect-src 'self' {}", site.place.public.origin()));
    }
    answer
}

/// A story's file.
async fn story(State(site): Shared, Name(name): Name, asked: HeaderMap) -> Response {
    let file = beside(site, move |site| site.stories.get(&name)).await;
    file.map_or_else(nothing, |file| send(&file, &asked, Life::Checked))
}

/// A picture.
async fn image(State(site): Shared, Name(name): Name, asked: HeaderMap) -> Response {
    let file = beside(site, move |site| site.images.as_ref()?.get(&name)).await;
    let sent = |file: Arc<Asset>| under(send(&file, &asked, Life::Checked), PICTURE_POLICY);
    file.map_or_else(nothing, sent)
}

/// A story's page.
async fn page(State(site): Shared, Name(name): Name, asked: HeaderMap) -> Response {
    let policy = share::policy(&site.place);
    match beside(site, move |site| Some(site.shown(&name))).await {
        Some(Ok(shown)) => under(send(&shown.page, &asked, Life::Checked), &policy),
        Some(Err(trouble)) => apology(trouble),
        None => sentence(StatusCode::INTERNAL_SERVER_ERROR, "A fault of this server."),
    }
}

/// oEmbed.
async fn embed(State(site): Shared, uri: Uri, asked: HeaderMap) -> Response {
    let wish = match oembed::wish(&site.place, uri.query().unwrap_or_default()) {
        Ok(wish) => wish,
        Err((status, words)) => return sentence(status, words),
    };
    let answer = beside(site, move |site| {
        let shown = site.shown(&wish.name);
        Some(shown.map(|shown| oembed::answer(&site.place, &wish, &shown.story).to_string()))
    });
    match answer.await {
        Some(Ok(text)) => {
            let asset = Asset::new(media::JSON, text.into_bytes(), Effort::Quick);
            send(&asset, &asked, Life::Short)
        }
        Some(Err(trouble)) => apology(trouble),
        None => sentence(StatusCode::INTERNAL_SERVER_ERROR, "A fault of this server."),
    }
}

fn apology(trouble: Trouble) -> Response {
    match trouble {
        Trouble::Nothing => nothing(),
        Trouble::Unreadable => {
            sentence(StatusCode::INTERNAL_SERVER_ERROR, "This file holds no story.")
        }
    }
}
