//! A place to mount cards in, and stories to put into them.

use std::cell::RefCell;
use std::rc::Rc;

use story_card::{CardEvent, Options, Story, StoryCard, StoryCardProps, parse};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// A card mounted on the page, taken down when dropped.
pub struct Mounted {
    pub root: Element,
    pub events: Rc<RefCell<Vec<CardEvent>>>,
    handle: Option<AppHandle<StoryCard>>,
}

impl Mounted {
    /// Mounts a card and waits until it is drawn.
    pub async fn new(change: impl FnOnce(&mut StoryCardProps)) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let root = document.create_element("div").unwrap();
        document.body().unwrap().append_child(&root).unwrap();
        let events = Rc::new(RefCell::new(Vec::new()));
        let on_event = {
            let events = events.clone();
            Callback::from(move |event| events.borrow_mut().push(event))
        };
        let mut props = yew::props!(StoryCardProps { on_event });
        change(&mut props);
        let handle = yew::Renderer::<StoryCard>::with_root_and_props(root.clone(), props).render();
        let mounted = Self { root, events, handle: Some(handle) };
        mounted.drawn().await;
        mounted
    }

    /// Takes the card down; its place stays on the page.
    pub fn take_down(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }

    /// Waits until it is drawn.
    pub async fn drawn(&self) {
        settled().await;
    }

    /// The elements with this part.
    pub fn parts(&self, part: &str) -> Vec<Element> {
        let found = self.root.query_selector_all(&format!("[part~={part}]")).unwrap();
        (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
    }

    /// The text of the first element with this part.
    pub fn text(&self, part: &str) -> String {
        self.parts(part).first().and_then(|element| element.text_content()).unwrap_or_default()
    }

    /// Presses the first element with this part.
    pub async fn press(&self, part: &str) {
        let element: web_sys::HtmlElement = self.parts(part).remove(0).unchecked_into();
        element.click();
        self.drawn().await;
    }

    /// Whether each section is open.
    pub fn open_sections(&self) -> Vec<bool> {
        self.parts("section").iter().map(|section| section.has_attribute("open")).collect()
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.take_down();
        self.root.remove();
    }
}

/// Waits until nothing is left to draw, and what the platform does next is done.
pub async fn settled() {
    yew::scheduler::flush().await;
    let task = js_sys::Promise::new(&mut |done, _| {
        web_sys::window().unwrap().set_timeout_with_callback(&done).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(task).await.unwrap();
    yew::scheduler::flush().await;
}

/// A story with two sections and two sources.
pub fn story() -> Rc<Story> {
    let text = r#"{
        "schemaVersion": "story-card/1.0", "id": "7", "headline": "Tide <b>turns</b>",
        "url": "https://news.example/7",
        "description": "It turned. [1]",
        "sections": [
            {"headline": "First", "blocks": ["One [1][2]", {"type": "quote", "text": "Said"}]},
            {"headline": "Second", "open": true, "blocks": ["Two"]}
        ],
        "citation": [
            {"id": "1", "name": "A report", "url": "https://a.example/1"},
            {"id": "2", "name": "A book"}
        ]
    }"#;
    Rc::new(parse(text, &Options::default()).unwrap().story)
}
