//! A part of a card: its text, its box, its role.

use reqwest::Method;
use serde_json::{Value, json};

use crate::page::Page;
use crate::script::quoted;

/// An element inside a card, found anew at each question.
#[derive(Debug, Clone)]
pub struct Part<'k> {
    page: Page<'k>,
    finder: String,
    name: String,
}

/// A box in the viewport, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

impl<'k> Part<'k> {
    pub(crate) fn new(page: Page<'k>, finder: String, name: String) -> Self {
        Self { page, finder, name }
    }

    /// The first element inside that a CSS selector finds.
    #[must_use]
    pub fn inside(&self, selector: &str) -> Self {
        let finder = format!("{}.querySelector({})", self.finder, quoted(selector));
        Self { page: self.page, finder, name: format!("{} {selector}", self.name) }
    }

    /// The first part of a name inside this one.
    #[must_use]
    pub fn part(&self, name: &str) -> Self {
        self.inside(&format!("[part~='{name}']"))
    }

    /// Runs the body of an async function over the element `el`.
    #[track_caller]
    pub fn run(&self, body: &str) -> Value {
        self.run_with(body, json!([]))
    }

    /// Runs the body of an async function over `el`, with arguments.
    #[track_caller]
    pub fn run_with(&self, body: &str, args: Value) -> Value {
        let (finder, name) = (&self.finder, quoted(&self.name));
        let guard = format!("if (!el) throw new Error(`there is no ${{{name}}}`);");
        self.page.run_with(&format!("const el = {finder}; {guard} {body}"), args)
    }

    /// Waits until an expression over `el` is true.
    #[track_caller]
    pub fn wait(&self, condition: &str) -> Value {
        let finder = &self.finder;
        self.page.wait(&format!("(() => {{ const el = {finder}; return ({condition}); }})()"))
    }

    /// The text, hidden or not, with single spaces.
    #[track_caller]
    pub fn text(&self) -> String {
        self.string("return tidy(el.textContent)")
    }

    /// The text as rendered, with single spaces; empty where hidden.
    #[track_caller]
    pub fn seen_text(&self) -> String {
        self.string("return tidy(el.innerText)")
    }

    /// The text exactly as it stands in the document.
    #[track_caller]
    pub fn raw_text(&self) -> String {
        self.string("return el.textContent")
    }

    /// An attribute, or null.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Value {
        self.run_with("return el.getAttribute(args[0])", json!([name]))
    }

    /// The computed value of a CSS property.
    #[track_caller]
    pub fn style(&self, property: &str) -> String {
        let body = "return getComputedStyle(el).getPropertyValue(args[0])";
        self.run_with(body, json!([property])).as_str().unwrap_or_default().to_owned()
    }

    /// True when a reader can see it.
    #[track_caller]
    pub fn is_shown(&self) -> bool {
        let body = "const box = el.getBoundingClientRect();
            return el.checkVisibility({ visibilityProperty: true, opacityProperty: true })
              && box.width > 0 && box.height > 0;";
        self.run(body) == true
    }

    /// The box of its first line, scrolled into view.
    #[track_caller]
    pub fn rect(&self) -> Rect {
        let body = "const box = el.getBoundingClientRect();
            return [box.x, box.y, box.width, box.height];";
        rect_from(&self.run(body))
    }

    /// A point in the element for a pointer to go to, scrolled into view.
    #[track_caller]
    pub fn target(&self) -> (i64, i64) {
        let rect = rect_from(&self.run(include_str!("target.js")));
        #[allow(clippy::cast_possible_truncation, reason = "a viewport is far smaller")]
        let whole = |number: f64| number.round() as i64;
        (whole(rect.x + rect.width / 2.0), whole(rect.y + rect.height / 2.0))
    }

    /// The role that the browser tells assistive technology.
    #[track_caller]
    pub fn role(&self) -> String {
        self.computed("computedrole")
    }

    /// The name that the browser tells assistive technology.
    #[track_caller]
    pub fn label(&self) -> String {
        self.computed("computedlabel")
    }

    #[track_caller]
    fn computed(&self, what: &str) -> String {
        let element = self.run("return el");
        let id = element.as_object().and_then(|element| element.values().next()?.as_str());
        let Some(id) = id else { panic!("{} is no element: {element}", self.name) };
        let value = self.page.session.must(Method::GET, &format!("/element/{id}/{what}"), None);
        value.as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn string(&self, body: &str) -> String {
        self.run(body).as_str().unwrap_or_default().to_owned()
    }
}

fn rect_from(value: &Value) -> Rect {
    let number = |index| value.get(index).and_then(Value::as_f64).unwrap_or(f64::NAN);
    Rect { x: number(0), y: number(1), width: number(2), height: number(3) }
}
