//! Reads the HTML that a card renders to, strictly: what is not well formed fails the test.

use std::collections::BTreeMap;

use serde_json::Value;

/// An element or a text.
#[derive(Debug, Clone)]
pub enum Node {
    Text(String),
    Element(Element),
}

/// An element with its attributes, entities resolved.
#[derive(Debug, Clone)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Node>,
}

/// Elements that have no end tag.
const VOID: [&str; 4] = ["img", "br", "hr", "source"];

/// The card of a story given as JSON.
pub fn card(story: &Value) -> Element {
    parse(&render(story))
}

/// The HTML of a story given as JSON.
pub fn render(story: &Value) -> String {
    let story = crate::reading::read(story).story;
    pollster::block_on(story_card::render_to_html(std::rc::Rc::new(story)))
}

/// The one element that `html` holds.
pub fn parse(html: &str) -> Element {
    let root = Element { name: "root".into(), attributes: BTreeMap::new(), children: Vec::new() };
    let mut open = vec![root];
    let mut rest = html;
    while !rest.is_empty() {
        let (text, tail) = rest.split_once('<').unwrap_or((rest, ""));
        if !text.is_empty() {
            push(&mut open, Node::Text(resolved(text)));
        }
        if tail.is_empty() {
            break;
        }
        let (tag, tail) = split_tag(tail);
        rest = tail;
        match tag.strip_prefix('/') {
            Some(name) => close(&mut open, name),
            None => start(&mut open, tag),
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    match open.pop().expect("the root").children.as_slice() {
        [Node::Element(element)] => element.clone(),
        other => panic!("one element, not {other:?}"),
    }
}

fn push(open: &mut [Element], node: Node) {
    open.last_mut().expect("the root").children.push(node);
}

/// The tag up to the bracket that ends it; brackets in quotation marks are its own.
fn split_tag(text: &str) -> (&str, &str) {
    let mut is_quoted = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '>' if !is_quoted => return (&text[..at], &text[at + 1..]),
            '<' if !is_quoted => panic!("a bare < before {text:.80}"),
            _ => {}
        }
    }
    panic!("a tag without end: {text:.80}")
}

fn start(open: &mut Vec<Element>, tag: &str) {
    let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(name.bytes().all(|b| b.is_ascii_alphanumeric()), "<{tag}>");
    let element = Element { name: name.into(), attributes: attributes(rest), children: Vec::new() };
    if VOID.contains(&name) {
        push(open, Node::Element(element));
    } else {
        open.push(element);
    }
}

fn close(open: &mut Vec<Element>, name: &str) {
    let element = open.pop().expect("an open element");
    assert_eq!(element.name, name, "what opened last closes first");
    push(open, Node::Element(element));
}

fn attributes(text: &str) -> BTreeMap<String, String> {
    let mut attributes = BTreeMap::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, tail) = rest.split_at(end);
        let (value, tail) = match tail.strip_prefix("=\"") {
            Some(tail) => tail.split_once('"').expect("a closing quotation mark"),
            None => ("", tail),
        };
        let before = attributes.insert(name.to_owned(), resolved(value));
        assert!(before.is_none(), "{name} twice in <… {text}>");
        rest = tail.trim_start();
    }
    attributes
}

/// Resolves the entities that a renderer writes; any other is a mistake.
fn resolved(text: &str) -> String {
    let mut resolved = String::new();
    let mut pieces = text.split('&');
    resolved.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, tail) =
            piece.split_once(';').unwrap_or_else(|| panic!("a bare & before {piece:.40}"));
        resolved.push_str(match name {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "#x27" | "#39" => "'",
            "#x2F" => "/",
            other => panic!("&{other}; is no entity of ours"),
        });
        resolved.push_str(tail);
    }
    resolved
}

impl Element {
    /// An attribute's value.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    /// This element and all inside it, in document order.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                all.extend(element.all());
            }
        }
        all
    }

    /// The elements that carry a part.
    pub fn parts(&self, part: &str) -> Vec<&Element> {
        let has = |element: &&Element| {
            element.get("part").is_some_and(|parts| parts.split(' ').any(|p| p == part))
        };
        self.all().into_iter().filter(has).collect()
    }

    /// The first element that carries a part and is not hidden.
    pub fn part(&self, part: &str) -> &Element {
        let mut parts =
            self.parts(part).into_iter().filter(|element| element.get("hidden").is_none());
        parts.next().unwrap_or_else(|| panic!("nothing visible is part {part}"))
    }

    /// Whether the element is there to be seen: neither hidden nor waiting to pop up.
    fn is_shown(&self) -> bool {
        self.get("hidden").is_none() && self.get("popover").is_none()
    }

    /// The elements that are not inside a hidden one.
    pub fn shown(&self) -> Vec<&Element> {
        if !self.is_shown() {
            return Vec::new();
        }
        let mut shown = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                shown.extend(element.shown());
            }
        }
        shown
    }

    /// The letters a reader sees, hidden elements left out.
    pub fn text(&self) -> String {
        if !self.is_shown() {
            return String::new();
        }
        let letters = self.children.iter().map(|child| match child {
            Node::Text(text) => text.clone(),
            Node::Element(element) => element.text(),
        });
        letters.collect()
    }
}

#[test]
fn this_reader_bites() {
    let element = parse("<p title=\"a &lt; b\" hidden=\"\"><b>x &amp; y</b><img src=\"a>b\"></p>");
    assert_eq!(element.get("title"), Some("a < b"));
    assert_eq!((element.text(), element.shown().len(), element.all().len()), (String::new(), 0, 3));
    for broken in [
        "<p>",
        "<p></b>",
        "<p>a & b</p>",
        "<p a=\"1\" a=\"2\"></p>",
        "<p <b></p>",
        "<p></p><p></p>",
    ] {
        assert!(std::panic::catch_unwind(|| parse(broken)).is_err(), "{broken}");
    }
}
