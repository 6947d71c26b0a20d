//! Mouse, finger and keyboard, as W3C actions: what the browser gets is what a reader does.

use reqwest::Method;
use serde_json::{Value, json};

use crate::page::Page;
use crate::part::Part;
use crate::session::Session;

/// A mouse or a finger; each method is one movement, done when it returns.
#[derive(Debug, Clone, Copy)]
pub struct Pointer<'k> {
    session: &'k Session,
    kind: &'static str,
}

impl<'k> Page<'k> {
    /// The mouse.
    #[must_use]
    pub fn pointer(&self) -> Pointer<'k> {
        Pointer { session: self.session, kind: "mouse" }
    }

    /// A finger.
    #[must_use]
    pub fn touch(&self) -> Pointer<'k> {
        Pointer { session: self.session, kind: "touch" }
    }
}

impl Pointer<'_> {
    /// Moves to the middle of a part.
    #[track_caller]
    pub fn move_to(&self, part: &Part<'_>) -> Self {
        let (x, y) = part.target();
        self.move_to_point(x, y)
    }

    /// Moves to a point of the viewport.
    #[track_caller]
    pub fn move_to_point(&self, x: i64, y: i64) -> Self {
        self.act(json!([{
            "type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport",
        }]))
    }

    /// Moves along a straight line, in steps, as a hand does.
    #[track_caller]
    pub fn glide_to_point(&self, x: i64, y: i64, millis: u64) -> Self {
        self.act(json!([{
            "type": "pointerMove", "x": x, "y": y, "duration": millis, "origin": "viewport",
        }]))
    }

    /// Presses and holds.
    #[track_caller]
    pub fn down(&self) -> Self {
        self.act(json!([{ "type": "pointerDown", "button": 0 }]))
    }

    /// Lets go.
    #[track_caller]
    pub fn up(&self) -> Self {
        self.act(json!([{ "type": "pointerUp", "button": 0 }]))
    }

    /// Presses the middle of a part: a click or a tap.
    #[track_caller]
    pub fn press(&self, part: &Part<'_>) -> Self {
        let (x, y) = part.target();
        self.press_point(x, y)
    }

    /// Presses a point of the viewport; nothing is scrolled for it.
    #[track_caller]
    pub fn press_point(&self, x: i64, y: i64) -> Self {
        self.press_with(0, x, y)
    }

    /// Presses a point with a button of the mouse: 0 the first, 1 the middle one, 2 the
    /// one for menus.
    #[track_caller]
    pub fn press_with(&self, button: u8, x: i64, y: i64) -> Self {
        self.act(json!([
            { "type": "pointerMove", "x": x, "y": y, "duration": 0, "origin": "viewport" },
            { "type": "pointerDown", "button": button },
            { "type": "pointerUp", "button": button },
        ]))
    }

    #[track_caller]
    fn act(&self, actions: Value) -> Self {
        let parameters = json!({ "pointerType": self.kind });
        let source = json!({
            "type": "pointer", "id": self.kind, "parameters": parameters, "actions": actions,
        });
        self.session.must(Method::POST, "/actions", Some(json!({ "actions": [source] })));
        *self
    }
}

impl Page<'_> {
    /// Presses a key, or several held together: `Tab`, `Shift+Tab`, `Enter`, `a`.
    #[track_caller]
    pub fn press_key(&self, keys: &str) {
        let keys: Vec<String> = keys.split('+').map(code).collect();
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        let actions: Vec<Value> = down.chain(up).collect();
        let source = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.session.must(Method::POST, "/actions", Some(json!({ "actions": [source] })));
    }
}

impl Page<'_> {
    /// Writes letter by letter.
    #[track_caller]
    pub fn write(&self, letters: &str) {
        for letter in letters.chars() {
            self.press_key(&if letter == ' ' { "Space".to_owned() } else { letter.to_string() });
        }
    }
}

/// The character that stands for a key in the protocol.
#[track_caller]
fn code(name: &str) -> String {
    let special = match name {
        "Delete" => '\u{e017}',
        "Enter" => '\u{e006}',
        "Escape" => '\u{e00c}',
        "Space" => ' ',
        "Tab" => '\u{e004}',
        "Shift" => '\u{e008}',
        "Control" => '\u{e009}',
        "Alt" => '\u{e00a}',
        "End" => '\u{e010}',
        "Home" => '\u{e011}',
        "ArrowLeft" => '\u{e012}',
        "ArrowUp" => '\u{e013}',
        "ArrowRight" => '\u{e014}',
        "ArrowDown" => '\u{e015}',
        "Backspace" => '\u{e003}',
        "F2" => '\u{e032}',
        single if single.chars().count() == 1 => return single.to_owned(),
        unknown => panic!("the kit knows no key {unknown}"),
    };
    special.to_string()
}
