//! Two origins as a content network would serve them: compressed, cacheable, counted.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use brotli::enc::{BrotliCompress, BrotliEncoderParams};
use tokio::net::TcpListener;
use tokio::runtime::Handle;

use crate::host::{self, App};
use crate::options::{Case, Kind};
use crate::{plain, stories};

/// What a network does once for files that stay, and for each document.
const BEST: i32 = 11;
const QUICK: i32 = 9;

/// A file as it goes over the wire.
#[derive(Debug, Clone)]
struct File {
    kind: &'static str,
    media_type: &'static str,
    cache: &'static str,
    body: Bytes,
}

type Files = Mutex<HashMap<String, File>>;

/// What the handlers share.
#[derive(Debug, Default)]
struct Shelf {
    files: Files,
    /// Bytes of bodies sent, by kind.
    sent: Mutex<BTreeMap<&'static str, u32>>,
}

/// The page's origin and the stories' origin.
#[derive(Debug)]
pub struct Site {
    pages: String,
    stories: String,
    shelf: Arc<Shelf>,
    /// The names of glue and wasm as the loader asks for them, with the hash of the build.
    app: App,
}

impl Site {
    /// Starts both, with the built files on the shelf.
    pub fn start(runtime: &Handle) -> Result<Self, String> {
        let shelf = Arc::new(Shelf::default());
        let dist = std::env::var_os("STORY_CARD_DIST").map_or_else(|| "dist".into(), PathBuf::from);
        let loader = std::fs::read_to_string(dist.join("story-card.js")).unwrap_or_default();
        let asked = |name| asked_for(&loader, name).ok_or("the loader names no glue and wasm");
        let site = Self {
            pages: listen(&shelf, runtime)?,
            stories: listen(&shelf, runtime)?,
            shelf: Arc::clone(&shelf),
            app: [asked("story-card-app.js")?, asked("story-card-app_bg.wasm")?],
        };
        for (name, kind, media_type) in [
            ("story-card.js", "loader", "text/javascript"),
            ("story-card-app.js", "glue", "text/javascript"),
            ("story-card-app_bg.wasm", "wasm", "application/wasm"),
            ("story-card-later.wasm", "later", "application/wasm"),
        ] {
            site.put_code(&dist.join(name), name, kind, media_type)?;
        }
        let lit = std::env::var_os("STORY_CARD_LIT")
            .map_or_else(|| "target/bench/lit-card.js".into(), PathBuf::from);
        site.put_code(&lit, "lit-card.js", "lit", "text/javascript")?;
        Ok(site)
    }

    /// Puts up a file that stays as it is.
    fn put_code(
        &self,
        path: &Path,
        name: &str,
        kind: &'static str,
        media_type: &'static str,
    ) -> Result<(), String> {
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let cache = "public, max-age=31536000, immutable";
        let body = compressed(&bytes, BEST)?;
        self.put(&format!("/{name}"), File { kind, media_type, cache, body });
        Ok(())
    }

    /// Puts up what a visit needs and gives the page's address.
    pub fn prepare(&self, case: Case, kind: Kind) -> Result<String, String> {
        let path = format!("/{case}-{kind}").replace(' ', "-");
        let address = format!("{}{path}", self.pages);
        if locked(&self.shelf.files).contains_key(&path) {
            return Ok(address);
        }
        let stories: Vec<_> =
            (0..case.count as u64).map(|number| stories::story(case.size, number)).collect();
        let html = match kind {
            Kind::Plain => plain::page(&stories),
            Kind::Lit | Kind::Bare | Kind::Card | Kind::Hinted => {
                let mut urls = Vec::new();
                for (number, story) in stories.iter().enumerate() {
                    let name = format!("/{:?}-{number}.json", case.size);
                    let body = compressed(story.to_string().as_bytes(), QUICK)?;
                    let media_type = "application/json";
                    self.put(&name, File { kind: "story", media_type, cache: "no-cache", body });
                    urls.push(format!("{}{name}", self.stories));
                }
                host::page(&urls, kind, &self.app)
            }
        };
        let (media_type, body) = ("text/html; charset=utf-8", compressed(html.as_bytes(), QUICK)?);
        self.put(&path, File { kind: "page", media_type, cache: "no-cache", body });
        Ok(address)
    }

    /// Bytes sent since the last question, by kind.
    pub fn sent(&self) -> BTreeMap<&'static str, u32> {
        std::mem::take(&mut *locked(&self.shelf.sent))
    }

    fn put(&self, path: &str, file: File) {
        locked(&self.shelf.files).insert(path.to_owned(), file);
    }
}

/// A file's name and query as the loader has them.
fn asked_for(loader: &str, name: &str) -> Option<String> {
    let (_, after) = loader.split_once(&format!("\"./{name}"))?;
    Some(format!("{name}{}", after.split('"').next()?))
}

fn compressed(bytes: &[u8], quality: i32) -> Result<Bytes, String> {
    let parameters = BrotliEncoderParams { quality, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    BrotliCompress(&mut &*bytes, &mut compressed, &parameters)
        .map_err(|error| error.to_string())?;
    Ok(compressed.into())
}

fn listen(shelf: &Arc<Shelf>, runtime: &Handle) -> Result<String, String> {
    let router = Router::new().fallback(serve).with_state(Arc::clone(shelf));
    let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0)));
    let listener = listener.map_err(|error| format!("no free port: {error}"))?;
    let address = listener.local_addr().map_err(|error| format!("no address: {error}"))?;
    runtime.spawn(async move { drop(axum::serve(listener, router).await) });
    Ok(format!("http://{address}"))
}

async fn serve(State(shelf): State<Arc<Shelf>>, request: Request) -> Response {
    let mut response = Response::new(Body::empty());
    let file = locked(&shelf.files).get(request.uri().path()).cloned();
    let Some(file) = file else {
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    let version = format!("\"{}\"", file.body.len());
    let headers = response.headers_mut();
    set(headers, header::CONTENT_TYPE, file.media_type);
    set(headers, header::CACHE_CONTROL, file.cache);
    set(headers, header::ETAG, &version);
    set(headers, header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    let known = request.headers().get(header::IF_NONE_MATCH);
    if known.is_some_and(|known| known.as_bytes() == version.as_bytes()) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    set(headers, header::CONTENT_ENCODING, "br");
    *locked(&shelf.sent).entry(file.kind).or_default() +=
        u32::try_from(file.body.len()).unwrap_or(u32::MAX);
    *response.body_mut() = Body::from(file.body);
    response
}

fn set(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
