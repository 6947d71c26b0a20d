//! A card on the page, through its public contract only.

use serde_json::{Value, json};

use crate::page::Page;
use crate::part::Part;
use crate::script::quoted;

/// One `<story-card>` of the page.
#[derive(Debug, Clone)]
pub struct Card<'k> {
    page: Page<'k>,
    selector: String,
}

impl<'k> Page<'k> {
    /// The page's only or first card.
    #[must_use]
    pub fn card(&self) -> Card<'k> {
        self.card_at("story-card")
    }

    /// The card that a CSS selector finds.
    #[must_use]
    pub fn card_at(&self, selector: &str) -> Card<'k> {
        Card { page: *self, selector: selector.to_owned() }
    }
}

impl<'k> Card<'k> {
    /// Waits until the card shows its story.
    #[track_caller]
    pub fn ready(self) -> Self {
        self.wait("card.state === 'ready' && part(card, 'headline')");
        self
    }

    /// Waits until the card has failed and gives the code it told the page.
    #[track_caller]
    pub fn failure(&self) -> String {
        self.wait("card.state === 'error' && part(card, 'error')");
        let detail = self.page.wait_for_event("story-card-error");
        detail.get("code").and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Waits until an expression over `card` is true and gives its value.
    #[track_caller]
    pub fn wait(&self, condition: &str) -> Value {
        let card = self.expression();
        self.page.wait(&format!("(() => {{ const card = {card}; return ({condition}); }})()"))
    }

    /// Runs the body of an async function over `card`.
    #[track_caller]
    pub fn run(&self, body: &str) -> Value {
        self.run_with(body, json!([]))
    }

    /// Runs the body of an async function over `card` with arguments.
    #[track_caller]
    pub fn run_with(&self, body: &str, args: Value) -> Value {
        self.page.run_with(&format!("const card = {}; {body}", self.expression()), args)
    }

    /// The card's `state` property.
    #[track_caller]
    pub fn state(&self) -> String {
        self.property("state").as_str().unwrap_or_default().to_owned()
    }

    /// A property of the element.
    #[track_caller]
    pub fn property(&self, name: &str) -> Value {
        self.run_with("return card[args[0]]", json!([name]))
    }

    /// Sets a property of the element.
    #[track_caller]
    pub fn set(&self, name: &str, value: Value) {
        self.run_with("card[args[0]] = args[1]", json!([name, value]));
    }

    /// An attribute of the element, or null.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Value {
        self.run_with("return card.getAttribute(args[0])", json!([name]))
    }

    /// Sets an attribute; null removes it.
    #[track_caller]
    pub fn set_attribute(&self, name: &str, value: Value) {
        let body = "args[1] === null ? card.removeAttribute(args[0]) : card.setAttribute(args[0], args[1])";
        self.run_with(body, json!([name, value]));
    }

    /// All that the card says, also where it is folded away.
    #[track_caller]
    pub fn text(&self) -> String {
        self.part("card").text()
    }

    /// The first part of a name.
    #[must_use]
    pub fn part(&self, name: &str) -> Part<'k> {
        self.nth(name, 0)
    }

    /// The part of a name with an index.
    #[must_use]
    pub fn nth(&self, name: &str, index: usize) -> Part<'k> {
        let finder = format!("part({}, {}, {index})", self.expression(), quoted(name));
        Part::new(self.page, finder, format!("{name} {index}"))
    }

    /// Every part of a name.
    #[track_caller]
    pub fn parts(&self, name: &str) -> Vec<Part<'k>> {
        (0..self.count(name)).map(|index| self.nth(name, index)).collect()
    }

    /// How many parts of a name there are.
    #[track_caller]
    pub fn count(&self, name: &str) -> usize {
        let count = self.run_with("return parts(card, args[0]).length", json!([name]));
        count.as_u64().and_then(|count| count.try_into().ok()).unwrap_or_default()
    }

    /// The texts of every part of a name.
    #[track_caller]
    pub fn texts(&self, name: &str) -> Vec<String> {
        let body = "return parts(card, args[0]).map((el) => tidy(el.textContent))";
        let texts = self.run_with(body, json!([name]));
        let texts = texts.as_array().map(Vec::as_slice).unwrap_or_default();
        texts.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// For each section, whether it is open.
    #[track_caller]
    pub fn open_sections(&self) -> Vec<bool> {
        let body = "return parts(card, 'section').map((el) => el.part.contains('section-open'))";
        let states = self.run(body);
        let states = states.as_array().map(Vec::as_slice).unwrap_or_default();
        states.iter().filter_map(Value::as_bool).collect()
    }

    /// Waits until the sections are open and closed as given.
    #[track_caller]
    pub fn wait_for_sections(&self, open: &[bool]) {
        let open = json!(open);
        self.wait(&format!(
            "JSON.stringify(parts(card, 'section').map((el) => el.part.contains('section-open'))) \
             === JSON.stringify({open})"
        ));
    }

    /// The page the card is on.
    #[must_use]
    pub fn page(&self) -> Page<'k> {
        self.page
    }

    fn expression(&self) -> String {
        format!("find({})", quoted(&self.selector))
    }
}
