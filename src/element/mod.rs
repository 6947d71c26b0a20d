//! Serves the `<story-card>` tag: mounts a card into the container that the loader
//! gives, passes attributes in and events out.
//!
//! The loader owns the element. What it holds here is a [`Mounted`] handle; freeing it
//! destroys the card and what the card has under way.

mod detail;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use crate::browser::page::now;
use crate::card::{CardEvent, Message, StoryCard, StoryCardProps, place};
use crate::disclosure;
use crate::error::Error;
use crate::loading::{Document, Times};
use crate::second_part::{self, State};
use crate::sections::Action;
use crate::settings::Settings;
use crate::story::{ArticleType, Story};

/// The sheet of everything that the app draws.
#[wasm_bindgen]
#[must_use]
pub fn sheet() -> String {
    crate::style::APP_SHEET.to_owned()
}

/// The number of the card that the app was busy with last.
#[wasm_bindgen]
#[must_use]
pub fn suspect() -> u32 {
    crate::active_card::last()
}

/// A card has been shown, or there is news of the second part: that it is there (1), or did
/// not come (2).
#[wasm_bindgen]
pub fn look(part: u8) {
    second_part::tell(match part {
        1 => State::Here,
        2 => State::Missing,
        _ => State::Coming,
    });
}

/// A card on the page.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Mounted {
    handle: Option<AppHandle<StoryCard>>,
    settings: Settings,
    shown: Shown,
}

/// The story shown, and the document it came in.
type Shown = Rc<RefCell<Option<(Rc<Story>, Rc<Document>)>>>;

/// Mounts a card into `container`, which stands in a shadow root.
///
/// `tell(name, detail, cancelable)` fires a `story-card-*` event and says whether the
/// page let it pass. The number is the card's own.
#[wasm_bindgen]
#[must_use]
pub fn mount(container: Element, tell: Function, number: u32) -> Mounted {
    let shown = Shown::default();
    let on_event = {
        let shown = shown.clone();
        Callback::from(move |event: CardEvent| {
            match &event {
                CardEvent::Loaded { story, document: Some(document), .. } => {
                    shown.replace(Some((story.clone(), document.clone())));
                }
                CardEvent::Failed(_) => drop(shown.take()),
                _ => {}
            }
            pass_on(&tell, event);
        })
    };
    let props = yew::props!(StoryCardProps { on_event, number, has_skeleton: false });
    let handle = yew::Renderer::<StoryCard>::with_root_and_props(container, props).render();
    Mounted { handle: Some(handle), settings: Settings::default(), shown }
}

#[wasm_bindgen]
impl Mounted {
    /// Sets an attribute's value; not yet applied, see [`Mounted::apply`].
    pub fn set(&mut self, attribute: &str, value: &str) {
        self.settings.set(attribute, value);
    }

    /// Draws the card by the attributes set.
    pub fn apply(&self) {
        self.send(Message::Choose(self.settings));
    }

    /// Shows a story that has come. For `now` and `since` see [`Times`].
    pub fn show(
        &self,
        bytes: Vec<u8>,
        base: String,
        item: Option<String>,
        now: Option<f64>,
        since: Option<f64>,
    ) {
        let document = Document::new(crate::parse::decode(bytes), base, item);
        self.send(Message::Show(Ok(document), Times { now, since }));
    }

    /// Shows that no story has come, unless the one of `since` may stay.
    pub fn fail(&self, code: &str, status: u16, since: Option<f64>) {
        let error = Error::of_request(code, status);
        self.send(Message::Show(Err(error), Times { now: None, since }));
    }

    /// The story has come again and is the same.
    pub fn unchanged(&self) {
        self.send(Message::Unchanged);
    }

    /// The story last shown, as an object: read again from its text, for the card
    /// itself keeps only what it draws.
    #[must_use]
    pub fn story(&self) -> JsValue {
        let shown = self.shown.borrow();
        let Some((_, document)) = shown.as_ref() else {
            return JsValue::UNDEFINED;
        };
        let object = JSON::parse(&document.text).unwrap_or_default();
        match document.index {
            Some(index) => Reflect::get_u32(&object, index).unwrap_or_default(),
            None => object,
        }
    }

    /// The states of the element that the story shown asks for, with spaces between:
    /// `opinion`, `ai`, `urgent`.
    #[must_use]
    pub fn states(&self) -> String {
        let shown = self.shown.borrow();
        let Some((story, _)) = shown.as_ref() else { return String::new() };
        let mut states = String::new();
        for (name, is) in [
            ("opinion ", story.article_type == Some(ArticleType::Opinion)),
            ("ai ", disclosure::is_by_ai(story)),
            ("urgent", story.is_urgent(now())),
        ] {
            states.push_str(if is { name } else { "" });
        }
        states
    }

    /// Opens every section.
    #[wasm_bindgen(js_name = expandAll)]
    pub fn expand_all(&self) {
        self.send(Message::Act(Action::OpenAll));
    }

    /// Closes every section.
    #[wasm_bindgen(js_name = collapseAll)]
    pub fn collapse_all(&self) {
        self.send(Message::Act(Action::CloseAll));
    }

    /// Opens or closes the section with this id; false when there is none.
    #[wasm_bindgen(js_name = openSection)]
    #[must_use]
    pub fn open_section(&self, id: String, open: bool) -> bool {
        let shown = self.shown.borrow();
        let section = shown.as_ref().and_then(|(story, _)| story.section(&id));
        let is_there = section.is_some();
        let id = section.map_or(id, |section| section.id.clone());
        // Also while the story that has it is still to be drawn.
        self.send(Message::Open(id, open));
        is_there
    }

    /// Tells `drawn` once all that came before is drawn.
    #[wasm_bindgen(js_name = tellDrawn)]
    pub fn tell_drawn(&self) {
        self.send(Message::Await);
    }

    /// Whether the story has a section or an event of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Opens the section, or shows the event, of this name, and brings it into view.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, name: &str, takes_focus: bool) {
        if let Some(place) = self.place(name) {
            self.send(Message::GoTo(place, takes_focus));
        }
    }
}

impl Mounted {
    fn place(&self, name: &str) -> Option<String> {
        let shown = self.shown.borrow();
        shown.as_ref().and_then(|(story, _)| place(story, name))
    }

    fn send(&self, message: Message) {
        if let Some(handle) = &self.handle {
            handle.send_message(message);
        }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}

/// Tells the page. A link's press is cancelled when the page cancels the event.
fn pass_on(tell: &Function, event: CardEvent) {
    let (name, detail) = detail::of(&event);
    let is_cancelable = matches!(event, CardEvent::Linked { .. });
    let passed = tell.call3(&JsValue::NULL, &name.into(), &detail, &is_cancelable.into());
    let is_cancelled = passed.is_ok_and(|passed| passed == JsValue::FALSE);
    if let CardEvent::Linked { press, .. } = event
        && is_cancelled
    {
        press.prevent_default();
    }
}
