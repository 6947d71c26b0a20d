//! How a card of a Yew application has its story loaded: by the JavaScript that does it for
//! the tag.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

use super::{Document, Times};
use crate::error::Error;

/// In seconds, as in `attributes.js`.
const MAX_TIMEOUT: u32 = 3_600;
const MAX_REFRESH: u32 = 86_400;

#[wasm_bindgen(module = "/src/element/loader/runtime/loading.js")]
extern "C" {
    /// What `loading.js` knows of a story at an address.
    #[derive(Debug)]
    type Story;

    #[wasm_bindgen(js_name = loadingOf)]
    fn loading_of(url: &str, arrived: &Arrived, failed: &Failed, same: &Same) -> Story;

    #[wasm_bindgen(method)]
    fn begin(this: &Story, purpose: &str);

    #[wasm_bindgen(method)]
    fn settle(this: &Story, outcome: &str);

    #[wasm_bindgen(method)]
    fn cancel(this: &Story);

    #[wasm_bindgen(method, setter)]
    fn set_timeout(this: &Story, seconds: u32);

    #[wasm_bindgen(method, setter)]
    fn set_refresh(this: &Story, seconds: u32);
}

/// Told the body, where it came from, and its [`Times`].
type Arrived = Closure<dyn Fn(Vec<u8>, String, Option<f64>, Option<f64>)>;
/// Told the code of an error, the status, and since when the story has been shown.
type Failed = Closure<dyn Fn(String, u16, Option<f64>)>;
type Same = Closure<dyn Fn()>;

/// What a card wants loaded.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// Where the story is.
    pub src: &'a str,
    /// Which story, where there are several.
    pub item: Option<&'a str>,
    /// One deadline over all tries, in seconds.
    pub timeout: u32,
    /// Seconds between two refreshes; 0 for none.
    pub refresh: u32,
}

/// What has come of a request.
#[derive(Debug)]
pub enum News {
    /// The story came again and is the same.
    Unchanged,
    /// A story, or what went wrong.
    Arrived(Result<Document, Error>, Times),
}

/// What is told of a loading: its number, and the news.
#[derive(Debug)]
pub struct Message(u32, News);

/// The loading of a card's story, one after another.
#[derive(Debug, Default)]
pub struct Loading {
    /// How many there were: tells late news from what is wanted.
    number: u32,
    handle: Option<Handle>,
}

impl Loading {
    /// Asks for a story; what is under way is not wanted any more.
    pub fn begin(&mut self, wanted: Wanted, on_message: Callback<Message>) {
        self.stop();
        let number = self.number;
        let tell = move |news| on_message.emit(Message(number, news));
        self.handle = Some(Handle::begin(wanted, tell.into()));
    }

    /// Nothing is wanted any more.
    pub fn stop(&mut self) {
        self.number = self.number.wrapping_add(1);
        self.handle = None;
    }

    /// The news, unless they are of what is not wanted any more.
    pub fn receive(&self, Message(number, news): Message) -> Option<News> {
        (number == self.number).then_some(news)
    }

    /// The application may want another deadline, from the next request on, or another time
    /// between two refreshes.
    pub fn choose(&self, timeout: u32, refresh: u32) {
        if let Some(Handle { story, .. }) = &self.handle {
            story.choose(timeout, refresh);
        }
    }

    /// What has come is drawn: `load`, `error`, or `kept` where an older story stays.
    pub fn settle(&self, outcome: &str) {
        if let Some(Handle { story, .. }) = &self.handle {
            story.settle(outcome);
        }
    }
}

impl Story {
    /// Sets the seconds of deadline and refresh: as many as the tag takes, for a timer that is
    /// set to more than 24 days is over at once.
    fn choose(&self, timeout: u32, refresh: u32) {
        self.set_timeout(timeout.min(MAX_TIMEOUT));
        self.set_refresh(refresh.min(MAX_REFRESH));
    }
}

/// A story that is loaded, and loaded again. Dropping it aborts what is under way, and
/// nothing is told any more.
#[derive(Debug)]
struct Handle {
    story: Story,
    _arrived: Arrived,
    _failed: Failed,
    _same: Same,
}

impl Handle {
    fn begin(wanted: Wanted, on_news: Callback<News>) -> Self {
        let item = wanted.item.map(ToOwned::to_owned);
        let tell = on_news.clone();
        let arrived = Arrived::new(move |bytes, base, now, since| {
            let text = crate::parse::decode(bytes);
            let document = Document::new(text, base, item.clone());
            #[cfg(all(feature = "import", target_arch = "wasm32"))]
            let document = document.into_native(crate::browser::page::now());
            #[cfg(not(all(feature = "import", target_arch = "wasm32")))]
            let document = Ok(document);
            tell.emit(News::Arrived(document, Times { now, since }));
        });
        let tell = on_news.clone();
        let failed = Failed::new(move |code: String, status, since| {
            let error = Error::of_request(&code, status);
            tell.emit(News::Arrived(Err(error), Times { now: None, since }));
        });
        let same = Same::new(move || on_news.emit(News::Unchanged));
        let story = loading_of(wanted.src, &arrived, &failed, &same);
        story.choose(wanted.timeout, wanted.refresh);
        story.begin("");
        Self { story, _arrived: arrived, _failed: failed, _same: same }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.story.cancel();
    }
}
